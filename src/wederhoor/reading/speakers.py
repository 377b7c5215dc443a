"""Who a source is: the fullest name that the document gives for a name in part, a role, a pronoun or a possessive."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.antecedents import antecedent, one_of_unknown_sex
from wederhoor.reading.cast import Candidate, describe, prominence
from wederhoor.reading.named_beside import named_beside
from wederhoor.reading.named_phrases import name_in, phrase_called
from wederhoor.reading.own_texts import is_own_text, maker_of, taken_up, whose_text
from wederhoor.reading.pronoun_forms import forms_alike, means_many, number_and_kinds, tells_of_somebody
from wederhoor.reading.role_bearers import bearer_of_role, bearer_of_title
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, children, is_plural, noun_phrase

SURE = 2.0
"""The score of an antecedent from which its pronoun tells its gender."""


def resolve(
    text: Text, holder: int, recent: Sequence[str], quoting: str | None = None, cue: Collection[int] = ()
) -> str:
    """The name of the noun or pronoun ``holder``, or its noun phrase where the document names nobody for it.

    ``recent`` has the speakers before it in the text, the last one last; ``quoting`` is the speaker in whose direct speech it
    stands: *I* there is that speaker, and a third person is somebody else. The words of the ``cue`` are no part of a name.
    """
    p, pack = text.parse, text.pack
    word = p.lower[holder]
    last_named = word in pack.closed.demonstratives and p.entity_of[holder] < 0
    named = None if last_named else _named(text, holder)
    if named:
        return named
    if word in pack.closed.first_person and quoting:
        return quoting
    if last_named or (p.upos[holder] in ("PRON", "DET") and word not in pack.people.indefinite):
        return _meant(text, holder, recent, quoting) or describe(p, holder)
    owner = _owner(text, holder, recent, quoting)
    if owner:
        return owner if is_own_text(text, holder) else _owned(text, holder, owner)
    known = (
        _maker(text, holder, recent, quoting) or bearer_of_role(text, holder, recent, quoting) or taken_up(text, holder)
    )
    return known or phrase_called(text, holder, cue)


def _named(text: Text, holder: int) -> str | None:
    """The name of a noun by a title in capitals or in its phrase."""
    return bearer_of_title(text, holder) or name_in(text, holder)


def _maker(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> str | None:
    """*A statement by [Harry Tork]*, *by [the minister]*, *from [her]*: who is meant by the one told to have made a text."""
    named, maker = whose_text(text, holder), maker_of(text, holder)
    if named is not None or maker is None:
        return named
    pronoun = text.parse.upos[maker] == "PRON"
    return _meant(text, maker, recent, quoting) if pronoun else bearer_of_role(text, maker, recent, quoting)


def _meant(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> str | None:
    """Whom a pronoun means, by the rules one after the other."""
    if _is_anybody(text, holder):
        return None
    meant = _stranger_before(text, holder, recent) or _pronoun(text, holder, recent, quoting)
    return meant or _main_person(text, holder, quoting) or one_of_unknown_sex(text, holder)


def _is_anybody(text: Text, holder: int) -> bool:
    """*voor [hen] die meer willen weten*: a pronoun of which a relative clause right behind it tells who is meant."""
    p, third = text.parse, text.pack.closed.he | text.pack.closed.she | text.pack.closed.they
    if p.lower[holder] not in third or p.upos[holder] != "PRON":
        return False
    opened = p.lower[holder + 1] in text.pack.closed.relative if holder + 1 < len(p) else False
    return opened and any(p.subtree(c)[0] == holder + 1 for c in children(p, holder, RELATIVE))


def _stranger_before(text: Text, holder: int, recent: Sequence[str]) -> str | None:
    """*[Marsh] rejected that. “It is new,” she said*: who spoke last, by a word that no list has for a name."""
    p, closed = text.parse, text.pack.closed
    if not recent or p.lower[holder] not in closed.he | (closed.she - closed.they) or text.quoted[holder]:
        return None
    first = p.sentences[max(0, p.sentence_of[holder] - 1)][0]
    subjects = (w for w in range(first, holder) if p.deps[w] in SUBJECT and p.upos[w] == "PROPN")
    return next((recent[-1] for w in subjects if p.entity_of[w] < 0 and p.words[w] == recent[-1]), None)


def _main_person(text: Text, holder: int, quoting: str | None) -> str | None:
    """For a *he* or *she* whom nobody near fits: the person whom the text is about."""
    p, closed = text.parse, text.pack.closed
    word = p.lower[holder]
    if word not in closed.he | closed.she or (word in closed.they and means_many(p, holder)):
        return None
    name = text.cast.protagonist(holder)
    if name in named_beside(text, holder):
        return None
    wrong = text.cast.men if word in closed.she else text.cast.women
    return name if name != quoting and name not in wrong else None


def _pronoun(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> str | None:
    """The antecedent of a third person, a demonstrative or a possessive; looked up once for each."""
    if holder not in text.cast.resolved:
        text.cast.resolved[holder] = None
        name, score = _pronoun_before(text, holder, recent, quoting)
        found, told, better = _antecedent(text, holder, recent, quoting)
        if found is not None and better > score and not _is_far(text, holder, found.word):
            name = told
            _learn(text, holder, found.name, better)
        text.cast.resolved[holder] = name
    return text.cast.resolved[holder]


def _antecedent(
    text: Text, holder: int, recent: Sequence[str], quoting: str | None
) -> tuple[Candidate | None, str | None, float]:
    """The noun phrase that a pronoun most likely means, who that is, and its score: no *he* for a minister who is a woman."""
    word, closed, cast = text.parse.lower[holder], text.pack.closed, text.cast
    he, she = word in closed.he, word in closed.she - closed.they
    wrong = cast.women if he else cast.men if she else frozenset[str]()
    left = list(cast.before(holder))
    while True:
        found, score = antecedent(text, holder, left, recent, quoting)
        if found is None:
            return None, None, score
        titled = bearer_of_title(text, found.word)
        told = titled or found.name or _told(text, found.word, recent, quoting)
        if told not in wrong:
            return found, told, score
        left.remove(found)


def _is_far(text: Text, holder: int, word: int) -> bool:
    """Whether those that a quoted *they* would mean stand in another paragraph, and not in the sentence before either."""
    p, closed = text.parse, text.pack.closed
    many = text.quoted[holder] and p.lower[holder] in closed.they and means_many(p, holder)
    apart = p.paragraph_of(word) != p.paragraph_of(holder) and p.sentence_of[holder] - p.sentence_of[word] > 1
    return many and apart


def _learn(text: Text, holder: int, name: str | None, score: float) -> None:
    """A person's gender from a pronoun that surely means him or her."""
    word, closed = text.parse.lower[holder], text.pack.closed
    if name is None or score < SURE or name in text.cast.men | text.cast.women:
        return
    if word in closed.he:
        text.cast.men.add(name)
    elif word in closed.she and word not in closed.they:
        text.cast.women.add(name)


