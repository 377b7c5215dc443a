"""Where readings and gold part: what to look at to make a score better. One module a layer."""

from wederhoor.evaluation.misses.context import CONTEXT, marked
from wederhoor.evaluation.misses.find import find_misses
from wederhoor.evaluation.misses.miss import Miss, rank

__all__ = ["CONTEXT", "Miss", "find_misses", "marked", "rank"]
