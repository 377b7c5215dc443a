"""Lists of a case as they leave it: all rows in every form, whole quotations, each with its stance; no cell a formula."""

from __future__ import annotations

import asyncio
import csv
import importlib.util
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from msgspec import structs
from playwright.sync_api import Browser, expect
from sqlalchemy import text, update
from typer.testing import CliRunner
from web_case import TEXT, at, barriers, bridge, browses, client, said, serving, speaker, study

from wederhoor.cli.main import app as commands
from wederhoor.records import Attribution
from wederhoor.store import Store, anchor_item, correct, list_conflicts, list_statements, open_store, put_study, summary
from wederhoor.store.filling import fill_statements
from wederhoor.store.schema import statements
from wederhoor.web.app import create_app
from wederhoor.web.settings import Settings

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "make_case.py"
LISTS = ["/statements", "/documents", "/accounts", "/conflicts", "/review", "/ledger", "/timeline", "/case"]


def _made(place: Path, documents: int) -> Store:
    spec = importlib.util.spec_from_file_location("make_case", BENCHMARK)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    maker = module.Maker(1)
    store = open_store(place, create=True)
    with store.writing() as db:
        for number in range(1, documents + 1):
            put_study(db, maker.study(number, 20), at="2031-01-01T00:00:00+00:00")
    return store


def rows_of(answer: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(answer))]


def hedged() -> Any:
    """A document in which Kuil denies, in two pieces with a hedge between them, what Vlier says."""
    words = "De sluis zou op last van de schipper gesloten zijn"
    told = f"Schipper Bram Kuil ontkent: {words}. Oda Vlier zegt dat =SOM(A1) klopt. +cmd gebeurt, aldus Vlier."
    start = told.index(words)

    def place(part: str) -> tuple[int, int]:
        found = told.index(part, start if part in words else 0)
        return found, found + len(part)

    reading = structs.replace(bridge(), doc="sluis", title=None, text=told, causal=(), conflicts=(), forecasts=())
    statements = (
        Attribution(
            id="A1", content=(place("De sluis"), place("op last van de schipper gesloten zijn")), cue=(place("ontkent"),),
            source=(), speaker="Bram Kuil", form="direct", attitude="deny", polarity="-",
        ),
        Attribution(id="A2", content=(place("=SOM(A1) klopt"),), cue=(), source=(), speaker="Oda Vlier", form="indirect"),
        Attribution(id="A3", content=(place("+cmd gebeurt"),), cue=(), source=(), speaker="Oda Vlier", form="indirect"),
    )  # fmt: skip
    return structs.replace(reading, attributions=statements)


@pytest.fixture
def sluice(store: Store) -> Store:
    with store.writing() as db:
        put_study(db, study(hedged()))
    return store


# All rows


def check_sides(web: TestClient) -> None:
    """Page after page side by side there is every statement of both, and the page says how many there are."""
    chosen = [row["id"] for row in web.get("/accounts.json").json()["rows"][:2]]
    who = "&".join(f"who={one}" for one in chosen)
    told: list[list[Any]] = [[], []]
    after = ""
    while after is not None:
        found = web.get(f"/sides.json?{who}" + (f"&after={after}" if after else "")).json()
        for own, one in zip(told, found["accounts"], strict=True):
            own.extend(one["statements"])
        after = found["next"]
    whole = web.get(f"/sides.json?{who}&all=1").json()["accounts"]
    assert told == [one["statements"] for one in whole]
    page = web.get(f"/sides?{who}").text
    for one in whole:
        assert f'<span class="count">{len(one["statements"])}</span>' in page
    assert f"/statements?speaker={chosen[0]}" in page
    assert f'rel="next" href="/sides?{who.replace("&", "&amp;")}&amp;after=' in page
    assert web.get(f"/sides?{who}&after=nowhere").status_code == 404


