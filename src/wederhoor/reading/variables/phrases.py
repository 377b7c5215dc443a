"""The variables that a noun phrase names: *hogere prijzen* is prices, up; *een gebrek aan water* is water, down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.languages.variables import VariableWords, Way
from wederhoor.reading.variables.anaphors import changed_before, thing_before
from wederhoor.reading.variables.compounds import changed_part, split
from wederhoor.reading.variables.draft import VariableDraft, times
from wederhoor.reading.variables.modifiers import Modifiers, modifiers
from wederhoor.reading.variables.naming import extent_of, joined, parts_of, phrase_words, shortened
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.syntax.clauses import case_of, children, has_child, marker_of

NOMINAL = ("NOUN", "PROPN", "NUM", "X", "SYM", "ADJ", "VERB")
DEEPEST = 3
"""How often what a word stands for is looked for in what another one stands for."""


def read_phrase(s: VariableScope, head: int, way: Way = 1) -> list[VariableDraft]:
    """One variable for each member of the list that ``head`` opens; none for a pronoun that stands for nothing known."""
    found = list(_member(s, head, way))
    for c in s.below(head):
        if s.p.deps[c] == "conj" and s.p.upos[c] in NOMINAL:
            found += read_phrase(s, c, way)
    return found


def _member(s: VariableScope, head: int, way: Way) -> Iterator[VariableDraft]:
    p = s.p
    if p.upos[head] in ("PRON", "DET", "ADV") and not any(p.deps[c] in ("nmod", "amod") for c in s.below(head)):
        yield from _meant(s, head, way)
        return
    around = modifiers(s, head)
    way = times(way, around.way)
    lemma = s.lemma(head)
    words = s.pack.variables
    turn = _change_named(s, head, lemma)
    if turn is not None:
        inner = _complement(s, head, words.prepositions)
        # growth is a thing by itself, that of tourism is not
        if inner is not None:
            yield from (_widened(s, d, head) for d in read_phrase(s, inner, times(way, turn)))
            return
    if lemma in words.nouns and _takes_up_change(s, around, lemma):
        before = changed_before(s, head, words.nouns[lemma])
        if before is not None:
            taken = read_phrase(s.elsewhere(p.sentences[p.sentence_of[before]]), before)
            yield from (replace(_one(d), way=times(way, words.nouns[lemma]), by=_phrase(s, head)) for d in taken[:1])
            return
    thing = _measured(s, head)
    if thing is not None:
        yield from read_phrase(s, thing, way)
        return
    if lemma in words.empty.heads | words.empty.measures:
        inner = _complement(s, head, words.empty.prepositions, bare=True)
        if inner is not None:
            yield from _behind_empty(s, head, inner, way)
            return
    yield _named(s, head, around, way)


def _change_named(s: VariableScope, head: int, lemma: str) -> Way | None:
    """The way that a noun of change tells, or an infinitive that is a noun: *het [dalen] van de rente*."""
    words = s.pack.variables
    if lemma in words.nouns or not words.naming.infinitive:
        return words.nouns.get(lemma)
    change = s.pack.causes.changes.get(lemma) if has_child(s.p, head, "det") and s.p.lower[head] == lemma else None
    if change == "end":
        return words.object_verbs.get(lemma)  # het afschaffen van de subsidies
    told: Way = 1 if change == "up" else -1
    return told if change in ("up", "down") else None


def _takes_up_change(s: VariableScope, around: Modifiers, lemma: str) -> bool:
    """*Die stijging*, alone: not *the glass loss*, which is one of glass."""
    return around.definite and not around.parts and s.depth < DEEPEST and lemma not in s.pack.variables.classes


def _one(draft: VariableDraft) -> VariableDraft:
    return replace(draft, way=1)


def _meant(s: VariableScope, word: int, way: Way) -> Iterator[VariableDraft]:
    """What a pronoun stands for."""
    if s.depth >= DEEPEST:
        return
    actor = s.text.actor_names_at.get(word)
    if actor:
        here = (word, word + 1)
        yield VariableDraft(actor, here, actor.casefold(), f"@{actor.casefold()}", way=way, by=here)
        return
    thing = thing_before(s, word)
    if thing is not None:
        p = s.p
        for draft in read_phrase(s.elsewhere(p.sentences[p.sentence_of[thing]]), thing)[:1]:
            yield replace(draft, way=way, by=(word, word + 1))


def _complement(s: VariableScope, head: int, prepositions: frozenset[str], *, bare: bool = False) -> int | None:
    """The noun that a head's preposition names; with ``bare`` also one right behind it: *een golf protesten*."""
    p = s.p
    named = (c for c in s.children(head, "nmod", "obl", "obl:arg") if c > head and p.upos[c] in NOMINAL)
    for c in named:
        tied = marker_of(p, c) in prepositions or (bare and case_of(p, c) is None)
        if tied and p.lemmas[c].lower() not in s.pack.variables.empty.times:
            return c
    return None


