"""``wederhoor compare``: the same push under rival models, and where reality can decide between them."""

from __future__ import annotations

from typing import Annotated

import typer

from wederhoor.cli.case_input import Join
from wederhoor.cli.case_part import TOGETHER, Docs, Most, Since, Speaker, part
from wederhoor.cli.model_options import (
    Down,
    Draws,
    Form,
    Lang,
    Limits,
    ModelFiles,
    Observed,
    Out,
    Prior,
    PriorOption,
    ResultFormat,
    Seed,
    SelfLimit,
    Up,
    question,
)
from wederhoor.cli.model_sources import (
    AccountNames,
    Edits,
    Texts,
    WithAuthor,
    answer,
    from_texts,
    load_several,
    merged_names,
    with_pressed,
)
from wederhoor.cli.press import DRAWS, SEED
from wederhoor.cli.texts import Actors, Date, HowToRead, Lexicon, MaxMb, Metadata, Pipeline
from wederhoor.documents import LIMIT_MB


def compare_command(
    texts: Texts = None,
    model: ModelFiles = None,
    account: AccountNames = None,
    edits: Edits = None,
    with_author: WithAuthor = False,
    join: Join = None,
    date: Date = None,
    metadata: Metadata = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    pipeline: Pipeline = None,
    max_mb: MaxMb = LIMIT_MB,
    speaker: Speaker = None,
    doc: Docs = None,
    since: Since = None,
    documents: Most = TOGETHER,
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

    chosen = part(speaker, doc, since, documents)
    how = HowToRead(
        date=date, pipeline=pipeline, max_mb=max_mb, actors=actors, lexicon=lexicon, part=chosen, metadata=metadata
    )
    given = from_texts(texts, how, account, edits, join, with_author=with_author)
    loaded = load_several("compare", model or [], given)
    loaded = with_pressed(loaded, [*(up or ()), *(down or ())], named=bool(account))
    pushed = merged_names(loaded, up), merged_names(loaded, down)
    comparison = compare(loaded.models, question(*pushed, observed, draws, seed, prior, self_limit), belief)
    answer(
        comparison, loaded, form, out, lang,
        view=lambda words: comparison_view(comparison, words),
        page=lambda words, aside: comparison_page(comparison, loaded.models, words, aside),
    )  # fmt: skip
