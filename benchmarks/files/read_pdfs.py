"""How well PDFs are read: words in order, beside poppler's pdftotext, on PDFs that are made here.

    python benchmarks/files/read_pdfs.py [--keep FOLDER]

It needs chromium (Debian: chromium), which makes most of the files, and pdftotext (Debian: poppler-utils). The articles are
those of articles.toml, eight in each file, in columns, with running heads, page numbers, footnotes, words broken at the ends of
lines and ligatures. Of each file, runs of five words: recall is the share of those of the articles, in their order, that are in
what was read; precision the share of those read that are in the articles. Running heads and page numbers count against it;
footnotes count as articles of their own.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

import msgspec
from pages import Article, articles
from playwright.sync_api import Browser, sync_playwright

from wederhoor.documents.formats import Extract, Limits, read_texts

sys.path.append(str(Path(__file__).parents[2] / "tests"))
LIMITS: Final = Limits(size=50_000_000)
RUN: Final = 5
CHROMIUM: Final = "/usr/bin/chromium"
HEAD: Final = '<div style="font-size:8px;width:100%;padding:0 2cm">{outlet} &mdash; 12-03-2031</div>'
FOOT: Final = (
    '<div style="font-size:8px;width:100%;text-align:center">Pagina <span class="pageNumber"></span> / '
    '<span class="totalPages"></span></div>'
)
STYLE: Final = (
    "body{font:11pt/1.4 'DejaVu Serif',serif;text-align:justify} "
    "h2{font-size:15pt;break-after:avoid} p{margin:0 0 .6em}"
)
NOTES: Final = (
    "Zie het jaarverslag van de stichting over 2030, bladzijde veertien.",
    "Bedragen zijn afgerond op duizend euro en zonder belasting.",
)


class File(msgspec.Struct, frozen=True):
    """A PDF with the stretches of words that are in it, each in its order."""

    name: str
    data: bytes
    stretches: list[str]


def text_of(some: Sequence[Article]) -> list[str]:
    """Each article as one stretch."""
    return [" ".join([one.title, *one.paragraphs]) for one in some]


def marked_up(some: Sequence[Article]) -> str:
    return "".join(
        f"<h2>{escape(one.title)}</h2>" + "".join(f"<p>{escape(text)}</p>" for text in one.paragraphs) for one in some
    )


def printed(browser: Browser, lang: str, style: str, body: str, *, framed: bool = False) -> bytes:
    """A page as a PDF by chromium; ``framed``: with a running head, and page numbers below."""
    page = browser.new_page()
    page.set_content(f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>{STYLE}{style}</style>{body}')
    margin = {"top": "2.5cm", "bottom": "2.5cm", "left": "2cm", "right": "2cm"}
    made = page.pdf(
        format="A4", margin=margin, display_header_footer=framed,
        header_template=HEAD.format(outlet="De Merkelbode"), footer_template=FOOT,
    )  # fmt: skip
    page.close()
    return bytes(made)


def noted(some: Sequence[Article]) -> str:
    """Pages of two articles each, with a footnote at the foot of each."""
    leaves = [some[at : at + 2] for at in range(0, len(some), 2)]
    return "".join(
        f'<div style="position:relative;height:23cm;break-after:page">{marked_up(leaf)}'
        f'<div style="position:absolute;bottom:0;font-size:8pt"><hr>{n + 1} {NOTES[n % 2]}</div></div>'
        for n, leaf in enumerate(leaves)
    )


def across(some: Sequence[Article]) -> bytes:
    """Two columns whose lines were written from left to right over both, as some programs do."""
    from pdfs import pdf_of, written_across

    lines = [line for one in some for text in (one.title, *one.paragraphs) for line in [*textwrap.wrap(text, 44), ""]]
    return pdf_of([written_across([lines[at : at + 45], lines[at + 45 : at + 90]]) for at in range(0, len(lines), 90)])


def files() -> Iterator[File]:
    """Seven shapes in two languages."""
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for lang in ("nl", "en"):
            some = [one for one in articles() if one.lang == lang]
            body, said = marked_up(some), text_of(some)
            two = "main{columns:2;column-gap:1cm;hyphens:auto;overflow-wrap:break-word}"
            yield File(f"plain-{lang}", printed(browser, lang, "", body), said)
            yield File(f"heads-{lang}", printed(browser, lang, "", body * 3, framed=True), said)
            yield File(f"two-{lang}", printed(browser, lang, two, f"<main>{body}</main>", framed=True), said)
            three = "main{columns:3;column-gap:.6cm;hyphens:auto;font-size:9.5pt} h2{font-size:12pt}"
            yield File(f"three-{lang}", printed(browser, lang, three, f"<main>{body}</main>", framed=True), said)
            yield File(f"notes-{lang}", printed(browser, lang, "p{hyphens:auto}", noted(some)), [*said, *NOTES])
            ligatures = (
                "body{font-family:'DejaVu Sans';font-variant-ligatures:common-ligatures discretionary-ligatures}"
            )
            yield File(f"ligatures-{lang}", printed(browser, lang, ligatures, body.replace("fi", "\ufb01")), said)
            yield File(f"across-{lang}", across(some), said)
        browser.close()


def words(text: str) -> list[str]:
    """Words in small letters, without signs."""
    return re.findall(r"\w+", text.lower())


def runs(stretches: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of five words of each stretch."""
    found: Counter[tuple[str, ...]] = Counter()
    for stretch in stretches:
        told = words(stretch)
        found.update(tuple(told[at : at + RUN]) for at in range(len(told) - RUN + 1))
    return found


