"""The ways to take a stretch as a plain clause: where its verbs stand, which part is the subject, and what the rest is."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.syntax.plain.trees import Kind, Tree
from wederhoor.syntax.plain_verb_second.clause_verbs import ClauseVerbs, Order, clause_verbs
from wederhoor.syntax.plain_verb_second.governed import governed
from wederhoor.syntax.plain_verb_second.parts import ClausePart, ClauseParts, cut
from wederhoor.syntax.plain_verb_second.words import SecondWords

SUBJECTS = ("thing", "pointing")


def clauses(words: SecondWords, first: int, end: int, order: Order) -> Iterator[Tree]:
    """The ways to take the words of a stretch as a clause, the predicate on top."""
    for parts in cut(words, first, end):
        yield from _clauses(words, parts, order)


def _clauses(words: SecondWords, parts: ClauseParts, order: Order) -> Iterator[Tree]:
    at = [n for n, part in enumerate(parts) if part.kind == "verb"]
    if not at or not _in_order(parts, at, order):
        return
    subject = _subject(parts, at[0], order)
    if subject is None and order not in ("relative", "going"):
        return
    rest = tuple(part for part in parts if part.kind != "verb" and part is not subject)
    for verbs in clause_verbs(words, parts, at, order):
        if order == "going" and verbs.lemma in words.pack.variables.subject_verbs:
            continue  # en vermindert de drukte: which of the two is less
        yield from _with_verbs(words, verbs, subject, rest)


def _with_verbs(
    words: SecondWords, verbs: ClauseVerbs, subject: ClausePart | None, rest: ClauseParts
) -> Iterator[Tree]:
    if subject is None or words.number(subject.top) in (None, verbs.plural):
        told = tuple(part for part in rest if part.top != verbs.particle)
        for tree in governed(words, verbs, told, there=_tells_of_more(words, subject, told)):
            yield _with_subject(tree, verbs, subject)


def _tells_of_more(words: SecondWords, subject: ClausePart | None, rest: ClauseParts) -> bool:
    """*Er is [meer drukte]*: that there is more or less of a thing, and not only that it is there."""
    gauged = subject is not None and any(words.is_gauge(w) for w in subject.tree.arcs)
    return gauged and any(part.kind == "there" for part in rest)


def _in_order(parts: ClauseParts, at: list[int], order: Order) -> bool:
    """Whether the verbs stand where they do in such a clause; phrases of cause may follow them."""
    behind = parts[at[-1] + 1 :]
    if order in ("last", "relative"):
        return at == list(range(at[0], at[-1] + 1)) and all(part.kind == "phrase" for part in behind)
    opened = parts[: at[0]]
    focused = all(part.kind == "adverb" for part in opened[:-1])  # ook de drukte daalt
    second = focused and opened[-1:] != () and opened[-1].kind in (*SUBJECTS, "there", "phrase", "adverb")
    # the others stand at the end, what says why may follow them
    other = at[1:]
    return (second if order == "second" else not opened) and (
        not other or (other == list(range(other[0], other[-1] + 1)) and all(part.kind == "phrase" for part in behind))
    )


def _subject(parts: ClauseParts, verb: int, order: Order) -> ClausePart | None:
    """The first thing of a clause: before its verb, or right behind it and *er*."""
    if order in ("relative", "going"):
        return None
    if order == "last":
        return next((part for part in parts if part.kind in SUBJECTS), None)
    if order == "second" and parts[verb - 1].kind in SUBJECTS:
        return parts[verb - 1]
    behind = [part for part in parts[verb + 1 :] if part.kind not in ("there", "adverb")]
    return behind[0] if behind and behind[0].kind in SUBJECTS else None


def _with_subject(tree: Tree, verbs: ClauseVerbs, subject: ClausePart | None) -> Tree:
    if subject is None:
        return tree
    own = subject.tree
    if own.top in own.kinds and own.kinds[own.top].upos == "NOUN" and verbs.plural:
        own = Tree(own.top, own.arcs, {**own.kinds, own.top: Kind("NOUN", "Number=Plur", *_names(own))})
    return tree.with_(own.under(tree.top, "nsubj:pass" if verbs.group == "aux:pass" else "nsubj"))


def _names(tree: Tree) -> tuple[str | None, str | None]:
    kind = tree.kinds[tree.top]
    return kind.lemma, kind.stem
