"""A case as a value: texts read together, with what each side in them maintains and where they collide."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Unpack

import msgspec

from wederhoor.api.said import SaidOfCase, is_kept, said_in
from wederhoor.errors import Notice, WederhoorError, asking_for_extras, notice, notice_of
from wederhoor.reading.memo import Memo
from wederhoor.records import AccountModel, Case, CaseActor, Document, Reading, Study
from wederhoor.records.notebook import listing

if TYPE_CHECKING:
    from wederhoor.api.many import GivenOfMany
    from wederhoor.exchange.cases.report import CaseReport, ShownAccount, ShownConflict, ShownIssue, ShownRule
    from wederhoor.exchange.cases.tables import ForecastLine
    from wederhoor.exchange.events import EventLine

TOGETHER: Final = 1_000
"""Documents that are compared all with all unless more are asked for. Ten times as many would take a hundred times as long."""
Source = str | os.PathLike[str] | Reading | Study
"""A text or a folder of texts, a case that is kept (its file or address), or what was read already."""


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """Texts read together. Its lists are what the commands write as JSON, each item with its exact words and its holder.

    ``case`` is what they are made of, ``studies`` what that is made of; ``publishers`` are by document. ``merges`` are variables
    that people said are one, under the name that comes first. ``notices`` say what was left out; ``complete``: all texts were
    read.
    """

    case: Case
    studies: tuple[Study, ...]
    publishers: dict[str, str | None] = {}
    merges: tuple[tuple[str, ...], ...] = ()
    notices: tuple[Notice, ...] = ()
    complete: bool = True
    joins: tuple[str, ...] = ()
    said: SaidOfCase = SaidOfCase()
    lexicon: str | Path | None = None
    memo: Memo = msgspec.field(default_factory=Memo)
    """What was worked out for it: with that the case of one text more is made in a fraction of the time."""

    def adding(self, sources: Source | Iterable[Source], **given: Unpack[GivenOfMany]) -> OpenCase:
        """The case with more texts behind the others: the same as if all were read together, made much sooner.

        ``sources`` and ``given`` are those of ``wederhoor.open_case``, and so is what is raised.

        >>> case = wederhoor.open_case("articles/")  # doctest: +SKIP
        >>> case = case.adding("late-edition.txt")  # doctest: +SKIP
        """
        with_lexicon: GivenOfMany = {"lexicon": self.lexicon, **given}
        before = [(study, self.publishers.get(study.reading.doc)) for study in self.studies]
        return _with(_taken_from(sources, with_lexicon), before, self, with_lexicon)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of the documents, in their order."""
        return self.case.documents

    @property
    def actors(self) -> tuple[CaseActor, ...]:
        """The actors across the documents, each with the actors of the readings that are taken to be the same."""
        return self.case.actors

    @property
    def report(self) -> CaseReport:
        """All of it, as ``wederhoor accounts --format json`` writes it; accounts, issues and rules are parts of this."""
        from wederhoor.exchange.cases.make_report import case_report

        return case_report(self.case, self.publishers)

    @property
    def accounts(self) -> tuple[ShownAccount, ...]:
        """What each holder is quoted with, and what he shares with others or disputes."""
        return self.report.accounts

    @property
    def issues(self) -> tuple[ShownIssue, ...]:
        """What accounts differ over, and how each that speaks of it stands to it."""
        return self.report.issues

    @property
    def rules(self) -> tuple[ShownRule, ...]:
        """The rules in the texts, and what each account makes of them."""
        return self.report.rules

    @property
    def conflicts(self) -> tuple[ShownConflict, ...]:
        """The statements that collide, within a text or in two."""
        from wederhoor.exchange.cases.make_report import shown_conflicts
        from wederhoor.exchange.cases.quotes import Quotes

        return shown_conflicts(self.case, Quotes(self.case))

    @property
    def events(self) -> tuple[EventLine, ...]:
        """Who did what to whom, where and when, in the order of the texts: the rows of ``wederhoor events``."""
        from wederhoor.exchange.events import event_rows

        return tuple(row for one in self.readings for row in event_rows(one, self.publishers.get(one.doc)))

    def forecasts(self, due: str | None = None, *, everything: bool = False) -> tuple[ForecastLine, ...]:
        """The forecasts by the last day of their window, those without one last.

        With ``due``, a day (ISO 8601), those alone whose window had passed by then; ``everything``: all, each with whether it
        had. Raises W107 if it is not a day.
        """
        from wederhoor.documents import checked_day
        from wederhoor.exchange.cases.tables import forecast_rows

        day = None if due is None else checked_day(due, "due")
        return tuple(forecast_rows(self.case, day, everything=everything or day is None))

    @property
    def models(self) -> tuple[AccountModel, ...]:
        """What each account says leads to what, those with most claims first: ``loops(one.model)`` runs it.

        Links that the holder denies, doubts, asks, hopes or wishes are kept apart in it (``unheld``).
        """
        from wederhoor.running.account_models import account_models
        from wederhoor.running.choosing import arguing

        chosen = arguing(self.case, self.studies)
        return account_models(chosen, self.case, self.studies, author=self._author, merges=self.merges)

    def model(self, account: str) -> AccountModel:
        """The model of one account: by its id, its holder in full, or words of his name that only one has.

        Raises W551 (no such account that says what leads to what), W552 (several).
        """
        from wederhoor.running.account_models import account_models
        from wederhoor.running.choosing import choose_account

        chosen = choose_account(self.case, account, self.studies, author=self._author)
        [found] = account_models([chosen], self.case, self.studies, author=self._author, merges=self.merges)
        return found

    @property
    def _author(self) -> str:
        """What the author of a text is called in the language of the texts."""
        from wederhoor.languages.pack import load_pack

        return load_pack(self.readings[0].lang).disputes.why.author

    def _repr_html_(self) -> str:
        """What a notebook shows: the accounts, with how much each has."""
        head = ("id", "holder", "statements", "conflicts")
        rows = [(a.id, a.holder, str(len(a.statements)), str(len(a.conflicts))) for a in self.case.accounts]
        return listing(", ".join(reading.doc for reading in self.readings[:8]), head, rows)


