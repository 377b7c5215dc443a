"""Words with capitals that are no names, roles and whose currency an amount is in; hyphens that are words for the pipeline."""

from __future__ import annotations

from wederhoor.reading.names.lexicon import NameLexicon
from wederhoor.records.parse import Parse

CURRENCIES = frozenset("$€£¥")


def is_of_currency(p: Parse, word: int) -> bool:
    """Whether a word says whose currency follows: *US* in *US $20*."""
    return p.words[word].isupper() and word + 1 < len(p) and p.words[word + 1][0] in CURRENCIES


def is_hyphen(p: Parse, word: int) -> bool:
    """Whether a word is a hyphen within a written word, which some pipelines part: *Coca-Cola*, *al-Zaman*."""
    if p.words[word] != "-" or not 0 < word < len(p) - 1:
        return False
    return p.ends[word - 1] == p.starts[word] and p.ends[word] == p.starts[word + 1]


def behind_role(p: Parse, lexicon: NameLexicon, first: int) -> int:
    """The end of a role with capitals that begins here, *CEO*, *Vice President*; ``first`` where there is none."""
    for end in range(min(first + lexicon.longest_role, len(p)), first, -1):
        if " ".join(p.lower[first:end]) in lexicon.names.capital_roles and p.words[end - 1][0].isupper():
            return end
    return first
