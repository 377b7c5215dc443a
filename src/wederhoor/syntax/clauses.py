"""What readers ask of a parse: subjects and objects, verb groups, noun phrases, forms of words."""

from __future__ import annotations

from collections.abc import Container

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse

SUBJECT = ("nsubj", "nsubj:pass", "csubj")
RELATIVE = "acl:relcl"
AUXILIARY = ("aux", "aux:pass", "cop")
OUTSIDE_PHRASE = ("case", "mark", "cc", "cop", "aux", "aux:pass", "advcl", "parataxis", "nsubj", "ccomp", "expl")
VERBAL = ("VERB", "AUX")
BARE = ("advcl", "acl", "parataxis", "appos")
"""Relations of a participle without auxiliary."""


def child(p: Parse, head: int, *relations: str) -> int | None:
    """The first child of ``head`` by one of the relations."""
    for c in p.children[head]:
        if p.deps[c] in relations:
            return c
    return None


def children(p: Parse, head: int, *relations: str) -> list[int]:
    """The children of ``head`` by any of the relations, in text order."""
    return [c for c in p.children[head] if p.deps[c] in relations]


def has_child(p: Parse, head: int, *relations: str) -> bool:
    return child(p, head, *relations) is not None


def child_in(p: Parse, head: int, words: Container[str], *relations: str) -> int | None:
    """The first child of ``head`` that is one of the words (lower case), by one of the relations where any is given."""
    for c in p.children[head]:
        if p.lower[c] in words and (not relations or p.deps[c] in relations):
            return c
    return None


def has_word(p: Parse, head: int, words: Container[str], *relations: str) -> bool:
    return child_in(p, head, words, *relations) is not None


def case_of(p: Parse, word: int) -> int | None:
    """The preposition or postposition that marks the case of a word."""
    return child(p, word, "case")


def preposition_of(p: Parse, word: int) -> int | None:
    """The case marker that stands before its word."""
    found = case_of(p, word)
    return found if found is not None and found < word else None


def marker_of(p: Parse, word: int) -> str:
    """The form of the case marker of a word, in lower case; empty where there is none."""
    found = case_of(p, word)
    return "" if found is None else p.lower[found]


def predicate_of(p: Parse, word: int) -> int:
    """The word that an auxiliary or copula goes with; any other word itself."""
    return p.heads[word] if p.deps[word] in AUXILIARY else word


def auxiliaries(p: Parse, verb: int) -> list[int]:
    """The auxiliaries and the copula of a predicate."""
    return children(p, verb, *AUXILIARY)


def with_auxiliaries(p: Parse, verb: int) -> list[int]:
    """A predicate and behind it its auxiliaries and copula, in this order and not in that of the text."""
    return [verb, *auxiliaries(p, verb)]


def is_root(p: Parse, word: int) -> bool:
    """Whether a word hangs on no other one of its sentence."""
    return p.heads[word] == word


def is_finite(p: Parse, word: int) -> bool:
    return "VerbForm=Fin" in p.feats[word]


def is_participle(p: Parse, word: int) -> bool:
    return "VerbForm=Part" in p.feats[word]


def is_present_participle(p: Parse, word: int) -> bool:
    """*causing*, whichever of the two the tagger calls it."""
    return "Tense=Pres|VerbForm=Part" in p.feats[word] or "VerbForm=Ger" in p.feats[word]


def is_gerund(p: Parse, word: int) -> bool:
    """*denied [taking] it*, *denies [having] taken it*: a verb that stands as a noun would, whatever the tagger calls it."""
    helping = children(p, word, "aux", "aux:pass", "cop")
    if "VerbForm=Ger" in p.feats[word] or any("VerbForm=Ger" in p.feats[c] for c in helping):
        return True
    complement = p.deps[word] in ("xcomp", "ccomp")
    if complement and helping:  # *denied [having] taken it*; *is taking* has an auxiliary in a tense before it
        return is_present_participle(p, helping[0])
    return p.deps[word] == "xcomp" and is_present_participle(p, word)


def is_plural(p: Parse, word: int) -> bool:
    return "Number=Plur" in p.feats[word]


