"""The layers of a reading whose items people judge and correct: the one table from which all rooms take what they need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

import msgspec

from wederhoor.records.claims import AuthorSide, CausalClaim, Condition, Conflict, Forecast
from wederhoor.records.spans import Span
from wederhoor.records.statements import Attribution, Entity
from wederhoor.records.world import Actor, Event

Layer = Literal["attributions", "entities", "actors", "events", "causal", "conditions", "forecasts", "conflicts"]
"""The layers of a reading that can be corrected, by their names in the reading format."""
Item = Attribution | Entity | Actor | Event | CausalClaim | Condition | Forecast | Conflict


class LayerFields(msgspec.Struct, frozen=True, kw_only=True):
    """What a layer is made of: its record, and fields of it by their names in JSON."""

    record: type[Item]
    known_by: tuple[str, ...]
    """The fields by whose words an item is known again in another reading; the first is never without words."""
    worded: tuple[str, ...] = ()
    """The fields whose words a person can choose anew, in the order of the record."""
    settable: tuple[str, ...] = ()
    """The fields that a person can set, in the order in which a form has them."""
    unoffered: tuple[str, ...] = ()
    """Of these, those that no form has: they can be set from the command line."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The fields that a form has."""
        return tuple(name for name in self.settable if name not in self.unoffered)

    @property
    def addable(self) -> tuple[str, ...]:
        """The values of an item that a person adds: those that can be set, and an actor's name."""
        return (*self.settable, "name") if self.record is Actor else self.settable


LAYERS: Final[Mapping[Layer, LayerFields]] = {
    "attributions": LayerFields(
        record=Attribution,
        known_by=("content", "cue"),
        worded=("content", "cue", "source"),
        settable=("speaker", "attitude", "polarity", "certainty", "form"),
    ),
    "entities": LayerFields(
        record=Entity, known_by=("span",), worded=("span",), settable=("type",), unoffered=("type",)
    ),
    "actors": LayerFields(
        record=Actor, known_by=("mentions",), worded=("mentions",), settable=("kind", "country", "sector")
    ),
    "events": LayerFields(
        record=Event,
        known_by=("trigger", "span"),
        worded=("trigger", "span"),
        settable=("code", "modality", "polarity", "mode"),
        unoffered=("mode",),
    ),
    "causal": LayerFields(
        record=CausalClaim,
        known_by=("cause", "effect"),
        worded=("cause", "effect", "marker"),
        settable=("sign", "cause_change", "effect_change"),
        unoffered=("cause_change", "effect_change"),
    ),
    "conditions": LayerFields(
        record=Condition,
        known_by=("antecedent", "consequent"),
        worded=("antecedent", "consequent"),
        settable=("kind",),
    ),
    "forecasts": LayerFields(
        record=Forecast, known_by=("span",), worded=("span", "condition"), settable=("kind", "from", "until")
    ),
    "conflicts": LayerFields(record=Conflict, known_by=("a", "b"), settable=("kind",)),
}
"""Every layer, in the order of the reading format."""
LISTS: Final = frozenset({"content", "cue", "source", "mentions"})
"""Fields with several spans; the other fields with words have one."""
_FIELDS: Final = {fields.record: fields for fields in LAYERS.values()}


def fields_of(item: Item) -> LayerFields:
    """What the layer of an item is made of."""
    return _FIELDS[type(item)]


def item_id(item: Item) -> str | None:
    """The id of an item; names of entities have none."""
    return None if isinstance(item, Entity) else item.id


def spans_in(value: Any) -> tuple[Span, ...]:  # noqa: ANN401  # whatever a field holds
    """The spans that a field holds: one, several, or none. A side of a conflict that is a statement has none of its own."""
    if isinstance(value, AuthorSide):
        return (value.author,)
    if isinstance(value, str) or not value:
        return ()
    return tuple(value) if isinstance(value[0], tuple | list) else (value,)
