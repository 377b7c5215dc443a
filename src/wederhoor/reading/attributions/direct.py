"""Direct speech: a quotation with its cue before, inside or after it, or with none.

A run of quotation marks is one attribution; runs that one sentence joins around its cue (“A,” zegt X, “B.”) are one with several
segments; a quotation that stands by itself goes on the speaker of its paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import (
    agent_of,
    antecedent,
    is_finite,
    is_passive,
    names_somebody,
    noun_phrase,
    subject_of,
    verb_group,
)
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.markers import marker_at, noun_after
from wederhoor.reading.parse import Parse
from wederhoor.reading.quotations import Quotation

QUOTATION_MARKS = set("\"'“”„‘’«»‚`´")
DASHES = {"-", "–", "—"}
LONGEST_CUE = 60
"""Words between a quotation and what cues it, at most."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What introduces or closes a quotation: cue words, the source's head (or None) and the words of the source."""

    words: tuple[int, ...]
    holder: int | None
    source: tuple[int, ...]
    attitude: str = "say"


def find_direct(p: Parse, quotations: Sequence[Quotation], pack: LanguagePack) -> list[Draft]:
    """Drafts of all direct speech, in text order."""
    speech = [q for q in quotations if q.depth == 0 and is_speech(p, q, pack)]
    drafts: list[Draft] = []
    number = 0
    while number < len(speech):
        group = [speech[number]]
        while number + 1 < len(speech) and _interrupted(p, group[-1], speech[number + 1], pack):
            number += 1
            group.append(speech[number])
        number += 1
        drafts.append(_draft(p, group, pack))
    for quotation in quotations:
        if quotation.depth and is_speech(p, quotation, pack):
            cue = _cue_after(p, quotation, pack) or _cue_before(p, quotation, pack)
            if cue and cue.holder is not None and p.lower[cue.holder] not in pack.people.first_person:
                drafts.append(_draft(p, [quotation], pack))
    return sorted(drafts, key=lambda d: d.anchor)


def words_in(p: Parse, span: tuple[int, int]) -> range:
    """The numbers of the words that begin inside a span."""
    return range(bisect_left(p.starts, span[0]), bisect_left(p.starts, span[1]))


def is_speech(p: Parse, quotation: Quotation, pack: LanguagePack) -> bool:
    """Whether a quotation is somebody's words, and not a term, a title or a part of the author's own sentence."""
    words = words_in(p, quotation.inner)
    solid = [w for w in words if p.upos[w] not in ("PUNCT", "SYM")]
    if not solid:
        return False
    ended = p.words[words[-1]] in {".", "!", "?", "…", "...", ","}
    stands_alone = _starts_clause(p, words[0]) and (ended or _ends_sentence(p, quotation))
    if stands_alone and (len(solid) > 1 or ended):
        return ended or any(is_finite(p, w) for w in solid) or _introduced(p, words[0])
    if _continues_sentence(p, words[0]):
        return False
    clause = any(is_finite(p, w) for w in solid) and len(solid) >= 4
    return (clause or ended) and _cue_after(p, quotation, pack) is not None


def _starts_clause(p: Parse, first: int) -> bool:
    """Nothing of the author's sentence runs on into the quotation."""
    mark = _before_mark(p, first)
    if mark < 0 or p.words[mark] in {".", "!", "?", ":", "…", "..."} or not _same_paragraph(p, mark, first):
        return True
    return p.words[mark] in DASHES and (mark == 0 or not _same_paragraph(p, mark - 1, first))


def _introduced(p: Parse, first: int) -> bool:
    mark = _before_mark(p, first)
    return mark >= 0 and p.words[mark] == ":" and _same_paragraph(p, mark, first)


def _continues_sentence(p: Parse, first: int) -> bool:
    mark = _before_mark(p, first)
    return mark >= 0 and _same_paragraph(p, mark, first) and p.upos[mark] != "PUNCT"


def _before_mark(p: Parse, first: int) -> int:
    """The word before the opening mark of a quotation whose first word is ``first``."""
    here = first - 1
    while here >= 0 and _is_quotation_mark(p.words[here]):
        here -= 1
    return here


def _is_quotation_mark(word: str) -> bool:
    return set(word) <= QUOTATION_MARKS or word in (",,", "''")


def _same_paragraph(p: Parse, a: int, b: int) -> bool:
    return not any(sign in "\n\r" for sign in p.text[p.ends[a] : p.starts[b]])


def _ends_sentence(p: Parse, quotation: Quotation) -> bool:
    rest = p.text[quotation.outer[1] : quotation.outer[1] + 2]
    return not rest.strip() or rest[0] in ".!?\n\r"


def _draft(p: Parse, group: list[Quotation], pack: LanguagePack) -> Draft:
    content = tuple(w for q in group for w in words_in(p, q.inner))
    cue = _between(p, group, pack) or _cue_after(p, group[-1], pack) or _cue_before(p, group[0], pack)
    anchor = content[0]
    if cue is None:
        return Draft(content, quotations=tuple(group), follows=True, anchor=anchor)
    return Draft(
        content, cue.words, cue.source, cue.holder, tuple(group), cue.attitude, follows=cue.holder is None, anchor=anchor,
    )  # type: ignore[arg-type]  # fmt: skip


def _between(p: Parse, group: list[Quotation], pack: LanguagePack) -> Cue | None:
    return _cue_after(p, group[0], pack) if len(group) > 1 else None


