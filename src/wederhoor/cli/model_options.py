"""What the commands on models share: their options, the models themselves, and where the result goes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wederhoor.cli.destination import Destination
from wederhoor.cli.shared_options import Shared
from wederhoor.errors import notice

if TYPE_CHECKING:
    from wederhoor.records import Model
    from wederhoor.running import Question

DRAWS = 2_000
SEED = 1


class ResultFormat(StrEnum):
    """How a result is written."""

    text = "text"
    json = "json"
    html = "html"


class Prior(StrEnum):
    """How weights are drawn."""

    uniform = "uniform"
    log_uniform = "log-uniform"
    equal = "equal"


class SelfLimit(StrEnum):
    """Which variables limit themselves."""

    given = "given"
    all = "all"


ModelFile = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="FILE", help="A CSV file with columns from,to,sign, or GraphML; - for standard input."
    ),
]
ModelFiles = Annotated[
    list[str] | None,
    typer.Option("--model", metavar="FILE", help="A model, as CSV or GraphML; give two or more of these options."),
]
Up = Annotated[list[str] | None, typer.Option("--up", metavar="NAME", help="A variable that is pushed up, lastingly.")]
Down = Annotated[
    list[str] | None, typer.Option("--down", metavar="NAME", help="A variable that is pushed down, lastingly.")
]
Observed = Annotated[
    list[str] | None,
    typer.Option(
        "--observed", metavar="NAME:WAY", help="What is known to have happened: NAME:up, NAME:down or NAME:none."
    ),
]
Draws = Annotated[
    int, typer.Option("--draws", min=1, max=100_000, help="How often weights are drawn, under each prior.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same draws.")]
PriorOption = Annotated[Prior, typer.Option("--prior", help="How the weights are drawn that the shares are of.")]
Limits = Annotated[
    SelfLimit,
    typer.Option("--self-limit", help="given: the edges from a variable to itself in the file; all: every variable."),
]
Form = Annotated[
    ResultFormat,
    typer.Option("--format", "-f", help="text for the terminal, json, or html for one self-contained page."),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="File to write.")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", help="Language of the words around the result, en or nl; that of the texts, else English."),
]


def load_models(sources: Sequence[str]) -> list[Model]:
    """The models of these files, in their order. Names that differ in capitals only are told on standard error."""
    from wederhoor.exchange.models import alike, read_model

    models = []
    for source in sources:
        model = read_model(sys.stdin.buffer if source == "-" else source)
        for first, second in alike(model):
            typer.echo(f"wederhoor: {notice('W530', where=source, first=first, second=second)}", err=True)
        models.append(model)
    return models


class Pressed(msgspec.Struct, frozen=True):
    """What is pushed in a model, what is known to have happened, and how often weights are drawn from what."""

    up: list[str] | None
    down: list[str] | None
    observed: tuple[str, ...]
    draws: int
    seed: int
    prior: Prior
    limits: SelfLimit

    def question(self, up: list[str], down: list[str]) -> Question:
        """What is asked, of variables by their names in the model. Raises W505 and W506 for observations that cannot be."""
        from wederhoor.running import Question, read_observations

        return Question(
            up=tuple(up),
            down=tuple(down),
            observed=read_observations(self.observed),
            draws=self.draws,
            seed=self.seed,
            prior=self.prior.value,
            self_limit=self.limits.value,
        )


def pressed(
    up: Up = None,
    down: Down = None,
    observed: Observed = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    prior: PriorOption = Prior.uniform,
    self_limit: Limits = SelfLimit.all,
) -> Pressed:
    """What is asked, from the options of a command."""
    return Pressed(up, down, tuple(observed or ()), draws, seed, prior, self_limit)


Pushed = Annotated[Pressed, Shared(pressed)]


def emit(data: str | bytes | None, out: Path | None, sources: Sequence[str] = ()) -> None:
    """Write to the file or to standard output; nothing where all was shown. Raises W401 as ``Destination`` does."""
    if data is not None:
        with Destination(out, map(Path, sources)) as destination:
            destination.write(data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data)
