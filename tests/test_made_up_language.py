"""A language that nobody speaks is read by tables alone, as another distribution would bring it: no Python changes for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import rtoml
import spacy
from spacy.tokens import Doc

from wederhoor.languages import pack as packs
from wederhoor.languages.hooks import Hooks
from wederhoor.languages.pack import LanguagePack, load_pack
from wederhoor.languages.skeleton import skeleton
from wederhoor.reading.reader import study_doc
from wederhoor.records import Document, Reading
from wederhoor.records.parse import Parse
from wederhoor.syntax.parse import parse_doc

VORSK = Path(__file__).parent / "data" / "languages" / "qv"
SOURCE = Path(__file__).parents[1] / "src" / "wederhoor"


@pytest.fixture(scope="module")
def vorsk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguagePack]:
    """Its pack: the keys that must be there, empty, and what the tables of the test say; found by its entry point."""
    site = tmp_path_factory.mktemp("site")
    package, info = site / "wederhoor_vorsk", site / "wederhoor_vorsk-1.0.dist-info"
    package.mkdir()
    info.mkdir()
    for name, text in skeleton({}).items():
        own = VORSK / name
        told = rtoml.loads(own.read_text(encoding="utf-8")) if own.exists() else {}
        (package / name).write_text(rtoml.dumps({**rtoml.loads(text), **told}), encoding="utf-8")
    (package / "__init__.py").write_text("")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: wederhoor-vorsk\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[wederhoor.languages]\nqv = wederhoor_vorsk\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(site))
        packs._others.cache_clear()
        yield load_pack("qv")
    packs._others.cache_clear()


def parsed() -> Doc:
    """The words of the test as a pipeline would give them."""
    blocks = (VORSK / "words.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    words: list[str] = []
    spaces: list[bool] = []
    columns: list[tuple[str, str, str, int, str, str]] = []
    for block in blocks:
        first = len(words)
        for line in (line.split() for line in block.splitlines() if line[0] != "#"):
            words.append(line[0])
            spaces.append(line[-1] != "-")
            head = int(line[4])
            place = first + head - 1 if head else len(words) - 1
            columns.append((line[1], line[2], line[3].strip("_"), place, line[5] if head else "ROOT", line[6]))
    lemmas, pos, morphs, heads, deps, ents = (list(column) for column in zip(*columns, strict=True))
    return Doc(
        spacy.blank("xx").vocab, words=words, spaces=spaces, lemmas=lemmas, pos=pos, morphs=morphs, heads=heads, deps=deps,
        ents=ents,
    )  # fmt: skip


@pytest.fixture(scope="module")
def reading(vorsk: LanguagePack) -> Reading:
    doc = parsed()
    return study_doc(Document(doc="vorsk", text=doc.text), doc, "by hand", vorsk).reading


def text_of(reading: Reading, pieces: tuple[tuple[int, int], ...]) -> str:
    return " ".join(reading.text[slice(*piece)] for piece in pieces)


def test_its_language_is_its_packs(reading: Reading) -> None:
    assert reading.lang == "qv"


def test_who_says_what(reading: Reading) -> None:
    """A quotation whose cue stands behind it with the subject first, and a report by a verb and its particle."""
    found = [
        (a.speaker, a.form, text_of(reading, a.cue), text_of(reading, a.content), a.attitude)
        for a in reading.attributions
    ]
    assert found == [
        ("Mira Tarn", "direct", "sel", "Na dorp brenet", "say"),
        ("Mira Tarn", "indirect", "nik oph", "ka Bor Lum na brig kar oph", "deny"),
    ]
    assert [a.polarity for a in reading.attributions] == ["+", "-"]


def test_the_order_of_a_cue_is_the_packs(vorsk: LanguagePack) -> None:
    orders = msgspec.structs.replace(vorsk.grammar, cue_orders=("verb-subject",))
    doc = parsed()
    found = study_doc(Document(doc="vorsk", text=doc.text), doc, "by hand", vorsk.replace(grammar=orders)).reading
    assert [a.cue for a in found.attributions if a.form == "direct"] != [a.cue for a in found.attributions]
    assert text_of(found, found.attributions[0].cue) == ""


def test_conditions(reading: Reading) -> None:
    """By a word, and by a finite verb that the language puts first; *karvet* as first verb would be none."""
    found = [(c.kind, text_of(reading, (c.antecedent,)), text_of(reading, (c.consequent,))) for c in reading.conditions]
    assert found == [
        ("if", "Bor Lum Mira Tarn karvet", "na dorp brenet"),
        ("if", "Mira Tarn Bor Lum karve", "na dorp brenet"),
    ]


def test_which_verbs_open_a_condition_is_the_packs(vorsk: LanguagePack) -> None:
    none = msgspec.structs.replace(vorsk.conditions.words, fronted=frozenset())
    doc = parsed()
    other = vorsk.replace(conditions=msgspec.structs.replace(vorsk.conditions, words=none))
    found = study_doc(Document(doc="vorsk", text=doc.text), doc, "by hand", other).reading
    assert len(found.conditions) == 1


def test_what_has_a_capital_anywhere_is_no_name(reading: Reading, vorsk: LanguagePack) -> None:
    """Nor is a title before a name a part of it."""
    names = {text_of(reading, (entity.span,)) for entity in reading.entities}
    assert names == {"Ada Rell", "Bor Lum", "Mira Tarn"}
    plain = msgspec.structs.replace(vorsk.names, capitalised=frozenset())
    doc = parsed()
    found = study_doc(Document(doc="vorsk", text=doc.text), doc, "by hand", vorsk.replace(names=plain)).reading
    assert names < {text_of(found, (entity.span,)) for entity in found.entities}


def test_events(reading: Reading) -> None:
    found = [(e.code, text_of(reading, (e.trigger,)), e.modality, e.agents, e.patients) for e in reading.events]
    names = {a.name: a.id for a in reading.actors}
    lum, tarn = (names["Bor Lum"],), (names["Mira Tarn"],)
    assert [one[:2] for one in found] == [
        ("REJECT", "nik oph"),
        ("COERCE", "kar"),
        ("ASSAULT", "karvet"),
        ("ASSAULT", "karvet"),
        ("ASSAULT", "karve"),
    ]
    assert found[3][2:] == ("actual", lum, tarn)


def test_a_parse_is_brought_to_what_readers_expect(vorsk: LanguagePack) -> None:
    """By the names of labels in pack.toml, and by the hook for what is more than a name."""

    class Loud(Hooks):
        def normalise(self, parse: Parse) -> Parse:
            return replace(parse, lemmas=[lemma.upper() for lemma in parse.lemmas])

    p = parse_doc(parsed(), LanguagePack("qv", vorsk.tables, Loud()))
    assert "obl" in p.deps
    assert "obl:plain" not in p.deps
    assert {"NIK OPH", "SEL"} < set(p.lemmas)


def test_nobody_is_from_a_country_that_the_language_does_not_have(reading: Reading) -> None:
    assert {a.country for a in reading.actors} == {None}


def test_no_code_of_a_language_stands_in_python() -> None:
    """But in the packs: a reader or a view that asks which language it is would have to learn the next one, too."""
    codes = {"nl", "en"}
    own = [path for path in SOURCE.rglob("*.py") if SOURCE / "languages" not in path.parents]
    found = {
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in own
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in codes
    }
    assert found == set()
