"""The tree put right where it cannot be so, once for all readers.

Particles that the parser did not give to their verb, and verbs that it took for particles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.clauses import SUBJECT, VERBAL, child, children, has_child, has_word, is_finite

PARTICLE = "compound:prt"
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")
PARTICLES = ("ADP", "ADV", "ADJ")
OPENING = ("DET", "CCONJ")
"""What stands before a name and is no part of it."""
OBJECTS = ("obj", "iobj")
NOUNS = ("NOUN", "PROPN", "PRON")
MADE_TO = ("acl", "xcomp", "obl", "advcl")
"""What a parse has an infinitive for that says what the object before it does."""
WEEKDAY = "WEEKDAY"
QUOTED = ('"', "”", "’", "''", "»")
FARTHEST = 12
"""Words from a verb to its particle, at most."""


def mended(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with the particles of verbs that the lexicons know under their verbs, and the lemmas of these whole."""
    p = _with_spoken(_with_infinitives(_with_participles(_with_person(_with_named(p)), pack)), pack)
    p = _with_counted(_with_day(p, pack), pack)
    p = _with_role(_with_risen(_with_behind_preposition(_with_one_subject(p, pack), pack), pack), pack)
    verb_of = {particle: verb for verb in range(len(p)) if (particle := _stray(p, verb, pack)) is not None}
    crowded = {
        p.heads[w] for w, dep in enumerate(p.deps) if dep == PARTICLE and len(children(p, p.heads[w], PARTICLE)) > 1
    }
    if not verb_of and not crowded:
        return p
    heads, deps = list(p.heads), list(p.deps)
    for particle, verb in verb_of.items():
        for word in [particle, *_between(p, verb, particle)]:
            heads[word] = verb
        deps[particle] = PARTICLE
    below = children_of(heads)
    lemmas = list(p.lemmas)
    for verb in {*verb_of.values(), *crowded}:
        own = [c for c in below[verb] if deps[c] == PARTICLE]
        lemmas[verb] = pack.hooks.joined(p.stems[verb], p.lower[own[-1]]) if own else p.stems[verb]
    return replace(p, lemmas=lemmas, heads=heads, deps=deps, children=below)


def _with_named(p: Parse) -> Parse:
    """*De Zeebond zegt*, *noch Visser*: the name heads what stands before it, where the parser has it the other way round."""
    moved = {
        w: w + 1
        for w in range(len(p) - 1)
        if p.upos[w] in OPENING and p.deps[w + 1] == "flat" and p.heads[w + 1] == w and p.upos[w + 1] == "PROPN"
    }
    if not moved:
        return p
    heads, deps = list(p.heads), list(p.deps)
    for article, name in moved.items():
        for word in p.children[article]:
            heads[word] = name
        heads[name], deps[name] = (name if p.heads[article] == article else p.heads[article]), p.deps[article]
        heads[article], deps[article] = name, "cc:preconj" if p.upos[article] == "CCONJ" else "det"
    return replace(p, heads=heads, deps=deps, children=children_of(heads))


def _with_person(p: Parse) -> Parse:
    """*[Hoek] denies it*, *[Hoek] ontkent het*: a person's name is no adverb, and of a verb without a subject it is that."""
    adverbs = (w for w, pos in enumerate(p.upos) if pos == "ADV" and p.deps[w] == "advmod" and p.entity_of[w] >= 0)
    stray = [w for w in adverbs if p.entities[p.entity_of[w]].type == "PER" and p.upos[p.heads[w]] in VERBAL]
    moved = {w: (p.heads[w], "nsubj") for w in stray if not has_child(p, p.heads[w], *SUBJECT)}
    if not moved:
        return p
    return replace(hung(p, moved), upos=["PROPN" if w in moved else pos for w, pos in enumerate(p.upos)])


