"""What a clause says that there is, or is not."""

from __future__ import annotations

from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import Predication
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import child, children

EXISTS = "exist"
BARE = ("VERB", "AUX")


def that_is_there(text: Text, clause: Predication) -> int | None:
    """The head of what a clause says that there is: *er ligt een vergunning*, *een vergunning ontbreekt*."""
    p, words, head = text.parse, text.pack.propositions.words, clause.head
    spoken = next((w for w in (*clause.core, head) if p.lower[w] in words.spoken), None)
    if spoken is not None:
        return _spoken_of(text, spoken, head)
    there = _has_there(text, clause)
    theme = next((w for w in clause.core if p.lemmas[w].lower() not in text.pack.closed.time_nouns), None)
    if theme is None:
        return head if p.upos[head] == "NOUN" and there and child(p, head, "cop") is not None else None
    if says_absent(text, head):
        return None if len(clause.core) > 1 else theme  # the home lacks an alarm
    return theme if _says_there(text, head, theme, there=there) else None


def _says_there(text: Text, head: int, theme: int, *, there: bool) -> bool:
    """*Bestaat*, *zit er nog*, *ligt er*; *liggen* of what has no article."""
    p, words = text.parse, text.pack.propositions.words
    lemma = p.lemmas[head].lower()
    if lemma in words.only_existing:
        return True
    if lemma in words.existing_there and there:
        return child(p, head, "xcomp", "compound:prt") is None
    return lemma in words.existing and p.upos[head] in BARE and (there or _is_bare(text, theme))


def says_absent(text: Text, head: int) -> bool:
    """*Een vergunning ontbreekt*, *are missing*, which the parser has for the verb."""
    p = text.parse
    return not text.pack.propositions.words.absent.isdisjoint((p.lemmas[head].lower(), p.lower[head]))


def _has_there(text: Text, clause: Predication) -> bool:
    p = text.parse
    verbs = [clause.head, *clause.above]
    verbs += children(p, clause.head, "cop", "aux", "aux:pass")
    return any(p.lower[c] == text.pack.propositions.words.there for verb in verbs for c in p.children[verb])


def _spoken_of(text: Text, spoken: int, head: int) -> int | None:
    """*Er is geen sprake van een afspraak*: the agreement."""
    p, words = text.parse, text.pack.propositions.words
    if preposition_before(p, head) == words.of:
        return head
    below = (c for w in (spoken, head) for c in p.children[w] if p.deps[c] in ("obl", "nmod", "obl:arg"))
    return next((c for c in below if preposition_before(p, c) == words.of), None)


def _is_bare(text: Text, head: int) -> bool:
    phrase = read_phrase(text, head)
    return phrase is not None and not phrase.definite
