"""Many texts: one that cannot be read costs itself only."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from wederhoor.api.faults import contained, stops_all
from wederhoor.documents import find_texts, load_file, load_text, require_pack, with_rows
from wederhoor.errors import WederhoorError
from wederhoor.languages.pack import available_languages
from wederhoor.reading import Student, open_student
from wederhoor.records import Document, Study

Failed = Callable[[WederhoorError], None]
"""Is told of a text that cannot be read."""


class UnreadTextWarning(UserWarning):
    """One of many texts could not be read; the others were."""


class GivenOfMany(TypedDict, total=False):
    """What is known of all texts of one run: the options of ``wederhoor read``, by the same names.

    ``date`` (ISO 8601) is that of texts that do not say theirs. ``metadata`` is a table (CSV or JSON Lines) of what is known of
    each file; without it, tables beside the files are used.
    """

    date: str | None
    lang: str | None
    pipeline: str | None
    actors: str | Path | None
    lexicon: str | Path | None
    metadata: str | Path | None


def warn(error: WederhoorError) -> None:
    """Warn of a text that cannot be read, where a program does not say what is to become of it."""
    warnings.warn(str(error), UnreadTextWarning, stacklevel=4)


def study_many(
    paths: Iterable[str | os.PathLike[str]],
    texts: Iterable[str] | Mapping[str, str],
    failed: Failed,
    given: GivenOfMany,
) -> Iterator[tuple[Document, Study]]:
    """Each document with its study, in the order given: files first.

    Raises W104, W108 and W113 before the first text, and at any text what stops all of them (see ``stops_all``).
    """
    readers: dict[str, Student] = {}
    for where, load in _loaders(paths, texts, given):
        try:
            for document in load():
                study = _studied(document, where, readers, failed, given)
                if study is not None:
                    yield study
        except WederhoorError as error:
            _told(error, failed)


def _studied(
    document: Document | WederhoorError,
    where: str,
    readers: dict[str, Student],
    failed: Failed,
    given: GivenOfMany,
) -> tuple[Document, Study] | None:
    """One document with its study; None if it cannot be read, which ``failed`` is told."""
    try:
        if isinstance(document, WederhoorError):
            raise document
        if document.lang != given.get("lang"):
            require_pack(document, available_languages(), where=where)
        if document.lang not in readers:
            readers[document.lang] = open_student(
                document.lang, given.get("pipeline"), given.get("actors"), lexicon=given.get("lexicon")
            )
        with contained(where):
            return document, readers[document.lang](document)
    except WederhoorError as error:
        _told(error, failed)
        return None


def _told(error: WederhoorError, failed: Failed) -> None:
    if stops_all(error):
        raise error
    failed(error)


def _loaders(
    paths: Iterable[str | os.PathLike[str]], texts: Iterable[str] | Mapping[str, str], given: GivenOfMany
) -> Iterator[tuple[str, Callable[[], Iterable[Document | WederhoorError]]]]:
    """Every file or text by where it comes from, with what loads its documents."""
    table = given.get("metadata")
    files, notices = with_rows(find_texts(paths), None if table is None else Path(table))
    for notice in notices:
        warnings.warn(str(notice), UnreadTextWarning, stacklevel=4)
    lang, date, packs = given.get("lang"), given.get("date"), available_languages()
    for file in files:
        yield str(file.path), lambda file=file: load_file(file, lang=lang, date=date, expected=packs)  # type: ignore[misc]
    named = texts.items() if isinstance(texts, Mapping) else ((f"text-{n}", text) for n, text in enumerate(texts, 1))
    for doc, text in named:
        yield (
            doc,
            lambda doc=doc, text=text: [  # type: ignore[misc]
                load_text(text, doc=doc, lang=lang, fallback_date=date, expected=packs)
            ],
        )