def _with_participles(p: Parse, pack: LanguagePack) -> Parse:
    """*heeft Oudkerk nooit ontkend*: a participle that the parser hung on its auxiliary as a particle heads the clause."""
    moved = [
        w
        for w, dep in enumerate(p.deps)
        if dep == PARTICLE and p.upos[w] == "VERB" and p.upos[p.heads[w]] == "AUX"
        and p.lemmas[p.heads[w]] in pack.closed.perfect and is_finite(p, p.heads[w])
    ]  # fmt: skip
    if not moved:
        return p
    heads, deps = list(p.heads), list(p.deps)
    for verb in moved:
        auxiliary = heads[verb]
        for word in p.children[auxiliary]:
            heads[word] = verb
        root = heads[auxiliary] == auxiliary
        heads[verb], deps[verb] = (verb if root else heads[auxiliary]), deps[auxiliary]
        heads[auxiliary], deps[auxiliary] = verb, "aux"
    return replace(p, heads=heads, deps=deps, children=children_of(heads))


def _with_infinitives(p: Parse) -> Parse:
    """*wilde noch bevestigen noch ontkennen*: an infinitive cannot be joined to a finite verb, so it is its complement."""
    moved = [
        w
        for w, dep in enumerate(p.deps)
        if dep == "conj" and w > p.heads[w] and "VerbForm=Inf" in p.feats[w] and is_finite(p, p.heads[w])
        and p.heads[w] + 2 == w and p.upos[w - 1] == "CCONJ"
    ]  # fmt: skip
    return replace(p, deps=["xcomp" if w in moved else dep for w, dep in enumerate(p.deps)]) if moved else p


def _with_spoken(p: Parse, pack: LanguagePack) -> Parse:
    """*Van een akkoord is volgens hem geen sprake*: what a copula joins heads the clause, and not what stands first in it."""
    moved = [
        w
        for w, dep in enumerate(p.deps)
        if dep == "nmod" and p.heads[w] < w and p.lower[w] in pack.propositions.words.spoken and children(p, w, "cop")
    ]
    if not moved:
        return p
    heads, deps = list(p.heads), list(p.deps)
    for noun in moved:
        first = heads[noun]
        below = [
            c for c in (*p.children[first], *(c for v in children(p, noun, "cop") for c in p.children[v])) if c > first
        ]
        for word in below:
            heads[word] = noun
        heads[noun], deps[noun] = (noun if heads[first] == first else heads[first]), deps[first]
        heads[first], deps[first] = noun, "obl"
    return replace(p, heads=heads, deps=deps, children=children_of(heads))


def _with_one_subject(p: Parse, pack: LanguagePack) -> Parse:
    """A verb has one subject, and of two before it the one that stands next to it is that.

    *Which [Fisher] says he sold*: the relative pronoun is what the clause below is about. *Her deputy, [Fisher], said*: the first
    says what the second is. *“The pipe,” [Fisher] said, “is shut”*: the first is quoted.
    """
    if not pack.grammar.subject_first:
        return p
    moved: dict[int, tuple[int, str]] = {}
    for verb in (word for word, pos in enumerate(p.upos) if pos in VERBAL):
        subjects = [c for c in children(p, verb, "nsubj") if c < verb]
        if len(subjects) == 2 and p.upos[subjects[1]] in NOUNS:
            place = _place_of_first(p, pack, verb, *subjects)
            if place is not None:
                moved[subjects[0]] = place
    return hung(p, moved)


def _place_of_first(p: Parse, pack: LanguagePack, verb: int, first: int, second: int) -> tuple[int, str] | None:
    """Where the first of two subjects hangs, and as what; None where nothing tells."""
    if p.lower[first] in pack.closed.relative:
        return _place_of_relative(p, verb)
    if any(p.words[w] in QUOTED for w in range(first, second)):
        return verb, "dislocated"
    if any("Degree=Cmp" in p.feats[c] for c in children(p, first, "amod")):
        return verb, "obj"  # *The more [guns] people own*
    if p.upos[p.subtree(first)[0]] == "ADP":
        return verb, "obl"  # *Despite the mayor's claim, [Fisher] said*
    named = p.upos[second] == "PROPN" and (p.upos[first] == "NOUN" or second == first + 1)
    return (second, "nmod:desc") if named else None


