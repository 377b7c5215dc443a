"""What introduces or closes a quotation: ``zegt X``, ``aldus X``, ``X: “``, before or behind it in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.attributions.markers import marker_at, noun_after
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attitude
from wederhoor.syntax.clauses import (
    antecedent,
    children,
    is_finite,
    names_somebody,
    noun_phrase,
    subject_in_group,
)
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.quotations import Quotation

QUOTATION_MARKS = set("\"'“”„‘’«»‚`´")
LONGEST_CUE = 60
"""Words between a quotation and what cues it, at most."""
LONGEST_SUBJECT = 40
"""Words from the beginning of a subject to its verb, at most."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What introduces or closes a quotation: cue words, the source's head (or None) and the words of the source."""

    words: tuple[int, ...]
    holder: int | None
    source: tuple[int, ...]
    attitude: Attitude = "say"


def before_mark(p: Parse, first: int) -> int:
    """The word before the opening mark of a quotation whose first word is ``first``."""
    here = first - 1
    while here >= 0 and is_quotation_mark(p.words[here]):
        here -= 1
    return here


def is_quotation_mark(word: str) -> bool:
    return set(word) <= QUOTATION_MARKS or word in (",,", "''")


def same_paragraph(p: Parse, a: int, b: int) -> bool:
    return not any(sign in "\n\r" for sign in p.text[p.ends[a] : p.starts[b]])


def cue_after(text: Text, quotation: Quotation) -> Cue | None:
    """``...,” zegt X`` and ``...,” aldus X``; where the language has it, the subject before the verb: ``...,” X said``."""
    inner = words_in(text.parse, quotation.inner)
    if not inner:
        return None
    found = _verb_then_subject(text, quotation, inner)
    return found or (_subject_then_verb(text, quotation, inner) if text.pack.grammar.subject_first else None)


def _verb_then_subject(text: Text, quotation: Quotation, inner: Sequence[int]) -> Cue | None:
    p = text.parse
    here = bisect_left(p.starts, quotation.outer[1])
    ended = p.words[inner[-1]] in {",", "?", "!", "…", "...", "."}
    comma = False
    while here < len(p) and p.words[here] in {",", "-", "–", "—"}:
        comma = True
        here += 1
    if here >= len(p) or not same_paragraph(p, inner[-1], here) or p.words[here][:1].isupper():
        return None
    marker = _marker_cue(text, here)
    if marker:
        return marker
    verb = here
    while verb < len(p) and p.lower[verb] in text.pack.grammar.manner:
        verb += 1
    if verb >= len(p) or p.upos[verb] not in ("VERB", "AUX") or not (is_finite(p, verb) or p.upos[verb] == "VERB"):
        return None
    return _verb_cue(text, here, verb, certain=comma or ended)


def _subject_then_verb(text: Text, quotation: Quotation, inner: Sequence[int]) -> Cue | None:
    """``...,” the mayor said``: a reporting verb whose subject begins right behind the quotation, and that reports nothing else.

    Behind a full stop another sentence begins.
    """
    p = text.parse
    here = bisect_left(p.starts, quotation.outer[1])
    open_end = p.words[inner[-1]] in {",", "?", "!", "…", "..."}
    while here < len(p) and p.words[here] in {",", "-", "–", "—"}:
        open_end = True
        here += 1
    if not open_end or here >= len(p) or not same_paragraph(p, inner[-1], here):
        return None
    end = min(p.sentences[p.sentence_of[here]][1], here + LONGEST_SUBJECT)
    verb = next((w for w in range(here + 1, end) if p.upos[w] == "VERB" and _begins_with(p, w, here)), None)
    return None if verb is None else _cue_of(text, verb)


def _begins_with(p: Parse, verb: int, first: int) -> bool:
    """Whether the subject of a verb stands before it and begins at ``first``."""
    subject = subject_in_group(p, verb)
    return subject is not None and first <= subject < verb and noun_phrase(p, subject, relative=True)[0] == first


def _cue_of(text: Text, verb: int) -> Cue | None:
    """The cue of a verb behind its subject, where it reports and nothing else stands behind it."""
    p = text.parse
    entries = text.pack.verbs.get(p.lemmas[verb], ())
    entry = next((e for e in entries if e.frames & {"quote", "paren"} and not e.words), None)
    subject = subject_in_group(p, verb)
    if entry is None or subject is None or _reports_more(text, verb):
        return None
    source = tuple(w for w in noun_phrase(p, subject, relative=True) if w < verb)
    first = source[0] if source else subject
    cue = tuple(w for w in text.clause(verb).group if first <= w and w not in source)
    return Cue(cue, subject, source, entry.attitude)


def _reports_more(text: Text, verb: int) -> bool:
    """Whether something that is nobody stands behind a verb as its object: *“No.” He said that ...*."""
    p = text.parse
    behind = [c for c in children(p, verb, "ccomp", "obj") if c > verb and not text.quoted[c]]
    return any(not names_somebody(p, c, text.pack) for c in behind)


