"""Which system attribution answers to which gold one, by the tokens of their contents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.tokens import Tokenised, Tokens, tokenise
from wederhoor.records import Attribution, Reading

Role = Literal["content", "cue", "source"]
ROLES: tuple[Role, ...] = ("content", "cue", "source")

LEAST_DICE = 0.5
"""The least Dice coefficient of two contents that makes them a match; 1.0 asks for the same tokens."""


class TokenisedAttribution(msgspec.Struct, frozen=True):
    """An attribution with the numbers of the tokens that each of its roles touches."""

    record: Attribution
    tokens: dict[Role, Tokens]


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """The attributions of one document: gold, system, and pairs (gold number, system number) of those that match."""

    doc: str
    text: str
    size: int
    gold: tuple[TokenisedAttribution, ...]
    system: tuple[TokenisedAttribution, ...]
    pairs: tuple[tuple[int, int], ...]

    def matched(self) -> Iterator[tuple[TokenisedAttribution, TokenisedAttribution]]:
        for i, j in self.pairs:
            yield self.gold[i], self.system[j]


def paired(gold: Sequence[GoldDocument], readings: Mapping[str, Reading]) -> list[tuple[GoldDocument, Reading | None]]:
    """Every gold document with its reading, None where there is none.

    Raises W302 for a reading that has no gold or was made of another text: its offsets would be scored against nothing.
    """
    documents = {document.doc: document for document in gold}
    for name, reading in readings.items():
        if name not in documents:
            raise WederhoorError("W302", where=f"{name} (there is none)", offset=0)
        if reading.text != documents[name].text:
            raise WederhoorError("W302", where=name, offset=_first_difference(reading.text, documents[name].text))
    return [(document, readings.get(document.doc)) for document in gold]


def align(document: GoldDocument, reading: GoldDocument | Reading | None) -> Alignment:
    """Match the attributions of a reading with those of gold; no reading counts as one without attributions."""
    words = tokenise(document.text)
    gold = tokenised(document.attributions, words)
    system = tokenised(reading.attributions if reading else (), words)
    return Alignment(
        doc=document.doc,
        text=document.text,
        size=len(words.starts),
        gold=gold,
        system=system,
        pairs=match(gold, system, LEAST_DICE),
    )


def tokenised(attributions: Iterable[Attribution], words: Tokenised) -> tuple[TokenisedAttribution, ...]:
    return tuple(
        TokenisedAttribution(
            attribution,
            {
                "content": words.touched(attribution.content),
                "cue": words.touched(attribution.cue),
                "source": words.touched(attribution.source),
            },
        )
        for attribution in attributions
    )


def match(
    gold: Sequence[TokenisedAttribution], system: Sequence[TokenisedAttribution], least: float
) -> tuple[tuple[int, int], ...]:
    """Pair gold and system attributions one-to-one, greedily from the largest Dice coefficient of their contents.

    Dice is 2 |A and B| / (|A| + |B|). Of equal ones, the first gold attribution comes first, then the system's first.
    """
    candidates = sorted((-dice, i, j) for dice, i, j in _overlapping(gold, system) if dice >= least)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return tuple(pairs.items())


def _overlapping(
    gold: Sequence[TokenisedAttribution], system: Sequence[TokenisedAttribution]
) -> Iterator[tuple[float, int, int]]:
    """Dice, gold number and system number of every two contents that share a token."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i, item in enumerate(gold):
        for token in item.tokens["content"]:
            holders[token].append(i)
    for j, item in enumerate(system):
        content = item.tokens["content"]
        shared = Counter(i for token in content for i in holders.get(token, ()))
        for i, common in shared.items():
            yield 2 * common / (len(gold[i].tokens["content"]) + len(content)), i, j


def _first_difference(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
