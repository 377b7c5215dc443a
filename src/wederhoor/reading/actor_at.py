"""Who a word stands for: the actor with a mention there, else the noun phrase itself."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import antecedent, noun_phrase
from wederhoor.syntax.nouns import names_somebody


def actor_at(text: Text, word: int | None) -> str | None:
    """The id of the actor mentioned at a word, else the word's noun phrase in lower case without article.

    None for a pronoun without an actor, and for what cannot act.
    """
    p = text.parse
    if word is None:
        return None
    noun = antecedent(p, word, text.pack)
    head = word if noun is None else noun
    if head in text.actor_ids_at:
        return text.actor_ids_at[head]
    if p.upos[head] == "PRON" or not names_somebody(p, head, text.pack):
        return None
    words = noun_phrase(p, head)
    while len(words) > 1 and p.deps[words[0]] == "det":
        words = words[1:]
    start, end = p.span(words[0], words[-1] + 1)
    return p.text[start:end].lower()
