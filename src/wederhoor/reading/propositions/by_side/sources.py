"""Where something came from, each time the one source of it: *de bron zit in de keuken*, *the lead came from the smelter*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from wederhoor.reading.propositions.by_side.cues import Worded
from wederhoor.reading.propositions.by_side.effects import (
    NOUNS,
    Because,
    Effect,
    Found,
    effects_of,
    is_denied_at,
    is_whose,
)
from wederhoor.reading.propositions.by_side.themes import named
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase
from wederhoor.syntax.clauses import SUBJECT, child
from wederhoor.syntax.stretches import any_form

BACK = 4
"""Sentences back to the harm of which a source is told, at most."""


def source(text: Text, found: Found, told: Worded) -> Iterator[Because]:
    """*De bron was [de keuken]*, *de bron zit in [de keuken]*, *[the kitchen] was the source of the outbreak*."""
    p = text.parse
    for w in told.words:
        effects = [*_effects_at(text, found, w)]
        cause = _told_as(text, w) if effects and _is_the_one(text, w) and not is_denied_at(text, w) else None
        phrase = (
            None if cause is None or cause not in told.words or p.upos[cause] not in NOUNS else _origin(text, cause)
        )
        yield from ((phrase, effect, "+") for effect in effects if phrase is not None)


def _effects_at(text: Text, found: Found, word: int) -> Iterator[Effect]:
    """What a noun for a source or a reason is one of."""
    p = text.parse
    file, words = text.pack.sided.file, text.pack.propositions.words
    lemma = p.lemmas[word].lower()
    if lemma in file.sources:
        harm = _harm_of(text, word)
        yield from [(harm, "")] if harm is not None else []
    elif lemma in file.reasons | words.causes_nouns:
        behind = [c for c in p.children[word] if preposition_before(p, c) in words.cause_of and p.upos[c] in NOUNS]
        yield from (effect for c in behind[:1] for effect in effects_of(text, found, c))


def _is_the_one(text: Text, word: int) -> bool:
    phrase, p = read_phrase(text, word), text.parse
    which = any(p.deps[c] in ("amod", "nummod") for c in p.children[word])  # the main source, the second source
    return phrase is not None and phrase.definite and not phrase.some and not which


def _told_as(text: Text, word: int) -> int | None:
    """What is said to be the source: the subject of it, its predicate, or where it is."""
    p, file = text.parse, text.pack.sided.file
    if child(p, word, "cop") is not None:
        return child(p, word, "nsubj")
    verb = p.heads[word]
    if p.deps[word] not in SUBJECT:
        return None
    if child(p, verb, "cop") is not None:
        return verb if p.upos[verb] in NOUNS else None
    behind = [c for c in p.children[verb] if p.upos[c] in NOUNS and preposition_before(p, c) in file.lying_in]
    return behind[0] if p.lemmas[verb].lower() in file.lying and len(behind) == 1 else None


def _harm_of(text: Text, source: int) -> Phrase | None:
    """The harm of which something is the source: told behind it, else the last one that the text told before."""
    p, file, words = text.parse, text.pack.sided.file, text.pack.propositions.words
    behind = next((c for c in p.children[source] if preposition_before(p, c) in words.cause_of), None)
    if behind is not None:
        lemma = p.lemmas[behind].lower()
        return named(file.harms[lemma]) if lemma in file.harms else None
    first = p.sentences[max(0, p.sentence_of[source] - BACK)][0]
    before = (p.lemmas[w].lower() for w in range(source - 1, first - 1, -1) if p.upos[w] == "NOUN")
    return next((named(file.harms[lemma]) for lemma in before if lemma in file.harms), None)


def came_from(text: Text, _: Found, told: Worded) -> Iterator[Because]:
    """*Het lood komt uit [de schouw]*, *the bacterium came from [the kitchen]*."""
    p, file = text.parse, text.pack.sided.file
    for verb in (w for w in told.words if p.lemmas[w].lower() in file.stemming):
        subject = _harm_in(text, child(p, verb, "nsubj"))
        behind = [] if subject is None else _out_of(text, verb, subject)
        if subject is None or len(behind) != 1 or behind[0] not in told.words:
            continue
        phrase, harm = _origin(text, behind[0]), read_phrase(text, subject)
        if phrase is not None and harm is not None and harm.definite:
            denied = any_form(p, p.children[verb], text.pack.propositions.words.denying)
            yield phrase, (named(file.harms[p.lemmas[subject].lower()]), ""), "-" if denied else "+"


def _out_of(text: Text, verb: int, subject: int) -> list[int]:
    """The nouns behind *uit*, also those that a parse has below the subject: *dat het lood uit [de schouw] stamt*."""
    p, out_of = text.parse, text.pack.sided.file.out_of
    below = [c for c in p.children[subject] if preposition_before(p, c) in out_of - {text.pack.propositions.words.of}]
    behind = [c for c in p.children[verb] if preposition_before(p, c) in out_of]
    return [c for c in (*behind, *below) if p.upos[c] == "NOUN"]


def _harm_in(text: Text, word: int | None) -> int | None:
    """*Het [lood]*, *vier vijfde van het [lood]*."""
    p = text.parse
    near = [] if word is None else [word, *(c for c in p.children[word] if is_whose(text, c))]
    return next((w for w in near if p.lemmas[w].lower() in text.pack.sided.file.harms), None)


def _origin(text: Text, word: int) -> Phrase | None:
    """Where something came from, by the name that all nouns for it have: *de [schouw]*."""
    phrase = read_phrase(text, word)
    things = text.pack.sided.file.things
    if phrase is None:
        return None
    beside = tuple(sorted(things.get(m, m) for m in phrase.modifiers))
    return msgspec.structs.replace(phrase, head=things.get(phrase.head, phrase.head), modifiers=beside)


def whence(text: Text, asked: Iterable[int], top: int) -> Iterator[Because]:
    """*Waar kwam de bacterie vandaan? “Uit [de keuken].”*."""
    p, file = text.parse, text.pack.sided.file
    harm = next((p.lemmas[w].lower() for w in asked if p.lemmas[w].lower() in file.harms), None)
    phrase = _origin(text, top) if harm and preposition_before(p, top) in file.out_of else None
    if phrase is not None and harm is not None:
        yield phrase, (named(file.harms[harm]), ""), "+"
