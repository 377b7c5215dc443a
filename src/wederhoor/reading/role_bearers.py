"""Who is meant by a noun for a role: *the minister*, *the company*, *the Queen*; the one to whom the text gave it, or fitting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from wederhoor.reading.antecedents import REACH
from wederhoor.reading.bearers import bearing_of, is_member, may_bear, wrong_role_gender
from wederhoor.reading.cast import Bearing, prominence
from wederhoor.reading.own_nouns import is_brought_in_behind, named_by_noun
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children, has_child, is_plural
from wederhoor.syntax.nouns import names_publisher, names_somebody, noun_kind


def bearer_of_role(text: Text, holder: int, recent: Sequence[str], quoting: str | None) -> str | None:
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


def _is_of_another(text: Text, lemma: str, *, unknown: bool) -> bool:
    """*officier Vos ... de vrouw*: who has a role is not referred to by her sex."""
    return not unknown and lemma in text.pack.people.sexes


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
