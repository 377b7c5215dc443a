"""From mentions to figures, in one walk through the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wederhoor.languages.actors import actor_lexicon
from wederhoor.reading.actors.acting_places import acts
from wederhoor.reading.actors.claims import find_claims
from wederhoor.reading.actors.clusters import Ensemble, Figure, Mention
from wederhoor.reading.actors.names import classes_of, join_names
from wederhoor.reading.actors.noun_classes import sector_of, sort_of
from wederhoor.reading.actors.nouns import LOOK_BACK, owner_of, resolve_noun
from wederhoor.reading.actors.phrases import ends_phrase, name_mention, noun_mention
from wederhoor.reading.actors.pronouns import is_pronoun, resolve_pronoun
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.titles import read_titles
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.actors.voices import head_of, hear
from wederhoor.reading.cast import Cast
from wederhoor.reading.holders import words_in
from wederhoor.reading.places.countries import countries
from wederhoor.reading.portfolios import portfolio_mark
from wederhoor.records import Attribution
from wederhoor.syntax.clauses import SUBJECT, antecedent, children, is_plural, noun_kind

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")


def gather(cast: Cast, attributions: Sequence[Attribution], known: Sequence[UserActor] = ()) -> Stage:
    """All figures of the document with their mentions."""
    stage = _open_stage(cast, attributions, known)
    p = cast.parse
    later = stage.lexicon.words.i | stage.lexicon.words.we | stage.lexicon.words.polite
    unknown: list[int] = []
    until = 0
    for word in range(len(p)):
        if word in stage.claims.at:
            until = _read_claim(stage, word)
        elif word >= until and _read_word(stage, word) is None and p.lower[word] in later and is_pronoun(stage, word):
            unknown.append(word)
    for word in unknown:  # the speaker, or what body he speaks for, is told further on
        figure = resolve_pronoun(stage, word)
        if figure is not None:
            stage.ensemble.add_late(figure, _pronoun(word))
    return stage


def _read_word(stage: Stage, word: int) -> Figure | None:
    """The figure that a word turns out to mean, if any."""
    p = stage.cast.parse
    number = p.entity_of[word]
    if number >= 0:
        if stage.titles.starts[number] == word:
            _read_name(stage, word, number)
    elif p.deps[word] in SUBJECT and (noun := antecedent(p, word, stage.cast.pack)) is not None:
        if (
            noun in stage.ensemble.at
        ):  # a relative pronoun is no mention, but brings its noun to mind: *de ouders, die ...*
            stage.ensemble.remind(stage.ensemble.at[noun], word)
    elif is_pronoun(stage, word):
        _note(stage, resolve_pronoun(stage, word), _pronoun(word))
    elif word not in stage.titles.joined:
        _read_noun(stage, word)
    if word in stage.voices.sources and word not in stage.ensemble.at:
        _read_source(stage, word)
    if p.upos[word] == "CCONJ":
        _read_pair(stage, word)
    return stage.ensemble.at.get(word)


def _read_claim(stage: Stage, word: int) -> int:
    """A name that the user gave; returns its end."""
    end, user = stage.claims.at[word]
    figure = stage.figure_for(user)
    p = stage.cast.parse
    head = head_of(p, range(word, end))
    stage.ensemble.add(figure, Mention(head, word, end, "name"))
    for w in range(word, end):
        stage.ensemble.at[w] = figure
    figure.acts += p.deps[head] in SUBJECT
    return end


def _pronoun(word: int) -> Mention:
    return Mention(word, word, word + 1, "pronoun")


def _open_stage(cast: Cast, attributions: Sequence[Attribution], known: Sequence[UserActor]) -> Stage:
    lexicon = actor_lexicon(cast.pack.code)
    titles = read_titles(cast, lexicon.words.families, lexicon.words.towns | lexicon.words.states)
    classes = classes_of(cast, titles, lexicon)
    keys = join_names(cast, titles, classes, lexicon)
    voices = hear(cast, attributions)
    claims = find_claims(cast.parse, known)
    known_countries = countries(cast.pack)
    stage = Stage(cast, attributions, lexicon, known_countries, titles, classes, keys, voices, Ensemble(cast), claims)
    _note_countries(stage)
    return stage


def _note_countries(stage: Stage) -> None:
    """Which countries the text names, and where it names a state."""
    p = stage.cast.parse
    for number, entity in enumerate(p.entities):
        if entity.type not in ("LOC", "MISC"):
            continue
        naming = stage.countries.naming(p.text[slice(*entity.span)])
        country = naming.country if naming else stage.countries.of(p.words[stage.titles.starts[number]])
        if country is not None:
            stage.countries_named[country] += 1
        if naming and naming.whole and "name" in naming.senses and stage.classes[number] == "LOC":
            stage.named_states.setdefault(naming.country, number)


def _note(stage: Stage, figure: Figure | None, mention: Mention) -> None:
    if figure is not None:
        stage.ensemble.add(figure, mention)


def _read_name(stage: Stage, word: int, number: int) -> None:
    """A name, with the nouns of its phrase; a name for a kind of people is a noun."""
    p, titles = stage.cast.parse, stage.titles
    kind = stage.classes[number]
    office = portfolio_mark(p, word, stage.cast.pack)
    if office == "(":
        return
    if kind == "MISC" and (word in titles.joined or sort_of(stage, word)):
        if word not in titles.joined:
            _read_noun(stage, word)
        return
    figure = _government(stage, word, number) if kind == "LOC" else stage.figure_of(number)
    head = titles.heads.get(number, word)
    end = titles.ends[number]
    stage.ensemble.add(figure, name_mention(p, word, end, head), recalled=office is None)
    for w in (*range(word, end), head):
        stage.ensemble.at[w] = figure
    beside = [w for w in range(head, word) if titles.joined.get(w) == number]
    for w in beside:
        stage.ensemble.entitle(figure, w)
        figure.sector = figure.sector or sector_of(stage, p.lemmas[w].lower())
    for w in beside if figure.kind == "group" else ():
        stage.ensemble.call(figure, w)
    figure.acts += acts(stage, word) if kind == "LOC" else p.deps[word] in SUBJECT
    if head < word:
        _find_kin(stage, figure, head)


def _government(stage: Stage, word: int, number: int) -> Figure:
    """The figure of a place's name; a capital abroad that acts is its state."""
    naming = stage.countries.naming(stage.keys[number])
    abroad = naming is not None and naming.whole and naming.country != stage.lexicon.words.home
    if naming and abroad and naming.senses[0] == "capital" and acts(stage, word):
        return stage.state_of(naming.country, number)
    return stage.figure_of(number)


