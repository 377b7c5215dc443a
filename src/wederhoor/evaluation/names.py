"""When two names are the same name. Part of the measure and not of a language: the same rule whatever the text is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederhoor.evaluation.tokens import TOKEN

ARTICLE = re.compile(r"^(de|het|een|'t|the|an?)\s+")


def plain(name: str) -> str:
    """A name without case and a leading article."""
    return ARTICLE.sub("", name.casefold())


def same_name(a: str, b: str) -> bool:
    """Whether two names are equal without case and article, or one is a part of the other by whole words."""
    short, long = sorted((TOKEN.findall(plain(a)), TOKEN.findall(plain(b))), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def same_names(gold: Sequence[str], system: Sequence[str]) -> bool:
    """Whether every name on either side has one on the other that is the same."""
    return all(any(same_name(g, s) for s in system) for g in gold) and all(
        any(same_name(g, s) for g in gold) for s in system
    )
