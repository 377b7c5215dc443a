"""What each number of a statement is a number of, by the words around it: *de tunnel meet 2,1 kilometer*, *viermaal geschoten*.

Other readers of propositions ask for a predicate and its roles, by which a number is of one thing in few sentences. Here
the noun or the unit says what is counted, and what else the sentence tells is a set of words: deeds, things and names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from wederhoor.reading.factuality import is_settled
from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_number.counted import (
    CLOCK,
    MORE,
    TIMES,
    Counted,
    counted,
    is_told_again,
    measured,
    summed,
)
from wederhoor.reading.propositions.by_number.counted_otherwise import by_word, happens_once, time_told
from wederhoor.reading.propositions.by_number.roles import (
    DEEDS,
    NAMES,
    NUMBER,
    PERSON,
    UNIT,
)
from wederhoor.reading.propositions.by_number.surroundings import NumberClause, roles_around, since_when
from wederhoor.reading.propositions.by_topic.occasions import (
    plain_sentence,
    times_among,
    verb_over,
)
from wederhoor.reading.propositions.by_topic.quantities import MODES
from wederhoor.reading.propositions.by_topic.same_occasion import TEXT
from wederhoor.reading.propositions.by_topic.text_matter import AskedMatter, when_told
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.propositions.modes import mode_of
from wederhoor.reading.text import Text
from wederhoor.records import Amount, Attribution, ConflictSide, Mode, Phrase, Proposition
from wederhoor.syntax.clauses import SUBJECT, has_child, has_infinitive_mark
from wederhoor.syntax.stretches import any_form, without

APART = ("advcl", "ccomp", "parataxis", "acl:relcl", "acl", "conj")
"""Relations of another clause below one."""


def numbers_told(
    text: Text, matter: AskedMatter, side: ConflictSide, inside: Sequence[int], by: Attribution | None = None
) -> Iterator[Proposition]:
    """What some words say, sentence by sentence, with each of their numbers; nothing where they say it of two of one thing."""
    p = text.parse
    if by is not None and _is_survey(text, by):
        return  # polls differ by their days and by whom they ask
    report = frozenset() if by is None else frozenset(_words_of_report(text, by))
    for number, few in groupby(inside, key=lambda w: p.sentence_of[w]):
        own, sentence = without(few, report), range(*p.sentences[number])
        if own and plain_sentence(text, own) and not _tells_of_others(text, own, sentence):
            yield from _in_sentence(text, matter, side, own, without(sentence, report))


def _words_of_report(text: Text, by: Attribution) -> Iterator[int]:
    yield from (w for span in (*by.cue, *by.source) for w in words_in(text.parse, span))


def _in_sentence(
    text: Text, matter: AskedMatter, side: ConflictSide, own: Sequence[int], whole: Sequence[int]
) -> Iterator[Proposition]:
    grown = any_form(text.parse, whole, text.pack.propositions.words.succeeding)  # had risen to nine
    all_told = (*_figures_in(text, own, whole), *_others_in(text, own, whole))
    found = [one for one in all_told if not grown or one.what.endswith(MORE)]
    kinds = [one.what for one in found]
    for one in found:
        if kinds.count(one.what) == 1:
            yield from _told(text, matter, side, _clause(text, one, own, whole))


def _figures_in(text: Text, own: Sequence[int], whole: Sequence[int]) -> Iterator[Counted]:
    """What the figures among some words of one sentence count; ``whole`` are the words of the sentence."""
    figures = {f.first: f for w in own if (f := text.number_at.get(w)) is not None and w not in text.time_at}
    measures = {first: found for first, f in figures.items() if (found := measured(text, f, own)) is not None}
    yield from summed(text, [*measures.values()])
    others = (f for first, f in figures.items() if first not in measures)
    told_here = (f for f in others if len(figures) == 1 or not is_told_again(text, f))
    yield from (found for f in told_here if (found := counted(text, f, own, whole)) is not None)


def _others_in(text: Text, own: Sequence[int], whole: Sequence[int]) -> Iterator[Counted]:
    """The numbers that other words are, and the times."""
    for word in own:
        yield from by_word(text, word, own, whole)
    times = {time.span: time for w in own if (time := text.time_at.get(w)) is not None}
    once = bool(times) and any(happens_once(text, w) for w in whole)
    for time in times.values():
        yield from (one for one in time_told(text, time) if once or one.what == CLOCK)


def _is_survey(text: Text, by: Attribution) -> bool:
    """*The Fox poll*: whether a statement is what a sample says."""
    p, surveys = text.parse, text.pack.topics.file.words.surveys
    return any(p.lemmas[w].lower() in surveys for span in by.source for w in words_in(p, span))


def _tells_of_others(text: Text, own: Sequence[int], sentence: Sequence[int]) -> bool:
    """*Inmiddels telt de politie er elf*, *eerst*, *onder hen*: whether there may be another number later, or of all."""
    p, known = text.parse, text.pack.topics.file.words
    revised = any(p.lower[w] in known.revising and not _is_definite(text, w) for w in sentence)
    return revised or p.lower[own[0]] in known.parting


def _is_definite(text: Text, word: int) -> bool:
    """*Voor [het eerst]*."""
    return word > 0 and text.parse.lower[word - 1] in text.pack.closed.definite


def _clause(text: Text, one: Counted, own: Sequence[int], whole: Sequence[int]) -> NumberClause:
    """A number with its clause, without the clauses below its verb; of one that is counted from a time on all of the sentence."""
    p, verb = text.parse, verb_over(text, one.at, own)
    if verb is None or since_when(text, one):
        return NumberClause(one, verb, whole, frozenset(whole if since_when(text, one) else own))
    below = (p.subtree(c) for c in p.children[verb] if p.deps[c] in APART)
    apart = {w for tree in below if one.at not in tree for w in tree}
    return NumberClause(one, verb, whole, frozenset({*own} & {*p.subtree(verb)} - apart))


def _told(text: Text, matter: AskedMatter, side: ConflictSide, clause: NumberClause) -> Iterator[Proposition]:
    """What is said of a number, where its clause says that it is so."""
    p, one, verb = text.parse, clause.counted, clause.verb
    mode = "present" if verb is None else _mode(text, verb)
    yes = one.yes if one.yes is not None else True if verb is None else polarity_of(text, verb)
    if mode not in MODES or not yes:
        return
    told = {role: tuple(sorted(words)) for role, words in roles_around(text, clause) if words}
    of, told = _of_deed(one, told)
    others = [(role, Phrase(head=role, modifiers=words)) for role, words in told.items()]
    others += [] if NAMES in told else [(TEXT, matter().names)]
    others += [] if one.is_day else when_told(text, clause.near)
    span = p.span(one.first, one.end)
    yield Proposition(
        side=side, span=span, predicate=NUMBER, mode=mode, others=tuple(others),
        times=() if one.is_day else times_among(text, clause.whole),
        amount=Amount(of=of, low=one.low, high=one.high, words=span),
    )  # fmt: skip


def _mode(text: Text, verb: int) -> Mode | None:
    """Its mode; None for an infinitive of which nothing says that it is done. *Bleef [steken]* is of the time of *bleef*."""
    p = text.parse
    marked = has_infinitive_mark(p, verb, text.pack)
    bare = p.deps[verb] == "xcomp" and not marked and not has_child(p, verb, *SUBJECT)
    return None if marked and not is_settled(text, verb) else mode_of(text, p.heads[verb] if bare else verb)


def _of_deed(one: Counted, told: dict[str, tuple[str, ...]]) -> tuple[Phrase, dict[str, tuple[str, ...]]]:
    """What is counted, and the roles: who is warned twice gets two warnings."""
    if one.what != TIMES:
        return Phrase(head=one.what, kinds=(PERSON,) if one.people else ()), told
    deeds = told.get(DEEDS, ())
    if len(deeds) != 1:
        return Phrase(head=TIMES, kinds=(TIMES,)), told
    return Phrase(head=deeds[0], kinds=(TIMES,)), {role: w for role, w in told.items() if role not in (DEEDS, UNIT)}