def subject_of(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """The word that is the subject of a verb: its own, or by control or conjunction that of a verb above it.

    A subject taken over must agree in number with the verb.
    """
    seen = set()
    here: int | None = verb
    while here is not None and here not in seen:
        seen.add(here)
        if here != verb and has_child(p, here, "expl"):  # *het is niet vreemd te denken dat*: nobody's thought
            return None
        found = subject_in_group(p, here)
        if found is None and here == verb:
            found = _subject_beside(p, verb) or charged_with(p, verb, pack)
        if (joined := _sharing(p, here, found)) is not None:
            here = joined
            continue
        if found is not None and (here == verb or _agrees(p, verb, found, pack)):
            return found
        here = _governor(p, here, pack) if found is None else _above(p, here)
        if here is not None and _is_object(p, here):
            return here
    return None


def _is_object(p: Parse, word: int) -> bool:
    return p.upos[word] in ("NOUN", "PROPN", "PRON") and p.deps[word] in ("obj", "iobj")


def _sharing(p: Parse, verb: int, subject: int | None) -> int | None:
    """The verb whose subject a joined verb shares, unless it has one of its own before it."""
    return _joined_to(p, verb) if subject is None or subject > verb else None


def subject_in_group(p: Parse, verb: int) -> int | None:
    """A verb's own subject, also where the parser hung it under the auxiliary: *had [de trainer] ... genoemd*."""
    group = (verb, *children(p, verb, "aux"))
    return next((found for w in group if (found := child(p, w, *SUBJECT)) is not None), None)


def _governor(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """The verb, or the object as controller, from which a verb without a subject of its own takes one."""
    relation, above = p.deps[verb], p.heads[verb]
    if relation == "xcomp" and p.lemmas[above] in pack.grammar.object_control:
        controller = child(p, above, "obj", "iobj")
        if controller is not None:
            return controller
    if relation == "conj" and is_infinitive(p, verb, pack) and not is_infinitive(p, above, pack):
        return None
    if relation in ("xcomp", "conj", "aux", "cop", "aux:pass"):
        return _above(p, verb)
    if relation == "compound:prt" and p.upos[verb] == "VERB":  # a participle that the parser took for a particle
        return _above(p, verb)
    infinite = relation in ("advcl", "acl") and not any(is_finite(p, w) for w in verb_group(p, verb))
    return _above(p, verb) if infinite else None


def charged_with(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """*blamed [the rebels] for killing*, *[the firm] was fined for dumping*: who is blamed did it, and not who blames."""
    if not is_present_participle(p, verb) or not has_word(p, verb, pack.grammar.object_marks, "mark", "case"):
        return None
    found = child(p, p.heads[verb], "obj", "iobj", "nsubj:pass")
    return found if found is None or found < verb else None


def _above(p: Parse, word: int) -> int | None:
    return p.heads[word] if p.heads[word] != word else None


def _agrees(p: Parse, verb: int, subject: int, pack: LanguagePack) -> bool:
    finite = next((w for w in verb_group(p, verb) if is_finite(p, w)), None)
    head = antecedent(p, subject, pack)
    noun = subject if head is None else head
    if finite is None or "Number=" not in p.feats[finite] or "Number=" not in p.feats[noun]:
        return True
    return is_plural(p, finite) or not is_plural(p, noun)


def _joined_to(p: Parse, verb: int) -> int | None:
    """The verb whose subject a second one shares: *erkent dat ..., maar benadrukt*. The conjunction stands right before it.

    The parser often joins it to the verb of the clause before; that clause being subordinate, the one above it is meant.
    """
    if p.deps[verb] not in ("conj", "advcl") or verb == 0 or p.upos[verb - 1] != "CCONJ" or not is_finite(p, verb):
        return None
    first = p.heads[verb]
    subordinate = p.deps[first] == RELATIVE or has_child(p, first, "mark")
    last = verb + 1 >= len(p) or p.upos[verb + 1] == "PUNCT"
    if not subordinate or last:
        return first
    here = p.heads[first]
    while p.upos[here] not in VERBAL and p.heads[here] != here:
        here = p.heads[here]
    return here


def _subject_beside(p: Parse, verb: int) -> int | None:
    """The subject right behind a finite verb that the parser took for a part of its infinitive: *wil ze ... laten*."""
    if not is_finite(p, verb):
        return None
    below = [g for c in p.children[verb] if p.deps[c] in ("xcomp", "ccomp") for g in p.children[c]]
    likely = [g for g in below if p.deps[g] in (*SUBJECT, "obj", "iobj") and verb < g <= verb + 6]
    return next((g for g in likely if noun_phrase(p, g)[0] == verb + 1), None)


def agent_of(p: Parse, verb: int) -> int | None:
    """Who does what a passive verb says, where a *door* phrase tells."""
    return child(p, verb, "obl:agent")


def is_passive(p: Parse, verb: int) -> bool:
    """Whether a verb is passive by its auxiliary or its subject."""
    return has_child(p, verb, "aux:pass") or (has_child(p, verb, "nsubj:pass") and not has_child(p, verb, "obj"))


def is_bare_passive(p: Parse, verb: int) -> bool:
    """Whether a participle is passive without saying so: *verdacht van diefstal*, *werd geslagen en [geschopt]*.

    Of many verbs it looks like the present tense, *verwacht Jansen*: whether somebody says something, it does not tell.
    """
    if not is_participle(p, verb) or is_present_participle(p, verb) or has_child(p, verb, "aux", "nsubj:pass"):
        return False
    if p.deps[verb] in BARE and not has_child(p, verb, "cop", "obj", "nsubj"):
        return True
    joined = p.deps[verb] == "conj" and not has_child(p, verb, *SUBJECT)
    return joined and has_child(p, p.heads[verb], "aux:pass", "nsubj:pass")


def verb_group(p: Parse, verb: int) -> list[int]:
    """A verb with its auxiliaries and separated particle."""
    return sorted([verb, *children(p, verb, *AUXILIARY, "compound:prt")])


def noun_phrase(p: Parse, head: int, *, relative: bool = False) -> list[int]:
    """The words of the noun phrase around ``head`` with its appositions, and its relative clause where ``relative``."""
    words: list[int] = []
    stack = [head]
    while stack:
        here = stack.pop()
        words.append(here)
        stack.extend(c for c in p.children[here] if here != head or not _leaves_phrase(p, c, relative=relative))
    words.sort()
    first = last = words.index(head)
    while first > 0 and _next_to(p, words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _next_to(p, words[last], words[last + 1]):
        last += 1
    run = list(range(words[first], words[last] + 1))
    while p.upos[run[0]] in ("PUNCT", "CCONJ") and len(run) > 1:
        run.pop(0)
    while p.upos[run[-1]] == "PUNCT" and p.words[run[-1]] != ")" and len(run) > 1:
        run.pop()
    return run


def _leaves_phrase(p: Parse, word: int, *, relative: bool) -> bool:
    """Whether a child of the head belongs to the clause around the phrase and not to the phrase."""
    relation = p.deps[word]
    if relation == RELATIVE:
        return not relative
    if relation == "nmod" and p.upos[word] == "ADP":
        return True  # a verb's fixed words that hang here: *door de bond [van de hand] gewezen*
    return relation in OUTSIDE_PHRASE or (relation == "punct" and p.words[word] in ".:;?!")


def _next_to(p: Parse, a: int, b: int) -> bool:
    """Whether two words of a phrase are neighbours, a punctuation mark between them allowed."""
    return b - a == 1 or (b - a == 2 and p.upos[a + 1] == "PUNCT")


def antecedent(p: Parse, relative_pronoun: int, pack: LanguagePack) -> int | None:
    """The noun that a relative pronoun stands for."""
    if p.lower[relative_pronoun] not in pack.closed.relative:
        return None
    here = relative_pronoun
    for _ in range(6):
        if p.deps[here] == RELATIVE:
            return p.heads[here]
        if p.heads[here] == here:
            return None
        here = p.heads[here]
    return None


def is_infinitive(p: Parse, clause: int, pack: LanguagePack) -> bool:
    """Whether a clause is a te-infinitive, with or without *om*."""
    group = [clause, *children(p, clause, "aux", "aux:pass", "cop", "xcomp")]
    if any(is_finite(p, w) for w in group):
        return False
    return any(has_infinitive_mark(p, w, pack) for w in group)


def has_infinitive_mark(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether *te* or *om* hangs on a verb."""
    return has_word(p, verb, pack.grammar.infinitive_marks, "mark")
