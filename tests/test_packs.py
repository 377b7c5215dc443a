"""A language as a value: what a pack is made of, how another distribution brings one, and what hooks say by default."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from wederhoor.languages import pack as packs
from wederhoor.languages.hooks import Hooks
from wederhoor.languages.nl.hooks import DutchHooks
from wederhoor.languages.pack import LanguagePack, available_languages, load_pack
from wederhoor.languages.tables import Folder
from wederhoor.reading.places.countries import countries_of
from wederhoor.syntax.number_words import number_in_digits, number_in_words, number_of, rank_in_digits, rank_of

PACK = load_pack("nl")


def test_a_pack_is_a_value() -> None:
    """Another one with one table of its own is another pack, for all that is made of it too."""
    france = next(row for row in PACK.countries.country if row.code == "FRA")
    other = PACK.replace(countries=msgspec.structs.replace(PACK.countries, country=(france,)))
    assert countries_of(other).of("Frankrijk") == "FRA"
    assert countries_of(other).of("Polen") is None
    assert countries_of(PACK).of("Polen") == "POL"
    assert other.verbs == PACK.verbs


def test_what_is_made_of_a_replaced_field_is_made_anew() -> None:
    group = PACK.disputes.synonyms[0]
    other = PACK.replace(disputes=msgspec.structs.replace(PACK.disputes, synonyms=(group,)))
    assert set(other.canonical.values()) == {group.name}


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="vrebs"):
        PACK.replace(vrebs={})


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where distributions are found beside the installed ones."""
    monkeypatch.syspath_prepend(str(tmp_path))
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    packs._others.cache_clear()
    packs._loaded.cache_clear()


def test_another_distribution_brings_a_pack(installed: Path) -> None:
    (installed / "wederhoor_zz").mkdir()
    (installed / "wederhoor_zz" / "__init__.py").write_text(
        "from wederhoor.languages.hooks import Hooks\nHOOKS = Hooks()\n"
    )
    about = 'name = "Zetaals"\npipeline = "zz"\nprobe = "."\npossession = "{noun} {owner}"\n'
    about += 'possession_neuter = "{noun} {owner}"\n'
    (installed / "wederhoor_zz" / "pack.toml").write_text(about)
    _announce(installed, "zz = wederhoor_zz\nnl = wederhoor_zz\n")
    assert available_languages() == sorted({"zz", *available_languages()})
    found = load_pack("zz")
    assert (found.code, found.about.name) == ("zz", "Zetaals")
    assert found.hooks is sys.modules["wederhoor_zz"].HOOKS
    assert load_pack("nl").about.name == "Nederlands", "Wederhoor's own pack counts"


def test_an_entry_point_may_be_a_pack_itself(installed: Path) -> None:
    (installed / "zz_as_value.py").write_text(
        "from pathlib import Path\n"
        "from wederhoor.languages.pack import LanguagePack\n"
        "from wederhoor.languages.tables import Folder\n"
        "PACK = LanguagePack('zz', Folder(Path(__file__).parent))\n"
    )
    _announce(installed, "zz = zz_as_value:PACK\n")
    assert isinstance(load_pack("zz").tables, Folder)
    assert isinstance(load_pack("zz"), LanguagePack)


def _announce(folder: Path, entries: str) -> None:
    info = folder / "wederhoor_zz-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: wederhoor-zz\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[wederhoor.languages]\n{entries}")


# Hooks


def test_a_verb_and_its_particle() -> None:
    assert Hooks().joined("take", "down") == "take down"
    assert DutchHooks().joined("roepen", "op") == "oproepen"
    assert DutchHooks().joined("oproepen", "op") == "oproepen"


def test_the_verb_of_a_phrase() -> None:
    assert Hooks().phrase(["set", "on", "fire"]) == (("on", "fire"), "set")
    assert Hooks().phrase(["take_down", "by", "force"]) == (("by", "force"), "take down")
    assert DutchHooks().phrase(["in", "brand", "steken"]) == (("in", "brand"), "steken")


def test_where_a_compound_may_be_parted() -> None:
    assert ["vice-president"[cut:] for cut in Hooks().cuts("vice-president")] == ["president"]
    assert list(Hooks().cuts("keyboard")) == []
    assert "bureau" in ["persbureau"[cut:] for cut in DutchHooks().cuts("persbureau")]


def test_stems() -> None:
    assert Hooks().stem("Food") == "food"
    assert DutchHooks().stem("huizen") == DutchHooks().stem("huis")


# Numbers of another language

NUMBERS = msgspec.structs.replace(
    PACK.numbers,
    joiners=("-",),
    values={"one": 1, "two": 2, "five": 5, "twenty": 20, "fifty": 50},
    multipliers={"hundred": 100, "thousand": 1000, "million": 1_000_000},
    ordinals={"first": 1, "second": 2, "fifth": 5},
    ordinal_endings=("th",),
    digit_endings=("st", "nd", "rd", "th"),
    decimal_mark=".",
    group_mark=",",
    tens_first=True,
    apart=True,
    between_words=frozenset({"and"}),
)


@pytest.mark.parametrize(("form", "value"), [("twenty-five", 25), ("five-twenty", None), ("two", 2)])
def test_tens_before_ones(form: str, value: int | None) -> None:
    assert number_of(form, NUMBERS) == value


@pytest.mark.parametrize(
    ("form", "rank"), [("twenty-first", 21), ("fifty-fifth", 55), ("first", 1), ("first-twenty", None)]
)
def test_ordinals_of_tens_and_ones(form: str, rank: int | None) -> None:
    assert rank_of(form, NUMBERS) == rank


@pytest.mark.parametrize(("form", "rank"), [("2nd", 2), ("16th", 16), ("16", None), ("th", None)])
def test_ordinals_in_digits(form: str, rank: int | None) -> None:
    assert rank_in_digits(form, NUMBERS) == rank
    assert rank_in_digits("16de", PACK.numbers) == 16


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("two hundred and fifty people", (250, 4)),
        ("twenty five thousand", (25_000, 3)),
        ("two million five hundred", (2_000_500, 4)),
        ("fifty and two hundred", None),
        ("two people", None),
        ("hundred and people", None),
    ],
)
def test_numbers_of_several_words(words: str, found: tuple[int, int] | None) -> None:
    assert number_in_words(words.split(), NUMBERS) == found


def test_the_marks_of_digits_are_the_languages_own() -> None:
    assert number_in_digits("2,500.5", NUMBERS) == number_in_digits("2.500,5", PACK.numbers) == Fraction("2500.5")
