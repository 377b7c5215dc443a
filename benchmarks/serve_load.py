"""How fast the pages of a case come, with many readers at once, and how much memory the server takes.

    python benchmarks/serve_load.py CASE [--readers 20] [--seconds 30] [--pause 1.0] [--only PAGE] [--correcting 5]
    python benchmarks/serve_load.py CASE --each 5 [--only PAGE]

CASE is a file or the address of a PostgreSQL database, made by make_case.py. Starts ``wederhoor serve`` on this machine and reads
it as fast as the pauses allow; every reader opens pages at random and rests between two for ``--pause`` seconds on average
(0: never). With ``--correcting`` somebody judges a finding besides, every so many seconds, so that no page that is kept stays
good for longer. Prints milliseconds by page, the memory of the server, and how busy the machine was. ``--each`` has one reader
open every page so many times, one after the other, and prints what the server computed for each, the first time and later
ones, and how much its most memory grew: that says what a page costs on a machine that is busy with other things. What compares
the documents, and what runs models, are processes of their own: the most that these had is printed apart.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

START = "from wederhoor.cli import run; run()"
PORT = 8917
WORDS = ("de", "fi", "gor", "haal", "jo", "kam", "li", "mer", "fide", "gorba")


def addresses(draw: random.Random, documents: int, issue: str | None = None) -> list[tuple[str, str]]:
    """One address of each page; ``issue`` is that of an issue, where there is one."""
    number = draw.randint(1, documents)
    speaker = min(int(draw.paretovariate(0.6)), 2_500)
    word, other = draw.choice(WORDS), draw.choice(WORDS)
    day = f"20{draw.randint(20, 25)}-{draw.randint(1, 12):02}-01"
    return [
        ("case", "/case"),
        ("documents", "/documents"),
        ("documents.csv", "/documents.csv"),
        ("document", f"/documents/{number}"),
        ("document.json", f"/documents/{number}.json"),
        ("much corrected", "/documents/1"),
        ("accounts", "/accounts"),
        ("account", f"/accounts/{speaker}"),
        ("actors", "/actors"),
        ("who against whom", "/network"),
        ("map", "/map"),
        ("a place", "/map/place?name=Rotterdam"),
        ("actor", f"/actors/{speaker}"),
        ("actor, of whom many speak", "/actors/1"),
        ("model", f"/accounts/{speaker}/model"),
        ("sides", f"/sides?who={speaker}&who=1"),
        ("conflicts", f"/conflicts?after={number * (1 << 22)}"),
        ("timeline", f"/timeline?from={day}"),
        ("timeline, all", "/timeline"),
        ("ledger", f"/ledger?due={day}"),
        ("search", f"/search?q={word}+{other}"),
        ("search text", f"/search?q={word}+{other}&in=text"),
        ("search phrase", f"/search?q=%22{word}+{other}%22&in=text"),
        ("search start", f"/search?q={other}{word[:1]}*"),
        ("search speaker", f"/search?q={word}&speaker={speaker}"),
        ("review", "/review"),
        ("review further", f"/review?after={draw.randint(0, 100)}~{number * (1 << 22)}"),
        ("review, a doubt", f"/review?doubt={draw.choice(('far', 'noun', 'extent'))}"),
        ("conflicts across", "/conflicts/across"),
        ("corrections", "/corrections"),
        ("statements", f"/statements?speaker={speaker}"),
        ("a statement", f"/documents/{number}/statements/A1"),
        ("documents, in an order", "/documents?order=statements"),
        ("actors of a kind", "/actors?kind=person"),
        ("agreement", "/agreement"),
        ("people", "/people"),
        ("ledger by speaker", "/ledger/speakers"),
        ("texts", "/texts"),
        ("help", "/help"),
        ("issues", "/issues"),
        *([("an issue", issue)] if issue else []),
    ]


def read(seed: int, until: float, asked: argparse.Namespace, taken: dict[str, list[float]]) -> None:
    """One reader."""
    draw = random.Random(seed)
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    while time.monotonic() < until:
        chosen = addresses(draw, asked.documents, asked.issue)
        name, address = draw.choice([one for one in chosen if asked.only in (None, one[0])])
        begun = time.perf_counter()
        try:
            connection.request("GET", address, headers={"accept-language": "nl"})
            answer = connection.getresponse()
        except (
            http.client.RemoteDisconnected,
            ConnectionResetError,
        ):  # it rested for too long; a browser opens another connection too
            connection.close()
            continue
        answer.read()
        taken[name if answer.status == 200 else f"{name} {answer.status}"].append(time.perf_counter() - begun)
        time.sleep(draw.expovariate(1 / asked.pause) if asked.pause else 0)


def judge(until: float, asked: argparse.Namespace, taken: dict[str, list[float]]) -> None:
    """Somebody who judges the finding at the top of a document's queue, and goes on to another document."""
    draw = random.Random(0)
    while time.monotonic() < until:
        number = draw.randint(1, asked.documents)
        waiting = json.loads(opened(f"/review.json?document={number}")[1])["rows"]
        if waiting:
            place = f"/documents/{number}/{waiting[0]['layer']}/{waiting[0]['item']}/judge"
            csrf = json.loads(opened("/alive.json")[1])["csrf"]
            begun = time.perf_counter()
            status, _ = opened(place, urlencode({"csrf": csrf, "verdict": "same"}))
            taken["judging" if status == 200 else f"judging {status}"].append(time.perf_counter() - begun)
        time.sleep(asked.correcting)


