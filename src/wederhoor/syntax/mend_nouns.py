"""Nouns that the parser does not know and has for something else: put right where no other word can stand.

What stands behind a determiner or an adjective, in the place of a noun, is one, and a noun is no particle of a verb. Only what
cannot be so is touched: a finite verb never hangs on another as its object, and a clause has no two predicates of one verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.clauses import SUBJECT, child, has_child, is_finite

NOMINAL = ("xcomp", "ccomp", "obl", "obl:arg", "obj", "nsubj", "nmod", "amod")
"""Relations that a finite verb cannot have and a noun can; *xcomp* and *ccomp* being what the verb above has for its object."""
ARGUMENTS = ("nsubj", "obj", "obl", "obl:arg")
"""Those of them that an infinitive without its mark cannot have either."""
LEAST = 7
"""Letters of an adverb that may be none: a compound that the parser does not know."""
BEFORE = ("DET", "ADJ", "ADV", "PRON")
WITH_NOUNS = ("det", "amod", "advmod", "case", "punct", "obl", "expl")
"""Relations of what a noun may have below it; who has a subject or a word that opens a clause is a verb."""
NAMED = ("NOUN", "VERB", "PROPN")
QUOTES = ('"', "“", "„", "”", "«", "»")
ENDS = (*QUOTES, ".", "!", "?", ";", ":")
INFINITIVE = "VerbForm=Inf"
FINITE_PLURAL = "Number=Plur|Tense=Pres|VerbForm=Fin"


@dataclass(slots=True)
class _Changes:
    heads: list[int]
    deps: list[str]
    upos: list[str]
    lemmas: list[str]
    stems: list[str]
    feats: list[str]

    def move(self, word: int, head: int, dep: str) -> None:
        self.heads[word], self.deps[word] = head, dep

    def name(self, word: int, form: str, upos: str) -> None:
        self.upos[word], self.lemmas[word], self.stems[word] = upos, form, form


def mend_nouns(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with unknown nouns as nouns, and with the verb of a sentence as its root where the parser had it for a noun."""
    changes = _Changes([*p.heads], [*p.deps], [*p.upos], [*p.lemmas], [*p.stems], [*p.feats])
    for word in range(len(p)):
        _mended(p, word, pack, changes)
    _made_sources(p, pack, changes)
    for word in range(1, len(p)):
        if _may_be_made(p, word, pack):
            _made_to_change(p, word, changes)
    if (changes.heads, changes.deps, changes.upos, changes.feats) == (p.heads, p.deps, p.upos, p.feats):
        return p
    return replace(
        p,
        heads=changes.heads,
        deps=changes.deps,
        upos=changes.upos,
        lemmas=changes.lemmas,
        stems=changes.stems,
        feats=changes.feats,
        children=children_of(changes.heads),
    )


def _mended(p: Parse, word: int, pack: LanguagePack, changes: _Changes) -> None:
    """One word with what hangs on it."""
    if _is_noun_behind(p, word):
        _made_a_noun(p, word, changes)
    elif p.upos[word] == "NOUN" and p.deps[word] in ("compound:prt", "case") and _compares(p, word - 1):
        _no_particle(p, word, changes)
    elif (noun := _counted_next(p, word, pack)) is not None:
        changes.move(word, noun, "det")
    elif (first := _opens_before(p, word, pack)) is not None:
        _made_the_verb(p, word, first, changes)
    elif _fronted_subject(p, word):
        changes.deps[word] = "nsubj"
    elif _does_change(p, word, pack):
        _made_the_doer(p, word, changes)


def _is_noun_behind(p: Parse, word: int) -> bool:
    """*minder [veendrukte]*, *meer [wachttijden]*: by the parse a verb, right behind a word of degree, below a finite one."""
    named = is_finite(p, word) or (INFINITIVE in p.feats[word] and p.deps[word] in ARGUMENTS)
    if p.upos[word] != "VERB" or not named or p.deps[word] not in NOMINAL or word == 0:
        return False
    above = p.heads[word]
    before = p.heads[word - 1] in (word, above) and _compares(p, word - 1)
    bare = all(p.deps[c] in WITH_NOUNS or c == word - 1 for c in p.children[word])
    return before and bare and is_finite(p, above) and above < word - 1


