"""What a statement says in set words of plans, of what will be, of what is allowed and of what is good: one form for every way.

Parses of such sentences differ as their words do; so the words that tell the side are sought anywhere in the statement. A
statement that tells two sides, or leaves it open, says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from wederhoor.languages.sided import SidedWays
from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_side.cues import ToldSide, Worded, denials, side_told, worded
from wederhoor.reading.propositions.by_side.origins import read_origins
from wederhoor.reading.propositions.by_side.statements import UNHELD, Whole, whole_of
from wederhoor.reading.propositions.by_side.themes import (
    events_in,
    institution_in,
    named,
    names_in,
    people_in,
    places_in,
    thing_at,
    things_near,
)
from wederhoor.reading.propositions.roles import WHEN
from wederhoor.reading.propositions.said import DONE
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.standing import holds_in_a_case
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, AuthorSide, ConflictSide, Mode, Phrase, Proposition
from wederhoor.syntax.clauses import child, is_finite, is_participle
from wederhoor.syntax.predicates import is_question

AT = "at"
"""The role of where a rule holds, or of what somebody did well or badly."""
OF = "of"
"""The role of what somebody means to take part in, or to leave."""
LATELY = 7
"""Days back to what is still the occasion that a verdict is of."""
MOST_THINGS = 2
"""Things that a statement may be of, the nearest to the words that tell its side."""
Others = tuple[tuple[str, Phrase], ...]
Told = Iterator[tuple[Phrase | None, Others]]
"""What a statement tells its side of, with the other roles."""
_Reader = Callable[[Text, Whole, SidedWays, ToldSide], Told]


def read_sided(text: Text, side: ConflictSide, words: Sequence[int], by: Attribution | None) -> Iterator[Proposition]:
    """The sides of questions that a statement tells in set words; ``by`` is the statement where it is no author's."""
    if not words or (by is not None and by.attitude in UNHELD) or _is_asked(text, words[0]):
        return
    said, sided = whole_of(text, side, words, by), text.pack.sided
    excepting = text.pack.propositions.words.excepting
    if (
        said.told.has(sided.left_open)
        or holds_in_a_case(text, words)
        or any(text.parse.lower[w] in excepting for w in words)
    ):
        return
    denied = denials(text, said.told)
    kinds: tuple[tuple[_Reader, tuple[SidedWays, ...], Mode], ...] = (
        (_planned, sided.plans, "intended"),
        (_foreseen, sided.forecasts, "present"),
        (_ruled, sided.rules, "present"),
        (_judged, sided.verdicts, "present"),
    )
    for read, questions, mode in kinds:
        for question in questions:
            found = side_told(text, said.told, question.ways, denied)
            if found is not None:
                for one in _propositions(text, said, question, read(text, said, question, found)):
                    yield msgspec.structs.replace(one, mode=mode, polarity="+" if found.yes else "-")
    yield from read_origins(text, said)


def _propositions(text: Text, said: Whole, question: SidedWays, told: Told) -> Iterator[Proposition]:
    """A side of a question, of each thing of which it is told; which of the two, the statement says."""
    return (_proposition(text, said, question, thing, others) for thing, others in told if thing is not None)


def _is_asked(text: Text, first: int) -> bool:
    """Whether a statement is a question, or opens its sentence with a verb: *Mag hij dat, wilde een ouder weten*."""
    p = text.parse
    opens = first == p.sentences[p.sentence_of[first]][0] and is_finite(p, first)
    return opens or is_question(p, first)


def read_authors_sided(text: Text) -> Iterator[Proposition]:
    """What the author tells himself in set words, also that somebody means to do it: *the firm plans to close the mill*."""
    p = text.parse
    told: defaultdict[int, dict[str, Attribution]] = defaultdict(dict)
    for a in text.attributions:
        for number in {p.sentence_of[w] for span in (*a.content, *a.cue) for w in words_in(p, span)}:
            told[number][a.id] = a
    for number, (first, end) in enumerate(p.sentences):
        own = all(_is_own_plan(text, a) for a in told[number].values())
        if own and not any(text.quoted[w] for w in range(first, end)):
            yield from read_sided(text, AuthorSide(p.span(first, end)), range(first, end), None)


