"""Who appears in a document: names joined to their fullest form, their roles, and the noun phrases that mean somebody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.bearers import bearing_of
from wederhoor.reading.cast import Candidate, Cast, heads_a_phrase, is_marked_source, prominence
from wederhoor.reading.full_names import fullest
from wederhoor.reading.portfolios import portfolio_mark
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse, path_up
from wederhoor.syntax.clauses import child, children, has_child, is_plural
from wederhoor.syntax.nouns import brings_in, counted_in, noun_kind
from wederhoor.syntax.polarity import is_none

PERSONAL = ("person",)
BODILY = ("organisation", "group", "text")
"""Kinds of nouns that are roles of people, and of bodies."""
FARTHEST_ROLE = 15
"""Words from a name to a noun that tells its role, at most."""
PRINTERS_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\s?(?=[a-zà-ÿ])")
"""A hyphen that breaking a line may have left inside a name: Ge-rard."""


def read_cast(text: Text) -> Cast:
    """Gather the names, join parts of a name to its fullest form, and note roles, genders and noun phrases."""
    p, known, quoted = text.parse, text.pack.names, text.quoted
    written = {*p.words, *known.given_women, *known.given_men, *known.people, *known.places}
    names = [_without_printers_hyphen(p.text[slice(*e.span)], written) for e in p.entities]
    cast = Cast(fullest(text, names))
    seen: set[int] = set()
    for word in range(len(p)):
        number = p.entity_of[word]
        if number >= 0 and number not in seen and p.entities[number].type != "MISC":
            seen.add(number)
            if portfolio_mark(text, word):
                continue
            head = _head(p, word)
            kind = "person" if p.entities[number].type == "PER" else "organisation"
            place = p.entities[number].type == "LOC"
            named = _candidate(p, head, cast.names[number], kind, quoted, place=place)
            top = _top_of_name(text, word)
            many = named.plural and is_plural(p, top)  # *the Emergencies [Ministry]* is one
            cast.candidates.append(replace(named, subject=prominence(p, _head(p, top)), plural=many))
            _note_roles(cast, text, word, head)
        elif number < 0 and (nameless := _kind_without_name(text, word)):
            cast.candidates.append(_candidate(p, word, None, nameless, quoted))
    cast.candidates.sort(key=lambda c: c.word)
    cast.persons = frozenset(c.name for c in cast.candidates if c.name and c.kind == "person")
    cast.leaders = _leaders(cast.candidates)
    cast.candidates += _pairs(text, cast.names)
    cast.candidates.sort(key=lambda c: c.word)
    _note_sexes(cast, text.pack)
    return cast


def _pairs(text: Text, names: Sequence[str]) -> Iterator[Candidate]:
    """*Jansen en De Wit*: two with a name, or more, whom a later *they* means together."""
    p = text.parse
    for word, form in enumerate(p.lower):
        second = p.heads[word]
        first = p.heads[second]
        if form not in text.pack.closed.conjunctions or p.deps[second] != "conj" or not first < word < second:
            continue
        one, other = (_named_under(p, w) for w in (first, second))
        if (
            one is None
            or other is None
            or one == other
            or any(portfolio_mark(text, w) for w in range(first, second + 1))
        ):
            continue  # minister Kamp van Zorg en Sport is one
        place = p.entities[one].type == p.entities[other].type == "LOC"
        listed = len(children(p, first, "conj")) > 1
        between = p.text[p.entities[one].span[0] : p.entities[other].span[1]]
        name = " ".join(between.split()) if listed else f"{names[one]} {p.words[word]} {names[other]}"
        above, quoted = prominence(p, first), text.quoted[first]
        yield Candidate(first, name, "person", plural=True, subject=above, quoted=quoted, place=place, pair=True)


def _named_under(p: Parse, head: int) -> int | None:
    """The number of the name at the head of a phrase, or in apposition to it: *burgemeester [Jansen]*, *the chain [Gelling]*."""
    beside = (c for c in children(p, head, "nmod") if c > head and not has_child(p, c, "case"))
    for word in (head, *children(p, head, "appos", "flat"), *beside):
        number = p.entity_of[word]
        if number >= 0 and p.entities[number].type != "MISC":
            return number
    return None


def _kind_without_name(text: Text, word: int) -> str | None:
    """What a noun phrase without a name means, None where it is nobody, or the name beside it is the candidate."""
    p, pack = text.parse, text.pack
    if brings_in(p, word, pack):
        return "person"
    heads = heads_a_phrase(p, word) or is_marked_source(p, word)
    if not heads or _named_by_part(p, word) or is_none(p, word, pack):
        return None
    if counted_in(p, word, pack) is not None:
        return "group"
    return noun_kind(p.lemmas[word].lower(), pack) or noun_kind(p.lower[word], pack)


def _note_sexes(cast: Cast, pack: LanguagePack) -> None:
    """Who is a woman and who a man by the first name."""
    known = pack.names
    for name in dict.fromkeys([*cast.bearings, *cast.names]):
        first, *rest = _untitled(name, pack) or [""]
        if not rest and (name in known.people or cast.roles(name)):
            continue  # a family name: *oppositieleider Sharon*
        if first in known.given_women and first not in known.given_men:
            cast.women.add(name)
        elif first in known.given_men and first not in known.given_women:
            cast.men.add(name)


def _untitled(name: str, pack: LanguagePack) -> list[str]:
    """The words of a name behind the last title among them: *[Coast Guard Captain] Monica Rochester*."""
    words = name.split()
    titles = [n for n, word in enumerate(words[:-2], 1) if noun_kind(word.casefold(), pack) == "person"]
    return words[titles[-1] :] if titles else words


def _without_printers_hyphen(name: str, written: Collection[str]) -> str:
    """*Ge-rard Bos* where the text or the lexicon has *Gerard*; any other hyphen is the name's own."""
    words = [(word, PRINTERS_HYPHEN.sub("", word)) for word in re.split(r"(?<!-) ", name)]
    return " ".join(whole if whole in written else word for word, whole in words)


