"""Statements that cannot both be right, or of which one disputes the other."""

from wederhoor.reading.conflicts.gists import find_gists, rule_gists
from wederhoor.reading.conflicts.meeting import Collision
from wederhoor.reading.conflicts.pairs import collisions, find_conflicts

__all__ = ["Collision", "collisions", "find_conflicts", "find_gists", "rule_gists"]
