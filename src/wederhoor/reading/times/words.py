"""The words of a sentence as items for the rules: what each may be, with names and look-alikes taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from wederhoor.languages.numbers import Numbers
from wederhoor.languages.times import Times
from wederhoor.reading.times.expressions import Calendar, Duration
from wederhoor.reading.times.grammar import BOUNDING, COUNTED, SPEECH, Terms, TimeGrammar, WordEntry
from wederhoor.reading.times.numbers import number_classes, numeral_terms
from wederhoor.records.parse import Parse
from wederhoor.records.prepared import prepared
from wederhoor.syntax.clauses import is_plural
from wederhoor.syntax.number_words import number_in_digits, number_of, rank_in_digits, rank_of

FORMED: Final = frozenset("0123456789'’q")
"""How words begin that are known by their form."""
SHORTEST_COMPOUND: Final = 7
"""Letters of a compound with a word of time in it, at least."""
LIKELY_YEARS: Final = frozenset(n for n in range(1900, 2051) if n % 10)
"""Numbers that are a year sooner than a count: counts are round."""


@dataclass(frozen=True, slots=True)
class Item:
    """A run of words (``first`` up to ``end``, exclusive) and what it may be."""

    sign: str
    terms: Terms
    first: int
    end: int


def items_of(p: Parse, first: int, end: int, grammar: TimeGrammar) -> list[Item] | None:
    """The items of the words from ``first`` up to ``end``, between two edges; None where nothing tells of a time."""
    if not any(_may_trigger(word, grammar) for word in p.lower[first:end]):
        return None
    items = [Item(grammar.signs[frozenset({"@START"})], {}, first, first)]
    triggered = False
    word = first
    while word < end:
        entry, width = _entry_at(p, word, end, grammar)
        triggered = triggered or entry.sign in grammar.triggers
        items.append(Item(entry.sign, entry.terms, word, word + width))
        word += width
    items.append(Item(grammar.signs[frozenset({"@END"})], {}, end, end))
    return items if triggered else None


def _may_trigger(word: str, grammar: TimeGrammar) -> bool:
    if word in grammar.trigger_words or word + "." in grammar.trigger_words or word[0] in FORMED:
        return True
    if len(word) < SHORTEST_COMPOUND:
        return False
    return word.endswith(tuple(grammar.endings)) or number_of(word, grammar.numbers) is not None


def _entry_at(p: Parse, word: int, end: int, grammar: TimeGrammar) -> tuple[WordEntry, int]:
    """What stands at a word, and how many words it takes."""
    found = _phrase_at(p, word, end, grammar) or _short_at(p, word, end, grammar)
    return found or (_word_at(p, word, grammar), 1)


def _straight(form: str) -> str:
    """A form with straight apostrophes, as the lexicon has them."""
    return form.replace("’", "'")


def _phrase_at(p: Parse, word: int, end: int, grammar: TimeGrammar) -> tuple[WordEntry, int] | None:
    phrases = grammar.phrases.get(_straight(p.lower[word]))
    if not phrases:
        return None
    here = [_straight(form) for form in p.lower[word : min(end, word + len(phrases[0][0]))]]
    return next(((entry, len(words)) for words, entry in phrases if tuple(here[: len(words)]) == words), None)


def _short_at(p: Parse, word: int, end: int, grammar: TimeGrammar) -> tuple[WordEntry, int] | None:
    """An abbreviation whose full stop is a word of its own, for the tokenizer knows few of them: *jan.*."""
    if word + 2 >= end or p.words[word + 1] != "." or p.ends[word] != p.starts[word + 1]:
        return None
    short = grammar.words.get(_straight(p.lower[word]) + ".")
    return (short, 2) if short is not None and _fits(p, word, short, grammar) else None


def _word_at(p: Parse, word: int, grammar: TimeGrammar) -> WordEntry:
    lower = _straight(p.lower[word])
    found = grammar.words.get(lower) or _formed(lower, grammar)
    if found is None or not _fits(p, word, found, grammar):
        return _plain(p, word, grammar)
    if lower in grammar.source.beside_verbs and p.deps[p.heads[word]] == "nmod":
        return grammar.entry({name: value for name, value in found.terms.items() if name != BOUNDING})
    if "DEF" in found.terms and _article_of_another(p, word, grammar):
        return _plain(p, word, grammar)
    if "YEAR" in found.terms and _counts(p, word, grammar):
        return grammar.entry(dict.fromkeys(COUNTED, found.terms["NUM"]))
    return found


def _plain(p: Parse, word: int, grammar: TimeGrammar) -> WordEntry:
    name = p.upos[word] if p.upos[word] in SPEECH else "X"
    return grammar.entry({f"@{name}": p.lower[word]})


def _in_name(p: Parse, word: int, entry: WordEntry, grammar: TimeGrammar) -> bool:
    """Whether a word is part of a name of more than one word, or a name of a person, body or place with a capital."""
    number, times = p.entity_of[word], grammar.source
    also = not times.also_names.isdisjoint(entry.terms)
    if also and _before_name(p, word, grammar):
        return True
    if number < 0 or not times.never_names.isdisjoint(entry.terms):
        return False
    before = word > 0 and p.entity_of[word - 1] == number
    behind = word + 1 < len(p) and p.entity_of[word + 1] == number
    if before or behind:
        return True
    named = not _begins(p, word, times) or also
    return p.entities[number].type != "MISC" and p.words[word][0].isupper() and named


def _before_name(p: Parse, word: int, grammar: TimeGrammar) -> bool:
    """Whether a word and the one behind it have capitals as names have: *Mei Wong*."""
    if not p.words[word].istitle() or word + 1 >= len(p) or not p.words[word + 1].istitle():
        return False
    return p.upos[word + 1] == "PROPN" and p.lower[word + 1] not in grammar.words


def _fits(p: Parse, word: int, entry: WordEntry, grammar: TimeGrammar) -> bool:
    times = grammar.source
    speech = times.parts_of_speech.get(p.lower[word])
    if (speech and p.upos[word] not in speech) or _in_name(p, word, entry, grammar):
        return False
    if p.words[word][0].isupper() and not times.lower_case.isdisjoint(entry.terms) and not _begins(p, word, times):
        return p.words[word].isupper() and len(p.words[word]) > 1
    return True


def _counts(p: Parse, word: int, grammar: TimeGrammar) -> bool:
    """Whether a number counts the things named behind it, and so is no year."""
    if word + 1 < len(p) and p.lower[word + 1] in grammar.source.measures:
        return True
    if p.words[word].isdigit() and int(p.words[word]) in LIKELY_YEARS:
        return False
    return p.deps[word] == "nummod" and is_plural(p, p.heads[word])


def _article_of_another(p: Parse, word: int, grammar: TimeGrammar) -> bool:
    """Whether an article belongs to a noun that is no word of time: *de vorige week gepubliceerde cijfers*."""
    head = p.heads[word]
    if p.deps[word] != "det" or head <= word or p.upos[head] != "NOUN":
        return False
    return p.lower[head] not in grammar.words and _formed(p.lower[head], grammar) is None


def _begins(p: Parse, word: int, times: Times) -> bool:
    """Whether a capital is owed to the word's place: first in its sentence or behind a sign."""
    first = p.sentences[p.sentence_of[word]][0]
    return word == first or p.upos[word - 1] == "PUNCT" or (word == first + 1 and p.lower[first] in times.openers)


