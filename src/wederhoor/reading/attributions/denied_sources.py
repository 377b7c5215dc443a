"""Who is said not to be the one who says it: *niet Bos maar Visser zegt dat*, *noch Bos noch Visser*, *als Bos zegt dat*.

Whatever rule found the report: nobody is given words that the text says are another's, or that it only supposes him to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.unsaid import is_supposed
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children, has_child, has_word, noun_phrase
from wederhoor.syntax.polarity import is_denied
from wederhoor.syntax.predicates import is_question, tells_past
from wederhoor.syntax.stretches import any_lemma

NOMINAL = ("NOUN", "PROPN")
SUPPOSED = ("advcl", "parataxis", "csubj", "ccomp")
"""Relations of a clause that its finite verb opens and that only supposes something."""


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
    """*Had Bos moeten zeggen*; and, of no quotation, what ``_only_supposes``."""
    if draft.quotations:
        return any(_should_have(text, w) for w in draft.cue if text.parse.upos[w] == "VERB")
    return _should_have(text, draft.anchor) or _only_supposes(text, draft.anchor)


def _only_supposes(text: Text, verb: int) -> bool:
    """*Als Bos zegt dat*, *stel dat Bos zegt dat*, *had Bos gezegd dat ..., dan*, *zegt Bos dat ...?*."""
    p, conditionals = text.parse, text.pack.closed.conditionals
    finite = text.clause(verb).finite
    if finite is None:
        return False
    supposed = is_supposed(text, verb) or (p.deps[verb] == "ccomp" and p.lower[p.heads[verb]] in conditionals)
    if supposed or _would_have(text, verb):
        return True
    opens = finite == next((w for w in range(*text.sentence(verb)) if p.upos[w] != "PUNCT"), None)
    return opens and (is_question(p, verb) or p.deps[verb] in SUPPOSED)


def _should_have(text: Text, verb: int) -> bool:
    """*Had moeten zeggen*, *had kunnen zeggen*: what was not said."""
    p, closed, clause = text.parse, text.pack.closed, text.clause(verb)
    if clause.finite is None or not any_lemma(p, clause.auxiliaries, closed.necessity | closed.possibility):
        return False
    return p.lemmas[clause.finite] in closed.perfect and tells_past(p, clause.finite)


def _would_have(text: Text, verb: int) -> bool:
    """*Als dat waar was, zou Bos het hebben gezegd*: what hangs on a condition was not said."""
    p, closed = text.parse, text.pack.closed
    would = any(p.lower[w] in closed.hearsay for w in text.clause(verb).auxiliaries)
    return would and any(has_word(p, c, closed.conditionals, "mark") for c in children(p, verb, "advcl"))
