"""Every correction can be made on the pages, with scripts and without, and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from web_case import TEXT, barriers, browses, client, fill, read_into, speaker

from wederhoor.documents import load_document
from wederhoor.reading import open_student
from wederhoor.records import Study
from wederhoor.store import match_documents, put_study
from wederhoor.store.opening import Store, open_store

FORM = {"csrf": "right"}
JSON = {"accept": "application/json"}
SELECT = """(words) => {
  const walk = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
  let node;
  while ((node = walk.nextNode())) {
    const at = node.data.indexOf(words);
    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""
CAUSES = (
    "Volgens burgemeester Oda Vlier komt er rust. “Controles leiden tot overlast”, zegt Vlier. "
    "Zij zegt dat overlast leidt tot onrust. Zij zegt dat verlichting leidt tot ergernis.\n"
)


@pytest.fixture
def store(tmp_path: Path, read_by_pipeline: dict[str, Study]) -> Iterator[Store]:
    """The case of the pages with two documents more, whose statements collide."""
    with fill(tmp_path / "case.db") as store:
        with store.writing() as db:
            for study in read_by_pipeline.values():
                put_study(db, study)
        match_documents(store)
        yield store


def rows(web: Any, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = web.get(address).json()["rows"]
    return found


def test_a_conflict_that_is_another_now_is_not_judged(store: Store) -> None:
    with client(store) as web:
        first, *others = rows(web, "/conflicts/across.json")
        judge = f"/conflicts/across/{first['id']}/judge"
        refused = web.post(judge, data={**FORM, "verdict": "different", "seen": "0" * 16}, headers=JSON)
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "W917")
        assert rows(web, "/conflicts/across.json") == [first, *others]
        made = web.post(judge, data={**FORM, "verdict": "different"}, headers=JSON).json()
        assert rows(web, "/conflicts/across.json") == others
        (out,) = rows(web, "/conflicts/across.json?verdict=reject")
        assert (out["id"], out["verdict"], out["judged"]) == (first["id"], "reject", made["id"])
        assert web.get("/conflicts/across.csv?verdict=reject").text.count("\n") == 2
        (entry,) = rows(web, "/corrections.json")
        assert (entry["doc"], entry["other"]) == (first["a_doc"], first["b_doc"])
        web.post(f"/corrections/{made['id']}/undo", data=FORM)
        assert rows(web, "/conflicts/across.json") == [first, *others]


def test_a_conflict_between_documents_that_was_judged_meanwhile_is_shown_as_it_is(store: Store) -> None:
    with client(store) as web:
        first = rows(web, "/conflicts/across.json")[0]["id"]
        judge = f"/conflicts/across/{first}/judge"
        sent = rf'name="across" value="{first}"><input type="hidden" name="seen" value="(\w+)"'
        seen = re.search(sent, web.get("/conflicts/across").text)
        assert seen
        web.post(judge, data={**FORM, "seen": seen[1], "verdict": "same"})
        for head in ({}, {"hx-request": "true", "hx-target": f"conflict-across-{first}"}):
            again = {**FORM, "seen": seen[1], "verdict": "different"}
            refused = web.post(judge, data=again, headers={"accept-language": "nl", **head})
            assert refused.status_code == 409
            assert "er is niets opgeslagen" in refused.text
            assert "Uw keuze was: <b>Nee</b>" in refused.text
            assert 'action="/corrections/1/undo"' in refused.text
            assert ("<html" in refused.text) is not bool(head)
        assert len(rows(web, "/corrections.json")) == 1


def test_a_filter_that_is_left_open_filters_nothing(store: Store) -> None:
    with client(store) as web:
        for path in ("/conflicts", "/conflicts/across"):
            assert web.get(f"{path}.json?kind=&verdict=").json() == web.get(f"{path}.json").json()
        assert web.get("/timeline.json?from=&until=").json() == web.get("/timeline.json").json()
        assert web.get("/conflicts.json?kind=nonsense").status_code == 422


@pytest.mark.parametrize(
    ("path", "item", "list_", "field", "value"),
    [
        ("/documents/3/causal/C1", "causal", "/accounts/{}.json", "sign", "-"),
        ("/documents/3/forecasts/F1", "forecasts", "/ledger.json", "kind", "plan"),
        ("/documents/3/conflicts/X1", "conflicts", "/conflicts.json?document=3", "kind", "figure"),
        ("/documents/3/attributions/A2", "statements", "/accounts/{}.json", "attitude", "hope"),
    ],
)
def test_a_field_is_set_and_an_item_rejected_and_both_are_taken_back(
    store: Store, path: str, item: str, list_: str, field: str, value: str
) -> None:
    with client(store) as web:
        address = list_.format(speaker(web, "Oda Vlier"))

        def found() -> list[dict[str, Any]]:
            page = web.get(address).json()
            listed = page.get(item, page.get("rows"))
            return [row for row in listed if (row["doc"], row["item"]) == ("brug", path.rsplit("/", 1)[1])]

        [before] = found()
        form = web.get(path, headers={"accept-language": "en"})
        assert form.status_code == 200
        assert f'name="set.{field}"' in form.text
        made = web.post(f"{path}/set", data={**FORM, "field": field, "value": value}, headers=JSON).json()
        [after] = found()
        follows = {"stance"} & {*after}  # follows from the attitude
        assert after == {**before, field: value, **{name: after[name] for name in follows}}
        refused = web.post(f"{path}/set", data={**FORM, "field": "country", "value": "NLD"}, headers=JSON)
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "W809")
        gone = web.post(f"{path}/judge", data={**FORM, "verdict": "different"}, headers=JSON).json()
        assert found() == []
        for number in (gone["id"], made["id"]):
            web.post(f"/corrections/{number}/undo", data=FORM)
        assert found() == [before]


def test_words_are_moved_by_offsets_or_by_quoting_them(store: Store) -> None:
    with client(store) as web:
        path = "/documents/3/attributions/A2/words"

        def content() -> list[str]:
            [one] = [a for a in web.get("/documents/3.json").json()["attributions"] if a["id"] == "A2"]
            return [TEXT[start:end] for start, end in one["content"]]

        start = TEXT.index("brug is veilig")
        web.post(path, data={**FORM, "field": "content", "start": start, "end": start + 14})
        assert content() == ["brug is veilig"]
        web.post(path, data={**FORM, "field": "content", "words": "De brug […] veilig"})
        assert content() == ["De brug", "veilig"]
        for wrong in ({"words": "De brug is groen"}, {"start": 5, "end": 5}, {}):
            refused = web.post(path, data={**FORM, "field": "content", **wrong}, headers=JSON)
            assert refused.status_code in {400, 409}
        assert content() == ["De brug", "veilig"]


def test_actors_of_a_document_are_renamed_and_made_one(store: Store) -> None:
    with client(store) as web:
        one, other = web.get("/documents/4.json").json()["actors"][:2]
        form = web.get(f"/documents/4/actors/{other['id']}").text
        assert f'<option value="{one["id"]}">' in form
        made = web.post(
            f"/documents/4/actors/{other['id']}/same", data={**FORM, "into": one["id"]}, headers=JSON
        ).json()
        actors = web.get("/documents/4.json").json()["actors"]
        assert other["id"] not in {actor["id"] for actor in actors}
        [joined] = [actor for actor in actors if actor["id"] == one["id"]]
        assert len(joined["mentions"]) == len(one["mentions"]) + len(other["mentions"])
        web.post(f"/corrections/{made['id']}/undo", data=FORM)
        web.post(f"/documents/4/actors/{other['id']}/rename", data={**FORM, "name": "Jo  Mast"})
        names = {actor["id"]: actor["name"] for actor in web.get("/documents/4.json").json()["actors"]}
        assert (names[one["id"]], names[other["id"]]) == (one["name"], "Jo Mast")


@pytest.mark.parametrize("kind", ["merge-actors", "join-holders"])
def test_joined_speakers_are_one_account_until_that_is_undone(store: Store, kind: str) -> None:
    with client(store) as web:
        oda, bram = speaker(web, "Oda Vlier"), speaker(web, "Bram Kuil")
        both = web.get(f"/accounts/{oda}.json").json(), web.get(f"/accounts/{bram}.json").json()
        join = {**FORM, "kind": kind, "name": "Oda Vlier", "member": "bram kuil"}
        made = web.post("/joins", data=join, headers=JSON).json()
        account = web.get(f"/accounts/{bram}.json").json()
        assert account["speaker"]["name"] == ("Oda Vlier" if kind == "merge-actors" else "Oda Vlier + Bram Kuil")
        for layer in ("statements", "causal"):
            joined = sorted(row["id"] for row in account[layer])
            assert joined == sorted(row["id"] for one in both for row in one[layer])
        told = {"Oda Vlier"} if kind == "merge-actors" else {"Oda Vlier", "Bram Kuil"}  # an account is no name
        assert {row["speaker"] for row in account["statements"]} == told
        assert "Bram Kuil" not in {row["name"] for row in rows(web, "/accounts.json")}
        assert account["speaker"]["name"] in {row["name"] for row in rows(web, "/accounts.json")}
        model = web.get(f"/accounts/{oda}/model.json").json()["model"]
        assert {edge["from"] for edge in model["edges"]} == {"meer toezicht"}
        assert {edge["to"] for edge in model["edges"]} == {"rust", "onrust"}
        web.post(f"/corrections/{made['id']}/undo", data=FORM)
        assert (web.get(f"/accounts/{oda}.json").json(), web.get(f"/accounts/{bram}.json").json()) == both
        refused = web.post("/joins", data={**join, "member": "Niemand"}, headers=JSON)
        assert (refused.status_code, refused.json()["error"]["code"]) == (404, "W808")


def test_merged_variables_are_one_in_the_model_that_factors_make(store: Store, tmp_path: Path) -> None:
    text = tmp_path / "oorzaken.txt"
    text.write_text(CAUSES, encoding="utf-8")
    study = open_student("nl")(load_document(text))
    assert study.factors
    with store.writing() as db:
        put_study(db, study)
    match_documents(store)  # which tells that both texts have the same Oda Vlier
    with client(store) as web:
        address = f"/accounts/{speaker(web, 'Oda Vlier')}/model.json"

        def edges() -> set[tuple[str, str]]:
            found = web.get(address).json()["model"]["edges"]
            return {(edge["from"], edge["to"]) for edge in found}

        before = edges()
        assert {("controles", "overlast"), ("overlast", "onrust"), ("verlichting", "ergernis")} <= before
        made = web.post(
            "/joins",
            data={**FORM, "kind": "merge-variables", "name": "verlichting", "member": "controles"},
            headers=JSON,
        ).json()
        assert edges() == before - {("controles", "overlast")} | {("verlichting", "overlast")}
        web.post(f"/corrections/{made['id']}/undo", data=FORM)
        assert edges() == before


@browses
def test_conflicts_between_documents_are_judged_and_undone_by_one_key(page: Page, server: str) -> None:
    page.goto(f"{server}/conflicts/across")
    first = page.locator(".conflict").first
    title = " ".join((first.locator("h2").text_content() or "").split())
    page.keyboard.press("j")
    expect(first).to_be_focused()
    expect(first.locator(".side")).to_have_count(2)
    page.keyboard.press("n")
    expect(page.locator(".conflict.is-reject")).to_be_focused()
    expect(page.locator("#said")).to_have_text("No, they do not collide.")
    page.keyboard.press("u")
    expect(page.locator(".conflict:not(.is-reject)").first).to_be_focused()
    page.keyboard.press("y")
    expect(page.locator(".conflict.is-confirm")).to_be_focused()
    page.reload()
    expect(page.locator(".conflict.is-confirm")).to_be_visible()
    page.locator(".conflict.is-confirm [data-press=u]").click()
    expect(page.locator(".conflict.is-confirm")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(".conflict.is-reject")).to_be_visible()
    page.reload()
    expect(page.locator(".conflict h2", has_text=title)).to_have_count(0)
    page.goto(f"{server}/conflicts/across?verdict=reject")
    expect(page.locator(".conflict.is-reject h2")).to_have_text(title)


@browses
def test_two_speakers_become_one_account(page: Page, server: str) -> None:
    page.goto(f"{server}/accounts")
    page.get_by_role("link", name="Oda Vlier", exact=True).click()
    said = page.locator("[data-row] strong", has_text="stort de brug dit jaar in")
    expect(said).to_have_count(0)
    page.locator(".joining summary").click()
    page.fill("input[name=member]", "Bram Kuil")
    page.get_by_role("button", name="One account").click()
    expect(page.locator(".notice")).to_be_visible()
    expect(said).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_have_count(0)
    expect(said).to_have_count(0)


@browses
def test_selected_words_become_those_of_the_chosen_statement(page: Page, server: str) -> None:
    page.goto(f"{server}/documents/3")
    page.evaluate(SELECT, "Schipper Bram")
    expect(page.locator("#instead")).to_be_hidden()  # nothing is chosen
    page.evaluate("getSelection().removeAllRanges()")
    page.locator("mark", has_text="De brug is veilig").click()
    page.evaluate(SELECT, "brug is veilig")
    page.click("#instead")
    expect(page.locator(".notice")).to_be_visible()
    expect(page.locator("mark.current")).to_have_text("brug is veilig")
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_have_count(0)
    expect(page.locator("mark", has_text="De brug is veilig")).to_be_visible()


@browses
def test_the_sign_of_a_claim_changes_the_edge_of_the_model(page: Page, server: str) -> None:
    page.goto(f"{server}/accounts")
    page.get_by_role("link", name="Model: Oda Vlier").click()
    page.locator("details.edge summary").click()
    expect(page.locator("details.edge summary")).to_contain_text("+")
    page.locator("details.edge a[data-dialog]").click()
    page.locator("#dialog select[name='set.sign']").select_option("-")
    page.locator("#dialog .chief").click()
    expect(page.locator(".notice")).to_be_visible()
    assert page.url.endswith("/model")
    expect(page.locator("details.edge summary")).not_to_contain_text("+")
    page.keyboard.press("u")
    expect(page.locator("details.edge summary")).to_contain_text("+")


@browses
def test_without_scripts_conflicts_and_words_are_corrected_by_forms(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/conflicts/across")
    before = page.locator(".conflict").count()
    page.locator("button[value=different]").first.click()
    expect(page.locator(".conflict")).to_have_count(before - 1)
    page.locator("#undo").click()
    expect(page.locator(".conflict")).to_have_count(before)
    page.goto(f"{server}/ledger")
    page.locator("tr", has_text="stort de brug dit jaar in").get_by_role("link", name="Correct").click()
    page.locator("summary").click()
    page.locator("input[name='words.span']").fill("de brug dit jaar in")
    page.locator(".chief").click()
    expect(page).to_have_url(f"{server}/ledger")
    expect(page.locator("blockquote", has_text="de brug dit jaar in")).not_to_contain_text("stort")
    context.close()


@browses
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_forms(browser: Browser, server: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 800}, locale="nl-NL")
    page = context.new_page()
    found: list[Any] = []
    forms = ("causal/C1", "forecasts/F1", "conflicts/X1", "attributions/A2")
    actor = page.request.get(f"{server}/documents/4.json").json()["actors"][0]["id"]
    for address in ("/conflicts/across", f"/documents/4/actors/{actor}", *(f"/documents/3/{one}" for one in forms)):
        assert page.goto(server + address).ok  # type: ignore[union-attr]
        for summary in page.locator("summary").all():
            summary.click()
        found += barriers(page, address)
    context.close()
    assert found == []


def test_several_findings_are_judged_at_once_or_none(store: Store) -> None:
    with client(store) as web:
        offered = re.findall(r'name="one" value="([^"]+)"', web.get("/review?document=3").text)
        assert len(offered) > 3
        form = {"csrf": "right", "verdict": "different", "back": "/review?document=3"}
        web.post("/documents/3/attributions/A4/judge", data={"csrf": "right", "verdict": "same"})
        stale = web.post("/review/judge", data={**form, "one": offered[:3]})
        assert stale.status_code == 409  # A4, the first of them, was judged since
        assert len(web.get("/corrections.json").json()["rows"]) == 1
        done = web.post("/review/judge", data={**form, "one": offered[1:3]}, follow_redirects=False)
        assert (done.status_code, done.headers["location"]) == (303, "/review?document=3")
        page = web.get("/review?document=3").text
        assert not any(one in page for one in offered[:3])
        assert [row["kind"] for row in web.get("/corrections.json").json()["rows"]] == ["reject", "reject", "confirm"]
        for wrong in ("3", "3 moods q q A4", "0 attributions q q A4", "99999999999 attributions q q A4"):
            assert web.post("/review/judge", data={**form, "one": wrong}).status_code == 400, wrong


@browses
def test_all_findings_of_a_page_are_chosen_judged_and_taken_back(page: Page, server: str) -> None:
    page.goto(f"{server}/review?document=3")
    rows = page.locator(".row")
    before = rows.count()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(rows.first.get_by_label("choose")).to_be_checked()
    page.locator("#several button[value=different]").click()
    expect(rows).to_have_count(before - 1)
    page.locator("#all-of-them").check()
    page.locator("#several button[value=same]").click()
    expect(page.get_by_text("Nothing waits to be judged.")).to_be_visible()
    page.locator("#undo").click()
    expect(rows).to_have_count(before - 1)


def test_a_statement_that_is_added_is_of_the_one_of_that_name_in_the_text(tmp_path: Path) -> None:
    text = "Wethouder Oda Vlier zei dat de brug veilig is.\n\nHet dorp blijft bereikbaar.\n"
    with open_store(read_into(tmp_path, {"krant.txt": text})) as case:
        web = client(case)
        start = text.index("Het dorp")
        sent = {**FORM, "start": start, "end": start + len("Het dorp blijft bereikbaar"), "speaker": "Oda Vlier"}
        assert web.post("/documents/1/statements", data=sent, follow_redirects=False).status_code == 303
        match_documents(case)  # which tells who is who
        rows = web.get("/accounts.json").json()["rows"]
    assert [(row["name"], row["statements"]) for row in rows] == [("Oda Vlier", 2)]
