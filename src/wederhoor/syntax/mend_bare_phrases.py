"""Phrases without article of which the parser hangs a word elsewhere: *butter [output] falls*, *[owing to] lower pressure*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of, path_up
from wederhoor.syntax.clauses import SUBJECT, has_child, is_finite
from wederhoor.syntax.lost_predicates import OBJECTS, OPENING
from wederhoor.syntax.stretches import stands_at

GAUGED = ("NOUN", "PROPN", "VERB", "ADJ")
"""Before a noun a word of degree bears on the whole, also where it bears on an adjective: *more dangerous roads*."""
HEADING = ("VERB", "NOUN")
MISTAKEN = ("xcomp", "advcl", "ROOT")
"""What the parser has the first word of *owing to*, *thanks to* for."""
PLURAL = "Number=Plur"


def mend_bare_phrases(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with prepositions of cause in one piece, and with the words of bare noun phrases where they belong."""
    return _nouns(_prepositions(p, pack), pack) if pack.grammar.clause_openers else p


def _prepositions(p: Parse, pack: LanguagePack) -> Parse:
    """*Falls [owing to] lower pressure*: words that are one preposition of cause, where the parser has one of them for more."""
    heads, deps = [*p.heads], [*p.deps]
    for word, noun, verb, long in _phrases_of_cause(p, pack):
        if heads[word] == word:
            heads[verb], deps[verb] = verb, "ROOT"
        for other in (*p.children[word], *p.children[noun]):
            if other > noun and other != verb and p.upos[other] == "PUNCT":
                heads[other] = verb
        heads[noun], deps[noun] = verb, "obl"
        heads[word], deps[word] = noun, "case"
        for part in range(word + 1, word + long):
            heads[part], deps[part] = word, "fixed"
    return p if deps == p.deps else replace(p, heads=heads, deps=deps, children=children_of(heads))


def _phrases_of_cause(p: Parse, pack: LanguagePack) -> Iterator[tuple[int, int, int, int]]:
    """The first word of each preposition of cause, the noun behind it, the verb that it belongs to and how many words it has."""
    for word, form in enumerate(p.lower):
        if p.upos[word] not in HEADING or p.deps[word] not in MISTAKEN:
            continue
        entries = (e for e in pack.causes.connectives.get(form, ()) if e.frame == "phrase")
        long = next((len(e.words) for e in entries if stands_at(p, word, e.words)), 0)
        noun = next((c for c in p.children[word] if c > word and p.upos[c] == "NOUN"), None) if long else None
        verb = None if noun is None else _verb_of(p, word, noun)
        if noun is not None and verb is not None:
            yield word, noun, verb, long


def _verb_of(p: Parse, word: int, noun: int) -> int | None:
    """The verb that a phrase of cause belongs to: the one above, or the clause that the parser hung below it."""
    if p.heads[word] != word:
        return p.heads[word]
    below = (c for c in (*p.children[word], *p.children[noun]) if c > noun and is_finite(p, c))
    return next(below, None)


def _nouns(p: Parse, pack: LanguagePack) -> Parse:
    """What hangs on the wrong word of a noun phrase without article.

    *Butter [output] falls*: no noun is a part of a verb's name. *A fall [in noise]*: what a change is of. *[Fewer] heath fires*,
    *[more] barge trade*: how much there is of the whole.
    """
    heads, deps, upos, feats = [*p.heads], [*p.deps], [*p.upos], [*p.feats]
    degrees = {*pack.variables.degrees, *pack.variables.adverb_kinds.gauging}
    for word, relation in enumerate(p.deps):
        if relation == "compound" and word == p.heads[word] - 1 and _lacks_subject(p, p.heads[word], pack):
            deps[word] = "nsubj"
        elif _opens_more(p, word):
            heads[word] = p.heads[p.heads[word]]
        elif relation in (*SUBJECT, *OBJECTS) and _is_bare_verb(p, word):
            upos[word], feats[word] = "NOUN", PLURAL
        elif relation == "obl" and (noun := _change_of(p, word, pack)) is not None and word not in path_up(noun, heads):
            heads[word], deps[word] = noun, "nmod"
        elif p.lower[word] in degrees:
            heads[word], deps[word] = _with_gauged(p, word, heads)
    if (heads, deps, upos) == (p.heads, p.deps, p.upos):
        return p
    return replace(p, heads=heads, deps=deps, upos=upos, feats=feats, children=children_of(heads))


def _with_gauged(p: Parse, word: int, heads: list[int]) -> tuple[int, str]:
    """*[Fewer] heath fires*, *[falling] heath fires*: a word of degree on the noun that it tells more or less of."""
    whole = _gauged(p, word)
    if whole is not None and word not in path_up(whole, heads):
        return whole, "amod"
    return heads[word], "amod" if p.deps[word] == "compound" else p.deps[word]


def _opens_more(p: Parse, word: int) -> bool:
    """Whether a word opens more than what it hangs on."""
    opens = {"mark": _opens_subject, "case": _opens_compound}.get(p.deps[word])
    return opens is not None and opens(p, word)


def _opens_compound(p: Parse, word: int) -> bool:
    """*A fall [in] moss noise*: whether a preposition hangs on the first part of what it is of."""
    part = p.heads[word]
    return p.deps[part] == "compound" and p.heads[part] > part > word


def _opens_subject(p: Parse, word: int) -> bool:
    """*[Whether] lock repairs help*: whether a word that opens a clause hangs on its subject."""
    subject = p.heads[word]
    return p.deps[subject] in SUBJECT and p.upos[subject] in ("NOUN", "PROPN") and word < subject < p.heads[subject]


def _is_bare_verb(p: Parse, word: int) -> bool:
    """*[Arrests] fall*, of which the parse makes a verb."""
    return p.upos[word] == "VERB" and is_finite(p, word) and not p.children[word]


def _gauged(p: Parse, word: int) -> int | None:
    """The noun that a word of degree tells more or less of, where the parse has it with a word before that noun or the verb.

    *More [barge] trade*, *cause [lower] turf prices*, *due to [lower] prices*; *[falling] barge trade brings*.
    """
    if word + 2 >= len(p) or has_child(p, word, "aux", *SUBJECT):
        return None
    behind, above, whole = word + 1, p.heads[word], p.heads[word + 1]
    before = p.deps[behind] in ("compound", "amod") and whole > behind and p.upos[whole] == "NOUN"
    misled = above == behind and p.upos[behind] in GAUGED
    loose = p.deps[word] in ("ccomp", "xcomp", "fixed") and above < word
    opening = p.deps[word] in ("advcl", "csubj") and p.heads[whole] == above > whole
    return whole if before and (misled or loose or opening) else None


def _lacks_subject(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether a word is the verb of a clause without a subject that says that something rises or falls, or does something."""
    clause = is_finite(p, verb) and p.deps[verb] in (*OPENING, "ROOT") and not has_child(p, verb, *SUBJECT)
    return clause and (p.lemmas[verb] in pack.variables.subject_verbs or has_child(p, verb, "obj"))


def _change_of(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """*a [fall] in butter output*: the noun of change right before the phrase of a word that hangs on the same verb."""
    first = p.subtree(word)[0]
    noun = first - 1
    alike = noun >= 0 and p.heads[noun] == p.heads[word] and p.upos[noun] == "NOUN" and p.upos[first] == "ADP"
    return noun if alike and p.lemmas[noun].lower() in pack.variables.nouns else None
