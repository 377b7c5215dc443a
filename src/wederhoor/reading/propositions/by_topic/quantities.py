"""How much something cost, how long it lasted or what share it got, by what a sentence is about: *de brug kostte 12 miljoen*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederhoor.languages.topics import Aspect
from wederhoor.reading.propositions.by_topic.occasions import (
    names_among,
    plain_sentence,
    rate_of,
    times_among,
    verb_over,
    which_among,
)
from wederhoor.reading.propositions.by_topic.ownings import NAMES, of_one_name
from wederhoor.reading.propositions.by_topic.same_occasion import TEXT, share_names, share_words, whens_meet
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.propositions.figures import counts_differ, same_measure
from wederhoor.reading.propositions.modes import mode_of
from wederhoor.reading.propositions.phrases import SHARE, bounds_of
from wederhoor.reading.propositions.same import times_meet
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Amount, ConflictSide, Mode, Phrase, Proposition
from wederhoor.syntax.clauses import SUBJECT, children
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import names_party
from wederhoor.syntax.numbers import Figure

QUANTITY = "quantity"
"""The predicate: so much of one aspect of a thing."""
OF, WHICH, ABOUT = "of", "which", "about"
"""The roles of what it is an aspect of, of which of several that was, and of what else the sentence tells."""
NOUN_BESIDE = "noun beside"
"""The role that says that the noun of the aspect stands beside its number: *drie miljoen huur*."""
ALONE = "@"
"""Beside what a sentence is about: its names alone tell of which thing it is."""
MONEY = "money"
POINT = 0.005
"""How far a share may lie from the one that is told."""
MODES = ("past", "present", "future")
TIMES: tuple[tuple[Mode, Mode], ...] = (("past", "future"), ("future", "past"))
"""Modes of two times."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in a unit; ``low`` and ``high`` in the unit that others of its kind are told in."""

    figure: Figure
    unit: str
    low: float | None
    high: float | None
    unit_at: tuple[int, ...] = ()
    """The word of its unit, where it is none of the number's."""


def quantities(text: Text, side: ConflictSide, inside: Sequence[int]) -> Iterator[Proposition]:
    """What some words of one sentence say of how much; nothing where they say it of two numbers of one unit."""
    words = plain_sentence(text, inside)
    figures = {f.first: f for w in inside if (f := text.number_at.get(w)) is not None and w not in text.time_at}
    found = [m for f in figures.values() if words and (m := measure_of(text, f)) is not None]
    for one in found:
        if sum(other.unit == one.unit for other in found) == 1:
            yield from _told(text, side, one, inside, words)


def measure_of(text: Text, figure: Figure) -> Measure | None:
    """A number with its unit: a share, money, a time or a length."""
    p, words, numbers = text.parse, text.pack.propositions.words, text.pack.numbers
    if _is_share(figure):
        return Measure(figure, SHARE, *bounds_of(text, figure, POINT))
    behind = list(range(figure.end, min(figure.end + 2, len(p))))
    money = numbers.currency | words.money
    inside = {p.lower[w] for w in range(figure.first, figure.end)} | (
        {p.lower[behind[0]], p.lemmas[behind[0]].lower()} if behind else set()
    )
    if inside & money:
        told = behind[0] if behind and not {p.lower[behind[0]], p.lemmas[behind[0]].lower()}.isdisjoint(money) else None
        return Measure(figure, MONEY, *bounds_of(text, figure), () if told is None else (told,))
    unit = next(
        ((words.scales[form], w) for w in behind for form in (p.lemmas[w].lower(), p.lower[w]) if form in words.scales),
        None,
    )
    if unit is None:
        return None
    low, high = bounds_of(text, figure)
    (name, scale), at = unit
    return Measure(figure, name, low and low * scale, high and high * scale, (at,))


def _is_share(figure: Figure) -> bool:
    """Whether a number is a share; *anderhalf uur* is none."""
    return figure.share and (figure.low or 0.0) <= 1.0