def _find_kin(stage: Stage, figure: Figure, noun: int) -> None:
    """*zijn vrouw ... zijn vrouw Elisabeth*: the name comes later."""
    lemma, owner = stage.cast.parse.lemmas[noun].lower(), owner_of(stage, noun)
    for other in stage.ensemble.by_noun.get(lemma, [])[-LOOK_BACK:]:
        if owner is not None and other.owner is owner and other.key is None:
            stage.ensemble.merge(other, figure)
            break
    if owner is not None:
        figure.owner = owner
        stage.ensemble.call(figure, noun)


def _read_noun(stage: Stage, word: int) -> None:
    sort = sort_of(stage, word)
    if sort is None and word not in stage.titles.apposed:
        return
    p = stage.cast.parse
    figure = _whole(stage, word) or resolve_noun(stage, word, sort or "person")
    _note(stage, figure, _as_source(stage, noun_mention(p, word)))
    if figure is not None:
        figure.acts += p.deps[word] in SUBJECT
        if word in stage.titles.apposed:
            stage.ensemble.entitle(figure, word)
            figure.sector = figure.sector or sector_of(stage, p.lemmas[word].lower())


def _whole(stage: Stage, word: int) -> Figure | None:
    """*het ministerie van Financiën* is the body *Financiën*."""
    p = stage.cast.parse
    if p.lemmas[word].lower() not in stage.lexicon.words.wholes or is_plural(p, word):
        return None
    for c in p.children[word]:
        number = p.entity_of[c]
        if number >= 0 and p.deps[c] in ("nmod", "appos", "flat") and stage.classes[number] in ("ORG", "LOC"):
            figure = stage.figure_of(number)
            figure.acts += 1
            if p.lower[word] in stage.lexicon.words.offices and figure.whole is None:
                figure.whole = (word, stage.titles.ends[number])
            return figure
    return None


