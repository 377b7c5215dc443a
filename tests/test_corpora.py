"""Corpora: texts of every form into tables, once and whole, whoever reads them, and parts of them as cases."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import runpy
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import run_here

import wederhoor
from wederhoor.cases.copies import find_copies
from wederhoor.corpora.asking import asking
from wederhoor.corpora.folder import TABLES, CorpusFolder
from wederhoor.corpora.joins import join_corpus
from wederhoor.corpora.pieces import Partition, fetched
from wederhoor.corpora.planning import Corpus, partitions_of
from wederhoor.corpora.reading import PartitionReader
from wederhoor.corpora.run import Hands, read_corpus
from wederhoor.corpora.settings import ReadingOptions
from wederhoor.documents import load_text
from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from wederhoor.reading import Student

ROOT = Path(__file__).parents[1]
WHO = ("Ilse Aarden", "Jurre Ommer", "Nele Voskamp", "Hedda Kuiper", "Bram Zandstra")


def text(number: int) -> str:
    """An article that no other number has."""
    who = WHO[number % len(WHO)]
    return (
        f"Burgemeester {who} zegt dat de brug bij Oosterwaal in {2031 + number} opengaat. “De zandwinning leidt tot "
        f"verzakkingen,” zegt {who}.\n\nWethouder Tjeerd Moerman ontkent dat de gemeente van de schade wist."
    )


def as_json(count: int, first: int = 0) -> str:
    rows = (
        {"id": f"a{n}", "text": text(n), "date": f"2031-01-{n % 28 + 1:02}", "outlet": "Waalbode"}
        for n in range(first, count)
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def tables(place: Path) -> dict[str, bytes]:
    """Every file of a corpus with its bytes."""
    return {
        str(path.relative_to(place)): path.read_bytes()
        for table in TABLES
        for path in sorted((place / table).iterdir())
    }


def rows(place: Path, table: str) -> list[dict[str, Any]]:
    found = [row for path in sorted((place / table).iterdir()) for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: str(row.get("doc")))


def read(source: Path | list[Path], place: Path, *, texts: int = 4, workers: int = 1, **given: object) -> int:
    """Read a corpus here; the partitions that were read."""
    sources = [source] if isinstance(source, Path) else source
    corpus = Corpus(sources=tuple(map(str, sources)), texts=texts)
    return read_corpus(corpus, place, ReadingOptions(lang="nl"), Hands(workers), **given).partitions  # type: ignore[arg-type]


def plan(source: Path, texts: int = 4) -> list[Partition]:
    return list(partitions_of(Corpus(sources=(str(source),), texts=texts), "", lambda _: None))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Ten articles as JSON Lines, and the folder of their tables."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "artikelen.jsonl").write_text(as_json(10), encoding="utf-8")
    assert read(folder / "artikelen.jsonl", folder / "tables") == 3
    return folder / "artikelen.jsonl", folder / "tables"


def test_tables_say_what_a_reading_says(corpus: tuple[Path, Path]) -> None:
    _, place = corpus
    documents = rows(place, "documents")
    assert [row["own_name"] for row in documents] == ["a0", "a9", *(f"a{n}" for n in range(1, 9))]
    assert {row["publisher"] for row in documents} == {"Waalbode"}
    doc = documents[3]
    reading = wederhoor.read_text(str(doc["text"]), doc=doc["doc"], lang="nl", date=doc["date"], publisher="Waalbode")
    frame = wederhoor.to_frame(reading, "statements", "polars").select("holder", "stance", "quote").to_dicts()
    said = [row for row in rows(place, "statements") if row["doc"] == doc["doc"]]
    assert [{key: row[key] for key in ("holder", "stance", "quote")} for row in said] == frame
    assert {row["stance"] for row in said} >= {"asserts", "denies"}
    denied = [row for row in rows(place, "propositions") if row["holder"] == "Tjeerd Moerman"]
    assert denied
    assert {row["stance"] for row in denied} == {"denies"}
    assert {row["effect_words"] for row in rows(place, "causal")} == {"verzakkingen"}


def test_tables_say_their_versions(corpus: tuple[Path, Path]) -> None:
    _, place = corpus
    for table in TABLES:
        for path in (place / table).iterdir():
            told = pq.read_schema(path).metadata
            assert told[b"wederhoor.table"] == table.encode()
            assert told[b"wederhoor.tables"] == b"wederhoor.corpus/1"
            assert told[b"wederhoor.reading"] == b"wederhoor.reading/1"
            assert wederhoor.__version__ in told[b"wederhoor.made_by"].decode()


def test_what_is_there_is_not_read_again_and_what_is_added_is(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    source, place = tmp_path / "artikelen.jsonl", shutil.copytree(corpus[1], tmp_path / "tables")
    shutil.copy(corpus[0], source)
    before = tables(place)
    assert read(source, place) == 0
    assert tables(place) == before
    source.write_text(as_json(13), encoding="utf-8")
    assert read(source, place) == 2  # the last was not full
    assert len(rows(place, "documents")) == 13
    assert len(before.items() & tables(place).items()) == 2 * len(TABLES)
    # who begins with all of it has the same
    assert read(source, tmp_path / "anew") == 4
    assert tables(tmp_path / "anew") == tables(place)


def test_a_file_put_between_others_leaves_most_of_what_was_read(tmp_path: Path) -> None:
    for number in range(0, 200, 2):
        (tmp_path / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    before = {partition.key for partition in plan(tmp_path, 8)}
    (tmp_path / "057.txt").write_text(text(57), encoding="utf-8")
    after = {partition.key for partition in plan(tmp_path, 8)}
    assert len(before) > 12
    assert len(before - after) < len(before) / 4


def test_other_versions_options_or_texts_do_not_get_into_one_folder(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    source, place = corpus[0], shutil.copytree(corpus[1], tmp_path / "tables")
    before = tables(place)
    given = Corpus(sources=(str(source),), texts=4)
    with pytest.raises(WederhoorError, match="W826"):
        read_corpus(given, place, ReadingOptions(lang="nl", date="2031-02-02"), Hands())
    other = tmp_path / "andere.jsonl"
    other.write_text(as_json(30, 20), encoding="utf-8")
    with pytest.raises(WederhoorError, match="W827"):
        read(other, place)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WederhoorError, match="W822"):
        read(source, tmp_path / "notes")
    with CorpusFolder(place).held(), pytest.raises(WederhoorError, match="W820"):
        read(source, place)
    assert tables(place) == before
    assert read(other, place, again=True) == 3
    assert len(rows(place, "documents")) == 10


def test_the_same_bytes_from_any_number_of_processes(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    source, place = corpus
    assert read(source, tmp_path / "two", workers=2) == 3
    assert tables(tmp_path / "two") == tables(place)


def test_a_text_that_cannot_be_read_costs_itself_only(tmp_path: Path) -> None:
    lines = as_json(3).splitlines()
    bad = [
        "{no json",
        json.dumps({"id": "leeg", "text": " "}),
        json.dumps({"text": "The bridge stays shut, the mayor said."}),
    ]
    (tmp_path / "artikelen.jsonl").write_text("\n".join([*lines[:2], *bad[:2], lines[2]]) + "\n", encoding="utf-8")
    done = run_here("read", tmp_path / "artikelen.jsonl", "--to", tmp_path / "tables", "--workers", "1", "--lang", "nl")
    assert (done.returncode, done.stdout.decode().count("3 texts read")) == (2, 1), done.stderr
    assert [row["own_name"] for row in rows(tmp_path / "tables", "documents")] == ["a0", "a1", "a2"]
    unread = rows(tmp_path / "tables", "unread")
    assert [row["code"] for row in unread] == ["W114", "W114"]
    assert "line" in str(unread[0]["message"])


def warc(path: Path, count: int, *, packed: bool) -> Path:
    """A web archive of so many pages behind a record that is none; packed a record at a time, as crawlers do it."""
    about = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nhere\r\n\r\n"
    records = [about, *(record(f"<html><body><article><p>{text(n)}</p></article></body></html>") for n in range(count))]
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) if packed else one for one in records))
    return path


def record(page: str) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://waalbode.example/\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def forms(folder: Path) -> Iterator[Path]:
    """The same eleven texts in every form that is cut, and as files of their own."""
    rows = [json.loads(line) for line in as_json(11).splitlines()]
    lines, table, cells, files = (folder / name for name in ("a.jsonl", "a.parquet", "a.csv", "teksten"))
    lines.write_text(as_json(11), encoding="utf-8")
    pq.write_table(pa.Table.from_pylist(rows), table, row_group_size=6)
    quoted = "".join('{id},"{text}",{date},{outlet}\r\n'.format_map(row) for row in rows)
    cells.write_text(f"\ufeffid,text,date,outlet\r\n{quoted}", encoding="utf-8")
    for number in range(11):
        (files / "2031").mkdir(parents=True, exist_ok=True)
        (files / "2031" / f"{number:02}.txt").write_text(text(number), encoding="utf-8")
    yield from (lines, table, cells, files)
    yield warc(folder / "a.warc", 11, packed=False)
    yield warc(folder / "a.warc.gz", 11, packed=True)


def test_every_form_is_cut_without_losing_or_doubling_a_text(tmp_path: Path) -> None:
    reader = PartitionReader(ReadingOptions(lang="nl"))
    for source in forms(tmp_path):
        partitions = plan(source)
        assert 2 < len(partitions) < 7, source.name
        docs = list[dict[str, Any]]()
        for number, partition in enumerate(partitions):
            room = tmp_path / f"{source.name}-{number}"
            room.mkdir()
            outcome = reader.read(partition, lambda piece: fetched(piece, 50), room)
            assert outcome.unread == 0
            docs += pq.read_table(room / "documents.parquet").to_pylist()
        assert len({doc["doc"] for doc in docs}) == 11, source.name
        found = [str(doc["text"]) for doc in docs]
        assert all(text(n).split("\n\n")[0] in one for n, one in enumerate(found)), source.name
        if source.suffix in (".jsonl", ".parquet", ".csv"):
            assert [doc["own_name"] for doc in docs] == [f"a{n}" for n in range(11)]
            assert [doc["doc"] for doc in docs] == [f"a#{n + 1}" for n in range(11)]


def test_files_that_cannot_be_looked_through_are_told(tmp_path: Path) -> None:
    (tmp_path / "goed.txt").write_text(text(1), encoding="utf-8")
    (tmp_path / "stuk.parquet").write_bytes(b"PAR1 and no more")
    pq.write_table(pa.table({"nummer": [1, 2]}), tmp_path / "getallen.parquet")
    (tmp_path / "stuk.warc.gz").write_bytes(
        gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000\r\n\r\n")[:-9]
    )
    place = tmp_path / "out" / "tables"
    read(tmp_path, place)
    assert [row["doc"] for row in rows(place, "documents")] == ["goed.txt"]
    told = {str(row["source"]): str(row["code"]) for row in rows(place, "unread")}
    assert told == {"stuk.parquet": "W114", "getallen.parquet": "W114", "stuk.warc.gz": "W114"}


def test_a_part_of_a_corpus_is_a_case(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    _, place = corpus
    case = tmp_path / "brug.db"
    asked = (
        "read",
        place,
        "--where",
        "date < '2031-01-05' AND doc IN (SELECT doc FROM statements WHERE holder LIKE '%Aarden')",
    )
    done = run_here(*asked, "--into", case)
    assert (done.returncode, b"1 new" in done.stdout) == (0, True), done.stderr
    assert b"1 unchanged" in run_here(*asked, "--into", case).stdout
    everything = run_here("read", place, "--where", "true", "--into", case)
    assert b"9 new, 0 read again, 1 unchanged; 10 documents in all" in everything.stdout
    shown = json.loads(run_here("accounts", case, "--format", "json").stdout)
    assert {one["holder"] for one in shown["accounts"]} >= {"Tjeerd Moerman", "Ilse Aarden"}


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("nowhere = 1", "W828"),
        ("true); COPY documents TO 'x.csv'; SELECT (true", "W828"),
        ("text IN (SELECT content FROM read_text('/etc/hostname'))", "W828"),
        ("date > '2090-01-01'", "W829"),
    ],
)
def test_a_condition_asks_of_the_corpus_and_of_nothing_else(
    corpus: tuple[Path, Path], tmp_path: Path, where: str, code: str
) -> None:
    done = run_here("read", corpus[1], "--where", where, "--into", tmp_path / "case.db")
    assert (done.returncode, done.stderr.decode().startswith(f"wederhoor: {code}")) == (2, True), done.stderr


@pytest.mark.parametrize(
    "given",
    [("--to", "x", "--out", "y"), ("--to", "x", "--into", "y"), ("--where", "true"), ("--to", "x", "--where", "true")],
)
def test_readings_go_to_one_place(tmp_path: Path, given: tuple[str, ...]) -> None:
    (tmp_path / "een.txt").write_text(text(1), encoding="utf-8")
    done = run_here("read", tmp_path / "een.txt", *given)
    assert (done.returncode, b"--" in done.stderr) == (2, True)


def test_tables_are_asked_with_sql(corpus: tuple[Path, Path]) -> None:
    with asking(corpus[1]) as db:
        found = db.execute("SELECT holder, count(*) FROM statements WHERE stance = 'denies' GROUP BY 1").fetchall()
    assert found == [("Tjeerd Moerman", 10)]


def joined(place: Path, table: str) -> list[dict[str, Any]]:
    return list(pq.read_table(place / "joined" / f"{table}.parquet").to_pylist())


def test_copies_are_those_that_a_case_has(tmp_path: Path, student: Student) -> None:
    maker = runpy.run_path(str(ROOT / "benchmarks" / "make_corpus.py"))["Maker"](seed=4, words=90, copies=0.4)
    articles = [maker.article(number) for number in range(40)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    read(tmp_path / "a.jsonl", tmp_path / "tables", texts=15)
    assert join_corpus(tmp_path / "tables")
    assert not join_corpus(tmp_path / "tables")
    with asking(tmp_path / "tables") as db:
        copies = dict(db.execute("SELECT doc, first FROM copies").fetchall())
        docs = db.execute("SELECT doc, text FROM documents ORDER BY date, doc").fetchall()
    readings = [student(load_text(text, doc=doc, lang="nl")).reading for doc, text in docs]
    expected = {doc: group[0] for group in find_copies(readings) for doc in group[1:]}
    assert len(expected) > 10
    assert copies == expected


def test_who_is_one_over_a_corpus_and_who_is_not(tmp_path: Path) -> None:
    texts = [
        "Wethouder Anna Moerman zegt dat de brug dichtgaat. Trainer Karel Linde is tevreden.",
        "“De brug gaat dicht,” zegt wethouder Anna Moerman.",
        "Moerman zegt dat zij van niets weet.",
        "Minister Karel Linde ontkent dat er een plan is.",
        "Karel Linde zegt dat het regent.",
        "De Verenigde Haven Organisatie (VHO) wil een dijk.",
        "De VHO zegt dat de dijk er komt.",
    ]
    lines = (json.dumps({"text": text, "date": f"2031-01-0{day}"}) + "\n" for day, text in enumerate(texts, 1))
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    read(tmp_path / "a.jsonl", tmp_path / "tables")
    assert join_corpus(tmp_path / "tables")
    people = {str(one["person"]): one for one in joined(tmp_path / "tables", "people")}
    [anna] = [one for one in people.values() if one["name"] == "Anna Moerman"]
    assert (anna["documents"], anna["kind"]) == (2, "person")
    of = [
        (row["doc"], people[str(row["person"])]["name"], row["person"])
        for row in joined(tmp_path / "tables", "people_actors")
    ]
    assert "a#3" not in {doc for doc, _, _ in of}  # of a family name alone a corpus cannot say whose it is
    lindes = [person for _, name, person in of if name == "Karel Linde"]
    assert len(lindes) == len(set(lindes)) == 3  # a trainer, a minister, and who may be either


def read_on_cluster(source: Path, place: Path, *version: str) -> tuple[subprocess.CompletedProcess[bytes], bytes]:
    """Read a corpus on a cluster whose workers are of this version, or say that they are of another.

    Also given is how many calls of the reading the workers had written down.
    """
    # of Dask's own warnings nothing is learnt here: all of it runs outside the process of the tests
    command = [sys.executable, str(Path(__file__).parent / "cluster.py"), *version]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as cluster:
        assert cluster.stdout is not None
        address = cluster.stdout.readline().decode().strip()
        read = ("-m", "wederhoor", "read", source, "--to", place, "--lang", "nl", "--partition", "4")
        done = subprocess.run([sys.executable, *read, "--scheduler", address], check=False, capture_output=True)
        assert cluster.stdin is not None
        cluster.stdin.close()
        return done, cluster.stdout.read().strip()


@pytest.mark.slow
def test_a_cluster_gives_the_same_bytes(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    source, place = corpus
    done, calls_kept = read_on_cluster(source, tmp_path / "there")
    assert done.returncode == 0, done.stderr
    assert tables(tmp_path / "there") == tables(place)
    assert calls_kept == b"0"  # kept for an hour, they would fill the worker's memory


@pytest.mark.slow
def test_a_cluster_of_another_version_is_refused(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    done, _ = read_on_cluster(corpus[0], tmp_path / "there", "0.0.1")
    assert (done.returncode, done.stderr.startswith(b"wederhoor: W825: ")) == (2, True), done.stderr
    assert b"wederhoor is 0.0.1" in done.stderr


KILLS = 50


@pytest.mark.slow
def test_whoever_is_killed_at_whatever_instant_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    source, place = tmp_path / "artikelen.jsonl", tmp_path / "tables"
    source.write_text(as_json(60), encoding="utf-8")
    read(source, tmp_path / "whole", texts=1)
    draw = random.Random(15)
    command = [sys.executable, "-m", "wederhoor", "read", str(source), "--to", str(place), "--lang", "nl"]
    command += ["--partition", "1", "--workers", "2"]
    kept, killed = dict[str, bytes](), 0
    while killed < KILLS:
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        wanted = len(kept) // len(TABLES) + draw.choice((0, 1, 1, 2))
        while run.poll() is None and len(CorpusFolder(place).done()) < wanted:
            time.sleep(0.002)
        time.sleep(draw.random() * 0.1)
        if run.poll() is None:
            killed += 1
            # the program alone, or all of its processes at once
            (os.killpg if draw.random() < 0.5 else os.kill)(run.pid, signal.SIGKILL)
        run.wait()
        done = CorpusFolder(place).done()
        now = {name: data for name, data in tables(place).items() if name[-24:-8] in done} if done else {}
        assert kept.items() <= now.items()  # what was there is there, to the byte
        assert len(now) == len(done) * len(TABLES)  # and what is there is whole
        kept = now
        if len(done) == len(CorpusFolder(tmp_path / "whole").done()):  # all of it: begin again
            shutil.rmtree(place)
            kept = {}
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert tables(place) == tables(tmp_path / "whole")
    assert [path.name for path in (place / ".unfinished").iterdir()] == ["lock"]


# The examples of docs/corpora.md

PAGE = (ROOT / "docs" / "corpora.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus in it that has something for every example: a denial, a copy, a cause, one who speaks twice."""
    folder = tmp_path_factory.mktemp("documented")
    told = [{"id": f"a{n}", "text": text(n), "date": f"2031-03-{n + 1:02}", "outlet": "Waalbode"} for n in range(6)]
    told.append({**told[0], "id": "copy", "date": "2031-03-20"})
    told.append({
        "id": "english", "date": "2031-04-01", "outlet": "The Gazette", "language": "en",
        "text": "Sand extraction causes more subsidence, mayor Ilse Aarden said. Alderman Tjeerd Moerman denied that.",
    })  # fmt: skip
    (folder / "articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in told), encoding="utf-8")
    done = run_here("read", folder / "articles.jsonl", "--to", folder / "corpus", "--workers", "1")
    assert done.returncode == 0, done.stderr
    return folder


def examples(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("query", [one for block in examples("sql") for one in block.split(";") if one.strip()])
def test_every_query_of_the_page_has_an_answer(query: str, documented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documented)
    with duckdb.connect() as db:
        answer = db.sql(query).fetchall()
    assert answer
    assert all(value is not None for row in answer[:1] for value in row[:2])


@pytest.mark.parametrize("program", examples("py"))
def test_every_program_of_the_page_runs(program: str, documented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documented)
    *lines, last = program.strip().split("\n")
    shown = "" if last.startswith((" ", "#")) else f"\nanswer = {last}"
    names: dict[str, Any] = {}
    exec("\n".join(lines) + (shown or f"\n{last}"), names)
    assert not shown or len(names["answer"])


def test_the_part_of_the_page_becomes_a_case(documented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(documented)
    [commands] = [block for block in examples("sh") if "--where" in block]
    for line in commands.strip().split("\n"):
        _, *arguments = shlex.split(line)
        done = run_here(*arguments)
        assert done.returncode == 0, done.stderr
    assert "Tjeerd Moerman" in done.stdout.decode()
