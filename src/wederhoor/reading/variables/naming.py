"""The words of a name: as they stand in the text, without article, in lower case except for names; and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wederhoor.reading.holders import Extent
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.syntax.clauses import antecedent, case_of, children

LONGEST: Final = 10
"""Words in a name, at most."""
QUOTES: Final = frozenset("\"“”„«»‘’'")
LEFT_OUT: Final = ("acl:relcl", "acl", "parataxis", "advcl", "ccomp", "xcomp", "punct", "cop", "nsubj", "mark", "aux",
                   "csubj", "expl", "discourse", "obl", "obj")  # fmt: skip


def shown(s: VariableScope, word: int) -> str:
    """A word as a name shows it: a capital at the beginning of a sentence goes, that of a name stays."""
    p, form = s.p, s.p.words[word]
    named = p.entity_of[word] >= 0 or s.countries.of(form) is not None
    # *Peat demand falls*: what a common noun is the first part of is no name by its capital alone
    named = named or (p.upos[word] == "PROPN" and not (p.deps[word] == "compound" and p.words[p.heads[word]].islower()))
    if named or not form[:1].isupper() or not form[1:].islower():
        return form
    first = word == p.sentences[p.sentence_of[word]][0] or p.words[word - 1] in QUOTES | {":", ";"}
    return form.lower() if first else form


def joined(s: VariableScope, words: Iterable[int]) -> str:
    """Words as a name shows them, in their order, without quotation marks."""
    return " ".join(shown(s, w) for w in words if s.p.words[w] not in QUOTES)


def shortened(words: Sequence[str]) -> str:
    return " ".join(words[:LONGEST]) + ("…" if len(words) > LONGEST else "")


def phrase_words(s: VariableScope, head: int, without: Iterable[int] = (), *, joint: bool = False) -> list[int]:
    """The words of a noun phrase without clauses, appositions and (but with ``joint``) the other members of a list."""
    gone = set(without)
    found, stack = [], [head]
    while stack:
        here = stack.pop()
        found.append(here)
        below = (c for c in s.below(here) if c not in gone)
        stack += [c for c in below if _stays(s, c, inner=here != head, joint=joint)]
    return sorted(found)


def _stays(s: VariableScope, word: int, *, inner: bool, joint: bool) -> bool:
    """Whether a word is part of the phrase of the word above it; ``inner`` where that is not the head of the whole."""
    match s.p.deps[word]:
        case "conj" | "cc":
            return inner or joint
        case "case":
            return inner
        case "nmod":
            return is_marked(s, word)
        case "appos":
            return word == s.p.heads[word] + 1 and s.p.upos[word] == "PROPN"
        case relation:
            return relation not in LEFT_OUT


def is_marked(s: VariableScope, word: int) -> bool:
    """Whether a preposition ties a noun to the one above it, or this one counts it: *honderden vrachtwagens*."""
    above, empty = s.p.lemmas[s.p.heads[word]].lower(), s.pack.variables.empty
    counted = above in empty.heads or above in empty.measures or above in empty.units
    return counted or s.p.upos[word] == "PROPN" or case_of(s.p, word) is not None


def argument(s: VariableScope, word: int, without: Iterable[int] = (), *, short: bool = False) -> str | None:
    """A participant as the name of an event shows it, with its article; None for a pronoun of which nothing is known.

    With ``short`` without what prepositions add.
    """
    p = s.p
    head, here = meant(s, word)
    if p.upos[head] in ("PRON", "ADV", "DET"):
        return s.text.actor_names_at.get(head)
    gone = {*without, *(children(p, head, "nmod") if short else ())}
    words = phrase_words(here, head, gone, joint=not short)
    return joined(here, _run(words, head))


def meant(s: VariableScope, word: int) -> tuple[int, VariableScope]:
    """The noun that a relative pronoun stands for, else the word, and where it stands."""
    noun = antecedent(s.p, word, s.pack)
    head = word if noun is None else noun
    return head, s if s.holds(head) else s.elsewhere(s.p.sentences[s.p.sentence_of[head]])


def _run(words: Sequence[int], head: int) -> list[int]:
    """The words around the head that stand side by side, one left out between two of them allowed."""
    at = words.index(head)
    first = last = at
    while first > 0 and words[first] - words[first - 1] <= 2:
        first -= 1
    while last + 1 < len(words) and words[last + 1] - words[last] <= 2:
        last += 1
    return list(words[first : last + 1])


def parts_of(s: VariableScope, words: Iterable[int], before: str = "") -> Iterator[str]:
    """What content words say, by which two names are compared; ``before`` is the preposition that tells their part."""
    for w in words:
        actor = s.text.actor_names_at.get(w)
        country = s.countries.of(s.p.words[w])
        if country:
            yield f"{before}@{country}"
        elif actor and s.p.upos[w] in ("NOUN", "PROPN", "PRON"):
            yield f"{before}@{actor.casefold()}"
        elif s.p.upos[w] in ("NOUN", "PROPN", "ADJ", "VERB", "X") and s.p.lemmas[w][:1].isalpha():
            lemma = s.p.lemmas[w].lower()
            known = s.pack.variables.classes.get(lemma)
            yield before + s.pack.hooks.stem(known[0] if known else lemma)


def extent_of(words: Iterable[int]) -> Extent:
    inside = sorted(words)
    return inside[0], inside[-1] + 1
