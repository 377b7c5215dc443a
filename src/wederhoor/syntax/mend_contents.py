"""What is said without a conjunction, where the parser gives its beginning to the verb of saying: *hopes [her speech will help]*.

Only in a language whose subject comes before the verb and whose contents need no conjunction (``strict_control``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import reports_in
from wederhoor.records.parse import Moves, Parse, hung
from wederhoor.syntax.clauses import (
    AUXILIARY,
    RELATIVE,
    SUBJECT,
    VERBAL,
    child,
    children,
    has_child,
    has_infinitive_mark,
    has_word,
    is_finite,
    is_participle,
    is_present_participle,
)

PAST = "Tense=Past|VerbForm=Fin"
PRESENT = "Tense=Pres|VerbForm=Fin"
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
BEGINNING = ("det", "nmod", "obl", "amod", "advmod", "obl:unmarked")
"""What may stand between what a clause is about and its verb."""


def mend_contents(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with each content whole, below the verb that reports it."""
    if not (pack.grammar.subject_first and pack.grammar.strict_control):
        return p
    p = _with_finite(_with_verbs(p, pack), pack)
    for moves in (
        _bodies,
        _addressed,
        _with_own_subjects,
        _as_predicates,
        _subjects_beside,
        _relatives_of_subjects,
        _lost_subjects,
        _lost_clauses,
        _gerunds,
        _below_gerunds,
    ):
        p = hung(p, dict(moves(p, pack)))
    return p


