"""The merges of a model's variables, as they are shown: which name was taken for which, why, and how that is undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from wederhoor.records import Ground, Merge, Reading, Ref, Span
from wederhoor.running.variables import FactorMention, VariableGroup, reason

SHOWN: Final = 3
"""Places of one merge that are shown."""


def find_merges(
    groups: Collection[VariableGroup], claims: Collection[Ref], readings: Mapping[str, Reading]
) -> tuple[Merge, ...]:
    """The merges behind the mentions of these claims, by variable."""
    return tuple(merge for group in groups for merge in _merges(group, frozenset(claims), readings))


def _merges(group: VariableGroup, claims: frozenset[Ref], readings: Mapping[str, Reading]) -> Iterator[Merge]:
    kept = group.shown()
    yield from _of_the_text(group, kept, claims, readings)
    yield from (Merge(kept=kept, merged=joined.name, kind="user", why=joined.line) for joined in group.user)
    for mention in group.mentions:
        if mention.claim in claims and mention.factor.stands_for is not None:
            alone = all(m.claim == mention.claim for m in group.mentions)
            yield _anaphor(mention, kept, mention.factor.stands_for, readings, alone=alone)


def _of_the_text(
    group: VariableGroup, kept: str, claims: frozenset[Ref], readings: Mapping[str, Reading]
) -> Iterator[Merge]:
    """The other names that claims have for it; those that the user joined to it are not among them."""
    theirs = {id(m) for joined in group.user for m in joined.mentions}
    own = [m for m in group.mentions if id(m) not in theirs]
    if not own:
        return
    leading = VariableGroup(own).leading()
    by_name: dict[str, list[FactorMention]] = {}
    for mention in own:
        if mention.claim in claims:
            by_name.setdefault(mention.factor.name.casefold(), []).append(mention)
    shown = {kept.casefold(), leading.factor.name.casefold()}
    yield from (_merge(kept, mentions, leading, readings) for name, mentions in by_name.items() if name not in shown)


def _merge(
    kept: str, mentions: Sequence[FactorMention], leading: FactorMention, readings: Mapping[str, Reading]
) -> Merge:
    factor = mentions[0].factor
    kind = reason(mentions[0], leading)
    return Merge(
        kept=kept,
        merged=factor.name,
        kind=kind,
        why=factor.key if kind == "synonym" else None,
        grounds=tuple(ground_of(m, m.factor.span, readings) for m in mentions[:SHOWN]),
        undo=f"split: {quoted(factor.name)}",
    )


def _anaphor(mention: FactorMention, kept: str, word: Span, readings: Mapping[str, Reading], *, alone: bool) -> Merge:
    """Of a variable that no other claim names, the undoing leaves nothing."""
    ground = ground_of(mention, word, readings)
    return Merge(
        kept=kept,
        merged=ground.quote,
        kind="anaphor",
        grounds=(ground, ground_of(mention, mention.factor.span, readings)),
        undo=f"drop: {quoted(kept)}" if alone else f"split: {quoted(kept)} @ {mention.claim.doc}/{mention.claim.id}",
    )


def ground_of(mention: FactorMention, span: Span, readings: Mapping[str, Reading]) -> Ground:
    reading = readings[mention.claim.doc]
    return Ground(
        quote=reading.text[span[0] : span[1]],
        source=reading.doc,
        spans=(span,),
        date=reading.date,
        claim=mention.claim.id,
    )


def quoted(name: str) -> str:
    """A name as an edits file has it: in double quotes where it holds one of the signs."""
    return f'"{name}"' if any(mark in name for mark in ("=", "->", "@", "#")) else name