def test_every_list_is_written_out_whole_and_counted_on_its_page(tmp_path: Path) -> None:
    with _made(tmp_path / "made.db", 60) as store, client(store) as web:
        with store.reading() as db:
            known = summary(db)
            conflicts = len(list_conflicts(db, limit=10_000).rows)
        counts = {"/statements": known.statements, "/documents": 60, "/case": 60, "/accounts": known.speakers}
        counts["/conflicts"] = conflicts
        loudest = f"/accounts/{rows_of(web.get('/accounts.csv').text)[0]['id']}"
        for address in (*LISTS, loudest):
            table = rows_of(web.get(f"{address}.csv").text)
            count = counts.setdefault(address, len(table))
            assert len(table) == count > 0, address
            assert len({row["id"] for row in table}) == count
            page = web.get(address, headers={"accept-language": "en"}).text
            assert f"({count:,} rows)" in page or address == "/timeline", address
            everything = web.get(f"{address}.json?all=1").json()
            assert not any(value for name, value in everything.items() if name.endswith("next"))
        assert len(web.get("/statements.json?all=1").json()["rows"]) == known.statements
        whole = web.get(f"{loudest}.json?all=1").json()
        assert len(whole["statements"]) == whole["speaker"]["statements"] == counts[loudest] > 30
        assert whole["causal"]
        sides = web.get("/sides.json?who=1&who=2&all=1").json()["accounts"]
        assert [len(one["statements"]) for one in sides] == [one["speaker"]["statements"] for one in sides]
        assert len(rows_of(web.get("/sides.csv?who=1&who=2").text)) == sum(len(one["statements"]) for one in sides)
        check_sides(web)
        one_page = web.get("/statements.json").json()
        assert len(one_page["rows"]) < known.statements
        assert one_page["next"]


def test_rows_of_before_get_the_mark_of_now_between_the_parts_of_a_statement(sluice: Store) -> None:
    with sluice.writing() as db:
        changed = statements.c.quote.contains("[…]")
        db.execute(update(statements).where(changed).values(quote="De sluis … gesloten zijn"))
        fill_statements(db)
    with client(sluice) as web:
        quotes = {row["quote"] for row in web.get("/statements.json?all=1").json()["rows"]}
        assert "De sluis […] op last van de schipper gesloten zijn" in quotes
        assert not any("…" in quote.replace("[…]", "") for quote in quotes)


def test_a_page_of_json_goes_on_to_the_next(tmp_path: Path) -> None:
    with _made(tmp_path / "made.db", 8) as store, client(store) as web:
        found, after = [], ""
        while after is not None:
            page = web.get("/statements.json", params={"after": after} if after else {}).json()
            found += [row["id"] for row in page["rows"]]
            after = page["next"]
        assert found == [int(row["id"]) for row in rows_of(web.get("/statements.csv").text)]
        assert found == [row["id"] for row in web.get("/statements.json?all=1").json()["rows"]]


def _peak(store: Store, address: str) -> tuple[int, int]:
    """The most memory that writing a list took, in bytes, and how many lines it has."""
    app = create_app(store, Settings(csrf="right"))
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
        "raw_path": path.encode(), "root_path": "", "query_string": query.encode(), "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    lines = 0

    async def receive() -> Any:
        await asyncio.Event().wait()

    async def send(message: Any) -> None:
        nonlocal lines
        lines += message.get("body", b"").count(b"\r\n")

    tracemalloc.start()
    try:
        asyncio.run(app(scope, receive, send))
        return tracemalloc.get_traced_memory()[1], lines
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_rows_that_are_written(tmp_path: Path) -> None:
    with _made(tmp_path / "made.db", 1_000) as store:
        _peak(store, "/statements.csv?document=1")  # what is put together once
        few, some = _peak(store, "/statements.csv?until=2015-04-30")
        most, lines = _peak(store, "/statements.csv")
        assert lines == 20_000 + 1
        assert 1_000 < some < lines / 5
        assert most < 1.5 * few + 1_000_000


def test_a_list_is_of_one_state_of_the_case(tmp_path: Path) -> None:
    with _made(tmp_path / "made.db", 40) as store:
        from wederhoor.store.listings import StatementFilter, statement_listing
        from wederhoor.web.answers import whole

        with store.reading() as db:
            listing = statement_listing(db, StatementFilter())
        with store.state() as turn:
            pages: Iterator[Any] = whole(listing).each(turn)
            first = next(pages)
            with store.writing() as db:
                db.execute(text("DELETE FROM statements WHERE id > 100000000"))
            assert sum(map(len, pages)) + len(first) == 800


