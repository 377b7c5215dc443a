"""Readings -> Case: actors across documents, accounts, conflicts, rules, and the ledger of forecasts."""

from wederhoor.cases.between_accounts import matters, shared, silent_on
from wederhoor.cases.build import apart, build_case
from wederhoor.cases.conflicts import within_document
from wederhoor.cases.forecasts import ledger
from wederhoor.cases.stances import own_stances

__all__ = ["apart", "build_case", "ledger", "matters", "own_stances", "shared", "silent_on", "within_document"]
