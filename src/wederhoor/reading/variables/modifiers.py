"""What stands around a noun: words that tell a direction and are left out of its name, and words that stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from wederhoor.languages.variables import Way
from wederhoor.reading.eventive_nouns import is_event
from wederhoor.reading.variables.draft import times
from wederhoor.reading.variables.naming import is_marked, parts_of, phrase_words
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, case_of, child, has_child, is_participle, marker_of
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_negated, is_negation
from wederhoor.syntax.predicates import is_present

QUALITIES = ("amod", "advmod", "nummod")
DENYING = ("advmod", "amod", "obl", "mark", "cc", "nsubj", "obj", "det")
"""Relations by which a negation denies what it hangs on."""


class Modifiers(NamedTuple):
    """The words left out, the direction that they tell, the parts that the others add, whether the noun is definite."""

    gone: tuple[int, ...]
    way: Way
    parts: tuple[str, ...]
    definite: bool
    pointed: int | None
    """A demonstrative before the noun."""


@dataclass(slots=True)
class _Found:
    """``Modifiers`` while they are looked for."""

    gone: list[int] = field(default_factory=list)
    way: Way = 1
    parts: list[str] = field(default_factory=list)
    definite: bool = False
    pointed: int | None = None


def modifiers(s: VariableScope, head: int) -> Modifiers:
    found = _Found()
    happens = _measurable(s, head)
    below = s.below(head)
    for c in below:
        if s.p.deps[c] != "case" and s.p.upos[c] != "PUNCT":
            _note(found, s, head, c, happens=happens)
    if s.p.deps[head] in SUBJECT and found.way == 1 and not any(is_gauge(s, c, head) for c in below):
        loose = (_way_of_clause(s, head, c) for c in s.p.children[head] if not s.holds(c))
        found.way = next((way for way in loose if way is not None), found.way)
    if _is_of_preposition(s, head - 1) and is_gauge(s, head - 1, head):
        _note(found, s, head, head - 1, happens=happens)
    found.way = times(found.way, _way_made(s, head))
    return Modifiers(tuple(found.gone), found.way, tuple(sorted(set(found.parts))), found.definite, found.pointed)


def _way_made(s: VariableScope, head: int) -> Way:
    """*Maakt het aanbod [kleiner]*, *[minder groot]*: which way a thing is made to go, as the adjective behind it says."""
    p, words = s.p, s.pack.variables
    beside = (c for c in p.children[p.heads[head]] if c > head and s.holds(c) and p.deps[c] in ("xcomp", "advmod"))
    made = next((c for c in beside if p.deps[head] == "obj" and p.upos[c] == "ADJ"), None)
    if made is None:
        return 1
    gauges = [words.adjectives.get(p.lower[c], 1) for c in p.children[made] if s.holds(c)]
    return times(_degree(s, made) or 1, -1 if -1 in gauges else 1)


def _is_of_preposition(s: VariableScope, word: int) -> bool:
    """Whether the parser takes a word for a part of a preposition: *tot [minder] teelt*, not *des te minder*."""
    p = s.p
    return word > 0 and p.deps[word] == "fixed" and p.deps[p.heads[word]] == "case"


def _note(found: _Found, s: VariableScope, head: int, c: int, *, happens: bool) -> None:
    """Note what a modifier tells: a direction, whether the noun is definite, whose it is, nothing, or a part of the name."""
    told = direction(s, c, happens=happens) if _may_tell(s, c, head) else _way_of_clause(s, head, c)
    if told is not None:
        found.way = told if found.way == 1 else -told
        found.gone.append(c)
    elif s.p.deps[c] == "det":
        _note_determiner(found, s, c)
    elif s.p.deps[c] == "nmod:poss" and s.p.upos[c] == "PRON":
        _note_owner(found, s, c)
    elif _says_nothing(s, head, c, happens=happens):
        found.gone.append(c)
    else:
        found.parts += _parts(s, c)


def _way_of_clause(s: VariableScope, head: int, c: int) -> Way | None:
    """*De vraag, die [afneemt]*: which way a clause about a noun says that it goes."""
    p = s.p
    way = s.pack.variables.subject_verbs.get(p.lemmas[c].lower())
    subject = child(p, c, *SUBJECT)
    if way is None or p.deps[c] != RELATIVE or subject is None or p.lower[subject] not in s.pack.closed.relative:
        return None
    return way if is_present(p, c) and not is_negated(p, c, s.pack) and head < subject else None


def _note_determiner(found: _Found, s: VariableScope, c: int) -> None:
    form, anaphors = s.p.lower[c], s.pack.variables.anaphors
    found.gone.append(c)
    if form in anaphors.definite:
        found.definite = True
    if form in anaphors.demonstratives:
        found.pointed = c


def _note_owner(found: _Found, s: VariableScope, c: int) -> None:
    """*hun lonen*: whose, where that is known; *onze lonen* are anybody's."""
    form, owner = s.p.lower[c], s.text.actor_names_at.get(c)
    ours = form in s.pack.variables.anaphors.ours
    found.definite = True
    if ours or owner is None:
        found.gone.append(c)
    if not ours:
        found.parts.append(f"@{owner.casefold()}" if owner else form)


