"""What kind of thing a noun phrase is: a person, a body, something of a class of the event lexicon, or just a thing."""

from __future__ import annotations

from wederhoor.languages.events import Kind
from wederhoor.reading.events.scene import Scene
from wederhoor.syntax.clauses import antecedent, is_plural, noun_kind
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.parse import Parse

ACTORS = frozenset({"person", "group", "organisation"})
COUNTED = ("NOUN", "PROPN", "ADJ", "VERB")


def fits(scene: Scene, word: int | None, wanted: tuple[Kind, ...]) -> bool:
    """Whether a head is of one of the kinds that are asked for and of none that are excluded (with "!" before them)."""
    if not wanted:
        return True
    kinds = kinds_of(scene, word)
    positive = [k for k in wanted if k[0] != "!"]
    if any(k[1:] in kinds for k in wanted if k[0] == "!"):
        return False
    return not positive or any(k in kinds for k in positive)


def asks(wanted: tuple[Kind, ...]) -> bool:
    """Whether the kinds ask for something and do not only exclude."""
    return any(k[0] != "!" for k in wanted)


def kinds_of(scene: Scene, word: int | None) -> frozenset[str]:
    """All kinds of a head. A relative pronoun is what it stands for."""
    p = scene.p
    if word is None:
        return frozenset({"none"})
    stands_for = antecedent(p, word, scene.pack)
    word = counted_head(scene, word if stands_for is None else stands_for)
    if _is_pronoun(scene, word):
        return _pronoun(scene, word)
    found = _of_name(scene, word) | _lexical(scene, word)
    if word in scene.figures or (word in scene.mentions and not found & ACTORS):
        found |= {"actor"}
    if found & ACTORS or found & scene.grammar.actor_classes:
        found |= {"actor"}
    if not found and p.upos[word] == "ADJ":
        found |= {"actor", "pronoun"}  # de grootste, de oudste
    if "actor" not in found and p.upos[word] == "NOUN":
        found |= {"thing"}
    if is_plural(p, word):
        found |= {"plural"}
    return frozenset(found)


def _is_pronoun(scene: Scene, word: int) -> bool:
    p = scene.p
    if p.upos[word] == "NUM":
        return word not in scene.figures
    return p.upos[word] in ("PRON", "DET") and p.entity_of[word] < 0 and not _acronym(p, word)


def _of_name(scene: Scene, word: int) -> set[str]:
    """What a name is, by its entity and by the noun before it: *zwembad De Vliet*."""
    p = scene.p
    found = _named(scene, word) if p.entity_of[word] >= 0 else set()
    if p.upos[word] == "PROPN":
        if not found and p.words[word][:1].isupper():
            found = {"actor", "name"}
        if word and p.upos[word - 1] == "NOUN":
            found |= _lexical(scene, word - 1)
        if p.entity_of[word] >= 0:  # het Stedelijk Museum
            name = p.text[slice(*p.entities[p.entity_of[word]].span)].lower()
            found |= scene.words.classes.get(name, frozenset()) | lexical_kinds(name.split()[-1], scene)
    return found


def is_time(scene: Scene, word: int) -> bool:
    """Whether a noun is one of time."""
    p = scene.p
    if any(words[0] <= word < words[1] for words, _ in scene.times.get(p.sentence_of[word], ())):
        return True
    lemma, times = p.lemmas[word].lower(), scene.grammar.times
    return head_in(lemma, times, scene.pack.hooks, head=3) is not None


def counted_head(scene: Scene, word: int) -> int:
    """What a quantity is one of: *tientallen mensen*, *een deel van de fabrieken*, *tweederde van de banen*."""
    p = scene.p
    figure = scene.figures.get(word)
    if figure is None and p.lemmas[word].lower() not in scene.grammar.quantities:
        return word
    for part in range(figure.first, figure.end) if figure else (word,):
        for c in p.children[part]:
            if p.deps[c] == "nmod" and c > word and p.upos[c] in COUNTED:
                return c
    return word


def _acronym(p: Parse, word: int) -> bool:
    return p.words[word].isupper() and len(p.words[word]) > 1


def _pronoun(scene: Scene, word: int) -> frozenset[str]:
    people = scene.pack.people
    form = scene.p.lower[word]
    if form in people.it or form in scene.grammar.indefinites - people.indefinite:
        return frozenset({"it"})
    return frozenset({"pronoun", "actor"})


def _named(scene: Scene, word: int) -> set[str]:
    kind = scene.p.entities[scene.p.entity_of[word]].type
    if kind == "PER":
        return {"person", "actor", "name"}
    if kind == "ORG":
        return {"organisation", "actor", "name", "company"}
    if kind == "LOC":
        return {"territory", "state", "actor", "name"}
    # people by their nation or town: de twee Haarlemmers
    people = scene.p.words[word] in scene.pack.names.demonyms or is_plural(scene.p, word)
    return {"misc", "person", "actor"} if people and scene.p.deps[word] != "amod" else {"misc"}


def _lexical(scene: Scene, word: int) -> frozenset[str]:
    p = scene.p
    lemma = p.lower[word] if p.upos[word] in ("ADJ", "VERB") else p.lemmas[word].lower()
    known = scene.kinds.get(lemma)
    if known is None:
        known = next((kinds for form in forms_of(scene, word) if (kinds := lexical_kinds(form, scene))), frozenset())
        scene.kinds[lemma] = known
    return known


def forms_of(scene: Scene, word: int) -> tuple[str, ...]:
    """A noun's lemma, its form, and its form without endings: the lemma of a compound is often a guess."""
    p = scene.p
    form = p.lower[word]
    bare = [form.removesuffix(end) + one for end, one in scene.grammar.plural_endings if form.endswith(end)]
    lemma = p.lemmas[word].lower()
    nominal = p.upos[word] in ("ADJ", "VERB")  # de doden: of these the lemma is another word
    return tuple(dict.fromkeys((form, *bare, lemma) if nominal else (lemma, form, *bare)))


def lexical_kinds(noun: str, scene: Scene) -> frozenset[str]:
    """The classes of a noun, or of the longest last part of a compound that is in one."""
    kind = noun_kind(noun, scene.pack)
    found = {kind} if kind in ACTORS else set()
    return frozenset(found | _classes(noun, scene))


def _classes(noun: str, scene: Scene) -> frozenset[str]:
    classes = scene.words.classes
    head = head_in(noun, classes, scene.pack.hooks)
    return classes[head] if head else frozenset()
