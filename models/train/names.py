"""Names in sentences: read from annotations, swapped for others, and the blanks that a tokenised text has lost."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from treebank import Sentence, Token

NamePool = dict[tuple[str, int], list[list[str]]]
"""Type and number of words of a name -> names, word by word."""


def load_entities(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Key of a sentence -> its entities as (first token, end token, type)."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            key, _, rest = line.rstrip("\n").partition("\t")
            spans = [s.split(":") for s in rest.split()]
            found[key] = [(int(a), int(b), kind) for a, b, kind in spans]
    return found


def mark_entities(sentence: Sentence, entities: list[tuple[int, int, str]]) -> None:
    for token in sentence.tokens:
        token.entity = "O"
    for start, end, kind in entities:
        for i in range(start, end):
            sentence.tokens[i].entity = ("B-" if i == start else "I-") + kind


def close_up(tokens: list[Token]) -> None:
    """Take out the blanks that a newspaper would not have."""
    opened = {'"': False, "'": False}
    for i, token in enumerate(tokens):
        previous = tokens[i - 1] if i else None
        if token.form in opened:
            closes = opened[token.form]
            opened[token.form] = not closes
            if not closes:
                token.space_after = False
            elif previous:
                previous.space_after = False
        elif re.fullmatch(r"[.,;:?!)\]»%]|\.\.\.", token.form) and previous:
            previous.space_after = False
        elif token.form in ("(", "[", "«"):
            token.space_after = False


def swap_names(sentence: Sentence, names: NamePool, rng: random.Random, share: float) -> None:
    """Put other names in the place of annotated ones of the same type and length."""
    for start, end, kind in list(entity_spans(sentence)):
        pool = names.get((kind, end - start))
        if pool and rng.random() < share and all(t.form[0].isupper() for t in sentence.tokens[start:end]):
            for token, form in zip(sentence.tokens[start:end], rng.choice(pool), strict=True):
                token.lemma = form if token.lemma else ""
                token.form = form


def entity_spans(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for key, group in groupby(enumerate(_entity_numbers(sentence)), key=lambda pair: pair[1]):
        indices = [i for i, _ in group]
        if key is not None:
            yield indices[0], indices[-1] + 1, sentence.tokens[indices[0]].entity[2:]


def _entity_numbers(sentence: Sentence) -> Iterator[int | None]:
    number = 0
    for token in sentence.tokens:
        number += token.entity.startswith("B")
        yield number if token.entity[0] in "BI" else None
