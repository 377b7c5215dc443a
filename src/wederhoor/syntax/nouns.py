"""What a noun names: a person, a group, an organisation, a text; and whether it can say or want something."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, is_plural
from wederhoor.syntax.compounds import head_in

PARTIES = ("person", "group", "organisation")
"""Kinds of nouns for people and bodies."""


def names_publisher(p: Parse, noun: int, pack: LanguagePack) -> bool:
    """*Deze krant*: whether a noun means who publishes the text."""
    lemma = p.lemmas[noun].lower()
    return any((p.lower[c], lemma) in pack.people.publisher for c in p.children[noun])


def names_somebody(p: Parse, head: int, pack: LanguagePack) -> bool:
    """Whether a noun phrase is one that can say or want something: a name, a person, a group, a document."""
    word, closed, indefinite = p.lower[head], pack.closed, pack.people.indefinite
    if brings_in(p, head, pack) or _is_some_of_them(p, head, pack):
        return True
    if p.entity_of[head] >= 0:
        return p.entities[p.entity_of[head]].type in ("PER", "ORG", "LOC") or p.words[head][:1].isupper()
    if p.upos[head] in ("PRON", "DET", "NUM"):
        return word in closed.he | closed.she | closed.they | closed.demonstratives | indefinite
    if p.upos[head] == "PROPN" or word in indefinite:
        return True
    return any(noun_kind(form, pack) for form in (p.lemmas[head].lower(), word))


def brings_in(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word brings in somebody whom the text has not named: *iemand*, *een ander*, *een van de bewoners*."""
    if p.entity_of[word] >= 0 or p.deps[word] not in (*SUBJECT, "obl", "obl:agent"):
        return False
    indefinite = any("Definite=Ind" in p.feats[w] for w in (word, *p.children[word]))
    indefinite = indefinite or (pack.grammar.subject_first and p.upos[word] == "NUM" and not children(p, word, "det"))
    if p.lower[word] in pack.people.somebody:
        return indefinite or p.upos[word] == "PRON"
    among = (c for c in children(p, word, "nmod") if is_plural(p, c))
    return indefinite and p.upos[word] == "NUM" and any(noun_kind(p.lemmas[c].lower(), pack) for c in among)


def _is_some_of_them(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Twee van hen*, *een aantal bewoners*."""
    if p.upos[word] == "NUM":
        return any(p.lower[c] in pack.closed.they and c > word for c in children(p, word, "nmod"))
    return counted_in(p, word, pack) is not None


def counted_in(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """Who is counted by a noun for how many: *een aantal [bewoners]*, *half of the [voters]*, *tientallen [ouders]*."""
    if p.upos[word] != "NOUN" or p.entity_of[word] >= 0 or p.lemmas[word].lower() not in pack.events.grammar.quantities:
        return None
    behind = (c for c in children(p, word, "nmod", "appos") if c > word)
    return next((c for c in behind if p.entity_of[c] < 0 and noun_kind(p.lemmas[c].lower(), pack) in PARTIES), None)


def names_party(lemma: str, pack: LanguagePack) -> bool:
    """Whether a noun is one for people or a body, which can speak and act."""
    return noun_kind(lemma, pack) in PARTIES


def noun_kind(lemma: str, pack: LanguagePack) -> str | None:
    """``person``, ``group``, ``organisation`` or ``text``, by the noun or the last part of the compound."""
    head = head_in(lemma, pack.noun_kinds, pack.hooks)
    return pack.noun_kinds[head] if head else None


def names_time(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word is a day or a month, which says nothing: *July*, and not Miss April."""
    return p.entity_of[word] < 0 and any(
        p.lower[word] in pack.times.words.get(kind, ()) for kind in ("WEEKDAY", "MONTH")
    )
