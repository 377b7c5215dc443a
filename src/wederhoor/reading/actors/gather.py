"""From mentions to clusters, in one walk through the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wederhoor.reading.actors.acting_places import acts
from wederhoor.reading.actors.claims import find_claims
from wederhoor.reading.actors.clusters import ActorCluster, ActorClusters, Mention
from wederhoor.reading.actors.headlines import join_headline
from wederhoor.reading.actors.names import classes_of, join_names
from wederhoor.reading.actors.noun_classes import sector_of, sort_of
from wederhoor.reading.actors.nouns import LOOK_BACK, owner_of, resolve_noun
from wederhoor.reading.actors.phrases import ends_phrase, name_mention, noun_mention
from wederhoor.reading.actors.pronouns import is_pronoun, resolve_pronoun
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.titles import read_titles
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.actors.voices import hear
from wederhoor.reading.holders import words_in
from wederhoor.reading.places.countries import countries_of
from wederhoor.reading.portfolios import portfolio_mark
from wederhoor.reading.text import Text
from wederhoor.records import Attribution
from wederhoor.syntax.clauses import SUBJECT, antecedent, children, is_plural
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.phrases import head_of
from wederhoor.syntax.polarity import is_none

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")


def gather_clusters(text: Text, attributions: Sequence[Attribution], known: Sequence[UserActor] = ()) -> Stage:
    """All clusters of the document with their mentions."""
    stage = _open_stage(text, attributions, known)
    p = text.parse
    later = text.pack.closed.first_person | stage.lexicon.words.polite
    unknown: list[int] = []
    until = 0
    for word in range(len(p)):
        if word in stage.claims.at:
            until = _read_claim(text, stage, word)
        elif (
            word >= until
            and _read_word(text, stage, word) is None
            and p.lower[word] in later
            and is_pronoun(text, stage, word)
        ):
            unknown.append(word)
    join_headline(text, stage)
    for word in unknown:  # the speaker, or what body he speaks for, is told further on
        cluster = resolve_pronoun(text, stage, word)
        if cluster is not None:
            stage.clusters.add_late(cluster, _pronoun(word))
    return stage


def _read_word(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """The cluster that a word turns out to mean, if any."""
    p = text.parse
    number = p.entity_of[word]
    if number >= 0:
        if stage.titles.starts[number] == word:
            _read_name(text, stage, word, number)
    elif p.deps[word] in SUBJECT and (noun := antecedent(p, word, text.pack)) is not None:
        if (
            noun in stage.clusters.at
        ):  # a relative pronoun is no mention, but brings its noun to mind: *de ouders, die ...*
            stage.clusters.remind(text, stage.clusters.at[noun], word)
    elif is_pronoun(text, stage, word):
        _note(text, stage, resolve_pronoun(text, stage, word), _pronoun(word))
    elif word not in stage.titles.joined:
        _read_noun(text, stage, word)
    if word in stage.voices.sources and word not in stage.clusters.at:
        _read_source(text, stage, word)
    if p.upos[word] == "CCONJ":
        _read_pair(text, stage, word)
    return stage.clusters.at.get(word)


def _read_claim(text: Text, stage: Stage, word: int) -> int:
    """A name that the user gave; returns its end."""
    end, user = stage.claims.at[word]
    cluster = stage.cluster_for(user)
    p = text.parse
    head = head_of(p, word, end)
    stage.clusters.add(text, cluster, Mention(head, word, end, "name"))
    for w in range(word, end):
        stage.clusters.at[w] = cluster
    cluster.acts += p.deps[head] in SUBJECT
    return end


def _pronoun(word: int) -> Mention:
    return Mention(word, word, word + 1, "pronoun")


def _open_stage(text: Text, attributions: Sequence[Attribution], known: Sequence[UserActor]) -> Stage:
    lexicon = text.pack.actors
    titles = read_titles(text, lexicon.words.families, lexicon.words.towns | lexicon.words.states)
    classes = classes_of(text, titles, lexicon)
    keys = join_names(text, titles, classes, lexicon)
    voices = hear(text, attributions)
    claims = find_claims(text.parse, known)
    known_countries = countries_of(text.pack)
    stage = Stage(attributions, lexicon, known_countries, titles, classes, keys, voices, ActorClusters(), claims)
    _note_countries(text, stage)
    return stage


def _note_countries(text: Text, stage: Stage) -> None:
    """Which countries the text names, and where it names a state."""
    p = text.parse
    for number, entity in enumerate(p.entities):
        if entity.type not in ("LOC", "MISC"):
            continue
        naming = stage.countries.naming(p.text[slice(*entity.span)])
        country = naming.country if naming else stage.countries.of(p.words[stage.titles.starts[number]])
        if country is not None:
            stage.countries_named[country] += 1
        if naming and naming.whole and "name" in naming.senses and stage.classes[number] == "LOC":
            stage.named_states.setdefault(naming.country, number)


def _note(text: Text, stage: Stage, cluster: ActorCluster | None, mention: Mention) -> None:
    if cluster is not None:
        stage.clusters.add(text, cluster, mention)


def _read_name(text: Text, stage: Stage, word: int, number: int) -> None:
    """A name, with the nouns of its phrase; a name for a kind of people is a noun."""
    p, titles = text.parse, stage.titles
    kind = stage.classes[number]
    office = portfolio_mark(text, word)
    if office == "(" or (kind == "MISC" and word in titles.joined):
        return
    if kind == "MISC" and sort_of(text, stage, word):
        _read_noun(text, stage, word)
        return
    cluster = _government(text, stage, word, number) if kind == "LOC" else stage.cluster_of(number)
    head = titles.heads.get(number, word)
    end = titles.ends[number]
    stage.clusters.add(text, cluster, name_mention(p, word, end, head), recalled=office is None)
    for w in (*range(word, end), head):
        stage.clusters.at[w] = cluster
    beside = [w for w in range(head, word) if titles.joined.get(w) == number]
    for w in beside:
        _entitle(text, stage, cluster, w)
    for w in beside if cluster.kind == "group" else ():
        stage.clusters.call(text, cluster, w)
    cluster.acts += acts(text, stage, word) if kind == "LOC" else p.deps[word] in SUBJECT
    if head < word:
        _find_kin(text, stage, cluster, head)


def _entitle(text: Text, stage: Stage, cluster: ActorCluster, noun: int) -> None:
    """Join a noun to a name, which is of its sector unless that is known."""
    stage.clusters.entitle(cluster, noun)
    cluster.sector = cluster.sector or sector_of(text, stage, text.parse.lemmas[noun].lower())


def _government(text: Text, stage: Stage, word: int, number: int) -> ActorCluster:
    """The cluster of a place's name; a capital abroad that acts is its state."""
    naming = stage.countries.naming(stage.keys[number])
    abroad = naming is not None and naming.whole and naming.country != stage.lexicon.words.home
    if naming and abroad and naming.senses[0] == "capital" and acts(text, stage, word):
        return stage.state_of(naming.country, number)
    return stage.cluster_of(number)


