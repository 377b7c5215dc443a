"""What was found out once is not found out again: results of pure functions, kept while the same things are put together.

A case with one text more asks most of its questions a second time, of the very same records. Only what is asked of a record
that is new, or stands beside another one than before, is worked out (memo functions: Michie 1968).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Result = TypeVar("Result")


class Memo:
    """Results by what they are of: a name for the question and the records, told apart by what they are in memory.

    Records are frozen, so that the same one gives the same result. A result that a whole round did not ask for is forgotten.
    """

    def __init__(self) -> None:
        self._before: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
        self._now: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
        self._by: tuple[object, ...] = ()

    def of(
        self,
        question: str,
        records: tuple[object, ...],
        answer: Callable[[], Result],
        values: tuple[Hashable, ...] = (),
    ) -> Result:
        """The result for these records in this order, and these values: that of before, else ``answer()``.

        The answer may depend on nothing else, and nobody may change it.
        """
        key = (question, values, *map(id, records))
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key)
            if known is None:
                known = records, answer()  # the records are kept, so that no other gets their place in memory
            self._now[key] = known
        result: Result = known[1]
        return result

    def new_round(self, *by: object) -> None:
        """Begin anew: what the last round did not ask for is forgotten, and all where the answers were found by other things."""
        alike = len(by) == len(self._by) and all(one is other for one, other in zip(by, self._by, strict=True))
        self._before, self._now, self._by = self._now if alike else {}, {}, by
