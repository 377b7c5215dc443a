"""Killed at drawn instants, again and again over one case: what was acknowledged is there, whole.

Imports, servers in which people correct, and servers that texts are put into take turns. ``KILLS=200 pytest -m slow
tests/test_killed.py`` kills two hundred; without it there are nine.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode

import pytest

from wederhoor.records import Document
from wederhoor.store import list_documents, match_documents, open_store, shown, summary
from wederhoor.store.log import whole_log

KILLS = int(os.environ.get("KILLS", "9"))
HANGS = 300
"""Seconds after which a process that does nothing is taken to hang."""
FORKS = """
import os, signal, sys
import uvicorn
from wederhoor.cli import run
from wederhoor.reading import open_student
from wederhoor.store import open_store
from wederhoor.web.app import create_app
from wederhoor.web.settings import Settings

def serve(case, port):
    with open_store(case) as store:
        uvicorn.run(create_app(store, Settings(csrf="right")), port=int(port), log_level="error")

open_student("nl")
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    what, *given = line.split("\\t")
    child = os.fork()
    if not child:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDWR), 1)
        sys.argv = ["wederhoor", what, *(one.strip() for one in given)]
        serve(*sys.argv[2:]) if what == "serve" else run()
        os._exit(0)
    print(child, flush=True)
