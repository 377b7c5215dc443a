"""Whose word a text is: *a statement by Harry Tork* is his, *PPC's letter* the firm's, *the report* the one told of before."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.cast import Candidate, describe
from wederhoor.reading.named_phrases import name_in
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import child_in, children, has_child, has_word, is_plural
from wederhoor.syntax.nouns import names_somebody, noun_kind

FAR = 12
"""Sentences back in which a text that is taken up is looked for."""
BESIDE = ("det", "case", "punct", "cc", "conj")
"""What may hang on a noun that takes a text up."""


def is_own_text(text: Text, noun: int) -> bool:
    """Whether a noun is for what somebody writes or says himself: *brief*, *statement*; not *his indictment*."""
    return text.parse.lemmas[noun].lower() in text.pack.people.own_texts


def whose_text(text: Text, noun: int) -> str | None:
    """The name of who made a text: *een onderzoek door [Dana Monter]*, *a letter from [Hale]*, *[PPC]'s schedule*."""
    p = text.parse
    if noun_kind(p.lemmas[noun].lower(), text.pack) != "text":
        return None
    behind = [_top_of_title(p, p.heads[noun + 1])] if _by_is_behind(text, noun) else []
    for c in (*children(p, noun, "nmod", "obl", "obl:agent", "nmod:poss"), *behind):
        name = name_in(text, c) if _made_it(text, noun, c) else None
        if name is not None and _is_maker(text, c):
            return name
    return None


def made_by(text: Text, noun: int) -> int | None:
    """The word for who is told behind a text to have made it himself, by a name or by a noun for people or a body."""
    return next((c for c in _makers(text, noun) if names_somebody(text.parse, c, text.pack)), None)


def _by_is_behind(text: Text, noun: int) -> bool:
    p = text.parse
    return noun + 1 < len(p) and p.lower[noun + 1] in text.pack.closed.by


def _top_of_title(p: Parse, word: int) -> int:
    """*the Spokesperson [Harry Tork]*: who has the title that a word is."""
    return p.heads[word] if p.deps[word] == "nmod:desc" else word


def maker_of(text: Text, noun: int) -> int | None:
    """Who is told by a noun or a pronoun to have made a text himself: *a statement by [the minister]*; of no name."""
    p = text.parse
    unnamed = (c for c in _makers(text, noun) if p.entity_of[c] < 0)
    return next((c for c in unnamed if p.upos[c] in ("NOUN", "PRON")), None)


def _makers(text: Text, noun: int) -> Iterator[int]:
    """The words behind a text that somebody writes or says himself for who made it."""
    behind = children(text.parse, noun, "nmod", "obl", "obl:agent") if is_own_text(text, noun) else ()
    return (c for c in behind if c > noun and _made_it(text, noun, c))


def _made_it(text: Text, noun: int, word: int) -> bool:
    p, closed = text.parse, text.pack.closed
    if p.deps[word] == "nmod:poss":
        return is_own_text(text, noun) and p.upos[word] == "PROPN"
    titles = children(p, word, "nmod:desc")  # *by [the Presidential Spokesperson] Harry Tork*
    if any(has_word(p, w, closed.by, "case") for w in (word, *titles)):
        return True
    return is_own_text(text, noun) and child_in(p, word, text.pack.people.out_of, "case") is not None


def _is_maker(text: Text, word: int) -> bool:
    """Whether a name is a person's, or before the text a body's: *a report by the ministry* keeps its own words."""
    p = text.parse
    named = [word, *children(p, word, "appos", "flat")]
    kinds = {p.entities[p.entity_of[w]].type for w in named if p.entity_of[w] >= 0}
    return "PER" in kinds or (p.deps[word] == "nmod:poss" and "ORG" in kinds)


def taken_up(text: Text, noun: int) -> str | None:
    """What *the report*, *the same study* takes up: the text of that noun told of last in more words, or its maker."""
    p = text.parse
    if not _takes_up(text, noun):
        return None
    for candidate in text.cast.before(noun):
        if p.sentence_of[noun] - p.sentence_of[candidate.word] > FAR:
            return None
        if _is_like(p, candidate, noun) and not _is_bare(text, candidate.word):
            return whose_text(text, candidate.word) or describe(p, candidate.word)
    return None


def _takes_up(text: Text, noun: int) -> bool:
    """Whether a noun is of one text with nothing but an article or *same* before it."""
    p, pack = text.parse, text.pack
    if noun_kind(p.lemmas[noun].lower(), pack) != "text" or is_plural(p, noun) or not _is_bare(text, noun):
        return False
    return has_word(p, noun, pack.closed.definite, "det")


def _is_bare(text: Text, noun: int) -> bool:
    p = text.parse
    return all(p.deps[c] in BESIDE or p.lower[c] in text.pack.people.same for c in p.children[noun])


def _is_like(p: Parse, candidate: Candidate, noun: int) -> bool:
    """Whether a candidate is a text by the same noun, and one."""
    one = candidate.kind == "text" and candidate.name is None and not candidate.plural and not candidate.quoted
    one = one and has_child(p, candidate.word, "det", "nmod:poss")  # not *news of the storm*
    return one and p.lemmas[candidate.word].lower() == p.lemmas[noun].lower()
