"""Whose words the drafts are: the source's name, or for words without a source the one who is speaking there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wederhoor.reading.attributions.choice import ContentIndex
from wederhoor.reading.attributions.draft import Draft, Report
from wederhoor.reading.attributions.free import is_free
from wederhoor.reading.attributions.introductions import first_question, introduction
from wederhoor.reading.attributions.paragraph_people import (
    is_anothers,
    meets_another,
    others,
    people_before,
    speaks_of_one,
)
from wederhoor.reading.attributions.seen_together import is_spoken_to, seen_together
from wederhoor.reading.speakers import resolve
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, is_plural, noun_phrase
from wederhoor.syntax.nouns import brings_in, names_somebody, noun_kind

SPOKEN_OF = ("obl", "nmod", "obj")
"""What hangs on a verb of saying beside a quotation and is no clause."""


@dataclass(slots=True)
class _Spoken:
    """Who has spoken so far, while the drafts are gone through in text order."""

    drafts: Sequence[Draft]
    index: ContentIndex
    tags: set[int]
    """The cues of those that are quoted."""
    reports: list[Report] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    """Speakers of reports that stand in no other report, the last one last."""
    quoted: list[str] = field(default_factory=list)
    """Those of them who were quoted directly."""

    def resolve(self, text: Text, holder: int, quoting: str | None = None, cue: Sequence[int] = ()) -> str:
        return resolve(text, holder, self.recent, quoting, cue)

    def inside_another(self, draft: Draft) -> bool:
        """Whether a draft's cue, or its first word, stands in the content of another draft."""
        holding = self.index.holding(draft.cue or draft.content[:1])
        return any(self.index.drafts[number] is not draft for number in holding)

    def is_aside(self, p: Parse, draft: Draft) -> bool:
        """Whether a report stands in another one, or in a clause that only describes a noun (*a letter in which X says*).

        Or in what somebody quoted speaks of: *“...”, zei A over [het plan van B] om te sluiten*.
        """
        here = draft.cue[0] if draft.cue else -1
        while here >= 0 and p.heads[here] != here:
            if p.deps[here] == RELATIVE or (p.deps[here] in SPOKEN_OF and p.heads[here] in self.tags - {*draft.cue}):
                return True
            here = p.heads[here]
        return self.inside_another(draft)


def name_speakers(drafts: Sequence[Draft], text: Text) -> list[Report]:
    """Every draft with its speaker, in the order given, which is that of the text."""
    tags = {w for d in drafts if d.quotations for w in d.cue}
    spoken = _Spoken(drafts, ContentIndex(drafts), tags)
    for number, draft in enumerate(drafts):
        report = Report(draft, _speaker(text, spoken, draft)) if not draft.follows else _going_on(text, spoken, number)
        spoken.reports.append(report)
        if report.speaker and not spoken.is_aside(text.parse, draft):
            spoken.recent.append(report.speaker)
            spoken.quoted += [report.speaker] if draft.quotations else []
    return seen_together(text, spoken.reports)


def _speaker(text: Text, spoken: _Spoken, draft: Draft) -> str | None:
    """Who the source of a report is; None where it is told as nobody's, or is spoken to."""
    if draft.holder is None or is_spoken_to(text, draft) or is_free(text.parse, draft, anybody=bool(spoken.recent)):
        return None
    return spoken.resolve(text, draft.holder, _quoted_speaker(spoken, draft), draft.cue)


def _going_on(text: Text, spoken: _Spoken, number: int) -> Report:
    """A report without a source of its own."""
    draft = spoken.drafts[number]
    if is_free(text.parse, draft, anybody=bool(spoken.recent)):
        return Report(draft, None)
    return _follower(text, spoken, number) if draft.quotations else _hearer(text, spoken, draft)


def _quoted_speaker(spoken: _Spoken, draft: Draft) -> str | None:
    """The speaker of the direct speech that a draft stands in."""
    for number in spoken.index.holding(draft.cue) if draft.cue else ():
        if number < len(spoken.reports) and spoken.drafts[number].quotations:
            return spoken.reports[number].speaker
    return None


