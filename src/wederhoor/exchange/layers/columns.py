"""What the columns of a table are, from the record of its rows: for data dictionaries, Parquet schemas and tests."""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec
from msgspec import inspect

from wederhoor.records import Role

Kind = Literal["string", "integer", "number", "boolean", "span", "role"]
"""``span`` is a pair of offsets, ``role`` a title and of what."""
_SIMPLE: Final[dict[type, Kind]] = {
    inspect.StrType: "string",
    inspect.LiteralType: "string",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
}


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column. ``many``: a cell has any number of such parts; ``optional``: it may be empty, in which case it is null.

    ``values`` are all that there are, in their order, for one that takes no others. ``of`` is the record that the column
    belongs to.
    """

    name: str
    kind: Kind
    many: bool = False
    optional: bool = False
    values: tuple[str, ...] = ()


def columns_of(rows: type[msgspec.Struct]) -> tuple[Column, ...]:
    """The columns of a table, in its order. Raises TypeError for a record whose fields no table can have."""
    told = inspect.type_info(rows)
    if not isinstance(told, inspect.StructType):
        raise TypeError(f"{rows} is no record")
    return tuple(_column(field.encode_name, field.type) for field in told.fields)


def _column(name: str, told: Any) -> Column:  # noqa: ANN401  # any of msgspec's descriptions of a type
    choices = told.types if isinstance(told, inspect.UnionType) else (told,)
    kinds = [one for one in choices if not isinstance(one, inspect.NoneType)]
    optional = len(kinds) < len(choices)
    values = tuple(str(value) for one in kinds if isinstance(one, inspect.LiteralType) for value in one.values)
    [first] = {type(one): one for one in kinds}.values()
    if isinstance(first, inspect.VarTupleType):
        part = _column(name, first.item_type)
        return msgspec.structs.replace(part, many=True, optional=False)
    return Column(name=name, kind=_kind(name, first), optional=optional, values=values)


def _kind(name: str, told: Any) -> Kind:  # noqa: ANN401  # the same
    if isinstance(told, inspect.TupleType):
        return "span"
    if isinstance(told, inspect.StructType) and told.cls is Role:
        return "role"
    if type(told) not in _SIMPLE:
        raise TypeError(f"{name}: no table can have {told}")
    return _SIMPLE[type(told)]