def test_nobody_waits_for_a_list_that_is_not_taken(tmp_path: Path) -> None:
    with _made(tmp_path / "made.db", 40) as store, store.state() as turn:
        with turn() as db:
            list_statements(db)
        taken = [store.state() for _ in range(6)]
        uses = [one.__enter__() for one in taken]
        for use in uses:
            with use() as db:
                list_statements(db)
        with client(store) as web:
            assert web.get("/statements").status_code == 200
        for one in taken:
            one.__exit__(None, None, None)


# Statements


def test_statements_are_chosen_by_all_that_is_known_of_them(sluice: Store) -> None:
    with client(sluice) as web:
        kuil = speaker(web, "Bram Kuil")

        def found(query: str) -> list[str]:
            return [row["quote_full"] for row in web.get(f"/statements.json?{query}").json()["rows"]]

        denied = "De sluis zou op last van de schipper gesloten zijn"
        assert found("attitude=deny&document=4") == [denied]
        assert found(f"speaker={kuil}&polarity=-") == [denied]
        assert found("document=4&form=direct") == [denied]
        assert found("q=sluis") == [denied]
        assert found("q=sluis&attitude=say") == []
        assert len(found("document=3&from=2031-05-12&until=2031-05-12")) == 4
        assert found("document=3&until=2031-05-11") == []
        assert len(rows_of(web.get(f"/statements.csv?speaker={kuil}").text)) == 3
        assert web.get("/statements.json?q=--").status_code == 400
        assert 'role="alert"' in web.get("/statements?q=--").text
        assert web.get("/statements.json?document=99").status_code == 404


def test_the_words_of_statements_are_found_on_both_databases(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, study(bridge()))
            put_study(db, study(hedged()))
        with client(store) as web:
            assert [row["item"] for row in web.get("/statements.json?q=veilig").json()["rows"]] == ["A2", "A3"]
            assert len(rows_of(web.get("/statements.csv?q=veilig&polarity=%2B").text)) == 2


def test_a_denial_is_a_denial_in_every_table_and_on_every_page(sluice: Store) -> None:
    with client(sluice) as web:
        [row] = [row for row in rows_of(web.get("/statements.csv?document=4").text) if row["item"] == "A1"]
        assert (row["speaker"], row["attitude"], row["polarity"], row["certainty"]) == (
            "Bram Kuil",
            "deny",
            "-",
            "certain",
        )
        assert (row["stance"], row["verb"], row["form"]) == ("denies", "ontkent", "direct")
        kuil = speaker(web, "Bram Kuil")
        for address in ("/statements?document=4", f"/accounts/{kuil}", "/search?q=sluis", "/review?document=4"):
            page = web.get(address, headers={"accept-language": "nl"}).text
            assert 'class="stance is-not">ontkent</span> <q class="verb" lang="nl">ontkent</q>' in page, address


def test_what_is_held_in_a_denial_says_so(tmp_path: Path) -> None:
    part = bridge()
    vlier, *others = part.attributions
    denied = structs.replace(vlier, attitude="deny", polarity="-")
    conflict = structs.replace(part.conflicts[0], a="A1")
    with open_store(tmp_path / "denied.db", create=True) as store:
        with store.writing() as db:
            put_study(db, study(structs.replace(part, attributions=(denied, *others), conflicts=(conflict,))))
        with client(store) as web:
            account = web.get(f"/accounts/{speaker(web, 'Oda Vlier')}.json").json()
            assert [(row["attitude"], row["stance"]) for row in account["causal"]] == [("deny", "denies")]
            [found] = rows_of(web.get("/conflicts.csv").text)
            assert (found["a_attitude"], found["a_polarity"], found["a_stance"]) == ("deny", "-", "denies")
            assert (found["b_attitude"], found["b_stance"]) == ("say", "asserts")
            [forecast] = rows_of(web.get("/ledger.csv").text)
            assert (forecast["attitude"], forecast["polarity"], forecast["certainty"]) == ("say", "+", "certain")
            queued = {row["item"]: row for row in web.get("/review.json").json()["rows"]}
            assert (queued["C1"]["stance"], queued["X1"]["stance"], queued["X1"]["other_stance"]) == (
                "denies", "denies", "asserts",
            )  # fmt: skip
            for address in ("/conflicts", "/review"):
                assert 'class="stance is-not">denies</span>' in web.get(address, headers={"accept-language": "en"}).text
            for address in ("/case", "/issues"):
                assert '<b class="is-denies">' in web.get(address).text


