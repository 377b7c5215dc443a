"""Clauses whose auxiliary stands before their subject: *never [had] the police fired*, *at no time [did] the plant pollute it*.

Also the questions and conditions that an auxiliary opens. A parser that sees few of them takes the auxiliary for the verb, its
subject for an object and the verb for a noun, and the negation in front is lost (subject-auxiliary inversion: Quirk et al.
1985, 18.24; Huddleston and Pullum 2002, 9.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung, path_up
from wederhoor.syntax.clauses import is_participle
from wederhoor.syntax.predicates import opens_clause

NOMINAL = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADV")
"""What may stand between the auxiliary and the verb."""
NOUNS = ("NOUN", "PROPN", "PRON")
BEHIND = ("DET", "PRON", "ADP", "ADV", "PUNCT", "PART", "SCONJ")
"""What may follow a verb and no noun of a compound."""
LONGEST_OPENER = 8
"""Words before the auxiliary, at most: *not since the strike of last year [had]*."""


class _Turned(NamedTuple):
    opening: int
    auxiliary: int
    subject: int
    verb: int


def mend_turned(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with the verb of each such clause at its head, the auxiliary below it and the subject before it."""
    if not pack.grammar.turned:
        return p
    for turned in [*_found(p, pack)]:
        if p.heads[turned.auxiliary] != turned.verb or p.heads[turned.subject] != turned.verb:
            p = _put_right(p, turned, pack)
    return p


def _found(p: Parse, pack: LanguagePack) -> Iterator[_Turned]:
    for word in range(len(p) - 2):
        kind = pack.grammar.turned.get(p.lower[word])
        if kind is not None and p.upos[word + 1] in NOMINAL and (opening := _opening(p, word, pack)) is not None:
            yield from _clause(p, opening, word, kind)


def _clause(p: Parse, opening: int, auxiliary: int, kind: str) -> Iterator[_Turned]:
    """The clause of an auxiliary, with the first noun behind it that no other follows for its subject."""
    end = next((w for w in range(auxiliary + 1, len(p)) if p.upos[w] not in (*NOMINAL, "ADP")), len(p))
    nouns = [w for w in range(auxiliary + 1, end) if p.upos[w] in NOUNS]
    verb = _verb(p, auxiliary, end, kind, nouns)
    subjects = [w for w in nouns if (w < verb and p.upos[w + 1] not in ("NOUN", "PROPN")) or w + 1 == verb]
    if verb and subjects and p.sentence_of[verb] == p.sentence_of[auxiliary]:
        yield _Turned(opening, auxiliary, subjects[0], verb)


def _opening(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """Where a clause begins that an auxiliary opens, or that a phrase in front turns: *never*, *at no time*, *only then*."""
    first = p.sentences[p.sentence_of[word]][0]
    start = next((w for w in range(word, first - 1, -1) if w == first or p.upos[w - 1] == "PUNCT"), word)
    while start < word and p.upos[start] in ("CCONJ", "SCONJ", "PUNCT"):
        start += 1
    opener = tuple(p.lower[start:word])
    if not opener:
        return word if opens_clause(p, word) and start == word else None
    known = any(opener[: len(o)] == o for o in pack.grammar.turning)
    return start if known and len(opener) <= LONGEST_OPENER else None


def _verb(p: Parse, auxiliary: int, end: int, kind: str, nouns: list[int]) -> int:
    """The verb behind the subject; 0 where there is none."""
    while end + 1 < len(p) and p.upos[end] == "AUX" and p.upos[end + 1] == "VERB":
        end += 1  # had it been closed
    if end < len(p) and p.upos[end] == "VERB" and nouns and _fits(p, end, kind):
        return end
    told = [
        w for w in nouns if w > auxiliary + 1 and p.upos[w] == "NOUN" and p.upos[w - 1] in ("NOUN", "PROPN", "PRON")
    ]
    loose = kind == "base" and told and p.upos[min(told[0] + 1, len(p) - 1)] in BEHIND
    return told[0] if loose else 0


def _fits(p: Parse, word: int, kind: str) -> bool:
    done = is_participle(p, word) or "Tense=Past" in p.feats[word]
    return not done if kind == "base" else done or kind == "being"


def _put_right(p: Parse, turned: _Turned, pack: LanguagePack) -> Parse:
    _, auxiliary, subject, verb = turned
    upos, feats, lemmas = list(p.upos), list(p.feats), list(p.lemmas)
    upos[auxiliary] = "AUX"
    if p.upos[verb] == "NOUN":
        upos[verb], feats[verb], lemmas[verb] = "VERB", "VerbForm=Inf", p.lower[verb]
    been = [w for w in range(auxiliary + 1, verb) if p.upos[w] == "AUX"]
    alone = not been and pack.grammar.turned[p.lower[auxiliary]] == "being" and is_participle(p, verb)
    moved = dict(_below(p, turned)) | dict(_above(p, turned)) | dict.fromkeys(been, (verb, "aux:pass"))
    moved[subject] = (verb, "nsubj:pass" if been or alone else "nsubj")
    moved[auxiliary] = (verb, "aux:pass" if alone else "aux")
    return replace(hung(p, moved), upos=upos, feats=feats, lemmas=lemmas)


def _above(p: Parse, turned: _Turned) -> Moves:
    """The verb to where the head of its clause stood, and that below it."""
    opening, verb = turned.opening, turned.verb
    above = [verb, *(w for w in path_up(verb, p.heads) if opening <= w < verb)]
    if above[-1] != verb:
        top = above[-1]
        yield verb, (verb if p.heads[top] == top else p.heads[top], p.deps[top])
        yield top, (verb, "obl" if p.upos[top] in NOUNS else "advmod")


def _below(p: Parse, turned: _Turned) -> Moves:
    """What hung on one of the three: words of the subject below that, the others below the verb."""
    _, auxiliary, subject, verb = turned
    for word in {*p.children[auxiliary], *p.children[verb], *p.children[subject]} - {*turned[1:]}:
        own = auxiliary < word < verb and p.upos[word] not in ("ADV", "PART", "AUX")
        yield word, (subject if own else verb, "obj" if p.deps[word] == "obl:unmarked" else p.deps[word])
