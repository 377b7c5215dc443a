"""Links by verbs: leidt tot, veroorzaakt, kost, maakt duur, doet stijgen, is te wijten aan."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.causes import CausalVerb
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import clause_extent, phrase_extent, says_something, trimmed
from wederhoor.reading.causes.before import said_before
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.matching import denies_thing, is_gauged, negation_of, points_back, within_denial
from wederhoor.reading.causes.mistagged import verb_taken_for_noun, verb_taken_for_participle
from wederhoor.reading.causes.slots import Place, find_place, fixed_words
from wederhoor.reading.eventive_nouns import is_event, may_cause
from wederhoor.reading.holders import Extent, Holders
from wederhoor.syntax.clauses import antecedent, is_finite, verb_group
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.predicates import predicate_above

Side = tuple[Extent, bool]
"""The words of a side, and whether they are what was said before."""


def find_verbal(p: Parse, holders: Holders, pack: LanguagePack) -> list[Link]:
    """Links that verbs name, and those that they deny, in text order of the verbs."""
    links = []
    verbs = pack.causes.verbs
    for word, lemma in enumerate(p.lemmas):
        if p.upos[word] == "NOUN" and p.lower[word] in verbs:
            links += verb_taken_for_noun(p, word, pack)
        if (lemma not in verbs and p.stems[word] not in verbs) or p.upos[word] not in ("VERB", "AUX", "ADJ"):
            continue
        if p.deps[word] in ("aux", "aux:pass"):
            continue
        found = [
            link for entry in _entries(p, word, pack) if (link := _link(p, word, entry, holders, pack)) is not None
        ]
        links += sorted(found, key=lambda link: link.denied)[:1]
    return links


def _entries(p: Parse, word: int, pack: LanguagePack) -> list[CausalVerb]:
    """The verb's entries, those with fixed words first, which the parser may have joined as a particle: *ten* koste gaan."""
    own = pack.causes.verbs.get(p.lemmas[word], ())
    if p.stems[word] == p.lemmas[word]:
        return list(own)
    base = pack.causes.verbs.get(p.stems[word], ())
    return [*(e for e in base if e.words), *own, *(() if own else (e for e in base if not e.words))]


def _link(p: Parse, verb: int, entry: CausalVerb, holders: Holders, pack: LanguagePack) -> Link | None:
    fixed = fixed_words(p, verb, entry) if entry.words else ()
    if fixed is None:
        return None
    mistaken = verb_taken_for_participle(p, verb, entry, pack)
    if mistaken is not None:
        return mistaken
    top = p.heads[verb] if p.deps[verb] == "cop" else verb
    no = _negation(p, top, fixed, pack)
    if _is_left_open(p, verb, top, no, pack):
        return None
    cause_place = find_place(p, top, entry.cause, fixed, None, pack)
    if cause_place is None:
        return None
    effect_place = find_place(p, top, entry.effect, fixed, cause_place.head, pack)
    if effect_place is None:
        return None
    cause = _cause_side(p, top, entry, cause_place, holders, pack)
    effect = _effect_side(p, top, effect_place, cause[0], holders, pack) if cause else None
    if cause is None or effect is None:
        return None
    own = effect_place.kind == "verb"  # the clause of the verb itself, which may stand around its cause
    effect = _before_mark(effect[0], cause[0], cause_place, own=own), effect[1]
    if _meet(cause[0], effect[0]) and not own:
        return None
    marker = {*verb_group(p, verb), *fixed, *cause_place.marks, *effect_place.marks}
    if effect_place.kind == "adjective":
        marker -= {*effect_place.marks, effect_place.head}
    back = cause[1] or effect[1]
    rule = f"verb: {cause_place.kind}, {effect_place.kind}"
    link = Link(cause[0], effect[0], tuple(sorted(marker)), entry.sign, entry.change, back=back, rule=rule)
    return _denied(p, link, no, pack)


def _negation(p: Parse, top: int, fixed: tuple[int, ...], pack: LanguagePack) -> int | None:
    """The word that denies the verb, or its fixed words: *heeft [niets] te maken met*."""
    return next((no for w in (top, *fixed) if (no := negation_of(p, w, pack)) is not None), None)


def _is_left_open(p: Parse, verb: int, top: int, no: int | None, pack: LanguagePack) -> bool:
    """Whether the verb neither says that it is so nor denies it: an aim, a question, *nauwelijks*."""
    return _is_aim(p, top, pack) or _asks(p, verb) or (no is not None and p.lower[no] in pack.causes.words.hardly)


def _denied(p: Parse, link: Link, no: int | None, pack: LanguagePack) -> Link | None:
    """The link; a denied one with the word that denies it, which is no part of its sides: *veroorzaakt geen [schade]*."""
    if no is None:
        no = next((side[0] for side in (link.cause, link.effect) if denies_thing(p, side[0], pack)), None)
    if no is None:
        return link
    cause, effect = (within_denial(p, side, no, pack) for side in (link.cause, link.effect))
    if cause is None or effect is None:
        return None
    return replace(link, cause=cause, effect=effect, marker=tuple(sorted({*link.marker, no})), denied=True)


def _before_mark(effect: Extent, cause: Extent, place: Place, *, own: bool) -> Extent:
    """*wijt [de daling] aan de oorlog*: without the phrase of the cause, which the parser hung under the effect."""
    if not own and place.marks and effect[0] < place.marks[0] < effect[1] and effect[0] < cause[0]:
        return effect[0], place.marks[0]
    return effect


