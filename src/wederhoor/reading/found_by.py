"""Which rule found what: for those who mend a rule, and no part of a reading."""

from __future__ import annotations

FoundBy = dict[str, str]
"""By an item's id the name of the rule that found it. Every reader adds its own to the one that it is given."""