def _follower(text: Text, spoken: _Spoken, number: int) -> Report:
    """A quotation without a source: the speaker beside it in the paragraph, else the one who was quoted last."""
    draft = spoken.drafts[number]
    told = introduction(text, draft.quotations[0])
    if told and not draft.cue:
        return _introduced(text, spoken, draft, told) or Report(draft, None)
    report = _after_report(text, spoken, draft) or _before_cue(text, spoken, number)
    if report:
        return report
    subject = _subject_before(text, draft.content[0], -1)
    if subject is not None:
        return _of_the_paragraph(text, spoken, draft, subject)
    answers = _who_answers(text, spoken, draft)
    return Report(
        draft, answers or _voice_or_nobody(text, draft.content[0], _last_voice(text, spoken, draft.content[0]))
    )


def _who_answers(text: Text, spoken: _Spoken, draft: Draft) -> str | None:
    """*Boelsma: “Er komt een onderzoek.”*, then a question: who answers an interview's questions without a name still does."""
    p = text.parse
    if draft.cue or not text.answers or not _opens_answer(text, draft.content[0]):
        return None
    bare = (
        r for r in spoken.reports if r.draft.follows and r.draft.quotations and not r.draft.cue and not r.draft.source
    )
    return next((r.speaker for r in bare if r.speaker and p.paragraph_of(r.draft.content[0]) in text.answers), None)


def _opens_answer(text: Text, word: int) -> bool:
    """Whether a quotation is an answer, or opens a paragraph that goes on behind it where the one before asks."""
    p, paragraph = text.parse, text.parse.paragraph_of(word)
    asked = paragraph > 0 and p.words[p.paragraphs[paragraph - 1][1] - 1] == "?"
    return paragraph in text.answers or (asked and word - p.paragraphs[paragraph][0] <= 1)


def _voice_or_nobody(text: Text, word: int, voice: str | None) -> str | None:
    """Whom a quotation goes on with, unless its paragraph names others: then the one who does something there."""
    people = people_before(text, word)
    if not people or voice in {c.name for c in people}:
        return voice
    doing = others(people, (), None)
    return doing.pop() if len(doing) == 1 else None


def _of_the_paragraph(text: Text, spoken: _Spoken, draft: Draft, subject: int) -> Report:
    """The person of the sentence before, unless he is told of there: then the other one of the paragraph, if he may speak.

    *Zijn moeder ging naar huis*: another's relative. *Bos is geen wethouder meer. “Als hij ...”*: he whom another speaks of.
    """
    report = _from_subject(text, spoken, draft, subject)
    people = people_before(text, subject)
    relatives = [c for c in people if is_anothers(text, c.word)]
    beside = others(people, relatives, report.speaker)
    third, main = speaks_of_one(text, draft), _main_voice(text, spoken, draft.content[0])
    named = [c.word for c in people if c.name == report.speaker]
    pronoun = text.parse.upos[subject] == "PRON"
    spoken_of = third and (bool(main) and not named if pronoun else bool(beside))
    spoken_of = spoken_of and not meets_another(text, subject)
    if not spoken_of and {subject, *named}.isdisjoint(c.word for c in relatives):
        return report
    if beside:
        return Report(draft, beside.pop() if third and len(beside) == 1 else None)
    return Report(draft, main)


def _introduced(text: Text, spoken: _Spoken, draft: Draft, told: range) -> Report | None:
    """*The price has nothing to do with it, she says: “*: a quotation goes on with what is reported in its introduction alone."""
    for earlier in reversed(spoken.reports):
        if earlier.speaker and earlier.draft.anchor in told and not spoken.is_aside(text.parse, earlier.draft):
            return Report(_with_source(draft, earlier.draft), earlier.speaker)
    return None


def _last_voice(text: Text, spoken: _Spoken, word: int) -> str | None:
    """The one quoted last; before anybody is, the person reported last, else the one whom the text is about."""
    asked = first_question(text)
    if asked is not None and asked < word:  # whom a question is about does not answer it
        return text.cast.protagonist(asked) if text.cast.leaders and text.cast.leaders[0][0] < asked else None
    last = spoken.recent[-1] if spoken.recent else None
    if spoken.quoted:
        answers = text.parse.paragraphs[text.parse.paragraph_of(word)][0] >= word - 1
        return spoken.quoted[-1] if answers or last == spoken.quoted[-1] else _main_voice(text, spoken, word)
    return last if last in text.cast.persons else text.cast.protagonist(word) or last


def _main_voice(text: Text, spoken: _Spoken, word: int) -> str | None:
    """The one quoted last, where the text is about him: who is interviewed."""
    last = spoken.quoted[-1] if spoken.quoted else None
    return last if last == text.cast.protagonist(word) else None


