"""Links by prepositions: vanwege de storm, als gevolg van de staking, door te sparen, uit woede."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.causes import Connective
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import (
    clause_extent,
    head_of_phrase,
    opened,
    phrase_extent,
    says_something,
    trimmed,
    with_rest,
)
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.matching import contrasted, negated
from wederhoor.reading.eventive_nouns import is_event, may_cause
from wederhoor.reading.holders import Extent, Holders
from wederhoor.syntax.clauses import SUBJECT, child, is_passive
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.predicates import predicate_above

MARKING = ("case", "mark", "advmod", "fixed", "amod", "cc")


def phrase_links(p: Parse, entry: Connective, marker: Extent, holders: Holders, pack: LanguagePack) -> Iterator[Link]:
    """The phrase behind the preposition, and the clause or the noun that it depends on."""
    if p.deps[marker[0]] not in MARKING or marker[1] >= len(p) or negated(p, marker[0], pack):
        return
    deed = _deed(p, marker) if entry.doer else None
    head = deed if deed is not None else head_of_phrase(p, marker)
    if head is None or p.sentence_of[head] != p.sentence_of[marker[0]]:
        return
    if deed is None and not _fits(p, entry, head, pack):
        return
    cause = _cause(p, deed, head, marker, holders)
    if cause is None or not says_something(p, cause):
        return
    effect = _effect(p, head, (marker[0], cause[1]), holders, pack)
    listed = effect is not None and p.lower[effect[0]] == p.lower[marker[0]]  # door dit te doen, door dat te laten
    if effect is not None and not listed and says_something(p, effect) and not contrasted(p, cause, effect, pack):
        first, second = (cause, effect) if entry.side == "cause" else (effect, cause)
        if not entry.lacking:
            yield Link(first, second, tuple(range(*marker)), rule="connective: phrase")
        elif marker[0] < second[0] and _is_missed(p, second, pack):
            yield Link(first, second, tuple(range(*marker)), "-", rule="connective: lack")


def _none_so(p: Parse, head: int, marker: Extent, pack: LanguagePack) -> bool:
    """*Geen van de gevallen komt door de bacterie*: of none it is said that it is so by that, which may deny the cause."""
    subject = child(p, predicate_above(p, p.heads[head]), *SUBJECT)
    if subject is None or subject > marker[0]:
        return False
    return any(p.lower[w] in pack.hedges.negations for w in (subject, *p.children[subject]))


def _cause(p: Parse, deed: int | None, head: int, marker: Extent, holders: Holders) -> Extent | None:
    if deed is None:
        extent = phrase_extent(p, head, marker[1])
        return with_rest(p, extent, head) if extent else None
    extent = clause_extent(p, deed, holders)
    return trimmed(p, max(marker[1], extent[0]), extent[1]) if extent else None


def _is_missed(p: Parse, effect: Extent, pack: LanguagePack) -> bool:
    """Whether a clause is denied, or only imagined, or tells of a change in the present: *zonder toezicht stijgt de fraude*."""
    unreal = pack.hedges.negations | pack.hedges.hearsay_auxiliaries
    changes = pack.causes.changes
    return any(
        p.lower[w] in unreal or ("Tense=Pres" in p.feats[w] and changes.get(p.lemmas[w].lower()) in ("up", "down"))
        for w in range(*effect)
    )


def _deed(p: Parse, marker: Extent) -> int | None:
    """The verb of *door te wijzen op*, *door de zaak te sluiten*."""
    head = p.heads[marker[0]]
    for _ in range(3):
        if head >= marker[1] and p.upos[head] in ("VERB", "AUX") and "VerbForm=Inf" in p.feats[head]:
            marks = [c for c in p.children[head] if p.deps[c] == "mark" and c >= marker[1]]
            if marks and marks[-1] < head:
                return head
        head = p.heads[head]
    return None


def _fits(p: Parse, entry: Connective, head: int, pack: LanguagePack) -> bool:
    """Whether the phrase is one that the preposition makes a cause of."""
    if p.upos[head] in ("PRON", "ADV") or (p.upos[head] in ("DET", "NUM") and not p.children[head]):
        return False
    if p.upos[head] == "VERB" and not any(p.deps[c] in ("det", "nmod:poss", "amod") for c in p.children[head]):
        return False  # blijft door tellen
    if entry.nouns:
        named = p.lemmas[head].lower() in entry.nouns or p.lower[head] in entry.nouns
        return named and p.upos[p.heads[head]] in ("VERB", "AUX", "ADJ")
    return not entry.doer or _no_doer(p, head, pack)


def _no_doer(p: Parse, head: int, pack: LanguagePack) -> bool:
    """Of *door*: no doer, no way through a place, not what is merely there."""
    words = pack.causes.words
    event = is_event(p, head, pack)
    if not may_cause(p, head, pack) or p.lower[head] in words.places or p.lemmas[head].lower() in words.places:
        return False
    above = p.heads[head]
    behind = p.subtree(head)[-1] + 1
    if behind < len(p) and p.lower[behind] in words.through:
        return False
    if (p.lemmas[above] in words.motions and not event) or p.lemmas[above] in words.not_caused:
        return False
    return event or (p.upos[above] in ("VERB", "AUX", "ADJ") and not _has_doer(p, above, head))


def _has_doer(p: Parse, verb: int, head: int) -> bool:
    """Of a passive, or a participle that stands for one, the phrase names who does it."""
    active = any(p.deps[c] == "aux" for c in p.children[verb])
    participle = "VerbForm=Part" in p.feats[verb] and not active
    return is_passive(p, verb) or participle or p.deps[head] == "obl:agent"


def _effect(p: Parse, head: int, phrase: Extent, holders: Holders, pack: LanguagePack) -> Extent | None:
    above = p.heads[head]
    if above == head or _none_so(p, head, phrase, pack):
        return None
    gone = range(*phrase)
    if p.upos[above] == "NOUN" and above < phrase[0] and p.deps[head] == "nmod" and is_event(p, above, pack):
        found = phrase_extent(p, above)
        return trimmed(p, found[0], phrase[0]) if found else None
    extent = clause_extent(p, predicate_above(p, above), holders, gone)
    return opened(p, extent, pack.grammar.complementizers)
