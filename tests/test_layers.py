"""The table of layers says what the records and the reading format say."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from wederhoor.exchange.json import read_readings
from wederhoor.records import LAYERS, Layer, Reading, fields_of, spans_in
from wederhoor.records.claims import AuthorSide


def test_every_layer_is_in_it_in_the_order_of_the_format() -> None:
    assert [*LAYERS] == [*get_args(Layer)]
    order = [name for name in Reading.__struct_fields__ if name in LAYERS]
    assert order == [*LAYERS]


@pytest.mark.parametrize("layer", LAYERS)
def test_it_names_fields_of_the_record(layer: Layer) -> None:
    fields = LAYERS[layer]
    own = fields.record.__struct_encode_fields__
    assert {*fields.known_by, *fields.worded, *fields.settable} <= {*own}
    assert {*fields.unoffered} <= {*fields.settable}
    assert [name for name in own if name in fields.worded] == [*fields.worded]
    assert not {*fields.worded} & {*fields.settable}


def test_a_field_holds_one_span_several_or_none() -> None:
    assert spans_in((3, 7)) == ((3, 7),)
    assert spans_in(((3, 7), (9, 12))) == ((3, 7), (9, 12))
    assert spans_in(AuthorSide((3, 7))) == ((3, 7),)
    assert spans_in(None) == spans_in(()) == spans_in("A1") == ()


def test_an_item_is_of_one_layer() -> None:
    records = [fields.record for fields in LAYERS.values()]
    assert len({*records}) == len(records)
    (reading,) = read_readings(Path(__file__).parent / "data" / "oosterwaal.json")
    items = [(layer, item) for layer in LAYERS for item in getattr(reading, layer)]
    assert items
    assert all(fields_of(item) is LAYERS[layer] for layer, item in items)
