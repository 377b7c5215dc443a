"""What a language pack's TOML files say, as typed records. The keys of each class are the keys of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

CueOrder = Literal["verb-subject", "subject-verb"]
"""``"...," zegt Jansen``, ``"...," Smith said``."""


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns and pronouns for those who can say, think and want. Nouns are lemmas; a compound counts by its last part."""

    persons: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    texts: frozenset[str]
    """Documents that say things: rapport, krant, brief, onderzoek, wet."""
    titles: frozenset[str]
    """Forms of address before a name that are no part of it: de heer, mevrouw, dr., sir."""
    name_particles: frozenset[str]
    """Lower-case parts of names: van, de, der, ten."""
    generations: frozenset[str]
    """senior, junior: the family name alone means somebody else."""
    indefinite: frozenset[str]
    """niemand, iedereen, velen, men: speakers that stand for themselves."""
    member_suffixes: frozenset[str]
    """Endings that make a person of a party's or body's name: PvdA'er."""
    general: frozenset[str]
    """Nouns that take up anybody of their kind: man, vrouw, bewindsman, bedrijf, club."""
    publisher: frozenset[tuple[str, str]]
    """Determiner and noun by which a text means who publishes it, and nobody that it names: deze krant."""
    sexes: frozenset[str]
    """Those of them that say no more than a person's sex and age: man, vrouw."""
    officers: frozenset[str]
    """Offices that are told apart by what they are about: minister, wethouder."""
    about: frozenset[str]
    """Words between such an office and what it is about: van, voor."""
    portfolios: frozenset[str]
    """What such an office is about, by its first word: zorg, binnenlandse."""
    somebody: frozenset[str]
    """Words that bring in somebody new: iemand, een ander."""
    led: frozenset[str] = frozenset()
    """Bodies that are called by who leads them, and speak for themselves: het kabinet Den Uyl, de commissie Jansen."""
    describing: frozenset[str] = frozenset()
    """Adjectives before a role, lemmas or forms, that say what its bearer is like and not which one he is: omstreden."""
    exclusive: frozenset[str] = frozenset()
    """Words before a role that say that its bearer had it, will have it or stands in for another: vorig, waarnemend."""
    describing_endings: tuple[str, ...] = ()
    """Endings of such adjectives: 54-jarig."""
    exclusive_parts: frozenset[str] = frozenset()
    """The same as first parts of a compound: oud-, vice-, loco-."""
    own_texts: frozenset[str] = frozenset()
    """What somebody writes or says himself, so that whose it is says it: verklaring, brief; not vonnis, biografie."""
    out_of: frozenset[str] = frozenset()
    """Prepositions between such a text and who made it: van."""
    same: frozenset[str] = frozenset()
    """Words with which a noun means the same one again: zelfde."""
    trades: frozenset[tuple[str, ...]] = frozenset()
    """Nouns that tell what kind of body bears the name before them: the Reuters news agency."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Proper names that newspapers use, and the nouns that tell what a name beside them is. Names as they are written."""

    given_women: frozenset[str]
    given_men: frozenset[str]
    places: frozenset[str]
    """Countries, regions, cities, waters, buildings."""
    organisations: frozenset[str]
    people: frozenset[str]
    """Family names of people whom everybody knows."""
    works: frozenset[str]
    """Events, prizes, laws, works, brands, languages: MISC."""
    demonyms: frozenset[str]
    """Adjectives and nouns of nationality, town, religion: Nederlandse, Amsterdammers."""
    place_nouns: frozenset[str]
    organisation_nouns: frozenset[str]
    work_nouns: frozenset[str]
    """programma, film, boek, wet, prijs: what follows is MISC."""
    no_names: frozenset[str]
    """Words in lower case that begin sentences with a capital and are no names."""
    capitalised: frozenset[str] = frozenset()
    """Words that have a capital anywhere and are no names, in lower case: monday, march, i."""
    place_prepositions: frozenset[str] = frozenset()
    """in, te, uit, naar: what follows is a place more often than not."""
    actor_prepositions: frozenset[str] = frozenset()
    """bij, volgens, namens, tegen: what follows is a person or an organisation."""
    place_relatives: frozenset[str] = frozenset()
    """waar, vanwaar: open a relative clause behind the name of a place."""
    place_endings: frozenset[str] = frozenset()
    """Endings by which a name of one word that nobody knows is a place: -istan, -ia."""
    legal_forms: frozenset[str] = frozenset()
    """Last words of a firm's name that may be left out, in lower case: inc., corporation, holding, nv."""
    organisation_tails: frozenset[str] = frozenset()
    """Words, in lower case, on which names of bodies end, and that are no common nouns of the language: motors, airlines."""
    work_tails: frozenset[str] = frozenset()
    """The same of events, prizes, indexes, works: conference, awards, average."""
    place_tails: frozenset[str] = frozenset()
    """The same of places: airport, street, hills."""
    capital_roles: frozenset[str] = frozenset()
    """Roles, in lower case, that are written with capitals and are no names: ceo, vice president, chief executive officer."""
    noun_endings: tuple[str, ...] = ()
    """By these an unknown word at the head of a sentence is known for a noun and no name, where a noun needs an article to be one
    thing; empty where that tells nothing."""


