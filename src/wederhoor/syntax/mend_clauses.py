"""Clauses and their parts that the parser hangs on the wrong verb, put right where the words leave no other way."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung, path_up
from wederhoor.syntax.clauses import (
    SUBJECT,
    VERBAL,
    children,
    has_child,
    has_infinitive_mark,
    has_word,
    is_finite,
)
from wederhoor.syntax.nouns import names_party, names_time

JUDGING = ("deny", "judge", "accuse")
"""Attitudes of who judges what others do."""


def mend_clauses(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these where they belong."""
    for moves in (
        _beside_auxiliaries,
        _beside_subjects,
        _beside_pronouns,
        _before_days,
        _negations,
        _contents,
        _said_besides,
        _before_semicolons,
        _second_subjects,
        _openers,
        _subject_clauses,
        _beyond_subject_clauses,
        _inverted_conditions,
        _roles,
        _lone_objects,
        _forthcoming,
        _participles,
        _days,
        _behind_prepositions,
        _opened_perfects,
    ):
        p = hung(p, dict(moves(p, pack)))
    return p


def _opened_perfects(p: Parse, pack: LanguagePack) -> Moves:
    """*Na [de gijzelaars] te hebben gedood*: what opens an infinitive of the perfect is no preposition of the noun behind it."""
    for verb in (w for w, dep in enumerate(p.deps) if dep == "advcl" and pack.grammar.verb_second):
        opener = p.subtree(verb)[0]
        noun = p.heads[opener]
        perfect = any(p.lemmas[c] in pack.closed.perfect and not is_finite(p, c) for c in children(p, verb, "aux"))
        marked = has_infinitive_mark(p, verb, pack) and not has_child(p, verb, "obj", *SUBJECT)
        if p.deps[opener] == "case" and p.deps[noun] == "obl" and p.heads[noun] == verb and perfect and marked:
            yield opener, (verb, "mark")
            yield noun, (verb, "obj")


def _beyond_subject_clauses(p: Parse, _: LanguagePack) -> Moves:
    """*That he lied is nonsense, [according to a clerk]*: what stands behind the predicate is no part of its subject clause."""
    for word, dep in enumerate(p.deps):
        clause = p.heads[word]
        if dep == "obl" and p.deps[clause] == "csubj" and clause < p.heads[clause] < word:
            yield word, (p.heads[clause], dep)


def _beside_auxiliaries(p: Parse, _: LanguagePack) -> Moves:
    """*[Karin Blok] heeft de claim een verzinsel genoemd*: what the parser hangs on an auxiliary is the verb's."""
    for word, dep in enumerate(p.deps):
        above = p.heads[word]
        if dep in (*SUBJECT, "obj") and p.deps[above] in ("aux", "aux:pass", "cop"):
            yield word, (p.heads[above], dep)


def _beside_subjects(p: Parse, _: LanguagePack) -> Moves:
    """*Een farce [waren] ze*: a copula that the parser hangs on the pronoun behind it is the predicate's."""
    for word, dep in enumerate(p.deps):
        above = p.heads[word]
        if dep in ("cop", "aux", "aux:pass") and p.upos[above] == "PRON" and p.deps[above] in SUBJECT:
            yield word, (p.heads[above], dep)


def _beside_pronouns(p: Parse, pack: LanguagePack) -> Moves:
    """*Wierp dat [verre] van zich*: an adverb behind a pronoun is the verb's. *Wuift [dat] weg*: a bare one is its object."""
    for word, dep in enumerate(p.deps):
        above = p.heads[word]
        if dep == "obl" and p.lower[word] in pack.closed.pointing and above == word - 1 and not p.children[word]:
            yield word, (above, "obj")
        if dep == "amod" and p.upos[word] == "ADV" and p.upos[above] == "PRON" and above == word - 1:
            yield word, (p.heads[above], "advmod")


def _before_days(p: Parse, pack: LanguagePack) -> Moves:
    """*Sprak [dat] donderdag tegen*: where days have no such article, it is the object of the verb."""
    days = pack.times.words.get("WEEKDAY", ()) if pack.grammar.verb_second else ()
    for word, dep in enumerate(p.deps):
        day = p.heads[word]
        neuter = p.lower[word] in pack.closed.pointing and p.lower[word] in pack.grammar.complementizers
        if dep == "det" and neuter and p.lower[day] in days and p.upos[p.heads[day]] in VERBAL:
            yield word, (p.heads[day], "obj")


def _negations(p: Parse, pack: LanguagePack) -> Moves:
    """*Geloven [niet] langer dat*: what is over is denied of the verb."""
    for word in range(len(p) - 1):
        ended = (p.lower[word], p.lower[word + 1]) in pack.grammar.ended and p.heads[word] == word + 1
        verb = p.heads[word + 1]
        if ended and p.upos[verb] in VERBAL:
            yield word, (verb, "advmod")


