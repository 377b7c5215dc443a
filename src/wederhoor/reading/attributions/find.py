"""All attributions of a document: one reader of reports after the other, then one attribution for each that stands."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.attributions.agreements import find_agreements
from wederhoor.reading.attributions.assemble import assemble
from wederhoor.reading.attributions.direct import find_direct
from wederhoor.reading.attributions.hearsay import find_hearsay
from wederhoor.reading.attributions.markers import find_marked
from wederhoor.reading.attributions.nouns import find_nominal
from wederhoor.reading.attributions.rejections import find_rejections
from wederhoor.reading.attributions.verbs import find_verbal
from wederhoor.reading.cast import Cast
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.holders import words_in
from wederhoor.records import Attribution
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.quotations import Quotation


def find_attributions(
    cast: Cast, quotations: Sequence[Quotation], quoted: Sequence[tuple[int, ...]], found_by: FoundBy
) -> tuple[Attribution, ...]:
    """All attributions of a document in text order, numbered A1, A2, ...; ``quoted`` is what ``quotations_of_words`` gives.

    ``found_by`` gets the rule of each.
    """
    p, pack = cast.parse, cast.pack
    direct = find_direct(p, quotations, pack)
    indirect = [
        *find_agreements(p, pack),
        *find_verbal(p, cast.quoted, pack),
        *find_marked(p, pack),
        *find_nominal(p, pack),
        *find_hearsay(p, cast.quoted, pack),
        *find_rejections(p, pack),
    ]
    return assemble(p, direct, indirect, quoted, cast, found_by)


def quotations_of_words(p: Parse, quotations: Sequence[Quotation]) -> list[tuple[int, ...]]:
    """Of every word the numbers of the quotations that it stands in."""
    quoted: list[tuple[int, ...]] = [()] * len(p)
    for number, quotation in enumerate(quotations):
        for word in words_in(p, quotation.inner):
            quoted[word] = (*quoted[word], number)
    return quoted
