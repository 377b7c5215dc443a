"""A process beside the server, for what would keep the pages waiting. It ends with the server, however that one ends."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Final

GIVES_WAY: Final = 10
"""How much less the processor is given to it than to the pages, as POSIX's ``nice`` counts."""


def process_beside() -> ProcessPoolExecutor:
    """One process, started when it is first asked for something; spawned: a fork would take threads and connections along."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin_beside)


def end_process(pool: ProcessPoolExecutor) -> None:
    """End what a process does, whatever that is; who waits for it is told so (``BrokenProcessPool``)."""
    for process in [*(getattr(pool, "_processes", None) or {}).values()]:
        with suppress(OSError, ValueError):
            process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def _begin_beside() -> None:
    """Give way to the pages where both want the processor, and end with the server."""
    if hasattr(os, "nice"):  # Windows has none
        os.nice(GIVES_WAY)
    _end_with_server()


def _end_with_server() -> None:
    """Wait beside the work for the end of the server: one that is killed tells nobody, and its process would stay for ever."""
    server = parent_process()
    if server is not None:
        threading.Thread(target=_end_after, args=(server.sentinel,), daemon=True).start()


def _end_after(server: int) -> None:
    wait([server])
    os._exit(1)
