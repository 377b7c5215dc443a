"""How a statement begins as an answer to what was said before it: what it rejects by its first words, and whether it says no."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.answers import first_sentence
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attribution
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_child, is_finite
from wederhoor.syntax.stretches import any_form, any_lemma

LONGEST_ECHO = 4
"""Words of a question that says again what it rejects, at most: *Een paleiscoup?*."""
BESIDE_OPENER = 3
"""Words of a first sentence beside the opener that it begins with, at most."""
SUBORDINATE = ("advcl", "acl", "acl:relcl", "ccomp", "csubj", "xcomp")


def rejects(text: Text, words: Sequence[int]) -> bool:
    """Whether the first words say that the other is wrong: *Geen sprake van.*, *Onzin.*."""
    p, disputes = text.parse, text.pack.disputes
    first = first_sentence(p, words)
    if any(_opens(p, first, opener) for opener in disputes.openers):
        return True
    bare = len(first) <= LONGEST_ECHO and not any(is_finite(p, w) or _is_thing(text, w) for w in first)
    return bare and (any_lemma(p, first, disputes.untrue | disputes.false) or any_form(p, first, disputes.untrue))


def _is_thing(text: Text, word: int) -> bool:
    """*Doet [de mail] af als een vervalsing*: what is false is told, and is no statement."""
    p, disputes = text.parse, text.pack.disputes
    false = not {p.lemmas[word].lower(), p.lower[word]}.isdisjoint(disputes.untrue | disputes.false | disputes.reports)
    return p.upos[word] == "NOUN" and not false and any("Definite=Def" in p.feats[c] for c in p.children[word])


def _opens(p: Parse, first: Sequence[int], opener: Sequence[str]) -> bool:
    """Whether a sentence begins with these forms, and ends or pauses there but for some words."""
    if [p.lower[w] for w in first[: len(opener)]] != [*opener]:
        return False
    return len(first) <= len(opener) + BESIDE_OPENER or _stops(p, first[len(opener) - 1])


def says_no(text: Text, words: Sequence[int]) -> bool:
    """Whether the main clause of the first sentence is denied, other than to say nothing on the matter."""
    p, pack = text.parse, text.pack
    first = first_sentence(p, words)
    if any(not {p.lemmas[w].lower(), p.stems[w].lower()}.isdisjoint(pack.disputes.withholding) for w in first):
        return False
    known = pack.propositions.words
    denying = known.denying | known.none | known.nobody
    return any(p.lower[w] in denying and _is_of_main_clause(p, w, {*first}) for w in first)


def is_question(text: Text, words: Sequence[int]) -> bool:
    """Whether a sentence asks; *waarom* takes for granted what it asks the reason of."""
    p, last = text.parse, words[-1]
    asks = p.words[last] == "?" or (last + 1 < len(p) and p.words[last + 1] == "?")
    return asks and p.lower[words[0]] not in text.pack.disputes.presupposing


def announces(text: Text, words: Sequence[int]) -> bool:
    """*Daarover lopen de lezingen uiteen*: whether a sentence says that there are several readings of something."""
    return any(_in_order(text.parse, words, wanted) for wanted in text.pack.disputes.announcing)


def is_aside(p: Parse, attribution: Attribution) -> bool:
    """Whether a report stands in a clause beside what another says: *de lezing van X, die zei dat*, *zoals X fluistert*."""
    cue = [w for span in attribution.cue for w in words_in(p, span)]
    verb = next((w for w in cue if p.upos[w] == "VERB"), None)
    return verb is not None and p.deps[verb] in ("acl:relcl", "acl", "advcl")


def _stops(p: Parse, word: int) -> bool:
    return word + 1 < len(p) and p.words[word + 1] in {".", "!", ",", ";", ":"}


def _is_of_main_clause(p: Parse, word: int, inside: Collection[int]) -> bool:
    head = word
    while p.heads[head] != head and p.heads[head] in inside:
        if p.deps[head] in SUBORDINATE and (has_child(p, head, "mark") or p.deps[head].startswith("acl")):
            return False
        head = p.heads[head]
    return True


def _in_order(p: Parse, words: Sequence[int], wanted: Sequence[str]) -> bool:
    here = iter(words)
    return all(any(form in (p.lower[w], p.lemmas[w].lower()) for w in here) for form in wanted)
