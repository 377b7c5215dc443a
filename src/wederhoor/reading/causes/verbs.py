"""Links by verbs: leidt tot, veroorzaakt, kost, maakt duur, doet stijgen, is te wijten aan."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.causes import CausalVerb
from wederhoor.reading.argument_spans import clause_extent, phrase_extent, says_something, trimmed
from wederhoor.reading.causes.before import said_before
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.matching import denies_thing, negation_of, points_back, within_denial
from wederhoor.reading.causes.mistagged import verb_taken_for_participle
from wederhoor.reading.causes.slots import Slot, find_slot, fixed_words
from wederhoor.reading.eventive_nouns import is_event, is_gauged, may_cause
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import antecedent, child, is_finite, is_participle, verb_group
from wederhoor.syntax.predicates import predicate_above

Side = tuple[Extent, bool]
"""The words of a side, and whether they are what was said before."""


def find_verbal(text: Text) -> list[Link]:
    """Links that verbs name, and those that they deny, in text order of the verbs."""
    p = text.parse
    links = []
    verbs = text.pack.causes.verbs
    for word, lemma in enumerate(p.lemmas):
        if (lemma not in verbs and p.stems[word] not in verbs) or p.upos[word] not in ("VERB", "AUX", "ADJ"):
            continue
        if p.deps[word] in ("aux", "aux:pass"):
            continue
        found = [link for entry in _entries(text, word) if (link := _link(text, word, entry)) is not None]
        links += sorted(found, key=lambda link: link.denied)[:1]
    return links


def _entries(text: Text, word: int) -> list[CausalVerb]:
    """The verb's entries, those with fixed words first, which the parser may have joined as a particle: *ten* koste gaan."""
    p = text.parse
    own = text.pack.causes.verbs.get(p.lemmas[word], ())
    if p.stems[word] == p.lemmas[word]:
        return list(own)
    base = text.pack.causes.verbs.get(p.stems[word], ())
    return [*(e for e in base if e.words), *own, *(() if own else (e for e in base if not e.words))]


def _link(text: Text, verb: int, entry: CausalVerb) -> Link | None:
    p = text.parse
    fixed = fixed_words(p, verb, entry) if entry.words else ()
    if fixed is None:
        return None
    mistaken = verb_taken_for_participle(text, verb, entry)
    if mistaken is not None:
        return mistaken
    top = p.heads[verb] if p.deps[verb] == "cop" else verb
    no = _negation(text, top, fixed)
    if _is_left_open(text, verb, top, no):
        return None
    cause_place = find_slot(text, top, entry.cause, fixed, None)
    if cause_place is None:
        return None
    effect_place = find_slot(text, top, entry.effect, fixed, cause_place.head)
    if effect_place is None:
        return None
    cause = _cause_side(text, top, entry, cause_place)
    effect = _effect_side(text, top, effect_place, cause[0], cause_place.marks) if cause else None
    if cause is None or effect is None:
        return None
    own = effect_place.kind == "verb"  # the clause of the verb itself, which may stand around its cause
    effect = _before_mark(effect[0], cause[0], cause_place, own=own), effect[1]
    if _meet(cause[0], effect[0]) and not own:
        return None
    marker = {*text.clause(verb).group, *fixed, *cause_place.marks, *effect_place.marks}
    if effect_place.kind == "adjective":
        marker -= {*effect_place.marks, effect_place.head}
    back = cause[1] or effect[1]
    rule = f"verb: {cause_place.kind}, {effect_place.kind}"
    link = Link(cause[0], effect[0], tuple(sorted(marker)), entry.sign, entry.change, back=back, rule=rule)
    return _denied(text, link, no)


def _negation(text: Text, top: int, fixed: tuple[int, ...]) -> int | None:
    """The word that denies the verb, or its fixed words: *heeft [niets] te maken met*."""
    return next((no for w in (top, *fixed) if (no := negation_of(text, w)) is not None), None)


