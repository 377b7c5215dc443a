"""Links by verbs: leidt tot, veroorzaakt, kost, maakt duur, doet stijgen, is te wijten aan."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as replace_in

from wederhoor.languages.causes import CausalVerb
from wederhoor.reading.argument_spans import trimmed, with_rest
from wederhoor.reading.causes.before import said_before
from wederhoor.reading.causes.change import change_of, is_change
from wederhoor.reading.causes.draft import Link, Slot
from wederhoor.reading.causes.matching import denies_thing, negation_of, points_back, within_denial
from wederhoor.reading.causes.mistagged import verb_taken_for_participle
from wederhoor.reading.causes.slots import FARTHEST, find_slot, is_reciprocal
from wederhoor.reading.causes.verb_chains import by_way, in_turn
from wederhoor.reading.causes.verb_sides import Side, cause_side, effect_side
from wederhoor.reading.eventive_nouns import is_event, may_cause
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records import overlap
from wederhoor.records.claims import Change, Sign
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    antecedent,
    child,
    children,
    is_finite,
    is_participle,
    is_present_participle,
    verb_group,
)
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.stretches import stands_at


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
        told = sorted(found, key=lambda link: link.denied)[:1]
        links += [one for link in told for step in by_way(text, word, link) for one in in_turn(text, step)]
        if not told:
            links += next(filter(None, (_each_other(text, word, entry) for entry in _entries(text, word))), [])
    return links


def _each_other(text: Text, verb: int, entry: CausalVerb) -> list[Link]:
    """*De leegstand en de onrust versterken elkaar*: each of the two is the cause of the other."""
    p = text.parse
    each = next((c for c in children(p, verb, "obj", "iobj", "obl") if is_reciprocal(text, c)), None)
    subject = text.clause(verb).subject
    other = child(p, subject, "conj") if subject is not None else None
    if subject is None or each is None or other is None or entry.words or "object" not in entry.effect:
        return []
    if not _holds(text, verb):
        return []
    whole, second = p.subtree(subject), p.subtree(other)
    sides = trimmed(p, whole[0], second[0]), trimmed(p, second[0] + (p.deps[second[0]] == "cc"), second[-1] + 1)
    one, two = sides
    if one is None or two is None or not (may_cause(text, subject) and may_cause(text, other)):
        return []
    marker = tuple(sorted((*text.clause(verb).group, each)))
    rule = "verb: each other"
    return [Link(a, b, marker, entry.sign, entry.change, rule=rule) for a, b in ((one, two), (two, one))]


def _holds(text: Text, verb: int) -> bool:
    return not _is_left_open(text, verb, verb, (), None) and _negation(text, verb, ()) is None


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
    entry = _kept_from(text, verb, entry)
    fixed = _fixed_words(p, verb, entry) if entry.words else ()
    if fixed is None:
        return None
    mistaken = verb_taken_for_participle(text, verb, entry)
    if mistaken is not None:
        return mistaken
    top = p.heads[verb] if p.deps[verb] == "cop" else verb
    no = _negation(text, top, fixed)
    if _is_left_open(text, verb, top, fixed, no):
        return None
    places = _places(text, top, entry, fixed)
    if places is None:
        return None
    cause_place, effect_place = places
    sides = _sides(text, top, entry, fixed, places)
    if sides is None:
        return None
    cause, effect = sides
    marker = {*text.clause(verb).group, *fixed, *cause_place.marks, *effect_place.marks}
    if effect_place.kind in ("adjective", "state"):
        marker -= {*effect_place.marks, effect_place.head}
    back = cause[1] or effect[1]
    rule = f"verb: {cause_place.kind}, {effect_place.kind}"
    link = Link(
        cause[0], effect[0], tuple(sorted(marker)), entry.sign, entry.change, entry.correlates, back=back, rule=rule
    )
    return _denied(text, link, no)


def _kept_from(text: Text, verb: int, entry: CausalVerb) -> CausalVerb:
    """*Prevents trade from [falling]*: of what is kept from a change the object changes, the other way."""
    p, changes = text.parse, text.pack.variables.subject_verbs
    kept = entry.effect[0] in (*text.pack.grammar.kept_from, "object") and child(p, verb, "obj") is not None
    for c in p.children[verb] if kept and entry.sign == "-" else ():
        marks = any(p.lower[g] in text.pack.grammar.kept_from for g in p.children[c])
        way = changes.get(p.lemmas[c].lower()) if marks and p.upos[c] == "VERB" else None
        if way is not None:
            turned: tuple[Sign, Change] = ("+", "up") if way < 0 else ("-", "down")
            return replace_in(entry, effect=("object",), sign=turned[0], change=turned[1])
    return entry


def _sides(
    text: Text, top: int, entry: CausalVerb, fixed: tuple[int, ...], places: tuple[Slot, Slot]
) -> tuple[Side, Side] | None:
    """What the two places say, None where one says nothing or they are not apart."""
    cause_place, effect_place = places
    cause = _before_fixed(text, cause_side(text, top, entry, cause_place, effect_place), fixed)
    effect = effect_side(text, top, effect_place, cause[0], cause_place.marks) if cause else None
    if cause is None or effect is None:
        return None
    own = effect_place.kind == "verb"  # the clause of the verb itself, which may stand around its cause
    effect = _before_mark(effect[0], cause[0], cause_place, own=own), effect[1]
    if effect_place.kind == "phrase" and effect_place.head > top and not effect[1]:
        longer = with_rest(text, effect[0], effect_place.head)
        named = {*fixed, *cause_place.marks, cause_place.head}
        effect = (effect[0] if named.intersection(range(effect[0][1], longer[1])) else longer), False
    return None if overlap(cause[0], effect[0]) and not own else (cause, effect)


def _before_fixed(text: Text, side: Side | None, fixed: tuple[int, ...]) -> Side | None:
    """A side without the fixed words of the verb at its end."""
    if side is None or not fixed or not side[0][0] < fixed[0] < side[0][1] <= fixed[-1] + 1:
        return side
    extent = trimmed(text.parse, side[0][0], fixed[0])
    return None if extent is None else (extent, side[1])


def _fixed_words(p: Parse, verb: int, entry: CausalVerb) -> tuple[int, ...] | None:
    """The numbers of the entry's fixed words beside the verb, None where one is not there."""
    top = p.heads[verb] if p.deps[verb] in ("cop", "aux", "aux:pass") else verb
    close = {top, *p.children[top], *p.children[verb]} - {verb}
    close |= {g for c in close if c != top for g in p.children[c]}
    close |= {g for c in close if p.upos[c] == "ADP" for g in p.children[c] if p.deps[g] == "fixed"}
    found: list[int] = []
    for word in entry.words:
        here = min(
            (w for w in close if p.lower[w] == word and w not in found), key=lambda w: (abs(w - verb), w), default=None
        )
        if here is None or abs(here - verb) > FARTHEST:
            return _fixed_phrase(p, verb, entry.words)
        found.append(here)
    return tuple(sorted(found))


