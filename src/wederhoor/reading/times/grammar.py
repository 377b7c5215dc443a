"""The words and rules of a language's ``times.toml``, made ready to match.

A sentence becomes a string with one sign for every word, which says in what classes the word is; a rule becomes a regular
expression over such signs. So the rules are matched in C, and in time linear in the sentence (a cascade of finite-state
transducers, after Abney 1996, "Partial parsing via finite-state cascades").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from wederhoor.languages.numbers import Numbers
from wederhoor.languages.times import Ending, TimeRule, Times
from wederhoor.reading.times.numbers import number_classes, numeral_terms

FIRST_SIGN: Final = 0xE000
"""Signs are characters of Unicode's private use area."""
SPEECH: Final = ("NOUN", "VERB", "AUX", "ADJ", "PROPN", "PUNCT", "DET", "PRON", "NUM", "X")
"""Parts of speech that rules can ask for, as ``@NOUN``, of words that have no class; X is every other."""
BOUNDING: Final = "MAYBEBEFORE"
"""The class that ``beside_verbs`` have only in a verb's phrase."""
COUNTED: Final = ("NUM", "COUNTED")
"""The classes of a number that counts things, and so is no year."""
EDGES: Final = ("@START", "@END")
LIKELY_NUMBERS: Final = (*range(101), 999, 1000, 1001, 1010, 2100, 2101, 0.5, 1.5)
"""Numbers of every combination of classes."""

Terms = Mapping[str, object]
"""Class -> value."""


@dataclass(frozen=True, slots=True)
class WordEntry:
    """What a word or a run of words may be, and the sign for that."""

    sign: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its regular expression; the nth group of it has one of the nth ``classes``."""

    source: TimeRule
    regex: re.Pattern[str]
    classes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """Rules that are tried together."""

    rules: tuple[CompiledRule, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """A language's words for times by their forms, and its rules. Made by ``grammar_of``."""

    source: Times
    signs: dict[frozenset[str], str]
    words: dict[str, WordEntry]
    phrases: dict[str, tuple[tuple[tuple[str, ...], WordEntry], ...]]
    """By the first word, the longest first."""
    triggers: frozenset[str]
    """Signs without which a sentence has no time."""
    trigger_words: frozenset[str]
    """Of phrases the longest word."""
    shapes: tuple[tuple[re.Pattern[str], str], ...]
    numbers: Numbers
    endings: dict[str, Ending]
    levels: tuple[Level, ...]

    def entry(self, terms: dict[str, object]) -> WordEntry:
        return WordEntry(self.signs[frozenset(terms)], terms)


@cache
def grammar_of(times: Times, numbers: Numbers) -> TimeGrammar:
    """Make a grammar of a language's words and rules. Raises ValueError for a class that no word and no rule gives."""
    forms = _forms(times, numbers)
    signs = _signs(times, forms)
    of_class = _signs_of_classes(signs)
    entries = {form: WordEntry(signs[frozenset(terms)], terms) for form, terms in forms.items()}
    triggers = frozenset("".join(of_class[name] for name in times.triggers))
    triggering = (form for form, entry in entries.items() if entry.sign in triggers)
    return TimeGrammar(
        source=times,
        signs=signs,
        words={form: entry for form, entry in entries.items() if " " not in form},
        phrases=_phrases(entries),
        triggers=triggers,
        trigger_words=frozenset(max(_split(form), key=len) for form in triggering),
        shapes=tuple((re.compile(shape.pattern), shape.gives) for shape in times.shapes),
        numbers=numbers,
        endings={ending: row for row in times.endings for ending in row.endings},
        levels=tuple(Level(tuple(_rule(r, of_class) for r in level.rules), level.again) for level in times.levels),
    )


def _signs_of_classes(signs: Mapping[frozenset[str], str]) -> dict[str, str]:
    """Class -> the signs of all combinations that it is part of."""
    found: dict[str, str] = {}
    for names, sign in signs.items():
        for name in sorted(names):
            found[name] = found.get(name, "") + sign
    return found


