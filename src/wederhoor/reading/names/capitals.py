"""What a capital letter says: whether a word that begins with one is a name or only begins a sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from wederhoor.reading.names.lexicon import NameLexicon, noun_type
from wederhoor.records import EntityType
from wederhoor.syntax.parse import Parse

QUOTES = frozenset("\"'“”„‘’‚«»‹›`")
CLOSING = frozenset((")", "]"))
ENDS = ".!?…:;"
BULLETS = frozenset(("-", "–", "—", "•", "*", "·", ">", "--"))
NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "X"))
"""What stands before a name in quotation marks; before a sentence in them stand verbs and marks."""
CLOSED = frozenset(("VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "INTJ", "PRON", "NUM"))
LONGEST_ACRONYM = 6
LONGEST_DATELINE = 3
NAMING = frozenset(("PROPN", "X"))


@dataclass(slots=True)
class Capitals:
    """The capitals of one document, filled by ``read_capitals``.

    ``opening`` is true for words that would have a capital anyway; ``firm`` has the words (in lower case) that have one
    elsewhere without need, ``lowered`` those that stand in the text in lower case.
    """

    p: Parse
    lexicon: NameLexicon
    named: list[bool]
    opening: set[int] = field(default_factory=set)
    loud: set[int] = field(default_factory=set)
    """Words in capitals that begin a sentence: they have no small letters to tell names by."""
    datelines: set[int] = field(default_factory=set)
    """Words in capitals that open a paragraph and say where it was written: *DEN HAAG, 19 MEI*."""
    firm: set[str] = field(default_factory=set)
    lowered: set[str] = field(default_factory=set)
    prepositions: set[str] = field(default_factory=set)
    """The words that the text uses as prepositions: they tell *Van Ooijen* from *De Morgenpost*."""
    times: Counter[str] = field(default_factory=Counter)
    """How often a word (in lower case) stands with a capital."""
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often two words stand side by side with capitals, the first one inside a sentence: *De Jonge*, *Het Parool*."""
    blocks: dict[int, int] = field(default_factory=dict)
    """First word -> end of the names of several words that the lists have."""

    def is_firm(self, word: int) -> bool:
        """Whether the word has a capital that no sentence asks for."""
        return word not in self.opening and is_capital(self.p.words[word])

    def is_particle(self, word: int) -> bool:
        return self.p.lower[word] in self.lexicon.people.name_particles

    def is_given(self, word: int) -> bool:
        return self.lexicon.is_given(self.p.words[word])

    def is_guessed_one(self, word: int, other: int) -> bool:
        """Whether both words are of one name for the pipeline."""
        return self.p.entity_of[word] == self.p.entity_of[other] >= 0

    def noun(self, word: int) -> EntityType | None:
        """What a name beside this noun is."""
        return noun_type(self.lexicon, self.p.lower[word]) or noun_type(self.lexicon, self.p.lemmas[word].lower())


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, also behind an apostrophe: *'s-Gravenhage*."""
    return word[0].isupper() or (word[0] in "'’‘" and len(word) > 3 and not word.islower())


def read_capitals(p: Parse, lexicon: NameLexicon) -> Capitals:
    """Mark the words that are names or parts of names."""
    found = Capitals(p, lexicon, [False] * len(p))
    capitals = [i for i, w in enumerate(p.words) if w != p.lower[i]]
    found.lowered = set(p.words).intersection(p.lower)
    found.prepositions = {w for w, pos in zip(p.words, p.upos, strict=True) if pos == "ADP"}
    starts = {first for first, _ in p.paragraphs}
    _mark_loud(found, starts)
    found.times.update(p.lower[i] for i in capitals)
    for i in capitals:
        if i in found.loud or _opens(p, i, starts):
            found.opening.add(i)
        elif _is_free(found, i):
            found.firm.add(p.lower[i])
            if found.is_firm(i - 1):
                found.pairs[p.lower[i - 1], p.lower[i]] += 1
    for i, word in enumerate(p.words):
        most = lexicon.longest.get(word) or (i in found.opening and lexicon.longest_folded.get(p.lower[i]))
        if most:
            _find_block(found, i, most)
    for i in capitals:
        found.named[i] = _is_named_opening(found, i) if i in found.opening else _is_named(found, i)
    for first, end in found.blocks.items():
        found.named[first:end] = [True] * (end - first)
    return found


