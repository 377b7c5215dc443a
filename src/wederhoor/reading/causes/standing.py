"""Whether who states a link says that it is so: *het is niet waar dat de storm schade veroorzaakt* says the contrary.

Of what a report says it is so or not (*ontkent dat*), the report's own attitude tells; here only the words inside it count.
"""

from __future__ import annotations

from typing import Final, Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.holders import Holders
from wederhoor.syntax.clauses import SUBJECT
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.predicates import top_of

Standing = Literal["held", "denied", "doubted", "open"]
"""open: told of another, or asked; nobody here says that it is so, nor that it is not."""
CARRYING: Final = ("conj", "xcomp", "csubj", "ccomp", "nmod", "appos", "obj", "obl", "obl:arg", "nsubj:pass", *SUBJECT)
"""What stands or falls with the clause above it; a relative clause or one of reason does not."""


def standing(p: Parse, link: Link, holders: Holders, pack: LanguagePack) -> tuple[Standing, tuple[int, ...]]:
    """How the words above a link let it stand, within one report, and those words."""
    here = top_of(p, range(*link.effect))
    if here is None:
        return "held", ()
    whose = holders.innermost[link.effect[0]]
    for _ in p.sentences[p.sentence_of[here]]:
        above = p.heads[here]
        if above == here or holders.innermost[above] != whose or p.sentence_of[above] != p.sentence_of[here]:
            break
        if _is_content(p, here, pack):
            found, words = _judged(p, here, above, pack)
            if found != "held":
                return found, words
        elif p.deps[here] not in CARRYING:
            break
        here = above
    return "held", ()


def _is_content(p: Parse, clause: int, pack: LanguagePack) -> bool:
    """Whether a clause is what the word above it is about: *waar dat ...*, *sprake van dat ...*, *de vraag of ...*."""
    return any(p.deps[c] == "mark" and p.lower[c] in pack.grammar.complementizers for c in p.children[clause])


def _judged(p: Parse, clause: int, above: int, pack: LanguagePack) -> tuple[Standing, tuple[int, ...]]:
    """What the predicate of a content clause, or a noun beside it, says of the clause."""
    beside = [c for c in p.children[above] if p.deps[c] in ("nsubj", "obj", "xcomp", "obl:arg")]
    for word in (above, *(c for c in beside if c != clause)):
        found = _said_of(p, word, pack)
        if found != "held":
            words = tuple(sorted(w for w in (word, *_negations(p, word, pack)) if w != clause))
            return ("open" if _is_anothers(p, word) else found), words
    asked = any(p.deps[c] == "mark" and p.lower[c] in pack.causes.words.asking for c in p.children[clause])
    return ("open", ()) if asked else ("held", ())


def _said_of(p: Parse, word: int, pack: LanguagePack) -> Standing:
    words = pack.causes.words
    forms = {p.lemmas[word].lower(), p.lower[word]}
    if _negations(p, word, pack):
        return "denied" if forms & words.affirmed else "doubted" if forms & words.proved else "held"
    denied = forms & words.denying
    return "denied" if denied else "doubted" if forms & words.uncertain else "held"


def _negations(p: Parse, word: int, pack: LanguagePack) -> tuple[int, ...]:
    """The negations of a predicate: its own, and those of the verb that it is the subject or the object of."""
    beside = p.children[p.heads[word]] if p.deps[word] in ("obj", "nsubj") else ()
    return tuple(
        c
        for c in (*p.children[word], *(c for c in beside if p.deps[c] == "advmod"))
        if p.lower[c] in pack.closed.negations and not _restricts(p, c, pack)
    )


def _restricts(p: Parse, negation: int, pack: LanguagePack) -> bool:
    """*Niet alleen waar*: that keeps what it stands before."""
    return negation + 1 < len(p) and p.lower[negation + 1] in pack.causes.words.restrictions


def _is_anothers(p: Parse, word: int) -> bool:
    """Whether somebody is named whose view it is: *Kuiper noemt het onzin dat ...*, where that was not read as a report."""
    verb = p.heads[word] if p.deps[word] in ("obj", "xcomp", "obl:arg") else word
    subject = next((c for c in p.children[verb] if p.deps[c] in SUBJECT), None)
    return subject is not None and subject != word and p.upos[subject] in ("PROPN", "NOUN", "PRON") and verb != word
