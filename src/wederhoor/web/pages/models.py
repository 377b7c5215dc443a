"""The model of an account: its graph and loops, presses with their results at once, and the same press in two accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, NamedTuple

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.names import short_titles
from wederhoor.exchange.models.draft import UNHELD
from wederhoor.exchange.runs.shown import (
    ShownModel,
    shown_contested,
    shown_crux,
    shown_model,
    shown_response,
    shown_summary,
)
from wederhoor.exchange.runs.words import RunWords, run_words
from wederhoor.records import Comparison, Edge, Ground, Model, PressReport, UnheldLink
from wederhoor.running import Question, find_loops
from wederhoor.store.pages import findings_of, list_speakers
from wederhoor.store.row_types import SpeakerRow
from wederhoor.web.ask import REFUSALS, Ask, Asked, Number, shown_at
from wederhoor.web.compared import compared
from wederhoor.web.comparison import NO_MODEL, Compared
from wederhoor.web.forms import go_back
from wederhoor.web.messages import message_in
from wederhoor.web.models import speaker_models, told_to_reader
from wederhoor.web.queries import document_numbers, speaker_of
from wederhoor.web.runs import Runs, run_comparison, run_press

router = APIRouter()
DRAWS = 400
STEPS = 50_000
MAINTAINED: Final = "maintained"
MOVING: Final = ("up", "down")
NAMES = 60
"""Accounts to compare with, those who say most."""
Names = Annotated[list[str], Query(max_length=20)]


class EdgeRow(msgspec.Struct, frozen=True):
    """A link of a model with its words. One that is not maintained has an x before its sign, and the stance to it."""

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    sign: str
    stance: str
    quotes: tuple[str, ...]
    speakers: tuple[str, ...]
    verbs: tuple[str, ...]
    sources: tuple[str, ...]
    dates: tuple[str, ...]


class ModelPage(msgspec.Struct, frozen=True):
    """A model, what was asked of it, and what follows."""

    model: Model
    report: PressReport | None
    other: Model | None
    comparison: Comparison | None


class _Accounts(NamedTuple):
    """An account and another one to compare it with, as models, and what stands around them; no speaker: of all accounts."""

    speaker: SpeakerRow | None
    state: int
    key: tuple[int, ...]
    own: Model
    other: Model | None
    numbers: dict[str, int]
    names: list[SpeakerRow]
    disputed: tuple[str, ...] = ()
    """What accounts differ over."""


@shown_at(router, "/accounts/{number}/model")
def model(
    ask: Asked,
    number: Number,
    up: Names = [],  # noqa: B006  # FastAPI copies it
    down: Names = [],  # noqa: B006
    against: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="Another account to compare with.")] = None,
) -> Response:
    """An account as a model; with ``up`` and ``down`` the response to that push; with ``against`` also another account's."""
    return _model_page(ask, _accounts(ask, number, against), _Asked(up, down, against))


@shown_at(router, "/model")
def merged(
    ask: Asked,
    up: Names = [],  # noqa: B006
    down: Names = [],  # noqa: B006
) -> Response:
    """The models of all accounts as one: each link with who holds it and who denies it, or gives it another sign.

    What somebody denies never runs, whoever holds it.
    """
    return _model_page(ask, _together(ask), _Asked(up, down))


class _Asked(NamedTuple):
    """What is pushed, and the number of the account to compare with."""

    up: list[str]
    down: list[str]
    against: int | None = None


def _model_page(ask: Ask, told_of: _Accounts, asked: _Asked) -> Response:
    own, other = told_of.own, told_of.other
    told, report, comparison = None, None, None
    if (asked.up or asked.down) and own.variables:
        ask.passing = True  # a run that was refused is not refused for ever
        try:
            question = Question(up=tuple(asked.up), down=tuple(asked.down), draws=DRAWS)
            report, comparison = _pressed(ask, own, other, question)
        except WederhoorError as error:
            if ask.form != "html":
                raise
            told = message_in(ask.lang, error.message, error.code)
    page = ModelPage(own, report, other, comparison)
    if ask.form != "html":
        return ask.answer("", page, [_edge_row(link) for link in own.links()], EdgeRow)
    values = {**_results(ask, report, comparison), "told": told, "speaker": told_of.speaker, "data": page}
    if ask.by_htmx:
        return ask.page("press.html.j2", **values)
    drawn = ask.found.get(told_of.state, ("drawn", ask.lang, told_of.key), lambda: _shown(ask, own, other))
    around = {"numbers": told_of.numbers, "names": _once(told_of.names), "disputed": told_of.disputed}
    return ask.page("model.html.j2", **values, **asked._asdict(), **around, models=drawn)


