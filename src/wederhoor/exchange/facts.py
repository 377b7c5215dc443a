"""What the page's lists are made of."""

from __future__ import annotations

import msgspec


class Fact(msgspec.Struct, frozen=True):
    """One thing that is known of an item. ``plain`` is what goes without saying in a list."""

    key: str
    label: str
    value: str
    plain: bool
    exact: bool = False
    """Whether the value is words of the text."""
    href: str = ""
    """Where more of it is told."""


class TextLink(msgspec.Struct, frozen=True):
    """A way to a place in the text: the anchor there, its line and column, and its words where they are to be shown."""

    anchor: str
    place: str
    words: str | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An actor, an event or a place as a list shows it. ``ids`` are those that its words in the text are marked with.

    ``when`` stands above it, ``slot`` and ``mark`` are the colour and the sign of the voice that it has, ``links`` has the way
    to all of its words; ``label`` is what these are called. ``elsewhere`` are the numbers of other parts of a long
    text that have it too, with the anchor there.
    """

    ids: tuple[str, ...]
    title: str
    links: tuple[TextLink, ...]
    label: str
    when: str | None = None
    slot: int | None = None
    mark: str | None = None
    facts: tuple[Fact, ...] = ()
    elsewhere: tuple[tuple[int, str], ...] = ()


class Section(msgspec.Struct, frozen=True):
    """Entries under a heading; ``rest`` are those for which ``note`` says why they stand apart."""

    title: str | None
    entries: tuple[Entry, ...]
    note: str | None = None
    rest: tuple[Entry, ...] = ()


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """A list of the page. ``layer`` is what its entries are marked as in the text.

    Of one part of a text ``whole`` is how many entries the list of all of it has.
    """

    id: str
    title: str
    layer: str
    sections: tuple[Section, ...]
    whole: int | None = None

    @property
    def count(self) -> int:
        """How many entries the whole text has."""
        return self.here if self.whole is None else self.whole

    @property
    def here(self) -> int:
        """How many entries are listed."""
        return sum(len(section.entries) + len(section.rest) for section in self.sections)
