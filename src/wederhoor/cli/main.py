"""The command ``wederhoor`` and what its commands share: the version, and errors in one line."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from wederhoor.cli.accounts import accounts_command
from wederhoor.cli.cases import cases_command
from wederhoor.cli.compare import compare_command
from wederhoor.cli.conflicts import conflicts_command
from wederhoor.cli.correct import correct_command
from wederhoor.cli.evaluate import evaluate_command
from wederhoor.cli.events import events_command
from wederhoor.cli.export import export_command
from wederhoor.cli.faults import DEBUG
from wederhoor.cli.forecasts import forecasts_command
from wederhoor.cli.lexicon import lexicon_app
from wederhoor.cli.loops import loops_command
from wederhoor.cli.model import model_command
from wederhoor.cli.press import press_command
from wederhoor.cli.read import read_command
from wederhoor.cli.report import report_command
from wederhoor.cli.schema import schema_command
from wederhoor.cli.search import search_command
from wederhoor.cli.serve import serve_command
from wederhoor.errors import WederhoorError, asking_for_extras
from wederhoor.version import VERSION

app = typer.Typer(
    name="wederhoor",
    help="Hear every side: who says what in a text, each item with its exact words and its exact speaker.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("read")(read_command)
app.command("cases")(cases_command)
app.command("search")(search_command)
app.command("correct")(correct_command)
app.command("events")(events_command)
app.command("export")(export_command)
app.command("accounts")(accounts_command)
app.command("report")(report_command)
app.command("conflicts")(conflicts_command)
app.command("forecasts")(forecasts_command)
app.command("loops")(loops_command)
app.command("press")(press_command)
app.command("compare")(compare_command)
app.command("model")(model_command)
app.command("serve")(serve_command)
app.command("evaluate")(evaluate_command)
app.add_typer(lexicon_app, name="lexicon")
app.command("schema")(schema_command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"wederhoor {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[  # noqa: ARG001  # its callback has answered it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program a fault of its own happened; for reports.")
    ] = False,
) -> None:
    """Options of every command."""
    if debug:
        os.environ[DEBUG] = "1"


def run() -> None:
    """Run the command line; an error that Wederhoor foresees ends in one line and exit code 2."""
    # the models' matrices are small: a second thread makes one document slower and takes the core from the next one
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character still gets the rest
    try:
        with asking_for_extras():
            app()
    except WederhoorError as error:
        typer.echo(f"wederhoor: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("wederhoor: stopped; what was written before is complete.", err=True)
        sys.exit(130)
