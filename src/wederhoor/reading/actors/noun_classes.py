"""What a noun names: a person, a body, a state, several of these; and in which sector."""

from __future__ import annotations

from collections.abc import Container

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.bearers import is_member
from wederhoor.reading.cast import heads_a_phrase
from wederhoor.reading.text import Text
from wederhoor.records import ActorKind, Sector
from wederhoor.syntax.clauses import is_plural
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import brings_in, noun_kind


def sort_of(text: Text, stage: Stage, word: int) -> ActorKind | None:
    """What a noun names, None where it is nobody: a person, a body, a state, several."""
    p, words = text.parse, stage.lexicon.words
    number = p.entity_of[word]
    if number >= 0:
        return _sort_of_name(text, stage, word)
    if brings_in(p, word, text.pack):
        return "person"
    if not heads_a_phrase(p, word):
        return None
    lemma = p.lemmas[word].lower()
    kind = noun_kind(lemma, text.pack) or noun_kind(p.lower[word], text.pack)
    if is_plural(p, word):
        return "group" if kind and (kind != "text" or lemma in words.bodies) else None
    if lemma in words.states:
        return "state"
    if kind == "person":
        return "person"
    return _sort_of_body(text, stage, lemma, kind)


def _sort_of_body(text: Text, stage: Stage, lemma: str, kind: str | None) -> ActorKind | None:
    """Whether a noun in the singular that is no person names one body, or several people."""
    words = stage.lexicon.words
    if kind is None and lemma not in words.towns:
        return None
    if kind == "organisation" or tail(lemma, words.bodies, text.pack) or lemma in words.towns:
        return "organisation"
    return "group" if kind == "group" else None


def _sort_of_name(text: Text, stage: Stage, word: int) -> ActorKind | None:
    """*VVD'er*, *Kamerlid*, *Kazachen*: names of kinds of people, and not of somebody."""
    p, words, pack = text.parse, stage.lexicon.words, text.pack
    if not _may_be_kind(text, stage, word):
        return None
    form, many = p.words[word], is_plural(p, word)
    if form.endswith(words.inhabitants) and form[:1].isupper():
        return "group"
    if "people" in stage.countries.senses(form) or is_member(text, word):
        return "group" if many or form.endswith(words.plurals) else "person"
    if many and p.upos[word] == "NOUN" and "-" not in form:
        return "group"
    if noun_kind(p.lower[word], pack) == "person":
        return "group" if many else "person"
    return "group" if noun_kind(p.lemmas[word].lower(), pack) in ("person", "group") else None


def _may_be_kind(text: Text, stage: Stage, word: int) -> bool:
    """Whether a name of one word, which is no person's, body's or place's, stands as a noun does: not *het [Franse] leger*."""
    p, number = text.parse, text.parse.entity_of[word]
    alone = stage.titles.ends[number] - stage.titles.starts[number] == 1
    if p.entities[number].type != "MISC" or not alone or p.deps[word] in ("amod", "det", "advmod"):
        return False
    before_noun = word + 1 < len(p) and p.upos[word + 1] in ("NOUN", "PROPN")
    return not (before_noun and "Degree=" in p.feats[word])


def tail(lemma: str, nouns: Container[str], pack: LanguagePack) -> str | None:
    """The noun of a list that a noun is, or that its compound ends in."""
    return head_in(lemma, nouns, pack.hooks, first=1)


def sector_of(text: Text, stage: Stage, lemma: str) -> Sector | None:
    """The sector that a noun tells, by the longest last part of it that is known."""
    found = tail(lemma, stage.lexicon.sector_of, text.pack)
    return stage.lexicon.sector_of[found] if found else None
