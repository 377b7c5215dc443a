"""Document -> Reading. ``open_reader`` gives the function that reads documents of one language."""

from __future__ import annotations

from collections.abc import Callable

from wederhoor.records import Document, Reading, Study

Reader = Callable[[Document], Reading]
Student = Callable[[Document], Study]


def open_reader(lang: str, pipeline: str | None = None) -> Reader:
    """Load a language's pack and pipeline and return the function that reads with them.

    Raises WederhoorError W201 and W202 (pipeline), W203 (no such language pack).
    """
    study = open_student(lang, pipeline)
    return lambda document: study(document).reading


def open_student(lang: str, pipeline: str | None = None) -> Student:
    """As ``open_reader``; its function gives with the reading what a case of several documents needs besides."""
    from wederhoor.languages.pack import load_pack
    from wederhoor.reading.pipeline import load_pipeline
    from wederhoor.reading.reader import study_document

    pack = load_pack(lang)
    nlp = load_pipeline(pipeline or pack.pipeline, pack.probe)
    return lambda document: study_document(document, nlp, pack)
