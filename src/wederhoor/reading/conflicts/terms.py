"""The terms by which statements are matched: lemmas of content words, synonyms under one name, and actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wederhoor.reading.holders import words_in
from wederhoor.reading.text import CONTENT, Text
from wederhoor.records import Span

SHORTEST_TERM = 3
"""Letters of a term, at least: shorter ones tell of no topic."""
SHORTEST_PART = 4
"""Letters of a compound's last part, at least."""
LONG_PART = 5
"""Letters from which a part counts where the text does not have the other one."""


def terms_of(text: Text, words: Iterable[int]) -> tuple[str, ...]:
    """The terms of words, sorted; an actor's is his name behind an @."""
    return tuple(sorted({term for word in words for term in _of_word(text, word)}))


def terms_in(text: Text, span: Span) -> tuple[str, ...]:
    return terms_of(text, words_in(text.parse, span))


def term_of(text: Text, word: int) -> str:
    """The term of one noun, empty where it has none."""
    return next(iter(_of_word(text, word)), "")


def _of_word(text: Text, word: int) -> tuple[str, ...]:
    """The actor that a word means, else its lemma and, of a compound with a hyphen, its parts."""
    if word in text.named_at:
        return (f"@{text.named_at[word]}",)
    p, pack = text.parse, text.pack
    if p.upos[word] == "PROPN" and (p.lower[word] in pack.people.titles or _is_of_actor(text, word)):
        return ()  # Mr., and Ted of Ted Cruz, who is one term already
    is_verb = p.upos[word] == "VERB"
    # the stem of a verb form is its infinitive where the lemmatiser leaves it as it is: misleid
    lemma = (p.stems[word] if is_verb else p.lemmas[word]).lower()
    if p.upos[word] not in CONTENT and lemma not in pack.canonical:
        return ()
    # a verb that parts from its preposition is no compound: aanvallen is no way to fall
    known = text.terms.get((lemma, is_verb))
    if known is None:
        parts = [lemma] if is_verb else _parts(text, lemma)
        telling = [part for part in parts if part not in pack.disputes.empty and len(part) >= SHORTEST_TERM]
        known = text.terms[lemma, is_verb] = tuple(pack.canonical.get(part, part) for part in telling)
    return known


def _is_of_actor(text: Text, word: int) -> bool:
    """Whether another word of the person's name that a word is in stands for him; not of a compound that was taken for a name."""
    p, number = text.parse, text.parse.entity_of[word]
    if text.type_at(word) != "PER" or len(_parts(text, p.lower[word])) > 1:
        return False
    return any(w in text.named_at for w in words_in(p, p.entities[number].span) if w != word)


def _parts(text: Text, lemma: str) -> list[str]:
    """A lemma with its parts, where the document has them as words: at hyphens, of a compound, and a noun's verb."""
    grammar, vocabulary = text.pack.grammar, text.vocabulary
    found = {lemma, *lemma.split("-")}
    for ending, infinitive in grammar.nominal_endings.items():
        if lemma.endswith(ending) and lemma.removesuffix(ending) + infinitive in vocabulary:
            found.add(lemma.removesuffix(ending) + infinitive)
    for cut in _cuts(text, lemma):
        heads = [h for h in _first_parts(lemma[:cut], grammar.linking_sounds) if h in vocabulary]
        if lemma[cut:] in vocabulary or (heads and lemma[cut:] in text.pack.canonical):
            found |= {lemma[cut:], *heads}
        elif len(lemma) - cut >= LONG_PART:  # watertemperatuur, where the text speaks of water
            found.update(head for head in heads if len(head) >= LONG_PART)
    return sorted(part for part in found if len(part) >= SHORTEST_TERM)


def _cuts(text: Text, lemma: str) -> Iterator[int]:
    last = len(lemma) - SHORTEST_PART
    return (cut for cut in text.pack.hooks.cuts(lemma) if SHORTEST_TERM <= cut <= last)


def _first_parts(head: str, links: Iterable[str]) -> list[str]:
    """The first part of a compound, as it is and without a linking sound."""
    return [head, *(head.removesuffix(link) for link in links if head.endswith(link))]
