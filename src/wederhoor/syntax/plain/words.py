"""What a word of a plain clause may be, by its form and the lexicons: part of a thing's name, how much, a verb, an auxiliary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.plain.lexicon import PlainLexicon, plain_lexicon

Form = Literal["base", "third", "past", "ing"]
NAMING = ("NOUN", "PROPN", "VERB", "ADJ", "X")
"""What the parser has the words of a bare name for."""
LONGEST_NAME = 4
OPENING_MARKS = frozenset("\"“„«‘'")


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The words of a parse, asked by number."""

    p: Parse
    pack: LanguagePack

    @property
    def lexicon(self) -> PlainLexicon:
        return plain_lexicon(self.pack)

    def names(self, word: int) -> bool:
        """Whether a word may be part of the bare name of a thing."""
        p = self.p
        form = p.lower[word]
        if not form.replace("-", "").replace("'", "").isalpha() or form in self.lexicon.closed:
            return False
        told = p.upos[word] == "VERB" and "Tense=Past" in p.feats[word] and form in self.pack.verb_forms
        told = told or self._is_only_verb(form)
        capital = p.words[word] != form and word != self.opening(word)
        return p.upos[word] in NAMING and not (capital or told)

    def _is_only_verb(self, form: str) -> bool:
        """*Reinforce*, *weakens*: a verb of change or of cause that is no noun, unless by its participle."""
        endings = self.pack.grammar.verbal_endings
        lemma = self.lexicon.forms.get(form, form)
        told = lemma in self.lexicon.verbs and form in (lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")
        return bool(endings) and told and lemma.endswith(endings)

    def opening(self, word: int) -> int:
        """The first word of the sentence of a word, behind the marks; a word behind an opening quotation mark begins one."""
        if word > 0 and self.p.words[word - 1] in OPENING_MARKS:
            return word
        first, end = self.p.sentences[self.p.sentence_of[word]]
        return next((w for w in range(first, end) if self.p.upos[w] != "PUNCT"), first)

    def is_gauge(self, word: int) -> bool:
        """*more*, *higher*, *rising*, *too few*: how much there is of a thing, before its name."""
        return self.p.lower[word] in self.lexicon.gauges

    def is_doubled(self, word: int, end: int) -> bool:
        """*more and more*, *less and less*."""
        same = word + 3 < end and self.p.lower[word] == self.p.lower[word + 2]
        return same and self.is_gauge(word) and self.p.upos[word + 1] == "CCONJ"

    def is_article(self, word: int) -> bool:
        return self.p.lower[word] in self.lexicon.articles

    def is_change_of(self, word: int) -> bool:
        """*rise in*, *lack of*: a noun of change before the preposition of what changes."""
        p, words = self.p, self.pack.variables
        behind = p.lower[word + 1] if word + 1 < len(p) else ""
        empty = p.lower[word] in words.empty.heads and behind in words.empty.prepositions
        return empty or (p.lower[word] in words.nouns and behind in words.prepositions)

    def is_adverb(self, word: int) -> bool:
        p = self.p
        return (p.upos[word] == "ADV" or p.lower[word] in self.pack.closed.negations) and (
            p.lower[word] not in self.lexicon.gauges
        )

    def joins(self, word: int) -> bool:
        """*And*, *or* between two things."""
        return self.p.upos[word] == "CCONJ" and self.p.lower[word] not in self.pack.grammar.contrasts

    def turn(self, word: int) -> int:
        """The word behind *in turn*, which stands where an adverb does; the word itself where there is no such phrase."""
        openers = (o for o in self.pack.grammar.turns if tuple(self.p.lower[word : word + len(o)]) == o)
        return word + max((len(o) for o in openers), default=0)

    def is_auxiliary(self, word: int) -> bool:
        return self.p.lower[word] in self.lexicon.auxiliaries

    def verb(self, word: int) -> tuple[str, Form] | None:
        """The lemma of a verb of change or of cause, and which of its forms a word is."""
        form = self.p.lower[word]
        lemma = self.lexicon.lemma(form)
        if lemma is None or self.p.words[word] != form:
            return None
        if form == lemma:
            return lemma, "base"
        if form.endswith(self.pack.variables.naming.participle):
            return lemma, "ing"
        return lemma, "third" if form.endswith("s") else "past"

    def is_act(self, word: int) -> bool:
        """*crowding*: a noun that is a present participle, and by that name no crowd."""
        return self.p.lower[word].endswith(self.pack.variables.naming.participle)

    def is_plural(self, word: int) -> bool:
        """Whether a noun is one of several things, by the parser or, where that has it for no noun, by its ending."""
        p = self.p
        if p.lower[word] in self.pack.closed.pointing:
            return False
        if p.upos[word] == "NOUN" and "Number=" in p.feats[word]:
            return "Number=Plur" in p.feats[word]
        return p.lower[word].endswith("s") and not p.lower[word].endswith("ss")

    def is_being(self, last: tuple[int, ...]) -> bool:
        """Whether the last auxiliary, if there is one, is a form of *be*."""
        return bool(last) and self.pack.verb_forms.get(self.p.lower[last[0]]) in self.pack.closed.being

    def is_perfect(self, last: tuple[int, ...]) -> bool:
        return bool(last) and self.pack.verb_forms.get(self.p.lower[last[0]]) in self.pack.closed.perfect

    def is_participle(self, word: int) -> bool:
        """Whether a form may be a past participle: one of the past, or a base that is its own past (*cut*)."""
        read = self.verb(word)
        return (
            read is not None
            and read[1] in ("past", "base")
            and (read[1] == "past" or "VerbForm=Part" in self.p.feats[word])
        )
