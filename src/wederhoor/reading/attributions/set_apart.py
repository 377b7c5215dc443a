"""What commas set apart in what somebody denies or doubts: *It denied that the bridge, which police say killed two, was weak*.

The writer tells what stands there, and whom he has it from says so, whatever is denied around it.
"""

from __future__ import annotations

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.relatives import is_relative
from wederhoor.reading.commitment import commitment
from wederhoor.reading.text import Text
from wederhoor.records import MAINTAINED, stance_of
from wederhoor.records.parse import path_up
from wederhoor.syntax.clauses import RELATIVE, children

CLAUSES = (RELATIVE, "acl", "advcl")


def is_set_apart(text: Text, inner: Draft, outer: Draft) -> bool:
    """Whether a report stands in a clause that commas set apart within what another one leaves open or denies."""
    p = text.parse
    inside = set(outer.content)
    path = [w for w in path_up(inner.anchor, p.heads) if w in inside]
    if not any(_is_aside(text, clause) for clause in path):
        return False
    return stance_of(outer.attitude, *commitment(text, outer)) not in MAINTAINED


def _is_aside(text: Text, clause: int) -> bool:
    """*, which according to her was old,*, *, killing two by their count,*, *, as Orr had said*; not *, because* and *, if*."""
    p = text.parse
    if p.deps[clause] not in CLAUSES:
        return False
    first = p.subtree(clause)[0]
    if "," not in (p.words[first], p.words[first - 1]):
        return False
    marks = children(p, clause, "mark")
    return is_relative(text, clause) or all(p.lower[m] in text.pack.grammar.manner for m in marks)