def _phrases(entries: Mapping[str, WordEntry]) -> dict[str, tuple[tuple[tuple[str, ...], WordEntry], ...]]:
    """The forms of several words with their entries: by the first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], WordEntry]]] = {}
    for form, entry in entries.items():
        words = tuple(_split(form))
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, entry))
    return {first: tuple(sorted(group, key=lambda g: -len(g[0]))) for first, group in found.items()}


def _split(form: str) -> list[str]:
    """The words of a phrase as the tokenizer has them: a comma stands alone."""
    return form.replace(",", " ,").split()


def _forms(times: Times, numbers: Numbers) -> dict[str, dict[str, object]]:
    """Word or phrase -> its classes with their values. Of number words the simple ones: ``number_words`` reads the others."""
    simple = (*numbers.values, *numbers.multipliers, *numbers.ordinals)
    forms = {word: numeral_terms(word, numbers) for word in simple}
    for word, by in numbers.multipliers.items():
        forms[word]["MULT"] = by
    for word, name, value in _classed(times):
        forms.setdefault(word, numeral_terms(word, numbers))[name] = value
    for name, (one, other) in times.compounds.items():
        for left, first in times.words[one].items():
            for right, second in times.words[other].items():
                forms.setdefault(left + right, {})[name] = (first, second)
    return forms


def _classed(times: Times) -> Iterator[tuple[str, str, object]]:
    """(word, class, value) of the word lists, and of the words that stand for themselves in rules."""
    for name, words in times.words.items():
        for word, value in words.items():
            yield word, name, value
    for name, plain in (*times.lists.items(), ("MEASURE", sorted(times.measures))):
        for word in plain:
            yield word, name, word
    for level in times.levels:
        for rule in level.rules:
            for word in _literals(rule):
                yield word, f"={word}", word


def _literals(rule: TimeRule) -> Iterable[str]:
    for text in (rule.pattern, rule.after, rule.not_after, rule.before, rule.not_before):
        for atom in text.replace("(", " ").replace(")", " ").split():
            names = atom.rstrip("?*").replace("+", "|").split("|")
            yield from (name for name in names if name and not _is_class(name))


def _is_class(name: str) -> bool:
    return name.isupper() or name.startswith("@")


def _signs(times: Times, forms: Mapping[str, Terms]) -> dict[frozenset[str], str]:
    """A sign for every combination of classes that a word or an item can have."""
    sets = [frozenset(terms) for terms in forms.values()]
    sets += [frozenset(number_classes(number)) for number in LIKELY_NUMBERS]
    sets += [frozenset({shape.gives}) for shape in times.shapes]
    sets += [frozenset({ending.gives}) for ending in times.endings]
    sets += [frozenset({rule.gives}) for level in times.levels for rule in level.rules]
    sets += [frozenset({f"@{name}"}) for name in SPEECH]
    sets += [frozenset({name}) for name in EDGES]
    sets += [frozenset(forms[word]) - {BOUNDING} for word in sorted(times.beside_verbs)]
    sets.append(frozenset(COUNTED))
    return {names: chr(FIRST_SIGN + number) for number, names in enumerate(dict.fromkeys(sets))}


def _rule(rule: TimeRule, of_class: Mapping[str, str]) -> CompiledRule:
    classes: list[tuple[str, ...]] = []
    regex = ""
    for piece in rule.pattern.replace("(", " ( ").replace(")", " ) ").split():
        if piece in ("(", ")"):
            regex += "(?:" if piece == "(" else ")"
        elif piece in ("?", "*"):
            regex += piece
        else:
            atom = piece.rstrip("?*")
            names = tuple(_key(name) for name in atom.split("|"))
            classes.append(names)
            regex += f"({_any(names, of_class)}){piece[len(atom) :]}"
    regex = (
        _beside(rule.after, "?<=", of_class)
        + _beside(rule.not_after, "?<!", of_class)
        + regex
        + _beside(rule.before, "?=", of_class)
        + _beside(rule.not_before, "?!", of_class)
    )
    return CompiledRule(rule, re.compile(regex), tuple(classes))


def _beside(names: str, sign: str, of_class: Mapping[str, str]) -> str:
    """The expression for what must or must not stand beside a run: one of the names, or two of them joined by ``+``."""
    each = ["".join(_any([_key(one)], of_class) for one in name.split("+")) for name in names.split()]
    if not each:
        return ""
    looks = [f"({sign}{one})" for one in each]
    return "".join(looks) if "!" in sign else f"(?:{'|'.join(looks)})"


def _key(name: str) -> str:
    return name if _is_class(name) else f"={name}"


def _any(names: Iterable[str], of_class: Mapping[str, str]) -> str:
    """The expression for one sign of any of the classes; empty for none."""
    signs = ""
    for name in names:
        if name not in of_class:
            raise ValueError(f"no word and no rule gives the class {name}")
        signs += of_class[name]
    return f"[{signs}]" if signs else ""
