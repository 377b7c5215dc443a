"""What a language pack says of events: the verbs and nouns that tell of them, and the words around these.

A predicate stands in a group that shares its code and construction, so that a file of a thousand predicates stays short.
"""

from __future__ import annotations

import msgspec

from wederhoor.records import Counted, EventCode

Slot = str
"""Where a participant stands: ``subject``, ``object``, ``indirect``, or a preposition."""
Kind = str
"""A class of event_classes.toml or one of ``actor``, ``person``, ``group``, ``organisation``, ``name``, ``pronoun``,
``plural``, ``thing``, ``none`` (nothing stands there); with "!" before it: none of those."""


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and verb phrases of one code and construction. A phrase ends in its verb: *in brand steken*."""

    code: EventCode
    verbs: tuple[str, ...]
    mode: str | None = None
    agent: tuple[Slot, ...] = ("subject",)
    patient: tuple[Slot, ...] = ("object",)
    subject: tuple[Kind, ...] = ()
    object: tuple[Kind, ...] = ()
    """What the object must be; with a kind that it must be, there must be an object."""
    needs: tuple[Slot, ...] = ()
    """One of these must be there: slots, ``inf`` (a te-infinitive) or ``clause`` (dat, of)."""
    needs_kind: tuple[Kind, ...] = ()
    """What stands there must be one of these."""
    lacks: tuple[Slot, ...] = ()
    """None of these may be there."""
    together: bool = False
    """All who take part do it: subject, *met*, plural object."""
    amount: Slot | None = None
    """A preposition behind which a number counts: oplopen tot negen."""
    light: bool = False
    """The verb only carries its object, which is the trigger: een boete opleggen."""
    counts: Counted = "other"
    doerless: EventCode | None = None
    """The code of a clause that names no doer: *werden gedood*."""
    sport: bool = False
    """Said of matches as well; there it is no event."""
    post: bool = False
    """Its doer takes or leaves a post, with whom he has it or had it as the one it is done to."""
    natural: bool = False
    """A death that may have no other cause than age: an event only where the text tells of violence or a disaster."""
    example: str = ""
    """A sentence in which an event of this code is read."""


class NounGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of one code and construction."""

    code: EventCode
    nouns: tuple[str, ...]
    mode: str | None = None
    agent: tuple[Slot, ...] = ()
    patient: tuple[Slot, ...] = ()
    own: str = "agent"
    """What a possessive tells: ``agent`` (zijn aanval) or ``patient`` (zijn arrestatie)."""
    where: tuple[Slot, ...] = ()
    """Prepositions of places that show, as company does, that a weak noun is an event: de verhuizing naar X."""
    heads: bool = False
    """Compounds that end in one of the nouns count too."""
    but: frozenset[str] = frozenset()
    """Compounds that do not."""
    owner: tuple[Kind, ...] = ()
    """What takes part by *van* or as the first part of the compound must be one of these."""
    alone: bool = False
    """Where ``owner`` asks for one: an event with a definite article and nobody beside it too: *de sluiting*."""
    weak: bool = False
    """An event only where somebody takes part in it."""
    bare: bool = False
    """An event without article, adjective or participant too."""
    count_needed: bool = False
    """An event only where it is counted: *drie doden*."""
    together: bool = False
    counts: Counted = "other"
    whom: tuple[Kind, ...] = ()
    """Whom it is done to, if that is told, must be one of these: *de strijd tegen [de rebellen]*."""
    text: bool = False
    """A text as well, which says something: no event behind *volgens* and *uit*."""
    natural: bool = False
    """As of verbs."""
    example: str = ""


class EventVerb(msgspec.Struct, frozen=True):
    """One predicate: the words that stand beside the verb, and its group."""

    words: tuple[str, ...]
    reflexive: bool
    group: VerbGroup


