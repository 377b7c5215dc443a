"""Who stands around an event noun: behind prepositions, as its owner, and with the verb that carries it."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederhoor.reading.events.arguments import Arguments
from wederhoor.reading.events.clause import arguments_of
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children, has_word

CARRIED = ("obj", "nsubj:pass", "obl", "obl:arg", "nsubj", "xcomp")


@dataclass(slots=True)
class Company:
    """Those around an event noun: by preposition, as possessor, as what carries it, as first part of the compound."""

    prepositions: dict[str, int] = field(default_factory=dict)
    owner: int | None = None
    verb: int | None = None
    """The verb that carries the noun."""
    doer: int | None = None
    """The subject of that verb."""
    nation: bool = False
    """An adjective tells whose it is: de Amerikaanse steun."""
    receives: bool = False
    """It is done to that subject: krijgt kritiek."""
    giver: int | None = None
    """Who gives what is received: kreeg steun van de bond."""
    partner: int | None = None
    """The subject of the verb beside the noun, whether it carries it or not: eist een gesprek met de directie."""
    first_part: str = ""
    noun: int | None = None
    """A noun before it that says whose it is: the police raid."""


def company_of(text: Text, word: int, first_part: str) -> Company:
    p = text.parse
    company = Company(first_part=first_part, noun=_noun_before(text, word))
    for c in p.children[word]:
        relation = p.deps[c]
        if relation == "nmod:poss":
            company.owner = c
        elif relation in ("amod", "nmod") and c < word and p.words[c] in text.pack.names.demonyms:
            company.nation = True
        elif relation in ("nmod", "obl", "obl:arg", "appos", "acl"):
            _add(text, company, c)
    behind = word + 1
    if behind < len(p) and p.deps[behind] == "case" and p.heads[behind] > behind:
        # the parser hangs what follows a noun on the verb as often as not
        _add(text, company, p.heads[behind])
    if company.prepositions:
        end = p.subtree(word)[-1] + 1
        next_phrases = (c for c in children(p, p.heads[word], "obl", "obl:arg", "obl:agent") if c > word)
        for c in next_phrases:
            if p.subtree(c)[0] == end:
                _add(text, company, c)
    _carry(text, company, word)
    return company


def _noun_before(text: Text, word: int) -> int | None:
    """Whose it is by a noun before it, which is a word of its own: *the police raid*."""
    p = text.parse
    return next((c for c in children(p, word, "compound") if c < word and fits(text, c, ("actor",))), None)


def _add(text: Text, company: Company, c: int) -> None:
    p = text.parse
    cases = [g for g in children(p, c, "case") if g < c]
    if cases:
        company.prepositions.setdefault(p.lower[cases[0]], c)
    for further in p.children[c]:
        if p.deps[further] in ("nmod", "conj") and not has_word(p, further, text.pack.closed.of):
            _add(text, company, further)


def _carry(text: Text, company: Company, word: int) -> None:
    """The verb that the noun stands with, and who does it if the verb carries the noun."""
    p = text.parse
    first = word
    while p.deps[first] == "conj" and p.heads[first] != first:
        first = p.heads[first]
    host = p.heads[first]
    if host == first or p.deps[first] not in CARRIED or p.upos[host] not in ("VERB", "AUX"):
        return
    company.verb = host
    grammar, clause = text.pack.events.grammar, arguments_of(text, host)
    if p.deps[first] in ("obj", "nsubj:pass") or has_word(p, first, grammar.with_, "case"):
        company.receives = p.lemmas[host] in grammar.receivers and not clause.prepositions.keys() & grammar.holding
        if company.receives or p.lemmas[host] in grammar.carriers:
            company.doer = clause.subject
    _give(text, company, clause)
    if not company.receives and p.deps[first] == "obj" and fits(text, clause.subject, ("actor",)):
        company.partner = clause.subject


def _give(text: Text, company: Company, clause: Arguments) -> None:
    """Find who gives what is received."""
    givers = (clause.prepositions.get(s) for s in text.pack.events.grammar.from_) if company.receives else ()
    company.giver = next((w for w in givers if w is not None and fits(text, w, ("actor",))), None)
