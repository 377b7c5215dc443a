"""What a statement says in set words of what made something so, by the kind of what made it: the poison, not the heat."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wederhoor.languages.sided import SidedWays
from wederhoor.reading.propositions.by_side.cues import Worded, worded
from wederhoor.reading.propositions.by_side.statements import Whole
from wederhoor.reading.propositions.by_side.themes import named, places_in, thing_at, things_near
from wederhoor.reading.propositions.roles import BECAUSE
from wederhoor.reading.text import Text
from wederhoor.records import Phrase, Proposition

CAME_OF = "came of"
"""The predicate of what came of something: its object is what came of it."""
WHERE = "in"
CLAUSE_ENDS = (",", ";", ":", "–", "-", "—")


def read_origins(text: Text, said: Whole) -> Iterator[Proposition]:
    """*De brand is ontstaan door kortsluiting*: it came of an electrical fault; *niet door brandstichting*: not of that."""
    if not said.told.has(text.pack.sided.made_so) or not _where(text, said):
        return
    outcome, kinds = _outcome(text, said), _kinds(text, said)
    if outcome is None or not kinds:
        return
    phrase, used = outcome
    denied = {name: words for name, words in kinds.items() if _is_denied(text, said, words, used)}
    affirmed = [name for name in kinds if name not in denied]
    if len(affirmed) == 1:
        yield _came_of(text, said, phrase, used, affirmed[0], yes=True)
    elif not affirmed:
        yield from (
            _came_of(text, said, phrase, used, name, yes=False) for name, words in denied.items() if not words <= used
        )


def _kinds(text: Text, said: Whole) -> dict[str, frozenset[int]]:
    """What is told that may have made it so, by its kind, with its words; *hot weather* is heat, and no weather."""
    told = {kind.name: said.told.sides(kind.ways)[1] for kind in text.pack.sided.origins}
    return {name: words for name, words in told.items() if words and not any(words < more for more in told.values())}


def _is_denied(text: Text, said: Whole, words: frozenset[int], used: frozenset[int]) -> bool:
    """Whether what is told is put aside wherever it is told, or tells what came of it."""
    return words <= used or all(_is_put_aside(text, said, w) for w in words)


def _where(text: Text, said: Whole) -> tuple[str, ...]:
    """The names of where it happened: what has none may be another fire."""
    return places_in(text, said.whole.words, said.around)


def _outcome(text: Text, said: Whole) -> tuple[Phrase, frozenset[int]] | None:
    """What came of it, with its words; None where nothing is told, or two things."""
    whole = said.whole
    found = [(one, used) for one in text.pack.sided.outcomes for _, used in [whole.sides(one.ways)] if used]
    if len(found) != 1:
        return None
    one, used = found[0]
    return (_patient(text, said, one, used) if one.placed else named(one.name)), used


def _patient(text: Text, said: Whole, one: SidedWays, used: frozenset[int]) -> Phrase:
    """To whom it happened: *the [fish] died*."""
    whole = said.whole
    of = _origin_words(text, said)
    near = [w for w in things_near(text, whole, used, said.about, within=True) if w not in of]
    phrase = thing_at(text, near[0], whole, used) if near else None
    return named(one.name) if phrase is None else msgspec.structs.replace(phrase, modifiers=())


def _origin_words(text: Text, said: Whole) -> frozenset[int]:
    """The words that tell of what made it so."""
    found: frozenset[int] = frozenset()
    for kind in text.pack.sided.origins:
        found |= said.told.sides(kind.ways)[1]
    return found


def _is_put_aside(text: Text, said: Whole, word: int) -> bool:
    """*Not [the heat] but the poison*, *rather than [poison]*, *[power] had nothing to do with it*."""
    part = _part(text, said, word)
    if part.has(text.pack.sided.unlinked):
        return True
    before = worded(text, [w for w in part.words if w < word])
    return before.has(text.pack.sided.against)


def _part(text: Text, said: Whole, word: int) -> Worded:
    """The words of a statement around a word, from one comma or *but* to the next."""
    p, contrasts = text.parse, text.pack.grammar.contrasts
    words = said.told.words
    ends = [w for w in words if p.lower[w] in contrasts or p.words[w] in CLAUSE_ENDS]
    first = max((w for w in ends if w < word), default=-1)
    last = min((w for w in ends if w > word), default=len(p))
    return worded(text, [w for w in words if first < w < last])


def _came_of(text: Text, said: Whole, thing: Phrase, used: frozenset[int], kind: str, *, yes: bool) -> Proposition:
    words = said.whole.words
    of = _origin_words(text, said)
    near = [w for w in things_near(text, said.whole, used, said.about) if w not in of]
    where = thing_at(text, near[0], said.whole, used) if near and thing.head != text.parse.lemmas[near[0]] else None
    place = () if where is None or thing == where else ((WHERE, named(where.head)),)
    return Proposition(
        side=said.side,
        span=said.span,
        predicate=CAME_OF,
        polarity="+" if yes else "-",
        state=True,
        object=thing,
        others=((BECAUSE, named(kind)), *place),
        times=tuple(sorted({t for w in words if (t := text.told_time_at.get(w)) is not None})),
        places=_where(text, said),
    )
