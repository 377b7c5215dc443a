"""Who is of one mind with what another says, or is not: *is het niet eens met dat besluit*, *dat is zij niet met hem eens*."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import child, noun_kind, noun_phrase
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.parse import Parse


def find_agreements(p: Parse, pack: LanguagePack) -> list[Draft]:
    """Drafts of agreement and disagreement in text order."""
    predicates = pack.hedges.agreeing | pack.hedges.disagreeing
    return [d for word, form in enumerate(p.lower) if form in predicates and (d := _agreement(p, word, pack))]


def _agreement(p: Parse, word: int, pack: LanguagePack) -> Draft | None:
    subject = child(p, word, "nsubj")
    # *dat is zij niet met hem eens*: a parse may take the name for a predicate
    copula = child(p, word, "cop") if subject is None else child(p, word, "cop") or child(p, subject, "cop")
    if copula is None or subject is None or any(p.deps[c] in ("ccomp", "csubj") for c in p.children[word]):
        return None
    content = _content(p, word, pack)
    pronoun = child(p, subject, "nsubj")
    if not content and pronoun is not None:
        content = (pronoun,)
    if not content:
        return None
    negation = [w for w in range(copula, word) if p.lower[w] in pack.hedges.negations]
    source = tuple(w for w in noun_phrase(p, subject) if w not in content and p.upos[w] != "AUX")
    against = (p.lower[word] in pack.hedges.disagreeing) != bool(negation)
    return Draft(
        content=content,
        cue=tuple(sorted([copula, *negation, word])),
        source=source,
        holder=subject,
        attitude="deny" if against else "judge",
        polarity="-" if against else "+",
        anchor=copula,
    )


def _content(p: Parse, word: int, pack: LanguagePack) -> tuple[int, ...]:
    """What one agrees with: the thing behind *met*, else the pronoun that stands for what was said."""
    for c in p.children[word]:
        case = [g for g in p.children[c] if p.deps[g] == "case" and p.lower[g] in pack.hedges.agreement_prepositions]
        if not case or p.deps[c] not in ("obl", "obl:arg"):
            continue
        if p.lower[c] in pack.people.pointing or p.upos[c] == "ADV":
            return (c,)
        if p.upos[c] == "NOUN" and noun_kind(p.lemmas[c].lower(), pack) not in ("person", "group", "organisation"):
            return tuple(w for w in noun_phrase(p, c) if w not in case)
    return tuple(c for c in p.children[word] if p.deps[c] in ("obj", "expl", "expl:pv") and p.upos[c] == "PRON")