def _leaders(candidates: Sequence[Candidate]) -> list[tuple[int, str]]:
    counts: Counter[str] = Counter()
    leaders: list[tuple[int, str]] = []
    for candidate in candidates:
        if candidate.name and candidate.kind == "person":
            counts[candidate.name] += 1
            leader = leaders[-1][1] if leaders else None
            if leader != candidate.name and counts[candidate.name] > counts[leader or ""]:
                leaders.append((candidate.word, candidate.name))
    return leaders


def _candidate(
    p: Parse, word: int, name: str | None, kind: str, quoted: Sequence[bool], *, place: bool = False
) -> Candidate:
    plural = kind == "group" or is_plural(p, word)
    return Candidate(word, name, kind, plural, prominence(p, word), quoted[word], place)


def _head(p: Parse, word: int) -> int:
    """The head of the noun phrase whose name begins at ``word``: *president* in *president Jansen*."""
    here = word
    for _ in range(4):
        if p.deps[here] not in ("flat", "appos") or p.heads[here] == here or p.heads[here] < here - 12:
            return here
        here = p.heads[here]
    return here


def _top_of_name(text: Text, word: int) -> int:
    """The word of a name that the others hang on: in English the last (*United [Nations]*), of a person the first."""
    p = text.parse
    if not text.pack.grammar.subject_first or p.deps[word] not in ("compound", "amod", "det", "nmod:desc", "nummod"):
        return word
    return next(
        (w for w in path_up(word, p.heads) if p.entity_of[p.heads[w]] != p.entity_of[word] or p.heads[w] == w), word
    )


def _named_by_part(p: Parse, word: int) -> bool:
    """Whether a noun's own phrase has the name, or stands behind it in apposition; the name then is the candidate."""
    above = p.entity_of[p.heads[word]]
    if p.deps[word] == "appos" and above >= 0 and p.entities[above].type in ("PER", "ORG"):
        return True
    named = [c for c in children(p, word, "appos", "flat") if p.entity_of[c] >= 0]  # but *the authors, John and Petrov*
    return not is_plural(p, word) and any(p.entities[p.entity_of[c]].type in ("PER", "ORG") for c in named)


def _note_roles(cast: Cast, text: Text, word: int, head: int) -> None:
    """*minister Jansen*, *Jansen, de minister van X*, *staalconcern Corex*: the nouns that the text joins to a name."""
    p = text.parse
    number = p.entity_of[word]
    name = cast.names[number]
    kinds = PERSONAL if p.entities[number].type == "PER" else BODILY
    last = max(w for w in range(word, min(word + 8, len(p))) if p.entity_of[w] == number)
    around = {head, word - 1, p.heads[word], *p.children[head], *p.children[word], *p.children[last]}
    for other in sorted(w for w in around if 0 <= w < len(p) and _may_tell_role(p, w, word)):
        lemma = p.lemmas[other].lower()
        told = _is_joined(p, word, head, other) or _is_said_to_be(text, head, other)
        if told and noun_kind(lemma, text.pack) in kinds:
            known, bearing = cast.bearings.setdefault(name, []), bearing_of(text, other, word)
            if bearing not in known:  # once, however often a long text tells it
                known.append(bearing)
            _note_sex(cast, name, lemma, text.pack)


def _is_said_to_be(text: Text, head: int, role: int) -> bool:
    """*Orde is the [mayor]*: what the author tells of somebody now; not that he was it, is not, or would be."""
    p, copula = text.parse, child(text.parse, role, "cop")
    if p.deps[head] != "nsubj" or p.heads[head] != role or copula is None or "Tense=Pres" not in p.feats[copula]:
        return False
    return not (text.quoted[role] or has_child(p, role, "advmod", "mark", "aux") or is_none(p, role, text.pack))


def _is_joined(p: Parse, word: int, head: int, role: int) -> bool:
    """Whether a noun stands in one phrase with a name that begins at ``word``, and with no other."""
    joined = role == word - 1 or p.deps[role] in ("appos", "flat") or role == head != word
    return joined and not _is_of_another_name(p, role, word)


def _is_of_another_name(p: Parse, role: int, word: int) -> bool:
    """*[Wethouder] Drost en ontwikkelaar Balk*: another name stands between a role and a name, and an *and*."""
    between = range(role + 1, word)
    named = any(p.entity_of[w] not in (-1, p.entity_of[word]) for w in between)
    return named and any(p.upos[w] == "CCONJ" for w in between)


def _may_tell_role(p: Parse, other: int, word: int) -> bool:
    near = abs(other - word) <= FARTHEST_ROLE and p.entity_of[other] != p.entity_of[word]
    return near and p.upos[other] in ("NOUN", "PROPN", "ADJ")


def _note_sex(cast: Cast, name: str, role: str, pack: LanguagePack) -> None:
    if role in pack.people.women:
        cast.women.add(name)
    elif role in pack.people.men:
        cast.men.add(name)
