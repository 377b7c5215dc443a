"""Model -> what follows from it: loops, responses to presses, differences between rival models.

From ``graph`` (a model as arrays) two ways lead on: ``cycles`` and ``loops``; and ``perturbation``, which joins what is proved
(``signs``, ``proof``, ``structure``) with what is drawn (``draws``, ``responses``, ``verdicts``, ``flips``, ``escalation``).
``comparison`` puts the same question to several models.
"""

from wederhoor.running.comparison import compare
from wederhoor.running.loops import LONGEST, MOST, find_loops
from wederhoor.running.names import read_observations, resolve
from wederhoor.running.perturbation import DRAWS, SEED, Question, press

__all__ = [
    "DRAWS",
    "LONGEST",
    "MOST",
    "SEED",
    "Question",
    "compare",
    "find_loops",
    "press",
    "read_observations",
    "resolve",
]
