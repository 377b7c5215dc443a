"""The roles of the words around a number, in propositions that are one."""

from __future__ import annotations

NUMBER = "number"
"""The predicate: so many, or so much, of what its other words tell."""
DEEDS, THINGS, NAMES, BESIDE, FAR = "deeds", "things", "names", "beside", "far"
"""What is done, what it is done to or by, the names, what stands beside what is counted, and the rest of its sentence."""
HEAD = "head"
"""What the verb of a number is told of."""
UNIT, RATE, ASPECT = "unit", "rate", "aspect"
"""That a number is of a unit, and of no things; for each of what it is; of what aspect: *turnout*."""
FATE, WHICH = "fate", "which"
"""What befell those who are counted; which of several is meant."""
SINCE, HOUR, ONCE = "since", "hour", "once"
"""Whether it is counted from a time on or up to one; the hours of its sentence; of a day what is only once."""
PERSON = "@person"
"""Among the kinds of what is counted: that it is people."""
