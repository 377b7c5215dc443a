"""What a statement that tells a side of a question is of: the nouns nearest to the words that tell it, and the names in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from wederhoor.reading.propositions.by_side.cues import Worded
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.words import place_at, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase
from wederhoor.records.parse import Parse, path_up
from wederhoor.syntax.clauses import SUBJECT
from wederhoor.syntax.nouns import noun_kind

HEADS = ("NOUN", "PROPN", "NUM", "PRON")
FARTHEST = 4
"""Steps in the tree from the words that tell a side to what it is of, at most."""


def things_near(
    text: Text, told: Worded, used: Collection[int], first: Collection[int] = (), *, within: bool = False
) -> list[int]:
    """The nouns for things in a statement that do not tell its side: those ``first``, then the nearest in the tree.

    ``within``: also those within another, *house* prices.
    """
    things = [w for w in told.words if w not in used and _is_thing(text, w, within=within)]
    far = {w: 0 if w in first else _steps(text, w, used) for w in things}
    near = [w for w in things if far[w] <= FARTHEST]
    return sorted(near, key=lambda w: (w not in first, _is_body(text, w), far[w], w))


def _is_thing(text: Text, word: int, *, within: bool) -> bool:
    p, sided = text.parse, text.pack.sided.file
    lemma = p.lemmas[word].lower()
    nominal = p.upos[word] == "NOUN" or lemma in sided.things
    if not nominal or word in text.time_at or word in text.number_at or _is_of_name(text, word):
        return False
    if p.deps[word] == "compound" and not within and p.lemmas[p.heads[word]].lower() not in sided.aside:
        return False
    general = sided.aside | sided.moments.keys() | text.pack.propositions.words.general
    return lemma not in general and noun_kind(lemma, text.pack) not in ("person", "group")


def _is_of_name(text: Text, word: int) -> bool:
    """*Brantley [High]*."""
    return text.parse.words[word][0].isupper() and text.parse.lower[word] in text.pack.sided.file.in_names


def _is_body(text: Text, word: int) -> bool:
    """*[De firma] sluit de fabriek*: a body that does it."""
    return text.parse.deps[word] in SUBJECT and noun_kind(text.parse.lemmas[word].lower(), text.pack) is not None


def _steps(text: Text, word: int, used: Collection[int]) -> int:
    """How many steps it is from a word to the nearest of some others."""
    heads = text.parse.heads
    own = {w: n for n, w in enumerate(path_up(word, heads))}
    found = [n + own[w] for one in used for n, w in enumerate(path_up(one, heads)) if w in own]
    return min(found, default=FARTHEST + 1)


def thing_at(text: Text, word: int, told: Worded, used: Collection[int] = ()) -> Phrase | None:
    """The phrase of a thing by the name that all nouns for it have, without what is said of it: *the costly [tram]*.

    Of a compound for what is done with it its first part: *smartphonegebruik*.
    """
    p, sided = text.parse, text.pack.sided.file
    phrase = read_phrase(text, word)
    if phrase is None:
        lemma = p.lemmas[word].lower()
        return named(sided.things[lemma]) if lemma in sided.things else None
    said = {p.lemmas[w].lower() for w in used}
    lemma = p.lemmas[word].lower()
    first = next((c for c in p.children[word] if p.deps[c] == "compound" and p.upos[c] == "NOUN"), None)
    if lemma in sided.kinds_of_thing and first is not None:
        lemma = p.lemmas[first].lower()
    lemma = told.firsts.get(word, lemma)
    modifiers = tuple(m for m in phrase.modifiers if m not in said and m != lemma)
    head = sided.things.get(lemma, lemma)
    return msgspec.structs.replace(phrase, head=head, modifiers=modifiers, definite=True, some=False, actor=None)


def named(head: str) -> Phrase:
    """A thing by a name alone."""
    return Phrase(head=head, definite=True)


def names_in(text: Text, words: Iterable[int], *, lone: bool = False) -> list[int]:
    """The words of names that are nobody's, without those that many names have: *Kestrel [County]*.

    ``lone``: also single words that are taken for somebody's name, which those of small places often are.
    """
    p, common = text.parse, text.pack.sided.file.in_names
    names = [w for w in words if p.upos[w] == "PROPN" and w not in text.time_at and p.lower[w] not in common]
    return [w for w in names if _is_of_nobody(text, w) or (lone and _stands_alone(text, w))]


def _is_of_nobody(text: Text, word: int) -> bool:
    """Whether a name is no person's: also one taken for that which stands behind *in*, or before a thing: *its Arden foundry*."""
    p = text.parse
    first = word == p.sentences[p.sentence_of[word]][0] or p.upos[word - 1] == "PUNCT"
    if text.type_at(word) != "PER":
        return not (first and p.entity_of[word] < 0)
    return place_at(text, word) != "" or (p.deps[word] == "compound" and p.upos[p.heads[word]] == "NOUN")


