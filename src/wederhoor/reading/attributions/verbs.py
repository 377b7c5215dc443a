"""Indirect speech behind a verb: says that, wants to, calls it a, fears the, and the parenthesis ``..., fears X``."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.asserted import asks_you, is_asserted
from wederhoor.reading.attributions.complements import complement
from wederhoor.reading.attributions.direct import is_answered
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.entries import entries_of, source_place, takes_for_granted
from wederhoor.reading.attributions.gapped import with_gapped
from wederhoor.reading.attributions.markers import host_clause
from wederhoor.reading.attributions.pointing_back import Complement, sentence_before
from wederhoor.reading.attributions.relatives import takes_up_clause
from wederhoor.reading.attributions.senses import (
    counts_another,
    first_noun,
    is_bare_thing,
    is_done,
    is_nobody,
    means_another,
    means_body,
    noun_behind,
    of_state,
    who_goes_on,
    who_tells,
    whom_meant,
)
from wederhoor.reading.attributions.unsaid import (
    is_done_by_somebody,
    is_what_was_said,
    keeps_off,
    only_mentions,
    refuses,
)
from wederhoor.reading.text import Text
from wederhoor.records import Polarity
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    VERBAL,
    child,
    children,
    has_child,
    is_finite,
    is_participle,
    noun_phrase,
)
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_none
from wederhoor.syntax.stretches import any_form, without

STRONG_FRAMES = frozenset({"clause", "paren"})
"""With these any noun will do as source; the others need one that can say or want something."""

MOST_MARKING = 2
"""Words of a marker before a source that are looked at."""
GIVING = ("clause", "inf", "object", "prep")
"""In these frames a judgment takes its content for granted, but for a verdict; *noemt het een ramp* does not."""
HELD = ("think", "fear", "hope", "doubt")
"""Attitudes of which the noun is in somebody's head: no *fear* states anything, a *decision* may."""


def find_verbal(text: Text) -> list[Draft]:
    """Drafts of the contents that verbs report, in text order."""
    p = text.parse
    drafts: list[Draft] = []
    for verb, lemma in enumerate(p.lemmas):
        if p.upos[verb] in VERBAL and (lemma in text.pack.verbs or p.stems[verb] in text.pack.verbs):
            for entry, fixed in () if _is_marked_noun(text, verb) else entries_of(text, verb):
                draft = _draft(text, verb, entry, fixed)
                if draft and not (draft.holder is not None and is_nobody(text, verb, draft.holder)):
                    drafts += with_gapped(text, draft)
                    break
    return drafts


def _is_marked_noun(text: Text, verb: int) -> bool:
    """*According to [state] records*: what stands right behind a marker of several words is no verb; *zo zegt hij* is one."""
    p, markers = text.parse, text.pack.markers
    starts = range(max(0, verb - MOST_MARKING), verb - 1)
    ends = ((start, m) for start in starts for m in markers.get(p.lower[start], ()) if start + len(m.before) == verb)
    return any(tuple(p.lower[start:verb]) == m.before for start, m in ends)


def _draft(text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]) -> Draft | None:
    p = text.parse
    stative = p.deps[verb] == "cop" or (p.deps[verb] in ("aux", "aux:pass") and p.heads[verb] in fixed)
    predicate = p.heads[verb] if stative else verb
    found = _reported(text, verb, predicate, entry, fixed)
    if found is None:
        return None
    frame, content, extra = found
    subject = of_state(text, predicate) if stative and not entry.experiencer else _holder(text, predicate, entry)
    told = _source(text, verb, predicate, subject, entry, frame)
    if told is None:
        return None
    holder, source = told
    cue = _cue_words(text, verb, predicate if stative and not fixed else verb, entry, (*fixed, *extra), frame)
    said = _said(text, predicate, holder, cue, (frame, content, extra))
    kept = without(said, cue, source if set(source) <= set(said) else ())
    if all(p.upos[w] in ("PUNCT", "ADP") for w in kept):
        return None
    return Draft(
        kept,
        cue,
        without(source, said, cue) or source,  # without a clause that the parser hung under the noun before it
        holder,
        attitude=entry.attitude,
        polarity=_polarity(text, entry, fixed),
        certainty=entry.certainty,
        given=frame in GIVING and takes_for_granted(text, predicate, entry),
        anchor=verb,
        rule=f"verb: {frame}",
    )


