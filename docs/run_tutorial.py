"""Run the commands that documents show, and compare what they print with what the documents say.

python docs/run_tutorial.py [FILE.md ...]            fail with a diff where a document is not true
python docs/run_tutorial.py --update [FILE.md ...]   write into the documents what the commands print

Without files: README.md, docs/tutorial.md and docs/running.md. In a document,

- a block ```console holds commands, each after "$ " (a backslash at a line's end goes on), and what they print;
- a block ```console fails is one whose commands end with an exit code other than 0, as all others may not;
- a block ```python NAME.py is written to a file of that name, for the commands after it.

Each document runs in a temporary folder of its own, with a copy of examples/, the programs beside this Python first on
the path, and 80 columns. Blanks at line ends do not count.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "tutorial.md", ROOT / "docs" / "running.md")
BLOCK = re.compile(r"^```(?P<info>(?:console|python)\b[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = "$ "
TIME_LIMIT = 1200
"""Seconds after which a command will never end; a busy machine may take long over one."""


class UntrueDocumentError(Exception):
    """A command of a document fails, or does not where it should."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", metavar="FILE.md", type=Path, nargs="*", default=list(DOCUMENTS))
    parser.add_argument("--update", action="store_true", help="write what the commands print")
    arguments = parser.parse_args()
    untrue = 0
    for path in arguments.documents:
        before = path.read_text(encoding="utf-8")
        try:
            after = run_document(before)
        except UntrueDocumentError as error:
            sys.exit(f"{path}: {error}")
        if before == after:
            continue
        if arguments.update:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"wrote {path}")
        else:
            untrue += 1
            lines = (before.splitlines(), after.splitlines())
            print(*difflib.unified_diff(*lines, str(path), "what the commands print", lineterm=""), sep="\n")
    return int(untrue > 0)


def run_document(text: str) -> str:
    """The document with every console block as the commands print it now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        return BLOCK.sub(lambda block: _run_block(block["info"], block["body"], folder), text)


def _run_block(info: str, body: str, folder: Path) -> str:
    kind, *words = info.split()
    if kind == "python":
        for file in words:
            (folder / file).write_text(body, encoding="utf-8")
        return f"```{info}\n{body}```"
    shown = "".join(
        f"{PROMPT}{command}\n{_run(command, folder, should_fail='fails' in words)}" for command in commands(body)
    )
    return f"```{info}\n{shown}```"


def commands(body: str) -> Iterator[str]:
    """The commands of a console block."""
    lines = iter(body.splitlines())
    for line in lines:
        if line.startswith(PROMPT):
            command = line.removeprefix(PROMPT)
            while command.endswith("\\"):
                command += "\n" + next(lines)
            yield command


def _run(command: str, folder: Path, *, should_fail: bool) -> str:
    programs = Path(sys.executable).parent  # not resolved: that would lead out of the virtual environment
    kept = {name: value for name, value in os.environ.items() if name in {"HOME", "LANG", "OPENBLAS_NUM_THREADS"}}
    environment = kept | {
        "PATH": f"{programs}{os.pathsep}{os.defpath}",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIME_LIMIT,
        check=False,
    )
    output = done.stdout.decode("utf-8")
    if bool(done.returncode) != should_fail:
        raise UntrueDocumentError(f"exit code {done.returncode} of: {command}\n{output}")
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


if __name__ == "__main__":
    sys.exit(main())
