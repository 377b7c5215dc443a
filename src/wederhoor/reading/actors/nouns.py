"""Whom a noun means: the one who has that role, the body of that sort, the same as before; or somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.actors.bodies import last_state, last_town, likely_body
from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.noun_classes import sector_of
from wederhoor.reading.actors.origins_and_roles import bearings_of, origin_of, roles_called, ties_of
from wederhoor.reading.actors.phrases import determiner, qualities
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.antecedents import REACH
from wederhoor.reading.bearers import bearing_of, is_member, like_role, may_bear, wrong_role_gender
from wederhoor.reading.cast import Candidate
from wederhoor.reading.text import Text
from wederhoor.records import ActorKind
from wederhoor.records.parse import Parse, path_up
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, has_word, is_plural, marker_of
from wederhoor.syntax.nouns import names_publisher

CLAUSES = ("advcl", "parataxis", "conj")
"""Relations of the clauses of a sentence that somebody's own words can be."""
LOOK_BACK = 12
"""ActorClusters called by one noun of which the last are compared."""


def resolve_noun(text: Text, stage: Stage, word: int, sort: ActorKind) -> ActorCluster | None:
    """The cluster that a noun means, a new one where it means none before; None where it only says what somebody is."""
    p, clusters = text.parse, stage.clusters
    number = stage.titles.apposed.get(word)
    if number is not None:
        return stage.cluster_of(number)
    named = stage.cluster_named(stage.speaker_at(word))
    if named is not None:
        return named
    if _only_says_what(text, word):
        return None
    before = _owned(text, stage, word) if _possessive(text, word) is not None else _taken_up(text, stage, word, sort)
    if before is not None:
        return before
    cluster = ActorCluster(sort, plural=sort == "group" and is_plural(p, word), owner=owner_of(text, stage, word))
    cluster.sector = sector_of(text, stage, p.lemmas[word].lower())
    return clusters.open(cluster)


def _only_says_what(text: Text, word: int) -> bool:
    """*Zij is de leider*, *als leider*: a predicate."""
    p = text.parse
    marks = text.pack.grammar.role_marks
    return has_child(p, word, "cop") or has_word(p, word, marks, "case", "mark")


def _possessive(text: Text, word: int) -> int | None:
    p = text.parse
    found = determiner(p, word)
    return found if found is not None and p.deps[found] == "nmod:poss" and "Poss=Yes" in p.feats[found] else None


