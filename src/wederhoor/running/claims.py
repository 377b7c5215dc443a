"""The causal claims of a case: what each says leads to what, in which words, on whose word, and whether he maintains it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wederhoor.records import (
    AUTHOR,
    CORRELATES,
    MAINTAINED,
    Account,
    Attribution,
    CausalClaim,
    ClaimFactors,
    Factor,
    Ground,
    LinkStance,
    Reading,
    Ref,
    Stance,
    Study,
    reporters,
    stances_of,
)

HELD: Final[frozenset[Stance]] = MAINTAINED | {"fears"}
"""Stances whose links run: who fears that it comes to pass takes it that the one leads to the other."""
LESS_SURE: Final[frozenset[Stance]] = frozenset({"supposes", "fears"})


class Claims:
    """The causal claims of a case, with those that their own words deny, their factors and readings."""

    def __init__(self, studies: Sequence[Study], author: str = AUTHOR) -> None:
        """``author`` is what an author is called."""
        self.readings: dict[str, Reading] = {s.reading.doc: s.reading for s in studies}
        self.denied = {Ref(s.reading.doc, d.claim.id): d for s in studies for d in s.denied}
        self.claims: dict[Ref, CausalClaim] = {Ref(s.reading.doc, c.id): c for s in studies for c in s.reading.causal}
        self.claims |= {ref: d.claim for ref, d in self.denied.items()}
        self.correlated = {Ref(s.reading.doc, c.id): c for s in studies for c in s.reading.correlations}
        self.claims |= self.correlated
        self.factors: dict[Ref, ClaimFactors] = {Ref(s.reading.doc, f.claim): f for s in studies for f in s.factors}
        self._apart: dict[Ref, list[Ref]] = {}
        for ref in (*self.denied, *self.correlated):
            self._apart.setdefault(Ref(ref.doc, self.claims[ref].holder), []).append(ref)
        self._author = author
        self._statements: dict[str, dict[str, Attribution]] = {
            doc: {a.id: a for a in reading.attributions} for doc, reading in self.readings.items()
        }
        self._stances = {doc: stances_of(reading.attributions) for doc, reading in self.readings.items()}

    def of(self, account: Account) -> tuple[Ref, ...]:
        """The claims of an account, then those that its own words deny, and what they say goes together."""
        own = [Ref(account.author_of, AUTHOR)] if account.author_of else account.statements
        return (*account.causal, *(ref for holder in own for ref in self._apart.get(holder, ())))

    def stance(self, ref: Ref) -> LinkStance:
        """How the holder of a claim stands to the link that it names; what is no statement any more is nobody's."""
        holder = self.claims[ref].holder
        stance: Stance = "asserts" if holder == AUTHOR else self._stances[ref.doc].get(holder, "uncommitted")
        if ref in self.correlated and stance in HELD:
            return CORRELATES
        if ref not in self.denied:
            return stance
        if stance not in HELD:
            return "uncommitted"
        return "doubts" if self.denied[ref].doubted or stance in LESS_SURE else "denies"

    def stances(self) -> dict[Ref, LinkStance]:
        """How every claim's holder stands to it."""
        return {ref: self.stance(ref) for ref in self.claims}

    def pairs(self, ref: Ref) -> list[tuple[Factor, Factor]]:
        """Every variable of a claim's cause with every one of its effect."""
        factors = self.factors.get(ref)
        return [(cause, effect) for cause in factors.cause for effect in factors.effect] if factors else []

    def ground(self, ref: Ref) -> Ground:
        """The words of a claim, from the first of its cause, effect and marker to the last, and whose they are."""
        reading, claim = self.readings[ref.doc], self.claims[ref]
        spans = [claim.cause, claim.effect, *([claim.marker] if claim.marker else [])]
        whole = min(s[0] for s in spans), max(s[1] for s in spans)
        statement = self._statements[ref.doc].get(claim.holder)
        speaker = statement.speaker if statement else None
        outer = reporters(statement, self._statements[ref.doc]) if statement else ()
        return Ground(
            quote=reading.text[whole[0] : whole[1]],
            source=ref.doc,
            spans=(whole,),
            date=reading.date,
            holder=claim.holder,
            claim=None if ref in self.denied or ref in self.correlated else ref.id,
            speaker=f"{self._author} ({ref.doc})" if claim.holder == AUTHOR else speaker,
            verb=_cue(reading, statement) if statement else None,
            via="; ".join(f"{one.speaker or '?'}: {_cue(reading, one) or ''}" for one in outer) or None,
        )


def _cue(reading: Reading, statement: Attribution) -> str | None:
    """The words that report a statement; None where it has none, as in an interview."""
    return " ".join(reading.text[start:end] for start, end in statement.cue) or None
