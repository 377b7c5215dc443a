"""Indirect speech behind a verb: says that, wants to, calls it a, fears the, and the parenthesis ``..., fears X``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.languages.lexicon import ReportingVerb
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import (
    RELATIVE,
    SUBJECT,
    VERBAL,
    agent_of,
    antecedent,
    child,
    is_finite,
    is_passive,
    names_somebody,
    noun_phrase,
    subject_of,
    verb_group,
    without,
)
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.parentheses import parenthesis
from wederhoor.reading.parse import Parse

STRONG_FRAMES = frozenset({"clause", "paren"})
"""With these any noun will do as source; the others need one that can say or want something."""
FIXED = ("ADP", "ADV", "PRON", "DET", "PART", "SCONJ", "ADJ", "NOUN")
BESIDE = ("cc", "punct", "mark", "conj", "parataxis", "aux", "aux:pass", "compound:prt", "expl:pv", "obl:agent")
LINKS = ("cc", "punct", "mark")


def find_verbal(p: Parse, quoted: Sequence[bool], pack: LanguagePack) -> list[Draft]:
    """Drafts of the contents that verbs report, in text order; ``quoted`` tells of every word whether it is quoted."""
    drafts = []
    for verb, lemma in enumerate(p.lemmas):
        if p.upos[verb] in VERBAL and (lemma in pack.verbs or p.stems[verb] in pack.verbs):
            for entry, fixed in _entries(p, verb, pack):
                draft = _draft(p, verb, entry, fixed, quoted, pack)
                if draft:
                    drafts.append(draft)
                    break
    return drafts


def _entries(p: Parse, verb: int, pack: LanguagePack) -> Iterator[tuple[ReportingVerb, tuple[int, ...]]]:
    """The lexicon's entries that fit, those with most fixed words first, with the numbers of the fixed words."""
    near: dict[str, list[int]] | None = None
    reflexive = _reflexive(p, verb)
    entries = pack.verbs.get(p.lemmas[verb], ())
    if p.stems[verb] != p.lemmas[verb]:
        entries = (*(e for e in pack.verbs.get(p.stems[verb], ()) if e.words), *entries)
    for entry in entries:
        if not entry.words:
            if entry.reflexive == reflexive:
                yield entry, ()
            continue
        near = _near(p, verb) if near is None else near
        fixed = _fixed_words(entry.words, near)
        if fixed is not None and (reflexive or not entry.reflexive):
            yield entry, fixed


def _near(p: Parse, verb: int) -> dict[str, list[int]]:
    """The words of the verb's own clause that may be part of a fixed expression. A copula hangs under its adjective."""
    top = p.heads[verb] if p.deps[verb] in ("cop", "aux", "aux:pass") else verb
    close = {top, *p.children[top], *p.children[verb]}
    close |= {g for c in close - {verb, top} for g in p.children[c] if p.upos[g] in FIXED}
    near: dict[str, list[int]] = {}
    for word in sorted(close - {verb}):
        if abs(word - verb) <= 25:
            near.setdefault(p.lower[word], []).append(word)
    return near


def _fixed_words(wanted: tuple[str, ...], near: dict[str, list[int]]) -> tuple[int, ...] | None:
    """The numbers of the wanted words, else None where one is not near."""
    found: list[int] = []
    for word in wanted:
        match = next((w for w in near.get(word, ()) if w not in found), None)
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _reflexive(p: Parse, verb: int) -> bool:
    below = [g for c in p.children[verb] if p.deps[c] in ("xcomp", "obj") for g in p.children[c]]
    return any(p.deps[c] == "expl:pv" for c in (*p.children[verb], *below))


def _draft(
    p: Parse, verb: int, entry: ReportingVerb, fixed: tuple[int, ...], quoted: Sequence[bool], pack: LanguagePack
) -> Draft | None:
    top = p.heads[verb]
    stative = p.deps[verb] == "cop" or (p.deps[verb] in ("aux", "aux:pass") and top in fixed)
    predicate = top if stative else verb
    found = _complement(p, verb, predicate, entry, fixed, pack)
    if found is None:
        found = _sentence_before(p, verb, quoted, pack) if entry.frames & STRONG_FRAMES else None
    if found is None:
        return None
    frame, content, extra = found
    holder = subject_of(p, predicate) if stative and not entry.experiencer else _holder(p, predicate, entry)
    if holder is None and not (is_passive(p, predicate) and frame in STRONG_FRAMES):
        return None
    source: tuple[int, ...] = ()
    if holder is not None:
        word = p.lower[holder]
        head = antecedent(p, holder, pack)
        if head is None and word in pack.people.relative and p.upos[holder] == "PRON" and word not in pack.people.demonstratives:
            return None
        if word in pack.people.first_person | pack.people.second_person:
            return _own(holder)
        person = head if head is not None else holder
        if not names_somebody(p, person, pack) and not (frame in STRONG_FRAMES and p.upos[person] not in ("PRON", "DET", "SCONJ")):
            return None
        source = tuple(noun_phrase(p, person, relative=head is None))
        holder = person
    cue = tuple(sorted({*verb_group(p, predicate if stative and not fixed else verb), *fixed, *extra}))
    cue = tuple(w for w in cue if p.upos[w] != "PUNCT")
    if p.deps[verb] == "aux":
        cue = (verb,)
    kept = without(content, cue, _source_in(p, source, content))
    if not any(p.upos[w] != "PUNCT" for w in kept):
        return None
    return Draft(
        kept, cue, source, holder,
        attitude=entry.attitude, polarity=entry.polarity, certainty=entry.certainty,
        unnamed=holder is None, anchor=verb,
    )  # fmt: skip


