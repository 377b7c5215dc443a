"""Wederhoor: hear every side. Reads prose about a contested situation and says who claims what, in exact words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

if TYPE_CHECKING:
    from wederhoor.records import Comparison, Direction, LoopReport, Model, PressReport, Prior, Reading, SelfLimit
    from wederhoor.running import Question

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "load_model", "loops", "press", "read"]

LONGEST_PATH = 1024


class Asked(TypedDict, total=False):
    """What can be asked of a model, and how: the options of ``wederhoor press``, by the same names."""

    up: Sequence[str]
    down: Sequence[str]
    observed: Mapping[str, Direction]
    draws: int
    seed: int
    prior: Prior
    self_limit: SelfLimit


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
