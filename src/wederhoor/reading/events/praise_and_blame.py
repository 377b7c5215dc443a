"""Praise and blame: SUPPORT and ACCUSE where what is reported judges somebody, and reports that are acts by themselves.

*X vindt dat Y faalt* is an accusation of Y at *vindt*; behind a neutral word the judging words themselves are the trigger. A
direct quotation behind a neutral word judges nobody: there the quotation speaks for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederhoor.reading.events.clause import arguments_of
from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.events.parties import mention_at
from wederhoor.reading.holders import words_of
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, EventCode
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, has_word, is_finite
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.stretches import below, related

CODES: dict[bool, EventCode] = {True: "SUPPORT", False: "ACCUSE"}
BY_ATTITUDE: dict[str, EventCode] = {"accuse": "ACCUSE", "deny": "REJECT"}
MODES: dict[EventCode, str] = {"ACCUSE": "disapprove"}
THREATENED: dict[EventCode, str] = {"PROTEST": "restrict", "ASSAULT": "violence"}
"""What may be threatened, and the mode of the threat."""
NAMED = ("obj", "xcomp", "ccomp", "obl", "obl:arg", "advcl")
BESIDE = ("advmod", "xcomp")
SHORT = 3
"""Words of what is said at most where one word of denial is all of it."""
ROLES = (*SUBJECT, "obj", "iobj", "obl:agent")
INNER = (*ROLES, "nmod", "nmod:poss", "obl:arg")


@dataclass(frozen=True, slots=True)
class _Report:
    """An attribution, or a verb like it, by its words."""

    number: int
    """Of the attribution; -1 for a verb that labels something outside of one."""
    attitude: str
    form: str
    speaker: str | None
    cue: list[int]
    verb: int | None
    lemmas: frozenset[str]
    """Of the cue's words."""
    content: list[int]


def find_praise_and_blame(text: Text, drafts: Sequence[EventDraft]) -> Iterator[EventDraft]:
    """Drafts for the attributions that judge, accuse, deny or announce a protest, where no verb of the cue has one yet."""
    taken = {d.anchor for d in drafts}
    by_anchor = sorted(drafts, key=lambda d: d.anchor)
    anchors = [d.anchor for d in by_anchor]
    for number, a in enumerate(text.attributions):
        report = _report(text, number, a)
        if taken.isdisjoint(report.cue):
            draft = _act(text, report, by_anchor, anchors) or _refutation(text, report) or _verdict(text, report)
            if draft is not None:
                taken.add(draft.anchor)
                yield draft
    for verb in range(len(text.parse)):
        labels = text.parse.lemmas[verb] in text.pack.events.judging.labelling and text.parse.upos[verb] == "VERB"
        if labels and verb not in taken:
            draft = _label(text, verb)
            if draft is not None:
                yield draft


def _label(text: Text, verb: int) -> EventDraft | None:
    """*noemt dat bangmakerij*: a verdict that is no attribution for want of a statement."""
    p = text.parse
    subject = child(p, verb, *SUBJECT)
    own = set() if subject is None else set(p.subtree(subject))
    content = [w for w in p.subtree(verb) if w != verb and w not in own]
    report = _Report(-1, "judge", "indirect", None, [verb], verb, frozenset((p.lemmas[verb],)), content)
    draft = _verdict(text, report)
    if draft is not None:
        doer = arguments_of(text, verb).subject
        draft.agents = [] if doer is None else [doer]
        draft.patients = [w for w in draft.patients if w != doer]
    return draft


def _report(text: Text, number: int, a: Attribution) -> _Report:
    p = text.parse
    cue = [w for span in a.cue for w in range(*words_of(p, span))]
    content = [w for span in a.content for w in range(*words_of(p, span))]
    verb = next((w for upos in ("VERB", "NOUN", "AUX") for w in cue if p.upos[w] == upos), None)
    lemmas = frozenset(form for w in cue for form in (p.lemmas[w], p.stems[w]))
    return _Report(number, a.attitude, a.form, a.speaker, cue, verb, lemmas, content)


