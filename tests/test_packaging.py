"""What is shipped: a plain installation of the wheels reads texts, without what the extras bring."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from wederhoor.errors import EXTRAS
from wederhoor.languages.pack import available_languages, load_pack

ROOT = Path(__file__).parents[1]
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", ROOT / "constraints.txt")
NOT_BROUGHT = {"alembic", "fastapi", "polars", "scipy", "sqlalchemy", "uvicorn", "pytest", "pandas"}


def run(program: Path | str, *arguments: Path | str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program of another environment, which is to know nothing of this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    command = [str(program), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)


def pipeline_wheels() -> list[str]:
    """The files that the packs name for their pipelines."""
    return [wheel for code in available_languages() if (wheel := load_pack(code).about.wheel)]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the wheels and what they ask for, and nothing else."""
    folder = tmp_path_factory.mktemp("plain")
    built = run(sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", ROOT, cwd=folder)
    if built.returncode and not os.environ.get("CI"):
        pytest.skip(f"nothing can be built here: {built.stderr[-300:]}")
    assert built.returncode == 0, built.stderr
    venv.create(folder / "venv", with_pip=True)
    wheels = [*(folder / "dist").glob("*.whl"), *(ROOT / wheel for wheel in pipeline_wheels())]
    installed = run(folder / "venv/bin/python", *PIP, *wheels, cwd=folder)
    if installed.returncode and not os.environ.get("CI"):
        pytest.skip(f"nothing can be installed here: {installed.stderr[-300:]}")
    assert installed.returncode == 0, installed.stderr
    return folder / "venv/bin"


@pytest.mark.slow
def test_a_plain_installation_reads_and_says_what_more_asks_for(program: Path, tmp_path: Path) -> None:
    listed = run(program / "python", "-m", "pip", "list", "--format=json", cwd=tmp_path)
    assert {one["name"].lower() for one in json.loads(listed.stdout)} & NOT_BROUGHT == set()
    text = tmp_path / "brug.txt"
    text.write_text("Burgemeester Ilse Aarden zegt dat de brug dicht blijft.", encoding="utf-8")
    read = run(program / "wederhoor", "read", text, "--lang", "nl", "--format", "json", cwd=tmp_path)
    assert read.returncode == 0, read.stderr
    assert [one["speaker"] for one in json.loads(read.stdout)["attributions"]] == ["Ilse Aarden"]
    for command in (
        ("accounts", text),
        ("conflicts", text),
        ("events", text),
        ("read", text, "-f", "html"),
        ("schema",),
    ):
        assert run(program / "wederhoor", *command, cwd=tmp_path).returncode == 0, command
    kept = run(program / "wederhoor", "read", text, "--into", "new.db", cwd=tmp_path)
    assert (kept.returncode, kept.stderr.startswith("wederhoor: W204: ")) == (2, True), kept.stderr


@pytest.mark.slow
def test_spacy_finds_the_component_of_a_plain_installation(program: Path, tmp_path: Path) -> None:
    code = (
        "import spacy; nlp = spacy.load('nl_wederhoor_news'); nlp.add_pipe('wederhoor'); "
        "print(nlp('Ilse Aarden zegt dat het regent.')._.wederhoor.attributions[0].speaker)"
    )
    done = run(program / "python", "-c", code, cwd=tmp_path)
    assert done.stdout == "Ilse Aarden\n", done.stderr


def test_every_extra_that_a_message_names_brings_its_package() -> None:
    import tomllib

    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    names = {
        extra: {re.split(r"[\[<>=]", one)[0].replace("-", "_") for one in wanted} for extra, wanted in extras.items()
    }
    brought_by_others = {"docx", "multipart", "starlette"}  # python-docx, python-multipart, FastAPI
    assert {module: extra for module, extra in EXTRAS.items() if module not in names[extra] | brought_by_others} == {}
    assert "wederhoor[all]" in extras["dev"]


def test_the_pipelines_are_those_that_the_packs_name() -> None:
    told = subprocess.run(
        ["make", "-s", "--eval", "named:; @echo $(MODEL)", "named"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == pipeline_wheels()
    assert all((ROOT / wheel).is_file() for wheel in pipeline_wheels())


@pytest.mark.slow
def test_what_the_readme_shows_is_so_where_nothing_else_is_installed(program: Path, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (tmp_path / "who.py").write_text(
        "".join(re.findall(r"```python who\.py\n(.*?)```", readme, re.DOTALL)), encoding="utf-8"
    )
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shown = re.findall(r"```console\n\$ (.*?)\n(.*?)```", readme, re.DOTALL)
    assert [command.split()[0] for command, _ in shown] == ["wederhoor", "wederhoor", "python"]
    for command, output in shown:
        done = run("/bin/sh", "-c", f"PATH={program}:$PATH COLUMNS=80 {command}", cwd=tmp_path)
        assert (done.stdout, done.stderr) == (output, ""), command