def _place_of_relative(p: Parse, verb: int) -> tuple[int, str]:
    below = child(p, verb, "ccomp")
    if below is None:
        return verb, "obj"
    return below, "nsubj" if child(p, below, "nsubj", "nsubj:pass") is None else "obj"


def hung(p: Parse, moved: Mapping[int, tuple[int, str]]) -> Parse:
    """The parse with words hung elsewhere, each with its new head and relation."""
    if not moved:
        return p
    heads, deps = list(p.heads), list(p.deps)
    for word, (head, relation) in moved.items():
        heads[word], deps[word] = head, relation
    return replace(p, heads=heads, deps=deps, children=children_of(heads))


def _with_role(p: Parse, pack: LanguagePack) -> Parse:
    """*..., zegt hydroloog [Anema]*: behind a subject without article that says what somebody is, a name is no object."""
    moved: dict[int, tuple[int, str]] = {}
    for name in range(1, len(p)) if pack.grammar.verb_second else ():
        role, verb = name - 1, p.heads[name]
        named = p.deps[name] == "obj" and p.upos[name] == "PROPN" and p.upos[role] in ("NOUN", "ADJ")
        if named and p.deps[role] == "nsubj" and p.heads[role] == verb < role and not has_child(p, role, "det"):
            moved[name] = role, "appos"
    return hung(p, moved)


def _with_behind_preposition(p: Parse, pack: LanguagePack) -> Parse:
    """*Unlike Aker, [Holm] thinks*: what a preposition opens the sentence with is no subject; what stands before the verb is."""
    if not pack.grammar.subject_first:
        return p
    moved: dict[int, tuple[int, str]] = {}
    for verb in (word for word, pos in enumerate(p.upos) if pos in VERBAL):
        subject = child(p, verb, "nsubj")
        if subject is None or subject > verb or not _opens_with_preposition(p, subject):
            continue
        other = next((c for c in children(p, subject, "list", "appos", "conj") if subject < c < verb), None)
        if other is not None and "," in p.words[subject:other]:
            moved |= {subject: (verb, "obl"), other: (verb, "nsubj")}
    return hung(p, moved)


def _opens_with_preposition(p: Parse, subject: int) -> bool:
    opening = p.subtree(subject)[0]
    case = p.upos[opening] == "ADP" and p.deps[opening] == "case"
    return case and opening == p.sentences[p.sentence_of[subject]][0]


def _with_day(p: Parse, pack: LanguagePack) -> Parse:
    """*The ministry on [Wednesday] denied it*: the day on which it was said is no part of who said it."""
    moved: dict[int, tuple[int, str]] = {}
    for day in range(len(p)) if pack.grammar.subject_first else ():
        subject = p.heads[day]
        verb = p.heads[subject]
        behind = p.deps[subject] in SUBJECT and subject < day < verb and p.upos[verb] in VERBAL
        if (
            p.lower[day] in pack.times.words.get(WEEKDAY, ())
            and p.deps[day] == "nmod"
            and behind
            and has_child(p, day, "case")
        ):
            moved[day] = verb, "obl"
    return hung(p, moved)


def _with_counted(p: Parse, pack: LanguagePack) -> Parse:
    """*Volgens de bond is [5 procent] onbewoonbaar*: what is counted behind a source is no part of its name."""
    moved: dict[int, tuple[int, str]] = {}
    for word in range(2, len(p)):
        source = p.heads[word]
        told = p.deps[word] == "nmod" and source < word and p.deps[source] in ("obl", "nmod")
        if not told or has_child(p, word, "case") or not has_child(p, word, "nummod"):
            continue
        if has_word(p, source, pack.propositions.words.sources, "case"):
            verb = p.heads[source]
            moved[word] = verb, "obj" if has_child(p, verb, *SUBJECT) else "nsubj"
    return hung(p, moved)


def _with_risen(p: Parse, pack: LanguagePack) -> Parse:
    """*caused exports [to fall]*: what an object is made to do, where the parse has it for an aim or for a part of the object."""
    moved: dict[int, tuple[int, str]] = {}
    for word in range(2, len(p)):
        if (verb := _made_to(p, word, pack)) is not None:
            moved |= {word: (verb, "xcomp"), word - 1: (p.heads[word - 1], "mark")}
    return hung(p, moved)


