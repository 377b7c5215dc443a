"""The fullest form of every name of a document: *Jansen* is the *Kees Jansen* named before, an acronym its long form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.cast import WORD
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children

JOINED = ("appos", "conj", "flat", "compound")
USUALLY = 2
"""Times that somebody is called by a name before another with that name must be told of as often."""


def fullest(text: Text, names: list[str]) -> list[str]:
    """For every entity the fullest form of its name: the nearest before it that has all its words, or an acronym's long form."""
    p = text.parse
    people = [e.type == "PER" for e in p.entities]
    longer = _longer_names(Counter(n for n, person in zip(names, people, strict=True) if person), text.pack)
    seen: dict[str, int] = {}
    out: list[str] = []
    called, relatives = _called_in_heading(p, names, people), _relatives(p, names)
    for number, (name, person) in enumerate(zip(names, people, strict=True)):
        known = {w: at for w, at in seen.items() if w in longer.get(name, ())} if person else {}
        known = {w: at for w, at in known.items() if w not in relatives} or known
        out.append(_fuller(name, longer, _without_namesakes(name, known, called)) if person else name)
        called[name, out[-1]] += 1
        seen[name] = number
    return _with_acronyms(p, names, out)


def _with_acronyms(p: Parse, names: Sequence[str], out: list[str]) -> list[str]:
    """*Northern Area Force (NAF)*: an acronym goes by the name before its bracket."""
    for i in range(len(names) - 1):
        between = p.text[p.entities[i].span[1] : p.entities[i + 1].span[0]]
        if between.strip() == "(" and _is_acronym(names[i + 1], names[i]):
            out = [out[i] if name == names[i + 1] else name for name in out]
    return out


def _relatives(p: Parse, names: Sequence[str]) -> set[str]:
    """*His parents, [Bob Hale] and [Ruth Hale]*: those told of as another's, who are not called by the family's name alone."""
    found: set[str] = set()
    for word, number in enumerate(p.entity_of):
        here = word
        while number >= 0 and p.deps[here] in JOINED and p.heads[here] != here:
            here = p.heads[here]
            owners = [c for c in children(p, here, "nmod:poss") if p.upos[c] in ("PRON", "DET")]
            found |= {names[number]} if owners and p.entity_of[here] < 0 else set()
    return found


def _called_in_heading(p: Parse, names: Sequence[str], people: Sequence[bool]) -> Counter[tuple[str, str]]:
    """*Elijah Cummings dies*: whom alone of his family a heading names is he whom the text calls by that family's name.

    Not *J. A. Hale*: with a first name somebody is called more fully.
    """
    end = p.ends[p.paragraphs[0][1] - 1] if len(p.paragraphs) > 1 else 0
    in_heading = (n for n, e, person in zip(names, p.entities, people, strict=True) if person and e.span[1] <= end)
    there = {n for n in in_heading if " " in n and not n.split()[0].endswith(".")}
    families = Counter(name.split()[-1] for name in there)
    return Counter({(name.split()[-1], name): USUALLY for name in there if families[name.split()[-1]] == 1})


def _without_namesakes(name: str, seen: Mapping[str, int], called: Counter[tuple[str, str]]) -> Mapping[str, int]:
    """*Trump* of whom the text is about, though *Melania Trump* was named once in between: whom it has called so stays he."""
    usual = max((w for w in seen if called[name, w] >= USUALLY), key=lambda w: called[name, w], default=None)
    if usual is None:
        return seen
    return {w: at for w, at in seen.items() if w == usual or called[w, w] >= USUALLY}


def _fuller(name: str, longer: Mapping[str, Sequence[str]], seen: Mapping[str, int]) -> str:
    """The fullest form of a person's name; ``seen`` has the names before it with the number of their last entity."""
    wholes = longer.get(name)
    if not wholes:
        return name
    nearest = max((w for w in wholes if w in seen), key=lambda w: seen[w], default=wholes[0])
    return max([nearest, *longer.get(nearest, [])], key=lambda w: len(w.split()))


def _longer_names(counts: Counter[str], pack: LanguagePack) -> dict[str, list[str]]:
    """Of every person's name those of which it is a part, the most frequent first."""
    pieces = {name: tuple(WORD.findall(name.casefold())) for name in counts}
    by_word: dict[str, list[str]] = {}
    for name, words in pieces.items():
        for word in set(words):
            by_word.setdefault(word, []).append(name)
    found: dict[str, list[str]] = {}
    for name, words in pieces.items():
        near = by_word[words[-1]] if words else []
        wholes = [other for other in near if _is_part(words, pieces[other], pack)]
        if wholes:
            found[name] = sorted(wholes, key=lambda other: -counts[other])
    return found


def _has_initials(words: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """*J. A. Roos* for *Jaap Roos*: initials, the first of them that of a given name that is written out."""
    initials, given = words[:-1], parts[:-1]
    short = bool(initials and given) and all(len(word) == 1 for word in initials) and len(given[0]) > 1
    return short and words[-1] == parts[-1] and given[0][0] == initials[0]


def _is_part(words: tuple[str, ...], parts: tuple[str, ...], pack: LanguagePack) -> bool:
    if _has_initials(words, parts):
        return True
    if not words or len(parts) <= len(words) or parts[-1] in pack.people.generations:
        return False
    plain = [w for w in words if w not in pack.people.name_particles]
    if parts[-len(words) :] == words or parts[: len(words)] == words:
        return bool(plain)
    rest = [w for w in parts if w not in pack.people.name_particles]
    return plain == rest[-1:] or (len(plain) > 1 and plain[0] == parts[0] and plain[-1] == parts[-1])


def _is_acronym(short: str, long: str) -> bool:
    letters = [w[0].casefold() for w in WORD.findall(long)]
    return short.isupper() and bool(letters) and short[0].casefold() == letters[0]