def _is_own_plan(text: Text, a: Attribution) -> bool:
    """*Plans to close the mill*; not *wants the firm to close it*, *willen dat hij het sluit*."""
    p, own = text.parse, {"want", "promise"}
    words = [w for span in a.content for w in words_in(p, span)]
    return a.attitude in own and not any(p.lower[w] in text.pack.grammar.complementizers for w in words)


def told_now(text: Text, told: Worded, used: frozenset[int]) -> bool:
    """Whether what tells the side is not told as past."""
    p = text.parse
    above = {p.heads[w] for w in used}.intersection(told.words)
    near = {*used, *above, *(c for w in used for c in p.children[w] if p.deps[c].startswith("aux"))}
    return not any(is_finite(p, w) and "Tense=Past" in p.feats[w] for w in near)


def _later(text: Text, words: Sequence[int]) -> list[tuple[str, str]]:
    """The times in a statement that are to come."""
    told = (text.told_time_at.get(w) for w in words)
    return [time for time in told if time is not None and text.date is not None and time[1] > text.date]


def _comes(text: Text, told: Worded) -> bool:
    """Whether the statement says that it will be: *zal*, *next year*."""
    return told.has(text.pack.sided.coming) or bool(_later(text, told.words))


def _planned(text: Text, said: Whole, question: SidedWays, side: ToldSide) -> Told:
    """*Is van plan de fabriek te sluiten*, *houdt de fabriek open*."""
    planning, used = text.pack.sided.planning, side.used
    _, by_plan = worded(text, {*said.told.words, *said.cue.words}).sides(planning)
    if any(_is_given_up(text, w) for w in by_plan):
        return
    if not by_plan:
        done = any(is_participle(text.parse, w) for w in used)
        if done or not told_now(text, said.told, used) or (side.yes and not _comes(text, said.told)):
            return
    if question.placed:
        things = [thing_at(text, w, said.whole, used) for w in things_near(text, said.whole, used, said.about)[:1]]
        of = tuple((OF, named(thing.head)) for thing in things if thing is not None)
        yield from ((named(who), of) for who in _planners(text, said))
        return
    for word in things_near(text, said.whole, used, said.about)[:1]:
        yield thing_at(text, word, said.whole, used), ()


def _planners(text: Text, said: Whole) -> list[str]:
    """The one who means to do it, by his name: somebody, else a body or a place, else who speaks."""
    p = text.parse
    people = people_in(text, said.told.words)
    if len(people) > 1:
        return []
    bodies = [p.lower[w] for w in names_in(text, said.told.words)]
    return people or bodies[:1] or said.speaker


def _is_given_up(text: Text, word: int) -> bool:
    """*Wilde de fabriek sluiten*: what was meant once; not *besloot*."""
    p = text.parse
    past = is_finite(p, word) and "Tense=Past" in p.feats[word]
    return past and p.lemmas[word].lower() not in text.pack.sided.file.deciding


def _foreseen(text: Text, said: Whole, question: SidedWays, side: ToldSide) -> Told:
    """*Zal stijgen*, *wordt duurder*, *blijft droog*."""
    used = side.used
    expected = said.by is not None and (said.by.attitude == "expect" or said.cue.has(text.pack.sided.coming))
    if not (expected or _comes(text, said.whole)) or not told_now(text, said.told, used):
        return
    if question.placed:
        yield from ((named(place), ()) for place in _flooded(text, said.whole))
        return
    measured = said.whole.sides(question.of)[1]
    if (question.of and not measured) or not places_in(text, said.whole.words, said.around):
        return  # of which place's prices
    if question.itself:
        yield from ((thing_at(text, w, said.whole, used), ()) for w in sorted(measured) if text.parse.upos[w] == "NOUN")
        return
    for word in things_near(text, said.whole, used | measured, said.about, within=bool(measured))[:MOST_THINGS]:
        yield thing_at(text, word, said.whole, used | measured), ()


def _flooded(text: Text, whole: Worded) -> list[str]:
    """The names of places to which it happens; of *de Dorne* only where no other is told."""
    p, names = text.parse, names_in(text, whole.words, lone=True)
    bare = [w for w in names if child(p, w, "det") is None]
    return [p.lower[w] for w in bare or names]


