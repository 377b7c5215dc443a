"""Whom a noun means: the one who has that role, the body of that sort, the same as before; or somebody new."""

from __future__ import annotations

from collections.abc import Container
from functools import partial
from math import log2

from wederhoor.reading.actors.figures import Figure
from wederhoor.reading.actors.phrases import determiner, qualities
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.attributions.clauses import SHORTEST_PART, child, is_plural, noun_kind
from wederhoor.reading.cast import Candidate, Cast, heads_a_phrase
from wederhoor.reading.speakers import REACH, is_member, like_role, wrong_role_gender
from wederhoor.records import ActorKind, Sector

OPEN: tuple[Sector | None, ...] = ("BUS", "NGO", "SPT", None)
"""Sectors of nouns for a body that a name may be of, where nothing tells: *het bedrijf*, *de organisatie*, *de club*."""
LOOK_BACK = 12
"""Figures called by one noun of which the last are compared."""
OFTEN = 0.5
"""What every doubling of a body's mentions adds to its likelihood."""
ANCHORED = ("acl:relcl", "nmod", "acl", "appos")
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
    before_noun = word + 1 < len(p) and p.upos[word + 1] in ("NOUN", "PROPN") and "Degree=" in p.feats[word]
    if before_noun:
        return None
    if p.words[word].endswith(stage.lexicon.words.inhabitants) and p.words[word][:1].isupper():
        return "group"
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
    if lemma in nouns:
        return lemma
    return next((lemma[cut:] for cut in range(1, len(lemma) - SHORTEST_PART + 1) if lemma[cut:] in nouns), None)


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
    if sort == "person" and form and not many:
        bearer = _in_role(stage, word)
        later = bearer is not None and (same is None or bearer.mentions[-1].head > same.mentions[-1].head)
        return bearer if later else same
    if same is not None or not form:
        return same
    return _pair(stage, word) if many else _last_state(stage, word)


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
    tied, origin = _ties(stage, word)
    if tied and not (is_member(cast, word) and tied <= {"acl:relcl"}):
        return None
    for candidate, figure in near:
        distance = p.sentence_of[word] - p.sentence_of[candidate.word]
        if distance > REACH:
            return None
        if origin and _origin(stage, figure) not in (origin, None):
            continue
        if _may_be(stage, word, figure, candidate) or (
            origin and _origin(stage, figure) == origin and not _roles(cast, figure)
        ):
            return figure
    return None


def _ties(stage: Stage, word: int) -> tuple[set[str], str | None]:
    """What ties a noun to something that was not named before, and the country that its adjectives say."""
    p = stage.cast.parse
    tied, origin = set(), None
    for c in p.children[word]:
        if p.deps[c] == "amod":
            origin = origin or stage.countries.of(p.words[c])
        elif p.deps[c] in ANCHORED:
            tied.add(p.deps[c])
    if origin is None and stage.cast.parse.entity_of[word] >= 0:
        origin = stage.countries.of(p.words[word])
    return tied, origin


def _origin(stage: Stage, figure: Figure) -> str | None:
    """The country that is known of a name, or that an adjective beside it says."""
    if figure.renown is not None:
        return figure.renown.country
    p = stage.cast.parse
    said = (stage.countries.of(p.words[c]) for t in figure.titles for c in p.children[t] if p.deps[c] == "amod")
    return next((country for country in said if country), None)


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
        if not fit and general and figure.key and not figure.place and distance <= REACH:
            fit = _sort_fit(stage, word, figure, sector, distance if candidate.subject else distance + 1)
        score = fit + candidate.subject + OFTEN * log2(1 + len(figure.mentions)) - distance * (1.0 if general else 0.2)
        if fit and score > best_score:
            best, best_score = figure, score
    return best


def _sort_fit(stage: Stage, word: int, figure: Figure, sector: Sector | None, distance: int) -> float:
    """How well a general noun fits a named body of its sector, or one of which only that is not known, right behind it."""
    if figure.sector not in (sector, None):
        return 0.0
    tied, origin = _ties(stage, word)
    if origin == stage.lexicon.words.home and any(_whole_country(stage, c) for c in stage.cast.parse.children[word]):
        return 0.0  # *het Nederlandse team* is that of the country
    described = any(stage.cast.parse.deps[c] == "amod" for c in stage.cast.parse.children[word])
    known = _origin(stage, figure)
    if tied or (origin and known and origin != known) or (described and distance > 1):
        return 0.0
    if figure.sector == sector:
        return 1.0
    return 0.4 if distance <= 1 and sector in OPEN else 0.0


def _whole_country(stage: Stage, word: int) -> bool:
    naming = stage.countries.naming(stage.cast.parse.words[word])
    return naming is not None and naming.whole


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


def _may_be(stage: Stage, word: int, figure: Figure, candidate: Candidate) -> bool:
    """Whether a noun can take up a person of whom the text has not said that he is that."""
    cast, p = stage.cast, stage.cast.parse
    lemma = p.lemmas[word].lower()
    if wrong_role_gender(cast, figure.key or "", lemma):
        return False
    if is_member(cast, word) or lemma in cast.pack.people.general:
        return True
    if _roles(cast, figure):
        return False
    recent = stage.recent(word)
    if recent and stage.figure_named(recent[-1]) is figure:
        return True
    near = p.sentence_of[word] - p.sentence_of[candidate.word] <= 1 and candidate.subject > 0
    return near and sector_of(stage, lemma) in stage.lexicon.words.resumed
