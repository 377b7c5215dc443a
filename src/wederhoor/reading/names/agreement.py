"""One type for all occurrences of a name in a document, unless one of them speaks strongly for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.names.capitals import Capitals, read_capitals
from wederhoor.reading.names.evidence import WEIGHTS, clues_beside, clues_inside
from wederhoor.reading.names.lexicon import TYPES, name_lexicon
from wederhoor.reading.names.named_words import mark_names
from wederhoor.reading.names.spans import find_names
from wederhoor.records import Entity, EntityType
from wederhoor.records.parse import Parse

Key = tuple[str, ...]
Scores = dict[EntityType, float]
VOTE = 1.0
"""The weight of the pipeline, all its votes on a name together."""
HERE = 0.7
"""What an occurrence's own surroundings count beside those of all occurrences together."""
KIN: Scores = {"PER": 4.0, "ORG": 2.0}
"""The weight of a longer name of the document that this one is part of, by its type."""
DOUBT = 0.2
"""What clues for a person are worth beside a name that looks like another thing."""
STRANGER = -1.2
"""What speaks against a person for a single word that is part of no full name in the document."""
OF_TOWN = 2.0
"""What a town at its beginning tells of a longer name: a body is called after it."""
COMPANY = 0.8
"""The weight of the name beside it in a list."""


@dataclass(slots=True)
class _Name:
    """An occurrence of a name."""

    first: int
    end: int
    key: Key
    local: Scores = field(default_factory=dict)
    type: EntityType = "MISC"


