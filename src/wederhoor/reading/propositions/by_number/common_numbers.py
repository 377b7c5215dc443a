"""Numbers in the terms that language packs share: what is counted and the words around it, each by its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from wederhoor.reading.propositions.by_number.counted import TIMES
from wederhoor.reading.propositions.by_number.roles import (
    ASPECT,
    BESIDE,
    DEEDS,
    FAR,
    HEAD,
    NAMES,
    ONCE,
    RATE,
    THINGS,
    UNIT,
    WHICH,
)
from wederhoor.reading.propositions.by_topic.same_occasion import TEXT, WHEN
from wederhoor.records import Amount, Phrase, Proposition

Term = Callable[[str], str]


def common_number(
    p: Proposition, counted: Term, thing: Term, deed: Term, detail: Term, name: Term, own: Term
) -> Proposition:
    """A number in common terms; ``own`` marks a word that meets nothing of another language.

    The words of each role keep their order, so that what joins two can be told in the words of the text again.
    """
    by_role: Mapping[str, Term] = {
        DEEDS: deed, THINGS: thing, HEAD: thing, ONCE: thing, RATE: thing, ASPECT: thing, FAR: detail, BESIDE: detail,
        NAMES: name, TEXT: name, UNIT: counted, WHICH: own, WHEN: own,
    }  # fmt: skip

    def told(role: str, phrase: Phrase) -> Phrase:
        term = by_role.get(role)
        if term is None:
            return phrase
        kinds = tuple(map(term, phrase.kinds)) if role == TEXT else phrase.kinds
        return msgspec.structs.replace(phrase, modifiers=tuple(map(term, phrase.modifiers)), kinds=kinds)

    others = tuple((role, told(role, phrase)) for role, phrase in p.others)
    return msgspec.structs.replace(p, others=others, amount=p.amount and _amount(p.amount, counted, deed))


def _amount(amount: Amount, counted: Term, deed: Term) -> Amount:
    """What is counted: deeds where it is done so many times."""
    of = amount.of
    head = deed(of.head) if TIMES in of.kinds and of.head != TIMES else counted(of.head)
    return msgspec.structs.replace(amount, of=msgspec.structs.replace(of, head=head))