def _takes_clause(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether a word is a verb that reports a clause."""
    return p.upos[verb] in VERBAL and reports_in(pack.verbs.get(p.lemmas[verb], ()), "clause")


def _with_verbs(p: Parse, pack: LanguagePack) -> Parse:
    """*The mayor [denies] knowing it*: a form of a verb of saying right before a gerund is no noun."""
    for word in range(1, len(p) - 1):
        if p.upos[word] == "NOUN" and _is_verb_before_gerund(p, word, pack):
            p = _as_verb(p, word, pack.verb_forms[p.lower[word]])
        elif p.upos[word] == "NOUN" and (subject := _subject_of_lost(p, word, pack)) is not None:
            p = _above_clause(p, word, subject, pack.verb_forms[p.lower[word]])
    return p


def _subject_of_lost(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """*[Podder] further alleges that*: the noun before a form of a verb of saying that a parse has for a noun with *that*."""
    if p.heads[word] != word or p.lower[word + 1] not in pack.grammar.complementizers or not _may_tell(p, word, pack):
        return None
    first = p.sentences[p.sentence_of[word]][0]
    clause = next((c for c in children(p, word, RELATIVE, "acl", "ccomp") if c > word + 1), None)
    if clause is None or any(is_finite(p, w) for w in range(first, word)):
        return None
    whole = any(word + 1 < c < clause for c in children(p, clause, *SUBJECT))  # not: fears that grew
    return next((c for c in children(p, word, "compound", "nmod:desc") if p.upos[c] in NOUNS), None) if whole else None


def _may_tell(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word has a form, other than the plain one, of a verb that reports a clause."""
    verb = pack.verb_forms.get(p.lower[word])
    return verb is not None and p.lower[word] != verb and reports_in(pack.verbs.get(verb, ()), "clause")


def _above_clause(p: Parse, word: int, subject: int, lemma: str) -> Parse:
    """The parse with a word as the verb of a subject and of the clause behind it."""
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    upos[word], feats[word] = "VERB", PRESENT
    lemmas[word] = stems[word] = lemma
    clauses = {c: (word, "ccomp") for c in children(p, word, RELATIVE, "acl") if c > word}
    before = {c: (subject, p.deps[c]) for c in p.children[word] if c < subject}
    between = {c: (word, "advmod") for c in p.children[word] if subject < c < word}
    moved = {subject: (word, "nsubj"), **clauses, **before, **between}
    return hung(replace(p, upos=upos, feats=feats, lemmas=lemmas, stems=stems), moved)


def _as_verb(p: Parse, word: int, lemma: str) -> Parse:
    """The parse with a word as the verb above what is next to it: its subject before it, the gerund behind it."""
    noun, gerund = word - 1, word + 1
    top = word if p.heads[word] == word else gerund
    head = word if p.heads[top] == top else p.heads[top]
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    upos[word], feats[word] = "VERB", PRESENT
    lemmas[word] = stems[word] = lemma
    moved = {word: (head, p.deps[top]), gerund: (word, "xcomp"), noun: (word, "nsubj")}
    before = {c: (noun, p.deps[c]) for c in p.children[word] if c < noun}
    ends = {c: (word, "punct") for c in p.children[gerund] if p.upos[c] == "PUNCT"}
    return hung(replace(p, upos=upos, feats=feats, lemmas=lemmas, stems=stems), {**moved, **before, **ends})


def _is_verb_before_gerund(p: Parse, word: int, pack: LanguagePack) -> bool:
    verb = pack.verb_forms.get(p.lower[word])
    if verb is None or p.lower[word] == verb or not any("inf" in e.frames for e in pack.verbs.get(verb, ())):
        return False
    gerund, noun = word + 1, word - 1
    joined = (p.heads[word], p.heads[gerund]) in ((gerund, gerund), (word, word))
    named = p.deps[noun] in ("compound", "nmod:desc", "flat") and p.heads[noun] == word
    return joined and named and is_present_participle(p, gerund)


def _bodies(p: Parse, pack: LanguagePack) -> Moves:
    """*[It] says they are safe*: of a verb of speech in the active *it* is who speaks, where the parse has it for nobody."""
    for word, dep in enumerate(p.deps):
        verb = p.heads[word]
        if dep != "expl" or p.lower[word] not in pack.closed.it or p.lemmas[verb] in pack.grammar.evident:
            continue
        speaks = reports_in(pack.verbs.get(p.lemmas[verb], ()), "quote")
        if speaks and p.upos[verb] in VERBAL and word < verb and not has_child(p, verb, "aux:pass", *SUBJECT):
            yield word, (verb, "nsubj")


def _addressed(p: Parse, pack: LanguagePack) -> Moves:
    """*Told [the council] the quay was unsafe*: of two subjects of what is told the first is who is told it."""
    for clause, dep in enumerate(p.deps):
        verb = p.heads[clause]
        if dep != "ccomp" or clause < verb or not _takes_clause(p, verb, pack):
            continue
        subjects = children(p, clause, *SUBJECT)
        if len(subjects) == 2 and subjects[1] < clause and p.subtree(subjects[0])[0] == verb + 1:
            yield subjects[0], (verb, "iobj")


def _with_own_subjects(p: Parse, pack: LanguagePack) -> Moves:
    """*Many fear the mill will [close]*: a finite clause with a subject of its own is no open complement."""
    for clause, dep in enumerate(p.deps):
        verb = p.heads[clause]
        if dep != "xcomp" or clause < verb or not _takes_clause(p, verb, pack) or has_child(p, clause, "mark"):
            continue
        finite = any(is_finite(p, w) or p.lemmas[w] in pack.closed.future for w in children(p, clause, *AUXILIARY))
        subject = child(p, clause, *SUBJECT)
        if finite and subject is not None and subject < clause and p.subtree(clause)[0] == verb + 1:
            yield clause, (verb, "ccomp")


def _as_predicates(p: Parse, pack: LanguagePack) -> Moves:
    """*Dismissed both figures [as guesswork]*: what a verb calls its object, where a parse hangs it on the object."""
    for word, dep in enumerate(p.deps):
        thing = p.heads[word]
        verb = p.heads[thing]
        if dep != "nmod" or p.deps[thing] != "obj" or not verb < thing < word:
            continue
        entries = (e for e in pack.verbs.get(p.lemmas[verb], ()) if "as" in e.frames)
        if any(has_word(p, word, e.prepositions & pack.grammar.role_marks, "case") for e in entries):
            yield word, (verb, "obl")


def _subjects_beside(p: Parse, pack: LanguagePack) -> Moves:
    """*The works [council] insists that*: a noun right before a verb in a tense is its subject, and no part of it."""
    for verb in range(1, len(p)):
        noun = verb - 1
        beside = p.deps[noun] == "compound" and p.heads[noun] == verb and p.upos[noun] in ("NOUN", "PROPN")
        if not beside or not _takes_clause(p, verb, pack) or not is_finite(p, verb):
            continue
        yield noun, (verb, "nsubj")
        first = noun
        while first - 1 in p.children[verb] and p.deps[first - 1] in ("det", "amod", "compound", "nsubj"):
            first -= 1
            yield first, (noun, "compound" if p.deps[first] == "nsubj" else p.deps[first])


def _gerunds(p: Parse, pack: LanguagePack) -> Moves:
    """*Denied [having met him]*: what stands right behind a verb that takes an infinitive is what it is about."""
    for word, dep in enumerate(p.deps):
        verb = p.heads[word]
        if dep == "advcl" and verb < word and _comes_to(p, verb, pack) and has_infinitive_mark(p, word, pack):
            yield word, (verb, "xcomp")  # *went on [to say]*
        if dep != "advcl" or verb > word or has_child(p, word, "mark", *SUBJECT):
            continue
        told = reports_in(pack.verbs.get(p.lemmas[verb], ()), "inf")
        if told and _opens_behind(p, word, max((verb, *children(p, verb, "compound:prt")))):
            yield word, (verb, "xcomp")


def _below_gerunds(p: Parse, pack: LanguagePack) -> Moves:
    """*Denied ordering them [to leave]*: an infinitive behind a gerund is what that tells."""
    for word, dep in enumerate(p.deps):
        verb = p.heads[word]
        if dep in ("advcl", "xcomp") and verb < word and has_infinitive_mark(p, word, pack):
            doing = _gerund_behind(p, verb, pack)
            if doing is not None:
                yield word, (doing, "xcomp")


def _gerund_behind(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """*Denied [planning]*: what somebody denies or admits, where the parser has it for a thing."""
    doing = child(p, verb, "obj") if reports_in(pack.verbs.get(p.lemmas[verb], ()), "inf") else None
    if doing is None or p.subtree(doing)[0] != doing or doing != verb + 1:
        return None
    taken = p.upos[doing] == "NOUN" and p.lemmas[doing] in pack.verbs and p.lemmas[doing] != p.lower[doing]
    return doing if taken or is_present_participle(p, doing) else None


def _comes_to(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """*Went on*: a verb and its particle, whose infinitive tells what is done."""
    return p.stems[verb] in pack.grammar.coming_to and has_child(p, verb, "compound:prt")


def _opens_behind(p: Parse, word: int, before: int) -> bool:
    """Whether a gerund, with its adverbs and *having*, stands right behind a word."""
    first = p.subtree(word)[0]
    opening = next((w for w in range(first, word + 1) if p.upos[w] != "ADV"), word)
    return first == before + 1 and is_present_participle(p, opening)


def _with_finite(p: Parse, pack: LanguagePack) -> Parse:
    """*Said she almost always [treated] it so*: with a subject before it and no auxiliary, a participle is a past."""
    past = {
        word
        for word, dep in enumerate(p.deps)
        if dep == "ccomp" and p.heads[word] < word and is_participle(p, word) and "Tense=Past" in p.feats[word]
        and _takes_clause(p, p.heads[word], pack) and _is_about_somebody(p, word)
    }  # fmt: skip
    return replace(p, feats=[PAST if w in past else of for w, of in enumerate(p.feats)]) if past else p


def _is_about_somebody(p: Parse, verb: int) -> bool:
    subject = child(p, verb, "nsubj")
    return subject is not None and p.heads[verb] < subject < verb and not has_child(p, verb, *AUXILIARY, "mark")


def _relatives_of_subjects(p: Parse, pack: LanguagePack) -> Moves:
    """*[Coffman], who represents the north, said it was late*: the clause of the relative pronoun tells of who says it."""
    for clause, dep in enumerate(p.deps):
        verb = p.heads[clause]
        if dep not in ("ccomp", "advcl") or clause > verb or not _takes_clause(p, verb, pack):
            continue
        subject, who = child(p, verb, *SUBJECT), p.subtree(clause)[0]
        opens = next((w for w in p.subtree(clause) if p.upos[w] != "PUNCT"), who)
        if subject is None or not subject < opens or p.lower[opens] not in pack.closed.relative:
            continue
        if p.words[opens - 1] == "," and p.subtree(subject)[-1] in (opens - 2, opens - 1):
            yield clause, (subject, RELATIVE)


def _lost_subjects(p: Parse, pack: LanguagePack) -> Moves:
    """*Hopes [her speech] will help*: two verbs need a conjunction, so the second is what the first reports of its object."""
    for verb, report in _joined_by_nothing(p, pack):
        thing = next((c for c in children(p, report, "obj", "iobj") if report < c < verb), None)
        if has_child(p, verb, *SUBJECT) or has_child(p, report, "ccomp", "xcomp") or thing is None:
            continue
        first = min(w for w in (verb, *children(p, verb, *AUXILIARY, "advmod")) if w > thing)
        between = [c for c in p.children[report] if thing < c < first]
        if p.upos[thing] in NOUNS and _is_whole(p, thing, between, first):
            yield verb, (report, "ccomp")
            yield thing, (verb, "nsubj:pass" if has_child(p, verb, "aux:pass") else "nsubj")
            yield from ((c, (thing, "nmod")) for c in between)


def _joined_by_nothing(p: Parse, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Verbs in a tense that hang on a verb of reporting before them, as one joined to it would, without a conjunction."""
    for verb, dep in enumerate(p.deps):
        report = p.heads[verb]
        if dep not in ("conj", "parataxis") or report > verb or not _takes_clause(p, report, pack):
            continue
        if _is_in_tense(p, verb) and not has_child(p, verb, "cc", "mark"):
            yield verb, report


def _is_whole(p: Parse, thing: int, between: Sequence[int], end: int) -> bool:
    """Whether nothing but a noun phrase and what may belong to it stands before the verb."""
    words = {w for c in (thing, *between) for w in p.subtree(c)}
    filled = all(w in words for w in range(thing, end)) and p.words[end - 1] != ","
    return filled and all(p.deps[c] in BEGINNING for c in between)


def _is_in_tense(p: Parse, verb: int) -> bool:
    """Whether a verb is in a tense, by itself or by what helps it."""
    return p.upos[verb] in VERBAL and any(is_finite(p, w) for w in (verb, *children(p, verb, *AUXILIARY)))


def _lost_clauses(p: Parse, pack: LanguagePack) -> Moves:
    """*The statement suggested [both are bound]*: a clause with a subject that nothing joins to the report is what it reports."""
    for verb, report in _joined_by_nothing(p, pack):
        subject = child(p, verb, *SUBJECT)
        if subject is None or not report < subject < verb or has_child(p, report, "ccomp", "xcomp", "obj"):
            continue
        if not any(p.upos[w] == "PUNCT" for w in range(report, p.subtree(verb)[0] + 1)):
            yield verb, (report, "ccomp")
