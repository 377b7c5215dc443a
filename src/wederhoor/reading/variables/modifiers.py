"""What stands around a noun: words that tell a direction and are left out of its name, and words that stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wederhoor.languages.variables import Way
from wederhoor.reading.eventive_nouns import is_event
from wederhoor.reading.variables.draft import times
from wederhoor.reading.variables.naming import is_marked, parts_of, phrase_words
from wederhoor.reading.variables.scope import Scope
from wederhoor.syntax.clauses import names_somebody

QUALITIES = ("amod", "advmod", "nummod")


class Modifiers(NamedTuple):
    """The words left out, the direction that they tell, the parts that the others add, whether the noun is definite."""

    gone: tuple[int, ...]
    way: Way
    parts: tuple[str, ...]
    definite: bool
    pointed: int | None
    """A demonstrative before the noun."""


def modifiers(s: Scope, head: int) -> Modifiers:
    p, words = s.p, s.pack.variables
    way: Way = 1
    gone: list[int] = []
    parts: list[str] = []
    definite, pointed = False, None
    happens = _measurable(s, head)
    for c in s.below(head):
        relation, form = p.deps[c], p.lower[c]
        if relation == "case" or p.upos[c] == "PUNCT":
            continue
        told = direction(s, c, happens=happens) if _may_tell(s, c, head) else None
        if told is not None:
            way = told if way == 1 else -told
            gone.append(c)
        elif relation == "det":
            definite = definite or form in words.anaphors.definite
            pointed = c if form in words.anaphors.demonstratives else pointed
            gone.append(c)
        elif relation == "nmod:poss" and p.upos[c] == "PRON":
            owner = s.around.actors.get(c)
            definite = True
            if form in words.anaphors.ours or owner is None:
                gone.append(c)
            if form not in words.anaphors.ours:
                parts.append(f"@{owner.casefold()}" if owner else form)
        elif _says_nothing(s, head, c, happens=happens):
            gone.append(c)
        else:
            parts += _parts(s, c)
    return Modifiers(tuple(gone), way, tuple(sorted(set(parts))), definite, pointed)


def _may_tell(s: Scope, word: int, noun: int) -> bool:
    return s.p.deps[word] in ("det", *QUALITIES) or is_gauge(s, word, noun)


def is_gauge(s: Scope, word: int, noun: int) -> bool:
    """*meer* or *minder* right before a noun, whatever the parser makes of it: *er is [minder] vraag*."""
    return word + 1 == noun and s.p.lower[word] in s.pack.variables.adverb_kinds.gauging


def is_nominal(s: Scope, word: int) -> bool:
    """A noun, or what stands where only one does though the parser knows it for a verb: *het*, *minder* before it."""
    p = s.p
    if p.upos[word] in ("NOUN", "PROPN") or any(p.deps[c] == "det" for c in p.children[word]):
        return True
    finite = not p.lower[word].endswith(s.pack.variables.naming.infinitive)
    return finite and word > 0 and is_gauge(s, word - 1, word)


def direction(s: Scope, word: int, *, happens: bool) -> Way | None:
    """Which way a word before a noun says that it goes: *minder*, *stijgende*, *geen*; None where it says nothing of it."""
    p, words = s.p, s.pack.variables
    form, lemma = p.lower[word], p.lemmas[word].lower()
    if form in s.pack.hedges.negations:
        return -1
    if (way := words.adjectives.get(form)) is not None:
        return _turned(s, word, way)
    if p.upos[word] == "VERB" or "VerbForm=Part" in p.feats[word]:
        change = s.pack.causes.changes.get(lemma)
        return 1 if change == "up" else -1 if change == "down" or lemma in words.adjectives else None
    gone = _by_participle(s, form)
    if gone is not None:
        return gone
    for table in (words.adjectives, words.qualities if _tells_degree(s, word) else {}):
        if (way := table.get(lemma) or table.get(form)) is not None:
            return _turned(s, word, way)
    return _by_degree(s, word) if happens else None


def _by_degree(s: Scope, word: int) -> Way | None:
    """*hoge* before a noun of what has degrees; not where it only tells how strong that is."""
    p, words = s.p, s.pack.variables
    form, lemma = p.lower[word], p.lemmas[word].lower()
    degree = words.degrees.get(lemma) or words.degrees.get(form)
    plain = lemma in words.intense and "Degree=Cmp" not in p.feats[word]
    return None if degree is None or plain or _tells_rank(s, word) else _turned(s, word, degree)


def _by_participle(s: Scope, form: str) -> Way | None:
    """*afnemende* where the parser has it for an adjective."""
    naming = s.pack.variables.naming
    for ending in naming.participle:
        verb = form.removesuffix(ending)
        if verb != form and verb.endswith(naming.infinitive):
            change = s.pack.causes.changes.get(verb)
            if change in ("up", "down"):
                return 1 if change == "up" else -1
    return None


def _tells_degree(s: Scope, word: int) -> bool:
    """A comparative, but before somebody or what it tells the rank of: *hogere ambtenaren*."""
    somebody = names_somebody(s.p, s.p.heads[word], s.pack)
    return "Degree=Cmp" in s.p.feats[word] and not somebody and not _tells_rank(s, word)


def _tells_rank(s: Scope, word: int) -> bool:
    """*hoger onderwijs*."""
    return "Degree=Cmp" in s.p.feats[word] and s.lemma(s.p.heads[word]) in s.pack.variables.ranked


def _turned(s: Scope, word: int, way: Way) -> Way:
    """*niet hoog*, *niet genoeg*."""
    denied = any(s.p.lower[c] in s.pack.hedges.negations for c in s.p.children[word])
    return (-1 if way > 0 else 1) if denied else way


def _measurable(s: Scope, head: int) -> bool:
    """Whether a noun names what has degrees."""
    lemma, words = s.p.lemmas[head].lower(), s.pack.variables
    return (
        is_event(s.p, head, s.pack) or lemma in words.classes or lemma in words.empty.measures or lemma in words.nouns
    )


def _says_nothing(s: Scope, head: int, c: int, *, happens: bool) -> bool:
    """Intensity before an event, a number, a time, a focus word, a clause."""
    p, words = s.p, s.pack.variables
    lemma = p.lemmas[c].lower()
    if _is_amount(s, c) or (p.lower[c] in s.pack.causes.words.restrictions and c < head):
        return True
    match p.deps[c]:
        case "amod":
            return happens and (lemma in words.intense or p.lower[c] in words.intense)
        case "nummod":
            return p.lemmas[head].lower() not in words.empty.units
        case "nmod" | "obl":
            return lemma in words.empty.times or _is_date(s, c) or not is_marked(s, c)
        case "nmod:poss" | "compound" | "flat" | "fixed" | "appos":
            return p.deps[c] == "appos" and p.upos[c] != "PROPN"
        case _:
            return True


def _is_amount(s: Scope, word: int) -> bool:
    """*van 400.000 euro*: how much it is today is no part of what it is."""
    counted = any(s.p.deps[c] == "nummod" for c in s.p.children[word])
    return counted and s.lemma(word) in s.pack.variables.empty.units


def _is_date(s: Scope, word: int) -> bool:
    return any(s.p.lemmas[c].lower() in s.pack.variables.empty.times for c in s.p.children[word])


def _parts(s: Scope, c: int, before: str = "") -> Iterator[str]:
    """What a modifier says, and what its own modifiers do; before each the preposition that tells its part."""
    p = s.p
    case = next((p.lower[g] for g in p.children[c] if p.deps[g] == "case"), "")
    if case not in (s.pack.variables.naming.of, "in", ""):
        before = f"{case}:"
    nested = [g for g in s.below(c) if p.deps[g] == "nmod" and any(p.deps[h] == "case" for h in p.children[g])]
    yield from parts_of(s, phrase_words(s, c, nested, joint=True), before)
    for g in nested:
        yield from _parts(s, g, before)


def denial(s: Scope, head: int) -> Way:
    """-1 under *niet* or *nooit*; not under *niet alleen*."""
    p = s.p
    way: Way = 1
    for c in s.below(head):
        if p.lower[c] in s.pack.hedges.negations and p.deps[c] in (
            "advmod",
            "amod",
            "obl",
            "mark",
            "cc",
            "nsubj",
            "obj",
            "det",
        ):
            follows = p.lower[c + 1] if c + 1 < len(p) else ""
            if follows not in s.pack.causes.words.restrictions and p.upos[c] != "NOUN":
                way = times(way, -1)
    return way