class NounPhrase(msgspec.Struct, frozen=True):
    """A noun with fixed words before or behind it: *kort geding*, *motie van wantrouwen*."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    group: NounGroup


class Judging(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which what is said of somebody is praise or blame."""

    praise: frozenset[str]
    blame: frozenset[str]
    excess: frozenset[str]
    """Adverbs with which any adjective blames: te laag."""
    verbs: frozenset[str]
    """Reporting verbs that judge: vinden, noemen, beschouwen."""
    labelling: frozenset[str]
    """Those of them that put a name to a thing whatever stands beside: noemen, bestempelen."""
    naming: frozenset[str]
    """Reporting verbs by which a name for somebody is a charge: spreken van."""
    charges: frozenset[str]
    """Nouns that charge somebody: terrorist, bedrog."""
    displeasure: frozenset[str]
    """Verbs whose experiencer blames what their clause tells: het stoort hem dat."""
    denials: frozenset[str]
    """What somebody calls a report that he denies: onzin, onjuist."""
    refutations: tuple[str, ...]
    """Words in what is said that deny: klopt niet."""
    announcing: frozenset[str]
    """Reporting verbs that make a threat of a protest to come: aankondigen."""


class EventGrammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes for events: what makes them planned, possible, demanded, denied."""

    object_control: frozenset[str]
    """Verbs whose object does what their infinitive says."""
    future: frozenset[str]
    intent: frozenset[str]
    """Modals and verbs of the own intention: willen, besluiten te, van plan zijn te."""
    possible: frozenset[str]
    duty: frozenset[str]
    doubtful: frozenset[str]
    """Verbs whose infinitive may not come: dreigen te, overwegen te."""
    demanding: frozenset[str]
    prevention: frozenset[str]
    """Verbs whose object does not happen: voorkomen, verhinderen."""
    restricting: frozenset[str]
    """Words behind a negation with which it tells of less, beside those that only restrict (hedges): niet meer."""
    purpose: frozenset[str]
    conditional: frozenset[str]
    """Words that open a condition: als, mocht, indien."""
    provided: frozenset[str]
    """Those that set a condition by themselves: mits."""
    only: frozenset[str]
    """Adverbs that make a condition of any of them: alleen als, pas als."""
    ambiguous_conditional: frozenset[str]
    """Of those the ones that open no condition without a finite verb: als directeur, when needed."""
    possible_adjectives: frozenset[str]
    planned_adjectives: frozenset[str]
    soon: frozenset[str]
    """Adverbs by which a present tense tells a plan: morgen, binnenkort."""
    with_: frozenset[str] = msgspec.field(name="with")
    """Prepositions of those who take part too: met, tussen."""
    toward: frozenset[str]
    """Prepositions behind an object that take part in what the verb does with it: de steun aan X opschorten."""
    both: frozenset[str]
    """Words that take up two who were named before: beide landen."""
    refusing: frozenset[str]
    """Modals with which a denied cooperation is a refusal: wil niet meewerken."""
    plural_endings: tuple[tuple[str, str], ...]
    """Endings of a form whose lemma is not known, and what the singular has there."""
    noun_ending: tuple[str, str]
    """The ending of nouns made of verbs and what the verb has there: sluit-ing, sluit-en."""
    possessives: frozenset[str]
    times: frozenset[str]
    """Nouns of time; a compound counts by its last part: zondagmorgen."""
    localities: frozenset[str]
    """Nouns that take up a place named before: de stad, het land."""
    quantities: frozenset[str]
    """Nouns for how much or many of something: deel, aantal."""
    actor_classes: frozenset[str]
    """Classes of event_classes.toml whose nouns can act."""
    aiding: frozenset[str]
    """Verbs of help: troops sent for that are aid."""
    falsehoods: frozenset[str]
    """Nouns that say that what follows is not so: sprookje."""
    indefinites: frozenset[str]
    """Pronouns that name no doer: men, je, iemand."""
    light: frozenset[str]
    """Verbs that say little: beside them the other words of a phrase are the trigger (om het leven komen)."""
    carriers: frozenset[str]
    """Verbs that carry an event noun as object: their subject does it (een aanval uitvoeren)."""
    receivers: frozenset[str]
    """Verbs whose subject the noun is done to: kritiek krijgen, hulp vragen."""
    happenings: frozenset[str]
    """Verbs of what nobody does: dreigt uiteen te vallen is no threat."""
    starters: frozenset[str]
    """Verbs beside which the noun is the trigger: hervatten, uitbreken."""
    causative: frozenset[str]
    """Verbs whose subject has others do it: laten."""
    expletive: frozenset[str]
    """Words that stand where a subject would that comes later: er."""
    neuter: frozenset[str]
    """Articles of the infinitive as a noun: het oppakken."""
    definite: frozenset[str]
    generic: frozenset[str]
    """Words after which a noun names no instance: als, zoals, soort."""
    as_text: frozenset[str]
    """Prepositions behind which a noun that is a text too says something: volgens het vonnis."""
    offices: dict[str, tuple[Kind, ...]]
    """Whose office an act is, by its code and mode: the classes of those who do it where nobody is named."""
    from_: tuple[str, ...] = msgspec.field(name="from")
    """Prepositions of who gives what is received: kreeg steun van de bond."""
    holding: frozenset[str]
    """Prepositions beside which a verb of receiving is another: onder controle krijgen."""
    allowing: frozenset[str]
    """Modals that allow: denied in the past they tell of a ban."""
    describing: tuple[str, ...]
    """What an infinitive takes to describe, and to tell of no act: overweldigen-d."""
    anybody: frozenset[str]
    """Pronouns for whoever it may be: wie dat doet, je, men."""
    myself: frozenset[str]
    """Forms of the first person singular: ik."""
    asking: frozenset[str]
    """Words that open a question that yes or no does not answer: waarom."""
    do_so: frozenset[str]
    """Verbs that repeat the one before with ``taking_up``: heeft dat al gedaan."""
    taking_up: frozenset[str]
    anaphors: dict[str, tuple[EventCode, ...]]
    """Nouns that take an event up again, with the codes of those that they may mean: maatregel, incident."""
    sport: frozenset[str]
    """Nouns that make a sentence one about a match."""
    relative_prepositions: dict[str, str]
    """waartegen -> tegen"""
    homographs: dict[str, str]
    """Form -> the other verb that it may be of."""
    announcing: frozenset[str] = frozenset()
    """Verbs of telling by which a noun or an infinitive is planned, and what a clause tells is not: announce."""
    verbal_noun: str = ""
    """The ending of the form by which any verb stands as a noun; none where that is the infinitive: het oppakken, the jailing."""
    temporal: frozenset[str] = frozenset()
    """Words that open a condition and with a past tense a time: wanneer, when."""
    leaving_open: frozenset[str] = frozenset()
    """Prepositions before a gerund of what may not be done: accused of firing."""
    open_with: dict[str, str] = {}
    """Verbs with the preposition of what they only threaten or call for: dreigen met."""
    arising: dict[str, str] = {}
    """Verbs that with a preposition say that there is one, or none: het kwam niet tot een staking."""
    ceasing: frozenset[str] = frozenset()
    """Verbs of prevention that with a deed of their own subject end it: stop firing."""
    concluding: frozenset[str] = frozenset()
    """Of the verbs of duty those that conclude what was done: moet hebben geschoten, must have fired."""


class EventWords(msgspec.Struct, frozen=True, kw_only=True):
    """The event lexicon of one language, indexed by lemma."""

    verbs: dict[str, tuple[EventVerb, ...]]
    """By the verb's lemma, those with most words first."""
    nouns: dict[str, tuple[NounGroup, ...]]
    noun_phrases: dict[str, tuple[NounPhrase, ...]]
    """By the noun: motie (van wantrouwen), geding (kort)."""
    heads: dict[str, tuple[NounGroup, ...]]
    """Those that may end a compound."""
    classes: dict[str, frozenset[str]]
    """Noun -> the classes it is in."""
    grammar: EventGrammar
    judging: Judging
    refutations: dict[str, tuple[tuple[str, ...], ...]]
    """Those of ``judging`` by their first word."""
