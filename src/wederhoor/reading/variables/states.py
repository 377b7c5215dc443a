"""The variables of what something is or becomes: *vis wordt duurder* is the price of fish, up."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.variables import Way
from wederhoor.reading.variables.draft import VariableDraft, times
from wederhoor.reading.variables.modifiers import denial, is_nominal
from wederhoor.reading.variables.naming import argument, extent_of, joined, meant, parts_of, phrase_words, shortened
from wederhoor.reading.variables.phrases import key_of, read_phrase
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.syntax.clauses import case_of

NOUNS = ("NOUN", "PROPN")


def read_state(s: VariableScope, predicate: int, subject: int | None, way: Way) -> Iterator[VariableDraft]:
    """What the subject is: an adjective of direction or of a dimension, a noun, or a phrase with a preposition."""
    p, words = s.p, s.pack.variables
    lemma = p.lemmas[predicate].lower()
    if p.upos[predicate] not in ("ADJ", "VERB", "ADV"):
        yield from _predicate_noun(s, predicate, subject, way)
        return
    way = times(way, _gauged(s, predicate))
    if subject is None:
        subject = next((c for c in s.below(predicate) if _is_bare(s, c)), None)
    for table in (words.adjectives, words.degrees):
        told = table.get(lemma) or table.get(p.lower[predicate])
        if told is not None and subject is not None:
            noun, here = meant(s, subject)
            if is_nominal(s, noun):
                yield from read_phrase(here, noun, times(way, told))
                return
    quality, turn = words.dimensions.get(lemma) or (_state_noun(s, lemma), 1)
    if quality == lemma and lemma not in words.dimensions:
        quality = f"{p.lower[predicate]} {words.naming.be}"
        if subject is None:
            return
    yield _quality(s, quality, subject, predicate, times(way, turn))


def _is_bare(s: VariableScope, word: int) -> bool:
    """A noun without preposition, which is a subject that the parser did not know: *werden de regels onvermijdelijk*."""
    p = s.p
    tied = case_of(p, word) is not None
    timed = p.lemmas[word].lower() in s.pack.variables.empty.times
    return p.deps[word] in ("obl", "obj", "nsubj") and p.upos[word] in NOUNS and not tied and not timed


def _gauged(s: VariableScope, predicate: int) -> Way:
    """*minder veilig*, *weinig succesvol*; *te* before an adjective leaves it as it is."""
    p, words = s.p, s.pack.variables
    for c in s.below(predicate):
        if p.deps[c] == "advmod" and (way := words.adverbs.get(p.lower[c])) is not None:
            return way
    return 1


def _state_noun(s: VariableScope, lemma: str) -> str:
    states = s.pack.variables.states
    return lemma + states.suffix if lemma.endswith(states.endings) else lemma


def _quality(s: VariableScope, noun: str, subject: int | None, predicate: int, way: Way) -> VariableDraft:
    naming = s.pack.variables.naming
    of = None if subject is None else argument(s, subject)
    name = shortened(f"{noun} {naming.of} {of}".split()) if of else noun
    parts: tuple[str, ...] = ()
    if subject is not None:
        head, here = meant(s, subject)
        parts = tuple(sorted(set(parts_of(here, phrase_words(here, head)))))
    key, flip, more = key_of(noun, s)
    inside = [w for w in (subject, predicate) if w is not None and s.holds(w)] or [predicate]
    return VariableDraft(
        name,
        extent_of(inside),
        noun,
        key,
        tuple(sorted({*parts, *([more] if more else [])})),
        way,
        opposite=flip < 0,
        nominal=True,
    )


def _predicate_noun(s: VariableScope, predicate: int, subject: int | None, way: Way) -> Iterator[VariableDraft]:
    """*het is een ramp*: the noun; *de oogst is een ramp*: that of the harvest; *op tijd zijn*."""
    p = s.p
    case = s.children(predicate, "case")
    if case or p.upos[predicate] == "ADP":
        way = times(way, denial(s, predicate))
        loose = s.children(predicate, "advmod")
        words = sorted([*case, *phrase_words(s, predicate, loose)])
        yield _quality(s, f"{joined(s, words)} {s.pack.variables.naming.be}", subject, predicate, way)
        return
    if subject is None or p.upos[subject] not in NOUNS:
        yield from read_phrase(s, predicate, way)
        return
    for draft in read_phrase(s, predicate, way)[:1]:
        yield _quality(s, draft.name, subject, predicate, draft.way)
