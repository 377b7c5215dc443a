"""The texts that a command is given, or the cases that hold them: finding, loading and reading them.

Of many texts, a bad one does not stop the others. A case comes with what people corrected.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wederhoor.api.faults import stops_all
from wederhoor.api.said import SaidOfCase, is_kept, said_in
from wederhoor.cli.case_part import Part, documents_of, shown_progress
from wederhoor.cli.faults import losing_no_other
from wederhoor.cli.progress import Bars, Follow, bars
from wederhoor.cli.shared_options import Shared
from wederhoor.documents import LIMIT_MB, TextFile, find_texts, load_documents, load_file, require_pack, with_rows
from wederhoor.errors import WederhoorError, notice, notice_of

if TYPE_CHECKING:
    from wederhoor.records import Document, Reading, Study

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Texts, pages, PDFs, office files, mails, tables, archives; folders of them; cases; or - for standard input.",
    ),
]
Date = Annotated[str | None, typer.Option(help="The date of texts that do not say theirs, YYYY-MM-DD.")]
Metadata = Annotated[
    Path | None,
    typer.Option(
        help="A table (CSV) with file, date, outlet, title, url, language; else metadata.csv beside the texts."
    ),
]
Lang = Annotated[
    str | None, typer.Option(help="Language of all texts (nl, en); found out for each where it is left out.")
]
Pipeline = Annotated[
    str | None, typer.Option(help="An installed spaCy pipeline with UD labels, in place of the shipped one.")
]
MaxMb = Annotated[int, typer.Option(min=1, help="Largest text to read, in millions of bytes.")]

Actors = Annotated[
    Path | None, typer.Option(help="A TOML file with actors of your own: names, aliases, kinds, countries.")
]

Lexicon = Annotated[
    Path | None, typer.Option(help="A TOML file with words of your own: verbs that report, roles, synonyms and so on.")
]

FAR = dt.timedelta(days=31)
"""A date further from the one that was given is no slip of a few days: perhaps the date was meant for other texts."""


class HowToRead(msgspec.Struct, frozen=True):
    """What a user says of all texts of one run."""

    date: str | None = None
    lang: str | None = None
    pipeline: str | None = None
    max_mb: int = LIMIT_MB
    actors: Path | None = None
    part: Part = Part()
    metadata: Path | None = None
    lexicon: Path | None = None


def how_to_read(
    date: Date = None,
    metadata: Metadata = None,
    lang: Lang = None,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    max_mb: MaxMb = LIMIT_MB,
) -> HowToRead:
    """What a user says, from the options of a command."""
    return HowToRead(date, lang, pipeline, max_mb, actors, metadata=metadata, lexicon=lexicon)


How = Annotated[HowToRead, Shared(how_to_read)]


class CaseSource(msgspec.Struct, frozen=True):
    """A case in place of texts: its file, or the address of its database."""

    place: str


Found = TextFile | CaseSource | None
"""What a command reads; None stands for standard input."""


def find_files(sources: list[str], metadata: Path | None = None) -> list[Found]:
    """The cases and texts in the order of the arguments, each text once and with what a table says of it.

    What cannot be used of a table is told. Raises W104, W108, W113, W801.
    """
    cases = {source: CaseSource(source) for source in sources if is_kept(source)}
    others = [source for source in dict.fromkeys(sources) if source == "-" or source in cases]

    def texts(of: Sequence[str]) -> list[TextFile]:
        return find_texts(source for source in of if source not in others)

    files: list[Found] = [*_with_rows(texts(sources), metadata)]
    for earlier, source in enumerate(others):
        before = sources[: sources.index(source)]
        files.insert(len(texts(before)) + earlier, cases.get(source))
    return files


def _with_rows(files: list[TextFile], metadata: Path | None) -> list[TextFile]:
    """The files with what a table says of each; what cannot be used of it is told."""
    texts, notices = with_rows(files, metadata)
    for told in notices:
        typer.echo(f"wederhoor: {told}", err=True)
    return texts


def from_case(files: Iterable[Found]) -> bool:
    """Whether some of it comes out of a case."""
    return any(isinstance(file, CaseSource) for file in files)


def paths(files: list[Found]) -> list[Path]:
    """Where the texts and cases lie, for an output that must not be one of them."""
    return [Path(file.place) if isinstance(file, CaseSource) else file.path for file in files if file]


def read_each(files: list[Found], how: HowToRead, take: Callable[[Document, Reading], None]) -> None:
    """Read each text and hand its reading on; see ``study_each``."""
    study_each(files, how, lambda document, study: take(document, study.reading))


def study_each(files: list[Found], how: HowToRead, take: Callable[[Document, Study], None]) -> None:
    """Study each text and hand it on. One of many that cannot be read is told and passed over; exit code 2 then.

    Raises WederhoorError where there is one text only, or where something is wrong with all.
    """
    if not study_some(files, how, take):
        raise typer.Exit(2)


def study_some(
    files: list[Found],
    how: HowToRead,
    take: Callable[[Document, Study], None],
    known: Callable[[Document], Document] = lambda document: document,
) -> bool:
    """As ``study_each``, for what needs all texts together: says whether all could be read.

    ``known`` adds what is known of a text from elsewhere before it is read.
    """
    done = _Done()
    students: dict[str, Callable[[Document], Study]] = {}
    with bars(len(files)).shown() as shown:
        for file in files:
            try:
                if isinstance(file, CaseSource):
                    with done.counting(alone=len(files) == 1):
                        _study_case(file.place, how.part, take, alone=len(files) == 1)
                else:
                    for document in _load(file, how):
                        with done.counting(alone=len(files) == 1 and _is_all(document)):
                            told = document if isinstance(document, WederhoorError) else known(document)
                            _study_text(file, told, how, students, take, shown)
            except WederhoorError as error:
                done.fail(error, alone=len(files) == 1 and not done.read)
            shown.end()
    if done.failed:
        typer.echo(f"wederhoor: {done.read} of {done.read + done.failed} texts were read.", err=True)
    return not done.failed


class _Done:
    """How many texts were read and how many could not be."""

    def __init__(self) -> None:
        self.read = self.failed = 0

    @contextmanager
    def counting(self, *, alone: bool) -> Iterator[None]:
        """Count what is read inside, and tell of it where it cannot be. Raises the error of what is alone or wrong with all."""
        try:
            yield
        except WederhoorError as error:
            self.fail(error, alone=alone)
        else:
            self.read += 1

    def fail(self, error: WederhoorError, *, alone: bool) -> None:
        """Tell of a text that cannot be read, and go on. Raises the error where it is alone or wrong with all."""
        if alone or stops_all(error):
            raise error
        self.failed += 1
        typer.echo(f"wederhoor: {notice_of(error)}", err=True)


def _is_all(document: Document | WederhoorError) -> bool:
    """Whether a file holds no other text than this."""
    return not isinstance(document, WederhoorError) and (document.original is None or document.original.part is None)


def _study_text(
    file: TextFile | None,
    document: Document | WederhoorError,
    how: HowToRead,
    students: dict[str, Callable[[Document], Study]],
    take: Callable[[Document, Study], None],
    shown: Bars,
) -> None:
    """Study one text of a file; ``students`` keeps who can, by language. Raises W110 where the program itself fails on it."""
    where = str(file.path) if file else "stdin"
    if isinstance(document, WederhoorError):
        raise document
    if document.lang != how.lang:
        from wederhoor.languages.pack import available_languages

        require_pack(document, available_languages(), where=where if file else None)
    if document.lang not in students:
        students[document.lang] = _student(document.lang, how, shown.follow)
    shown.begin(len(document.text))
    with losing_no_other(where if file else document.doc):
        study = students[document.lang](document)
        _tell_date(document, study, how)
        take(document, study)


def _tell_date(document: Document, study: Study, how: HowToRead) -> None:
    """Say where a text is of another time than the date that was given for texts that have none."""
    own = study.reading.date
    if how.date is None or own is None or document.date is not None:
        return
    if abs(dt.date.fromisoformat(own) - dt.date.fromisoformat(how.date)) > FAR:
        typer.echo(f"wederhoor: {notice('W111', where=document.doc, own=own, given=how.date)}", err=True)


def _study_case(place: str, part: Part, take: Callable[[Document, Study], None], *, alone: bool) -> None:
    from wederhoor.records import Document
    from wederhoor.store import open_store, shown_studies

    with open_store(place) as store, store.reading() as db:
        for told in store.notices:
            typer.echo(f"wederhoor: {told}", err=True)
        docs = documents_of(db, part, store.where)
        studies = shown_studies(db, docs)
        for study, publisher in shown_progress(studies, len(docs), "Loading") if alone else studies:
            read = study.reading
            document = Document(
                doc=read.doc, text=read.text, lang=read.lang, date=read.date, title=read.title, publisher=publisher,
                url=read.url,
            )  # fmt: skip
            take(document, study)


def said_of(files: list[Found]) -> SaidOfCase:
    """What people said of the cases among these."""
    said = SaidOfCase()
    for case in (file for file in files if isinstance(file, CaseSource)):
        from wederhoor.store import open_store

        with open_store(case.place) as store, store.reading() as db:
            found, lost = said_in(db, case.place)
            for told in lost:
                typer.echo(f"wederhoor: {told}", err=True)
            said = said.also(found)
    return said


def _load(file: TextFile | None, how: HowToRead) -> Iterator[Document | WederhoorError]:
    from wederhoor.languages.pack import available_languages

    packs = available_languages()
    if file is None:
        return load_documents(
            sys.stdin.buffer, lang=how.lang, fallback_date=how.date, limit_mb=how.max_mb, expected=packs
        )
    return load_file(file, lang=how.lang, date=how.date, limit_mb=how.max_mb, expected=packs)


def _student(lang: str, how: HowToRead, follow: Follow) -> Callable[[Document], Study]:
    from wederhoor.reading import open_student

    return open_student(lang, how.pipeline, how.actors, follow, lexicon=how.lexicon)
