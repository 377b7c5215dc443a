"""The tables of a language of which nothing is known yet: every key is there, and empty."""

from __future__ import annotations

from typing import Any

import rtoml
from msgspec import inspect

from wederhoor.languages.layout import ROWS, WHOLE

_PLAIN: dict[type, object] = {
    inspect.StrType: "",
    inspect.IntType: 0,
    inspect.FloatType: 0.0,
    inspect.BoolType: False,
    inspect.DictType: {},
}


def skeleton(about: dict[str, str]) -> dict[str, str]:
    """The files of a new pack by their names: TOML. ``about`` has what is known of the keys of ``pack.toml``."""
    tables: dict[str, Any] = {name: _empty(inspect.type_info(kind)) for name, kind in WHOLE.items()}
    tables |= {name: {key: []} for name, (key, _) in ROWS.items()}
    tables["pack"] = {**tables["pack"], **about}
    return {f"{name}.toml": rtoml.dumps(table) for name, table in tables.items()}


def _empty(kind: inspect.Type) -> object:
    """The empty value of a type: of a record one in which every key that must be there is empty."""
    if isinstance(kind, inspect.StructType):
        return {field.encode_name: _empty(field.type) for field in kind.fields if field.required}
    if isinstance(kind, inspect.TupleType):
        return [_empty(item) for item in kind.item_types]
    if isinstance(kind, inspect.LiteralType):
        return kind.values[0]
    return _PLAIN.get(type(kind), [])
