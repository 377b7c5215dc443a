"""A long text takes no more time a word, and no more memory than it must."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import msgspec
import pytest

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
SYLLABLES = (
    "ba",
    "der",
    "kel",
    "mo",
    "rin",
    "vos",
    "tel",
    "hag",
    "wier",
    "dun",
    "lok",
    "sar",
    "pen",
    "ros",
    "gel",
    "bor",
)
NAME = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ]\w+")
MEASURE = """
import json, re, sys, time
from pathlib import Path
from wederhoor.documents import load_document
from wederhoor.reading import open_student
student = open_student("nl")
document = load_document(sys.argv[1], lang="nl")
begun = time.process_time()
study = student(document)
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])  # ru_maxrss is the parent's too
print(json.dumps({"seconds": time.process_time() - begun, "peak": peak, "statements": len(study.reading.attributions)}))
"""


class Measured(msgspec.Struct):
    """What reading a text in a process of its own took: processor time, and the peak of its memory in kB."""

    seconds: float
    peak: int
    statements: int


def articles(length: int) -> str:
    """The examples over and over, each time about other people and places."""
    chance = random.Random(1)
    whole = ""
    for file in cycle(EXAMPLES):
        text = file.read_text(encoding="utf-8").strip()
        names = {name: "".join(chance.choices(SYLLABLES, k=3)).capitalize() for name in sorted({*NAME.findall(text)})}
        whole += re.sub(r"\b[A-ZÀ-Þ]\w+", lambda word: names.get(word.group(), word.group()), text) + "\n\n"  # noqa: B023
        if len(whole) >= length:
            return whole[:length]
    raise AssertionError


def measured(file: Path, length: int) -> Measured:
    file.write_text(articles(length), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", MEASURE, str(file)], capture_output=True, text=True, check=True)
    return msgspec.json.decode(done.stdout, type=Measured)


@pytest.mark.slow
def test_a_text_ten_times_as_long_takes_ten_times_as_long(tmp_path: Path) -> None:
    """A word of a megabyte takes at most twice the time of one of 100 kB, and the process at most eight times the memory."""
    short, long = measured(tmp_path / "kort.txt", 100_000), measured(tmp_path / "lang.txt", 1_000_000)
    assert long.statements > 9 * short.statements
    assert long.seconds / 10 <= 2 * short.seconds
    assert long.peak <= 8 * short.peak
