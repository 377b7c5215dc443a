"""Signs of doubt: what about a statement makes it likelier that its words or its speaker are wrong.

Each is there or not. What it weighs stands in the language's ``confidence.toml``, where the signs are sorted by the doubt that
they give; one that does not stand there weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.antecedents import REACH
from wederhoor.reading.cast import Candidate
from wederhoor.reading.confidence.said import Said
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite, is_plural
from wederhoor.syntax.nouns import noun_kind

NEAR = 4
"""Sentences back in which others are looked for whom a pronoun may mean."""
FAR = 2
"""Sentences that a pronoun may stand behind its name before that is far."""
SHORT = 3
"""Words of a content that are few."""
APART = 6
"""Words between content and cue that are many."""
LONG_NAME = 5
"""Words of a speaker's name from which on it is likely to be more than a name."""


def signs_of(text: Text, said: Said) -> Iterator[str]:
    """The signs of one statement."""
    yield from _of_content(text, said)
    yield from _of_cue(text, said)
    yield from _of_source(text, said)
    yield from _of_name(text, said)


def _of_content(text: Text, said: Said) -> Iterator[str]:
    p, it = text.parse, said.attribution
    solid = [w for w in said.content if p.upos[w] != "PUNCT"]
    if not any(is_finite(p, w) for w in solid):
        yield "no_verb"
        if it.form == "indirect" and it.attitude == "say":
            yield "object_said"
    if len(solid) <= SHORT:
        yield "short"
    if len(it.content) > 1:
        yield "pieces"
    if it.form != "direct":
        yield it.form
    if it.parent:
        yield "nested"


def _of_cue(text: Text, said: Said) -> Iterator[str]:
    p, it = text.parse, said.attribution
    if it.attitude == "want":
        yield "want"
    if it.attitude == "doubt":
        yield "doubting"
    if not said.cue:
        yield "no_cue"
        return
    kinds = {p.upos[w] for w in said.cue}
    if len(said.cue) == 1 and p.lower[said.cue[0]] in text.pack.closed.hearsay:
        yield "would"
    elif "NOUN" in kinds and "VERB" not in kinds:
        yield "noun_cue"
    if said.content and max(said.cue[0] - said.content[-1], said.content[0] - said.cue[-1]) > APART:
        yield "cue_far"


def _of_nobody(said: Said) -> Iterator[str]:
    if said.attribution.speaker is not None:
        yield "no_source"
        return
    yield "unnamed"
    if not said.cue:
        yield "free"


def _of_distance(p: Parse, said: Said, holder: int) -> Iterator[str]:
    place = (said.cue or said.content or (holder,))[0]
    away = abs(p.sentence_of[holder] - p.sentence_of[place])
    if not said.cue or away:
        yield "carried"
    if away > 1:
        yield "carried_far"


def _of_source(text: Text, said: Said) -> Iterator[str]:
    p, closed = text.parse, text.pack.closed
    if said.holder is None:
        yield from _of_nobody(said)
        return
    yield from _of_distance(p, said, said.holder)
    word = p.lower[said.holder]
    if p.upos[said.holder] not in ("PRON", "DET") or word in closed.first_person:
        return
    if word in text.pack.people.indefinite:
        yield "indefinite"
        return
    yield "pronoun"
    if word in closed.they and (word not in closed.she or is_plural(p, p.heads[said.holder])):
        yield "they"
    if word in closed.demonstratives:
        yield "demonstrative"
    yield from _of_pronoun(text, said, said.holder)


def _of_pronoun(text: Text, said: Said, holder: int) -> Iterator[str]:
    """How far the name is that a pronoun was taken for, and whether another person who fits was named since."""
    speaker = said.attribution.speaker
    here = text.parse.sentence_of[holder]
    unfit = text.cast.men if text.parse.lower[holder] in text.pack.closed.she else text.cast.women
    distance = rival = None
    for candidate in text.cast.before(holder):
        away = here - text.parse.sentence_of[candidate.word]
        if away > REACH or (away > NEAR and distance is not None):
            break
        if candidate.name == speaker:
            distance = away if distance is None else distance
        elif _is_person(candidate) and away <= NEAR and candidate.name not in unfit:
            rival = candidate
    if distance is None:
        yield "lost"
    elif distance > FAR:
        yield "far"
    if rival:
        yield "rival"


def _is_person(candidate: Candidate) -> bool:
    """Whether a candidate is one person with a name."""
    return candidate.name is not None and candidate.kind == "person" and not candidate.pair


def _of_name(text: Text, said: Said) -> Iterator[str]:
    """What the speaker's name looks like, and whether he is an actor of the document."""
    speaker = said.attribution.speaker
    if speaker is None:
        return
    if said.attribution.actor is None:
        yield "no_actor"
    words = speaker.split()
    if len(words) > LONG_NAME:
        yield "long_name"
    if speaker in text.cast.names:
        if speaker in text.cast.persons and len(words) == 1:
            yield "one_name"
        before_given = not _is_given(text, words[0]) and any(_is_given(text, w) for w in words[1:-1])
        if before_given or noun_kind(words[0].lower(), text.pack):
            yield "title"
    elif words[0][:1].islower():
        yield from _of_description(text, words)


def _is_given(text: Text, name: str) -> bool:
    """Whether it is a first name of the language."""
    known = text.pack.names
    return name in known.given_women or name in known.given_men


def _of_description(text: Text, words: list[str]) -> Iterator[str]:
    pack = text.pack
    yield "described"
    if words[0] in pack.closed.definite:
        yield "definite"
    elif words[0] not in pack.closed.articles:
        yield "bare"
    if not pack.events.grammar.possessives.isdisjoint(words):
        yield "whose"
