"""Who did what to whom in the constructions of news: passives of headlines, participles, relative clauses, shared subjects."""

from __future__ import annotations

import functools

import pytest

from wederhoor.reading import Student, open_student
from wederhoor.records import Document, Event, Reading

REST = {"en": "\n\nIt was made known on Monday.", "nl": "\n\nDat werd maandag bekend."}
"""What stands under a headline."""

Told = tuple[str, set[str], set[str]]


@functools.cache
def student(lang: str) -> Student:
    return open_student(lang)


def read(lang: str, text: str) -> Reading:
    return student(lang)(Document(doc="vorm", text=text, lang=lang, date="2031-05-20")).reading


def event(lang: str, text: str, code: str, trigger: str) -> Event:
    reading = read(lang, text)
    return next(e for e in reading.events if e.code == code and trigger in text[slice(*e.trigger)])


def told(lang: str, text: str, code: str, trigger: str) -> tuple[list[str], list[str]]:
    reading = read(lang, text)
    found = event(lang, text, code, trigger)
    names = {actor.id: actor.name for actor in reading.actors}
    one, two = (
        [names.get(who, who).lower().removeprefix("the ") for who in side] for side in (found.agents, found.patients)
    )
    return one, two


@pytest.mark.parametrize(
    ("lang", "headline", "code", "trigger", "agents", "patients"),
    [
        ("en", "Junta condemned by bishops", "ACCUSE", "condemned", ["bishops"], ["junta"]),
        (
            "en",
            "Hospital board investigated by inspectors",
            "ACCUSE",
            "investigated",
            ["inspectors"],
            ["hospital board"],
        ),
        ("en", "Welders dismissed by shipyard owners", "ECONOMIC", "dismissed", ["shipyard owners"], ["welders"]),
        (
            "nl",
            "Studenten uitgezet door vreemdelingendienst",
            "COERCE",
            "uitgezet",
            ["vreemdelingendienst"],
            ["studenten"],
        ),
        ("nl", "Dorpelingen bedreigd door militie", "THREATEN", "bedreigd", ["militie"], ["dorpelingen"]),
        ("nl", "Vrijwilligers geprezen door dorpsraad", "SUPPORT", "geprezen", ["dorpsraad"], ["vrijwilligers"]),
    ],
)
def test_passives_of_headlines(
    lang: str, headline: str, code: str, trigger: str, agents: list[str], patients: list[str]
) -> None:
    assert told(lang, headline + REST[lang], code, trigger) == (agents, patients)


@pytest.mark.parametrize(
    ("lang", "headline", "code", "trigger"),
    [
        ("en", "Ministry to deport students", "COERCE", "deport"),
        ("en", "Police to arrest smugglers", "COERCE", "arrest"),
        ("en", "Tenants to sue landlord", "ACCUSE", "sue"),
        ("nl", "Plan vreemdelingendienst om studenten uit te zetten", "COERCE", "uit te zetten"),
        ("nl", "Plan kabinet om uitkering te verlagen", "ECONOMIC", "verlagen"),
    ],
)
def test_what_a_headline_announces_has_not_happened(lang: str, headline: str, code: str, trigger: str) -> None:
    assert event(lang, headline + REST[lang], code, trigger).modality == "planned"


