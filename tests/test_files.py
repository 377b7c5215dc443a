"""Files of many forms are read by what they hold: text, what they say of themselves, and where in them each stretch stands."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re
import subprocess
import sys
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import files
import pytest
from command import run_here
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wederhoor
from wederhoor.documents import load_document, load_documents
from wederhoor.documents.formats import SUFFIXES
from wederhoor.errors import WederhoorError
from wederhoor.records import Document


def words(text: str) -> list[str]:
    return text.split()


ARTICLE = words("\n".join(files.PARAGRAPHS))
WITH_HEADLINE = words(files.HEADLINE) + ARTICLE


def documents_of(data: bytes) -> list[Document]:
    found = list(load_documents(data, lang="nl"))
    return [one for one in found if isinstance(one, Document)]


@pytest.mark.parametrize("kind", [*files.ONE, *files.PACKED])
def test_a_file_s_words_are_the_article_s(kind: str) -> None:
    document = (
        load_document({**files.ONE, **files.PACKED}[kind](), lang="nl")
        if kind != "warc"
        else documents_of(files.warc())[0]
    )
    assert words(document.text) in (WITH_HEADLINE, ARTICLE)
    assert document.original is not None


@pytest.mark.parametrize("kind", [*files.ONE, *files.PACKED])
def test_paragraphs_stand_apart(kind: str) -> None:
    text = documents_of({**files.ONE, **files.PACKED}[kind]())[0].text
    assert [words(paragraph) for paragraph in text.split("\n\n")][-len(files.PARAGRAPHS) :] == [
        words(paragraph) for paragraph in files.PARAGRAPHS
    ]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("html", "title date publisher byline url"),
        ("docx", "title byline"),
        ("odt", "title byline"),
        ("epub", "title date byline"),
        ("eml", "title date byline"),
        ("newsml", "title date publisher byline"),
        ("ninjs", "title date publisher byline url"),
    ],
)
def test_what_a_file_says_of_itself_is_kept(kind: str, said: str) -> None:
    known = {
        "title": files.HEADLINE, "date": files.DAY, "publisher": files.OUTLET, "byline": files.BYLINE, "url": files.ADDRESS,
    }  # fmt: skip
    document = load_document(files.ONE[kind](), lang="nl")
    assert {name: getattr(document, name) for name in known} == {
        name: value if name in said.split() else None for name, value in known.items()
    }


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("mbox", ["1", "2"]),
        ("feed", ["1", "2"]),
        ("csv", ["kade-1", "kade-2"]),
        ("json", ["kade-1", "kade-2"]),
        ("zip", ["a.html", "b/c.txt"]),
    ],
)
def test_each_text_of_several_has_a_name_of_its_own(kind: str, names: list[str]) -> None:
    found = documents_of(files.MANY[kind]())
    assert [one.doc for one in found] == [f"stdin#{name}" for name in names]
    assert all(words(one.text) in (WITH_HEADLINE, ARTICLE) for one in found)


def test_articles_of_a_newspaper_database_are_texts_of_their_own() -> None:
    found = documents_of(files.clippings())
    assert [(one.doc, one.date, one.title, one.publisher, one.byline) for one in found] == [
        ("stdin#1", "2024-03-12", files.HEADLINE, files.OUTLET, files.BYLINE),
        ("stdin#2", "2024-03-13", files.HEADLINE, files.OUTLET, None),
        ("stdin#3", "2024-03-14", "Quay refused", "The Gazette", None),
    ]
    assert [words(one.text) for one in found[:2]] == [WITH_HEADLINE, WITH_HEADLINE]
    assert found[2].text == "Quay refused\n\n“The quay is safe,” Karin Blok said."
    original = found[1].original
    assert original is not None
    assert (original.kind, original.number_at(found[1].text.index("De kade zakt"))) == ("docx", 3)


@pytest.mark.parametrize("gone", ["Body", "12 maart 2024 dinsdag"])
def test_a_file_that_only_looks_like_such_a_collection_is_one_text(gone: str) -> None:
    from docx import Document

    document = Document(io.BytesIO(files.clippings()))
    for one in document.paragraphs:
        if one.text == gone:
            one.text = "Iets anders"
    written = io.BytesIO()
    document.save(written)
    [found] = documents_of(written.getvalue())
    assert "End of Document" in found.text


def test_a_page_of_a_digitised_paper_is_read_with_its_words_whole() -> None:
    [found] = documents_of(files.old_page())
    assert found.text.split("\n\n")[0] == files.HEADLINE.upper()
    assert [words(one) for one in found.text.split("\n\n")[1:]] == [words(one) for one in files.PARAGRAPHS]


def test_what_cannot_be_read_in_an_archive_costs_itself_only() -> None:
    found = list(load_documents(files.MANY["zip"](), lang="nl"))
    assert [one.message for one in found if isinstance(one, WederhoorError)] == [
        "stdin, d.bin is not a text: it has a NUL byte at 0. Save it as plain text (.txt, UTF-8) and read that."
    ]


def test_a_page_of_a_web_archive_keeps_its_address() -> None:
    assert [one.url for one in documents_of(files.warc())] == [files.ADDRESS]


def test_one_text_is_asked_for_and_there_are_several() -> None:
    with pytest.raises(WederhoorError, match=r"W115: stdin holds several texts"):
        load_document(files.mailbox(), lang="nl")


def test_what_is_told_beside_a_file_goes_before_what_it_says() -> None:
    document = load_document(files.page(), lang="nl", date="2024-03-13", title="Anders", fallback_date="1999-01-01")
    assert (document.date, document.title, document.publisher) == ("2024-03-13", "Anders", files.OUTLET)
    assert load_document(files.pdf(), lang="nl", fallback_date="1999-01-01").fallback_date == "1999-01-01"


def test_a_place_in_the_text_leads_to_its_page() -> None:
    document = load_document(files.pdf(), lang="nl")
    assert document.original is not None
    assert [
        document.original.number_at(document.text.index(at))
        for at in ("Dorpsraad", "Wethouder", "“De kade", "voorjaar")
    ] == [1, 1, 2, 2]


def test_a_place_in_the_text_leads_to_its_paragraph() -> None:
    document = load_document(files.docx(), lang="nl")
    assert document.original is not None
    assert [document.original.number_at(document.text.index(at)) for at in ("Dorpsraad", "Wethouder", "voorjaar")] == [
        1,
        2,
        4,
    ]


def test_the_page_of_a_statement_is_shown_and_stands_in_its_row(tmp_path: Path) -> None:
    (tmp_path / "kade.pdf").write_bytes(files.pdf())
    shown = run_here("read", tmp_path / "kade.pdf", "--lang", "nl").stdout.decode()
    assert re.search(r"blz\. 2 · regel \d+:\d+", shown)
    table = run_here("read", tmp_path / "kade.pdf", "--lang", "nl", "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {row["actor"]: row["part"] for row in rows if row["actor"] == "Ans Bos"} == {"Ans Bos": "2"}


# What is no part of the text


def test_running_heads_and_broken_words_are_mended_in_a_pdf() -> None:
    pages = [
        ["De dijkgraaf noemt de kade een ver-"],
        ["zakking die niemand wil."],
        ["Zij zei dat de Noord-"],
        ["Kade blijft."],
    ]
    text = load_document(files.pdf(pages), lang="nl").text
    assert words(text) == words(
        "De dijkgraaf noemt de kade een verzakking die niemand wil. Zij zei dat de Noord- Kade blijft."
    )


def test_columns_that_were_written_across_are_read_one_after_the_other() -> None:
    [document] = documents_of(files.across())
    assert words(document.text) == ARTICLE


def test_a_table_of_a_pdf_is_read_row_by_row() -> None:
    cells = [f"Plaats {n}" if n % 2 else f"{n} huizen" for n in range(40)]
    [document] = documents_of(files.across(cells))
    assert words(document.text)[:4] == [*words(cells[0]), *words(cells[20])]


def test_ligatures_are_the_letters_that_they_stand_for() -> None:
    [document] = documents_of(files.ligatures())
    assert "confisqueert de fietsen van twee befietste agenten" in " ".join(words(document.text))


def test_a_footnote_and_a_new_page_begin_a_paragraph_where_a_sentence_ends() -> None:
    first = "Wethouder Karin Blok zegt dat de kade van Merkel volgens alle metingen veilig is."
    note = "1 Zie het verslag van de raad over dat jaar, bladzijde veertien van het archief."
    then = "Ingenieur Ans Bos ontkent dat het onderzoek naar de kade van Merkel te laat kwam."
    [document] = documents_of(files.pdf([[first, note], [then]], width=90, head=""))
    assert document.text.split("\n\n") == [first, note, then]


def page_with(body: str) -> str:
    """The text of the usual page with something put into its article, or in its place where it is a whole body."""
    made = files.page()
    whole = body.startswith("<body")
    data = (
        re.sub(rb"<body>.*</body>", body.encode(), made, flags=re.DOTALL)
        if whole
        else made.replace(b"</article>", body.encode() + b"</article>")
    )
    [document] = documents_of(data)
    return document.text


def test_what_links_elsewhere_or_is_advertised_in_an_article_is_no_part_of_it() -> None:
    assert words(page_with('<p class="also"><a href="/x">Lees ook: Lantaarnpaal jarig</a></p>')) == WITH_HEADLINE
    assert (
        words(page_with("<amp-ad><p>Matrassen met korting, alleen vandaag in onze winkel.</p></amp-ad>"))
        == WITH_HEADLINE
    )
    text = page_with('<p>Dat staat in <a href="/x">het verslag van de raad</a> dat dinsdag verscheen.</p>')
    assert text.endswith("Dat staat in het verslag van de raad dat dinsdag verscheen.")


def test_of_columns_in_a_table_the_one_with_the_text_is_read() -> None:
    menu = "".join(f'<a href="/{n}">Rubriek {n}</a><br>' for n in range(6))
    text = "<br><br>".join(files.PARAGRAPHS)
    body = f"<body><table><tr><td>{menu}</td><td>{text}</td><td>Matrassen</td></tr></table></body>"
    assert words(page_with(body)) == WITH_HEADLINE


def test_a_page_is_read_the_same_whatever_day_it_is() -> None:
    made = files.page().replace(files.DAY.encode(), b"2031-03-12")
    [document] = documents_of(made)
    assert document.date == "2031-03-12"


def test_a_reply_s_quoted_words_are_not_the_writer_s() -> None:
    text = load_document(files.mail(), lang="nl").text
    assert "onveilig" not in text
    assert "verslaggever" not in text


def test_what_was_struck_out_is_not_said() -> None:
    assert "geschrapt" not in load_document(files.odt(), lang="nl").text


def test_a_short_page_gives_all_its_words() -> None:
    page = "<html><body><div>De brug is dicht.</div><script>weg()</script><p>Tot maandag<br>of later.</p></body></html>"
    assert load_document(page.encode(), lang="nl").text == "De brug is dicht.\n\nTot maandag\n\nof later."


# What is refused


BOMB = files.zipped({"a.txt": b"a" * 60_000_000})
NESTED = files.zipped({"a.zip": files.zipped({"b.zip": files.zipped({"c.zip": files.zipped({"d.txt": "Ja."})})})})
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<rss version='2.0'><channel><item><title>&b;</title></item></channel></rss>"
)


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(files.pdf())))
    writer.encrypt("geheim", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (files.scan(), "W114: .*pictures of pages and no text.*ocrmypdf"),
        (locked_pdf(), "W114: .*locked with a password"),
        (files.pdf()[:300], "W114: .*is broken"),
        (files.docx()[:9000], "W114: .*is broken"),
        (
            files.epub().replace(b"META-INF/container.xml", b"META-INF/container.xmm"),
            "W114: .*lacks META-INF/container.xml",
        ),
        (BOMB, "W106: .*larger than 50 MB"),
        (gzip.compress(b"a" * 60_000_000), "W106: .*larger than 50 MB"),
        (ENTITIES, "W114: .*defines entities"),
        (b"<rss><channel>", "W114: .*XML is broken"),
        (files.zipped({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), r"W114: .*a workbook \(.xlsx\)"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, r"W114: .*an old office file \(.doc, .xls\)"),
        (b"<html><body><script>1</script></body></html>", "W114: .*no words of its own"),
        (b"<?xml version='1.0'?><kaart><plaats/></kaart>", "W109: "),
        (b'{"a": 1}', "W109: "),
        (files.zipped({".hidden": "Ja."}), "W114: .*there is none in it"),
        (gzip.compress(files.page())[:-9], "W114: .*cut short"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(WederhoorError, match=why) as caught:
        list(load_documents(data, lang="nl"))
    assert "\n" not in caught.value.message


def test_a_cell_that_says_it_is_endlessly_wide_stands_once() -> None:
    before, after = io.BytesIO(files.docx_with_table()), io.BytesIO()
    with zipfile.ZipFile(before) as read, zipfile.ZipFile(after, "w") as written:
        for name in read.namelist():
            wide = b'<w:tcPr><w:gridSpan w:val="1000000000"/>'
            written.writestr(name, read.read(name).replace(b"<w:tcPr>", wide))
    [document] = documents_of(after.getvalue())
    assert document.text.split("\n\n") == ["De brug is dicht.", "een cel", "nog een"]


def test_an_element_with_endlessly_many_attributes_is_refused() -> None:
    many = b" ".join(b"a%d=1" % n for n in range(20_000))
    with pytest.raises(WederhoorError, match=r"W114: .*attributes"):
        documents_of(b"<html><body><p " + many + b">De brug is dicht.</p></body></html>")
    picture = b"<img src='data:image/png;base64," + b"A" * 50_000 + b"=='>"
    [document] = documents_of(files.page().replace(b"</h1>", b"</h1>" + picture))
    assert words(document.text) == WITH_HEADLINE


def test_a_page_of_endlessly_many_elements_gives_its_words() -> None:
    [document] = documents_of(
        b"<html><body>" + b"<p><a href=x>lees</a> de brug is dicht</p>" * 30_000 + b"</body></html>"
    )
    assert document.text.count("lees de brug is dicht") == 30_000


def test_a_mail_in_letters_that_nobody_knows_is_read_all_the_same() -> None:
    head = b'From: a@x.example\nSubject: Brug\nContent-Type: text/plain; charset="rot13"\n\n'
    [document] = documents_of(head + b"De brug is dicht, zegt de wethouder.\n")
    assert document.text == "De brug is dicht, zegt de wethouder."


def test_what_a_mail_quotes_to_its_end_is_left_out() -> None:
    head = b"From: a@x.example\nSubject: Brug\nContent-Type: text/html\n\n<p>De brug is dicht.</p>"
    [document] = documents_of(
        head + b"<blockquote cite=x><p>Oud.</p><blockquote>Ouder.</blockquote></blockquote><p>Nieuw.</p>"
    )
    assert document.text.split("\n\n")[-2:] == ["De brug is dicht.", "Nieuw."]
    [document] = documents_of(head + b"<blockquote type=cite><p>Oud." * 50_000)
    assert document.text.split("\n\n")[-1] == "De brug is dicht."


def test_a_file_of_many_texts_is_digested_once(monkeypatch: pytest.MonkeyPatch) -> None:
    digested: list[int] = []
    digest = hashlib.sha256

    def counted(data: bytes = b"") -> object:
        digested.append(len(data))
        return digest(data)

    monkeypatch.setattr(hashlib, "sha256", counted)
    data = b"text,title\n" + b"De brug blijft dicht.,Brug\n" * 500
    assert len(documents_of(data)) == 500
    assert digested.count(len(data)) == 1


def test_archives_in_archives_in_archives_are_not_unpacked() -> None:
    (found,) = load_documents(NESTED, lang="nl")
    assert isinstance(found, WederhoorError)
    assert "archives in archives" in found.message


def test_a_hostile_archive_takes_no_more_memory_than_its_limit() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(WederhoorError):
            list(load_documents(BOMB, limit_mb=5, lang="nl"))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20_000_000


def test_a_size_that_is_lied_about_is_not_believed() -> None:
    """The directory of the archive says that its member unpacks to one byte."""
    data = bytearray(files.zipped({"a.txt": b"a" * 9_000_000}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (1).to_bytes(4, "little")
    with suppress(WederhoorError):
        assert all(isinstance(found, WederhoorError) for found in load_documents(bytes(data), limit_mb=5, lang="nl"))


def test_a_member_without_a_name_is_passed_over() -> None:
    """A name ends at its first null byte."""
    data = files.zipped({"x.txt": files.PARAGRAPHS[0], "b.txt": files.PARAGRAPHS[1]}).replace(b"x.txt", b"\0.txt")
    found = load_documents(data, lang="nl")
    assert [text.text for text in found if isinstance(text, Document)] == [files.PARAGRAPHS[1]]


SAMPLES = {kind: make() for kind, make in {**files.ONE, **files.MANY, **files.PACKED}.items()}


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A file with some of its bytes changed, taken out, doubled or cut off."""
    data = bytearray(draw(st.sampled_from(sorted(SAMPLES.items())))[1])
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(("change", "cut", "double", "end"))):
            case "change":
                data[at : at + length] = draw(st.binary(max_size=40))
            case "cut":
                del data[at : at + length]
            case "double":
                data[at:at] = data[at : at + length] * draw(st.integers(1, 200))
            case _:
                del data[at:]
    return bytes(data)


