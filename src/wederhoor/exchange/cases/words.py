"""The words for accounts, issues, rules, conflicts and forecasts; they stand in the wording files under ``cases``."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.exchange.cases.report import ToldStance
from wederhoor.records import CellStance, ConflictKind, Sign


class CaseWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pairs are singular and plural; braces stand for what is filled in. ``signs`` stand between a cause and its effect."""

    title: str
    text: tuple[str, str]
    account: tuple[str, str]
    accounts: str
    author: str
    issue: tuple[str, str]
    issues: str
    changes: str
    change: tuple[str, str]
    courses: str
    course: dict[Literal["figure", "plan"], str]
    questions: dict[ConflictKind, str]
    position: str
    figure: str
    holder: str
    said: str
    where: str
    matrix: str
    also_in: str
    conflict: tuple[str, str]
    conflicts: str
    no_conflicts: str
    no_issues: str
    rule: tuple[str, str]
    rules: str
    forecast: tuple[str, str]
    forecasts: str
    no_forecasts: str
    cause: tuple[str, str]
    causes: str
    event: tuple[str, str]
    events: str
    claim: str
    others: str
    stances: dict[ToldStance, str]
    unmentioned: str
    marks: dict[ToldStance, str]
    states: str
    condition_stances: dict[CellStance, str]
    condition_kinds: dict[Literal["if", "only-if", "unless"], str]
    no_condition: str
    acted: str
    breach: str
    shares: str
    collides: str
    not_quoted_on: str
    by_way_of: str
    brief: str
    coalition: str
    kinds: dict[ConflictKind, str]
    against: str
    signs: dict[Sign, str]
    expectation: str
    plan: str
    condition: str
    window: str
    no_window: str
    due: str
    not_due: str
    due_title: str
    more: str
    hint: str
    skip: str
    documents: str
    matrix_label: str
    open_all: str
    close_all: str
