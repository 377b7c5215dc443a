"""Readings -> Case: actors across documents, accounts, conflicts, rules, and the ledger of forecasts."""

from wederhoor.cases.build import build_case
from wederhoor.cases.ledger import ledger

__all__ = ["build_case", "ledger"]
