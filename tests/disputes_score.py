"""The shared scorer of disputes with our stances in its terms: who judges, supposes, expects or promises a thing maintains it.

    python tests/disputes_score.py ../shared/gold/disputes-dev

Takes what the shared ``eval/disputes_score.py`` takes, which knows the stances asserts, denies, doubts and divided only.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

from wederhoor.records import MAINTAINED

SHARED = Path(__file__).resolve().parents[2] / "shared" / "eval" / "disputes_score.py"


def in_its_terms(report: dict[str, Any]) -> dict[str, Any]:
    """A report of ``accounts --format json`` with ``asserts`` for every stance that is maintained."""
    issues = [
        issue | {"cells": [cell | {"stance": term_of(cell["stance"])} for cell in issue["cells"]]}
        for issue in report["issues"]
    ]
    return report | {"issues": issues}


def term_of(stance: str) -> str:
    return "asserts" if stance in MAINTAINED else stance


def main() -> None:
    scorer = runpy.run_path(str(SHARED), run_name="shared_disputes_score")
    judged = scorer["score_matrix"]
    scorer["score"].__globals__["score_matrix"] = lambda dispute, report: judged(dispute, in_its_terms(report))
    sys.exit(scorer["main"]())


if __name__ == "__main__":
    main()
