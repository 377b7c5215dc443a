"""What sources expect, fear, promise or announce: the contents of their reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wederhoor.reading.argument_spans import opened, says_something, trimmed
from wederhoor.reading.eventive_nouns import is_event
from wederhoor.reading.forecasts.clauses import without_rules
from wederhoor.reading.forecasts.draft import Outlook
from wederhoor.reading.holders import Extent, words_of
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records import Attribution
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, VERBAL, children
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.predicates import heads_clause, is_past, is_present, is_question, tells_past, top_of
from wederhoor.syntax.stretches import any_form, any_lemma, below

EXPECTING = ("expect", "fear")
SUBORDINATE = ("ccomp", "advcl", "acl", RELATIVE)
"""Clauses below a predicate whose tense is their own."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a cue says of its content. ``named``: the lexicon of forecasts has its verb."""

    plan: bool
    named: bool
    past: bool
    warns: bool = False


def find_reported(
    text: Text,
    told: Sequence[Outlook],
    rules: Mapping[int, Sequence[Rule]],
) -> list[Outlook]:
    """The contents that are expected or planned, except those in which a clause is ``told`` as a forecast already."""
    p = text.parse
    taken = {w for o in told for w in range(*o.extent)}
    outlooks = []
    for number, attribution in enumerate(text.attributions):
        cue = _cue(text, attribution)
        extent = _content(text, text.holders.contents[number], rules) if cue is not None else None
        if cue is None or extent is None or any(w in taken for w in range(*extent)):
            continue
        head = top_of(p, range(*extent))
        if head is not None and not is_question(p, head) and _lies_ahead(text, extent, head, cue):
            outlooks.append(Outlook(extent, head, head, cue.plan, number, "content of a report"))
    return outlooks


def _cue(text: Text, attribution: Attribution) -> _Cue | None:
    """None where the cue tells of no future. One in the past tense does only for plans."""
    p, words = text.parse, text.pack.forecasts
    cue = [w for span in attribution.cue for w in range(*words_of(p, span))]
    if not cue:
        return None
    lemmas = _lemmas(p, cue)
    if lemmas & words.excluding:
        return _Cue(plan=False, named=True, past=False) if _is_denied(text, cue) else None
    past, expects = is_past(p, cue), attribution.attitude in EXPECTING
    if attribution.polarity == "-" and not expects:
        return None
    if lemmas & words.announcing or attribution.attitude == "promise":
        return _Cue(plan=True, named=bool(lemmas & words.announcing), past=past)
    if lemmas & words.warning and attribution.form == "indirect":
        return _Cue(plan=False, named=False, past=past, warns=True)
    named = bool(lemmas & words.expecting)
    if any_form(p, cue, text.pack.closed.hearsay):  # zou hebben verwacht
        return None
    return _Cue(plan=False, named=named, past=_is_over(text, cue)) if expects or named else None


def _is_over(text: Text, cue: Sequence[int]) -> bool:
    """What was expected: where reports are told in the past of what is still to come, only what *had* been."""
    told_in_past = bool(text.pack.forecasts.backshift)
    whole = [*cue, *(c for w in cue for c in children(text.parse, w, "cop"))]  # *de verwachting [was] dat*
    return is_past(text.parse, whole) and (not told_in_past or any_lemma(text.parse, cue, text.pack.closed.perfect))


def _lemmas(p: Parse, cue: Sequence[int]) -> set[str]:
    """The lemmas of a cue, its verbs also with each of its other words as their particle."""
    particles = [p.lower[w] for w in cue if p.upos[w] not in VERBAL]
    return {p.lemmas[w] for w in cue} | {particle + p.stems[w] for w in cue for particle in particles}


def _is_denied(text: Text, cue: Sequence[int]) -> bool:
    p = text.parse
    return any(is_negation(p, c, text.pack) for c in (*cue, *below(p, cue)))


def _content(text: Text, parts: Sequence[Extent], rules: Mapping[int, Sequence[Rule]]) -> Extent | None:
    """The content as one stretch, if it stands in one sentence, without its links and conditions."""
    p = text.parse
    first, end = parts[0][0], parts[-1][1]
    if len(parts) > 2 or p.sentence_of[first] != p.sentence_of[end - 1]:
        return None
    extent = opened(p, (first, end), text.pack.grammar.subordinators)
    if extent is not None and p.lower[extent[0]] in text.pack.closed.conditionals and p.deps[extent[0]] == "aux":
        extent = trimmed(p, extent[0] + 1, extent[1])  # mocht het water stijgen, zoals X verwacht
    extent = without_rules(p, extent, rules)
    return extent if extent is not None and says_something(p, extent) else None


def _lies_ahead(text: Text, extent: Extent, head: int, cue: _Cue) -> bool:
    """Not what was: no past tense, no demand; a noun phrase only of an event that a verb of the lexicon reports."""
    p, words = text.parse, text.pack.forecasts
    group = _without_clauses(p, head)
    if p.lower[extent[0]] in words.questions or _is_demanded_or_past(text, group):
        return False
    if cue.warns and (p.upos[head] != "VERB" or p.stems[head] in text.pack.conditions.words.states):
        return False
    if heads_clause(p, head):
        return cue.plan or not cue.past or any(is_present(p, w) for w in group)
    events = (w for w in range(*extent) if p.upos[w] == "NOUN" and is_event(text, w))
    return cue.named and not cue.past and any(events)


def _without_clauses(p: Parse, head: int) -> list[int]:
    """A predicate and what hangs right below it, but for clauses."""
    return [head, *(c for c in p.children[head] if p.deps[c] not in SUBORDINATE)]


def _is_demanded_or_past(text: Text, group: Sequence[int]) -> bool:
    p = text.parse
    demanded = any(p.stems[w] in text.pack.forecasts.demanding and p.upos[w] in VERBAL for w in group)
    return demanded or any(tells_past(p, w) and p.stems[w] not in text.pack.closed.future for w in group)
