"""What a form offers to correct of an item: the fields with the values that they can have, and those with words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from wederhoor.exchange.wording import Wording
from wederhoor.records import LAYERS, Item, Layer, Span, spans_in, words_at
from wederhoor.web.words import WebWords

NONE: Final[dict[Any, str]] = {"": "–"}
DAYS: Final = frozenset({"from", "until"})


class Choice(msgspec.Struct, frozen=True):
    """A field with what it is and what the form shows, which differ where somebody typed what was not saved.

    ``options`` are its values and their names, none where any text will do.
    """

    field: str
    now: str
    shown: str
    options: Mapping[Any, str]
    is_day: bool = False


class WordField(msgspec.Struct, frozen=True):
    """A field with the words that it has and those that the form shows, the parts of a list with a gap between them."""

    field: str
    now: str
    shown: str

    @property
    def changed(self) -> bool:
        return self.now != self.shown


def field_name(field: str, wording: Wording, words: WebWords) -> str:
    """What a field is called, by the views of a reading or else by the pages."""
    return getattr(wording.labels, field, None) or words.fields.get(field, field)


def value_name(layer: Layer | None, field: str, value: str, wording: Wording) -> str:
    """What a value of a field is called: *ontkenning* for ``deny``; itself where any text will do."""
    return _options(layer, wording).get(field, {}).get(value, value) if layer else value


def choices(layer: Layer, item: Item, wording: Wording, typed: Mapping[str, str]) -> list[Choice]:
    """The fields of an item that can be set, with what somebody ``typed`` where it was not saved."""
    options = _options(layer, wording)
    values = {field: value_of(item, field) for field in LAYERS[layer].offered}
    return [
        Choice(field, now, typed.get(f"set.{field}", now), options.get(field, {}), field in DAYS)
        for field, now in values.items()
    ]


def value_of(item: Item, field: str) -> str:
    """What a field holds, as a form shows it; empty where it holds nothing."""
    return str(msgspec.to_builtins(item).get(field) or "")


def words(layer: Layer, item: Item, text: str, typed: Mapping[str, str]) -> list[WordField]:
    """The fields of an item that stand on words, with what somebody ``typed``."""
    now = words_of_field(layer, item, text)
    return [WordField(name, quote, typed.get(f"words.{name}", quote)) for name, quote in now.items()]


def words_of_field(layer: Layer, item: Item, text: str) -> dict[str, str]:
    """The words of each field that stands on words; the mentions of an actor are too many for a form."""
    return {name: words_at(text, spans_of(item, name)) for name in LAYERS[layer].worded if name != "mentions"}


def spans_of(item: Item, field: str) -> tuple[Span, ...]:
    """Where the words of a field stand now; none where it has none."""
    return spans_in(getattr(item, field, None))


def _options(layer: Layer, wording: Wording) -> dict[str, Mapping[Any, str]]:
    scene, cases = wording.scene, wording.cases
    kinds: dict[Layer, Mapping[Any, str]] = {
        "actors": scene.kinds,
        "conflicts": cases.kinds,
        "conditions": cases.condition_kinds,
        "forecasts": {"expectation": cases.expectation, "plan": cases.plan},
    }
    return {
        "attitude": wording.attitudes,
        "polarity": wording.polarities,
        "certainty": wording.certainties,
        "form": wording.forms,
        "sector": {**NONE, **scene.sectors},
        "code": scene.codes,
        "modality": scene.modalities,
        "sign": cases.signs,
        "kind": kinds.get(layer, {}),
    }
