"""All attributions of a document: one reader of reports after the other, then one attribution for each that stands."""

from __future__ import annotations

from wederhoor.reading.attributions.agreements import find_agreements
from wederhoor.reading.attributions.assemble import assemble
from wederhoor.reading.attributions.direct import find_direct
from wederhoor.reading.attributions.hearsay import find_hearsay
from wederhoor.reading.attributions.markers import find_marked
from wederhoor.reading.attributions.nouns import find_nominal
from wederhoor.reading.attributions.rejections import find_rejections
from wederhoor.reading.attributions.verbs import find_verbal
from wederhoor.reading.attributions.verdicts import find_verdicts, without_rivals
from wederhoor.reading.text import Text
from wederhoor.records import Attribution


def find_attributions(text: Text) -> tuple[Attribution, ...]:
    """All attributions of a document in text order, numbered A1, A2, ..., with the names of who speaks."""
    p, pack = text.parse, text.pack
    direct = find_direct(p, text.quotations, pack)
    indirect = [
        *find_agreements(p, pack),
        *find_verbal(p, text.quoted, pack),
        *find_marked(p, pack),
        *find_nominal(p, pack),
        *find_hearsay(p, text.quoted, pack),
        *find_rejections(p, pack),
    ]
    verdicts = find_verdicts(p, pack)
    return assemble(text, direct, [*verdicts, *without_rivals(indirect, verdicts)])
