"""Whom a noun means: the one who has that role, the body of that sort, the same as before; or somebody new."""

from __future__ import annotations

from collections.abc import Container
from functools import partial
from math import log2

from wederhoor.reading.actors.figures import Figure
from wederhoor.reading.actors.phrases import determiner, qualities
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.attributions.clauses import child, is_plural, noun_kind
from wederhoor.reading.cast import Cast, heads_a_phrase
from wederhoor.reading.speakers import REACH, is_member, like_role, wrong_role_gender
from wederhoor.records import ActorKind, Sector

LOOK_BACK = 12
"""Figures called by one noun of which the last are compared."""
OFTEN = 0.5
"""What every doubling of a body's mentions adds to its likelihood."""
ANCHORED = ("acl:relcl", "nmod", "acl", "amod", "appos", "conj")
"""What ties a noun to something else than what was named before."""


def sort_of(stage: Stage, word: int) -> ActorKind | None:
    """What a noun names, None where it is nobody: a person, a body, a state, several."""
    cast = stage.cast
    p, words = cast.parse, stage.lexicon.words
    number = p.entity_of[word]
    if number >= 0:
        return _sort_of_name(stage, word)
    if not heads_a_phrase(p, word):
        return None
    lemma = p.lemmas[word].lower()
    kind = noun_kind(lemma, cast.pack) or noun_kind(p.lower[word], cast.pack)
    if is_plural(p, word):
        return "group" if kind and (kind != "text" or lemma in words.bodies) else None
    if lemma in words.states:
        return "state"
    if kind == "person":
        return "person"
    if kind is None and lemma not in words.towns:
        return None
    if kind == "organisation" or tail(lemma, words.bodies) or lemma in words.towns:
        return "organisation"
    return "group" if kind == "group" else None


def _sort_of_name(stage: Stage, word: int) -> ActorKind | None:
    """*VVD'er*, *Kamerlid*, *Kazachen*: names of kinds of people, and not of somebody."""
    p = stage.cast.parse
    number = p.entity_of[word]
    alone = stage.titles.ends[number] - stage.titles.starts[number] == 1
    if p.entities[number].type != "MISC" or not alone or p.deps[word] in ("amod", "det", "advmod"):
        return None
    if "people" in stage.countries.senses(p.words[word]) or is_member(stage.cast, word):
        return "group" if is_plural(p, word) or p.words[word].endswith(("en", "s")) else "person"
    if p.upos[word] == "NOUN" and is_plural(p, word) and "-" not in p.words[word]:
        return "group"
    kind = noun_kind(p.lower[word], stage.cast.pack)
    if kind == "person":
        return "group" if is_plural(p, word) else "person"
    plural = noun_kind(p.lemmas[word].lower(), stage.cast.pack)
    return "group" if plural in ("person", "group") else None


def tail(lemma: str, nouns: Container[str]) -> str | None:
    """The noun of a list that a noun is, or that its compound ends in."""
    for cut in range(len(lemma) - 3):
        if lemma[cut:] in nouns:
            return lemma[cut:]
    return None


def sector_of(stage: Stage, lemma: str) -> Sector | None:
    """The sector that a noun tells, by the longest last part of it that is known."""
    found = tail(lemma, stage.lexicon.sector_of)
    return stage.lexicon.sector_of[found] if found else None


def resolve_noun(stage: Stage, word: int, sort: ActorKind) -> Figure | None:
    """The figure that a noun means, a new one where it means none before; None where it only says what somebody is."""
    p, ensemble = stage.cast.parse, stage.ensemble
    number = stage.titles.apposed.get(word)
    if number is not None:
        return stage.figure_of(number)
    named = stage.figure_named(stage.speaker_at(word))
    if named is not None:
        return named
    if _only_says_what(stage, word):
        return None
    before = _owned(stage, word) if _possessive(stage, word) is not None else _taken_up(stage, word, sort)
    if before is not None:
        return before
    figure = Figure(sort, plural=sort == "group" and is_plural(p, word), owner=owner_of(stage, word))
    figure.sector = sector_of(stage, p.lemmas[word].lower())
    return ensemble.open(figure)


def _only_says_what(stage: Stage, word: int) -> bool:
    """*Zij is de leider*, *als leider*: a predicate."""
    p = stage.cast.parse
    marks = stage.cast.pack.grammar.role_marks
    return child(p, word, "cop") is not None or any(
        p.lower[c] in marks for c in p.children[word] if p.deps[c] in ("case", "mark")
    )


def _possessive(stage: Stage, word: int) -> int | None:
    p = stage.cast.parse
    found = determiner(p, word)
    return found if found is not None and p.deps[found] == "nmod:poss" and "Poss=Yes" in p.feats[found] else None


def owner_of(stage: Stage, word: int) -> Figure | None:
    """Whose somebody is, by a possessive."""
    possessive = _possessive(stage, word)
    return stage.ensemble.at.get(possessive) if possessive is not None else None


def _owned(stage: Stage, word: int) -> Figure | None:
    """*zijn vrouw*, *ons land*: the one of that sort who belongs to the same."""
    p = stage.cast.parse
    lemma, owner = p.lemmas[word].lower(), owner_of(stage, word)
    for figure in reversed(stage.ensemble.by_noun.get(lemma, [])[-LOOK_BACK:]):
        if figure.owner is owner and owner is not None:
            return figure
    if lemma in stage.lexicon.words.states:
        return _last_state(stage, word)
    return None