def _act(text: Text, report: _Report, drafts: Sequence[EventDraft], anchors: Sequence[int]) -> EventDraft | None:
    """A report that is an act by its reporting word: a charge, displeasure, an announcement of worse, a denial."""
    judging, verb, lemmas = text.pack.events.judging, report.verb, report.lemmas
    if verb is None:
        return None
    if lemmas & judging.naming and (charge := _charge(text, report.content)) is not None:
        draft = _draft(text, report, "ACCUSE", _run(report.cue, verb), "charge")
        draft.mode = "allege"
        draft.patients = [charge] if fits(text, charge, ("actor",)) else []
        return draft
    if lemmas & judging.displeasure:
        return _about(text, report, _draft(text, report, "ACCUSE", (verb, verb + 1), "displeasure"))
    if lemmas & judging.announcing:
        return _announced(text, report, verb, drafts, anchors)
    direct = report.form == "direct" and not lemmas & judging.verbs
    code = BY_ATTITUDE.get(report.attitude)
    if direct or code is None:
        return None
    return _about(text, report, _draft(text, report, code, _run(report.cue, verb), "report that is an act"))


def _refutation(text: Text, report: _Report) -> EventDraft | None:
    """What is said denies, by its own words: *Dat klopt niet*, *Onzin!*; these are the trigger."""
    p, judging = text.parse, text.pack.events.judging
    spoken = [w for w in report.content if p.upos[w] not in ("PUNCT", "INTJ")]
    forms = [p.lower[w] for w in spoken]
    if report.lemmas & judging.labelling:
        return None
    if len(spoken) <= SHORT and (word := next((w for w in spoken if p.lower[w] in judging.denials), None)) is not None:
        return _draft(text, report, "REJECT", (word, word + 1), "refutation")
    for place in range(len(forms)):
        for words in text.pack.events.refutations.get(forms[place], ()):
            end = place + len(words)
            if tuple(forms[place:end]) == words and spoken[end - 1] - spoken[place] < len(words) + 2:
                draft = _draft(text, report, "REJECT", (spoken[place], spoken[end - 1] + 1), "refutation")
                draft.used = frozenset(spoken[place:end])
                draft.real = True
                return draft
    return None


def _verdict(text: Text, report: _Report) -> EventDraft | None:
    """What is said judges somebody, by the reporting word (noemt, vindt) or by itself."""
    p, judging = text.parse, text.pack.events.judging
    judge = report.verb if report.lemmas & judging.verbs else None
    if report.form == "direct" if judge is None else has_word(p, judge, text.pack.closed.reflexives):
        return None
    word = _judging_word(text, report.content, judge)
    if word is None:
        return None
    denied = judge is not None and not {p.lemmas[word].lower(), p.lower[word]}.isdisjoint(judging.denials)
    code: EventCode = "REJECT" if denied else CODES[_is_praise(text, word)]
    trigger = (word, word + 1) if judge is None else _run(report.cue, judge)
    draft = _draft(text, report, code, trigger, "verdict")
    _about(text, report, draft)
    if judge is not None and not draft.patients:
        draft.patients = [c for c in children(p, judge, "obj") if c != word][:1]
    return draft if draft.patients or judge is not None else None


def _draft(text: Text, report: _Report, code: EventCode, trigger: tuple[int, int], rule: str) -> EventDraft:
    draft = EventDraft(code, MODES.get(code), trigger, trigger[0], trigger[0], stem=code, rule=rule)
    actor = text.speaker_of.get(report.number)
    speaker = report.speaker
    draft.named = (actor.id,) if actor is not None else (speaker,) if speaker else ()
    return draft


def _run(cue: list[int], verb: int) -> tuple[int, int]:
    """The verb of a cue with what stands right behind it: *sprak van*."""
    end = verb + 1
    while end in cue:
        end += 1
    return verb, end