def _mark_loud(c: Capitals, starts: set[int]) -> None:
    """*FREEK DE JONGE had ...*, *DEN HAAG, 19 MEI*, and headlines in capitals."""
    p = c.p
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
            behind = next((i for i in range(first, end) if not p.words[i].isupper()), end)
            if (
                first in starts
                and behind - first <= LONGEST_DATELINE
                and behind < end
                and p.words[behind] in ("(", ",", *BULLETS)
            ):
                c.datelines.add(first)


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


def _is_free(c: Capitals, i: int) -> bool:
    """Whether a word with a capital can be a name at all: no pronoun, no particle of names."""
    low, names, people = c.p.lower[i], c.lexicon.names, c.lexicon.people
    if not low.isascii():
        plain = "".join(ch for ch in normalize("NFD", low) if not combining(ch))
        if plain in names.no_names or plain in c.lexicon.pronouns:
            return False
    if c.is_given(i) and c.p.upos[i] == "PROPN" and c.p.entity_of[i] >= 0:
        return True
    return low not in c.lexicon.pronouns and low not in people.name_particles and low not in names.no_names


def _find_block(c: Capitals, first: int, most: int) -> None:
    """Note the longest name of the lists that begins here; marks may make more words of it than the list counts."""
    p, types, folded = c.p, c.lexicon.types, c.lexicon.folded
    opening, loud = first in c.opening, first in c.loud
    for end in range(min(first + most + 2, len(p)), first + 1, -1):
        if not p.words[end - 1][-1].isalnum():
            continue
        text = p.text[p.starts[first] : p.ends[end - 1]]
        if text in types or (opening and text[0].lower() + text[1:] in types) or (loud and text.lower() in folded):
            c.blocks[first] = end
            return


def _is_named(c: Capitals, i: int) -> bool:
    """A capital inside a sentence makes a name, but for words of address and the like."""
    p, low, word = c.p, c.p.lower[i], c.p.words[i]
    guessed = p.entity_of[i] >= 0
    follows = i + 1 < len(p) and c.is_firm(i + 1)
    if c.is_particle(i) and not (guessed and c.is_given(i)):
        return _begins_name(c, i)
    if low in c.lexicon.pronouns:
        return len(low) > 1 and follows and not c.named[i - 1]
    if not guessed and not follows and not (c.named[i - 1] and len(low) > 1):
        shout = word.isupper() and (len(low) == 1 or len(low) > LONGEST_ACRONYM)
        abbreviation = word[-1] == "." and not c.is_given(i)
        quoted = p.words[i - 1] in QUOTES and p.upos[i] != "PROPN"
        if shout or abbreviation or quoted or p.upos[i] in CLOSED or (word.isupper() and p.upos[i - 1] == "NUM"):
            return False
    if low[1:2] == "-" and low not in c.lexicon.folded:
        return False
    return is_capital(word) or (low[0].isalpha() and "-" in low) or guessed


def _begins_name(c: Capitals, particle: int) -> bool:
    """Whether an article or a particle with a capital is the first word of a name: *De Jonge*, *Van den Born*."""
    p, names = c.p, c.lexicon.names
    if not is_capital(p.words[particle]) or (
        p.lower[particle] in names.place_prepositions and p.entity_of[particle] < 0
    ):
        return False
    following = particle + 1
    while following < len(p) and p.words[following].islower() and c.is_particle(following):
        following += 1
    return following < len(p) and c.is_firm(following) and p.words[following] not in names.demonyms


def _is_named_opening(c: Capitals, i: int) -> bool:
    """A word that begins a sentence is a name if it is one elsewhere, or if the lists or the pipeline know it for one."""
    p, lexicon, low = c.p, c.lexicon, c.p.lower[i]
    if not _is_free(c, i):
        return False
    tagged, voted = p.upos[i] in NAMING, p.entity_of[i] >= 0
    following = i + 1
    while lexicon.is_given(p.words[i]) and following < len(p) - 1 and c.is_particle(following):
        following += 1
    follows = following < len(p) and c.is_firm(following) and p.lower[following] not in lexicon.pronouns
    if low in c.firm and (tagged or voted or low not in c.lowered):
        return True
    if low in c.lowered:
        return follows and tagged
    word = p.words[i]
    if lexicon.type_of(word, capitals=i in c.loud) or (lexicon.is_given(word) and (tagged or voted or follows)):
        return True
    if i in c.datelines or (i not in c.loud and any(ch.isupper() for ch in word[2:])):
        return True
    if follows:
        return tagged or voted
    return tagged and voted and i not in c.loud and not c.noun(i)