def _contents(p: Parse, pack: LanguagePack) -> Moves:
    """*Wilde niet zeggen [of hij opstapt]*: what is said hangs on the verb of saying below the modal."""
    for clause in (w for w, dep in enumerate(p.deps) if dep == "ccomp"):
        modal = p.heads[clause]
        said = next((c for c in children(p, modal, "xcomp") if modal < c < clause), None)
        marked = has_word(p, clause, pack.grammar.complementizers, "mark")
        if said is None or not marked or p.lemmas[modal] not in pack.propositions.words.modes:
            continue
        if p.lemmas[said] in pack.verbs and not has_child(p, said, "ccomp", "obj"):
            last = max((c for c in children(p, said, "conj") if c < clause), default=said)
            yield clause, (last, "ccomp")


def _said_besides(p: Parse, pack: LanguagePack) -> Moves:
    """*Denied that soldiers had come, [saying] all had left*: who denies says so, not whom he tells of."""
    for word, dep in enumerate(p.deps):
        if dep not in ("advcl", "acl") or p.words[word - 1] != "," or p.lemmas[word] not in pack.verbs:
            continue
        if not has_word(p, word, pack.closed.negations) and not has_child(p, word, *SUBJECT, "mark"):
            told = next((w for w in path_up(word, p.heads) if p.deps[w] == "ccomp"), word)
            if p.heads[told] < told < word and _denies(p, p.heads[told], pack):
                yield word, (p.heads[told], "advcl")
            elif dep == "acl" and (judging := _judging(p, word, pack)) is not None:
                yield word, (judging, "advcl")


def _judging(p: Parse, participle: int, pack: LanguagePack) -> int | None:
    """*Condemned the closing of the mill, [citing] cost*: the verb of who judges the thing that a participle hangs on."""
    thing = next((w for w in path_up(participle, p.heads) if p.deps[w] == "obj"), participle)
    verb = p.heads[thing]
    person = names_party(p.lemmas[p.heads[participle]].lower(), pack)
    judges = any(entry.attitude in JUDGING and not entry.words for entry in pack.verbs.get(p.lemmas[verb], ()))
    return verb if judges and verb < thing < participle and not person and has_child(p, verb, *SUBJECT) else None


def _before_semicolons(p: Parse, _: LanguagePack) -> Moves:
    """*The gates [were shut]; the union said nobody knew*: who says something says it behind the semicolon."""
    for word, dep in enumerate(p.deps):
        verb = p.heads[word]
        if dep != "ccomp" or verb < word or not has_child(p, verb, *SUBJECT):
            continue
        mark = next((w for w in range(word, children(p, verb, *SUBJECT)[0]) if p.words[w] == ";"), None)
        if mark is not None and p.upos[mark - 1] != "PUNCT":  # not behind a closed quotation
            yield word, (verb, "parataxis")


def _denies(p: Parse, verb: int, pack: LanguagePack) -> bool:
    return any(entry.attitude == "deny" and not entry.words for entry in pack.verbs.get(p.lemmas[verb], ()))


def _second_subjects(p: Parse, pack: LanguagePack) -> Moves:
    """*Vlier heeft [de claim] een verzinsel genoemd*: of two subjects around the finite verb the second is none."""
    if not pack.grammar.verb_second:
        return
    for verb in (w for w, pos in enumerate(p.upos) if pos in VERBAL):
        subjects = children(p, verb, "nsubj")
        finite = next((c for c in children(p, verb, "aux", "aux:pass") if is_finite(p, c)), verb)
        if len(subjects) != 2 or not subjects[0] < finite < subjects[1]:
            continue
        yield subjects[1], (verb, "obj")
        for behind in children(p, verb, "obj"):
            if behind > subjects[1] and p.lemmas[verb] in pack.propositions.words.calling:
                yield behind, (verb, "xcomp")


def _subject_clauses(p: Parse, pack: LanguagePack) -> Moves:
    """*[That the bridge was closed] was denied*: the clause that opens the sentence is what the other is about."""
    for first, _ in p.sentences:
        verb = p.heads[first]
        opens = p.lower[first] in pack.grammar.complementizers and p.deps[first] == "mark" and p.heads[verb] == verb
        main = next((c for c in children(p, verb, "ccomp", "parataxis", "conj") if c > verb), None) if opens else None
        if main is not None and not has_child(p, main, *SUBJECT, "mark"):
            yield main, (main, "ROOT")
            yield verb, (main, "nsubj:pass" if has_child(p, main, "aux:pass") else "csubj")


def _openers(p: Parse, pack: LanguagePack) -> Moves:
    """*[Dat] vraag daalt, leidt tot verlies*: no article where a verb without a subject stands behind the comma of its clause."""
    for first, end in p.sentences if pack.grammar.verb_second else ():
        verb = p.heads[p.heads[first]]
        if p.deps[first] != "det" or p.lower[first] not in pack.grammar.complementizers or p.heads[verb] != verb:
            continue
        follows = verb + 2 < end and p.words[verb + 1] == "," and is_finite(p, verb + 2) and p.heads[verb + 2] == verb
        if is_finite(p, verb) and follows and not has_child(p, verb + 2, *SUBJECT, "cc", "conj"):
            yield first, (verb, "mark")


