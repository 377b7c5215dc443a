"""The pages, one module a page; ``ROUTERS`` is all of them."""

from wederhoor.web.pages import (
    accounts,
    actors,
    alive,
    assets,
    case,
    conflicts,
    correcting,
    document,
    issues,
    ledger,
    log,
    models,
    network,
    places,
    review,
    saving,
    search,
    statements,
    texts,
    timeline,
    tour,
)

ROUTERS = tuple(
    page.router
    for page in (
        case,
        issues,
        texts,
        document,
        statements,
        accounts,
        actors,
        models,
        network,
        conflicts,
        timeline,
        places,
        ledger,
        search,
        review,
        saving,
        correcting,
        log,
        tour,
        alive,
        assets,
    )
)
