"""All attributions of a document: one reader of reports after the other, then one attribution for each that stands."""

from __future__ import annotations

from wederhoor.reading.attributions.agreements import find_agreements
from wederhoor.reading.attributions.assemble import assemble
from wederhoor.reading.attributions.behind_colons import find_behind_colons
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
    direct = find_direct(text)
    indirect = [
        *find_agreements(text),
        *find_verbal(text),
        *find_marked(text),
        *find_nominal(text),
        *find_hearsay(text),
        *find_rejections(text),
    ]
    indirect += find_behind_colons(text, indirect)
    verdicts = find_verdicts(text)
    return assemble(text, direct, [*verdicts, *without_rivals(indirect, verdicts)])
