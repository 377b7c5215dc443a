"""Which rule found what is right and what is not: the precision of each, and the rule behind each false find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.misses import Miss, rank
from wederhoor.records import AuthorSide, Layer, Reading, Span, Study

WRONG: Final = ("spurious", "extent", "code")
"""Kinds of misses by which a find answers to nothing in gold."""
Spans = tuple[Span, ...]


class RuleScore(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule found in the documents whose gold has its layer, and how much of that gold has too."""

    layer: Layer
    rule: str
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found


def with_rules(misses: Iterable[Miss], studies: Mapping[str, Study]) -> list[Miss]:
    """The misses, those of something that was read with the rule that found it."""
    rules = {doc: {(layer, spans): rule for layer, spans, rule in _found(study)} for doc, study in studies.items()}
    return [
        # the spans of a wrong source are the source's own
        miss
        if miss.kind == "source" or miss.doc not in rules
        else msgspec.structs.replace(miss, rule=rules[miss.doc].get((miss.layer, miss.system)))
        for miss in misses
    ]


def rule_scores(
    gold: Sequence[GoldDocument], studies: Mapping[str, Study], misses: Sequence[Miss]
) -> tuple[RuleScore, ...]:
    """The precision of every rule, by layer, those that found most first; ``misses`` are those of all layers, with rules."""
    found = Counter(
        (layer, rule)
        for document in gold
        if document.doc in studies
        for layer, _, rule in _found(studies[document.doc])
        if getattr(document, layer) is not None
    )
    wrong = Counter((miss.layer, miss.rule) for miss in misses if miss.kind in WRONG)
    scores = [
        RuleScore(layer=layer, rule=rule, found=count, right=count - wrong[layer, rule])
        for (layer, rule), count in found.items()
    ]
    return tuple(sorted(scores, key=lambda score: (rank(score.layer), -score.found, score.rule)))


def _found(study: Study) -> Iterator[tuple[Layer, Spans, str]]:
    """Of every item that a rule is known of: its layer, the spans by which a miss tells of it, and the rule."""
    for layer, items in _items(study.reading).items():
        for name, spans in items.items():
            if name in study.found_by:
                yield layer, spans, study.found_by[name]


def _items(reading: Reading) -> dict[Layer, dict[str, Spans]]:
    contents = {a.id: a.content for a in reading.attributions}
    return {
        "attributions": contents,
        "events": {e.id: (e.trigger,) for e in reading.events},
        "causal": {c.id: (c.cause, c.effect) for c in reading.causal},
        "conditions": {c.id: (c.antecedent, c.consequent) for c in reading.conditions},
        "forecasts": {f.id: (f.span,) for f in reading.forecasts},
        "conflicts": {
            c.id: tuple(
                span
                for side in (c.a, c.b)
                for span in ((side.author,) if isinstance(side, AuthorSide) else contents.get(side, ()))
            )
            for c in reading.conflicts
        },
    }