def put_together(
    studies: Sequence[Study],
    joins: Sequence[str] = (),
    said: SaidOfCase | None = None,
    publishers: Mapping[str, str | None] | None = None,
    notices: Sequence[Notice] = (),
    lexicon: str | Path | None = None,
    memo: Memo | None = None,
) -> OpenCase:
    """A case of studies, at least one. A text that repeats another is left out and told (W704).

    ``memo`` is that of a case with some of the same studies.

    Raises W701 to W703 for a coalition in ``joins`` that cannot be made.
    """
    from wederhoor.cases import apart, build_case
    from wederhoor.languages.several import packs_of

    told = said or SaidOfCase()
    kept, copies = apart(studies)
    left_out = [notice("W704", where=copy.doc, other=first.doc) for copy, first in copies]
    packs = packs_of((study.reading.lang for study in kept), lexicon)
    memo = Memo() if memo is None else memo
    return OpenCase(
        case=build_case(kept, packs, joins, told.rejected, told.coalitions, told.issues, memo, told.partings),
        studies=tuple(kept),
        publishers=dict(publishers or {}),
        merges=told.merges,
        notices=(*notices, *left_out),
        joins=tuple(joins),
        said=told,
        lexicon=lexicon,
        memo=memo,
    )


Taken = list[tuple[Study, str | None]]
"""Studies, each with the publisher of its document."""


def open_case(sources: Source | Iterable[Source], joins: Sequence[str], given: GivenOfMany) -> OpenCase:
    """See ``wederhoor.open_case``."""
    return _with(_taken_from(sources, given), (), None, given, joins)


class _Sources(msgspec.Struct, frozen=True):
    """What sources gave: the texts, what people said of them, what is to be told, and why some could not be read."""

    taken: Taken
    said: SaidOfCase
    lost: list[Notice]
    problems: list[WederhoorError]


def _taken_from(sources: Source | Iterable[Source], given: GivenOfMany) -> _Sources:
    from wederhoor.api.many import study_many

    listed = [sources] if isinstance(sources, str | os.PathLike | Reading | Study) else list(sources)
    problems: list[WederhoorError] = []
    taken: Taken = []
    said, lost = SaidOfCase(), list[Notice]()
    paths: list[str | os.PathLike[str]] = []
    for source in listed:
        if isinstance(source, Study | Reading):
            study = source if isinstance(source, Study) else _read_again(source, given)
            taken.append((study, study.reading.publisher))
        elif is_kept(os.fspath(source)):
            said = said.also(_take_kept(os.fspath(source), taken, lost))
        else:
            paths.append(source)
    for document, study in study_many(paths, (), problems.append, given):
        taken.append((study, document.publisher))
    return _Sources(taken, said, lost, problems)


def _with(
    found: _Sources,
    before: Sequence[tuple[Study, str | None]],
    opened: OpenCase | None,
    given: GivenOfMany,
    joins: Sequence[str] = (),
) -> OpenCase:
    """The case of what sources gave, behind the texts ``before`` of one that is open."""
    if not found.taken:
        raise found.problems[0] if found.problems else WederhoorError("W101", where="The case")
    named = _with_own_names([*before, *found.taken])
    publishers = {study.reading.doc: publisher for study, publisher in named}
    more = put_together(
        [study for study, _ in named],
        opened.joins if opened else joins,
        opened.said.also(found.said) if opened else found.said,
        publishers,
        [*(opened.notices if opened else ()), *found.lost, *map(notice_of, found.problems)],
        given.get("lexicon"),
        opened.memo if opened else None,
    )
    return msgspec.structs.replace(more, complete=not found.problems and (opened is None or opened.complete))


def _read_again(reading: Reading, given: GivenOfMany) -> Study:
    """What a case needs besides a reading. It is of the very text; what was changed in the reading by hand is not in it."""
    from wederhoor.reading import open_student

    told = {name: getattr(reading, name) for name in ("doc", "text", "lang", "date", "title", "publisher", "url")}
    document = Document(**told)
    return open_student(reading.lang, given.get("pipeline"), given.get("actors"), lexicon=given.get("lexicon"))(
        document
    )


def _take_kept(place: str, taken: Taken, notices: list[Notice]) -> SaidOfCase:
    """Take the documents of a case that is kept, as they were corrected, and give what people said of it."""
    with asking_for_extras():
        from wederhoor.store import open_store, shown_studies

    with open_store(place) as store, store.reading() as db:
        notices += store.notices
        taken += shown_studies(db)
        said, lost = said_in(db, place)
    notices += lost
    return said


def _with_own_names(taken: Taken) -> Taken:
    """Every document under a name of its own: a second *text* is *text-2*."""
    names: set[str] = set()
    found: Taken = []
    for study, publisher in taken:
        doc, number = study.reading.doc, 1
        while doc in names:
            number += 1
            doc = f"{study.reading.doc}-{number}"
        names.add(doc)
        own = study
        if doc != study.reading.doc:
            own = msgspec.structs.replace(study, reading=msgspec.structs.replace(study.reading, doc=doc))
        found.append((own, publisher))
    return found
