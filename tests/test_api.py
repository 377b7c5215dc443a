"""What Python programs use: a reading that quotes itself, many texts, cases, frames."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from command import run_here

import wederhoor
from wederhoor.errors import TEMPLATES, Code
from wederhoor.exchange.cases.json import encode
from wederhoor.records import Actor, Attribution, Document, Reading

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = "2031-05-20"
TABLES = {"events": ("events",), "conflicts": ("conflicts", "-f", "csv"), "forecasts": ("forecasts", "-f", "csv")}


def at(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(one), text.index(one) + len(one)) for one in words)


def reading_of(text: str, *attributions: Attribution, actors: tuple[Actor, ...] = ()) -> Reading:
    return Reading(
        doc="brug",
        lang="nl",
        date=None,
        title=None,
        text=text,
        sha256=Document(doc="brug", text=text).sha256,
        made_by={},
        attributions=attributions,
        actors=actors,
    )


def said(text: str, *words: str, **fields: Any) -> Attribution:
    given: dict[str, Any] = {"id": "A1", "cue": (), "source": (), "speaker": None, "form": "indirect", **fields}
    return Attribution(content=at(text, *words), **given)


def actor(id: str, name: str, *aliases: str) -> Actor:
    return Actor(id=id, name=name, kind="person", mentions=((0, 1),), aliases=aliases)


@pytest.fixture(scope="module")
def case() -> wederhoor.OpenCase:
    return wederhoor.open_case([EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"], date=DAY)


# A reading


def test_a_quotation_leaves_nothing_out() -> None:
    text = "De brug zou volgens haar dicht blijven."
    statement = said(text, "De brug", "dicht blijven")
    reading = reading_of(text, statement)
    assert reading.quote(statement) == "De brug [zou volgens haar] dicht blijven"
    assert reading.words(statement.content) == "De brug […] dicht blijven"


def test_a_cause_is_quoted_with_its_effect() -> None:
    reading = wederhoor.read_file(EXAMPLES / "zandwinning.txt")
    claim = reading.causal[0]
    assert reading.quote(claim) == reading.text[claim.cause[0] : claim.effect[1]]


def test_an_actor_is_found_by_its_id() -> None:
    reading = reading_of("Ja.", actors=(actor("P1", "Ilse Aarden"),))
    assert reading.actor("P1").name == "Ilse Aarden"
    with pytest.raises(KeyError, match="P2"):
        reading.actor("P2")


def test_statements_are_found_by_whole_names_only() -> None:
    text = "Ja. Nee. Wel."
    people = actor("P1", "Ilse Aarden", "Aarden"), actor("P2", "Bas Aardenburg")
    own = said(text, "Ja", speaker="Ilse Aarden", actor="P1")
    other = said(text, "Nee", id="A2", speaker="Bas Aardenburg", actor="P2")
    nobody = said(text, "Wel", id="A3", speaker="het dorp")
    reading = reading_of(text, own, other, nobody, actors=people)
    assert reading.said_by("ilse  aarden") == reading.said_by("Aarden") == reading.said_by("P1") == (own,)
    assert reading.said_by("Het dorp") == (nobody,)
    assert reading.said_by("Bas") == ()


def test_who_may_be_two_people_is_neither() -> None:
    text = "Ja. Nee."
    people = actor("P1", "Ilse Aarden", "Aarden"), actor("P2", "Job Aarden", "Aarden")
    one = said(text, "Ja", speaker="Ilse Aarden", actor="P1")
    reading = reading_of(text, one, actors=people)
    with pytest.raises(wederhoor.WederhoorError, match=r"W552: Aarden may be Ilse Aarden \(P1\), Job Aarden \(P2\)"):
        reading.said_by("Aarden")
    assert reading.said_by("Ilse Aarden") == (one,)


def test_a_name_of_one_goes_before_the_alias_of_another() -> None:
    text = "Ja. Nee."
    people = actor("P1", "Aarden"), actor("P2", "Job Aarden", "Aarden")
    one, other = said(text, "Ja", actor="P1"), said(text, "Nee", id="A2", actor="P2")
    assert reading_of(text, one, other, actors=people).said_by("Aarden") == (one,)


def test_a_notebook_shows_statements_and_runs_none_of_their_words() -> None:
    text = "<script>alert(1)</script> & meer."
    statements = [said(text, "<script>alert(1)</script>", id=f"A{n}", speaker="<b>Els</b>") for n in range(1, 31)]
    shown = reading_of(text, *statements)._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert shown.count("<tr>") == 21
    assert "10 more" in shown


# Many texts


def test_files_and_texts_are_read_in_their_order() -> None:
    found = wederhoor.read_many(
        [EXAMPLES / "zandwinning.txt"], texts={"brief": "Ilse Aarden zegt dat het regent."}, lang="nl"
    )
    assert [reading.doc for reading in found] == ["zandwinning", "brief"]


def test_a_text_that_cannot_be_read_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text(" ")
    (tmp_path / "vol.txt").write_text("Burgemeester Ilse Aarden zegt dat de brug dicht blijft.")
    problems: list[wederhoor.WederhoorError] = []
    found = list(
        wederhoor.read_many([tmp_path], texts=["Ook Job Tuinstra zegt dat."], failed=problems.append, lang="nl")
    )
    assert [reading.doc for reading in found] == ["vol", "text-1"]
    assert [error.code for error in problems] == ["W101"]


def test_it_is_told_where_nobody_asked_to_be(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text(" ")
    with pytest.warns(wederhoor.UnreadTextWarning, match="W101: .*leeg.txt is empty"):
        assert list(wederhoor.read_many([tmp_path / "leeg.txt"])) == []


def test_a_fault_of_the_program_costs_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    from wederhoor.reading import reader

    def broken(*_: object, **__: object) -> None:
        raise IndexError

    monkeypatch.setattr(reader, "find_causes", broken)
    problems: list[wederhoor.WederhoorError] = []
    assert list(wederhoor.read_many(texts=["Ja."], failed=problems.append, lang="nl")) == []
    assert [error.code for error in problems] == ["W110"]


def test_what_is_wrong_with_all_texts_stops_them() -> None:
    with pytest.raises(wederhoor.WederhoorError, match="W201"):
        list(wederhoor.read_many(texts=["Ja.", "Nee."], lang="nl", pipeline="no_such_pipeline"))


def test_a_table_beside_the_texts_is_read(tmp_path: Path) -> None:
    (tmp_path / "brug.txt").write_text("Ilse Aarden zegt dat de brug dicht blijft.")
    (tmp_path / "metadata.csv").write_text("file,date,outlet\nbrug.txt,2031-03-12,De Ommelbode\n")
    [reading] = wederhoor.read_many([tmp_path], lang="nl")
    assert (reading.date, reading.publisher) == ("2031-03-12", "De Ommelbode")


# Cases


def test_a_case_holds_what_the_command_writes(case: wederhoor.OpenCase) -> None:
    sources = [EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"]
    written = json.loads(run_here("accounts", *sources, "--date", DAY, "-f", "json").stdout)
    for part in ("accounts", "issues", "rules", "conflicts"):
        assert json.loads(encode(getattr(case, part))) == written[part]
    due = json.loads(run_here("forecasts", *sources, "--date", DAY, "--due", "2032-01-01", "-f", "json").stdout)
    assert json.loads(encode(case.forecasts(due="2032-01-01"))) == due
    lines = run_here("events", *sources, "--date", DAY, "-f", "jsonl").stdout.splitlines()
    assert [json.loads(msgspec.json.encode(event)) for event in case.events] == [json.loads(line) for line in lines]


def test_models_of_a_case_can_be_run(case: wederhoor.OpenCase) -> None:
    one = case.model("Voskamp")
    assert one in case.models
    assert wederhoor.loops(one.model).loops
    with pytest.raises(wederhoor.WederhoorError, match="W551"):
        case.model("Nobody")


def test_a_case_of_readings_is_that_of_their_files(case: wederhoor.OpenCase) -> None:
    paths = [EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"]
    readings = list(wederhoor.read_many(paths, date=DAY))
    assert wederhoor.open_case(readings).report == case.report
    assert wederhoor.open_case(case.studies).conflicts == case.conflicts


def test_two_documents_of_one_name_are_kept_apart() -> None:
    readings = [
        wederhoor.read_text(f"{who} zegt dat de brug dicht blijft.", lang="nl") for who in ("Ilse Aarden", "Job Bos")
    ]
    assert [one.doc for one in wederhoor.open_case(readings).readings] == ["text", "text-2"]


def test_a_text_that_was_left_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text(" ")
    (tmp_path / "vol.txt").write_text("Burgemeester Ilse Aarden zegt dat de brug dicht blijft.")
    opened = wederhoor.open_case(tmp_path, lang="nl")
    assert [notice.code for notice in opened.notices] == ["W101"]
    assert not opened.complete
    with pytest.raises(wederhoor.WederhoorError, match="W101"):
        wederhoor.open_case(tmp_path / "leeg.txt")


def test_a_kept_case_comes_as_it_was_corrected(tmp_path: Path) -> None:
    place = tmp_path / "brug.db"
    text = tmp_path / "brug.txt"
    text.write_text("Burgemeester Ilse Aarden zegt dat de brug dicht blijft.")
    assert run_here("read", text, "--lang", "nl", "--into", place).returncode == 0
    assert run_here("correct", place, "set", "brug", "A1", "speaker", "Job Bos").returncode == 0
    [reading] = wederhoor.open_case(place).readings
    assert [statement.speaker for statement in reading.attributions] == ["Job Bos"]


def test_holders_are_joined(case: wederhoor.OpenCase) -> None:
    joined = wederhoor.open_case(case.studies, joins=["bewoners=Nele Voskamp,Hedda Kuiper"])
    assert joined.accounts[0].holder == "bewoners"


def test_a_notebook_shows_the_accounts(case: wederhoor.OpenCase) -> None:
    assert "<td>Nele Voskamp</td>" in case._repr_html_()


# Frames


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("layer", list(TABLES))
def test_a_frame_has_the_rows_of_the_csv(case: wederhoor.OpenCase, layer: Any, library: Any) -> None:
    pytest.importorskip(library)
    sources = [EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"]
    written = run_here(*TABLES[layer], *sources, "--date", DAY, "--raw").stdout.decode()
    [head, *lines] = csv.reader(io.StringIO(written))
    frame = wederhoor.to_frame(case, layer, library)
    assert list(frame.columns) == head
    column = "event_id" if layer == "events" else f"{layer[:-1]}_id"
    assert list(frame[column]) == [line[head.index(column)] for line in lines]


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize(
    "layer",
    ["statements", "actors", "events", "causal", "conditions", "forecasts", "conflicts", "times", "places", "entities"],
)
def test_every_layer_is_a_frame_with_its_words_also_where_it_is_empty(layer: Any, library: Any) -> None:
    pytest.importorskip(library)
    empty = wederhoor.to_frame(reading_of("Ja."), layer, library)
    full = wederhoor.to_frame(wederhoor.read_file(EXAMPLES / "zandwinning.txt", date=DAY), layer, library)
    assert list(empty.columns) == list(full.columns)
    assert len(empty) == 0
    assert len(full) > 0
    assert {"a_quote_full", "quote_full", "quote"} & set(full.columns)


def test_a_frame_of_statements_says_how_the_speaker_stands_to_each() -> None:
    text = "De brug zou dicht blijven."
    reading = reading_of(
        text, said(text, "De brug", "dicht blijven", attitude="deny", polarity="-", speaker="Ilse Aarden")
    )
    frame = wederhoor.to_frame(reading, "statements")
    row = {name: frame[name][0] for name in frame.columns}
    assert (row["holder"], row["stance"], row["attitude"], row["polarity"]) == ("Ilse Aarden", "denies", "deny", "-")
    assert (row["quote"], row["quote_full"]) == ("De brug […] dicht blijven", "De brug zou dicht blijven")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_accounts_and_issues_of_a_case_are_frames(case: wederhoor.OpenCase, library: Any) -> None:
    pytest.importorskip(library)
    accounts = wederhoor.to_frame(case, "accounts", library)
    assert list(accounts["account_id"]) == [account.id for account in case.accounts]
    assert list(accounts["statements"]) == [len(account.statements) for account in case.accounts]
    issues = wederhoor.to_frame(case, "issues", library)
    told = [(i.id, c.account, c.stance, q.words) for i in case.issues for c in i.spoken() for q in c.quotes]
    columns = ("issue_id", "account_id", "account_stance", "quote")
    assert told
    assert [*zip(*(list(issues[name]) for name in columns), strict=True)] == told


def test_a_reading_has_no_accounts() -> None:
    with pytest.raises(ValueError, match="'accounts' are of a case"):
        wederhoor.to_frame(reading_of("Ja."), "accounts")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("W101", wederhoor.InputError), ("W301", wederhoor.InputError), ("W504", wederhoor.InputError),
        ("W601", wederhoor.InputError), ("W201", wederhoor.SetupError), ("W401", wederhoor.SetupError),
        ("W909", wederhoor.SetupError), ("W703", wederhoor.CaseError), ("W808", wederhoor.CaseError),
    ],
)  # fmt: skip
def test_an_error_is_of_the_class_of_its_code(code: Code, kind: type[wederhoor.WederhoorError]) -> None:
    values = dict.fromkeys(re.findall(r"{(\w+)}", TEMPLATES[code]), "x")
    error = wederhoor.WederhoorError(code, **values)
    assert type(error) is kind
    again = pickle.loads(pickle.dumps(error))  # our own
    assert (type(again), str(again)) == (kind, str(error))
    with pytest.raises(kind):
        raise error


def test_what_is_no_layer_is_refused() -> None:
    with pytest.raises(ValueError, match="'claims' is no layer"):
        wederhoor.to_frame(reading_of("Ja."), "claims")  # type: ignore[arg-type]


def test_without_a_library_for_frames_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    for library in ("pandas", "polars"):
        monkeypatch.delitem(sys.modules, library, raising=False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(wederhoor.WederhoorError, match=r"W204: .*wederhoor\[frames\]"):
        wederhoor.to_frame(reading_of("Ja."), "statements")


def test_statements_are_written_as_a_table(tmp_path: Path) -> None:
    sources = [EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"]
    done = run_here("read", *sources, "--date", DAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    readings = list(wederhoor.read_many(sources, date=DAY))
    assert [(row["doc"], row["statement_id"]) for row in rows] == [
        (r.doc, a.id) for r in readings for a in r.attributions
    ]
    assert run_here("read", *sources, "--date", DAY, "-f", "csv", "--excel", "-o", tmp_path).returncode == 0
    for reading in readings:
        assert (tmp_path / f"{reading.doc}.csv").read_bytes().startswith("\ufeffdoc;statement_id".encode())


# What is loaded


def test_the_package_comes_without_the_libraries_that_it_uses() -> None:
    code = (
        "import sys, wederhoor; wederhoor.read_many; wederhoor.open_case; wederhoor.to_frame; "
        "print(sorted({'spacy', 'numpy', 'sqlalchemy', 'fastapi', 'pandas', 'polars', 'rtoml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_that_is_exported_is_there() -> None:
    assert [name for name in wederhoor.__all__ if not hasattr(wederhoor, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        wederhoor.nothing  # noqa: B018


@pytest.mark.parametrize(
    ("missing", "arguments", "extra"),
    [
        ("sqlalchemy", ("read", EXAMPLES / "zandwinning.txt", "--into", "new.db"), "cases"),
        ("fastapi", ("serve", "kept.db"), "web"),
        ("scipy", ("evaluate", "gold.json"), "evaluation"),
    ],
)
def test_what_an_extra_brings_is_named_where_it_is_missing(
    tmp_path: Path, missing: str, arguments: tuple[str | Path, ...], extra: str
) -> None:
    text = tmp_path / "brug.txt"
    text.write_text("Ilse Aarden zegt dat de brug dicht blijft.")
    assert run_here("read", text, "--lang", "nl", "--into", tmp_path / "kept.db").returncode == 0
    assert run_here("read", text, "--lang", "nl", "-f", "json", "-o", tmp_path / "gold.json").returncode == 0
    code = f"import sys; sys.modules[{missing!r}] = None; from wederhoor.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("wederhoor: W204: ")
    assert f"'wederhoor[{extra}]'" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", ["read", "accounts", "conflicts", "forecasts", "events", "loops"])
def test_texts_are_read_without_any_extra(command: str) -> None:
    gone = [
        "fastapi",
        "starlette",
        "uvicorn",
        "sqlalchemy",
        "alembic",
        "scipy",
        "pandas",
        "polars",
        "multipart",
        "python_multipart",
    ]
    code = f"import sys; sys.modules.update(dict.fromkeys({gone})); from wederhoor.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, command, EXAMPLES / "zandwinning.txt"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("W204")) == (0, 0), done.stderr
