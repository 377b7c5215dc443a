"""What a thing does that the parser has for a noun: *demand [falls]*, *tourism [boosts] rents*, *a lack of rain [leads] to*.

In a language that tells verbs from nouns by their place alone, a short clause about things without articles may come back
without a verb. A clause has one: where it has no other, and only one word has the form of a verb of change or of cause that
agrees with the noun before it, that word is the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of, path_up
from wederhoor.syntax.clauses import has_child, is_finite

NAMING = ("NOUN", "PROPN", "ADJ", "VERB", "X")
"""What the parser has a noun before the verb for."""
NOMINAL = ("nmod", "compound", "amod", "obl")
"""Relations that no finite verb has."""
LOST = "Mood=Ind|Tense=Pres|VerbForm=Fin"
DEGREE = ("ADJ", "ADV", "DET")
WITHIN = ("case", "det", "compound", "amod", "nmod", "nummod")
"""Relations that no word has to a verb."""
OBJECTS = ("obj", "iobj")
OPENING = ("advcl", "conj", "parataxis", "ccomp", "acl:relcl")
"""Relations of a clause to what is outside of it."""


@dataclass(frozen=True, slots=True)
class _Lost:
    """A verb that the parser has for a noun, with the first word of its clause and the one behind the last."""

    first: int
    verb: int
    end: int


def with_lost_predicates(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these verbs at the head of their clauses."""
    if not pack.grammar.clause_openers:
        return p
    lost = [found for segment in _segments(p, pack) if (found := _lost_in(p, *segment, pack)) is not None]
    return _subordinated(_with(p, lost, pack) if lost else p, pack)


def _with(p: Parse, lost: Sequence[_Lost], pack: LanguagePack) -> Parse:
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    heads, deps = [*p.heads], [*p.deps]
    for one in lost:
        upos[one.verb], feats[one.verb] = "VERB", LOST
        lemmas[one.verb] = stems[one.verb] = pack.verb_forms[p.lower[one.verb]]
        _headed(p, one, heads, deps, upos)
    return replace(
        p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, heads=heads, deps=deps, children=children_of(heads)
    )


def _subordinated(p: Parse, pack: LanguagePack) -> Parse:
    """*As prices rise, demand falls*: the clause that such a word opens hangs on the one behind it, where the two are joined."""
    moved: dict[int, int] = {}
    for start, _ in p.sentences:
        first = p.heads[start]
        if _opens(p, start, pack) != start + 1 or p.heads[first] != first or not is_finite(p, first):
            continue
        second = _joined_behind(p, first)
        if second is not None:
            moved[first] = second
    if not moved:
        return p
    heads, deps, upos = [*p.heads], [*p.deps], [*p.upos]
    for first, second in moved.items():
        heads[second], deps[second], heads[first], deps[first] = second, "ROOT", second, "advcl"
        opener = p.sentences[p.sentence_of[first]][0]
        heads[opener] = first
        if p.upos[opener] == "ADP":
            deps[opener], upos[opener] = "mark", "SCONJ"
    return replace(p, heads=heads, deps=deps, upos=upos, children=children_of(heads))


