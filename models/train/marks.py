"""Vary and insert quotation marks, so that a pipeline learns news text from a treebank with few of them.

Everything here changes the sentences it is given and draws from the random generator that it is given.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from treebank import MISSING_ENTITY, Sentence, Token

VARIED = ('"', "“", "”", "„")
"""Marks that another style takes the place of; single ones are left, which may be apostrophes."""


@dataclass(frozen=True)
class Labels:
    """What the language's treebank calls an opening and a closing mark, and the lemma that it gives to a form."""

    tags: tuple[str, str]
    lemmas: dict[str, str] = field(default_factory=dict)

    def lemma(self, form: str) -> str:
        return self.lemmas.get(form, form)

    def mark(self, form: str, head: int, *, closing: bool, space_after: bool, entity: str) -> Token:
        return Token(form, self.lemma(form), "PUNCT", self.tags[closing], "", head, "punct", space_after, entity)


def vary_marks(sentence: Sentence, style: tuple[str, str], spaced: bool, labels: Labels) -> None:
    """Give the sentence's double quotation marks another style; ``spaced`` leaves a blank inside them."""
    opened = False
    for i, token in enumerate(sentence.tokens):
        if token.form not in VARIED:
            continue
        before = sentence.tokens[i - 1] if i else None
        closes = opened or (before is not None and not before.space_after) or (token.space_after and i > 0)
        token.form = style[closes]
        token.lemma = labels.lemma(token.form)
        if spaced and closes and before is not None:
            before.space_after = True
        elif spaced and not closes:
            token.space_after = True
        opened = not closes


def wrap_run(run: list[Sentence], style: tuple[str, str], labels: Labels) -> None:
    """Put one pair of quotation marks around a run of whole sentences."""
    first, last = run[0], run[-1]
    first.insert(0, labels.mark(style[0], first.root, closing=False, space_after=False, entity=blank(first)))
    end = last.tokens[-1]
    end.space_after = False
    mark = labels.mark(style[1], last.root, closing=True, space_after=True, entity=blank(last))
    last.insert(len(last.tokens), mark)


def scare_quote(sentence: Sentence, rng: random.Random, styles: list[tuple[str, str]], labels: Labels) -> None:
    """Put marks around one short noun phrase, as in: een ‘internationale dreiging’."""
    candidates = [s for i in range(len(sentence.tokens)) if (s := _subtree(sentence, i))]
    if not candidates:
        return
    start, end, head = rng.choice(candidates)
    opening, closing = rng.choice(styles)
    entity = blank(sentence)
    last = sentence.tokens[end - 1]
    spaced, last.space_after = last.space_after, False
    sentence.insert(end, labels.mark(closing, head, closing=True, space_after=spaced, entity=entity))
    sentence.insert(start, labels.mark(opening, head, closing=False, space_after=False, entity=entity))


def _subtree(sentence: Sentence, head: int) -> tuple[int, int, int] | None:
    token = sentence.tokens[head]
    if token.upos not in ("NOUN", "ADJ", "PROPN") or token.dep in ("flat", "fixed", "root"):
        return None
    inside = {head}
    grown = True
    while grown:
        more = {i for i, t in enumerate(sentence.tokens) if t.head in inside} - inside
        grown = bool(more)
        inside |= more
    inside = {i for i in inside if sentence.tokens[i].upos not in ("ADP", "DET") or i > head}
    start, end = min(inside), max(inside) + 1
    if end - start > 4 or len(inside) != end - start:
        return None
    if any(sentence.tokens[i].upos == "PUNCT" for i in inside) or sentence.tokens[start].entity.startswith("I"):
        return None
    return start, end, head


def blank(sentence: Sentence) -> str:
    """The entity tag of a word that is put into the sentence and is no name."""
    annotated = any(t.entity != MISSING_ENTITY for t in sentence.tokens)
    return "O" if annotated else MISSING_ENTITY
