"""Who a source is: the fullest name that the document gives for a name in part, a role, a pronoun or a possessive."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from wederhoor.reading.antecedents import (
    REACH,
    antecedent,
    forms_alike,
    means_many,
    named_beside,
    number_and_kinds,
    one_of_unknown_sex,
    tells_of_somebody,
)
from wederhoor.reading.bearers import bearing_of, is_member, may_bear, wrong_role_gender
from wederhoor.reading.cast import Bearing, Candidate, describe, prominence
from wederhoor.reading.named_phrases import name_in, phrase_called
from wederhoor.reading.own_nouns import is_brought_in_behind, named_by_noun
from wederhoor.reading.own_texts import is_own_text, maker_of, taken_up, whose_text
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, children, has_child, is_plural, noun_phrase
from wederhoor.syntax.nouns import names_publisher, names_somebody, noun_kind

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
    known = _maker(text, holder, recent, quoting) or _role(text, holder, recent, quoting) or taken_up(text, holder)
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
    return _meant(text, maker, recent, quoting) if pronoun else _role(text, maker, recent, quoting)


def bearer_of_title(text: Text, holder: int) -> str | None:
    """*[The Queen] said*, *[the Prime Minister]*: who has the role that stands in capitals behind an article, by the text."""
    p = text.parse
    capital = p.upos[holder] == "PROPN" and noun_kind(p.lower[holder], text.pack) == "person"
    alone = p.entity_of[holder] < 0 or sum(n == p.entity_of[holder] for n in p.entity_of[holder - 1 : holder + 2]) == 1
    if not (capital and alone) or has_child(p, holder, "flat", "appos", "conj", "nmod:poss"):
        return None
    kind = _kind_of_role(text, holder)
    near = _named_before(text, holder, kind, None) if kind else []
    own = replace(bearing_of(text, holder), role=p.lower[holder])
    given = {found for _, name in near if (found := _given_role(text, own, [name]))}
    other = len(given) != 1 or any(is_brought_in_behind(text, holder, name) for name in given)
    return None if other else given.pop()


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
    return _role(text, word, recent, inside) or describe(text.parse, word)


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


def _is_of_another(text: Text, lemma: str, *, unknown: bool) -> bool:
    """*officier Vos ... de vrouw*: who has a role is not referred to by her sex."""
    return not unknown and lemma in text.pack.people.sexes


def _role(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> str | None:
    """*de oppositieleider*, *het bedrijf*: the one to whom the text gave that role, else a fitting one just named."""
    kind = _kind_of_role(text, holder)
    if kind is None:
        return None
    near = _named_before(text, holder, kind, quoting)
    own = bearing_of(text, holder)
    given = _given_role(text, own, [name for _, name in near])
    given = given or named_by_noun(text, holder, own, near)
    if given is not None:
        return None if is_brought_in_behind(text, holder, given) else given
    alone = not (own.kind or own.of or own.described or has_child(text.parse, holder, "conj"))
    return _just_named(text, holder, kind, near, recent) if alone else None


def _named_before(text: Text, holder: int, kind: str, quoting: str | None) -> list[tuple[int, str]]:
    """Where those of a kind are named before, with their names: neither a place nor two at once, nor the one who quotes."""
    named = (c for c in text.cast.before(holder) if not (c.place or c.pair) and c.kind == _named_kind(kind))
    return [(c.word, c.name) for c in named if c.name and c.name != quoting]


def _just_named(
    text: Text, holder: int, kind: str, near: Sequence[tuple[int, str]], recent: Sequence[str]
) -> str | None:
    """The nearest of whom no other role is told, where the noun fits anybody: who spoke last, a body that spoke or did something.

    Of bodies also the only one named near.
    """
    p, lemma = text.parse, text.parse.lemmas[holder].lower()
    if not (is_member(text, holder) or lemma in text.pack.people.general) or _is_known(text, holder):
        return None
    close = [(w, name) for w, name in near if p.sentence_of[holder] - p.sentence_of[w] <= REACH]
    if not close or not _stands_out(p, kind, close, recent):
        return None
    _, name = close[0]
    other = _is_of_another(text, lemma, unknown=not text.cast.roles(name))
    return None if other or wrong_role_gender(text, name, lemma) else name


def _is_known(text: Text, holder: int) -> bool:
    """*The association*, where the text told of *the village association* before: that one, and no body that it names.

    So is *the union* behind *pilots' union secretary Tom Hale*: it is his.
    """
    p, lemma = text.parse, text.parse.lemmas[holder].lower()
    of_another = (w for w in range(holder) if p.lemmas[w].lower() == lemma and p.deps[w] in ("compound", "nmod:poss"))
    if any(names_somebody(p, p.heads[w], text.pack) for w in of_another):
        return True
    before = (c.word for c in text.cast.before(holder) if c.name is None and p.lemmas[c.word].lower() == lemma)
    told = [w for w in before if has_child(p, w, "compound", "amod", "nmod")]
    return any(not has_child(p, w, "appos", "flat") and p.entity_of[p.heads[w]] < 0 for w in told)


def _stands_out(p: Parse, kind: str, close: Sequence[tuple[int, str]], recent: Sequence[str]) -> bool:
    """Whether the first of those named near spoke last, or is a body that is named alone, or spoke or did something."""
    word, name = close[0]
    if kind == "person" or recent[-1:] == [name]:
        return recent[-1:] == [name]
    return len({other for _, other in close}) == 1 or name in recent or prominence(p, word) > 0


def _kind_of_role(text: Text, holder: int) -> str | None:
    """What a noun with a definite article that means one is a role of; None for any other."""
    p, pack = text.parse, text.pack
    determiner = next((p.lower[c] for c in children(p, holder, "det")), "")
    if determiner not in pack.closed.definite or is_plural(p, holder) or names_publisher(p, holder, pack):
        return None
    if is_member(text, holder):
        return "person"
    return noun_kind(p.lemmas[holder].lower(), pack) or noun_kind(p.lower[holder], pack)


def _given_role(text: Text, own: Bearing, names: Sequence[str]) -> str | None:
    """The nearest to whom the text gave that role, else one like it, else one that it refers back to."""
    kin = text.pack.takes_up.get(own.role, frozenset())
    same = partial(may_bear, text, own)

    def by_name(fits: Callable[[list[Bearing]], bool]) -> str | None:
        return next((name for name in names if fits(text.cast.bearings.get(name, []))), None)

    return (
        by_name(lambda known: same([one for one in known if one.role == own.role]))
        or by_name(same)
        or by_name(lambda known: same([one for one in known if one.role in kin], any_role=True))
    )


def _named_kind(kind: str) -> str:
    return "person" if kind == "person" else "organisation"
