"""Every address of an application, asked with whatever its OpenAPI document allows and much that it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import hypothesis
import schemathesis
from fastapi import FastAPI

HEADERS: Final = {"host": "127.0.0.1", "x-csrf-token": "right", "accept": "application/json"}


def ask_everything(
    app: FastAPI, examples: int, held: Callable[[Any, Any], None], headers: Mapping[str, str] = HEADERS
) -> set[str]:
    """The addresses with their methods (*GET /case*), each asked so many times.

    ``held`` is given the case and the answer, and says what does not hold.
    """
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=headers)
    operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
    for operation in operations:

        @hypothesis.given(case=operation.as_strategy())
        @hypothesis.settings(
            max_examples=examples,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=[*hypothesis.HealthCheck],
        )
        def check(case: Any) -> None:
            answer = case.call(headers=headers, allow_redirects=False)
            assert answer.status_code < 500, (case.path, answer.text)
            held(case, answer)

        check()
    return {operation.label for operation in operations}
