"""What the readers of mentions work on: the document, who speaks where, what is known of names, and the clusters so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from wederhoor.languages.actors import ActorLexicon
from wederhoor.reading.actors.claims import UserClaims
from wederhoor.reading.actors.clusters import ActorCluster, ActorClusters
from wederhoor.reading.actors.titles import Titles
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.actors.voices import Voices
from wederhoor.reading.places.countries import Countries
from wederhoor.reading.text import Text
from wederhoor.records import ActorKind, Attribution, EntityType


@dataclass(slots=True)
class Stage:
    """One document while its actors are read. Of every entity ``classes`` has the type, ``keys`` the name of its cluster."""

    attributions: Sequence[Attribution]
    lexicon: ActorLexicon
    countries: Countries
    titles: Titles
    classes: list[EntityType]
    keys: list[str]
    voices: Voices
    clusters: ActorClusters
    claims: UserClaims
    countries_named: Counter[str] = field(default_factory=Counter)
    """Code of a country -> times that the text names it, its towns, its people or what is of it."""
    named_states: dict[str, int] = field(default_factory=dict)
    """Code of a country -> number of an entity that names it."""
    states: dict[str, ActorCluster] = field(default_factory=dict)
    """Code of a country -> its state, where only the name of its capital stands for it."""
    pairs: dict[int, ActorCluster] = field(default_factory=dict)
    """Head of the first of two who are named together -> the cluster of both."""

    def quoting(self, word: int) -> str | None:
        """The speaker in whose direct speech a word stands."""
        number = self.voices.quoting[word]
        return self.attributions[number].speaker if number >= 0 else None

    def speaker_at(self, word: int) -> str | None:
        """The speaker whom the attributions name for the source that has its head at a word."""
        for number in self.voices.sources.get(word, ()):
            speaker = self.attributions[number].speaker
            if speaker is not None:
                return speaker
        return None

    def cluster_named(self, name: str | None) -> ActorCluster | None:
        """The cluster whose name a speaker is."""
        number = self.voices.numbers.get(name) if name is not None else None
        return self.cluster_of(number) if number is not None else None

    def speaker_of(self, number: int) -> ActorCluster | None:
        """The cluster who is the source of an attribution, where it was read already or has a name."""
        named = self.cluster_named(self.attributions[number].speaker)
        return named or self.clusters.at.get(self.voices.heads.get(number, -1))

    def source_of(self, text: Text, number: int) -> ActorCluster | None:
        """The cluster who is the source of an attribution."""
        speaker = self.attributions[number].speaker
        head = self.voices.heads.get(number, -1)
        here = self.clusters.at.get(head)
        if here is not None and head >= 0 and text.parse.entity_of[head] >= 0:
            return self.pairs.get(head, here) if speaker not in self.voices.numbers else here
        if self._is_stranger(text, speaker):
            return self._told_by(speaker)
        return self.cluster_named(speaker) or here or self._told_by(speaker)

    def _is_stranger(self, text: Text, speaker: str | None) -> bool:
        """Whether somebody first speaks by a word that no list has for a name: a later pronoun means no other."""
        heads = self.voices.spoken.get(speaker or "", [])
        p = text.parse
        return (
            bool(heads) and p.upos[heads[0]] == "PROPN" and p.entity_of[heads[0]] < 0 and p.words[heads[0]] == speaker
        )

    def told_before(self, speaker: str | None, word: int) -> ActorCluster | None:
        """The cluster of the last source before a word that has a speaker."""
        head = self.voices.source_before(speaker, word) if speaker is not None else None
        return self.clusters.at.get(head) if head is not None else None

    def _told_by(self, speaker: str | None) -> ActorCluster | None:
        """The cluster of the first source that has a speaker."""
        heads = self.voices.spoken.get(speaker or "", [])
        return self.clusters.at.get(heads[0]) if heads else None

    def cluster_of(self, number: int) -> ActorCluster:
        """The cluster of an entity, opened where there is none yet."""
        key = self.keys[number]
        user = self.claims.names.get(key)
        if user is not None:
            return self.cluster_for(user)
        cluster = self.clusters.by_name.get(key)
        return cluster or self.clusters.open(self._named(number, key))

    def state_of(self, country: str, number: int) -> ActorCluster:
        """The state of a country whose capital an entity names: by its own name if the text has that, else by the capital's."""
        named = self.named_states.get(country)
        if named is not None:
            return self.cluster_of(named)
        if country not in self.states:
            self.states[country] = ActorCluster("state", self.keys[number], place=True)
            self.clusters.found.append(self.states[country])
        return self.states[country]

    def cluster_for(self, user: UserActor) -> ActorCluster:
        """The cluster of an actor that the user gave."""
        cluster = self.clusters.by_name.get(user.name)
        if cluster is None:
            cluster = ActorCluster(user.kind, user.name, plural=user.kind == "group", user=user, sector=user.sector)
            self.clusters.open(cluster)
        return cluster

    def _named(self, number: int, key: str) -> ActorCluster:
        kind = self.classes[number]
        if number in self.titles.families:
            return ActorCluster("group", key, plural=True)
        if kind == "PER":
            return self._known(ActorCluster("person", key))
        if kind == "LOC":
            of: ActorKind = "state" if self.countries.is_state(key) and self._is_country(key) else "organisation"
            return ActorCluster(of, key, place=True)
        return self._known(ActorCluster("organisation", key, loose=kind == "MISC"))

    def _is_country(self, key: str) -> bool:
        return "name" in self.countries.senses(key)

    def _known(self, cluster: ActorCluster) -> ActorCluster:
        """The cluster with what everybody knows of its name."""
        renown = self.lexicon.renown(cluster.key or "", cluster.kind)
        if renown is not None:
            cluster.renown, cluster.sector = renown, renown.sector
        return cluster
