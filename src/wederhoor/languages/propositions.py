"""What a language pack says of propositions (``propositions.toml``), as typed records."""

from __future__ import annotations

from typing import Literal

import msgspec


class Same(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas with one meaning, by a neutral ``name``, and those that say that it is not so."""

    name: str
    words: frozenset[str]
    against: frozenset[str] = frozenset()


class Fixed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb with a word below it as one predicate; ``thing`` is the preposition of what it is done to.

    No word where the preposition alone makes it another predicate: *voldoet aan*. Of a copula the word is what it joins;
    ``before`` is the preposition that must stand before it, where one must.
    """

    verb: str
    word: str
    says: str = msgspec.field(name="is")
    thing: str = ""
    turned: bool = False
    before: str = ""
    undergone: bool = False
    """Whether the subject is what it is done to: *is te koop*."""
    state: bool = False
    """Whether it says how something is: *heeft een vergunning nodig*."""


class Follows(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is so of the object of a deed when it was done, or of the subject: who signs a letter says that it is real."""

    after: frozenset[str]
    """Predicates in normal form."""
    says: str = msgspec.field(name="is")
    turned: bool = False
    of: Literal["object", "subject"] = "object"
    state: bool = True


class PredicatesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of predicates as it is written."""

    same: tuple[Same, ...]
    deeds: frozenset[str]
    doing: frozenset[str]
    phrases: tuple[Fixed, ...]
    brought_about: frozenset[tuple[str, str]]
    """Verbs with the object that is there by them: *sloten een akkoord*."""
    bare: frozenset[str]
    alternating: frozenset[str]
    """Predicates in normal form of which a subject with no object undergoes what is done to an object: *stijgen*, *verhogen*."""
    lasting: frozenset[str]
    """Predicates in normal form of which the outcome lasts, with - before those of which the opposite does: *is vertrokken*."""
    lasting_for_good: frozenset[str]
    """Those of which it will not be otherwise either: *is afgelast*."""
    follows: tuple[Follows, ...]
    contrary: frozenset[tuple[str, str]]
    """Predicates that cannot both be so of one thing, while both may be false: *te zwaar*, *te licht*."""


class PropositionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    existing: frozenset[str]
    existing_there: frozenset[str]
    """Verbs that say with *er* alone that something is there: *zit er nog*."""
    absent: frozenset[str]
    having: frozenset[str]
    having_with: frozenset[tuple[str, str]]
    lacking_with: frozenset[tuple[str, str]]
    """A verb and its preposition by which its subject has none of something: *zit zonder stroom*."""
    returned: frozenset[str]
    """Forms that behind a copula say that there is something again: *is terug*."""
    creating: frozenset[str]
    """After these, in normal form, what they are done to is there: *bouwen*, *indienen*."""
    giving: frozenset[str]
    """After these the one behind ``to`` has what they are done to: *sturen*."""
    to: frozenset[str]
    resigning: frozenset[str]
    """Verbs of who goes by his own choice, lemmas: *aftreden*."""
    ousting: frozenset[str]
    """After these, in normal form, somebody has gone by another's choice: *ontslaan*."""
    leaving: str
    """The predicate of who goes."""
    chosen: str
    """The predicate of what is done by one's own choice."""
    learning: frozenset[str]
    """Verbs by which somebody comes to know, lemmas."""
    not_before: frozenset[tuple[str, ...]]
    """Forms that say of a time that it was not so before: *pas*, *voor het eerst*."""
    knowing: str
    """The predicate of who knows."""
    needing: tuple[str, str]
    """The predicate of what somebody needs, and the preposition before him where it is told of what is needed."""
    events: frozenset[str]
    """Nouns for what is held: *verkiezing*."""
    considering: frozenset[tuple[str, str]]
    """Verbs which, denied, say that their subject will not do something: *denkt niet aan verhuizen*."""
    long: dict[str, tuple[str, float]]
    """Forms that say that something lasts so much of a unit at least: *wekenlang*."""
    in_money: dict[str, float]
    """Units which of money are so many times what they are else: *een lening van 4 ton*."""
    light: frozenset[str]
    """Words for anything, of which only the adjective tells something: *een goede zaak*, *doet het goed*."""
    renouncing: frozenset[tuple[str, str]]
    """Verbs that say that their subject will not do something, with its preposition: *ziet af van stakingen*."""
    calling: frozenset[str]
    counting: frozenset[str]
    measuring: frozenset[str]
    refusing: frozenset[str]
    going: frozenset[str]
    plans: frozenset[str]
    denying: frozenset[str]
    not_denying: frozenset[tuple[str, str]]
    denying_with: frozenset[tuple[str, str]]
    """Words that with the next one deny what they stand with: *no longer*, *verre van*."""
    hardly: frozenset[str]
    """Of what is hardly so it is not said that it is, nor that it is not."""
    anything_but: frozenset[tuple[str, str]]
    """Words before what something is not: *anything but*, *far from*."""
    than: frozenset[str]
    turning: frozenset[str]
    """Lemmas that deny without a negation: *avoid*, *lack*, *only*."""
    partial: frozenset[str]
    """Adverbs that a denial before them denies, and not the deed: not always, niet helemaal."""
    nobody: frozenset[str]
    none: frozenset[str]
    besides: frozenset[str]
    again: frozenset[str]
    unless: frozenset[str]
    excepting: frozenset[str]
    """Forms of an exception: *met uitzondering van*."""
    counted_from: frozenset[str]
    """Forms that beside a spell count from a time told before: *het jaar daarop*."""
    spells: frozenset[str]
    """Nouns for a stretch of time, lemmas."""
    sole: frozenset[str]
    """Adjectives of which a negation leaves the rest: *niet de enige reden*."""
    modes: dict[str, str]
    duties: dict[str, str]
    backshifted: dict[str, str]
    """Forms of a report of the past, and the mode that they have there: *would*."""
    needless: frozenset[str]
    """Verbs of *must* that say that it need not be where they are denied: *does not have to*."""
    forbidding: frozenset[str]
    phases: frozenset[str]
    """Verbs that tell when what stands below them is done: *begint te*, *continues to*."""
    shareable: frozenset[str]
    once: frozenset[str]
    circumstances: frozenset[str]
    """Prepositions of the occasion on which something is done: *tijdens de ontruiming*."""
    done_once: frozenset[str]
    """Deeds that are done to a thing once, and nouns for them: of two days one is wrong."""
    causing: frozenset[str]
    opening: frozenset[str]
    turning_prefixes: tuple[str, ...]
    """By these an adjective says the opposite: on-veilig."""
    adverb_endings: tuple[str, ...]
    """By these an adjective becomes an adverb: careful-ly; none where adverbs are adjectives."""
    no_adverbs: frozenset[str]
    """Nouns that only look like one: supp-ly."""
    not_turned: frozenset[str]
    not_turned_beginnings: tuple[str, ...]
    """Beginnings of adjectives that only look so: ont-, onder-."""
    general: frozenset[str]
    units: frozenset[str]
    sources: frozenset[str]
    because: frozenset[str]
    some: frozenset[str]
    there: str
    only_existing: frozenset[str]
    presence: frozenset[str]
    one_way: frozenset[str]
    ways: frozenset[str]
    never: frozenset[str]
    parts: frozenset[str]
    every: frozenset[str]
    """Forms that say of many that all of them do or are: *alle*."""
    scales: dict[str, tuple[str, float]]
    hours: str
    """The unit in which ``scales`` tell how long something lasts."""
    spoken: frozenset[str]
    of: str
    results: frozenset[str]
    numbers: dict[str, str]
    at: frozenset[str]
    common: frozenset[str]
    holding: frozenset[str]
    undergone: dict[str, str]
    counted: dict[str, str]
    plural: dict[str, str]
    causes_nouns: frozenset[str]
    causes_with: frozenset[tuple[str, str]]
    bringing_with: frozenset[tuple[str, str]]
    """Verbs that say so only of more or less of something: *zorgen voor minder ongelukken*."""
    caused_with: frozenset[tuple[str, str]]
    motives: frozenset[str]
    motive_endings: tuple[str, ...]
    motive_before: frozenset[str]
    reason_before: frozenset[str]
    cause_of: frozenset[str]
    linked: frozenset[tuple[str, str]]
    works: frozenset[str]
    belonging: frozenset[str]
    become: frozenset[str]
    participles: tuple[str, ...]
    making: frozenset[str]
    announcing: frozenset[str]
    day_parts: frozenset[str]
    stative_endings: tuple[str, ...]
    plurals: tuple[str, ...]
    one: frozenset[str]
    cleft: frozenset[str]
    been: frozenset[str]
    unaccusative: frozenset[str]
    growing: frozenset[str]
    succeeding: frozenset[str]
    verdicts: dict[str, str]
    """Verbs of praise and blame, and the adjective that they say of what they praise or blame: *hekelt het plan*."""
    keeping: frozenset[str]
    """Verbs by which their object is what stands beside it: *houdt de brug open*, *laat de deur dicht*."""
    removing: frozenset[str]
    """Deeds, in normal form, after which their object is there no more: *opruimen*, *slopen*."""
    postures: frozenset[str]
    """Verbs that join a state to their subject as a copula does: *zit vol*, *stond open*."""
    occurring: frozenset[tuple[str, str]]
    """What says of a deed that it will be, with the preposition before it or none: *aan de orde*; and that it will not."""
    not_occurring: frozenset[tuple[str, str]]
    dying_of: frozenset[tuple[str, str]]
    """Verbs with the preposition of what made it so, which are no causes of anything else: *sterven aan*."""
    attributes: frozenset[str]
    """What one has so much money of, and is so much: *drie miljoen huur*, *de huur bedraagt drie miljoen*."""
    estimating: frozenset[str]
    """Verbs that say what something will cost: *raamt de bouw op*."""
    costs: str
    """The predicate of what something costs."""
    money: frozenset[str]
    """What so much is by itself where it is money: *1,2 miljoen*."""
    coin: str
    """The unit of money that goes without saying."""
    particular: frozenset[str]
    """Before a noun for one of the kind that was told of: *zo'n bevel*."""
    still: frozenset[str]
    """Forms that say that it was so until now: *nog*, *steeds*."""
    issuing: frozenset[tuple[str, str]]
    """Verbs that say of whom a deed came, with their preposition: *het bevel kwam van*."""
    exclusive: frozenset[str]
    """What only one can do to a thing at a time: *de haven is in handen van het leger*."""
    involved: tuple[str, str]
    """The predicate, and its preposition, of who has to do with a deed."""
    participle_marks: tuple[str, ...]
    """One of these stands in every participle that may be taken for an adjective: *ge*, *ver*; none where all may be."""
