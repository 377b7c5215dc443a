"""Which mentions tell of one event: the later ones point back to the first."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.records import Event

LOOK_BACK = 40
"""Events back in which the same is looked for."""


def first_mention(
    event: Event, stem: str, before: Sequence[Event], stems: Sequence[str], *, definite: bool
) -> Event | None:
    """The first event before that this one tells of again, None where it is new; ``stems`` are the words of those before.

    The same code and the same word, or a noun with a definite article and nobody else in it; participants and numbers must not
    speak against it.
    """
    for number in range(len(before) - 1, max(-1, len(before) - LOOK_BACK - 1), -1):
        earlier = before[number]
        if earlier.code != event.code or not _compatible(earlier, event):
            continue
        alike = stems[number] == stem
        if alike and (definite or _share(earlier, event)):
            return earlier
    return None


def _compatible(a: Event, b: Event) -> bool:
    """Whether nothing speaks against it: no disjoint doers, done-to, numbers, places or times."""
    numbers = {(n.low, n.high) for n in a.numbers}, {(n.low, n.high) for n in b.numbers}
    return (
        _agree(a.agents, b.agents)
        and _agree(a.patients, b.patients)
        and (not numbers[0] or not numbers[1] or numbers[0] == numbers[1])
        and (a.place is None or b.place is None or a.place == b.place)
    )


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or not set(a).isdisjoint(b)


def _share(a: Event, b: Event) -> bool:
    return not set(a.agents).isdisjoint(b.agents) or not set(a.patients).isdisjoint(b.patients)
