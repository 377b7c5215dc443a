"""States that a verb joins to a thing as a copula does: *zit vol*, *houdt de brug open*, *laat de deur dicht*."""

from __future__ import annotations

from wederhoor.reading.propositions.roles import phrase_of
from wederhoor.reading.propositions.said import SaidClause, Told
from wederhoor.reading.propositions.words import is_keyed, key_of
from wederhoor.reading.text import Text
from wederhoor.records import Phrase

JOINED = ("xcomp", "compound:prt")
STATES = ("ADJ", "VERB", "NOUN")
"""Kinds of word that a parser takes an adjective for: *geheim houden*, *gesloten blijven*."""


def postured(text: Text, told: Told) -> SaidClause | None:
    """*De opvang zit vol*, *de brug stond open*: the verb joins them as a copula does."""
    is_posture = text.parse.stems[told.clause.head].lower() in text.pack.propositions.words.postures
    if not is_posture or told.clause.object is not None:
        return None
    return _said(text, told, phrase_of(text, told.clause.subject))


def kept(text: Text, told: Told) -> SaidClause | None:
    """*Het bedrijf houdt de brug open*, *het stuk is geheim gehouden*: it is open, it is secret."""
    if text.parse.stems[told.clause.head].lower() not in text.pack.propositions.words.keeping:
        return None
    return _said(text, told, phrase_of(text, told.clause.object))


def _said(text: Text, told: Told, thing: Phrase | None) -> SaidClause | None:
    state = joined_state(text, told.clause.head)
    if state is None or thing is None:
        return None
    key, turned = key_of(text, state)
    return SaidClause(key, told.yes ^ turned, thing, None, told.others, state=True)


def joined_state(text: Text, head: int) -> int | None:
    """The word below a verb that says how something is: one with a group of its own meaning."""
    p = text.parse
    below = (c for c in p.children[head] if p.deps[c] in JOINED and p.upos[c] in STATES)
    return next((c for c in below if is_keyed(text, c)), None)