def _told(text: Text, word: int, recent: Sequence[str], quoting: str | None) -> str:
    """Somebody without a name there: who has that role, whose he is (*the wife of Jansen* for *mijn vrouw*), or the phrase."""
    named = name_in(text, word)
    if named:
        return named
    inside = quoting if text.quoted[word] else None
    owner = _owner(text, word, recent, inside)
    if owner:
        return _owned(text, word, owner)
    return bearer_of_role(text, word, recent, inside) or describe(text.parse, word)


def _pronoun_before(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> tuple[str | None, float]:
    """The nearest like pronoun before this one, outside of quotations, with whom it means and its score."""
    p = text.parse
    word = p.lower[holder]
    plural, _ = number_and_kinds(text, holder)
    if plural:
        return _many_before(text, holder, recent, quoting)
    forms = forms_alike(text, word)
    if not forms or text.quoted[holder]:
        return None, float("-inf")
    for other in range(holder - 1, max(-1, holder - 80), -1):
        distance = p.sentence_of[holder] - p.sentence_of[other]
        if distance > 3:
            break
        if p.lower[other] in forms and tells_of_somebody(text, other):
            name = _pronoun(text, other, recent, quoting)
            if name and name != quoting and name not in named_beside(text, holder):
                return name, 1.2 * prominence(p, other) + 0.4 + 1.3 * bool(recent and recent[-1] == name) - distance
    return None, float("-inf")


def _many_before(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> tuple[str | None, float]:
    """*Ze willen groepen. [Ze] willen rust*: the same plural as subject of the sentence before means the same ones, or nobody."""
    p, they = text.parse, text.pack.closed.they
    before = (
        range(*p.sentences[p.sentence_of[holder] - 1]) if p.deps[holder] in SUBJECT and p.sentence_of[holder] else ()
    )
    many = (w for w in before if p.lower[w] in they and p.deps[w] in SUBJECT and means_many(p, w))
    alike = (w for w in many if prominence(p, w) == 1.0 and text.quoted[w] == text.quoted[holder])
    other = next(alike, None)
    return (None, float("-inf")) if other is None else (_pronoun(text, other, recent, quoting), SURE)


def _owner(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> str | None:
    """Whose the source is: *haar woordvoerder*, *mijn vrouw* in somebody's direct speech."""
    p, closed = text.parse, text.pack.closed
    possessive = next((c for c in children(p, holder, "nmod:poss") if p.upos[c] in ("PRON", "DET")), None)
    if possessive is None:
        return None
    if p.lower[possessive] in closed.first_person:
        return quoting
    return _pronoun(text, possessive, recent, quoting) or _main_person(text, possessive, quoting)


def _owned(text: Text, holder: int, owner: str) -> str:
    p = text.parse
    words = [w for w in noun_phrase(p, holder) if p.deps[w] != "nmod:poss" and w <= holder] or [holder]
    noun = p.text[p.starts[words[0]] : p.ends[words[-1]]]
    pattern = (
        text.pack.about.possession_neuter
        if "Gender=Neut" in p.feats[holder] and not is_plural(p, holder)
        else text.pack.about.possession
    )
    return pattern.format(noun=noun, owner=owner)
