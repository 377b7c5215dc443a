"""From drafts to attributions: one for each report, with its speaker, its form and the report that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import SUBJECT, is_plural, noun_kind, noun_phrase
from wederhoor.reading.attributions.draft import Draft, segments
from wederhoor.reading.parse import Parse
from wederhoor.reading.quotations import Quotation
from wederhoor.reading.cast import Cast
from wederhoor.reading.commitment import commitment
from wederhoor.reading.speakers import resolve
from wederhoor.records import Attribution, Form, Span, overlap

SAME_CONTENT = 0.8


@dataclass(frozen=True, slots=True)
class _Report:
    """A draft with its speaker."""

    draft: Draft
    speaker: str | None


def assemble(
    p: Parse, direct: Sequence[Draft], indirect: Sequence[Draft], quotations: Sequence[Quotation], cast: Cast, pack: LanguagePack
) -> tuple[Attribution, ...]:
    """Choose among the drafts, name their speakers, nest them, and number them in text order."""
    chosen = _borne_out(p, _choose(direct, indirect))
    reports = _name_speakers(p, chosen, cast)
    parents = _nest(reports)
    kept = [i for i, report in enumerate(reports) if not _same_speaker_as_parent(i, parents, reports)]
    ids = {i: f"A{n}" for n, i in enumerate(kept, 1)}
    out = []
    for i in kept:
        draft = reports[i].draft
        content = segments(p, draft.content)
        polarity, certainty = commitment(p, draft.cue, draft.content, draft.polarity, draft.certainty, pack)
        parent = parents[i]
        while parent is not None and parent not in ids:
            parent = parents[parent]
        out.append(
            Attribution(
                id=ids[i], content=content, cue=segments(p, draft.cue), source=segments(p, draft.source),
                speaker=reports[i].speaker, form=_form(p, draft, content, quotations),
                parent=ids[parent] if parent is not None else None, attitude=draft.attitude, polarity=polarity,
                certainty=certainty,
            )  # fmt: skip
        )
    return tuple(out)


def _choose(direct: Sequence[Draft], indirect: Sequence[Draft]) -> list[Draft]:
    """A cue belongs to one report: direct speech goes before indirect, and of two alike the one that names a source."""
    taken = {w for d in direct for w in d.cue}
    chosen = list(direct)
    for draft in sorted(indirect, key=lambda d: (d.holder is None, d.anchor)):
        if taken & set(draft.cue):
            continue
        draft = _outside_speech(draft, direct)
        if any(_dice(draft.content, other.content) >= SAME_CONTENT and not set(draft.cue) & set(other.content) and not set(other.cue) & set(draft.content) for other in chosen):
            continue
        chosen.append(draft)
        taken |= set(draft.cue)
    return sorted(chosen, key=lambda d: (d.anchor, -len(d.content)))


def _outside_speech(draft: Draft, direct: Sequence[Draft]) -> Draft:
    """Without direct speech that the parser drew into the clause of a cue outside of it."""
    content, cue = set(draft.content), set(draft.cue)
    for speech in direct:
        words = set(speech.content)
        if len(words) > 5 and words < content and not cue & words:
            content -= words
    return draft if len(content) == len(draft.content) else replace(draft, content=tuple(sorted(content)))


def _borne_out(p: Parse, drafts: list[Draft]) -> list[Draft]:
    """Without the tentative ones that nothing reported stands before."""
    reporting = {p.sentence_of[d.anchor] for d in drafts if not d.tentative and not d.quotations}
    return [d for d in drafts if not d.tentative or {p.sentence_of[d.anchor], p.sentence_of[d.anchor] - 1} & reporting]


def _dice(a: Sequence[int], b: Sequence[int]) -> float:
    return 2 * len(set(a) & set(b)) / (len(a) + len(b))


def _name_speakers(p: Parse, drafts: Sequence[Draft], cast: Cast) -> list[_Report]:
    reports: list[_Report] = []
    recent: list[str] = []
    voices: list[str] = []
    for number, draft in enumerate(drafts):
        if draft.follows:
            report = _follower(p, number, drafts, reports, cast, recent, voices)
        elif draft.holder is None:
            report = _Report(draft, None)
        else:
            report = _Report(draft, resolve(cast, draft.holder, recent, _quoted_speaker(draft, reports)))
        reports.append(report)
        if report.speaker and not _within_another(draft, drafts):
            recent.append(report.speaker)
            voices += [report.speaker] if draft.quotations else []
    return reports


def _quoted_speaker(draft: Draft, reports: Sequence[_Report]) -> str | None:
    """The speaker of the direct speech that a draft stands in."""
    cue = set(draft.cue)
    for earlier in reversed(reports):
        if earlier.draft.quotations and cue and cue <= set(earlier.draft.content):
            return earlier.speaker
    return None


def _within_another(draft: Draft, drafts: Sequence[Draft]) -> bool:
    cue = set(draft.cue or draft.content[:1])
    return any(other is not draft and cue <= set(other.content) for other in drafts if abs(other.anchor - draft.anchor) < 500)


def _follower(
    p: Parse, number: int, drafts: Sequence[Draft], reports: Sequence[_Report], cast: Cast, recent: list[str], voices: list[str]
) -> _Report:
    """A quotation without a source: the speaker beside it in the paragraph, else the one who spoke last."""
    draft = drafts[number]
    paragraph = _paragraph(p, draft.content[0])
    if not draft.quotations:
        return _hearer(p, draft, reports)
    sentence = p.sentence_of[draft.content[0]]
    for earlier in reversed(reports):
        if _paragraph(p, earlier.draft.anchor) != paragraph:
            break
        inside = set(earlier.draft.content) & set(draft.content)
        if not earlier.speaker or inside or _within_another(earlier.draft, drafts):
            continue
        end = max(p.sentence_of[w] for w in (*earlier.draft.content, *earlier.draft.cue))
        if sentence - end > 1 and (subject := _subject_before(p, sentence, end, paragraph, cast)) is not None:
            return _Report(replace(draft, source=tuple(noun_phrase(p, subject)), holder=subject), resolve(cast, subject, recent))
        return _Report(replace(draft, source=earlier.draft.source, holder=earlier.draft.holder), earlier.speaker)
    for later in drafts[number + 1 :]:
        if _paragraph(p, later.anchor) != paragraph:
            break
        if later.holder is not None and later.quotations and not set(later.cue) <= set(draft.content):
            return _Report(replace(draft, source=later.source, holder=later.holder), resolve(cast, later.holder, recent))
    subject = _subject_before(p, sentence, -1, paragraph, cast)
    if subject is not None:
        return _Report(replace(draft, source=tuple(noun_phrase(p, subject)), holder=subject), resolve(cast, subject, recent))
    spoke = voices or recent
    return _Report(draft, spoke[-1] if spoke else cast.protagonist(draft.content[0]))


def _hearer(p: Parse, draft: Draft, reports: Sequence[_Report]) -> _Report:
    """*zou*: on the word of the one reported in this sentence or the one before it in the paragraph, else of nobody named."""
    here = p.sentence_of[draft.anchor]
    for earlier in reversed(reports):
        there = p.sentence_of[earlier.draft.anchor]
        if here - there > 1 or _paragraph(p, earlier.draft.anchor) != _paragraph(p, draft.anchor):
            break
        if earlier.speaker:
            return _Report(replace(draft, source=earlier.draft.source, holder=earlier.draft.holder), earlier.speaker)
    return _Report(draft, None)


def _paragraph(p: Parse, word: int) -> int:
    return next(i for i, (_, end) in enumerate(p.paragraphs) if word < end)


def _subject_before(p: Parse, sentence: int, after: int, paragraph: int, cast: Cast) -> int | None:
    """The person that is subject of the nearest sentence before, in the same paragraph and later than sentence ``after``."""
    people = cast.pack.people
    for here in range(sentence - 1, after, -1):
        first, end = p.sentences[here]
        if first < p.paragraphs[paragraph][0]:
            return None
        for w in range(first, end):
            person = cast.type_at(w) == "PER" or p.lower[w] in people.he | people.she or noun_kind(p.lemmas[w].lower(), cast.pack) == "person"
            if p.deps[w] in SUBJECT and person and not is_plural(p, w):
                return w
    return None


def _nest(reports: Sequence[_Report]) -> list[int | None]:
    """For every report the smallest other one whose content holds its cue, or its content where it has no cue."""
    contents = [set(r.draft.content) for r in reports]
    parents: list[int | None] = []
    for i, report in enumerate(reports):
        key = set(report.draft.cue) or contents[i]
        around = [
            j for j, content in enumerate(contents)
            if j != i and (report.draft.cue or not report.draft.quotations or reports[j].draft.quotations) and key <= content and len(content) > len(key) and (len(content) > len(contents[i]) or not contents[i] >= content)
        ]  # fmt: skip
        parents.append(min(around, key=lambda j: (len(contents[j]), j)) if around else None)
    return parents


def _same_speaker_as_parent(i: int, parents: Sequence[int | None], reports: Sequence[_Report]) -> bool:
    """What a speaker says of himself stays in the outermost report."""
    parent, seen = parents[i], {i}
    while parent is not None and parent not in seen:
        if reports[parent].speaker is not None and reports[parent].speaker == reports[i].speaker:
            return True
        seen.add(parent)
        parent = parents[parent]
    return False


def _form(p: Parse, draft: Draft, content: tuple[Span, ...], quotations: Sequence[Quotation]) -> Form:
    """Direct where all words are quoted, indirect where none are; marks that hold the cue too are another's."""
    if draft.quotations:
        return "direct"
    cue = [p.span(w, w + 1) for w in draft.cue]
    own = [q.inner for q in quotations if not any(overlap(q.inner, c) for c in cue) and any(overlap(q.inner, s) for s in content)]
    quoted = [w for w in draft.content if p.upos[w] != "PUNCT" and any(a <= p.starts[w] < b for a, b in own)]
    solid = [w for w in draft.content if p.upos[w] != "PUNCT"]
    if not quoted:
        return "indirect"
    return "direct" if len(quoted) == len(solid) else "mixed"
