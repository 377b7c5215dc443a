"""Clauses that no conjunction opens, where the parser gives their beginning to the verb: *said [the law broke a rule]*.

Only in a language whose verbs take them so (``strict_control``): behind *said* a noun phrase that is nobody spoken to is the
beginning of what is said.
"""

from __future__ import annotations

from wederhoor.languages.reporting import reports_in
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, child, children, has_child, has_word, is_finite
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_negation, is_none

LONGEST = 12
"""Words between a verb and the quoted words that it calls something, at most."""
STOPS = {",", ";", ":", "(", "-", "–", "—"}


def with_beginning(text: Text, verb: int, clause: int) -> tuple[int, ...]:
    """The words of a clause, with a noun phrase before it that the parser took for the verb's object."""
    p = text.parse
    words = tuple(p.subtree(clause))
    if not text.pack.grammar.strict_control or has_child(p, clause, "mark"):
        return words
    if fronted := _fronted_denial(text, verb, words[0]):
        return (*fronted, *words)
    headless = text.clause(clause).own_subject is None
    for thing in children(p, verb, "obj", "nsubj"):
        if verb < thing < words[0] and _is_beginning(text, verb, thing, headless=headless):
            return tuple(sorted({*p.subtree(thing), *words}))
    return words


def _fronted_denial(text: Text, verb: int, first: int) -> tuple[int, ...]:
    """*[At no point], he said, had she agreed*: the denial that turns a clause round stands before the aside."""
    p = text.parse
    auxiliary = first + (p.words[first] == ",")
    subject = text.clause(p.heads[auxiliary]).own_subject if p.upos[auxiliary] == "AUX" else None
    for c in children(p, verb, "obl", "advmod") if subject is not None and subject > auxiliary else ():
        phrase = p.subtree(c)
        denies = is_none(p, c, text.pack) or is_negation(p, c, text.pack)
        if denies and phrase[0] == text.sentence(verb)[0] and c < verb:
            return tuple(w for w in phrase if p.upos[w] != "PUNCT")
    return ()


def _is_beginning(text: Text, verb: int, thing: int, *, headless: bool) -> bool:
    p = text.parse
    if p.lemmas[verb] in text.pack.grammar.object_control and not headless:
        return False
    return headless or not names_somebody(p, thing, text.pack)


def unmarked(text: Text, verb: int) -> tuple[int, ...] | None:
    """*said [the law violated it]*, *told The Post [he would not run]*: a clause that the parser hung under a noun."""
    p = text.parse
    if not text.pack.grammar.strict_control:
        return None
    for noun in children(p, verb, "obj", "iobj", "obl"):
        for clause in children(p, noun, "acl", RELATIVE):
            if noun > verb and _is_whole(text, clause):
                return tuple(p.subtree(clause))
            if noun > verb and p.deps[noun] == "obj" and _is_predicate(text, verb, noun, clause):
                return tuple(p.subtree(noun))
    return None


def _is_whole(text: Text, clause: int) -> bool:
    """A finite clause with a subject of its own, which takes up nothing: *The Post [he would not run]*."""
    p, subject = text.parse, text.clause(clause).own_subject
    if subject is None or text.clause(clause).finite is None or subject > clause:
        return False
    opening = p.subtree(clause)[0]
    if p.lower[opening] in text.pack.closed.relative | text.pack.grammar.question_words:
        return False
    pronoun = (
        p.lower[subject] in text.pack.closed.he | text.pack.closed.she | text.pack.closed.they | text.pack.closed.it
    )
    complete = has_child(p, clause, "obj", "ccomp", "xcomp", "cop") or not _is_transitive(p, clause)
    return complete and names_somebody(p, p.heads[clause], text.pack) and (pronoun or p.upos[subject] == "PROPN")


def _is_transitive(p: Parse, verb: int) -> bool:
    """Whether a preposition at its end wants a noun: *the paper he worked for*."""
    last = p.subtree(verb)[-1]
    return p.upos[last] == "ADP"


def _is_predicate(text: Text, verb: int, noun: int, clause: int) -> bool:
    """*the law [violated the constitution]*: a participle in form, behind a verb that takes no object; it has one of its own."""
    p = text.parse
    takes_object = reports_in(text.pack.verbs.get(p.lemmas[verb], ()), "object")
    plain = p.deps[clause] == "acl" and not has_child(p, clause, "mark", "aux:pass") and clause > noun
    past = "VerbForm=Part" in p.feats[clause] and "Tense=Past" in p.feats[clause]
    told = has_child(p, clause, "obj", "ccomp") or has_word(p, clause, text.pack.closed.negations)
    return plain and not takes_object and (is_finite(p, clause) or (past and told))


def stands_apart(text: Text, clause: int, verb: int) -> bool:
    """*Contrary to what she said, the bridge was closed*: a main clause behind a comma, which no quotation mark opens."""
    p = text.parse
    first = p.subtree(clause)[0]
    if (
        first <= verb + 1
        or text.quoted[first]
        or p.upos[first] == "SCONJ"
        or p.lower[first] in text.pack.grammar.question_words
    ):
        return False
    behind = p.words[first] == "," or p.words[first - 1] == ","
    return behind and p.deps[verb] in (RELATIVE, "advcl", "acl")


def quoted_name(text: Text, verb: int) -> tuple[int, ...] | None:
    """*called [the council's decision “arbitrary”]*: what is called, up to the end of the quoted words that it is called."""
    p, quoted = text.parse, text.quoted
    if not text.pack.grammar.strict_control or quoted[verb] or child(p, verb, "compound:prt") is not None:
        return None
    end = text.sentence(verb)[1]
    first = next((w for w in range(verb + 1, min(verb + LONGEST, end)) if quoted[w]), end)
    if first == end or not _names_one_thing(p, range(verb + 1, first)):
        return None
    return tuple(range(verb + 1, _end_of_quoted(text, first, end)))


def _names_one_thing(p: Parse, words: range) -> bool:
    """Whether there is nothing but a noun phrase before the marks."""
    solid = [w for w in words if p.upos[w] != "PUNCT"]
    apart = any(p.words[w] in STOPS for w in words) or any(is_finite(p, w) for w in solid)
    return bool(solid) and not apart and p.upos[solid[0]] not in ("ADP", "SCONJ")


def _end_of_quoted(text: Text, word: int, end: int) -> int:
    """Where quoted words end that a conjunction may join: *“pathetic” and “dangerous”*."""
    p, quoted = text.parse, text.quoted
    last = word
    while word < end and (quoted[word] or p.upos[word] in ("PUNCT", "CCONJ")):
        if quoted[word]:
            last = word
        elif p.words[word] in STOPS | {"."}:
            break
        word += 1
    return last + 1
