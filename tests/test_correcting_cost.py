"""What a correction costs the database: the document is read once, and no more is asked the longer its log is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from web_case import client, fill

FORM = {"csrf": "right"}
JSON = {"accept": "application/json"}


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL that is run within the block."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, sql: str, *_: Any) -> None:
        found.append(" ".join(sql.split()))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def bodies(sql: list[str]) -> int:
    """How often a whole document was fetched, to be decoded."""
    return sum("studies.study" in one and one.startswith("SELECT") for one in sql)


def test_a_field_that_is_set_fetches_the_document_once(tmp_path: Path) -> None:
    with fill(tmp_path / "case.db") as store:
        web = client(store)  # not entered: nothing is compared in the background
        set_field = "/documents/3/attributions/A1/set"

        def cost(attitude: str) -> list[str]:
            with statements() as sql:
                made = web.post(set_field, data={**FORM, "field": "attitude", "value": attitude}, headers=JSON)
            assert made.status_code == 200
            return sql

        first = cost("hope")
        assert bodies(first) == 1
        for attitude in ("think", "fear", "want"):
            later = cost(attitude)
        assert (bodies(later), len(later)) == (1, len(first))


def test_undoing_fetches_the_document_once(tmp_path: Path) -> None:
    with fill(tmp_path / "case.db") as store:
        web = client(store)
        made = web.post("/documents/3/attributions/A1/judge", data={**FORM, "verdict": "different"}, headers=JSON)
        with statements() as sql:
            web.post(f"/corrections/{made.json()['id']}/undo", data=FORM, headers=JSON)
        assert bodies(sql) == 1