def agree_names(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with the names of its document corrected and made to agree."""
    c = read_capitals(p, name_lexicon(pack))
    mark_names(p, c)
    found = [(_behind_role(p, first, end, pack.noun_kinds), end) for first, end in find_names(p, c)]
    titled = {p.lower[first - 1] for first, _ in found if first}
    found = [(first, end) for first, end in found if not _is_role(p, first, end, pack.noun_kinds, titled)]
    names = [_Name(first, end, _key(p, first, end, pack.grammar.clitics)) for first, end in found]
    total = _gather(p, c, names)
    _decide(names, total)
    towns = _towns(p, c, total, names)
    for _ in range(2):
        more = _relatives(c, names, towns)
        _add_derived(names, more)
        _add_company(p, names, more)
        merged = {key: _sum(total[key], more.get(key, {})) for key in total}
        _decide(names, merged)
    return _with_names(p, names)


def _behind_role(p: Parse, first: int, end: int, kinds: Mapping[str, str]) -> int:
    """Where a name begins that a role with a hyphen opens: *Ajax-trainer [Jan Bos]*."""
    _, hyphen, role = p.words[first].rpartition("-")
    return first + 1 if end - first > 1 and hyphen and kinds.get(role) == "person" else first


def _is_role(p: Parse, first: int, end: int, kinds: Mapping[str, str], titled: Collection[str]) -> bool:
    """*A Republican [Senator], Jo Tolle*: a role with a capital behind an article is nobody's name.

    Behind a definite one where the text has somebody by that title: *The [Queen]* in a text on *Queen Margaret*.
    """
    if end - first != 1 or kinds.get(p.lower[first]) != "person":
        return False
    articles = [p.feats[c] for c in p.children[first] if p.deps[c] == "det"]
    definite = p.lower[first] in titled and any("Definite=Def" in feats for feats in articles)
    return definite or any("Definite=Ind" in p.feats[c] for c in p.children[first])


def _key(p: Parse, first: int, end: int, clitics: frozenset[str]) -> Key:
    """The words in lower case, without an article and a genitive's ending."""
    words = p.lower[first:end]
    if len(words) > 1 and p.upos[first] == "DET":
        del words[0]
    stem, mark, ending = words[-1].replace("’", "'").rpartition("'")
    if stem and len(ending) == 1 and mark + ending in clitics:
        words[-1] = stem
    return tuple(words)


def _sum(a: Scores, b: Scores) -> Scores:
    return {kind: a.get(kind, 0.0) + b.get(kind, 0.0) for kind in TYPES}


def _gather(p: Parse, c: Capitals, names: list[_Name]) -> dict[Key, Scores]:
    """The evidence on every distinct name, over all its occurrences; local evidence counts less with every repetition."""
    total: dict[Key, Scores] = {}
    votes: dict[Key, Counter[EntityType]] = {}
    sure: dict[Key, EntityType] = {}
    numbers: Counter[Key] = Counter(n.key for n in names)
    for name in names:
        if name.key not in total:
            total[name.key] = dict.fromkeys(TYPES, 0.0)
            votes[name.key] = Counter()
            for kind, weight in clues_inside(p, c, name.first, name.end):
                total[name.key][kind] += weight
                sure[name.key] = kind
        for kind, weight in clues_beside(p, c, name.first, name.end):
            # a role stands before organisations too: directeur Amsterdams Historisch Museum
            doubt = DOUBT if kind == "PER" and weight < WEIGHTS["title"] and sure.get(name.key, "PER") != "PER" else 1.0
            name.local[kind] = name.local.get(kind, 0.0) + weight * doubt
        for kind, weight in name.local.items():
            total[name.key][kind] += weight / numbers[name.key] ** 0.5
        vote = _vote(p, name.first, name.end)
        if vote:
            votes[name.key][vote] += 1
    for key, counted in votes.items():
        for kind, number in counted.items():
            total[key][kind] += VOTE * number / (numbers[key] + 0.25)
    return total


def _vote(p: Parse, first: int, end: int) -> EntityType | None:
    """The pipeline's type for these words; none for the place of a person: *Anna Visser van Elsmeer*."""
    found = Counter(p.entity_of[i] for i in range(first, end) if p.entity_of[i] >= 0)
    if not found:
        return None
    number = found.most_common(1)[0][0]
    kind = p.entities[number].type
    behind = first > 1 and p.entity_of[first - 2] == p.entity_of[first - 1] == number and p.words[first - 1].islower()
    return None if behind and kind == "PER" else kind


def _decide(names: list[_Name], total: dict[Key, Scores]) -> None:
    for name in names:
        scores = total[name.key]
        name.type = max(TYPES, key=lambda kind: scores[kind] + HERE * name.local.get(kind, 0.0))


def _towns(p: Parse, c: Capitals, total: Mapping[Key, Scores], names: list[_Name]) -> set[Key]:
    """Names of one word, no given names, that are places by what stands before them: *in Ravensbroek*."""
    behind = (n for n in names if n.first and p.lower[n.first - 1] in c.lexicon.names.place_prepositions)
    alone = {n.key for n in behind if len(n.key) == 1 and n.end - n.first == 1 and not c.is_given(p, n.first)}
    return {key for key in alone if total[key]["LOC"] > max(total[key]["PER"], total[key]["ORG"])}


def _relatives(c: Capitals, names: list[_Name], towns: Collection[Key]) -> dict[Key, Scores]:
    """Short names take the type of the long ones they are part of: family and given name, first part of a firm.

    Not a town, from which a body may have its name: *Ravensbroek Droog*.
    """
    more: dict[Key, Scores] = {}
    numbers = Counter(n.key for n in names)
    particles = c.lexicon.people.name_particles
    for name in names:
        of_town = len(name.key) > 1 and name.key[:1] in towns
        if of_town:
            more.setdefault(name.key, dict.fromkeys(TYPES, 0.0))["ORG"] = OF_TOWN
        for key in _shorter(name):
            if key in numbers and not (of_town and key in towns) and (len(key) > 1 or key[0] not in particles):
                more.setdefault(key, dict.fromkeys(TYPES, 0.0))[name.type] = KIN[name.type]
    for key, number in numbers.items():
        if len(key) == 1 and key not in more:
            more[key] = {"PER": STRANGER if number > 1 else STRANGER / 2}
    return more


def _shorter(name: _Name) -> set[Key]:
    """What a name of several words may be called for short."""
    key, lengths = name.key, range(1, len(name.key))
    if not lengths:
        return set()
    if name.type == "PER":
        return {key[:1], *(key[i:] for i in lengths)}
    return {key[:i] for i in lengths} if name.type == "ORG" else set()


def _add_derived(names: list[_Name], more: dict[Key, Scores]) -> None:
    """*Zuiderhavense* and *Lomaren* come from the places *Zuiderhaven* and *Lomar*, *Tommies* from *Tommie*."""
    types = {n.key[0]: n.type for n in names if len(n.key) == 1 and n.type in ("PER", "LOC") and len(n.key[0]) > 3}
    for word in {n.key[0] for n in names if len(n.key) == 1}:
        for length in range(max(4, len(word) - 4), len(word)):
            base = types.get(word[:length])
            if base == "LOC":
                more.setdefault((word,), {})["MISC"] = 1.5
            elif base == "PER" and length > len(word) - 3:
                more.setdefault((word,), {})["PER"] = 1.5


def _add_company(p: Parse, names: list[_Name], more: dict[Key, Scores]) -> None:
    """*Ajax en Feyenoord*; *Collectieve Unie (CU)*: neighbours of a list, and long and short form, are of one kind."""
    for one, other in pairwise(names):
        if other.first != one.end + 1 or p.sentence_of[one.end] != p.sentence_of[other.first]:
            continue
        between = p.words[one.end]
        if p.upos[one.end] == "CCONJ" or between == ",":
            weight = COMPANY if p.upos[one.end] == "CCONJ" else COMPANY / 2
            for a, b in ((one, other), (other, one)):
                scores = more.setdefault(a.key, dict.fromkeys(TYPES, 0.0))
                scores[b.type] = max(scores.get(b.type, 0.0), weight)
        elif between == "(" and other.end < len(p) and p.words[other.end] == ")":
            scores = more.setdefault(other.key, dict.fromkeys(TYPES, 0.0))
            if one.type == "PER":
                scores["ORG"] = scores.get("ORG", 0.0) + 1.0
            elif _is_short_for(p.words[other.first], one.key):
                scores[one.type] = scores.get(one.type, 0.0) + 2.0


def _is_short_for(acronym: str, words: Key) -> bool:
    return len(acronym) > 1 and acronym.isupper() and acronym[0].lower() == words[0][0]


def _with_names(p: Parse, names: list[_Name]) -> Parse:
    entity_of = [-1] * len(p)
    entities = []
    for number, name in enumerate(names):
        entity_of[name.first : name.end] = [number] * (name.end - name.first)
        entities.append(Entity(p.span(name.first, name.end), name.type))
    return replace(p, entities=entities, entity_of=entity_of)
