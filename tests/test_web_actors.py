"""The pages of actors: what the case tells of each, under every name, in every text; and who is one with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from web_case import barriers, browses, client, own_copy, read_into, serving

from wederhoor.store import Store, match_documents, open_store, remove_document

FIRST = """Burgemeester Anna Visser zegt dat de Zeebond de molen heeft gesloopt. “De sluis gaat in mei open,” zegt Visser.

Tom Haak, voorzitter van de Zeebond, ontkent dat de Zeebond de molen heeft gesloopt. De politie arresteerde Tom Haak.
"""
SECOND = """Voorzitter Tom Haak van de Zeebond verwacht dat de vissers in juni gaan staken. Volgens Haak heeft burgemeester Anna \
Visser de vissers bedrogen.

“Els Prins zegt dat Tom Haak de kas heeft geplunderd,” aldus burgemeester Anna Visser.
"""
FORM = {"csrf": "right"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"krant.txt": FIRST, "blad.txt": SECOND}
    return read_into(tmp_path_factory.mktemp("actors"), texts, "--date", "2031-05-12")


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


def number(web: TestClient, name: str) -> int:
    return next(int(row["id"]) for row in web.get("/actors.json").json()["rows"] if row["name"] == name)


def told(web: TestClient, name: str) -> dict[str, Any]:
    found: dict[str, Any] = web.get(f"/actors/{number(web, name)}.json").json()
    return found


def test_who_is_one_in_several_texts_has_one_page_and_who_says_nothing_has_one_too(case: Store) -> None:
    web = client(case)
    rows = {row["name"]: row for row in web.get("/actors.json").json()["rows"]}
    assert rows["Tom Haak"]["documents"] == rows["Anna Visser"]["documents"] == 2
    assert rows["Tom Haak"]["kind"] == "person"
    assert rows["Zeebond"]["kind"] == "organisation"
    assert told(web, "Zeebond")["counts"]["statements"] == 0
    assert told(web, "Zeebond")["accounts"] == []
    assert [row["name"] for row in web.get("/actors.json?q=haak").json()["rows"]] == ["Tom Haak"]
    assert all(row["kind"] == "person" for row in web.get("/actors.json?kind=person").json()["rows"])
    assert web.get("/actors.csv").text.count("\r\n") == 1 + len(rows)


def test_a_page_tells_names_roles_texts_words_deeds_and_forecasts(case: Store) -> None:
    haak = told(client(case), "Tom Haak")
    assert {row["doc"] for row in haak["texts"]} == {"krant", "blad"}
    assert any("voorzitter" in role for role, _ in haak["roles"])
    assert haak["counts"]["statements"] == len(haak["statements"]) == 3
    assert {row["stance"] for row in haak["statements"]} >= {"denies"}
    assert {row["code"] for row in haak["undergone"]} == {"COERCE"}
    assert [row["patients"] for row in haak["undergone"]] == [["Tom Haak"]]
    assert ["voorzitter (de Zeebond)", 1] in haak["roles"]
    assert {row["patients"][0] for row in told(client(case), "Anna Visser")["did"]} == {"vissers"}
    assert any("in juni gaan staken" in row["quote"] for row in haak["forecasts"])


def test_what_is_said_of_somebody_is_of_others_and_says_on_whose_word(case: Store) -> None:
    web = client(case)
    haak = told(web, "Tom Haak")
    assert {row["speaker"] for row in haak["about"]} == {"Anna Visser", "Els Prins"}
    assert all("geplunderd" in row["quote"] for row in haak["about"])
    page = web.get(f"/actors/{number(web, 'Tom Haak')}").text
    about = page[page.index('id="about-title"') :]
    prins = about[about.index("Els Prins</bdi></a></b>") :]
    assert "by way of Anna Visser" in prins[: prins.index("<blockquote")]
    own = web.get(f"/actors/{number(web, 'Els Prins')}").text
    assert own.count("by way of Anna Visser") == 1  # among his statements
    assert {one["speaker"] for one in haak["tellers"]} == {row["speaker"] for row in haak["about"]}


def test_whose_stand_another_tells_stands_in_the_issue_with_who_tells_it(tmp_path: Path) -> None:
    text = SECOND + "\nBoer Kees Bol ontkent dat Tom Haak de kas heeft geplunderd.\n"
    with open_store(read_into(tmp_path, {"blad.txt": text})) as store:
        web = client(store)
        own = web.get(f"/actors/{number(web, 'Els Prins')}").text
        [issue] = told(web, "Els Prins")["issues"]
    assert [one["holder"] for one in issue["against"]] == ["Kees Bol"]
    assert "by way of Anna Visser" in own[own.index('id="issues-title"') :].partition("</section>")[0]


def test_the_lists_of_a_page_are_tables_of_their_own(case: Store) -> None:
    web = client(case)
    haak = number(web, "Tom Haak")
    for part, rows in (("texts", 2), ("undergone", 1), ("about", 2)):
        assert web.get(f"/actors/{haak}/{part}").status_code == 200
        assert len(web.get(f"/actors/{haak}/{part}.json").json()["rows"]) == rows
        assert web.get(f"/actors/{haak}/{part}.csv").text.count("\r\n") == 1 + rows
    assert web.get(f"/actors/{haak}.csv").text.count("\r\n") == 1 + 2
    for wrong in ("/actors/99999", "/actors/99999/did", f"/actors/{haak}/rest", "/documents/99/who?name=x"):
        assert web.get(wrong).status_code in {404, 422}


def test_sides_in_issues_stand_with_the_stance_of_each(case: Store) -> None:
    haak = told(client(case), "Tom Haak")
    [issue] = [one for one in haak["issues"] if {side["holder"] for side in one["against"]} == {"Anna Visser"}]
    assert {one["quote"]["stance"] for one in issue["own"]} == {"denies"}
    assert {one["quote"]["stance"] for one in issue["against"]} == {"asserts"}
    visser = told(client(case), "Anna Visser")
    assert {one["holder"] for one in visser["issues"][0]["against"]} == {"Tom Haak"}


def test_names_lead_to_the_page_from_events_issues_accounts_search_and_texts(case: Store) -> None:
    web = client(case)
    haak = f"/actors/{number(web, 'Tom Haak')}"
    assert f'"{haak}"' in web.get("/search?q=Haak").text
    account = web.get(f"/accounts/{told(web, 'Tom Haak')['accounts'][0]['id']}").text
    assert f'"{haak}"' in account
    for page in ("/timeline", "/issues", "/documents/1"):
        links = re.findall(r'href="(/documents/\d+/who\?name=Tom\+Haak)"', web.get(page).text)
        assert links, page
        assert web.get(links[0], follow_redirects=False).headers["location"] == haak
    assert web.get("/documents/1/who?name=Niemand", follow_redirects=False).headers["location"] == "/actors"


def counted(web: TestClient) -> dict[str, tuple[int, int]]:
    """In how many texts the list says that each appears, and how often he is named."""
    return {row["name"]: (row["documents"], row["mentions"]) for row in web.get("/actors.json?all=1").json()["rows"]}


def test_two_are_made_one_and_parted_again(case: Store) -> None:
    web = client(case)
    one, other = number(web, "Tom Haak"), number(web, "Zeebond")
    before = counted(web)
    join = {**FORM, "kind": "merge-actors", "name": "Tom Haak", "member": "zeebond"}
    assert web.post("/joins", data=join, follow_redirects=False).status_code == 303
    joined = web.get(f"/actors/{other}.json").json()
    assert joined["actor"]["id"] == one
    assert {name for name, _ in joined["names"]} >= {"Tom Haak", "Zeebond"}
    assert joined["counts"]["did"] == 4  # what the union did is his now
    assert "Zeebond" not in {row["name"] for row in web.get("/actors.json").json()["rows"]}
    texts = len({row["doc"] for row in web.get(f"/actors/{one}.json").json()["texts"]})
    assert counted(web)["Tom Haak"] == (texts, before["Tom Haak"][1] + before["Zeebond"][1])
    match_documents(case)  # what the program finds again of it leaves it so
    assert counted(web)["Tom Haak"][0] == texts
    [entry] = re.findall(r"/corrections/(\d+)/undo", web.get(f"/actors/{one}").text.split('id="one-title"')[1])
    assert web.post(f"/corrections/{entry}/undo", data=FORM, follow_redirects=False).status_code == 303
    assert web.get(f"/actors/{other}.json").json()["actor"]["name"] == "Zeebond"
    assert counted(web) == before
    refused = web.post("/joins", data={**join, "member": "Nobody"}, follow_redirects=False)
    assert refused.status_code == 404


def test_a_number_stays_when_a_text_is_corrected_or_goes(case: Store) -> None:
    web = client(case)
    before = {row["name"]: row["id"] for row in web.get("/actors.json").json()["rows"]}
    [item] = told(web, "Els Prins")["texts"]
    renamed = web.post(
        f"/documents/{item['id'] >> 22}/actors/{item['item']}/rename", data={**FORM, "name": "Els Prinsen"}
    )
    assert renamed.status_code == 200
    match_documents(case)
    after = {row["name"]: row["id"] for row in web.get("/actors.json").json()["rows"]}
    assert after == {"Els Prinsen" if name == "Els Prins" else name: who for name, who in before.items()}
    with case.writing() as db:
        remove_document(db, item["doc"])
    match_documents(case)
    left = web.get("/actors.json").json()["rows"]
    assert {row["id"] for row in left} == {before[name] for name in ("Anna Visser", "Tom Haak", "Zeebond")}
    assert {row["documents"] for row in left} == {1}


def test_a_case_of_before_has_them_when_it_is_opened(case: Store) -> None:
    with case.changing() as db:
        before = client(case).get("/actors.json").json()
        for table in ("identities", "involved", "case_actors"):
            db.exec_driver_sql(f"DROP TABLE {table}")
        db.exec_driver_sql("DROP INDEX ix_speakers_case_actor")
        db.exec_driver_sql("ALTER TABLE speakers DROP COLUMN case_actor")
        for column in ("aliases", "roles"):
            db.exec_driver_sql(f"ALTER TABLE actors DROP COLUMN {column}")
        db.exec_driver_sql("DROP TABLE removed")
        for column in ("description", "findings"):
            db.exec_driver_sql(f"ALTER TABLE state DROP COLUMN {column}")
        for index in ("corrections_kind_id", "corrections_who_at", "events_place_id"):
            db.exec_driver_sql(f"DROP INDEX ix_{index}")
        db.exec_driver_sql("UPDATE alembic_version SET version_num = '0009'")
    case.close()
    with open_store(case.where) as again:
        web = client(again)
        assert web.get("/actors.json").json() == before
        assert told(web, "Tom Haak")["counts"]["undergone"] == 1


@browses
@pytest.mark.browser
def test_the_page_is_read_by_keyboard_and_without_barriers(case: Store, browser: Browser) -> None:
    with serving(case) as address:
        context = browser.new_context(locale="nl-NL", viewport={"width": 320, "height": 800}, color_scheme="dark")
        page = context.new_page()
        page.goto(f"{address}/actors?q=haak")
        page.get_by_role("link", name="Tom Haak").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Tom Haak")
        expect(page.get_by_role("heading", name="Wat deze betrokkene overkomt")).to_be_visible()
        assert barriers(page, "/actors/N") == []
        page.goto(f"{address}/actors")
        assert barriers(page, "/actors") == []
        page.set_viewport_size({"width": 1440, "height": 900})
        page.get_by_role("link", name="Zeebond").click()
        page.get_by_label("Met", exact=True).fill("Tom Haak")
        page.get_by_role("button", name="Dezelfde betrokkene").click()
        expect(page.get_by_text("Opgeslagen")).to_be_visible()
        assert barriers(page, "/actors/M") == []
        context.close()