def owner_of(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """Whose somebody is, by a possessive."""
    possessive = _possessive(text, word)
    return stage.clusters.at.get(possessive) if possessive is not None else None


def _owned(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*zijn vrouw*, *ons land*: the one of that sort who belongs to the same."""
    p = text.parse
    lemma, owner = p.lemmas[word].lower(), owner_of(text, stage, word)
    for cluster in reversed(stage.clusters.by_noun.get(lemma, [])[-LOOK_BACK:]):
        if cluster.owner is owner and owner is not None:
            return cluster
    if lemma in stage.lexicon.words.states:
        return last_state(text, stage, word)
    return None


def _taken_up(text: Text, stage: Stage, word: int, sort: ActorKind) -> ActorCluster | None:
    """The one before whom a noun with an article refers to again."""
    p = text.parse
    form, definite = _form_of_determiner(p, word), text.pack.closed.definite
    bare = not form and (is_plural(p, word) or sort == "organisation")
    if not bare and form not in definite | stage.lexicon.words.certain:
        return None
    if form in definite and sort in ("organisation", "group") and _one_in_the_text(text, word):
        return last_town(text, stage, word) or likely_body(text, stage, word)
    same = _same_noun(text, stage, word, form)
    if not is_plural(p, word) and form and sort == "person":
        return _later(_in_role(text, stage, word), same)
    if same is not None or bare:
        return same
    return _pair(text, stage, word) if is_plural(p, word) else last_state(text, stage, word)


def _one_in_the_text(text: Text, word: int) -> bool:
    """Whether a noun means one, and somebody whom the text may have named: not who publishes it."""
    return not is_plural(text.parse, word) and not names_publisher(text.parse, word, text.pack)


def _form_of_determiner(p: Parse, word: int) -> str:
    article = determiner(p, word)
    return "" if article is None else p.lower[article]


def _later(bearer: ActorCluster | None, same: ActorCluster | None) -> ActorCluster | None:
    """Of one who bears a role and one who was called by the noun the one who was mentioned last."""
    if bearer is None or same is None:
        return bearer or same
    return bearer if bearer.mentions[-1].head > same.mentions[-1].head else same


def _same_noun(text: Text, stage: Stage, word: int, form: str) -> ActorCluster | None:
    """The last one called by the same noun, with nothing that tells the two apart; without an article nothing may be added."""
    p = text.parse
    lemma, own = p.lemmas[word].lower(), qualities(p, word)
    for cluster in reversed(stage.clusters.by_noun.get(lemma, [])[-LOOK_BACK:]):
        first = cluster.nouns[lemma]
        if is_plural(p, first) != is_plural(p, word):
            continue
        if own == qualities(p, first) or (not own and form in text.pack.closed.definite):
            before = determiner(p, first)
            some = form in stage.lexicon.words.certain
            if not some or (before is not None and p.lower[before] == form):
                return cluster
    return None


def _pair(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*de spelers* for *de poppenspelers Jansen en De Wit*."""
    lemma = text.parse.lemmas[word].lower()
    for candidate in stage.clusters.before(word):
        cluster = stage.clusters.at[candidate.word]
        if cluster.pair and like_role(lemma, set(cluster.nouns)):
            return cluster
    return None


def _in_role(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*de oppositieleider*: the named one to whom the text gave that role, else a fitting one just named."""
    near = _named_before(text, stage, word)
    own = bearing_of(text, word)
    called = [(cluster, bearings_of(text, cluster)) for cluster in {id(f): f for _, f in near}.values()]
    same = (f for f, known in called if may_bear(text, own, [one for one in known if one.role == own.role]))
    like = (f for f, known in called if may_bear(text, own, known))
    return next(same, None) or next(like, None) or _just_named(text, stage, word, near)


def _named_before(text: Text, stage: Stage, word: int) -> list[tuple[Candidate, ActorCluster]]:
    """The persons with a name before a word who do not say themselves what it stands in."""
    quoting, above = stage.quoting(word), _subjects_above(text, stage, word)
    persons = (c for c in stage.clusters.before(word) if c.name and c.kind == "person" and c.name != quoting)
    return [(c, cluster) for c in persons if (cluster := stage.clusters.at[c.word]) not in above]


def _subjects_above(text: Text, stage: Stage, word: int) -> list[ActorCluster]:
    """Who says or thinks what a word stands in: of himself he would say *he* (principle C of binding, Chomsky 1981).

    So is the source of it: *Volgens [Henk Mulder] steunde de bond [de wethouder]*; and who gives his own words for a part of a
    sentence: *Ze vertrok, 'omdat ik [de wethouder] niet vertrouwde'*.
    """
    p = text.parse
    path = path_up(word, p.heads)
    clauses = (w for w in path if p.deps[w] == "ccomp" or (p.deps[w] in CLAUSES and _opens_quotation(text, w)))
    subjects = (child(p, p.heads[w], *SUBJECT) for w in clauses)
    sources = (c for w in path for c in children(p, p.heads[w], "obl", "obl:agent") if _tells(text, c))
    above = (w for w in (*subjects, *sources) if w is not None and w != word)
    return [stage.clusters.at[w] for w in above if w in stage.clusters.at]


def _opens_quotation(text: Text, clause: int) -> bool:
    """Whether a clause is in quotation marks and what it hangs on is not."""
    return text.quoted[clause] and not text.quoted[text.parse.heads[clause]]


def _tells(text: Text, word: int) -> bool:
    """*Volgens [Mulder]*, *according to [Mulder]*; *blamed by [Mulder] for*."""
    if text.parse.deps[word] == "obl:agent":
        return True
    opening = marker_of(text.parse, word)
    return any(source.partition(" ")[0] == opening for source in text.pack.propositions.words.sources)


def _just_named(
    text: Text, stage: Stage, word: int, near: Sequence[tuple[Candidate, ActorCluster]]
) -> ActorCluster | None:
    """The last one named, nearest first in ``near``, who can be what a noun says."""
    p = text.parse
    tied, country = ties_of(text, stage, word)
    if tied and not (is_member(text, word) and tied <= {"acl:relcl"}):
        return None
    for candidate, cluster in near:
        if p.sentence_of[word] - p.sentence_of[candidate.word] > REACH:
            return None
        origin = origin_of(text, stage, cluster)
        if country and origin not in (country, None):
            continue
        if country and origin is None and _told_of_another(text, stage, word, country):
            return None
        if _may_be(text, stage, word, cluster, candidate) or (country and origin and not roles_called(text, cluster)):
            return cluster
    return None


def _told_of_another(text: Text, stage: Stage, word: int, country: str) -> bool:
    """*A man from a [Danish] group ... the Dane*: whether the country of a noun was told of something else just before."""
    p = text.parse
    near = range(p.sentences[max(0, p.sentence_of[word] - REACH)][0], p.subtree(word)[0])
    return any(p.words[w][:1].isupper() and stage.countries.of(p.words[w]) == country for w in near)


def _may_be(text: Text, stage: Stage, word: int, cluster: ActorCluster, candidate: Candidate) -> bool:
    """Whether a noun can refer back to a person of whom the text has not said that he is that."""
    p = text.parse
    lemma = p.lemmas[word].lower()
    if wrong_role_gender(text, cluster.key or "", lemma):
        return False
    sexed = lemma in text.pack.people.sexes  # who has a role is not referred to by her sex
    if is_member(text, word) or (lemma in text.pack.people.general and not sexed):
        return True
    if roles_called(text, cluster):
        return False
    if sexed:
        return True
    recent = stage.voices.recent(text.parse.starts[word])
    if recent and stage.cluster_named(recent[-1]) is cluster:
        return True
    near = p.sentence_of[word] - p.sentence_of[candidate.word] <= 1 and candidate.subject > 0
    return near and sector_of(text, stage, lemma) in stage.lexicon.words.resumed
