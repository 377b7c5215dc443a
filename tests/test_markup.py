"""What is written for programs is refused, by what it holds; prose that mentions a tag or begins with *Van:* is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run_here

import wederhoor
from wederhoor.documents import load_document, load_documents, load_text
from wederhoor.errors import WederhoorError
from wederhoor.records import Document

PROSE = (
    "De burgemeester van Oosterwaal zegt dat de brug over de Lemmer volgende maand opengaat, maar de vissers geloven hem "
    "niet. Volgens wethouder Zoë Huijbers is er nog geen euro betaald.\n\nDe raad vergadert donderdag."
)
FROM = "From: Anna Veldkamp <anna@haven.example>\nTo: redactie@krant.example\nSubject: De brug\n"
MARKED = {
    "a page": ("HTML", f"<!DOCTYPE html>\n<html lang='nl'><head><title>Brug</title></head><body><p>{PROSE}</p></body></html>"),
    "a page without a doctype": ("HTML", f"\ufeff\n <html><body>{PROSE}</body></html>"),
    "a page behind a comment": ("HTML", f"<!-- bewaard -->\n<HTML><BODY>{PROSE}</BODY></HTML>"),
    "a piece of a page": ("HTML or XML", f'<div class="artikel">\n<p>{PROSE}</p>\n</div>'),
    "a headline and paragraphs": ("HTML or XML", f"De brug\n<p>{PROSE}</p>\n<p>{PROSE}</p><br/>\n"),
    "one paragraph": ("HTML or XML", f"<p>{PROSE}</p>"),
    "breaks and entities": ("HTML or XML", f"De brug<br>{PROSE}<br />Zij&nbsp;ook&hellip;"),
    "XML": ("XML", f'<?xml version="1.0"?>\n<nitf><body><block>{PROSE}</block></body></nitf>'),
    "XML without a declaration": ("HTML or XML", f"<artikel><kop>De brug</kop><alinea>{PROSE}</alinea></artikel>"),
    "RTF": ("RTF", "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\\f0 De brug blijft dicht.\\par}"),
    "JSON": ("JSON", '{\n  "kop": "De brug",\n  "tekst": "De brug blijft dicht."\n}'),
    "a list in JSON": ("JSON", '["De brug blijft dicht.", "De haven ook."]'),
    "JSON lines": ("JSON", '{"tekst": "De brug blijft dicht."}\n{"tekst": "De haven ook."}\n'),
    "JSON that was cut off": ("JSON", '[{"tekst": "De brug blijft dicht.", "kop'),
    "subtitles": ("subtitles", "1\n00:00:01,000 --> 00:00:04,000\nDe brug.\n\n2\n00:00:05,000 --> 00:00:06,500\nJa."),
    "web subtitles": ("subtitles", "WEBVTT\n\n00:01.000 --> 00:04.000\nDe brug blijft dicht.\n"),
    "LaTeX": ("LaTeX", "% een brief\n\\documentclass{article}\n\\begin{document}\nDe brug blijft dicht.\n\\end{document}"),
    "an address card": ("a calendar or an address card", "BEGIN:VCARD\nFN:Anna Veldkamp\nEND:VCARD\n"),
    "a mail": ("an e-mail", f"Return-Path: <anna@haven.example>\r\nReceived: from haven\r\n\tby krant\r\n{FROM}\r\n{PROSE}"),
    "a mail of parts": ("an e-mail", f"Subject: De brug\nMIME-Version: 1.0\nContent-Type: multipart/mixed; b=x\n\n--x\n{PROSE}"),
    "a mail with few headers": ("an e-mail", f"{FROM}\n{PROSE}"),
    "a mailbox": ("an e-mail", f"From anna@haven.example Mon Oct  7 10:15:00 2024\n{FROM}\n{PROSE}"),
    "a mail without its head": ("an e-mail", f"Dit heeft delen.\n\n--=_deel1\nContent-Type: text/plain; charset=x\n\n{PROSE}"),
}  # fmt: skip
PLAIN = {
    "prose": PROSE,
    "a tag": f"{PROSE} Zet de kop tussen <b> en </b>, zegt hij.",
    "a tag that opens it": f"<b> maakt letters vet, legt de leraar uit. {PROSE}",
    "tags that are told of": f"{PROSE} De les gaat over <p>, <div> en <table>. {PROSE}",
    "sounds": "\n".join(f"“De brug <lacht> blijft dicht”, zegt hij. {PROSE}" for _ in range(9)),
    "less and more": f"{PROSE} Is 3 < 4 en x<y> z? " * 20,
    "a letter": f"Van: Anna Veldkamp\nAan: de redactie\nOnderwerp: de brug\nDatum: 7 oktober 2024\n\n{PROSE}",
    "an interview": f"Vraag: Blijft de brug dicht?\nAntwoord: Ja. {PROSE}",
    "a word in English": f"Subject: de brug\n\n{PROSE}",
    "brackets": f"[Dit artikel is “bijgewerkt”]\n\n{PROSE}",
    "braces": f'{{sic}} schreef hij "zo". {PROSE}',
    "an ampersand": f"{PROSE} Veldkamp &amp; Zonen betaalt.",
    "Markdown": f"# De brug\n\n*{PROSE}*\n\n- [meer](https://ommelbode.example) <https://ommelbode.example/a>\n",
    "a time": f"{PROSE} Om 10:15 --> 11:00 is er overleg.",
}


FILES = (
    "a page", "a page without a doctype", "a page behind a comment", "a piece of a page", "one paragraph", "RTF", "JSON",
    "JSON lines", "a mail", "a mail with few headers", "a mailbox",
)  # fmt: skip
"""What is read where it is a file: its text without its marks."""


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_without_its_marks(name: str) -> None:
    text = next(one for one in load_documents(MARKED[name][1].encode(), lang="nl") if isinstance(one, Document)).text
    assert " ".join(text.split()).endswith(("De raad vergadert donderdag.", "De brug blijft dicht."))
    assert not set("<>{}") & set(text)


def test_a_mail_that_lacks_the_parts_it_announces_is_no_text() -> None:
    with pytest.raises(WederhoorError, match=r"W114: .* the parts that it says it has are not there"):
        load_document(MARKED["a mail of parts"][1].encode(), lang="nl")


@pytest.mark.parametrize("name", MARKED)
def test_what_is_written_for_programs_is_refused(name: str) -> None:
    kind, text = MARKED[name]
    for given in (text, text.encode()):
        if isinstance(given, bytes) and name in {*FILES, "a mail of parts"}:
            continue
        with pytest.raises(WederhoorError) as caught:
            load_document(given, lang="nl") if isinstance(given, bytes) else load_text(given, lang="nl")
        assert caught.value.code == "W109"
        assert caught.value.values["kind"] == kind
        line = int(str(caught.value.values["line"]))
        assert str(caught.value.values["sign"]) in text.replace("\r\n", "\n").split("\n")[line - 1]


@pytest.mark.parametrize("name", PLAIN)
def test_prose_is_read(name: str) -> None:
    assert load_text(PLAIN[name], lang="nl").text == PLAIN[name]


def test_markup_is_refused_wherever_it_is_given(tmp_path: Path) -> None:
    page = MARKED["XML"][1]
    file = tmp_path / "brug.txt"
    file.write_text(page, encoding="utf-8")
    case = tmp_path / "zaak.db"
    for arguments in (
        ["read", file],
        ["read", file, "--into", case],
        ["read", "-"],
        ["events", file],
        ["accounts", file],
    ):
        done = run_here(*arguments, stdin=page.encode())
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"wederhoor: W109: ") and b"line 1" in done.stderr
    with pytest.raises(wederhoor.WederhoorError, match="W109"):
        wederhoor.read_text(page)
    with pytest.raises(wederhoor.WederhoorError, match="W109"):
        wederhoor.read_file(file)


def test_of_many_texts_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MARKED["XML"][1], encoding="utf-8")
    (tmp_path / "b.txt").write_text(PROSE, encoding="utf-8")
    done = run_here("read", tmp_path, "--format", "jsonl")
    assert done.returncode == 2
    assert done.stdout.count(b"\n") == 1
    assert b"W109" in done.stderr and b"1 of 2 texts were read" in done.stderr


def test_a_long_text_of_signs_is_judged_in_time() -> None:
    for text in (
        "<" * 300_000,
        "<a " * 100_000,
        "a: b\n " * 60_000,
        "[" * 300_000 + '"',
        "{" * 200_000 + '"',
        "<a b=" * 50_000,
    ):
        load_text(text + " de brug", lang="nl")
