"""Whether a noun names something that happens."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import names_somebody, noun_kind
from wederhoor.syntax.predicates import has_form_of_infinitive


def is_event(text: Text, word: int) -> bool:
    """Whether a noun names an event, a state or an act; an infinitive used as a noun does."""
    p, pack = text.parse, text.pack
    if p.upos[word] not in ("NOUN", "VERB", "ADJ"):
        return False
    if has_form_of_infinitive(p, word) or p.upos[word] == "VERB":
        return True
    words = pack.causes.words
    lemma = p.lemmas[word].lower()
    if lemma in pack.noun_kinds:
        return False
    if lemma.endswith(words.event_endings) and not names_somebody(p, word, pack):
        return True
    return head_in(lemma, words.events, pack.hooks, head=3) is not None


def may_cause(text: Text, word: int) -> bool:
    """Whether a phrase's head can be a cause at all: no person, body or name, no personal pronoun; a law or a report can."""
    p, pack = text.parse, text.pack
    if p.upos[word] in ("PRON", "DET", "ADV", "NUM", "PROPN", "SYM", "X"):
        return False
    if is_event(text, word) or not names_somebody(p, word, pack):
        return True
    return p.entity_of[word] < 0 and noun_kind(p.lemmas[word].lower(), pack) == "text"


def is_generic(text: Text, word: int) -> bool:
    """Whether a bare noun stands for a kind of thing, which may rise and fall: *dune walks*; no name, nobody, no single thing."""
    p = text.parse
    bare = not any(p.deps[c] in ("det", "nmod:poss", "nummod") for c in p.children[word])
    return bare and p.upos[word] == "NOUN" and p.entity_of[word] < 0 and may_cause(text, word)


def is_gauged(text: Text, noun: int) -> bool:
    """Whether a word before a noun tells that there is more or less of it: *minder bussen*, *dalende lonen*."""
    p = text.parse
    changes, words = text.pack.causes.changes, text.pack.variables
    gauging = words.adverb_kinds.gauging | words.degrees.keys()
    before = (c for c in p.children[noun] if c < noun and p.deps[c] in ("det", "amod", "advmod"))
    return any(
        changes.get(p.lower[c], changes.get(p.lemmas[c].lower())) in ("up", "down") or p.lower[c] in gauging
        for c in before
    )
