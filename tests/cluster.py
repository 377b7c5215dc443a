"""A Dask cluster of two workers on this machine, for tests: prints its address, and ends when its standard input does.

The last thing that it prints is how many calls of the reading its workers had written down of what they did, which they keep.
With an argument the workers say that they are of that version.
"""

from __future__ import annotations

import sys
from typing import Any

from distributed import Client, LocalCluster


def call_themselves(version: str) -> None:
    """On a worker."""
    from wederhoor.corpora import settings

    vars(settings)["VERSION"] = version
    settings.versions_of.cache_clear()


def calls_of_reading(profile: dict[str, Any]) -> int:
    """In what a worker wrote down: a call with those that it made."""
    return ("wederhoor/reading/" in profile["identifier"]) + sum(map(calls_of_reading, profile["children"].values()))


def main() -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        if len(sys.argv) > 1:
            with Client(cluster) as client:  # type: ignore[no-untyped-call]
                client.run(call_themselves, sys.argv[1])
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
        with Client(cluster) as client:  # type: ignore[no-untyped-call]
            print(calls_of_reading(client.profile()), flush=True)


if __name__ == "__main__":
    main()
