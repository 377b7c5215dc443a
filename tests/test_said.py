"""No view has anybody assert what he denies, or say what another said: in every text that there is, and in texts made for it.

What a view shows is held against the reading itself: the statement's own attitude, polarity and certainty, and the text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import Any, Final

import msgspec
import pytest
from rich.console import Console
from texts import own_texts, shared_texts

from wederhoor.cases import build_case
from wederhoor.exchange.cases.accounts_text import accounts_view
from wederhoor.exchange.cases.html import accounts_page
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.exchange.cases.tables import ConflictLine, ForecastLine, conflict_rows, encode_csv, forecast_rows
from wederhoor.exchange.models import edge_list, graphml, kumu, parse_model, xmile
from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student
from wederhoor.records import (
    MAINTAINED,
    Case,
    CausalClaim,
    Document,
    Model,
    Reading,
    SideRef,
    Study,
    stances_of,
)
from wederhoor.running.account_models import account_models
from wederhoor.running.claims import HELD
from wederhoor.store.rows import rows_of
from wederhoor.store.schema import statements

GAP: Final = " […] "
TOGETHER: Final = {
    key: [text.document for text in texts]
    for key, texts in groupby([*own_texts(), *shared_texts()], key=lambda text: (text.collection, str(text.case)))
}
"""All texts, those of one case together; those that are no case's with the others of their collection."""


@dataclass(frozen=True)
class Read:
    """Texts read together, with all that views are made of."""

    studies: list[Study]
    case: Case

    @property
    def readings(self) -> dict[str, Reading]:
        return {study.reading.doc: study.reading for study in self.studies}

    def models(self) -> tuple[Model, ...]:
        return tuple(one.model for one in account_models(self.case.accounts, self.case, self.studies))


def together(documents: Sequence[Document], student: Student) -> Read:
    studies = [student(document) for document in documents]
    return Read(studies, build_case(studies, load_pack(documents[0].lang)))


@pytest.fixture(params=TOGETHER, ids="/".join)
def read(request: pytest.FixtureRequest, student: Student) -> Read:
    return together(TOGETHER[request.param], student)


# --- whatever the texts


def test_quotes_are_what_the_text_has_with_the_stance_of_who_is_quoted(read: Read) -> None:
    check_quotes(read)


def test_cells_agree_with_the_stances_under_them(read: Read) -> None:
    check_cells(read)


def test_tables_have_the_words_and_the_commitment_of_each_statement(read: Read) -> None:
    check_tables(read)


def test_models_hold_what_their_holders_maintain(read: Read) -> None:
    check_models(read)


def test_rows_of_the_store_have_the_commitment_of_each_statement(read: Read) -> None:
    for study in read.studies:
        rows = rows_of(study, 1, lambda name: None if name is None else 1, {})[statements]
        found = [(row["item"], row["attitude"], row["polarity"], row["certainty"]) for row in rows]
        assert found == [(a.id, a.attitude, a.polarity, a.certainty) for a in study.reading.attributions]


def check_quotes(read: Read) -> None:
    """Every quote of the report, wherever it stands in it."""
    shown = list(_quotes(msgspec.to_builtins(case_report(read.case))))
    for quote in shown:
        reading = read.readings[quote["doc"]]
        spans = [(start, end) for start, end in quote["spans"]]
        assert quote["words"] == GAP.join(reading.text[start:end] for start, end in spans)
        assert quote["full"] == reading.text[spans[0][0] : spans[-1][1]]
        _check_holder(quote, reading)
    assert shown or not any(reading.attributions for reading in read.readings.values())


def _check_holder(quote: dict[str, Any], reading: Reading) -> None:
    if quote["holder_id"] == "author":
        assert (quote["holder"], quote["stance"]) == ("author", None)
        return
    [said] = [a for a in reading.attributions if a.id == quote["holder_id"]]
    assert quote["holder"] == said.speaker
    assert quote["stance"] == stances_of(reading.attributions)[said.id]
    assert (quote["attitude"], quote["polarity"], quote["certainty"]) == (said.attitude, said.polarity, said.certainty)
    assert quote["verb"] == (GAP.join(reading.text[slice(*span)] for span in said.cue) or None)


