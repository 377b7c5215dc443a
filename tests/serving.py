"""A server on this machine for as long as a block lasts: for the tests of the pages, and for the pictures of the docs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI


@contextmanager
def served(app: FastAPI, **options: Any) -> Iterator[str]:
    """The address of a server of these pages; ``options`` are uvicorn's."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, **{"log_level": "error", **options}))
    listening = server.config.bind_socket()
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
