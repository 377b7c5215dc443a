"""``wederhoor compare``: the same push under rival models, and where reality can decide between them."""

from __future__ import annotations

from typing import Annotated

import typer

from wederhoor.cli.account_models import (
    AccountNames,
    Edits,
    FromTexts,
    Joins,
    Texts,
    WithAuthor,
    load_several,
    merged_names,
    with_pressed,
)
from wederhoor.cli.models import (
    Down,
    Draws,
    Form,
    Lang,
    Limits,
    ModelFiles,
    Observed,
    Out,
    Output,
    Prior,
    PriorOption,
    Seed,
    SelfLimit,
    Up,
    emit,
    plain,
    question,
)
from wederhoor.cli.press import DRAWS, SEED
from wederhoor.cli.texts import Actors, Date, HowToRead, MaxMb, Pipeline
from wederhoor.documents import LIMIT_MB


def compare_command(
    texts: Texts = None,
    model: ModelFiles = None,
    account: AccountNames = None,
    edits: Edits = None,
    with_author: WithAuthor = False,
    join: Joins = None,
    date: Date = None,
    actors: Actors = None,
    pipeline: Pipeline = None,
    max_mb: MaxMb = LIMIT_MB,
    up: Up = None,
    down: Down = None,
    observed: Observed = None,
    belief: Annotated[
        list[float] | None,
        typer.Option(min=0, help="Belief in each model beforehand, in their order; equal if left out."),
    ] = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    prior: PriorOption = Prior.uniform,
    self_limit: Limits = SelfLimit.all,
    form: Form = Output.text,
    out: Out = None,
    lang: Lang = "en",
) -> None:
    """Push the same variables in several accounts or models: where they predict opposite things, and on which links that rests.

    **Examples**

        wederhoor compare article.txt --up onvrede

        wederhoor compare --model minister.csv --model residents.csv --up police

        wederhoor compare --model minister.csv --model residents.csv --up police --observed protest:up
    """
    from wederhoor.exchange.runs.accounts import report_merges
    from wederhoor.exchange.runs.words import run_words
    from wederhoor.running import compare

    given = FromTexts(
        texts=texts or [],
        how=HowToRead(date=date, pipeline=pipeline, max_mb=max_mb, actors=actors),
        accounts=tuple(account or ()),
        edits=edits,
        with_author=with_author,
        joins=tuple(join or ()),
    )
    loaded = load_several("compare", model or [], given)
    loaded = with_pressed(loaded, [*(up or ()), *(down or ())], named=bool(account))
    pushed = merged_names(loaded, up), merged_names(loaded, down)
    comparison = compare(loaded.models, question(*pushed, observed, draws, seed, prior, self_limit), belief)
    told = report_merges(loaded.accounts, lang)
    if form is Output.json:
        emit(told.json(comparison), out, loaded.sources)
    elif form is Output.html:
        from wederhoor.exchange.runs.html import comparison_page

        emit(comparison_page(comparison, loaded.models, run_words(lang), told.aside()), out, loaded.sources)
    else:
        from wederhoor.exchange.runs.text import comparison_view

        emit(plain(told.view(comparison_view(comparison, run_words(lang))), out), out, loaded.sources)
    loaded.finish()
