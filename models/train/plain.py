"""Plain statements in words that seldom meet: trees put right by hand, words of their tags from a treebank.

A treebank has few short clauses of bare nouns (*Turf prices curb barge traffic*), so that a pipeline takes an unknown noun in
one for a verb. Here a sentence of ``models/<code>/plain.conllu`` gets nouns, compounds, names and verbs drawn at random for its
words ``_``: the tree is known, and the words tell nothing (Gulordava et al. 2018 have tested parsers so; here they are taught).
"""

from __future__ import annotations

import copy
import dataclasses
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from treebank import MISSING_ENTITY, Sentence, Token

FILLED = "_"
SUBJECTS = ("nsubj", "nsubj:pass")
AGREEING = ("aux", "aux:pass", "cop")
NOT_PLAIN = ("ccomp", "xcomp", "iobj", "compound:prt", "expl", "obj", "csubj", "svp")
"""Dependents that a verb of the pool may not have, but for the one object of a transitive one."""
SHARE_OF_CROSSED = 0.25
SHARE_OF_PAST = 0.2
SHARE_DEFINITE = 0.3
SHARE_NAMED = 0.3
SHARE_KNOWN = 0.4
"""How many of the names are those of the treebank; the others are made up of two."""


@dataclass
class Words:
    """Words of a treebank, each once, however often it occurs there."""

    by_tag: dict[tuple[str, str, bool], dict[str, Token]] = field(default_factory=lambda: defaultdict(dict))
    """Universal tag, inflexion and whether it is a verb with an object -> words by form."""
    forms: dict[tuple[str, str], Token] = field(default_factory=dict)
    """Lemma and features -> the first such word."""
    names: dict[str, Token] = field(default_factory=dict)
    """Names of one word, by form."""
    attributes: dict[str, Token] = field(default_factory=dict)
    """Adjectives before their noun, by form."""
    one_word: bool = False
    """Whether the language writes a compound as one word."""
    articles: Mapping[str, Token] = field(default_factory=dict)
    """Features of a noun -> its definite article, where statements are to have some."""
    particles: tuple[str, ...] = ()
    """Beginnings of verbs that come apart in a main clause; no such verb is drawn."""


def words_of(
    sentences: Iterable[Sentence], *, one_word: bool, particles: tuple[str, ...], articles: Mapping[str, Token]
) -> Words:
    words = Words(one_word=one_word, particles=particles, articles=articles)
    for sentence in sentences:
        if not sentence.parsed:
            continue
        below = defaultdict(set)
        for token in sentence.tokens:
            below[token.head].add(token.dep)
        for index, token in enumerate(sentence.tokens):
            _note(words, token, index, below[index])
    return words


def _note(words: Words, token: Token, index: int, dependents: set[str]) -> None:
    """Note a word of a treebank under all that it may be drawn as."""
    if token.upos in ("VERB", "AUX"):
        words.forms.setdefault((token.lemma, token.feats), token)
    if token.upos == "PROPN" and token.xpos.startswith("N") and token.form.istitle() and len(token.form) > 3:
        words.names.setdefault(token.form, token)
    if not (token.form.isalpha() and token.form.islower() and len(token.form) > 2):
        return
    if token.upos == "ADJ" and token.dep == "amod" and token.head == index + 1:
        words.attributes.setdefault(token.form, token)
    if _is_plain(token, dependents) and not (token.upos == "VERB" and token.lemma.startswith(words.particles)):
        for inflexion in {token.xpos, _inflexion(token)}:
            words.by_tag[token.upos, inflexion, "obj" in dependents].setdefault(token.form, token)


def _inflexion(token: Token) -> str:
    """The features that tell the form of a word; of a noun its number, for whose gender nothing here agrees with."""
    if token.upos != "NOUN":
        return token.feats
    return "|".join(part for part in token.feats.split("|") if part.startswith("Number="))


def _is_plain(token: Token, dependents: set[str]) -> bool:
    if token.upos == "VERB":
        return not dependents.intersection(NOT_PLAIN) - {"obj"}
    return token.upos in ("NOUN", "ADJ", "ADV") and token.dep not in ("fixed", "flat", "compound:prt")


def made(patterns: Sequence[Sentence], words: Words, number: int, rng: random.Random) -> Iterator[Sentence]:
    """``number`` sentences, each from a pattern drawn at random."""
    while number:
        sentence = copy.deepcopy(rng.choice(patterns))
        sentence.source = "plain"
        if _fill(sentence, words, rng):
            number -= 1
            sentence.key, sentence.paragraph = f"{sentence.key}-{number}", None
            yield sentence


