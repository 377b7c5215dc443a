"""Misses of attributions."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.evaluation.alignment import Alignment, TokenisedAttribution
from wederhoor.evaluation.attributions import form_right, source_right, speaker_right
from wederhoor.evaluation.misses.context import marked
from wederhoor.evaluation.misses.miss import Miss
from wederhoor.records import Span


def attribution_misses(alignment: Alignment) -> Iterator[Miss]:
    pairs = dict(alignment.pairs)
    hit = set(pairs.values())
    for i, item in enumerate(alignment.gold):
        if i not in pairs:
            yield _miss(alignment, "missed", item.record.content, ())
    for j, item in enumerate(alignment.system):
        if j not in hit:
            yield _miss(alignment, "spurious", (), item.record.content)
    for gold, system in alignment.matched():
        yield from _wrong(alignment, gold, system)


def _wrong(alignment: Alignment, gold: TokenisedAttribution, system: TokenisedAttribution) -> Iterator[Miss]:
    right, said = gold.record, system.record
    if not source_right(gold, system):
        yield _miss(alignment, "source", right.source, said.source)
    if not speaker_right(gold, system):
        yield _miss(alignment, "speaker", right.content, said.content, (right.speaker, said.speaker))
    if not form_right(gold, system):
        yield _miss(alignment, "form", right.content, said.content, (right.form, said.form))


def _miss(
    alignment: Alignment,
    kind: str,
    gold: tuple[Span, ...],
    system: tuple[Span, ...],
    values: tuple[str | None, str | None] = (None, None),
) -> Miss:
    """Make a miss; ``values`` are what gold and the reading say."""
    expected, found = values
    return Miss(
        layer="attributions",
        kind=kind,
        doc=alignment.doc,
        gold=gold,
        system=system,
        expected=expected,
        found=found,
        context=marked(alignment.text, gold, system),
    )
