"""Reports that a noun holds: the claim that ..., his fear of ..."""

from __future__ import annotations

from wederhoor.languages.lexicon import ReportingNoun
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import (
    RELATIVE,
    child,
    child_in,
    children,
    has_word,
    is_finite,
    is_plural,
    noun_phrase,
    without,
)
from wederhoor.syntax.nouns import names_somebody


def find_nominal(text: Text) -> list[Draft]:
    """Drafts of what nouns report: only where a clause or prepositional phrase states it and somebody holds it."""
    p = text.parse
    drafts = []
    for noun, lemma in enumerate(p.lemmas):
        if p.upos[noun] == "NOUN" and lemma in text.pack.nouns:
            draft = _nominal(text, noun, text.pack.nouns[lemma])
            if draft:
                drafts.append(draft)
    return drafts


def _nominal(text: Text, noun: int, entry: ReportingNoun) -> Draft | None:
    found = _noun_content(text, noun, entry)
    if found is None:
        return None
    content, extra = found
    holder, source = _noun_source(text, noun, entry.source_prepositions)
    if holder is None and entry.unnamed and not extra:
        return Draft(
            tuple(content), (noun,), attitude=entry.attitude, certainty="unknown", anchor=noun, rule="noun, unnamed"
        )
    if holder is None or text.parse.lower[holder] in text.pack.closed.first_person | text.pack.closed.second_person:
        return None
    return Draft(
        without(content, source), (noun, *extra), without(source, content, extra), holder,
        attitude=entry.attitude, polarity=entry.polarity, certainty=entry.certainty, anchor=noun, rule="noun",
    )  # fmt: skip


def _noun_content(text: Text, noun: int, entry: ReportingNoun) -> tuple[list[int], tuple[int, ...]] | None:
    p = text.parse
    places = [noun, *([p.heads[noun]] if p.deps[noun] in ("obj", "nsubj", "nsubj:pass") else [])]
    for place in places:
        for c in p.children[place]:
            if c > noun and "clause" in entry.frames and _not_relative(text, noun, c):
                return p.subtree(c), ()
            if c < noun or p.deps[c] not in ("acl", "ccomp", "xcomp", "csubj", "advcl"):
                continue
            marks = {p.lower[g] for g in children(p, c, "mark")}
            finite = any(is_finite(p, w) for w in (c, *p.children[c]))
            if "clause" in entry.frames and finite and marks & text.pack.grammar.complementizers:
                return p.subtree(c), ()
            if "inf" in entry.frames and not finite and marks & text.pack.grammar.infinitive_marks and place == noun:
                return p.subtree(c), ()
    return _noun_phrase(text, noun, entry) if "prep" in entry.frames else None


def _noun_phrase(text: Text, noun: int, entry: ReportingNoun) -> tuple[list[int], tuple[int, ...]] | None:
    p = text.parse
    # *publicaties in [de krant] over fraude*: the parser hangs the second phrase under the first
    near = [g for c in p.children[noun] if has_word(p, c, entry.source_prepositions, "case") for g in p.children[c]]
    for c in (*p.children[noun], *near):
        case = child_in(p, c, entry.prepositions, "case")
        if p.deps[c] in ("nmod", "obl", "obl:arg") and case is not None:
            return [w for w in p.subtree(c) if w != case], (case,)
    return None


def _not_relative(text: Text, noun: int, clause: int) -> bool:
    """*berichten [dat een mast is omgevallen]*: *dat* can be no relative pronoun to a noun that is plural or no neuter."""
    p = text.parse
    refers = "Gender=Neut" in p.feats[noun] and not is_plural(p, noun)
    opens = p.deps[clause] == RELATIVE and p.lower[p.subtree(clause)[0]] in text.pack.grammar.complementizers
    return opens and not refers


def _noun_source(text: Text, noun: int, places: frozenset[str]) -> tuple[int | None, tuple[int, ...]]:
    p = text.parse
    owner = child(p, noun, "nmod:poss")
    if owner is not None:
        return owner, tuple(noun_phrase(p, owner))
    for c in p.children[noun]:
        cases = {p.lower[g] for g in children(p, c, "case")}
        printed = cases & places and any(p.upos[w] == "PROPN" for w in (c, *children(p, c, "appos")))
        spoken = cases & text.pack.grammar.source_prepositions and names_somebody(p, c, text.pack)
        if p.deps[c] == "nmod" and (printed or spoken):
            return c, tuple(noun_phrase(p, c))
    if _is_voiced(text, noun):
        subject = text.clause(p.heads[noun]).subject
        if subject is not None and names_somebody(p, subject, text.pack):
            return subject, tuple(noun_phrase(p, subject, relative=True))
    return None, ()


def _is_voiced(text: Text, noun: int) -> bool:
    """*uit de vrees dat*, *komt met de bewering*; not *trekt de bewering in twijfel*, *maakt korte metten met het idee*."""
    p = text.parse
    verb = p.heads[noun]
    if p.deps[noun] not in ("obj", "obl", "obl:arg") or p.lemmas[verb] not in text.pack.grammar.voicing:
        return False
    if p.deps[noun] != "obj" and any(p.upos[c] == "NOUN" for c in children(p, verb, "obj")):
        return False
    behind = p.lower[noun + 1 : p.sentences[p.sentence_of[noun]][1]]
    turned = (e.words for e in text.pack.verbs.get(p.lemmas[verb], ()) if e.words and e.attitude in ("deny", "doubt"))
    return not any(set(words) <= set(behind) for words in turned)
