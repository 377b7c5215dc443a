"""Who comes in and as whom, what other sites can bring about, what is no request, and how the server ends."""

from __future__ import annotations

import os
import pty
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from serving import served
from typer.testing import CliRunner
from web_case import browses, client, fill, speaker

from wederhoor.cli.main import app as commands
from wederhoor.cli.serve import addresses
from wederhoor.cli.tokens import tokens_of
from wederhoor.errors import WederhoorError
from wederhoor.store import Store, anchor_item, correct, open_store, whole_log
from wederhoor.web.app import create_app
from wederhoor.web.patience import Patience
from wederhoor.web.settings import Settings

ANNA, PIET = "a" * 20, "p" * 20
TEAM = {"anna": ANNA, "piet": PIET}
START = [sys.executable, "-c", "from wederhoor.cli import run; run()"]


@contextmanager
def started(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of the command line, and the first line that it prints once it listens."""
    with subprocess.Popen(
        [*START, "serve", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
    ) as server:  # fmt: skip
        assert server.stdout
        try:
            yield server, server.stdout.readline().strip()
        finally:
            server.terminate()
            server.wait(timeout=30)


@contextmanager
def shown(folder: Path, *arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server that was started in a terminal, and all that it printed until it listens; its browser is a script."""
    script = folder / "browser"
    script.write_text(f'#!/bin/sh\necho "$@" > {folder}/given\n')
    script.chmod(0o700)
    terminal, end = pty.openpty()
    known = {"BROWSER": str(script), "XDG_RUNTIME_DIR": str(folder), "PYTHONUNBUFFERED": "1", **environment}
    with subprocess.Popen([*START, "serve", *arguments], stdout=end, stderr=end, env={**os.environ, **known}) as server:
        try:
            yield server, os.read(terminal, 10_000).decode()
        finally:
            server.terminate()
            server.wait(timeout=60)
            os.close(terminal)
            os.close(end)


def answered(port: int) -> None:
    """Wait until the server takes connections."""
    for _ in range(600):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(port)


# The browser of who starts it


def test_serve_opens_the_browser_by_a_file_that_has_the_token(store: Store, tmp_path: Path, free_port: int) -> None:
    with shown(tmp_path, store.where, "--port", str(free_port)) as (_, printed):
        answered(free_port)
        given = tmp_path / "given"
        for _ in range(600):
            if given.exists() and given.read_text():
                break
            time.sleep(0.05)
        [file] = tmp_path.glob("wederhoor-*.html")
        assert given.read_text().strip() == file.as_uri()  # the token is on no command line
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        token = re.search(r"\?token=([\w-]+)", printed)
        assert token
        assert f"?token={token[1]}" in file.read_text()
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "environment"), [(["--no-browser"], {}), ([], {"BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""})]
)
def test_serve_opens_nothing_that_nobody_wants_or_sees(
    store: Store, tmp_path: Path, free_port: int, arguments: list[str], environment: dict[str, str]
) -> None:
    with shown(tmp_path, store.where, "--port", str(free_port), *arguments, **environment) as (_, printed):
        answered(free_port)
        assert "?token=" in printed
        assert [*tmp_path.glob("wederhoor-*.html")] == []
    assert not (tmp_path / "given").exists()


def test_serve_opens_nothing_where_its_output_is_no_terminal(store: Store, tmp_path: Path, free_port: int) -> None:
    own = {"BROWSER": "/bin/false", "XDG_RUNTIME_DIR": str(tmp_path)}
    with started(store.where, "--port", str(free_port), **own):
        answered(free_port)
        assert [*tmp_path.glob("wederhoor-*.html")] == []


# Tokens


def test_the_door_is_dressed_for_who_has_no_token(store: Store) -> None:
    with client(store, people=TEAM) as web:
        door = web.get("/review")
        assert door.status_code == 401
        styles = re.findall(r'href="(/assets/[^"]+)"', door.text)
        assert len(styles) == 2
        assert [web.get(style).status_code for style in styles] == [200, 200]
        assert web.get("/assets/../case").status_code in {401, 404}


def test_each_person_signs_what_he_corrects(store: Store) -> None:
    with client(store, people=TEAM) as web:
        assert web.get("/case").status_code == 401
        for name, token in TEAM.items():
            web.cookies.clear()
            assert web.get(f"/case?token={token}").status_code == 200  # by the cookie, behind the redirect
            assert web.get("/case").status_code == 200
            web.post("/documents/3/attributions/A1/set", data={"csrf": "right", "field": "speaker", "value": name})
        with store.reading() as db:
            assert [entry.who for entry in whole_log(db)] == ["anna", "piet"]
        wrong = web.get("/case", headers={"authorization": "Bearer nobody", "cookie": ""})
        assert wrong.status_code in {200, 401}


def test_the_cookie_is_of_this_port_and_this_case_and_goes_along_with_links(store: Store, tmp_path: Path) -> None:
    names = set()
    with fill(tmp_path / "other.db") as other:
        for case, port in ((store, 8765), (other, 8765), (store, 8766)):
            with client(case, token=ANNA, port=port) as web:
                cookie = web.get(f"/case?token={ANNA}", follow_redirects=False).headers["set-cookie"]
                names.add(cookie.partition("=")[0])
                assert "samesite=lax" in cookie.lower() and "httponly" in cookie.lower()
                assert ANNA not in cookie
    assert len(names) == 3


def test_who_has_no_token_is_asked_for_it_and_goes_on_to_where_he_was_going(store: Store) -> None:
    with client(store, token=ANNA) as web:
        page = web.get("/ledger?due=2031-01-01&q=%22%3E", headers={"accept-language": "en"})
        assert page.status_code == 401
        [back] = re.findall(r'name="back" value="([^"]*)"', page.text)
        assert back == "/ledger?due=2031-01-01&amp;q=%22%3E"
        wrong = web.post("/enter", data={"token": "x" * 20, "back": "/ledger"})
        assert wrong.status_code == 401 and 'value="/ledger"' in wrong.text
        assert web.post("/enter", data={"token": ANNA}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        inside = web.post("/enter", data={"token": ANNA, "back": "/ledger?due=2031-01-01"}, follow_redirects=False)
        assert (inside.status_code, inside.headers["location"]) == (303, "/ledger?due=2031-01-01")
        away = web.post("/enter", data={"token": ANNA, "back": "//evil.example/"}, follow_redirects=False)
        assert away.headers["location"] == "/"
        assert web.get("/case").status_code == 200


@browses
def test_a_link_in_a_mail_leads_to_its_page(browser: Browser, store: Store) -> None:
    settings = Settings(people={"anna": ANNA}, csrf="right")
    with _listening(store, settings) as address:
        page = browser.new_page(locale="en-GB")
        page.goto(f"{address}/ledger")
        page.get_by_label("Token").fill(ANNA)
        page.get_by_role("button", name="Go on").click()
        expect(page.locator("h1")).to_have_text("Forecasts")
        assert ANNA not in page.url
        page.route("http://mail.example/", lambda route: route.fulfill(
            content_type="text/html", body=f'<a href="{address}/documents/3">the bridge</a>'
        ))  # fmt: skip
        page.goto("http://mail.example/")
        page.get_by_role("link").click()
        expect(page.locator("h1")).to_contain_text("De brug")
        page.close()


def test_serve_prints_an_address_for_each_and_keeps_tokens_in_a_file(
    store: Store, tmp_path: Path, free_port: int
) -> None:
    kept = tmp_path / "team.txt"
    arguments = [
        store.where,
        "--port",
        str(free_port),
        "--user",
        "Anna de Wit",
        "--user",
        "piet",
        "--token-file",
        str(kept),
    ]
    seen = []
    for _ in range(2):
        with started(*arguments) as (server, first):
            assert server.stdout
            seen.append((first, server.stdout.readline().strip()))
    assert seen[0] == seen[1]
    assert [line.rpartition("  ")[2] for line in seen[0]] == ["Anna de Wit", "piet"]
    assert all(re.match(rf"http://127\.0\.0\.1:{free_port}/\?token=[\w-]{{32}}  ", line) for line in seen[0])
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_token_is_asked_for_on_this_machine_too(store: Store, free_port: int) -> None:
    with started(store.where, "--port", str(free_port)) as (_, line):
        assert re.fullmatch(rf"http://127\.0\.0\.1:{free_port}/\?token=[\w-]{{32}}", line)
    with started(store.where, "--port", str(free_port), "--no-token") as (server, line):
        assert line == f"http://127.0.0.1:{free_port}/"
        server.terminate()
        assert server.stderr
        assert "W922" in server.stderr.read()
    told = CliRunner().invoke(commands, ["serve", store.where, "--no-token", "--host", "0.0.0.0"])
    assert isinstance(told.exception, WederhoorError)
    assert told.exception.code == "W921"


def test_the_address_is_one_that_another_machine_can_open() -> None:
    [line] = addresses(Settings(host="0.0.0.0", token=ANNA))
    assert "0.0.0.0" not in line
    assert line.startswith("http://") and line.endswith(f":8765/?token={ANNA}")
    assert addresses(Settings(host="::1", token=None)) == ["http://[::1]:8765/"]


@pytest.mark.parametrize(
    ("people", "token", "lines"),
    [
        (["a", "b"], "x" * 20, None),
        (["a"], "short", None),
        (["a"], None, "a short"),
        (["a"], None, "word"),
        (["a"], None, b"\xff"),
    ],
)
def test_tokens_that_cannot_be_used_are_told(people: list[str], token: str | None, lines: Any, tmp_path: Path) -> None:
    file = tmp_path / "tokens"
    if lines is not None:
        file.write_bytes(lines if isinstance(lines, bytes) else lines.encode())
    with pytest.raises(WederhoorError) as told:
        tokens_of(people, token, file if lines else None)
    assert told.value.code in {"W913", "W921"}


# Other sites


def test_other_sites_bring_nothing_in_but_may_link(store: Store) -> None:
    with client(store, runs_a_minute=1) as web:
        run = f"/accounts/{speaker(web, 'Oda Vlier')}/model.json?up=meer%20toezicht"
        for site in ("cross-site", "same-site"):
            for mode, aim in (("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")):
                headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": aim}
                assert web.get(run, headers=headers).status_code == 403
        link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
        assert web.get("/documents/3", headers=link).status_code == 200
        assert web.get(run).status_code == 200  # the one run of this minute was left


@pytest.mark.parametrize(
    "host", ["user@localhost", "user@127.0.0.1:8765", "127.0.0.1:8765, evil", "", "localhost:port", "[::1"]
)
def test_a_host_is_a_name_and_a_port(store: Store, host: str) -> None:
    with client(store) as web:
        assert web.get("/case", headers={"host": host}).status_code == 421


# What is no text, no day, no page


def test_what_is_no_text_is_refused(store: Store) -> None:
    with client(store) as web:
        place = "/documents/3/attributions/A1/set"
        for value in (b"%00", b"a%FFb", b"\xff", b"%ED%A0%80"):
            body = b"csrf=right&field=speaker&value=" + value
            headers = {"content-type": "application/x-www-form-urlencoded"}
            assert web.post(place, content=body, headers=headers).status_code == 400
            assert web.post(place, content=body, headers={**headers, "x-csrf-token": "right"}).status_code == 400
        for address in ("/search?q=%00", "/search?q=%FF", "/documents/3/attributions/%00", "/documents?after=%00"):
            assert web.get(address).status_code == 400
        assert web.get("/corrections.json").json()["rows"] == []
        good = web.post(place, data={"csrf": "right", "field": "speaker", "value": "Zoë + co"}, follow_redirects=False)
        assert good.status_code == 303
        assert web.get("/corrections.json").json()["rows"][0]["value"] == "Zoë + co"


def test_what_is_no_text_is_no_correction(store: Store) -> None:
    with store.writing() as db:
        target = anchor_item(db, "brug", "attributions", "A1")
        for value in ("a\0b", "a\ud800b"):
            with pytest.raises(WederhoorError, match="W809"):
                correct(db, "r", "set", target, {"field": "speaker", "value": value})
            with pytest.raises(WederhoorError, match="W809"):
                correct(db, "r", "merge-actors", payload={"name": "Oda Vlier", "members": [value]})
            with pytest.raises(WederhoorError, match="W809"):
                correct(db, value, "confirm", target)
    bytes_ = subprocess.run(
        [*START, "correct", store.where, "set", "brug", "A1", "speaker", b"\xff\xfe"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert (bytes_.returncode, b"Traceback" in bytes_.stderr) == (2, False)
    assert b"W809" in bytes_.stderr


@pytest.mark.parametrize("day", ["<b>", "2020-13-40", "2031-1-1", "20310101", "next year", "2031-W01-1"])
def test_the_window_of_a_forecast_is_made_of_days(store: Store, day: str) -> None:
    with client(store) as web:
        for field in ("from", "until"):
            data = {"csrf": "right", "field": field, "value": day}
            assert web.post("/documents/3/forecasts/F1/set", data=data).status_code == 409
        assert web.get("/ledger.json?all=1").json()["rows"]
    with store.writing() as db, pytest.raises(WederhoorError, match="W809"):
        correct(db, "r", "set", anchor_item(db, "brug", "forecasts", "F1"), {"field": "until", "value": day})


def test_a_window_does_not_end_before_it_begins(store: Store) -> None:
    with client(store) as web:

        def put(field: str, value: str) -> int:
            data = {"csrf": "right", "field": field, "value": value}
            return int(web.post("/documents/3/forecasts/F1/set", data=data, follow_redirects=False).status_code)

        assert put("from", "2032-01-01") == 409  # it ends with 2031
        assert put("from", "2031-06-01") == 303
        assert put("until", "2031-05-31") == 409
        assert put("until", "2031-06-01") == 303
        assert put("until", "") == 303


PATHS = [
    "/case", "/documents", "/documents/3", "/statements", "/accounts", "/accounts/1", "/accounts/1/model", "/sides",
    "/conflicts", "/conflicts/across", "/timeline", "/ledger", "/search", "/review", "/corrections",
    "/documents/3/add", "/documents/3/statements/A1", "/documents/3/attributions/A1",
]  # fmt: skip
NAMES = [
    "after", "own_after", "reported_after", "lang", "made", "q", "in", "speaker", "attitude", "polarity", "form", "document",
    "from", "until", "due", "kind", "verdict", "doubt", "newest", "who", "up", "down", "against", "start", "end", "all", "excel",
    "raw", "token", "quote", "seen",
]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from([
        "9" * 22, "-" + "9" * 22, "9223372036854775807", "9223372036854775808", "1~2", "~", "~~",
        "2031-01-01~5", "1e9", "NaN", "٣",
        "\ud7ff", "'", '"', "a*", "NEAR(a b)", "0", "-1", "1", "true", "deny", "+", "-",
        "2031-02-30", "2031-01-01", "0001-01-01", "../..",
    ]),
    st.text(max_size=30),
    st.integers().map(str),
)  # fmt: skip


def test_no_address_is_a_fault_of_the_server(store: Store) -> None:
    with client(store, runs_a_minute=2) as web:

        @hypothesis.given(
            path=st.sampled_from(PATHS), suffix=st.sampled_from(["", ".json", ".csv"]),
            query=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=5),
        )  # fmt: skip
        @hypothesis.settings(max_examples=300, deadline=None, derandomize=True, database=None)
        @hypothesis.example(path="/conflicts/across", suffix="", query=[("after", "9" * 22)])
        @hypothesis.example(path="/timeline", suffix=".json", query=[("own_after", "x~" + "9" * 22)])
        @hypothesis.example(path="/statements", suffix=".csv", query=[("q", "a"), ("from", "2031-01-01")])
        @hypothesis.example(path="/search", suffix=".json", query=[("q", "brug"), ("after", "9" * 19)])
        def asked(path: str, suffix: str, query: Any) -> None:
            answer = web.get(path + suffix, params=[*query], follow_redirects=False)
            assert answer.status_code < 500, (path, suffix, query)

        asked()


def test_every_page_says_its_headers(store: Store) -> None:
    with client(store) as web:
        for path in (*PATHS[:-3], "/openapi.json", "/nothing"):
            for suffix in ("", ".csv", ".json") if path in PATHS else ("",):
                there, alone = web.get(path + suffix), web.head(path + suffix)
                assert (alone.status_code, alone.content) == (there.status_code, b"")
                assert alone.headers["content-type"] == there.headers["content-type"]


# Requests that never end


@contextmanager
def _listening(store: Store, settings: Settings, seconds: float = 20) -> Iterator[str]:
    protocol = type("Short", (Patience,), {"seconds": seconds})
    app = create_app(store, settings)
    with served(app, log_level="critical", http=protocol, timeout_graceful_shutdown=1) as address:
        yield address


def test_half_of_a_request_is_not_waited_for_for_ever(store: Store) -> None:
    halves = [
        b"", b"GET /case HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"GET /ca",
        b"POST /joins HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n\r\nab",
        b"GET /assets/x/y HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /case HTTP/1.1\r\nHost:",
    ]  # fmt: skip
    with _listening(store, Settings(csrf="right"), seconds=1.0) as address:
        port = int(address.rpartition(":")[2])
        opened = []
        for number in range(600):
            one = socket.create_connection(("127.0.0.1", port), timeout=60)
            one.sendall(halves[number % len(halves)])
            opened.append(one)
        for one in opened:
            try:
                while one.recv(65_536):
                    pass
            except ConnectionError:
                pass  # closed all the same
            one.close()


def test_a_slow_reader_and_a_second_request_are_not_cut_off(store: Store) -> None:
    with (
        _listening(store, Settings(csrf="right"), seconds=1.0) as address,
        socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=60) as one,
    ):
        for _ in range(3):
            one.sendall(b"GET /case.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            time.sleep(1.3)  # longer than a half request may take
            assert one.recv(1_000_000).startswith(b"HTTP/1.1 200")


# The file, and the end of the server


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_stopped_leaves_one_file(tmp_path: Path, free_port: int, how: signal.Signals) -> None:
    fill(tmp_path / "case.db").close()
    with started(str(tmp_path / "case.db"), "--port", str(free_port), "--no-token") as (server, line):
        assert line
        answered(free_port)
        import urllib.request

        page = urllib.request.urlopen(f"{line}documents/3", timeout=60).read().decode()  # our own
        [csrf] = re.findall(r'name="csrf" content="([^"]+)"', page)
        sent = urllib.request.Request(
            f"{line}documents/3/conflicts/X1/judge",
            data=f"csrf={csrf}&verdict=same".encode(),
            headers={"Accept": "application/json"},
        )
        assert urllib.request.urlopen(sent, timeout=60).status == 200
        assert (tmp_path / "case.db-wal").exists()
        server.send_signal(how)
        server.wait(timeout=30)
        if how == signal.SIGTERM:
            assert server.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]
    with open_store(tmp_path / "case.db") as store, store.reading() as db:
        assert [entry.kind for entry in whole_log(db)] == ["confirm"]


def test_a_case_is_its_owner_s_alone(tmp_path: Path) -> None:
    place = tmp_path / "case.db"
    before = os.umask(0o000)
    try:
        with fill(place) as store:
            assert store.notices == ()
            assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
            assert len([*tmp_path.iterdir()]) == 3
        table = tmp_path / "events.csv"
        done = CliRunner().invoke(commands, ["events", str(place), "--out", str(table)])
        assert done.exit_code == 0
        assert table.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_a_case_that_everybody_could_read_is_closed_and_that_is_told(tmp_path: Path) -> None:
    place = tmp_path / "case.db"
    fill(place).close()
    place.chmod(0o644)
    with open_store(place) as store:
        assert [told.code for told in store.notices] == ["W818"]
        assert place.stat().st_mode & 0o777 == 0o600
    place.chmod(0o660)  # a group's right is somebody's choice
    with open_store(place) as store:
        assert store.notices == ()
        assert place.stat().st_mode & 0o777 == 0o660


# Keys


@browses
def test_no_letter_does_two_things(browser: Browser, store: Store) -> None:
    with _listening(store, Settings(csrf="right")) as address:
        page = browser.new_page(locale="en-GB")
        page.goto(f"{address}/conflicts")
        page.get_by_role("button", name="Keys").click()
        page.locator('.remap[data-key="y"]').fill("n")
        page.locator('.remap[data-key="y"]').blur()
        expect(page.locator('.remap[data-key="y"]')).to_have_value("y")
        expect(page.locator("#key-taken")).to_be_visible()
        page.locator('.remap[data-key="y"]').fill("p")
        page.locator('.remap[data-key="y"]').blur()
        expect(page.locator("#key-taken")).to_be_hidden()
        page.locator('.remap[data-key="n"]').fill("y")
        page.locator('.remap[data-key="n"]').blur()
        expect(page.locator('.remap[data-key="n"]')).to_have_value("y")
        page.close()
