"""Options that several commands have: told in one place, and handed to each command as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any


@dataclass(frozen=True)
class Shared:
    """In the annotation of a parameter: ``make`` gives its value, and the parameters of ``make`` are options of the command.

    One of those may be shared, too.
    """

    make: Callable[..., object]


def with_shared_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of what makes its shared parameters in the place of these."""

    @wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401  # an option has whatever type it says
        command(**_values(command, given))

    options = tuple(_options(command))
    run.__signature__ = Signature(options)  # type: ignore[attr-defined]  # how inspect is told
    run.__annotations__ = {option.name: option.annotation for option in options}
    return run


def _parameters(of: Callable[..., object]) -> Iterator[tuple[Parameter, Callable[..., object] | None]]:
    """The parameters of a function, each with what makes its value where it is shared."""
    for parameter in signature(of, eval_str=True).parameters.values():
        told = getattr(parameter.annotation, "__metadata__", ())
        yield parameter, next((one.make for one in told if isinstance(one, Shared)), None)


def _options(of: Callable[..., object]) -> Iterator[Parameter]:
    for parameter, make in _parameters(of):
        if make is None:
            yield parameter.replace(kind=Parameter.KEYWORD_ONLY)
        else:
            yield from _options(make)


def _values(of: Callable[..., object], given: Mapping[str, Any]) -> dict[str, Any]:
    """By the parameters of a function what is given for them, or made of what is."""
    return {
        parameter.name: given[parameter.name] if make is None else make(**_values(make, given))
        for parameter, make in _parameters(of)
    }
