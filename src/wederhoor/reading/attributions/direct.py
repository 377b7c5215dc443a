"""Direct speech: a quotation with its cue before, inside or after it, or with none.

A run of quotation marks is one attribution; runs that one sentence joins around its cue (“A,” zegt X, “B.”) are one
with several segments; a quotation that stands by itself goes on the speaker of its paragraph.
"""

from __future__ import annotations

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.introductions import cue_before, label_before
from wederhoor.reading.attributions.speech_cues import STOPS, before_mark, cue_after, same_paragraph
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import noun_phrase
from wederhoor.syntax.quotations import Quotation
from wederhoor.syntax.stretches import any_finite

ENDS = {".", "!", "?", "…", "...", ","}
"""Signs that end what is said."""
FEWEST_OF_CLAUSE = 4
"""Words of a clause that is speech, at least."""
FARTHEST_NAME = 3
"""Words between a quotation and the name of who says it, at most: a verb, an article, a role."""
LONGEST_TAG = 8
"""Words of a tag behind that name, at most."""
DASHES = {"-", "–", "—"}


def find_direct(text: Text) -> list[Draft]:
    """Drafts of all direct speech, in text order."""
    speech: list[Quotation] = []
    for quotation in text.quotations:
        goes_on = bool(speech) and _interrupted(text, speech[-1], quotation)
        if quotation.depth == 0 and (goes_on or is_speech(text, quotation)):
            speech.append(quotation)
    inner = [[q] for q in text.quotations if q.depth and is_speech(text, q) and _is_of_another(text, q)]
    return sorted((_draft(text, group) for group in (*_utterances(text, speech), *inner)), key=lambda d: d.anchor)


def _utterances(text: Text, speech: list[Quotation]) -> list[list[Quotation]]:
    """The quotations that are one utterance, interrupted by its cue, together."""
    groups: list[list[Quotation]] = []
    for quotation in speech:
        if groups and _interrupted(text, groups[-1][-1], quotation):
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    return groups


def _is_of_another(text: Text, quotation: Quotation) -> bool:
    """Whether what is quoted in a quotation has a source of its own that is not its speaker."""
    cue = cue_after(text, quotation) or cue_before(text, quotation)
    if cue is None or cue.holder is None:
        return False
    return text.parse.lower[cue.holder] not in text.pack.closed.first_person


def is_speech(text: Text, quotation: Quotation) -> bool:
    """Whether a quotation is somebody's words, and not a term, a title or a part of the author's own sentence."""
    p = text.parse
    words = words_in(p, quotation.inner)
    solid = [w for w in words if p.upos[w] not in ("PUNCT", "SYM")]
    if not solid:
        return False
    ended = p.words[words[-1]] in ENDS
    if (len(solid) > 1 or ended) and _stands_alone(p, quotation, words[0], ended=ended):
        return ended or any_finite(p, solid) or _introduced(p, words[0])
    if _continues_sentence(p, words[0]):
        return False
    clause = any_finite(p, solid) and len(solid) >= FEWEST_OF_CLAUSE
    # *“Onbetaalbaar, en bovendien onverstandig”, vindt zij*: a fragment that opens the sentence
    clause = clause or (len(solid) > 1 and _opens_sentence(p, words[0]))
    return (clause or ended) and _has_cue(text, quotation)


def is_answered(text: Text, word: int) -> bool:
    """Whether a word stands outside of quotations, and the paragraph below it is one."""
    p = text.parse
    below = p.paragraph_of(word) + 1
    first = p.paragraphs[below][0] if below < len(p.paragraphs) else word
    return not text.quoted[word] and any(text.quoted[first : first + 2])


def _has_cue(text: Text, quotation: Quotation) -> bool:
    """Whether a cue stands behind it, before its colon within a quotation, or by the language its comma: *She said, “No.”*."""
    first = words_in(text.parse, quotation.inner)[0]
    opened = text.pack.grammar.subject_first or (quotation.depth > 0 and _introduced(text.parse, first))
    return (opened and cue_before(text, quotation) is not None) or cue_after(text, quotation) is not None


def _stands_alone(p: Parse, quotation: Quotation, first: int, *, ended: bool) -> bool:
    return _starts_clause(p, first) and (ended or _ends_sentence(p, quotation))


def _starts_clause(p: Parse, first: int) -> bool:
    """Nothing of the author's sentence runs on into the quotation."""
    mark = before_mark(p, first)
    if mark < 0 or p.words[mark][-1] in ".!?:…" or not same_paragraph(p, mark, first) or label_before(p, first):
        return True
    return p.words[mark] in DASHES and (mark == 0 or not same_paragraph(p, mark - 1, first))


def _opens_sentence(p: Parse, first: int) -> bool:
    return before_mark(p, first) < p.sentences[p.sentence_of[first]][0] and p.words[first][:1].isupper()


def _introduced(p: Parse, first: int) -> bool:
    mark = before_mark(p, first)
    return mark >= 0 and p.words[mark].endswith(":") and same_paragraph(p, mark, first)


def _continues_sentence(p: Parse, first: int) -> bool:
    mark = before_mark(p, first)
    return mark >= 0 and same_paragraph(p, mark, first) and p.upos[mark] != "PUNCT"


def _ends_sentence(p: Parse, quotation: Quotation) -> bool:
    rest = p.text[quotation.outer[1] : quotation.outer[1] + 2]
    return not rest.strip() or rest[0] in ".!?\n\r"


