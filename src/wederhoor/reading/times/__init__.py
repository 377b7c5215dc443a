"""When: expressions of time with their ISO days, relative to the document's date.

``words`` says what each word may be, ``cascade`` puts words together by the rules of the language's ``times.toml``, ``build`` and
``combine`` say what was put together, and ``resolve`` dates it. The document's own date comes from ``datelines``.
docs/times.md has the conventions.
"""

from __future__ import annotations

from wederhoor.reading.times.find import find_times

__all__ = ["find_times"]
