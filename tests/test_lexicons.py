"""A user's own words: a file that adds to a pack, what is wrong with it, and what was read with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from command import run_here

from wederhoor.errors import WederhoorError
from wederhoor.languages.check import faults_of
from wederhoor.languages.pack import LanguagePack, available_languages, load_pack
from wederhoor.languages.tables import Folder

OWN = """\
lang = "nl"

[verb_forms]
dorpsomroepen = "dorpsomroep dorpsomroept dorpsomroepte"

[[reporting_verbs.verb]]
lemma = "dorpsomroepen"
attitude = "say"
frames = ["clause", "quote"]

[closed]
time_nouns = ["mattenschuddag"]

[people]
persons = ["polderbaas"]

[numbers]
decimal_mark = ":"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "mijn.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_lexicon_adds_to_the_tables_of_the_pack(own: Path) -> None:
    pack, plain = load_pack("nl", own), load_pack("nl")
    assert [verb.lemma for verb in pack.verbs["dorpsomroepen"]] == ["dorpsomroepen"]
    assert "dorpsomroepen" not in plain.verbs
    assert pack.verbs["zeggen"] == plain.verbs["zeggen"]
    assert pack.noun_kinds["polderbaas"] == "person"
    assert pack.numbers.decimal_mark == ":"


def test_what_takes_in_a_closed_class_takes_in_what_is_added_to_it(own: Path) -> None:
    pack = load_pack("nl", own)
    assert "mattenschuddag" in pack.forecasts.units & pack.events.grammar.times & pack.variables.empty.times


def test_a_lexicon_of_another_language_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text('lang = "fr"\n[people]\npersons = ["maire"]\n')
    assert load_pack("nl", path) is load_pack("nl")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang = \n", "W205: .*no TOML"),
        ("[people]\npersons = []\n", "W206: .*line 1: it does not say of which language"),
        (
            'lang = "nl"\n\n[poeple]\npersons = ["a"]\n',
            "W206: .*line 3: poeple is no table of a pack. The tables are actors, ",
        ),
        ('lang = "nl"\n[people]\npersons = ["a"]\npesons = ["b"]\n', "W206: .*line 4: .*pesons"),
        ('lang = "nl"\n[people]\npersons = ["a"]\ngroups = [1]\n', "W206: .*line 4: .*in people"),
        (
            (
                'lang = "nl"\n[[reporting_verbs.verb]]\nlemma = "a"\nattitude = "say"\nframes = []\n'
                '[[reporting_verbs.verb]]\nlemma = "b"\nattitude = "shout"\nframes = []\n'
            ),
            "W206: .*line 6: .*shout.*reporting_verbs",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mijn.toml"
    path.write_text(text)
    with pytest.raises(WederhoorError, match=said):
        load_pack("nl", path)


def test_a_lexicon_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WederhoorError, match=r"W205: .*absent\.toml cannot be read: No such file"):
        load_pack("nl", tmp_path / "absent.toml")


def test_a_text_is_read_with_it_and_says_so(own: Path, tmp_path: Path) -> None:
    text = tmp_path / "tekst.txt"
    text.write_text(
        "Polderbaas Kees Visser dorpsomroepte gisteren dat de sluis in Ommedijk dicht blijft.", encoding="utf-8"
    )
    with_it, without = (
        json.loads(run_here("read", text, "--lang", "nl", "--format", "json", *options).stdout)
        for options in (("--lexicon", own), ())
    )
    assert [a["speaker"] for a in with_it["attributions"]] == ["Kees Visser"]
    assert without["attributions"] == []
    assert re.fullmatch(r"mijn\.toml [0-9a-f]{12}", with_it["made_by"]["lexicon"])
    assert "lexicon" not in without["made_by"]


def test_a_case_knows_with_which_a_text_was_read(own: Path, tmp_path: Path) -> None:
    """Another lexicon, or a word more in it: the text is read anew."""
    text, case = tmp_path / "tekst.txt", tmp_path / "zaak.db"
    text.write_text(
        "Polderbaas Kees Visser dorpsomroepte gisteren dat de sluis in Ommedijk dicht blijft.", encoding="utf-8"
    )

    def told(*options: str | Path) -> str:
        done = run_here("read", text, "--lang", "nl", "--into", case, *options)
        assert done.returncode == 0, done.stderr
        return (done.stdout + done.stderr).decode()

    assert "1 new" in told()
    assert "1 unchanged" in told()
    assert "1 read again" in told("--lexicon", own)
    assert "1 unchanged" in told("--lexicon", own)
    own.write_text(OWN.replace("polderbaas", 'polderbaas", "dijkbaas'), encoding="utf-8")
    assert "1 read again" in told("--lexicon", own)


