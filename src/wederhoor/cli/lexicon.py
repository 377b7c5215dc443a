"""``wederhoor lexicon``: a pack or a file of one's own words looked over, and the skeleton of a new pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from wederhoor.languages.pack import LanguagePack

lexicon_app = typer.Typer(
    no_args_is_help=True, help="Look over the words of a language, or your own; begin a new language."
)


@lexicon_app.command("check")
def check_command(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[LANG|FILE]", help="A language, or a file of your own words; without it all languages."
        ),
    ] = None,
    pipeline: Annotated[
        str | None,
        typer.Option(help="An installed spaCy pipeline that reads the examples, in place of the shipped one."),
    ] = None,
) -> None:
    """Look for what cannot work in the words of a language, or in your own, and read the example of every row that has one.

    **Examples**

        wederhoor lexicon check

        wederhoor lexicon check nl

        wederhoor lexicon check mine.toml
    """
    from wederhoor.languages.pack import available_languages

    wrong = 0
    for pack in [_pack(what)] if what else [_pack(code) for code in available_languages()]:
        wrong += _told(pack, pipeline)
    if wrong:
        raise WederhoorError("W207", count=wrong)


@lexicon_app.command("new")
def new_command(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet.")],
    name: Annotated[str, typer.Option(help="The language in its own words.")] = "",
) -> None:
    """Make the files of a pack for a new language, with every key in them, empty.

    **Example**

        wederhoor lexicon new wederhoor_fr --name français
    """
    from wederhoor.languages.skeleton import skeleton

    try:
        folder.mkdir(parents=True)
        for file, text in skeleton({"name": name}).items():
            (folder / file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise WederhoorError(
            "W205", where=folder, why=f"nothing can be made there: {error.strerror or error}"
        ) from None
    typer.echo(f"{folder}: the tables of a pack. What to do next: CONTRIBUTING.md, Add a language.")


def _pack(what: str) -> LanguagePack:
    """The pack of a language, or one with what a file adds to it. Raises W203, W205, W206."""
    from wederhoor.languages.overlay import read_overlay
    from wederhoor.languages.pack import available_languages, load_pack

    if what in available_languages():
        return load_pack(what)
    path = Path(what)
    return load_pack(read_overlay(path).lang, path)


def _told(pack: LanguagePack, pipeline: str | None) -> int:
    """Tell what is wrong with a pack; how much that is."""
    from wederhoor.languages.check import faults_of
    from wederhoor.reading.examples import examples_of
    from wederhoor.syntax.pipeline import load_pipeline

    name = pack.lexicon.split(" ")[0] if pack.lexicon else pack.code
    faults = [str(fault) for fault in faults_of(pack)]
    read = 0
    if not faults:
        about = pack.about
        nlp = load_pipeline(pipeline or about.pipeline, about.probe, None if pipeline else about.wheel)
        for one in examples_of(pack, nlp):
            read += one.read
            if not one.read:
                faults.append(f"{one.table}.toml: {one.row}: does not read its example: {one.sentence}")
    for fault in faults:
        typer.echo(f"{name}: {fault}")
    if not faults:
        typer.echo(f"{name}: nothing is wrong; {read} examples are read by their rows.")
    return len(faults)
