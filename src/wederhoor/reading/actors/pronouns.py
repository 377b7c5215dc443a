"""Whom a pronoun means: *I* and *we* in direct speech, a third person, a possessive."""

from __future__ import annotations

from wederhoor.reading.actors.figures import Figure
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.cast import Cast
from wederhoor.reading.speakers import antecedent

ONE = frozenset({"ik", "'k", "ikzelf", "me", "mij", "mijzelf", "mezelf", "mijn", "mijne", "m'n"})


def is_pronoun(cast: Cast, word: int) -> bool:
    p, people = cast.parse, cast.pack.people
    return p.lower[word] in people.first_person | people.he | people.she | people.they and p.upos[word] in ("PRON", "DET")


def resolve_pronoun(stage: Stage, word: int) -> Figure | None:
    cast = stage.cast
    p, people = cast.parse, cast.pack.people
    form = p.lower[word]
    quoting = stage.quoting(word)
    if form in people.first_person:
        if quoting and form in ONE:
            return stage.ensemble.by_name.get(quoting)
        return None
    speaker = stage.speaker_at(word)
    if speaker in stage.ensemble.by_name:
        return stage.ensemble.by_name[speaker]
    found, _ = antecedent(cast, word, stage.ensemble.before(word), stage.recent(word), quoting)
    return stage.ensemble.at[found.word] if found else None