def _segments(p: Parse, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """The stretches that must be clauses: opened by a word that opens one, alone in their sentence, or beside such a clause.

    What stands between two commas may be a list: *inflation, price rises, and wage falls*.
    """
    for start, end in p.sentences:
        cuts = [(start, start), *_cuts(p, start, end, pack), (end, end)]
        opened = False
        for (cut, first), (last, _) in pairwise(cuts):
            opens = first > cut and p.upos[first - 1] != "PUNCT"
            beside = opened and p.words[cut] == ","
            alone = cut == start and (
                _is_end(p, last, end) or p.upos[last] != "PUNCT" or _opens(p, last + 1, pack) > last + 1
            )
            if opens or beside or alone:
                yield first, last
            opened = opens


def _cuts(p: Parse, start: int, end: int, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where a mark or words that open a clause stand, and where what is behind them begins."""
    word = start
    while word < end:
        behind = _opens(p, word, pack)
        if p.upos[word] == "PUNCT":
            behind = max(word + 1, _opens(p, word + 1, pack)) if word + 1 < end else word + 1
        if behind > word:
            yield word, behind
        word = max(behind, word + 1)


def _opens(p: Parse, word: int, pack: LanguagePack) -> int:
    """The word behind those that open a clause at a word, with an *and* before them; that word where none do."""
    first = word + (word < len(p) and p.upos[word] == "CCONJ")
    form = p.lower[first] if first < len(p) else ""
    if first > 0 and p.upos[first - 1] in DEGREE:  # such as, as well as
        return word
    openers = (o for o in pack.grammar.clause_openers if o[0] == form and tuple(p.lower[first : first + len(o)]) == o)
    return max((first + len(opener) for opener in openers), default=word)


def _is_end(p: Parse, word: int, end: int) -> bool:
    return all(p.upos[w] == "PUNCT" for w in range(word, end))


def _lost_in(p: Parse, first: int, end: int, pack: LanguagePack) -> _Lost | None:
    if end - first < 2 or p.upos[first] == "ADP":
        return None
    found = [w for w in range(first + 1, end) if _may_be_verb(p, first, w, end, pack)]
    verbs = [w for w in range(first, end) if p.upos[w] == "AUX" or (is_finite(p, w) and not _hangs_as_noun(p, w))]
    return _Lost(first, found[0], end) if len(found) == 1 and not verbs else None


def _hangs_as_noun(p: Parse, word: int) -> bool:
    """Whether a finite verb has a relation that only a noun has: *lamp use [falls]*, the object of a noun."""
    return p.deps[word] in NOMINAL or (p.deps[word] in OBJECTS and p.upos[p.heads[word]] in ("NOUN", "PROPN"))


def _joined_behind(p: Parse, first: int) -> int | None:
    """The clause behind a comma that is joined to the first without a word."""
    joined = (c for c in p.children[first] if c > first and p.deps[c] in ("conj", "parataxis") and is_finite(p, c))
    return next((c for c in joined if "," in p.words[first:c] and not has_child(p, c, "cc")), None)


def _may_be_verb(p: Parse, first: int, word: int, end: int, pack: LanguagePack) -> bool:
    """Whether a word has the form of such a verb, agrees with what stands before it, and has behind it what it takes."""
    form, lemma = p.lower[word], pack.verb_forms.get(p.lower[word], "")
    if p.upos[word] not in ("NOUN", "VERB") or p.upos[word - 1] not in NAMING or p.words[word][:1].isupper():
        return False
    if p.upos[word - 1] == "VERB" and p.heads[word - 1] == word:
        return False  # *the collapsed block*
    many = _is_many(p, first, word)
    if form not in ({lemma} if many else {lemma + "s", lemma + "es", lemma.removesuffix("y") + "ies"}):
        return False
    return lemma in pack.variables.subject_verbs if word + 1 == end else _takes(p, lemma, word + 1, pack)


def _takes(p: Parse, lemma: str, behind: int, pack: LanguagePack) -> bool:
    """Whether a verb takes what begins with the word behind it."""
    if p.lower[behind] in pack.grammar.infinitive_marks and p.upos[behind] == "PART":
        return lemma in pack.verbs  # *the company plans to build*
    entries = [entry for entry in pack.causes.verbs.get(lemma, ()) if not entry.words]
    if p.upos[behind] == "ADP":
        return any(p.lower[behind] in entry.effect for entry in entries) or lemma in pack.variables.subject_verbs
    return lemma in pack.variables.object_verbs or any("object" in entry.effect for entry in entries)


def _is_many(p: Parse, first: int, word: int) -> bool:
    """Whether the subject that ends before a word is plural: the first noun of a phrase with *of* or *in*."""
    subject = _subject(p, first, word)
    unknown = p.upos[subject] in ("ADJ", "X") and p.lower[subject].endswith("s")
    return "Number=Plur" in p.feats[subject] or unknown


def _subject(p: Parse, first: int, word: int) -> int:
    """The head of the noun phrase that ends before a word."""
    case = next((w for w in range(first + 1, word) if p.upos[w] == "ADP"), word)
    return case - 1


def _headed(p: Parse, one: _Lost, heads: list[int], deps: list[str], upos: list[str]) -> None:
    """Put the verb at the head of its clause: what stands before it as its subject, what stands behind as what it does it to."""
    inside = range(one.first, one.end)
    outer = [w for w in path_up(one.verb, heads) if w in inside][-1]
    above, relation = heads[outer], deps[outer]
    subject = _subject(p, one.first, one.verb)
    _phrase(p, range(one.first, one.verb), subject, heads, deps, upos)
    heads[subject], deps[subject] = one.verb, "nsubj"
    behind = range(one.verb + 1, one.end)
    if behind:
        case = p.upos[behind[0]] == "ADP"
        stop = next((w for w in behind[1:] if p.upos[w] == "ADP"), one.end)
        head = stop - 1
        _phrase(p, behind, head, heads, deps, upos)
        heads[head], deps[head] = one.verb, "obl" if case else "obj"
    outside = above not in inside
    heads[one.verb] = above if outside else one.verb
    deps[one.verb] = (relation if relation in OPENING else "conj") if outside else "ROOT"
    for word in range(*p.sentences[p.sentence_of[one.verb]]):
        if word not in inside and heads[word] in inside:
            heads[word] = one.verb
            deps[word] = "advmod" if deps[word] in WITHIN else deps[word]


def _phrase(p: Parse, words: range, head: int, heads: list[int], deps: list[str], upos: list[str]) -> None:
    """Put the words of a noun phrase under its head, and those behind a further preposition under that phrase."""
    if upos[head] in ("ADJ", "VERB", "X"):
        upos[head] = "NOUN"
    for word in (w for w in words if w < head):
        heads[word] = head
        deps[word] = {"DET": "det", "ADP": "case", "ADJ": "amod", "ADV": "amod", "VERB": "amod"}.get(
            upos[word], "compound"
        )
    rest = [w for w in words if w > head]
    if rest:
        last = rest[-1]
        heads[last], deps[last] = head, "nmod"
        for word in rest[:-1]:
            heads[word], deps[word] = last, "case" if p.upos[word] == "ADP" else "compound"
