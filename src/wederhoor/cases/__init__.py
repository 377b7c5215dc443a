"""Readings -> Case: actors across documents, accounts, conflicts, rules, and the ledger of forecasts."""

from wederhoor.cases.build import apart, build_case
from wederhoor.cases.issues import left_out, matters, shared
from wederhoor.cases.ledger import ledger

__all__ = ["apart", "build_case", "ledger", "left_out", "matters", "shared"]
