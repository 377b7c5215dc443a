"""Everything that Wederhoor says when something is wrong, coded; the words are in ``messages``.

raise WederhoorError("W101", where="brief.txt")
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from wederhoor.errors.messages import TEMPLATES, Code

__all__ = [
    "EXTRAS", "KINDS", "TEMPLATES", "CaseError", "Code", "InputError", "Notice", "SetupError", "WederhoorError",
    "asking_for_extras", "notice", "notice_of",
]  # fmt: skip
EXTRAS: Final = {
    "alembic": "cases",
    "sqlalchemy": "cases",
    "fastapi": "web",
    "multipart": "web",
    "python_multipart": "web",
    "starlette": "web",
    "uvicorn": "web",
    "scipy": "evaluation",
    "docx": "files",
    "feedparser": "files",
    "lxml": "files",
    "pypdf": "files",
    "striprtf": "files",
    "trafilatura": "files",
    "warcio": "files",
    "distributed": "corpus",
    "duckdb": "corpus",
    "pyarrow": "corpus",
}
"""What a plain installation lacks, by the module's name, and the extra that brings it."""


class Notice(msgspec.Struct, frozen=True):
    """A message that stops nothing: the same codes and texts as the errors, to show or to keep beside a result."""

    code: Code
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class WederhoorError(Exception):
    """Something that the user can put right. ``str()`` of it is one line with the code in front.

    Each is an InputError, a SetupError or a CaseError by its code. ``values`` are the placeholders of the code's template, all of
    them; a missing one is a KeyError at the raise.
    """

    def __new__(cls, *given: object, **_: object) -> WederhoorError:  # noqa: PYI034  # of another class than this one
        """An error of the class that its code belongs to; subclasses with codes of their own stay what they are."""
        return super().__new__(KINDS[str(given[0])[1]] if cls is WederhoorError and given else cls)

    def __init__(self, code: Code, **values: object) -> None:
        self.code: Code = code
        self.values = values
        self.message = _message(code, values)
        super().__init__(f"{code}: {self.message}")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions pickle by their arguments only; a process pool would lose the values and fail on the way back.
        return _rebuilt, (self.code, self.values)


class InputError(WederhoorError):
    """What was given cannot be used: a text, gold, a model, a question, a file of the user's own (W1.., W3.., W5.., W6..)."""


class SetupError(WederhoorError):
    """Something is missing on this machine, or cannot be written or served there (W2.., W4.., W9..)."""


class CaseError(WederhoorError):
    """A case, or what is asked of it, does not fit (W7.., W8..)."""


KINDS: Final[dict[str, type[WederhoorError]]] = {
    "1": InputError,
    "2": SetupError,
    "3": InputError,
    "4": SetupError,
    "5": InputError,
    "6": InputError,
    "7": CaseError,
    "8": CaseError,
    "9": SetupError,
}
"""The class of an error, by the first digit of its code."""


def notice(code: Code, **values: object) -> Notice:
    """The message of ``code`` as a notice."""
    return Notice(code, _message(code, values))


def notice_of(error: WederhoorError) -> Notice:
    """An error that was survived (one file of many) as a notice."""
    return Notice(error.code, error.message)


@contextmanager
def asking_for_extras() -> Iterator[None]:
    """Turn the lack of a package that comes with an extra into W204, which says what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in EXTRAS:
            raise
        raise WederhoorError("W204", package=package, extra=EXTRAS[package]) from error


def _message(code: Code, values: dict[str, object]) -> str:
    return TEMPLATES[code].format_map({name: _one_line(str(value)) for name, value in values.items()})


def _one_line(value: str) -> str:
    # A file name can hold line breaks, RTL marks and bytes that are no characters; a terminal must survive them all.
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in value)


def _rebuilt(code: Code, values: dict[str, object]) -> WederhoorError:
    return WederhoorError(code, **values)
