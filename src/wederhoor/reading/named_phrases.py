"""What a noun phrase is called: by the name in it, or joined to it, else by its own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.cast import describe, up_to_comma
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, child, children, has_child, is_plural, noun_phrase
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import names_time, noun_kind
from wederhoor.syntax.polarity import is_left_out


def name_in(text: Text, holder: int) -> str | None:
    """The name in the noun phrase: the head itself, or one joined to it (*minister Jansen*, *Jansen, de minister*)."""
    p = text.parse
    own = text.name_at(holder)
    if own:
        return _person_behind(text, holder) or _with_partner(text, holder, own)
    joined = _joined_to(text, holder)
    named = None if is_plural(p, holder) else _pair_at(text, holder) or _first_named(text, holder, joined)
    named = named or _of_the_trade(text, holder)
    if named is not None:
        return named
    if holder + 1 in joined and _is_unread_name(text, holder):
        return describe(p, holder + 1)
    return _at_the_end(text, holder) or (describe(p, holder) if p.upos[holder] == "PROPN" else None)


def _joined_to(text: Text, holder: int) -> list[int]:
    """The words that stand beside a noun as its name, or beside that."""
    p = text.parse
    joined = [c for c in p.children[holder] if _joins(p, holder, c)] + _twin(p, holder)
    return joined + [g for c in joined for g in p.children[c] if _joins(p, c, g) and not _is_portfolio(text, c, g)]


def _pair_at(text: Text, holder: int) -> str | None:
    """*The chain [Tosco] and the retailer [Gelling]*: both names of two who are told of as one subject."""
    p, other = text.parse, child(text.parse, holder, "conj")
    if other is None or is_left_out(p, other, text.pack):
        return None  # Visser, en niet Blok
    described = {w for c in p.subtree(holder) if p.deps[c] == RELATIVE for w in p.subtree(c)}
    between = (w for w in range(holder, p.subtree(other)[-1] + 1) if w not in described)
    if len({text.name_at(w) for w in between if text.type_at(w) in ("PER", "ORG")} - {None}) != 2:
        return None  # *Juf Alie, meester Sjoerd en conciërge Bauke*: a third
    return next((c.name for c in text.cast.at(holder) if c.pair), None)


def _twin(p: Parse, holder: int) -> list[int]:
    """*Autofabrikant [Fjord] meldt*, *said its secretary, [Omar Pell]*: a name behind a noun, each a subject to the parse."""
    other = holder + 1 + (holder + 1 < len(p) and p.words[holder + 1] == ",")
    beside = other < len(p) and p.heads[other] == p.heads[holder] and p.deps[other] == p.deps[holder]
    return [other] if beside and p.deps[other] in SUBJECT and p.entity_of[other] >= 0 else []


def _of_the_trade(text: Text, holder: int) -> str | None:
    """*the [Allied Press] news agency*: a body whose name stands before what kind of body it is."""
    p, trades, lemma = text.parse, text.pack.people.trades, text.parse.lemmas[holder].lower()
    if trades.isdisjoint(((lemma,), (p.lower[holder - 1], lemma))):
        return None
    before = (c for c in children(p, holder, "compound") if text.type_at(c) == "ORG")
    return next((name for c in before if (name := text.name_at(c))), None)


def _person_behind(text: Text, holder: int) -> str | None:
    """Who is meant where a parse makes a body, a role or a title the head of his name."""
    return _behind_title(text, holder) or _who_is_of(text, holder)


def _who_is_of(text: Text, holder: int) -> str | None:
    """*Apple CEO [Steve Jobs]*: the person whose name a parse runs together with that of a body."""
    p = text.parse
    if text.type_at(holder) != "ORG":
        return None
    beside = children(p, holder, "flat", "appos")
    person = next((c for b in beside for c in (b, *children(p, b, "flat", "appos")) if text.type_at(c) == "PER"), None)
    apart = person is None or any(p.upos[w] in ("PUNCT", "CCONJ", "ADP") for w in range(holder, person))
    return None if person is None or apart else text.name_at(person)


def _behind_title(text: Text, holder: int) -> str | None:
    """*Rutgers University scholar [Kim Dace]*, *a [Senator], Jo Tolle*: who stands behind a body and a role, or a title."""
    p, pack = text.parse, text.pack
    name = next(
        (c for c in p.children[holder] if c > holder and p.deps[c] == "appos" and text.type_at(c) == "PER"), None
    )
    if name is None:
        return None
    first = next(w for w in range(holder + 1, name + 1) if p.entity_of[w] == p.entity_of[name])
    own = [w for w in range(max(0, holder - 3), holder + 1) if p.entity_of[w] == p.entity_of[holder]]
    title = all(noun_kind(p.lower[w], pack) == "person" for w in own)
    scholar = text.type_at(holder) != "PER" and noun_kind(p.lemmas[first - 1].lower(), pack) == "person"
    return text.name_at(name) if title or scholar else None


def _first_named(text: Text, holder: int, joined: Sequence[int]) -> str | None:
    """Of the words joined to a noun the name of a person, else of a body, else of a place; *politie Meerdam* is not the town."""
    named = ((kind, c) for kind in ("PER", "ORG", "LOC") for c in joined if text.type_at(c) == kind)
    found = next(((kind, name) for kind, c in named if (name := text.name_at(c))), None)
    noun, pack = text.parse.lemmas[holder].lower(), text.pack
    place = head_in(noun, pack.names.place_nouns, pack.hooks)  # *gemeente*, *buurland*: the place is who acts
    # *het kabinet Den Uyl*
    led = found is not None and found[0] != "LOC" and head_in(noun, pack.people.led, pack.hooks)
    if led or (found is not None and found[0] == "LOC" and not place and noun_kind(noun, pack)):
        return describe(text.parse, holder)
    return None if found is None else found[1]


def _is_unread_name(text: Text, holder: int) -> bool:
    """*de ziener Pjotr*: a name that the reader of names does not know, next to what the person is."""
    p, name = text.parse, holder + 1
    written = p.upos[name] == "PROPN" and p.deps[name] in ("appos", "flat")
    return written and noun_kind(p.lemmas[holder].lower(), text.pack) == "person"


def _joins(p: Parse, head: int, word: int) -> bool:
    """Whether a word is in apposition to a noun: *minister [Jansen]*."""
    relation = p.deps[word] in ("appos", "flat") or (p.deps[word] == "nmod" and word == head + 1)
    return relation and not has_child(p, word, "case")


def _is_portfolio(text: Text, name: int, word: int) -> bool:
    """*minister Bakker van [Verkeer]*: whose he is, behind a name that is another's or none to the reader of names."""
    p = text.parse
    apart = p.entity_of[name] != p.entity_of[word] and word > name
    return apart and any(p.lower[w] in text.pack.closed.of for w in range(name + 1, word))