def _own(_: int) -> None:
    """What *I* say is the author's or the outer speaker's own word: no report."""
    return None


def _source_in(p: Parse, source: tuple[int, ...], content: tuple[int, ...]) -> tuple[int, ...]:
    """The source's words where they stand inside the content's clause but are no part of what is said."""
    inside = set(content)
    return source if source and all(w in inside for w in source) else ()


def _holder(p: Parse, predicate: int, entry: ReportingVerb) -> int | None:
    if entry.experiencer:
        return child(p, predicate, "obj", "iobj")
    if is_passive(p, predicate):
        return agent_of(p, predicate)
    subject = subject_of(p, predicate)
    if subject is not None and p.deps[subject] == "csubj":
        return None
    return subject


Complement = tuple[str, tuple[int, ...], tuple[int, ...]]
"""The frame, the words of the content, and further words of the cue (a preposition)."""


def _complement(
    p: Parse, verb: int, predicate: int, entry: ReportingVerb, fixed: tuple[int, ...], pack: LanguagePack
) -> Complement | None:
    frames = entry.frames
    if "paren" in frames and (found := parenthesis(p, verb, pack)):
        return "paren", found, ()
    for c in sorted({*p.children[predicate], *_under(p, fixed), *_misplaced(p, predicate, pack)}):
        if c in fixed or c == verb:
            continue
        relation = p.deps[c]
        if "clause" in frames and relation in ("ccomp", "csubj", "advcl", "acl", RELATIVE, "parataxis") and _is_clause(p, c, verb, relation, pack):
            return "clause", tuple(_clause_words(p, c)), ()
        if "inf" in frames and relation in ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl") and _is_infinitive(p, c):
            return "inf", tuple(_clause_words(p, c)), ()
    if "bare" in frames and (found := _bare(p, verb, predicate)):
        return "bare", found, ()
    if "as" in frames and (found := _called(p, predicate, entry)):
        return "as", found, ()
    if "prep" in frames and (pair := _prepositional(p, predicate, entry, fixed)):
        return "prep", pair[0], pair[1]
    if "object" in frames and not _points_back(p, verb, pack) and (found := _object(p, predicate, fixed, pack)):
        return "object", found, ()
    return None


def _points_back(p: Parse, verb: int, pack: LanguagePack) -> bool:
    first = p.sentences[p.sentence_of[verb]][0]
    return p.lower[first] in pack.people.pointing and p.deps[first] == "obj" and p.heads[first] == verb


def _sentence_before(p: Parse, verb: int, quoted: Sequence[bool], pack: LanguagePack) -> Complement | None:
    """``Dat heeft het ministerie gemeld``: the author points at the sentence before, in this paragraph or the one before."""
    number = p.sentence_of[verb]
    first = p.sentences[number][0]
    if number == 0 or quoted[verb] or p.lower[first] not in pack.people.pointing or p.heads[first] not in (verb, p.heads[verb]):
        return None
    if p.deps[first] not in ("obj", "nsubj", "nsubj:pass", "ccomp", "mark", "det"):
        return None
    return "sentence", tuple(range(*p.sentences[number - 1])), ()


def _misplaced(p: Parse, verb: int, pack: LanguagePack) -> list[int]:
    """*that* clauses behind the verb which the parser hung under a noun beside it: *vertelde aan de krant dat ...*."""
    return [
        g
        for c in p.children[verb]
        if p.upos[c] in ("NOUN", "PROPN", "PRON", "ADV", "ADJ") and p.lemmas[c] not in pack.nouns
        for g in p.children[c]
        if g > verb and g > c and p.deps[g] in ("acl", RELATIVE, "ccomp", "csubj") and _conjunction(p, g, pack)
    ]


def _conjunction(p: Parse, clause: int, pack: LanguagePack) -> bool:
    return any(p.deps[c] == "mark" and p.lower[c] in pack.grammar.subordinators for c in p.children[clause])


def _under(p: Parse, fixed: tuple[int, ...]) -> list[int]:
    return [c for f in fixed for c in p.children[f]]