def _is_left_open(text: Text, verb: int, top: int, no: int | None) -> bool:
    """Whether the verb neither says that it is so nor denies it: an aim, a question, *nauwelijks*."""
    p = text.parse
    return _is_aim(text, top) or _asks(p, verb) or (no is not None and p.lower[no] in text.pack.causes.words.hardly)


def _denied(text: Text, link: Link, no: int | None) -> Link | None:
    """The link; a denied one with the word that denies it, which is no part of its sides: *veroorzaakt geen [schade]*."""
    if no is None:
        no = next((side[0] for side in (link.cause, link.effect) if denies_thing(text, side[0])), None)
    if no is None:
        return link
    cause, effect = (within_denial(text, side, no) for side in (link.cause, link.effect))
    if cause is None or effect is None:
        return None
    return replace(link, cause=cause, effect=effect, marker=tuple(sorted({*link.marker, no})), denied=True)


def _before_mark(effect: Extent, cause: Extent, place: Slot, *, own: bool) -> Extent:
    """*wijt [de daling] aan de oorlog*: without the phrase of the cause, which the parser hung under the effect."""
    if not own and place.marks and effect[0] < place.marks[0] < effect[1] and effect[0] < cause[0]:
        return effect[0], place.marks[0]
    return effect


def _meet(a: Extent, b: Extent) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _is_aim(text: Text, verb: int) -> bool:
    """Whether the verb stands in an infinitive clause that names an aim or an act: *om de rust te herstellen*."""
    p = text.parse
    here = verb
    while p.deps[here] in ("xcomp", "conj") and p.heads[here] != here and not _finite(p, here):
        here = p.heads[here]
        if p.stems[here] in text.pack.causes.words.trying:
            return True
    aim = p.deps[here] in ("advcl", "acl", "obl", "nmod") and not is_participle(p, here)
    return aim and not _finite(p, here)


def _finite(p: Parse, verb: int) -> bool:
    return any(is_finite(p, w) for w in verb_group(p, verb))


def _asks(p: Parse, verb: int) -> bool:
    first, end = p.sentences[p.sentence_of[verb]]
    return p.words[end - 1] == "?" and verb <= first + 1 and is_finite(p, verb)


def _cause_side(text: Text, verb: int, entry: CausalVerb, place: Slot) -> Side | None:
    head = place.head
    if place.kind == "phrase" and not _points(text, head) and not _can_be(text, entry, place):
        return None
    return _side(text, verb, place)


def _effect_side(text: Text, verb: int, place: Slot, cause: Extent, of_cause: tuple[int, ...]) -> Side | None:
    if place.kind == "verb":
        extent = clause_extent(text, verb, range(*cause))
        if extent is not None and extent[1] - 1 in of_cause and text.pack.grammar.subject_first:
            extent = extent[0], extent[1] - 1  # *[He died] of cancer*
        return (extent, False) if extent else None
    return _side(text, verb, place)


def _points(text: Text, head: int) -> bool:
    p = text.parse
    return points_back(text, head) or (p.lower[head] in text.pack.causes.relatives and p.upos[head] == "PRON")


def _can_be(text: Text, entry: CausalVerb, place: Slot) -> bool:
    """Whether a phrase can be the cause: an event, of sure verbs anything but a doer, behind their preposition anybody."""
    p = text.parse
    noun = antecedent(p, place.head, text.pack)
    head = place.head if noun is None else noun
    if is_gauged(text, head):
        return True
    if entry.weak:
        return is_event(text, head)
    return may_cause(text, head) or ("subject" not in entry.cause and p.upos[head] == "NOUN")


def _side(text: Text, verb: int, place: Slot) -> Side | None:
    p = text.parse
    head = place.head
    match place.kind:
        case "clause":
            extent = _clause(text, head)
        case "infinitive":
            extent = _with_subject(text, verb, head)
        case "adjective":
            words = sorted({*p.subtree(head), *p.subtree(place.marks[0])})
            extent = trimmed(p, words[0], words[-1] + 1) if words[-1] - words[0] == len(words) - 1 else None
        case "back":
            return _before(text, head, verb)
        case "around":
            extent = clause_extent(text, head, p.subtree(verb))
        case "noun":
            extent = _around_participle(p, head, verb)
        case "objects":
            extent = _with_fixed(p, place)
        case _:
            return _phrase(text, verb, place)
    return (extent, False) if extent is not None and says_something(p, extent) else None


