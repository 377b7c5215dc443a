"""What a second source says in one sentence, which leaves out the verb of the first.

*Kol zegt dat het een wolf was en Bijl dat het een hond was*; *De politie spreekt van twaalf doden, de vakbond van dertig*;
*was put at twelve by the police and at thirty by the union*.
Gapping (Ross 1970, *Gapping and the order of constituents*); a parse mostly gives the second one's words to the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, VERBAL
from wederhoor.syntax.nouns import names_party, names_somebody
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.polarity import is_negation

MARKING = ("mark", "det", "obj")
"""What a parse may have a word for that opens a clause."""
UNSHARED = ("VERB", "AUX", "PRON", "SCONJ", "PUNCT")
"""What makes words a clause of its own, or an aside."""
NOUNS = ("NOUN", "PROPN")
LONGEST_SOURCE = 6
"""Words of a source beside its number, at most."""
MOST_BETWEEN = 6
"""Words of a source between a conjunction and what it says, at most."""
FARTHEST = 3
"""Words before a number that may still belong to it: *op zeker dertig*."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around a number and its source in the full report: *[van] twaalf*, *[at] twelve [by] the police*."""

    number: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class _Gapped:
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def with_gapped(text: Text, draft: Draft) -> list[Draft]:
    """A report, up to where another source has its own clause or number, and what that one says."""
    return _clauses(text, draft) or _numbers(text, draft) or [draft]


def _clauses(text: Text, draft: Draft) -> list[Draft]:
    """What the one says, and with the same verb another, or what he does not say.

    *Kol zegt dat het een wolf was en [Bijl dat het een hond was]*, *..., [Bijl dat]*; *geeft toe dat het lekte, maar [niet dat]*.
    """
    p = text.parse
    for word in (w for w in draft.content if p.upos[w] == "CCONJ" or p.words[w] == ","):
        mark = _next_mark(text, draft, word)
        who = range(word + 1, mark)
        if not 0 < len(who) <= MOST_BETWEEN or any(p.upos[w] in (*VERBAL, "PUNCT", "CCONJ") for w in who):
            continue
        said = _said_behind(text, draft, word, who)
        if said is not None:
            end = word - (p.words[word - 1] == ",")
            return [replace(draft, content=tuple(w for w in draft.content if w < end)), said]
    return []


def _next_mark(text: Text, draft: Draft, word: int) -> int:
    """The *dat* behind a word of what is said; the word itself where there is none."""
    p, marks = text.parse, text.pack.grammar.complementizers
    return next((w for w in draft.content if w > word and p.lower[w] in marks and p.deps[w] in MARKING), word)


def _said_behind(text: Text, draft: Draft, joining: int, who: range) -> Draft | None:
    """What stands from the end of ``who`` on, said by them, or by the same one not."""
    p, pack = text.parse, text.pack
    behind = tuple(w for w in draft.content if w >= who.stop)
    said = replace(draft, content=behind, cue=(), anchor=who.stop, rule="verb: gapped")
    if len(who) == 1 and is_negation(p, who[0], pack) and p.lower[joining] in pack.grammar.contrasts:
        return replace(said, polarity="-" if draft.polarity == "+" else "+")
    holder = tops_of(p, who)[0]
    named = p.upos[joining] == "CCONJ" or any(p.entity_of[w] >= 0 for w in who)
    return replace(said, source=tuple(who), holder=holder) if named and names_somebody(p, holder, pack) else None


def _numbers(text: Text, draft: Draft) -> list[Draft]:
    """What the one counts, and with the same verb others; nothing where nobody else does."""
    frame = _frame(text, draft)
    others = [] if frame is None else list(_others(text, draft, frame))
    if not others:
        return []
    end = min(min((*other.cue, *other.source, *other.content)) for other in others)
    content, source = (_up_to(text.parse, words, end) for words in (draft.content, draft.source))
    return [replace(draft, content=content, source=source), *others]


def _up_to(p: Parse, words: Sequence[int], end: int) -> tuple[int, ...]:
    """The words before ``end``, without the conjunction and the comma that join what stands there."""
    kept = [w for w in words if w < end]
    while kept and p.upos[kept[-1]] in ("CCONJ", "PUNCT"):
        kept.pop()
    return tuple(kept)


