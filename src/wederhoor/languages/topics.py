"""What a language pack says of what is told by its topic (``topics.toml``), as typed records.

How many died or came on which occasion, how much there was of what aspect of a thing, that somebody has a thing or none.
"""

from __future__ import annotations

import msgspec


class Fate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How news tells that so many died, or were hurt, or came."""

    nouns: frozenset[str]
    """What they are then: *doden*."""
    adjectives: frozenset[str]
    """The same beside a noun for anybody: *dodelijke slachtoffers*."""
    verbs: frozenset[str]
    states: frozenset[str]
    """Forms behind a verb: *raakten gewond*."""
    takes: frozenset[str]
    """Verbs that say it with one of ``taken`` below them: *kostte negen mensen het leven*."""
    taken: frozenset[str]
    spared: frozenset[str]
    """Verbs that say it where they are denied: *overleefden het niet*."""
    numbers: frozenset[str]
    """Nouns for the number of them: *dodental*."""


class FateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands around such a number."""

    names: dict[str, str]
    """What a fate is called where a number of it is shown."""
    anybody: frozenset[str]
    """Nouns for anybody, forms: *negen mensen*."""
    alike: tuple[frozenset[str], ...]
    """Nouns for people of which any two may be the same people, keys."""
    befallen: frozenset[str]
    """Nouns for those whom most of a kind of disaster befalls, lemmas: *patiënt*."""
    adding: frozenset[str]
    """Forms beside a number that comes on top of another: *nog twee*."""
    parting: frozenset[str]
    """Forms before a number of a part of those who are counted: *onder wie vier soldaten*."""
    numbers: frozenset[str]
    """Nouns for a number of what stands behind them: *het aantal doden*."""
    reaching: frozenset[str]
    """Prepositions before a number that is reached: *staat op negen*."""
    telling: frozenset[str]
    """Verbs that say how many there are."""
    together: frozenset[str]
    """Prepositions before a number of those who are together: *waren met veertig*."""
    strong: frozenset[str]
    """Behind a number: *fifteen-thousand-strong*."""
    which: frozenset[str]
    """Forms that say which of several occasions it was: *vorige*."""
    each: frozenset[str]
    """Forms before for each of what a number is: *per*; *euros [an] hour*."""
    sharers: frozenset[str]
    """Nouns for who gets or pays so much each, lemmas: *household*."""
    asking: frozenset[str]
    """Verbs of who only asks for so much, lemmas: *eisen*."""
    light: frozenset[str]
    """Verbs that tell nothing of what so many are of, lemmas: *geven*."""
    happening: frozenset[str]
    """Lemmas of verbs and nouns for what is only once: of two days of it one is wrong."""
    multiplied: dict[str, float]
    """Verbs that say by what share more or less something is, lemmas: *verdubbelen*."""
    rising: frozenset[str]
    """Keys of words by which a share is one of change: *stijgen*."""
    up_to: frozenset[str]
    """Forms before a number that is reached: *tot*."""
    revising: frozenset[str]
    """Forms of a number of another time: *eerst*."""
    surveys: frozenset[str]
    """Nouns for what asks a sample, lemmas: *poll*."""
    since: dict[str, str]
    """Forms behind a time that is counted from another one, and whether it comes before that: *nadat*."""
    times: frozenset[str]
    """Nouns that say how often, lemmas: *keer*."""
    repeated: dict[str, float]
    """Forms that say by themselves how often: *tweemaal*."""
    shares: dict[str, tuple[float, float]]
    """Forms for a share, from and to: *meerderheid*."""
    near_times: frozenset[str]
    """Forms before an hour that say that it was near it or up to it: *rond*."""
    behind: frozenset[str]
    """Prepositions between an occasion and what it was in, at or about: *tegen*."""
    place_endings: frozenset[str]
    """Endings by which the name of a place is an adjective: *Wolderveense*."""
    supposing: frozenset[str]
    """Conjunctions of a case that need not be: *als*."""
    idle: frozenset[str]
    """Nouns that tell nothing of which occasion it was."""


class Owning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How news tells that there is a thing, or none."""

    doing: frozenset[str]
    """Verbs with which *without* says that there is none: *moet het zonder plan stellen*."""
    ready: frozenset[tuple[str, str]]
    """With its preposition or none: what says of a thing that it is there: *ligt klaar*, *is in place*."""
    others: tuple[str, ...]
    """Beginnings of what stands beside a name that another has: *zusterfabriek*, *nearby*."""
    purpose: frozenset[str]
    """Prepositions before what a thing is for: *a plan for evacuating patients*."""
    imagined: frozenset[str]
    """Nouns for what there is not: *is pure fiction*."""


class Aspect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What so much of a unit is told of: what a thing costs, how long it lasts, what share it gets."""

    units: frozenset[str]
    """``%``, ``money``, or the unit that times or lengths are told in."""
    nouns: frozenset[str]
    """Also as the last part of a compound: *bouwkosten*."""
    verbs: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, str]] = frozenset()
    """Verbs with a word below them: *kwam opdagen*."""
    whose: bool = False
    """Whether it is a share that somebody by name got: *Groen Veld haalde 31 procent*."""
    of_thing: bool = False
    """Whether the thing that its clause tells of with an article is meant: *de machine was defect*."""
    of_text: bool = False
    """Whether a text that is about one has no other: it is of the text where no sentence names what it is of."""
    alone: bool = False
    """Whether a name and a time tell of which it is: *de opkomst in Kolkstad*."""
    yields: bool = False
    """Whether another aspect that is told besides is the one that is meant: *de opkomst haalde 43 procent*."""


class TopicsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    kinds: dict[str, frozenset[str]]
    """Nouns for occasions by kind: *disaster/fire* is a kind of *disaster*."""
    verbs: dict[str, str]
    """Verbs that tell of an occasion, by lemma its kind."""
    fates: dict[str, Fate]
    words: FateWords
    owning: Owning
    aspects: dict[str, Aspect]
    changing: frozenset[str]
    """Forms before a number that say by how much something changed: *met*."""


class TopicWords(msgspec.Struct, frozen=True):
    """The file, and the kind of each noun for an occasion."""

    file: TopicsFile
    kinds: dict[str, str]
    nouns: dict[str, str]
    """The fate of each noun for whom it befell."""
    numbers: dict[str, str]
    """The fate of each noun for a number."""


def index_topics(file: TopicsFile) -> TopicWords:
    """Index the nouns."""
    return TopicWords(
        file,
        {noun: kind for kind, nouns in file.kinds.items() for noun in sorted(nouns)},
        {noun: name for name, fate in file.fates.items() for noun in sorted(fate.nouns)},
        {noun: name for name, fate in file.fates.items() for noun in sorted(fate.numbers)},
    )