def opened(address: str, form: str | None = None) -> tuple[int, str]:
    """One page: how it was answered, and what; of a form that is sent as well."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=600)
    headers = {"accept-language": "nl", "accept": "application/json"} if form else {"accept-language": "nl"}
    headers |= {"content-type": "application/x-www-form-urlencoded"} if form else {}
    connection.request("POST" if form else "GET", address, form, headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(errors="replace")


def one_by_one(process: int, asked: argparse.Namespace) -> None:
    """What the server computes for each page, the first time and in the median of later ones."""
    draw, taken, grown = random.Random(1), defaultdict[str, list[float]](list), defaultdict[str, float](float)
    for _ in range(asked.each):
        for name, address in addresses(draw, asked.documents, asked.issue):
            if asked.only in (None, name):
                before, most = computing(process), memory(process)
                status, _ = opened(address)
                taken[name if status == 200 else f"{name} {status}"].append((computing(process) - before) * 1000)
                grown[name] += memory(process) - most
    print(f"{'page':26}{'first':>8}{'later':>8}{'most':>8}  milliseconds of the server's processor; megabytes more")
    for name, times in sorted(taken.items()):
        later = sorted(times[1:] or times)
        print(f"{name:26}{times[0]:8.0f}{later[len(later) // 2]:8.0f}{max(times):8.0f}{grown[name]:8.0f}")


def memory(process: int) -> float:
    """The most memory that a process had, in megabytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def beside(process: int) -> float:
    """The most memory that any process which it started has now, in megabytes."""
    started = Path(f"/proc/{process}/task").glob("*/children")
    children = [int(one) for place in started for one in place.read_text().split()]
    found = [0.0]
    for child in children:
        with suppress(OSError, IndexError):  # it ended meanwhile
            found.append(memory(child))
    return max(found)


def issue_of(process: int) -> tuple[str | None, float]:
    """The address of an issue, once the documents have been compared; and the most memory of the process that did it."""
    most = 0.0
    while (answer := opened("/issues"))[0] == 503:
        most = max(most, beside(process))
        time.sleep(0.2)
    return next(iter(re.findall(r"/issues/[0-9a-z]{8,}", answer[1])), None), most


def computing(process: int) -> float:
    """The seconds that a process has computed, whatever else the machine did meanwhile."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Start the server, read it, say what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--correcting", type=float, default=0, help="seconds between two judgments of one who corrects")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--only", help="one page, by its name in the table")
    parser.add_argument("--each", type=int, default=0, help="times that each page is opened by one reader")
    asked = parser.parse_args()
    asked.issue = None
    server = subprocess.Popen([sys.executable, "-c", START, "serve", asked.case, "--port", str(PORT), "--no-token"])
    taken: dict[str, list[float]] = defaultdict(list)
    try:
        for _ in range(120):
            time.sleep(0.5)
            try:
                read(0, time.monotonic() + 0.01, asked, defaultdict(list))
                break
            except OSError:
                continue
        print(f"memory of the server before anybody reads: {memory(server.pid):.0f} MB")
        begun = time.monotonic()
        asked.issue, compared = issue_of(server.pid)
        print(
            f"{time.monotonic() - begun:.0f} s until the documents were compared, by a process with {compared:.0f} MB"
        )
        if asked.each:
            one_by_one(server.pid, asked)
            print(f"memory of the server: {memory(server.pid):.0f} MB")
            return
        before, until = computing(server.pid), time.monotonic() + asked.seconds
        readers = [
            threading.Thread(target=read, args=(seed, until, asked, taken)) for seed in range(1, asked.readers + 1)
        ]
        if asked.correcting:
            readers.append(threading.Thread(target=judge, args=(until, asked, taken)))
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        print(f"{'page':26}{'pages':>7}{'median':>9}{'95 %':>9}{'most':>9}  milliseconds")
        for name, times in sorted(taken.items()):
            show(name, times)
        show("all", [time for times in taken.values() for time in times])
        each = (computing(server.pid) - before) / sum(map(len, taken.values())) * 1000
        print(f"the server computed {each:.0f} ms a page, without the database server")
        print(f"memory of the server: {memory(server.pid):.0f} MB; load of the machine {os.getloadavg()[0]:.1f}")
    finally:
        server.terminate()
        server.wait()


def show(name: str, times: list[float]) -> None:
    """One line of the table."""
    times = sorted(times)
    median, high = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{name:26}{len(times):7}{median * 1000:9.0f}{high * 1000:9.0f}{times[-1] * 1000:9.0f}")


if __name__ == "__main__":
    main()
