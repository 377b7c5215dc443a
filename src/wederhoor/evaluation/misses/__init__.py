"""Where readings and gold part: what to look at to make a score better. One module a layer."""

from wederhoor.evaluation.misses.context import CONTEXT, marked
from wederhoor.evaluation.misses.find import find_misses
from wederhoor.evaluation.misses.miss import LAYERS, Layer, Miss

__all__ = ["CONTEXT", "LAYERS", "Layer", "Miss", "find_misses", "marked"]