def scored(file: File, text: str) -> tuple[float, float]:
    """Precision and recall of runs. Where two stretches meet, a run belongs to neither, and counts for nothing."""
    truth, told = runs(file.stretches), runs([text])
    shared = sum(min(count, 1) for run, count in told.items() if run in truth)
    ends = (RUN - 1) * max(len(file.stretches) - 1, 0)
    return shared / max(len(told) - ends, shared), shared / len(truth)


def ours(data: bytes) -> str:
    """What the program reads."""
    [found] = read_texts(data, "file.pdf", LIMITS)
    assert isinstance(found, Extract), found
    return found.text


def poppler(data: bytes) -> str:
    """What pdftotext reads, a word that is broken at the end of a line made whole."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as kept:
        kept.write(data)
        kept.flush()
        done = subprocess.run(["pdftotext", "-enc", "UTF-8", kept.name, "-"], capture_output=True, check=True)
    return re.sub(r"[-\u00ad\u2010]\n(?=[a-z])", "", done.stdout.decode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="a folder for the files and what was read of them")
    keep: Path | None = parser.parse_args().keep
    sums = [0.0, 0.0, 0.0, 0.0]
    print(f"{'':14} {'wederhoor':>18} {'pdftotext':>18}\n{'':14} precision  recall precision  recall")
    made = list(files())
    for file in made:
        told = (ours(file.data), poppler(file.data))
        figures = [*scored(file, told[0]), *scored(file, told[1])]
        sums = [one + other for one, other in zip(sums, figures, strict=True)]
        print(f"{file.name:14} {figures[0]:9.3f} {figures[1]:7.3f} {figures[2]:9.3f} {figures[3]:7.3f}")
        if keep:
            keep.mkdir(exist_ok=True)
            (keep / f"{file.name}.pdf").write_bytes(file.data)
            (keep / f"{file.name}.txt").write_text(told[0], encoding="utf-8")
            (keep / f"{file.name}.poppler.txt").write_text(told[1], encoding="utf-8")
    print(f"{'mean':14} " + " ".join(f"{one / len(made):{w}.3f}" for one, w in zip(sums, (9, 7, 9, 7), strict=True)))


if __name__ == "__main__":
    main()
