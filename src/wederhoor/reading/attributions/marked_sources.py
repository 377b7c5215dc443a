"""Where a marker of a source begins (*volgens X*, *aldus X*), and whom it introduces, with all that belongs to him."""

from __future__ import annotations

from wederhoor.languages.reporting import SourceMarker
from wederhoor.reading.named_phrases import tells_when
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, is_finite, noun_phrase
from wederhoor.syntax.nouns import noun_kind


def marker_at(p: Parse, word: int, marker: SourceMarker) -> bool:
    """Whether the words of a marker begin at ``word`` and something follows; a closing one stands behind a comma."""
    end = word + len(marker.before)
    if end >= len(p) or tuple(p.lower[word:end]) != marker.before:
        return False
    return not marker.closing or (word > 0 and p.upos[word - 1] == "PUNCT" and p.words[end][:1].isupper())


def noun_after(p: Parse, word: int) -> int | None:
    """The head of the noun phrase that begins right after ``word``."""
    if p.deps[word] in ("case", "fixed", "mark", "advmod") and p.heads[word] > word and p.upos[p.heads[word]] in (
        "NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X",
    ):  # fmt: skip
        return p.heads[word]
    for here in range(word + 1, min(word + 8, len(p))):
        if p.upos[here] in ("NOUN", "PROPN", "PRON"):
            head = here
            while (
                word < p.heads[head] < here + 8
                and p.heads[head] != head
                and p.upos[p.heads[head]] in ("NOUN", "PROPN", "NUM")  # *according to [one] of the passengers*
                and not _is_outside(p, head)
            ):
                head = p.heads[head]
            return head
        if p.upos[here] in ("PUNCT", "VERB") or is_finite(p, here):
            return None  # *aldus [heeft] de minister gemeld*
    return None


def _is_outside(p: Parse, word: int) -> bool:
    """*According to the study[, skulls] break*, *according to Wasef [archaeologists] have found none*: no part of it."""
    above = p.heads[word]
    if _is_person(p, above):  # *according to the town's mayor, [Ann Hale], it was off*
        return False
    parted = any(p.words[w] in (",", ";") for w in range(word, above))
    return parted or (_is_person(p, word) and p.deps[above] in SUBJECT and is_finite(p, above + 1))


def _is_person(p: Parse, word: int) -> bool:
    return p.entity_of[word] >= 0 and p.entities[p.entity_of[word]].type == "PER"


def source_words(text: Text, marker: int, begin: int, holder: int) -> tuple[int, ...]:
    """The words of a source from ``begin`` on, with what somebody is, without why and when."""
    source = _up_to_interruption(text.parse, marker, _without_reason_and_time(text, begin, holder))
    return (*source, *_role_behind(text, marker, source))


def _up_to_interruption(p: Parse, marker: int, source: list[int]) -> tuple[int, ...]:
    """The source up to the comma behind it where the phrase stands between a verb and its predicate.

    *De kapitein was, aldus de rederij, waarschijnlijk vermoeid*: no apposition, though the parse may take it for one.
    """
    interrupting = marker > 1 and p.words[marker - 1] == "," and p.upos[marker - 2] == "AUX"
    if not interrupting or _is_closed(p, source):
        return tuple(source)
    comma = next((n for n, w in enumerate(source) if p.words[w] == ","), len(source))
    return tuple(source[:comma])


def _is_closed(p: Parse, source: list[int]) -> bool:
    """*Jan Smit, directeur van Bloem,*: a noun phrase up to a comma is an apposition after all."""
    end = source[-1] + 1
    return p.upos[source[-1]] in ("NOUN", "PROPN") and end < len(p) and p.words[end] == ","


def _without_reason_and_time(text: Text, begin: int, holder: int) -> list[int]:
    """The noun phrase of a source up to why or when, wherever a parse hangs these."""
    p = text.parse
    words = [w for w in noun_phrase(p, holder, relative=True) if w >= begin]
    stops = (w - gives_reason(text, w) for w in words if w > holder and (gives_reason(text, w) or tells_when(text, w)))
    stop = next(stops, len(p))
    return [w for w in words if w < stop]


def gives_reason(text: Text, word: int) -> bool:
    """Whether a clause of reason or condition opens behind a comma."""
    p, opens = text.parse, text.pack.propositions.words.because | text.pack.closed.conditionals
    return p.words[word - 1] == "," and p.upos[word] == "SCONJ" and p.lower[word] in opens


def _role_behind(text: Text, marker: int, source: tuple[int, ...]) -> range:
    """*is volgens Josien Kaan[, econoom bij de bank,] verdubbeld*: what somebody is, wherever a parse hangs it."""
    p, comma = text.parse, source[-1] + 1
    end = text.sentence(marker)[1]
    if marker == text.sentence(marker)[0] or comma + 1 >= end or p.words[comma] != "," or p.upos[comma + 1] != "NOUN":
        return range(0)
    person = text.type_at(source[-1]) == "PER" and noun_kind(p.lemmas[comma + 1].lower(), text.pack) == "person"
    close = next((w for w in range(comma + 1, end) if p.upos[w] == "PUNCT"), end)
    closed = close + 1 < end and p.words[close] == "," and not any(is_finite(p, w) for w in range(comma, close))
    return range(comma, close) if person and closed else range(0)
