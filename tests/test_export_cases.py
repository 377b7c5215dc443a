"""What is written of a case for other tools opens there, and nobody in it maintains what he denies."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from command import run_here

import wederhoor
from wederhoor.api.case import OpenCase
from wederhoor.exchange.standards.claimreview import claim_reviews
from wederhoor.exchange.standards.dna import PASSWORD, dna
from wederhoor.exchange.standards.networks import gexf, graphml, network

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT = (
    "Onrust in Merkel 😀\r\n\r\n"
    "MERKEL, 12 maart 2031 - Volgens Joris Ardel, voorzitter van vakbond Dijkbond, schoot de politie dinsdag op betogers. "
    "Wethouder Karin Blok ontkent dat de politie op betogers heeft geschoten. Ingenieur Ans Bos betwijfelt of de politie "
    "dinsdag op betogers schoot.\r\n"
)


@cache
def case() -> OpenCase:
    return wederhoor.open_case([EXAMPLES / "zandwinning.txt", EXAMPLES / "kustverdrag.txt"], date="2031-05-20")


@cache
def shooting() -> OpenCase:
    reading = wederhoor.read_text(
        TEXT, lang="nl", doc="merkel", url="https://merkelbode.example/1", publisher="Merkelbode"
    )
    return wederhoor.open_case(reading)


# Discourse Network Analyzer

STATEMENTS = """
SELECT substr(D.Text, 1, S.Start), substr(D.Text, S.Start + 1, S.Stop - S.Start), Agrees.Value, Quote.Value,
    (SELECT E.Value FROM DATASHORTTEXT W JOIN ENTITIES E ON E.ID = W.Entity WHERE W.StatementId = S.ID AND W.VariableId = 1),
    (SELECT E.Value FROM DATASHORTTEXT W JOIN ENTITIES E ON E.ID = W.Entity WHERE W.StatementId = S.ID AND W.VariableId = 2),
    (SELECT E.Value FROM DATASHORTTEXT W JOIN ENTITIES E ON E.ID = W.Entity WHERE W.StatementId = S.ID AND W.VariableId = 3)
