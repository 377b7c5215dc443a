"""What is known of texts beside them: tables, names of files, options; and which of these goes before which."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from command import run_here

from wederhoor.documents.tables import read_table
from wederhoor.errors import WederhoorError
from wederhoor.records import Reading
from wederhoor.store import open_store
from wederhoor.store.reading import document_names, stored

DUTCH = (
    "De burgemeester van Oosterwaal zegt dat de brug over de Lemmer dicht blijft, maar de vissers geloven hem niet.\n"
)
OWN = f"7 oktober 2024\n\n{DUTCH}\nDat is alles."


def readings(*arguments: str | Path, code: int = 0) -> tuple[dict[str, Reading], str]:
    done = run_here("read", "--format", "jsonl", *arguments)
    assert done.returncode == code, done.stderr
    found = [msgspec.json.decode(line, type=Reading) for line in done.stdout.splitlines()]
    return {reading.doc: reading for reading in found}, done.stderr.decode()


def texts(folder: Path, *names: str, text: str = DUTCH) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "table",
    [
        "file,date,outlet,title,url,language\na.txt,2024-05-01,Ommelbode,De brug,https://o.example/1,nl\n",
        "\ufeffFile;Date;Outlet;Title;URL;Language\r\na.txt;2024-05-01;Ommelbode;De brug;https://o.example/1;nl\r\n",
        "title\tfile\turl\tlanguage\tdate\toutlet\nDe brug\ta.txt\thttps://o.example/1\tnl\t2024-05-01\tOmmelbode\n",
        '{"file": "a.txt", "date": "2024-05-01", "outlet": "Ommelbode", "title": "De brug", "url": "https://o.example/1"}\n',
    ],
    ids=["commas", "semicolons", "tabs", "JSON"],
)
def test_a_table_beside_the_texts_is_kept_with_them(tmp_path: Path, table: str) -> None:
    folder = texts(tmp_path / "map", "a.txt", "b.txt")
    (folder / "metadata.csv").write_text(table, encoding="utf-8", newline="")
    found, told = readings(folder)
    a, b = found["a"], found["b"]
    assert told == ""
    assert (a.date, a.publisher, a.title, a.url) == ("2024-05-01", "Ommelbode", "De brug", "https://o.example/1")
    assert (b.date, b.publisher, b.title, b.url) == (None, None, None, None)
    case = tmp_path / "zaak.db"
    assert run_here("read", folder, "--into", case).returncode == 0
    with open_store(str(case)) as store, store.reading() as db:
        kept = {name: stored(db, name).reading for name in document_names(db)}
    assert kept["a"] == a
    again = run_here("read", folder, "--into", case)
    assert b"2 unchanged" in again.stdout
    (folder / "metadata.csv").write_text("file,date\na.txt,2024-05-02\n", encoding="utf-8")
    assert b"1 read again, 1 unchanged" in run_here("read", folder, "--into", case).stdout


def test_a_table_that_is_named_and_one_in_a_folder_below(tmp_path: Path) -> None:
    folder = texts(tmp_path / "map", "a.txt", "sub/b.txt")
    table = tmp_path / "elders.csv"
    table.write_text("file,outlet\nmap/a.txt,Een\nsub/b.txt,Twee\n", encoding="utf-8")
    (folder / "sub" / "metadata.csv").write_text("file,outlet\nb.txt,Drie\n", encoding="utf-8")
    found, told = readings(folder, "--metadata", table)
    assert ({doc: r.publisher for doc, r in found.items()}, told) == ({"a": "Een", "b": "Twee"}, "")
    found, told = readings(folder)
    assert ({doc: r.publisher for doc, r in found.items()}, told) == ({"a": None, "b": "Drie"}, "")


def test_what_cannot_be_used_of_a_table_is_told_and_the_texts_are_read(tmp_path: Path) -> None:
    folder = texts(tmp_path, "a.txt")
    rows = "file,date,prijs\na.txt,01-05-2024,3\nweg.txt,2024-05-01,\n,2024-05-01,\na.txt,2024-05-01,\n"
    (folder / "metadata.csv").write_text(rows, encoding="utf-8")
    found, told = readings(folder)
    assert found["a"].date is None
    lines = told.splitlines()
    assert all(line.startswith(f"wederhoor: W112: {folder}/metadata.csv, line ") for line in lines)
    for words in (
        "line 1: there is no use for the column prijs",
        "line 2: 01-05-2024 is no date",
        "line 3: there is no file weg",
    ):
        assert any(words in line for line in lines)
    assert any("line 4: it names no file" in line for line in lines)
    assert any("line 5: the file a.txt has a second row" in line for line in lines)
    assert len(lines) == 5


def test_a_table_that_is_none(tmp_path: Path) -> None:
    folder = texts(tmp_path, "a.txt")
    (folder / "metadata.csv").write_text("naam,datum\na.txt,2024-05-01\n", encoding="utf-8")
    found, told = readings(folder)
    assert "a" in found and told.startswith("wederhoor: W113: ")
    done = run_here("read", folder, "--metadata", folder / "metadata.csv")
    assert (done.returncode, done.stdout) == (2, b"") and b"W113" in done.stderr
    assert b"W104" in run_here("read", folder, "--metadata", folder / "weg.csv").stderr
    for bad in ('file,title\na.txt,"open', '{"file": 3}\n{nee}\n'):
        (folder / "metadata.csv").write_text(bad, encoding="utf-8")
        assert "a" in readings(folder)[0]
    (folder / "metadata.csv").write_bytes(b"PK\x03\x04")
    with pytest.raises(WederhoorError):
        read_table(folder / "metadata.csv")


def test_a_language_of_a_table_costs_its_text_only(tmp_path: Path) -> None:
    folder = texts(tmp_path, "a.txt", "b.txt")
    (folder / "metadata.csv").write_text("file,language\na.txt,xx\n", encoding="utf-8")
    found, told = readings(folder, code=2)
    assert list(found) == ["b"] and "W105" in told


def test_which_date_goes_before_which(tmp_path: Path) -> None:
    """The table's row, then the text's own word, then the name of the file, then --date, which is for all."""
    folder = texts(tmp_path, "2024-10-09_tabel.txt", "2024-10-09_eigen.txt", text=OWN)
    texts(folder, "2024-10-09_naam.txt", "bloot.txt")
    (folder / "metadata.csv").write_text("file,date\n2024-10-09_tabel.txt,2024-10-08\n", encoding="utf-8")
    found, told = readings(folder, "--date", "2024-10-10")
    dates = {doc.rpartition("_")[2]: reading.date for doc, reading in found.items()}
    assert dates == {"tabel": "2024-10-08", "eigen": "2024-10-07", "naam": "2024-10-09", "bloot": "2024-10-10"}
    assert told == ""
    told = readings(folder, "--date", "2001-01-02")[1]
    assert [line.split()[1:3] for line in told.splitlines()] == [
        ["W111:", "2024-10-09_eigen"],
        ["W111:", "2024-10-09_naam"],
    ]
