"""Wederhoor: hear every side. Reads prose about a contested situation and says who claims what, in exact words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

from wederhoor.errors import CaseError, InputError, SetupError, WederhoorError
from wederhoor.version import VERSION

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from wederhoor.api.case import OpenCase, Source
    from wederhoor.api.frames import FrameLayer, Library
    from wederhoor.api.many import GivenOfMany, UnreadTextWarning
    from wederhoor.documents import KnownOfText
    from wederhoor.records import (
        Comparison,
        Direction,
        Document,
        LoopReport,
        Model,
        PressReport,
        Prior,
        Reading,
        SelfLimit,
    )
    from wederhoor.running import Question

__version__: Final = VERSION
__all__ = [
    "CaseError",
    "InputError",
    "OpenCase",
    "Reading",
    "SetupError",
    "UnreadTextWarning",
    "WederhoorError",
    "__version__",
    "compare",
    "load_model",
    "loops",
    "open_case",
    "press",
    "read_file",
    "read_many",
    "read_text",
    "to_frame",
]
_LATER: Final = {
    "OpenCase": "wederhoor.api.case",
    "Reading": "wederhoor.records",
    "UnreadTextWarning": "wederhoor.api.many",
}
"""Classes that are exported, by their modules, which are loaded when they are asked for."""


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a module gives whatever it has
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Asked(TypedDict, total=False):
    """What can be asked of a model, and how: the options of ``wederhoor press``, by the same names."""

    up: Sequence[str]
    down: Sequence[str]
    observed: Mapping[str, Direction]
    draws: int
    seed: int
    prior: Prior
    self_limit: SelfLimit


class Given(TypedDict, total=False):
    """What is known of a text beside it, and how it is to be read.

    ``date`` (ISO 8601, ``YYYY-MM-DD``) is that of this very text and goes before what the text says of itself; ``title``,
    ``publisher`` and ``url`` are kept with the reading. ``lang`` (ISO 639-1) skips the identification of the language;
    ``pipeline`` names an installed spaCy pipeline or the folder of one; ``actors`` is the path of a TOML file with the user's
    own actors, ``lexicon`` that of one with his own words.
    """

    doc: str | None
    date: str | None
    title: str | None
    publisher: str | None
    url: str | None
    lang: str | None
    pipeline: str | None
    actors: str | Path | None
    lexicon: str | Path | None


def read_text(text: str, **given: Unpack[Given]) -> Reading:
    """Read a text and return who says what in it. ``doc`` names the document, else it is called ``text``.

    Raises WederhoorError with a coded message where the text cannot be read: W101, W103, W105, W107, W109 (the text),
    W201 to W203 (pipeline and language), W601 to W605 (the actors).

    >>> reading = read_text("“Het is genoeg,” zegt Anna Veldkamp.")  # doctest: +SKIP
    >>> reading.attributions[0].speaker  # doctest: +SKIP
    'Anna Veldkamp'
    """
    from wederhoor.documents import load_text

    return _read(load_text(text, **_told(given)), given)


def read_file(path: str | Path, **given: Unpack[Given]) -> Reading:
    """Read the text in a file and return who says what in it. ``doc`` names the document, else the file's stem does.

    Raises WederhoorError as ``read_text`` does, and W102 (no text), W104 (not readable), W106 (too large).
    """
    from wederhoor.documents import load_document

    return _read(load_document(path, **_told(given)), given)


def read_many(
    paths: Iterable[str | os.PathLike[str]] = (),
    *,
    texts: Iterable[str] | Mapping[str, str] = (),
    failed: Callable[[WederhoorError], None] | None = None,
    **given: Unpack[GivenOfMany],
) -> Iterator[Reading]:
    """Read files and folders, and ``texts``, one after the other; a mapping of texts has their names.

    A text that cannot be read costs itself only: ``failed`` is told why, else an UnreadTextWarning says so. What is wrong
    with all of them is raised: W104, W108 and W113 (no such file, nothing in a folder, the table), W107 (the date), W201 to
    W203 (pipeline and language), W601 to W605 (the actors). ``date`` is that of texts that do not say theirs.

    >>> problems = []  # doctest: +SKIP
    >>> readings = list(wederhoor.read_many(["articles/"], failed=problems.append))  # doctest: +SKIP
    """
    from wederhoor.api.many import study_many, warn

    for _, study in study_many(paths, texts, failed or warn, given):
        yield study.reading


def open_case(
    sources: Source | Iterable[Source], *, joins: Sequence[str] = (), **given: Unpack[GivenOfMany]
) -> OpenCase:
    """Put texts side by side: what each side maintains, what it disputes, what it predicts.

    ``sources`` are texts and folders by their paths, cases that are kept (a file, or ``postgresql://...``), and readings or
    studies; files come after what was read already. A reading is read again from its text, for a case needs more than a
    reading tells; what was changed in it by hand is lost. ``joins`` are coalitions: ``council=Anna Visser,aldermen``.

    Of several texts, one that cannot be read is left out and stands in ``notices``. Raises WederhoorError as ``read_many`` does,
    that of the first text where none could be read, W701 to W703 (coalitions), W801 to W807 (kept cases), and W204 where the
    extra ``cases`` is missing that opens kept cases.

    >>> case = wederhoor.open_case("articles/")  # doctest: +SKIP
    >>> [(c.why, c.a.full, c.b.full) for c in case.conflicts]  # doctest: +SKIP
    """
    from wederhoor.api.case import open_case as run

    return run(sources, joins, given)


def to_frame(of: Reading | OpenCase, layer: FrameLayer, library: Library | None = None) -> pd.DataFrame | pl.DataFrame:
    """A layer of a reading or a case as a data frame: one row per item, with its words and how its holder stands to them.

    The layers are ``statements``, ``actors``, ``events``, ``causal``, ``conditions``, ``forecasts``, ``conflicts``, ``times``,
    ``places`` and ``entities``, and of a case also ``accounts`` and ``issues`` (one row per quote on an issue). Columns are those
    of the same table as CSV, where there is one. Cells with several parts are lists. ``library`` is ``polars`` or ``pandas``: by
    default the one that the program has loaded, else the one that is installed.

    Raises ValueError for a layer that does not exist or that only a case has, and W204 if neither library is installed.
    """
    from wederhoor.api.frames import to_frame as run

    return run(of, layer, library)


def _told(given: Given) -> KnownOfText:
    from wederhoor.languages.pack import available_languages

    return {
        "doc": given.get("doc"),
        "lang": given.get("lang"),
        "expected": available_languages(),
        "date": given.get("date"),
        "title": given.get("title"),
        "publisher": given.get("publisher"),
        "url": given.get("url"),
    }


def _read(document: Document, given: Given) -> Reading:
    from wederhoor.documents import require_pack
    from wederhoor.languages.pack import available_languages
    from wederhoor.reading import open_reader

    if given.get("lang") is None:
        require_pack(document, available_languages())
    return open_reader(document.lang, given.get("pipeline"), given.get("actors"), lexicon=given.get("lexicon"))(
        document
    )


def load_model(path: str | Path) -> Model:
    """The model in a file: CSV with the columns from, to and sign, or GraphML.

    Raises WederhoorError: W104 (not readable), W106 (too large), W501 to W503 (no model).
    """
    from wederhoor.exchange.models import read_model

    return read_model(path)


def loops(model: Model) -> LoopReport:
    """The loops of a model, reinforcing or balancing, and the few that cover it."""
    from wederhoor.running import find_loops

    return find_loops(model)


def press(model: Model, **asked: Unpack[Asked]) -> PressReport:
    """What every variable of a model does when some are pushed, lastingly. Raises WederhoorError: W504 to W508."""
    from wederhoor.running import press as run

    return run(model, _question(asked))


def compare(models: Sequence[Model], *, beliefs: Sequence[float] | None = None, **asked: Unpack[Asked]) -> Comparison:
    """The same push under several models, and where they predict opposite things. Raises WederhoorError: W504 to W511."""
    from wederhoor.running import compare as run

    return run(models, _question(asked), beliefs)


def _question(asked: Asked) -> Question:
    from wederhoor.running import Question

    return Question(**asked)
