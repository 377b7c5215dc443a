"""``wederhoor compare``: the same push under rival models, and where reality can decide between them."""

from __future__ import annotations

from typing import Annotated

import typer

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
    load_models,
    plain,
    question,
)
from wederhoor.cli.press import DRAWS, SEED


def compare_command(
    model: ModelFiles,
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
    """Push the same variables in several models: where they predict opposite things, and on which links that rests.

    **Examples**

        wederhoor compare --model minister.csv --model residents.csv --up police

        wederhoor compare --model minister.csv --model residents.csv --up police --observed protest:up
    """
    from wederhoor.exchange.runs.words import run_words
    from wederhoor.running import compare

    models = load_models(model)
    comparison = compare(models, question(up, down, observed, draws, seed, prior, self_limit), belief)
    if form is Output.json:
        from wederhoor.exchange.runs.json import write_report

        emit(write_report(comparison), out, model)
    elif form is Output.html:
        from wederhoor.exchange.runs.html import comparison_page

        emit(comparison_page(comparison, models, run_words(lang)), out, model)
    else:
        from wederhoor.exchange.runs.text import comparison_view

        emit(plain(comparison_view(comparison, run_words(lang)), out), out, model)
