"""Who a clause is about, where the parser hung him elsewhere or hung something else there: *de Zeebond zegt*, *[Fisher] said*."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of, hung
from wederhoor.syntax.clauses import (
    SUBJECT,
    VERBAL,
    child,
    children,
    has_child,
    has_infinitive_mark,
    has_word,
    is_present_participle,
)

OPENING = ("DET", "CCONJ")
"""What stands before a name and is no part of it."""
NOUNS = ("NOUN", "PROPN", "PRON")
STRAY = ("ADV", "ADJ")
"""What a parse may have a name for that is a word too."""
WEEKDAY = "WEEKDAY"
QUOTED = ('"', "”", "’", "''", "»")


def mend_subjects(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with names at the head of what stands before them, and with one subject, the one that it is, for each verb."""
    p = _with_counted(_with_day(_with_person(_with_named(p)), pack), pack)
    p = _with_contained(_with_name_before_day(_with_owned(p, pack), pack), pack)
    p = _with_behind_participle(p, pack)
    return _with_role(_with_behind_preposition(_with_one_subject(p, pack), pack), pack)


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
    """*[Hoek] denies it*, *[Oud] ontkent het*: a person's name is no adverb, and of a verb without a subject it is that."""
    adverbs = (w for w, dep in enumerate(p.deps) if dep == "advmod" and p.upos[w] in STRAY and p.entity_of[w] >= 0)
    stray = [w for w in adverbs if p.entities[p.entity_of[w]].type == "PER" and p.upos[p.heads[w]] in VERBAL]
    moved = {w: (p.heads[w], "nsubj") for w in stray if not has_child(p, p.heads[w], "nsubj", "nsubj:pass")}
    if not moved:
        return p
    return replace(hung(p, moved), upos=["PROPN" if w in moved else pos for w, pos in enumerate(p.upos)])


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


def _with_owned(p: Parse, pack: LanguagePack) -> Parse:
    """*Ole Vink ... Vinks [advocaat] zegt*: a name of the text with the ending of its genitive is whose the noun behind it is."""
    moved: dict[int, tuple[int, str]] = {}
    owners = _owners(p, pack) if pack.grammar.verb_second else []
    for owner in owners:
        owned = owner + 1
        first = owned if p.heads[owner] == owned else owner
        above = owned if p.heads[first] == owner else p.heads[first]
        moved |= {c: (owned, p.deps[c]) for c in p.children[owner] if c != owned}
        moved |= {owned: (above, p.deps[first]), owner: (owned, "nmod:poss")}
    return replace(hung(p, moved), upos=["PROPN" if w in owners else pos for w, pos in enumerate(p.upos)])


def _owners(p: Parse, pack: LanguagePack) -> list[int]:
    """The words before a noun in small letters that are a name of the text with the ending of a genitive."""
    names = {p.words[w] for w, entity in enumerate(p.entity_of) if entity >= 0}
    endings = [ending for ending in pack.actors.words.genitives if ending]
    genitives = {name + ending for name in names for ending in endings}
    nouns = (w for w in range(1, len(p)) if p.upos[w] == "NOUN" and p.words[w].islower())
    return [noun - 1 for noun in nouns if p.words[noun - 1] in genitives]


def _with_name_before_day(p: Parse, pack: LanguagePack) -> Parse:
    """*Hoewel het [AD] dinsdag schreef dat*: where days have no article, the name behind one is who wrote, and the day when."""
    moved: dict[int, tuple[int, str]] = {}
    for day in range(1, len(p)) if pack.grammar.verb_second else ():
        name, verb = day - 1, p.heads[day]
        is_day = p.lower[day] in pack.times.words.get(WEEKDAY, ()) and p.deps[day] in SUBJECT and day < verb
        if is_day and p.heads[name] == day and p.words[name][:1].isupper() and has_child(p, day, "det"):
            moved |= {c: (name, p.deps[c]) for c in p.children[day] if c < name}
            moved |= {name: (verb, p.deps[day]), day: (verb, "obl")}
    named = [w for w, (_, dep) in moved.items() if dep in SUBJECT]
    return replace(hung(p, moved), upos=["PROPN" if w in named else pos for w, pos in enumerate(p.upos)])


def _with_contained(p: Parse, pack: LanguagePack) -> Parse:
    """*Laat weten dat er geen [banen] verdwijnen*: a noun between *dat* and a verb without a subject is no verb's before it."""
    moved: dict[int, tuple[int, str]] = {}
    for mark in (w for w, form in enumerate(p.lower) if form in pack.grammar.complementizers and p.deps[w] == "mark"):
        verb = p.heads[mark]
        if not pack.grammar.verb_second or has_child(p, verb, *SUBJECT):
            continue
        inside = range(mark + 1, verb)
        stray = [w for w in inside if p.heads[w] < mark and p.deps[w] in ("obj", "nsubj") and p.upos[w] in NOUNS]
        if len(stray) == 1:
            moved[stray[0]] = verb, "nsubj"
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


def _with_behind_participle(p: Parse, pack: LanguagePack) -> Parse:
    """*for attacking [the driver]*, *to attack [him]*: where subjects come first, what follows such a form is its object."""
    if not pack.grammar.subject_first:
        return p
    moved: dict[int, tuple[int, str]] = {}
    for noun in (w for w, dep in enumerate(p.deps) if dep == "nsubj" and p.upos[w] in NOUNS and p.heads[w] < w):
        verb = p.heads[noun]
        bare = p.upos[verb] == "VERB" and not has_child(p, verb, "aux", "cop", "obj", "ccomp", "expl")
        formed = is_present_participle(p, verb) or has_infinitive_mark(p, verb, pack)
        if bare and formed and p.subtree(noun)[0] == verb + 1:
            moved[noun] = verb, "obj"
    return hung(p, moved)


def _with_behind_preposition(p: Parse, pack: LanguagePack) -> Parse:
    """*Unlike Aker, [Holm] thinks*, *according to Orr, [a plan] exists*: what a preposition opens with is no subject.

    What stands before the verb is.
    """
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
    case = p.deps[opening] == "case" and (p.upos[opening] == "ADP" or has_child(p, opening, "fixed"))
    return case and opening == p.sentences[p.sentence_of[subject]][0]


def _with_role(p: Parse, pack: LanguagePack) -> Parse:
    """*..., zegt hydroloog [Anema]*: behind a subject without article that says what somebody is, a name is no object."""
    moved: dict[int, tuple[int, str]] = {}
    for name in range(1, len(p)) if pack.grammar.verb_second else ():
        role, verb = name - 1, p.heads[name]
        named = p.deps[name] == "obj" and p.upos[name] == "PROPN" and p.upos[role] in ("NOUN", "ADJ")
        if named and p.deps[role] == "nsubj" and p.heads[role] == verb < role and not has_child(p, role, "det"):
            moved[name] = role, "appos"
    return hung(p, moved)