FROM STATEMENTS S JOIN DOCUMENTS D ON D.ID = S.DocumentId
JOIN DATABOOLEAN Agrees ON Agrees.StatementId = S.ID JOIN DATALONGTEXT Quote ON Quote.StatementId = S.ID ORDER BY S.ID
"""


def database(opened: OpenCase) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.deserialize(dna(opened.report, opened.readings, "Wederhoor"))
    return db


def test_dna_has_a_statement_of_each_who_agrees_or_not_and_of_no_doubter() -> None:
    with closing(database(shooting())) as db:
        found = [(person, body, bool(agrees)) for _, _, agrees, _, person, body, _ in db.execute(STATEMENTS)]
        assert found == [("Joris Ardel", "Dijkbond", True), ("Karin Blok", "", False)]
        assert len({concept for *_, concept in db.execute(STATEMENTS)}) == 1


def test_offsets_for_dna_count_as_java_does() -> None:
    with closing(database(shooting())) as db:
        [(text, source)] = db.execute("SELECT Text, Source FROM DOCUMENTS")
        assert "\r" not in text
        assert source == "Merkelbode"
        units = text.encode("utf-16-le")
        for start, stop, quote in db.execute(
            "SELECT Start, Stop, Value FROM STATEMENTS S JOIN DATALONGTEXT L ON L.StatementId = S.ID"
        ):
            assert units[2 * start : 2 * stop].decode("utf-16-le") == quote


def test_a_database_of_dna_is_whole_and_its_coder_can_log_in() -> None:
    with closing(database(case())) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in ("CODERRELATIONS", "REGEXES", "VARIABLELINKS", "DATAINTEGER"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        named = dict(db.execute("SELECT Variable, DataType FROM VARIABLES"))
        assert {"person": "short text", "organization": "short text", "concept": "short text"}.items() <= named.items()
        assert named["agreement"] == "boolean"
        [(password,)] = db.execute("SELECT Password FROM CODERS")
        kept = base64.b64decode(password)
        digest = hashlib.sha256(kept[:16] + PASSWORD.encode()).digest()
        for _ in range(99_999):
            digest = hashlib.sha256(digest).digest()
        assert kept[16:] == digest
        per_statement = "SELECT count(*) FROM DATASHORTTEXT GROUP BY StatementId"
        assert {count for (count,) in db.execute(per_statement)} == {5}


# Networks


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_the_network(form: str) -> None:
    nx = pytest.importorskip("networkx")
    written = io.BytesIO(graphml(case().report) if form == "graphml" else gexf(case().report))
    graph = nx.read_graphml(written) if form == "graphml" else nx.read_gexf(written)
    nodes, links = network(case().report)
    assert not graph.is_directed()
    assert {name: told["label"] for name, told in graph.nodes(data=True)} == {node.id: node.label for node in nodes}
    told = {
        frozenset((a, b)): (d["shared"], d["opposed"], d["sign"], d["weight"]) for a, b, d in graph.edges(data=True)
    }
    assert told == {frozenset((one.a, one.b)): (one.shared, one.opposed, one.sign, one.weight) for one in links}
    assert links


GEXF = "{http://gexf.net/1.3}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
_NODE_LIKE = ({"id", "label"}, {"id"}, ["attvalues"])
RULES: dict[str, dict[str, tuple[set[str], set[str], list[str]]]] = {
    GEXF: {
        "gexf": ({"version"}, {"version"}, ["graph"]),
        "graph": ({"defaultedgetype", "mode"}, set(), ["attributes", "nodes", "edges"]),
        "attributes": ({"class"}, {"class"}, ["attribute"]),
        "attribute": ({"id", "title", "type"}, {"id", "title", "type"}, []),
        "nodes": (set(), set(), ["node"]),
        "node": _NODE_LIKE,
        "edges": (set(), set(), ["edge"]),
        "edge": ({"id", "source", "target", "weight"}, {"source", "target"}, ["attvalues"]),
        "attvalues": (set(), set(), ["attvalue"]),
        "attvalue": ({"for", "value"}, {"for", "value"}, []),
    },
    GRAPHML: {
        "graphml": (set(), set(), ["key", "graph"]),
        "key": ({"id", "for", "attr.name", "attr.type"}, {"id"}, []),
        "graph": ({"edgedefault"}, {"edgedefault"}, ["node", "edge"]),
        "node": ({"id"}, {"id"}, ["data"]),
        "edge": ({"id", "source", "target"}, {"source", "target"}, ["data"]),
        "data": ({"key"}, {"key"}, []),
    },
}
"""By element which attributes and elements it may have of what the standards (GEXF 1.3 of 2022; GraphML 1.0) allow, which
attributes it must have, and the order of its elements."""


@pytest.mark.parametrize("form", [GEXF, GRAPHML])
def test_a_network_is_what_its_standard_allows(form: str) -> None:
    root = fromstring((gexf if form == GEXF else graphml)(case().report))
    rules = RULES[form]
    for element in root.iter():
        may, must, order = rules[element.tag.removeprefix(form)]
        assert must <= set(element.attrib) <= may, element.tag
        places = [order.index(child.tag.removeprefix(form)) for child in element]
        assert places == sorted(places), element.tag
    ids = [one.get("id", "") for one in root.iter(f"{form}node")]
    assert len(ids) == len(set(ids)) > 2
    # xsd:NMTOKEN, as GraphML demands
    assert all(re.fullmatch(r"[\w.:-]+", one.get("id", "x")) for one in root.iter())
    assert {one.get(end) for one in root.iter(f"{form}edge") for end in ("source", "target")} <= set(ids)
    kinds = {"string", "integer", "double"} if form == GEXF else {"string", "int", "double"}
    declared = {one.get("id"): one.get("type") or one.get("attr.type") for one in root.iter() if one.get("id")}
    for one in root.iter():
        if key := one.get("for" if form == GEXF else "key"):
            assert declared[key] in kinds
            if declared[key] in {"int", "integer"}:
                int(one.get("value") or one.text or "")


def test_who_denies_is_opposed_to_who_maintains() -> None:
    nodes, links = network(shooting().report)
    names = {node.id: node.label for node in nodes}
    told = {frozenset((names[one.a], names[one.b])): (one.shared, one.opposed, one.sign) for one in links}
    assert told[frozenset(("Joris Ardel", "Karin Blok"))] == (0, 1, "-")
    assert all(one.opposed_on for one in links)


def test_a_network_without_issues_is_one_without_links() -> None:
    nx = pytest.importorskip("networkx")
    opened = wederhoor.open_case(wederhoor.read_text("De brug is dicht.", lang="nl"))
    assert (
        len(nx.read_gexf(io.BytesIO(gexf(opened.report))))
        == len(nx.read_graphml(io.BytesIO(graphml(opened.report))))
        == 0
    )


# ClaimReview


def test_a_draft_of_a_claim_review_has_all_but_the_verdict() -> None:
    told = claim_reviews(shooting().report, shooting().readings)
    [review] = told["@graph"]
    assert review["@type"] == "ClaimReview"
    assert not {"reviewRating", "author", "url", "datePublished"} & set(review)
    assert "reviewRating" in review["creativeWorkStatus"]
    claim = review["itemReviewed"]
    assert [author["name"] for author in claim["author"]] == ["Joris Ardel"]
    assert claim["author"][0]["affiliation"] == {"@type": "Organization", "name": "Dijkbond"}
    assert claim["firstAppearance"]["url"] == "https://merkelbode.example/1"
    assert claim["appearance"] == [claim["firstAppearance"]]
    assert claim["datePublished"] == "2031-03-12"


def test_nobody_is_the_author_of_what_he_denies_or_doubts() -> None:
    told = claim_reviews(shooting().report, shooting().readings)
    quotations = {one["name"]: one for one in told["@graph"][0]["citation"]}
    assert set(quotations) == {"Joris Ardel: asserts", "Karin Blok: denies", "Ans Bos: doubts"}
    for name in ("Karin Blok: denies", "Ans Bos: doubts"):
        assert "creator" not in quotations[name]
        assert quotations[name]["mentions"]["name"] == name.partition(":")[0]


def test_a_library_reads_the_drafts_as_linked_data() -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    schema = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}

    def loader(url: str, _: object) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": schema}

    told = json.loads(json.dumps(claim_reviews(case().report, case().readings)))
    expanded = jsonld.expand(told, {"documentLoader": loader})
    [kinds] = {tuple(one["@type"]) for one in expanded}
    assert kinds == ("https://schema.org/ClaimReview",)
    assert len(expanded) == len(case().report.issues)
    assert all("https://schema.org/itemReviewed" in one for one in expanded)


# The command


@pytest.mark.parametrize("form", ["dna", "graphml", "gexf", "claimreview"])
def test_the_same_texts_give_the_same_bytes(form: str, tmp_path: Path) -> None:
    text = tmp_path / "merkel.txt"
    text.write_text(TEXT, encoding="utf-8")
    for out in (tmp_path / "one", tmp_path / "two"):
        done = run_here("export", form, text, "--lang", "nl", "--out", out)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_holders_are_joined_in_a_network(tmp_path: Path) -> None:
    text = tmp_path / "merkel.txt"
    text.write_text(TEXT, encoding="utf-8")
    done = run_here("export", "gexf", text, "--lang", "nl", "--join", "raad=Karin Blok,Ans Bos")
    assert done.returncode == 0, done.stderr
    assert 'label="raad"' in done.stdout.decode()
