"""Verbs of saying that the parser hangs on what somebody else is said to do, put right where form or order tells."""

from __future__ import annotations

from itertools import pairwise

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung, path_up
from wederhoor.syntax.clauses import (
    SUBJECT,
    VERBAL,
    child,
    children,
    has_child,
    has_word,
    is_finite,
    is_present_participle,
)
from wederhoor.syntax.nouns import names_somebody, noun_kind

FINITE = "VerbForm=Fin"
PLAIN = "VerbForm=Inf"
NOMINAL = ("NOUN", "PROPN", "NUM")
LOOSE = ("ROOT", "root", "ccomp", "dislocated", "vocative", "parataxis")
"""What a parse has a noun phrase for whose verb it does not find."""
PARTICLES = 2
"""Words at which a verb stands before what it says, at most: itself and a particle."""
SPEECH = ("say", "deny")


def mend_reports(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these where they belong."""
    mends = (_opening_clauses, _far_subjects, _interrupted, _at_the_end) if pack.grammar.subject_first else ()
    for moves in (*mends, _in_front, _joined, _of_nearer_verbs, _pronouns_before_numbers):
        p = hung(p, dict(moves(p, pack)))
    return p


def _opening_clauses(p: Parse, pack: LanguagePack) -> Moves:
    """*[Although Hale says that it leaks], others argue ...*: a clause with a subordinator at its head is not the main one."""
    for first, _ in p.sentences:
        verb = p.heads[first]
        if p.upos[first] != "SCONJ" or p.deps[first] != "mark" or p.heads[verb] != verb:
            continue
        main = next((c for c in children(p, verb, "ccomp") if _opens_behind_comma(p, c)), None)
        if main is None or p.lower[first] in pack.grammar.complementizers:
            continue
        told = next((c for c in children(p, main, "advcl") if verb < c < main and _is_content(p, c, pack)), None)
        yield main, (main, "ROOT")
        yield verb, (main, "advcl")
        if told is not None:
            yield told, (verb, "ccomp")


def _opens_behind_comma(p: Parse, clause: int) -> bool:
    subject = child(p, clause, *SUBJECT)
    if subject is None or subject > clause:
        return False
    return "," in (p.words[p.subtree(subject)[0]], p.words[p.subtree(subject)[0] - 1])


def _is_content(p: Parse, clause: int, pack: LanguagePack) -> bool:
    return has_word(p, clause, pack.grammar.complementizers, "mark")


def _far_subjects(p: Parse, pack: LanguagePack) -> Moves:
    """*[Seaton], who worked there, said he was shocked*: of a verb behind a comma whose content has a subject of its own."""
    for verb in (w for w, pos in enumerate(p.upos) if pos in VERBAL and p.lemmas[w] in pack.verbs):
        if FINITE not in p.feats[verb] or p.words[verb - 1] != "," or has_child(p, verb, *SUBJECT):
            continue
        told = any(c > verb and has_child(p, c, *SUBJECT) for c in children(p, verb, "ccomp"))
        opening = _opening_phrase(p, verb) if told else None
        if opening is not None:
            yield opening, (verb, "nsubj")


def _opening_phrase(p: Parse, verb: int) -> int | None:
    """The noun whose phrase opens the sentence of a verb, where that hangs on the verb, or on nothing as the verb does."""
    first, _ = p.sentences[p.sentence_of[verb]]
    above = {verb, *(w for w in range(first, verb) if p.heads[w] == w and p.heads[verb] == verb)}
    opening = [w for w in range(first, verb) if p.upos[w] in NOMINAL and p.heads[w] in above and p.deps[w] in LOOSE]
    opens = len(opening) == 1 and p.subtree(opening[0])[0] == first
    return opening[0] if opens else None


def _interrupted(p: Parse, pack: LanguagePack) -> Moves:
    """*[The plan], an insider said, is to wait*; *[The snag], says Hale, is that ...*: who says it stands between commas."""
    for verb in (w for w, pos in enumerate(p.upos) if pos in VERBAL and p.lemmas[w] in pack.verbs):
        subjects, said = children(p, verb, "nsubj"), child(p, verb, "ccomp")
        if len(subjects) != 2 or said is None or said < verb or subjects[0] > verb:
            continue
        first, second = subjects
        between = [w for w in (verb, *p.subtree(second)) if p.upos[w] != "PUNCT"]
        if p.words[min(between) - 1] == "," and "," in p.words[max(between) : said]:
            yield first, (said, "dislocated" if has_child(p, said, *SUBJECT) else "nsubj")


def _at_the_end(p: Parse, pack: LanguagePack) -> Moves:
    """*It is safe, [the operator], Haldane Minerals, [said]*: whose verb ends the sentence says what stands before the comma."""
    for first, end in p.sentences:
        verb = next((w for w in range(end - 1, first, -1) if p.upos[w] in VERBAL), first)
        if p.lemmas[verb] not in pack.verbs or not is_finite(p, verb) or not _ends_sentence(p, verb, end):
            continue
        phrases = [] if has_child(p, verb, *SUBJECT) else _phrases_before(p, first, verb)
        if any(names_somebody(p, phrase, pack) for phrase in phrases):
            yield phrases[0], (verb, "nsubj")
            yield from ((beside, (phrases[0], "appos")) for beside in phrases[1:])
            if p.deps[verb] == "conj":
                yield verb, (p.heads[verb], "parataxis")


def _ends_sentence(p: Parse, verb: int, end: int) -> bool:
    """Whether nothing follows a verb but what belongs to it: *told investors*."""
    own = {*p.subtree(verb)}
    return all(w in own or p.upos[w] == "PUNCT" for w in range(verb + 1, end))


def _phrases_before(p: Parse, first: int, verb: int) -> list[int]:
    """The head of a noun phrase between a comma and a verb, and of one beside it; nothing where it is otherwise."""
    commas = [w for w in range(first, verb) if p.words[w] == ","]
    beside = bool(commas) and commas[-1] == verb - 1
    ends = [*commas, *([] if beside else [verb])][-3 if beside else -2 :]
    stretches = [range(one + 1, other) for one, other in pairwise(ends)]
    heads = [_head_of(p, stretch) for stretch in stretches]
    told = any(is_finite(p, w) for w in range(first, ends[0])) if stretches else False
    return [head for head in heads if head is not None] if told and None not in heads else []


def _head_of(p: Parse, stretch: range) -> int | None:
    """The one noun of a stretch that hangs on none of its words, where it holds no verb and opens with no preposition."""
    heads = [w for w in stretch if p.heads[w] not in stretch]
    plain = len(heads) == 1 and p.upos[heads[0]] in NOMINAL and p.upos[stretch[0]] not in ("ADP", "CCONJ", "SCONJ")
    return heads[0] if plain and not any(p.upos[w] in VERBAL for w in stretch) else None


def _in_front(p: Parse, pack: LanguagePack) -> Moves:
    """*[At no point], said Hale, did they fire*: what stands first is of the verb whose auxiliary or self follows the report."""
    for verb in (w for w, pos in enumerate(p.upos) if pos in VERBAL and p.lemmas[w] in pack.verbs):
        said = p.heads[verb] if p.deps[verb] == "parataxis" else child(p, verb, "ccomp")
        front = [c for c in children(p, verb, "obl", "advmod") if c < verb - 1]
        if said is not None and said > verb and len(front) == 1 and _goes_on_behind(p, verb, said, front[0]):
            yield front[0], (said, p.deps[front[0]])


def _goes_on_behind(p: Parse, report: int, said: int, front: int) -> bool:
    """Whether what was begun before a report between commas goes on behind it with its finite verb."""
    opening = min(w for w in (said, *children(p, said, "aux", "aux:pass", "cop")) if w > report)
    inserted = p.words[report - 1] == "," == p.words[opening - 1]
    return inserted and is_finite(p, opening) and _opens(p, p.subtree(front)[0])


def _opens(p: Parse, word: int) -> bool:
    """Whether nothing but marks stand before a word in its sentence."""
    return all(p.upos[w] == "PUNCT" for w in range(p.sentences[p.sentence_of[word]][0], word))


def _joined(p: Parse, pack: LanguagePack) -> Moves:
    """*Hale said it would cost money and [called] it waste*: what agrees in form with the report goes on with it.

    Behind an auxiliary stands no finite verb, and a participle goes on with a participle. So does what only somebody can do:
    *erkent dat er een mast omviel, maar [benadrukt] dat ...*.
    """
    for word, dep in enumerate(p.deps):
        before = p.heads[word]
        if dep != "conj" or before > word or p.lemmas[word] not in pack.verbs:
            continue
        if has_child(p, word, *SUBJECT, "cop", "mark"):
            continue
        if p.upos[before] not in VERBAL and not has_child(p, before, "cop"):
            continue
        report = _report_above(p, before, pack)
        apart = _is_nobodys(p, before, pack) or (pack.grammar.subject_first and _is_apart(p, before, word, pack))
        if report is not None and apart and is_present_participle(p, report) == is_present_participle(p, word):
            yield word, (report, "conj")


def _report_above(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """The verb that reports the clause in which another one stands."""
    told = next((w for w in path_up(verb, p.heads) if p.deps[w] == "ccomp"), None)
    report = p.heads[told] if told is not None else None
    return report if report is not None and report < verb and p.lemmas[report] in pack.verbs else None


def _is_nobodys(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether the subject of a verb is a thing, which says nothing."""
    subject = child(p, verb, *SUBJECT)
    return subject is not None and p.upos[subject] in ("NOUN", "PRON") and not names_somebody(p, subject, pack)


def _is_apart(p: Parse, before: int, word: int, pack: LanguagePack) -> bool:
    """Whether a verb of saying cannot be joined to one before it, or is likelier joined to a report than to what goes on."""
    goes_on = is_present_participle(p, before) and has_child(p, before, "aux") and _is_finite(p, word)
    said = any(entry.attitude in SPEECH for entry in pack.verbs[p.lemmas[word]])
    return (goes_on and said) or not _agree(p, before, word)


def _agree(p: Parse, one: int, other: int) -> bool:
    """Whether two verbs may be joined by their forms."""
    if is_present_participle(p, other):
        return is_present_participle(p, one)
    helped = has_child(p, one, "aux") and not has_child(p, one, "aux:pass", "cop") and not is_present_participle(p, one)
    if PLAIN in p.feats[other] and not _is_finite(p, other):  # a present of more than one has the same form
        return FINITE in p.feats[one] if not helped else PLAIN in p.feats[one]
    return not _is_finite(p, other) or not helped


def _is_finite(p: Parse, verb: int) -> bool:
    """Whether a verb, or the auxiliary with which it stands, is in a tense: *denied*, *did not deny*, not *would deny*."""
    forms = [p.feats[w] for w in (verb, *children(p, verb, "aux"))]
    return any(FINITE in feats and "Tense=" in feats for feats in forms)


def _of_nearer_verbs(p: Parse, pack: LanguagePack) -> Moves:
    """*Denies any wrongdoing and points out [that he signed]*: what is said is said by the verb right before it."""
    for clause in (w for w, dep in enumerate(p.deps) if dep == "ccomp"):
        first, mark = p.heads[clause], next((c for c in children(p, clause, "mark") if c < clause), 0)
        near = (w for w in range(mark - 1, max(mark - 1 - PARTICLES, first), -1) if p.upos[w] in VERBAL)
        verb = next(near, first)
        joined = p.deps[verb] == "conj" and first < verb and p.lower[mark] in pack.grammar.complementizers
        if joined and is_finite(p, verb) and p.lemmas[verb] in pack.verbs:
            yield clause, (verb, "ccomp")
            yield verb, (first, "conj")


def _pronouns_before_numbers(p: Parse, pack: LanguagePack) -> Moves:
    """*Kost volgens [haar] 2,4 miljoen*, *according to [her], £2 million*: what follows is not hers, unless it is people."""
    for word in (w for w in range(1, len(p) - 1) if p.lower[w] in pack.closed.she and _is_marked_source(p, w, pack)):
        number = word + 1 + (p.words[word + 1] == ",")
        noun = _counted_by(p, number)
        if noun is None or noun_kind(p.lemmas[noun].lower(), pack) is not None:
            continue
        host = p.heads[word] if noun not in path_up(word, p.heads) else p.heads[noun]
        if p.upos[host] not in VERBAL or host == word:
            continue
        yield word, (host, "obl")
        yield from ((c, (word, "case")) for c in children(p, noun, "case") if c < word)
        if p.deps[noun] in ("conj", "appos") and p.heads[noun] == word:
            yield noun, (host, "obj")


def _is_marked_source(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a marker of a source ends right before a word: *volgens [haar]*."""
    phrases = (m.before for rows in pack.markers.values() for m in rows)
    return any(tuple(p.lower[max(0, word - len(phrase)) : word]) == phrase for phrase in phrases)


def _counted_by(p: Parse, number: int) -> int | None:
    """The noun or the sign of money of a number that begins at a word, else the number; None where none does."""
    if number >= len(p) or p.upos[number] not in ("NUM", "SYM"):
        return None
    above = p.heads[number]
    return above if p.upos[number] == "NUM" and p.upos[above] in NOMINAL and above > number else number
