"""From an account's claims to a model that runs: one variable under its names, the user's edits, and the commands on texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wederhoor.cases import build_case
from wederhoor.cli import app
from wederhoor.errors import WederhoorError
from wederhoor.exchange.models import read_model
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import AccountModel, Case, Document, Study
from wederhoor.running import Question, compare, find_loops, press
from wederhoor.running.account_models import account_models
from wederhoor.running.choosing import arguing, choose_account
from wederhoor.running.edits import parse_edits, read_edits

PACK = load_pack("nl")
EXAMPLE = Path(__file__).parents[1] / "examples" / "broodprijs.txt"
SPIRAL = (
    "Havenmeester Imre Dalgo verwacht weinig goeds. “De woede en de blokkades zullen groeien. Dat leidt tot spanningen die de "
    "handel zullen schaden, waardoor de salarissen omlaag gaan en de onvrede toeneemt”, zegt Dalgo."
)

Models = Callable[..., tuple[AccountModel, ...]]


@pytest.fixture(scope="session")
def study() -> Callable[..., Study]:
    student = open_student("nl")
    return lambda text, doc="x": student(Document(doc=doc, text=text, date="2031-03-12"))


@pytest.fixture
def models(study: Callable[..., Study]) -> Models:
    """The models of all accounts of some texts."""

    def made(*texts: str, edits: str = "", with_author: bool = False) -> tuple[AccountModel, ...]:
        studies = [study(text, f"t{number}") for number, text in enumerate(texts, start=1)]
        case = build_case(studies, PACK)
        return account_models(
            arguing(case), case, studies, parse_edits(edits, "mine.txt"), author="de auteur", with_author=with_author
        )

    return made


def links(one: AccountModel) -> list[str]:
    """The edges, sorted: their order is that of the claims."""
    return sorted(f"{edge.cause} -> {edge.effect} {edge.sign}" for edge in one.model.edges)


def unheld(one: AccountModel) -> list[str]:
    return sorted(f"{link.stance}: {link.cause} -> {link.effect} {link.sign}" for link in one.model.unheld)


def merges(one: AccountModel) -> list[tuple[str, str, str]]:
    return [(merge.kept, merge.merged, merge.kind) for merge in one.merges]


def test_a_spiral_told_in_two_sentences_is_a_reinforcing_loop(models: Models) -> None:
    (one,) = models(SPIRAL)
    assert one.model.holder == "Imre Dalgo"
    assert links(one) == [
        "blokkades -> spanningen +",
        "handel -> onvrede -",
        "handel -> salarissen +",
        "onvrede -> spanningen +",
        "spanningen -> handel -",
    ]
    (loop,) = find_loops(one.model).loops
    assert (loop.polarity, set(loop.variables)) == ("R", {"onvrede", "spanningen", "handel"})


def test_every_edge_keeps_the_words_it_rests_on(models: Models) -> None:
    (one,) = models(SPIRAL)
    for edge in one.model.edges:
        (ground,) = edge.grounds
        assert (ground.source, ground.date) == ("t1", "2031-03-12")
        assert ground.claim
        assert ground.holder
        ((start, end),) = ground.spans
        assert SPIRAL[start:end] == ground.quote
    for variable in one.model.variables:
        assert variable.grounds
        for ground in variable.grounds:
            ((start, end),) = ground.spans
            assert SPIRAL[start:end] == ground.quote


def test_every_merge_tells_why_and_how_it_is_undone(models: Models) -> None:
    (one,) = models(SPIRAL)
    told = [(m.kept, m.merged, m.kind, m.why, m.undo) for m in one.merges]
    assert ("onvrede", "woede", "synonym", "onvrede", "split: woede") in told
    anaphors = [(m.kept, m.merged) for m in one.merges if m.kind == "anaphor"]
    assert anaphors == [("onvrede", "Dat"), ("blokkades", "Dat")]


@pytest.mark.slow
@pytest.mark.parametrize("text", [SPIRAL, EXAMPLE.read_text(encoding="utf-8")])
def test_every_merge_can_be_undone_by_its_line(models: Models, text: str) -> None:
    for one in models(text):
        for merge in one.merges:
            assert merge.undo
            (again,) = [m for m in models(text, edits=merge.undo) if m.account == one.account]
            assert (merge.kept, merge.merged, merge.kind) not in merges(again)
            assert links(again) != links(one)


MERGED = [
    ("De broodprijs leidt tot onrust. De prijs schaadt de handel.", ("broodprijs", "prijs", "short")),
    (
        "De prijs van brood leidt tot onrust. De broodprijs schaadt de handel.",
        ("prijs van brood", "broodprijs", "compound"),
    ),
    ("De salarissen schaden de handel. Het loon leidt tot onrust.", ("loon", "salarissen", "synonym")),
    ("De staking schaadt de handel. Stakingen leiden tot onrust.", ("staking", "Stakingen", "form")),
    (
        "De onveiligheid schaadt de handel. De veiligheid neemt toe door controles.",
        ("veiligheid", "onveiligheid", "opposite"),
    ),
    (
        "Doordat het leger de haven bezet, groeit de onrust. De bezetting van de haven door het leger schaadt de handel.",
        ("bezetting van de haven door het leger", "bezetting van de haven door het leger", "made"),
    ),
]


@pytest.mark.parametrize(("text", "merge"), MERGED)
def test_names_of_one_thing_are_one_variable(models: Models, text: str, merge: tuple[str, str, str]) -> None:
    (one,) = models(text)
    kept, merged, kind = merge
    assert kept in {variable.name for variable in one.model.variables}
    if kept != merged:
        assert [(k, m.lower(), kind) for k, m, kind in merges(one)] == [(kept, merged.lower(), kind)]
    assert len(one.model.variables) == 3


def test_the_opposite_turns_the_sign(models: Models) -> None:
    (one,) = models("De onveiligheid schaadt de handel. De veiligheid neemt toe door controles.")
    assert links(one) == ["controles -> veiligheid +", "veiligheid -> handel +"]


@pytest.mark.parametrize(
    "text",
    [
        "De broodprijs leidt tot onrust. De gasprijs leidt tot woede. De prijs schaadt de handel.",
        "De spanning in het noorden leidt tot onrust. De spanning in het zuiden schaadt de handel.",
        "De spanning schaadt de handel. Onrust schaadt de export.",
    ],
)
def test_what_may_be_two_things_stays_two(models: Models, text: str) -> None:
    (one,) = models(text)
    assert [kind for _, _, kind in merges(one)] == []


def test_a_bare_name_is_short_for_one_of_its_own_document_only(models: Models) -> None:
    first, second = models("De broodprijs leidt tot onrust.", "De prijs schaadt de handel.")
    assert links(first) == ["broodprijs -> onrust +"]
    assert links(second) == ["prijs -> handel -"]


def test_accounts_of_two_documents_share_their_variables(models: Models) -> None:
    texts = ("De staking schaadt de handel.", "Stakingen verbeteren de lonen.")
    names = [{variable.name for variable in one.model.variables} for one in models(*texts)]
    assert set.intersection(*names) == {"staking"}


def test_a_sign_that_is_told_both_ways_cannot_be_told(models: Models) -> None:
    (one,) = models("De staking schaadt de handel. Stakingen versterken de handel.")
    assert links(one) == ["staking -> handel 0"]
    assert len(one.model.edges[0].grounds) == 2
    assert [notice.partition(":")[0] for notice in one.notices] == ["W557"]


def test_what_would_lead_to_itself_is_left_out(models: Models) -> None:
    (one,) = models("De demonstratie leidt tot protesten. Protesten schaden de handel.")
    assert links(one) == ["protesten -> handel -"]
    assert [notice.partition(":")[0] for notice in one.notices] == ["W558"]


def test_the_authors_claims_count_where_the_user_wants_that(models: Models) -> None:
    text = "De droogte schaadt de oogst. “De staking schaadt de handel”, zegt Imre Dalgo."
    speaker = next(one for one in models(text) if one.model.holder == "Imre Dalgo")
    both = next(one for one in models(text, with_author=True) if one.model.holder == "Imre Dalgo")
    assert links(speaker) == ["staking -> handel -"]
    assert links(both) == ["droogte -> oogst -", "staking -> handel -"]


# edits


def test_edits_are_done_in_their_order_and_marked(models: Models) -> None:
    edits = (
        "# mine\n\n"
        "rename: handel = wereldhandel   # the whole of it\n"
        "merge: spanningen = salarissen\n"
        "split: woede\r\n"
        'add: woede -> "a -> b" \N{MINUS SIGN}\n'
        "drop: blokkades\n"
        "add: spanningen -> woede 0\n"
        "drop: Wereldhandel -> onvrede\n"
    )
    (one,) = models(SPIRAL, edits=edits)
    assert links(one) == [
        "spanningen -> wereldhandel -",
        "spanningen -> woede 0",
        "wereldhandel -> spanningen +",
        "woede -> a -> b -",
        "woede -> spanningen +",
    ]
    (ground,) = next(edge.grounds for edge in one.model.edges if edge.effect == "a -> b")
    assert (ground.quote, ground.source, ground.holder) == ('add: woede -> "a -> b" \N{MINUS SIGN}', "mine.txt", "user")
    assert ("wereldhandel", "handel", "user") in merges(one)
    assert ("spanningen", "salarissen", "user") in merges(one)


def test_a_sign_between_quotation_marks_belongs_to_a_name(models: Models) -> None:
    (one,) = models(SPIRAL, edits='rename: handel = "handel # 1 = a @ b" # so be it')
    assert "spanningen -> handel # 1 = a @ b -" in links(one)


def test_one_mention_can_be_split_off(models: Models) -> None:
    (one,) = models(SPIRAL, edits="split: onvrede @ t1/C1\nrename: onvrede (t1/C1) = woede van nu\n")
    assert "woede van nu -> spanningen +" in links(one)
    assert "handel -> onvrede -" in links(one)


def test_edits_for_one_account_leave_the_others(models: Models) -> None:
    text = "“De staking schaadt de handel”, zegt Imre Dalgo. “De staking leidt tot honger”, zegt Oda Quint."
    edits = (
        "account: Imre Dalgo\nrename: staking = dokstaking\ndrop: dokstaking -> handel\nadd: dokstaking -> handel +\n"
    )
    first, second = models(text, edits=edits)
    assert links(first) == ["dokstaking -> handel +"]
    assert links(second) == ["staking -> honger +"]


def test_a_link_of_another_account_may_be_dropped_for_all(models: Models) -> None:
    text = "“De staking schaadt de handel”, zegt Imre Dalgo. “De staking leidt tot honger”, zegt Oda Quint."
    first, second = models(text, edits="drop: staking -> honger")
    assert links(first) == ["staking -> handel -"]
    assert links(second) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edits", "code", "line"),
    [
        ("rename: handel", "W554", 1),
        ("\nhernoem: handel = x", "W554", 2),
        ("no colon", "W554", 1),
        ("add: handel -> salarissen", "W554", 1),
        ("add: handel -> salarissen ++", "W554", 1),
        ("drop: a -> b -> c", "W554", 1),
        ("split: onvrede @", "W554", 1),
        ("split: handel", "W554", 1),
        ("split: onvrede @ C99", "W554", 1),
        ("rename: handel = salarissen", "W554", 1),
        ("add: spanningen -> handel +", "W554", 1),
        ("account: Niemand\ndrop: handel", "W554", 2),
        ("rename: handle = x", "W555", 1),
        ("# c\nmerge: handel = zee", "W555", 2),
        ("drop: handel -> spanningen", "W556", 1),
    ],
)
def test_what_an_edits_file_gets_wrong_is_told_with_its_line(models: Models, edits: str, code: str, line: int) -> None:
    with pytest.raises(WederhoorError) as caught:
        models(SPIRAL, edits=edits)
    assert caught.value.code == code
    assert f"mine.txt, line {line}: " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_near_names_are_offered(models: Models) -> None:
    with pytest.raises(WederhoorError, match="Did you mean handel"):
        models(SPIRAL, edits="rename: hnadel = x")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_bytes(b"merge: a = b\nrename: \xff = b\n")
    with pytest.raises(WederhoorError, match="line 2: it is not in UTF-8") as caught:
        read_edits(file)
    assert caught.value.code == "W554"
    with pytest.raises(WederhoorError) as missing:
        read_edits(tmp_path / "none.txt")
    assert missing.value.code == "W104"


# accounts


@pytest.fixture(scope="session")
def case(study: Callable[..., Study]) -> Case:
    return build_case([study(EXAMPLE.read_text(encoding="utf-8"), "broodprijs")], PACK)


@pytest.mark.parametrize("name", ["Teske Hoving", "teske hoving", "hoving", "H2", " Teske  Hoving "])
def test_an_account_is_found_by_its_name_a_part_of_it_or_its_id(case: Case, name: str) -> None:
    assert choose_account(case, name).holder == "Teske Hoving"


@pytest.mark.parametrize("name", ["author", "broodprijs", "de auteur"])
def test_an_author_is_found_too(case: Case, name: str) -> None:
    assert choose_account(case, name, author="de auteur").author_of == "broodprijs"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("hovnig", "Did you mean Teske Hoving?"),
        ("Xx", "There are: Hilke Brandsma, Teske Hoving, de auteur (broodprijs)."),
    ],
)
def test_an_account_that_is_not_there_is_refused(case: Case, name: str, remedy: str) -> None:
    with pytest.raises(WederhoorError) as caught:
        choose_account(case, name, author="de auteur")
    assert caught.value.code == "W551"
    assert remedy in str(caught.value)


def test_a_part_that_two_names_have_is_refused(study: Callable[..., Study]) -> None:
    text = "“De staking schaadt de handel”, zegt Imre Dalgo. “De staking leidt tot honger”, zegt Oda Dalgo."
    with pytest.raises(WederhoorError, match="Imre Dalgo") as caught:
        choose_account(build_case([study(text)], PACK), "dalgo")
    assert caught.value.code == "W552"


def test_who_says_nothing_of_causes_is_told_apart(study: Callable[..., Study]) -> None:
    text = "“De staking schaadt de handel”, zegt Imre Dalgo. “Wij blijven”, zegt Oda Quint."
    with pytest.raises(WederhoorError, match="Oda Quint is in the texts, but says nothing of the kind") as caught:
        choose_account(build_case([study(text)], PACK), "Oda Quint")
    assert caught.value.code == "W551"


# commands


def run(*arguments: str | Path) -> tuple[str, str]:
    """Standard output and standard error of a command that succeeds."""
    done = CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout, done.stderr


def refused(*arguments: str | Path) -> WederhoorError:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert isinstance(done.exception, WederhoorError), done.output
    return done.exception


def test_loops_of_a_text() -> None:
    out, told = run("loops", EXAMPLE, "--account", "hoving", "--format", "json")
    data = json.loads(out)
    assert data["cut"] is False
    assert [(loop["polarity"], loop["variables"]) for loop in data["loops"]] == [
        ("R", ["onvrede", "stakingen", "patrouilles"])
    ]
    (account,) = data["accounts"]
    assert [(m["kept"], m["merged"], m["undo"]) for m in account["merges"]] == [
        ("broodprijs", "prijs", "split: prijs"),
        ("onvrede", "woede", "split: woede"),
    ]
    assert told == ""


def test_the_account_with_most_claims_is_taken_and_told() -> None:
    out, told = run("loops", EXAMPLE)
    assert out.startswith("Hilke Brandsma\n")
    assert "onvrede = boosheid (synoniemen op de lijst onvrede) [split: boosheid]" in " ".join(out.split())
    assert told == (
        "wederhoor: W559: The account of Hilke Brandsma was taken, with 6 causal claims. "
        "Others: Teske Hoving (5), de auteur (broodprijs) (1). Choose with --account.\n"
    )


def test_press_knows_a_variable_by_all_of_its_names() -> None:
    out, _ = run("press", EXAMPLE, "--account", "H2", "--up", "boosheid", "--format", "json", "--draws", "200")
    data = json.loads(out)
    assert data["up"] == ["onvrede"]
    assert {r["variable"]: r["direction"] for r in data["responses"]}["stakingen"] == "up"


def test_compare_presses_the_accounts_that_have_what_is_pressed() -> None:
    out, told = run("compare", EXAMPLE, "--up", "patrouilles", "--format", "json", "--draws", "200")
    data = json.loads(out)
    assert [report["model"] for report in data["reports"]] == ["Hilke Brandsma", "Teske Hoving"]
    assert {(t["variable"], t["first_says"], t["second_says"]) for t in data["tests"]} == {
        ("stakingen", "down", "up"),
        ("onvrede", "down", "up"),
    }
    assert told.startswith("wederhoor: W560: ")
    assert "de auteur (broodprijs)" in told


@pytest.mark.slow
@pytest.mark.parametrize("to", ["csv", "graphml", "xmile", "xmile-drawing", "kumu", "mermaid", "dot", "text", "json"])
def test_model_writes_every_format(to: str) -> None:
    out, _ = run("model", EXAMPLE, "--account", "brandsma", "--to", to)
    assert "patrouilles" in out


def test_the_models_csv_is_read_back_with_its_grounds(tmp_path: Path) -> None:
    file = tmp_path / "brandsma.csv"
    run("model", EXAMPLE, "--account", "brandsma", "--to", "csv", "--out", file)
    text, _ = run("loops", EXAMPLE, "--account", "brandsma", "--format", "json")
    again, _ = run("loops", "--model", file, "--format", "json")
    assert json.loads(again)["loops"] == json.loads(text)["loops"]
    assert "Meer patrouilles leiden tot minder stakingen" in file.read_text(encoding="utf-8")


def test_model_shows_links_and_merges_and_takes_edits(tmp_path: Path) -> None:
    edits = tmp_path / "mine.txt"
    edits.write_text("rename: onvrede = boze burgers\nadd: lonen -> stakingen -\n", encoding="utf-8")
    out, _ = run("model", EXAMPLE, "--account", "brandsma", "--edits", edits, "--to", "json")
    data = json.loads(out)
    assert "boze burgers" in {variable["name"] for variable in data["model"]["variables"]}
    (mine,) = [edge for edge in data["model"]["edges"] if edge["grounds"][0]["holder"] == "user"]
    assert (mine["from"], mine["to"], mine["sign"]) == ("lonen", "stakingen", "-")
    shown, _ = run("model", EXAMPLE, "--account", "brandsma", "--edits", edits, "--lang", "en")
    assert "boze burgers = onvrede (by your edits: rename: onvrede = boze burgers)" in " ".join(shown.split())


@pytest.mark.slow
@pytest.mark.parametrize("command", ["loops", "press"])
def test_pages_tell_the_merges(command: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    up = ["--up", "patrouilles"] if command == "press" else []
    run(command, EXAMPLE, "--account", "hoving", *up, "--format", "html", "--out", page)
    assert "broodprijs = prijs (kort ervoor) [split: prijs]" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["loops", "press", "compare", "model"])
def test_texts_or_a_model_but_one_of_the_two(command: str) -> None:
    assert refused(command).code == "W550"
    assert refused(command, EXAMPLE, "--model", "x.csv").code == "W550"


def test_texts_without_causes_have_no_model(tmp_path: Path) -> None:
    text = tmp_path / "stil.txt"
    text.write_text("De haven van Brennik is groot. Imre Dalgo woont er al tien jaar.\n", encoding="utf-8")
    assert refused("loops", text).code == "W553"


def test_to_compare_takes_two() -> None:
    assert refused("compare", EXAMPLE, "--up", "meelsubsidie").code == "W561"
    assert refused("compare", EXAMPLE, "--up", "meelsubsidei").code == "W504"
    assert refused("compare", EXAMPLE, "--account", "hoving", "--up", "woede").code == "W509"


def test_a_bad_text_among_others_is_passed_over(tmp_path: Path) -> None:
    empty = tmp_path / "leeg.txt"
    empty.write_text(" \n", encoding="utf-8")
    done = CliRunner().invoke(app, ["loops", str(EXAMPLE), str(empty), "--account", "hoving"])
    assert done.exit_code == 2
    assert done.stdout.startswith("Teske Hoving\n")
    assert "W101" in done.stderr


# What the holder does not maintain

LINK = "uitkoop -> banenverlies +"
APART = [
    ("Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt.", "denies"),
    ("Wethouder Jan Smit bestrijdt dat de uitkoop tot banenverlies leidt.", "denies"),
    ("Wethouder Jan Smit sluit uit dat de uitkoop tot banenverlies leidt.", "denies"),
    ("Wethouder Jan Smit betwijfelt of de uitkoop tot banenverlies leidt.", "doubts"),
    ("Wethouder Jan Smit gelooft niet dat de uitkoop tot banenverlies leidt.", "doubts"),
    ("Wethouder Jan Smit vraagt zich af of de uitkoop tot banenverlies leidt.", "asks"),
    ("Wethouder Jan Smit hoopt dat de uitkoop tot banenverlies leidt.", "hopes"),
    ("Wethouder Jan Smit wil dat de uitkoop tot banenverlies leidt.", "wants"),
    ("Wethouder Jan Smit ontkent niet dat de uitkoop tot banenverlies leidt.", "uncommitted"),
    ("Wethouder Jan Smit zegt niet dat de uitkoop tot banenverlies leidt.", "uncommitted"),
    ("Het is niet waar dat de uitkoop banenverlies veroorzaakt, zegt wethouder Jan Smit.", "denies"),
    ("Wethouder Jan Smit zegt dat het niet waar is dat de uitkoop banenverlies veroorzaakt.", "denies"),
    ("“Het klopt niet dat de uitkoop banenverlies veroorzaakt”, zegt wethouder Jan Smit.", "denies"),
    ("Er is geen sprake van dat de uitkoop tot banenverlies leidt, zegt wethouder Jan Smit.", "denies"),
    ("Het is onzin dat de uitkoop tot banenverlies leidt, zegt wethouder Jan Smit.", "denies"),
    ("Er is geen bewijs dat de uitkoop tot banenverlies leidt, zegt wethouder Jan Smit.", "doubts"),
    ("De uitkoop leidt niet tot banenverlies, zegt wethouder Jan Smit.", "denies"),
    ("Wethouder Jan Smit zegt dat de uitkoop geen banenverlies veroorzaakt.", "denies"),
    ("Wethouder Jan Smit denkt waarschijnlijk dat de uitkoop niet tot banenverlies leidt.", "doubts"),
    ("Wethouder Jan Smit ontkent dat de uitkoop niet tot banenverlies leidt.", "uncommitted"),
]


@pytest.mark.parametrize(("text", "stance"), APART)
def test_a_link_that_its_holder_does_not_maintain_is_no_link_of_his_model(
    study: Callable[..., Study], text: str, stance: str
) -> None:
    studies = [study(text)]
    case = build_case(studies, PACK)
    (one,) = account_models(arguing(case, studies), case, studies)
    assert (one.model.holder, links(one), unheld(one)) == ("Jan Smit", [], [f"{stance}: {LINK}"])
    (ground,) = one.model.unheld[0].grounds
    assert ground.speaker == "Jan Smit" and ground.verb and ground.verb in text and ground.quote in text
    (answer,) = [r for r in press(one.model, Question(up=("uitkoop",), draws=50)).responses if r.variable != "uitkoop"]
    assert (answer.verdict, answer.direction) == ("denied" if stance == "denies" else "silent", None)


@pytest.mark.parametrize("verb", ["zegt", "denkt", "verwacht", "vreest", "waarschuwt", "vermoedt"])
def test_what_the_holder_says_expects_or_fears_is_in_his_model(models: Models, verb: str) -> None:
    (one,) = models(f"Wethouder Jan Smit {verb} dat de uitkoop tot banenverlies leidt.")
    assert (one.model.holder, links(one), unheld(one)) == ("Jan Smit", [LINK], [])


def test_a_denial_that_another_reports_is_the_deniers(models: Models) -> None:
    found = models("Boerin Anna Visser zegt dat wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt.")
    assert [(one.model.holder, links(one), unheld(one)) for one in found] == [("Jan Smit", [], [f"denies: {LINK}"])]
    (ground,) = found[0].model.unheld[0].grounds
    assert (ground.speaker, ground.verb, ground.via) == ("Jan Smit", "ontkent", "Anna Visser: zegt")


def test_what_somebody_is_said_not_to_have_said_is_no_link_of_his(models: Models) -> None:
    text = "Boerin Anna Visser ontkent dat wethouder Jan Smit heeft gezegd dat de uitkoop tot banenverlies leidt."
    (one,) = models(text)
    assert (one.model.holder, links(one), unheld(one)) == ("Jan Smit", [], [f"uncommitted: {LINK}"])
    assert one.model.unheld[0].grounds[0].via == "Anna Visser: ontkent"


@pytest.mark.parametrize(
    ("text", "held", "apart"),
    [
        (
            "De uitkoop leidt niet tot banenverlies maar tot schoon water, zegt wethouder Jan Smit.",
            [],
            [f"denies: {LINK}"],
        ),
        ("Niet de uitkoop leidt tot banenverlies, zegt wethouder Jan Smit.", [], [f"denies: {LINK}"]),
        ("Het is jammer dat de uitkoop tot banenverlies leidt, zegt wethouder Jan Smit.", [LINK], []),
        ("Het is belachelijk dat de uitkoop tot banenverlies leidt, zegt wethouder Jan Smit.", [LINK], []),
        ("De uitkoop leidt niet alleen tot banenverlies, zegt wethouder Jan Smit.", [LINK], []),
        ("De uitkoop leidt nauwelijks tot banenverlies, zegt wethouder Jan Smit.", None, None),
    ],
)
def test_a_denial_reaches_no_more_than_what_is_denied(
    study: Callable[..., Study], text: str, held: list[str] | None, apart: list[str] | None
) -> None:
    studies = [study(text)]
    case = build_case(studies, PACK)
    found = account_models(arguing(case, studies), case, studies)
    assert [(links(one), unheld(one)) for one in found] == ([] if held is None else [(held, apart)])


def test_words_that_another_dismisses_are_not_the_author_s_claim(models: Models) -> None:
    assert models("Wethouder Jan Smit noemt het onzin dat de uitkoop tot banenverlies leidt.") == ()


@pytest.mark.parametrize("kept", ["waar", "duidelijk", "niet alleen waar"])
def test_what_is_said_to_be_so_stays_a_link(models: Models, kept: str) -> None:
    (one,) = models(f"Het is {kept} dat de uitkoop tot banenverlies leidt.")
    assert (links(one), unheld(one)) == ([LINK], [])


def test_what_is_said_and_denied_is_kept_both_ways_and_told(models: Models) -> None:
    (one,) = models(
        "Wethouder Jan Smit zegt dat de uitkoop tot banenverlies leidt.",
        "Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt.",
    )
    assert (links(one), unheld(one)) == ([LINK], [f"denies: {LINK}"])
    assert [notice[:4] for notice in one.notices] == ["W562"]


def test_of_two_signs_each_quote_keeps_its_own(models: Models) -> None:
    (one,) = models("De dijk leidt tot meer rust. De dijk leidt tot minder rust.")
    (edge,) = one.model.edges
    assert edge.sign == "0"
    assert [(ground.quote, ground.sign) for ground in edge.grounds] == [
        ("De dijk leidt tot meer rust", "+"),
        ("De dijk leidt tot minder rust", "-"),
    ]


WITH_AUTHOR = (
    "De uitkoop leidt tot banenverlies. De uitkoop leidt tot schoon water. "
    "Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt."
)


def test_an_author_s_link_names_him_and_is_none_of_a_speaker_who_denies_it(models: Models) -> None:
    (one,) = [one for one in models(WITH_AUTHOR, with_author=True) if one.model.holder == "Jan Smit"]
    assert (links(one), unheld(one)) == (["uitkoop -> schoon water +"], [f"denies: {LINK}"])
    assert [ground.speaker for ground in one.model.edges[0].grounds] == ["de auteur (t1)"]
    assert [notice[:4] for notice in one.notices] == ["W563"]


def test_a_denied_link_is_dropped_by_the_users_line(models: Models) -> None:
    text = "Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt. Smit zegt dat de uitkoop tot rust leidt."
    (one,) = models(text, edits="drop: uitkoop -> banenverlies")
    assert (links(one), unheld(one)) == (["uitkoop -> rust +"], [])
    (one,) = models(text, edits="drop: banenverlies")
    assert (links(one), unheld(one)) == (["uitkoop -> rust +"], [])


def test_comparing_says_who_denies_whose_link(models: Models) -> None:
    found = models(
        "Boerin Anna Visser zegt dat de uitkoop tot banenverlies leidt.",
        "Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt. Smit zegt dat de uitkoop tot rust leidt.",
    )
    comparison = compare([one.model for one in found], Question(up=("uitkoop",), draws=50))
    (one,) = comparison.contested
    assert (one.cause, one.effect, one.sign) == ("uitkoop", "banenverlies", "+")
    assert (one.maintained_by, one.against, one.stance) == ("Anna Visser", "Jan Smit", "denies")
    assert [ground.verb for ground in one.grounds] == ["ontkent"]
    assert comparison.tests == ()


@pytest.mark.parametrize("form", ["csv", "graphml"])
def test_the_command_keeps_what_is_denied_apart(tmp_path: Path, form: str) -> None:
    text, out = tmp_path / "smit.txt", tmp_path / f"smit.{form}"
    text.write_text(
        "Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt. Smit zegt dat de uitkoop tot rust leidt.",
        encoding="utf-8",
    )
    run = CliRunner()
    shown = run.invoke(app, ["model", str(text), "--account", "Smit"]).output
    assert "ontkend: uitkoop → banenverlies (+)" in shown and "(Jan Smit: ontkent; smit)" in shown
    assert run.invoke(app, ["model", str(text), "--account", "Smit", "--to", form, "--out", str(out)]).exit_code == 0
    again = read_model(out)
    assert [(edge.cause, edge.effect) for edge in again.edges] == [("uitkoop", "rust")]
    assert [(link.effect, link.stance, link.grounds[0].verb) for link in again.unheld] == [
        ("banenverlies", "denies", "ontkent")
    ]
    pressed = run.invoke(app, ["press", "--model", str(out), "--up", "uitkoop", "--format", "json"]).output
    verdicts = {one["variable"]: one["verdict"] for one in json.loads(pressed)["responses"]}
    assert verdicts == {"uitkoop": "pressed", "rust": "certain", "banenverlies": "denied"}
