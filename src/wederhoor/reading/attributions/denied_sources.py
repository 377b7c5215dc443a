"""Who is said not to be the one who says it: *niet Bos maar Visser zegt dat*, *noch Bos noch Visser*, *als Bos zegt dat*.

Whatever rule found the report: nobody is given words that the text says are another's, or that it only supposes him to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_word, noun_phrase
from wederhoor.syntax.polarity import is_denied
from wederhoor.syntax.predicates import is_question

NOMINAL = ("NOUN", "PROPN")
SUPPOSED = ("advcl", "parataxis", "csubj", "ccomp")
"""Relations of a clause that its finite verb opens and that only supposes something."""


def without_denied_sources(text: Text, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, of a denied source with the one who is set against it, else without what is denied or only supposed."""
    for draft in drafts:
        if _is_supposed(text, draft):
            continue
        if draft.holder is None or not is_denied(text.parse, draft.holder, text.pack):
            yield draft
            continue
        other = _set_against(text, draft.holder)
        if other is not None:
            yield replace(draft, holder=other, source=tuple(noun_phrase(text.parse, other)))
        elif draft.quotations:
            yield replace(draft, holder=None, source=())


def _set_against(text: Text, holder: int) -> int | None:
    """*Niet wethouder Bos maar [raadslid] Visser*: who is told in place of a denied one."""
    p = text.parse
    words = [w for w in p.subtree(holder) if w > holder]
    contrast = next((w for w in words if p.lower[w] in text.pack.grammar.contrasts), None)
    return None if contrast is None else next((w for w in words if w > contrast and p.upos[w] in NOMINAL), None)


def _is_supposed(text: Text, draft: Draft) -> bool:
    """*Had Bos gezegd dat ..., dan ...*, *als Bos zegt dat*, *zegt Bos dat ...?*: a report only supposed, or asked about."""
    p, verb = text.parse, draft.anchor
    finite = text.clause(verb).finite
    if finite is None or draft.quotations:
        return False
    if has_word(p, verb, text.pack.closed.conditionals, "mark"):
        return True
    opens = finite == next((w for w in range(*text.sentence(verb)) if p.upos[w] != "PUNCT"), None)
    return opens and (is_question(p, verb) or p.deps[verb] in SUPPOSED)
