"""What happened to whom, by the noun for it or by the sentence that tells it: *zijn vertrek*, *deed dat*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.same import OWNED
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase, Polarity, Proposition
from wederhoor.syntax.clauses import child

NOUNS = ("NOUN", "PROPN")
Effect = tuple[Phrase, str]
"""What was made so, and the deed by which it was; no deed of a thing."""
Because = tuple[Phrase, Effect, Polarity]
"""What made it so, what was made so, and whether it did."""
Found = Sequence[Proposition]
"""What the clauses of the text say."""


def effects_of(text: Text, found: Found, noun: int) -> Iterator[Effect]:
    """A thing; and what a noun says happened, and to whom: *het [vertrek] van de wethouder*."""
    p = text.parse
    phrase = read_phrase(text, noun)
    if phrase is not None and not any(m.startswith(OWNED) for m in phrase.modifiers):
        yield phrase, ""
    if p.lemmas[noun].lower() in text.pack.propositions.predicates.deeds:
        key = key_of(text, noun)[0]
        whose = (read_phrase(text, c) for c in p.children[noun] if is_whose(text, c))
        who = next((one for one in whose if one is not None), None) or _only_one(found, key)
        yield from [(who, key)] if who is not None else []


def is_whose(text: Text, word: int) -> bool:
    """*[Zijn] vertrek*, *het vertrek van [de wethouder]*, *[her] dismissal*."""
    p = text.parse
    return p.deps[word] == "nmod:poss" or preposition_before(p, word) == text.pack.propositions.words.of


def _only_one(found: Iterable[Proposition], key: str) -> Phrase | None:
    """To whom or what a deed happened, where the text tells it of one only."""
    told = [one for p in found if p.predicate == key and (one := p.object or p.subject) is not None]
    return told[0] if len({one.actor or one.head for one in told}) == 1 else None


def deed_before(text: Text, found: Found, word: int) -> Effect | None:
    """What the sentence before tells of somebody: *legde zijn functie neer. Hij deed dat om ...*."""
    p = text.parse
    number = p.sentence_of[word] - 1
    span = p.span(*p.sentences[number]) if number >= 0 else (0, 0)
    deeds = text.pack.propositions.predicates.deeds | text.pack.sided.file.leaving
    told = {
        (q.subject.actor, q.predicate): q.subject
        for q in found
        if q.subject is not None
        and q.subject.actor
        and q.predicate in deeds
        and span[0] <= q.span[0]
        and q.span[1] <= span[1]
    }
    return next(((who, key) for (_, key), who in told.items()), None) if len(told) == 1 else None


def deed_in(text: Text, words: Iterable[int]) -> Effect | None:
    """The one deed of somebody who has a name that some words tell."""
    p, deeds = text.parse, text.pack.propositions.predicates.deeds
    found = dict[tuple[str, str], Effect]()
    for w in words:
        key = key_of(text, w)[0] if p.upos[w] == "VERB" else ""
        subject = child(p, w, "nsubj:pass", "nsubj") if key in deeds or key in text.pack.sided.file.leaving else None
        phrase = None if subject is None else read_phrase(text, subject)
        if phrase is not None and phrase.actor is not None:
            found[(key, phrase.actor)] = (phrase, key)
    return next(iter(found.values())) if len(found) == 1 else None


def is_denied_at(text: Text, word: int) -> bool:
    p = text.parse
    before = range(p.sentences[p.sentence_of[word]][0], word)
    return any(p.lower[w] in text.pack.propositions.words.denying for w in before)
