"""How many died, were hurt or came on an occasion, however a sentence tells it: *kostte negen mensen het leven*, *dodental 9*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_topic.bare_fates import bare_fate
from wederhoor.reading.propositions.by_topic.fates import (
    PRESENT,
    FateTold,
    counted_noun,
    fate_named,
    fate_told,
    may_count,
)
from wederhoor.reading.propositions.by_topic.occasions import (
    DISASTER,
    GATHERING,
    Occasion,
    kind_at,
    occasion_of,
    plain_sentence,
    verb_over,
)
from wederhoor.reading.propositions.by_topic.same_occasion import BESIDE, OCCASION, TEXT, WHICH, WHO
from wederhoor.reading.propositions.by_topic.text_matter import (
    AskedMatter,
    TextMatter,
    context_of,
    gathers,
    occasion_near,
    when_told,
)
from wederhoor.reading.propositions.modes import mode_of
from wederhoor.reading.propositions.phrases import bounds_of
from wederhoor.reading.text import Text
from wederhoor.records import Amount, Attribution, ConflictSide, Phrase, Proposition
from wederhoor.syntax.clauses import SUBJECT, children
from wederhoor.syntax.nouns import names_party
from wederhoor.syntax.stretches import any_form

TOLL = "toll"
"""The predicate: so many of one fate on an occasion."""
INHERITED = ("dead", "injured", "missing")
"""Fates of which a text that is about one occasion tells without naming it."""


def tolls(text: Text, matter: AskedMatter, side: ConflictSide, inside: Sequence[int]) -> Iterator[Proposition]:
    """What some words say, sentence by sentence, of how many died or came."""
    for _, few in groupby(inside, key=lambda w: text.parse.sentence_of[w]):
        yield from _in_sentence(text, matter, side, [*few])


def _in_sentence(text: Text, matter: AskedMatter, side: ConflictSide, inside: Sequence[int]) -> Iterator[Proposition]:
    """What some words of one sentence say of it; nothing where they say it of more than one number."""
    words = plain_sentence(text, inside)
    if not words or any_form(text.parse, words, text.pack.propositions.words.succeeding):
        return  # had risen to nine: others may have counted before
    found = _fates(text, inside, words)
    told = [one for one in found if not (one.definite and len(found) > 1)]
    for one in told:
        if [(other.fate, other.yes) for other in told].count((one.fate, one.yes)) == 1:
            yield from _told(text, matter, side, one, words)


def _fates(text: Text, inside: Sequence[int], words: Sequence[int]) -> list[FateTold]:
    """The numbers of some words with their fates; of a bare one it is that of the sentence before."""
    figures = {f.first: f for w in inside if (f := text.number_at.get(w)) is not None and may_count(text, f)}
    found = [one for f in figures.values() if (one := fate_told(text, f, inside, words)) is not None]
    if len(figures) == 1 and all(one.loose for one in found):
        return [*bare_fate(text, next(iter(figures.values())), inside, words)] or found
    return found


def _is_anothers(text: Text, words: Sequence[int]) -> bool:
    """*The league puts the number at 300*: whether another than the author counts, whose report was not read."""
    p, known = text.parse, text.pack.propositions.words
    counting = (known.counting | known.estimating) - text.pack.closed.being
    counters = (c for w in words if p.lemmas[w].lower() in counting for c in children(p, w, *SUBJECT))
    return any(names_party(p.lemmas[c].lower(), text.pack) or text.type_at(c) in ("PER", "ORG") for c in counters)


def _told(
    text: Text, matter: AskedMatter, side: ConflictSide, one: FateTold, words: Sequence[int]
) -> Iterator[Proposition]:
    """A number of the occasion that its sentence names, else of the one that the text is about."""
    group = GATHERING if one.fate == PRESENT else DISASTER
    named = None if one.bare else occasion_of(text, words, group)
    own = isinstance(side, str) or not _is_anothers(text, words)
    near = occasion_near(text, matter(), words, group) if own and _may_inherit(text, one, words) else None
    if named is not None:
        yield _proposition(text, side, one, named, None if near is None else matter())
    elif near is not None:
        yield _proposition(text, side, one, near, matter())


def _may_inherit(text: Text, one: FateTold, words: Sequence[int]) -> bool:
    """Whether a number may be of what the text is about: of those who died, were hurt or came, and as done."""
    verb = verb_over(text, one.figure.first, words)
    done = verb is None or mode_of(text, verb) in ("past", "present")
    of_all = one.figure.high != 0 and not any(text.parse.lower[w] in text.pack.closed.of for w in _behind(text, one))
    told = one.fate != PRESENT or any(gathers(text, few) for few in (words, *context_of(text, words)))
    whole = done and of_all and told and (verb is None or not _is_of_a_cause(text, verb, one))
    return one.fate in (PRESENT, *INHERITED) and whole


def _is_of_a_cause(text: Text, verb: int, one: FateTold) -> bool:
    """*De bacterie kostte één leven*: whether a number is of what something did that is no occasion."""
    p, numbers = text.parse, text.pack.topics.file.words.numbers
    own = range(one.figure.first, one.figure.end)
    counts = p.lemmas[verb].lower() in text.pack.propositions.words.counting
    subjects = [] if counts else children(p, verb, *SUBJECT)
    subjects += [p.heads[verb] for c in subjects if p.deps[verb] == "acl:relcl" and p.upos[c] == "PRON"]
    things = (c for c in subjects if p.upos[c] == "NOUN" and not any(p.heads[w] == c for w in own) and c not in own)
    return any(_is_a_cause(text, c) and p.lemmas[c].lower() not in numbers for c in things)


def _is_a_cause(text: Text, noun: int) -> bool:
    lemma = text.parse.lemmas[noun].lower()
    counted = fate_named(text, lemma) or lemma in text.pack.topics.numbers
    return not (counted or kind_at(text, noun) or names_party(lemma, text.pack))


def _behind(text: Text, one: FateTold) -> Sequence[int]:
    """The words between a number and a noun for whom it counts: *drie [van de doden]*."""
    noun = counted_noun(text, one.figure, range(len(text.parse)))
    return () if noun is None else range(one.figure.end, noun)


def counted_in_report(text: Text, a: Attribution, own: Sequence[int]) -> list[int]:
    """The words of a statement; of a verb of counting whose number the statement lacks those of the sentence."""
    p = text.parse
    cue = [w for span in a.cue for w in words_in(p, span) if p.upos[w] == "VERB"]
    counting = text.pack.propositions.words.counting | text.pack.propositions.words.estimating
    counts = any(p.lemmas[w].lower() in counting for w in cue)
    if not counts or any(w in text.number_at for w in own):
        return [*own]
    first, end = p.sentences[p.sentence_of[cue[0]]]
    return [*range(first, end)] if not text.quoted[cue[0]] else [*own]


def _proposition(
    text: Text, side: ConflictSide, one: FateTold, occasion: Occasion, matter: TextMatter | None
) -> Proposition:
    p, called = text.parse, text.pack.topics.file.words.names
    low, high = bounds_of(text, one.figure)
    span = p.span(one.figure.first, one.figure.end)
    roles = ((BESIDE, occasion.beside), (WHICH, occasion.which), (WHO, (one.who,) if one.who else ()))
    others = [(OCCASION, Phrase(head=occasion.kind, modifiers=occasion.about))]
    others += [(role, Phrase(head=role, modifiers=words)) for role, words in roles if words]
    if matter is not None:
        others += when_told(text, range(*text.sentence(one.figure.first)))
        others.append((TEXT, matter.names))
    return Proposition(
        side=side, span=span, predicate=TOLL, polarity="+" if one.yes else "-", mode="past", others=tuple(others),
        amount=Amount(of=Phrase(head=called.get(one.fate, one.fate)), low=low, high=high, words=span),
        times=occasion.times, places=occasion.places,
    )  # fmt: skip
