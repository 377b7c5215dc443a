"""How well pages are read: trafilatura's way of scoring, on 44 pages of invented news sites.

    python benchmarks/files/read_pages.py [--misses]

Every page has phrases that are wanted and phrases that are not. Precision is the share of wanted ones among the phrases that
are found in what was read, recall the share of the wanted ones that are found. Beside it all words of the page, which is what a
reader without an extractor has. The later pages were not seen while the reader was mended.
Title, date, author and outlet count where the page gives them: right, wrong, missing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from pages import Page, pages

from wederhoor.documents.formats import Extract, Limits, read_texts
from wederhoor.documents.formats.html import paragraphs_of

LIMITS: Final = Limits(size=50_000_000)


def read(page: Page) -> Extract:
    """What the program reads of a page."""
    [found] = read_texts(page.data, page.name, LIMITS)
    assert isinstance(found, Extract), found
    return found


def everything(page: Page) -> str:
    """All words of a page."""
    return "\n".join(paragraphs_of(page.data.decode()))


def scored(found: Iterable[tuple[Page, str]], misses: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of phrases."""
    right = missed = wrong = 0
    for page, text in found:
        flat = " ".join(text.split())
        for phrase in page.wanted:
            right += phrase in flat
            missed += phrase not in flat
            if phrase not in flat:
                misses.append(f"{page.name}: lost     {phrase[:70]}")
        for phrase in page.unwanted:
            wrong += phrase in flat
            if phrase in flat:
                misses.append(f"{page.name}: unwanted {phrase[:70]}")
    precision, recall = right / (right + wrong), right / (right + missed)
    return precision, recall, 2 * precision * recall / (precision + recall)


def about(page: Page, extract: Extract) -> dict[str, tuple[str, str | None]]:
    """By field what the page says and what was read."""
    article = page.article
    told = {
        "title": (article.title, extract.title), "date": (article.date, extract.date),
        "byline": (article.author, extract.byline), "publisher": (article.outlet, extract.publisher),
    }  # fmt: skip
    return {name: told[name] for name in page.says}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what was lost, wrongly taken or wrongly told")
    asked = parser.parse_args()
    made = pages()
    extracts = {page.name: read(page) for page in made}
    misses: list[str] = []
    ways: dict[str, Callable[[Page], str]] = {
        "wederhoor": lambda page: extracts[page.name].text,
        "all words of the page": everything,
    }
    print(f"{len(made)} pages, {sum(len(page.wanted) for page in made)} phrases wanted, "
          f"{sum(len(page.unwanted) for page in made)} not wanted")  # fmt: skip
    for name, way in ways.items():
        for which, later in (("earlier", False), ("later", True)):
            found = [(page, way(page)) for page in made if page.later is later]
            precision, recall, f1 = scored(found, misses if name == "wederhoor" else [])
            print(f"{name:24} {which:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    counts: dict[str, Counter[str]] = {}
    for page in made:
        for field, (said, found) in about(page, extracts[page.name]).items():
            verdict = "right" if said == found else "missing" if found is None else "wrong"
            counts.setdefault(field, Counter())[verdict] += 1
            if verdict != "right":
                misses.append(f"{page.name}: {field} {verdict}: {found!r} for {said!r}")
    for field, count in counts.items():
        print(f"{field:24} right {count['right']}  wrong {count['wrong']}  missing {count['missing']}")
    if asked.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