def _told(
    text: Text, side: ConflictSide, one: Measure, inside: Sequence[int], words: Sequence[int]
) -> Iterator[Proposition]:
    """What is said of a number, by its aspect and the names; nothing where its clause only may be so."""
    p = text.parse
    verb = verb_over(text, one.figure.first, inside)
    mode = "present" if verb is None else mode_of(text, verb)
    yes = True if verb is None else polarity_of(text, verb)
    found = aspect_among(text, one.unit, inside) or aspect_among(text, one.unit, words)
    names = (*names_among(text, inside, anybody=True),) or (*names_among(text, words),)
    if mode not in MODES or yes is None or changes(text, one.figure) or found is None or not names:
        return
    span = p.span(one.figure.first, one.figure.end)
    roles = _roles(text, one, found, names, words)
    if roles:
        yield Proposition(
            side=side, span=span, predicate=QUANTITY, polarity="+" if yes else "-", mode=mode, times=times_among(text, words),
            others=tuple((role, Phrase(head=role, modifiers=tuple(sorted(told)))) for role, told in roles if told),
            amount=Amount(of=Phrase(head=found[0]), low=one.low, high=one.high, words=span),
        )  # fmt: skip


def _roles(
    text: Text, one: Measure, found: tuple[str, int], names: Sequence[str], words: Sequence[int]
) -> tuple[tuple[str, set[str]], ...]:
    """What it is of, the names, and what else is told; nothing where it should be somebody's, and nobody is named."""
    aspect, at = found
    kind = text.pack.topics.file.aspects[aspect]
    whole = {part for name in names for part in name.split()}
    of = _whose(text, at, names) if kind.whose else heads_of(text, at, whole)
    if kind.whose and not of:
        return ()
    about = {key_of(text, w)[0] for w in words if _is_thing(text, w)} - {aspect}
    return (
        (OF, of),
        (ABOUT, about | ({ALONE} if kind.alone else set())),
        (NAMES, {*names}),
        (WHICH, which_among(text, words) | rate_of(text, one.figure.first, one.figure.end)),
    )


def _is_thing(text: Text, word: int) -> bool:
    return text.parse.upos[word] == "NOUN" and word not in text.number_at and word not in text.time_at


def changes(text: Text, figure: Figure) -> bool:
    """*Steeg met 3 procent*, *up by three*: by how much, not how much."""
    before = text.parse.lower[figure.first - 1] if figure.first else ""
    return before in text.pack.topics.file.changing


def aspect_among(text: Text, unit: str, words: Sequence[int]) -> tuple[str, int] | None:
    """The aspect of a unit that some words tell of, and its word; None where they tell of none, or of two."""
    found: dict[str, int] = {}
    for name, aspect in text.pack.topics.file.aspects.items():
        at = next((w for w in words if _tells_of(text, w, aspect)), None) if unit in aspect.units else None
        if at is not None:
            found.setdefault(name, at)
    if len(found) > 1:
        found = {name: at for name, at in found.items() if not text.pack.topics.file.aspects[name].yields}
    return next(iter(found.items())) if len(found) == 1 else None


def _tells_of(text: Text, word: int, aspect: Aspect) -> bool:
    p = text.parse
    lemma, stem = p.lemmas[word].lower(), p.stems[word].lower()
    if p.upos[word] in ("VERB", "AUX"):
        below = {p.lemmas[c].lower() for c in p.children[word]}
        below |= {p.lower[c] for c in p.children[word] if p.upos[c] != "NOUN"}  # gaan stemmen; not van de stemmen
        return not aspect.verbs.isdisjoint((lemma, stem)) or any(
            lemma == verb and other in below for verb, other in aspect.phrases
        )
    if p.upos[word] not in ("NOUN", "ADJ", "PROPN"):
        return False
    return head_in(lemma, aspect.nouns, text.pack.hooks) is not None or p.lower[word] in aspect.nouns


