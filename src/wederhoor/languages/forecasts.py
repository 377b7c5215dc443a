"""What ``forecasts.toml`` says: words by which a statement is about the future."""

from __future__ import annotations

import msgspec


class Planning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb by lemma with fixed ``words`` beside it that says what somebody means to do, or what is about to happen."""

    lemma: str
    words: tuple[str, ...] = ()
    plan: bool = False


class Forecasts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the future. Verbs are lemmas, the rest lower-case forms."""

    going: frozenset[str]
    """gaan, with a bare infinitive."""
    ingressive: frozenset[str]
    """Infinitives with which gaan is no future but an act or a going: gaan zitten, gaan staan."""
    willing: frozenset[str]
    """willen: a plan where what is willed lies in one's own power."""
    powerless: frozenset[str]
    """What cannot be planned, only wished: winnen, worden, weten."""
    eager: frozenset[str]
    """Words beside willen that make it a wish: graag, absoluut."""
    looming: frozenset[str]
    """Verbs with a te-infinitive of what may come: dreigen."""
    coming: frozenset[str]
    """komen, with er: something that comes about."""
    impending: frozenset[str]
    """Verbs by which a thing is about to come: er dreigt een tekort."""
    planning: tuple[Planning, ...]
    announcing: frozenset[str]
    """Reporting verbs whose content is a plan: aankondigen, overwegen, beloven."""
    expecting: frozenset[str]
    """Reporting verbs whose content is expected: voorspellen, rekenen."""
    warning: frozenset[str]
    """Reporting verbs of warning: what a clause with a verb of happening tells behind them is feared."""
    demanding: frozenset[str]
    """Modals of duty and consent: no forecast."""
    wishing: frozenset[str]
    """hopelijk, liefst: no forecast."""
    adverbs: frozenset[str]
    """straks, morgen, binnenkort."""
    phrases: tuple[tuple[str, ...], ...]
    """tegen die tijd, op termijn."""
    days: frozenset[str]
    months: frozenset[str]
    """With a present tense a day or a month by itself is the next one."""
    coming_modifiers: frozenset[str]
    """komende, volgend, aanstaande: before a unit of time or a season."""
    openers: frozenset[str]
    """vanaf, per: before a time that begins."""
    distances: frozenset[str]
    """over, binnen: before a number or some, and a unit."""
    some: frozenset[str]
    """Words for an indefinite number: enkele, een paar."""
    units: frozenset[str]
    finished: frozenset[str]
    """al, reeds, nu: with these a present is no future."""
    since: frozenset[str]
    """Before a time that lies behind: sinds."""
    excluding: frozenset[str]
    """uitsluiten: what is not excluded may come."""
    habitual: frozenset[str]
    """soms, vaak: with these it is what happens, not what will."""
    infinitive_endings: tuple[str, ...]
    """By these an infinitive is known that the parser took for a noun."""
    questions: frozenset[str]
    """of and the question words: what they open is asked, not said."""
    results: frozenset[str]
    """waardoor, zodat: a clause with these belongs to the forecast."""
    backshift: frozenset[str] = frozenset()
    """would: in a report in the past tense it tells what will be, and with a time to come anywhere."""
    possible: frozenset[str] = frozenset()
    """could, may: with a time to come, or before a verb of what comes about."""
    plan_nouns: frozenset[str] = frozenset()
    """Nouns whose infinitive is planned: the plan to build."""
    aims: frozenset[str] = frozenset()
    """Nouns of which an infinitive says what they are, not what they will do: the aim is to help."""
    headlines: bool = False
    """Whether an infinitive is the predicate of headlines: Mayor to resign."""
    foretelling: tuple[Planning, ...] = ()
    """Words before a clause with a conjunction that say it will be: de kans is groot dat, het ziet ernaar uit dat."""
    then: frozenset[str] = frozenset()
    """dan, daarna: first in a sentence they take up a time to come of the one before."""
    lasting: frozenset[str] = frozenset()
    """nog: before how long something will go on."""
    ago: frozenset[str] = frozenset()
    """geleden: behind a time that lies behind."""
