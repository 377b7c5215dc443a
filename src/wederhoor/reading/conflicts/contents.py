"""What a statement says that another may say otherwise: how many, who did it, and what it came from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wederhoor.reading.conflicts.terms import term_of, terms_in
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Deed, Explanation, Holder, Quantity, References, Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, is_root
from wederhoor.syntax.numbers import Figure
from wederhoor.syntax.phrases import head_of
from wederhoor.syntax.stretches import any_form, in_sentence_of

TOLD = ("ROOT", "root", "obj", "nsubj", "nsubj:pass", "xcomp", "ccomp", "conj", "parataxis")
"""Relations of a number that is what a clause tells."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The deeds and explanations of a document by whose word they are."""

    deeds: dict[Holder, list[Deed]]
    explanations: dict[Holder, list[Explanation]]


def read_contents(text: Text) -> Contents:
    """Gather what the readers of events and causes found, by holder."""
    known = References(text.actors)
    deeds: defaultdict[Holder, list[Deed]] = defaultdict(list)
    for event in text.events:
        if event.polarity == "+" and event.modality == "actual":
            deed = Deed(event.code, known.names(event.agents), known.names(event.patients))
            deeds[event.holder].append(deed)
    explanations: defaultdict[Holder, list[Explanation]] = defaultdict(list)
    for claim in text.causal:
        if claim.marker and _conditional(text, claim.marker):
            continue  # what would come of it explains nothing
        explanation = Explanation(terms_in(text, claim.cause), terms_in(text, claim.effect), claim.sign)
        explanations[claim.holder].append(explanation)
    return Contents(dict(deeds), dict(explanations))


def _conditional(text: Text, marker: Span) -> bool:
    return any_form(text.parse, words_in(text.parse, marker), text.pack.closed.conditionals)


def quantities(text: Text, words: Sequence[int]) -> tuple[Quantity, ...]:
    """How many of what the words say there are."""
    inside = set(words)
    first = bisect_left(text.figures, words[0], key=_first)
    found = []
    for figure in text.figures[first:]:
        if figure.first > words[-1]:
            break
        counted = _counted(text, figure, inside) if figure.first in inside else None
        if counted is not None:
            found.append(Quantity(counted, figure.low, figure.high))
    return tuple(found)


def _counted(text: Text, figure: Figure, inside: Collection[int]) -> str | None:
    """The term of the noun that is counted; empty for a number by itself (*het waren er negen*).

    None for a number that counts nothing: of a date or an age (*aged 25*), behind a preposition (*drie op vier*), *one of*.
    """
    p = text.parse
    told = None if _is_of_name(p, figure) else _sum_of(p, figure, text.pack.numbers.currency) or _thing_of(text, figure)
    if told or told is None:
        return told
    return _measured(text, figure) if _stands_alone(text, figure, inside) else None


def _stands_alone(text: Text, figure: Figure, inside: Collection[int]) -> bool:
    """Whether a number without a noun is what is told, or all that its sentence says; the statement's words are ``inside``."""
    p = text.parse
    sentence = in_sentence_of(p, inside, figure.first)
    if all(figure.first <= w < figure.end or p.upos[w] == "PUNCT" for w in sentence):
        return True
    behind = figure.first - 1 in inside and p.upos[figure.first - 1] == "ADP"
    one = figure.low == figure.high == 1 and p.lower[figure.first].isalpha()
    head = head_of(p, figure.first, figure.end)
    above = "" if is_root(p, head) else p.upos[p.heads[head]]
    of_them = p.deps[head] == "nummod" and above in ("ADV", "PRON")  # er negen
    told = (p.deps[head] in TOLD and above != "ADJ") or of_them  # aged 25
    return told and not behind and not one and figure.first not in text.time_at


def _measured(text: Text, figure: Figure) -> str:
    """*De magnitude was 5,5*: the term of what is so much; empty where that is not told."""
    p = text.parse
    subject = child(p, head_of(p, figure.first, figure.end), *SUBJECT)
    if subject is None or p.upos[subject] != "NOUN":
        return ""
    counted = next((c for c in children(p, subject, "nmod") if p.upos[c] == "NOUN"), subject)
    return term_of(text, counted if p.lemmas[subject].lower() in text.pack.propositions.words.numbers else subject)


def _thing_of(text: Text, figure: Figure) -> str:
    """The term of the noun that a number belongs to; empty for a number by itself."""
    p = text.parse
    for word in range(figure.first, figure.end):
        counted = _counted_behind(p, word)
        if counted is not None:
            return term_of(text, counted) or p.lemmas[counted].lower()
        head = p.heads[word]
        if (
            not figure.first <= head < figure.end
            and word < head  # iPhone 3
            and p.upos[head] in ("NOUN", "ADJ")  # zes doden
            and p.deps[word] in ("nummod", "amod", "det", "compound")
        ):
            return term_of(text, head) or _undergone(text, head) or p.lemmas[head].lower()
    return ""


def _counted_behind(p: Parse, word: int) -> int | None:
    """*Tientallen [mensen]*, *een handvol [bomen]*, *zes [uur]*: the noun behind the word of a number that is its head."""
    heading = p.upos[word] == "NOUN" or has_child(p, word, "fixed")
    return next((c for c in p.children[word] if c > word and p.upos[c] == "NOUN"), None) if heading else None


def _is_of_name(p: Parse, figure: Figure) -> bool:
    """*Een 3G-toestel*, *de Vento 3*: a number that is part of a name counts nothing."""
    end = figure.end
    fused = end < len(p) and p.starts[end] == p.ends[end - 1] and p.words[end][:1].isalpha()
    named = figure.first > 0 and p.upos[figure.first - 1] == "PROPN" and p.heads[end - 1] == figure.first - 1
    return fused or named


def _sum_of(p: Parse, figure: Figure, money: Collection[str]) -> str:
    """What a sum of money is of, so that a loss is no profit; empty where nothing but a number is told."""
    near = range(max(0, figure.first - 1), min(len(p), figure.end + 1))
    unit = next((w for w in near if p.lower[w] in money or p.lemmas[w].lower() in money), None)
    if unit is None:
        return ""
    inside = {*range(figure.first, figure.end), unit}
    top = next((w for w in (unit, figure.end - 1) if p.heads[w] not in inside), figure.end - 1)
    measured = p.heads[top] if p.heads[top] not in inside else unit
    below = next((c for c in p.children[top] if c > top and c not in inside and p.upos[c] == "NOUN"), measured)
    return f"{p.lemmas[below].lower()} in {p.lower[unit]}"


def _undergone(text: Text, noun: int) -> str:
    """Of a noun that says little what its verb says, where that has a noun: *zes doden*, *er zijn zes mensen omgekomen*."""
    p = text.parse
    verb = p.heads[noun]
    named = p.upos[verb] == "VERB" and p.stems[verb].lower() in text.pack.canonical
    return term_of(text, verb) if named and p.deps[noun] in SUBJECT else ""


def _first(figure: Figure) -> int:
    return figure.first
