"""Plain clauses that are joined: *als de drukte stijgt, daalt de turfvraag*, *de drukte stijgt, waardoor de turfvraag daalt*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.clause_verbs import Order
from wederhoor.syntax.plain_verb_second.clauses import clauses
from wederhoor.syntax.plain_verb_second.frames import framed, lacking
from wederhoor.syntax.plain_verb_second.pieces import ClausePiece, phrases_why, pieces_of
from wederhoor.syntax.plain_verb_second.words import SecondWords

MOST_WAYS = 8


def second_tree(p: Parse, pack: LanguagePack, first: int, end: int) -> Tree | None:
    """The one tree that the words of a stretch may have; of several the one with the parser's verbs."""
    words = SecondWords(p, pack)
    lacked = lacking(words, first, end)
    if lacked is not None or _is_left(words, first, end):
        return lacked
    told = framed(words, first, end)
    if told is not None:
        return told
    for parted in (True, False):
        pieces = pieces_of(words, first, end, parted=parted)
        begins = pieces[0].opening == "that" and pieces[0].opener[0] == words.opening(first)
        alone = begins and len(pieces) == 1  # *dat eerste gaat wel lukken*: that one
        ways = [] if alone else _ways_of_all(words, pieces)
        if ways:
            whole = [tree for trees in product(*ways) if (tree := _joined(pieces, trees)) is not None]
            if whole:
                return _likeliest(words, whole)
    return None


def _is_left(words: SecondWords, first: int, end: int) -> bool:
    """Whether something is denied or aimed at, which is left to the parser; *te* before *veel* aims at nothing."""
    p, pack = words.p, words.pack
    aiming = pack.grammar.infinitive_marks
    return any(
        p.lower[w] in pack.closed.negations
        or (p.lower[w] in aiming and not (p.lower[w] in pack.closed.excess and words.is_gauge(w + 1)))
        for w in range(first, end)
        if w + 1 < len(p)
    )


def _ways_of_all(words: SecondWords, pieces: Sequence[ClausePiece]) -> list[list[Tree]]:
    """The ways to take each piece; nothing where one has none, or too many."""
    ways = []
    for n in range(len(pieces)):
        found = _ways(words, pieces, n)
        if not 0 < len(found) <= MOST_WAYS:
            return []
        ways.append(found)
    return ways


def _ways(words: SecondWords, pieces: Sequence[ClausePiece], n: int) -> list[Tree]:
    piece = pieces[n]
    if piece.opening == "phrase":
        return [Tree(part.top, part.tree.arcs, part.tree.kinds) for part in phrases_why(words, piece)]
    return _distinct(
        tree for order in _orders(words, pieces, n) for tree in clauses(words, piece.first, piece.end, order)
    )


def _distinct(trees: Iterator[Tree]) -> list[Tree]:
    found: list[Tree] = []
    for tree in trees:
        if tree not in found:
            found.append(tree)
    return found


def _likeliest(words: SecondWords, whole: Sequence[Tree]) -> Tree | None:
    """The one with the most of the parser's arcs, where it is alone in that."""
    p = words.p
    scored = [sum(p.heads[w] == head for w, (head, _) in tree.arcs.items()) for tree in whole]
    best = [tree for tree, score in zip(whole, scored, strict=True) if score == max(scored)]
    heads = {tuple(sorted((w, head) for w, (head, _) in tree.arcs.items())) for tree in best}
    return best[0] if len(heads) == 1 else None


def _orders(words: SecondWords, pieces: Sequence[ClausePiece], n: int) -> tuple[Order, ...]:
    """Where the finite verb may stand in a piece."""
    piece = pieces[n]
    resumed = piece.first < piece.end and words.p.lower[piece.first] in words.pack.conditions.words.resumers
    match piece.opening:
        case "below" | "that" | "along":
            return ("last",)
        case "relative":
            return ("relative",)
        case "adverb":
            return ("first", "second")
        case _ if piece.conjunction is not None:
            return ("second", "first") if _is_fronted(pieces, n - 1) else ("second", "first", "going")
        case _:
            return ("first",) if _is_fronted(pieces, n) and not resumed else ("second",)


