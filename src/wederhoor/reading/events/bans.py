"""What somebody was not allowed to do: *journalisten mochten er niet bij zijn* tells of a ban."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import child_in, children
from wederhoor.syntax.predicates import tells_past


def find_bans(text: Text) -> Iterator[EventDraft]:
    """A draft for every denied verb of allowance that tells of the past."""
    p, grammar = text.parse, text.pack.events.grammar
    for word in range(len(p)):
        if p.lemmas[word] not in grammar.allowing or p.deps[word] != "aux" or not tells_past(p, word):
            continue
        head = p.heads[word]
        denial = _denial(text, head)
        subject = text.clause(head).subject
        if denial is None or subject is None or not _barred(text, word, subject):
            continue
        end = denial + 1 if denial == word + 1 else word + 1
        yield EventDraft(
            code="COERCE", mode="restrict", trigger=(word, end), anchor=word, node=head, patients=[subject],
            denied=True, real=True, used=frozenset((word, denial)), stem=p.lemmas[word], rule="ban",
        )  # fmt: skip


def _denial(text: Text, head: int) -> int | None:
    """The negation of a predicate or of its object."""
    p, negations = text.parse, text.pack.closed.negations
    found = text.clause(head).negations
    if found:
        return found[0]
    denied = (child_in(p, w, negations) for w in (head, *children(p, head, "obj")))
    return next((w for w in denied if w is not None), None)


def _barred(text: Text, word: int, subject: int) -> bool:
    """Whether it is somebody whom it is not allowed, and no condition (*mocht hij niet komen, dan*)."""
    p, grammar = text.parse, text.pack.events.grammar
    opens = word == text.sentence(word)[0] or p.upos[word - 1] == "PUNCT"
    nobody = p.lower[subject] in grammar.anybody | grammar.indefinites | grammar.myself
    return not opens and not nobody and fits(text, subject, ("actor",))