def _verb_cue(text: Text, first: int, verb: int, *, certain: bool) -> Cue | None:
    p = text.parse
    main = p.heads[verb] if p.deps[verb] in ("aux", "aux:pass") and p.heads[verb] > verb else verb
    entry = next((e for e in text.pack.verbs.get(p.lemmas[main], ()) if e.frames & {"quote", "paren"}), None)
    if entry is None and not certain:
        return None
    subject = _subject_after(text, main, verb)
    if subject is None:
        return None
    source = noun_phrase(p, subject, relative=True)
    source = [w for w in source if w > verb] or [subject]
    words = sorted({*range(first, verb), *text.clause(main).group, verb} - set(source))
    words = [w for w in words if first <= w < first + LONGEST_CUE]
    return Cue(tuple(words), subject, tuple(source), entry.attitude if entry else "say")


def _subject_after(text: Text, main: int, verb: int) -> int | None:
    """The subject of an inverted verb; where the parser found none, the first noun phrase after the verb."""
    p = text.parse
    subject = text.clause(main).agent if text.clause(main).passive else None
    subject = subject if subject is not None else text.clause(main).subject
    if subject is not None and verb < subject < verb + LONGEST_CUE and p.sentence_of[subject] == p.sentence_of[verb]:
        return subject
    for word in range(verb + 1, min(verb + 5, len(p))):
        if p.words[word] in {".", ",", ":", ";", "?", "!"}:
            break
        if p.upos[word] in ("PROPN", "NOUN", "PRON"):
            head = word
            while (
                p.heads[head] > verb and p.heads[head] < word + 6 and p.upos[p.heads[head]] in ("PROPN", "NOUN", "PRON")
            ):
                if p.heads[head] == head:
                    break
                head = p.heads[head]
            return head
    return None


def _marker_cue(text: Text, here: int) -> Cue | None:
    p = text.parse
    for marker in text.pack.markers.get(p.lower[here], ()):
        size = len(marker.before)
        if not marker_at(p, here, marker):
            continue
        head = noun_after(p, here + size - 1)
        if head is None:
            return None
        source = [w for w in noun_phrase(p, head, relative=True) if w >= here + size]
        return Cue(tuple(range(here, here + size)), head, tuple(source), marker.attitude)
    return None


def cue_before(text: Text, quotation: Quotation) -> Cue | None:
    """``X zegt: “...`` and ``X: “...``: what stands before the colon in the same sentence."""
    p = text.parse
    inner = words_in(p, quotation.inner)
    colon = before_mark(p, inner[0]) if inner else -1
    # the mark's last sign, for a tokeniser may join it with a bracket: *Jansen (51): “*
    laid_out = quotation.outer == quotation.inner  # a turn may stand below its speaker
    if colon < 0 or not (laid_out or same_paragraph(p, colon, inner[0])) or p.words[colon][-1] not in ":,":
        return None
    first = colon
    while (
        first > 0
        and same_paragraph(p, first - 1, colon)
        and p.words[first - 1] not in {".", "!", "?", "…"}
        and colon - first < LONGEST_CUE
    ):
        first -= 1
    while first < colon and is_quotation_mark(p.words[first]):
        first += 1
    before = range(first, colon)
    found = _verb_before(text, before, only_reporting=p.words[colon] == ",")
    if found or p.words[colon] == ",":
        return found
    return _name_before(text, before)


def _verb_before(text: Text, before: range, *, only_reporting: bool) -> Cue | None:
    p = text.parse
    verbs = [w for w in before if p.upos[w] in ("VERB", "AUX") and p.deps[w] not in ("aux", "aux:pass", "cop")]
    for reporting in (True, False):
        if only_reporting and not reporting:
            return None
        for verb in reversed(verbs):
            entry = next(
                (e for e in text.pack.verbs.get(p.lemmas[verb], ()) if "quote" in e.frames and not e.words), None
            )
            if reporting and entry is None:
                continue
            subject = text.clause(verb).subject
            if subject is None or subject not in before:
                continue
            head = antecedent(p, subject, text.pack)
            head = subject if head is None else head
            if not reporting and not names_somebody(p, head, text.pack):
                continue
            source = tuple(w for w in noun_phrase(p, head, relative=head == subject) if w in before)
            cue = tuple(w for w in text.clause(verb).group if w in before) if reporting else ()
            return Cue(cue, head, source, entry.attitude if entry else "say")
    return None


def _name_before(text: Text, before: range) -> Cue | None:
    """``Jan Jansen, wethouder: “...``, ``Jansen (51): “...``: a phrase without a verb."""
    p = text.parse
    if not before or any(is_finite(p, w) for w in before):
        return None
    people = [w for w in before if p.entity_of[w] >= 0 and p.entities[p.entity_of[w]].type == "PER"]
    heads = [w for w in before if p.upos[w] in ("PROPN", "NOUN", "PRON", "ADJ") and p.heads[w] not in before]
    heads = [*people[:1], *heads, *(w for w in before if p.upos[w] in ("PROPN", "NOUN"))]
    head = next((w for w in heads if names_somebody(p, w, text.pack)), None)
    if head is None:
        return None
    if any(c == before[0] for c in children(p, head, "case")):  # *Tegen X: “*: the one spoken to
        return Cue(tuple(before), None, ())
    return Cue((), head, tuple(w for w in before if p.words[w] != ":"))
