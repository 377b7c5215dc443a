"""Scores of readings against gold: how good, where wrong, and whether still good enough."""

from wederhoor.evaluation.gate import Floors, check_floors, pin_floors
from wederhoor.evaluation.gold import GoldDocument, checksum
from wederhoor.evaluation.gold_files import load_gold
from wederhoor.evaluation.misses import Miss, find_misses
from wederhoor.evaluation.report import misses_table, scores_json, scores_table
from wederhoor.evaluation.scores import Scores, evaluate

__all__ = [
    "Floors",
    "GoldDocument",
    "Miss",
    "Scores",
    "check_floors",
    "checksum",
    "evaluate",
    "find_misses",
    "load_gold",
    "misses_table",
    "pin_floors",
    "scores_json",
    "scores_table",
]
