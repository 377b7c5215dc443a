"""What the readers of mentions work on: the document, who speaks where, and the figures so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.actors.figures import Ensemble
from wederhoor.reading.actors.titles import Titles
from wederhoor.reading.actors.voices import Voices
from wederhoor.reading.cast import Cast
from wederhoor.records import Attribution


@dataclass(slots=True)
class Stage:
    """One document while its actors are read."""

    cast: Cast
    attributions: Sequence[Attribution]
    voices: Voices
    titles: Titles
    ensemble: Ensemble

    def quoting(self, word: int) -> str | None:
        """The speaker in whose direct speech a word stands."""
        number = self.voices.quoting[word]
        return self.attributions[number].speaker if number >= 0 else None

    def recent(self, word: int) -> list[str]:
        return self.voices.recent(self.cast.parse.starts[word])

    def speaker_at(self, word: int) -> str | None:
        """The speaker whom the attributions name for the source that has its head at a word."""
        for number in self.voices.sources.get(word, ()):
            speaker = self.attributions[number].speaker
            if speaker is not None:
                return speaker
        return None
