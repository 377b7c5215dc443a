"""Signed sentences that were written one by one, in as many shapes as the language has, and how many a reader takes right.

``gold/signed/nl-odd.tsv`` and the like: a sentence, then cause, effect and sign of each of its links, with tabs between. Cause
and effect stand there as the sentence has them, without what says that they change. They were written before the program had
read them; the misses of the even ones are not looked at.

    python tests/signed_written.py nl odd

A link is right where both its variables are: the same words as in gold but for articles, case and inflection, or those without
what defines them further. ``exact`` are sentences with all their links and no other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from signed import Edge, Reader, Score

HERE: Final = Path(__file__).parent / "gold" / "signed"
SMALL: Final = frozenset({"de", "het", "een", "the", "a", "an"})
STEM: Final = 5
"""Letters by which a word is known in another of its forms."""


def written(lang: str, half: str) -> Iterator[tuple[str, frozenset[Edge]]]:
    """The odd or the even sentences of a language with their links."""
    for line in (HERE / f"{lang}-{half}.tsv").read_text(encoding="utf-8").splitlines():
        sentence, *fields = line.split("\t")
        yield sentence, frozenset(zip(fields[::3], fields[1::3], fields[2::3], strict=True))


def same(one: str, other: str) -> bool:
    """Whether two names of variables are one: *de huren* and *huren*, *hoge huren* and *huren*."""
    words, others = (_stems(name) for name in (one, other))
    return bool(words) and bool(others) and (words <= others or others <= words)


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in name.casefold().split() if word not in SMALL)


def score(lang: str, half: str, *, listed: bool = False) -> Score:
    """The score of half of the sentences of a language."""
    reader, total = Reader(lang), Score()
    for sentence, gold in written(lang, half):
        found = reader.edges(sentence)
        met = [(edge, link) for link in gold for edge in found if same(edge[0], link[0]) and same(edge[1], link[1])]
        total.texts += 1
        total.gold += len(gold)
        total.found += len(found)
        total.right += len({link for _, link in met})
        total.signed += len({link for edge, link in met if edge[2] == link[2]})
        exact = {link for edge, link in met if edge[2] == link[2]} == gold and len(found) == len(gold)
        total.exact += exact
        if listed and not exact:
            print(f"{sentence}\n   gold  {sorted(gold)}\n   found {sorted(found)}")
    return total


if __name__ == "__main__":
    if sys.argv[2] == "even" and "--list" in sys.argv:
        raise SystemExit("The misses of these are not looked at.")
    print(score(sys.argv[1], sys.argv[2], listed="--list" in sys.argv).line())
