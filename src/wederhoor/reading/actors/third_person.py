"""Whom a pronoun of the third person means: by its clause where that tells, else the most likely of those in mind."""

from __future__ import annotations

import math
from collections.abc import Callable

from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.antecedents import antecedent
from wederhoor.reading.cast import Candidate
from wederhoor.reading.pronoun_forms import number_and_kinds
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, VERBAL, children, is_root

EARLY = 2
"""Sentences from the beginning of a text in which a pronoun may stand before its name, and sentences to that name."""
OFTEN = 0.3
"""What every doubling of a cluster's mentions adds. This and the next four were set on the newspaper gold; it matters little."""
LESS_SUBJECT = 0.4
"""What it counts less here than for a speaker that a candidate is a subject."""
LESS_SPEAKER = 0.7
"""The source of a report is the last speaker more often than another pronoun is."""
ONE_BODY = 0.8
"""*they* for a body, where there are several people too."""
OUTSIDE = 0.3
"""For a pronoun in direct speech somebody outside of it."""
CLAUSES_UP = 3
"""Clauses above its own in which the subject that a possessive means is looked for."""


def third_person(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """The cluster that *hij*, *haar*, *hun*, *zichzelf* mean, None where none is known."""
    if text.parse.lower[word] in stage.lexicon.words.selves:
        return _subject(text, stage, word)
    owner = _owner(text, stage, word)
    if owner is not None:
        return owner
    found, _ = antecedent(
        text,
        word,
        stage.clusters.before(word),
        stage.voices.recent(text.parse.starts[word]),
        stage.quoting(word),
        _leaning(text, stage, word),
    )
    body = _feminine_body(text, stage, word, found)
    if body is not None:
        return body
    return stage.clusters.at[found.word] if found else _named_next(text, stage, word)


def _named_next(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*De laatste weken sliep hij slecht. Jan Jansma ...*: before anybody is named, the one who is named next."""
    p, closed = text.parse, text.pack.closed
    one = p.lower[word] in closed.he | closed.she and not number_and_kinds(text, word)[0]
    if not one or p.sentence_of[word] > EARLY:
        return None
    for w in range(word + 1, len(p)):
        if p.sentence_of[w] - p.sentence_of[word] > EARLY:
            return None
        number = p.entity_of[w]
        if number >= 0 and stage.classes[number] == "PER":
            return stage.cluster_of(number)
    return None


def _leaning(text: Text, stage: Stage, word: int) -> Callable[[Candidate], float]:
    """What the reader of actors knows beside the candidates themselves: how often a cluster is named, and who it cannot be."""
    clusters = stage.clusters
    recent = stage.voices.recent(text.parse.starts[word])
    last = recent[-1] if recent else None
    plural, _ = number_and_kinds(text, word)
    subject, behind = _other_in_clause(text, stage, word), _named_behind(text, stage, word)

    def lean(candidate: Candidate) -> float:
        cluster = clusters.at[candidate.word]
        if cluster is subject or id(cluster) in behind:
            return float("-inf")
        score = OFTEN * math.log2(1 + len(cluster.mentions)) - LESS_SUBJECT * candidate.subject
        score -= LESS_SPEAKER * (candidate.name is not None and candidate.name == last)
        score -= ONE_BODY * (plural and not candidate.plural)
        return score - OUTSIDE * (text.quoted[word] and not candidate.quoted)

    return lean


def _other_in_clause(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """The subject of the verb whose object a pronoun is: somebody else."""
    p = text.parse
    if p.deps[word] not in ("obj", "iobj", "obl", "obl:arg", "obl:agent"):
        return None
    verb = p.heads[word]
    subject = next((s for s in children(p, verb, *SUBJECT) if s < word), None)
    return stage.clusters.at.get(subject) if subject is not None else None


def _named_behind(text: Text, stage: Stage, word: int) -> set[int]:
    """The clusters that are named behind a subject in its sentence: it means none of them."""
    p = text.parse
    if p.deps[word] not in SUBJECT:
        return set()
    end = p.sentences[p.sentence_of[word]][1]
    keys = {stage.keys[p.entity_of[w]] for w in range(word + 1, end) if p.entity_of[w] >= 0}
    named = (stage.clusters.by_name.get(key) for key in keys)
    return {id(cluster) for cluster in named if cluster is not None}


def _owner(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*Corex verplaatst een deel van zijn productie*: a possessive means the nearest subject above that it can."""
    p = text.parse
    if p.deps[word] != "nmod:poss":
        return None
    verb = p.heads[word]
    for _ in range(CLAUSES_UP):
        while p.upos[verb] not in VERBAL and not is_root(p, verb):
            verb = p.heads[verb]
        subject = text.clause(verb).subject
        cluster = stage.clusters.at.get(subject) if subject is not None and subject < word else None
        if cluster is not None and _can_own(text, stage, cluster, word):
            return _object(text, stage, verb, word) or cluster if cluster.kind != "person" else cluster
        if is_root(p, verb):
            return None
        verb = p.heads[verb]
    return None


def _can_own(text: Text, stage: Stage, cluster: ActorCluster, word: int) -> bool:
    """Whether number and gender of a possessive fit a cluster."""
    closed = text.pack.closed
    form = text.parse.lower[word]
    many = cluster.plural or cluster.pair
    if form in closed.they and form not in closed.she | closed.he:
        return many
    if many or (cluster.key == stage.quoting(word) and cluster.key):
        return False
    if form in closed.she:
        return cluster.kind == "person" and cluster.key not in text.cast.men
    return form in closed.he and cluster.key not in text.cast.women


def _object(text: Text, stage: Stage, verb: int, word: int) -> ActorCluster | None:
    """*de krant bedreigt hem in zijn vrijheid*: the person who is object beside a body."""
    p = text.parse
    objects = (c for c in children(p, verb, "obj", "iobj") if c < word and p.upos[c] == "PRON")
    return next((stage.clusters.at[c] for c in objects if c in stage.clusters.at), None)


def _feminine_body(text: Text, stage: Stage, word: int, found: Candidate | None) -> ActorCluster | None:
    """*de leiding vindt dat zij ...*: a body in the same sentence, where no woman is as near, or that itself says it."""
    p, closed = text.parse, text.pack.closed
    if p.lower[word] not in closed.she or number_and_kinds(text, word)[0]:
        return None
    if found is not None and p.sentence_of[found.word] == p.sentence_of[word]:
        return None
    woman = found is not None and found.name in text.cast.women
    for candidate in stage.clusters.before(word):
        if p.sentence_of[candidate.word] != p.sentence_of[word]:
            return None
        cluster = stage.clusters.at[candidate.word]
        if candidate.subject and cluster.kind != "person" and not candidate.plural:
            return cluster if not woman or _says(p, candidate.word, word) else None
    return None


def _says(p: Parse, holder: int, word: int) -> bool:
    """*De brigade ontkent dat zij ...*: whether one word is the subject of what the clause of another is complement of."""
    clause = p.heads[word]
    return p.deps[word] in SUBJECT and p.deps[clause] == "ccomp" and p.heads[holder] == p.heads[clause]


def _subject(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """The cluster that is subject of the clause: *zichzelf*."""
    p = text.parse
    here = p.heads[word]
    for _ in range(3):
        for s in children(p, here, *SUBJECT):
            if s in stage.clusters.at:
                return stage.clusters.at[s]
        here = p.heads[here]
    return None
