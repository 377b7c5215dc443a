"""When a coming thing will be, or that it never will: *gaat in mei weer open*, *komt niet terug*."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

import msgspec

from wederhoor.languages.sided import SidedWays
from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_side.cues import ToldSide, denials, side_told, worded
from wederhoor.reading.propositions.by_side.sided import told_now
from wederhoor.reading.propositions.by_side.statements import HeldWords, Whole, whole_of
from wederhoor.reading.propositions.by_side.themes import core_of, named, over, places_in, thing_at, things_near
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase, Proposition, Time
from wederhoor.syntax.clauses import is_finite
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.stretches import any_form

COMES = "comes"
"""The predicate of what will be: its object is that of which it will be so."""
WHAT, BOUND = "what", "bound"
"""The roles of what will happen, and of when: ``AT``, ``BY``, ``FROM``, ``NEVER`` or ``MAYBE``, the time its modifiers."""
FOR = "for"
"""The role of for whom it will be."""
AT, BY, FROM, NEVER, MAYBE = "at", "by", "from", "never", "maybe"
NEAR = 3
"""Words before a time that say how it is meant, at most: *niet vóór de zomer*."""
SEASONS = {"SP": (3, 4, 5), "SU": (6, 7, 8), "AU": (9, 10, 11), "FA": (9, 10, 11), "WI": (12, 1, 2)}
LAST_DAY = {4: "-12-31", 7: "-31"}
"""Behind a year or a month, by how long it is written: its last day."""
DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}


def read_comings(text: Text, one: HeldWords) -> Iterator[Proposition]:
    """What a statement says of when something will be."""
    p = text.parse
    expected = one.by is not None and one.by.attitude == "expect"  # verwacht de brug in mei te openen
    for own in one.sentences:
        told = worded(text, range(*text.sentence(own.words[0]))) if expected else own
        events = [event for event in text.pack.sided.comings if not event.ways.keys().isdisjoint(told.at)]
        if events and not is_finite(p, told.words[0]):
            yield from _of_sentence(text, whole_of(text, one.side, told.words, one.by), events)


def last_days(p: Proposition) -> tuple[str, ...]:
    """The last day of the time at which something will be, ISO 8601; nothing where it is not known, or it will be later."""
    bound = dict(p.others)[BOUND]
    dated = bound.head in (AT, BY) and bound.modifiers[0][:1].isdigit()
    return bound.modifiers[-1:] if dated else ()


def _of_sentence(text: Text, said: Whole, events: Iterable[SidedWays]) -> Iterator[Proposition]:
    sided = text.pack.sided
    if said.told.has(sided.left_open):
        return
    maybe = said.told.has(sided.not_ruled_out)
    denied = [] if maybe else _denied(text, said)
    for event in events:
        found = side_told(text, said.told, event.ways, denied)
        if found is None or not told_now(text, said.told, found.used):
            continue
        bound = _maybe() if maybe else _bound(text, said, event, found)
        things = [] if bound is None else _things(text, said, event, found)
        yield from (_proposition(text, said, event, thing, bound) for thing in things if bound is not None)


def _denied(text: Text, said: Whole) -> list[frozenset[int]]:
    """What a sentence denies; what denies its time only denies nothing: *niet vóór mei*."""
    timed = {w for time in _times(text, said) for w in _before(text, time)}
    return [words for words in denials(text, said.told) if words.isdisjoint(timed)]


def _maybe() -> Phrase:
    return Phrase(head=MAYBE)


def _times(text: Text, said: Whole) -> list[Time]:
    """The times that a sentence tells, how long something takes only behind what makes a bound of it: *binnen zes maanden*."""
    p, inside, file = text.parse, {*said.told.words}, text.pack.sided.file
    near = (
        text.times[n]
        for s in dict.fromkeys(p.sentence_of[w] for w in said.told.words)
        for _, n in text.times_in.get(s, ())
    )
    told = [t for t in near if t.type in ("date", "duration") and inside.issuperset(words_in(p, t.span))]
    bounding = file.by | file.after
    return [
        t for t in told if t.type == "date" or any_form(p, [*_before(text, t)[:1], *words_in(p, t.span)[:1]], bounding)
    ]


def _lasts(text: Text, found: ToldSide) -> bool:
    """*Not [for three years]*: whether the verb of an event has a time of its own."""
    p = text.parse
    verbs = {top for w in found.used for top in over(p, w)}
    sentences = {p.sentence_of[w] for w in verbs}
    return any(p.heads[w] in verbs for s in sentences for times, _ in text.times_in.get(s, ()) for w in range(*times))


def _before(text: Text, time: Time) -> list[int]:
    """The words before a time that say how it is meant, to the first that is no adverb, article or preposition."""
    p, found = text.parse, list[int]()
    first = words_in(p, time.span)[0]
    for w in range(first - 1, max(-1, first - 1 - NEAR), -1):
        if p.upos[w] not in ("ADV", "ADP", "PART", "DET") or p.sentence_of[w] != p.sentence_of[first]:
            break
        found.append(w)
    return found


def _bound(text: Text, said: Whole, event: SidedWays, found: ToldSide) -> Phrase | None:
    """When it will be, or that it never will; None where neither is told."""
    times, file = _times(text, said), text.pack.sided.file
    if not times and _lasts(text, found):
        return None  # not for three years
    if not times:
        final = event.final or any_form(text.parse, said.told.words, file.never)
        return Phrase(head=NEVER) if not found.yes and final else None
    if len(times) > 1:
        return None
    relation = _relation(text, said, event, times[0], found)
    if relation == AT and times[0].value[-2:] in SEASONS:
        return None  # closes in winter, every winter
    when = None if relation is None else _when(times[0], text.date, to_end=relation == BY)
    return None if when is None or relation is None else Phrase(head=relation, modifiers=when)


def _relation(text: Text, said: Whole, event: SidedWays, time: Time, found: ToldSide) -> str | None:
    """Whether it will be at a time, by it, or not before it; None where it will not be then, but may be later."""
    p, file = text.parse, text.pack.sided.file
    told = {p.lower[w] for w in (*_before(text, time), *words_in(p, time.span))}
    early, denied = not told.isdisjoint(file.by), not told.isdisjoint(text.pack.propositions.words.denying)
    if found.yes:
        late = not told.isdisjoint(file.not_before) or (denied and early)
        if denied or not told.isdisjoint(file.until):
            return FROM if late else None
        return FROM if late else BY if early else AT
    still = not any(said.told.sides(event.ways)[0])  # stays shut till then; not does not open then
    last = early or not told.isdisjoint(file.until)
    return FROM if (still or last) and not denied and file.not_then.isdisjoint(told) else None


def _when(time: Time, today: str | None, *, to_end: bool) -> tuple[str, ...] | None:
    """The first and last day of a time that is still to come; else the months that it may be in, or in how many days it is.

    ``to_end``: to the end of a month or year of which the end is told, *by the end of the year*.
    """
    last = time.end or time.start or _in_days(time, today)
    if last is not None:
        last = max(last, f"{time.value}{LAST_DAY[len(time.value)]}") if to_end and len(time.value) in LAST_DAY else last
        return (time.start or last, last) if today is None or last > today else None
    if days := _days(time):
        return (f"D{days}",)
    if month := re.fullmatch(r"XXXX-(\d\d)(-\d\d)?", time.value):
        return (f"M{int(month[1])}",)
    return tuple(f"M{month}" for month in SEASONS.get(time.value.removeprefix("XXXX-"), ())) or None


def _days(time: Time) -> int:
    """How many days a length of time is; 0 of a time that is no length."""
    found = re.fullmatch(r"P(\d+)([YMWD])", time.value)
    return int(found[1]) * DAYS[found[2]] if found else 0


def _in_days(time: Time, today: str | None) -> str | None:
    """The day when a length of time will be over."""
    days = _days(time)
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat() if today is not None and days else None


def _things(text: Text, said: Whole, event: SidedWays, found: ToldSide) -> list[Phrase]:
    """Of what it is told: of the event itself, of somebody, or of the thing nearest to its words that is no new one."""
    if event.itself:
        return [named(event.name)]
    core = core_of(text, said.told, found.used)
    if event.placed:
        phrases = (read_phrase(text, w) for w in core)
        return [msgspec.structs.replace(one, modifiers=()) for one in phrases if one and (one.named or one.actor)][:1]
    near = things_near(text, said.whole, found.used, said.about)
    word = next((w for w in core if w in near or _is_named_or_body(text, w)), near[0] if near else None)
    thing = None if word is None else _thing_at(text, said, word, found.used)
    return [] if thing is None else [thing]


def _thing_at(text: Text, said: Whole, word: int, used: Collection[int]) -> Phrase | None:
    """The phrase of a thing with its name; None of a new one: *een brug*."""
    p = text.parse
    if _is_name(text, word):
        parts = [w for w in p.subtree(word) if w == word or p.deps[w] == "flat"]
        return Phrase(
            head=p.lower[parts[-1]], modifiers=tuple(sorted(p.lower[w] for w in parts[:-1])), definite=True, named=True
        )
    phrase, thing = read_phrase(text, word), thing_at(text, word, said.whole, used)
    if phrase is None or phrase.some or thing is None:
        return None
    return msgspec.structs.replace(thing, modifiers=tuple(sorted({*thing.modifiers, *_name_behind(text, word)})))


def _is_named_or_body(text: Text, word: int) -> bool:
    """*4 [Zuid]*, *the [camp]*; not *the mayor*."""
    p = text.parse
    return _is_name(text, word) or (p.upos[word] == "NOUN" and noun_kind(p.lemmas[word].lower(), text.pack) == "group")


def _is_name(text: Text, word: int) -> bool:
    """Whether a word begins a name that is nobody's: *4 [Zuid]*."""
    p = text.parse
    parts = [word, *(c for c in p.children[word] if p.deps[c] == "flat")]
    named = any(p.upos[w] == "PROPN" and w not in text.time_at for w in parts)
    return named and word not in text.named_at and not any(text.type_at(w) in ("PER", "ORG") for w in parts)