def _frame(text: Text, draft: Draft) -> _Frame | None:
    """The frame of a report that says no more than how many; None for any other."""
    p = text.parse
    first = _number_in(p, draft.content)
    if first is None or draft.holder is None or draft.quotations or draft.polarity == "-" or not draft.cue:
        return None
    if any(p.upos[w] in ("VERB", "AUX") for w in draft.content):
        return None
    number = _preposition(p, first)
    if p.deps[draft.holder] in SUBJECT and draft.holder < first:
        return _Frame(number, None)
    by = p.lower[draft.source[0] - 1] if draft.source[0] > 0 and p.upos[draft.source[0] - 1] == "ADP" else None
    return _Frame(number, by) if by in text.pack.closed.by else None


def _number_in(p: Parse, words: Sequence[int]) -> int | None:
    """The first word of a number."""
    return next((w for w in words if p.upos[w] == "NUM"), None)


def _preposition(p: Parse, number: int) -> str | None:
    """The preposition right before a number, or before what says how exact it is."""
    before = range(number - 1, max(number - FARTHEST, p.sentences[p.sentence_of[number]][0]) - 1, -1)
    for word in before:
        if p.upos[word] == "ADP":
            return p.lower[word]
        if p.upos[word] not in ("ADV", "ADJ"):
            return None
    return None


def _others(text: Text, draft: Draft, frame: _Frame) -> Iterator[Draft]:
    """What other sources say behind a report, one after the other."""
    p = text.parse
    number = min(w for w in draft.content if p.upos[w] == "NUM")
    verb = max(w for w in draft.cue if p.upos[w] in ("VERB", "AUX", "ADP") or w == draft.cue[0])
    from_, end = max(number, verb if frame.source else number) + 1, text.sentence(number)[1]
    marks = [w for w in range(from_, end) if p.words[w] in (",", ";", ".") or p.upos[w] == "CCONJ"]
    for mark, stop in pairwise([*marks, end]):
        found = _parted(text, range(mark + 1, stop), frame)
        if found is not None:
            holder = next((w for w in found.source if p.heads[w] not in found.source), found.source[-1])
            yield replace(
                draft, content=found.content, cue=found.cue, source=found.source,
                holder=holder, anchor=holder, rule="verb: gapped",
            )  # fmt: skip


def _parted(text: Text, words: range, frame: _Frame) -> _Gapped | None:
    """Some words as a source, the prepositions and a number, where they are no more than these."""
    p = text.parse
    number = _number_in(p, words)
    if number is None or not _is_bare(p, words):
        return None
    by = next((w for w in words if p.lower[w] == frame.source), None)
    source, rest = _sides(p, words, number, by)
    led = bool(rest) and p.lower[rest[0]] == frame.number
    alike = _Frame(frame.number if led else None, None if by is None else frame.source) == frame
    content = rest[1:] if led else rest
    if not (alike and _is_number(p, content, led=led) and _can_say(text, source)):
        return None
    return _Gapped(tuple(source), tuple(sorted({*words} - {*source, *content})), tuple(content))


def _is_bare(p: Parse, words: range) -> bool:
    """Whether some words have neither a verb nor a mark, but for what ends them."""
    return not any(p.upos[w] in UNSHARED for w in words[:-1])


def _sides(p: Parse, words: range, number: int, by: int | None) -> tuple[range, range]:
    """Who says it and what: *[the union] at thirty*, *at thirty by [the union]*."""
    if by is not None and by > number:
        return range(by + 1, words.stop), range(words.start, by)
    first = words.start if by is None else by + 1
    end = max((w + 1 for w in range(first, number) if p.upos[w] in NOUNS), default=first)
    return range(first, end), range(end, words.stop)


def _is_number(p: Parse, content: range, *, led: bool) -> bool:
    """Whether a number soon comes, with no noun before it; nor one behind it where no preposition parts it from who says it."""
    number = _number_in(p, content)
    if number is None or number - content[0] >= FARTHEST:
        return False
    nouns = content if not led else range(content[0], number)
    return not any(p.upos[w] in NOUNS for w in nouns)


def _can_say(text: Text, source: range) -> bool:
    """Whether some words are no more than somebody, or some body, that may say a thing."""
    p = text.parse
    if not 0 < len(source) <= LONGEST_SOURCE or p.upos[source[-1]] not in NOUNS:
        return False
    if any(p.upos[w] not in ("DET", "ADJ", "ADP", *NOUNS) for w in source):
        return False
    return text.type_at(source[-1]) is not None or names_party(p.lemmas[source[-1]].lower(), text.pack)
