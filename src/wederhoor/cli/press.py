"""``wederhoor press``: what a lasting push does to every variable of a model."""

from __future__ import annotations

from wederhoor.cli.account_models import AccountName, Edits, FromTexts, Joins, Texts, WithAuthor, load_one, merged_names
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
    plain,
    question,
)
from wederhoor.cli.texts import Actors, Date, HowToRead, MaxMb, Pipeline
from wederhoor.documents import LIMIT_MB

DRAWS = 2_000
SEED = 1


def press_command(
    texts: Texts = None,
    model: ModelFile = None,
    account: AccountName = None,
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
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    prior: PriorOption = Prior.uniform,
    self_limit: Limits = SelfLimit.all,
    form: Form = Output.text,
    out: Out = None,
    lang: Lang = "en",
) -> None:
    """Push variables of an account and say what every other does: certain, robust, leaning or open, and on what that hangs.

    **Examples**

        wederhoor press article.txt --account Veldkamp --up onvrede

        wederhoor press --model harbour.csv --up police

        wederhoor press --model harbour.csv --up police --observed protest:down --format json
    """
    from wederhoor.exchange.runs.accounts import report_merges
    from wederhoor.exchange.runs.words import run_words
    from wederhoor.running import press

    given = FromTexts(
        texts=texts or [],
        how=HowToRead(date=date, pipeline=pipeline, max_mb=max_mb, actors=actors),
        accounts=(account,) if account else (),
        edits=edits,
        with_author=with_author,
        joins=tuple(join or ()),
    )
    loaded = load_one("press", model, given)
    pushed = merged_names(loaded, up), merged_names(loaded, down)
    report = press(loaded.models[0], question(*pushed, observed, draws, seed, prior, self_limit))
    told = report_merges(loaded.accounts, lang)
    if form is Output.json:
        emit(told.json(report), out, loaded.sources)
    elif form is Output.html:
        from wederhoor.exchange.runs.html import press_page

        emit(press_page(report, loaded.models[0], run_words(lang), told.aside()), out, loaded.sources)
    else:
        from wederhoor.exchange.runs.text import press_view

        emit(plain(told.view(press_view(report, loaded.models[0], run_words(lang))), out), out, loaded.sources)
    loaded.finish()
