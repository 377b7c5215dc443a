"""What a word of a plain clause may be where verbs stand second or last: a name, how much of it, a verb, a preposition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wederhoor.languages.hooks import VerbShape
from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.plain.words import OPENING_MARKS
from wederhoor.syntax.stretches import longest_at

NAMING = ("NOUN", "PROPN", "VERB", "X")
"""What the parser has the words of a bare name for."""
TIMES = ("WEEKDAY", "MONTH", "PART", "PARTS", "TODAY", "UNIT", "UNITS", "WEEKEND", "WEEKENDS")
"""Words for when, which do nothing: *Vorig [jaar] steeg de afzet*."""
LEAST = 7
"""Letters of an adverb or adjective that may be none: a compound that the parser does not know."""


@dataclass(frozen=True, slots=True)
class SecondLexicon:
    """Verbs by lemma, the other words as forms in lower case."""

    verbs: frozenset[str]
    """Of change and of cause, whole."""
    bases: frozenset[str]
    """These without their particles."""
    particles: frozenset[str]
    modals: frozenset[str]
    closed: frozenset[str]
    """Words that are no part of a bare name, whatever the parser has them for."""
    gauges: frozenset[str]
    prepositions: frozenset[str]
    single: tuple[str, ...]
    """Last parts of singulars that look like plurals: *verlies*."""


@cache
def second_lexicon(pack: LanguagePack) -> SecondLexicon:
    closed, words, causes = pack.closed, pack.variables, pack.causes
    verbs = frozenset((*causes.verbs, *words.subject_verbs, *words.object_verbs, *words.verbs.light, *causes.copulas))
    known = frozenset(pack.verb_forms.values())
    cuts = [(verb[:n], verb[n:]) for verb in verbs for n in range(2, len(verb) - 2) if verb[n:] in known]
    entries = [entry for found in causes.verbs.values() for entry in found]
    prepositions = {name for e in entries for name in (*e.cause, *e.effect)} | words.prepositions
    prepositions |= {e.words[0] for found in causes.connectives.values() for e in found if e.frame == "phrase"}
    gauges = {*words.degrees, *words.adjectives, *words.adverb_kinds.gauging} - words.adverb_kinds.steering
    return SecondLexicon(
        verbs=verbs,
        bases=frozenset(base for _, base in cuts) | verbs,
        particles=frozenset(particle for particle, _ in cuts) - closed.articles - closed.definite,
        modals=closed.possibility | closed.necessity | closed.future | words.verbs.modals,
        closed=_function_words(pack) | gauges,
        gauges=frozenset(gauges),
        prepositions=frozenset(name for name in prepositions if name.isalpha()),
        single=_like_plurals(pack),
    )


def _like_plurals(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(sorted(noun for noun in pack.variables.nouns if noun.endswith("s") and len(noun) > LEAST - 2))


def _function_words(pack: LanguagePack) -> frozenset[str]:
    """What is no name of a thing in any clause: words of grammar, and those for when."""
    closed, grammar = pack.closed, pack.grammar
    times = {word for kind in TIMES for word in pack.times.words.get(kind, ())}
    function_words = {
        *closed.articles, *closed.definite, *closed.negations, *closed.relative, *closed.pointing, *closed.expletives,
        *closed.of, *closed.by, *closed.without, *closed.conjunctions, *closed.conditionals, *closed.reflexives,
        *closed.reciprocals, *closed.i, *closed.we, *closed.he, *closed.she, *closed.it, *closed.they, *closed.second_person,
        *closed.only,
        *grammar.linkers, *grammar.complementizers, *grammar.question_words, *grammar.pronominal,
        *pack.variables.adverb_kinds.steering,
    }  # fmt: skip
    return frozenset(function_words | times)


@dataclass(frozen=True, slots=True)
class SecondWords:
    """The words of a parse, asked by number."""

    p: Parse
    pack: LanguagePack

    @property
    def lexicon(self) -> SecondLexicon:
        return second_lexicon(self.pack)

    def names(self, word: int) -> bool:
        """Whether a word may be the bare name of a thing."""
        p, form = self.p, self.p.lower[word]
        if not form.replace("-", "").replace("'", "").isalpha() or form in self.lexicon.closed:
            return False
        unknown = p.upos[word] in ("ADV", "ADJ") and len(form) >= LEAST
        return (p.upos[word] in NAMING or unknown) and (p.words[word] == form or word == self.opening(word))

    def opening(self, word: int) -> int:
        """The first word of the sentence of a word, behind the marks; a word behind an opening quotation mark begins one."""
        if word > 0 and self.p.words[word - 1] in OPENING_MARKS:
            return word
        first, end = self.p.sentences[self.p.sentence_of[word]]
        return next((w for w in range(first, end) if self.p.upos[w] != "PUNCT"), first)

    def is_gauge(self, word: int) -> bool:
        """*meer*, *hogere*, *stijgende*: how much there is of a thing, before its name."""
        form = self.p.lower[word]
        return form in self.lexicon.gauges or self.goes_on(word)

    def goes_on(self, word: int) -> bool:
        """*Stijgende*, *afnemend*: a present participle of a verb of change or of cause."""
        form, naming = self.p.lower[word], self.pack.variables.naming
        cuts = (form.removesuffix(ending) for ending in naming.participle if form.endswith(ending))
        return any(verb.endswith(naming.infinitive) and verb in self.lexicon.verbs for verb in cuts)

    def is_article(self, word: int) -> bool:
        return self.p.lower[word] in self.pack.closed.articles | self.pack.closed.definite

    def is_preposition(self, word: int) -> bool:
        return self.p.lower[word] in self.lexicon.prepositions or self.p.upos[word] == "ADP"

    def is_particle(self, word: int) -> bool:
        return self.p.lower[word] in self.lexicon.particles

    def is_adverb(self, word: int) -> bool:
        p = self.p
        return p.upos[word] == "ADV" and p.lower[word] not in self.lexicon.gauges

    def joins(self, word: int) -> bool:
        """*En*, *of* between two things, or what stands there behind *zowel*."""
        either = self.p.lower[word] in self.pack.closed.alternatives
        return either or (self.p.upos[word] == "CCONJ" and self.p.lower[word] not in self.pack.grammar.contrasts)

    def is_both(self, word: int) -> bool:
        """*Zowel* before the first of two things."""
        p = self.p
        return p.deps[word] == "cc:preconj" or (p.upos[word] == "CCONJ" and word == self.opening(word))

    def turn(self, word: int) -> int:
        """How many words of *op zijn beurt* stand at a word."""
        return longest_at(self.p, word, self.pack.grammar.turns)

    def lemma(self, word: int) -> str | None:
        """The verb that a form is of: one of change or of cause, or of the groups of these; else None."""
        p = self.p
        form = p.lower[word]
        if form in self.lexicon.gauges:
            return None
        lemma = self.pack.verb_forms.get(form) or (p.stems[word].lower() if p.upos[word] in ("VERB", "AUX") else None)
        known = lemma is not None and (lemma in self.lexicon.bases or self.helps(lemma))
        return lemma if known and (p.words[word] == form or word == self.opening(word)) else None

    def helps(self, lemma: str) -> bool:
        closed, words = self.pack.closed, self.pack.variables
        return lemma in self.lexicon.modals | closed.perfect | closed.being | words.verbs.copulas

    def shapes(self, word: int, lemma: str) -> frozenset[VerbShape]:
        """Which forms of the verb a word may be."""
        return self.pack.hooks.verb_shapes(self.p.lower[word], lemma)

    def number(self, word: int) -> bool | None:
        """Whether a noun is one of several things, where that is known; the parser has many a plural for a singular."""
        p = self.p
        if p.lower[word] in self.pack.closed.pointing:
            return False
        one = p.lower[word].endswith(self.lexicon.single)
        return True if p.upos[word] == "NOUN" and "Number=Plur" in p.feats[word] and not one else None
