"""``wederhoor loops``: what reinforces itself in a model, and what holds itself in check."""

from __future__ import annotations

from typing import Annotated

import typer

from wederhoor.cli.model_options import Form, Lang, ModelFile, Out, ResultFormat
from wederhoor.cli.model_sources import (
    answer,
    load_one,
)
from wederhoor.cli.model_texts import OneAccount
from wederhoor.cli.shared_options import with_shared_options

LONGEST = 50
MOST = 20_000


@with_shared_options
def loops_command(
    given: OneAccount,
    model: ModelFile = None,
    longest: Annotated[int, typer.Option(min=1, help="Links in the longest loop to look for.")] = LONGEST,
    most: Annotated[int, typer.Option(min=1, help="How many loops to list at most, the short ones first.")] = MOST,
    form: Form = ResultFormat.text,
    out: Out = None,
    lang: Lang = None,
) -> None:
    """List the loops of an account, or of a model: reinforcing or balancing, told in words, and the few that cover it.

    **Examples**

        wederhoor loops article.txt --account Veldkamp

        wederhoor loops --model harbour.csv

        wederhoor loops --model harbour.csv --format html --out loops.html
    """
    from wederhoor.exchange.runs.html import loops_page
    from wederhoor.exchange.runs.text import loops_view
    from wederhoor.running import find_loops

    loaded = load_one("loops", model, given)
    report = find_loops(loaded.models[0], longest=longest, most=most)
    answer(
        report, loaded, form, out, lang,
        view=lambda words: loops_view(report, loaded.models[0], words),
        page=lambda words, aside: loops_page(report, loaded.models[0], words, aside),
    )  # fmt: skip
