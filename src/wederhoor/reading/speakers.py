"""Who a source is: the fullest name that the document gives for a name in part, a role, a pronoun or a possessive."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import is_plural, noun_kind, noun_phrase
from wederhoor.reading.parse import Parse

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of somebody: the head word, the canonical name, and what kind of name it is."""

    word: int
    name: str
    type: str


@dataclass(slots=True)
class Cast:
    """The names of a document in text order, with the roles that the text gives them. Built once by ``read_cast``."""

    parse: Parse
    pack: LanguagePack
    mentions: list[Mention] = field(default_factory=list)
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Role noun (lemma) -> (word, name) where the text joins the two."""
    women: set[str] = field(default_factory=set)
    men: set[str] = field(default_factory=set)

    def before(self, word: int) -> Sequence[Mention]:
        """The mentions that begin before a word, nearest last."""
        return self.mentions[: bisect_left([m.word for m in self.mentions], word)]


def read_cast(p: Parse, pack: LanguagePack) -> Cast:
    """Gather the names, join parts of a name to its fullest form, and note roles and genders."""
    cast = Cast(p, pack)
    first_word: dict[int, int] = {}
    for word, entity in enumerate(p.entity_of):
        if entity >= 0:
            first_word.setdefault(entity, word)
    names = [p.text[slice(*e.span)] for e in p.entities]
    fullest = _fullest(names, [e.type for e in p.entities], pack)
    for number, entity in enumerate(p.entities):
        if entity.type != "MISC":
            cast.mentions.append(Mention(first_word[number], fullest[number], entity.type))
    cast.mentions.sort(key=lambda m: m.word)
    for mention in cast.mentions:
        if mention.type == "PER":
            _note_roles(cast, mention)
    return cast


def _fullest(names: list[str], types: list[str], pack: LanguagePack) -> list[str]:
    """For every name the longest one of its type that has all its words, the family name last."""
    pieces = [tuple(WORD.findall(n.casefold())) for n in names]
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    out = []
    for name, words, kind in zip(names, pieces, types, strict=True):
        best = name
        candidates = [
            other
            for other, parts, other_kind in zip(names, pieces, types, strict=True)
            if other_kind == kind and len(parts) > len(words) and _is_part(words, parts, kind, pack)
        ]
        if candidates:
            best = max(candidates, key=lambda c: (counts[c], len(c)))
            longer = [c for c in candidates if _is_part(tuple(WORD.findall(best.casefold())), tuple(WORD.findall(c.casefold())), kind, pack)]
            best = max([best, *longer], key=lambda c: (len(WORD.findall(c)), -names.index(c)))
        out.append(best)
    return out


def _is_part(words: tuple[str, ...], parts: tuple[str, ...], kind: str, pack: LanguagePack) -> bool:
    if not words or words == parts:
        return False
    if kind != "PER":
        return False
    if parts[-len(words) :] == words or parts[: len(words)] == words:
        return any(w not in pack.people.name_particles for w in words)
    plain = [w for w in words if w not in pack.people.name_particles]
    return len(plain) > 1 and plain[0] == parts[0] and plain[-1] == parts[-1]


def _note_roles(cast: Cast, mention: Mention) -> None:
    """*minister Jansen*, *Jansen, de minister van X*, *de opposant Jansen*: the nouns that the parse joins to the name."""
    p, pack = cast.parse, cast.pack
    word = mention.word
    around = {p.heads[word], p.heads[p.heads[word]], *p.children[word]}
    for other in [*around, word - 1]:
        if 0 <= other < len(p) and p.upos[other] in ("NOUN", "PROPN") and p.entity_of[other] != p.entity_of[word] and abs(other - word) < 15:
            joined = other == word - 1 or p.deps[other] in ("appos", "flat") or p.deps[word] in ("appos", "flat")
            lemma = p.lemmas[other].lower()
            if joined and noun_kind(lemma, pack) == "person":
                cast.roles.setdefault(lemma, []).append((other, mention.name))
                if lemma in pack.people.women:
                    cast.women.add(mention.name)
                elif lemma in pack.people.men:
                    cast.men.add(mention.name)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: its name, and whether the text names it or it is only described."""

    name: str
    named: bool


def resolve(cast: Cast, holder: int, recent: Sequence[str], *, not_: str | None = None) -> Speaker:
    """Who the noun or pronoun ``holder`` is. ``recent`` has the speakers before it in the text, the last one last.

    ``not_`` is the speaker in whose direct speech it stands: a third person there is somebody else.
    """
    p, pack = cast.parse, cast.pack
    word = p.lower[holder]
    named = _named(cast, holder)
    if named:
        return Speaker(named, True)
    people = pack.people
    if p.upos[holder] in ("PRON", "DET") and word not in people.indefinite:
        found = _pronoun(cast, holder, word, recent, not_)
        if found:
            return Speaker(found, True)
    if noun_kind(p.lemmas[holder].lower(), pack) == "person" and not is_plural(p, holder):
        found = _role(cast, holder, recent)
        if found and found != not_:
            return Speaker(found, True)
    return Speaker(describe(p, holder), False)


