"""A body taken up by the noun in its own name: *Halden Bank*, then *the bank*; and who is brought in by a noun after a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from wederhoor.reading.bearers import may_bear
from wederhoor.reading.cast import Bearing
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_child
from wederhoor.syntax.nouns import noun_kind

BODILY: Final = ("organisation", "group")
LEAST_WORDS: Final = 2
"""Words of a name in which one can be a noun for what it names."""


def named_by_noun(text: Text, holder: int, own: Bearing, near: Sequence[tuple[int, str]]) -> str | None:
    """*[Halden Bank] fired him. The bank said*: the one body near in whose name the noun stands; None where two have it."""
    told = {name: bearing for word, name in near if (bearing := _by_own_noun(text, word)) and bearing.role == own.role}
    fitting = [name for name, bearing in told.items() if may_bear(text, own, [bearing])]
    if len(fitting) != 1 or _is_told_besides(text, holder):
        return None
    return fitting[0]


def _by_own_noun(text: Text, word: int) -> Bearing | None:
    """What a body is by the noun in its name: the last before a preposition, else the first."""
    p, number = text.parse, text.parse.entity_of[word]
    words = _words_of_name(p, word) if number >= 0 and p.entities[number].type == "ORG" else []
    if len(words) < LEAST_WORDS:
        return None
    phrase = [*takewhile(lambda w: p.upos[w] != "ADP", words)]
    noun = next((w for w in (*phrase[-1:], words[0]) if noun_kind(p.lower[w], text.pack) in BODILY), None)
    return None if noun is None else Bearing(p.lower[noun], frozenset(p.lower[w] for w in words if w != noun))


def _words_of_name(p: Parse, word: int) -> list[int]:
    number = p.entity_of[word]
    before = [*takewhile(lambda w: p.entity_of[w] == number, range(word, -1, -1))]
    return [*before[::-1], *takewhile(lambda w: p.entity_of[w] == number, range(word + 1, len(p)))]


def _is_told_besides(text: Text, holder: int) -> bool:
    """Whether the text has another by that noun, without a name, before it: *a bank in Kolm*, *the savings bank*."""
    p, lemma = text.parse, text.parse.lemmas[holder].lower()
    same = (c.word for c in text.cast.before(holder) if c.name is None and p.lemmas[c.word].lower() == lemma)
    return any(_is_new(p, w) or has_child(p, w, "compound", "amod", "nmod") for w in same)


def _is_new(p: Parse, word: int) -> bool:
    return any("Definite=Ind" in p.feats[c] for c in p.children[word])


def is_brought_in_behind(text: Text, holder: int, name: str) -> bool:
    """*Minister Bos spoke to [a minister of Kolm]. The minister said*: somebody else by that noun since a name stood last."""
    p, lemma = text.parse, text.parse.lemmas[holder].lower()
    for candidate in text.cast.before(holder):
        if candidate.name == name:
            return False
        if candidate.name is None and p.lemmas[candidate.word].lower() == lemma and _is_new(p, candidate.word):
            return True
    return False