def _measured(s: VariableScope, head: int) -> int | None:
    """What there is an amount of: *400.000 euro schade*."""
    p = s.p
    if s.lemma(head) not in s.pack.variables.empty.units:
        return None
    behind = (c for c in s.children(head, "nmod") if c > head and p.upos[c] == "NOUN")
    return next((c for c in behind if case_of(p, c) is None), None)


def _widened(s: VariableScope, draft: VariableDraft, head: int) -> VariableDraft:
    """The words of the noun of change count as words for the variable."""
    if not s.holds(draft.words[0]):
        return draft
    return replace(draft, words=(min(draft.words[0], head), draft.words[1]), bare=False)


def _behind_empty(s: VariableScope, head: int, inner: int, way: Way) -> Iterator[VariableDraft]:
    p, words = s.p, s.pack.variables
    measured = p.lemmas[head].lower() in words.empty.measures
    for draft in read_phrase(s, inner, way):
        if not measured:
            yield _widened(s, draft, head)
            continue
        case = children(p, inner, "case")
        name = joined(s, [head, *case, *phrase_words(s, inner, modifiers(s, inner).gone)])
        yield replace(_widened(s, draft, head), name=shortened(name.split()))


def _phrase(s: VariableScope, head: int) -> tuple[int, int]:
    return extent_of(phrase_words(s, head))


def _named(s: VariableScope, head: int, around: Modifiers, way: Way) -> VariableDraft:
    p, words = s.p, s.pack.variables
    lemma = s.lemma(head)
    kept = phrase_words(s, head, around.gone)
    extent = extent_of(kept)
    part = changed_part(lemma, s.pack)
    parts = around.parts
    if part is not None:
        first, turn = part
        key, flip, more = key_of(first, s)
        return VariableDraft(
            first, extent, first, key, _with(parts, more), times(way, turn), opposite=flip < 0, nominal=True
        )
    dear = next((c for c in s.children(head, "amod") if p.lemmas[c].lower() in words.attributive), None)
    if dear is not None:
        return _dimension(s, head, dear, around, way)
    name = shortened(joined(s, kept).split())
    actor = s.text.actor_names_at.get(head)
    if actor and p.upos[head] in ("NOUN", "PROPN") and not parts:
        return VariableDraft(name, extent, actor.casefold(), f"@{actor.casefold()}", way=way)
    counted = split(lemma, words.empty.counting, s.pack)
    if counted is not None:
        key, flip, more = key_of(_counted(counted[0], words), s)
        return VariableDraft(name, extent, lemma, key, _with(parts, more), way, opposite=flip < 0)
    if p.upos[head] == "VERB":  # het sluiten van de school
        lemma = words.nominal.get(lemma, lemma)
    if lemma in words.empty.units:  # an amount is no other amount
        return VariableDraft(name, extent, lemma, name.casefold(), way=way)
    key, flip, more = key_of(lemma, s)
    bare = around.definite and not parts and not more
    return VariableDraft(name, extent, lemma, key, _with(parts, more), way, bare=bare, opposite=flip < 0)


def _counted(first: str, words: VariableWords) -> str:
    """What a compound counts, in the singular: *bezoekers-aantallen*."""
    return first[:-1] if first.endswith(words.naming.counted) else first


def _dimension(s: VariableScope, head: int, adjective: int, around: Modifiers, way: Way) -> VariableDraft:
    """*dure diesel* is the price of diesel, up."""
    words = s.pack.variables
    noun, turn = words.dimensions[s.p.lemmas[adjective].lower()]
    kept = phrase_words(s, head, (*around.gone, adjective))
    articles = [c for c in around.gone if s.p.deps[c] == "det" and s.p.lower[c] in words.anaphors.definite]
    key, flip, _ = key_of(noun, s)
    name = shortened([noun, words.naming.of, *joined(s, sorted([*articles, *kept])).split()])
    parts = tuple(sorted(set(parts_of(s, kept))))
    return VariableDraft(
        name, extent_of([*kept, adjective]), noun, key, parts, times(way, turn), opposite=flip < 0, nominal=True
    )


def _with(parts: tuple[str, ...], more: str | None) -> tuple[str, ...]:
    return parts if more is None else tuple(sorted({*parts, more}))


def key_of(lemma: str, s: VariableScope) -> tuple[str, Way, str | None]:
    """By what a noun is known: its synonyms, -1 for their opposite; of a compound its last part's, with the first as a part."""
    words = s.pack.variables
    if lemma in words.classes:
        return *words.classes[lemma], None
    parts = split(lemma, words.tails, s.pack)
    if parts is None:
        return lemma, 1, None
    key, flip = words.classes.get(parts[1], (parts[1], 1))
    country = s.countries.of(parts[0].capitalize())
    return key, flip, f"@{country}" if country else s.pack.hooks.stem(parts[0])