def _may_tell(s: VariableScope, word: int, noun: int) -> bool:
    return s.p.deps[word] in ("det", *QUALITIES) or is_gauge(s, word, noun)


def is_gauge(s: VariableScope, word: int, noun: int) -> bool:
    """*meer* or *minder* right before a noun, whatever the parser makes of it: *er is [minder] vraag*."""
    return word + 1 == noun and s.p.lower[word] in s.pack.variables.adverb_kinds.gauging


def is_nominal(s: VariableScope, word: int) -> bool:
    """A noun, or what stands where only one does though the parser knows it for a verb: *het*, *minder* before it."""
    p = s.p
    if p.upos[word] in ("NOUN", "PROPN") or has_child(p, word, "det"):
        return True
    finite = not p.lower[word].endswith(s.pack.variables.naming.infinitive)
    return finite and word > 0 and is_gauge(s, word - 1, word)


def direction(s: VariableScope, word: int, *, happens: bool) -> Way | None:
    """Which way a word before a noun says that it goes: *minder*, *stijgende*, *geen*; None where it says nothing of it."""
    p, words = s.p, s.pack.variables
    form, lemma = p.lower[word], p.lemmas[word].lower()
    if form in s.pack.closed.negations:
        return -1
    if (way := words.adjectives.get(form)) is not None:
        return _turned(s, word, way)
    if p.upos[word] == "VERB" or is_participle(p, word):
        change = s.pack.causes.changes.get(lemma)
        return 1 if change == "up" else -1 if change == "down" or lemma in words.adjectives else None
    gone = _by_participle(s, form)
    if gone is not None:
        return gone
    if is_worse(s, word):
        return _turned(s, word, 1) if is_lack(s, p.heads[word]) else None
    return _by_quality(s, word) or (_by_degree(s, word) if happens else None)


def _by_quality(s: VariableScope, word: int) -> Way | None:
    """*schaarse*, *lagere*: an adjective by which there is less or more of anything."""
    form, lemma, words = s.p.lower[word], s.p.lemmas[word].lower(), s.pack.variables
    tables = (words.adjectives, words.qualities if _tells_degree(s, word) else {})
    way = next((way for table in tables if (way := table.get(lemma) or table.get(form)) is not None), None)
    return None if way is None else _turned(s, word, way)


def _by_degree(s: VariableScope, word: int) -> Way | None:
    """*hoge* before a noun of what has degrees; not where it only tells how strong that is."""
    p, words = s.p, s.pack.variables
    degree = _degree(s, word)
    plain = p.lemmas[word].lower() in words.intense and "Degree=Cmp" not in p.feats[word]
    return None if degree is None or plain or _tells_rank(s, word) else _turned(s, word, degree)