def _fixed_phrase(p: Parse, verb: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """*Lag een ruzie over geld [ten grondslag]*: fixed words in a row, which a parse may hang on what stands before them."""
    end = min(p.sentences[p.sentence_of[verb]][1], verb + FARTHEST)
    starts = (w for w in range(verb + 1, end) if len(words) > 1 and stands_at(p, w, words))
    first = next(starts, None)
    return None if first is None else tuple(range(first, first + len(words)))


def _places(text: Text, top: int, entry: CausalVerb, fixed: tuple[int, ...]) -> tuple[Slot, Slot] | None:
    """Where the verb has its cause and its effect, if it has both."""
    cause = find_slot(text, top, entry.cause, fixed, None)
    effect = find_slot(text, top, entry.effect, fixed, cause.head) if cause is not None else None
    if cause is None or effect is None or (entry.changing and not _are_changes(text, top, cause, effect)):
        return None
    if entry.priced and _is_price(text, top, cause.head, effect.head):
        return None
    brought = (
        _brought(text, top, cause.head, effect.head) if entry.effect == ("object",) and entry.sign == "+" else None
    )
    return (cause, effect) if brought is None else (Slot(effect.head, "phrase"), Slot(brought, "noun"))


def _are_changes(text: Text, verb: int, cause: Slot, effect: Slot) -> bool:
    """*The rise in rents explains the fall in visits*, *drought explains why visits fall*; not *the report explains the plan*.

    *This is explained by the demand*: also by what happens, where the change was told before.
    """
    p = text.parse
    if points_back(text, effect.head):
        told = said_before(text, effect.head, verb)
        return told is not None and change_of(text, told) is not None and is_event(text, cause.head)
    falls = effect.kind == "clause" and p.lemmas[effect.head].lower() in text.pack.variables.subject_verbs
    if not (falls or is_change(text, effect.head)):
        return False
    return is_change(text, cause.head) or (p.upos[cause.head] == "NOUN" and is_event(text, cause.head))


def _is_price(text: Text, verb: int, cause: int, effect: int) -> bool:
    """*De brug kost acht ton*; not *de staking kost de haven acht ton*: what it costs somebody is a loss."""
    p = text.parse
    others = (c for c in children(p, verb, "iobj", "obj", *SUBJECT) if c not in (cause, effect))
    counted = p.upos[effect] in ("NUM", "SYM") or p.lemmas[effect].lower() in text.pack.causes.words.prices
    return counted and not any(others)


def _brought(text: Text, verb: int, pronoun: int, other: int) -> int | None:
    """The noun before a relative clause whose pronoun a parse has for the subject: *de [winst] die de verkoop oplevert*."""
    p, pack = text.parse, text.pack
    noun = antecedent(p, pronoun, pack)
    if noun is None or p.deps[verb] != RELATIVE or not pronoun < other < verb:
        return None
    told, nouns = (p.lemmas[w].lower() for w in (noun, other)), pack.causes.words.yields
    effect, cause = (head_in(lemma, nouns, pack.hooks, head=4) for lemma in told)
    return noun if effect is not None and cause is None else None


def _negation(text: Text, top: int, fixed: tuple[int, ...]) -> int | None:
    """The word that denies the verb, or its fixed words: *heeft [niets] te maken met*."""
    return next((no for w in (top, *fixed) if (no := negation_of(text, w)) is not None), None)


def _is_left_open(text: Text, verb: int, top: int, fixed: tuple[int, ...], no: int | None) -> bool:
    """Whether the verb neither says that it is so nor denies it: an aim, a question, *nauwelijks*."""
    p = text.parse
    hardly = text.pack.causes.words.hardly
    subjects = tuple(c for c in p.children[top] if p.deps[c] in SUBJECT)  # few fees reduce
    left = (no is not None and p.lower[no] in hardly) or _has_any(p, (verb, top, *fixed, *subjects), hardly)
    return left or _is_aim(text, top) or _is_undone(text, top)


def _has_any(p: Parse, words: tuple[int, ...], forms: frozenset[str]) -> bool:
    """Whether one of the words has a form right below it as an adverb or an adjective: *[rarely] leads*, *[little] effect*.

    Not with a degree of its own: *too few lamps*.
    """
    told = (c for w in words for c in p.children[w] if p.deps[c] in ("advmod", "amod", "det"))
    return any(p.lower[c] in forms and not p.children[c] for c in told)


def _is_undone(text: Text, verb: int) -> bool:
    """*Fails to reduce*, *instead of reducing*, *without reducing*: what does not come about."""
    p, pack = text.parse, text.pack
    marks = [c for c in p.children[verb] if c < verb and p.deps[c] in ("mark", "case", "cc")]
    replaced = any(tuple(p.lower[c : c + len(words)]) == words for c in marks for words in pack.hedges.instead)
    above = p.heads[verb]
    against = p.deps[verb] == "xcomp" and p.lemmas[above] in pack.variables.verbs.against
    return replaced or against or any(p.lower[c] in pack.closed.without for c in marks)


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


def _is_aim(text: Text, verb: int) -> bool:
    """Whether the verb stands in an infinitive clause that names an aim or an act: *om de rust te herstellen*."""
    p = text.parse
    here = verb
    while p.deps[here] in ("xcomp", "conj") and p.heads[here] != here and not _finite(p, here):
        here = p.heads[here]
        if p.stems[here] in text.pack.causes.words.trying:
            return True
    takes_up = p.words[here - 1] == "," and is_present_participle(p, here)
    aim = p.deps[here] in ("advcl", "acl", "obl", "nmod") and not is_participle(p, here)
    return aim and not takes_up and not _finite(p, here)


def _finite(p: Parse, verb: int) -> bool:
    return any(is_finite(p, w) for w in verb_group(p, verb))
