"""``wederhoor model``: a model as a file of another tool."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from wederhoor.cli.model_options import Down, Lang, Limits, ModelFile, Out, SelfLimit, Up, emit
from wederhoor.cli.model_sources import (
    Loaded,
    load_one,
    merged_names,
)
from wederhoor.cli.model_texts import OneAccount
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.terminal import plain
from wederhoor.errors import notice

if TYPE_CHECKING:
    from wederhoor.exchange.models.writing import ModelForm
    from wederhoor.records import Model


class Target(StrEnum):
    """The formats that a model is written in."""

    text = "text"
    json = "json"
    csv = "csv"
    graphml = "graphml"
    xmile = "xmile"
    xmile_drawing = "xmile-drawing"
    kumu = "kumu"
    mermaid = "mermaid"
    dot = "dot"


@with_shared_options
def model_command(
    given: OneAccount,
    model: ModelFile = None,
    to: Annotated[
        Target, typer.Option(help="The format to write; xmile runs, xmile-drawing is a causal loop diagram.")
    ] = Target.text,
    out: Out = None,
    up: Up = None,
    down: Down = None,
    self_limit: Limits = SelfLimit.all,
    lang: Lang = None,
) -> None:
    """Show an account's model with the words it rests on, or write it for another tool: CSV, GraphML, XMILE, Kumu, Mermaid, DOT.

    The options --up, --down and --self-limit are for xmile: what is pressed when it runs.

    **Examples**

        wederhoor model article.txt --account Veldkamp

        wederhoor model article.txt --account Veldkamp --edits mine.txt --to csv --out veldkamp.csv

        wederhoor model --model harbour.csv --to graphml --out harbour.graphml

        wederhoor model --model harbour.csv --to xmile --up police --out harbour.xmile
    """
    loaded = load_one("model", model, given)
    shown = loaded.models[0]
    if to in (Target.text, Target.json):
        emit(_told(loaded, to, lang or loaded.lang, out), out, loaded.sources)
    elif to is Target.xmile:
        emit(_running(shown, merged_names(loaded, up), merged_names(loaded, down), self_limit), out, loaded.sources)
    else:
        emit(_written(shown, to), out, loaded.sources)
    loaded.finish()


def _told(loaded: Loaded, to: Target, lang: str, out: Path | None) -> str | bytes | None:
    from wederhoor.exchange.runs.accounts import model_view, write_account
    from wederhoor.exchange.runs.words import run_words
    from wederhoor.records import AccountModel

    one = loaded.accounts[0] if loaded.accounts else AccountModel(account="", model=loaded.models[0])
    return write_account(one) if to is Target.json else plain(model_view(one, run_words(lang), lang), out)


def _running(model: Model, up: list[str], down: list[str], limits: SelfLimit) -> str:
    from wederhoor.exchange.models.xmile import write_running
    from wederhoor.running import resolve

    pushed = [resolve(model, name) for name in up], [resolve(model, name) for name in down]
    text, run = write_running(model, *pushed, limits.value)
    if not run.settles:
        typer.echo(f"wederhoor: {notice('W532', model=model.name)}", err=True)
    return text


def _written(model: Model, to: Target) -> str:
    from wederhoor.exchange.models.writing import MODEL_WRITERS

    return MODEL_WRITERS[cast("ModelForm", to.value)].write(model)
