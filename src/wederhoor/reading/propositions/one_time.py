"""Whether two propositions may be of one time: of what is or was, of one plan, of what was done and lasts."""

from __future__ import annotations

from datetime import date, timedelta

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.same import same_phrase
from wederhoor.records import Proposition

RECENT = timedelta(days=60)
"""How long ago it may have been of which a text tells as news."""
HAPPENING = ("past", "present")
COMING = ("present", "future")


def long_before(day: str) -> str:
    """The day, ISO 8601, before which what happened is no news on ``day``."""
    return (date.fromisoformat(day) - RECENT).isoformat()


def alike_in_time(a: Proposition, b: Proposition) -> bool:
    """Whether both are of what is or was, or both of what is or will be."""
    return a.mode == b.mode or {a.mode, b.mode} <= {*HAPPENING} or {a.mode, b.mode} <= {*COMING}


def may_be_of_one_time(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """Whether two may be of one time, or of one plan."""
    modes = {a.mode, b.mode}
    if _may_become(a, b) or _has_become(a, b):
        return False
    if len(modes) == 1 or modes <= {*COMING} or (a.state and b.state and modes <= {*HAPPENING}):
        return True
    return _is_planned(a, b) or any(_was_never(x, y) or _lasts(x, y, pack) for x, y in ((a, b), (b, a)))


def _has_become(a: Proposition, b: Proposition) -> bool:
    """*Is hersteld*, *is weer kapot*: whether the one says what is otherwise since."""
    return a.again != b.again and {a.mode, b.mode} == {*HAPPENING} and not (a.times and b.times)


def _is_planned(a: Proposition, b: Proposition) -> bool:
    """Whether one has plans and will do it, or not."""
    subjects = a.subject is not None and b.subject is not None and same_phrase(a.subject, b.subject)
    return subjects and {a.mode, b.mode} <= {*COMING, "intended"}


def _was_never(first: Proposition, then: Proposition) -> bool:
    """*Heeft nooit geloosd*, *loost*; not *is gesloten*, *gaat open*, of which the first only says that it is otherwise."""
    denied = first.mode == "past" and first.polarity == "-" and not first.worded
    return denied and then.mode == "present" and then.polarity == "+"


def _lasts(first: Proposition, then: Proposition, pack: LanguagePack) -> bool:
    """*Is afgelast*, *gaat door*: what was done lasts, and the other tells that it is not so, and not that it is so again."""
    told = first.mode == "past" and (first.polarity == "-") == first.worded
    if not told or then.mode not in COMING or then.again or then.times or then.others:
        return False
    outcome, words = first.predicate if first.polarity == "+" else f"-{first.predicate}", pack.propositions.predicates
    return outcome in words.lasting_for_good or (first.done and then.mode == "present" and outcome in words.lasting)


def _may_become(a: Proposition, b: Proposition) -> bool:
    """Whether the one says what will be otherwise than the other says it is: *vaart niet*, *zal zondag weer varen*."""
    if not {a.mode, b.mode} <= {*COMING}:
        return False
    now, then = (a, b) if b.again else (b, a)
    later = then.mode == "future" or (bool(then.times) and not now.times)
    return then.again and now.mode == "present" and later
