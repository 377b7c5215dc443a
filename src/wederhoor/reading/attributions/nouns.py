"""Reports that a noun holds: the claim that ..., his fear of ..."""

from __future__ import annotations

from wederhoor.languages.reporting import ReportingNoun
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.senses import whom_meant
from wederhoor.reading.text import Text
from wederhoor.records import Polarity
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, child, child_in, children, has_word, is_plural, noun_phrase
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_none
from wederhoor.syntax.stretches import any_finite, without

CLAUSAL = ("acl", "ccomp", "xcomp", "csubj", "advcl")


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
    if holder is None and ((entry.unnamed and not extra) or _is_around(text, noun)):
        return Draft(
            tuple(content),
            (noun,),
            attitude=entry.attitude,
            polarity=_polarity(text, noun, entry),
            certainty="unknown",
            anchor=noun,
            rule="noun, unnamed",
        )
    if holder is None or text.parse.lower[holder] in text.pack.closed.first_person | text.pack.closed.second_person:
        return None
    return Draft(
        without(content, source), (noun, *extra), without(source, content, extra), holder,
        attitude=entry.attitude, polarity=_polarity(text, noun, entry),
        certainty="unknown" if _is_taken_back(text, noun) else entry.certainty, anchor=noun, rule="noun",
    )  # fmt: skip


def _is_taken_back(text: Text, noun: int) -> bool:
    """*Trok zijn uitspraak in dat*, *kwam terug op zijn conclusie dat*, *walked back her claim that*."""
    p, verb = text.parse, text.parse.heads[noun]
    if p.deps[noun] not in ("obj", "obl", "obl:arg", "nsubj:pass"):
        return False
    forms = {p.lemmas[verb], *(f"{p.lemmas[verb]} {p.lower[c]}" for c in children(p, verb, "compound:prt", "advmod"))}
    return not forms.isdisjoint(text.pack.hedges.retracting)


def _polarity(text: Text, noun: int, entry: ReportingNoun) -> Polarity:
    """The entry's, turned where there is none: *has [no] doubt that*, *gave [no] indication that*."""
    if not is_none(text.parse, noun, text.pack):
        return entry.polarity
    return "+" if entry.polarity == "-" else "-"


def _is_around(text: Text, noun: int) -> bool:
    """*Er zijn meldingen dat*, *er klinkt kritiek op*: what is said by nobody in particular is there, or comes up."""
    p = text.parse
    verb = p.heads[noun]
    if p.deps[noun] not in SUBJECT or p.lemmas[verb] not in text.pack.grammar.existing:
        return False
    return not any(p.lower[c] in text.pack.closed.definite or p.deps[c] == "nmod:poss" for c in p.children[noun])


def _noun_content(text: Text, noun: int, entry: ReportingNoun) -> tuple[list[int], tuple[int, ...]] | None:
    p = text.parse
    places = [noun, *([p.heads[noun]] if p.deps[noun] in ("obj", "nsubj", "nsubj:pass") else [])]
    for place in places:
        clause = next((c for c in p.children[place] if c > noun and _is_content(text, noun, c, place, entry)), None)
        if clause is not None:
            return p.subtree(clause), ()
    return _behind_preposition(p, noun, entry) if "prep" in entry.frames else None


def _is_content(text: Text, noun: int, clause: int, place: int, entry: ReportingNoun) -> bool:
    """Whether a clause behind a noun is what the noun reports."""
    p, grammar = text.parse, text.pack.grammar
    if "clause" in entry.frames and _not_relative(text, noun, clause):
        return True
    if p.deps[clause] not in CLAUSAL:
        return False
    marks = {p.lower[g] for g in children(p, clause, "mark")}
    if any_finite(p, (clause, *p.children[clause])):
        return "clause" in entry.frames and not marks.isdisjoint(grammar.complementizers)
    return place == noun and "inf" in entry.frames and not marks.isdisjoint(grammar.infinitive_marks)


def _behind_preposition(p: Parse, noun: int, entry: ReportingNoun) -> tuple[list[int], tuple[int, ...]] | None:
    # *publicaties in [de krant] over fraude*: the parser hangs the second phrase under the first
    near = [w for w in p.children[noun] if has_word(p, w, entry.source_prepositions, "case")]
    for c in (c for w in (noun, *near) for c in children(p, w, "nmod", "obl", "obl:arg")):
        case = child_in(p, c, entry.prepositions, "case")
        if case is not None:
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
        gist = cases & places & text.pack.grammar.source_prepositions  # *strekking van de nota*
        printed = gist or (cases & places and any(p.upos[w] == "PROPN" for w in (c, *children(p, c, "appos"))))
        spoken = cases & text.pack.grammar.source_prepositions and names_somebody(p, c, text.pack)
        if p.deps[c] == "nmod" and (printed or spoken):
            return c, tuple(noun_phrase(p, c))
    if _is_voiced(text, noun):
        subject = text.clause(p.heads[noun]).subject
        subject = None if subject is None else _meant(text, subject)
        if subject is not None and names_somebody(p, subject, text.pack):
            return subject, tuple(noun_phrase(p, subject, relative=True))
    return None, ()


def _meant(text: Text, subject: int) -> int:
    """*mensen [die] het plan hadden om*: of a relative pronoun the noun that it stands by."""
    head = whom_meant(text, subject) if text.parse.lower[subject] in text.pack.closed.relative else None
    return subject if head is None else head


def _is_voiced(text: Text, noun: int) -> bool:
    """*uit de vrees dat*, *komt met de bewering*; not *trekt de bewering in twijfel*, *maakt korte metten met het idee*."""
    p = text.parse
    verb = p.heads[noun]
    if p.deps[noun] not in ("obj", "obl", "obl:arg") or p.lemmas[verb] not in text.pack.grammar.voicing:
        return False
    if p.deps[noun] != "obj" and any(p.upos[c] == "NOUN" for c in children(p, verb, "obj")):
        return False
    if has_word(p, noun, text.pack.grammar.topics, "case"):
        return False  # *zegt hij over het bericht dat*: what is said of it
    behind = p.lower[noun + 1 : p.sentences[p.sentence_of[noun]][1]]
    turned = (e.words for e in text.pack.verbs.get(p.lemmas[verb], ()) if e.words and e.attitude in ("deny", "doubt"))
    return not any(set(words) <= set(behind) for words in turned)
