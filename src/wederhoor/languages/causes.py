"""What ``causes.toml`` says: connectives, verbs and nouns of cause and effect, and words of change, as typed records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

import msgspec

from wederhoor.records.claims import Change, Sign

Record = TypeVar("Record")

Frame = Literal["clause", "main", "adverb", "phrase", "degree"]
"""How a connective joins the two sides.

clause   opens a subordinate clause, which is one side; the clause above it is the other (omdat, zodat)
main     opens a main clause behind another (want, dus)
adverb   stands in a clause, which is one side; what was said before it is the other (daarom, namelijk)
phrase   a preposition; its noun phrase or te-infinitive is one side, the clause or noun that it depends on the other (vanwege)
degree   stands in the cause; a dat-clause behind it is the effect (zo groot dat, zodanig dat)
"""


class Connective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in a row that join cause and effect; ``side`` is what they open or stand in."""

    words: tuple[str, ...]
    frame: Frame
    side: Literal["cause", "effect"]
    opening: bool = False
    """Only as the first word of its clause."""
    doer: bool = False
    """Names a doer or a way too (door): neither is a cause."""
    lacking: bool = False
    """The cause is not there: zonder de dijk stond het dorp onder water. Only before a denial or what is imagined."""
    sign: Sign = "+"
    """-: what is named is missed: bij gebrek aan regen."""
    nouns: frozenset[str] = frozenset()
    """Only before these nouns: uit angst, van woede."""
    changing: bool = False
    """Only between two changes: met de daling van de prijs neemt de vraag toe, bij stijgende prijzen daalt de vraag."""
    stating: bool = False
    """Of one with ``changing``: also before a clause behind a comma that tells a state: , as the order does not cover it."""
    linking: bool = False
    """Only where the parser takes it for what opens a subordinate clause: so researchers could study it."""
    deed: bool = False
    """Only before what is done: by closing two plants."""
    beside: frozenset[str] = frozenset()
    """Only where it depends on these verbs: punished for, praised for."""
    beside_no: frozenset[str] = frozenset()
    """Before a deed never where it depends on these verbs: began by saying, reageerde door te zeggen."""


class CausalVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb by lemma (separable verbs joined), optionally with fixed ``words`` beside it, and where its two sides stand.

    ``cause`` and ``effect`` name places, the first that is filled counting: ``subject``, ``object``, ``clause`` (a dat-clause),
    ``infinitive`` (with its subject: doet de prijs stijgen), ``predicate`` (what the subject is said to be: is behind the rise),
    ``adjective`` (with the object: maakt het duur), ``verb`` (the clause of the verb itself: stierf aan), else a preposition. A
    passive is turned round.
    """

    lemma: str
    words: tuple[str, ...] = ()
    cause: tuple[str, ...] = ("subject",)
    effect: tuple[str, ...] = ("object",)
    sign: Sign = "+"
    change: Change | None = None
    """How the effect changes."""
    weak: bool = False
    """Has many uses: only what names an event is a cause. Of other verbs anything is but a doer."""
    priced: bool = False
    """What it brings may be a price, which is no effect: kost acht ton, not kost tien banen."""
    changing: bool = False
    """Only between two changes: the rise in rents explains the fall in visits."""
    correlates: bool = False
    """Says that the two go together, and not that one brings about the other: gaat samen met."""


class CausalNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that says of its subject that it is the cause or the effect of what its preposition names."""

    lemma: str
    side: Literal["cause", "effect"]
    prepositions: frozenset[str]
    alone: bool = False
    """Takes up what was said before without a phrase: het gevolg is dat ..., de reden: ...."""
    sign: Sign = "+"


class CausalWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be a cause, and what a preposition of cause means besides."""

    event_endings: tuple[str, ...]
    events: frozenset[str]
    """Nouns of events, states and acts; a compound counts by its last part."""
    places: frozenset[str]
    motions: frozenset[str]
    through: frozenset[str]
    """Behind the phrase these make it a way: door de wolken heen."""
    not_caused: frozenset[str]
    restrictions: frozenset[str]
    uncounted: frozenset[str]
    """What there is not one or two of: geen toezicht is the want of it. Not geen maatregel, which is none of several."""
    equating: frozenset[str]
    """With the want of a thing these say that of another: geen regen betekent geen oogst."""
    hardly: frozenset[str]
    """Negations that leave something: nauwelijks."""
    affirmed: frozenset[str]
    """Negated, these deny the clause that they are said of: niet waar dat."""
    proved: frozenset[str]
    """Negated, these leave it in doubt: niet bewezen dat."""
    sensed: frozenset[str]
    """What somebody negates of these may be so or not: nooit gehoord dat; niet geweten dat leaves it as it is."""
    denying: frozenset[str]
    """These deny it by themselves: onzin dat, uitgesloten dat. Not what may be said of what is so: belachelijk dat."""
    uncertain: frozenset[str]
    """These leave it in doubt by themselves: twijfelachtig of."""
    asking: frozenset[str]
    """What opens a clause that does not say that it is so: of."""
    trying: frozenset[str]
    """Verbs of aim: what they govern does not come about by that."""
    shown: frozenset[str]
    """Infinitives with which doen and laten show something: doen denken, laten zien."""
    becoming: frozenset[str] = frozenset()
    """tot: before what something becomes: met schade tot gevolg."""
    imagining: frozenset[str] = frozenset()
    """Verbs by which one is asked to imagine a clause: suppose that, neem aan dat."""
    ways: frozenset[str] = frozenset()
    """Nouns of what leads somewhere and brings nothing about: the path leads to the lighthouse."""
    prices: frozenset[str] = frozenset()
    """Units of money and of time: what costs so much has a price."""
    yields: frozenset[str] = frozenset()
    """Nouns of what is brought about: before a relative clause they are its effect, schade die de storm aanricht."""


class CausesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``causes.toml``."""

    connective: tuple[Connective, ...]
    verb: tuple[CausalVerb, ...]
    noun: tuple[CausalNoun, ...]
    relatives: frozenset[str]
    copulas: frozenset[str]
    correlatives: frozenset[str]
    correlated: frozenset[str]
    forward: dict[str, frozenset[str]]
    """Preposition -> adverbs that point forward to a clause (ertoe)."""
    split: dict[str, frozenset[str]]
    """Preposition -> the other part of er, where the two are apart (er ... toe)."""
    back: dict[str, frozenset[str]]
    """Preposition -> adverbs that point back (daartoe)."""
    words: CausalWords
    change: dict[Change, frozenset[str]]


class Causes(msgspec.Struct, frozen=True):
    """The same, indexed the way the reader asks."""

    connectives: dict[str, tuple[Connective, ...]]
    """By the first word, the longest first."""
    verbs: dict[str, tuple[CausalVerb, ...]]
    """By lemma, those with most fixed words first."""
    nouns: dict[str, CausalNoun]
    changes: dict[str, Change]
    """Lemma or form -> how it changes what it is said of."""
    relatives: frozenset[str]
    copulas: frozenset[str]
    correlatives: frozenset[str]
    correlated: frozenset[str]
    forward: dict[str, frozenset[str]]
    back: dict[str, frozenset[str]]
    split: dict[str, frozenset[str]]
    words: CausalWords


def index_causes(file: CausesFile) -> Causes:
    changes: dict[str, Change] = {}
    for change, words in file.change.items():
        for word in sorted(words):
            changes.setdefault(word, change)
    return Causes(
        connectives=by_first(file.connective, lambda c: c.words),
        verbs=_by_lemma(file.verb),
        nouns={n.lemma: n for n in file.noun},
        changes=changes,
        relatives=file.relatives,
        copulas=file.copulas,
        correlatives=file.correlatives,
        correlated=file.correlated,
        forward=file.forward,
        back=file.back,
        split=file.split,
        words=file.words,
    )


def by_first(rows: Iterable[Record], words: Callable[[Record], tuple[str, ...]]) -> dict[str, tuple[Record, ...]]:
    """The rows under the first of their words, those with most words first."""
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(words(row)[0], []).append(row)
    return {first: tuple(sorted(group, key=lambda r: -len(words(r)))) for first, group in found.items()}


def _by_lemma(verbs: Iterable[CausalVerb]) -> dict[str, tuple[CausalVerb, ...]]:
    found: dict[str, list[CausalVerb]] = {}
    for verb in verbs:
        found.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(sorted(group, key=lambda v: -len(v.words))) for lemma, group in found.items()}