def _formed(word: str, grammar: TimeGrammar) -> WordEntry | None:
    """What a word is by its form: a number, a date, an age."""
    if word[0] in FORMED:
        for regex, name in grammar.shapes:
            match = regex.fullmatch(word)
            if match:
                return grammar.entry(_shaped(name, match.groupdict(), grammar.numbers))
    if len(word) < SHORTEST_COMPOUND:
        return None
    numeral = numeral_terms(word, grammar.numbers)
    if numeral:
        return grammar.entry(numeral)
    for ending, row in grammar.endings.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            value = _ordinal(stem, grammar) if row.ordinal else _cardinal(stem, grammar)
            if value is not None:
                return grammar.entry({row.gives: _compound(row.value, value)})
    return None


def _shaped(name: str, fields: dict[str, str | None], words: Numbers) -> dict[str, object]:
    if name == "NUM":
        written = fields["value"] or ""
        number = float(number_in_digits(written, words) or 0)
        # 1.998 is no year
        return dict.fromkeys(number_classes(number) if written.isdigit() else ["NUM"], number)
    if "value" in fields:
        return {name: int(fields["value"] or 0)}
    numbers = {key: int(value.lstrip("'")) for key, value in fields.items() if value and key != "sep"}
    if "from" in numbers:
        return {name: (numbers["from"], numbers["to"])}
    return {name: msgspec.convert(numbers, prepared(Calendar))}


def _cardinal(stem: str, grammar: TimeGrammar) -> float | None:
    return float(stem) if stem.isdigit() else number_of(stem, grammar.numbers)


def _ordinal(stem: str, grammar: TimeGrammar) -> int | None:
    rank = rank_of(stem, grammar.numbers)
    if rank is not None:
        return rank
    return rank_in_digits(stem, grammar.numbers)


def _compound(unit: object, value: float) -> object:
    return Calendar(century=int(value)) if unit == "CEN" else Duration(value, unit)  # type: ignore[arg-type]
