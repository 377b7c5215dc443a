"""Whose reports are, once all of them are seen: who answers another, who is answered, who denies what was just said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wederhoor.reading.attributions.draft import Draft, Report
from wederhoor.reading.attributions.free import who_said_like
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, children, noun_phrase

ADDRESSED = ("obj", "iobj", "obl")


def seen_together(text: Text, reports: Sequence[Report]) -> list[Report]:
    """The reports with what the others tell: who answers another, who is answered, who said the like."""
    told = _alike([*reports[:1], *(_not_his_own(text, before, here) for before, here in pairwise(reports))], reports)
    told = [_answering(text, report) for report in told]
    told = [_answered(text, told, n) if is_spoken_to(text, r.draft) else r for n, r in enumerate(told)]
    free = [n for n, r in enumerate(told) if r.speaker is None and r.draft.follows and r.draft.quotations]
    for number in free:
        told[number] = Report(told[number].draft, who_said_like(text, told[number].draft, told))
    return [r for r in told if r.speaker is not None or not is_spoken_to(text, r.draft)]


def _alike(told: Sequence[Report], before: Sequence[Report]) -> list[Report]:
    """*[Hij] ontkende dat en zei*: who is another than was thought is that other in all that he is the subject of."""
    other = {r.draft.holder: r.speaker for r, b in zip(told, before, strict=True) if r.speaker != b.speaker}
    return [Report(r.draft, other.get(r.draft.holder, r.speaker)) for r in told]


def is_spoken_to(text: Text, draft: Draft) -> bool:
    return draft.holder is not None and text.parse.lower[draft.holder] in text.pack.closed.second_person


def _answered(text: Text, reports: Sequence[Report], number: int) -> Report:
    """*In mei zei u dat de brug dicht bleef.* “Dat klopt.”: what is held against somebody is of him who answers right below."""
    p, draft = text.parse, reports[number].draft
    below = p.paragraph_of(draft.anchor) + 1
    able = (r for r in reports[number + 1 :] if r.draft.quotations and p.paragraph_of(r.draft.content[0]) == below)
    return Report(draft, next((r.speaker for r in able), None))


def _not_his_own(text: Text, before: Report, report: Report) -> Report:
    """*Haan zei tegen Sol dat ... Hij ontkende dat*: nobody denies what he just said; the only other person named is meant."""
    p, draft = text.parse, report.draft
    pronoun = draft.holder is not None and p.upos[draft.holder] in ("PRON", "DET")
    near = 0 <= p.sentence_of[draft.anchor] - p.sentence_of[before.draft.anchor] <= 1
    if not pronoun or not near or report.speaker is None or report.speaker != before.speaker:
        return report
    if _denies_it(text, before.draft, draft):
        words = range(*text.sentence(before.draft.anchor))
        others = _persons_at(text, words) - {report.speaker}
        return Report(draft, others.pop() if len(others) == 1 else None)
    return report


def _answering(text: Text, report: Report) -> Report:
    """*Haan vroeg Sol of ... “Nee”, antwoordde hij*: nobody answers himself, but whom he addressed does."""
    p, draft = text.parse, report.draft
    here = p.sentence_of[draft.content[0]]
    pronoun = draft.holder is not None and p.upos[draft.holder] in ("PRON", "DET")
    replies = draft.quotations and any(p.lemmas[w] in text.pack.disputes.answering for w in draft.cue)
    if not (pronoun and replies and here) or report.speaker is None:
        return report
    for subject in (w for w in range(*p.sentences[here - 1]) if p.deps[w] in SUBJECT):
        if report.speaker in (text.name_at(subject), *_persons_at(text, noun_phrase(p, subject))):
            beside = [w for c in children(p, p.heads[subject], *ADDRESSED) for w in noun_phrase(p, c)]
            others = _persons_at(text, beside) - {report.speaker}
            return Report(draft, others.pop()) if len(others) == 1 else report
    return report


def _denies_it(text: Text, before: Draft, draft: Draft) -> bool:
    """*Ontkent dat*: nothing but a pronoun for what was said, behind what is no denial itself."""
    p, pointing = text.parse, text.pack.closed.pointing | text.pack.closed.it
    return draft.attitude == "deny" != before.attitude and all(p.lower[word] in pointing for word in draft.content)


def _persons_at(text: Text, words: Iterable[int]) -> set[str]:
    return {name for w in words if text.type_at(w) == "PER" and (name := text.name_at(w))}
