"""What an expression of time says before it is known when that was: trees that the rules build and ``resolve`` dates."""

from __future__ import annotations

from typing import Literal

import msgspec

Unit = Literal["S", "MIN", "H", "D", "WE", "W", "M", "Q", "HY", "Y", "DEC", "CEN"]
Base = Literal["document", "text"]
"""What a step counts from: the document's date, or the time that the text named last."""
Side = Literal["since", "until", "before", "after"]
Rolled = Literal["rolled", "next", "since", "within"]
Share = Literal["begin", "middle", "end", "first", "second"]


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """Fields of the calendar, as far as they are named: *donderdag 3 mei*, *vorige week donderdag*, *de zomer van 1976*.

    ``step`` counts in ``unit`` from ``base``: (W, -1) is last week. ``turn`` is -1, 0, 1 for the last, this and the next of what
    is named (*afgelopen vrijdag*), None where the words leave it open. ``era`` is -1 before Christ.
    """

    era: int | None = None
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    term: str | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    weekend: int | None = None
    holiday: str | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    unit: Unit | None = None
    step: int = 0
    base: Base = "document"
    turn: int | None = None


class Portion(msgspec.Struct, frozen=True):
    """A third or a half of a period: *begin januari*, *de tweede helft van 2020*."""

    share: Share
    of: Node


class Stretch(msgspec.Struct, frozen=True):
    """Some units at the beginning (``nth`` > 0) or the end (-1) of a period: *de eerste drie maanden van 2024*.

    With ``count`` 1 the nth unit; with a ``weekday`` the nth of these: *de laatste maandag van mei*. ``count`` None: some.
    """

    nth: int
    count: float | None
    unit: Unit
    of: Node
    weekday: int | None = None


class Remainder(msgspec.Struct, frozen=True):
    """What of a period lies after (+1) or before (-1) the document's date: *later dit jaar*; ``today`` included or not."""

    side: int
    of: Node
    today: bool = False


class Moved(msgspec.Struct, frozen=True):
    """A time so much later or earlier than another: *vrijdag over een week*, *vandaag honderd jaar geleden*.

    ``whole``: the unit itself that lies there, *de week na Kerst*; with ``sign`` 0 the one around it.
    """

    of: Node
    amount: Duration
    sign: int
    whole: bool = False


class Duration(msgspec.Struct, frozen=True):
    """How long; ``count`` None: some (*enkele weken*), ``most`` where a range is given (*twee à drie weken*)."""

    count: float | None
    unit: Unit
    most: float | None = None


class Rolling(msgspec.Struct, frozen=True):
    """A duration up to (-1) or from (+1) the document's date: *de afgelopen twee weken*, *sinds drie jaar*."""

    amount: Duration
    side: int
    kind: Rolled = "rolled"


class Bound(msgspec.Struct, frozen=True):
    """An interval with one end: *sinds maandag*, *tot 2030*. ``tense`` is that of the preposition, whatever the verb's."""

    side: Side
    of: Node
    tense: int | None = None


class Range(msgspec.Struct, frozen=True):
    """From the one up to the other, both included."""

    first: Node
    last: Node
    weekend: bool = False


class Night(msgspec.Struct, frozen=True):
    """From the one day to the next: *de nacht van zondag op maandag*."""

    first: Calendar
    last: Calendar
    part: str


class Repeated(msgspec.Struct, frozen=True):
    """A set: *elke dinsdag*, *om de week*, *twee keer per jaar*."""

    value: str


class Reference(msgspec.Struct, frozen=True):
    """Past, present or future without a date: *onlangs*, *nu*, *binnenkort*; ``dated``: the document's date."""

    value: str
    dated: bool = False


Node = (
    Calendar | Portion | Stretch | Remainder | Moved | Duration | Rolling | Bound | Range | Night | Repeated | Reference
)
