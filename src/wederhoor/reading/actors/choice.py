"""Which clusters are actors: who is named, who is a source, and who or what certain people or bodies are that come back."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.phrases import determiner
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child


def mark_sources(stage: Stage) -> None:
    """Note which clusters are the source of a report."""
    for word in stage.voices.sources:
        cluster = stage.clusters.at.get(word)
        if cluster is not None:
            cluster.source = True


def is_actor(text: Text, stage: Stage, cluster: ActorCluster) -> bool:
    """Whether a cluster is an actor by the guidelines: a place where it acts, a programme or a boat where it acts twice."""
    if not cluster.mentions:
        return False
    if cluster.source or cluster.user is not None:
        return True
    if cluster.place:
        return cluster.acts > 0
    if cluster.loose:
        return cluster.acts > 1 or cluster.renown is not None
    if cluster.key:
        return True
    if len(cluster.mentions) < 2:
        return False
    return cluster.pair or any(_is_certain(text, stage, cluster, m.head) for m in cluster.mentions if m.form == "noun")


def is_bystander(text: Text, stage: Stage, cluster: ActorCluster) -> bool:
    """Whether a cluster that is no actor is a certain body or certain people all the same, of whom another text may tell more.

    *de garde*, *het gewest*, *de betogers*: named by nothing but a noun, which needs an article in the singular; of persons only
    an office of which there is one.
    """
    first = next((m for m in cluster.mentions if m.form == "noun"), None)
    if first is None or cluster.mentions[0] is not first or cluster.key is not None or cluster.owner is not None:
        return False
    p, words = text.parse, stage.lexicon.words
    lemma = p.lemmas[first.head].lower()
    if cluster.crowd or lemma in words.vague or any(p.upos[word] == "CCONJ" for word in range(first.first, first.end)):
        return False
    if cluster.kind == "person" and lemma not in words.sole:
        return False
    before = determiner(p, first.head)
    return (
        p.lower[before] in text.pack.closed.definite if before is not None else cluster.plural or lemma in words.bodies
    )


def _is_certain(text: Text, stage: Stage, cluster: ActorCluster, noun: int) -> bool:
    """Whether a noun means certain people or a certain body: *de bewoners*, *zijn vrouw*, *jonge spelers*, but not *mensen*."""
    p, words = text.parse, stage.lexicon.words
    before = determiner(p, noun)
    possessive = before is not None and p.deps[before] == "nmod:poss"
    if p.lemmas[noun].lower() in words.vague and not possessive:
        return False
    form = p.lower[before] if before is not None else ""
    if possessive or form in text.pack.closed.definite or form in words.certain:
        return True
    return not form and cluster.plural and has_child(p, noun, "amod")