"""
"""Starts programs out of a process that has loaded all that they need: each kill costs no loading."""


class Forks:
    """Programs that are started in no time, and killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, *command: object) -> int:
        """Start ``read`` or ``serve`` with its arguments; gives the number of the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\t".join(map(str, command)) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def is_running(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def ended(process: int) -> None:
    """Wait until a process is gone."""
    waited(lambda: not is_running(process))


def waited(reached: Callable[[], Any]) -> None:
    end = time.monotonic() + HANGS
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.005)


def children(process: int) -> set[int]:
    return {
        int(child)
        for task in Path(f"/proc/{process}/task").glob("*/children")
        for child in task.read_text(encoding="ascii").split()
    }


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", FORKS]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield Forks(process)
        assert process.stdin
        process.stdin.close()
        process.wait(HANGS)


def text(number: int) -> str:
    """A text like no other, with two statements that collide."""
    return (
        f"Volgens burgemeester Anna Visser zijn er {number + 2} vergunningen voor de brug.\n\n"
        f"Boer Tom Haak zegt dat er geen {number + 2} vergunningen voor de brug zijn.\n"
    )


class Killed:
    """A case over which programs are killed, and all of it that was acknowledged."""

    def __init__(self, folder: Path, forks: Forks, port: int) -> None:
        self.case, self._folder, self._forks, self._port = folder / "zaak.db", folder, forks, port
        self.documents: dict[str, str] = {}
        """Documents that the case or a page showed, with their texts."""
        self.corrections, self.unsure = 0, 0
        """Corrections whose form was answered, and how many more were sent."""
        self.written = 0
        """Texts that were made so far."""
        with open_store(self.case, create=True):
            pass

    def texts(self, count: int) -> dict[str, str]:
        self.written += count
        return {f"tekst-{n:04}": text(n) for n in range(self.written - count, self.written)}

    def import_folder(self, texts: dict[str, str]) -> int:
        folder = self._folder / f"ronde-{self.written}"
        folder.mkdir()
        for name, words in texts.items():
            (folder / f"{name}.txt").write_text(words, encoding="utf-8")
        return self._forks.start("read", folder, "--into", self.case, "--lang", "nl")

    def during_import(self, draw: random.Random) -> None:
        """Killed while it reads files into the case; a document that others can see is there."""
        texts = self.texts(12)
        process, wanted = self.import_folder(texts), len(self.documents) + draw.randint(0, 10)
        waited(lambda: not is_running(process) or len(self.kept()) >= wanted)
        time.sleep(draw.random() * 0.1)
        self.acknowledge(texts, [*self.kept()])
        self.kill(process)

    def during_corrections(self, draw: random.Random) -> None:
        """Killed while somebody corrects one statement after the other."""
        with self.served() as (process, address):
            numbers, wanted = range(1, len(self.kept()) + 1), self.corrections + draw.randint(0, 12)
            killing = threading.Timer(draw.random() * 0.2, lambda: self.kill(process))
            while is_running(process):
                if self.corrections == wanted:
                    killing.start()
                form = {
                    "csrf": "right",
                    "field": "certainty",
                    "value": draw.choice(("possible", "probable", "certain")),
                }
                try:
                    posted(f"{address}/documents/{draw.choice(numbers)}/attributions/A1/set", form)
                except HTTPError as error:
                    raise AssertionError(error.read().decode()) from error
                except (OSError, HTTPException):
                    self.unsure += 1
                    break
                self.corrections += 1
            killing.join()

    def during_upload(self, draw: random.Random) -> None:
        """Killed while texts that were put in are read; one that the page says is kept is there."""
        with self.served() as (process, address):
            texts = self.texts(6)
            for name, words in texts.items():
                posted(f"{address}/texts", {"csrf": "right", "text": words, "title": name, "lang": "nl"})
            wanted, told = draw.randint(0, 6), list[str]()

            def enough() -> bool:
                told[:] = [one["doc"] for one in asked(f"{address}/texts.json")["progress"]["outcomes"] if one["doc"]]
                return len(told) >= wanted

            waited(enough)
            time.sleep(draw.random() * 0.05)
            enough()
            self.acknowledge(texts, told)
            readers = children(process)
            self.kill(process)
            waited(lambda: not any(map(is_running, readers)))  # who read for it has nobody to read for any more

    @contextmanager
    def served(self) -> Iterator[tuple[int, str]]:
        process, address = self._forks.start("serve", self.case, self._port), f"http://127.0.0.1:{self._port}"
        waited(lambda: answers(f"{address}/case.json"))
        yield process, address
        self.kill(process)

    def kill(self, process: int) -> None:
        if is_running(process):
            os.kill(process, signal.SIGKILL)
        ended(process)

    def acknowledge(self, texts: dict[str, str], docs: list[str]) -> None:
        self.documents |= {doc: texts[doc] for doc in docs if doc in texts}

    def kept(self) -> dict[str, str]:
        """The documents that everybody can see, with the digests of their texts."""
        with open_store(self.case) as store, store.reading() as db:
            return {row.doc: row.sha256 for row in list_documents(db, limit=10_000).rows}

    def check(self) -> None:
        """Nothing that was acknowledged is lost, nothing is there twice or by half."""
        kept = self.kept()
        assert {doc: kept.get(doc) for doc in self.documents} == {
            doc: Document(doc=doc, text=words).sha256 for doc, words in self.documents.items()
        }
        with open_store(self.case) as store, store.reading() as db:
            corrections = len(whole_log(db))
            assert self.corrections <= corrections <= self.corrections + self.unsure
            self.corrections, self.unsure = corrections, 0
            assert summary(db).statements == 2 * len(kept)
            assert all(len(shown(db, doc).reading.attributions) == 2 for doc in kept)
            assert db.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


def posted(address: str, form: dict[str, str]) -> None:
    """Send a form; what answers that all is well has kept it."""
    with urllib.request.urlopen(address, urlencode(form).encode(), timeout=HANGS) as answer:
        assert answer.status == 200


def asked(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=HANGS) as answer:
        return json.load(answer)


def answers(address: str) -> bool:
    try:
        asked(address)
    except (URLError, OSError):
        return False
    return True


@pytest.mark.slow
def test_whoever_is_killed_at_whatever_instant_loses_nothing_that_was_acknowledged(
    tmp_path: Path, forks: Forks, free_port: int
) -> None:
    draw, over = random.Random(16), Killed(tmp_path, forks, free_port)
    first = over.texts(3)
    ended(over.import_folder(first))
    over.acknowledge(first, [*first])
    over.check()
    ways = (over.during_corrections, over.during_import, over.during_upload)
    for number in range(KILLS):
        ways[number % len(ways)](draw)
        over.check()
    assert over.corrections > 0
    with open_store(over.case) as store:
        match_documents(store)
        with store.reading() as db:
            assert summary(db).unmatched == 0
    print(f"{KILLS} kills: {len(over.documents)} documents and {over.corrections} corrections, none lost")


@pytest.mark.slow
def test_two_correct_while_texts_come_in(tmp_path: Path, forks: Forks, free_port: int) -> None:
    """Two people at the pages and an import in another program: nobody is refused, and nothing of theirs is lost."""
    over, each = Killed(tmp_path, forks, free_port), 20
    first = over.texts(2)
    ended(over.import_folder(first))
    failed: list[Exception] = []

    def correct(number: int, address: str) -> None:
        """One statement again and again, beside one that both correct."""
        for turn in range(each):
            value = ("possible", "probable", "certain")[turn % 3]
            form = {"csrf": "right", "field": "certainty", "value": value}
            try:
                posted(f"{address}/documents/{number}/attributions/{'A1' if turn % 2 else 'A2'}/set", form)
                posted(f"{address}/documents/1/attributions/A2/judge", {"csrf": "right", "verdict": "same"})
            except Exception as error:  # noqa: BLE001  # told below
                failed.append(error)

    with over.served() as (_, address):
        texts = over.texts(20)
        importing = over.import_folder(texts)
        people = [threading.Thread(target=correct, args=(number, address)) for number in (1, 2)]
        for one in people:
            one.start()
        for one in people:
            one.join()
        ended(importing)
        assert failed == []
    over.acknowledge(texts, [*texts])
    over.corrections = 4 * each
    over.check()