def _find_kin(text: Text, stage: Stage, cluster: ActorCluster, noun: int) -> None:
    """*zijn vrouw ... zijn vrouw Elisabeth*: the name comes later."""
    lemma, owner = text.parse.lemmas[noun].lower(), owner_of(text, stage, noun)
    for other in stage.clusters.by_noun.get(lemma, [])[-LOOK_BACK:]:
        if owner is not None and other.owner is owner and other.key is None:
            stage.clusters.merge(other, cluster)
            break
    if owner is not None:
        cluster.owner = owner
        stage.clusters.call(text, cluster, noun)


def _read_noun(text: Text, stage: Stage, word: int) -> None:
    sort = sort_of(text, stage, word)
    if sort is None and word not in stage.titles.apposed:
        return
    p = text.parse
    if is_none(p, word, text.pack):
        return  # *geen enkele gemeente*: of nobody is any told
    cluster = _whole(text, stage, word) or resolve_noun(text, stage, word, sort or "person")
    _note(text, stage, cluster, _as_source(text, stage, noun_mention(p, word)))
    if cluster is not None:
        cluster.acts += p.deps[word] in SUBJECT
        if word in stage.titles.apposed:
            _entitle(text, stage, cluster, word)


def _whole(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*het ministerie van Financiën* is the body *Financiën*."""
    p = text.parse
    if p.lemmas[word].lower() not in stage.lexicon.words.wholes or is_plural(p, word):
        return None
    for c in p.children[word]:
        number = p.entity_of[c]
        if number >= 0 and p.deps[c] in ("nmod", "appos", "flat") and stage.classes[number] in ("ORG", "LOC"):
            cluster = stage.cluster_of(number)
            cluster.acts += 1
            if p.lower[word] in stage.lexicon.words.offices and cluster.whole is None:
                cluster.whole = (word, stage.titles.ends[number])
            return cluster
    return None


def _as_source(text: Text, stage: Stage, mention: Mention) -> Mention:
    """A mention that is a source as long as the source is: the parser may hang its end elsewhere."""
    p = text.parse
    for number in stage.voices.sources.get(mention.head, ()):
        words = words_in(p, stage.attributions[number].source[0])
        rest = range(mention.end, words.stop)
        if words.start == mention.first and rest and not any(ends_phrase(p, mention.head, w) for w in rest):
            return replace(mention, end=words.stop)
    return mention


def _read_source(text: Text, stage: Stage, word: int) -> None:
    """A source that is no name, pronoun or noun for people: *iedereen*, *de lange rijen genodigden*."""
    p, words = text.parse, stage.lexicon.words
    if p.upos[word] not in NOMINAL or p.entity_of[word] >= 0 or word in stage.titles.joined:
        return
    named = stage.cluster_named(stage.speaker_at(word))
    if named is None and noun_kind(p.lemmas[word].lower(), text.pack) == "person" and not is_plural(p, word):
        named = resolve_noun(text, stage, word, "person")
    if named is not None:
        _note(text, stage, named, _as_source(text, stage, noun_mention(p, word)))
    elif p.upos[word] == "NUM" or _one_of(text, word):
        _note(text, stage, stage.clusters.open(ActorCluster("person")), _as_source(text, stage, noun_mention(p, word)))
    elif p.lower[word] in words.crowds or is_plural(p, word):
        same = stage.clusters.by_noun.get(p.lower[word], [])
        cluster = same[-1] if same else stage.clusters.open(ActorCluster("group", plural=True))
        cluster.crowd = p.lower[word] in words.crowds
        _note(text, stage, cluster, _as_source(text, stage, noun_mention(p, word)))


def _one_of(text: Text, word: int) -> bool:
    """*een van de ambtenaren*."""
    p = text.parse
    return "Definite=Ind" in p.feats[word] and any(is_plural(p, c) for c in children(p, word, "nmod"))


def _read_pair(text: Text, stage: Stage, word: int) -> None:
    """*Jansen en De Wit*, *mijn vrouw en ik*: two whom a later *they* means; the mention of both has its head at *en*."""
    p, clusters = text.parse, stage.clusters
    second = p.heads[word]
    first = p.heads[second]
    if p.deps[second] != "conj" or not first < word < second or not _are_two(text, stage, first, second):
        return
    begin = stage.titles.starts[p.entity_of[first]] if p.entity_of[first] >= 0 else noun_mention(p, first).first
    end = stage.titles.ends[p.entity_of[second]] if _is_somebody(text, stage, second) else noun_mention(p, second).end
    pair = clusters.open(ActorCluster("group", plural=True, pair=True))
    title = p.heads[first] if p.deps[first] in ("appos", "flat") else first - 1
    if title in range(max(0, first - 3), first) and is_plural(p, title) and p.upos[title] == "NOUN":
        clusters.call(text, pair, title)
        clusters.entitle(pair, title)
    stage.pairs[first] = pair
    clusters.add(text, pair, Mention(word, begin, end, "name"), weigh_as=first)


def _are_two(text: Text, stage: Stage, first: int, second: int) -> bool:
    """Whether one person or body is joined to another one by name, or a person to a person."""
    one = stage.clusters.at.get(first)
    if one is None or one.kind == "group":
        return False
    if _is_somebody(text, stage, second):
        return True
    i = text.parse.lower[second] in text.pack.closed.i
    return one.kind == "person" and (i or sort_of(text, stage, second) == "person")


def _is_somebody(text: Text, stage: Stage, word: int) -> bool:
    """Whether a person, a body or a place is named at a word."""
    number = text.parse.entity_of[word]
    return number >= 0 and stage.classes[number] in ("PER", "ORG", "LOC")
