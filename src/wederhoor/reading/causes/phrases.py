"""Links by prepositions: vanwege de storm, als gevolg van de staking, door te sparen, uit woede."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.causes import Connective
from wederhoor.reading.argument_spans import (
    clause_extent,
    head_of_phrase,
    opened,
    phrase_extent,
    says_something,
    trimmed,
    with_rest,
)
from wederhoor.reading.causes.change import change_of, is_change
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.matching import contrasted, denied_by, denies, may_deny, names_role, negation_before
from wederhoor.reading.eventive_nouns import is_event, is_gauged, may_cause
from wederhoor.reading.holders import NOBODY, Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, child, has_child, is_participle, is_passive, is_present_participle
from wederhoor.syntax.predicates import has_form_of_infinitive, is_perfect, is_present, predicate_above

PREDICATES = ("VERB", "AUX", "ADJ")
MARKING = ("case", "mark", "advmod", "fixed", "amod", "cc")


def phrase_links(text: Text, entry: Connective, marker: Extent) -> Iterator[Link]:
    """The phrase behind the preposition, and the clause or the noun that it depends on."""
    p = text.parse
    if marker[1] >= len(p) or not _marks(text, marker):
        return
    deed = _deed(text, entry, marker)
    head = deed if deed is not None else head_of_phrase(p, marker)
    if head is None or p.sentence_of[head] != p.sentence_of[marker[0]] or not _stands_beside(p, entry, head, deed):
        return
    cause = _cause(text, deed, head, marker) if deed is not None or _fits(text, entry, head) else None
    if cause is None or not says_something(p, cause):
        return
    yield from _joined(text, entry, head, cause, marker)


def _joined(text: Text, entry: Connective, head: int, cause: Extent, marker: Extent) -> Iterator[Link]:
    """The cause with what comes of it, and with the clauses that go on with that."""
    effect = _effect(text, head, (marker[0], cause[1]))
    no = negation_before(text, marker[0])
    if effect is None or not _comes_of(text, effect, cause, marker) or may_deny(text, effect, marker, no):
        return
    for link in _led(text, entry, cause, effect, marker):
        yield denied_by(text, link, no)
    for beside in _beside(text, head, (marker[0], cause[1])) if no is None else ():
        yield from _led(text, entry, cause, beside, marker)


def _beside(text: Text, head: int, phrase: Extent) -> Iterator[Extent]:
    """*Door de regen stijgt het water [en daalt de temperatuur]*: clauses that go on with one that the phrase opens."""
    p = text.parse
    above = predicate_above(p, p.heads[head])
    if phrase[0] <= above and p.heads[head] != head:
        yield from clauses_beside(text, above)


def clauses_beside(text: Text, above: int) -> Iterator[Extent]:
    """The changes that go on with a clause, with a subject of their own and nothing of their own that says why."""
    p = text.parse
    for c in p.children[above]:
        own = child(p, c, *SUBJECT)
        tied = any(p.lower[g] in text.pack.causes.connectives for g in p.children[c] if p.deps[g] != "cc")
        tied = tied or has_child(p, c, "advcl")
        if p.deps[c] != "conj" or own is None or tied or text.clause(c).finite is None:
            continue
        extent = clause_extent(text, c)
        if extent is not None and p.lemmas[c].lower() in text.pack.variables.subject_verbs:
            yield extent


def _marks(text: Text, marker: Extent) -> bool:
    """Whether the words stand as a preposition; the first may be parsed as the noun that it was: *thanks to*."""
    p = text.parse
    opens = marker[0] == p.sentences[p.sentence_of[marker[0]]][0]
    infinitive = p.lower[marker[1]] in text.pack.grammar.infinitive_marks
    split = opens and infinitive and p.deps[marker[0]] == "compound:prt"  # door te vasten
    nominal = text.pack.grammar.subject_first and marker[1] - marker[0] > 1 and p.deps[marker[0]].startswith("obl")
    return p.deps[marker[0]] in MARKING or nominal or split


def _comes_of(text: Text, effect: Extent, cause: Extent, marker: Extent) -> bool:
    """Whether an effect says something, is no second cause (*door dit te doen, door dat te laten*), and is not denied."""
    p = text.parse
    listed = p.lower[effect[0]] == p.lower[marker[0]]
    told = says_something(p, effect) and not _only_reports(text, effect, marker)
    return told and not listed and not contrasted(text, cause, effect)


def _only_reports(text: Text, effect: Extent, marker: Extent) -> bool:
    """*But because of the price, [she said]*: who says it, and nothing that the preposition could be of."""
    holders = text.holders
    cues = {holders.cues.get(w, NOBODY) for w in range(*effect)} - {NOBODY}
    return any(holders.holds(n, marker[0]) and not any(holders.holds(n, w) for w in range(*effect)) for n in cues)


def _led(text: Text, entry: Connective, cause: Extent, effect: Extent, marker: Extent) -> Iterator[Link]:
    """The link, by the side that the connective marks; of one of lack only where something is missed."""
    if entry.changing and change_of(text, effect) is None:
        return
    first, second = (cause, effect) if entry.side == "cause" else (effect, cause)
    if not entry.lacking:
        yield Link(first, second, tuple(range(*marker)), entry.sign, rule="connective: phrase")
    elif marker[0] < second[0] and _is_missed(text, second):
        yield Link(first, second, tuple(range(*marker)), "-", rule="connective: lack")


def _none_so(text: Text, head: int, marker: Extent) -> bool:
    """*Geen van de gevallen komt door de bacterie*: of none it is said that it is so by that, which may deny the cause."""
    p = text.parse
    subject = child(p, predicate_above(p, p.heads[head]), *SUBJECT)
    if subject is None or subject > marker[0]:
        return False
    return any(denies(text, w) for w in (subject, *p.children[subject]))


def _cause(text: Text, deed: int | None, head: int, marker: Extent) -> Extent | None:
    p = text.parse
    if deed is None:
        extent = phrase_extent(p, head, marker[1])
        return with_rest(text, extent, head) if extent else None
    extent = clause_extent(text, deed)
    return trimmed(p, max(marker[1], extent[0]), extent[1]) if extent else None


def _is_missed(text: Text, effect: Extent) -> bool:
    """Whether a clause is denied, or only imagined, or tells of a change in the present: *zonder toezicht stijgt de fraude*."""
    p = text.parse
    changes = text.pack.causes.changes
    return any(
        denies(text, w)
        or p.lower[w] in text.pack.closed.hearsay
        or _is_supposed(text, w)
        or (is_present(p, w) and changes.get(p.lemmas[w].lower()) in ("up", "down"))
        for w in range(*effect)
    ) or _is_bare_amount(text, effect)


def _is_bare_amount(text: Text, effect: Extent) -> bool:
    """*Zonder toezicht [meer fraude]*: nothing but how much there is of a thing."""
    p = text.parse
    told = p.lower[effect[0]] in text.pack.variables.adverb_kinds.gauging
    return told and not any(p.upos[w] in ("VERB", "AUX") for w in range(*effect))


def _is_supposed(text: Text, word: int) -> bool:
    """*Would fall*, *would be more*: an auxiliary of what is supposed, beside a change or a comparison."""
    p = text.parse
    if p.lower[word] not in text.pack.closed.supposed or p.upos[word] != "AUX":
        return False
    verb = p.heads[word]
    changes = text.pack.causes.changes
    gauged = any(p.deps[c] == "nsubj" and is_change(text, c) for c in p.children[verb])
    if text.pack.grammar.subject_first and is_perfect(p, verb, text.pack):  # would have been handicapped
        return True
    return gauged or changes.get(p.lemmas[verb].lower()) in ("up", "down")


def _stands_beside(p: Parse, entry: Connective, head: int, deed: int | None) -> bool:
    """Whether the word that the phrase depends on is one that the preposition goes with."""
    verb = p.lemmas[p.heads[head]]
    counted = p.upos[head] in ("NUM", "PROPN") or has_child(p, head, "nummod")  # jailed for two years
    if entry.beside and (verb not in entry.beside or counted):
        return False
    return deed is None or verb not in entry.beside_no


def _deed(text: Text, entry: Connective, marker: Extent) -> int | None:
    """What is done, behind a preposition that may stand before it."""
    p = text.parse
    if entry.doer:
        return _infinitive(p, marker)
    if not (entry.deed or entry.beside):
        return None
    head = p.heads[marker[0]]
    done = head >= marker[1] and p.upos[head] in ("VERB", "AUX") and is_present_participle(p, head)
    return head if done and p.upos[p.heads[head]] in PREDICATES and p.deps[head] in ("advcl", "obl", "xcomp") else None


def _infinitive(p: Parse, marker: Extent) -> int | None:
    """The verb of *door te wijzen op*, *door de zaak te sluiten*."""
    head = p.heads[marker[0]]
    for _ in range(3):
        if head >= marker[1] and p.upos[head] in ("VERB", "AUX") and has_form_of_infinitive(p, head):
            marks = [c for c in p.children[head] if p.deps[c] == "mark" and c >= marker[1]]
            if marks and marks[-1] < head:
                return head
        head = p.heads[head]
    return None


def _fits(text: Text, entry: Connective, head: int) -> bool:
    """Whether the phrase is one that the preposition makes a cause of."""
    p = text.parse
    if entry.deed or not _is_thing(p, head, entry):
        return False
    if entry.nouns:
        named = p.lemmas[head].lower() in entry.nouns or p.lower[head] in entry.nouns
        return named and p.upos[p.heads[head]] in PREDICATES
    if entry.changing and names_role(text, head):
        return False
    if entry.changing:
        return is_change(text, head) and p.upos[p.heads[head]] in PREDICATES
    return not entry.doer or _no_doer(text, head)


def _is_thing(p: Parse, head: int, entry: Connective) -> bool:
    """No pronoun by itself, and behind *door* no verb by itself: *blijft door tellen*."""
    if p.upos[head] in ("PRON", "ADV") or (p.upos[head] in ("DET", "NUM") and not p.children[head]):
        return False
    return p.upos[head] != "VERB" or not entry.doer or has_child(p, head, "det", "nmod:poss", "amod")


def _no_doer(text: Text, head: int) -> bool:
    """Of *door*: no doer, no way through a place, not what is merely there."""
    p = text.parse
    words = text.pack.causes.words
    event, above = is_event(text, head), p.heads[head]
    if is_gauged(text, head) and p.upos[head] == "NOUN" and p.upos[above] in PREDICATES:
        return True
    if not may_cause(text, head) or p.lower[head] in words.places or p.lemmas[head].lower() in words.places:
        return False
    behind = p.subtree(head)[-1] + 1
    if behind < len(p) and p.lower[behind] in words.through:
        return False
    if (p.lemmas[above] in words.motions and not event) or p.lemmas[above] in words.not_caused:
        return False
    return event or (p.upos[above] in PREDICATES and not _has_doer(p, above, head))


def _has_doer(p: Parse, verb: int, head: int) -> bool:
    """Of a passive, or a participle that stands for one, the phrase names who does it."""
    active = has_child(p, verb, "aux")
    participle = is_participle(p, verb) and not active
    return is_passive(p, verb) or participle or p.deps[head] == "obl:agent"


def _is_without_verb(p: Parse, head: int, phrase: Extent) -> bool:
    """*Without trade, [no bread]*: whether a phrase stands before a thing, and nothing is said of that."""
    above = p.heads[head]
    return p.deps[head] == "obl" and p.upos[above] == "NOUN" and phrase[1] <= above and not has_child(p, above, "cop")


def _effect(text: Text, head: int, phrase: Extent) -> Extent | None:
    p = text.parse
    above = p.heads[head]
    subject = child(p, head, *SUBJECT)
    if subject is not None and has_child(p, head, "cop") and text.pack.grammar.subject_first:
        if p.deps[subject] == "csubj":
            return opened(p, clause_extent(text, subject), text.pack.grammar.complementizers)
        return phrase_extent(p, subject)  # [the delay] is due to fog
    if above == head or _none_so(text, head, phrase):
        return None
    gone = range(*phrase)
    if _is_without_verb(p, head, phrase):
        return phrase_extent(p, above, phrase[1])
    if p.upos[above] == "NOUN" and above < phrase[0] and p.deps[head] == "nmod" and is_event(text, above):
        found = phrase_extent(p, above)
        return trimmed(p, found[0], phrase[0]) if found else None
    extent = clause_extent(text, predicate_above(p, above), gone, behind=True)
    return opened(p, extent, text.pack.grammar.complementizers)
