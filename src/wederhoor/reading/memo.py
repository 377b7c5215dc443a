"""What was found out once is not found out again: results of pure functions, kept while the same things are put together.

A case with one text more asks most of its questions a second time, of the very same records. Only what is asked of a record
that is new, or stands beside another one than before, is worked out (memo functions: Michie 1968).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Record = TypeVar("Record")
Index = Mapping[Hashable, Sequence[int]]
"""By what records are found again, their numbers."""


class Memo:
    """Results by what they are of: a name for the question and the records, told apart by what they are in memory.

    Records are frozen, so that the same one gives the same result. A result that a whole round did not ask for is forgotten.

    One that is not ``lasting`` is for one round alone: of several records at once, which are asked for once in a round, it keeps
    nothing, which is most of the memory.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._before: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
        self._now: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}
        self._by: tuple[object, ...] = ()
        self._series: dict[str, Series[Any, Any]] = {}

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
        if not self._lasting and len(records) > 1:
            return answer()
        key = (question, values, *map(id, records))
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key)
            if known is None:
                known = records, answer()  # the records are kept, so that no other gets their place in memory
            self._now[key] = known
        result: Result = known[1]
        return result

    def series(self, question: str) -> Series[Any, Any]:
        """The row of records of which this was asked last, to go on from; always with the same functions."""
        return self._series.setdefault(question, Series(lasting=self._lasting))

    def new_round(self, *by: object) -> None:
        """Begin anew: what the last round did not ask for is forgotten, and all where the answers were found by other things."""
        alike = len(by) == len(self._by) and all(one is other for one, other in zip(by, self._by, strict=True))
        self._before, self._now, self._by = self._now if alike else {}, {}, by
        if not alike:
            self._series = {}


class Series(Generic[Record, Result]):
    """What was found for each of a row of records among those before it that it has something in common with.

    A row that begins with the same records goes on behind them. Of the others, those that are compared with the same ones as
    before are not asked again. One that is not ``lasting`` begins anew each time.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._records: list[Record] = []
        self._near: list[list[Record]] = []
        self._found: list[Result] = []
        self._by_key: defaultdict[Hashable, list[int]] = defaultdict(list)

    @property
    def index(self) -> Index:
        """All records of the row by what they are found by."""
        return self._by_key

    def of(
        self,
        records: Sequence[Record],
        keys: Callable[[Record], Iterable[Hashable]],
        near: Callable[[int, Record, Index], Collection[int]],
        answer: Callable[[Record, list[Record]], Result],
    ) -> list[Result]:
        """The results for these records, in their order.

        ``keys`` are those by which a record is found, ``near`` says with which earlier ones it is compared, by their numbers, and
        ``answer`` what comes of it, which depends on nothing else. What it gives, nobody may change.
        """
        same = self._same(records)
        known = self._back_to(same, keys)
        for number, record in enumerate(records[same:], start=same):
            beside = [self._records[other] for other in sorted(near(number, record, self._by_key))]
            found = known.get((id(record), *map(id, beside)))
            self._add(record, beside, found[0] if found else answer(record, beside), keys)
        return [*self._found]

    def _same(self, records: Sequence[Record]) -> int:
        """How many records from the start are those of before."""
        if not self._lasting:
            return 0
        pairs = enumerate(zip(records, self._records, strict=False))
        return next((n for n, (one, other) in pairs if one is not other), min(len(records), len(self._records)))

    def _add(
        self, record: Record, near: list[Record], result: Result, keys: Callable[[Record], Iterable[Hashable]]
    ) -> None:
        for key in keys(record):
            self._by_key[key].append(len(self._records))
        self._records.append(record)
        self._near.append(near if self._lasting else [])
        self._found.append(result)

    def _back_to(
        self, count: int, keys: Callable[[Record], Iterable[Hashable]]
    ) -> dict[tuple[int, ...], tuple[Result, list[Record], Record]]:
        """Take all but the first so many out. Gives what was found for these, by what they are in memory."""
        for record in reversed(self._records[count:]):
            for key in keys(record):
                self._by_key[key].pop()
        taken = zip(self._records[count:], self._near[count:], self._found[count:], strict=True)
        kept = taken if self._lasting else ()
        known = {(id(record), *map(id, near)): (found, near, record) for record, near, found in kept}
        del self._records[count:], self._near[count:], self._found[count:]
        return known
