"""What kind of thing a noun phrase is: a person, a body, something of a class of the event lexicon, or just a thing."""

from __future__ import annotations

from wederhoor.languages.events import Kind
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.events.bodies_meant import body_meant
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import antecedent, is_plural
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import PARTIES, noun_kind

COUNTED = ("NOUN", "PROPN", "ADJ", "VERB")


def fits(text: Text, word: int | None, wanted: tuple[Kind, ...]) -> bool:
    """Whether a head is of one of the kinds that are asked for and of none that are excluded (with "!" before them)."""
    if not wanted:
        return True
    kinds = kinds_of(text, word)
    positive = [k for k in wanted if k[0] != "!"]
    if any(k[1:] in kinds for k in wanted if k[0] == "!"):
        return False
    return not positive or any(k in kinds for k in positive)


def asks(wanted: tuple[Kind, ...]) -> bool:
    """Whether the kinds ask for something and do not only exclude."""
    return any(k[0] != "!" for k in wanted)


def kinds_of(text: Text, word: int | None) -> frozenset[str]:
    """All kinds of a head. A relative pronoun is what it stands for."""
    p = text.parse
    if word is None:
        return frozenset({"none"})
    stands_for = antecedent(p, word, text.pack)
    word = counted_head(text, word if stands_for is None else stands_for)
    if _is_pronoun(text, word):
        return _pronoun(text, word) | _of_actor(text, word) | _of_named_before(text, word)
    found = _of_name(text, word) | _lexical(text, word) | _of_actor(text, word)
    if word in text.figure_at or (word in text.mentions and not found.intersection(PARTIES)):
        found |= {"actor"}
    if found.intersection(PARTIES) or found & text.pack.events.grammar.actor_classes:
        found |= {"actor"}
    if not found and p.upos[word] == "ADJ":
        found |= {"actor", "pronoun"}  # de grootste, de oudste
    if "actor" not in found and p.upos[word] == "NOUN":
        found |= {"thing"}
    if is_plural(p, word):
        found |= {"plural"}
    return frozenset(found)


def _is_pronoun(text: Text, word: int) -> bool:
    p = text.parse
    if p.upos[word] == "NUM":
        return word not in text.figure_at
    return p.upos[word] in ("PRON", "DET") and p.entity_of[word] < 0 and not _acronym(p, word)


def _of_name(text: Text, word: int) -> set[str]:
    """What a name is, by its entity and by the noun before it: *zwembad De Vliet*."""
    p = text.parse
    found = _named(text, word) if p.entity_of[word] >= 0 else set()
    if p.upos[word] == "PROPN":
        if not found and p.words[word][:1].isupper():
            found = {"actor", "name"}
        if word and p.upos[word - 1] == "NOUN":
            found |= _lexical(text, word - 1)
        if p.entity_of[word] >= 0:  # het Stedelijk Museum
            name = p.text[slice(*p.entities[p.entity_of[word]].span)].lower()
            found |= text.pack.events.classes.get(name, frozenset()) | lexical_kinds(name.split()[-1], text)
    return found


def _of_actor(text: Text, word: int) -> frozenset[str]:
    """What a named person is by what the text says of him elsewhere: *de minister*, *Bakker, directeur van X*."""
    mention = next((m for m in text.mentions.get(word, ()) if m.actor.kind == "person"), None)
    if mention is None or text.parse.deps[word] == "nmod:poss":
        return frozenset()
    actor = mention.actor
    known = text.actor_classes.get(actor.id)
    if known is None:
        titles = [role.title.lower().split()[-1] for role in actor.roles if role.title.split()]
        known = frozenset({"person"}.union(*(lexical_kinds(title, text) for title in titles)))
        text.actor_classes[actor.id] = known
    return known


def _of_named_before(text: Text, word: int) -> frozenset[str]:
    """What a group or body that a pronoun means is by the nouns for it: *the two ministers ... [they]*."""
    mention = next(iter(text.mentions.get(word, ())), None)
    if mention is None or mention.actor.kind == "person":
        return frozenset()
    known = text.actor_classes.get(mention.actor.id)
    if known is None:
        able = text.pack.events.grammar.actor_classes.union(PARTIES)
        known = able & {kind for noun in _nouns_for(text, mention.actor.id) for kind in _lexical(text, noun)}
        text.actor_classes[mention.actor.id] = known
    return known