def _interrupted(p: Parse, first: Quotation, second: Quotation, pack: LanguagePack) -> bool:
    """Whether two quotations are one utterance that its cue interrupts, within one sentence."""
    gap = p.text[first.outer[1] : second.outer[0]]
    if any(sign in gap for sign in "\n\r.!?") or len(gap) > 200 or not gap.rstrip().endswith((",", ":", "–", "-")):
        return False
    if gap.rstrip().endswith(":"):
        return False
    return _cue_after(p, first, pack) is not None


def _cue_after(p: Parse, quotation: Quotation, pack: LanguagePack) -> Cue | None:
    """``...,” zegt X`` and ``...,” aldus X``: the verb comes first, then its subject."""
    here = bisect_left(p.starts, quotation.outer[1])
    inner = words_in(p, quotation.inner)
    if not inner:
        return None
    ended = p.words[inner[-1]] in {",", "?", "!", "…", "...", "."}
    comma = False
    while here < len(p) and p.words[here] in {",", "-", "–", "—"}:
        comma = True
        here += 1
    if here >= len(p) or not _same_paragraph(p, inner[-1], here) or p.words[here][:1].isupper():
        return None
    marker = _marker_cue(p, here, pack)
    if marker:
        return marker
    verb = here
    while verb < len(p) and p.lower[verb] in pack.grammar.manner:
        verb += 1
    if verb >= len(p) or p.upos[verb] not in ("VERB", "AUX") or not (is_finite(p, verb) or p.upos[verb] == "VERB"):
        return None
    return _verb_cue(p, here, verb, pack, certain=comma or ended)


def _verb_cue(p: Parse, first: int, verb: int, pack: LanguagePack, *, certain: bool) -> Cue | None:
    main = p.heads[verb] if p.deps[verb] in ("aux", "aux:pass") and p.heads[verb] > verb else verb
    entry = next((e for e in pack.verbs.get(p.lemmas[main], ()) if e.frames & {"quote", "paren"}), None)
    if entry is None and not certain:
        return None
    subject = _subject_after(p, main, verb, pack)
    if subject is None:
        return None
    source = noun_phrase(p, subject, relative=True)
    source = [w for w in source if w > verb] or [subject]
    words = sorted({*range(first, verb), *verb_group(p, main), verb} - set(source))
    words = [w for w in words if first <= w < first + LONGEST_CUE]
    return Cue(tuple(words), subject, tuple(source), entry.attitude if entry else "say")


def _subject_after(p: Parse, main: int, verb: int, pack: LanguagePack) -> int | None:
    """The subject of an inverted verb; where the parser found none, the first noun phrase after the verb."""
    subject = agent_of(p, main) if is_passive(p, main) else None
    subject = subject if subject is not None else subject_of(p, main, pack)
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


def _marker_cue(p: Parse, here: int, pack: LanguagePack) -> Cue | None:
    for marker in pack.markers:
        size = len(marker.before)
        if not marker_at(p, here, marker):
            continue
        head = noun_after(p, here + size - 1)
        if head is None:
            return None
        source = [w for w in noun_phrase(p, head, relative=True) if w >= here + size]
        return Cue(tuple(range(here, here + size)), head, tuple(source), marker.attitude)
    return None


def _cue_before(p: Parse, quotation: Quotation, pack: LanguagePack) -> Cue | None:
    """``X zegt: “...`` and ``X: “...``: what stands before the colon in the same sentence."""
    inner = words_in(p, quotation.inner)
    colon = _before_mark(p, inner[0]) if inner else -1
    if colon < 0 or not _same_paragraph(p, colon, inner[0]) or p.words[colon] not in {":", ","}:
        return None
    first = colon
    while (
        first > 0
        and _same_paragraph(p, first - 1, colon)
        and p.words[first - 1] not in {".", "!", "?", "…"}
        and colon - first < LONGEST_CUE
    ):
        first -= 1
    while first < colon and _is_quotation_mark(p.words[first]):
        first += 1
    before = range(first, colon)
    found = _verb_before(p, before, pack, only_reporting=p.words[colon] == ",")
    if found or p.words[colon] == ",":
        return found
    return _name_before(p, before, pack)


def _verb_before(p: Parse, before: range, pack: LanguagePack, *, only_reporting: bool) -> Cue | None:
    verbs = [w for w in before if p.upos[w] in ("VERB", "AUX") and p.deps[w] not in ("aux", "aux:pass", "cop")]
    for reporting in (True, False):
        if only_reporting and not reporting:
            return None
        for verb in reversed(verbs):
            entry = next((e for e in pack.verbs.get(p.lemmas[verb], ()) if "quote" in e.frames and not e.words), None)
            if reporting and entry is None:
                continue
            subject = subject_of(p, verb, pack)
            if subject is None or subject not in before:
                continue
            head = antecedent(p, subject, pack)
            head = subject if head is None else head
            if not reporting and not names_somebody(p, head, pack):
                continue
            source = tuple(w for w in noun_phrase(p, head, relative=head == subject) if w in before)
            cue = tuple(w for w in verb_group(p, verb) if w in before) if reporting else ()
            return Cue(cue, head, source, entry.attitude if entry else "say")
    return None


def _name_before(p: Parse, before: range, pack: LanguagePack) -> Cue | None:
    """``Jan Jansen, wethouder: “...``, ``Jansen (51): “...``: a phrase without a verb."""
    if not before or any(is_finite(p, w) for w in before):
        return None
    heads = [w for w in before if p.upos[w] in ("PROPN", "NOUN", "PRON", "ADJ") and p.heads[w] not in before]
    heads += [w for w in before if p.upos[w] in ("PROPN", "NOUN")]
    head = next((w for w in heads if names_somebody(p, w, pack)), None)
    if head is None:
        return None
    return Cue((), head, tuple(w for w in before if p.words[w] not in {":"}))