def _does_change(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*krimpen [wachttijden]*, *neemt [bosverkeer] toe*: what stands right behind a verb of change that has no subject.

    By the parse an infinitive, which it does not take, or a long adverb.
    """
    above = p.heads[word]
    infinitive = p.deps[word] == "xcomp" and INFINITIVE in p.feats[word]
    adverb = p.deps[word] == "advmod" and p.upos[word] == "ADV" and len(p.words[word]) >= LEAST
    if not (infinitive or adverb) or above != word - 1 or not is_finite(p, above):
        return False
    return p.lemmas[above].lower() in pack.variables.subject_verbs and not has_child(p, above, *SUBJECT)


def _made_the_doer(p: Parse, word: int, changes: _Changes) -> None:
    above = p.heads[word]
    changes.name(word, p.lower[word], "NOUN")
    changes.deps[word] = "nsubj"
    changes.feats[word] = "Number=Plur" if "Number=Plur" in p.feats[above] else "Number=Sing"
    for other in p.children[word]:
        changes.heads[other] = above


def _compares(p: Parse, word: int) -> bool:
    """*Meer*, *minder*, *hogere*: a word of degree, which has another form than its lemma."""
    return p.upos[word] in BEFORE and ("Degree=Cmp" in p.feats[word] or p.lemmas[word].lower() != p.lower[word])


def _made_a_noun(p: Parse, word: int, changes: _Changes) -> None:
    """*leidt tot meer [veendrukte]*, *komt er minder [veendrukte]*: with its words before it, as subject where there is none."""
    above, first = p.heads[word], word - 1
    changes.name(word, p.lower[word], "NOUN")
    changes.move(first, word, "amod" if p.upos[first] == "ADJ" else "det")
    cases = [c for c in (*p.children[first], *p.children[word]) if p.deps[c] == "case"]
    for case in cases:
        changes.move(case, word, "case")
    for other in p.children[word]:
        if above < other < first and p.upos[other] == "ADV":
            changes.move(other, above, "advmod")  # komt [er] minder drukte
    if p.deps[word] in ("xcomp", "ccomp"):
        subject = any(p.deps[c] in SUBJECT for c in p.children[above])
        changes.deps[word] = "obl:arg" if cases else "obj" if subject else "nsubj"


def _no_particle(p: Parse, word: int, changes: _Changes) -> None:
    """*komt er meer [turfvraag]*, *betekenen meer [turfvraag]*: a noun behind its verb is no particle of it."""
    above = p.heads[word]
    if p.upos[above] != "VERB" or not is_finite(p, above) or word < above:
        return
    subject = any(p.deps[c] in SUBJECT for c in p.children[above])
    changes.move(word, above, "obj" if subject else "nsubj")
    changes.lemmas[above] = changes.stems[above] = p.lemmas[above].removeprefix(p.lemmas[word].lower())
    for before in range(above + 1, word):
        if p.heads[before] in (above, word) and p.deps[before] in ("det", "advmod", "amod") and _compares(p, before):
            changes.move(before, word, "det")


def _may_be_made(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*doet de veendrukte [stijgen]*: what changes things, below a verb that makes it happen, its subject a part of it."""
    above = p.heads[word]
    if above >= word - 1 or p.lower[word] not in pack.variables.subject_verbs:
        return False
    makes = any(
        "infinitive" in entry.effect and not entry.words for entry in pack.causes.verbs.get(p.lemmas[above], ())
    )
    if not makes or (word + 1 < len(p) and p.upos[word + 1] != "PUNCT"):
        return False
    return (
        p.heads[word - 1] in (word, above)
        and p.deps[word - 1] in ("amod", "obj", "nsubj", "compound")
        and p.upos[word - 1] in (*NAMED, "ADJ")
    )


def _made_to_change(p: Parse, word: int, changes: _Changes) -> None:
    subject, above = word - 1, p.heads[word]
    if p.upos[subject] in ("VERB", "ADJ"):
        changes.name(subject, p.lower[subject], "NOUN")
    changes.name(word, p.lower[word], "VERB")
    changes.feats[word] = INFINITIVE
    changes.lemmas[above] = changes.stems[above] = p.stems[above]
    changes.move(subject, above, "obj")
    changes.move(word, above, "xcomp")
    for other in _before(p, word, subject):
        changes.heads[other] = subject


def _before(p: Parse, word: int, subject: int) -> Iterator[int]:
    return (c for c in p.children[word] if c < subject and p.deps[c] in ("det", "amod", "compound"))


def _made_sources(p: Parse, pack: LanguagePack, changes: _Changes) -> None:
    for word in range(1, len(p)):
        if _is_source(p, word, pack):
            changes.move(word, p.heads[word], "obl")
            changes.name(word, p.words[word], "NOUN")


def _is_source(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Volgens [ingewijden] zou ze gaan*: what stands alone behind a preposition of sources is no verb."""
    verb = p.upos[word] == "VERB" and p.deps[word] in ("advcl", "obl") and len(p.children[word]) == 1
    return verb and p.heads[word - 1] == word and p.lower[word - 1] in pack.propositions.words.sources


def _counted_next(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """The noun behind a word that says how much of it there is, where the parse has that word with the verb."""
    return word + 1 if _counts_next(p, word) else _counted_subject(p, word, pack)


def _counts_next(p: Parse, word: int) -> bool:
    """*betekent [minder] drukte*: how many of the noun behind it, which has no other word for that."""
    if p.deps[word] != "advmod" or p.lemmas[word].lower() == p.lower[word] or word + 1 >= len(p):
        return False
    noun = word + 1
    bare = all(p.deps[c] not in ("det", "case", "nummod") for c in p.children[noun])
    return p.upos[noun] == "NOUN" and p.heads[word] != noun and p.heads[noun] == p.heads[word] < word and bare


def _counted_subject(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """*[Less] rain means smaller harvests*: the subject of which a word that the parse has with the verb tells how much."""
    if p.lower[word] not in pack.variables.adverb_kinds.gauging or p.deps[word] != "advmod":
        return None
    subject = child(p, p.heads[word], *SUBJECT)
    counts = subject is not None and p.upos[subject] == "NOUN" and p.subtree(subject)[0] == word + 1
    return subject if counts and not has_child(p, word + 1, "det") and p.upos[word + 1] != "DET" else None


def _opens_before(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """*Hogere lonen [zorgen] voor hogere prijzen*: where the sentence begins of which a plural that is a noun too is the verb.

    Before it nothing but one noun with adjectives, behind it its own preposition, and no other verb.
    """
    entries = pack.causes.verbs.get(p.lower[word], ())
    if word + 2 >= len(p) or not any(p.lower[word + 1] in e.effect and not e.words for e in entries):
        return None
    start, end = p.sentences[p.sentence_of[word]]
    first = next((w + 1 for w in range(word - 1, start - 1, -1) if p.words[w] in ENDS), start)
    last = next((w for w in range(word, end) if p.words[w] in ENDS or p.words[w] == ","), end)
    if word == first or any(is_finite(p, w) for w in range(first, last)) or p.upos[last - 1] != "NOUN":
        return None
    return first if _is_one_noun(p, first, word) else None


def _is_one_noun(p: Parse, first: int, end: int) -> bool:
    """Whether some words are a noun, or what the parser has for an adjective, with adjectives and the like before it."""
    before = (p.upos[w] in ("ADJ", "DET", "NUM") or p.lemmas[w].lower() != p.lower[w] for w in range(first, end - 1))
    return p.upos[end - 1] in ("NOUN", "ADJ") and all(before)


def _made_the_verb(p: Parse, word: int, first: int, changes: _Changes) -> None:
    subject, inside = word - 1, range(first, word + 1)
    above = next((p.heads[w] for w in inside if p.heads[w] not in inside), None)
    roots = [w for w in inside if p.heads[w] == w or p.heads[w] not in inside]
    dep = p.deps[roots[0]] if roots and above is not None else "ROOT"
    changes.name(word, p.lower[word], "VERB")
    changes.feats[word] = FINITE_PLURAL
    changes.move(word, word if above is None else above, dep)
    changes.name(subject, p.lemmas[subject], "NOUN")
    changes.move(subject, word, "nsubj")
    for other in range(first, subject):
        changes.move(other, subject, "amod" if p.upos[other] == "ADJ" else "det")
    for other in range(len(p)):
        if other not in inside and p.heads[other] in inside:
            changes.move(other, word, "obl:arg" if p.upos[other] == "NOUN" else p.deps[other])


def _fronted_subject(p: Parse, word: int) -> bool:
    """*Lager [roggewantrouwen] zorgt voor ...*: a clause that opens with what agrees with its verb, and has no other subject."""
    verb = word + 1
    if p.deps[word] != "obj" or p.heads[word] != verb or p.upos[word] not in ("NOUN", "VERB"):
        return False
    start = p.sentences[p.sentence_of[word]][0]
    opens = p.subtree(word)[0]
    alone = all(p.deps[c] not in (*SUBJECT, "obj", "iobj", "ccomp", "xcomp") or c == word for c in p.children[verb])
    plural = "Number=Plur" in p.feats[word]
    agrees = is_finite(p, verb) and plural == ("Number=Plur" in p.feats[verb])
    return (opens == start or p.words[opens - 1] in QUOTES) and alone and agrees
