"""Who is of one mind with what another says, or is not: *is het niet eens met dat besluit*, *dat is zij niet met hem eens*."""

from __future__ import annotations

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import child, children, has_child, noun_phrase
from wederhoor.syntax.nouns import names_party
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.stretches import any_form


def find_agreements(text: Text) -> list[Draft]:
    """Drafts of agreement and disagreement in text order."""
    predicates = text.pack.hedges.agreeing | text.pack.hedges.disagreeing
    return [d for word, form in enumerate(text.parse.lower) if form in predicates and (d := _agreement(text, word))]


def _agreement(text: Text, word: int) -> Draft | None:
    p = text.parse
    subject, pronoun = _subject(text, word)
    copula = None if subject is None else _copula(text, word, subject)
    if subject is None or copula is None:
        return None
    content = (pronoun,) if pronoun is not None else _content(text, word)
    if not content:
        return None
    negation = [w for w in range(copula, word) if is_negation(p, w, text.pack)]
    against = (p.lower[word] in text.pack.hedges.disagreeing) != bool(negation)
    return Draft(
        content=content,
        cue=tuple(sorted([copula, *negation, word])),
        source=_source(p, subject, word, {*content, *negation}),
        holder=subject,
        attitude="deny" if against else "judge",
        polarity="-" if against else "+",
        anchor=copula,
        rule="agreement",
    )


def _copula(text: Text, word: int, subject: int) -> int | None:
    """The copula of an agreement with somebody else; *is het er niet over eens*, among themselves, is none.

    *dat is zij niet met hem eens*: a parse may take the name for a predicate.
    """
    p = text.parse
    copula = child(p, word, "cop") or child(p, subject, "cop")
    if copula is None or has_child(p, word, "ccomp", "csubj"):
        return None
    return None if any_form(p, range(copula, word), text.pack.hedges.agreement_among) else copula


def _source(p: Parse, subject: int, word: int, beside: set[int]) -> tuple[int, ...]:
    gone = beside | {word, *(p.subtree(word) if p.heads[word] == subject else ())}
    return tuple(w for w in noun_phrase(p, subject) if w not in gone and p.upos[w] != "AUX")


def _subject(text: Text, word: int) -> tuple[int | None, int | None]:
    """Who agrees, and the pronoun that opens the sentence for what he agrees with, which a parse may take for a subject too."""
    p = text.parse
    subjects = children(p, word, "nsubj")
    pronoun = next((c for c in subjects if p.lower[c] in text.pack.closed.pointing), None)
    others = [c for c in subjects if c != pronoun]
    if others:
        return others[0], child(p, others[0], "nsubj") if pronoun is None else pronoun
    above = p.heads[word]  # the predicate, by the parse, of a sentence whose subject is *dat*
    opening = child(p, above, "nsubj") if p.deps[word] in ("amod", "advmod") and above != word else None
    if (
        opening is not None
        and p.lower[opening] in text.pack.closed.pointing
        and p.upos[above] in ("NOUN", "PROPN", "PRON")
    ):
        return above, opening
    return None, None


def _content(text: Text, word: int) -> tuple[int, ...]:
    """What one agrees with: the thing behind *met*, else the pronoun that stands for what was said."""
    p = text.parse
    for c in p.children[word]:
        case = [g for g in children(p, c, "case") if p.lower[g] in text.pack.hedges.agreement_prepositions]
        if not case or p.deps[c] not in ("obl", "obl:arg"):
            continue
        if p.lower[c] in text.pack.closed.pointing or p.upos[c] == "ADV":
            return (c,)
        if p.upos[c] == "NOUN" and not names_party(p.lemmas[c].lower(), text.pack):
            return tuple(w for w in noun_phrase(p, c) if w not in case)
    return tuple(c for c in children(p, word, "obj", "expl", "expl:pv") if p.upos[c] == "PRON")