def describe(p: Parse, holder: int) -> str:
    """The noun phrase in lower case at its beginning, unless that is a name."""
    words = noun_phrase(p, holder)
    start, end = p.starts[words[0]], p.ends[words[-1]]
    text = " ".join(p.text[start:end].split())
    return text if p.upos[words[0]] == "PROPN" or p.entity_of[words[0]] >= 0 else text[:1].lower() + text[1:]


def _named(cast: Cast, holder: int) -> str | None:
    """The name inside the noun phrase: the head itself, or a name joined to it (*minister Jansen*)."""
    p = cast.parse
    places = [holder, *(c for c in p.children[holder] if p.deps[c] in ("appos", "flat", "nmod") and p.upos[c] == "PROPN" and not _has_case(p, c))]
    by_entity = {p.entity_of[m.word]: m for m in cast.mentions}
    best = None
    for place in places:
        mention = by_entity.get(p.entity_of[place]) if p.entity_of[place] >= 0 else None
        if mention and (best is None or (mention.type == "PER" and best.type != "PER")):
            best = mention
    if best is None and p.upos[holder] == "PROPN":
        return describe(p, holder)
    if best is None and p.upos[holder] == "NOUN":
        appositions = [c for c in p.children[holder] if p.deps[c] == "appos"]
        for place in appositions:
            mention = by_entity.get(p.entity_of[place]) if p.entity_of[place] >= 0 else None
            if mention and mention.type == "PER":
                return mention.name
    return best.name if best else None


def _has_case(p: Parse, word: int) -> bool:
    return any(p.deps[c] == "case" for c in p.children[word])


def _pronoun(cast: Cast, holder: int, word: str, recent: Sequence[str], not_: str | None) -> str | None:
    p, people = cast.parse, cast.pack.people
    before = [m for m in cast.before(holder) if m.name != not_]
    recent = [name for name in recent if name != not_]
    persons = [m for m in before if m.type == "PER"]
    if word in people.they and is_plural_pronoun(p, holder):
        plural = next((n for n in reversed(recent) if n not in {m.name for m in cast.mentions if m.type == "PER"}), None)
        return plural
    wanted, other = (cast.women, cast.men) if word in people.she else (cast.men, cast.women)
    if word in people.he | people.she | people.demonstratives:
        nearest = [m for m in reversed(persons) if m.name not in other or m.name in wanted]
        same = [m for m in nearest if _distance(p, m.word, holder) <= 1]
        subject = next((m for m in same if p.deps[_top(p, m.word)].startswith("nsubj")), None)
        if subject:
            return subject.name
        if recent and recent[-1] in {m.name for m in persons}:
            return recent[-1]
        if nearest:
            return nearest[0].name
        return recent[-1] if recent else None
    if word in people.it:
        organisation = next((m for m in reversed(before) if m.type == "ORG"), None)
        return organisation.name if organisation else None
    return None


def is_plural_pronoun(p: Parse, holder: int) -> bool:
    """*ze* and *zij* are she or they: the verb tells."""
    verb = p.heads[holder]
    group = [verb, *(c for c in p.children[verb] if p.deps[c] in ("aux", "aux:pass", "cop"))]
    return any("VerbForm=Fin" in p.feats[w] and is_plural(p, w) for w in group) or p.lower[holder] in ("hen", "hun")


def _top(p: Parse, word: int) -> int:
    """The head of the noun phrase that a word is part of."""
    for _ in range(4):
        if p.deps[word] not in ("flat", "appos", "nmod") or p.heads[word] == word:
            return word
        word = p.heads[word]
    return word


def _distance(p: Parse, a: int, b: int) -> int:
    return abs(p.sentence_of[a] - p.sentence_of[b])


def _role(cast: Cast, holder: int, recent: Sequence[str]) -> str | None:
    """*de oppositieleider*: the one to whom the text gave that role, or a like one; with *deze* the last one named."""
    p = cast.parse
    determiner = next((p.lower[c] for c in p.children[holder] if p.deps[c] == "det"), "")
    if determiner in ("een", "enkele", "geen") or any(p.deps[c] == "nmod:poss" for c in p.children[holder]):
        return None
    lemma = p.lemmas[holder].lower()
    best: tuple[int, str] | None = None
    for role, places in cast.roles.items():
        fit = 3 if role == lemma else 2 if lemma.endswith(role) and len(role) > 4 or role.endswith(lemma) and len(lemma) > 4 else 0
        for word, name in places:
            if fit and word < holder and (best is None or fit >= best[0]):
                best = (fit, name)
    if best:
        return best[1]
    if determiner in ("deze", "die", "dit"):
        return recent[-1] if recent else None
    return None