def test_a_statement_in_a_denial_is_nobody_s_assertion(tmp_path: Path) -> None:
    outer = said("A1", "meer toezicht leidt tot rust", "Oda Vlier", attitude="deny", polarity="-")
    inner = Attribution(
        id="A2", content=(at("toezicht"),), cue=(), source=(), speaker="Bram Kuil", form="indirect", parent="A1"
    )
    part = structs.replace(bridge(), attributions=(outer, inner), causal=(), forecasts=(), conflicts=())
    with open_store(tmp_path / "nested.db", create=True) as store:
        with store.writing() as db:
            put_study(db, study(part))
        with client(store) as web:
            assert [row["stance"] for row in web.get("/statements.json").json()["rows"]] == ["denies", "uncommitted"]


# Whole quotations


def test_what_interrupts_a_statement_is_shown_in_grey(sluice: Store) -> None:
    with client(sluice) as web:
        [row] = web.get("/statements.json?q=sluis").json()["rows"]
        assert row["quote"] == "De sluis […] op last van de schipper gesloten zijn"
        whole = "De sluis zou op last van de schipper gesloten zijn"
        assert row["quote_full"] == whole
        assert [whole[start:end] for start, end in row["gaps"]] == [" zou "]
        grey = "<strong>De sluis</strong> <span class=gap>zou</span> <strong>op last"
        kuil = speaker(web, "Bram Kuil")
        for address in ("/statements?document=4", f"/accounts/{kuil}", "/review?document=4"):
            assert grey in web.get(address).text, address
        hit = web.get("/search?q=sluis").text
        assert "<b class=hit>sluis</b></strong> <span class=gap>zou</span> <strong>op last" in hit
        assert web.get("/search.json?q=zou").json()["rows"] == []


def test_an_old_case_shows_whole_quotations_once_it_is_opened(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, study(bridge()))
            put_study(db, study(hedged()))
            correct(db, "r", "set", anchor_item(db, "brug", "attributions", "A2"), {"field": "speaker", "value": "Ada"})
            was = [*list_statements(db).rows], [*list_conflicts(db).rows]
        with store.changing() as db:
            for index in (
                "speakers_called",
                "speakers_case_actor",
                "corrections_kind_id",
                "corrections_who_at",
                "events_place_id",
            ):
                db.execute(text(f"DROP INDEX ix_{index}"))
            for table in ("spoken", "members", "identities", "involved", "case_actors", "removed"):
                db.execute(text(f"DROP TABLE {table}"))
            for table, columns in {
                "speakers": ("nobody", "called", "case_actor"), "actors": ("aliases", "roles"),
                "state": ("unjoined", "description", "findings"),
                "statements": ("stance", "verb", "pieces"), "events": ("holder_row",), "causal": ("holder_row",),
                "forecasts": ("holder_row", "outcome", "outcome_entry"), "conflicts": ("a_row", "b_row", "reason", "terms"),
                "collisions": ("a_row", "b_row", "reason", "terms"),
            }.items():  # fmt: skip
                for column in columns:
                    db.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
            db.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    with open_store(place) as store, store.reading() as db:
        assert ([*list_statements(db).rows], [*list_conflicts(db).rows]) == was
        assert [row.quote_full for row in was[0] if row.gaps] == ["De sluis zou op last van de schipper gesloten zijn"]


# Cells


def test_no_cell_is_a_formula_unless_that_is_asked(sluice: Store) -> None:
    with client(sluice) as web:
        quotes = [row["quote"] for row in rows_of(web.get("/statements.csv?document=4").text)]
        assert quotes[1:] == ["'=SOM(A1) klopt", "'+cmd gebeurt"]
        raw = [row["quote"] for row in rows_of(web.get("/statements.csv?document=4&raw=1").text)]
        assert raw[1:] == ["=SOM(A1) klopt", "+cmd gebeurt"]
        excel = web.get("/statements.csv?document=4&excel=1").content
        assert excel.startswith(b"\xef\xbb\xbfid;doc;")
        assert b"'=SOM(A1) klopt" in excel
        log = web.get("/corrections.csv")
        assert log.text.startswith("id,")
        assert web.get("/statements.csv?excel=perhaps").status_code == 422


# Languages of parts


