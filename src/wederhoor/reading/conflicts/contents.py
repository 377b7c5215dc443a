"""What a statement says that another may say otherwise: how many, who did it, and what it came from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.conflicts.terms import Terms
from wederhoor.reading.holders import words_in
from wederhoor.records import Actor, CausalClaim, Deed, Event, Explanation, Holder, Quantity, Span
from wederhoor.syntax.clauses import SUBJECT
from wederhoor.syntax.numbers import Figure, find_figures


@dataclass(frozen=True, slots=True)
class Contents:
    """The figures of a document in text order, and its deeds and explanations by whose word they are."""

    terms: Terms
    figures: Sequence[Figure]
    deeds: dict[Holder, list[Deed]]
    explanations: dict[Holder, list[Explanation]]

    def quantities(self, words: Sequence[int]) -> tuple[Quantity, ...]:
        """How many of what the words say there are."""
        inside = set(words)
        first = bisect_left(self.figures, words[0], key=_first)
        found = []
        for figure in self.figures[first:]:
            if figure.first > words[-1]:
                break
            counted = self._counted(figure) if figure.first in inside else None
            if counted is not None:
                found.append(Quantity(counted, figure.low, figure.high))
        return tuple(found)

    def _counted(self, figure: Figure) -> str | None:
        """The term of the noun that is counted; empty for a number by itself (*het waren er negen*).

        None for a number behind a preposition, which counts nothing (*drie op vier*, *om negen*).
        """
        p = self.terms.parse
        if self._is_of_name(figure):
            return None
        unit = self._unit(figure)
        if unit:
            return unit
        for word in range(figure.first, figure.end):
            if p.upos[word] == "NOUN":  # tientallen mensen, een handvol bomen
                counted = next((c for c in p.children[word] if c > word and p.upos[c] == "NOUN"), None)
                if counted is not None:
                    return self.terms.of_head(counted) or p.lemmas[counted].lower()
            head = p.heads[word]
            if (
                not figure.first <= head < figure.end
                and word < head  # iPhone 3
                and p.upos[head] in ("NOUN", "ADJ")  # zes doden
                and p.deps[word] in ("nummod", "amod", "det")
            ):
                return self.terms.of_head(head) or self._undergone(head) or p.lemmas[head].lower()
        return None if figure.first > 0 and p.upos[figure.first - 1] == "ADP" else ""

    def _is_of_name(self, figure: Figure) -> bool:
        """*Een 3G-toestel*, *de Vento 3*: a number that is part of a name counts nothing."""
        p, end = self.terms.parse, figure.end
        fused = end < len(p) and p.starts[end] == p.ends[end - 1] and p.words[end][:1].isalpha()
        named = figure.first > 0 and p.upos[figure.first - 1] == "PROPN" and p.heads[figure.end - 1] == figure.first - 1
        return fused or named

    def _unit(self, figure: Figure) -> str:
        """The money of a sum and what is measured by it, so that a loss is no profit; empty where nothing but number is told."""
        p, money = self.terms.parse, self.terms.pack.numbers.currency
        near = range(max(0, figure.first - 1), min(len(p), figure.end + 1))
        unit = next((w for w in near if not money.isdisjoint({p.lower[w], p.lemmas[w].lower()})), None)
        if unit is None:
            return ""
        inside = {*range(figure.first, figure.end), unit}
        top = next((w for w in (unit, figure.end - 1) if p.heads[w] not in inside), figure.end - 1)
        measured = p.heads[top] if p.heads[top] not in inside else unit
        below = next((c for c in p.children[top] if c > top and c not in inside and p.upos[c] == "NOUN"), measured)
        return f"{p.lemmas[below].lower()} in {p.lower[unit]}"

    def _undergone(self, noun: int) -> str:
        """Of a noun that says little what its verb says, where that has a noun: *zes doden*, *er zijn zes mensen omgekomen*."""
        p = self.terms.parse
        verb = p.heads[noun]
        named = p.upos[verb] == "VERB" and p.stems[verb].lower() in self.terms.pack.canonical
        return self.terms.of_head(verb) if named and p.deps[noun] in SUBJECT else ""


def read_contents(
    terms: Terms, actors: Sequence[Actor], events: Sequence[Event], causal: Sequence[CausalClaim]
) -> Contents:
    """Gather what the readers of events and causes found, by holder."""
    names = {actor.id: actor.name for actor in actors}
    deeds: defaultdict[Holder, list[Deed]] = defaultdict(list)
    for event in events:
        if event.polarity == "+" and event.modality == "actual":
            agents, patients = (tuple(names.get(x, x) for x in side) for side in (event.agents, event.patients))
            deeds[event.holder].append(Deed(event.code, agents, patients))
    explanations: defaultdict[Holder, list[Explanation]] = defaultdict(list)
    for claim in causal:
        if claim.marker and _conditional(terms, claim.marker):
            continue  # what would come of it explains nothing
        explanation = Explanation(terms.in_span(claim.cause), terms.in_span(claim.effect), claim.sign)
        explanations[claim.holder].append(explanation)
    return Contents(terms, find_figures(terms.parse, terms.pack.numbers), dict(deeds), dict(explanations))


def _conditional(terms: Terms, marker: Span) -> bool:
    return any(terms.parse.lower[w] in terms.pack.grammar.conditionals for w in words_in(terms.parse, marker))


def _first(figure: Figure) -> int:
    return figure.first
