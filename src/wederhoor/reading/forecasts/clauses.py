"""Clauses that tell what will be, and how far they reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wederhoor.reading.argument_spans import clause_extent, opened, says_something, trimmed
from wederhoor.reading.conditions.outcome import comes_about
from wederhoor.reading.forecasts.draft import Outlook, Signal
from wederhoor.reading.forecasts.signals import find_signals
from wederhoor.reading.holders import NOBODY, Extent, Holders
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, children, has_child, is_finite, noun_phrase
from wederhoor.syntax.predicates import is_present, is_question
from wederhoor.syntax.stretches import any_form

WISHES = ("hope", "want", "ask")


def find_clauses(
    text: Text,
    to_come: Sequence[Extent],
    rules: Mapping[int, Sequence[Rule]],
) -> list[Outlook]:
    """Clauses about the future in text order: by a signal, and as what a condition brings about (``rules`` by sentence)."""
    p = text.parse
    signals = find_signals(text, to_come)
    heads = {s.head for s in signals}
    ahead = {first for first, _ in to_come}
    found = [r for number in sorted(rules) for r in rules[number]]
    follow = [r.above for r in found if r.above not in heads and _follows(text, r, ahead)]
    signals += [Signal(above, above, rule="outcome of a condition") for above in follow]
    outlooks = []
    for signal in sorted(signals, key=lambda s: s.head):
        if _is_none(text, signal):
            continue
        extent = without_rules(p, _extent(text, signal.head), rules)
        extent = _before_condition(text, signal.head, _unmarked(text, signal, extent))
        if extent is not None and says_something(p, extent) and p.lower[extent[0]] not in text.pack.forecasts.questions:
            whose = _planner(signal, extent, text.holders)
            outlooks.append(Outlook(extent, signal.head, signal.word, signal.plan, whose, signal.rule))
    return list(_outermost(outlooks))


def _unmarked(text: Text, signal: Signal, extent: Extent | None) -> Extent | None:
    """What a noun plans, without the mark of the infinitive: *plans to [close]*."""
    if extent is None or text.parse.upos[signal.word] != "NOUN":
        return extent
    return opened(text.parse, extent, text.pack.grammar.infinitive_marks)


def _follows(text: Text, rule: Rule, ahead: set[int]) -> bool:
    """Whether the consequent is still to come: an outcome, or anything on a condition with a time to come."""
    p = text.parse
    finite = text.clause(rule.above).finite
    timed = not ahead.isdisjoint(range(*rule.antecedent))
    present = finite is not None and is_present(p, finite)
    return present and rule.clausal and rule.kind == "if" and (comes_about(text, rule) or timed)


def _is_none(text: Text, signal: Signal) -> bool:
    """A question, a demand, a wish, or part of a condition."""
    p = text.parse
    words = text.pack.forecasts
    group = [signal.head, *p.children[signal.head], *p.children[signal.word]]
    demands = [
        w
        for w in group
        if p.stems[w] in words.demanding and p.upos[w] in ("VERB", "AUX") and w not in (signal.head, signal.word)
    ]
    if not all(has_child(p, w, "mark") for w in demands):  # not krijgt te horen
        return True
    if p.stems[signal.head] in words.demanding or any_form(p, group, words.wishing):
        return True
    return _asks(text, signal.head) or _conditions(text, signal.head) or _is_wished(text, signal.head)


def _is_wished(text: Text, head: int) -> bool:
    """Whether the clause is what somebody hopes, wants or asks: *ik hoop dat hij zal komen*."""
    p = text.parse
    above = p.heads[head]
    if p.deps[head] not in ("ccomp", "csubj", "xcomp", "acl") or above == head:
        return False
    lemma = p.lemmas[above]
    if lemma in text.pack.forecasts.plan_nouns:
        return False
    finite = text.clause(head).finite is not None
    entries = (e for e in text.pack.verbs.get(lemma, ()) if not e.words and ("clause" in e.frames or not finite))
    verbs = any(entry.attitude in WISHES for entry in entries)
    return verbs or (lemma in text.pack.nouns and text.pack.nouns[lemma].attitude in WISHES)


def _asks(text: Text, head: int) -> bool:
    p = text.parse
    if is_question(p, head):
        return True
    opening = next((w for w in p.subtree(head) if p.upos[w] not in ("PUNCT", "CCONJ", "ADP")), head)
    asked = p.deps[head] != "ROOT" or p.deps[opening] == "mark"
    takes_up = (
        p.deps[head] == RELATIVE and p.lower[opening] in text.pack.closed.relative and text.pack.grammar.subject_first
    )
    return p.lower[opening] in text.pack.forecasts.questions and asked and not takes_up


def _conditions(text: Text, head: int) -> bool:
    p = text.parse
    return any(c < head and p.lower[c] in text.pack.closed.conditionals for c in children(p, head, "mark"))


def _extent(text: Text, head: int) -> Extent | None:
    """The clause with the clause of its result; a relative clause with what it is said of."""
    p = text.parse
    extent = clause_extent(text, head, _sources(text, head), front=True)
    if extent is None:
        return None
    for c in p.children[head]:
        words = p.subtree(c)
        result = p.deps[c] == "advcl" and any_form(p, words[:2], text.pack.forecasts.results)
        if result and extent[1] <= words[0] + 1 <= extent[1] + 2:
            extent = extent[0], words[-1] + 1
    if p.deps[extent[0]] == "mark" and p.heads[extent[0]] == head:
        extent = trimmed(p, extent[0] + 1, extent[1]) or extent  # omdat [het contract nog acht jaar loopt]
    if p.deps[head] == RELATIVE:
        return _with_antecedent(p, head, extent)
    links = text.pack.grammar.complementizers
    first = extent[0]
    if p.lower[first] in links and p.deps[first] != "mark" and "PronType=Dem" in p.feats[first]:
        return trimmed(p, *extent)
    return opened(p, trimmed(p, *extent), links)


def _before_condition(text: Text, head: int, extent: Extent | None) -> Extent | None:
    """Up to a condition that the parse broke, and nothing where the clause is the rest of one: *als Primo [morgen komt]*."""
    p = text.parse
    if extent is None:
        return None
    first, end = extent
    begin, stop = p.sentences[p.sentence_of[head]]
    conditionals = text.pack.closed.conditionals
    if any(
        p.lower[w] in conditionals and p.heads[w] < head and p.deps[w] == "case"
        for w in range(max(begin, first - 2), first)
    ):
        return None
    for w in range(head + 1, end):
        noun = p.lower[w] in conditionals and p.deps[w] == "case"
        if noun and any(is_finite(p, v) for v in range(w + 1, stop)):
            return trimmed(p, first, w)
    return extent


def without_rules(p: Parse, extent: Extent | None, rules: Mapping[int, Sequence[Rule]]) -> Extent | None:
    """Without a condition at the beginning or the end, which the parser may have hung under an infinitive."""
    if extent is None:
        return None
    first, end = extent
    for rule in rules.get(p.sentence_of[first], ()):
        start, stop = rule.antecedent
        while start - 1 in rule.marker:
            start -= 1
        if first - 1 <= start <= first and stop < end:
            first = stop
        elif first < start and stop in (end, end - 1):
            end = start
    return trimmed(p, first, end)


def _sources(text: Text, head: int) -> list[int]:
    """The words of *volgens X* at the beginning of a clause."""
    p = text.parse
    finite = text.clause(head).finite
    for c in p.children[head]:
        words = p.subtree(c)
        rows = text.pack.markers.get(p.lower[words[0]], ())
        named = words[0] != c and p.deps[words[0]] == "case" and any(len(row.before) == 1 for row in rows)
        if named and finite is not None and words[0] < finite:
            return [w for w in words if w < finite]
    return []


def _with_antecedent(p: Parse, head: int, extent: Extent) -> Extent:
    words = [w for w in noun_phrase(p, p.heads[head]) if w < extent[0]]
    return (words[0], extent[1]) if words else extent


def _planner(signal: Signal, extent: Extent, holders: Holders) -> int:
    """The attribution whose cue is the signal and whose content lies in the clause: *X [wil] de haven sluiten*."""
    number = holders.cues.get(signal.word, NOBODY)
    if number == NOBODY:
        return NOBODY
    inside = any(extent[0] <= first < extent[1] for first, _ in holders.contents[number])
    return number if inside else NOBODY


def _outermost(outlooks: Sequence[Outlook]) -> Iterator[Outlook]:
    """Without clauses that lie in another, in text order."""
    reached = 0
    for outlook in sorted(outlooks, key=lambda o: (o.extent[0], -o.extent[1], o.head)):
        if outlook.extent[1] > reached:
            reached = outlook.extent[1]
            yield outlook
