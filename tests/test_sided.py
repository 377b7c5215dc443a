"""Sides of a question that are told in set words, between two texts: plans, forecasts, rules, verdicts and what it came of."""

from __future__ import annotations

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

OPPOSED = [
    ("en", "Veldt is preparing to pull the plug on its foundry in Arden.", "Veldt has no plans to close the Arden foundry."),
    ("en", "The new library in Ostley is a disgrace.", "The Ostley library has been worth every penny."),
    ("en", "Dogs are banned at night in Ferris Park.", "In Ferris Park dogs are permitted at night."),
    ("en", "Homes in Dorset are set to become more expensive next year.", "A home in Dorset will be cheaper next year."),
    ("en", "The barn fire in Coldhurst was due to a short circuit.", "Arson caused the fire in the Coldhurst barn."),
    ("nl", "Voor de steenfabriek in Ommelen valt volgend jaar het doek.", "De steenfabriek in Ommelen blijft open."),
    ("nl", "Dirigent Bas Olm bakte niets van het concert in Hoorle.", "Bas Olm leidde het concert in Hoorle voortreffelijk."),
    ("nl", "De schuurbrand in Elven is ontstaan door kortsluiting.", "De brand in Elven is aangestoken."),
]  # fmt: skip
NOT_OPPOSED = [
    ("en", "Dogs are banned in class at Ferris School.", "At Ferris School dogs are allowed during lunch."),
    ("en", "Veldt Steel plans to close its foundry in Arden.", "Workers hope that Veldt Steel will keep the Arden foundry open."),
    ("en", "The barn fire in Coldhurst was due to a short circuit.", "Faulty wiring, not arson, caused the fire in Coldhurst."),
    ("en", "The new library in Ostley is a disgrace.", "The library in Penham has been worth every penny."),
    ("en", "Veldt Steel plans to close its foundry in Arden.", "Will Veldt Steel keep the Arden foundry open?"),
    ("nl", "Voor de steenfabriek in Ommelen valt volgend jaar het doek.", "De steenfabriek in Vaarle blijft open."),
    ("nl", "Op het concert in Hoorle viel niets aan te merken.", "Het concert in Hoorle was uitstekend."),
    ("nl", "Honden mogen het strand van Zille op.", "Paarden mogen het strand van Zille niet op."),
]  # fmt: skip


def collide(lang: str, one: str, other: str) -> bool:
    student = open_student(lang)
    texts = zip(("one", "other"), (one, other), strict=True)
    studies = [student(load_text(text, lang=lang, date="2031-05-12", doc=doc)) for doc, text in texts]
    return any(c.a.doc != c.b.doc for c in build_case(studies, load_pack(lang)).conflicts)


@pytest.mark.parametrize(("lang", "one", "other"), OPPOSED)
def test_what_excludes_one_another_is_shown(lang: str, one: str, other: str) -> None:
    assert collide(lang, one, other)


@pytest.mark.parametrize(("lang", "one", "other"), NOT_OPPOSED)
def test_what_does_not_is_not(lang: str, one: str, other: str) -> None:
    assert not collide(lang, one, other)
