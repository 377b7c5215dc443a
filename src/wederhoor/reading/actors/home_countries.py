"""To which state an actor belongs: what the text says of it, what everybody knows, else where the text is at home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from wederhoor.reading.actors.clusters import ActorCluster, Mention
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.places.atlas import atlas
from wederhoor.reading.text import Text

FOREIGN = 3
"""Times that a text names another country, at least, before it is at home there."""
FIRST_PARAGRAPHS = 4
"""Paragraphs of which one may have a dateline: title, lead, by-line."""
DATELINE = 8
"""Words from the place of a dateline to its dash, at most."""
DASHES = {"-", "–", "—"}
SOVEREIGN = 2
"""Nouns of what only states have that a text holds, at least, before it is one about a state."""


def settle(text: Text, stage: Stage, clusters: Sequence[ActorCluster]) -> dict[int, str | None]:
    """The country of every cluster by its place in ``clusters``."""
    places = {id(f): n for n, f in enumerate(clusters)}
    own = [_own(text, stage, f) for f in clusters]
    home = _home(text, stage, clusters)
    found: dict[int, str | None] = {}
    for n, cluster in enumerate(clusters):
        found[n] = (
            own[n]
            or _of_members(stage, cluster, own, places)
            or _through_body(text, stage, cluster, own, places)
            or _default(text, stage, cluster, home)
        )
    return found


def _own(text: Text, stage: Stage, cluster: ActorCluster) -> str | None:
    """What the words of its mentions say, or what is known of its name."""
    key = cluster.key
    if key is not None and (cluster.place or cluster.kind == "state"):
        return stage.countries.of(key)
    said = next((c for m in cluster.mentions if m.form != "pronoun" for c in _origins(text, stage, m)), None)
    if said is not None:
        return said
    if cluster.renown is not None and not _everywhere(stage, cluster):
        return cluster.renown.country
    return next((c for t in cluster.titles for c in _seats(text, stage, t)), None) or _within(text, stage, cluster)


def _everywhere(stage: Stage, cluster: ActorCluster) -> bool:
    """Whether every state has a body of that name: *Defensie*, *Binnenlandse Zaken*."""
    return cluster.key in stage.lexicon.words.everywhere


def _origins(text: Text, stage: Stage, mention: Mention) -> Iterator[str]:
    """Countries by adjectives and peoples before the head of a mention: *de Kazachse president*, *de Amerikaan Love*."""
    p = text.parse
    last = next((w for w in range(mention.first, mention.head) if p.upos[w] == "ADP"), mention.head)
    for w in range(mention.first, last + 1):
        naming = stage.countries.naming(p.words[w]) if p.words[w][:1].isupper() else None
        number = p.entity_of[w]
        inside = number >= 0 and p.entities[number].type != "MISC"
        if naming and ("adjective" in naming.senses or ("people" in naming.senses and not inside)):
            yield naming.country


def _seats(text: Text, stage: Stage, title: int) -> Iterator[str]:
    """Countries by the places of a role: *burgemeester van Almere*, *president van Kazachstan*."""
    p = text.parse
    for w in p.subtree(title):
        number = p.entity_of[w]
        if number >= 0 and p.entities[number].type == "LOC" and stage.titles.starts[number] == w:
            country = stage.countries.of(stage.keys[number])
            if country:
                yield country


def _within(text: Text, stage: Stage, cluster: ActorCluster) -> str | None:
    """The country of a place in the name of a body or in the phrase of a noun: *Rijksuniversiteit Groningen*."""
    p = text.parse
    for mention in cluster.mentions:
        if mention.form == "name" and cluster.kind == "person":
            continue
        for w in range(mention.first, mention.end):
            naming = stage.countries.naming(p.words[w]) if p.words[w][:1].isupper() else None
            if naming and set(naming.senses) - {"people"}:
                return naming.country
    return None


def _of_members(stage: Stage, cluster: ActorCluster, own: Sequence[str | None], places: dict[int, int]) -> str | None:
    """For two who are named together the country of either."""
    if not cluster.pair:
        return None
    mention = cluster.mentions[0]
    members = (stage.clusters.at.get(w) for w in range(mention.first, mention.end) if w != mention.head)
    return next((c for m in members if m is not None and (c := own[places[id(m)]])), None)


def _through_body(
    text: Text, stage: Stage, cluster: ActorCluster, own: Sequence[str | None], places: dict[int, int]
) -> str | None:
    """The country of the body in whose phrase a role or a noun stands: *directeur van Corex*, *woordvoerders van de partij*."""
    p = text.parse
    heads = [*cluster.titles, *(m.head for m in cluster.mentions if m.form == "noun")]
    for head in heads:
        for w in p.subtree(head):
            other = stage.clusters.at.get(w)
            if other is not None and other is not cluster and other.kind in ("organisation", "state"):
                country = own[places[id(other)]]
                if country:
                    return country
    return None


def _home(text: Text, stage: Stage, clusters: Sequence[ActorCluster]) -> str | None:
    """The country that a text is about: one that is named more than that of the language's newspapers, else this, on evidence.

    Evidence is that the text names it, or its offices and bodies. What other states have too (a municipality, a mayor) is some
    where nothing is abroad. None where there is none: nobody knows where an invented or unheard-of place is.
    """
    abroad = _reported_from(text, stage)
    counts = _countries(stage, clusters, abroad)
    native = stage.lexicon.words.home
    best, number = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if number >= FOREIGN and number > counts[native]:
        return best
    if counts[native] > 0:
        return native
    told = stage.lexicon.words.told
    lemmas = _lemmas(text, stage)
    by_words = max(told, key=lambda country: (len(told[country] & lemmas), country == native), default=native)
    if told.get(by_words, frozenset()) & lemmas:
        return by_words
    at_home = not counts.total() and abroad is None and not _of_some_state(text, stage, lemmas)
    return native or None if at_home and lemmas & stage.lexicon.words.also_told else None


def _countries(stage: Stage, clusters: Sequence[ActorCluster], abroad: Iterable[str] | None) -> Counter[str]:
    """How often each country is named, by its name or by somebody known; not the one that is only reported from.

    An agency (*meldt ANP*) tells who reports.
    """
    counts = Counter(stage.countries_named)
    counts.subtract(abroad or ())
    anywhere = stage.lexicon.words.agencies | stage.lexicon.words.everywhere
    known = (f.renown for f in clusters if f.renown is not None and f.key not in anywhere)
    counts.update(renown.country for renown in known if renown.country)
    return counts


def _lemmas(text: Text, stage: Stage) -> set[str]:
    """The lemmas of the text, and the expressions of several words in it that tell of a country."""
    p = text.parse
    lower = p.text.lower()
    several = (words for group in stage.lexicon.words.told.values() for words in group if " " in words)
    return {lemma.lower() for lemma in p.lemmas} | {words for words in several if words in lower}


def _reported_from(text: Text, stage: Stage) -> list[str] | None:
    """For a dateline abroad the country that it names, in a list of none or one; else None.

    It tells where the reporter is, so that nobody is from the language's own country without a word of it: not where anybody
    is from.
    """
    place = _dateline(text)
    if place is None:
        return None
    found = atlas(text.pack).candidates(place)
    if not found or any(candidate.country == stage.lexicon.words.home for candidate in found):
        return None
    country = stage.countries.naming(place)
    return [country.country] if country is not None else []


def _dateline(text: Text) -> str | None:
    """The place in capitals that opens a paragraph before a dash: *NAIROBI (ANP) - De politie ...*."""
    p = text.parse
    for first, end in p.paragraphs[:FIRST_PARAGRAPHS]:
        last = first
        while last < end and p.words[last].isupper() and p.words[last].isalpha() and len(p.words[last]) > 1:
            last += 1
        behind = p.words[last : min(last + DATELINE, end)]
        if last > first and behind and not behind[0].isalpha() and any(word in DASHES for word in behind):
            return p.text[p.starts[first] : p.ends[last - 1]].title()
    return None


def _of_some_state(text: Text, stage: Stage, lemmas: set[str]) -> bool:
    """Whether a text tells of a state by what only states have, or by an adjective of a country that nobody knows."""
    if len(lemmas & stage.lexicon.words.sovereign) >= SOVEREIGN:
        return True
    return any(_is_unknown_nation(text, stage, w) for w in range(1, len(text.parse)))


def _has_home_name(text: Text, stage: Stage, cluster: ActorCluster) -> bool:
    """Whether a person's name has a particle of the language: *Th. van Wely*."""
    parts = cluster.key.split()[1:-1] if cluster.key is not None and cluster.kind == "person" else ()
    return bool(stage.lexicon.words.home) and not text.pack.people.name_particles.isdisjoint(parts)


