"""From the head of a noun phrase to who that is: an actor's id, else the phrase itself in lower case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wederhoor.reading.events.bodies_meant import body_meant
from wederhoor.reading.events.kinds import counted_head
from wederhoor.reading.holders import words_of
from wederhoor.reading.mentions import NamedMention
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import antecedent, children, has_word
from wederhoor.syntax.polarity import is_left_out
from wederhoor.syntax.stretches import any_form, is_named

INSIDE = ("det", "amod", "nummod", "flat", "nmod:poss", "punct", "compound", "advmod")
"""What belongs to the first noun phrase of a phrase without name."""
OF = ("nmod", "appos")
NEAR = 40
"""Words back in which the two are looked for who are meant by a pronoun or by *beide*."""
FAR = 120
"""Words back in which the place is looked for that a noun refers back to."""
QUOTES = "\"'“”‘’„«»,"


def parties(text: Text, heads: Iterable[int]) -> tuple[str, ...]:
    """Who stands at the heads and what is joined to them by *en*, each once, in text order of the heads."""
    return tuple(dict.fromkeys(name for head in heads for word in joined(text, head) for name in _named(text, word)))


def joined(text: Text, head: int) -> list[int]:
    """A head, a relative pronoun by its noun, with what is joined to it by *en*."""
    p = text.parse
    stands_for = antecedent(p, head, text.pack)
    head = head if stands_for is None else stands_for
    if head in text.figure_at and mention_at(text, head) is None:
        head = counted_head(text, head)
    found = [head]
    for c in p.children[head]:
        if p.deps[c] != "conj" or is_left_out(p, c, text.pack):
            continue
        if p.upos[c] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            found += joined(text, c)
    return found


def last_two(text: Text, word: int, *, bodies: bool = False) -> tuple[str, ...]:
    """The last two whom the text names before, in text order: *ze hebben elkaar ontmoet*, *beide landen*."""
    found: list[str] = []
    for place in range(word - 1, max(-1, word - NEAR), -1):
        mention = mention_at(text, place)
        if (
            mention is not None
            and mention.actor.id not in found
            and (not bodies or mention.actor.kind not in ("person", "group"))
        ):
            found.insert(0, mention.actor.id)
        if len(found) == 2:
            return tuple(found)
    return ()


def _named(text: Text, head: int) -> list[str]:
    body = body_meant(text, head)
    head = head if body is None else body
    known = list(_both(text, head)) or _actors_at(text, head)
    if known:
        return known
    place = _place_named_before(text, head)
    return _described(text, head) if place is None else _named(text, place)


def _actors_at(text: Text, head: int) -> list[str]:
    """The actors whom a head means: by names in apposition, by its own mention, by the name in a compound; else a bare name."""
    p = text.parse
    bare = p.entity_of[head] < 0
    names = [c for c in p.children[head] if p.entity_of[c] >= 0 and _in_apposition(text, head, c)]
    named = _mentioned(text, names) if bare else []
    if named:
        return named
    mention = mention_at(text, head)
    if mention is not None:
        return [mention.actor.id, *_listed_with(text, head, mention.actor.id)]
    owner = text.actor_by_form.get(p.words[head].partition("-")[0]) if "-" in p.words[head] else None
    if owner is not None:
        return [owner.id]
    if names and bare and is_named(p, names[0], "PER", "ORG"):
        return [p.text[slice(*p.entities[p.entity_of[names[0]]].span)]]
    return []


def _mentioned(text: Text, names: Sequence[int]) -> list[str]:
    """The actors of names in apposition, and of those joined to them."""
    return [m.actor.id for c in names for w in joined(text, c) if (m := mention_at(text, w)) is not None]


def _described(text: Text, head: int) -> list[str]:
    phrase = phrase_at(text, head)
    return [phrase] if phrase else []


def _both(text: Text, head: int) -> tuple[str, ...]:
    """*beide landen*, *de twee*: the two named last."""
    p, grammar = text.parse, text.pack.events.grammar
    if not any_form(p, (c for c in p.children[head] if c < head), grammar.both):
        return ()
    bodies = p.lemmas[head].lower() in grammar.localities
    return last_two(text, head, bodies=bodies) or last_two(text, head)


def _listed_with(text: Text, head: int, first: str) -> list[str]:
    """*de leden Jansen en De Vries*: those who stand beside the name of the first."""
    p = text.parse
    further = children(p, head, "appos", "flat")
    beside = [c for name in further for c in children(p, name, "conj") if p.upos[c] == "PROPN"]
    return [n for c in beside for n in _named(text, c) if n != first]


def _in_apposition(text: Text, head: int, c: int) -> bool:
    """*premier Jansen*, *de premier, Jan Jansen*: the name right behind the noun."""
    p = text.parse
    if p.deps[c] == "flat":
        return True
    start = min(p.subtree(c))
    return p.deps[c] == "appos" and all(p.upos[w] == "PUNCT" for w in range(head + 1, start))


def _place_named_before(text: Text, head: int) -> int | None:
    """The name that *de stad* or *het land* refers back to: the last place before."""
    p = text.parse
    if p.lemmas[head].lower() not in text.pack.events.grammar.localities or p.upos[head] != "NOUN":
        return None
    if any(p.deps[c] not in ("det", "case", "punct") for c in p.children[head]):
        return None
    if not has_word(p, head, text.pack.events.grammar.definite):
        return None
    for word in range(head - 1, max(-1, head - FAR), -1):
        number = p.entity_of[word]
        if number >= 0 and p.entities[number].type == "LOC":
            return words_of(p, p.entities[number].span)[0]
    return None


def mention_at(text: Text, head: int) -> NamedMention | None:
    """The shortest mention that a word is the head of."""
    p = text.parse
    for mention in text.mentions.get(head, ()):
        above = p.heads[head]
        outside = above == head or not mention.first <= above < mention.end
        if outside or p.deps[head] in ("flat", "appos") or mention.end - mention.first == 1:
            return mention
    return None


def phrase_at(text: Text, head: int) -> str | None:
    """The noun phrase of a head in lower case, a name as it is written; None for a pronoun."""
    p = text.parse
    if p.entity_of[head] >= 0:
        start, end = p.entities[p.entity_of[head]].span
        return p.text[start:end]
    if p.words[head].isupper() and len(p.words[head]) > 1:
        return p.words[head]
    if p.upos[head] in ("PRON", "DET", "ADV", "ADP", "AUX", "SCONJ", "CCONJ", "PUNCT", "INTJ"):
        return None
    if p.lower[head] in text.pack.events.grammar.indefinites | text.pack.events.grammar.possessives or _is_nobody(
        text, head
    ):
        return None
    run = _run_around(head, _phrase_words(text, head))
    return p.text[p.starts[run[0]] : p.ends[run[-1]]].strip(QUOTES + " ").lower() or None


def _is_nobody(text: Text, head: int) -> bool:
    """A time (*maandagnacht*) and a modal verb (*wil*), which a parse may take for a subject."""
    p, grammar = text.parse, text.pack.events.grammar
    modal = text.pack.verb_forms.get(p.lower[head]) in grammar.intent | grammar.duty | grammar.possible
    at = text.times_in.get(p.sentence_of[head], ())
    return modal or any(words[0] <= head < words[1] for words, _ in at)


def _phrase_words(text: Text, head: int) -> set[int]:
    """The head with its articles and adjectives, and whose it is: *een deel van zijn productie*."""
    p = text.parse
    words = {head}
    owned = head + 1 < len(p) and p.lower[head + 1] in text.pack.closed.of
    for c in p.children[head]:
        before = p.deps[c] in INSIDE and (c < head or p.deps[c] not in ("punct", "advmod"))
        if before or (owned and p.deps[c] in OF and c == head + 2):
            words.update(p.subtree(c))
        elif owned and p.deps[c] == "nmod" and c > head:
            words.update(_short(text, c))
    return words


def _run_around(head: int, words: set[int]) -> list[int]:
    """The words in one run around the head."""
    first = end = head
    while first - 1 in words:
        first -= 1
    while end + 1 in words:
        end += 1
    return list(range(first, end + 1))


def _short(text: Text, head: int) -> list[int]:
    """A noun phrase behind *van*, without what hangs on it further."""
    p = text.parse
    words = [head]
    for c in p.children[head]:
        if p.deps[c] in INSIDE and c < head:
            words += p.subtree(c)
        elif p.deps[c] == "flat":
            words.append(c)
    return words
