"""The documents as pages, with a menu, a search and the reference of the Python interface.

    python docs/build_site.py [FOLDER]

FOLDER is by default build/site. The pages are made of README, docs/ and what stands beside them, as they are: a file of the
project that they lead to is taken along. It fails where a link leads to no page, no heading or no file. The pages load nothing
from elsewhere.
"""

from __future__ import annotations

import argparse
import logging
import re
import shutil
import sys
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

ROOT = Path(__file__).parents[1]
MENU = (
    ("Start", ("README.md", "docs/tutorial.md", "docs/commands.md", "docs/files.md", "docs/exports.md")),
    ("Cases", ("docs/cases.md", "docs/running.md", "docs/store.md", "docs/web.md", "docs/corpora.md")),
    ("Reference", ("docs/api.md", "docs/format.md", "docs/times.md", "docs/lexicons.md", "docs/dependencies.md")),
    ("Figures", ("docs/evaluation.md", "docs/measurements.md", "docs/annotating.md")),
    ("Project", ("docs/architecture.md", "docs/licences.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
)
"""What stands where in the menu; documents that are not named come last."""
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
"""A link to a file of the project: what stands before its #."""


def pages() -> list[Path]:
    """Every document of the project that is shown, as the project has them."""
    named = [Path(page) for _, pages in MENU for page in pages]
    others = [path.relative_to(ROOT) for folder in ("docs", "models") for path in sorted((ROOT / folder).rglob("*.md"))]
    return [*named, *(page for page in others if page not in named)]


def gather(place: Path) -> list[str]:
    """Put the documents, and the files that they lead to, into a folder as they lie in the project; say what leads nowhere."""
    lost = []
    for page in pages():
        _copy(page, place)
        for target in LINK.findall((ROOT / page).read_text("utf-8")):
            path = (ROOT / page.parent / target).resolve()
            if not path.is_relative_to(ROOT) or not path.exists():
                lost.append(f"{page}: {target}")
            elif (path.is_file() and path.suffix != ".md") or (
                path.suffix == ".md" and path.relative_to(ROOT) not in pages()
            ):
                _copy(path.relative_to(ROOT), place)
    return lost


def _copy(path: Path, place: Path) -> None:
    (place / path).parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".md":  # what stands behind the language of a block is for who runs it
        text = re.sub(r"^(```\w+) .*$", r"\1", (ROOT / path).read_text("utf-8"), flags=re.MULTILINE)
        (place / path).write_text(text, "utf-8")
    else:
        shutil.copyfile(ROOT / path, place / path)


def build_site(folder: Path) -> None:
    """Make the pages. Ends the program with what leads nowhere."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name, "pages")
        if lost := gather(place):
            sys.exit("These links lead nowhere:\n" + "\n".join(lost))
        settings = Path(name, "mkdocs.yml")
        settings.write_text("site_name: Wederhoor\n", "utf-8")
        menu = [{title: list(pages)} for title, pages in MENU]
        named = {page for _, pages in MENU for page in pages}
        rest = [str(page) for page in pages() if str(page) not in named]
        checked = {"links": {"absolute_links": "warn", "unrecognized_links": "ignore", "anchors": "warn"}}
        logging.basicConfig(level=logging.WARNING, format="%(message)s")
        config = load_config(
            config_file=str(settings), docs_dir=str(place), site_dir=str(folder), strict=True, use_directory_urls=False,
            theme={"name": "readthedocs", "highlightjs": False}, nav=[*menu, {"More": rest}],
            markdown_extensions=["tables", "fenced_code", "toc"], site_url="",
            validation=checked,
        )  # fmt: skip
        try:
            build(config)
        except Abort as error:
            sys.exit(str(error))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build" / "site")
    build_site(parser.parse_args().folder.absolute())


if __name__ == "__main__":
    main()