def test_quotations_say_in_which_language_they_are(sluice: Store) -> None:
    with client(sluice) as web:
        vlier = speaker(web, "Oda Vlier")
        for address in (
            "/statements", f"/accounts/{vlier}", "/conflicts", "/timeline", "/ledger", "/review", "/search?q=brug",
            "/search?q=brug&in=text", f"/sides?who={vlier}", "/case",
        ):  # fmt: skip
            page = web.get(address, headers={"accept-language": "en"}).text
            assert 'lang="nl"' in page.partition("<main")[2].partition("</main>")[0], address
            assert '<blockquote dir="auto">' not in page, address


def test_signs_that_turn_the_reading_direction_are_seen_in_what_is_found(store: Store) -> None:
    turned = TEXT.replace("De brug is veilig", "De \u202ebrug is veilig")
    part = structs.replace(bridge(), doc="om", text=turned, causal=(), forecasts=(), conflicts=())
    start = turned.index("De \u202ebrug")
    own = structs.replace(part.attributions[1], content=((start, start + len("De \u202ebrug is veilig")),))
    with store.writing() as db:
        put_study(db, study(structs.replace(part, attributions=(own,))))
    with client(store) as web:
        for address in ("/search?q=veilig", "/statements?document=4"):
            page = web.get(address, headers={"accept-language": "en"}).text
            assert "\u202e" not in page, address
            assert "&lt;U+202E&gt;" in page
            assert "turn the direction of reading" in page


@browses
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_of_statements_is_read_by_everybody(browser: Browser, sluice: Store, scheme: Any, width: int) -> None:
    with serving(sluice) as address:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nl-NL")
        page.goto(f"{address}/statements")
        assert barriers(page, "/statements") == []
        page.close()


@browses
def test_statements_are_filtered_and_saved_from_the_page(browser: Browser, sluice: Store) -> None:
    with serving(sluice) as address:
        page = browser.new_page(locale="en-GB", accept_downloads=True)
        page.goto(f"{address}/case")
        page.locator(".figures").get_by_role("link", name="statements").click()
        page.get_by_label("Kind of statement").select_option("deny")
        page.get_by_role("button", name="Show").click()
        everything = page.request.get(f"{address}/statements.json?attitude=deny&all=1").json()
        expect(page.locator("tbody tr")).to_have_count(len(everything["rows"]))
        with page.expect_download() as saved:
            page.get_by_role("link", name="CSV").click()
        rows = rows_of(Path(saved.value.path()).read_text(encoding="utf-8"))
        assert [row["attitude"] for row in rows] == ["deny"] * len(everything["rows"])
        page.close()


def test_the_pages_and_the_commands_give_the_same_conflicts(store: Store) -> None:
    told = CliRunner().invoke(commands, ["conflicts", store.where, "--format", "json"])
    assert told.exit_code == 0, told.output
    by_command = sorted(
        (row["a_doc"], row["b_doc"], row["a_quote_full"], row["b_quote_full"]) for row in json.loads(told.stdout)
    )
    with client(store) as web:
        rows = web.get("/conflicts.json?all=1").json()["rows"]
        by_page = [(row["doc"], row["doc"], row["a_quote_full"], row["b_quote_full"]) for row in rows]
        across = web.get("/conflicts/across.json?all=1").json()["rows"]
        by_page += [(row["a_doc"], row["b_doc"], row["a_quote_full"], row["b_quote_full"]) for row in across]
    assert sorted(by_page) == by_command
    assert len(by_page) > 1


def test_a_search_finds_people_and_texts_by_their_names_too(store: Store) -> None:
    with client(store) as web:
        person = web.get("/search?q=vlier", headers={"accept-language": "nl"}).text
        assert f'<a href="/accounts/{speaker(web, "Oda Vlier")}"><bdi>Oda Vlier</bdi></a>' in person
        title = web.get("/search?q=de+brug", headers={"accept-language": "nl"}).text
        assert '<a href="/documents/3">' in title.partition('id="documents-title"')[2].partition("</section>")[0]
        within = web.get(f"/search?q=vlier&speaker={speaker(web, 'Bram Kuil')}").text
        assert 'id="people-title"' not in within
        for odd in ("%", "_", "100%", "a_b", "\\", "*", '""'):
            answer = web.get("/search", params={"q": odd})
            assert answer.status_code == 200
            assert 'id="documents-title"' not in answer.text, odd
