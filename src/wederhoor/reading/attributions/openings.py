"""Clauses beside a verb of reporting that it does not report: they only tell when, why or as what, or stand outside of it."""

from __future__ import annotations

from wederhoor.languages.reporting import reports_in
from wederhoor.reading.attributions.that_clauses import explains
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, children, has_child, is_finite
from wederhoor.syntax.nouns import names_somebody


def only_opens(text: Text, clause: int) -> bool:
    """*[While A thinks that it holds], B says it leaks*: when or why, and no more, opens the sentence."""
    p = text.parse
    first = first_of(p, clause)
    when = p.upos[first] == "SCONJ" and p.lower[first] not in text.pack.grammar.complementizers
    return when or p.lower[first] in text.pack.grammar.question_words


def tells_what_for(text: Text, clause: int) -> bool:
    """*[Om hen tegemoet te komen] heeft de directie zalen ter beschikking gesteld*: an aim that opens the sentence."""
    p, grammar = text.parse, text.pack.grammar
    return p.lower[first_of(p, clause)] in grammar.infinitive_marks & grammar.subordinators


def tells_what_of(text: Text, clause: int) -> bool:
    """*[wat de prijs betreft]*: of what something is said, and nothing that is said."""
    p, grammar = text.parse, text.pack.grammar
    return p.lemmas[clause] in grammar.concerning and p.lower[first_of(p, clause)] in grammar.question_words


def is_outside(p: Parse, verb: int, clause: int) -> bool:
    """*asked Crane, who is supported by Marsh, [to resign]*: an infinitive behind the comma that closes a relative clause."""
    first = first_of(p, clause)
    before = p.words[first] == "," or p.words[first - 1] == ","
    return p.deps[verb] == RELATIVE and clause > verb and before


def only_likens(text: Text, clause: int) -> bool:
    """*[As she said], the dam will hold*; not *[as if it would fall]*."""
    p, first = text.parse, first_of(text.parse, clause)
    alone = first + 1 >= len(p) or p.lower[first + 1] not in text.pack.grammar.subordinators
    return p.lower[first] in text.pack.grammar.manner and alone


def runs_out_of(text: Text, clause: int, verb: int) -> bool:
    """Whether a verb stands in a quotation and the words before it that it would report begin outside of it."""
    p, quoted = text.parse, text.quoted
    return any(quoted[w] < quoted[verb] for w in p.subtree(clause) if p.upos[w] != "PUNCT")


def breaks_off(text: Text, clause: int) -> bool:
    """*Hale left after a recording in which someone, it seems, [says Hale ...]*: its verb is still to come."""
    p = text.parse
    words = p.subtree(clause)
    relative = next((n for n in range(len(words) - 1, -1, -1) if "PronType=Rel" in p.feats[words[n]]), None)
    broken = relative is not None and not any(is_finite(p, w) for w in words[relative:])
    return broken and text.pack.grammar.subject_first


def is_question(text: Text, clause: int, verb: int) -> bool:
    """*told her [when he would leave]*; *spoke of it [when he left]* only tells when."""
    p, first = text.parse, first_of(text.parse, clause)
    if p.lower[first] not in text.pack.closed.conditionals:
        return p.lower[first] in text.pack.grammar.question_words
    before = first - 1
    told = before == verb or (p.heads[before] == verb and p.deps[before] in ("iobj", "obj"))
    return told and p.lower[first] in text.pack.grammar.question_words


def is_called(text: Text, verb: int, clause: int) -> bool:
    """*considers it [to be a success]*: what a thing is held to be, behind a verb that also says what one means to do."""
    p = text.parse
    named = any(verb < c < clause for c in children(p, verb, "obj"))
    holds = reports_in(text.pack.verbs.get(p.lemmas[verb], ()), "as")
    return text.pack.grammar.strict_control and named and holds and has_child(p, clause, "cop")


def first_of(p: Parse, clause: int) -> int:
    """The first word of a clause."""
    return p.subtree(clause)[0]


def is_tag(text: Text, clause: int, verb: int) -> bool:
    """*Mayor found dead, [police confirm]*: a subject and a verb of reporting behind a comma, at the end."""
    p, words = text.parse, text.parse.subtree(clause)
    behind = clause > verb and p.words[words[0] - 1] == "," and not has_child(p, clause, "mark")
    rest = range(clause + 1, text.sentence(clause)[1])
    return behind and p.lemmas[clause] in text.pack.verbs and all(p.upos[w] == "PUNCT" for w in rest)


def is_done_by(text: Text, clause: int, verb: int) -> bool:
    """*The rate noted [by the team] was high*: who notes it stands right behind, and the verb describes the noun before it."""
    p, by = text.parse, verb + 1
    first = (
        text.pack.grammar.subject_first
        and by < len(p)
        and p.lower[by] in text.pack.closed.by
        and by in p.subtree(clause)
    )
    return first and names_somebody(p, p.heads[by], text.pack)


def is_aside(text: Text, clause: int, verb: int) -> bool:
    """Whether a clause is but who reports, behind a comma or behind *by*, or what a noun means."""
    tag = text.pack.grammar.subject_first and is_tag(text, clause, verb)
    return tag or is_done_by(text, clause, verb) or explains(text, verb, clause)


def opened_by_article(text: Text, clause: int) -> bool:
    """*vreest [dat bewijs verloren gaat]*: a clause whose conjunction is an article to the parser, or its verb infinite."""
    p = text.parse
    return p.lower[first_of(p, clause)] in text.pack.grammar.complementizers and not text.clause(clause).infinitive
