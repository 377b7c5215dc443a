"""PDFs put together by hand, of lines in Helvetica: for the tests of files, and for benchmarks/files/read_pdfs.py."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest


def pdf_string(line: str) -> bytes:
    """A line as a string of PDF, without its brackets."""
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def written_across(columns: Sequence[Sequence[str]], gap: int = 260) -> bytes:
    """The content of a page of columns whose lines are written over all of them, as some programs do.

    ``gap`` is from one column to the next, in points. An empty line is left out.
    """
    shown = [
        f"BT /F1 10 Tf {50 + gap * at} {780 - 15 * row} Td (".encode() + pdf_string(line) + b") Tj ET"
        for row, across in enumerate(zip_longest(*columns, fillvalue=""))
        for at, line in enumerate(across)
        if line
    ]
    return b"\n".join(shown)


def pdf_of(streams: Sequence[bytes]) -> bytes:
    """A PDF of some pages, of which each stream is the content."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
        objects.append(f"{page} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
