"""Who says what: sources, cues and contents (attribution relations, as in PARC 3 and PolNeAR)."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.assemble import assemble
from wederhoor.reading.attributions.direct import find_direct, words_in
from wederhoor.reading.attributions.hearsay import find_hearsay
from wederhoor.reading.attributions.nouns import find_marked, find_nominal
from wederhoor.reading.attributions.verbs import find_verbal
from wederhoor.reading.parse import Parse
from wederhoor.reading.quotations import Quotation
from wederhoor.reading.cast import read_cast
from wederhoor.records import Attribution


def find_attributions(p: Parse, quotations: Sequence[Quotation], pack: LanguagePack) -> tuple[Attribution, ...]:
    """All attributions of a document in text order, numbered A1, A2, ..."""
    direct = find_direct(p, quotations, pack)
    quoted = _quoted(p, quotations)
    indirect = [
        *find_verbal(p, quoted, pack), *find_marked(p, pack), *find_nominal(p, pack), *find_hearsay(p, quoted, pack),
    ]  # fmt: skip
    return assemble(p, direct, indirect, quotations, read_cast(p, quoted, pack), pack)


def _quoted(p: Parse, quotations: Sequence[Quotation]) -> list[bool]:
    """Of every word whether it stands inside quotation marks."""
    quoted = [False] * len(p)
    for quotation in quotations:
        if not quotation.depth:
            for word in words_in(p, quotation.inner):
                quoted[word] = True
    return quoted
