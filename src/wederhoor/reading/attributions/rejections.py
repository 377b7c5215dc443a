"""Who rejects what another said, where a pronoun or a noun stands for it: *bestrijdt die lezing*, *deelt dat oordeel niet*."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.attributions.asserted import is_told_as_done
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, children, has_child, is_finite, noun_phrase
from wederhoor.syntax.nouns import names_somebody

OBJECTS = ("obj", "nsubj", "obl", "obl:arg", "ccomp", "iobj", "xcomp")


def find_rejections(text: Text) -> list[Draft]:
    """Drafts of rejections in text order."""
    p = text.parse
    words = text.pack.disputes
    verbs = words.rejecting | words.accepting
    drafts = []
    for verb, lemma in enumerate(p.lemmas):
        stem = p.stems[verb]
        if p.upos[verb] not in ("VERB", "AUX") or not {lemma, stem} & verbs:
            continue
        draft = _rejection(text, verb, accepting=not {lemma, stem} & words.rejecting)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _rejection(text: Text, verb: int, *, accepting: bool) -> Draft | None:
    """What a verb of rejecting, or a denied verb of believing, has for its object."""
    denial = text.clause(verb).negations
    content = _object(text, verb)
    return _draft(text, verb, content, denial) if content and accepting == bool(denial) else None


def _draft(text: Text, verb: int, content: tuple[int, ...], denial: Sequence[int]) -> Draft | None:
    p = text.parse
    group = text.clause(verb).group
    subject = next(
        (c for c in children(p, verb, *SUBJECT) if c not in content and names_somebody(p, c, text.pack)), None
    )
    if subject is None or not any(is_finite(p, w) for w in group) or not is_told_as_done(text, verb, verb):
        return None
    return Draft(
        content=content,
        cue=tuple(sorted({*group, *denial} - {*content})),
        source=tuple(w for w in noun_phrase(p, subject) if w not in content),
        holder=subject,
        attitude="deny",
        polarity="-",
        anchor=verb,
        rule="rejection",
    )


def _object(text: Text, verb: int) -> tuple[int, ...]:
    """The pronoun for what was said, or the noun phrase that names it: *die lezing*, *het verwijt*, *zijn kritiek*."""
    p = text.parse
    for c in p.children[verb]:
        if p.deps[c] not in OBJECTS or has_child(p, c, "case", "mark"):
            continue
        if p.lower[c] in text.pack.closed.pointing | text.pack.closed.it and not p.children[c]:
            return (c,)
        if p.upos[c] == "NOUN" and p.lemmas[c].lower() in text.pack.disputes.reports:
            clause = _clause(text, c)
            if clause or _is_certain(text, c):
                return tuple(sorted({*noun_phrase(p, c), *clause}))
    return ()


def _clause(text: Text, noun: int) -> list[int]:
    """The clause that says what another said, at the noun or, by the parse, beside it: *verwerpt de beschuldiging [dat ...]*."""
    p = text.parse
    beside = p.children[p.heads[noun]] if p.heads[noun] != noun else []
    clauses = (c for c in (*p.children[noun], *beside) if c > noun and p.deps[c] in ("acl", "acl:relcl", "ccomp"))
    words = (p.subtree(c) for c in clauses)
    return next((w for w in words if p.lower[w[0]] in text.pack.grammar.complementizers), [])


def _is_certain(text: Text, noun: int) -> bool:
    """Whether a word makes a noun for what another said a certain one."""
    p = text.parse
    pointed = text.pack.closed.demonstratives | text.pack.closed.pointing | text.pack.closed.definite
    return any(p.deps[c] == "nmod:poss" or p.lower[c] in pointed for c in p.children[noun])