def assert_told_or_read(data: bytes) -> None:
    """A file gives texts whose places are in them, or a coded line; never anything else."""
    try:
        for found in load_documents(data, limit_mb=2, lang="nl"):
            if isinstance(found, Document) and found.original is not None:
                starts = found.original.starts
                assert list(starts) == sorted(starts)
                assert all(0 <= start <= len(found.text) for start in starts)
    except WederhoorError as error:
        assert re.fullmatch(r"[^\n]+", error.message)


@given(damaged())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_damaged_file_never_ends_in_a_traceback(data: bytes) -> None:
    assert_told_or_read(data)


@pytest.mark.slow
@given(damaged() | st.binary(max_size=400))
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_ten_thousand_damaged_files(data: bytes) -> None:
    assert_told_or_read(data)


# The whole way


def test_a_folder_of_pages_and_files_is_read_with_one_command(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for kind in ("html", "pdf", "docx", "odt", "rtf", "eml", "epub"):
        (tmp_path / "texts" / f"{kind}1.{kind}").write_bytes(files.ONE[kind]())
    assert {f".{kind}" for kind in ("html", "pdf", "docx", "odt", "rtf", "eml", "epub")} <= set(SUFFIXES)
    readings = list(wederhoor.read_many([tmp_path / "texts"]))
    assert [reading.doc for reading in readings] == sorted(
        f"{kind}1" for kind in ("html", "pdf", "docx", "odt", "rtf", "eml", "epub")
    )
    for reading in readings:
        assert {"Karin Blok", "Ans Bos"} <= {a.speaker for a in reading.attributions}
        assert reading.original is not None
        for one in reading.attributions:
            assert all(0 <= start < end <= len(reading.text) for start, end in one.content)


def test_the_command_reads_what_holds_several_and_says_what_it_could_not(tmp_path: Path) -> None:
    (tmp_path / "alles").write_bytes(files.MANY["zip"]())
    done = subprocess.run(
        [sys.executable, "-m", "wederhoor", "read", "alles", "--format", "jsonl"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["W102", "2 of 3 texts were read."]
    assert len(done.stdout.splitlines()) == 2


def test_without_the_libraries_it_is_said_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(files.pdf())
    code = "import sys; sys.modules['pypdf'] = None; from wederhoor.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, "read", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.split(":")[1].strip()) == (2, "W204")
    assert "'wederhoor[files]'" in done.stderr