def _is_foreign(text: Text, stage: Stage, cluster: ActorCluster) -> bool:
    """Whether somebody is of a state that nobody knows, by an adjective, or has an office that the home country lacks."""
    p, words = text.parse, stage.lexicon.words
    phrases = [range(m.first, m.end) for m in cluster.mentions if m.form != "pronoun"]
    titles = [p.subtree(title) for title in cluster.titles]
    if any(_is_unknown_nation(text, stage, w) for phrase in (*phrases, *titles) for w in phrase):
        return True
    heads = [*cluster.titles, *(m.head for m in cluster.mentions if m.form == "noun")]
    return any(
        p.lemmas[head].lower() in words.foreign_offices and not _has_body(text, stage, cluster, head) for head in heads
    )


def _has_body(text: Text, stage: Stage, cluster: ActorCluster, head: int) -> bool:
    """*president van de rechtbank*, *president van Corex*: of a body, and of no state."""
    p = text.parse
    others = (stage.clusters.at.get(w) for w in p.subtree(head))
    return any(f is not None and f is not cluster and f.kind == "organisation" and not f.place for f in others)


def _is_unknown_nation(text: Text, stage: Stage, word: int) -> bool:
    """Whether a word is an adjective of a nation that nobody knows: *de Sarvische premier*."""
    p = text.parse
    adjective = p.upos[word] == "ADJ" and p.words[word][:1].isupper()
    national = adjective and p.words[word].endswith(stage.lexicon.words.national_endings)
    return national and p.upos[max(word - 1, 0)] != "PUNCT" and stage.countries.naming(p.words[word]) is None


def _default(text: Text, stage: Stage, cluster: ActorCluster, home: str | None) -> str | None:
    """Home for what has a name or a role; nothing for who could be from anywhere."""
    native = stage.lexicon.words.home
    if cluster.sector == "IGO" or (cluster.renown is not None and not _everywhere(stage, cluster)):
        return None
    if home is not None and _has_home_name(text, stage, cluster):
        return native
    if home == native and _is_foreign(text, stage, cluster):
        return None
    return home if cluster.key is not None or cluster.pair or _has_role(text, stage, cluster) else None


def _has_role(text: Text, stage: Stage, cluster: ActorCluster) -> bool:
    """Whether who has no name is told by more than that there are many, that he is somebody, or whose he is."""
    nouns = [m.head for m in cluster.mentions if m.form == "noun"]
    if all(text.parse.lower[n] in stage.lexicon.words.crowds for n in nouns):
        return False
    return cluster.kind != "person" or (cluster.owner is None and cluster.sector not in ("CVL", None))