@pytest.mark.parametrize(
    ("lang", "text", "code", "trigger", "modality", "polarity"),
    [
        (
            "nl",
            "De smokkelaars worden volgende week door de politie gearresteerd.",
            "COERCE",
            "gearresteerd",
            "planned",
            "+",
        ),
        ("nl", "De scheepswerf weigerde de lassers te ontslaan.", "ECONOMIC", "ontslaan", "actual", "-"),
        ("en", "The company declined to cut 200 jobs.", "ECONOMIC", "cut", "actual", "-"),
        ("en", "Brandt Foods stated its intention to leave the Danish market.", "ECONOMIC", "leave", "planned", "+"),
        (
            "nl",
            "Het besluit van de minister om de studenten uit te zetten leidde tot onrust.",
            "COERCE",
            "uit te zetten",
            "planned",
            "+",
        ),
    ],
)
def test_what_is_planned_or_refused_is_not_told_as_done(
    lang: str, text: str, code: str, trigger: str, modality: str, polarity: str
) -> None:
    found = event(lang, text, code, trigger)
    assert (found.modality, found.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("lang", "text", "code", "trigger", "agents", "patients"),
    [
        (
            "en",
            "The hostages killed by the rebels on Monday were nurses.",
            "ASSAULT",
            "killed",
            ["rebels"],
            ["hostages"],
        ),
        ("en", "The police arrived, attacked by rebels.", "ASSAULT", "attacked", ["rebels"], ["police"]),
        (
            "en",
            "Henk Mulder blamed the rebels for killing the hostages.",
            "ASSAULT",
            "killing",
            ["rebels"],
            ["hostages"],
        ),
        ("en", "The rebels left the town after killing the hostages.", "ASSAULT", "killing", ["rebels"], ["hostages"]),
        ("en", "The mob was blamed for attacking the bus driver.", "ASSAULT", "attacking", ["mob"], ["bus driver"]),
        ("en", "The police's arrest of the smugglers caused a stir.", "COERCE", "arrest", ["police"], ["smugglers"]),
        (
            "en",
            "The arrest of the smugglers by the police caused a stir.",
            "COERCE",
            "arrest",
            ["police"],
            ["smugglers"],
        ),
        (
            "en",
            "The village council met. It praised the volunteers.",
            "SUPPORT",
            "praised",
            ["village council"],
            ["volunteers"],
        ),
        (
            "en",
            "The theatre appointed the new director on Monday.",
            "ECONOMIC",
            "appointed",
            ["theatre"],
            ["new director"],
        ),
        (
            "en",
            "The minister signed a decree that bars any person with a dog.",
            "COERCE",
            "bars",
            ["minister"],
            ["any person"],
        ),
        ("en", "According to Henk Mulder, the tenants sued the landlord.", "ACCUSE", "sued", ["tenants"], ["landlord"]),
        (
            "nl",
            "Volgens Henk Mulder steunde de bond de wethouder.",
            "SUPPORT",
            "steunde",
            ["de bond"],
            ["de wethouder"],
        ),
        (
            "nl",
            "De studenten, die de dienst maandag uitzette, zwijgen.",
            "COERCE",
            "uitzette",
            ["de dienst"],
            ["de studenten"],
        ),
        (
            "nl",
            "De boeren die de minister hebben bedreigd, zwijgen.",
            "THREATEN",
            "bedreigd",
            ["de boeren"],
            ["de minister"],
        ),
        ("nl", "De bende verscheen en viel de buschauffeur aan.", "ASSAULT", "viel", ["de bende"], ["de buschauffeur"]),
        (
            "nl",
            "De bisschop is gekomen en heeft de wethouder gesteund.",
            "SUPPORT",
            "gesteund",
            ["de bisschop"],
            ["de wethouder"],
        ),
        (
            "nl",
            "Na de wethouder te hebben gesteund vertrok de bond.",
            "SUPPORT",
            "gesteund",
            ["de bond"],
            ["de wethouder"],
        ),
        (
            "nl",
            "De vervolging van de aannemer door de officier stopte.",
            "ACCUSE",
            "vervolging",
            ["de officier"],
            ["de aannemer"],
        ),
        ("nl", "De politie arresteerde maandag studenten.", "COERCE", "arresteerde", ["de politie"], ["studenten"]),
        ("nl", "De minister veroordeelde maandag de junta.", "ACCUSE", "veroordeelde", ["de minister"], ["de junta"]),
    ],
)
def test_who_does_it_to_whom(
    lang: str, text: str, code: str, trigger: str, agents: list[str], patients: list[str]
) -> None:
    assert told(lang, text, code, trigger) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "code", "trigger"),
    [
        ("The minister rejected the plan.", "REJECT", "rejected"),
        ("The two countries signed the treaty.", "SUPPORT", "signed"),
        ("The minister banned the veil.", "COERCE", "banned"),
    ],
)
def test_what_an_act_is_about_is_nobody_it_is_done_to(text: str, code: str, trigger: str) -> None:
    assert told("en", text, code, trigger)[1] == []


def test_an_agreement_that_nobody_reaches_is_a_text() -> None:
    assert read("en", "The deal covers 300 stores and three warehouses.").events == ()