def _quotes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "holder_id" in node and "spans" in node:
            yield node
        for value in node.values():
            yield from _quotes(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _quotes(value)


def check_cells(read: Read) -> None:
    """A cell of the claim's own holder has his stance; none asserts on the word of one who asks, hopes or says nothing."""
    stances = {name: stances_of(reading.attributions) for name, reading in read.readings.items()}
    disbelieved = {
        SideRef(study.reading.doc, gist.side)
        for study in read.studies
        for gist in study.gists
        if gist.dispute == "disbelief"
    }

    def own(side: SideRef) -> str:
        return stances[side.doc][side.side] if isinstance(side.side, str) else "asserts"

    for issue in read.case.issues:
        for cell in issue.cells:
            under = {own(side) for side in cell.statements}
            said = isinstance(issue.claim.side, str) and issue.claim not in disbelieved
            if said and issue.claim in cell.statements and len(cell.statements) == 1:
                assert cell.stance == own(issue.claim)
            if cell.stance in MAINTAINED or cell.stance == "denies":
                # what contradicts a claim may be an assertion, and what contradicts a denial too; a question is neither
                assert under & (MAINTAINED | {"denies"}) or not disbelieved.isdisjoint(cell.statements)
            if cell.stance == "divided":
                assert len(cell.statements) > 1


def check_tables(read: Read) -> None:
    texts = {name: reading.text for name, reading in read.readings.items()}
    said = {(name, a.id): a for name, reading in read.readings.items() for a in reading.attributions}
    for row in _rows(encode_csv(conflict_rows(read.case), ConflictLine)):
        for side in "ab":
            _check_row(
                {key.removeprefix(f"{side}_"): value for key, value in row.items() if key[:2] == f"{side}_"}, texts
            )
            _check_commitment(row, f"{side}_", said)
    for row in _rows(encode_csv(forecast_rows(read.case), ForecastLine)):
        _check_commitment(row, "", said)
        assert row["quote_full"] == texts[row["doc"]][int(row["start"]) : int(row["end"])]


def _check_row(row: dict[str, str], texts: dict[str, str]) -> None:
    spans = [tuple(map(int, span.split("-"))) for span in row["spans"].split("; ")]
    assert row["quote"] == GAP.join(texts[row["doc"]][start:end] for start, end in spans)
    assert row["quote_full"] == texts[row["doc"]][spans[0][0] : spans[-1][1]]


def _check_commitment(row: dict[str, str], prefix: str, said: dict[tuple[str, str], Any]) -> None:
    shown = tuple(row[prefix + name] for name in ("attitude", "polarity", "certainty"))
    if row[f"{prefix}holder_id"] == "author":
        assert shown == ("", "", "")
    else:
        one = said[row[f"{prefix}doc"], row[f"{prefix}holder_id"]]
        assert shown == (one.attitude, one.polarity, one.certainty)


def _rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))


def check_models(read: Read) -> None:
    """Every edge rests on a claim that its holder maintains, whole words of the text; none that he does not is written as one."""
    claims: dict[tuple[str, str], tuple[Reading, CausalClaim]] = {
        (study.reading.doc, claim.id): (study.reading, claim)
        for study in read.studies
        for claim in study.reading.causal
    }
    for model in read.models():
        for edge in model.edges:
            for ground in edge.grounds:
                assert ground.source is not None and ground.claim is not None
                reading, claim = claims[ground.source, ground.claim]
                if claim.holder != "author":
                    assert stances_of(reading.attributions)[claim.holder] in HELD
                assert ground.quote == GAP.join(reading.text[start:end] for start, end in ground.spans)
        check_written(model)


def check_written(model: Model) -> None:
    """The links of every export are the model's edges; those that nobody maintains are told apart, and read back so."""
    edges = [(edge.cause, edge.effect) for edge in model.edges]
    unheld = {(link.cause, link.effect) for link in model.unheld}
    for text in (edge_list.write_edge_list(model), graphml.write_graphml(model)) if edges or unheld else ():
        again = parse_model(text.encode("utf-8"), "again")
        assert {(edge.cause, edge.effect) for edge in again.edges} == {*edges}
        assert {(link.cause, link.effect) for link in again.unheld} == unheld
    connections = json.loads(kumu.write_kumu(model))["connections"]
    assert sorted((c["from"], c["to"]) for c in connections if "not maintained" not in c["tags"]) == sorted(edges)
    drawn = re.findall("<connector ", xmile.write_drawing(model))
    flows = re.findall('<flow name="(?!limit of )', xmile.write_running(model)[0]) if model.variables else []
    assert len(drawn) == len(flows) == len(edges)


# --- texts made for it: who says what is known, for it was put there

