"""What pages were made of, as long as the case is the same: another reader who asks for it need not wait."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

Thing = TypeVar("Thing")
MOST: Final = 400
"""Things that are kept, those that were last asked for."""


class _Place:
    """Where one thing is put; who comes while it is made waits for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.made: list[Any] = []


class Kept:
    """Things made of one state of the case, or of its findings. Any change of these drops them all: none is out of date."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._state = -1
        self._places: OrderedDict[Hashable, _Place] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, state: int, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """What ``make`` made of this state before, else makes now; ``state`` is what ``state_of`` or ``findings_of`` gives."""
        place = self._place(state, key)
        if place is None:
            return make()
        with place.lock:
            if not place.made:
                place.made.append(make())
            found: Thing = place.made[0]
            return found

    def known(self, state: int, key: Hashable) -> Any:  # noqa: ANN401  # of what was made
        """What was made of this state before; None where it was not, or is being made now."""
        with self._guard:
            place = self._places.get(key) if state == self._state else None
        return place.made[0] if place and place.made else None

    def _place(self, state: int, key: Hashable) -> _Place | None:
        """The place of a thing; None for a reader who still sees the case as it was."""
        with self._guard:
            if state > self._state:
                self._places.clear()
                self._state = state
            if state < self._state:
                return None
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._most:
                self._places.popitem(last=False)
            return place