def _fill(sentence: Sentence, words: Words, rng: random.Random) -> bool:
    """Fill the words of a pattern; False where the treebank lacks a form that the draw asks for."""
    past = rng.random() < SHARE_OF_PAST
    blanks = [token for token in sentence.tokens if token.form == FILLED]
    if past and not all(
        _turn(token, "Tense=Pres", "Tense=Past", words) for token in sentence.tokens if _is_finite(token)
    ):
        return False
    if not all(
        _make_plural(sentence, token, words) for token in blanks if _may_be_many(sentence, token) and rng.random() < 0.4
    ):
        return False
    for token in blanks:
        if _may_be_many(sentence, token) and "Plur" not in token.feats and rng.random() < SHARE_NAMED:
            _name(token, words, rng)
    if not all(_draw(sentence, token, words, rng) for token in blanks if token.upos != "PROPN"):
        return False
    for token in [token for token in blanks if token.upos == "NOUN"]:
        bare = not _has(sentence, token, "det", "amod")
        _widen(sentence, token, words, rng)
        if bare and token.feats in words.articles and rng.random() < SHARE_DEFINITE:
            _define(sentence, token, words.articles[token.feats])
    first = sentence.tokens[0]
    first.form = first.form[0].upper() + first.form[1:]
    for token in sentence.tokens:
        token.entity = MISSING_ENTITY if token.upos == "PROPN" else "O"
    return True


def _is_finite(token: Token) -> bool:
    return "VerbForm=Fin" in token.feats and "Tense=Pres" in token.feats


def _turn(token: Token, old: str, new: str, words: Words) -> bool:
    """Inflect a word otherwise; of a word still to be filled its features only, whose tag is then another."""
    token.feats = token.feats.replace(old, new)
    if token.form == FILLED:
        token.xpos = ""
        return True
    other = words.forms.get((token.lemma, token.feats))
    if other is not None:
        token.form, token.xpos = other.form.lower(), other.xpos
    return other is not None


def _may_be_many(sentence: Sentence, token: Token) -> bool:
    return token.upos == "NOUN" and not _has(sentence, token, "det") and not _has(sentence, token, "cop")


def _has(sentence: Sentence, token: Token, *deps: str) -> bool:
    return any(sentence.tokens[t.head] is token and t.dep in deps for t in sentence.tokens)


def _make_plural(sentence: Sentence, noun: Token, words: Words) -> bool:
    """Make a noun plural, and the verb that it is the subject of."""
    noun.feats = "Number=Plur"
    if noun.dep not in SUBJECTS:
        return True
    head = sentence.tokens[noun.head]
    agreeing = [head, *(t for t in sentence.tokens if sentence.tokens[t.head] is head and t.dep in AGREEING)]
    return all(_turn(t, "Number=Sing", "Number=Plur", words) for t in agreeing if "VerbForm=Fin" in t.feats)


def _draw(sentence: Sentence, token: Token, words: Words, rng: random.Random) -> bool:
    inflexion = _inflexion(token) if token.upos == "NOUN" or not token.xpos else token.xpos
    pool = list(words.by_tag.get((token.upos, inflexion, _has(sentence, token, "obj", "nsubj:pass")), {}).values())
    if not pool:
        return False
    drawn = rng.choice(pool)
    token.form, token.lemma, token.xpos, token.feats = drawn.form, drawn.lemma, drawn.xpos, drawn.feats
    if token.upos == "NOUN" and rng.random() < SHARE_OF_CROSSED:
        token.form, token.lemma = _crossed(token, rng.choice(pool))
    return True


def _name(token: Token, words: Words, rng: random.Random) -> None:
    """Make a noun a name, most often one that nobody knows; what it is the name of is left open.

    At the head of a sentence any word has a capital: what has no other sign may be a name as well as a noun.
    """
    one, other = rng.choice(list(words.names.values())), rng.choice(list(words.names.values()))
    token.upos, token.xpos, token.feats = one.upos, one.xpos, one.feats
    form = (
        one.form
        if rng.random() < SHARE_KNOWN
        else other.form[: max(2, len(other.form) // 2)] + one.form[len(one.form) // 2 :]
    )
    token.form = token.lemma = form


def _crossed(one: Token, other: Token) -> tuple[str, str]:
    """A noun that nobody knows: the first half of another before the last half of this one, with its ending."""
    cut = len(one.lemma) // 2
    start = other.lemma[: max(2, len(other.lemma) // 2)]
    if one.form[:cut] != one.lemma[:cut]:
        return one.form, one.lemma
    return start + one.form[cut:], start + one.lemma[cut:]


def _widen(sentence: Sentence, noun: Token, words: Words, rng: random.Random) -> None:
    """Make a noun a compound or give it an adjective, as often as not; a compound is one word where the language writes it so."""
    kind = rng.random()
    if kind > 0.5:
        return
    place = sentence.tokens.index(noun)
    is_compound = kind < 0.38
    pool = words.by_tag["NOUN", "Number=Sing", False] if is_compound else words.attributes
    drawn = rng.choice(list(pool.values()))
    if is_compound and words.one_word:
        noun.form, noun.lemma = drawn.lemma + noun.form, drawn.lemma + noun.lemma
        return
    dep = "compound" if is_compound else "amod"
    sentence.insert(place, Token(drawn.form, drawn.lemma, drawn.upos, drawn.xpos, drawn.feats, place, dep, True, "O"))


def _define(sentence: Sentence, noun: Token, article: Token) -> None:
    """Put an article before a noun, and before what was put before it."""
    place = min(
        [
            sentence.tokens.index(noun),
            *(i for i, t in enumerate(sentence.tokens) if sentence.tokens[t.head] is noun and t.dep == "amod"),
        ]
    )
    head = sentence.tokens.index(noun)
    sentence.insert(place, dataclasses.replace(article, head=head, dep="det", space_after=True, entity="O"))
