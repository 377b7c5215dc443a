"""What the readers of mentions work on: the document, who speaks where, what is known of names, and the figures so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from wederhoor.languages.actors import ActorLexicon
from wederhoor.reading.actors.claims import Claims
from wederhoor.reading.actors.clusters import Ensemble, Figure
from wederhoor.reading.actors.titles import Titles
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.actors.voices import Voices
from wederhoor.reading.cast import Cast
from wederhoor.reading.places.countries import Countries
from wederhoor.records import ActorKind, Attribution, EntityType


@dataclass(slots=True)
class Stage:
    """One document while its actors are read. Of every entity ``classes`` has the type, ``keys`` the name of its figure."""

    cast: Cast
    attributions: Sequence[Attribution]
    lexicon: ActorLexicon
    countries: Countries
    titles: Titles
    classes: list[EntityType]
    keys: list[str]
    voices: Voices
    ensemble: Ensemble
    claims: Claims
    countries_named: Counter[str] = field(default_factory=Counter)
    """Code of a country -> times that the text names it, its towns, its people or what is of it."""
    named_states: dict[str, int] = field(default_factory=dict)
    """Code of a country -> number of an entity that names it."""
    states: dict[str, Figure] = field(default_factory=dict)
    """Code of a country -> its state, where only the name of its capital stands for it."""
    pairs: dict[int, Figure] = field(default_factory=dict)
    """Head of the first of two who are named together -> the figure of both."""

    def quoting(self, word: int) -> str | None:
        """The speaker in whose direct speech a word stands."""
        number = self.voices.quoting[word]
        return self.attributions[number].speaker if number >= 0 else None

    def recent(self, word: int) -> list[str]:
        """The one who spoke last before a word, in a list of none or one."""
        return self.voices.recent(self.cast.parse.starts[word])

    def speaker_at(self, word: int) -> str | None:
        """The speaker whom the attributions name for the source that has its head at a word."""
        for number in self.voices.sources.get(word, ()):
            speaker = self.attributions[number].speaker
            if speaker is not None:
                return speaker
        return None

    def figure_named(self, name: str | None) -> Figure | None:
        """The figure whose name a speaker is."""
        number = self.voices.numbers.get(name) if name is not None else None
        return self.figure_of(number) if number is not None else None

    def speaker_of(self, number: int) -> Figure | None:
        """The figure who is the source of an attribution, where it was read already or has a name."""
        named = self.figure_named(self.attributions[number].speaker)
        return named or self.ensemble.at.get(self.voices.heads.get(number, -1))

    def source_of(self, number: int) -> Figure | None:
        """The figure who is the source of an attribution."""
        speaker = self.attributions[number].speaker
        head = self.voices.heads.get(number, -1)
        here = self.ensemble.at.get(head)
        if here is not None and head >= 0 and self.cast.parse.entity_of[head] >= 0:
            return self.pairs.get(head, here) if speaker not in self.voices.numbers else here
        return self.figure_named(speaker) or here or self._told_by(speaker)

    def told_before(self, speaker: str | None, word: int) -> Figure | None:
        """The figure of the last source before a word that has a speaker."""
        head = self.voices.source_before(speaker, word) if speaker is not None else None
        return self.ensemble.at.get(head) if head is not None else None

    def _told_by(self, speaker: str | None) -> Figure | None:
        """The figure of the first source that has a speaker."""
        heads = self.voices.spoken.get(speaker or "", [])
        return self.ensemble.at.get(heads[0]) if heads else None

    def figure_of(self, number: int) -> Figure:
        """The figure of an entity, opened where there is none yet."""
        key = self.keys[number]
        user = self.claims.names.get(key)
        if user is not None:
            return self.figure_for(user)
        figure = self.ensemble.by_name.get(key)
        return figure or self.ensemble.open(self._named(number, key))

    def state_of(self, country: str, number: int) -> Figure:
        """The state of a country whose capital an entity names: by its own name if the text has that, else by the capital's."""
        named = self.named_states.get(country)
        if named is not None:
            return self.figure_of(named)
        if country not in self.states:
            self.states[country] = Figure("state", self.keys[number], place=True)
            self.ensemble.figures.append(self.states[country])
        return self.states[country]

    def figure_for(self, user: UserActor) -> Figure:
        """The figure of an actor that the user gave."""
        figure = self.ensemble.by_name.get(user.name)
        if figure is None:
            figure = Figure(user.kind, user.name, plural=user.kind == "group", user=user, sector=user.sector)
            self.ensemble.open(figure)
        return figure

    def _named(self, number: int, key: str) -> Figure:
        kind = self.classes[number]
        if number in self.titles.families:
            return Figure("group", key, plural=True)
        if kind == "PER":
            return self._known(Figure("person", key))
        if kind == "LOC":
            of: ActorKind = "state" if self.countries.is_state(key) and self._is_country(key) else "organisation"
            return Figure(of, key, place=True)
        return self._known(Figure("organisation", key, loose=kind == "MISC"))

    def _is_country(self, key: str) -> bool:
        return "name" in self.countries.senses(key)

    def _known(self, figure: Figure) -> Figure:
        """The figure with what everybody knows of its name."""
        renown = self.lexicon.renown(figure.key or "", figure.kind)
        if renown is not None:
            figure.renown, figure.sector = renown, renown.sector
        return figure
