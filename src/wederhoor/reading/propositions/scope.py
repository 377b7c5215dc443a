"""A document while its propositions are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.propositions import PropositionsFile
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Time
from wederhoor.records.parse import Parse
from wederhoor.syntax.numbers import Figure

SHORTEST_TURNED = 6
"""Letters of an adjective that *on-* turns, at least."""


@dataclass(frozen=True, slots=True)
class PropositionScope:
    """The words of a document, and what is known of them."""

    p: Parse
    pack: LanguagePack
    names: Mapping[int, str]
    """Last word of every mention -> the actor's name."""
    figures: Mapping[int, Figure]
    """Every word of a figure -> that figure, shares of a whole included."""
    times: Mapping[int, Time]
    """Every word of a time -> that time, also of one whose days are not known."""
    places: Mapping[int, str]
    """First word of every place -> its name."""

    @property
    def words(self) -> PropositionsFile:
        return self.pack.propositions.words

    def has(self, word: int, relation: str, lemmas: frozenset[str]) -> int | None:
        """The child by a relation with one of these lemmas."""
        p = self.p
        return next((c for c in p.children[word] if p.deps[c] == relation and p.lemmas[c].lower() in lemmas), None)

    def key(self, word: int) -> tuple[str, bool]:
        """The key of a predicate or a noun in normal form, and whether the word says the opposite of it."""
        p, keys = self.p, self.pack.propositions.keys
        if self.is_adjective(word):
            return keys.get(p.lower[word], (p.lower[word], False))
        for form in (p.lemmas[word].lower(), p.lower[word]):
            if form in keys:
                return keys[form]
        lemma = p.lemmas[word].lower()
        turned = self._turned(lemma) if p.upos[word] == "ADJ" else ""
        return (keys.get(turned, (turned, False))[0], True) if turned else (lemma, False)

    def is_adjective(self, word: int) -> bool:
        """Whether a participle says how something is: *gesloten*, *gepast*."""
        p, stance = self.p, self.pack.stance
        if "VerbForm=Part" not in p.feats[word] or any(
            p.lemmas[c].lower() in self.words.become for c in p.children[word]
        ):
            return False
        judged = p.lower[word] in stance.praise or p.lower[word] in stance.blame
        return judged or p.lower[word] in self.pack.propositions.keys

    def verb_of(self, word: int) -> str:
        """The verb of a participle that the parser has for an adjective: *ingeënt*; empty for another word."""
        p = self.p
        verb = self.pack.verb_forms.get(p.lower[word], "") if p.upos[word] == "ADJ" else ""
        return verb if p.lower[word].endswith(self.words.participles) and verb != p.lower[word] else ""

    def _turned(self, lemma: str) -> str:
        """An adjective without the prefix that denies it: *onveilig*, *veilig*; empty where it has none."""
        words = self.words
        kept = lemma in words.not_turned or lemma.startswith(words.not_turned_beginnings)
        if kept or len(lemma) < SHORTEST_TURNED:
            return ""
        return next((lemma.removeprefix(one) for one in words.turning_prefixes if lemma.startswith(one)), "")

    def place(self, word: int) -> str:
        """The name of the place that a word is: one that is known, or any name behind *in* or *bij*."""
        known = self.places.get(word)
        if known is not None or self.p.upos[word] != "PROPN" or word in self.times:
            return known or ""
        return self.p.words[word] if self.preposition(word) in self.words.at else ""

    def preposition(self, word: int) -> str:
        """The preposition before a phrase, empty where it has none."""
        p = self.p
        return next((p.lower[c] for c in p.children[word] if p.deps[c] == "case" and c < word), "")


def read_scope(text: Text) -> PropositionScope:
    """Index a document whose actors, times and places are known."""
    p = text.parse
    return PropositionScope(
        p=p,
        pack=text.pack,
        names=text.named_at,
        figures={w: f for f in text.all_figures for w in range(f.first, f.end)},
        times={word: time for time in text.times if time.type != "duration" for word in words_in(p, time.span)},
        places={words_in(p, place.span)[0]: place.name for place in text.places if words_in(p, place.span)},
    )