def _is_fronted(pieces: Sequence[ClausePiece], n: int) -> bool:
    """Whether a clause that stands below it opens a main clause."""
    before = _first_of(pieces, n - 1)
    return before is not None and _opens(pieces, before)


def _first_of(pieces: Sequence[ClausePiece], n: int) -> int | None:
    """The clause below another with which a piece begins or goes on."""
    while n > 0 and pieces[n].opening == "along":
        n -= 1
    return n if n >= 0 and pieces[n].opening in ("below", "that") else None


def _opens(pieces: Sequence[ClausePiece], n: int) -> bool:
    """Whether a piece opens its stretch, or all that it is joined to."""
    return n == 0 or (pieces[n].conjunction is not None and pieces[n].comma is not None)


def _joined(pieces: Sequence[ClausePiece], trees: Sequence[Tree]) -> Tree | None:
    """The trees of the pieces as one, None where they are no sentence together."""
    mains = [n for n, piece in enumerate(pieces) if piece.opening in ("", "adverb", "joining")]
    if not mains and [piece.opening for piece in pieces] == ["that"]:
        return _opened(pieces[0], trees[0])  # what somebody says or thinks
    if not mains:
        return None
    top = trees[mains[0]].top
    whole = Tree(top)
    for n, (piece, tree) in enumerate(zip(pieces, trees, strict=True)):
        own = _opened(piece, tree)
        place = _place(pieces, trees, n, mains)
        if place is None:
            return None
        whole = whole.with_(own if tree.top == top else Tree(top, own.under(*place).arcs, own.kinds))
    return whole


def _place(
    pieces: Sequence[ClausePiece], trees: Sequence[Tree], n: int, mains: Sequence[int]
) -> tuple[int, str] | None:
    """The word that a piece hangs on, and how."""
    piece = pieces[n]
    if n in mains:
        return trees[mains[0]].top, "conj" if piece.conjunction is not None else "parataxis"
    if piece.opening == "along":
        return trees[n - 1].top, "conj"
    behind = next((m for m in mains if m > n), None)
    if piece.opening in ("below", "that") and _opens(pieces, n):
        between = behind is not None and all(other.opening == "along" for other in pieces[n + 1 : behind])
        relation = "csubj" if piece.opening == "that" else "advcl"
        return None if behind is None or not between else (trees[behind].top, relation)
    if n == 0:
        return None
    return trees[n - 1].top, {"below": "advcl", "that": "ccomp", "relative": "acl:relcl"}.get(piece.opening, "obl")


def _opened(piece: ClausePiece, tree: Tree) -> Tree:
    """The tree of a piece with its comma, its conjunction and the words that open it."""
    parts = []
    if piece.comma is not None:
        parts.append(leaf(tree.top, piece.comma, "punct"))
    if piece.conjunction is not None:
        parts.append(leaf(tree.top, piece.conjunction, "cc", Kind("CCONJ")))
    parts += [leaf(tree.top, word, "advmod") for word in piece.focus]
    first, end = piece.opener
    if end - first == 1:
        parts.append(_word(piece, tree.top, first))
    elif end > first:
        parts.append(
            Tree(end - 1, dict.fromkeys(range(first, end - 1), (end - 1, "fixed"))).under(
                tree.top, "advmod" if piece.opening == "adverb" else "mark"
            )
        )
    return tree.with_(*parts)


def _word(piece: ClausePiece, top: int, word: int) -> Tree:
    match piece.opening:
        case "relative":
            return leaf(top, word, "nsubj", Kind("PRON", "PronType=Rel"))
        case "below" | "that":
            return leaf(top, word, "mark", Kind("SCONJ"))
        case "joining":
            return leaf(top, word, "cc", Kind("CCONJ"))
        case _:
            return leaf(top, word, "advmod", Kind("ADV"))
