"""The other side of a subordinate clause of cause or effect: the clause above it, or what was said before."""

from __future__ import annotations

from wederhoor.reading.argument_spans import clause_extent, opened, says_something, trimmed
from wederhoor.reading.causes.before import said_before, sentence_before
from wederhoor.reading.causes.matching import points_back
from wederhoor.reading.holders import NOBODY, Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, child, is_finite
from wederhoor.syntax.predicates import predicate_above


def side_above(text: Text, head: int, marker: Extent) -> tuple[Extent | None, bool]:
    """The clause above a subordinate one, and whether it is what was said before."""
    p = text.parse
    above = p.heads[head]
    if above == head or (marker[0] <= above < marker[1] and p.heads[above] == above):  # Vandaar dat ...
        return sentence_before(text, head), True
    if marker[0] <= above < marker[1] or (p.deps[head] == "conj" and gives_reason(text, above)):
        above = p.heads[above]  # ..., which is why ...; niet omdat ..., maar omdat ...
    above = _main_clause_behind(p, head, marker, predicate_above(p, _relative_before(p, marker, above)))
    pointing = child(p, above, *SUBJECT)
    if pointing is not None and points_back(text, pointing) and _only_explains(p, above, head, pointing):
        return said_before(text, pointing, above), True
    if pointing is not None and p.deps[pointing] == "csubj" and _only_comes(text, above, head, pointing):
        own = opened(p, clause_extent(text, pointing, joined=True), text.pack.grammar.complementizers)
        return own, False
    extent = _cut_at(p, _own_extent(text, above, head, marker), head, marker)
    return (extent if extent is not None and says_something(p, extent) else None), False


def _own_extent(text: Text, above: int, head: int, marker: Extent) -> Extent | None:
    """The clause above without the subordinate one; the report that is beside it instead, where there is one."""
    p = text.parse
    gone = {*range(*marker), *(w for w in p.subtree(head) if w >= marker[0])}
    extent = _reported_beside(text, above, marker) or clause_extent(text, above, gone)
    return opened(p, extent, text.pack.grammar.complementizers)


def _cut_at(p: Parse, extent: Extent | None, head: int, marker: Extent) -> Extent | None:
    """A clause up to the marker, with a particle that the parser took for a link: *viel [om] doordat*."""
    if extent is None:
        return None
    if extent[1] == marker[0] - 1 and p.upos[extent[1]] == "ADP":
        extent = extent[0], marker[0]
    holds = extent[0] < marker[0] < extent[1] and p.deps[head] in ("advcl", "ccomp")
    return trimmed(p, extent[0], marker[0]) if holds else extent


def _relative_before(p: Parse, marker: Extent, above: int) -> int:
    """The relative clause that ends right before the marker, where the parser took the clause around it."""
    last = marker[0] - 1
    while last > above and p.upos[last] == "PUNCT":
        last -= 1
    here = last
    while here > above and p.deps[here] != RELATIVE and p.heads[here] != here:
        here = p.heads[here]
    return here if here > above and p.deps[here] == RELATIVE and p.subtree(here)[-1] == last else above


def _main_clause_behind(p: Parse, head: int, marker: Extent, above: int) -> int:
    """The main clause behind a clause that opens its sentence or stands behind a colon, where the parser chose another."""
    first, end = p.sentences[p.sentence_of[head]]
    opening = marker[0] == first or p.words[marker[0] - 1] in {":", ";"}
    if not opening or above > head:
        return above
    last = p.subtree(head)[-1]
    for comma in range(last, min(last + 3, end - 1)):
        if p.words[comma] == "," and is_finite(p, comma + 1):
            verb = comma + 1
            return p.heads[verb] if p.deps[verb] in ("aux", "aux:pass", "cop") and p.heads[verb] > verb else verb
    return above


def _only_explains(p: Parse, above: int, head: int, pointing: int) -> bool:
    """*Dat komt doordat ...*, *dit is omdat ...*: the clause above says nothing but that there is a cause."""
    rest = [
        w
        for c in p.children[above]
        if c not in (head, pointing)
        and p.deps[c] not in ("punct", "cop", "aux", "advmod", "parataxis", "conj", "cc", "mark")
        for w in p.subtree(c)
    ]
    return p.upos[above] in ("VERB", "AUX") and not rest and p.heads[pointing] == above


def _only_comes(text: Text, above: int, head: int, clause: int) -> bool:
    """*[Dat de prijs stijgt], komt doordat ...*: the clause above says nothing of what is told in its subject."""
    p, pack = text.parse, text.pack
    return p.lemmas[above] in pack.variables.verbs.light | pack.closed.being and _only_explains(p, above, head, clause)


def _reported_beside(text: Text, above: int, marker: Extent) -> Extent | None:
    """What a reporting verb reports: between the verb and the marker (*menen te moeten ..., omdat*), else before the verb.

    Before it only where the marker stands in the report too: *"Dat gaat niet," zei hij, "omdat ..."*.
    """
    p = text.parse
    number = text.holders.cues.get(above, NOBODY)
    if number == NOBODY:
        return None
    first = p.sentences[p.sentence_of[above]][0]
    parts = [e for e in text.holders.contents[number] if above < e[0] < marker[0]]
    if not parts and text.holders.innermost[marker[0]] != NOBODY:
        parts = [e for e in text.holders.contents[number] if first <= e[0] and e[1] <= above]
    return trimmed(p, parts[-1][0], min(parts[-1][1], marker[0])) if parts else None


def gives_reason(text: Text, clause: int) -> bool:
    p = text.parse
    marks = [p.lower[c] for c in p.children[clause] if p.deps[c] == "mark"]
    return any(
        e.frame == "clause" and e.side == "cause" for m in marks for e in text.pack.causes.connectives.get(m, ())
    )