def _is_clause(p: Parse, clause: int, verb: int, relation: str, pack: LanguagePack) -> bool:
    group = [clause, *p.children[clause]]
    finite = any(is_finite(p, w) for w in group)
    if not finite:
        return False
    marks = [p.lower[c] for c in p.children[clause] if p.deps[c] == "mark"]
    opening = set(marks) & (pack.grammar.subordinators - {"om"})
    if relation in ("advcl", "acl", "csubj", RELATIVE):
        asks = clause > verb and p.lower[_first(p, clause)] in pack.grammar.question_words and relation == "advcl"
        return asks or (bool(opening) and not set(marks) & pack.grammar.conditionals)
    if relation == "parataxis":
        return clause > verb and p.words[_first(p, clause) - 1] == ":"
    return bool(opening) or not marks


def _first(p: Parse, word: int) -> int:
    return p.subtree(word)[0]


def _is_infinitive(p: Parse, clause: int) -> bool:
    group = [clause, *(c for c in p.children[clause] if p.deps[c] in ("aux", "aux:pass", "cop", "xcomp"))]
    if any(is_finite(p, w) for w in group):
        return False
    return any(p.lower[c] == "te" for w in group for c in p.children[w] if p.deps[c] == "mark") or any(
        p.lower[c] == "om" for c in p.children[clause]
    )


def _clause_words(p: Parse, head: int) -> list[int]:
    """All words of a clause, from its first to its last."""
    return [w for w in p.subtree(head)]


def _bare(p: Parse, verb: int, predicate: int) -> tuple[int, ...] | None:
    """``wil ... komen``: in the treebank the infinitive is the head and the modal its auxiliary."""
    if p.deps[verb] == "aux":
        head = p.heads[verb]
        gone = [w for c in p.children[head] if p.deps[c] in (*SUBJECT, *LINKS, "advcl", "parataxis", "conj") for w in p.subtree(c)]
        gone += [w for c in p.children[head] if p.deps[c] == "aux" and p.lower[c] in ("zou", "zouden") for w in [c]]
        if p.deps[head] == "conj":
            gone += [c for c in p.children[head] if p.deps[c] == "cc"]
        return without(p.subtree(head), gone, [verb]) or None
    infinitive = next(
        (c for c in p.children[predicate] if p.deps[c] in ("xcomp", "ccomp") and "VerbForm=Inf" in p.feats[c]), None
    )
    if infinitive is None:
        return None
    return tuple(p.subtree(infinitive))


def _called(p: Parse, verb: int, entry: ReportingVerb) -> tuple[int, ...] | None:
    """An object and what it is called: all that depends on the verb but its subject, its links and clauses beside it."""
    subject = child(p, verb, *SUBJECT)
    rest = [c for c in p.children[verb] if c != subject and p.deps[c] not in BESIDE]
    named = [c for c in rest if p.deps[c] in ("obj", "iobj", "ccomp", "csubj", "expl", *SUBJECT)]
    value = [c for c in rest if p.deps[c] == "xcomp" and not _is_infinitive(p, c)]
    value += [c for c in rest if p.deps[c] in ("obl", "obl:arg", "advcl", "ccomp") and _opens_with(p, c, entry.prepositions | {"als"})]
    if is_passive(p, verb) and subject is not None:
        named, rest = [subject], [*rest, subject]
    if not (named and value or len(named) > 1):
        return None
    return tuple(sorted({w for part in rest for w in p.subtree(part)}))


def _opens_with(p: Parse, head: int, words: frozenset[str]) -> bool:
    return any(p.lower[g] in words for g in p.children[head] if p.deps[g] in ("case", "mark"))


def _prepositional(
    p: Parse, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    for c in (*p.children[verb], *_under(p, fixed)):
        if c in fixed or p.deps[c] not in ("obl", "obl:arg", "nmod", "obj", "advcl", "ccomp", "xcomp"):
            continue
        case = next((g for g in p.children[c] if p.deps[g] in ("case", "mark") and p.lower[g] in entry.prepositions), None)
        if case is not None:
            content = [w for w in p.subtree(c) if w != case]
            return tuple(content), (case,)
    return None


def _object(p: Parse, verb: int, fixed: tuple[int, ...], pack: LanguagePack) -> tuple[int, ...] | None:
    subject = child(p, verb, *SUBJECT)
    places = [c for c in p.children[verb] if c not in fixed]
    target = next((c for c in places if p.deps[c] in ("obj", "nsubj:pass")), None)
    if target is None:  # the parser sometimes finds two subjects
        target = next((c for c in places if p.deps[c] == "nsubj" and c != subject and c > verb), None)
    if target is None or "Reflex=Yes" in p.feats[target]:
        return None
    head = antecedent(p, target, pack)
    if head is not None:
        return (*noun_phrase(p, head), target)
    if p.upos[target] == "PRON" and p.lower[target] not in pack.people.demonstratives | {"dat", "dit"}:
        return None
    return tuple(p.subtree(target))
