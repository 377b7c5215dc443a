"""Scores of readings against gold: how good, where wrong, and whether still good enough."""

from wederhoor.evaluation.gate import Floors, check_floors, pin_floors
from wederhoor.evaluation.gold import GoldDocument, checksum
from wederhoor.evaluation.gold_files import load_gold
from wederhoor.evaluation.misses import Miss, find_misses
from wederhoor.evaluation.report import misses_list, rules_table, scores_json, scores_table
from wederhoor.evaluation.rules import RuleScore, rule_scores, with_rules
from wederhoor.evaluation.scores import Scores, evaluate

__all__ = [
    "Floors",
    "GoldDocument",
    "Miss",
    "RuleScore",
    "Scores",
    "check_floors",
    "checksum",
    "evaluate",
    "find_misses",
    "load_gold",
    "misses_list",
    "pin_floors",
    "rule_scores",
    "rules_table",
    "scores_json",
    "scores_table",
    "with_rules",
]
