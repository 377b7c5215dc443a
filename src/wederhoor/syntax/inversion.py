"""Who speaks behind a comma: the noun behind an inverted verb is its subject, also where the parser has it for an object."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import Frame
from wederhoor.records.parse import Parse, hung
from wederhoor.syntax.agreement import behind_conjunction, in_relative, of_another_number, right_behind
from wederhoor.syntax.clauses import (
    AUXILIARY,
    RELATIVE,
    SUBJECT,
    child,
    children,
    has_child,
    is_finite,
    subject_in_group,
)
from wederhoor.syntax.nouns import names_somebody

SETTING_OFF: Final = (",", "”", "’", '"', "'", "»")
"""Marks that close what stands before a verb of saying."""
SPEAKING: Final[frozenset[Frame]] = frozenset({"paren", "quote"})
"""Frames of a verb of saying that stands behind what is said, or within it."""
CLAUSES = ("acl", "acl:relcl", "ccomp")
NAMING = ("NOUN", "PROPN")
OBJECTS = ("obj", "iobj", "obl")


Change = tuple[int, int, str]
"""A word, its head and its relation."""


def mend_inversions(p: Parse, pack: LanguagePack) -> Parse:
    """The same parse with the subjects of inverted verbs: *Het lekt, [zegt] de buurman*; *haar vertrek [noemt] hij een fout*.

    In a main clause that opens with another part than its subject, the subject stands right behind the verb; a language of which
    that is not so is left as it is.
    """
    if not pack.grammar.verb_second:
        return p
    naming = pack.propositions.words.calling
    changes: dict[int, tuple[int, str]] = {}
    for verb in range(len(p)):
        if p.upos[verb] not in ("VERB", "AUX") or not is_finite(p, verb):
            continue
        found = [*_behind_comma(p, verb, pack), *_of_two(p, verb, naming, pack), *in_relative(p, verb, pack)]
        found = found or [*behind_conjunction(p, verb, pack), *right_behind(p, verb, pack)]
        for word, head, dep in found or _behind_verb(p, verb):
            changes[word] = head, dep
    return hung(p, changes)


def _behind_comma(p: Parse, verb: int, pack: LanguagePack) -> Iterator[Change]:
    """*Het lekt, oordeelt [de inspectie]*; *het lekt, laat [het hof] weten*."""
    start = p.sentences[p.sentence_of[verb]][0]
    told = next((w for w in range(verb - 1, start - 1, -1) if is_finite(p, w)), None)
    if p.words[verb - 1] not in SETTING_OFF or not _speaks(p, verb, pack):
        return
    if told is None:
        yield from _behind_fragment(p, verb, pack)
        return
    subjects = children(p, verb, *SUBJECT)
    if len(subjects) == 2 and subjects[0] < verb < subjects[1]:
        yield from _given_back(p, verb, subjects[0], told)
    if not subjects:
        yield from _closing(p, verb)


def _behind_fragment(p: Parse, verb: int, pack: LanguagePack) -> Iterator[Change]:
    """*Mannen op het dak, zeggen [drie buren]*: of two who could say it the one right behind the verb does."""
    said = child(p, verb, "nsubj")
    who = next((c for c in p.children[verb] if c > verb and p.upos[c] in NAMING and not has_child(p, c, "case")), None)
    if said is None or who is None or not said < verb < who or has_child(p, verb, "ccomp", "xcomp"):
        return
    if names_somebody(p, who, pack) and _is_all(p, verb, p.subtree(said), p.subtree(who)):
        yield who, verb, "nsubj"
        yield said, verb, "ccomp"


def _is_all(p: Parse, verb: int, said: Sequence[int], who: Sequence[int]) -> bool:
    """Whether the sentence is one fragment, the verb and who says it; not *hun leider, de diplomaat, verwijt de raad dat*."""
    first, end = p.sentences[p.sentence_of[verb]]
    clauses = (w for w in who if p.deps[w] in CLAUSES)
    plain = "," not in p.words[first : verb - 1] and all(_describes(p, w) for w in clauses)
    return plain and said[0] == first and said[-1] >= verb - 2 and who[0] == verb + 1 and who[-1] >= end - 2


def _describes(p: Parse, clause: int) -> bool:
    """*die erop uitkeken*: a relative clause, not what somebody says."""
    return p.deps[clause] == RELATIVE and "PronType=Rel" in p.feats[p.subtree(clause)[0]]


def _speaks(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether a verb, with the words that it needs beside it, stands behind what somebody says."""
    beside = {p.lower[c] for c in p.children[verb]}
    entries = (*pack.verbs.get(p.lemmas[verb], ()), *pack.verbs.get(p.stems[verb], ()))
    return any(not SPEAKING.isdisjoint(entry.frames) and beside.issuperset(entry.words) for entry in entries)


