"""Models for the commands that run them: from files, or from the accounts of texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from wederhoor.cli.case_input import read_case
from wederhoor.cli.model_options import ResultFormat, emit, load_models
from wederhoor.cli.model_texts import FromTexts
from wederhoor.cli.terminal import plain
from wederhoor.cli.texts import find_files, paths
from wederhoor.errors import WederhoorError, notice

if TYPE_CHECKING:
    from rich.console import RenderableType

    from wederhoor.exchange.runs.accounts import Aside
    from wederhoor.exchange.runs.words import RunWords
    from wederhoor.records import Account, AccountModel, Case, Comparison, LoopReport, Model, PressReport, Study
SHOWN = 5


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """Models, the accounts that they are of where texts tell them, and the files that were read."""

    models: tuple[Model, ...]
    accounts: tuple[AccountModel, ...] = ()
    sources: tuple[str, ...] = ()
    lang: str = ""
    """Of the texts; models in files have none."""
    failed: bool = False
    """Some of the texts could not be read."""

    def finish(self) -> None:
        """End the command: with exit code 2 where not all texts were read."""
        if self.failed:
            raise typer.Exit(2)


class ToldCase(msgspec.Struct, frozen=True):
    """The case that texts make, their language, and what an author is called in it."""

    case: Case
    studies: tuple[Study, ...]
    lang: str
    author: str
    sources: tuple[str, ...]
    failed: bool
    merges: tuple[tuple[str, ...], ...]


def answer(
    report: LoopReport | PressReport | Comparison,
    loaded: Loaded,
    form: ResultFormat,
    out: Path | None,
    lang: str | None,
    *,
    view: Callable[[RunWords], RenderableType],
    page: Callable[[RunWords, Aside | None], str],
) -> None:
    """Write a report in the form asked for, with what was merged in the models it is of, and end the command."""
    from wederhoor.exchange.runs.accounts import report_merges
    from wederhoor.exchange.runs.words import run_words

    told = report_merges(loaded.accounts, lang or loaded.lang)
    words = run_words(lang or loaded.lang)
    if form is ResultFormat.json:
        emit(told.json(report), out, loaded.sources)
    elif form is ResultFormat.html:
        emit(page(words, told.aside()), out, loaded.sources)
    else:
        emit(plain(told.view(view(words)), out), out, loaded.sources)
    loaded.finish()


def load_one(command: str, model: str | None, given: FromTexts) -> Loaded:
    """The model of a file, or of one account of texts: that which says most of what leads to what, unless one is named.

    With ``merged`` it is of all accounts.

    Raises W550 (neither or both), W551 to W556 (accounts and edits), and what reading models and texts raises.
    """
    _one_way(command, [model] if model else [], given)
    if model:
        return Loaded(models=tuple(load_models([model])), sources=(model,))
    from wederhoor.running.choosing import arguing, choose_account

    told = _read(given)
    if given.merged:
        return _merged(_loaded(arguing(told.case, told.studies), told, given))
    if given.accounts:
        return _loaded([choose_account(told.case, given.accounts[0], told.studies, author=told.author)], told, given)
    first, *others = arguing(told.case, told.studies)
    if others:
        _tell_choice(first, others, told)
    return _loaded([first], told, given)


def _merged(loaded: Loaded) -> Loaded:
    from wederhoor.running.merged_models import merged_model

    one = merged_model(loaded.accounts)
    for line in one.notices:
        if all(line not in account.notices for account in loaded.accounts):
            typer.echo(f"wederhoor: {line}", err=True)
    return msgspec.structs.replace(loaded, models=(one.model,), accounts=(one,))


def _tell_choice(first: Account, others: Sequence[Account], told: ToldCase) -> None:
    from wederhoor.running.choosing import maintained, name_of
    from wederhoor.running.claims import Claims

    claims = Claims(told.studies)
    listed = [f"{name_of(other, told.author)} ({maintained(other, claims)})" for other in others]
    number = maintained(first, claims)
    counted = "1 causal claim" if number == 1 else f"{number} causal claims"
    values = {"name": name_of(first, told.author), "claims": counted, "others": _some(listed)}
    typer.echo(f"wederhoor: {notice('W559', **values)}", err=True)


def _some(names: Sequence[str]) -> str:
    more = [f"{len(names) - SHOWN} more"] if len(names) > SHOWN else []
    return ", ".join([*names[:SHOWN], *more])


def load_several(command: str, models: Sequence[str], given: FromTexts) -> Loaded:
    """The models of files, or of the accounts named, or of all that say what leads to what. Raises as ``load_one``."""
    _one_way(command, models, given)
    if models:
        return Loaded(models=tuple(load_models(models)), sources=tuple(models))
    from wederhoor.running.choosing import arguing, choose_account

    told = _read(given)
    named = [choose_account(told.case, name, told.studies, author=told.author) for name in given.accounts]
    chosen = list({account.id: account for account in named}.values()) or list(arguing(told.case, told.studies))
    return _loaded(chosen, told, given)


def with_pressed(loaded: Loaded, names: Sequence[str], *, named: bool) -> Loaded:
    """Of the accounts of texts those that have all of the variables, unless the user named the accounts himself.

    Those left out are told on standard error. Raises W504 where no account has them, W561 where only one does.
    """
    if not loaded.accounts or named or not names:
        return loaded
    from wederhoor.running.pressed_variables import having, nowhere

    kept = having(loaded.accounts, names)
    if len(kept) < 2:
        raise nowhere(loaded.accounts, kept, names)
    left_out = [one.model.name for one in loaded.accounts if one not in kept]
    if left_out:
        typer.echo(f"wederhoor: {notice('W560', accounts=_some(left_out))}", err=True)
    return msgspec.structs.replace(loaded, accounts=kept, models=tuple(one.model for one in kept))


def merged_names(loaded: Loaded, names: Sequence[str] | None) -> list[str]:
    """The variables that users name, also by a name that was merged into another."""
    from wederhoor.running.pressed_variables import kept_name

    return [kept_name(loaded.accounts, name) for name in names or ()]


def _one_way(command: str, models: Sequence[str], given: FromTexts) -> None:
    if bool(models) == bool(given.texts):
        told = "Both texts and a model are given" if models else "Neither texts nor a model are given"
        raise WederhoorError("W550", given=told, command=f"wederhoor {command}")


def _read(given: FromTexts) -> ToldCase:
    """The case of the texts. Raises W553 where no one in them says what leads to what."""
    from wederhoor.languages.pack import load_pack
    from wederhoor.running.choosing import arguing

    files = find_files(given.texts, given.how.metadata)
    opened = read_case(files, given.how, given.joins)
    pack = load_pack(opened.studies[0].reading.lang, given.how.lexicon)
    sources = tuple(str(path) for path in paths(files))
    if not arguing(opened.case, opened.studies):
        raise WederhoorError("W553", where=_some(sources) or "standard input")
    author = pack.disputes.why.author
    return ToldCase(opened.case, opened.studies, pack.code, author, sources, not opened.complete, opened.merges)


def _loaded(chosen: Sequence[Account], told: ToldCase, given: FromTexts) -> Loaded:
    from wederhoor.running.account_models import account_models
    from wederhoor.running.edits import read_edits

    edits = read_edits(given.edits) if given.edits is not None else ()
    found = account_models(
        chosen, told.case, told.studies, edits, author=told.author, with_author=given.with_author, merges=told.merges
    )
    for one in found:
        for line in one.notices:
            typer.echo(f"wederhoor: {line}", err=True)
    sources = (*told.sources, *([str(given.edits)] if given.edits else []))
    models = tuple(one.model for one in found)
    return Loaded(models=models, accounts=found, sources=sources, lang=told.lang, failed=told.failed)
