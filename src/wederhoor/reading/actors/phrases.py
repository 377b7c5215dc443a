"""Where mentions begin and end, and what stands in them beside their head."""

from __future__ import annotations

from wederhoor.reading.actors.figures import Mention
from wederhoor.reading.attributions.clauses import is_finite, noun_phrase
from wederhoor.reading.parse import Parse

CLOSERS = frozenset({",", "(", "-", "–", "—", ":", ";"})
BEFORE_NAME = ("DET", "ADJ", "NUM", "NOUN", "PRON", "ADV", "VERB", "PROPN", "X")


def name_mention(p: Parse, number: int, first: int, end: int, head: int) -> Mention:
    """The mention by the name at ``first`` up to ``end`` with the words of its phrase before it: *de oude minister Jansen*."""
    start = first
    if head < first and not any(p.words[w] in CLOSERS for w in range(head, first)):
        start = head
    while start > p.sentences[p.sentence_of[first]][0] and _leads(p, start - 1, start, end):
        start -= 1
    return Mention(end - 1, start, end, "name")


def _leads(p: Parse, word: int, first: int, end: int) -> bool:
    """Whether a word before a phrase belongs to it: it hangs on a word of it."""
    if p.upos[word] not in BEFORE_NAME or is_finite(p, word) or p.deps[word] in ("advmod", "obl", "nsubj", "obj", "mark"):
        return False
    return first <= p.heads[word] < end and (p.upos[word] != "PRON" or p.deps[word] == "nmod:poss")


def noun_mention(p: Parse, head: int) -> Mention:
    """The mention by the noun ``head``: its phrase up to a comma, a relative clause, or a further one that is joined by *en*."""
    words = noun_phrase(p, head)
    cut = next((w for w in words if w > head and _ends(p, head, w)), words[-1] + 1)
    return Mention(head, words[0], cut, "noun")


def _ends(p: Parse, head: int, word: int) -> bool:
    if p.words[word] in CLOSERS or p.upos[word] == "SCONJ" or is_finite(p, word):
        return True
    return p.upos[word] == "CCONJ" and p.heads[p.heads[word]] == head and not _shares_article(p, head, p.heads[word])


def _shares_article(p: Parse, head: int, second: int) -> bool:
    """*de wegwerkers en schilders*: two under one article."""
    alike = "Number=Plur" in p.feats[head] and "Number=Plur" in p.feats[second] and p.entity_of[second] < 0
    return alike and p.heads[second] == head and not any(p.deps[c] in ("det", "nmod:poss") for c in p.children[second])


def qualities(p: Parse, head: int) -> frozenset[str]:
    """What tells a noun from others of its kind: adjectives, and the nouns and names that hang on it."""
    found = set()
    for c in p.children[head]:
        if p.deps[c] in ("amod", "nmod", "nummod") or (p.deps[c] == "nmod:poss" and p.upos[c] in ("NOUN", "PROPN")):
            found.add(p.lemmas[c].lower())
    return frozenset(found)


def determiner(p: Parse, head: int) -> str:
    """The article, demonstrative or possessive of a noun in lower case, or nothing."""
    return next((p.lower[c] for c in p.children[head] if p.deps[c] in ("det", "nmod:poss") and c < head), "")
