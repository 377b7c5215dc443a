"""What the capitals of a document tell: which words would have one anyway, and which forms it writes with one, or without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from wederhoor.reading.names.lexicon import NameLexicon, noun_type
from wederhoor.records import EntityType
from wederhoor.records.parse import Parse

QUOTES = frozenset("\"'“”„‘’‚«»‹›`")
CLOSING = frozenset((")", "]"))
ENDS = ".!?…:;"
BULLETS = frozenset(("-", "–", "—", "•", "*", "·", ">", "--"))
NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "X"))
"""What stands before a name in quotation marks; before a sentence in them stand verbs and marks."""
NAMING = frozenset(("PROPN", "X"))
SPOKEN = ("VERB", "AUX", "NOUN", "ADJ")
"""What has a small letter in a sentence, and in no such headline."""
SHORTEST_TITLED = 4
"""Letters of words that have a capital in a headline that gives one to all but the smallest."""
FEWEST_TITLED = 4
"""Such words in it, at least."""
TITLED = 0.85
"""Of them those with a capital, at least."""


@dataclass(slots=True)
class Capitals:
    """The capitals of one document, filled by ``read_capitals``; ``named`` by ``mark_names``.

    ``opening`` is true for words that would have a capital anyway; ``firm`` has the words (in lower case) that have one
    elsewhere without need, ``lowered`` those that stand in the text in lower case.
    """

    lexicon: NameLexicon
    named: list[bool]
    opening: set[int] = field(default_factory=set)
    loud: set[int] = field(default_factory=set)
    """Words in capitals that begin a sentence: they have no small letters to tell names by."""
    titled: set[int] = field(default_factory=set)
    """Words of a headline that has a capital at nearly every word: *Mayor Just Gave Big Promise*. They tell nothing of names."""
    starts: set[int] = field(default_factory=set)
    """Words that open a paragraph: no name goes over its end, in capitals or not."""
    datelines: set[int] = field(default_factory=set)
    """Words that open a paragraph and say where it was written: *DEN HAAG, 19 MEI*."""
    firm: set[str] = field(default_factory=set)
    leading: set[str] = field(default_factory=set)
    """Words (in lower case) that open a sentence as the first of a name of more words: *Ralden Motor Company*."""
    lowered: set[str] = field(default_factory=set)
    prepositions: set[str] = field(default_factory=set)
    """The words that the text uses as prepositions: they tell *Van Ooijen* from *De Morgenpost*."""
    times: Counter[str] = field(default_factory=Counter)
    """How often a word (in lower case) stands with a capital."""
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often two words stand side by side with capitals, the first one inside a sentence: *De Jonge*, *Het Parool*."""
    blocks: dict[int, int] = field(default_factory=dict)
    """First word -> end of the names of several words that the lists have."""

    def is_firm(self, p: Parse, word: int) -> bool:
        """Whether the word has a capital that no sentence asks for."""
        return word not in self.opening and is_capital(p.words[word])

    def begins_sentence(self, word: int) -> bool:
        """Whether a word has its capital because something begins there, and is not one of many in capitals."""
        return word in self.starts or (word in self.opening and word not in self.loud and word not in self.titled)

    def goes_on(self, p: Parse, word: int) -> bool:
        """Whether a word is part of a name that may have begun before it."""
        return word < len(p) and self.named[word] and not self.begins_sentence(word)

    def end_from(self, word: int) -> int:
        """The end of the name of several words that begins here, where the lists have one, else that of the word."""
        return self.blocks.get(word, word + 1)

    def is_particle(self, p: Parse, word: int) -> bool:
        return p.lower[word] in self.lexicon.people.name_particles

    def is_given(self, p: Parse, word: int) -> bool:
        return self.lexicon.is_given(p.words[word])

    def are_given(self, p: Parse, first: int, end: int) -> bool:
        return all(self.is_given(p, i) for i in range(first, end))

    def begins_person(self, p: Parse, word: int) -> bool:
        """Whether a given name with more behind it stands here."""
        behind = word + 1
        return behind < len(p) and self.is_given(p, word) and (self.named[behind] or self.is_particle(p, behind))

    def noun(self, p: Parse, word: int) -> EntityType | None:
        """What a name beside this noun is; of one that is a person's or a body's (*aannemer*) by the given name behind it."""
        if p.lower[word] in self.lexicon.people.persons and self.begins_person(p, word + 1):
            return "PER"
        return noun_type(self.lexicon, p.lower[word]) or noun_type(self.lexicon, p.lemmas[word].lower())


def is_guessed(p: Parse, word: int) -> bool:
    """Whether a word is part of a name for the pipeline."""
    return p.entity_of[word] >= 0


def is_guessed_one(p: Parse, word: int, other: int) -> bool:
    """Whether both words are of one name for the pipeline."""
    return p.entity_of[word] == p.entity_of[other] >= 0


def are_guessed_apart(p: Parse, word: int, other: int) -> bool:
    """Whether the words are of two names for the pipeline."""
    return is_guessed(p, word) and is_guessed(p, other) and not is_guessed_one(p, word, other)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, also behind an apostrophe: *'s-Gravenhage*."""
    return word[0].isupper() or (word[0] in "'’‘" and len(word) > 3 and not word.islower())


