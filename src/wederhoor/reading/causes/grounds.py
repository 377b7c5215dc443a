"""When a link of time tells a ground: *it stays open, [as the order does not cover it]*."""

from __future__ import annotations

from wederhoor.reading.holders import NOBODY, Extent
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, is_finite, is_present_participle
from wederhoor.syntax.predicates import finite_of, is_perfect, is_present

SAID = ("obj", "obl", "ccomp", "xcomp", "cop")
"""What a clause says besides its subject and verb; without it *as he did* only compares."""


def gives_ground(text: Text, head: int, marker: Extent) -> bool:
    """Whether a clause tells a state that gives a ground, and not when something happened, nor as what or as who says."""
    p = text.parse
    first, end = p.sentences[p.sentence_of[marker[0]]]
    if marker[0] == next((w for w in range(first, end) if p.upos[w] != "PUNCT"), first):
        return _is_past_behind(text, head) and _is_whole(text, head)
    return p.words[marker[0] - 1] == "," and _is_whole(text, head) and _is_state(text, head)


def _is_whole(text: Text, head: int) -> bool:
    """With a subject of its own and more than a verb, no *as the paper writes* beside what that says."""
    p = text.parse
    subject = child(p, head, *SUBJECT)
    number = text.holders.cues.get(head, NOBODY)
    says = number == NOBODY or any(first > head for first, _ in text.holders.contents[number])
    return (
        subject is not None
        and p.lower[subject] not in text.pack.closed.expletives
        and says
        and has_child(p, head, *SAID)
    )


def _is_state(text: Text, head: int) -> bool:
    """*Is*, *has been*, *does not cover*, *try to meet*: no single happening."""
    p = text.parse
    finite = finite_of(p, head)
    if finite is None or is_present_participle(p, head):
        return False
    return has_child(p, head, "cop") or is_perfect(p, head, text.pack) or is_present(p, finite)


def _is_past_behind(text: Text, head: int) -> bool:
    """*Since it expired, the station had no right*: a main clause that doesn't tell of all the time since then."""
    p = text.parse
    above = p.heads[head]
    finite = finite_of(p, above)
    if above <= head or finite is None or not is_finite(p, finite):
        return False
    lasting = any(p.stems[c] in text.pack.closed.perfect for c in children(p, above, "aux", "aux:pass"))
    return not lasting and not is_present_participle(p, above)
