"""Files of every form with the same invented article in them, made here: no file of anybody else is kept."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from typing import Final

from pdfs import pdf_of, pdf_string, written_across

HEADLINE: Final = "Dorpsraad van Merkel verwerpt plan voor de kade"
PARAGRAPHS: Final = (
    "De dorpsraad van Merkel heeft maandag het plan voor de kade verworpen. Wethouder Karin Blok zegt dat de kade veilig is.",
    "“De kade zakt elk jaar een centimeter”, zei ingenieur Ans Bos. Zij ontkent dat het onderzoek te laat kwam.",
    "Volgens de raad is er geen geld voor een nieuwe kade. Blok verwacht dat het werk in het voorjaar begint.",
)
OUTLET, BYLINE, DAY, ADDRESS = "De Merkelbode", "Rik Vaan", "2024-03-12", "https://merkelbode.example/kade"


def page(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = "\n".join(f"<p>{words}</p>" for words in paragraphs)
    return f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{HEADLINE} | {OUTLET}</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="{OUTLET}">
<meta name="author" content="{BYLINE}"><meta property="article:published_time" content="{DAY}T08:00:00+01:00">
<link rel="canonical" href="{ADDRESS}"><script>var x = "Niet lezen";</script></head>
<body><nav><a href="/">Voorpagina</a> <a href="/sport">Sport</a></nav><article><h1>{HEADLINE}</h1>
{body}</article><footer>Word lid van {OUTLET}</footer></body></html>""".encode()


def pdf(pages: Sequence[Sequence[str]] | None = None, width: int = 70, head: str = "De Merkelbode, pagina {}") -> bytes:
    """A PDF whose lines are as long as a column's; every page has a running head."""
    from textwrap import wrap

    texts = pages or [[HEADLINE, *PARAGRAPHS[:1]], PARAGRAPHS[1:]]
    streams = []
    for number, paragraphs in enumerate(texts, 1):
        lines = [head.format(number), *(line for words in paragraphs for line in wrap(words, width))]
        shown = b"\n".join(b"(" + pdf_string(line) + b") Tj T*" for line in lines)
        streams.append(b"BT /F1 11 Tf 14 TL 50 780 Td\n" + shown + b"\nET")
    return pdf_of(streams)


def across(paragraphs: Sequence[str] = PARAGRAPHS, gap: int = 260) -> bytes:
    """A PDF of two columns, whose lines were written over both from left to right; ``gap``: from one column to the other."""
    from textwrap import wrap

    lines = [line for words in paragraphs for line in wrap(words, 44)]
    half = (len(lines) + 1) // 2
    return pdf_of([written_across([lines[:half], lines[half:]], gap)])


def ligatures() -> bytes:
    """A PDF whose font has one letter for *fi*."""
    named = b"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>"
    made = pdf([["De politie in Merkel con\x01squeert de \x01etsen van twee be\x01etste agenten."]])
    return made.replace(b"/Encoding /WinAnsiEncoding", named)


def docx_with_table() -> bytes:
    """A Word file of a paragraph and a table of one row."""
    from docx import Document

    file, written = Document(), io.BytesIO()
    file.add_paragraph("De brug is dicht.")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "een cel", "nog een"
    file.save(written)
    return written.getvalue()