def _together(ask: Ask) -> _Accounts:
    """The models of all accounts of the case as one."""
    with ask.store.reading() as db:
        found = compared(ask, db)
        state = findings_of(db)
        one = found.model if found else NO_MODEL
        if found and ask.form == "html":
            one = told_to_reader(one, _authors(ask, found))
        return _Accounts(None, state, (), one.model, None, found.numbers if found else {}, [], one.notices)


def _authors(ask: Ask, found: Compared) -> dict[str, str]:
    """What a reader calls the authors who have a part in the model, by what they are called in it."""
    titles = short_titles(found.report)
    return {name: f"{ask.words['author']} ({titles.get(doc, doc)})" for name, doc in found.named_authors.items()}


def _accounts(ask: Ask, number: int, against: int | None) -> _Accounts:
    """Raises W908 for an account that is to be compared with itself."""
    with ask.store.reading() as db:
        speaker = speaker_of(db, number)
        both = [speaker] if against is None else [speaker, speaker_of(db, against)]
        state, key = findings_of(db), tuple(one.id for one in both)
        own, *others = ask.found.get(state, ("models", key), lambda: speaker_models(db, both))
        numbers = document_numbers(db, {g.source for m in (own, *others) for g in _grounds(m) if g.source})
        names = [*list_speakers(db, limit=NAMES).rows, *both[1:]] if ask.form == "html" else []
    if any(other.name == own.name for other in others):
        raise WederhoorError("W908", why="an account cannot be compared with itself")
    return _Accounts(speaker, state, key, own, others[0] if others else None, numbers, names)


def _pressed(ask: Ask, own: Model, other: Model | None, question: Question) -> tuple[PressReport, Comparison | None]:
    """The response of the one and, where the other has variables, both compared."""
    runs: Runs = ask.request.app.state.runs
    report = runs.run(run_press, own, question)
    return report, runs.run(run_comparison, (own, other), question) if other and other.variables else None


def _edge_row(link: Edge | UnheldLink) -> EdgeRow:
    return EdgeRow(
        link.cause,
        link.effect,
        f"{UNHELD}{link.sign}" if isinstance(link, UnheldLink) else link.sign,
        link.stance if isinstance(link, UnheldLink) else MAINTAINED,
        tuple(ground.quote for ground in link.grounds),
        tuple(ground.speaker or "" for ground in link.grounds),
        tuple(ground.verb or "" for ground in link.grounds),
        tuple(ground.source or "" for ground in link.grounds),
        tuple(ground.date or "" for ground in link.grounds),
    )


def _grounds(model: Model) -> Iterator[Ground]:
    return (ground for link in model.links() for ground in link.grounds)


def _once(rows: Iterable[SpeakerRow]) -> list[SpeakerRow]:
    return [*{row.id: row for row in rows}.values()]


def _shown(ask: Ask, *models: Model | None) -> list[ShownModel]:
    there = [one for one in models if one and one.variables]
    words = run_words(ask.lang)
    return [shown_model(at, one, find_loops(one, steps=STEPS), words) for at, one in enumerate(there)]


def _results(ask: Ask, report: PressReport | None, comparison: Comparison | None) -> dict[str, object]:
    words = run_words(ask.lang)
    rows = [shown_response(one, report, words) for one in report.responses] if report else []
    compared_with = _compared(comparison, words)
    moving = {one.variable for one in rows if one.way in MOVING} | compared_with["beside"].keys()
    return {
        "moved": [one for one in rows if one.variable in moving],
        "still": [one for one in rows if one.variable not in moving],
        "summary": shown_summary(report, words) if report else (),
        "report": report,
        **compared_with,
    }


def _compared(comparison: Comparison | None, words: RunWords) -> dict[str, Any]:
    """What the other account says beside, where the two predict the opposite, and who denies whose link."""
    if comparison is None:
        return {"beside": {}, "cruxes": [], "contested": []}
    other = comparison.reports[1]
    return {
        "beside": {one.variable: shown_response(one, other, words) for one in other.responses},
        "cruxes": [shown_crux(crux, words) for crux in comparison.tests],
        "contested": [shown_contested(one, words) for one in comparison.contested],
    }


@router.post("/runs/cancel", response_class=Response, responses={**REFUSALS, 303: {"description": "Ended"}})
def cancel(ask: Asked) -> Response:
    """End the run of a model that takes too long."""
    ask.request.app.state.runs.cancel()
    return go_back("/")
