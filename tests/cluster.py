"""A Dask cluster of two workers on this machine, for tests: prints its address, and ends when its standard input does.

With an argument the workers say that they are of that version.
"""

from __future__ import annotations

import sys

from distributed import Client, LocalCluster


def call_themselves(version: str) -> None:
    """On a worker."""
    from wederhoor.corpora import settings

    vars(settings)["VERSION"] = version
    settings.versions_of.cache_clear()


def main() -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        if len(sys.argv) > 1:
            with Client(cluster) as client:  # type: ignore[no-untyped-call]
                client.run(call_themselves, sys.argv[1])
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