def _ruled(text: Text, said: Whole, _: SidedWays, side: ToldSide) -> Told:
    """*Telefoons zijn in de pauze verboden*, *mogen hun telefoon gebruiken*; of a compound its first part: *telefoonverbod*."""
    sided, used, whole = text.pack.sided.file, side.used, said.whole
    if not told_now(text, said.told, used) or _says_which(text, used):
        return
    when = {sided.moments[form] for w in whole.words if (form := text.parse.lemmas[w].lower()) in sided.moments}
    where = (
        institution_in(text, whole.words, used) or institution_in(text, said.around, used) or _spot(text, whole, used)
    )
    others: Others = (
        *(((WHEN, named(next(iter(when)))),) if len(when) == 1 else ()),
        *(((AT, where),) if where is not None else ()),
        *((DONE, named(deed)) for deed in _deeds(text, said, used)[:1]),
    )
    firsts = [whole.firsts[w] for w in sorted(used) if w in whole.firsts]
    if firsts:
        yield named(sided.things.get(firsts[0], firsts[0])), others
        return
    for word in things_near(text, whole, used, said.about)[:MOST_THINGS]:
        if text.parse.lemmas[word].lower() not in sided.institutions:
            yield thing_at(text, word, whole, used), others


def _says_which(text: Text, used: Collection[int]) -> bool:
    """*A supporter of [legal] immigration*: which kind is meant; that it is allowed is not what is said."""
    return all(text.parse.deps[w] == "amod" and text.parse.upos[w] == "ADJ" for w in used)


def _spot(text: Text, whole: Worded, used: frozenset[int]) -> Phrase | None:
    """*Op het [strand]*, *in the [garden]*: where else a rule holds."""
    p, sided = text.parse, text.pack.sided.file
    at = text.pack.propositions.words.at
    found = (
        w
        for w in whole.words
        if p.upos[w] == "NOUN" and w not in used and w not in text.time_at and preposition_before(p, w) in at
    )
    spot = next((w for w in found if p.lemmas[w].lower() not in sided.moments), None)
    return None if spot is None else named(p.lemmas[spot].lower())


def _deeds(text: Text, said: Whole, used: frozenset[int]) -> list[str]:
    """What may be done or not, where it is more than to have a thing and to use it: *[wash] the car*."""
    p, using = text.parse, text.pack.sided.file.using
    verbs = (w for w in said.told.words if p.upos[w] == "VERB" and w not in used and not is_participle(p, w))
    return [lemma for w in verbs if (lemma := p.lemmas[w].lower()) not in using]


def _judged(text: Text, said: Whole, _: SidedWays, side: ToldSide) -> Told:
    """*Is een mislukking*, *floot uitstekend*, *bakte er niets van*."""
    whole, used = said.whole, side.used
    if _is_long_ago(text, said):
        return
    judging = _judging(text, whole)
    people = people_in(text, [w for w in whole.words if w not in judging])
    if people:
        events = events_in(text, whole) or events_in(text, worded(text, said.around))
        at = tuple((AT, named(form)) for form in events[:1])
        yield from [(named(people[0]), at)] if len(people) == 1 and at else []
        return
    for word in [w for w in things_near(text, whole, used, said.about) if w not in judging][:1]:
        yield thing_at(text, word, whole, used), ()


def _is_long_ago(text: Text, said: Whole) -> bool:
    """*Floot vorige maand zwak*: of another occasion than the one that is spoken of."""
    day = text.date
    told = (text.told_time_at.get(w) for w in (*said.whole.words, *said.around))
    return day is not None and any(t is not None and t[1] < _before(day) for t in told)


def _before(day: str) -> str:
    """The day a week before a day."""
    return (date.fromisoformat(day) - timedelta(days=LATELY)).isoformat()


def _judging(text: Text, whole: Worded) -> set[int]:
    """*[Het raadslid] noemt de tram een ramp*: the words for who judges."""
    p, calling = text.parse, text.pack.sided.file.calling
    who = (c for w in whole.words if p.lemmas[w].lower() in calling for c in p.children[w] if p.deps[c] == "nsubj")
    return {w for c in who for w in p.subtree(c)}


def _proposition(text: Text, said: Whole, question: SidedWays, thing: Phrase, others: Others) -> Proposition:
    """The side of a question that is told of a thing, with the places and times in the statement."""
    words = said.whole.words
    now = (text.date, text.date)
    return Proposition(
        side=said.side,
        span=said.span,
        predicate=question.name,
        state=True,
        object=thing,
        others=others,
        times=tuple(sorted({t for w in words if (t := text.told_time_at.get(w)) is not None and t != now})),
        places=() if question.placed else places_in(text, words, said.around),
    )
