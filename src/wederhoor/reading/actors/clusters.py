"""The clusters of a document while they are put together: who is mentioned where, and by what words."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from wederhoor.languages.actors import Renown
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.cast import IN_MIND, Candidate, prominence
from wederhoor.reading.text import Text
from wederhoor.records import ActorKind, Sector

Form = Literal["name", "noun", "pronoun"]


MOST_TITLES = 12
"""Nouns beside a name that are kept."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` up to ``end`` (exclusive) that mean a cluster; ``head`` is their head word."""

    head: int
    first: int
    end: int
    form: Form


@dataclass(slots=True)
class ActorCluster:
    """Somebody or some body that the text speaks of. ``key`` is its name, None for what has none."""

    kind: ActorKind
    key: str | None = None
    plural: bool = False
    place: bool = False
    """Named after a place, which it is more often than an actor: a state, a town."""
    loose: bool = False
    """Named by something else than a person, body or place: a programme, a boat."""
    whole: tuple[int, int] | None = None
    """First and end word of a longer name that a noun makes: *ministerie van Financiën*."""
    owner: ActorCluster | None = None
    """Whose it is: *zijn vrouw*."""
    mentions: list[Mention] = field(default_factory=list)
    nouns: dict[str, int] = field(default_factory=dict)
    """Lemma of a noun by which it was called -> the head word of the first such mention."""
    titles: list[int] = field(default_factory=list)
    """Head words of the nouns that the text joins to its name."""
    pair: bool = False
    """Two people who are named together."""
    crowd: bool = False
    """Everybody, nobody, many: no pronoun means them."""
    brief: int | None = None
    """Head of the noun by which the headline calls it, in brief."""
    source: bool = False
    """Whether an attribution has it as its source."""
    acts: int = 0
    """How often it does something or something is done to it."""
    sector: Sector | None = None
    renown: Renown | None = None
    """What everybody knows of its name."""
    user: UserActor | None = None
    """What the user says of it."""


@dataclass(slots=True)
class ActorClusters:
    """All clusters of a document, and the mentions read so far as candidates for the next pronoun."""

    found: list[ActorCluster] = field(default_factory=list)
    by_name: dict[str, ActorCluster] = field(default_factory=dict)
    by_noun: dict[str, list[ActorCluster]] = field(default_factory=dict)
    """Lemma -> the clusters that were called so, in text order."""
    at: dict[int, ActorCluster] = field(default_factory=dict)
    """Head word of a mention -> its cluster."""
    trail: list[Candidate] = field(default_factory=list)

    def open(self, cluster: ActorCluster) -> ActorCluster:
        """Note a new cluster."""
        self.found.append(cluster)
        if cluster.key is not None:
            self.by_name[cluster.key] = cluster
        return cluster

    def add(
        self, text: Text, cluster: ActorCluster, mention: Mention, weigh_as: int | None = None, *, recalled: bool = True
    ) -> None:
        """Note a mention; mentions come in text order. It weighs as the word ``weigh_as``, else as its head.

        No pronoun means one that is not ``recalled``.
        """
        word = mention.head
        cluster.mentions.append(mention)
        if mention.form == "noun":
            self.call(text, cluster, word)
        if recalled:
            self.remind(text, cluster, word, weigh_as)
        self.at[word] = cluster

    def remind(self, text: Text, cluster: ActorCluster, word: int, weigh_as: int | None = None) -> None:
        """Make a cluster a candidate for later pronouns by a word that means it."""
        self.at[word] = cluster
        if cluster.crowd:
            return
        kind = "organisation" if cluster.kind == "state" else cluster.kind
        weight = prominence(text.parse, word if weigh_as is None else weigh_as)
        quoted = text.quoted[word]
        self.trail.append(Candidate(word, cluster.key, kind, cluster.plural, weight, quoted, cluster.place))

    def call(self, text: Text, cluster: ActorCluster, noun: int) -> None:
        """Note a noun by which a cluster is called."""
        lemma = text.parse.lemmas[noun].lower()
        if lemma not in cluster.nouns:
            cluster.nouns[lemma] = noun
            self.by_noun.setdefault(lemma, []).append(cluster)

    def entitle(self, cluster: ActorCluster, noun: int) -> None:
        """Note a noun that the text joins to a cluster's name; the first so many tell all that later ones do."""
        if len(cluster.titles) < MOST_TITLES:
            cluster.titles.append(noun)

    def add_late(self, cluster: ActorCluster, mention: Mention) -> None:
        """Note a mention that comes before others of its cluster."""
        insort(cluster.mentions, mention, key=_place)
        self.at[mention.head] = cluster

    def merge(self, cluster: ActorCluster, other: ActorCluster) -> None:
        """Give all mentions of a cluster to another one, which it turned out to be."""
        self.found.remove(cluster)
        other.acts += cluster.acts
        for mention in cluster.mentions:
            self.at[mention.head] = other
        other.mentions = sorted([*cluster.mentions, *other.mentions], key=_place)
        for lemma, word in cluster.nouns.items():
            other.nouns.setdefault(lemma, word)
            self.by_noun[lemma] = [other if f is cluster else f for f in self.by_noun[lemma]]

    def before(self, word: int) -> Iterator[Candidate]:
        """The mentions before a word, the nearest first, at most as many as a reader keeps in mind."""
        end = bisect_left(self.trail, word, key=_word)
        return iter(self.trail[max(0, end - IN_MIND) : end][::-1])


def _place(mention: Mention) -> tuple[int, int]:
    return mention.first, mention.end


def _word(candidate: Candidate) -> int:
    return candidate.word