def heads_of(text: Text, at: int, names: set[str]) -> set[str]:
    """What an aspect is one of: the subject of its verb, what stands behind or before its noun; a name by its first word."""
    p = text.parse
    if p.upos[at] in ("VERB", "AUX"):
        near = _of_verb(text, at)
    else:
        near = [c for c in children(p, at, "nmod", "nmod:poss", "compound") if c not in text.number_at]
        lemma = p.lemmas[at].lower()
        known = {noun for one in text.pack.topics.file.aspects.values() for noun in one.nouns}
        first = lemma.removesuffix(head_in(lemma, known, text.pack.hooks) or lemma)
        if first:
            return {first}
    things = (c for c in near if p.upos[c] == "NOUN" and c not in text.number_at and p.lower[c] not in names)
    return {key_of(text, c)[0] for c in things if not names_party(p.lemmas[c].lower(), text.pack)}


def _of_verb(text: Text, verb: int) -> list[int]:
    """What a verb is told of: *voor [de brug] betaald*, else its subject."""
    p, purpose = text.parse, text.pack.topics.file.owning.purpose
    behind = [c for c in children(p, verb, "obl") if preposition_before(p, c) in purpose]
    return behind or children(p, verb, *SUBJECT)


def _whose(text: Text, at: int, names: Sequence[str]) -> set[str]:
    """The name of whose share it is: *[Groen Veld] haalde 31 procent*."""
    p = text.parse
    under = {p.lower[w] for w in _under_verb(text, at)}
    return {name for name in names if under.issuperset(name.split())}


def whose_share(text: Text, at: int, words: Sequence[int]) -> list[str]:
    """The names of the subject of a verb, or of what it is told of, among some words."""
    return [*names_among(text, sorted({*_under_verb(text, at)} & {*words}), anybody=True)]


def _under_verb(text: Text, at: int) -> list[int]:
    p = text.parse
    verb = at if p.upos[at] in ("VERB", "AUX") else verb_over(text, at, range(*text.sentence(at)))
    return [w for c in (_of_verb(text, verb) if verb is not None else ()) for w in p.subtree(c)]


def quantities_differ(a: Proposition, b: Proposition) -> str:
    """How two amounts of one aspect of a thing are opposed, as ``counts_differ`` says it; empty where they are not."""
    of_texts = [TEXT in dict(one.others) for one in (a, b)]
    meets = _of_one_text(a, b) if all(of_texts) else not any(of_texts) and _of_one_thing(a, b)
    same = (a.mode, b.mode) not in TIMES and same_measure(a, b) and meets
    return counts_differ(a, b) if same else ""


def _of_one_thing(a: Proposition, b: Proposition) -> bool:
    one, other = dict(a.others), dict(b.others)
    if _words(one, WHICH) != _words(other, WHICH) or not times_meet(a, b) or not of_one_name(one[NAMES], other[NAMES]):
        return False
    heads = _words(one, OF), _words(other, OF)
    if all(heads):
        return share_words(*heads)
    about = _words(one, ABOUT), _words(other, ABOUT)
    return ALONE in about[0] or share_words(heads[0] or about[0], heads[1] or about[1])


def _words(told: dict[str, Phrase], role: str) -> tuple[str, ...]:
    return told[role].modifiers if role in told else ()


def _of_one_text(a: Proposition, b: Proposition) -> bool:
    """Whether both are of one thing of both texts; one that neither names only where its noun stands beside a number."""
    one, other = dict(a.others), dict(b.others)
    if _words(one, WHICH) != _words(other, WHICH) or not times_meet(a, b) or not share_names(one[TEXT], other[TEXT]):
        return False
    if bool(a.times) != bool(b.times) or not whens_meet(one, other):
        return False
    heads = _words(one, OF), _words(other, OF)
    return share_words(*heads) if all(heads) else not any(heads) and (NOUN_BESIDE in one or NOUN_BESIDE in other)
