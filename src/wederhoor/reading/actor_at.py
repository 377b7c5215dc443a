"""Who a word stands for: the actor with a mention there, else the noun phrase itself."""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import words_of
from wederhoor.records import Actor
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import antecedent, noun_phrase
from wederhoor.syntax.nouns import names_somebody


def actors_by_word(p: Parse, actors: Iterable[Actor]) -> dict[int, str]:
    """Of every word in a mention the id of the actor, that of the shortest mention where several hold it."""
    found: dict[int, tuple[int, str]] = {}
    for actor in actors:
        for mention in actor.mentions:
            for word in range(*words_of(p, mention)):
                found[word] = min(found.get(word, (len(p.text) + 1, "")), (mention[1] - mention[0], actor.id))
    return {word: name for word, (_, name) in found.items()}


def actor_at(p: Parse, word: int | None, actors: dict[int, str], pack: LanguagePack) -> str | None:
    """The id of the actor mentioned at a word, else the word's noun phrase in lower case without article.

    None for a pronoun without an actor, and for what cannot act.
    """
    if word is None:
        return None
    noun = antecedent(p, word, pack)
    head = word if noun is None else noun
    if head in actors:
        return actors[head]
    if p.upos[head] == "PRON" or not names_somebody(p, head, pack):
        return None
    words = noun_phrase(p, head)
    while len(words) > 1 and p.deps[words[0]] == "det":
        words = words[1:]
    start, end = p.span(words[0], words[-1] + 1)
    return p.text[start:end].lower()
