"""What a language does that no table can say: a few functions with neutral defaults, in place of which a pack may put others.

A pack that needs none has no Python. One that does has a subclass of ``Hooks``, and an instance of it named ``HOOKS`` in its
``__init__.py``: see ``nl/hooks.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from wederhoor.records.parse import Parse

HYPHENS = "-\N{NON-BREAKING HYPHEN}"
VerbShape = Literal["singular", "plural", "infinitive", "participle"]


class Hooks:
    """The defaults fit a language that writes its words apart and puts a verb before its particle, as English does."""

    def joined(self, verb: str, particle: str) -> str:
        """The lemma of a verb with its particle, both lemmas in lower case: *take* and *down* are *take down*."""
        return f"{verb} {particle}"

    def phrase(self, words: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The words beside the verb, and the verb, of a phrase in the event tables: the verb comes first (*set on fire*).

        A low line stands for the blank between a verb and its particle: *take_down by force*.
        """
        return tuple(words[1:]), words[0].replace("_", " ")

    def cuts(self, word: str) -> Iterable[int]:
        """Where a word may be parted if it is a compound, from the left, as the number of letters before the last part.

        By default behind a hyphen only: a *vice-president* is a *president*, a *keyboard* no *board*.
        """
        return [place + 1 for place, sign in enumerate(word) if sign in HYPHENS]

    def normalise(self, parse: Parse) -> Parse:
        """A parse as readers expect one, where the treebank of the language does something in another way; as it is."""
        return parse

    def singular(self, noun: str) -> str:
        """One of what a noun in lower case names several of, by its ending alone; by default the noun as it is."""
        return noun

    def able(self, verb: str) -> str:  # noqa: ARG002
        """The adjective for what one can do that to: *drinkbaar* of *drinken*; empty where there is none."""
        return ""

    def stem(self, word: str) -> str:
        """A rough stem under which the forms of a noun meet; by default the word in lower case."""
        return word.lower()

    def verb_shapes(self, form: str, lemma: str) -> frozenset[VerbShape]:
        """Which forms of a verb a word may be, by its letters; by default the infinitive is told, and no other."""
        return frozenset({"infinitive"} if form == lemma else ())
