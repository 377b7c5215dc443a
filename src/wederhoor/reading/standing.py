"""Whether who states something says that it is so: *het is niet waar dat de storm schade veroorzaakt* says the contrary.

Of what a report says it is so or not (*ontkent dat*), the report's own attitude tells; here only the words inside it count.
"""

from __future__ import annotations

from typing import Final, Literal

from wederhoor.reading.causes.matching import denies
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, child, children, has_word

Standing = Literal["held", "denied", "doubted", "open"]
"""open: told of another, or asked; nobody here says that it is so, nor that it is not."""
CARRYING: Final = ("conj", "xcomp", "csubj", "ccomp", "nmod", "appos", "obj", "obl", "obl:arg", "nsubj:pass", *SUBJECT)
"""What stands or falls with the clause above it; a relative clause or one of reason does not."""
THEMES: Final = ("nmod", "obl", "obl:arg")
"""What a noun or a predicate is about."""


def standing_of(text: Text, predicate: int) -> tuple[Standing, tuple[int, ...]]:
    """How the words above a predicate, or the head of a phrase, let stand what it says, within one report, and those words."""
    p, here = text.parse, predicate
    whose = text.holders.innermost[here]
    for _ in p.sentences[p.sentence_of[here]]:
        above = p.heads[here]
        if above == here or text.holders.innermost[above] != whose or p.sentence_of[above] != p.sentence_of[here]:
            break
        if _is_content(text, here):
            found, words = _judged(text, here, above)
            if found != "held":
                return found, words
        elif (beside := denied_theme(text, here)) is not None:
            return "denied", (beside, *_negations(text, beside))
        elif p.deps[here] not in CARRYING:
            break
        here = above
    return "held", ()


def _is_content(text: Text, clause: int) -> bool:
    """Whether a clause is what the word above it is about: *waar dat ...*, *sprake van dat ...*, *de vraag of ...*."""
    p = text.parse
    return has_word(p, clause, text.pack.grammar.complementizers, "mark")


def _judged(text: Text, clause: int, above: int) -> tuple[Standing, tuple[int, ...]]:
    """What the predicate of a content clause, or a noun beside it, says of the clause."""
    p = text.parse
    beside = children(p, above, "nsubj", "obj", "xcomp", "obl:arg")
    for word in (above, *(c for c in beside if c != clause)):
        found = _said_of(text, word)
        if found != "held":
            words = tuple(sorted(w for w in (word, *_negations(text, word)) if w != clause))
            return ("open" if _is_anothers(p, word) else found), words
    asked = has_word(p, clause, text.pack.causes.words.asking, "mark")
    return ("open", ()) if asked else ("held", ())


def denied_theme(text: Text, head: int) -> int | None:
    """*Van [schade] door de storm is geen sprake*: the word that says of a phrase that there is no such thing."""
    p, above = text.parse, text.parse.heads[head]
    if p.deps[head] not in THEMES or above == head:
        return None
    return next((word for word in (above, *children(p, above, *SUBJECT)) if _said_of(text, word) == "denied"), None)


def _said_of(text: Text, word: int) -> Standing:
    p = text.parse
    words = text.pack.causes.words
    forms = {p.lemmas[word].lower(), p.lower[word]}
    if _negations(text, word):
        return "denied" if forms & words.affirmed else "doubted" if forms & words.proved else "held"
    denied = forms & words.denying
    return "denied" if denied else "doubted" if forms & words.uncertain else "held"


def _negations(text: Text, word: int) -> tuple[int, ...]:
    """The negations of a predicate: its own, and those of the verb that it is the subject or the object of."""
    p = text.parse
    beside = p.children[p.heads[word]] if p.deps[word] in ("obj", "nsubj") else ()
    return tuple(c for c in (*p.children[word], *(c for c in beside if p.deps[c] == "advmod")) if denies(text, c))


def _is_anothers(p: Parse, word: int) -> bool:
    """Whether somebody is named whose view it is: *Kuiper noemt het onzin dat ...*, where that was not read as a report."""
    verb = p.heads[word] if p.deps[word] in ("obj", "xcomp", "obl:arg") else word
    subject = child(p, verb, *SUBJECT)
    return subject is not None and subject != word and p.upos[subject] in ("PROPN", "NOUN", "PRON") and verb != word
