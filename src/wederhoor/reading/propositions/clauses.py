"""One clause as propositions: its predicate in normal form, its roles, how many, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from wederhoor.reading.focus import is_denied
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.propositions.counts import count_of, so_done, with_rate
from wederhoor.reading.propositions.forms import said_by
from wederhoor.reading.propositions.modes import adds, is_again, mode_of, names_several
from wederhoor.reading.propositions.phrases import duration_of
from wederhoor.reading.propositions.reserves import holds_back
from wederhoor.reading.propositions.roles import Predication, others_of
from wederhoor.reading.propositions.said import DONE, SaidClause
from wederhoor.reading.propositions.words import is_adjective, key_of, place_at, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import ConflictSide, Mode, Phrase, Polarity, Proposition, Span
from wederhoor.syntax.clauses import child, has_word, is_participle

MANNER = ("ADJ", "ADV")
OTHER_CLAUSES = ("advcl", "parataxis", "acl", "acl:relcl", "ccomp", "conj", "discourse", "mark", "cc")
"""Relations of what is not of the clause itself, in the words of it that are shown."""


def read_clause(text: Text, side: ConflictSide, clause: Predication, inside: Collection[int]) -> Iterator[Proposition]:
    """The propositions of one clause: what it says, how it was done, and how many of something it says there are.

    ``inside`` are the words of the statement.
    """
    polarity, mode = polarity_of(text, clause.head, clause.above), mode_of(text, clause.head, clause.above)
    if polarity is None or mode is None or holds_back(text, clause, yes=polarity, denied=is_denied(text, side)):
        return
    beside = others_of(text, clause, inside)
    for said in said_by(text, clause, beside, mode, yes=polarity):
        yield from _read(text, side, clause, inside, mode, said)


def _read(
    text: Text, side: ConflictSide, clause: Predication, inside: Collection[int], mode: Mode, said: SaidClause
) -> Iterator[Proposition]:
    """What is said in one form, with how it was done and how many of something there are."""
    p = text.parse
    polarity, beside = polarity_of(text, clause.head, clause.above), others_of(text, clause, inside)
    if _is_of_all(text, clause):
        said = replace(said, subject=_all(said.subject), object=_all(said.object))
    if not polarity and clause.object is not None and has_word(p, clause.object, text.pack.propositions.words.one):
        said = replace(said, object=_all(said.object))  # did not need a licence
    if p.lemmas[clause.head].lower() in text.pack.propositions.words.duties:
        said, mode = replace(said, state=True, object=_all(said.object)), "present"
    found = _built(text, side, clause, said.mode or mode, said, inside)
    manner = _manner(text, clause)
    if manner is not None:
        yield _in_a_manner(text, found, manner)
    if manner is None or polarity:
        yield found
        yield from _not_before(text, clause, found)
    copular = child(p, clause.head, "cop") is not None
    for role in (clause.object, clause.subject, *beside, *([clause.head] if copular else [])):
        counted = count_of(text, found, clause, role, yes=bool(polarity)) if role is not None else None
        if counted is not None and role is not None:
            counted = with_rate(text, counted)
            yield counted
            yield from so_done(text, found, clause, role, counted)


def _built(
    text: Text, side: ConflictSide, clause: Predication, mode: Mode, said: SaidClause, inside: Collection[int]
) -> Proposition:
    p = text.parse
    under = p.subtree(clause.above[0] if clause.above else clause.head)
    return Proposition(
        side=side,
        span=_extent(text, clause, inside),
        predicate=said.predicate,
        polarity="+" if said.yes else "-",
        mode=mode,
        state=said.state,
        subject=said.subject,
        object=said.object,
        others=said.others,
        worded=said.worded,
        times=_times(text, clause, under, yes=said.yes ^ said.worded),
        places=tuple(sorted({place for w in under if w not in clause.core and (place := place_at(text, w))})),
        done=mode == "past" and text.clause(clause.head).perfect and not text.clause(clause.head).past,
        again=is_again(text, clause.head, clause.above),
        besides=adds(text, clause.head) or names_several(text, clause.head),
    )


def _times(text: Text, clause: Predication, under: Collection[int], *, yes: bool) -> tuple[tuple[str, str], ...]:
    """First and last days of the times that a clause tells, and of the time in which it was not so: *al tien jaar niet*."""
    found = {text.told_time_at[w] for w in under if w in text.told_time_at} | _since(text, under)
    now = None if yes or text.date is None or not _lasts_till_now(text, clause) else date.fromisoformat(text.date)
    for word in text.parse.children[clause.head] if now is not None else ():
        amount = duration_of(text, word)
        if now is not None and amount is not None and amount.low is not None:
            found.add((max(date.min, now - timedelta(hours=amount.low)).isoformat(), now.isoformat()))
    return tuple(sorted(found))


def _since(text: Text, under: Collection[int]) -> set[tuple[str, str]]:
    """*Sinds vrijdag*: from then to the day of the document."""
    told = [text.time_at[w] for w in under if w in text.time_at]
    return {
        (t.start, text.date)
        for t in told
        if text.date is not None and t.start and not t.end and t.start <= text.date and not text.is_denied_time(t)
    }


def _lasts_till_now(text: Text, clause: Predication) -> bool:
    told = text.clause(clause.head)
    return told.perfect or not told.past


def _not_before(text: Text, clause: Predication, found: Proposition) -> Iterator[Proposition]:
    """*Hoorde pas in mei van het lek*: before that he did not know of it."""
    p, words = text.parse, text.pack.propositions.words
    learned = p.lemmas[clause.head].lower() in words.learning and found.mode == "past" and found.polarity == "+"
    if not learned or len(found.times) != 1 or not _is_first(text, clause):
        return
    first = date.fromisoformat(found.times[0][0])
    before = (date.min.isoformat(), (first - timedelta(days=1)).isoformat())
    yield msgspec.structs.replace(found, predicate=words.knowing, polarity="-", times=(before,))


def _is_first(text: Text, clause: Predication) -> bool:
    p = text.parse
    forms = [p.lower[w] for w in sorted(p.subtree(clause.head))]
    wanted = text.pack.propositions.words.not_before
    return any(tuple(forms[n : n + len(one)]) == one for one in wanted for n in range(len(forms)))


def _extent(text: Text, clause: Predication, inside: Collection[int]) -> Span:
    """From the first to the last word of a clause, the clauses in it and the marks around it left out."""
    p = text.parse
    top = clause.above[-1] if clause.above else clause.head
    core = {clause.head, *clause.above, *clause.core}
    found, waiting = {*core}, [top, *core]
    while waiting:
        for c in p.children[waiting.pop()]:
            if c in inside and c not in found and p.deps[c] not in OTHER_CLAUSES:
                found.add(c)
                waiting.append(c)
    words = {w for w in found if p.upos[w] != "PUNCT"} or found
    return p.span(min(words), max(words) + 1)


def _is_of_all(text: Text, clause: Predication) -> bool:
    """Whether what is denied of one is denied of all: *er is nooit een bod gedaan*."""
    p = text.parse
    below = (p.lower[c] for verb in (clause.head, *clause.above) for c in p.children[verb])
    return not text.pack.propositions.words.never.isdisjoint(below)


def _all(phrase: Phrase | None) -> Phrase | None:
    return phrase and msgspec.structs.replace(phrase, some=False)


def _manner(text: Text, clause: Predication) -> int | None:
    """The adjective that judges how it was done: *trad slecht op*."""
    return next((c for c in text.parse.children[clause.head] if _is_manner(text, c)), None)


def _is_manner(text: Text, word: int) -> bool:
    """*Trad [slecht] op*, *trad [beheerst] op*, *op [tijd] betaald*."""
    p = text.parse
    if preposition_before(p, word):
        return p.deps[word] == "obl" and _in_words(text, word) in text.pack.propositions.keys
    if p.upos[word] == "VERB":
        return p.deps[word] in ("xcomp", "advmod") and is_participle(p, word) and is_adjective(text, word)
    general = p.lemmas[p.heads[word]].lower() in text.pack.propositions.words.light  # is doing well
    return p.upos[word] in MANNER and p.deps[word] in ("advmod", "obl") and not general and _judges(text, word)


def _in_words(text: Text, word: int) -> str:
    """*Op tijd*: a preposition and its noun."""
    return f"{preposition_before(text.parse, word)} {text.parse.lemmas[word].lower()}"


def _judges(text: Text, word: int) -> bool:
    """Whether an adjective is one that others may deny: *slecht*, *onrustig*; not *gewoon*, *wekenlang*."""
    p, stance = text.parse, text.pack.stance
    if p.upos[word] == "ADV" and not text.pack.propositions.words.adverb_endings:
        return False
    forms = {p.lower[word], p.lemmas[word].lower()}
    key, turned = key_of(text, word)
    return turned or key in text.pack.propositions.keys or bool(forms & (stance.praise | stance.blame))


def _in_a_manner(text: Text, found: Proposition, manner: int) -> Proposition:
    """That what was done was so: *hun optreden was slecht*."""
    predicate, turned = text.pack.propositions.keys.get(_in_words(text, manner), key_of(text, manner))
    polarity: Polarity = "-" if (found.polarity == "-") != turned else "+"
    done = (DONE, Phrase(head=found.predicate, definite=True))
    thing = found.object or found.subject
    return msgspec.structs.replace(
        found, predicate=predicate, polarity=polarity, state=True, subject=None, object=thing, others=(done,)
    )