def read_capitals(p: Parse, lexicon: NameLexicon) -> Capitals:
    """What the capitals of a document tell, but for which words are names: that ``mark_names`` adds."""
    found = Capitals(lexicon, [False] * len(p))
    capitals = capitals_in(p)
    found.lowered = set(p.words).intersection(p.lower)
    found.prepositions = {w for w, pos in zip(p.words, p.upos, strict=True) if pos == "ADP"}
    _mark_loud(p, found)
    _mark_titled(p, found)
    found.starts.update(first for first, _ in p.paragraphs)
    found.datelines.update(p.datelines)
    found.times.update(p.lower[i] for i in capitals)
    _tell_openings(p, found, capitals)
    _find_blocks(p, found)
    return found


def capitals_in(p: Parse) -> list[int]:
    """The words with a capital."""
    return [i for i, w in enumerate(p.words) if w != p.lower[i]]


def _tell_openings(p: Parse, c: Capitals, capitals: Sequence[int]) -> None:
    """Tell words that would have a capital anyway from those that have one of their own, and count the latter's pairs."""
    lower = p.lower
    for i in capitals:
        if i in c.loud or i in c.titled or _opens(p, i, c.starts):
            c.opening.add(i)
            if i not in c.titled and _begins_pair(p, i):
                c.leading.add(lower[i])
        elif is_free(p, c, i):
            c.firm.add(lower[i])
            if c.is_firm(p, i - 1):
                c.pairs[lower[i - 1], lower[i]] += 1


def _begins_pair(p: Parse, i: int) -> bool:
    """Whether a word and the next one, which has a capital of its own, are names to the tagger."""
    return i + 1 < len(p) and p.upos[i] == p.upos[i + 1] == "PROPN" and is_capital(p.words[i + 1])


def _find_blocks(p: Parse, c: Capitals) -> None:
    """Note the longest name of the lists from each word that begins one."""
    for i, word in enumerate(p.words):
        most = c.lexicon.longest.get(word) or (i in c.opening and c.lexicon.longest_folded.get(p.lower[i]))
        if most:
            _find_block(p, c, i, most)


def _mark_loud(p: Parse, c: Capitals) -> None:
    """*FREEK DE JONGE had ...*, *DEN HAAG, 19 MEI*, and headlines in capitals."""
    for first, end in p.sentences:
        if not p.words[first].isupper():
            continue
        run = []
        for i in range(first, end):
            if p.words[i].isupper():
                run.append(i)
            elif p.words[i].islower() or p.words[i][0].isupper():
                break
        if len(run) > 1 or len(p.words[first]) > 4:
            c.loud.update(run)


def _mark_titled(p: Parse, c: Capitals) -> None:
    """Headlines: the first paragraph, or one without a mark behind it, of whose longer words nearly all have a capital."""
    for first, end in p.paragraphs:
        unended = p.words[end - 1][-1] not in (".:;" if first else ":;")
        if unended and _has_capitals_everywhere(p, range(first, end)):
            c.titled.update(range(first, end))


def _has_capitals_everywhere(p: Parse, line: range) -> bool:
    """Whether the words of a line have capitals but for the smallest, and not all of them are capitals."""
    if any(p.upos[w] in SPOKEN and p.words[w].islower() for w in line):
        return False
    words = [p.words[w] for w in line if len(p.words[w]) >= SHORTEST_TITLED and p.words[w].isalpha()]
    capitals = [word for word in words if word[0].isupper()]
    mixed = sum(word.istitle() for word in capitals) > len(capitals) / 2
    return mixed and len(words) >= FEWEST_TITLED and len(capitals) >= TITLED * len(words)


def _opens(p: Parse, i: int, starts: set[int]) -> bool:
    """Whether a sentence, a quotation or an item of a list begins with this word."""
    while i not in starts and p.words[i - 1][0] in QUOTES and p.words[i - 1].islower():
        i -= 1  # 's Avonds
    if i in starts:
        return True
    before = p.words[i - 1]
    if before in BULLETS:
        return True
    if before in QUOTES:
        earlier = i - 2
        if p.ends[i - 1] < p.starts[i] or earlier < 0 or i - 1 in starts:
            return True
        return p.upos[earlier] not in NOMINAL
    if before in CLOSING:
        return i > 1 and p.words[i - 2][-1] in ENDS
    if p.upos[i - 1] == "PUNCT":
        return before[-1] in ENDS
    return p.upos[i - 1] == "NUM" and i - 1 in starts


def is_free(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word with a capital can be a name at all: no pronoun, no particle of names."""
    low, names, people = p.lower[i], c.lexicon.names, c.lexicon.people
    if not low.isascii():
        plain = "".join(ch for ch in normalize("NFD", low) if not combining(ch))
        if plain in names.no_names or plain in c.lexicon.pronouns:
            return False
    if c.is_given(p, i) and p.upos[i] == "PROPN" and p.entity_of[i] >= 0:
        return True
    return not is_pronoun(p, c, i) and low not in people.name_particles and low not in names.no_names


def is_pronoun(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word is a pronoun, and not a name of the lists that looks like one: *US*."""
    listed = p.words[i] in c.lexicon.types and p.entity_of[i] >= 0
    return p.lower[i] in c.lexicon.pronouns and not listed


def _find_block(p: Parse, c: Capitals, first: int, most: int) -> None:
    """Note the longest name of the lists that begins here; marks may make more words of it than the list counts."""
    types, folded = c.lexicon.types, c.lexicon.folded
    opening, loud = first in c.opening, first in c.loud
    for end in range(min(first + most + 2, len(p)), first + 1, -1):
        if not p.words[end - 1].rstrip(".")[-1:].isalnum():
            continue
        text = p.text[p.starts[first] : p.ends[end - 1]]
        if text in types or (opening and text[0].lower() + text[1:] in types) or (loud and text.lower() in folded):
            c.blocks[first] = end
            return
