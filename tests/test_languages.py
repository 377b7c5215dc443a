"""Language packs: every lexicon is well formed and says nothing twice, and the reading format changes on purpose only."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from wederhoor.errors import WederhoorError
from wederhoor.languages.layout import ROWS, WHOLE
from wederhoor.languages.pack import available_languages, load_pack
from wederhoor.languages.reporting import ReportingVerb

DATA = Path(__file__).parent / "data"
PACKS = files("wederhoor.languages")
LANGUAGES = available_languages()
every_language = pytest.mark.parametrize("lang", LANGUAGES)


def file_of(lang: str, name: str) -> Traversable:
    return PACKS.joinpath(lang, f"{name}.toml")


def table(lang: str, name: str) -> dict[str, Any]:
    return tomllib.loads(file_of(lang, name).read_text(encoding="utf-8"))


def rows(lang: str, name: str) -> list[Any]:
    key, kind = ROWS[name]
    return msgspec.convert(table(lang, name)[key], list[kind])  # type: ignore[valid-type]


def twice(keys: Iterable[object]) -> list[object]:
    return [key for key, count in Counter(keys).items() if count > 1]


def word_lists(lang: str) -> dict[str, list[str]]:
    """The lists of words of a pack by file and key; the words of a list of sequences are one after another."""
    return {
        f"{name}.{key}": [" ".join(line) if isinstance(line, list) else line for line in value]
        for name in ("people", "names", "hedges", "grammar")
        for key, value in table(lang, name).items()
        if isinstance(value, list)
    }


# Packs


def test_dutch_is_there() -> None:
    assert "nl" in LANGUAGES
    assert sorted(LANGUAGES) == LANGUAGES


@every_language
def test_every_pack_loads(lang: str) -> None:
    pack = load_pack(lang)
    assert pack.code == lang
    assert pack.about.name and pack.about.pipeline and pack.about.probe
    assert load_pack(lang) is pack, "a pack is read once"


def test_a_pack_that_is_not_there_is_refused() -> None:
    with pytest.raises(WederhoorError, match=r"^W203: .*xx.* nl") as caught:
        load_pack("xx")
    assert caught.value.code == "W203"


@pytest.mark.parametrize("code", ["", ".", "..", "nl/", "../languages/nl", "NL", "__pycache__"])
def test_a_code_is_not_a_path(code: str) -> None:
    with pytest.raises(WederhoorError, match=r"^W203: "):
        load_pack(code)


@every_language
def test_every_file_of_a_pack_is_known_and_there(lang: str) -> None:
    """Nothing lies there that is not read."""
    tables = {f.name for f in PACKS.joinpath(lang).iterdir() if f.name.endswith(".toml")}
    assert tables == {f"{name}.toml" for name in ROWS | WHOLE}


@every_language
@pytest.mark.parametrize("name", ROWS | WHOLE)
def test_every_file_decodes(lang: str, name: str) -> None:
    if name in ROWS:
        key, _ = ROWS[name]
        assert set(table(lang, name)) == {key}
        assert rows(lang, name)
    else:
        msgspec.toml.decode(file_of(lang, name).read_bytes(), type=WHOLE[name])


@every_language
@pytest.mark.parametrize("name", [name for name in ROWS | WHOLE if name not in {"pack", "verb_forms"}])
def test_every_lexicon_names_its_source(lang: str, name: str) -> None:
    assert "Source: " in file_of(lang, name).read_text(encoding="utf-8")[:600]


@every_language
def test_the_possession_patterns_have_their_places(lang: str) -> None:
    pack = load_pack(lang)
    for pattern in (pack.about.possession, pack.about.possession_neuter):
        assert "NOUN" in pattern.format(noun="NOUN", owner="OWNER")
        assert "OWNER" in pattern.format(noun="NOUN", owner="OWNER")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="atitude"):
        msgspec.convert({"lemma": "zeggen", "atitude": "say", "frames": ["clause"]}, ReportingVerb)


# Reporting verbs and nouns


@every_language
def test_there_are_enough_verbs(lang: str) -> None:
    assert len(rows(lang, "reporting_verbs")) >= 500


@every_language
def test_no_verb_is_there_twice(lang: str) -> None:
    """What differs in nothing by which an entry is chosen: the second would never be."""
    keys = (
        (v.lemma, v.words, v.reflexive, v.frames, v.prepositions, v.experiencer, v.source_prepositions)
        for v in rows(lang, "reporting_verbs")
    )
    assert twice(keys) == []


@every_language
@pytest.mark.parametrize("name", ["reporting_verbs", "reporting_nouns"])
def test_every_entry_can_fit(lang: str, name: str) -> None:
    """Has a frame; with the frame of a preposition also prepositions, and none that no frame asks for."""
    for entry in rows(lang, name):
        assert entry.frames, entry
        assert entry.prepositions or "prep" not in entry.frames, entry
        assert not entry.prepositions or entry.frames & {"prep", "as", "count"}, entry


@every_language
def test_no_noun_is_there_twice(lang: str) -> None:
    assert twice(n.lemma for n in rows(lang, "reporting_nouns")) == []


@every_language
def test_lemmas_and_words_are_single_words_in_lower_case(lang: str) -> None:
    """But for the blank between a verb and its particle, where the language writes one."""
    joined = load_pack(lang).hooks.joined("take", "down")
    verbs = [v.lemma.replace(" ", "", joined.count(" ")) for v in rows(lang, "reporting_verbs")]
    words = [
        *verbs,
        *(w for v in rows(lang, "reporting_verbs") for w in (*v.words, *v.prepositions, *v.source_prepositions)),
        *(w for n in rows(lang, "reporting_nouns") for w in (n.lemma, *n.prepositions)),
        *(w for m in rows(lang, "source_markers") for w in (*m.before, *m.possessive, *m.after)),
        *(w for h in rows(lang, "hearsay") for w in h.words),
    ]
    assert [w for w in words if w != w.strip().lower() or " " in w or not w] == []


@every_language
def test_every_form_belongs_to_one_verb(lang: str) -> None:
    forms = table(lang, "verb_forms")
    assert twice(form for line in forms.values() for form in line.split()) == []
    assert [form for line in forms.values() for form in line.split() if form != form.lower()] == []


# Sources and hearsay


@every_language
def test_no_marker_is_there_twice(lang: str) -> None:
    markers = rows(lang, "source_markers")
    assert twice((m.before, m.after) for m in markers) == []
    assert twice((m.possessive, m.after) for m in markers if m.possessive) == []


@every_language
def test_a_possessive_pattern_has_one_place_for_the_possessive(lang: str) -> None:
    markers = rows(lang, "source_markers")
    assert [m for m in markers if m.possessive and m.possessive.count("*") != 1] == []
    assert [m for m in markers if "*" in (*m.before, *m.after) or not m.before] == []


@every_language
def test_no_hearsay_is_there_twice(lang: str) -> None:
    assert twice(h.words for h in rows(lang, "hearsay")) == []


# Causes, conditions, forecasts


def decoded(lang: str, name: str) -> Any:
    return msgspec.toml.decode(file_of(lang, name).read_bytes(), type=WHOLE[name])


@every_language
def test_no_connective_verb_or_noun_of_cause_is_there_twice(lang: str) -> None:
    """What differs in nothing by which an entry is chosen: the second would never be."""
    causes = decoded(lang, "causes")
    assert twice((c.words, c.nouns, c.linking) for c in causes.connective) == []
    assert twice((v.lemma, v.words, v.cause, v.effect) for v in causes.verb) == []
    assert twice(n.lemma for n in causes.noun) == []
    assert twice((c.words, c.frame) for c in decoded(lang, "conditions").conditional) == []
    assert twice((e.lemma, e.words) for e in decoded(lang, "forecasts").planning) == []


@every_language
def test_there_are_enough_causal_verbs(lang: str) -> None:
    assert len(decoded(lang, "causes").verb) >= 250


@every_language
def test_a_word_changes_one_way(lang: str) -> None:
    lists = table(lang, "causes")["change"]
    assert twice(word for words in lists.values() for word in words) == []


@every_language
def test_every_form_of_a_causal_verb_belongs_to_one_verb(lang: str) -> None:
    forms = [
        form for name in ("verb_forms", "cause_forms") for line in table(lang, name).values() for form in line.split()
    ]
    assert twice(forms) == []


# Word lists


SEVERAL_WORDS = (
    "grammar.clause_openers",
    "grammar.ended",
    "grammar.evident",
    "grammar.turning",
    "grammar.turns",
    "hedges.dissuading",
    "hedges.instead",
    "hedges.retracting",
    "people.publisher",
    "people.trades",
)


def single(lists: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """Those lists whose words are compared with one word of the text: all but names and what has several words."""
    words = {key: words for key, words in lists.items() if key not in SEVERAL_WORDS}
    return {key: words for key, words in words.items() if not key.startswith("names.") or key.endswith("nouns")}


@every_language
def test_no_word_is_in_a_list_twice(lang: str) -> None:
    assert {key: twice(words) for key, words in word_lists(lang).items() if twice(words)} == {}


@every_language
def test_words_have_no_blanks_at_their_edges(lang: str) -> None:
    lists = word_lists(lang).items()
    assert {key: bad for key, words in lists if (bad := [w for w in words if w != w.strip() or not w])} == {}


@every_language
def test_what_is_compared_with_one_word_is_one_word_in_lower_case(lang: str) -> None:
    lists = single(word_lists(lang)).items()
    assert {key: bad for key, words in lists if (bad := [w for w in words if " " in w or w != w.lower()])} == {}


@every_language
def test_nobody_is_a_woman_and_a_man(lang: str) -> None:
    people = load_pack(lang).people
    assert people.women & people.men == frozenset()


@every_language
def test_first_and_second_person_are_nobody_else(lang: str) -> None:
    closed, people = load_pack(lang).closed, load_pack(lang).people
    others = closed.he | closed.she | closed.they | closed.it | closed.demonstratives | people.indefinite
    assert closed.first_person & closed.second_person == frozenset()
    assert closed.first_person & others == frozenset()
