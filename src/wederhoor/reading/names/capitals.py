"""What a capital letter says: whether a word that begins with one is a name or only begins a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from wederhoor.reading.names.lexicon import NameLexicon, noun_type
from wederhoor.reading.names.no_names import behind_role, is_of_currency
from wederhoor.records import EntityType
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite

QUOTES = frozenset("\"'“”„‘’‚«»‹›`")
CLOSING = frozenset((")", "]"))
ENDS = ".!?…:;"
BULLETS = frozenset(("-", "–", "—", "•", "*", "·", ">", "--"))
NOMINAL = frozenset(("NOUN", "PROPN", "DET", "ADJ", "X"))
"""What stands before a name in quotation marks; before a sentence in them stand verbs and marks."""
CLOSED = frozenset(("VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "INTJ", "PRON", "NUM"))
LONGEST_ACRONYM = 6
"""Letters of a word in capitals that may be one; longer ones are shouted."""
NAMING = frozenset(("PROPN", "X"))


@dataclass(slots=True)
class Capitals:
    """The capitals of one document, filled by ``read_capitals``.

    ``opening`` is true for words that would have a capital anyway; ``firm`` has the words (in lower case) that have one
    elsewhere without need, ``lowered`` those that stand in the text in lower case.
    """

    lexicon: NameLexicon
    named: list[bool]
    opening: set[int] = field(default_factory=set)
    loud: set[int] = field(default_factory=set)
    """Words in capitals that begin a sentence: they have no small letters to tell names by."""
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
        return word in self.opening and word not in self.loud

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

    def noun(self, p: Parse, word: int) -> EntityType | None:
        """What a name beside this noun is."""
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
    """Mark the words that are names or parts of names."""
    found = Capitals(lexicon, [False] * len(p))
    capitals = [i for i, w in enumerate(p.words) if w != p.lower[i]]
    found.lowered = set(p.words).intersection(p.lower)
    found.prepositions = {w for w, pos in zip(p.words, p.upos, strict=True) if pos == "ADP"}
    _mark_loud(p, found)
    found.datelines.update(p.datelines)
    found.times.update(p.lower[i] for i in capitals)
    _tell_openings(p, found, capitals)
    _find_blocks(p, found)
    for i in capitals:
        if p.lower[i] not in lexicon.names.capitalised:
            found.named[i] = _is_named_opening(p, found, i) if i in found.opening else _is_named(p, found, i)
    for first, end in found.blocks.items():
        found.named[first:end] = [True] * (end - first)
    for i in capitals:
        for word in range(i, behind_role(p, lexicon, i)):
            found.named[word] = False
    return found


def _tell_openings(p: Parse, c: Capitals, capitals: Sequence[int]) -> None:
    """Tell words that would have a capital anyway from those that have one of their own, and count the latter's pairs."""
    lower, starts = p.lower, {first for first, _ in p.paragraphs}
    for i in capitals:
        if i in c.loud or _opens(p, i, starts):
            c.opening.add(i)
            if p.upos[i] == "PROPN" and i + 1 < len(p) and p.upos[i + 1] == "PROPN" and is_capital(p.words[i + 1]):
                c.leading.add(lower[i])
        elif _is_free(p, c, i):
            c.firm.add(lower[i])
            if c.is_firm(p, i - 1):
                c.pairs[lower[i - 1], lower[i]] += 1


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


def _is_free(p: Parse, c: Capitals, i: int) -> bool:
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


def _is_named(p: Parse, c: Capitals, i: int) -> bool:
    """A capital inside a sentence makes a name, except words of address and the like."""
    low, guessed = p.lower[i], is_guessed(p, i)
    follows = i + 1 < len(p) and c.is_firm(p, i + 1)
    if c.is_particle(p, i) and not (guessed and c.is_given(p, i)):
        return _begins_name(p, c, i)
    if is_pronoun(p, c, i):
        return len(low) > 1 and follows and not c.named[i - 1]
    if is_of_currency(p, i):
        return False
    alone = not follows and not (c.named[i - 1] and len(low) > 1)
    if alone and not guessed and _is_written_so(p, c, i):
        return False
    return _has_form_of_name(p, c, i)


def _has_form_of_name(p: Parse, c: Capitals, i: int) -> bool:
    """A capital at its beginning, or behind a hyphen, but no *e-mail*; of what the pipeline guesses any form."""
    low = p.lower[i]
    if low[1:2] == "-" and low not in c.lexicon.folded:
        return False
    return is_guessed(p, i) or is_capital(p.words[i]) or (low[0].isalpha() and "-" in low)


