"""Who counted, and what a number by itself counts."""

from __future__ import annotations

import pytest

from wederhoor import read_text
from wederhoor.documents import load_text
from wederhoor.reading import open_student


@pytest.mark.parametrize(
    ("text", "counter"),
    [
        ("De politie telde tweehonderd betogers.", "de politie"),
    ],
)
def test_who_counted_says_so_many(text: str, counter: str) -> None:
    assert [a.speaker for a in read_text(text, lang="nl").attributions] == [counter]


@pytest.mark.parametrize("text", ["De vereniging telde vierhonderd leden.", "De politie telt drieduizend agenten."])
def test_who_has_so_many_says_nothing(text: str) -> None:
    assert not read_text(text, lang="nl").attributions


def test_a_number_by_itself_counts_what_was_counted_before() -> None:
    text = "De regering spreekt van dertig doden. Een hulporganisatie houdt het op negentig."
    found = open_student("nl")(load_text(text, lang="nl")).propositions or ()
    assert [p.amount.of.head for p in found if p.amount is not None and p.predicate == "measure"] == ["dode", "dode"]
