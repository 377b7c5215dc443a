"""Who did what to whom, where and when: events by the categories of PLOVER 2.0."""

from wederhoor.reading.events.find import find_events

__all__ = ["find_events"]