def _is_written_so(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a capital has another reason than a name: a shout, a letter, a unit, an abbreviation, a quotation."""
    word = p.words[i]
    if word.isupper() and (p.upos[i - 1] == "NUM" or not 1 < len(p.lower[i]) <= LONGEST_ACRONYM):
        return True
    abbreviation = word[-1] == "." and not c.is_given(p, i)
    quoted = p.words[i - 1] in QUOTES and p.upos[i] != "PROPN"
    return abbreviation or quoted or p.upos[i] in CLOSED


def _begins_name(p: Parse, c: Capitals, particle: int) -> bool:
    """Whether an article or a particle with a capital is the first word of a name: *De Jonge*, *Van den Born*."""
    names = c.lexicon.names
    if not is_capital(p.words[particle]) or (
        p.lower[particle] in names.place_prepositions and p.entity_of[particle] < 0
    ):
        return False
    following = particle + 1
    while following < len(p) and p.words[following].islower() and c.is_particle(p, following):
        following += 1
    return following < len(p) and c.is_firm(p, following) and p.words[following] not in names.demonyms


def _is_named_opening(p: Parse, c: Capitals, i: int) -> bool:
    """A word that begins a sentence is a name if it is one elsewhere, or if the lists or the pipeline know it for one."""
    if not _is_free(p, c, i):
        return False
    low, tagged, voted = p.lower[i], p.upos[i] in NAMING, is_guessed(p, i)
    backed, follows = tagged or voted, _name_follows(p, c, i)
    if low in c.firm and (backed or low not in c.lowered):
        return True
    if low in c.lowered:
        return follows and tagged
    if _is_listed(p, c, i, likely=backed or follows) or _shows_name(p, c, i):
        return True
    if follows:
        return backed
    return _is_agreed_on(p, c, i) or _stands_for_name(p, c, i)


def _stands_for_name(p: Parse, c: Capitals, i: int) -> bool:
    """A word that the document has a longer name with, or that acts as only a name can."""
    led = p.lower[i] in c.leading and not c.noun(p, i)
    return led or _acts_bare(p, c, i) or _is_bare_subject(p, c, i)


def _is_agreed_on(p: Parse, c: Capitals, i: int) -> bool:
    """Whether tagger and recogniser both have a name for what no list has as a noun."""
    return p.upos[i] in NAMING and is_guessed(p, i) and i not in c.loud and not c.noun(p, i)


def _is_bare_subject(p: Parse, c: Capitals, i: int) -> bool:
    """*[Sjaarda] wil niet reageren*: the bare subject right before its verb, that neither tagger nor lists have for a noun."""
    verb, as_noun = p.heads[i], p.upos[i] == "NOUN" and not c.lexicon.thing_endings and p.lemmas[i] == p.words[i]
    bare = p.deps[i] == "nsubj" and verb == i + 1 and not p.children[i] and is_finite(p, verb)
    acts = p.lemmas[verb] in c.lexicon.acting or c.times[p.lower[i]] > 1
    return bare and acts and (p.upos[i] == "PROPN" or as_noun) and _is_unknown(p, c, i) and not c.noun(p, i)


def _acts_bare(p: Parse, c: Capitals, i: int) -> bool:
    """*[Sarvia] withdrew*: in a language whose nouns have an article for one, an unknown word without it that does something."""
    lexicon, low = c.lexicon, p.lower[i]
    if not lexicon.thing_endings or p.upos[i] != "NOUN" or p.deps[i] != "nsubj" or p.children[i]:
        return False
    acts = p.heads[i] > i and p.lemmas[p.heads[i]] in lexicon.acting
    return acts and _is_unknown(p, c, i) and not low.endswith(lexicon.thing_endings) and low not in c.lowered


def _is_unknown(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word with a capital, by its tag no plural, is in no list of words that name nothing."""
    lexicon, low = c.lexicon, p.lower[i]
    listed = low in lexicon.things or low in lexicon.nouns or low in lexicon.names.no_names
    return not listed and "Number=Plur" not in p.feats[i] and i not in c.loud and p.words[i].istitle()


def _name_follows(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word with a capital of its own stands behind a word, particles between it and a given name left out."""
    following = i + 1
    while c.is_given(p, i) and following < len(p) - 1 and c.is_particle(p, following):
        following += 1
    return following < len(p) and c.is_firm(p, following) and not is_pronoun(p, c, following)


def _is_listed(p: Parse, c: Capitals, i: int, *, likely: bool) -> bool:
    """Whether the lists have a word for a name; for a given name, something else is to make it ``likely`` too."""
    return bool(c.lexicon.type_of(p.words[i], capitals=i in c.loud)) or (likely and c.is_given(p, i))


def _shows_name(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a dateline, a capital further on in the word or a firm's legal form behind it makes a name of it."""
    if i in c.datelines or (i not in c.loud and any(sign.isupper() for sign in p.words[i][2:])):
        return True
    following = i + 1
    return following < len(p) and c.is_firm(p, following) and p.lower[following] in c.lexicon.names.legal_forms
