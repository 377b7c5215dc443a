"""Indirect speech behind a verb: says that, wants to, calls it a, fears the, and the parenthesis ``..., fears X``."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.lexicon import ReportingVerb
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import (
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
from wederhoor.reading.parse import Parse

STRONG_FRAMES = frozenset({"clause", "paren"})
"""With these any noun will do as source; the others need one that can say or want something."""
FIXED = ("ADP", "ADV", "PRON", "DET", "PART", "SCONJ", "ADJ", "NOUN")
LINKS = ("cc", "punct", "mark")


def find_verbal(p: Parse, pack: LanguagePack) -> list[Draft]:
    """Drafts of the contents that verbs report, in text order; quoted words may be part of them."""
    drafts = []
    for verb, lemma in enumerate(p.lemmas):
        if lemma in pack.verbs and p.upos[verb] in (*VERBAL, "ADJ", "NOUN", "ADV"):
            for entry, fixed in _entries(p, verb, pack):
                draft = _draft(p, verb, entry, fixed, pack)
                if draft:
                    drafts.append(draft)
                    break
    return drafts


def _entries(p: Parse, verb: int, pack: LanguagePack) -> Iterator[tuple[ReportingVerb, tuple[int, ...]]]:
    """The lexicon's entries that fit, those with most fixed words first, with the numbers of the fixed words."""
    near: dict[str, list[int]] | None = None
    reflexive = _reflexive(p, verb)
    for entry in pack.verbs[p.lemmas[verb]]:
        if not entry.words:
            if p.upos[verb] in VERBAL and entry.reflexive == reflexive:
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
    return any(p.deps[c] == "expl:pv" for c in p.children[verb])


def _draft(p: Parse, verb: int, entry: ReportingVerb, fixed: tuple[int, ...], pack: LanguagePack) -> Draft | None:
    predicate = p.heads[verb] if p.deps[verb] == "cop" else verb
    found = _complement(p, verb, predicate, entry, fixed, pack)
    if found is None:
        return None
    frame, content, extra = found
    holder = _holder(p, predicate, entry)
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
        if not names_somebody(p, person, pack) and not (frame in STRONG_FRAMES and p.upos[person] in ("NOUN", "PROPN")):
            return None
        source = tuple(noun_phrase(p, person, relative=head is None))
        holder = person
    cue = tuple(sorted({*verb_group(p, predicate if p.deps[verb] == "cop" and not fixed else verb), *fixed, *extra}))
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
    if "paren" in frames and (found := _parenthesis(p, verb, pack)):
        return "paren", found, ()
    for c in sorted((*p.children[predicate], *_under(p, fixed))):
        if c in fixed or c == verb:
            continue
        relation = p.deps[c]
        if "clause" in frames and relation in ("ccomp", "csubj", "advcl", "acl", "parataxis") and _is_clause(p, c, verb, relation, pack):
            return "clause", tuple(_clause_words(p, c)), ()
        if "inf" in frames and relation in ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl") and _is_infinitive(p, c):
            return "inf", tuple(_clause_words(p, c)), ()
    if "bare" in frames and (found := _bare(p, verb, predicate)):
        return "bare", found, ()
    if "as" in frames and (found := _called(p, predicate, entry)):
        return "as", found, ()
    if "prep" in frames and (pair := _prepositional(p, predicate, entry, fixed)):
        return "prep", pair[0], pair[1]
    if "object" in frames and (found := _object(p, predicate, fixed, pack)):
        return "object", found, ()
    return None


def _under(p: Parse, fixed: tuple[int, ...]) -> list[int]:
    return [c for f in fixed for c in p.children[f]]


def _is_clause(p: Parse, clause: int, verb: int, relation: str, pack: LanguagePack) -> bool:
    group = [clause, *p.children[clause]]
    finite = any(is_finite(p, w) for w in group)
    if not finite:
        return False
    marks = [p.lower[c] for c in p.children[clause] if p.deps[c] == "mark"]
    opening = set(marks) & pack.grammar.subordinators - {"om"}
    if relation in ("advcl", "acl", "csubj"):
        return bool(opening) and "als" not in marks
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
    """An object and what it is called: all that depends on the verb but subject, links and clauses beside it."""
    theme = child(p, verb, "obj", "nsubj:pass", "ccomp")
    value = [c for c in p.children[verb] if p.deps[c] == "xcomp"]
    value += [
        c
        for c in p.children[verb]
        if p.deps[c] in ("obl", "obl:arg", "advcl", "xcomp", "ccomp")
        and any(p.lower[g] in entry.prepositions | {"als"} for g in p.children[c] if p.deps[g] in ("case", "mark"))
    ]
    if theme is None or not value:
        return None
    parts = [theme, *value, *(c for c in p.children[verb] if p.deps[c] in ("advmod", "obl") and c > verb)]
    return tuple(sorted({w for part in parts for w in p.subtree(part)}))


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
    target = next((c for c in p.children[verb] if p.deps[c] in ("obj", "nsubj:pass") and c not in fixed), None)
    if target is None or "Reflex=Yes" in p.feats[target]:
        return None
    head = antecedent(p, target, pack)
    if head is not None:
        return (*noun_phrase(p, head), target)
    if p.upos[target] == "PRON" and p.lower[target] not in pack.people.demonstratives | {"dat", "dit"}:
        return None
    return tuple(p.subtree(target))


def _parenthesis(p: Parse, verb: int, pack: LanguagePack) -> tuple[int, ...] | None:
    """``Het wordt erger, vreest X``, ``zo zegt X``, ``zoals X verwacht``: the clause that the verb stands beside."""
    if not is_finite(p, verb) and not any(is_finite(p, c) for c in p.children[verb]):
        return None
    host = p.heads[verb]
    first = min(verb_group(p, verb))
    if p.deps[verb] == "advcl" and any(p.lower[c] in pack.grammar.manner for c in p.children[verb]):
        return without(p.subtree(host), p.subtree(verb))
    if p.deps[verb] == "parataxis" and host < first and _set_off(p, first, pack):
        return without(_beside(p, host, verb), p.subtree(verb))
    before = next(
        (c for c in p.children[verb] if p.deps[c] in ("ccomp", "parataxis", "conj", "obj") and c < first and _is_main(p, c)), None
    )
    if before is not None and _set_off(p, first, pack):
        return tuple(w for w in p.subtree(before))
    return None


def _is_main(p: Parse, clause: int) -> bool:
    marked = any(p.deps[c] == "mark" for c in p.children[clause])
    return not marked and any(is_finite(p, w) for w in (clause, *p.children[clause]))


def _set_off(p: Parse, first: int, pack: LanguagePack) -> bool:
    """A comma, with or without *zo*, stands right before the verb."""
    here = first - 1
    while here >= 0 and p.lower[here] in pack.grammar.manner:
        here -= 1
    return here >= 0 and p.words[here] in {",", "-", "–", "—", "?", "!", "...", "…"}


def _beside(p: Parse, host: int, verb: int) -> list[int]:
    """The host clause; of two that *maar* joins, the second: the first is the author's."""
    last = next((c for c in reversed(p.children[host]) if p.deps[c] == "conj" and c < verb), None)
    if last is not None:
        link = next((c for c in p.children[last] if p.deps[c] == "cc"), None)
        if link is not None and p.lower[link] == "maar":
            return [w for w in p.subtree(last) if w != link]
    return [w for w in p.subtree(host)]
