"""What is there while the texts of a large case are being compared: a page that goes on by itself."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from wederhoor.web.answers import JSON, problem
from wederhoor.web.ask import REFUSALS, Ask, Asked
from wederhoor.web.compared import is_compared
from wederhoor.web.comparing import SOON, ComparingError

router = APIRouter()


@router.get("/compared", response_class=Response, responses=REFUSALS, include_in_schema=False)
def compared_now(ask: Asked) -> Response:
    """Nothing as long as the texts are being compared; then what lets htmx load the page that waits."""
    with ask.store.reading() as db:
        ready = is_compared(ask, db)
    return Response(status_code=204, headers={"hx-refresh": "true"} if ready else {})


async def still_comparing(request: Request, error: Exception) -> Response:
    """The answer to what follows from a comparison that is being made: 503, as a page that waits, or as programs read it."""
    assert isinstance(error, ComparingError)  # noqa: S101  # registered for these alone
    ask = Ask(request)
    if ask.form != "html" or ask.by_htmx or JSON in request.headers.get("accept", "") or request.method != "GET":
        page = problem(request.scope, 503, error.code, error.message)
    else:
        page = ask.page("comparing.html.j2")
        page.status_code = 503
    page.headers["retry-after"] = str(SOON)
    return page
