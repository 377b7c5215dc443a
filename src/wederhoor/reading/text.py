"""A document for its readers: the words of its parse, the pack of its language, and what was found in it so far, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.cast import Cast
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.holders import Extent, Holders, read_holders, words_in
from wederhoor.reading.mentions import NamedMention, actors_by_word, by_sentence, forms_of, mentions_at, speakers_of
from wederhoor.reading.rules import Rule
from wederhoor.records import Actor, Attribution, CausalClaim, Condition, DeniedClaim, EntityType, Event, Place, Time
from wederhoor.records.parse import Parse
from wederhoor.syntax.compounds import last_part
from wederhoor.syntax.numbers import Figure, find_figures
from wederhoor.syntax.predications import Clause, clause_of
from wederhoor.syntax.quotations import Quotation
from wederhoor.syntax.suppositions import supposed_words

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
"""Parts of speech of words that say something by themselves."""


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
    quotations: tuple[Quotation, ...] = field(init=False)
    """The quoted stretches, in text order."""
    answers: frozenset[int] = field(init=False)
    """The paragraphs that answer the one before, in an interview."""
    cast: Cast = field(init=False)
    """Who appears."""
    attributions: tuple[Attribution, ...] = field(init=False)
    actors: tuple[Actor, ...] = field(init=False)
    bystanders: tuple[Actor, ...] = field(init=False)
    """Bodies and people that are no actors here, and may be those of another text of the case."""
    rules: tuple[Rule, ...] = field(init=False)
    """Conditions in words, in text order."""
    causal: tuple[CausalClaim, ...] = field(init=False)
    denied: tuple[DeniedClaim, ...] = field(init=False)
    correlated: tuple[CausalClaim, ...] = field(init=False)
    """What is said to go together."""
    conditions: tuple[Condition, ...] = field(init=False)
    times: tuple[Time, ...] = field(init=False)
    places: tuple[Place, ...] = field(init=False)
    events: tuple[Event, ...] = field(init=False)

    def __setattr__(self, name: str, value: object) -> None:
        """Put what was found; what stands there is never replaced."""
        if name in self.__dict__:
            raise AttributeError(f"{name} is known already")
        super().__setattr__(name, value)

    @cached_property
    def _clauses(self) -> dict[int, Clause]:
        return {}

    def clause(self, verb: int) -> Clause:
        """The clause of a predicate."""
        found = self._clauses.get(verb)
        if found is None:
            found = self._clauses[verb] = clause_of(self.parse, verb, self.pack)
        return found

    @cached_property
    def supposed(self) -> frozenset[int]:
        """The words of conditions that their verbs open, and of what hangs on them."""
        return supposed_words(self.parse, self.pack)

    @cached_property
    def quotations_at(self) -> list[tuple[int, ...]]:
        """For each word, the numbers of the quotations that it stands in."""
        at: list[tuple[int, ...]] = [()] * len(self.parse)
        for number, quotation in enumerate(self.quotations):
            for word in words_in(self.parse, quotation.inner):
                at[word] = (*at[word], number)
        return at

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it stands in a quotation."""
        return [bool(numbers) for numbers in self.quotations_at]

    @cached_property
    def holders(self) -> Holders:
        """Whose word each stretch is."""
        return read_holders(self.parse, self.attributions)

    def holder(self, word: int) -> Attribution | None:
        """The innermost attribution whose content a word stands in."""
        number = self.holders.innermost[word]
        return self.attributions[number] if number >= 0 else None

    @cached_property
    def told_as(self) -> list[tuple[tuple[str, ...], str | None]]:
        """For each word the forms by which set words are sought; of a compound that ends in one what stands before that."""
        return [self._told_as(word) for word in range(len(self.parse))]

    def _told_as(self, word: int) -> tuple[tuple[str, ...], str | None]:
        p, parts = self.parse, self.pack.sided.parts
        lemma, form = p.lemmas[word].lower(), p.lower[word]
        compound = p.upos[word] == "NOUN" and lemma not in parts
        last = last_part(lemma, parts, self.pack.hooks) if compound else None
        first = None if last is None else lemma.removesuffix(last)
        told = (lemma, form, p.stems[word].lower(), f"={form}", last, first)
        return tuple(dict.fromkeys(one for one in told if one is not None)), first

    @cached_property
    def all_figures(self) -> tuple[Figure, ...]:
        """Numbers in figures and in words, shares of a whole included, in text order."""
        return tuple(find_figures(self.parse, self.pack.numbers))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Those that say how many there are of something."""
        return tuple(figure for figure in self.all_figures if not figure.share)

    @cached_property
    def figure_at(self) -> dict[int, Figure]:
        """For each word of such a figure, that figure."""
        return {word: figure for figure in self.figures for word in range(figure.first, figure.end)}

    @cached_property
    def number_at(self) -> dict[int, Figure]:
        """For each word of a figure, that figure, shares of a whole included."""
        return {word: figure for figure in self.all_figures for word in range(figure.first, figure.end)}

    @cached_property
    def mentions(self) -> dict[int, list[NamedMention]]:
        """The mentions of actors by every word in them, the shortest first."""
        return mentions_at(self.parse, self.actors)

    @cached_property
    def actor_ids_at(self) -> dict[int, str]:
        """For each word in a mention, the id of the actor, that of the shortest mention where several hold it."""
        return actors_by_word(self.parse, self.actors)

    @cached_property
    def actor_names_at(self) -> dict[int, str]:
        """The same with the actor's name."""
        return {word: self.actor_by_id[actor].name for word, actor in self.actor_ids_at.items()}

    @cached_property
    def named_at(self) -> dict[int, str]:
        """For each last word of a mention, the name of the actor."""
        last = {end: word for word, end in enumerate(self.parse.ends)}
        return {last[end]: actor.name for actor in self.actors for _, end in actor.mentions if end in last}

    @cached_property
    def actor_by_form(self) -> dict[str, Actor]:
        """Actors by names of one word, as they are written: the troops of NATO are NATO-troepen."""
        return forms_of(self.parse, self.actors)

    @cached_property
    def speaker_of(self) -> dict[int, Actor]:
        """The actor who speaks in an attribution, by its number."""
        return speakers_of(self.parse, self.attributions, self.actors, self.mentions)

    @cached_property
    def times_in(self) -> dict[int, list[tuple[Extent, int]]]:
        """By sentence: the words of a time and its number."""
        return by_sentence(self.parse, ((time.span, number) for number, time in enumerate(self.times)))

    @cached_property
    def places_in(self) -> dict[int, list[tuple[Extent, Place]]]:
        """By sentence: the words of a place and the place."""
        return by_sentence(self.parse, ((place.span, place) for place in self.places))

    @cached_property
    def time_at(self) -> dict[int, Time]:
        """For each word of a time that is no duration, that time, also of one whose days are not known."""
        times = [time for time in self.times if time.type != "duration"]
        return {word: time for time in times for word in words_in(self.parse, time.span)}

    def is_denied_time(self, time: Time) -> bool:
        """*Niet in [2034] maar in 2036*."""
        p, words = self.parse, words_in(self.parse, time.span)
        before, behind = words[0] - 1, words[-1] + 1
        before -= before >= 0 and p.upos[before] == "ADP"
        behind += behind < len(p) and p.words[behind] == ","
        against = behind < len(p) and p.lower[behind] in self.pack.grammar.contrasts
        return against and before >= 0 and p.lower[before] in self.pack.closed.negations

    @cached_property
    def told_time_at(self) -> dict[int, tuple[str, str]]:
        """For each word of a time that is no duration and not denied its first and last day, where both are known."""
        told = ((word, t) for word, t in self.time_at.items() if not self.is_denied_time(t))
        return {word: (t.start, t.end) for word, t in told if t.start and t.end}

    @cached_property
    def place_name_at(self) -> dict[int, str]:
        """Of the first word of every place its name."""
        found = ((words_in(self.parse, place.span), place.name) for place in self.places)
        return {words[0]: name for words, name in found if words}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The lemmas of all content words, in lower case: a compound is taken apart where the text has one of its own parts."""
        p = self.parse
        return frozenset(lemma.lower() for lemma, pos in zip(p.lemmas, p.upos, strict=True) if pos in CONTENT)

    @cached_property
    def terms(self) -> dict[tuple[str, bool], tuple[str, ...]]:
        """Terms that were looked up before, by lemma and whether it is a verb."""
        return {}

    @cached_property
    def noun_classes(self) -> dict[str, frozenset[str]]:
        """Classes of nouns that were looked up before."""
        return {}

    @cached_property
    def actor_classes(self) -> dict[str, frozenset[str]]:
        """Classes of actors, by id, that were looked up before."""
        return {}

    def sentence(self, word: int) -> Extent:
        return self.parse.sentences[self.parse.sentence_of[word]]

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def attribution_by_id(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    def type_at(self, word: int) -> EntityType | None:
        """The type of the name at a word."""
        number = self.parse.entity_of[word]
        return self.parse.entities[number].type if number >= 0 else None

    def name_at(self, word: int) -> str | None:
        """The fullest name of the entity at a word, other than MISC."""
        number = self.parse.entity_of[word]
        return self.cast.names[number] if number >= 0 and self.type_at(word) != "MISC" else None
