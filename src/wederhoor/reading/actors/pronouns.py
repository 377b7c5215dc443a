"""Whom a pronoun means: *I* and *we* in direct speech, a third person, a possessive."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.noun_classes import sector_of, tail
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.third_person import third_person
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT

CIVIC = ("GOV", "OPP", "LEG", "MIL")
"""Sectors whose people say *we* for everybody."""


def is_pronoun(text: Text, stage: Stage, word: int) -> bool:
    """Whether a word is a pronoun that can mean an actor."""
    p, closed, words = text.parse, text.pack.closed, stage.lexicon.words
    form = p.lower[word]
    if p.upos[word] not in ("PRON", "DET") and form not in words.both:
        return False
    personal = (
        closed.first_person
        | closed.he
        | closed.she
        | closed.they
        | words.selves
        | words.polite
        | words.whose
        | words.both
    )
    return form in personal and not p.deps[word].startswith("expl")


def resolve_pronoun(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """The cluster that a pronoun means, None where it means none that is known."""
    words, closed = stage.lexicon.words, text.pack.closed
    form = text.parse.lower[word]
    if form in words.polite:
        return _asked(text, stage, word)
    if form in closed.first_person:
        if stage.voices.quoting[word] < 0 or _points_back(text, stage, word):
            return None
        speaking = stage.speaker_of(stage.voices.quoting[word])
        return speaking if form in closed.i or speaking is None else _we(text, stage, word, speaking)
    speaker = stage.speaker_at(word)
    named = stage.cluster_named(speaker)
    if named is not None:
        return named
    likely, told = third_person(text, stage, word), stage.told_before(speaker, word)
    body = likely is None or likely.kind != "person"
    return told if body and told is not None and told.kind == "person" else likely


def _points_back(text: Text, stage: Stage, word: int) -> bool:
    """*ik bedenk me*: an object that is the subject again."""
    p, words = text.parse, stage.lexicon.words
    if p.deps[word] in SUBJECT or "Poss=Yes" in p.feats[word] or p.lower[word] in words.selves:
        return False
    siblings = p.children[p.heads[word]]
    return any(p.deps[s] in SUBJECT and p.lower[s] in text.pack.closed.first_person for s in siblings)


def _asked(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*u* outside of quotation marks: the one who is interviewed and answers next."""
    if text.quoted[word]:
        return None
    return stage.cluster_named(stage.voices.nearest_quote(text.parse.starts[word]))


def _we(text: Text, stage: Stage, word: int, speaker: ActorCluster) -> ActorCluster | None:
    """The body for which a speaker speaks."""
    if speaker.kind != "person":
        return speaker
    return _just_named_together(stage, word) or _body_of(text, stage, speaker)


def _just_named_together(stage: Stage, word: int) -> ActorCluster | None:
    """*mijn vrouw en ik ... we*."""
    for candidate in stage.clusters.before(word):
        if stage.voices.quoting[candidate.word] != stage.voices.quoting[word]:
            return None
        cluster = stage.clusters.at[candidate.word]
        if cluster.pair:
            return cluster
    return None


def _body_of(text: Text, stage: Stage, speaker: ActorCluster) -> ActorCluster | None:
    """The body that a speaker's role is a role in; for a role in none that is named, the one just told of."""
    p, words = text.parse, stage.lexicon.words
    for title in speaker.titles:
        if (
            not tail(p.lemmas[title].lower(), words.spokesmen, text.pack)
            or sector_of(text, stage, p.lemmas[title].lower()) in CIVIC
        ):
            continue
        named = [stage.clusters.at[w] for w in p.subtree(title) if w in stage.clusters.at]
        for cluster in named:
            if cluster.kind == "organisation" and cluster is not speaker and not cluster.place:
                return cluster if cluster.sector not in CIVIC else None
        return _subject_before(text, stage, title)
    return None


def _subject_before(text: Text, stage: Stage, title: int) -> ActorCluster | None:
    """The body that is subject of this sentence or the one before, of whom a director without a body then is."""
    p = text.parse
    for candidate in stage.clusters.before(title):
        if p.sentence_of[title] - p.sentence_of[candidate.word] > 1:
            return None
        cluster = stage.clusters.at[candidate.word]
        if candidate.subject == 1 and cluster.kind == "organisation" and cluster.key and not cluster.place:
            return cluster
    return None
