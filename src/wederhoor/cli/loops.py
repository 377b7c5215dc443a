"""``wederhoor loops``: what reinforces itself in a model, and what holds itself in check."""

from __future__ import annotations

from typing import Annotated

import typer

from wederhoor.cli.models import Form, Lang, ModelFile, Out, Output, emit, load_models, plain

LONGEST = 50
MOST = 20_000


def loops_command(
    model: ModelFile,
    longest: Annotated[int, typer.Option(min=1, help="Links in the longest loop to look for.")] = LONGEST,
    most: Annotated[int, typer.Option(min=1, help="How many loops to list at most, the short ones first.")] = MOST,
    form: Form = Output.text,
    out: Out = None,
    lang: Lang = "en",
) -> None:
    """List the loops of a model: reinforcing or balancing, told in words, and the few that cover it.

    **Examples**

        wederhoor loops --model harbour.csv

        wederhoor loops --model harbour.csv --format html --out loops.html
    """
    from wederhoor.exchange.runs.words import run_words
    from wederhoor.running import find_loops

    (loaded,) = load_models([model])
    report = find_loops(loaded, longest=longest, most=most)
    if form is Output.json:
        from wederhoor.exchange.runs.json import write_report

        emit(write_report(report), out, [model])
    elif form is Output.html:
        from wederhoor.exchange.runs.html import loops_page

        emit(loops_page(report, loaded, run_words(lang)), out, [model])
    else:
        from wederhoor.exchange.runs.text import loops_view

        emit(plain(loops_view(report, loaded, run_words(lang)), out), out, [model])
