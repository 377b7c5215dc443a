"""The propositions of a document: those of every statement, and those of sentences that are all the author's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial

from msgspec.structs import replace

from wederhoor.reading.focus import is_denied, put_forward
from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.answered import answered_questions
from wederhoor.reading.propositions.by_number.numbers_told import numbers_told
from wederhoor.reading.propositions.by_side.comings import read_comings
from wederhoor.reading.propositions.by_side.deaths import read_deaths
from wederhoor.reading.propositions.by_side.reasons import reasons
from wederhoor.reading.propositions.by_side.sided import read_authors_sided, read_sided
from wederhoor.reading.propositions.by_side.statements import HeldWords, held_words
from wederhoor.reading.propositions.by_topic.author_clauses import clause_before_contrast
from wederhoor.reading.propositions.by_topic.bare_quantities import bare_quantities
from wederhoor.reading.propositions.by_topic.contradicted import without_contradicted
from wederhoor.reading.propositions.by_topic.ownings import ownings
from wederhoor.reading.propositions.by_topic.quantities import quantities
from wederhoor.reading.propositions.by_topic.text_matter import AskedMatter, read_matter
from wederhoor.reading.propositions.by_topic.tolls import counted_in_report, tolls
from wederhoor.reading.propositions.clause_heads import clause_at
from wederhoor.reading.propositions.clauses import read_clause
from wederhoor.reading.propositions.nominal import read_nominal
from wederhoor.reading.propositions.roles import roles_of
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, AuthorSide, ConflictSide, Proposition
from wederhoor.syntax.clauses import has_child, has_word
from wederhoor.syntax.predicates import is_question
from wederhoor.syntax.stretches import any_form

EXPECTING = ("expect", "promise")
"""Attitudes to what is to come."""


def find_propositions(text: Text) -> tuple[Proposition, ...]:
    """The propositions of all statements, then of all sentences that are the author's own."""
    p, inner = text.parse, _inner_words(text)
    found: list[Proposition] = []
    matter = cache(partial(read_matter, text))
    sides: list[HeldWords | None] = []
    reported: set[int] = set()
    for a in text.attributions:
        content = {w for span in a.content for w in words_in(p, span)}
        own = put_forward(text, sorted(content - inner.get(a.id, set())), denied=is_denied(text, a.id))
        found += read_nominal(text, a, own)
        told, numbered = (
            [*_of_words(text, a.id, own), *_of_report_denied(text, a, own)],
            counted_in_report(text, a, own),
        )
        if _looks_ahead(text, a, own):
            found += (replace(one, mode="future") for one in (*told, *numbers_told(text, matter, a.id, numbered, a)))
        else:
            found += [*told, *_by_topic(text, matter, a.id, told, own, numbered)]
            found += numbers_told(text, matter, a.id, numbered, a)
        found += read_sided(text, a.id, own, a)
        sides.append(held_words(text, a.id, own, a))
        reported |= content.union(*(words_in(p, span) for span in a.cue))
    for words in (range(*ends) for ends in p.sentences):
        before = clause_before_contrast(text, words, reported)
        if before:
            found += tolls(text, matter, _author(text, before), before)
        if reported.isdisjoint(words) and not _has_lost_report(text, words):
            side = _author(text, words)
            told = [*_of_words(text, side, words)]
            found += [*told, *_by_topic(text, matter, side, told, words, words)]
            found += numbers_told(text, matter, side, words)
            sides.append(held_words(text, side, words, None))
    found += read_authors_sided(text)
    found += answered_questions(text, clause_at)
    return (*without_contradicted(found), *_by_sides(text, [one for one in sides if one is not None], found))


def _looks_ahead(text: Text, by: Attribution, own: Sequence[int]) -> bool:
    """*Rekent op 12.000 bezoekers*: whether a thing without a verb is expected, which is so of no time that was."""
    return by.attitude in EXPECTING and not any(text.parse.upos[w] in ("VERB", "AUX") for w in own)


def _author(text: Text, words: Sequence[int]) -> AuthorSide:
    return AuthorSide(text.parse.span(words[0], words[-1] + 1))


def _inner_words(text: Text) -> dict[str, set[int]]:
    """By report the words of those that it holds, which are another's."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for a in text.attributions:
        if a.parent is not None and a.attitude != "want":
            found[a.parent].update(w for span in (*a.content, *a.cue) for w in words_in(text.parse, span))
    return found


def _by_sides(text: Text, sides: Sequence[HeldWords], found: Sequence[Proposition]) -> Iterator[Proposition]:
    """What each side says of what is to come, of what somebody died of, and of why something happened."""
    for side in sides:
        yield from read_comings(text, side)
        yield from read_deaths(text, side)
    yield from reasons(text, sides, found)


def _by_topic(
    text: Text,
    matter: AskedMatter,
    side: ConflictSide,
    told: Sequence[Proposition],
    words: Sequence[int],
    counted: Sequence[int],
) -> Iterator[Proposition]:
    """What some words say of what is told by its topic; ``told`` is what their clauses say, ``counted`` has their numbers."""
    yield from ownings(text, side, told, words)
    yield from tolls(text, matter, side, counted)
    yield from quantities(text, side, counted)
    yield from bare_quantities(text, matter, side, counted)


def _of_report_denied(text: Text, a: Attribution, words: Sequence[int]) -> Iterator[Proposition]:
    """*Noemt [het bericht dat de bank failliet is] onwaar*: what the report says."""
    p, inside = text.parse, {*words}
    for word in words if a.attitude == "deny" else ():
        noun = p.heads[word]
        of_report = (
            p.deps[word] in ("acl", "ccomp") and noun in inside and p.lemmas[noun].lower() in text.pack.disputes.reports
        )
        first = of_report and p.heads[noun] not in inside
        if first and has_word(p, word, text.pack.grammar.complementizers, "mark") and not is_question(p, word):
            yield from read_clause(text, a.id, roles_of(text, word, ()), inside)


def _has_lost_report(text: Text, words: Sequence[int]) -> bool:
    """Whether an author's sentence is a report that was not read: *zegt een reiziger*; whose word it is, is not known."""
    p = text.parse
    if any_form(p, words, text.pack.propositions.words.sources):
        return True
    return any(_may_report(text, w) for w in words[1:])


def _may_report(text: Text, word: int) -> bool:
    """Whether a verb may be one of saying to what stands before it: not *bleven* without *bij*, nor *en zei niets*."""
    p = text.parse
    plain = any(not row.words for row in text.pack.verbs.get(p.lemmas[word], ()))
    behind = p.deps[word] == "parataxis" or p.upos[word - 1] == "PUNCT"
    joined = p.deps[word] == "conj" and not has_child(p, word, "cc")
    return plain and p.upos[word] == "VERB" and (behind or joined)


def _of_words(text: Text, side: ConflictSide, words: Sequence[int]) -> Iterator[Proposition]:
    inside = set(words)
    for word in words:
        clause = clause_at(text, word, inside)
        if clause is not None and not is_question(text.parse, word):
            yield from read_clause(text, side, clause, inside)