def _phrase(text: Text, verb: int, place: Slot) -> Side | None:
    p = text.parse
    head = place.head
    if points_back(text, head):
        return _before(text, head, verb)
    if p.lower[head] in text.pack.causes.relatives:
        above = predicate_above(p, p.heads[verb]) if p.heads[verb] != verb else verb
        if text.holders.innermost[above] != text.holders.innermost[verb]:  # not what was said did it, but saying it
            above = _root(p, above)
        extent = clause_extent(text, above, p.subtree(verb)) if above != verb else None
        return (extent, False) if extent else None
    if "PronType=Rel" in p.feats[head] or antecedent(p, head, text.pack) is not None:
        noun = antecedent(p, head, text.pack)
        extent = _bare_phrase(p, noun) if noun is not None else None
        return (extent, False) if extent else None
    if p.upos[head] in ("PRON", "DET", "ADV"):
        return None
    extent = phrase_extent(p, head, place.marks[-1] + 1 if place.marks else 0)
    return (extent, False) if extent is not None and says_something(p, extent) else None


def _root(p: Parse, word: int) -> int:
    while p.heads[word] != word:
        word = p.heads[word]
    return word


def _bare_phrase(p: Parse, noun: int) -> Extent | None:
    """The antecedent without its relative clause."""
    extent = phrase_extent(p, noun)
    clause = child(p, noun, "acl:relcl")
    return trimmed(p, extent[0], min(extent[1], p.subtree(clause)[0])) if extent and clause is not None else extent


def _with_fixed(p: Parse, place: Slot) -> Extent | None:
    """*kostte [drie mensen het leven]*: the object and the fixed words beside it."""
    extent = phrase_extent(p, place.head)
    if extent is None:
        return None
    fixed = [w for f in place.marks for w in p.subtree(f)]
    joined = min(extent[0], *fixed), max(extent[1], *(w + 1 for w in fixed))
    return joined if joined[1] - joined[0] <= extent[1] - extent[0] + len(fixed) else extent


def _around_participle(p: Parse, noun: int, participle: int) -> Extent | None:
    """The noun phrase on the other side of the participle and what belongs to that."""
    extent = phrase_extent(p, noun)
    words = p.subtree(participle)
    if extent is None:
        return None
    if noun < participle:
        return trimmed(p, extent[0], min(extent[1], words[0]))
    return trimmed(p, max(extent[0], participle + 1), extent[1])


def _before(text: Text, word: int, verb: int) -> Side | None:
    extent = said_before(text, word, verb)
    return (extent, True) if extent is not None else None


def _clause(text: Text, head: int) -> Extent | None:
    p = text.parse
    extent = clause_extent(text, head, joined=True)
    if extent is None:
        return None
    marks = [c for c in p.children[head] if p.deps[c] in ("mark", "case") and c < head and c <= extent[0] + 2]
    openings = text.pack.grammar.complementizers | {f for fs in text.pack.causes.forward.values() for f in fs}
    first = max((c + 1 for c in marks if p.lower[c] in openings), default=extent[0])
    return trimmed(p, max(first, extent[0]), extent[1])


def _with_subject(text: Text, verb: int, infinitive: int) -> Extent | None:
    """*doet [de prijs stijgen]*: the infinitive with the object of the verb, that is its subject, where it stands beside it."""
    p = text.parse
    extent = clause_extent(text, infinitive, joined=True)
    thing = child(p, verb, "obj", "iobj", "nsubj:pass")
    if extent is None or thing is None:
        return extent
    words = p.subtree(thing)
    near = words[-1] + 1 <= extent[0] <= words[-1] + 3 and words[0] > verb
    return trimmed(p, words[0], extent[1]) if near else extent
