"""``wederhoor press``: what a lasting push does to every variable of a model."""

from __future__ import annotations

from wederhoor.cli.models import (
    Down,
    Draws,
    Form,
    Lang,
    Limits,
    ModelFile,
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

DRAWS = 2_000
SEED = 1


def press_command(
    model: ModelFile,
    up: Up = None,
    down: Down = None,
    observed: Observed = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    prior: PriorOption = Prior.uniform,
    self_limit: Limits = SelfLimit.all,
    form: Form = Output.text,
    out: Out = None,
    lang: Lang = "en",
) -> None:
    """Push variables of a model and say what every other does: certain, robust, leaning or open, and on what that hangs.

    **Examples**

        wederhoor press --model harbour.csv --up police

        wederhoor press --model harbour.csv --up police --observed protest:down --format json
    """
    from wederhoor.exchange.runs.words import run_words
    from wederhoor.running import press

    (loaded,) = load_models([model])
    report = press(loaded, question(up, down, observed, draws, seed, prior, self_limit))
    if form is Output.json:
        from wederhoor.exchange.runs.json import write_report

        emit(write_report(report), out, [model])
    elif form is Output.html:
        from wederhoor.exchange.runs.html import press_page

        emit(press_page(report, loaded, run_words(lang)), out, [model])
    else:
        from wederhoor.exchange.runs.text import press_view

        emit(plain(press_view(report, loaded, run_words(lang)), out), out, [model])
