"""Wederhoor: hear every side. Reads prose about a contested situation and says who claims what, in exact words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wederhoor.records import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "read"]

LONGEST_PATH = 1024


def read(
    source: str | Path,
    *,
    date: str | None = None,
    lang: str | None = None,
    pipeline: str | None = None,
    actors: str | Path | None = None,
) -> Reading:
    """Read a text, or the file at a path, and return who says what in it.

    A ``str`` that names an existing file is taken for a path, any other for the text itself. ``date`` is the document's, ISO
    8601; ``lang`` skips the identification of the language; ``pipeline`` names an installed spaCy pipeline;
    ``actors`` is the path of a TOML file with the user's own actors.

    Raises WederhoorError with a coded message where the text cannot be read.

    >>> reading = read("“Het is genoeg,” zegt Anna Veldkamp.")  # doctest: +SKIP
    >>> reading.attributions[0].speaker  # doctest: +SKIP
    'Anna Veldkamp'
    """
    from wederhoor.documents import load_document, load_text, require_pack
    from wederhoor.languages.pack import available_languages
    from wederhoor.reading import open_reader

    if isinstance(source, Path) or _is_file(source):
        document = load_document(source, lang=lang, date=date)
    else:
        document = load_text(source, lang=lang, date=date)
    if lang is None:
        require_pack(document, available_languages())
    return open_reader(document.lang, pipeline, actors)(document)


def _is_file(source: str) -> bool:
    try:
        return len(source) <= LONGEST_PATH and "\n" not in source and Path(source).is_file()
    except (OSError, ValueError):
        return False
