"""All statements of a case with what they are about and whose they are, to be found by their terms."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from wederhoor.cases.passages import Passages
from wederhoor.cases.stances import own_stances
from wederhoor.records import AUTHOR, Account, Attribution, Gist, Reading, SideRef, Stance, Study

MOST_BARE = 3
"""Words of a statement that has no clause of its own: *dat*, *die lezing*, *zijn felle kritiek*."""


@dataclass(frozen=True, slots=True)
class Statements:
    """The gists of a case by the statement that they are of, in the order of the documents."""

    gists: Mapping[SideRef, Gist]
    by_term: Mapping[str, Sequence[SideRef]]
    conditional: AbstractSet[SideRef]
    """Statements with a rule in them: what they say holds in a case only."""
    stance: Callable[[SideRef], Stance]
    """How its holder stands to what a statement says."""
    standing_for: AbstractSet[SideRef]
    """Statements that are no more than a pronoun or a noun for what another said: *dat*, *die lezing*."""
    passages: Passages
    """Finds the sentence of a statement that tells of something."""
    day: Mapping[str, tuple[str, int]]
    """Of every document its day, empty where that is not known, and its number."""
    lang: Mapping[str, str]
    """Of every document its language: words of two languages are compared by nobody."""
    within: Mapping[SideRef, Sequence[SideRef]]
    """The statements that stand right inside a statement: what it says that others say."""
    account_of: Mapping[SideRef, str] = field(default_factory=dict)
    """Id of the account, where accounts are known; a statement of unnamed authority has none."""
    again: Mapping[SideRef, AbstractSet[SideRef]] = field(default_factory=dict)
    """The statements of other documents that say the same again, where that was looked for."""

    def sharing(self, terms: Iterable[str], least: int) -> list[SideRef]:
        """The statements that have at least ``least`` of ``terms``, by document and then by their place in it."""
        sought = sorted({*terms}, key=lambda term: (len(self.by_term.get(term, ())), term))
        # who has so many of them has one of the rarest, all but the others that it may lack (Bayardo and others 2007)
        rarest = sought[: len(sought) - least + 1]
        able, all_of = dict.fromkeys(side for term in rarest for side in self.by_term.get(term, ())), {*sought}
        found = [side for side in able if len(all_of.intersection(self.gists[side].terms)) >= least]
        return sorted(found, key=lambda side: (side.doc, self.gists[side].order))

    def only_denies(self, side: SideRef) -> bool:
        """Whether a statement says no more than that what another said is not so."""
        gist = self.gists.get(side)
        disputed = gist is not None and gist.dispute == "denial"
        return self.stance(side) == "denies" or (disputed and side in self.standing_for)

    def answers(self, side: SideRef) -> bool:
        """Whether a statement disputes another, or answers a question."""
        gist = self.gists.get(side)
        return gist is not None and (gist.dispute is not None or gist.turn.answering)

    def place(self, side: SideRef) -> tuple[str, int, int]:
        """Where a statement stands among all of the case: by day, document, and in that."""
        gist = self.gists.get(side)
        return (*self.day[side.doc], gist.order if gist else 0)

    def own_terms(self, side: SideRef) -> set[str]:
        """What a statement speaks of on its holder's own word, without what he only says that others say."""
        return {*self.gists[side].terms}.difference(*(self.gists[inner].terms for inner in self.within.get(side, ())))


def index_statements(studies: Sequence[Study]) -> Statements:
    """Index the statements of all documents."""
    gists = {SideRef(study.reading.doc, gist.side): gist for study in studies for gist in study.gists}
    by_term: defaultdict[str, list[SideRef]] = defaultdict(list)
    for side, gist in gists.items():
        for term in gist.terms:
            by_term[term].append(side)
    return Statements(
        gists=gists,
        by_term=by_term,
        conditional=_conditional(studies),
        stance=own_stances([study.reading for study in studies]),
        standing_for=_standing_for(studies, gists),
        passages=Passages(studies),
        day={s.reading.doc: (s.reading.date or "", number) for number, s in enumerate(studies)},
        lang=_languages(studies),
        within=_within(gists),
    )


def of_accounts(
    statements: Statements, accounts: Sequence[Account], retellings: Mapping[SideRef, SideRef]
) -> Statements:
    """The statements with the account of each, and what tells it again.

    An author's own sentences belong to the account of that author.
    """
    again: defaultdict[SideRef, set[SideRef]] = defaultdict(set)
    for pair in retellings.items():
        for one, other in (pair, pair[::-1]):
            again[one].add(other)
    account_of = {SideRef(ref.doc, ref.id): account.id for account in accounts for ref in account.statements}
    author_of = {account.author_of: account.id for account in accounts if account.author_of}
    own = (side for side in statements.gists if not isinstance(side.side, str) and side.doc in author_of)
    return replace(statements, account_of=account_of | {side: author_of[side.doc] for side in own}, again={**again})


def _languages(studies: Sequence[Study]) -> dict[str, str]:
    return {study.reading.doc: study.reading.lang for study in studies}


def _within(gists: Mapping[SideRef, Gist]) -> dict[SideRef, list[SideRef]]:
    found: defaultdict[SideRef, list[SideRef]] = defaultdict(list)
    for side, gist in gists.items():
        if gist.parent is not None:
            found[SideRef(side.doc, gist.parent)].append(side)
    return found


def _standing_for(studies: Sequence[Study], gists: Mapping[SideRef, Gist]) -> set[SideRef]:
    bare = {SideRef(s.reading.doc, a.id) for s in studies for a in s.reading.attributions if _is_bare(s.reading, a)}
    return {side for side in bare if side in gists and gists[side].pointing}


def _is_bare(reading: Reading, attribution: Attribution) -> bool:
    words = [word for start, end in attribution.content for word in reading.text[start:end].split()]
    return len(words) <= MOST_BARE


def _conditional(studies: Sequence[Study]) -> set[SideRef]:
    found = set()
    for study in studies:
        reading = study.reading
        found |= {SideRef(reading.doc, c.holder) for c in reading.conditions if c.holder != AUTHOR}
        starts = sorted(c.antecedent[0] for c in reading.conditions)
        for gist in study.gists if starts else ():
            if not isinstance(gist.side, str):
                start, end = gist.side.author
                at = bisect_left(starts, start)
                if at < len(starts) and starts[at] < end:
                    found.add(SideRef(reading.doc, gist.side))
    return found