def _after_report(text: Text, spoken: _Spoken, draft: Draft) -> Report | None:
    """The source of the report before it in the paragraph, or the person of a sentence between the two."""
    p = text.parse
    content, first = set(draft.content), draft.content[0]
    for earlier in reversed(spoken.reports):
        if p.paragraph_of(earlier.draft.anchor) != p.paragraph_of(first):
            return None
        if not earlier.speaker or content & set(earlier.draft.content) or spoken.is_aside(text.parse, earlier.draft):
            continue
        end = max(p.sentence_of[w] for w in (*earlier.draft.content, *earlier.draft.cue))
        subject = _subject_before(text, first, end) if p.sentence_of[first] - end > 1 else None
        if subject is not None:
            return _from_subject(text, spoken, draft, subject)
        return Report(_with_source(draft, earlier.draft), earlier.speaker)
    return None


def _before_cue(text: Text, spoken: _Spoken, number: int) -> Report | None:
    """The source of the next quotation with a cue in the paragraph."""
    p, draft = text.parse, spoken.drafts[number]
    for later in spoken.drafts[number + 1 : number + 20]:
        if p.paragraph_of(later.anchor) != p.paragraph_of(draft.content[0]):
            return None
        if any(p.lemmas[w] in text.pack.disputes.replying for w in later.cue):
            return None  # *“You did it.” “No,” she replied*
        if later.holder is not None and later.quotations and not set(later.cue) <= set(draft.content):
            return Report(_with_source(draft, later), spoken.resolve(text, later.holder))
    return None


def _hearer(text: Text, spoken: _Spoken, draft: Draft) -> Report:
    """*zou*: on the word of the one reported in this sentence or the one before in the paragraph, else of nobody named."""
    p = text.parse
    subject = _before_colon(text, draft.content[0])
    farthest = 1 if subject is None else 0
    for earlier in reversed(spoken.reports):
        anchor = earlier.draft.anchor
        apart = p.sentence_of[draft.anchor] - p.sentence_of[anchor] > farthest
        if apart or p.paragraph_of(anchor) != p.paragraph_of(draft.anchor):
            break
        if earlier.speaker and not _is_another_s_word(spoken, earlier.draft):
            return Report(_with_source(draft, earlier.draft), earlier.speaker)
    return _from_subject(text, spoken, draft, subject) if subject is not None else Report(draft, None)


def _is_another_s_word(spoken: _Spoken, draft: Draft) -> bool:
    """*Volgens een woordvoerster [wil Kanaal een zender]*: what is told in another's report, by a source of its own."""
    return bool(draft.cue) and spoken.inside_another(draft)


def _before_colon(text: Text, word: int) -> int | None:
    """*X heeft twijfels: de raad zou ...*: who is the subject of the clause before a colon that the word follows."""
    p = text.parse
    colon = word - 1
    if colon < 0 or p.words[colon] != ":" or p.paragraph_of(colon) != p.paragraph_of(word):
        return None
    subjects = [w for w in range(p.sentences[p.sentence_of[colon]][0], colon) if p.deps[w] in SUBJECT]
    main = (w for w in subjects if p.deps[p.heads[w]] != RELATIVE)
    return next((w for w in main if names_somebody(p, w, text.pack)), None)


def _with_source(draft: Draft, other: Draft) -> Draft:
    return replace(draft, source=other.source, holder=other.holder)


def _from_subject(text: Text, spoken: _Spoken, draft: Draft, subject: int) -> Report:
    source = tuple(noun_phrase(text.parse, subject))
    return Report(replace(draft, source=source, holder=subject), spoken.resolve(text, subject))


def _subject_before(text: Text, word: int, after: int) -> int | None:
    """The person that is subject of the nearest sentence before a word, in its paragraph and later than sentence ``after``."""
    p = text.parse
    begin = p.paragraphs[p.paragraph_of(word)][0]
    for here in range(p.sentence_of[word] - 1, after, -1):
        first, end = p.sentences[here]
        if first < begin:
            return None
        found = next((w for w in range(first, end) if p.deps[w] in SUBJECT and _is_person(text, w)), None)
        if found is not None:
            return found
    return None


def _is_person(text: Text, word: int) -> bool:
    p, closed = text.parse, text.pack.closed
    if is_plural(p, word):
        return False
    named = text.type_at(word) == "PER" or brings_in(p, word, text.pack) or p.lower[word] in closed.he | closed.she
    return named or noun_kind(p.lemmas[word].lower(), text.pack) == "person"