def _nouns_for(text: Text, actor: str) -> list[int]:
    """The heads of the mentions of an actor that are nouns."""
    p = text.parse
    named = (m for found in text.mentions.values() for m in found if m.actor.id == actor)
    words = {w for m in named for w in range(m.first, m.end)}
    return [w for w in words if p.upos[w] == "NOUN" and p.heads[w] not in words]


def is_time(text: Text, word: int) -> bool:
    """Whether a noun is one of time."""
    p = text.parse
    if any(words[0] <= word < words[1] for words, _ in text.times_in.get(p.sentence_of[word], ())):
        return True
    lemma, times = p.lemmas[word].lower(), text.pack.events.grammar.times
    return head_in(lemma, times, text.pack.hooks, head=3) is not None


def counted_head(text: Text, word: int) -> int:
    """What a quantity is one of: *tientallen mensen*, *een deel van de fabrieken*, *tweederde van de banen*."""
    p = text.parse
    figure = text.figure_at.get(word)
    if figure is None and p.lemmas[word].lower() not in text.pack.events.grammar.quantities:
        return word
    for part in range(figure.first, figure.end) if figure else (word,):
        for c in p.children[part]:
            if p.deps[c] == "nmod" and c > word and p.upos[c] in COUNTED:
                return c
    return word


def _acronym(p: Parse, word: int) -> bool:
    return p.words[word].isupper() and len(p.words[word]) > 1


def _pronoun(text: Text, word: int) -> frozenset[str]:
    people = text.pack.people
    form = text.parse.lower[word]
    body = body_meant(text, word)
    if body is not None:
        return kinds_of(text, body)
    if form in text.pack.closed.it or form in text.pack.events.grammar.indefinites - people.indefinite:
        return frozenset({"it"})
    return frozenset({"pronoun", "actor"})


def _named(text: Text, word: int) -> set[str]:
    kind = text.parse.entities[text.parse.entity_of[word]].type
    if kind == "PER":
        return {"person", "actor", "name"}
    if kind == "ORG":
        return {"organisation", "actor", "name", "company"}
    if kind == "LOC":
        return {"territory", "state", "actor", "name"}
    # people by their nation or town: de twee Haarlemmers
    people = text.parse.words[word] in text.pack.names.demonyms or is_plural(text.parse, word)
    return {"misc", "person", "actor"} if people and text.parse.deps[word] != "amod" else {"misc"}


def _lexical(text: Text, word: int) -> frozenset[str]:
    p = text.parse
    lemma = p.lower[word] if p.upos[word] in ("ADJ", "VERB") else p.lemmas[word].lower()
    known = text.noun_classes.get(lemma)
    if known is None:
        known = next((kinds for form in forms_of(text, word) if (kinds := lexical_kinds(form, text))), frozenset())
        text.noun_classes[lemma] = known
    return known


def forms_of(text: Text, word: int) -> tuple[str, ...]:
    """A noun's lemma, its form, and its form without endings: the lemma of a compound is often a guess."""
    p = text.parse
    form = p.lower[word]
    bare = [form.removesuffix(end) + one for end, one in text.pack.events.grammar.plural_endings if form.endswith(end)]
    lemma = p.lemmas[word].lower()
    nominal = p.upos[word] in ("ADJ", "VERB")  # de doden: of these the lemma is another word
    return tuple(dict.fromkeys((form, *bare, lemma) if nominal else (lemma, form, *bare)))


def lexical_kinds(noun: str, text: Text) -> frozenset[str]:
    """The classes of a noun, or of the longest last part of a compound that is in one."""
    kind = noun_kind(noun, text.pack)
    found = {kind} if kind in PARTIES else set()
    return frozenset(found | _classes(noun, text.pack))


def _classes(noun: str, pack: LanguagePack) -> frozenset[str]:
    classes = pack.events.classes
    head = head_in(noun, classes, pack.hooks)
    return classes[head] if head else frozenset()
