"""``wederhoor evaluate``: score readings against gold, list what was missed, hold a floor."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.cli.texts import Lexicon
from wederhoor.records import LAYERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wederhoor.evaluation import GoldDocument
    from wederhoor.records import Study


LayerName = StrEnum("LayerName", [(name, name) for name in LAYERS])  # type: ignore[misc]  # mypy wants them written out
"""A layer whose misses are listed."""


class ScoreFormat(StrEnum):
    """How scores are written."""

    text = "text"
    json = "json"


def evaluate_command(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD.json...", help="Gold files in the reading format, or folders of them.")
    ],
    entities: Annotated[
        Path | None, typer.Option(help="Folder with gold entities and actors of the same documents.")
    ] = None,
    events: Annotated[Path | None, typer.Option(help="Folder with gold events of the same documents.")] = None,
    claims: Annotated[
        Path | None, typer.Option(help="Folder with gold causes, conditions, forecasts and conflicts of the same.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, with context.")] = False,
    layer: Annotated[
        list[LayerName] | None, typer.Option(help="With --errors: list this layer only; may be given again.")
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="List the rules that found something, and how much of it gold has too.")
    ] = False,
    gate: Annotated[
        Path | None, typer.Option(help="Floors file: fail where a score is under its floor or the gold has changed.")
    ] = None,
    pin: Annotated[
        Path | None, typer.Option(help="Write a floors file from these scores, rounded down to .005.")
    ] = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="With --pin: lower floors or take other gold, on purpose.")
    ] = False,
    form: Annotated[ScoreFormat, typer.Option("--format", "-f", help="A table, or JSON.")] = ScoreFormat.text,
    lang: Annotated[str | None, typer.Option(help="Language of the gold; without it that of its first text.")] = None,
    lexicon: Lexicon = None,
    pipeline: Annotated[
        str | None, typer.Option(help="An installed spaCy pipeline in place of the shipped one.")
    ] = None,
) -> None:
    """Read the gold documents' texts and score the readings, in each layer that the gold has.

    The layers: who says what, names, actors, events, causes, conditions, forecasts, conflicts.

    **Examples**

        wederhoor evaluate gold/dev --entities gold/entities-dev --events gold/events-dev

        wederhoor evaluate gold/dev --errors

        wederhoor evaluate gold/dev --events gold/events-dev --errors --layer events

        wederhoor evaluate gold/dev --rules

        wederhoor evaluate gold/dev --gate floors.toml
    """
    from wederhoor import evaluation

    documents = evaluation.load_gold(gold, entities, events=events, claims=claims)
    studies = _read(documents, lang, pipeline, lexicon)
    readings = {doc: study.reading for doc, study in studies.items()}
    scores = evaluation.evaluate(documents, readings)
    missed = evaluation.with_rules(evaluation.find_misses(documents, readings), studies) if errors or rules else []
    misses = [miss for miss in missed if not layer or miss.layer in layer] if errors else None
    by_rule = evaluation.rule_scores(documents, studies, missed) if rules else None
    if form is ScoreFormat.json:
        typer.echo(evaluation.scores_json(scores, misses, by_rule))
    else:
        from rich.console import Console

        console = Console(highlight=False)
        console.print(evaluation.scores_table(scores))
        if by_rule is not None:
            console.print(evaluation.rules_table(by_rule))
        if misses is not None:
            console.print(evaluation.misses_list(misses), soft_wrap=True)  # a miss a line, to search in
    if pin:
        evaluation.pin_floors(pin, scores, documents, anew=anew)
    if gate:
        evaluation.check_floors(gate, scores, documents)


def _read(
    documents: Sequence[GoldDocument], lang: str | None, pipeline: str | None, lexicon: Path | None
) -> dict[str, Study]:
    from wederhoor.documents import identify_language
    from wederhoor.languages.pack import available_languages
    from wederhoor.reading import open_student
    from wederhoor.records import Document

    lang = lang or identify_language(documents[0].text, available_languages()).code
    student = open_student(lang, pipeline, lexicon=lexicon)
    return {gold.doc: student(Document(doc=gold.doc, text=gold.text, lang=lang, date=gold.date)) for gold in documents}
