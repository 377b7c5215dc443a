"""A present tense is about the future where a time to come stands in it, or where it takes up that of the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wederhoor.reading.forecasts.draft import Signal
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.predicates import is_present, predicate_above, tells_past
from wederhoor.syntax.stretches import any_form

DATED = ("time to come", "will")
"""Rules of signals whose time the next sentence may take up."""
CLAUSES_UP = 3
"""Clauses above its own in which the verb of a time is looked for."""


def timed(text: Text, time: int) -> Signal | None:
    """A present tense with a time to come."""
    p, words = text.parse, text.pack.forecasts
    if _belongs_to_noun(p, time) or (time > 0 and p.lower[time - 1] in words.finished | words.since):
        return None
    head = predicate_above(p, p.heads[time]) if p.heads[time] != time else time
    steps = 0
    while steps < CLAUSES_UP and text.clause(head).finite is None and _hangs_under(p, head):
        head, steps = p.heads[head], steps + 1
    finite = text.clause(head).finite
    if finite is None or p.sentence_of[finite] != p.sentence_of[time] or not _tells_now(text, head, finite):
        return None
    if head in text.holders.cues or _is_finished(text, head) or is_habit(text, head):
        return None
    return Signal(head, finite, acts(text, head), "time to come")


def taken_up(text: Text, found: Mapping[int, Signal]) -> Iterator[Signal]:
    """*Dan beslist de jury*: a present tense that takes up the time to come of the sentence before."""
    p = text.parse
    ahead = {p.sentence_of[head] for head, signal in found.items() if signal.rule in DATED}
    for number in sorted(ahead):
        if number + 1 < len(p.sentences) and p.lower[first := p.sentences[number + 1][0]] in text.pack.forecasts.then:
            signal = timed(text, first)
            if signal is not None:
                yield signal


def _hangs_under(p: Parse, head: int) -> bool:
    return p.deps[head] in ("xcomp", "ccomp") and p.heads[head] != head


def _tells_now(text: Text, head: int, finite: int) -> bool:
    """Whether a clause is in the present tense, and nothing that somebody wants, demands or is told to do."""
    p, words = text.parse, text.pack.forecasts
    if not is_present(p, finite) or tells_past(p, finite) or text.clause(head).perfect:
        return False
    told = finite == text.sentence(finite)[0] and text.clause(head).subject is None
    return not told and p.stems[finite] not in words.willing | words.demanding


def _is_finished(text: Text, head: int) -> bool:
    return any_form(text.parse, children(text.parse, head, "advmod"), text.pack.forecasts.finished)


def _belongs_to_noun(p: Parse, time: int) -> bool:
    """Whether the time is that of a thing and not of the clause: *de toestand op langere termijn*."""
    here = p.heads[time] if p.deps[time] in ("case", "det", "amod", "nummod", "fixed", "advmod") else time
    return any(p.deps[w] == "nmod" and p.heads[w] < time for w in (time, here))


def is_habit(text: Text, head: int) -> bool:
    """*Soms*, *elke dag*: what happens, not what will."""
    p = text.parse
    near = (w for c in p.children[head] for w in (c, *p.children[c]))
    return any_form(p, near, text.pack.forecasts.habitual)


def acts(text: Text, head: int) -> bool:
    p = text.parse
    subject = text.clause(head).subject
    return subject is not None and (is_own(text, head) or names_somebody(p, subject, text.pack))


def is_own(text: Text, head: int) -> bool:
    """What *I* or *we* will do is a plan."""
    p = text.parse
    subject = text.clause(head).subject
    return subject is not None and p.lower[subject] in text.pack.closed.first_person
