"""The quality gate: floors that scores may not fall below, pinned in a file with the checksum of the gold.

A floor rises by ``pin_floors`` and never sinks by it unless asked: to lower one is a deliberate act, and the history of
the file shows it. Scores on other gold are not comparable, so a changed gold needs floors of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.evaluation.gold import GoldDocument, checksum, layer_checksums
from wederhoor.evaluation.measures import PrecisionRecall, Ratios, Share
from wederhoor.evaluation.scores import Scores
from wederhoor.records.prepared import prepared

STEP = Decimal("0.005")

HEADER = """\
# Floors of the scores: a run that falls below one fails. They belong to the gold of this checksum.
# Lowering a floor is a deliberate act: the commit that does it says why.
"""

Figures = dict[str, float]


GROUPS = ("attributions", "commitment", "entities", "actors", "events", "claims")


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors file: by group of scores, the least F1 or accuracy of each by its name.

    ``gold_sha256`` is of texts, attributions and entities; ``layers_sha256`` of the layers that have floors of their own,
    by group. A floors file that says nothing of a layer holds whatever is annotated in it.
    """

    gold_sha256: str
    attributions: Figures
    layers_sha256: dict[str, str] = {}
    commitment: Figures = {}
    entities: Figures = {}
    actors: Figures = {}
    events: Figures = {}
    claims: Figures = {}


def figures(scores: Scores) -> dict[str, Figures]:
    """The one figure of each score that a floor is set for: F1, the accuracy of a share, or a mean."""
    return {group: _figures(getattr(scores, group)) for group in GROUPS}


def check_floors(path: Path, scores: Scores, gold: Sequence[GoldDocument]) -> Floors:
    """Compare scores with the floors of a file, and return these where all hold.

    Raises W304 where the floors are of other gold; W303, naming every miss, where a score is below its floor or was not
    taken at all; W104 or W301 for a file that cannot be read or has no floors.
    """
    floors = _read(path)
    _check_gold(path, floors, gold)
    reached = figures(scores)
    misses = [
        (f"{group}.{name}", _shown(reached[group].get(name)), f"{floor:g}")
        for group, pinned in _groups(floors).items()
        for name, floor in pinned.items()
        if reached[group].get(name, -1.0) < floor
    ]
    if misses:
        (measure, score, floor), *others = misses
        also = [f"{name} is {reached} and not {least}" for name, reached, least in others]
        raise WederhoorError("W303", where="; ".join([str(path), *also]), measure=measure, score=score, floor=floor)
    return floors


def pin_floors(path: Path, scores: Scores, gold: Sequence[GoldDocument], *, anew: bool = False) -> Floors:
    """Write the scores, rounded down to .005, as floors. Floors that are there already and higher stay.

    Raises as ``check_floors`` where the file has floors that the scores do not reach (``anew`` drops the old floors
    first), and W401 where the file cannot be written.
    """
    old: dict[str, Figures] = {}
    if path.exists() and not anew:
        old = _groups(check_floors(path, scores, gold))
    new = {
        group: {name: max(_rounded_down(value), old.get(group, {}).get(name, 0.0)) for name, value in reached.items()}
        for group, reached in figures(scores).items()
    }
    floors = Floors(checksum(gold), layers_sha256=layer_checksums(gold), **new)
    try:
        path.write_text(_toml(floors), encoding="utf-8", newline="\n")
    except OSError as error:
        raise WederhoorError("W401", where=path, why=error.strerror or str(error)) from error
    return floors


def _check_gold(path: Path, floors: Floors, gold: Sequence[GoldDocument]) -> None:
    actual = checksum(gold)
    if floors.gold_sha256 != actual:
        raise WederhoorError("W304", where=f"of {path}", found=actual, expected=floors.gold_sha256)
    for layer, found in layer_checksums(gold).items():
        expected = floors.layers_sha256.get(layer, found)
        if expected != found:
            raise WederhoorError("W304", where=f"({layer}) of {path}", found=found, expected=expected)


def _figures(group: msgspec.Struct | None) -> Figures:
    if group is None:
        return {}
    values = {name: _figure(getattr(group, name)) for name in group.__struct_fields__}
    return {name: value for name, value in values.items() if value is not None}


def _figure(value: object) -> float | None:
    match value:
        case PrecisionRecall() | Ratios():
            return value.f1
        case Share():
            return value.accuracy
        case float():
            return value
        case _:
            return None


def _groups(floors: Floors) -> dict[str, Figures]:
    return {group: getattr(floors, group) for group in GROUPS}


def _rounded_down(value: float) -> float:
    """The multiple of .005 at or below a score. In decimals: .735 * 200 in floats may fall short of 147."""
    return float((Decimal(repr(value)) / STEP).to_integral_value(ROUND_FLOOR) * STEP)


def _shown(value: float | None) -> str:
    # rounded down, so that a score just below its floor is not shown as having reached it
    return "not scored" if value is None else str(Decimal(repr(value)).quantize(Decimal("0.0001"), ROUND_FLOOR))


def _read(path: Path) -> Floors:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=prepared(Floors))
    except OSError as error:
        raise WederhoorError("W104", where=path, why=error.strerror or str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WederhoorError("W301", where=f"The floors file {path}", why=str(error)) from error


def _toml(floors: Floors) -> str:
    tables = [
        "\n".join([f"[{group}]", *(f"{name} = {floor!r}" for name, floor in pinned.items())])
        for group, pinned in _groups(floors).items()
        if pinned
    ]
    if floors.layers_sha256:
        sums = (f'{layer} = "{sha256}"' for layer, sha256 in floors.layers_sha256.items())
        tables.insert(0, "\n".join(["[layers_sha256]", *sums]))
    return "\n\n".join([f'{HEADER}gold_sha256 = "{floors.gold_sha256}"', *tables]) + "\n"