def _as_source(stage: Stage, mention: Mention) -> Mention:
    """A mention that is a source as long as the source is: the parser may hang its end elsewhere."""
    p = stage.cast.parse
    for number in stage.voices.sources.get(mention.head, ()):
        words = words_in(p, stage.attributions[number].source[0])
        rest = range(mention.end, words.stop)
        if words.start == mention.first and rest and not any(ends_phrase(p, mention.head, w) for w in rest):
            return replace(mention, end=words.stop)
    return mention


def _read_source(stage: Stage, word: int) -> None:
    """A source that is no name, pronoun or noun for people: *iedereen*, *de lange rijen genodigden*."""
    p, words = stage.cast.parse, stage.lexicon.words
    if p.upos[word] not in NOMINAL or p.entity_of[word] >= 0 or word in stage.titles.joined:
        return
    named = stage.figure_named(stage.speaker_at(word))
    if named is None and noun_kind(p.lemmas[word].lower(), stage.cast.pack) == "person" and not is_plural(p, word):
        named = resolve_noun(stage, word, "person")
    if named is not None:
        _note(stage, named, _as_source(stage, noun_mention(p, word)))
    elif p.upos[word] == "NUM" or _one_of(stage, word):
        _note(stage, stage.ensemble.open(Figure("person")), _as_source(stage, noun_mention(p, word)))
    elif p.lower[word] in words.crowds or is_plural(p, word):
        same = stage.ensemble.by_noun.get(p.lower[word], [])
        figure = same[-1] if same else stage.ensemble.open(Figure("group", plural=True))
        figure.crowd = p.lower[word] in words.crowds
        _note(stage, figure, _as_source(stage, noun_mention(p, word)))


def _one_of(stage: Stage, word: int) -> bool:
    """*een van de ambtenaren*."""
    p = stage.cast.parse
    return "Definite=Ind" in p.feats[word] and any(is_plural(p, c) for c in children(p, word, "nmod"))


def _read_pair(stage: Stage, word: int) -> None:
    """*Jansen en De Wit*, *mijn vrouw en ik*: two whom a later *they* means; the mention of both has its head at *en*."""
    p, ensemble = stage.cast.parse, stage.ensemble
    second = p.heads[word]
    first = p.heads[second]
    one = ensemble.at.get(first)
    if p.deps[second] != "conj" or not first < word < second or one is None:
        return
    number = p.entity_of[second]
    named = number >= 0 and stage.classes[number] in ("PER", "ORG", "LOC")
    if one.kind == "group" or (one.kind != "person" and not named):
        return
    if not named and p.lower[second] not in stage.lexicon.words.i and sort_of(stage, second) != "person":
        return
    begin = stage.titles.starts[p.entity_of[first]] if p.entity_of[first] >= 0 else noun_mention(p, first).first
    end = stage.titles.ends[number] if named else noun_mention(p, second).end
    pair = ensemble.open(Figure("group", plural=True, pair=True))
    title = p.heads[first] if p.deps[first] in ("appos", "flat") else first - 1
    if title in range(max(0, first - 3), first) and is_plural(p, title) and p.upos[title] == "NOUN":
        ensemble.call(pair, title)
        ensemble.entitle(pair, title)
    stage.pairs[first] = pair
    ensemble.add(pair, Mention(word, begin, end, "name"), weigh_as=first)
