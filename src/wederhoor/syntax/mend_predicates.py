"""Verbs that the parser has for nouns though it gives them a subject, and subjects that it has for something else.

*De bond [schat] dat*, *de put is door hem [gedicht]*: a noun has a subject only with a copula, so what has one without, and the
form of a verb that the lexicons know, is that verb. *Said its chief [executive], Ralph Teasdale*: who stands behind a verb of
saying without a subject says it.
"""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.clauses import SUBJECT, children, has_child
from wederhoor.syntax.nouns import noun_kind

TAKEN_FOR = ("NOUN", "ADJ", "X")
DOER = "obl:agent"
OF_NOUNS = ("case", "det", "amod", "nummod", "nmod:poss")
AUXILIARY = ("aux", "aux:pass")
COMPLEMENTS = ("ccomp", "xcomp", "obj", "obl")
CLAUSAL = ("aux", "aux:pass", "cop", "mark", "case", "nsubj", "nsubj:pass")
FINITE, PARTICIPLE = "VerbForm=Fin", "VerbForm=Part"


def mend_lemmas(p: Parse, _: LanguagePack) -> Parse:
    """The parse with the lemma of the first word of a sentence in lower case, unless it is a name."""
    capital = [
        first
        for start, end in p.sentences
        for first in [next((w for w in range(start, end) if p.upos[w] != "PUNCT"), start)]
        if p.upos[first] not in ("PROPN", "X")
        and p.lemmas[first][:1].isupper()
        and (p.upos[first] != "NOUN" or p.lemmas[first] != p.words[first])
    ]
    if not capital:
        return p
    lemmas, stems = [*p.lemmas], [*p.stems]
    for word in capital:
        lemmas[word], stems[word] = lemmas[word].lower(), stems[word].lower()
    return replace(p, lemmas=lemmas, stems=stems)


