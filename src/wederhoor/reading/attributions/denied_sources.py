"""Who is said not to be the one who says it: *niet Bos maar Visser zegt dat*, *noch Bos noch Visser*, *als Bos zegt dat*.

Whatever rule found the report: nobody is given words that the text says are another's, or that it only supposes him to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wederhoor.reading.attributions.asserted import is_supposed
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children, has_child, noun_phrase, predicate_of
from wederhoor.syntax.polarity import is_denied, is_negation
from wederhoor.syntax.predicates import tells_past
from wederhoor.syntax.stretches import any_lemma

NOMINAL = ("NOUN", "PROPN")
WITHIN = ("appos", "flat", "obj", "nmod:desc", "compound")
"""Relations of the words of one name and its role, by many a parse."""


def without_denied_sources(text: Text, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, of a denied source with the one who is set against it, else without what is denied or only supposed."""
    for draft in drafts:
        supposed = _is_supposed(text, draft)
        if not supposed and not _is_denied(text, draft.holder) and not _is_denied_beside(text, draft):
            yield draft
            continue
        other = _set_against(text, draft.holder) if draft.holder is not None and not supposed else None
        if other is not None:
            yield replace(draft, holder=other, source=tuple(noun_phrase(text.parse, other)))
        elif draft.quotations:
            yield replace(draft, holder=None, source=())


def _is_denied(text: Text, holder: int | None) -> bool:
    """*Niet Bos zegt dat*, *het was niet Bos die dat zei*, *Bos noch Visser zegt dat*."""
    if holder is None:
        return False
    p, neither = text.parse, text.pack.hedges.neither
    cleft = has_child(p, holder, "cop") and bool(text.clause(holder).negations)
    joined = (g for c in children(p, holder, "conj", "list") for g in children(p, c, "cc"))
    nor = any(is_negation(p, g, text.pack) for g in joined) or p.lower[p.subtree(holder)[0]] in neither
    return cleft or nor or _set_beside(text, holder) is not None or is_denied(p, holder, text.pack)


def _is_denied_beside(text: Text, draft: Draft) -> bool:
    """*[Not] everyone says that*: the denial right before a subject is of it, also where the parser has it with the verb."""
    p = text.parse
    if draft.holder is None or p.heads[draft.holder] not in draft.cue:
        return False
    if p.upos[draft.holder] == "PRON" and (beside := children(p, draft.holder, "advmod", "amod")):
        return any(is_negation(p, c, text.pack) for c in beside)
    before = p.subtree(draft.holder)[0] - 1
    verb = p.heads[before] if before >= 0 and p.deps[before] == "advmod" else None
    own = verb == p.heads[draft.holder] and before not in draft.content
    return own and is_negation(p, before, text.pack)


def _set_beside(text: Text, holder: int) -> int | None:
    """*It was [Ohler], and not Riva, who said*, *Ohler, rather than Riva*: the one whom a second is told not to be."""
    p, here = text.parse, holder
    if _is_not_him(text, holder):
        return p.heads[holder]
    while p.deps[here] in WITHIN and p.heads[here] != here:
        here = p.heads[here]
    if p.deps[here] != "conj":
        return None
    instead = {words[0] for words in text.pack.hedges.instead}
    opening = [c for c in p.children[here] if c < here]
    rather = any(p.lower[c] in instead and p.deps[c] == "cc" for c in opening)
    denied = any(p.deps[c] == "cc" for c in opening) and any(is_negation(p, c, text.pack) for c in opening)
    return p.heads[here] if rather or denied else None


def _is_not_him(text: Text, holder: int) -> bool:
    """*It was Ohler, not [Riva], who said*: a denial right behind a comma, of one who stands behind another."""
    p = text.parse
    denials = (c for c in children(p, holder, "advmod", "amod") if p.words[c - 1] == ",")
    return p.heads[holder] < holder and any(is_negation(p, c, text.pack) for c in denials)


def _set_against(text: Text, holder: int) -> int | None:
    """*Niet wethouder Bos maar [raadslid] Visser*: who is told in place of a denied one."""
    p = text.parse
    if (other := _set_beside(text, holder)) is not None:
        return other
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
