"""What a clause holds back, so that it is set against nobody: an exception, what has ended, a time that is not told, others."""

from __future__ import annotations

from wederhoor.reading.propositions.roles import Predication
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child


def holds_back(text: Text, clause: Predication, *, yes: bool) -> bool:
    """Whether a clause says less than its predicate and its roles do."""
    return (
        _excepts(text, clause)
        or _counts_from(text, clause)
        or _has_ended(text, clause)
        or _is_one_of(text, clause, yes=yes)
    )


def _excepts(text: Text, clause: Predication) -> bool:
    """*Honden zijn verboden, met uitzondering van geleidehonden*: of some it is so, of others not."""
    return any(text.parse.lower[w] in text.pack.propositions.words.excepting for w in _under(text, clause))


def _counts_from(text: Text, clause: Predication) -> bool:
    """*Vanaf het jaar daarop*, *the following year*: a time after one that another text may not tell."""
    p, words = text.parse, text.pack.propositions.words
    return any(
        p.lower[w] in words.counted_from
        and any(p.lemmas[c].lower() in words.spells for c in range(max(0, w - 1), min(w + 2, len(p))))
        for w in _under(text, clause)
    )


def _has_ended(text: Text, clause: Predication) -> bool:
    """*Tot vorige maand mochten artsen dat*: they may not any more, and nobody denies it."""
    told = [text.clause(verb) for verb in (clause.head, *clause.above)]
    times = (text.time_at[w] for w in _under(text, clause) if w in text.time_at)
    ended = any(t.start is None and t.end and text.date and t.end < text.date for t in times)
    return ended and any(one.past and not one.perfect for one in told)


def _is_one_of(text: Text, clause: Predication, *, yes: bool) -> bool:
    """*Was not the only reason*: it was one."""
    p, sole = text.parse, text.pack.propositions.words.sole
    told = any(p.lower[c] in sole for c in p.children[clause.head])
    return told and not yes and has_child(p, clause.head, "cop")


def _under(text: Text, clause: Predication) -> tuple[int, ...]:
    return tuple(text.parse.subtree(clause.above[0] if clause.above else clause.head))