def mend_ordinals(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *[Tweede] getuige: ...* as what tells this witness from another, and no name."""
    told = [
        first
        for first, end in p.sentences
        for first in [next((w for w in range(first, end) if p.words[w].strip()), first)]
        if first + 1 < end and p.upos[first] in ("PROPN", "ADJ") and p.upos[first + 1] == "NOUN" and p.words[first + 1].islower()
        and p.lower[first] in pack.numbers.ordinals and not p.children[first]
    ]  # fmt: skip
    if not told:
        return p
    upos, heads, deps = [*p.upos], [*p.heads], [*p.deps]
    for word in told:
        upos[word], heads[word], deps[word] = "ADJ", word + 1, "amod"
    return replace(p, upos=upos, heads=heads, deps=deps, children=children_of(heads))


def mend_predicates(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these as the verbs that they are."""
    lost = [word for word, pos in enumerate(p.upos) if pos in TAKEN_FOR and _is_verb(p, word, pack)]
    if not lost:
        return p
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    deps = [*p.deps]
    for word in lost:
        done = has_child(p, word, *AUXILIARY, DOER)
        upos[word], feats[word] = "VERB", PARTICIPLE if done else FINITE
        lemmas[word] = stems[word] = pack.verb_forms[p.lower[word]]
        for copula in children(p, word, "cop"):
            deps[copula] = "aux:pass"
    return replace(p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, deps=deps)


def mend_inflected(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *uit vrije [wil]* as the noun that it is: no verb stands right behind an adjective with an ending."""
    for word in range(2, len(p)) if pack.grammar.verb_second else ():
        below = next((c for c in children(p, word, "xcomp", "ccomp") if c > word), None)
        if _is_noun_behind_adjective(p, word) and (below is not None or p.heads[word] != word):
            p = _as_noun(p, word, below)
    return p


def _as_noun(p: Parse, word: int, below: int | None) -> Parse:
    """The noun below the verb that it was taken for a part of, or for the verb of: what hung on it hangs on that."""
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    heads, deps = [*p.heads], [*p.deps]
    verb = p.heads[word] if below is None else below
    if below is not None:
        heads[verb], deps[verb] = (verb if p.heads[word] == word else p.heads[word]), p.deps[word]
    for child in p.children[word]:
        heads[child] = heads[child] if child == verb else verb
    for other, head, relation in ((word - 2, word, "case"), (word - 1, word, "amod"), (word, verb, "obl")):
        heads[other], deps[other] = head, relation
    upos[word], feats[word] = "NOUN", "Number=Sing"
    lemmas[word] = stems[word] = p.lower[word]
    return replace(
        p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, heads=heads, deps=deps, children=children_of(heads)
    )


def _is_noun_behind_adjective(p: Parse, word: int) -> bool:
    if p.upos[word] not in ("VERB", "AUX") or PARTICIPLE in p.feats[word] or p.upos[word - 1] != "ADJ":
        return False
    inflected = p.lower[word - 1] != p.lemmas[word - 1] and "Degree=Pos" in p.feats[word - 1]
    return p.upos[word - 2] == "ADP" and inflected


def mend_claims(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *rejected [claims] that* as the noun that it is: a verb has an object of its own only with a mark."""
    claims = [w for w, dep in enumerate(p.deps) if dep == "obj" and _is_claim(p, w, pack)]
    if not claims:
        return p
    said = [c for word in claims for c in children(p, word, "ccomp")]
    upos = ["NOUN" if word in claims else pos for word, pos in enumerate(p.upos)]
    feats = ["" if word in claims else of for word, of in enumerate(p.feats)]
    return replace(p, upos=upos, feats=feats, deps=["acl" if w in said else dep for w, dep in enumerate(p.deps)])


def _is_claim(p: Parse, word: int, pack: LanguagePack) -> bool:
    verb = p.upos[word] == "VERB" and p.heads[word] == word - 1
    return verb and p.lemmas[word] in pack.nouns and not has_child(p, word, *CLAUSAL, "obj")


def mend_adverbs(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *decline [sharply]* as the adverb that it is, where the parser has a noun that it never saw."""
    words = pack.propositions.words
    manner = {
        word
        for word, dep in enumerate(p.deps)
        if dep == "obj" and p.upos[word] == "NOUN" and p.heads[word] == word - 1 and not p.children[word]
        and p.lower[word].endswith(words.adverb_endings) and p.words[word] not in words.no_adverbs
    }  # fmt: skip
    if not manner:
        return p
    upos = ["ADV" if word in manner else pos for word, pos in enumerate(p.upos)]
    return replace(p, upos=upos, deps=["advmod" if word in manner else dep for word, dep in enumerate(p.deps)])


def mend_speakers(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with people behind a verb of saying as its subject, and the name behind their comma in apposition."""
    heads, deps, upos = [*p.heads], [*p.deps], [*p.upos]
    for word in range(1, len(p)):
        verb = p.heads[word]
        if (
            p.deps[word] not in COMPLEMENTS
            or not verb < word
            or p.lemmas[verb] not in pack.verbs
            or has_child(p, verb, *SUBJECT)
        ):
            continue
        if p.subtree(word)[0] != verb + 1 or noun_kind(p.lower[word], pack) != "person" or has_child(p, word, *CLAUSAL):
            continue
        deps[word], upos[word] = "nsubj", "NOUN"
        name = word + 2
        if name < len(p) and p.words[word + 1] == "," and p.upos[name] == "PROPN" and p.heads[name] == verb:
            heads[name], deps[name] = word, "appos"
    return p if deps == p.deps else replace(p, heads=heads, deps=deps, upos=upos, children=children_of(heads))


def _is_verb(p: Parse, word: int, pack: LanguagePack) -> bool:
    form = p.lower[word]
    known = form in pack.verb_forms and (pack.verb_forms[form] != form or not pack.grammar.verb_second)
    noun = has_child(p, word, *OF_NOUNS) or (has_child(p, word, "cop") and not has_child(p, word, DOER))
    return known and p.words[word].islower() and has_child(p, word, *SUBJECT) and not noun
