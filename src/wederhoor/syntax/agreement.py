"""Which of two nouns is the subject of a verb where the order leaves it open: the one of its number, the one that is shared."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, RELATIVE, SUBJECT, child, children, has_child, is_finite
from wederhoor.syntax.nouns import names_party

NAMING = ("NOUN", "PROPN")


def in_relative(p: Parse, finite: int, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """*De studenten, die [de dienst] uitzette*: of a relative pronoun and a noun the one that has the verb's number does it."""
    head = p.heads[finite] if p.deps[finite] in AUXILIARY else finite
    pronoun = next((c for c in p.children[head] if p.lower[c] in pack.closed.relative), None)
    if p.deps[head] != RELATIVE or pronoun is None or p.deps[pronoun] not in ("nsubj", "obj"):
        return
    does, noun = child(p, head, "nsubj"), _only_noun(p, head)
    if noun is None or does == noun or noun > finite or has_child(p, head, "aux:pass", "nsubj:pass"):
        return
    if of_another_number(p, finite, p.heads[head]) and not of_another_number(p, finite, noun):
        yield noun, head, "nsubj"
        yield pronoun, head, "obj"
    elif does is None:
        yield pronoun, head, "nsubj"


def _only_noun(p: Parse, head: int) -> int | None:
    """The noun that is subject or object, if there is but one."""
    nouns = [c for c in children(p, head, "nsubj", "obj") if p.upos[c] in NAMING and not has_child(p, c, "case")]
    return nouns[0] if len(nouns) == 1 else None


def behind_conjunction(p: Parse, finite: int, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """*De bende kwam en viel [de man] aan*: a clause whose verb follows the conjunction shares the subject before.

    Behind *dus* it may have its own: *de lonen blijven laag, dus vertrekken [vakmensen]*.
    """
    head = p.heads[finite] if p.deps[finite] in AUXILIARY else finite
    noun = child(p, head, "nsubj")
    joined = p.deps[head] == "conj" and p.lower[finite - 1] in pack.closed.conjunctions and p.heads[finite - 1] == head
    if not joined or noun is None or noun < finite or p.upos[noun] not in NAMING or p.upos[head] != "VERB":
        return
    shared = _opening_subject(p, p.heads[head])
    others = has_child(p, head, "obj", "expl", "aux:pass")
    if shared is not None and not others and not of_another_number(p, finite, shared):
        yield noun, head, "obj"


def _opening_subject(p: Parse, verb: int) -> int | None:
    """The subject of a clause that opens with it and has its verb behind it: not *gisteren kwam [de man]*."""
    subject = child(p, verb, *SUBJECT)
    before = next((w for w in (verb, *children(p, verb, *AUXILIARY)) if is_finite(p, w)), None)
    if subject is None or before is None or not subject < before:
        return None
    opening = next(w for w in p.subtree(verb) if p.upos[w] not in ("PUNCT", "CCONJ"))
    return subject if p.subtree(subject)[0] == opening else None


def right_behind(p: Parse, finite: int, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """*De berichten wees [Hiddes] van de hand*: of a thing and somebody behind the verb he who has its number does it.

    Not of two things: the parser may be wrong about the number of a noun that it does not know.
    """
    said, who = child(p, finite, "nsubj"), child(p, finite, "obj")
    if said is None or who is None or not said < finite < who or has_child(p, who, "case"):
        return
    placed = p.subtree(who)[0] == finite + 1 and p.subtree(said)[-1] == finite - 1 and p.upos[who] in NAMING
    placed = placed and _is_party(p, who, pack) and not _is_party(p, said, pack)
    differs = p.upos[said] in NAMING and not has_child(p, said, "conj") and of_another_number(p, finite, said)
    if placed and differs and not of_another_number(p, finite, who):
        yield who, finite, "nsubj"
        yield said, finite, "obj"


def _is_party(p: Parse, noun: int, pack: LanguagePack) -> bool:
    return p.upos[noun] == "PROPN" or names_party(p.lemmas[noun].lower(), pack)


def of_another_number(p: Parse, finite: int, noun: int) -> bool:
    """Whether a verb and a noun differ in number, where their forms tell it."""
    one, other = p.feats[finite], p.feats[noun]
    return any(a in one and b in other for a, b in (("Number=Plur", "Number=Sing"), ("Number=Sing", "Number=Plur")))
