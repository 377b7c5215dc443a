"""Which drafts stand: one report a cue, no content twice, no direct speech inside a clause that only the parser gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wederhoor.reading.attributions.draft import Draft
from wederhoor.records.parse import Parse

SAME_CONTENT = 0.8
"""Dice coefficient of their words from which two contents are one."""


class ContentIndex:
    """Finds the drafts whose content holds a word; it grows while drafts are added."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self.drafts: list[Draft] = []
        self._at: dict[int, list[int]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Add a draft; its number is the count of those before it."""
        for word in draft.content:
            self._at.setdefault(word, []).append(len(self.drafts))
        self.drafts.append(draft)

    def holding(self, words: Iterable[int]) -> list[int]:
        """Numbers of the drafts whose content holds all the words."""
        counts, size = self._counts(words)
        return [number for number, count in counts.items() if count == size]

    def sharing(self, words: Iterable[int]) -> Counter[int]:
        """Numbers of the drafts that share words with these, and how many."""
        return self._counts(words)[0]

    def _counts(self, words: Iterable[int]) -> tuple[Counter[int], int]:
        counts: Counter[int] = Counter()
        size = 0
        for word in words:
            size += 1
            counts.update(self._at.get(word, ()))
        return counts, size


def choose(p: Parse, direct: Sequence[Draft], indirect: Sequence[Draft], contrasts: frozenset[str]) -> list[Draft]:
    """The drafts that stand, in text order. Direct speech goes before indirect, a named source before none.

    ``contrasts`` are the conjunctions behind which another voice may speak (*maar*).
    """
    taken = {w for d in direct for w in d.cue}
    chosen = ContentIndex(direct)
    for candidate in sorted(indirect, key=lambda d: (d.holder is None, d.anchor)):
        if taken & set(candidate.cue):
            continue
        draft = _outside_speech(candidate, chosen, len(direct))
        if not _said_already(draft, chosen):
            chosen.add(draft)
            taken |= set(draft.cue)
    anchored = {d.anchor: d for d in chosen.drafts}
    drafts = [_up_to_the_next_voice(p, d, anchored, contrasts) for d in chosen.drafts]
    return _borne_out(p, sorted(drafts, key=lambda d: (d.anchor, -len(d.content))))


def _up_to_the_next_voice(p: Parse, draft: Draft, anchored: Mapping[int, Draft], contrasts: frozenset[str]) -> Draft:
    """*Volgens A is dat onzin[, maar B denkt daar anders over]*: up to a clause that *maar* joins and that reports another."""
    if draft.quotations or draft.anchor in draft.content:
        return draft
    content = set(draft.content)
    for other in (anchored[w] for w in draft.content if w in anchored):
        clause = set(p.subtree(other.anchor)) if p.deps[other.anchor] == "conj" else set()
        joined = next((w for w in sorted(clause) if _joins(p, w, contrasts)), None)
        before = () if joined is None else _before(p, draft.content, joined)
        if before and other.holder in content:
            return replace(draft, content=before)
    return draft


def _before(p: Parse, content: Sequence[int], joined: int) -> tuple[int, ...]:
    """The words before a conjunction and its comma."""
    end = joined - (p.upos[joined - 1] == "PUNCT")
    return tuple(w for w in content if w < end)


def _joins(p: Parse, word: int, contrasts: frozenset[str]) -> bool:
    return p.deps[word] == "cc" and p.lower[word] in contrasts


def _said_already(draft: Draft, chosen: ContentIndex) -> bool:
    """Whether another draft has the same content, and neither cue stands in the other's content."""
    content, cue = set(draft.content), set(draft.cue)
    for number, shared in chosen.sharing(draft.content).items():
        other = chosen.drafts[number]
        alike = 2 * shared >= SAME_CONTENT * (len(content) + len(other.content))
        if alike and not cue & set(other.content) and not content & set(other.cue):
            return True
    return False


def _outside_speech(draft: Draft, chosen: ContentIndex, direct: int) -> Draft:
    """Without direct speech (the first ``direct`` drafts) that the parser drew into the clause of a cue outside of it."""
    content, cue = set(draft.content), set(draft.cue)
    for number in chosen.sharing(draft.content):
        words = set(chosen.drafts[number].content)
        if number < direct and 5 < len(words) < len(content) and words < content and not cue & words:
            content -= words
    return draft if len(content) == len(draft.content) else replace(draft, content=tuple(sorted(content)))


def _borne_out(p: Parse, drafts: list[Draft]) -> list[Draft]:
    """Without the tentative ones that nothing reported stands before."""
    reporting = {p.sentence_of[d.anchor] for d in drafts if not d.tentative and not d.quotations}
    return [d for d in drafts if not d.tentative or {p.sentence_of[d.anchor], p.sentence_of[d.anchor] - 1} & reporting]