def _stands_alone(text: Text, word: int) -> bool:
    """A name of one word, with nothing before it that says what somebody is."""
    p = text.parse
    near = [w for w in (word - 1, word + 1) if 0 <= w < len(p)]
    return not any(p.upos[w] in ("PROPN", "NOUN") for w in near)


def places_in(text: Text, words: Iterable[int], around: Iterable[int] = ()) -> tuple[str, ...]:
    """The words of the names of places that are told, else of all names that are nobody's, else of those around a statement."""
    names = names_in(text, words)
    placed = [w for w in names if text.type_at(w) != "ORG"]
    return tuple(sorted({text.parse.words[w] for w in placed or names or names_in(text, around)}))


def people_in(text: Text, words: Iterable[int]) -> list[str]:
    """The last names of the people who are told of, in their order."""
    p, found = text.parse, dict[str, None]()
    inside = {*words}
    for w in sorted(inside):
        if text.type_at(w) == "PER" and (w + 1 not in inside or p.entity_of[w + 1] != p.entity_of[w]):
            found[p.lower[w]] = None
    return [*found]


def institution_in(text: Text, words: Iterable[int], used: Collection[int]) -> Phrase | None:
    """Where a rule holds, by what that is: *op het [atheneum]*, *in the [library]*."""
    p, known = text.parse, text.pack.sided.file.institutions
    found = (form for w in words if w not in used for form in (p.lower[w], p.lemmas[w].lower()))
    head = next((form for form in found if form in known), None)
    return None if head is None else named(head)


def events_in(text: Text, told: Worded) -> list[str]:
    """What was held, that somebody may have done well or badly in: *de [bekerwedstrijd]*."""
    p, events = text.parse, tuple(text.pack.sided.file.events)
    lemmas = (p.lemmas[w].lower() for w in told.words if p.upos[w] == "NOUN")
    return [lemma for lemma in lemmas if lemma.endswith(events)]


def core_of(text: Text, told: Worded, used: Iterable[int]) -> list[int]:
    """The objects and then the subjects of the verbs that some words are, or that stand over them."""
    p = text.parse
    tops = {top for w in used for top in over(p, w)}.intersection(told.words)
    found = [
        c
        for top in sorted(tops)
        for c in p.children[top]
        if p.deps[c] in (*SUBJECT, "obj") and not preposition_before(p, c)
    ]
    return sorted((c for c in found if p.upos[c] in HEADS), key=lambda c: (p.deps[c] in SUBJECT[:1], c))


def over(p: Parse, word: int) -> list[int]:
    """A word with those over it, to the verb of its clause and those whose infinitive that is."""
    found = [word]
    while p.heads[found[-1]] != found[-1] and (
        p.upos[found[-1]] not in ("VERB", "AUX") or p.deps[found[-1]] == "xcomp"
    ):
        found.append(p.heads[found[-1]])
    return found
