"""What a language pack says of the set ways to tell one of two sides of a question (``sided.toml``), as typed records."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

Rows = tuple[tuple[str, ...], ...]
"""Rows of words, lemmas or forms, all of which are told."""
Ways = dict[str, tuple[tuple[bool, Rows], ...]]
"""By the first word of the first row: the side that a way tells, and its rows."""


class Sided(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two sides of a question by a neutral ``name``, and the ways to tell either.

    A way is words in a row, lemmas or forms, with ``=`` before what must be that form; ``&`` parts rows that
    stand in any order and anywhere: *keep & open*.
    """

    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    """Ways of which one must be told as well: what it is that rises; none where anything may."""
    itself: bool = False
    """Whether it is that of which it is told: *unemployment rises*."""
    placed: bool = False
    """Whether it is of a name: of a place, *the village is flooded*; of somebody, *the mayor steps down*."""
    final: bool = False
    """Whether what is denied of it is denied for good: *the contract is not extended*."""


class SidedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    plans: tuple[Sided, ...]
    """What somebody means to do."""
    planning: tuple[str, ...]
    """Ways to say that it is meant to be."""
    coming: tuple[str, ...]
    """Ways to say that it will be."""
    forecasts: tuple[Sided, ...]
    rules: tuple[Sided, ...]
    """What is allowed, and what is forbidden."""
    verdicts: tuple[Sided, ...]
    """What is good, and what is bad."""
    deciding: frozenset[str]
    """Verbs of planning of which the past still holds, lemmas: *decided to close it*."""
    using: frozenset[str]
    """Verbs for having and using a thing, lemmas, which a rule on it is of anyhow."""
    comings: tuple[Sided, ...]
    """What will be at a time; ``no`` that it is otherwise still: *stays shut*."""
    not_ruled_out: tuple[str, ...]
    """Ways to say that it may be: *do not rule out*."""
    by: frozenset[str]
    """Words of a time before the end of which it will be, forms: *within*."""
    after: frozenset[str]
    """Prepositions of how long it will take, forms: *after two years*."""
    not_before: frozenset[str]
    """Words of a time before which it will not be, forms: *earliest*."""
    until: frozenset[str]
    """Prepositions of a time to which something lasts, forms."""
    not_then: frozenset[str]
    """Words of a time that say nothing of what comes behind it, forms: *only until*."""
    never: frozenset[str]
    """Words that deny something for good, forms."""
    deaths: tuple[Sided, ...]
    """What somebody may die of, no two of which go together: *drown*."""
    harms: dict[str, str]
    """Nouns for what does harm and comes from somewhere, lemmas, and the name that all of one kind have: *bacterium*, *lead*."""
    sources: frozenset[str]
    """Nouns for the one thing that something came of, lemmas: *source*."""
    lying: frozenset[str]
    """Verbs for where a source is, lemmas."""
    lying_in: frozenset[str]
    """Prepositions of where it is."""
    stemming: frozenset[str]
    """Verbs of coming from somewhere, lemmas."""
    out_of: frozenset[str]
    """Prepositions of where something comes from."""
    driving: frozenset[str]
    """Verbs of making something more or less, lemmas: *drive up*."""
    that: frozenset[str]
    """Pronouns for what was told before, forms."""
    reasons: frozenset[str]
    """Nouns for a reason, lemmas: *for health reasons*."""
    vague: frozenset[str]
    """Kinds of reasons that leave open which it was, lemmas: *personal*."""
    for_whom: frozenset[str]
    """Prepositions of for whom something will be, forms: *opens to cyclists*."""
    for_reasons: frozenset[str]
    """Prepositions before these."""
    doing_so: frozenset[str]
    """Verbs that stand for what was told before, lemmas: *did so*."""
    leaving: frozenset[str]
    """Keys of deeds that a predicate denies: to leave is not to stay."""
    why: frozenset[str]
    """Words that ask why, forms."""
    where: frozenset[str]
    """Words that ask where, forms."""
    whence: frozenset[str]
    """Words by which that asks where something comes from, forms."""
    origins: tuple[Sided, ...]
    """What made something so, by kinds: the ways to tell of each."""
    outcomes: tuple[Sided, ...]
    """What was made so; ``placed`` where it matters to whom it happened: *the fish died*."""
    made_so: tuple[str, ...]
    """Ways to say that one made the other so."""
    unlinked: tuple[str, ...]
    """Ways to say that it did not: *had nothing to do with*."""
    against: tuple[str, ...]
    """Ways to put the one aside for the other, forms: *rather than*."""
    left_open: tuple[str, ...]
    """Ways to say that it is not known, only possible, or so in a case only."""
    denying: tuple[str, ...]
    """Ways to deny without a word of denial: *unlikely*, *rule out*."""
    not_denying: tuple[str, ...]
    """Ways that hold a word of denial and deny nothing: *nothing but*."""
    calling: frozenset[str]
    """Verbs of which not the subject is judged, lemmas."""
    topic: frozenset[str]
    """Prepositions of what is spoken of: *said of the tram*."""
    aside: frozenset[str]
    """Nouns that are never what a rule, a plan or a verdict is of, lemmas."""
    institutions: frozenset[str]
    """Nouns for where a rule holds, lemmas."""
    in_names: frozenset[str]
    """What many names have in common, lower case: *County*."""
    events: frozenset[str]
    """Nouns, or last parts of them, for what somebody may do well or badly in: *wedstrijd*."""
    kinds_of_thing: frozenset[str]
    """Nouns behind the name of a thing that only say what it is: *the tram line*."""
    things: dict[str, str]
    """Nouns for one thing, lemmas, and the name that all of them have."""
    during: frozenset[str]
    """Prepositions before when a rule holds: *during lunch*."""
    moments: dict[str, str]
    """Nouns for when a rule holds, lemmas, and the name that all of one time have."""


