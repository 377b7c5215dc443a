"""What the scripts share that make a page: writing it, or saying that it is stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path


def main_of(about: str | None, pages: Mapping[Path, Callable[[], str]]) -> int:
    """Write the pages that are stale, or with ``--check`` none: 1 then where there is one."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a file is stale")
    check = parser.parse_args().check
    made = {path: page() for path, page in pages.items()}
    stale = [path for path, content in made.items() if not path.exists() or path.read_text(encoding="utf-8") != content]
    for path in stale:
        if check:
            print(f"{path} is stale. Run: python docs/{Path(sys.argv[0]).name}", file=sys.stderr)
        else:
            path.write_text(made[path], encoding="utf-8", newline="\n")
            print(f"wrote {path}")
    return int(check and bool(stale))
