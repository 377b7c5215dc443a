"""What is asked of several words at once: whether one of them is of a kind, and what hangs below them."""

from __future__ import annotations

from collections.abc import Container, Iterable

from wederhoor.records import EntityType
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite


def any_finite(p: Parse, words: Iterable[int]) -> bool:
    """Whether one of the words is a finite verb."""
    return any(is_finite(p, w) for w in words)


def any_form(p: Parse, words: Iterable[int], forms: Container[str]) -> bool:
    """Whether one of the words is one of the forms, in lower case."""
    return any(p.lower[w] in forms for w in words)


def any_lemma(p: Parse, words: Iterable[int], lemmas: Container[str]) -> bool:
    """Whether one of the words has one of the lemmas."""
    return any(p.lemmas[w] in lemmas for w in words)


def stands_at(p: Parse, word: int, forms: tuple[str, ...]) -> bool:
    """Whether these forms, in lower case, stand from a word on."""
    return p.lower[word] == forms[0] and tuple(p.lower[word : word + len(forms)]) == forms


def longest_at(p: Parse, word: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """How many words the longest of some phrases has that stands at a word; 0 where none does."""
    return max((len(phrase) for phrase in phrases if stands_at(p, word, phrase)), default=0)


def in_sentence_of(p: Parse, words: Iterable[int], word: int) -> list[int]:
    """Those of the words that stand in one sentence with a word."""
    return [w for w in words if p.sentence_of[w] == p.sentence_of[word]]


def below(p: Parse, words: Iterable[int]) -> list[int]:
    """The words that hang right below any of these, in the order of these."""
    return [c for w in words for c in p.children[w]]


def trees(p: Parse, words: Iterable[int]) -> set[int]:
    """The words with all that is below them."""
    return {w for top in words for w in p.subtree(top)}


def related(p: Parse, words: Iterable[int], *relations: str) -> list[int]:
    """Those of the words that hang by one of the relations."""
    return [w for w in words if p.deps[w] in relations]


def is_named(p: Parse, word: int, *types: EntityType) -> bool:
    """Whether a word stands in a name of one of the types."""
    return p.entity_of[word] >= 0 and p.entities[p.entity_of[word]].type in types


def without(words: Iterable[int], *others: Iterable[int]) -> tuple[int, ...]:
    gone = {w for other in others for w in other}
    return tuple(w for w in sorted(words) if w not in gone)