def _made_to(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """The verb that has a thing rise or fall; none where the infinitive has an object, as in *caused efforts to raise it*."""
    if p.lower[word] not in pack.variables.subject_verbs or p.deps[word] not in MADE_TO:
        return None
    if p.lower[word - 1] not in pack.grammar.infinitive_marks or any(
        p.upos[c] in NOUNS for c in children(p, word, "obj")
    ):
        return None
    above = p.heads[word]
    thing = above if p.deps[above] in OBJECTS else child(p, above, *OBJECTS)
    if thing is None or thing > word or p.lemmas[p.heads[thing]] not in pack.grammar.object_control:
        return None
    return p.heads[thing]


def _between(p: Parse, verb: int, particle: int) -> list[int]:
    """The objects between the two, which are the verb's as well: *riep [de bond] op in te grijpen*."""
    return [c for c in children(p, p.heads[particle], "obj", "iobj") if verb < c < particle]


def _stray(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """The particle of a verb without one, where the two are a verb that the lexicons know."""
    if p.upos[verb] not in VERBAL or p.stems[verb] != p.lemmas[verb]:
        return None
    end = min(p.sentences[p.sentence_of[verb]][1], verb + FARTHEST)
    for word in range(verb + 1, end):
        if p.upos[word] in ("PUNCT", "SCONJ") or is_finite(p, word):
            return None  # a particle stands in the clause of its verb
        if p.upos[word] in PARTICLES and _is_particle(p, word, verb, pack):
            return word
    return None


def _is_particle(p: Parse, word: int, verb: int, pack: LanguagePack) -> bool:
    """Whether the two are a verb of a lexicon whose readers know it by the place that the parser gives the particle."""
    joined = pack.hooks.joined(p.stems[verb], p.lower[word])
    if joined == p.stems[verb]:
        return False
    if joined in pack.verbs and is_finite(p, verb) and _is_misled(p, word, verb, pack):
        return True
    if p.children[word]:
        return False
    if _before_preposition(p, word, verb) and joined in pack.causes.verbs:
        return True
    if p.heads[word] == verb and p.deps[word] == "case":
        return joined in pack.variables.subject_verbs or joined in pack.variables.object_verbs
    return joined in pack.events.verbs and _hangs_loose(p, word, verb)


def _before_preposition(p: Parse, word: int, verb: int) -> bool:
    """*draagt [bij] aan*: right behind the verb, before the preposition of its object; no noun has two of them."""
    return word == verb + 1 and p.deps[word] == "case" and word + 1 < len(p) and p.deps[word + 1] == "case"


def _is_misled(p: Parse, word: int, verb: int, pack: LanguagePack) -> bool:
    """Whether a particle may hang elsewhere: *riep hem op in te grijpen*, *raadt aan alles te bewaren*.

    Right before its noun it is a preposition where the verb by itself reports too: *zei na afloop ... te zullen winnen*.
    """
    head, relation = p.heads[word], p.deps[word]
    if relation == "case" and word + 1 < len(p) and p.lower[word + 1] in pack.grammar.complementizers:
        return True  # *sprak met klem tegen dat ...*: no preposition has a clause behind it
    if p.upos[head] == "VERB" and relation != "case":
        return head == verb or word < head
    if relation == "mark" or word != verb + 1 or (head == word + 1 and p.stems[verb] in pack.verbs):
        return relation == "mark"
    return any(c > word and p.deps[c] in COMPLEMENTS for c in (*p.children[verb], *p.children[head]))


def _hangs_loose(p: Parse, word: int, verb: int) -> bool:
    """*gaf hem [terug]*; *kwamen [om] toen het schip zonk*: what opens an infinitive elsewhere cannot before a finite clause."""
    if p.deps[word] == "mark":
        return word == verb + 1 and is_finite(p, p.heads[word])
    return p.heads[word] == verb and p.upos[word] in ("ADV", "ADJ")
