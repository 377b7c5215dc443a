"""A document for its readers: the words of its parse, the pack of its language, and what was found in it so far, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.cast import Cast, read_cast
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.holders import words_in
from wederhoor.reading.transcript_turns import turns_of
from wederhoor.records import Actor, Attribution, EntityType
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.quotations import Quotation, quotations_of


@dataclass(eq=False)
class Text:
    """What one reader after the other is given, and where ``reader`` puts what each found.

    What ``reader`` puts is put once, in the order of its fields; an AttributeError tells who asks for it too early. What follows
    from that is made when it is first asked for, and kept.
    """

    parse: Parse
    pack: LanguagePack
    date: str | None = None
    """The document's, ISO 8601."""
    found_by: FoundBy = field(default_factory=dict)
    """By an item's id the name of the rule that found it; every reader adds its own."""
    attributions: tuple[Attribution, ...] = field(init=False)
    actors: tuple[Actor, ...] = field(init=False)

    def __setattr__(self, name: str, value: object) -> None:
        """Put what was found; what stands there is never replaced."""
        if name in self.__dict__:
            raise AttributeError(f"{name} is known already")
        super().__setattr__(name, value)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quoted stretches, in text order."""
        p, pack = self.parse, self.pack
        return tuple(quotations_of(p.text, pack.grammar.clitics, pack.people.first_person, turns_of(p, pack)))

    @cached_property
    def quotations_at(self) -> list[tuple[int, ...]]:
        """Of every word the numbers of the quotations that it stands in."""
        at: list[tuple[int, ...]] = [()] * len(self.parse)
        for number, quotation in enumerate(self.quotations):
            for word in words_in(self.parse, quotation.inner):
                at[word] = (*at[word], number)
        return at

    @cached_property
    def quoted(self) -> list[bool]:
        """Of every word whether it stands in a quotation."""
        return [bool(numbers) for numbers in self.quotations_at]

    @cached_property
    def cast(self) -> Cast:
        """Who appears."""
        return read_cast(self.parse, self.quoted, self.pack)

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    def type_at(self, word: int) -> EntityType | None:
        """The type of the name at a word."""
        number = self.parse.entity_of[word]
        return self.parse.entities[number].type if number >= 0 else None

    def name_at(self, word: int) -> str | None:
        """The fullest name of the entity at a word, other than MISC."""
        number = self.parse.entity_of[word]
        return self.cast.names[number] if number >= 0 and self.type_at(word) != "MISC" else None