# wederhoor lexicon


def test_the_file_that_the_page_of_lexicons_shows_is_right(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "lexicons.md").read_text(encoding="utf-8")
    shown = re.search(r"## Words of your own.*?```toml\n(.*?)```", page, re.DOTALL)
    assert shown
    path = tmp_path / "mine.toml"
    path.write_text(shown[1], encoding="utf-8")
    done = run_here("lexicon", "check", path)
    assert done.returncode == 0, done.stdout.decode()
    assert load_pack("nl", path).canonical["kade"] == "waterkering"


@pytest.mark.parametrize("lang", available_languages())
def test_nothing_in_a_pack_is_wrong(lang: str) -> None:
    assert [str(fault) for fault in faults_of(load_pack(lang))] == []


def test_the_examples_of_the_dutch_pack_are_read_by_their_rows() -> None:
    done = run_here("lexicon", "check", "nl")
    assert done.returncode == 0, done.stdout.decode()
    told = re.match(r"nl: nothing is wrong; (\d+) examples", done.stdout.decode())
    assert told and int(told[1]) >= 60


def test_an_example_that_its_row_does_not_read_is_told(own: Path) -> None:
    row = 'lemma = "dorpsomroepen"\n'
    own.write_text(
        OWN.replace(row, row + 'example = "Polderbaas Kees Visser dorpsomroepte gisteren dat de sluis dicht blijft."\n')
    )
    assert run_here("lexicon", "check", own).returncode == 0
    own.write_text(OWN.replace(row, row + 'example = "De polderbaas zwijgt."\n'))
    done = run_here("lexicon", "check", own)
    assert done.returncode == 2
    assert (
        b"mijn.toml: reporting_verbs.toml: dorpsomroepen: does not read its example: De polderbaas zwijgt."
        in done.stdout
    )
    assert b"W207: The words of a language have 1 faults" in done.stderr


def test_what_loads_and_cannot_work_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mijn.toml"
    path.write_text(
        'lang = "nl"\n[[reporting_verbs.verb]]\nlemma = "dorpsomroepen"\nattitude = "say"\nframes = ["clause"]\n'
    )
    told = run_here("lexicon", "check", path).stdout.decode()
    assert "dorpsomroepen: has no forms in verb_forms.toml" in told


def test_a_row_that_can_never_be_used_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mijn.toml"
    row = '[[reporting_verbs.verb]]\nlemma = "omroepen"\nattitude = "say"\nframes = [{}]\n'
    path.write_text('lang = "nl"\n' + row.format('"clause"') + row.format('"prep"'))
    with pytest.raises(WederhoorError, match=r"W206: .*line 6: the row has the frame prep and no prepositions\. "):
        load_pack("nl", path)


def test_a_pack_with_a_table_that_is_wrong_says_which(tmp_path: Path) -> None:
    """As one of another distribution may have: one line with a code, and no traceback."""
    run_here("lexicon", "new", tmp_path / "fr")
    (tmp_path / "fr" / "people.toml").write_text("persons = [1]\n")
    (tmp_path / "fr" / "names.toml").write_text("given_women = [\n")
    (tmp_path / "fr" / "hedges.toml").unlink()
    pack = LanguagePack("fr", Folder(tmp_path / "fr"))
    for field in ("people", "names", "hedges"):
        with pytest.raises(WederhoorError, match=rf"W205: The lexicon {field}\.toml cannot be read: "):
            getattr(pack, field)


def test_a_new_pack_is_told_what_it_lacks(tmp_path: Path) -> None:
    made = run_here("lexicon", "new", tmp_path / "fr", "--name", "français")
    assert made.returncode == 0, made.stderr
    faults = [str(fault) for fault in faults_of(LanguagePack("fr", Folder(tmp_path / "fr")))]
    assert "reporting_verbs.toml: has no rows" in faults
    assert "closed.toml: negations: is empty, and readers ask it of every text" in faults
    again = run_here("lexicon", "new", tmp_path / "fr")
    assert again.returncode == 2 and b"W205: " in again.stderr