def _taken_up(stage: Stage, word: int, sort: ActorKind) -> Figure | None:
    """The one before whom a noun with an article takes up again."""
    p, people = stage.cast.parse, stage.cast.pack.people
    article = determiner(p, word)
    form = p.lower[article] if article is not None else ""
    many = is_plural(p, word)
    plain = not form and (many or sort == "organisation")
    if form not in people.definite and form not in stage.lexicon.words.certain and not plain:
        return None
    if form in people.definite and not many and sort in ("organisation", "group"):
        return _body(stage, word)
    same = _same_noun(stage, word, form)
    if same is not None or not form:
        return same
    if many:
        return _pair(stage, word)
    return _last_state(stage, word) if sort == "state" else _in_role(stage, word)


def _same_noun(stage: Stage, word: int, form: str) -> Figure | None:
    """The last one called by the same noun, with nothing that tells the two apart; without an article nothing may be added."""
    p = stage.cast.parse
    lemma, own = p.lemmas[word].lower(), qualities(p, word)
    for figure in reversed(stage.ensemble.by_noun.get(lemma, [])[-LOOK_BACK:]):
        first = figure.nouns[lemma]
        if is_plural(p, first) != is_plural(p, word):
            continue
        if own == qualities(p, first) or (not own and form in stage.cast.pack.people.definite):
            before = determiner(p, first)
            some = form in stage.lexicon.words.certain
            if not some or (before is not None and p.lower[before] == form):
                return figure
    return None


def _last_state(stage: Stage, word: int) -> Figure | None:
    """*het land*: the state that was named last."""
    p = stage.cast.parse
    if any(p.deps[c] == "amod" and stage.countries.of(p.words[c]) for c in p.children[word]):
        return None
    for candidate in stage.ensemble.before(word):
        figure = stage.ensemble.at[candidate.word]
        if p.sentence_of[word] - p.sentence_of[candidate.word] > REACH:
            return None
        if figure.kind == "state" and figure.key:
            return figure
    return None


def _pair(stage: Stage, word: int) -> Figure | None:
    """*de spelers* for *de poppenspelers Jansen en De Wit*."""
    lemma = stage.cast.parse.lemmas[word].lower()
    for candidate in stage.ensemble.before(word):
        figure = stage.ensemble.at[candidate.word]
        if figure.pair and like_role(lemma, set(figure.nouns)):
            return figure
    return None


def _in_role(stage: Stage, word: int) -> Figure | None:
    """*de oppositieleider*: the named one to whom the text gave that role, else a fitting one just named."""
    p, cast = stage.cast.parse, stage.cast
    lemma = p.lemmas[word].lower()
    quoting = stage.quoting(word)
    near = [
        (c, stage.ensemble.at[c.word])
        for c in stage.ensemble.before(word)
        if c.name and c.kind == "person" and c.name != quoting
    ]
    for fit in (partial(_has_role, lemma), partial(like_role, lemma)):
        for _, figure in near:
            if fit(_roles(cast, figure)):
                return figure
    ties = ANCHORED[1:] if is_member(cast, word) else ANCHORED
    if any(p.deps[c] in ties for c in p.children[word]):
        return None
    for candidate, figure in near:
        if p.sentence_of[word] - p.sentence_of[candidate.word] > REACH:
            return None
        if _may_be(stage, word, lemma, figure):
            return figure
    return None


def _body(stage: Stage, word: int) -> Figure | None:
    """*de krant*, *het concern*, *de politie*: the likeliest body of that sort, near and often named."""
    p = stage.cast.parse
    lemma, own = p.lemmas[word].lower(), qualities(p, word)
    general = tail(lemma, stage.lexicon.words.general)
    sector = sector_of(stage, lemma)
    best, best_score = None, float("-inf")
    seen: set[int] = set()
    for candidate in stage.ensemble.before(word):
        figure = stage.ensemble.at[candidate.word]
        if id(figure) in seen or figure.kind not in ("organisation", "group") or (figure.plural and not figure.key):
            continue
        seen.add(id(figure))
        distance = p.sentence_of[word] - p.sentence_of[candidate.word]
        fit = _body_fit(stage, figure, lemma, own)
        if not fit and general and not own and not figure.place and distance <= REACH:
            fit = 1.0 if figure.key and figure.sector == sector else 0.0
        score = fit + candidate.subject + OFTEN * log2(1 + len(figure.mentions)) - distance * (1.0 if general else 0.2)
        if fit and score > best_score:
            best, best_score = figure, score
    return best


def _body_fit(stage: Stage, figure: Figure, lemma: str, own: frozenset[str]) -> float:
    """How well a noun with its qualities names a body that the text called something."""
    p = stage.cast.parse
    first = figure.nouns.get(lemma)
    if first is not None:
        return 2.0 if not own or own == qualities(p, first) else 0.0
    roles = _roles(stage.cast, figure)
    if lemma in roles:
        return 2.0 if not own else 1.0
    return 1.0 if like_role(lemma, roles) else 0.0


def _roles(cast: Cast, figure: Figure) -> set[str]:
    return cast.roles.get(figure.key or "", set()) | set(figure.nouns)


def _has_role(lemma: str, roles: set[str]) -> bool:
    return lemma in roles


def _may_be(stage: Stage, word: int, lemma: str, figure: Figure) -> bool:
    """Whether a noun can take up a person of whom the text has not said that he is that."""
    cast = stage.cast
    if wrong_role_gender(cast, figure.key or "", lemma):
        return False
    if is_member(cast, word) or lemma in cast.pack.people.general:
        return True
    recent = stage.recent(word)
    unknown = not _roles(cast, figure)
    return unknown and bool(recent) and stage.figure_named(recent[-1]) is figure
