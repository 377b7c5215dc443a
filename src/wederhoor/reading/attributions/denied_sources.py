"""Who is said not to be the one who says it: *niet Bos maar Visser zegt dat*, *noch Bos noch Visser*, *als Bos zegt dat*.

Whatever rule found the report: nobody is given words that the text says are another's, or that it only supposes him to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wederhoor.reading.attributions.asserted import is_supposed
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child, noun_phrase, predicate_of
from wederhoor.syntax.polarity import is_denied
from wederhoor.syntax.predicates import tells_past
from wederhoor.syntax.stretches import any_lemma

NOMINAL = ("NOUN", "PROPN")


def without_denied_sources(text: Text, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, of a denied source with the one who is set against it, else without what is denied or only supposed."""
    for draft in drafts:
        supposed = _is_supposed(text, draft)
        if not supposed and not _is_denied(text, draft.holder):
            yield draft
            continue
        other = _set_against(text, draft.holder) if draft.holder is not None and not supposed else None
        if other is not None:
            yield replace(draft, holder=other, source=tuple(noun_phrase(text.parse, other)))
        elif draft.quotations:
            yield replace(draft, holder=None, source=())


def _is_denied(text: Text, holder: int | None) -> bool:
    """*Niet Bos zegt dat*, *het was niet Bos die dat zei*."""
    if holder is None:
        return False
    cleft = has_child(text.parse, holder, "cop") and bool(text.clause(holder).negations)
    return cleft or is_denied(text.parse, holder, text.pack)


def _set_against(text: Text, holder: int) -> int | None:
    """*Niet wethouder Bos maar [raadslid] Visser*: who is told in place of a denied one."""
    p = text.parse
    words = [w for w in p.subtree(holder) if w > holder]
    contrast = next((w for w in words if p.lower[w] in text.pack.grammar.contrasts), None)
    return None if contrast is None else next((w for w in words if w > contrast and p.upos[w] in NOMINAL), None)


def _is_supposed(text: Text, draft: Draft) -> bool:
    """*Had Bos moeten zeggen*; and, of no quotation, what is only supposed."""
    p = text.parse
    if draft.quotations:
        return any(_should_have(text, w) for w in draft.cue if p.upos[w] == "VERB")
    return _should_have(text, draft.anchor) or is_supposed(text, predicate_of(p, draft.anchor))


def _should_have(text: Text, verb: int) -> bool:
    """*Had moeten zeggen*, *had kunnen zeggen*: what was not said."""
    p, closed, clause = text.parse, text.pack.closed, text.clause(verb)
    if clause.finite is None or not any_lemma(p, clause.auxiliaries, closed.necessity | closed.possibility):
        return False
    return p.lemmas[clause.finite] in closed.perfect and tells_past(p, clause.finite)