CONTENTS: Final = (
    "de brug die nacht openstond",
    "het rapport bij het ministerie ligt",
    "de heffing tot hogere prijzen leidt",
    "de sluiting van de mijn werkloosheid veroorzaakt",
    "de agenten als eersten schoten",
    "er veertig boten zijn gezonken",
)
UNHELD: Final = {
    "denies": ("ontkent dat", "bestrijdt dat", "spreekt tegen dat", "betwist dat", "ontkende dinsdag dat"),
    "doubts": ("betwijfelt of", "twijfelt of", "trekt in twijfel dat", "gelooft niet dat"),
    "asks": ("vraagt of", "vraagt zich af of", "wil weten of"),
    "hopes": ("hoopt dat",),
    "fears": ("vreest dat", "is bang dat"),
}
ANSWERS: Final = (
    "Volgens visser Teun Haagsma is het zo dat {content}.",
    "Visser Teun Haagsma zegt dat {content}.",
    "Visser Teun Haagsma spreekt die lezing tegen.",
    "Visser Teun Haagsma ontkent dat {content}.",
    "Visser Teun Haagsma zegt dat minister Ada Brink het ontkent.",
)
HOLDER: Final = "Ada Brink"
MADE: Final = [
    (stance, f"Minister {HOLDER} {verb} {content}. {answer.format(content=content)}")
    for (stance, verbs), content in product(UNHELD.items(), CONTENTS)
    for verb, answer in product(verbs, ANSWERS)
]
OPENINGS: Final = (
    "",
    "Onrust in Veldrecht\n\n",
    "VELDRECHT - De raad van Veldrecht vergaderde maandag drie uur lang. ",
)


@pytest.mark.parametrize("stance", UNHELD)
def test_nobody_is_made_to_assert_what_he_does_not(stance: str, student: Student) -> None:
    made = [text for one, text in MADE if one == stance]
    for number, text in enumerate(made):
        said = OPENINGS[number % len(OPENINGS)] + text
        read = together([Document(doc="stuk", text=said, lang="nl", date="2031-05-12")], student)
        check_unheld(read, said, stance)


@pytest.mark.parametrize("stance", UNHELD)
def test_nor_across_documents(stance: str, student: Student) -> None:
    for _, text in [one for one in MADE if one[0] == stance][::3]:
        first, second = text.split(". ", 1)
        documents = [
            Document(doc=name, text=said, lang="nl", date=f"2031-05-1{number}")
            for number, (name, said) in enumerate((("een", f"{first}."), ("twee", second)))
        ]
        check_unheld(together(documents, student), text, stance)


def check_unheld(read: Read, text: str, stance: str = "denies") -> None:
    """Of the holder, in every view that there is. Where she was not found at all, that is a miss and forgiven."""
    check_quotes(read)
    check_cells(read)
    check_tables(read)
    check_models(read)
    report = case_report(read.case)
    hers = {account.id for account in report.accounts if account.holder == HOLDER}
    for issue in report.issues:
        for cell in issue.spoken():
            assert cell.account not in hers or cell.stance not in MAINTAINED, text
    for model in read.models():
        # who fears that the one leads to the other takes it that it does
        assert model.holder != HOLDER or stance == "fears" or not model.edges, text
    for quote in _quotes(msgspec.to_builtins(report)):
        assert quote["holder"] != HOLDER or quote["stance"] not in MAINTAINED, text
    console = Console(file=io.StringIO(), width=300, color_system=None)
    console.print(accounts_view(report))
    for shown in (console.file.getvalue(), accounts_page(report)):  # type: ignore[attr-defined]
        assert not re.search(rf"{HOLDER}(</[a-z]+>)?\s+(stelt|beweert|vindt) dit", shown), text


NESTED: Final = (
    "Volgens raadslid Piet Oord ontkent minister Ada Brink dat {content}.",
    "Raadslid Piet Oord zegt dat minister Ada Brink ontkent dat {content}.",
    "Raadslid Piet Oord zegt dat minister Ada Brink betwijfelt of {content}.",
)


@pytest.mark.parametrize(("frame", "content"), [*product(NESTED, CONTENTS)])
def test_a_denial_that_another_reports_is_neithers_assertion(frame: str, content: str, student: Student) -> None:
    text = f"{frame.format(content=content)} Visser Teun Haagsma zegt dat {content}."
    read = together([Document(doc="stuk", text=text, lang="nl", date="2031-05-12")], student)
    check_unheld(read, text)
    for model in read.models():
        assert model.holder not in {HOLDER, "Piet Oord"} or not model.edges


HEDGED: Final = (
    ("Volgens de politie is Sem Kok de schipper die de sluis zou hebben gesloten.", "zou"),
    ("Het zou volgens de burgemeester om een grap gaan.", "zou"),
    ("De kapitein was, aldus de rederij, waarschijnlijk vermoeid.", "waarschijnlijk"),
    ("“De dam,” zegt Ada Brink, “kan misschien breken.”", "misschien"),
)


@pytest.mark.parametrize(("text", "hedge"), HEDGED)
def test_a_hedge_is_shown_with_the_words_it_hedges(text: str, hedge: str, student: Student) -> None:
    read = together([Document(doc="stuk", text=text, lang="nl", date="2031-05-12")], student)
    [account] = [account for account in case_report(read.case).accounts if account.statements]
    assert hedge in " ".join(statement.quote.full for statement in account.statements)
