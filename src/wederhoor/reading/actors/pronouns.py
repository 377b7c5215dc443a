"""Whom a pronoun means: *I* and *we* in direct speech, a third person, a possessive."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import Figure
from wederhoor.reading.actors.noun_classes import sector_of, tail
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.third_person import third_person
from wederhoor.syntax.clauses import SUBJECT

CIVIC = ("GOV", "OPP", "LEG", "MIL")
"""Sectors whose people say *we* for everybody."""


def is_pronoun(stage: Stage, word: int) -> bool:
    """Whether a word is a pronoun that can mean an actor."""
    p, people, words = stage.cast.parse, stage.cast.pack.people, stage.lexicon.words
    form = p.lower[word]
    if p.upos[word] not in ("PRON", "DET") and form not in words.both:
        return False
    personal = (
        people.first_person
        | people.he
        | people.she
        | people.they
        | words.selves
        | words.polite
        | words.whose
        | words.both
    )
    return form in personal and not p.deps[word].startswith("expl")


def resolve_pronoun(stage: Stage, word: int) -> Figure | None:
    """The figure that a pronoun means, None where it means none that is known."""
    words = stage.lexicon.words
    form = stage.cast.parse.lower[word]
    if form in words.polite:
        return _asked(stage, word)
    if form in words.i | words.we:
        if stage.voices.quoting[word] < 0 or _points_back(stage, word):
            return None
        speaking = stage.speaker_of(stage.voices.quoting[word])
        return speaking if form in words.i or speaking is None else _we(stage, word, speaking)
    speaker = stage.speaker_at(word)
    named = stage.figure_named(speaker)
    if named is not None:
        return named
    likely, told = third_person(stage, word), stage.told_before(speaker, word)
    body = likely is None or likely.kind != "person"
    return told if body and told is not None and told.kind == "person" else likely


def _points_back(stage: Stage, word: int) -> bool:
    """*ik bedenk me*: an object that is the subject again."""
    p, words = stage.cast.parse, stage.lexicon.words
    if p.deps[word] in SUBJECT or "Poss=Yes" in p.feats[word] or p.lower[word] in words.selves:
        return False
    siblings = p.children[p.heads[word]]
    return any(p.deps[s] in SUBJECT and p.lower[s] in words.i | words.we for s in siblings)


def _asked(stage: Stage, word: int) -> Figure | None:
    """*u* outside of quotation marks: the one who is interviewed and answers next."""
    cast = stage.cast
    if cast.quoted[word]:
        return None
    return stage.figure_named(stage.voices.nearest_quote(cast.parse.starts[word]))


def _we(stage: Stage, word: int, speaker: Figure) -> Figure | None:
    """The body for which a speaker speaks."""
    if speaker.kind != "person":
        return speaker
    return _just_named_together(stage, word) or _body_of(stage, speaker)


def _just_named_together(stage: Stage, word: int) -> Figure | None:
    """*mijn vrouw en ik ... we*."""
    for candidate in stage.ensemble.before(word):
        if stage.voices.quoting[candidate.word] != stage.voices.quoting[word]:
            return None
        figure = stage.ensemble.at[candidate.word]
        if figure.pair:
            return figure
    return None


def _body_of(stage: Stage, speaker: Figure) -> Figure | None:
    """The body that a speaker's role is a role in; for a role in none that is named, the one just told of."""
    p, words = stage.cast.parse, stage.lexicon.words
    for title in speaker.titles:
        if not tail(p.lemmas[title].lower(), words.spokesmen) or sector_of(stage, p.lemmas[title].lower()) in CIVIC:
            continue
        named = [stage.ensemble.at[w] for w in p.subtree(title) if w in stage.ensemble.at]
        for figure in named:
            if figure.kind == "organisation" and figure is not speaker and not figure.place:
                return figure if figure.sector not in CIVIC else None
        return _subject_before(stage, title)
    return None


def _subject_before(stage: Stage, title: int) -> Figure | None:
    """The body that is subject of this sentence or the one before, of whom a director without a body then is."""
    p = stage.cast.parse
    for candidate in stage.ensemble.before(title):
        if p.sentence_of[title] - p.sentence_of[candidate.word] > 1:
            return None
        figure = stage.ensemble.at[candidate.word]
        if candidate.subject == 1 and figure.kind == "organisation" and figure.key and not figure.place:
            return figure
    return None
