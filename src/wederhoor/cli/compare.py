"""``wederhoor compare``: the same push under rival models, and where reality can decide between them."""

from __future__ import annotations

from typing import Annotated

import typer

from wederhoor.cli.model_options import (
    Form,
    Lang,
    ModelFiles,
    Out,
    Pushed,
    ResultFormat,
)
from wederhoor.cli.model_sources import (
    answer,
    load_several,
    merged_names,
    with_pressed,
)
from wederhoor.cli.model_texts import Accounts
from wederhoor.cli.shared_options import with_shared_options


@with_shared_options
def compare_command(
    given: Accounts,
    pushed: Pushed,
    model: ModelFiles = None,
    belief: Annotated[
        list[float] | None,
        typer.Option(min=0, help="Belief in each model beforehand, in their order; equal if left out."),
    ] = None,
    form: Form = ResultFormat.text,
    out: Out = None,
    lang: Lang = None,
) -> None:
    """Push the same variables in several accounts or models: where they predict opposite things, and on which links that rests.

    **Examples**

        wederhoor compare article.txt --up onvrede

        wederhoor compare --model minister.csv --model residents.csv --up police

        wederhoor compare --model minister.csv --model residents.csv --up police --observed protest:up
    """
    from wederhoor.exchange.runs.html import comparison_page
    from wederhoor.exchange.runs.text import comparison_view
    from wederhoor.running import compare

    loaded = load_several("compare", model or [], given)
    loaded = with_pressed(loaded, [*(pushed.up or ()), *(pushed.down or ())], named=bool(given.accounts))
    names = merged_names(loaded, pushed.up), merged_names(loaded, pushed.down)
    comparison = compare(loaded.models, pushed.question(*names), belief)
    answer(
        comparison, loaded, form, out, lang,
        view=lambda words: comparison_view(comparison, words),
        page=lambda words, aside: comparison_page(comparison, loaded.models, words, aside),
    )  # fmt: skip
