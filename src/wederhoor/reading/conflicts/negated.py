"""Which words of a statement are said not to be so, and which are left open."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.factuality import is_left_undone, is_without
from wederhoor.reading.focus import denied_part, focus_of
from wederhoor.reading.propositions.clause_polarity import is_compared
from wederhoor.reading.standing import TURNED, is_called_untrue, standing_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children, has_word
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.stretches import any_form

CLAUSES = ("ccomp", "csubj", "acl", "xcomp", "conj")
"""Relations of clauses that the words above them may deny or leave open."""


def held_of(text: Text, words: Sequence[int], *, denied: bool) -> tuple[Sequence[int], set[int]]:
    """The words without what is left open among them, and those of them that are said not to be so.

    ``denied`` says that the holder denies the whole: of what he denies a negation, he says that it is so.
    """
    p, inside = text.parse, set(words)
    negated, unsettled = _negated(text, words) ^ _left_undone(text, words), set[int]()
    for word in words:
        if p.deps[word] in CLAUSES and p.heads[word] in inside:
            standing, _ = standing_of(text, word)
            if standing in TURNED:
                negated ^= {word}
            elif standing != "held":
                unsettled.update(p.subtree(word))
        elif p.deps[word] in CLAUSES and is_called_untrue(text, word, inside):
            unsettled.update(p.subtree(word))
    if denied:
        negated ^= {clause for top in tops_of(p, words) for clause in _denied_of(text, top)}
    kept = [w for w in words if w not in unsettled]
    return kept or words, negated - unsettled


def _left_undone(text: Text, words: Sequence[int]) -> set[int]:
    """*Failed to [report]*, *zonder te [waarschuwen]*."""
    verbs = (w for w in words if text.parse.upos[w] == "VERB")
    return {w for w in verbs if is_left_undone(text, w) or is_without(text, w)}


def _negated(text: Text, words: Sequence[int]) -> set[int]:
    """The words that a negation among ``words`` bears on: its head, and of *geen* the verb above the noun too."""
    p = text.parse
    inside = set(words)
    found = _lacked(text, words)
    for word in words:
        head = p.heads[word]
        besides = any_form(p, children(p, head, "amod", "det"), text.pack.closed.others)  # as no other candidate can
        if is_negation(p, word, text.pack) and not besides:
            head = p.heads[head] if _is_longer(text, head) else head
            found |= {
                *(focus_of(text, head, by_verb=False) or [head]),
                *(c for c in children(p, head, "conj") if has_word(p, c, text.pack.closed.alternatives, "cc")),
            }
            borne = p.heads[head] in inside and p.upos[p.heads[head]] in ("VERB", "ADJ") and p.deps[head] != "conj"
            if p.deps[word] == "det" and borne:
                found.add(p.heads[head])
            if p.lemmas[head].lower() in text.pack.disputes.affirming:
                found.update(children(p, head, "nmod"))  # geen bewijs van fraude
    return found & inside


def _lacked(text: Text, words: Sequence[int]) -> set[int]:
    """*Anything but [safe]*, *zonder [waarschuwing]*."""
    p, wording = text.parse, text.pack.propositions.words
    before = wording.anything_but | wording.denying_with
    found = {w + 2 for w in words if tuple(p.lower[w : w + 2]) in before}
    return found | {w for w in words if p.upos[w] == "NOUN" and has_word(p, w, text.pack.closed.without, "case")}


def _is_longer(text: Text, word: int) -> bool:
    """*Niet [langer] open*, *no [longer] open*: what is denied is what was so; not *no longer than an hour*."""
    p = text.parse
    return p.deps[word] == "advmod" and "Degree=Cmp" in p.feats[word] and not is_compared(text, word)


def _denied_of(text: Text, top: int) -> list[int]:
    """*De bewering dat de brug [veilig] is*: what a denied noun is about; *dat hij schoot om te [doden]*: what it was for."""
    p, marks = text.parse, text.pack.grammar.complementizers
    content = [c for c in children(p, top, "acl", "ccomp") if has_word(p, c, marks, "mark")]
    return [part for head in content or [top] for part in denied_part(text, head) or [head]]
