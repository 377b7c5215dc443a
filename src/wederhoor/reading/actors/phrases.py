"""Where mentions begin and end, and what stands in them beside their head."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import Mention
from wederhoor.reading.attributions.speech_cues import is_quotation_mark
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children, has_child, is_finite, is_plural, noun_phrase

CLOSERS = frozenset({",", "(", ")", "-", "–", "—", ":", ";"})
BEFORE_NAME = ("DET", "ADJ", "NUM", "NOUN", "PRON", "ADV", "VERB", "PROPN", "X")
OUTSIDE = ("advmod", "obl", "nsubj", "obj", "mark", "iobj", "expl")


def name_mention(p: Parse, first: int, end: int, head: int) -> Mention:
    """The mention by the name at ``first`` up to ``end`` with the words of its phrase before it: *de oude minister Jansen*."""
    start = first
    if head < first and not any(p.words[w] in CLOSERS for w in range(head, first)):
        start = head
    begin = p.sentences[p.sentence_of[first]][0]
    while start > begin and _leads(p, start - 1, start, end):
        start -= 1
    return Mention(end - 1, start, end, "name")


def _leads(p: Parse, word: int, first: int, end: int) -> bool:
    """Whether a word before a phrase belongs to it: it hangs on a word of it."""
    if p.upos[word] not in BEFORE_NAME or is_finite(p, word) or p.deps[word] in OUTSIDE:
        return False
    if p.upos[word] == "ADV" and p.upos[p.heads[word]] not in ("ADJ", "VERB"):
        return False
    return first <= p.heads[word] < end and (p.upos[word] != "PRON" or p.deps[word] == "nmod:poss")


def noun_mention(p: Parse, head: int) -> Mention:
    """The mention by the noun ``head``: its phrase up to a comma, a relative clause, or a further one that is joined by *en*."""
    words = noun_phrase(p, head)
    cut = next((w for w in words if w > head and ends_phrase(p, head, w)), words[-1] + 1)
    first = next((w for w in reversed(words) if w < head and _opens(p, head, w)), words[0] - 1) + 1
    return Mention(head, first, max(cut, head + 1), "noun")


def ends_phrase(p: Parse, head: int, word: int) -> bool:
    """Whether a word behind the head of a phrase stands outside of its mention."""
    if p.words[word] in CLOSERS or is_quotation_mark(p.words[word]):
        return True
    if p.upos[word] in ("SCONJ", "AUX") or is_finite(p, word):
        return True
    if p.upos[word] == "ADV" and p.heads[word] == head:
        return True
    return p.upos[word] == "CCONJ" and p.heads[p.heads[word]] == head and not shares_article(p, head, p.heads[word])


def _opens(p: Parse, head: int, word: int) -> bool:
    """Whether the phrase begins behind a word before its head: an adverb that only leads the clause, a mark."""
    return p.heads[word] == head and (p.deps[word] in ("advmod", "case", "mark", "cc") or p.upos[word] == "PUNCT")


def shares_article(p: Parse, head: int, second: int) -> bool:
    """*de wegwerkers en schilders*: two under one article."""
    alike = is_plural(p, head) and is_plural(p, second) and p.entity_of[second] < 0
    return alike and p.heads[second] == head and not has_child(p, second, "det", "nmod:poss", "nummod")


def qualities(p: Parse, head: int) -> frozenset[str]:
    """What tells a noun from others of its kind: adjectives, and the nouns and names that hang on it."""
    return frozenset(
        p.lemmas[c].lower()
        for c in p.children[head]
        if p.deps[c] in ("amod", "nmod", "nummod") or (p.deps[c] == "nmod:poss" and p.upos[c] in ("NOUN", "PROPN"))
    )


def determiner(p: Parse, head: int) -> int | None:
    """The article, demonstrative or possessive of a noun."""
    return next((c for c in children(p, head, "det", "nmod:poss") if c < head), None)


def bare_text(p: Parse, mention: Mention, end: int | None = None) -> str:
    """The words of a mention, up to ``end``, without article and number, in lower case at the beginning, with single blanks."""
    first = mention.first
    while first < mention.head and (
        p.upos[first] == "NUM" or "Definite=" in p.feats[first] or p.upos[first] == "PUNCT"
    ):
        first += 1
    text = " ".join(p.text[slice(*p.span(first, end or mention.end))].split())
    if p.entity_of[first] >= 0 or p.upos[first] == "PROPN" or not p.words[first][1:].islower():
        return text
    return text[:1].lower() + text[1:]
