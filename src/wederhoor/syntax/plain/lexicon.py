"""What a pack knows of the words of plain clauses, put together once from its tables of changes, causes and closed classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wederhoor.languages.causes import CausalVerb
from wederhoor.languages.pack import LanguagePack


@dataclass(frozen=True, slots=True)
class PlainLexicon:
    """Forms in lower case, verbs as lemmas."""

    articles: frozenset[str]
    gauges: frozenset[str]
    auxiliaries: frozenset[str]
    closed: frozenset[str]
    """Words that are no part of a bare name, whatever the parser has them for."""
    verbs: frozenset[str]
    """Verbs of change and of cause, and those that leave what happens to an infinitive, without particles."""
    forms: dict[str, str]

    def lemma(self, form: str) -> str | None:
        """The verb of change or of cause that a form is of."""
        lemma = self.forms.get(form, form)
        return lemma if lemma in self.verbs else None


@cache
def plain_lexicon(pack: LanguagePack) -> PlainLexicon:
    closed, words, causes = pack.closed, pack.variables, pack.causes
    modal = closed.possibility | closed.necessity | closed.future | words.verbs.modals
    being = {form for form, lemma in pack.verb_forms.items() if lemma in closed.being | closed.perfect}
    gauges = {*words.degrees, *words.adjectives, *words.adverb_kinds.gauging} - words.adverb_kinds.steering
    verbs = {
        lemma.split()[0]
        for lemma in (*causes.verbs, *words.subject_verbs, *words.object_verbs, *words.verbs.through)
        if lemma not in modal
    }
    function_words = {
        *closed.articles, *closed.definite, *closed.negations, *closed.relative, *closed.pointing, *closed.expletives,
        *closed.of, *closed.by, *closed.without, *closed.conjunctions, *pack.grammar.linkers, *pack.grammar.complementizers,
        *pack.grammar.question_words, *words.prepositions, *words.adverb_kinds.steering, *gauges,
        *closed.i, *closed.we, *closed.he, *closed.she, *closed.it, *closed.they, *closed.second_person,
    }  # fmt: skip
    return PlainLexicon(
        articles=frozenset(closed.articles | pack.grammar.distributive),
        gauges=frozenset(gauges),
        auxiliaries=frozenset(modal | being),
        closed=frozenset(function_words | modal | being),
        verbs=frozenset(verbs),
        forms=pack.verb_forms,
    )


def entries(pack: LanguagePack, lemma: str) -> tuple[CausalVerb, ...]:
    """What the table of causes has of a verb."""
    return pack.causes.verbs.get(lemma, ())