def _degree(s: VariableScope, word: int) -> Way | None:
    """Which way an adjective goes: by its form, for *worse* is no *bad*, else by its lemma."""
    degrees = s.pack.variables.degrees
    return degrees.get(s.p.lower[word]) or degrees.get(s.p.lemmas[word].lower())


def is_worse(s: VariableScope, word: int) -> bool:
    """*Worse*: less of a good thing and more of a bad one, so that the noun has to tell which."""
    words, form = s.pack.variables, s.p.lower[word]
    return words.degrees.get(form) == 1 and words.qualities.get(form) == -1


def is_lack(s: VariableScope, noun: int) -> bool:
    """*[shortage] of staff*, *[decline] in trade*: a noun that says that there is less of something."""
    return s.pack.variables.nouns.get(s.p.lemmas[noun].lower()) == -1


def _by_participle(s: VariableScope, form: str) -> Way | None:
    """*afnemende* where the parser has it for an adjective."""
    naming = s.pack.variables.naming
    for ending in naming.participle:
        verb = form.removesuffix(ending)
        if verb != form and verb.endswith(naming.infinitive):
            change = s.pack.causes.changes.get(verb)
            if change in ("up", "down"):
                return 1 if change == "up" else -1
    return None


def _tells_degree(s: VariableScope, word: int) -> bool:
    """A comparative, but before somebody or what it tells the rank of: *hogere ambtenaren*."""
    somebody = names_somebody(s.p, s.p.heads[word], s.pack)
    return "Degree=Cmp" in s.p.feats[word] and not somebody and not _tells_rank(s, word)


def _tells_rank(s: VariableScope, word: int) -> bool:
    """*hoger onderwijs*."""
    head = s.p.heads[word]
    alone = not has_child(s.p, head, "compound")  # no rank: lower purchasing power
    return alone and "Degree=Cmp" in s.p.feats[word] and s.lemma(head) in s.pack.variables.ranked


def _turned(s: VariableScope, word: int, way: Way) -> Way:
    """*niet hoog*, *niet genoeg*."""
    return (-1 if way > 0 else 1) if is_negated(s.p, word, s.pack) else way


def _measurable(s: VariableScope, head: int) -> bool:
    """Whether a noun names what has degrees."""
    lemma, words = s.p.lemmas[head].lower(), s.pack.variables
    return is_event(s.text, head) or lemma in words.classes or lemma in words.empty.measures or lemma in words.nouns


def _says_nothing(s: VariableScope, head: int, c: int, *, happens: bool) -> bool:
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


def _is_amount(s: VariableScope, word: int) -> bool:
    """*van 400.000 euro*: how much it is today is no part of what it is."""
    return has_child(s.p, word, "nummod") and s.lemma(word) in s.pack.variables.empty.units


def _is_date(s: VariableScope, word: int) -> bool:
    return any(s.p.lemmas[c].lower() in s.pack.variables.empty.times for c in s.p.children[word])


def _parts(s: VariableScope, c: int, before: str = "") -> Iterator[str]:
    """What a modifier says, and what its own modifiers do; before each the preposition that tells its part."""
    p = s.p
    case = marker_of(p, c)
    if case not in (s.pack.variables.naming.of, "in", ""):
        before = f"{case}:"
    nested = [g for g in s.children(c, "nmod") if case_of(p, g) is not None]
    yield from parts_of(s, phrase_words(s, c, nested, joint=True), before)
    for g in nested:
        yield from _parts(s, g, before)


def denial(s: VariableScope, head: int) -> Way:
    """-1 under *niet* or *nooit*; not under *niet alleen*."""
    way: Way = 1
    for c in s.children(head, *DENYING):
        if s.p.upos[c] != "NOUN" and is_negation(s.p, c, s.pack, s.pack.causes.words.restrictions):
            way = times(way, -1)
    return way
