"""The documents are true: the format is what the records say, commands print what is shown, all options are told."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import typer

from wederhoor import __version__
from wederhoor.cli import app
from wederhoor.errors import TEMPLATES
from wederhoor.exchange.events import COLUMNS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a script of docs/ with the Python that runs the tests."""
    command = [sys.executable, str(DOCS / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "script", ["generate_format.py", "generate_api.py", "generate_lexicons.py", "generate_tables.py"]
)
def test_pages_that_are_made_are_what_the_source_says(script: str) -> None:
    done = run(script, "--check")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("document", ["README.md", "docs/tutorial.md", "docs/running.md"])
def test_shown_commands_print_what_is_shown(document: str) -> None:
    done = run("run_tutorial.py", ROOT / document)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_document_that_is_not_true_is_found_and_can_be_put_right(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(
        "Before.\n\n```python say.py\nprint('ja')\n```\n\n"
        "```console\n$ python say.py\nnee\n$ echo one \\\n  two\none two\n```\n\n"
        "```sh\n$ exit 3\n```\n\n```console fails\n$ exit 3\n```\nAfter.\n",
        encoding="utf-8",
    )
    told = run("run_tutorial.py", document)
    assert told.returncode == 1
    assert "-nee\n+ja\n" in told.stdout
    assert run("run_tutorial.py", "--update", document).returncode == 0
    mended = "```console\n$ python say.py\nja\n$ echo one \\\n  two\none two\n```\n"
    assert mended in document.read_text(encoding="utf-8")
    assert run("run_tutorial.py", document).returncode == 0


@pytest.mark.parametrize("block", ["```console\n$ exit 3\n```\n", "```console fails\n$ true\n```\n"])
def test_a_command_that_ends_otherwise_than_shown_is_refused(tmp_path: Path, block: str) -> None:
    document = tmp_path / "page.md"
    document.write_text(block, encoding="utf-8")
    done = run("run_tutorial.py", "--update", document)
    assert done.returncode == 1
    assert "exit code" in done.stderr
    assert document.read_text(encoding="utf-8") == block


def options() -> Iterator[tuple[str, str]]:
    """Every command with each of its options, as a user types it."""
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        for parameter in command.params:
            if parameter.param_type_name == "option":
                yield name, max(parameter.opts, key=len)


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_is_in_the_page_of_commands(command: str, option: str) -> None:
    (section,) = re.findall(rf"^## `wederhoor {command}\b.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert f"| `{option}" in section


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_of_events_is_in_the_page_of_commands(column: str) -> None:
    (section,) = re.findall(r"^## `wederhoor events\b.*?(?=^## )", COMMANDS, re.MULTILINE | re.DOTALL)
    assert any(f"`{column}`" in line.split("|")[1] for line in section.splitlines() if line.startswith("|"))


@pytest.mark.parametrize("code", TEMPLATES)
def test_every_message_is_in_the_page_of_commands(code: str) -> None:
    assert f"| {code} |" in COMMANDS


def pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if not re.match(r"[a-z]+:", target)]
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_to_headings_that_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target, place in re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", text):
        aim = page.parent / target if target else page
        heads = re.findall(r"^#+ (.*)$", aim.read_text(encoding="utf-8"), re.MULTILINE)
        assert place in [re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads], f"{target}#{place}"


def test_the_example_of_how_to_add_a_verb_is_an_entry() -> None:
    from wederhoor.languages.reporting import ReportingVerb

    [shown] = re.findall(r"`(\{lemma = .*?\})`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert msgspec.convert(tomllib.loads(f"verb = [{shown}]")["verb"], list[ReportingVerb])[0].lemma == "bepleiten"


def test_the_citation_has_the_version() -> None:
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_every_dependency_is_explained_and_pinned() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = re.findall(r'^    "([a-z0-9-]+)(?:\[[a-z]+\])?>=', project, re.MULTILINE)
    explained = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower()
    assert len(names) > 10
    assert [name for name in names if f"| {name} |" not in explained or f"\n{name}==" not in pinned] == []


@pytest.mark.slow
def test_the_documents_as_pages_lead_somewhere_and_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "build_site.py", tmp_path / "site"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert {"index.html", "api.html", "corpora.html"} <= pages.keys()
    assert "open_case" in pages["api.html"]
    elsewhere = re.compile(r'<(?:script|link|img)[^>]*(?:src|href)="https?:')
    assert [name for name, page in pages.items() if elsewhere.search(page)] == []
