"""When and where: the time and the place that an event's own clause states."""

from __future__ import annotations

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records import EventCode, Place
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_word

STEPS = 8
"""Steps up from a name to its preposition, or from a word to its event, at most."""
DONE_TO_PLACES: tuple[EventCode, ...] = ("ASSAULT", "AID", "DISASTER")
HALTS = ("ccomp", "advcl", "acl:relcl", "parataxis", "csubj")
"""Relations that lead out of a clause into another."""


def time_of(text: Text, draft: EventDraft) -> int | None:
    """The number of the time that stands in the clause of an event, the nearest to its trigger."""
    found = _nearest(text, draft, [(words, n) for words, n in text.times_in.get(_sentence(text, draft), ())])
    return found if isinstance(found, int) else None


def place_of(text: Text, draft: EventDraft) -> Place | None:
    """The place that stands in the clause of an event, where it is or what it is done to, the nearest to its trigger."""
    near = [
        (words, place)
        for words, place in text.places_in.get(_sentence(text, draft), ())
        if _undergoes(draft, words) or (_located(text, words) and not _holds(draft.agents, words))
    ]
    found = _nearest(text, draft, near)
    return found if isinstance(found, Place) else None


def _holds(heads: list[int], words: Extent) -> bool:
    return any(words[0] <= w < words[1] for w in heads)


def _undergoes(draft: EventDraft, words: Extent) -> bool:
    """Whether the place is what it is done to: *het land bezetten*."""
    return draft.code in DONE_TO_PLACES and _holds(draft.patients, words)


def _sentence(text: Text, draft: EventDraft) -> int:
    return text.parse.sentence_of[draft.anchor]


def _located(text: Text, words: Extent) -> bool:
    """Whether the phrase of a name begins with a preposition of place."""
    p = text.parse
    here = words[0]
    for _ in range(STEPS):
        if has_word(p, here, text.pack.names.place_prepositions, "case"):
            return True
        if p.heads[here] == here or p.deps[here] not in ("appos", "flat", "nmod", "conj"):
            return False
        here = p.heads[here]
    return False


def _nearest(text: Text, draft: EventDraft, things: list[tuple[Extent, int]] | list[tuple[Extent, Place]]) -> object:
    p = text.parse
    heads = {draft.node, draft.anchor} if draft.host is None else {draft.node, draft.anchor, draft.host}
    best: tuple[int, object] | None = None
    for words, thing in things:
        steps = _steps(p, _head(p, words), heads)
        if steps is not None:
            distance = 100 * steps + min(abs(words[0] - draft.anchor), 99)
            if best is None or distance < best[0]:
                best = distance, thing
    return best[1] if best else None


def _head(p: Parse, words: Extent) -> int:
    """The word of a phrase that hangs outside it."""
    inside = range(*words)
    return next((w for w in inside if p.heads[w] not in inside or p.heads[w] == w), words[0])


def _steps(p: Parse, word: int, heads: set[int]) -> int | None:
    """Steps up from a word to the event without leaving its clause."""
    here = word
    for step in range(STEPS):
        if here in heads:
            return step
        if p.heads[here] == here or p.deps[here] in HALTS:
            return None
        here = p.heads[here]
    return None
