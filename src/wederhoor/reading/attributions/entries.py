"""Which rows of the lexicon of reporting verbs a verb of the text may be read by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child
from wederhoor.syntax.phrases import fixed_words, words_near


def entries_of(text: Text, verb: int) -> Iterator[tuple[ReportingVerb, tuple[int, ...]]]:
    """The lexicon's entries that fit, those with most fixed words first, with the numbers of the fixed words."""
    p = text.parse
    near: dict[str, list[int]] | None = None
    reflexive = _reflexive(text, verb)
    entries = text.pack.verbs.get(p.lemmas[verb], ())
    if p.stems[verb] != p.lemmas[verb]:
        stem = text.pack.verbs.get(p.stems[verb], ())
        entries = (*(e for e in stem if e.words or not (entries or "as" in e.frames)), *entries)
    for entry in sorted(entries, key=lambda e: source_place(p, verb, e) is None):
        if not entry.words:
            if entry.reflexive == reflexive or (not entry.reflexive and not has_child(p, verb, "expl:pv")):
                yield entry, ()
            continue
        near = words_near(p, verb) if near is None else near
        fixed = _own_words(text, verb, entry.words, near)
        if fixed is not None and (reflexive or not entry.reflexive):
            yield entry, fixed


def _own_words(text: Text, verb: int, words: Sequence[str], near: dict[str, list[int]]) -> tuple[int, ...] | None:
    """The numbers of an expression's fixed words, unless they are another word's."""
    fixed = fixed_words(words, near)
    return None if fixed is None or _is_of_another(text, verb, fixed) else fixed


def _is_of_another(text: Text, verb: int, fixed: tuple[int, ...]) -> bool:
    """Words of another word or clause.

    *was urged to quit in [favor] of*, *is the wing, [supportive] of*, *made a [public] speech*; *stelt dat X
    [verantwoordelijk] was*.
    """
    p, head = text.parse, text.parse.heads[verb]
    if any(has_child(p, w, "mark") and has_child(p, w, "cop") for w in fixed):
        return True
    if not text.pack.grammar.strict_control:
        return False
    helps = p.deps[verb] in ("cop", "aux:pass") and head not in fixed and p.upos[head] not in ("ADJ", "ADV")
    return helps or any(p.deps[w] == "amod" and p.heads[w] not in fixed and p.heads[w] > w for w in fixed)


def _reflexive(text: Text, verb: int) -> bool:
    """Whether a verb has a reflexive; *me* of another's subject is who is told: *had de kolonel me verzekerd*."""
    p, closed = text.parse, text.pack.closed
    below = [g for c in p.children[verb] if p.deps[c] in ("xcomp", "obj") for g in p.children[c]]
    subject = text.clause(verb).subject
    spoken = closed.first_person | closed.second_person
    told = subject is not None and p.lower[subject] not in spoken
    return any(p.deps[c] == "expl:pv" and not (told and p.lower[c] in spoken) for c in (*p.children[verb], *below))


def source_place(p: Parse, predicate: int, entry: ReportingVerb) -> int | None:
    """*[uit cijfers] blijkt*: the source that the entry's preposition introduces."""
    if not entry.source_prepositions:
        return None
    own = (c for c in children(p, predicate, "xcomp", "ccomp") if p.lower[c] in entry.words)  # *valt te [lezen in]*
    near = (predicate, *children(p, predicate, "advmod"), *own)  # *[nu in de nota] naar voren komt*
    places = [c for w in near for c in children(p, w, "obl", "obl:arg", "nmod", "advmod")]
    cases = {c: {p.lower[g] for g in children(p, c, "case")} for c in places}
    return next((c for c in places if cases[c] & entry.source_prepositions), None)


def takes_for_granted(text: Text, predicate: int, entry: ReportingVerb) -> bool:
    """Whether a judgment is of what it takes for granted, which a negation leaves as it is (Kiparsky and Kiparsky 1970, Fact).

    *Is niet blij dat*, *vindt het niet erg dat*; not *vindt niet dat*.
    """
    if entry.attitude != "judge" or entry.polarity == "-":  # *gaat daar niet in mee*
        return False
    p = text.parse
    called = any(p.lower[c] in text.pack.closed.it for c in children(p, predicate, "obj", "expl", *SUBJECT))
    return called or not entry.verdict