class Hedges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a statement is less than certain, or denied."""

    probable: frozenset[str]
    possible: frozenset[str]
    additive: frozenset[str]
    """Behind a negation these take it back: niet alleen ..., maar ook."""
    perfect: frozenset[str]
    """Lemmas with which these report: zou hebben gezegd, zou ziek zijn."""
    irrealis: frozenset[str]
    """Lemmas with which these only imagine or advise: zou moeten, zou willen."""
    refusals: frozenset[str]
    """Lemmas of what one will not do on the spot: ingaan op vragen, reageren, commentaar geven. No statement."""
    withholding: frozenset[str]
    """Verbs that take back the saying below them: weigeren te bevestigen."""
    silent: frozenset[str]
    """Modals that do so when they are denied: wilde niet zeggen of."""
    agreeing: frozenset[str]
    """Predicates of one mind: is het eens."""
    disagreeing: frozenset[str]
    agreement_prepositions: frozenset[str]
    """With these comes whom or what one agrees with."""
    agreement_among: frozenset[str]
    """With these they agree among each other."""
    modals_possible: frozenset[str]
    modals_probable: frozenset[str]
    came_later: frozenset[str] = frozenset()
    """Adverbs with which *zou* tells what came after: zou later minister worden. No report."""
    unreal: frozenset[str] = frozenset()
    """Auxiliaries under which a reporting verb reports nothing: *should say*, *might argue*."""
    supposing: frozenset[str] = frozenset()
    """Words that open a clause in which a reporting verb reports nothing: *if A says*, *whether A said*, *had A said*.

    None: those of closed.conditionals.
    """
    dissuading: frozenset[tuple[str, ...]] = frozenset()
    """What opens a deed that somebody is talked out of."""
    retracting: frozenset[str] = frozenset()
    """Verbs that take back what was said, with their particle behind a blank: intrekken, walk back."""
    never: frozenset[str] = frozenset()
    """Nouns with which a phrase of none denies the verb: met geen woord, at no point."""
    instead: frozenset[tuple[str, ...]] = frozenset()
    """Words before a verb of saying that is not done: in plaats van te zeggen, rather than say."""
    pending: frozenset[str] = frozenset()
    """Adverbs that leave the saying below a verb to be done: has yet to say."""
    neither: frozenset[str] = frozenset()
    """Beside a reporting verb they leave both sides open: *neither confirms nor denies*."""
    otherwise: frozenset[str] = frozenset()
    """Adverbs with which *zou* tells what would be if: dan, anders."""
    admitting: frozenset[str] = frozenset()
    """Verbs that report under a verb of duty too: *moet toegeven dat*."""


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes that the readers need."""

    subordinators: frozenset[str]
    """Words that open a complement clause: dat, of, om."""
    complementizers: frozenset[str]
    """Those that open a finite complement: dat, of."""
    infinitive_marks: frozenset[str]
    """te, om: marks of an infinitive clause."""
    role_marks: frozenset[str]
    """als: before what somebody or something is taken for."""
    partaking: dict[str, frozenset[str]]
    """By a preposition the nouns that have it before what they are part of: any [role in] the sale."""
    coming_to: frozenset[str]
    """Verbs that with a particle have what is done as an infinitive: went on to say."""
    evident: frozenset[str]
    """Verbs whose subject may be a fact: *it shows that*. Of *it* they report only what a text says."""
    belonging: frozenset[str]
    """Prepositions of what a judgment or wish says of its object, behind it: praised the firm [for] its speed."""
    contrasts: frozenset[str]
    """maar: behind it the author goes on with somebody else's word."""
    source_prepositions: frozenset[str]
    """van, door: before the one whose claim, fear or hope a noun names."""
    voicing: frozenset[str]
    """Verbs whose subject holds the claim, fear or wish that their object names: uiten, doen, komen (met), hebben."""
    object_control: frozenset[str]
    """Verbs whose object is the subject of their infinitive: horen, laten, vragen."""
    object_marks: frozenset[str]
    """Prepositions with which a participle says what the object did: blamed the rebels for killing them."""
    pronominal: frozenset[str]
    """Adverbs for a preposition and a thing: daartoe, ervan, hierover."""
    stranding: frozenset[str]
    """Adverbs that leave their preposition behind: voelt daar niets voor."""
    stranded_prepositions: dict[str, str]
    """A preposition as it stands there -> as it stands before a noun: toe, tot."""
    question_words: frozenset[str]
    clitics: frozenset[str]
    """Words that start with an apostrophe: 's, 't, 'n, 'm, 'r, 'k."""
    cue_orders: tuple[CueOrder, ...]
    """How a reporting verb stands behind its quotation, the commonest first."""
    verb_second: bool
    """Whether the finite verb of a main clause stands second: where another part opens it, the subject stands behind the verb."""
    linkers: frozenset[str]
    """Author's links before a quotation that are no part of it: maar, en, want, dus."""
    manner: frozenset[str]
    """zo, aldus: adverbs before a parenthetical verb (zo zegt X)."""
    linking_sounds: tuple[str, ...]
    """Between the parts of a compound: kiezer-s-bedrog."""
    nominal_endings: dict[str, str]
    """Ending of a noun of action -> ending of its infinitive: instemm-ing, instemm-en."""
    people_endings: dict[str, str] = {}
    """Ending of an adjective that a number counts -> that of the noun that it is then: zeven gewond-en, gewond-e."""
    strict_control: bool = False
    """Only somebody is the source of a verb that takes its subject from another word: nobody says it in *a way to say that*."""
    question_labels: frozenset[str] = frozenset()
    """What opens a question of an interview before its colon, in lower case: q."""
    answer_labels: frozenset[str] = frozenset()
    """What opens an answer: a."""
    topics: frozenset[str] = frozenset()
    """Prepositions of what is talked about, and not said: over het bericht dat."""
    concerning: frozenset[str] = frozenset()
    """Verbs that say of what something is said, by lemma: wat de prijs betreft."""
    as_planned: frozenset[str] = frozenset()
    """Nouns that tell, without an article behind a marker of sources, how something goes: volgens afspraak."""
    clause_openers: frozenset[tuple[str, ...]] = frozenset()
    """Words that open a clause, where a verb without inflection is easily taken for a noun: as prices rise, demand falls."""
    turned: Mapping[str, Literal["base", "done", "being"]] = msgspec.field(default_factory=dict)
    """Forms of auxiliaries that may stand before their subject, with what follows: did -> base, had -> done, was -> being."""
    turning: frozenset[tuple[str, ...]] = frozenset()
    """Beginnings of a phrase in front that has them do so in a statement: never, at no time."""
    turns: frozenset[tuple[str, ...]] = frozenset()
    """Phrases that stand where an adverb does and say that one thing follows another: in turn."""
    verbal_endings: tuple[str, ...] = ()
    """Endings of verbs of which none is a noun too: weaken, reinforce."""
    kept_from: frozenset[str] = frozenset()
    """Prepositions before what somebody or something is kept from doing: prevents it from falling."""
    distributive: frozenset[str] = frozenset()
    """Articles of each of several: every."""
    raising: frozenset[str] = frozenset()
    """Verbs that in the passive report what their subject does (*is said to have left*), not those that address it (*told*)."""

    existing: frozenset[str] = frozenset()
    """Verbs of being there and coming up, whose subject may be a report of nobody: er zijn geruchten, er klinkt kritiek."""
    ended: frozenset[tuple[str, str]] = frozenset()
    """Two words in a row that say that something is so no more, the first of which denies it: niet langer."""
    telling: frozenset[str] = frozenset()
    """Verbs whose *dat* or *dit* is the sentence before, which they hand on as news: lieten dat weten."""

    @property
    def subject_first(self) -> bool:
        """Whether the subject of a reporting aside may come before its verb: *..., she said*."""
        return "subject-verb" in self.cue_orders
