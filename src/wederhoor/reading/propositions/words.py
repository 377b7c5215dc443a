"""The words of propositions: the keys of predicates and nouns in normal form, and what stands before them."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children, has_child, is_participle, preposition_of

SHORTEST_TURNED = 6
"""Letters of an adjective that *on-* turns, at least."""


def key_of(text: Text, word: int) -> tuple[str, bool]:
    """The key of a predicate or a noun in normal form, and whether the word says the opposite of it."""
    p, keys = text.parse, text.pack.propositions.keys
    if is_adjective(text, word):
        return keys.get(p.lower[word], (p.lower[word], False))
    for form in (p.lemmas[word].lower(), p.lower[word]):
        if form in keys:
            return keys[form]
    lemma = _adjective_of(text, word) or p.lemmas[word].lower()
    if lemma in keys:
        return keys[lemma]
    turned = _turned(text, lemma) if p.upos[word] in ("ADJ", "ADV") else ""
    if not turned:
        return lemma, False
    key, twice = keys.get(turned, (turned, False))  # ongevaarlijk
    return key, not twice


def _adjective_of(text: Text, word: int) -> str:
    """The adjective that an adverb is made of: *careful* for *carefully*; empty for another word."""
    form = text.parse.lower[word]
    endings = text.pack.propositions.words.adverb_endings if text.parse.upos[word] == "ADV" else ()
    return next((form.removesuffix(ending) for ending in endings if form.endswith(ending)), "")


def is_keyed(text: Text, word: int) -> bool:
    """Whether a word is one of a group of one meaning, as it stands or by its lemma."""
    return not text.pack.propositions.keys.keys().isdisjoint((text.parse.lower[word], text.parse.lemmas[word].lower()))


def is_adjective(text: Text, word: int) -> bool:
    """Whether a participle says how something is: *gesloten*, *gepast*."""
    p, stance = text.parse, text.pack.stance
    if not is_participle(p, word) or any(
        p.lemmas[c].lower() in text.pack.propositions.words.become for c in p.children[word]
    ):
        return False
    if "Tense=Pres" in p.feats[word] and has_child(p, word, "aux"):
        return False  # is closing
    if any(p.lemmas[c].lower() in text.pack.propositions.words.having for c in children(p, word, "aux")):
        return False  # heeft bekend
    judged = p.lower[word] in stance.praise or p.lower[word] in stance.blame
    return judged or p.lower[word] in text.pack.propositions.keys


def verb_of(text: Text, word: int) -> str:
    """The verb of a participle that the parser has for an adjective: *ingeënt*; empty for another word."""
    p = text.parse
    form, words = p.lower[word], text.pack.propositions.words
    verb = text.pack.verb_forms.get(form, "") if p.upos[word] == "ADJ" else ""
    marked = not words.participle_marks or any(mark in form for mark in words.participle_marks)
    return verb if marked and form.endswith(words.participles) and verb != form else ""


def _turned(text: Text, lemma: str) -> str:
    """An adjective without the prefix that denies it: *onveilig*, *veilig*; empty where it has none."""
    words = text.pack.propositions.words
    kept = lemma in words.not_turned or lemma.startswith(words.not_turned_beginnings)
    if kept or len(lemma) < SHORTEST_TURNED:
        return ""
    return next((lemma.removeprefix(one) for one in words.turning_prefixes if lemma.startswith(one)), "")


def place_at(text: Text, word: int) -> str:
    """The name of the place that a word is: one that is known, or any name behind *in* or *bij*."""
    p = text.parse
    known = text.place_name_at.get(word)
    if known is not None or p.upos[word] != "PROPN" or word in text.time_at:
        return known or ""
    return p.words[word] if preposition_before(p, word) in text.pack.propositions.words.at else ""


def preposition_before(p: Parse, word: int) -> str:
    """The preposition before a phrase, in lower case; empty where it has none."""
    found = preposition_of(p, word)
    return "" if found is None else p.lower[found]
