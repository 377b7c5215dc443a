"""Who is one speaker, or has one account: by any name that is shown, refused where there is none, and never a case's end."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_store_cli import refused, succeeded, wederhoor
from web_case import client

from wederhoor.store import correct, list_joins, list_speakers, open_store, whole_log

BRIDGE = (
    "“De brug blijft open,” zegt burgemeester Anna Veldkamp. De brigade zegt dat de brug dicht moet. Volgens de brigade is de "
    "brug onveilig.\n\nKarel Brons ontkent dat. “De brug is veilig,” zegt Brons. De politie meldt dat de brug dicht is.\n"
)
QUAY = "“De kade blijft open,” zegt de brigade. De havenmeester zegt dat de kade dicht moet.\n"
FORM = {"csrf": "right"}
JSON = {"accept": "application/json"}
COMMANDS = ("accounts", "conflicts", "forecasts", "cases")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("joins")
    (folder / "brug.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "kade.txt").write_text(QUAY, encoding="utf-8")
    succeeded("read", folder / "brug.txt", folder / "kade.txt", "--into", folder / "case.db")
    return (folder / "case.db").read_bytes()


@pytest.fixture
def case(read: bytes, tmp_path: Path) -> Path:
    place = tmp_path / "case.db"
    place.touch(0o600)
    place.write_bytes(read)
    return place


@pytest.mark.parametrize("action", ["merge-actors", "join-holders"])
@pytest.mark.parametrize("name", ["de brigade", "De Brigade", "brigade", "de  BRIGADE"])
def test_a_name_is_taken_as_it_is_shown_and_every_command_goes_on(case: Path, action: str, name: str) -> None:
    """Commands and pages show an actor without his article, texts have the speaker with it."""
    assert "brigade · " in succeeded("accounts", case)
    account = "Karel Brons" if action == "merge-actors" else "Samen"
    succeeded("correct", case, action, account, "Karel Brons", name, "de politie")
    for command in COMMANDS:
        assert wederhoor(command, case)[0] == 0
    told = succeeded("accounts", case)
    assert f"{account} · 6 uitspraken" in told
    assert "brigade · " not in told
    with open_store(case) as store, store.reading() as db:
        (made,) = list_joins(db, action)  # type: ignore[arg-type]
        assert made.members == ("Karel Brons", "brigade", "politie")
        shown = {row.name: row.statements for row in list_speakers(db).rows}
        assert not {"brigade", "de brigade"} & {*shown}
        with client(store) as web:
            (number,) = [one["id"] for one in web.get("/accounts.json").json()["rows"] if one["name"] == account]
            assert len(web.get(f"/accounts/{number}.json").json()["statements"]) == 6
    succeeded("correct", case, "undo", "1")
    assert "brigade · " in succeeded("accounts", case)


@pytest.mark.parametrize(
    "given",
    [
        ("merge-actors", "Karel Brons", "de brigadier"),
        ("merge-actors", "Brons de Jonge", "de brigade"),
        ("join-holders", "Samen", "Karel Brons", "de brigadiers"),
        ("merge-actors", "Karel Brons", ""),
    ],
)
def test_a_name_that_nobody_has_is_refused_before_it_is_written_down(case: Path, given: tuple[str, ...]) -> None:
    assert "Did you mean" in refused("W808", "correct", case, *given)
    with open_store(case) as store, store.reading() as db:
        assert whole_log(db) == []


@pytest.mark.parametrize("kind", ["merge-actors", "join-holders"])
def test_the_page_takes_the_names_that_the_commands_show_and_refuses_others(case: Path, kind: str) -> None:
    with open_store(case) as store, client(store) as web:
        join = {**FORM, "kind": kind, "name": "karel brons"}
        refused_by_page = web.post("/joins", data={**join, "member": "brigadier"}, headers=JSON)
        assert (refused_by_page.status_code, refused_by_page.json()["error"]["code"]) == (404, "W808")
        made = web.post("/joins", data={**join, "member": "brigade"}, headers=JSON).json()
        assert "brigade" in made["payload"]["members"]
    for command in COMMANDS:
        assert wederhoor(command, case)[0] == 0


@pytest.mark.parametrize("kind", ["merge-actors", "join-holders"])
def test_a_case_with_an_entry_that_names_nobody_opens_and_says_so_once(case: Path, kind: str) -> None:
    """As an earlier version wrote it down."""
    with open_store(case) as store, store.writing() as db:
        correct(db, "anna", kind, payload={"name": "Karel Brons", "members": ["brigadier", "de politie"]})  # type: ignore[arg-type]
    for command in COMMANDS:
        code, out, errors = wederhoor(command, case)
        assert (code, bool(out)) == (0, True)
        if command != "cases":
            (line,) = errors.splitlines()
            assert line.startswith("wederhoor: W816: Correction 1 joins brigadier")
    told = wederhoor("accounts", case)[1]
    assert "brigade · 2" in told  # by itself: it is not named
    assert "politie · " not in told
    with open_store(case) as store, client(store) as web:
        page = web.get("/corrections", headers={"accept-language": "nl"})
        assert page.status_code == 200
        assert "<bdi>brigadier</bdi>: zo heet hier niemand" in page.text
        assert web.get("/accounts").status_code == web.get("/review").status_code == 200
    succeeded("correct", case, "undo", "1")
    assert "W816" not in wederhoor("accounts", case)[2]
