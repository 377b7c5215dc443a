"""Document -> Reading. ``open_reader`` gives the function that reads documents of one language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wederhoor.records import Document, Reading, Study

Reader = Callable[[Document], Reading]
Student = Callable[[Document], Study]


def open_reader(
    lang: str, pipeline: str | None = None, actors: str | Path | None = None, *, lexicon: str | Path | None = None
) -> Reader:
    """Load a language's pack and pipeline, and the user's file of actors, and return the function that reads with them.

    Raises WederhoorError W201 and W202 (pipeline), W203 (no such language pack), W205 and W206 (the user's
    lexicon), W601 to W605 (the actors file).
    """
    study = open_student(lang, pipeline, actors, lexicon=lexicon)
    return lambda document: study(document).reading


def open_student(
    lang: str,
    pipeline: str | None = None,
    actors: str | Path | None = None,
    follow: Callable[[float], None] | None = None,
    *,
    lexicon: str | Path | None = None,
) -> Student:
    """As ``open_reader``; its function gives with the reading what a case of several documents needs besides.

    ``follow`` is told again and again what share of a text is read, 0 to 1.
    """
    from wederhoor.languages.pack import load_pack
    from wederhoor.reading.actors.userfile import read_user_actors
    from wederhoor.reading.places.countries import countries_of
    from wederhoor.reading.reader import study_document
    from wederhoor.syntax.pipeline import load_pipeline

    pack = load_pack(lang, lexicon)
    about = pack.about
    known = read_user_actors(Path(actors), countries_of(pack).usual) if actors is not None else ()
    wheel = about.wheel if pipeline in (None, about.pipeline) else None
    nlp = load_pipeline(pipeline or about.pipeline, about.probe, wheel)
    return lambda document: study_document(document, nlp, pack, known, follow)