class SidedWays(msgspec.Struct, frozen=True):
    """Two sides of a question with the ways to tell either by their first words."""

    name: str
    ways: Ways
    of: Ways
    itself: bool
    placed: bool
    final: bool


class SidedWords(msgspec.Struct, frozen=True):
    """The file, and the ways in it by their first words."""

    file: SidedFile
    plans: tuple[SidedWays, ...]
    forecasts: tuple[SidedWays, ...]
    rules: tuple[SidedWays, ...]
    verdicts: tuple[SidedWays, ...]
    comings: tuple[SidedWays, ...]
    not_ruled_out: Ways
    deaths: tuple[SidedWays, ...]
    origins: tuple[SidedWays, ...]
    outcomes: tuple[SidedWays, ...]
    made_so: Ways
    unlinked: Ways
    against: Ways
    planning: Ways
    coming: Ways
    left_open: Ways
    denying: Ways
    not_denying: Ways
    parts: frozenset[str]
    """Words that are a way, or a row of one, by themselves: a compound may end in one, *telefoonverbod*."""
    kinds: dict[str, str]
    """Words for what made something so, and the kind of each."""


def index_sided(file: SidedFile) -> SidedWords:
    """The file with its ways by their first words."""

    def of(several: Iterable[Sided]) -> tuple[SidedWays, ...]:
        return tuple(SidedWays(s.name, _ways(s.yes, s.no), _ways(s.of), s.itself, s.placed, s.final) for s in several)

    every = [*file.plans, *file.forecasts, *file.rules, *file.verdicts, *file.outcomes]
    kinds = {word: kind.name for kind in file.origins for word in kind.yes if " " not in word}
    written = [*file.planning, *(way for s in every for way in (*s.yes, *s.no, *s.of))]
    single = (rows[0] for rows in map(_rows, written) if len(rows) == len(rows[0]) == 1)
    return SidedWords(
        file, of(file.plans), of(file.forecasts), of(file.rules), of(file.verdicts),
        of(file.comings), _ways(file.not_ruled_out), of(file.deaths), of(file.origins), of(file.outcomes),
        _ways(file.made_so), _ways(file.unlinked), _ways(file.against),
        _ways(file.planning), _ways(file.coming), _ways(file.left_open), _ways(file.denying), _ways(file.not_denying),
        frozenset(word for row in single for word in row) | file.aside,
        kinds,
    )  # fmt: skip


def _rows(way: str) -> Rows:
    return tuple(tuple(row.split()) for row in way.split("&"))


def _ways(yes: Iterable[str], no: Iterable[str] = ()) -> Ways:
    found: dict[str, list[tuple[bool, Rows]]] = {}
    for side, ways in ((True, yes), (False, no)):
        for way in ways:
            rows = _rows(way)
            found.setdefault(rows[0][0], []).append((side, rows))
    return {first: tuple(several) for first, several in found.items()}