def _closing(p: Parse, verb: int) -> Iterator[Change]:
    """The noun right behind the verb, with nothing behind it but a particle or the verb's other part."""
    end = p.sentences[p.sentence_of[verb]][1]
    below = child(p, verb, "xcomp")
    noun = next((w for top in (verb, below) if top is not None for w in p.children[top] if p.deps[w] in OBJECTS), None)
    if noun is None or has_child(p, noun, "case"):
        return
    phrase = p.subtree(noun)
    last = phrase[-1] + 1
    while last < end and (p.deps[last] == "compound:prt" or last == below):
        last += 1
    if phrase[0] == verb + 1 and (last >= end or p.upos[last] == "PUNCT"):
        yield noun, verb, "nsubj"


def _given_back(p: Parse, verb: int, subject: int, told: int) -> Iterator[Change]:
    """*[De prijs] is gestegen, zegt de bond*: the subject of what is told, which the parser hung under the verb of saying."""
    predicate = p.heads[told] if p.deps[told] in AUXILIARY or p.deps[told] == "cop" else told
    if p.deps[predicate] == RELATIVE:
        return  # *de vrouw die belde, zei ...*
    if predicate == subject:  # het was [het werk] van X, zegt Y
        yield subject, verb, "ccomp"
    if predicate in (verb, subject) or not predicate < verb:
        return
    yield subject, predicate, "nsubj"
    if p.heads[predicate] == subject or predicate in p.subtree(subject):
        yield predicate, verb, "ccomp"


def _of_two(p: Parse, verb: int, naming: Collection[str], pack: LanguagePack) -> Iterator[Change]:
    """*[Haar vertrek] noemt de inspectie een fout*; *Raadslid Bos noemt [wethouder Blok] een leugenaar*: one of two speaks."""
    subjects = children(p, verb, "nsubj")
    named = child(p, verb, "obj")
    objects = children(p, verb, "obj")
    if p.lemmas[verb] in naming and len(subjects) == 1 and len(objects) == 2 and subjects[0] < verb < objects[0]:
        thing, (who, value) = subjects[0], objects
        if names_somebody(p, who, pack) and not names_somebody(p, thing, pack) and who < p.subtree(value)[0]:
            yield from ((thing, verb, "obj"), (who, verb, "nsubj"), (value, verb, "xcomp"))
        return
    if (
        p.lemmas[verb] in naming
        and len(subjects) == 2
        and named is not None
        and subjects[0] < verb < subjects[1] < named
    ):
        first, second = subjects
        speaks = p.upos[first] in ("NOUN", "PROPN") and names_somebody(p, first, pack) and p.upos[second] != "PRON"
        yield second if speaks else first, verb, "obj"
        yield named, verb, "xcomp"


def _behind_verb(p: Parse, finite: int) -> Iterator[Change]:
    """*Gisteren heeft [het waterschap] de sluis geopend*; *[de reder] is van plan de boot te verkopen*."""
    head = finite
    while p.deps[head] in (*AUXILIARY, "cop", "obl"):
        head = p.heads[head]
    start = p.sentences[p.sentence_of[finite]][0]
    if p.deps[head] not in ("ROOT", "parataxis") or subject_in_group(p, head) is not None or finite == start:
        return
    things = [c for c in p.children[head] if p.deps[c] in ("obj", "iobj") and not has_child(p, c, "case")]
    opened = finite - start > 1 and p.upos[finite - 1] != "PUNCT"
    if things and _may_be_subject(p, finite, things, opened=opened):
        yield things[0], head, "nsubj:pass" if has_child(p, head, "aux:pass") else "nsubj"


def _may_be_subject(p: Parse, finite: int, things: Sequence[int], *, opened: bool) -> bool:
    """Whether the first of the objects stands where a subject does, and has its number."""
    first = things[0]
    if p.upos[first] not in ("NOUN", "PROPN", "PRON") or of_another_number(p, finite, first):
        return False
    of_two = len(things) == 2 and first < finite < things[1]
    return of_two or (opened and p.subtree(first)[0] == finite + 1)