def _said(text: Text, predicate: int, holder: int | None, cue: tuple[int, ...], found: Complement) -> tuple[int, ...]:
    """The content without another main clause; of nobody's word with where and when: *[in mei] is [sneeuw] voorspeld*."""
    frame, content, _ = found
    if holder is None and frame == "object":
        return host_clause(text, predicate, list(cue))
    if frame == "as":
        return _before_account(text, content)
    return content if frame == "paren" else _before_main_clause(text, content)


def _before_account(text: Text, content: tuple[int, ...]) -> tuple[int, ...]:
    """*Noemde [dat onzin]: de gemeente had het geweten*: a judgment without the clause behind a colon, which is not judged."""
    p = text.parse
    colon = next((n for n, w in enumerate(content) if n and p.words[w] == ":"), len(content))
    return content[:colon] if any(is_finite(p, w) for w in content[colon:]) else content


def _reported(text: Text, verb: int, predicate: int, entry: ReportingVerb, fixed: tuple[int, ...]) -> Complement | None:
    """What is reported, unless nothing is said."""
    found = complement(text, verb, predicate, entry, fixed)
    if found is None and entry.frames & STRONG_FRAMES:
        found = sentence_before(text, verb)
    if found is None or (found[0] == "bare" and refuses(text, found[1])):
        return None
    if (found[0] == "object" or entry.from_words) and means_another(text, predicate, entry, found[1]):
        return None
    if _tells_nothing(text, predicate, entry, found) or is_what_was_said(text, predicate, found[1]):
        return None
    if entry.attitude == "deny" and found[1] and takes_up_clause(text, found[1][-1]):
        return None
    return found if is_asserted(text, verb, predicate, entry, fixed) else None


def _tells_nothing(text: Text, predicate: int, entry: ReportingVerb, found: Complement) -> bool:
    """Whether the phrase is only mentioned, kept off, or what the subject has."""
    frame, content, extra = found
    if frame == "count":
        return counts_another(text, entry, content)
    mentioned = frame in ("object", "prep") and only_mentions(text, entry, content)
    return mentioned or (frame == "prep" and keeps_off(text, predicate, entry, extra))


def _is_taken(text: Text, predicate: int, subject: int) -> bool:
    """Whether a verb has its subject from another word, in a language where that must be somebody."""
    return text.pack.grammar.strict_control and text.parse.heads[subject] not in text.clause(predicate).group


def _is_no_speaker(text: Text, predicate: int, subject: int, frame: str) -> bool:
    """Whether a noun that is nobody known is the subject of another word, or the object of a verb that stands first."""
    return _is_taken(text, predicate, subject) or (frame == "paren" and is_bare_thing(text, subject))


def _source(
    text: Text, verb: int, predicate: int, subject: int | None, entry: ReportingVerb, frame: str
) -> tuple[int | None, tuple[int, ...]] | None:
    """The head of the source and its words, none where it may go unnamed; None where the subject cannot be a source."""
    p = text.parse
    subject = subject if entry.source_prepositions else who_tells(text, verb, predicate, subject, frame)
    if subject is None:
        return (None, ()) if _may_go_unnamed(text, predicate, entry, frame) else None
    if p.lower[subject] in text.pack.closed.second_person:
        told = is_answered(text, subject) and not asks_you(text, predicate, subject)
        return (subject, (subject,)) if told else None
    head = whom_meant(text, subject)
    says = frame in STRONG_FRAMES | {"sentence"} or (entry.attitude == "deny" and not entry.prepositions)
    lenient = says and not (entry.source_prepositions or _is_no_speaker(text, predicate, subject, frame))
    holder = _who(p, subject, head, lenient=lenient, pack=text.pack)
    holder = subject if holder is None and means_body(text, subject, predicate) else holder
    if holder is None:
        return None
    return holder, tuple(noun_phrase(p, subject if head is None else head, relative=head is None))


def _polarity(text: Text, entry: ReportingVerb, fixed: tuple[int, ...]) -> Polarity:
    """The entry's, turned by a *geen* before a noun of the expression: *heeft er [geen] vertrouwen in dat ...*."""
    p = text.parse
    articles = {c for w in fixed for c in p.children[w] if p.deps[c] == "det"} - {*fixed}
    if any_form(p, articles, text.pack.closed.negations):
        return "+" if entry.polarity == "-" else "-"
    return entry.polarity


def _is_anothers_clause(text: Text, last: int) -> bool:
    """*Geeft toe dat hij schreeuwde; [dat hij sloeg], bestrijdt hij*: what ends before a comma and a verb of reporting."""
    p, verb = text.parse, last + 2
    behind = verb < len(p) and p.words[last + 1] == "," and p.upos[verb] in VERBAL
    return behind and p.lemmas[verb] in text.pack.verbs