def _draft(text: Text, group: list[Quotation]) -> Draft:
    p = text.parse
    content = tuple(w for q in group for w in words_in(p, q.inner))
    between = cue_after(text, group[0]) if len(group) > 1 else None
    cue = between or cue_after(text, group[-1]) or cue_before(text, group[0])
    if cue is None and (tagged := _named_behind(text, group[-1]) or _signed_below(text, group[-1])) is not None:
        source = tuple(noun_phrase(p, tagged))
        return Draft(content, (), source, tagged, tuple(group), anchor=content[0], rule="speech, name behind")
    if cue is None:
        labelled = _is_labelled(text, group[0]) or _is_turn(text, group[0]) or _is_tagged(text, group[-1])
        return Draft(content, quotations=tuple(group), follows=not labelled, anchor=content[0], rule="speech, no cue")
    return Draft(
        content,
        cue.words,
        cue.source,
        cue.holder,
        tuple(group),
        cue.attitude,
        follows=cue.holder is None,
        anchor=content[0],
        rule="speech, cue inside" if between else "speech, cue beside",
    )


def _named_behind(text: Text, quotation: Quotation) -> int | None:
    """*“It was broken,” [Delray] shot back*: the one named where a cue stands, whose verb is none that the lexicon knows."""
    p = text.parse
    last = words_in(p, quotation.inner)[-1]
    first = next((w for w in range(last, len(p)) if p.starts[w] >= quotation.outer[1]), None)
    if first is None or "," not in (p.words[last], p.words[first]):
        return None
    end = min(text.sentence(first)[1], first + FARTHEST_NAME + 1)
    name = next((w for w in range(first, end) if p.entity_of[w] >= 0 and not text.quoted[w]), None)
    if name is None or text.type_at(name) != "PER" or not same_paragraph(p, last, name):
        return None
    return name if _is_all_there_is(text, range(name + 1, text.sentence(name)[1])) else None


def _signed_below(text: Text, quotation: Quotation) -> int | None:
    """*“I was there.”* and on a line of its own *- [Hale], on the radio*: the one whose name a dash opens that line with."""
    p = text.parse
    line = p.paragraph_of(words_in(p, quotation.inner)[-1]) + 1
    if line >= len(p.paragraphs):
        return None
    first, end = p.paragraphs[line]
    name = next((w for w in range(first, min(first + FARTHEST_NAME + 1, end)) if text.type_at(w) == "PER"), None)
    if name is None or p.words[first][0] not in DASHES or any(text.quoted[first:end]):
        return None
    return name if _is_all_there_is(text, range(name + 1, end)) else None


def _is_all_there_is(text: Text, rest: range) -> bool:
    """Whether what stands behind the name is short and says nothing of its own."""
    return len(rest) <= LONGEST_TAG and not any(text.parse.words[w] in (":", ";") or text.quoted[w] for w in rest)


def _is_turn(text: Text, quotation: Quotation) -> bool:
    """Whether a line opens with a dash, and the one before or behind it too: those who talk take turns, and none is told."""
    p = text.parse
    first = words_in(p, quotation.inner)[0]
    here = p.paragraph_of(first)
    lines = [p.paragraphs[n][0] for n in (here - 1, here, here + 1) if 0 <= n < len(p.paragraphs)]
    turns = [w for w in lines if p.words[w] in DASHES]
    return len(turns) > 1 and p.paragraphs[here][0] in turns and first - p.paragraphs[here][0] <= 1


def _is_tagged(text: Text, quotation: Quotation) -> bool:
    """Whether the sentence of a quotation goes on behind it with something that somebody does: it has one who says it.

    Nobody that stands in another sentence: *“He should act,” the editorial read*; *“...,” Dace, one of those who sued, said*.
    """
    p = text.parse
    last = words_in(p, quotation.inner)[-1]
    first = next((w for w in range(last, len(p)) if p.starts[w] >= quotation.outer[1]), None)
    if first is None or not same_paragraph(p, last, first) or p.words[last] in STOPS - {"?", "!"}:
        return False
    rest = range(first, text.sentence(first)[1])
    behind_comma = "," in (p.words[last], p.words[first]) and len(rest) > 1
    return behind_comma or (p.words[first][:1].islower() and any_finite(p, rest))


def _is_labelled(text: Text, quotation: Quotation) -> bool:
    """Whether a turn of a transcript has its own speaker before it, told or not; *A:* is nobody by name."""
    p = text.parse
    mark = before_mark(p, words_in(p, quotation.inner)[0])
    turn = quotation.outer == quotation.inner and mark >= 0 and p.words[mark].endswith(":")
    label = p.lower[mark].removesuffix(":") or p.lower[mark - 1]
    return turn and label not in text.pack.grammar.answer_labels


def _interrupted(text: Text, first: Quotation, second: Quotation) -> bool:
    """Whether two quotations are one utterance that its cue interrupts, within one sentence."""
    p = text.parse
    gap = p.text[first.outer[1] : second.outer[0]]
    if any(sign in gap for sign in "\n\r") or len(gap) > 200 or not gap.rstrip().endswith((",", "–", "-")):
        return False
    if any(p.words[w] in STOPS for w in words_in(p, (first.outer[1], second.outer[0]))):
        return False
    return cue_after(text, first) is not None
