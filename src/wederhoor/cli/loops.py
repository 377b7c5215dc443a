"""``wederhoor loops``: what reinforces itself in a model, and what holds itself in check."""

from __future__ import annotations

from typing import Annotated

import typer

from wederhoor.cli.case_input import Join
from wederhoor.cli.case_part import TOGETHER, Docs, Most, Since, Speaker, part
from wederhoor.cli.model_options import Form, Lang, ModelFile, Out, ResultFormat
from wederhoor.cli.model_sources import AccountName, Edits, Merged, Texts, WithAuthor, answer, from_texts, load_one
from wederhoor.cli.texts import Actors, Date, HowToRead, Lexicon, MaxMb, Metadata, Pipeline
from wederhoor.documents import LIMIT_MB

LONGEST = 50
MOST = 20_000


def loops_command(
    texts: Texts = None,
    model: ModelFile = None,
    account: AccountName = None,
    edits: Edits = None,
    with_author: WithAuthor = False,
    merged: Merged = False,
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

    chosen = part(speaker, doc, since, documents)
    how = HowToRead(
        date=date, pipeline=pipeline, max_mb=max_mb, actors=actors, lexicon=lexicon, part=chosen, metadata=metadata
    )
    given = from_texts(texts, how, [account], edits, join, with_author=with_author, merged=merged)
    loaded = load_one("loops", model, given)
    report = find_loops(loaded.models[0], longest=longest, most=most)
    answer(
        report, loaded, form, out, lang,
        view=lambda words: loops_view(report, loaded.models[0], words),
        page=lambda words, aside: loops_page(report, loaded.models[0], words, aside),
    )  # fmt: skip
