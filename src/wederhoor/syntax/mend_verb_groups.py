"""What belongs to one verb, put together: its particle, its auxiliary, the infinitive below it and what a copula joins."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of, hung
from wederhoor.syntax.clauses import SUBJECT, VERBAL, child, children, is_finite
from wederhoor.syntax.mend_words import PARTICIPLE

PARTICLE = "compound:prt"
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")
BESIDE_AUXILIARY = (PARTICLE, "acl:relcl", "acl", "advcl", "xcomp")
"""Relations that a parse may have for a participle below its auxiliary."""
PARTICIPLES = frozenset({"participle"})
PARTICLES = ("ADP", "ADV", "ADJ")
OBJECTS = ("obj", "iobj")
NOUNS = ("NOUN", "PROPN", "PRON")
MADE_TO = ("acl", "xcomp", "obl", "advcl")
"""What a parse has an infinitive for that says what the object before it does."""
FARTHEST = 12
"""Words from a verb to its particle, at most."""


def mend_verb_groups(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with each participle, infinitive and particle with its verb, and the lemmas of verbs with particles whole."""
    p = _with_risen(_with_spoken(_with_infinitives(_with_participles(p, pack)), pack), pack)
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
        if _was_preposition(p, particle, pack):
            deps[p.heads[particle]] = "obj"
        deps[particle] = PARTICLE
    below = children_of(heads)
    lemmas = list(p.lemmas)
    for verb in {*verb_of.values(), *crowded}:
        own = [c for c in below[verb] if deps[c] == PARTICLE]
        lemmas[verb] = pack.hooks.joined(p.stems[verb], p.lower[own[-1]]) if own else p.stems[verb]
    return replace(p, lemmas=lemmas, heads=heads, deps=deps, children=below)


def _was_preposition(p: Parse, particle: int, pack: LanguagePack) -> bool:
    """*Brushed [aside] fears*: whether the parse had the particle before a noun, which is the verb's object then."""
    return pack.grammar.subject_first and p.deps[particle] == "case" and p.deps[p.heads[particle]] == "obl"


def _with_participles(p: Parse, pack: LanguagePack) -> Parse:
    """*heeft Oudkerk nooit ontkend*: a participle that the parser hung on its auxiliary as a particle heads the clause."""
    moved = [w for w, dep in enumerate(p.deps) if dep in BESIDE_AUXILIARY and _is_done(p, w, pack)]
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
    feats = [PARTICIPLE if w in moved else feat for w, feat in enumerate(p.feats)]
    return replace(p, heads=heads, deps=deps, feats=feats, children=children_of(heads))


def _is_done(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a verb is the participle of the auxiliary that it hangs on, in one clause: *zijn er honden [losgelaten]*."""
    above = p.heads[word]
    if p.upos[word] != "VERB" or p.upos[above] != "AUX" or p.lemmas[above] not in pack.closed.perfect:
        return False
    if p.deps[word] == PARTICLE:
        return is_finite(p, above)
    own = any(is_finite(p, c) or p.deps[c] in ("mark", "cop", "aux", "aux:pass", "nsubj") for c in p.children[word])
    shapes = pack.hooks.verb_shapes(p.lower[word], p.lemmas[word].lower())
    opens = p.deps[above] in ("ROOT", "ccomp") and word > above and not child(p, above, *SUBJECT)
    return is_finite(p, above) and opens and not own and shapes == PARTICIPLES and _is_alone(p, word, above)


def _is_alone(p: Parse, word: int, above: int) -> bool:
    """Whether nothing but words of its own stand between the two, and no mark."""
    return not any(p.upos[w] in ("PUNCT", "SCONJ", "CCONJ", "VERB") for w in range(above + 1, word))


def _with_infinitives(p: Parse) -> Parse:
    """*wilde noch bevestigen noch ontkennen*: an infinitive cannot be joined to a finite verb, so it is its complement.

    Nor is it a particle: *had er niets mee te maken*.
    """
    moved = [
        w
        for w, dep in enumerate(p.deps)
        if w > p.heads[w] and "VerbForm=Inf" in p.feats[w] and is_finite(p, p.heads[w])
        and ((dep == "conj" and p.heads[w] + 2 == w and p.upos[w - 1] == "CCONJ") or (dep == PARTICLE and child(p, w, "mark")))
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
    reports = any(
        not entry.words for entry in pack.verbs.get(joined, ())
    )  # not inwillen, of which one says: het wil er niet in
    if reports and is_finite(p, verb) and _is_misled(p, word, verb, pack):
        return True
    if p.children[word]:
        return False
    if _before_preposition(p, word, verb) and joined in pack.causes.verbs:
        return True
    drives = (pack.variables.subject_verbs, pack.variables.object_verbs, pack.causes.verbs)
    known = any(joined in verbs for verbs in drives)
    if p.heads[word] == verb and p.deps[word] == "case":
        return known
    return (known or joined in pack.events.verbs) and _hangs_loose(p, word, verb)


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