def _meet(a: Extent, b: Extent) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _is_aim(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether the verb stands in an infinitive clause that names an aim or an act: *om de rust te herstellen*."""
    here = verb
    while p.deps[here] in ("xcomp", "conj") and p.heads[here] != here and not _finite(p, here):
        here = p.heads[here]
        if p.stems[here] in pack.causes.words.trying:
            return True
    aim = p.deps[here] in ("advcl", "acl", "obl", "nmod") and "VerbForm=Part" not in p.feats[here]
    return aim and not _finite(p, here)


def _finite(p: Parse, verb: int) -> bool:
    return any(is_finite(p, w) for w in verb_group(p, verb))


def _asks(p: Parse, verb: int) -> bool:
    first, end = p.sentences[p.sentence_of[verb]]
    return p.words[end - 1] == "?" and verb <= first + 1 and is_finite(p, verb)


def _cause_side(
    p: Parse, verb: int, entry: CausalVerb, place: Place, holders: Holders, pack: LanguagePack
) -> Side | None:
    head = place.head
    if place.kind == "phrase" and not _points(p, head, pack) and not _can_be(p, entry, place, pack):
        return None
    return _side(p, verb, place, holders, pack)


def _effect_side(p: Parse, verb: int, place: Place, cause: Extent, holders: Holders, pack: LanguagePack) -> Side | None:
    if place.kind == "verb":
        extent = clause_extent(p, verb, holders, range(*cause))
        return (extent, False) if extent else None
    return _side(p, verb, place, holders, pack)


def _points(p: Parse, head: int, pack: LanguagePack) -> bool:
    return points_back(p, head, pack) or (p.lower[head] in pack.causes.relatives and p.upos[head] == "PRON")


def _can_be(p: Parse, entry: CausalVerb, place: Place, pack: LanguagePack) -> bool:
    """Whether a phrase can be the cause: an event, of sure verbs anything but a doer, behind their preposition anybody."""
    noun = antecedent(p, place.head, pack)
    head = place.head if noun is None else noun
    if is_gauged(p, head, pack):
        return True
    if entry.weak:
        return is_event(p, head, pack)
    return may_cause(p, head, pack) or ("subject" not in entry.cause and p.upos[head] == "NOUN")


def _side(p: Parse, verb: int, place: Place, holders: Holders, pack: LanguagePack) -> Side | None:
    head = place.head
    match place.kind:
        case "clause":
            extent = _clause(p, head, holders, pack)
        case "infinitive":
            extent = _with_subject(p, verb, head, holders)
        case "adjective":
            words = sorted({*p.subtree(head), *p.subtree(place.marks[0])})
            extent = trimmed(p, words[0], words[-1] + 1) if words[-1] - words[0] == len(words) - 1 else None
        case "back":
            return _before(p, head, verb, holders, pack)
        case "noun":
            extent = _around_participle(p, head, verb)
        case "objects":
            extent = _with_fixed(p, place)
        case _:
            return _phrase(p, verb, place, holders, pack)
    return (extent, False) if extent is not None and says_something(p, extent) else None


def _phrase(p: Parse, verb: int, place: Place, holders: Holders, pack: LanguagePack) -> Side | None:
    head = place.head
    if points_back(p, head, pack):
        return _before(p, head, verb, holders, pack)
    if p.lower[head] in pack.causes.relatives:
        above = predicate_above(p, p.heads[verb]) if p.heads[verb] != verb else verb
        if holders.innermost[above] != holders.innermost[verb]:  # not what was said did it, but saying it
            above = _root(p, above)
        extent = clause_extent(p, above, holders, p.subtree(verb)) if above != verb else None
        return (extent, False) if extent else None
    if "PronType=Rel" in p.feats[head] or antecedent(p, head, pack) is not None:
        noun = antecedent(p, head, pack)
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
    clause = next((c for c in p.children[noun] if p.deps[c] == "acl:relcl"), None)
    return trimmed(p, extent[0], min(extent[1], p.subtree(clause)[0])) if extent and clause is not None else extent


def _with_fixed(p: Parse, place: Place) -> Extent | None:
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


def _before(p: Parse, word: int, verb: int, holders: Holders, pack: LanguagePack) -> Side | None:
    extent = said_before(p, word, verb, holders, pack)
    return (extent, True) if extent is not None else None


def _clause(p: Parse, head: int, holders: Holders, pack: LanguagePack) -> Extent | None:
    extent = clause_extent(p, head, holders, joined=True)
    if extent is None:
        return None
    marks = [c for c in p.children[head] if p.deps[c] in ("mark", "case") and c < head and c <= extent[0] + 2]
    openings = pack.grammar.complementizers | {f for fs in pack.causes.forward.values() for f in fs}
    first = max((c + 1 for c in marks if p.lower[c] in openings), default=extent[0])
    return trimmed(p, max(first, extent[0]), extent[1])


def _with_subject(p: Parse, verb: int, infinitive: int, holders: Holders) -> Extent | None:
    """*doet [de prijs stijgen]*: the infinitive with the object of the verb, that is its subject, where it stands beside it."""
    extent = clause_extent(p, infinitive, holders, joined=True)
    thing = next((c for c in p.children[verb] if p.deps[c] in ("obj", "iobj", "nsubj:pass")), None)
    if extent is None or thing is None:
        return extent
    words = p.subtree(thing)
    near = words[-1] + 1 <= extent[0] <= words[-1] + 3 and words[0] > verb
    return trimmed(p, words[0], extent[1]) if near else extent
