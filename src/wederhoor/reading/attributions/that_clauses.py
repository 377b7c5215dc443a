"""The clause that a word such as *dat* opens behind a verb, found by the words alone, for a parse may hang it elsewhere."""

from __future__ import annotations

from wederhoor.reading.attributions.relatives import takes_up
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, VERBAL, children, is_finite
from wederhoor.syntax.nouns import names_somebody


def that_clause(text: Text, verb: int) -> tuple[int, ...] | None:
    """By the words alone: *dat* or *of* behind the verb in its sentence, no other finite verb between the two."""
    p = text.parse
    end = p.sentences[p.sentence_of[verb]][1]
    group = set(text.clause(verb).group)
    for word in range(verb + 1, end):
        if p.upos[word] == "SCONJ" and p.lower[word] in text.pack.grammar.complementizers:
            if _is_of_another(text, verb, word):
                return None
            stop = end
            while stop > word + 1 and p.upos[stop - 1] == "PUNCT":
                stop -= 1
            return tuple(range(word, stop)) if stop - word > 2 else None
        if (
            (_is_of_another_clause(text, word) and word not in group)
            or p.words[word] in {":", ";"}
            or (p.deps[word] == "cc" and p.heads[word] not in range(verb, word + 4))
        ):
            return None
    return None


def _is_of_another(text: Text, verb: int, word: int) -> bool:
    """Whether a *that* behind a verb of saying opens a clause of something else."""
    clause = text.parse.heads[word]
    return (
        _is_of_word_before(text, word)
        or takes_up(text, word, clause)
        or _is_of_quantity(text, word)
        or explains(text, verb, clause)
    )


def explains(text: Text, verb: int, clause: int) -> bool:
    """*Said the reason for it, [that] they may not serve, is gone*: behind a comma it tells what an object before it is."""
    p, pack = text.parse, text.pack
    mark = next((w for w in p.subtree(clause) if p.upos[w] != "PUNCT"), clause)
    if not pack.grammar.strict_control or p.words[mark - 1] != "," or p.lower[mark] not in pack.grammar.complementizers:
        return False
    once = sum(p.words[w] == "," for w in range(verb + 1, mark)) == 1
    things = [w for w in children(p, verb, "obj") if verb < w < mark and not names_somebody(p, w, pack)]
    return once and bool(things) and any(p.words[w] == "," for w in range(mark, text.sentence(verb)[1]))


def _is_of_word_before(text: Text, word: int) -> bool:
    """*de bewering dat*, *en dat*, *bleek [zo slecht] dat*: a clause of the word right before it."""
    p = text.parse
    degree = p.lower[word - 2] in text.pack.grammar.manner and p.heads[word - 2] == word - 1
    return degree or p.lemmas[word - 1] in text.pack.nouns or p.upos[word - 1] in ("CCONJ", "SCONJ")


def _is_of_quantity(text: Text, word: int) -> bool:
    """*voor het vele [dat] zij deed*: a relative clause to a word for how much, right before it."""
    p, clause = text.parse, text.parse.heads[word]
    relative = p.deps[clause] == RELATIVE and p.deps[word] in ("obj", *SUBJECT)
    return relative and p.heads[clause] == word - 1 and p.upos[word - 1] == "PRON"


def _is_of_another_clause(text: Text, word: int) -> bool:
    """A finite verb, and in a language whose verbs stand before their clauses any: *forgot to say that*."""
    p = text.parse
    return is_finite(p, word) or (text.pack.grammar.strict_control and p.upos[word] in VERBAL)