def scan() -> bytes:
    """Two pages with a picture each and no text."""
    return pdf_of([b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"] * 2)


def docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(HEADLINE, 1)
    for words in PARAGRAPHS:
        document.add_paragraph(words)
    document.core_properties.title, document.core_properties.author = HEADLINE, BYLINE
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def clippings() -> bytes:
    """A Word file of three articles as a database of newspapers hands them out, behind a cover; the last is in English."""
    from docx import Document

    document = Document()
    first, *rest = PARAGRAPHS
    lines = [
        "Nexis",
        "User Name: R. Vaan",
        "Date and Time: 12 March 2031 10:15:00 CET",
        "Documents (3)",
        f"1. {HEADLINE}",
    ]
    lines += [HEADLINE, OUTLET, "12 maart 2024 dinsdag", f"Copyright 2024 {OUTLET}", "All Rights Reserved"]
    lines += ["Section: BINNENLAND; Blz. 4", "Length: 74 words", f"Byline: {BYLINE}", "Body", first, *rest]
    lines += ["Graphic", "Foto: de kade", "Load-Date: March 12, 2024", "End of Document"]
    lines += [HEADLINE, OUTLET, "13 maart 2024 woensdag 06:00 AM GMT", f"Copyright 2024 {OUTLET}", "Body", *PARAGRAPHS]
    lines += ["Classification", "Language: DUTCH; NEDERLANDS", "Load-Date: March 13, 2024", "End of Document"]
    lines += ["Quay refused", "The Gazette", "March 14, 2024 Thursday", "Body", "“The quay is safe,” Karin Blok said."]
    lines += ["Load-Date: March 14, 2024", "End of Document"]
    for words in lines:
        document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(members: dict[str, bytes | str], stored: str | None = None) -> bytes:
    """A ZIP file; the member called ``stored`` goes first and is not packed, as books and OpenDocument want it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(members.items(), key=lambda member: member[0] != stored):
            archive.writestr(name, data, zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def odt() -> bytes:
    office, dc = "urn:oasis:names:tc:opendocument:xmlns", "http://purl.org/dc/elements/1.1/"
    spaces = f'xmlns:office="{office}:office:1.0" xmlns:text="{office}:text:1.0" xmlns:dc="{dc}"'
    lines = "".join(f"<text:p>{words.replace(' ', '<text:s/>', 1)}</text:p>" for words in PARAGRAPHS)
    gone = "<text:tracked-changes><text:p>Dit is geschrapt.</text:p></text:tracked-changes>"
    body = f"<office:body><office:text>{gone}<text:h>{HEADLINE}</text:h>{lines}</office:text></office:body>"
    about = f"<office:meta><dc:title>{HEADLINE}</dc:title><dc:creator>{BYLINE}</dc:creator></office:meta>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}>{about}</office:document-meta>",
        },
        "mimetype",
    )


def epub() -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{HEADLINE}</dc:title><dc:creator>{BYLINE}</dc:creator><dc:date>{DAY}</dc:date>"
        '<dc:language>nl-NL</dc:language></metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="a%20a.xhtml"/>'
        '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    first, *rest = PARAGRAPHS
    chapters = [f"<h1>{HEADLINE}</h1><p>{first}</p>", "".join(f"<p>{words}</p>" for words in rest)]
    shown = [f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>' for chapter in chapters]
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/a a.xhtml": shown[0],
            "OEBPS/b.xhtml": shown[1],
        },
        "mimetype",
    )


def rtf() -> bytes:
    lines = [HEADLINE, *PARAGRAPHS]
    escaped = ["".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in line) for line in lines]
    return ("{\\rtf1\\ansi\\deff0 {\\fonttbl{\\f0 Times;}}\n" + "\\par\n".join(escaped) + "}").encode()


def mail(subject: str = HEADLINE) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"] = f"{BYLINE} <rik@merkelbode.example>", "redactie@merkelbode.example"
    message["Subject"], message["Date"] = subject, "Tue, 12 Mar 2024 08:00:00 +0100"
    quoted = "> Wethouder Blok zei dat de kade onveilig is."
    message.set_content("\n\n".join([*PARAGRAPHS, quoted]) + "\n\n-- \nRik Vaan, verslaggever\n")
    return message.as_bytes()


def mailbox() -> bytes:
    return b"".join(
        b"From rik@merkelbode.example Tue Mar 12 08:00:00 2024\n" + mail(s) + b"\n\n" for s in ("Een", "Twee")
    )


def feed() -> bytes:
    body = "".join(f"&lt;p&gt;{words}&lt;/p&gt;" for words in PARAGRAPHS)
    item = (
        f"<item><title>{HEADLINE}</title><link>{ADDRESS}</link><author>{BYLINE}</author>"
        f"<pubDate>Tue, 12 Mar 2024 08:00:00 GMT</pubDate><description>{body}</description></item>"
    )
    channel = f"<channel><title>{OUTLET}</title><link>{ADDRESS}</link>{item}{item}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'.encode()


def newsml() -> bytes:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    item = (
        '<newsItem guid="urn:merkel:1"><itemMeta><versionCreated>2024-03-12T08:00:00Z</versionCreated></itemMeta>'
        f'<contentMeta><headline>{HEADLINE}</headline><by>{BYLINE}</by><language tag="nl-NL"/>'
        f"<infoSource><name>{OUTLET}</name></infoSource></contentMeta>"
        f'<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML>'
        "</contentSet></newsItem>"
    )
    root = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}</itemSet></newsMessage>'
    return f'<?xml version="1.0" encoding="utf-8"?>{root}'.encode()


def ninjs() -> bytes:
    item = {
        "uri": ADDRESS, "headline": HEADLINE, "byline": BYLINE, "language": "nl-NL", "firstcreated": f"{DAY}T08:00:00Z",
        "copyrightholder": OUTLET, "body_xhtml": "".join(f"<p>{words}</p>" for words in PARAGRAPHS),
    }  # fmt: skip
    return json.dumps(item).encode()


def alto() -> bytes:
    blocks = "".join(
        f"<TextBlock><TextLine>{_strings(words)}</TextLine></TextBlock>" for words in (HEADLINE, *PARAGRAPHS)
    )
    page = f"<Layout><Page><PrintSpace>{blocks}</PrintSpace></Page></Layout>"
    return f'<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">{page}</alto>'.encode()


def old_page() -> bytes:
    """A page of a digitised paper as Delpher has it: no namespace, a heading in its own block, lines broken inside words."""
    head = f'<TextBlock ID="P1_TB1">{_line(HEADLINE.upper())}</TextBlock>'
    blocks = "".join(f'<TextBlock ID="P1_TB{n}">{_line(words)}</TextBlock>' for n, words in enumerate(PARAGRAPHS, 2))
    unit = "<Description><MeasurementUnit>pixel</MeasurementUnit></Description>"
    space = f'<PrintSpace><ComposedBlock ID="P1_CB1" TYPE="article">{head}{blocks}</ComposedBlock></PrintSpace>'
    illustration = '<PrintSpace><Illustration ID="P1_I1" TYPE="article"/></PrintSpace>'
    return f'<?xml version="1.0"?>\n<alto>{unit}<Layout><Page ID="P1">{space}{illustration}</Page></Layout></alto>'.encode()


def _line(words: str) -> str:
    return f"<TextLine>{_strings(words)}</TextLine>"


def _strings(words: str) -> str:
    first, *rest = words.split()
    broken = f'<String CONTENT="{first[:1]}" SUBS_TYPE="HypPart1" SUBS_CONTENT="{first}"/>'
    broken += '<HYP CONTENT="-"/></TextLine><TextLine>'
    broken += f'<String CONTENT="{first[1:]}" SUBS_TYPE="HypPart2" SUBS_CONTENT="{first}"/>'
    return broken + "<SP/>".join(f'<String CONTENT="{word}"/>' for word in rest)


ROW: Final = {
    "id": "kade-1", "titel": HEADLINE, "datum": DAY, "krant": OUTLET, "url": ADDRESS, "taal": "nl", "auteur": BYLINE,
    "tekst": "\n\n".join(PARAGRAPHS),
}  # fmt: skip


def table() -> bytes:
    import csv

    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ROW, delimiter=";")
    writer.writeheader()
    writer.writerow(ROW)
    writer.writerow({**ROW, "id": "kade-2"})
    return out.getvalue().encode()


def lines() -> bytes:
    return b"".join(json.dumps({**ROW, "id": f"kade-{n}"}).encode() + b"\n" for n in (1, 2))


def warc() -> bytes:
    answers = (
        ("200 OK", "text/html", page()),
        ("404 Not Found", "text/html", b"weg"),
        ("200 OK", "image/png", b"\x89"),
    )
    return b"".join(gzip.compress(_record(*answer), mtime=0) for answer in answers)


def _record(status: str, kind: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = {
        "WARC-Type": "response", "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
        "WARC-Date": "2024-03-12T08:00:00Z", "WARC-Target-URI": ADDRESS,
        "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(answer)),
    }  # fmt: skip
    fields = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return b"WARC/1.0\r\n" + fields.encode() + b"\r\n" + answer + b"\r\n\r\n"


ONE: Final[dict[str, Callable[[], bytes]]] = {
    "html": page, "pdf": pdf, "docx": docx, "odt": odt, "epub": epub, "rtf": rtf, "eml": mail, "newsml": newsml, "ninjs": ninjs,
    "alto": alto,
}  # fmt: skip
"""Forms that hold one text."""
MANY: Final[dict[str, Callable[[], bytes]]] = {
    "mbox": mailbox, "feed": feed, "csv": table, "json": lines,
    "zip": lambda: zipped({"a.html": page(), "b/c.txt": "\n\n".join(PARAGRAPHS), ".DS_Store": b"\0\1", "d.bin": b"\0\0\xff"}),
}  # fmt: skip
"""Forms that hold several."""
PACKED: Final[dict[str, Callable[[], bytes]]] = {"gzip": lambda: gzip.compress(page(), mtime=0), "warc": warc}
"""Forms that hold a page, packed."""
