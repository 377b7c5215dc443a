"""Plain clauses that are joined: *als de drukte stijgt, daalt de turfvraag*, *de drukte stijgt, waardoor de turfvraag daalt*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.clauses import Order, clauses, says_why
from wederhoor.syntax.plain_verb_second.frames import framed, lacking
from wederhoor.syntax.plain_verb_second.parts import ClausePart, cut
from wederhoor.syntax.plain_verb_second.words import SecondWords
from wederhoor.syntax.stretches import longest_at

Opening = Literal["", "adverb", "joining", "below", "that", "relative", "along", "phrase"]
"""What opens a clause: nothing, *daardoor*, *want*, *omdat*, *dat*, *wat*; *along* goes on with such a one, a phrase is none."""
MOST_WAYS = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between two joints, with the comma, the conjunction, the adverbs and the words that open them."""

    first: int
    end: int
    comma: int | None
    conjunction: int | None
    focus: tuple[int, ...]
    """*[Vooral] doordat*."""
    opener: tuple[int, int]
    opening: Opening


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
        pieces = _roled(list(_pieces(words, first, end, parted=parted)))
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


def _ways_of_all(words: SecondWords, pieces: Sequence[_Piece]) -> list[list[Tree]]:
    """The ways to take each piece; nothing where one has none, or too many."""
    ways = []
    for n in range(len(pieces)):
        found = _ways(words, pieces, n)
        if not 0 < len(found) <= MOST_WAYS:
            return []
        ways.append(found)
    return ways


def _ways(words: SecondWords, pieces: Sequence[_Piece], n: int) -> list[Tree]:
    piece = pieces[n]
    if piece.opening == "phrase":
        return [Tree(part.top, part.tree.arcs, part.tree.kinds) for part in _cause(words, piece)]
    return _distinct(
        tree for order in _orders(words, pieces, n) for tree in clauses(words, piece.first, piece.end, order)
    )


def _cause(words: SecondWords, piece: _Piece) -> list[ClausePart]:
    """*, vooral [door meer drukte]*: a phrase that says why, and nothing else."""
    found = (parts for parts in cut(words, piece.first, piece.end) if len(parts) == 1)
    return [parts[0] for parts in found if parts[0].kind == "phrase" and says_why(words, parts[0])]


