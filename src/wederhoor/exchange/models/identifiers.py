"""Names that XMILE takes for variables: letters, digits and blanks, no two the same, none of them a word of the language."""

from __future__ import annotations

from typing import Final, NamedTuple

_XMILE: Final = """
    abs and arccos arcsin arctan cos delay delay1 delay3 delayn dt else exp exprnd forcst if inf init initial int ln log log10
    lognormal lookup max mean min mod modulo nan normal not or pi poisson previous pulse ramp random safediv self sin smth1
    smth3 smthn sqrt starttime step stoptime sum tan then time trend uniform variance
"""
_WORDS: Final = frozenset(_XMILE.split())
_LONGEST: Final = 120


class Identifiers:
    """Hands out names. XMILE takes capitals and small letters, and blanks and underscores, for the same."""

    class Id(NamedTuple):
        """A name as it is shown, and as it stands in equations."""

        name: str
        equation: str

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> Id:
        """A name as near to the wanted one as can be."""
        kept = "".join(c if c.isalpha() or c in "0123456789" else " " for c in wanted)
        stem = " ".join(kept.split())[:_LONGEST].rstrip() or "variable"
        if not stem[0].isalpha() or stem.casefold() in _WORDS:
            stem = f"the {stem}"
        name, number = stem, 2
        while self._key(name) in self._taken:
            name, number = f"{stem} {number}", number + 1
        self._taken.add(self._key(name))
        return Identifiers.Id(name, name.replace(" ", "_"))

    @staticmethod
    def _key(name: str) -> str:
        return name.casefold().replace("_", " ")