def _before_main_clause(text: Text, content: tuple[int, ...]) -> tuple[int, ...]:
    """Without a main clause that the parser joined to a subordinate one: *... die de stad aanvielen [en riep om hulp]*."""
    p = text.parse
    for number, word in enumerate(content):
        if p.words[word] == ";" and word > content[0] and _is_anothers_clause(text, content[-1]):
            return content[:number]
        joined = (
            word > content[0]
            and p.upos[word - 1] == "CCONJ"
            and is_finite(p, word)
            and p.deps[word] in ("conj", "advcl")
        )
        last = word + 1 >= len(p) or p.upos[word + 1] == "PUNCT"
        if joined and not last and (p.deps[p.heads[word]] == RELATIVE or has_child(p, p.heads[word], "mark")):
            return tuple(w for w in content[:number] if w != word - 1)
    return content


def _who(p: Parse, holder: int, head: int | None, *, lenient: bool, pack: LanguagePack) -> int | None:
    """The head word of the source, or None where the subject cannot be one. What *I* say is the writer's own word."""
    word = p.lower[holder]
    if word in pack.closed.first_person | pack.closed.second_person:
        return None
    if head is None and word in pack.closed.relative - pack.closed.demonstratives and p.upos[holder] == "PRON":
        return None
    person = holder if head is None else head
    if is_none(p, person, pack):
        return None  # *geen ouder gelooft dat*: nobody does
    known = names_somebody(p, person, pack) or (lenient and _may_be_unknown(p, person, pack))
    return person if known else None


def _may_be_unknown(p: Parse, person: int, pack: LanguagePack) -> bool:
    """Any noun but what somebody thinks, *een vermoeden dat het RIVO bevestigd zag*."""
    held = pack.nouns.get(p.lemmas[person])
    return p.upos[person] not in ("PRON", "DET", "SCONJ") and (held is None or held.attitude not in HELD)


def _cue_words(
    text: Text, verb: int, top: int, entry: ReportingVerb, more: tuple[int, ...], frame: str
) -> tuple[int, ...]:
    """The whole verb group with particle and fixed words, their article, the reflexive, and *zo* before a parenthesis."""
    p = text.parse
    if p.deps[verb] == "aux":
        return (verb,)
    words = {*text.clause(top).group, *more}
    words |= {
        w - 1 for w in more if p.upos[w] == "NOUN" and p.upos[w - 1] == "DET" and p.deps[w - 1] in ("det", "fixed")
    }
    if entry.reflexive:
        words |= set(children(p, verb, "expl:pv"))
    if frame == "paren":
        before = min(words) - 1
        while before >= 0 and p.lower[before] in text.pack.grammar.manner:
            words.add(before)
            before -= 1
    return tuple(sorted(w for w in words if p.upos[w] != "PUNCT"))


def _may_go_unnamed(text: Text, predicate: int, entry: ReportingVerb, frame: str) -> bool:
    """Whether a report without a source is one: *er wordt gezegd dat*, *daarin staat dat*, *wordt beschouwd als*."""
    if entry.source_prepositions:
        return frame == "clause" and entry.unnamed and not is_done_by_somebody(text, predicate)
    passive = text.clause(predicate).passive
    if frame == "prep":  # *Op een strenge winter wordt gerekend*
        acts = entry.attitude in ("judge", "want", "deny", "accuse")
        return passive and not acts and not has_child(text.parse, predicate, *SUBJECT)
    told = frame in STRONG_FRAMES or (entry.unnamed and frame in ("as", "object"))
    return told and (passive or (entry.unnamed and is_done(text, predicate)))


def _holder(text: Text, predicate: int, entry: ReportingVerb) -> int | None:
    p = text.parse
    if entry.source_prepositions:
        return source_place(p, predicate, entry)
    if entry.experiencer:
        return child(p, predicate, "obj", "iobj")
    clause = text.clause(predicate)
    accused = (
        clause.agent is not None and is_participle(p, predicate) and not clause.auxiliaries
    )  # *Accused by A of*, B said
    if clause.passive or accused or (entry.unnamed and is_done(text, predicate)):
        return clause.agent
    subject = who_goes_on(text, predicate, clause.subject)
    if subject is None:
        return first_noun(text, predicate)
    if p.lower[subject] in text.pack.closed.pointing:
        return noun_behind(text, predicate, subject)
    return None if p.deps[subject] == "csubj" else subject