def _at_the_end(text: Text, holder: int) -> str | None:
    """*de minister van Binnenlandse Zaken [Jansen]*: a person's name that closes the phrase of a person, wherever it hangs."""
    p = text.parse
    if noun_kind(p.lemmas[holder].lower(), text.pack) != "person" or is_plural(p, holder):
        return None
    words = up_to_comma(p, holder)
    number = p.entity_of[words[-1]]
    first = next((w for w in words if p.entity_of[w] == number), holder)
    if number < 0 or first <= holder or p.entities[number].type != "PER" or p.upos[first - 1] == "ADP":
        return None
    if first - 1 > holder and noun_kind(p.lemmas[first - 1].lower(), text.pack) == "person":
        return None  # *a niece of Crane's rival [Marsh]*
    return text.cast.names[number]


def _with_partner(text: Text, holder: int, name: str) -> str:
    """*Kees en Ria Monster*: two who speak as one keep both names."""
    p = text.parse
    if not has_child(p, holder, "conj"):
        return name
    pair = _pair_at(text, holder)
    number, phrase = p.entity_of[holder], describe(p, holder)
    if pair is not None and len(phrase.split()) == len(name.split()):
        return pair  # *Kolm, a mill, and Hale*: the phrase ends before the other
    written = p.text[slice(*p.entities[number].span)]
    return phrase.replace(written, name, 1)


def tells_when(text: Text, word: int) -> bool:
    """*volgens het bedrijf [vóór 1 mei]*: a preposition before a time, which is no part of who says it."""
    p = text.parse
    return p.upos[word] == "ADP" and p.heads[word] > word and names_time(p, p.heads[word], text.pack)


def phrase_called(text: Text, holder: int, cue: Collection[int]) -> str:
    """The phrase without whom it speaks to, or in what: *schrijft de directie [aan de raad]*."""
    p, pack = text.parse, text.pack
    words = noun_phrase(p, holder)
    person = noun_kind(p.lemmas[holder].lower(), pack) == "person"  # *hoogleraar aan de universiteit*
    to = pack.closed.towards | (frozenset() if person else pack.closed.to)
    after = [w for w in words if w > holder > p.heads[holder] and p.upos[w] == "ADP"]
    apart = {w for w in words if w > holder and tells_when(text, w)}
    where = "" if noun_kind(p.lemmas[holder].lower(), pack) == "text" else "text"  # *een bericht op de site*
    apart |= {w for w in after if p.lower[w] in to or noun_kind(p.lemmas[p.heads[w]].lower(), pack) == where}
    return describe(p, holder, {*cue, *apart})
