"""Words that take an event up again without naming it: *heeft dat al gedaan*, *die maatregel*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wederhoor.reading.events.clause import arguments_of
from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.text import Text
from wederhoor.records import EventCode
from wederhoor.syntax.clauses import child, children
from wederhoor.syntax.stretches import any_form

REACH = 60
"""Words back in which the event stands that a noun refers back to."""
JOINED = ("conj", "parataxis")


def find_echoes(text: Text, drafts: Sequence[EventDraft]) -> Iterator[EventDraft]:
    """Drafts for the words that refer back to one of the drafts, which are in text order."""
    p, grammar = text.parse, text.pack.events.grammar
    verbs = {d.node: d for d in drafts if not d.noun}
    told: list[EventDraft] = []
    later = iter(drafts)
    following = next(later, None)
    for word in range(len(p)):
        while following is not None and following.anchor < word:
            told.append(following)
            following = next(later, None)
        if p.upos[word] == "VERB" and p.lemmas[word] in grammar.do_so:
            echo = _done_so(text, word, verbs)
            if echo is not None:
                yield echo
        elif p.upos[word] == "NOUN" and p.lemmas[word].lower() in grammar.anaphors:
            first = _last(told, word, grammar.anaphors[p.lemmas[word].lower()])
            if first is not None and _takes_up(text, word):
                yield replace(
                    first,
                    trigger=(word, word + 1),
                    anchor=word,
                    node=word,
                    noun=True,
                    host=None,
                    counted=[],
                    used=frozenset((word,)),
                    rule="noun that takes up",
                )


def _last(told: Sequence[EventDraft], word: int, codes: Sequence[EventCode]) -> EventDraft | None:
    """The last event before a word that its noun may stand for, not too far back."""
    for draft in reversed(told):
        if word - draft.anchor > REACH:
            return None
        if draft.code in codes:
            return draft
    return None


def _done_so(text: Text, verb: int, verbs: dict[int, EventDraft]) -> EventDraft | None:
    """*wil het land bezetten en heeft dat al gedaan*: the event that the verb is joined to, once more."""
    p = text.parse
    first = verbs.get(p.heads[verb]) if p.deps[verb] in JOINED else None
    object_ = child(p, verb, "obj")
    if first is None:
        above = p.heads[verb] if p.deps[verb] in JOINED else verb
        first = next((verbs[c] for c in children(p, above, "xcomp") if c in verbs and c < verb), None)
    if first is None or object_ is None or p.lower[object_] not in text.pack.events.grammar.taking_up:
        return None
    clause = arguments_of(text, verb)
    return replace(
        first, trigger=(verb, verb + 1), anchor=verb, node=verb, counted=[], used=frozenset((verb,)),
        agents=[clause.subject] if clause.subject is not None else first.agents,
        rule="done so",
    )  # fmt: skip


def _takes_up(text: Text, word: int) -> bool:
    """With a definite article and nothing else that says which."""
    p = text.parse
    beside = [c for c in p.children[word] if p.deps[c] != "case"]
    definite = any_form(p, beside, text.pack.events.grammar.definite)
    return definite and all(p.deps[c] in ("det", "amod", "punct") for c in beside)
