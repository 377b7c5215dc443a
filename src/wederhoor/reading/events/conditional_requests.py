"""A condition set is a request: *wil alleen praten als het plan van tafel gaat*, *mits de bond meewerkt*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.reading.events.clause import arguments_of
from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.text import Text
from wederhoor.records import EventCode
from wederhoor.syntax.clauses import SUBJECT, child, children
from wederhoor.syntax.stretches import any_lemma

CLAUSES = ("advcl", "conj")
WILLING: tuple[EventCode, ...] = ("AGREE", "CONSULT", "COOPERATE", "AID", "SUPPORT", "RETREAT", "CONCEDE")
"""What is done on a condition by one who sets it."""


def find_conditional_requests(text: Text, drafts: Sequence[EventDraft]) -> Iterator[EventDraft]:
    """A draft for the verb of every condition that somebody sets, in place of what the verb tells of otherwise."""
    p, grammar = text.parse, text.pack.events.grammar
    willing = {d.node for d in drafts if d.code in WILLING}
    for mark in range(len(p)):
        if p.deps[mark] != "mark" or not (p.lower[mark] in grammar.provided or p.lower[mark] in grammar.conditional):
            continue
        verb = p.heads[mark]
        if p.upos[verb] != "VERB" and p.deps[p.heads[verb]] in CLAUSES:
            verb = p.heads[verb]
        main = p.heads[verb]
        if p.deps[verb] not in CLAUSES or p.upos[verb] not in ("VERB", "ADJ", "NOUN"):
            continue
        only = _only(text, mark, main) and (main in willing or _wants(text, main))
        if only or p.lower[mark] in grammar.provided:
            yield _condition(text, verb, main)


def _only(text: Text, mark: int, main: int) -> bool:
    """*alleen als*, *alleen praten als*, *daar alleen op ingaan als*."""
    p = text.parse
    before = [c for c in p.children[main] if c < mark]
    return any(p.lower[w] in text.pack.events.grammar.only for w in (mark - 1, *before) if w >= 0)


def _wants(text: Text, main: int) -> bool:
    """Whether the main clause says what somebody wants."""
    p = text.parse
    helpers = children(p, main, "aux")
    helpers += [p.heads[main]] if p.deps[main] == "xcomp" else []
    return any_lemma(p, helpers, text.pack.events.grammar.refusing)


def _condition(text: Text, verb: int, main: int) -> EventDraft:
    p = text.parse
    negations = text.clause(verb).negations
    draft = EventDraft(
        "REQUEST",
        None,
        (verb, verb + 1),
        verb,
        verb,
        used=frozenset((verb, *negations)),
        stem=p.lemmas[verb],
        rule="condition set",
    )
    draft.real = True
    doer = arguments_of(text, main).subject
    if doer is not None and fits(text, doer, ("actor",)):
        draft.agents = [doer]
    else:
        actor = text.speaker_of.get(text.holders.innermost[verb])
        draft.named = () if actor is None else (actor.id,)
    subject = child(p, verb, *SUBJECT)
    if subject is not None and fits(text, subject, ("actor",)):
        draft.patients = [subject]
    return draft
