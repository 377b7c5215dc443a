"""What a clause holds back, so that it is set against nobody: an exception, what has ended, a time that is not told, others."""

from __future__ import annotations

from wederhoor.reading.focus import focus_of
from wederhoor.reading.propositions.limits import MEANT, MUST, limits
from wederhoor.reading.propositions.roles import Predication
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child, is_finite


def holds_back(text: Text, clause: Predication, *, yes: bool, denied: bool) -> bool:
    """Whether a clause says less than its predicate and its roles do; ``denied`` is what its holder denies."""
    return (
        _excepts(text, clause)
        or _counts_from(text, clause)
        or _has_ended(text, clause)
        or _is_one_of(text, clause, yes=yes)
        or _is_likely_to(text, clause)
        or (denied and _is_narrow(text, clause.head))
        or (not yes and (bool(focus_of(text, clause.head, by_verb=False)) or _is_of_somebody(text, clause)))
    )


def _is_narrow(text: Text, head: int) -> bool:
    """*Denied that [all] had left*, *that they fired [to kill]*; that it was meant or had to be is its mode."""
    return bool(focus_of(text, head, by_verb=True) or {*limits(text, head)} - {MEANT, MUST})


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


def _is_likely_to(text: Text, clause: Predication) -> bool:
    """*Is likely [to help]*: what is likely is told by the infinitive."""
    p, likely = text.parse, text.pack.hedges.probable
    return p.lower[clause.head].removeprefix("un") in likely and has_child(p, clause.head, "xcomp")


def _is_of_somebody(text: Text, clause: Predication) -> bool:
    """*Mocked Rubio [for not having won a state]*: of whom it is denied stands outside the clause; of nobody else is it."""
    p = text.parse
    joined = p.deps[clause.head] in ("advcl", "acl") and has_child(p, clause.head, "mark")
    told = clause.subject is None and not text.clause(clause.head).passive
    return joined and told and not any(is_finite(p, w) for w in text.clause(clause.head).group)


def _under(text: Text, clause: Predication) -> tuple[int, ...]:
    return tuple(text.parse.subtree(clause.above[0] if clause.above else clause.head))
