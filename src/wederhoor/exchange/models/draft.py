"""A model while its file is read: edges as they come, what contradicts is refused with both lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final, get_args

from wederhoor.errors import WederhoorError
from wederhoor.records import CORRELATES, Edge, Ground, LinkStance, Model, Sign, Stance, UnheldLink, Variable
from wederhoor.running.claims import HELD

SIGNS: Final[dict[str, Sign]] = {"+": "+", "-": "-", "\N{MINUS SIGN}": "-", "0": "0"}
LONGEST_NAME: Final = 500
UNHELD: Final = "x"
"""Before the sign of a link that is not maintained, so that no tool takes it for one that is."""
STANCES: Final = frozenset((*get_args(Stance), CORRELATES)) - HELD
"""Stances by which a link is not maintained."""


class ModelDraft:
    """Collects the variables and edges of the file ``where``, in the order of the file."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._variables: dict[str, None] = {}
        self._signs: dict[tuple[str, str], tuple[Sign, int]] = {}
        self._optional: dict[tuple[str, str], bool] = {}
        self._grounds: dict[tuple[str, str], list[Ground]] = {}
        self._unheld: dict[tuple[str, str, Sign, LinkStance], list[Ground]] = {}

    def variable(self, name: str) -> None:
        """A variable, maybe without edges."""
        self._variables.setdefault(clean_name(name))

    def edge(self, line: int, cause: str, effect: str, sign: Sign, optional: bool) -> None:  # noqa: FBT001
        """An edge; once more is the same edge, and optional only if it is each time. Raises W502 (no name), W503 (other sign)."""
        cause, effect = self._ends(line, cause, effect)
        other, first = self._signs.setdefault((cause, effect), (sign, line))
        if other != sign:
            values = {"cause": cause, "effect": effect, "sign": sign, "other": other, "first": first}
            raise WederhoorError("W503", where=self.where, line=line, **values)
        self._optional[cause, effect] = self._optional.get((cause, effect), True) and optional

    def unheld(
        self, line: int, ends: tuple[str, str], sign: Sign, stance: LinkStance, grounds: Iterable[Ground]
    ) -> None:
        """A link that is named and not maintained; once more is the same link with more words. Raises W502 (no name)."""
        self._unheld.setdefault((*self._ends(line, *ends), sign, stance), []).extend(grounds)

    def _ends(self, line: int, cause: str, effect: str) -> tuple[str, str]:
        cause, effect = clean_name(cause), clean_name(effect)
        for name, end in ((cause, "from"), (effect, "to")):
            if not name or len(name) > LONGEST_NAME:
                why = f"the edge has no name in {end}" if not name else f"the name in {end} is very long"
                remedy = "Give every edge two names of at most 500 characters"
                raise WederhoorError("W502", where=self.where, line=line, why=why, remedy=remedy)
            self._variables.setdefault(name)
        return cause, effect

    def ground(self, cause: str, effect: str, ground: Ground) -> None:
        """Words that an edge rests on."""
        self._grounds.setdefault((clean_name(cause), clean_name(effect)), []).append(ground)

    def model(self) -> Model:
        """All that was collected. Raises W501 where there is no edge."""
        if not self._signs and not self._unheld:
            raise WederhoorError("W501", where=self.where, why="there is no edge in it")
        return Model(
            name=PurePath(self.where).stem or self.where,
            variables=tuple(Variable(name=name) for name in self._variables),
            edges=tuple(
                Edge(
                    cause=cause,
                    effect=effect,
                    sign=sign,
                    optional=self._optional[cause, effect],
                    grounds=tuple(self._grounds.get((cause, effect), ())),
                )
                for (cause, effect), (sign, _) in self._signs.items()
            ),
            unheld=tuple(
                UnheldLink(cause=cause, effect=effect, sign=sign, stance=stance, grounds=tuple(grounds))
                for (cause, effect, sign, stance), grounds in self._unheld.items()
            ),
        )


def clean_name(name: str) -> str:
    """A name as it is compared: composed characters (NFC), single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def unheld_sign(text: str) -> Sign | None:
    """The sign of a link that is not maintained, as written: ``x+``. None where it is the sign of an edge, or none."""
    text = text.strip()
    return SIGNS.get(text[1:].strip()) if text[:1].lower() == UNHELD else None


def stance_in(text: str, where: str, line: int, *, apart: bool) -> LinkStance | None:
    """How somebody stands to a link that does not run, None where the file has nothing. Raises W502 for another word.

    ``apart``: its sign says that it does not run, so that it may be one that he maintains and another denies.
    """
    allowed = STANCES | HELD if apart else STANCES
    found = next((stance for stance in allowed if stance == text.strip().lower()), None)
    if text.strip() and found is None:
        remedy = f"Write one of these, or nothing where it is maintained: {', '.join(sorted(STANCES))}"
        raise WederhoorError("W502", where=where, line=line, why=f"the stance is {text.strip()}", remedy=remedy)
    return found


def edge_sign(text: str, where: str, line: int) -> Sign:
    """The sign of an edge. Raises W502 where it is none."""
    sign = SIGNS.get(text.strip())
    if sign is None:
        why = f"the sign is {text.strip()}" if text.strip() else "the sign is missing"
        remedy = (
            "Write + where more of the one gives more of the other, - where it gives less, 0 where that cannot be told"
        )
        raise WederhoorError("W502", where=where, line=line, why=why, remedy=remedy)
    return sign
