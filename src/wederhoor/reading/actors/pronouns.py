"""Whom a pronoun means: *I* and *we* in direct speech, a third person, a possessive."""

from __future__ import annotations

import math
from collections.abc import Callable

from wederhoor.reading.actors.figures import Figure
from wederhoor.reading.actors.sorts import sector_of, tail
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.attributions.clauses import SUBJECT, subject_of
from wederhoor.reading.cast import Candidate
from wederhoor.reading.speakers import antecedent, number_and_kinds

EARLY = 2
"""Sentences from the beginning of a text in which a pronoun may stand before its name, and sentences to that name."""
OFTEN = 0.3
"""What every doubling of a figure's mentions adds. This and the next four were set on the newspaper gold; it matters little."""
LESS_SUBJECT = 0.4
LESS_SPEAKER = 0.7
"""The source of a report is the last speaker more often than another pronoun is."""
ONE_BODY = 0.8
"""*they* for a body, where there are several people too."""
OUTSIDE = 0.3
"""For a pronoun in direct speech somebody outside of it."""
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
    cast, words = stage.cast, stage.lexicon.words
    form, quoting = cast.parse.lower[word], stage.quoting(word)
    if form in words.polite:
        return _asked(stage, word)
    if form in words.i | words.we:
        if stage.voices.quoting[word] < 0 or _points_back(stage, word):
            return None
        speaker = stage.speaker_of(stage.voices.quoting[word])
        return speaker if form in words.i or speaker is None else _we(stage, word, speaker)
    named = stage.figure_named(stage.speaker_at(word))
    if named is not None:
        return named
    if form in words.selves:
        return _subject(stage, word)
    owner = _owner_in_clause(stage, word)
    if owner is not None:
        return owner
    leaning = _leaning(stage, word)
    found, _ = antecedent(cast, word, stage.ensemble.before(word), stage.recent(word), quoting, leaning)
    return stage.ensemble.at[found.word] if found else _named_next(stage, word)


def _named_next(stage: Stage, word: int) -> Figure | None:
    """*De laatste weken sliep hij slecht. Jan Jansma ...*: before anybody is named, the one who is named next."""
    p, people = stage.cast.parse, stage.cast.pack.people
    if p.lower[word] not in people.he | people.she or p.sentence_of[word] > EARLY:
        return None
    for w in range(word + 1, len(p)):
        if p.sentence_of[w] - p.sentence_of[word] > EARLY:
            return None
        number = p.entity_of[w]
        if number >= 0 and stage.classes[number] == "PER":
            return stage.figure_of(number)
    return None


def _leaning(stage: Stage, word: int) -> Callable[[Candidate], float]:
    """What the reader of actors knows beside the candidates themselves: how often a figure is named, and who it cannot be."""
    cast, ensemble = stage.cast, stage.ensemble
    recent = stage.recent(word)
    last = recent[-1] if recent else None
    plural, _ = number_and_kinds(cast, word)
    subject = _other_in_clause(stage, word)

    def lean(candidate: Candidate) -> float:
        figure = ensemble.at[candidate.word]
        if figure is subject:
            return float("-inf")
        score = OFTEN * math.log2(1 + len(figure.mentions)) - LESS_SUBJECT * candidate.subject
        score -= LESS_SPEAKER * (candidate.name is not None and candidate.name == last)
        score -= ONE_BODY * (plural and not candidate.plural)
        return score - OUTSIDE * (cast.quoted[word] and not candidate.quoted)

    return lean


def _other_in_clause(stage: Stage, word: int) -> Figure | None:
    """The subject of the verb whose object a pronoun is: somebody else."""
    p = stage.cast.parse
    if p.deps[word] not in ("obj", "iobj", "obl", "obl:arg", "obl:agent"):
        return None
    verb = p.heads[word]
    subject = next((s for s in p.children[verb] if p.deps[s] in SUBJECT and s < word), None)
    return stage.ensemble.at.get(subject) if subject is not None else None


def _owner_in_clause(stage: Stage, word: int) -> Figure | None:
    """*Corex verplaatst een deel van zijn productie*: a possessive means the subject of its clause where that is a body."""
    p, people = stage.cast.parse, stage.cast.pack.people
    if p.deps[word] != "nmod:poss" or p.lower[word] not in people.he:
        return None
    here = p.heads[word]
    for _ in range(5):
        if p.upos[here] in ("VERB", "AUX") or p.heads[here] == here:
            break
        here = p.heads[here]
    subject = subject_of(p, here, stage.cast.pack)
    figure = stage.ensemble.at.get(subject) if subject is not None and subject < word else None
    if figure is None or figure.plural or figure.kind not in ("organisation", "state"):
        return None
    return figure


def _points_back(stage: Stage, word: int) -> bool:
    """*ik bedenk me*: an object that is the subject again."""
    p, words = stage.cast.parse, stage.lexicon.words
    if p.deps[word] in SUBJECT or "Poss=Yes" in p.feats[word] or p.lower[word] in words.selves:
        return False
    siblings = p.children[p.heads[word]]
    return any(p.deps[s] in SUBJECT and p.lower[s] in words.i | words.we for s in siblings)


def _subject(stage: Stage, word: int) -> Figure | None:
    """The figure that is subject of the clause: *zichzelf*."""
    p = stage.cast.parse
    here = p.heads[word]
    for _ in range(3):
        for s in p.children[here]:
            if p.deps[s] in SUBJECT and s in stage.ensemble.at:
                return stage.ensemble.at[s]
        here = p.heads[here]
    return None


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
    """The body that a speaker's role is a role in; for a role in none that is named, the one that the text is most about."""
    p, words = stage.cast.parse, stage.lexicon.words
    for title in speaker.titles:
        if not tail(p.lemmas[title].lower(), words.spokesmen) or sector_of(stage, p.lemmas[title].lower()) in CIVIC:
            continue
        named = [stage.ensemble.at[w] for w in p.subtree(title) if w in stage.ensemble.at]
        for figure in named:
            if figure.kind == "organisation" and figure is not speaker and not figure.place:
                return figure if figure.sector not in CIVIC else None
        return _subject_before(stage, title) or stage.ensemble.body
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
