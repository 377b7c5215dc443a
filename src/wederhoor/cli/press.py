"""``wederhoor press``: what a lasting push does to every variable of a model."""

from __future__ import annotations

from wederhoor.cli.case_input import Join
from wederhoor.cli.case_part import TOGETHER, Docs, Most, Since, Speaker, part
from wederhoor.cli.model_options import (
    Down,
    Draws,
    Form,
    Lang,
    Limits,
    ModelFile,
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
    AccountName,
    Edits,
    Merged,
    Texts,
    WithAuthor,
    answer,
    from_texts,
    load_one,
    merged_names,
)
from wederhoor.cli.texts import Actors, Date, HowToRead, Lexicon, MaxMb, Metadata, Pipeline
from wederhoor.documents import LIMIT_MB

DRAWS = 2_000
SEED = 1


def press_command(
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
    up: Up = None,
    down: Down = None,
    observed: Observed = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    prior: PriorOption = Prior.uniform,
    self_limit: Limits = SelfLimit.all,
    form: Form = ResultFormat.text,
    out: Out = None,
    lang: Lang = None,
) -> None:
    """Push variables of an account and say what every other does: certain, robust, leaning or open, and on what that hangs.

    **Examples**

        wederhoor press article.txt --account Veldkamp --up onvrede

        wederhoor press --model harbour.csv --up police

        wederhoor press --model harbour.csv --up police --observed protest:down --format json
    """
    from wederhoor.exchange.runs.html import press_page
    from wederhoor.exchange.runs.text import press_view
    from wederhoor.running import press

    chosen = part(speaker, doc, since, documents)
    how = HowToRead(
        date=date, pipeline=pipeline, max_mb=max_mb, actors=actors, lexicon=lexicon, part=chosen, metadata=metadata
    )
    given = from_texts(texts, how, [account], edits, join, with_author=with_author, merged=merged)
    loaded = load_one("press", model, given)
    pushed = merged_names(loaded, up), merged_names(loaded, down)
    report = press(loaded.models[0], question(*pushed, observed, draws, seed, prior, self_limit))
    answer(
        report, loaded, form, out, lang,
        view=lambda words: press_view(report, loaded.models[0], words),
        page=lambda words, aside: press_page(report, loaded.models[0], words, aside),
    )  # fmt: skip