def _roled(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, those without a word of their own that opens them as what they go on with: *omdat A stijgt [en B daalt]*."""
    for n in range(1, len(pieces)):
        if (
            pieces[n].opening == ""
            and pieces[n].conjunction is not None
            and pieces[n - 1].opening in ("below", "along")
        ):
            pieces[n] = replace(pieces[n], opening="along")
    return pieces


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


def _pieces(words: SecondWords, first: int, end: int, *, parted: bool) -> Iterator[_Piece]:
    """The words of a stretch between commas, the words that open a clause and, if ``parted``, conjunctions."""
    here = first
    while here < end:
        comma = here if words.p.words[here] == "," else None
        here += comma is not None
        joint = here if here < end and words.p.lower[here] in words.pack.closed.conjunctions else None
        here += joint is not None
        focus = _focus(words, here, end) if comma is not None else ()
        here += len(focus)
        opening, long = _opening(words, here, end, begins=True)
        if joint is not None and not long and _takes_up(words, joint):
            opening, long = "adverb", 1
        stop = _stop(words, here, here + long, end, parted=parted)
        piece = _Piece(here + long, stop, comma, joint, focus, (here, here + long), opening)
        alone = opening == "" and comma is not None and bool(_cause(words, piece))
        yield replace(piece, opening="phrase") if alone else piece
        here = max(stop, here + 1)


def _stop(words: SecondWords, here: int, behind: int, end: int, *, parted: bool) -> int:
    """Where a piece ends; *zowel* holds together what conjunctions would part."""
    both = any(words.is_both(w) for w in range(behind, end))
    joints = (w for w in range(max(behind, here + 1), end) if _is_joint(words, w, end, parted=parted))
    return next((w for w in joints if not both or words.p.words[w] == ","), end)


def _takes_up(words: SecondWords, joint: int) -> bool:
    """*En daarmee*: a conjunction with what stands for the clause before."""
    p = words.p
    found = words.pack.causes.connectives.get(p.lower[joint], ())
    return any(e.frame == "adverb" and e.words == tuple(p.lower[joint : joint + 2]) for e in found)


def _focus(words: SecondWords, here: int, end: int) -> tuple[int, ...]:
    """*Vooral* before what opens a clause or a phrase of cause."""
    behind = here
    while behind < end and words.is_adverb(behind) and not _opening(words, behind, end, begins=True)[1]:
        behind += 1
    found = words.pack.causes.connectives.get(words.p.lower[behind], ()) if here < behind < end else ()
    return tuple(range(here, behind)) if found else ()


def _is_joint(words: SecondWords, word: int, end: int, *, parted: bool) -> bool:
    p = words.p
    return (
        p.words[word] == ","
        or (p.lower[word] in words.pack.closed.conjunctions and (parted or p.words[word - 1] == ","))
        or (
            _opening(words, word, end, begins=False)[1] > 0
            and (parted or p.lower[word] not in words.pack.closed.alternatives)
        )
    )


def _opening(words: SecondWords, word: int, end: int, *, begins: bool) -> tuple[Opening, int]:
    """How the words at a place open a clause, and how many they are; adverbs do so only where a clause begins."""
    if word >= end:
        return "", 0
    form, closed = words.p.lower[word], words.pack.closed
    found = _connecting(words, word, end, begins=begins)
    inverted = words.pack.conditions.words.inverted
    if form in closed.conditionals and form not in inverted and _opens_phrase(words, word) < 2:
        found.append((1, "below"))
    found += [(long, "below") for long in _conditional(words, word, end) if begins]
    if form in words.pack.grammar.complementizers and (begins or form not in closed.pointing or _is_mark(words, word)):
        found.append((1, "that"))
    if begins and form in words.pack.causes.relatives:
        found.append((1, "relative"))
    long, opening = max(found, default=(0, ""))
    return opening, long


def _conditional(words: SecondWords, word: int, end: int) -> list[int]:
    """How many words of *stel dat* stand at a word."""
    entries = words.pack.conditions.by_word.get(words.p.lower[word], ())
    told = (e.words for e in entries if e.frame == "clause" and e.kind == "if" and len(e.words) > 1)
    long = longest_at(words.p, word, told)
    return [long] if 0 < long < end - word else []


def _opens_phrase(words: SecondWords, word: int) -> int:
    """How many words of a preposition of cause stand at a word."""
    entries = words.pack.causes.connectives.get(words.p.lower[word], ())
    return longest_at(words.p, word, (e.words for e in entries if e.frame == "phrase"))


def _connecting(words: SecondWords, word: int, end: int, *, begins: bool) -> list[tuple[int, Opening]]:
    """What the table of connectives has for the words at a place."""
    p = words.p
    found: list[tuple[int, Opening]] = []
    phrase = _opens_phrase(words, word)
    for entry in words.pack.causes.connectives.get(p.lower[word], ()):
        long = len(entry.words)
        if tuple(p.lower[word : word + long]) != entry.words or long < phrase or word + long > end:
            continue
        if entry.frame == "clause" and (begins or not entry.opening or _is_mark(words, word)):
            found.append((long, "below"))
        elif entry.frame in ("main", "adverb") and begins:
            found.append((long, "joining" if (entry.frame, entry.side) == ("main", "cause") else "adverb"))
    return found


def _is_mark(words: SecondWords, word: int) -> bool:
    return words.p.deps[word] == "mark"


def _orders(words: SecondWords, pieces: Sequence[_Piece], n: int) -> tuple[Order, ...]:
    """Where the finite verb may stand in a piece."""
    piece = pieces[n]
    resumed = words.p.lower[piece.first] in words.pack.conditions.words.resumers
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


def _is_fronted(pieces: Sequence[_Piece], n: int) -> bool:
    """Whether a clause that stands below it opens a main clause."""
    before = _first_of(pieces, n - 1)
    return before is not None and _opens(pieces, before)


def _first_of(pieces: Sequence[_Piece], n: int) -> int | None:
    """The clause below another with which a piece begins or goes on."""
    while n > 0 and pieces[n].opening == "along":
        n -= 1
    return n if n >= 0 and pieces[n].opening in ("below", "that") else None


def _opens(pieces: Sequence[_Piece], n: int) -> bool:
    """Whether a piece opens its stretch, or all that it is joined to."""
    return n == 0 or (pieces[n].conjunction is not None and pieces[n].comma is not None)


def _joined(pieces: Sequence[_Piece], trees: Sequence[Tree]) -> Tree | None:
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


def _place(pieces: Sequence[_Piece], trees: Sequence[Tree], n: int, mains: Sequence[int]) -> tuple[int, str] | None:
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


def _opened(piece: _Piece, tree: Tree) -> Tree:
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


def _word(piece: _Piece, top: int, word: int) -> Tree:
    match piece.opening:
        case "relative":
            return leaf(top, word, "nsubj", Kind("PRON", "PronType=Rel"))
        case "below" | "that":
            return leaf(top, word, "mark", Kind("SCONJ"))
        case "joining":
            return leaf(top, word, "cc", Kind("CCONJ"))
        case _:
            return leaf(top, word, "advmod", Kind("ADV"))