def _name_behind(text: Text, word: int) -> list[str]:
    """*Zwembad [De Golf]*: the words with a capital behind a noun."""
    p, found = text.parse, list[str]()
    last = p.sentences[p.sentence_of[word]][1]
    for w in range(word + 1, last):
        if not p.words[w][0].isupper() or w in text.time_at:
            break
        found.append(p.lower[w])
    return found


def _for_whom(text: Text, said: Whole) -> list[tuple[str, Phrase]]:
    """*Gaat voor [fietsers] open*: it may open for others at another time."""
    p, before = text.parse, text.pack.sided.file.for_whom
    nouns = (w for w in said.told.words if p.upos[w] == "NOUN" and w not in text.time_at)
    return [(FOR, named(p.lemmas[w].lower())) for w in nouns if preposition_before(p, w) in before][:1]


def _proposition(text: Text, said: Whole, event: SidedWays, thing: Phrase, bound: Phrase) -> Proposition:
    return Proposition(
        side=said.side,
        span=said.span if said.by is not None else text.parse.span(said.told.words[0], said.told.words[-1] + 1),
        predicate=COMES,
        mode="future",
        state=True,
        object=thing,
        others=((WHAT, named(event.name)), (BOUND, bound), *_for_whom(text, said)),
        places=places_in(text, said.told.words, said.around),
    )