def _charge(text: Text, content: list[int]) -> int | None:
    """A noun in what is said that charges somebody."""
    p, charges = text.parse, text.pack.events.judging.charges
    nouns = (w for w in content if p.upos[w] == "NOUN")
    return next((w for w in nouns if p.lemmas[w].lower() in charges or p.lower[w] in charges), None)


def _judging_word(text: Text, content: list[int], verb: int | None) -> int | None:
    """The word that judges: the predicate of the main clause of what is said, or how it is done.

    Beside a reporting ``verb`` that judges (noemt hem een held) it is what hangs on that verb.
    """
    p = text.parse
    inside = set(content)
    tops = [w for w in content if p.heads[w] not in inside or p.heads[w] == w]
    named = related(p, () if verb is None else (*tops, *p.children[verb]), *NAMED)
    predicates = [w for w in tops if p.deps[w] not in ROLES or has_child(p, w, "cop")]
    beside = related(p, below(p, predicates), *BESIDE)
    named += [c for c in related(p, below(p, related(p, named, "obj")), "nmod") if _bare(p, c)]
    return next((w for w in (*predicates, *beside, *named) if _judges(text, w, reported=verb is not None)), None)


def _judges(text: Text, word: int, *, reported: bool) -> bool:
    """Whether a word praises, blames or denies, or says that it is too much; an adverb only tells how."""
    p, judging = text.parse, text.pack.events.judging
    forms = {p.lower[word]} if "Degree=Cmp" in p.feats[word] else {p.lemmas[word].lower(), p.lower[word]}
    adverb = p.deps[word] == "advmod"
    if p.upos[word] == "ADJ" and has_word(p, word, judging.excess) and (reported or not adverb):
        return True
    return bool(forms & (judging.blame | judging.denials)) or (bool(forms & judging.praise) and not adverb)


def _bare(p: Parse, word: int) -> bool:
    """Without a preposition: *noemt het kanaal [diefstal]*."""
    return not has_child(p, word, "case")


def _is_praise(text: Text, word: int) -> bool:
    """Whether the word praises; a negation beside it turns it round."""
    p, judging = text.parse, text.pack.events.judging
    excess = has_word(p, word, judging.excess)
    good = not excess and bool({p.lemmas[word].lower(), p.lower[word]} & judging.praise)
    beside = (*p.children[word], *p.children[p.heads[word]])
    negated = any(is_negation(p, c, text.pack) for c in beside)
    return good != negated


def _about(text: Text, report: _Report, draft: EventDraft) -> EventDraft:
    """The one who is judged: the first subject or object in what is said that is somebody else than the speaker."""
    p = text.parse
    speaker = text.speaker_of.get(report.number)
    inner = [w for w in report.content if p.deps[w] in INNER and not is_finite(p, w)]
    others = (w for w in inner if (m := mention_at(text, w)) is not None and m.actor is not speaker)
    nouns = (w for w in inner if p.deps[w] in ROLES and p.upos[w] in ("NOUN", "PROPN") and fits(text, w, ("actor",)))
    found = next(others, None)
    found = next(nouns, None) if found is None else found
    draft.patients = [] if found is None else [found]
    return draft


def _announced(
    text: Text, report: _Report, verb: int, drafts: Sequence[EventDraft], anchors: Sequence[int]
) -> EventDraft | None:
    """An announcement of a protest or worse is a threat."""
    if not report.content:
        return None
    within = drafts[bisect_left(anchors, report.content[0]) : bisect_left(anchors, report.content[-1] + 1)]
    announced = (d for d in within if not d.noun or d.host is None or text.parse.deps[d.anchor] == "obj")
    threat = next((d for d in announced if d.code in THREATENED), None)
    if threat is None:
        return None
    draft = _draft(text, report, "THREATEN", (verb, verb + 1), "announcement of worse")
    draft.mode = THREATENED[threat.code]
    draft.patients = list(threat.patients)
    return draft