def _inverted_conditions(p: Parse, pack: LanguagePack) -> Moves:
    """*[Stijgt het water], dan sluit de sluis*: what *dan* follows on hangs on the clause with it."""
    for first, end in p.sentences:
        if (
            not pack.grammar.verb_second
            or p.heads[first] != first
            or not is_finite(p, first)
            or p.words[end - 1] == "?"
        ):
            continue
        main = next((c for c in children(p, first, "parataxis", "conj", "ccomp") if is_finite(p, c)), first)
        if p.lower[main - 1] in pack.conditions.words.resumers and p.words[main - 2] == "," and main > first + 2:
            yield main, (main, "ROOT")
            yield first, (main, "advcl")


def _roles(p: Parse, pack: LanguagePack) -> Moves:
    """*Dismissed the claim that it leaks [as nonsense]*: what a claim is called is no part of it."""
    for word in (w for w, dep in enumerate(p.deps) if dep in ("nmod", "obl")):
        if not has_word(p, word, pack.grammar.role_marks, "case"):
            continue
        above = path_up(p.heads[word], p.heads)
        claim = next(
            (n for n, w in enumerate(above[1:], start=1) if p.deps[w] == "obj" and p.lemmas[w] in pack.nouns), None
        )
        verb = above[claim + 1] if claim is not None and claim + 1 < len(above) else None
        if verb is not None and any("as" in entry.frames for entry in pack.verbs.get(p.lemmas[verb], ())):
            yield word, (verb, "obl")


def _lone_objects(p: Parse, pack: LanguagePack) -> Moves:
    """*Sold [its business] to a rival*: who gets it follows behind a preposition, so the object beside it is what is given."""
    if not pack.grammar.subject_first:
        return
    for given in (w for w, dep in enumerate(p.deps) if dep == "iobj"):
        verb = p.heads[given]
        follows = any(
            given < c and has_word(p, c, pack.grammar.infinitive_marks, "case") for c in children(p, verb, "obl")
        )
        if follows and not has_child(p, verb, "obj", "ccomp", "xcomp"):
            yield given, (verb, "obj")


def _forthcoming(p: Parse, pack: LanguagePack) -> Moves:
    """*Is due [to leave]*: an infinitive right behind an adjective is what that is about."""
    for word in range(2, len(p)):
        above = p.heads[word]
        if p.deps[word] != "advcl" or p.upos[above] != "ADJ" or above != word - 2 or not has_child(p, above, "cop"):
            continue
        if p.lower[word - 1] in pack.grammar.infinitive_marks:
            yield word, (above, "xcomp")


def _participles(p: Parse, pack: LanguagePack) -> Moves:
    """*The dyke broke, [forcing] residents to leave*: who is made to do something is the object of the verb before it."""
    for made in range(1, len(p) - 1):
        thing = p.heads[made]
        verb = p.heads[thing]
        if p.deps[made] not in ("compound", "amod") or thing != made + 1 or p.words[made - 1] != "," or verb >= made:
            continue
        does = next(
            (
                c
                for c in (*children(p, thing, "acl"), *children(p, verb, "advcl"))
                if has_word(p, c, pack.grammar.infinitive_marks, "mark")
            ),
            None,
        )
        if does is not None and p.lemmas[made] in pack.grammar.object_control:
            yield made, (verb, "advcl")
            yield made - 1, (made, "punct")
            yield thing, (made, "obj")
            yield does, (made, "xcomp")


def _days(p: Parse, pack: LanguagePack) -> Moves:
    """*Staat er volgens het waterschap [vóór 1 november]*: when is of the verb, for nobody is of a day; *of May* may be."""
    for word, dep in enumerate(p.deps):
        who = p.heads[word]
        verb = p.heads[who]
        apart = word < who or any(p.upos[w] == "PUNCT" for w in range(who, word))
        if dep != "nmod" or apart or p.upos[verb] not in VERBAL or verb == who:
            continue
        case = [p.lower[c] for c in children(p, word, "case")]
        timed = any(names_time(p, w, pack) for w in (word, *children(p, word, "flat", "nmod")))
        if case and timed and pack.closed.of.isdisjoint(case) and names_party(p.lemmas[who].lower(), pack):
            yield word, (verb, "obl")


def _behind_prepositions(p: Parse, _: LanguagePack) -> Moves:
    """*Owing to a row [over pay], the school shut*: what stands behind the noun of a preposition of several words is of that."""
    for word in (w for w, dep in enumerate(p.deps) if dep == "case"):
        noun = p.heads[word]
        if noun > word and has_child(p, word, "fixed"):
            yield from ((c, (noun, "nmod")) for c in children(p, word, "obl", "nmod") if c > noun)
