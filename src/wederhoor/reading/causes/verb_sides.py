"""What the sides of a verb that names a cause say, and how far they reach."""

from __future__ import annotations

from wederhoor.languages.causes import CausalVerb
from wederhoor.reading.argument_spans import clause_extent, opened, phrase_extent, says_something, trimmed
from wederhoor.reading.causes.before import said_before
from wederhoor.reading.causes.change import is_change
from wederhoor.reading.causes.draft import Slot
from wederhoor.reading.causes.matching import points_back
from wederhoor.reading.eventive_nouns import is_event, is_gauged, is_generic, may_cause
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, antecedent, child, children, is_finite, is_plural, is_present_participle
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.predicates import predicate_above

SIGNED = ("up", "down", "end")
"""Changes of an effect that a verb names besides that it comes about."""
Side = tuple[Extent, bool]
"""The words of a side, and whether they are what was said before."""


def cause_side(text: Text, verb: int, entry: CausalVerb, place: Slot, effect: Slot) -> Side | None:
    head = place.head
    if place.kind == "phrase" and not _points(text, head) and not _can_be(text, entry, place, effect):
        return None
    noun = antecedent(text.parse, head, text.pack)
    if text.parse.lemmas[head if noun is None else noun].lower() in text.pack.causes.words.ways:
        return None  # [the path] leads to the lighthouse
    return _side(text, verb, place)


def effect_side(text: Text, verb: int, place: Slot, cause: Extent, of_cause: tuple[int, ...]) -> Side | None:
    if place.kind == "verb":
        near = bool(of_cause) and of_cause[-1] + 1 == cause[0]  # *[He died] of cancer*
        gone = range(of_cause[0] if near else cause[0], cause[1])
        extent = opened(text.parse, clause_extent(text, verb, gone, behind=True), ())
        return (extent, False) if extent else None
    return _side(text, verb, place)


def _points(text: Text, head: int) -> bool:
    p = text.parse
    return points_back(text, head) or (p.lower[head] in text.pack.causes.relatives and p.upos[head] == "PRON")


def _can_be(text: Text, entry: CausalVerb, place: Slot, effect: Slot) -> bool:
    """Whether a phrase can be the cause: an event, of sure verbs anything but a doer, behind their preposition anybody."""
    p = text.parse
    noun = antecedent(p, place.head, text.pack)
    head = place.head if noun is None else noun
    if is_gauged(text, head) or (entry.words and _is_text(text, head)):
        return True
    if entry.weak:
        made = effect.kind == "infinitive" and p.lemmas[effect.head] in text.pack.variables.subject_verbs
        if _happens(text, head) or (made and p.upos[head] == "NOUN" and may_cause(text, head)):
            return True
        return (is_generic(text, head) or _is_thing(text, head, entry)) and _is_told_of(text, entry, effect)
    return may_cause(text, head) or ("subject" not in entry.cause and p.upos[head] == "NOUN")


def _happens(text: Text, head: int) -> bool:
    """Whether a noun names an event, or a change: *a [jump] in rents*."""
    return is_event(text, head) or text.parse.lemmas[head].lower() in text.pack.variables.nouns


def _is_thing(text: Text, head: int, entry: CausalVerb) -> bool:
    """Of a verb with fixed words: anything but a doer: *de leegstand zet de huren onder druk*."""
    return bool(entry.words) and text.parse.upos[head] == "NOUN" and may_cause(text, head)


def _is_told_of(text: Text, entry: CausalVerb, effect: Slot) -> bool:
    """Whether a verb of many uses says of its effect that it changes, by itself or as it is told: *brings fewer barges*."""
    if entry.change in SIGNED or entry.words or effect.kind in ("infinitive", "clause", "state"):
        return True
    return is_event(text, effect.head) or is_gauged(text, effect.head) or is_change(text, effect.head)


def _is_text(text: Text, head: int) -> bool:
    """*De uitspraak heeft gevolgen voor*: what is written or decided; beside fixed words it is no doer."""
    p = text.parse
    return p.upos[head] == "NOUN" and noun_kind(p.lemmas[head].lower(), text.pack) == "text"


def _side(text: Text, verb: int, place: Slot) -> Side | None:
    p = text.parse
    head = place.head
    match place.kind:
        case "clause":
            extent = _clause(text, head, place.marks)
        case "infinitive":
            extent = _with_subject(text, verb, head)
        case "adjective" | "state":
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
    noun = antecedent(p, head, text.pack)
    if p.lower[head] not in text.pack.causes.relatives:
        noun = _thing_before(p, noun, head)
    elif not (_agrees(p, noun, verb) or _is_a_thing(p, noun, verb) or _is_object(p, head)):
        return None if _is_either(text, noun) else _clause_above(text, verb)
    if "PronType=Rel" in p.feats[head] or noun is not None:
        extent = _bare_phrase(p, noun) if noun is not None else None
        return (extent, False) if extent else None
    if p.upos[head] in ("PRON", "DET", "ADV"):
        return None
    extent = _named_by_phrase(text, place)
    return (extent, False) if extent is not None and says_something(p, extent) else None


def _named_by_phrase(text: Text, place: Slot) -> Extent | None:
    """The noun phrase, or what is done: *died from [drinking the water]*."""
    p, head = text.parse, place.head
    first = place.marks[-1] + 1 if place.marks else 0
    done = bool(place.marks) and is_present_participle(p, head)
    extent = clause_extent(text, head) if done else phrase_extent(p, head, first)
    extent = trimmed(p, max(extent[0], first), extent[1]) if extent else None
    return opened(p, extent, text.pack.grammar.complementizers | text.pack.causes.words.asking)


def _clause_above(text: Text, verb: int) -> Side | None:
    """*Costs rose, [which] hurt trade*: the clause that a relative clause goes on from."""
    p = text.parse
    above = predicate_above(p, p.heads[verb]) if p.heads[verb] != verb else verb
    if text.holders.innermost[above] != text.holders.innermost[verb]:  # not what was said did it, but saying it
        above = _root(p, above)
    extent = clause_extent(text, above, p.subtree(verb)) if above != verb else None
    return (extent, False) if extent else None


def _is_either(text: Text, noun: int | None) -> bool:
    """*Cuts crime, [which] harms trade*: crime, or that it is cut; which way trade goes depends on that, so that nobody knows."""
    p = text.parse
    if noun is None or not text.pack.grammar.subject_first or p.upos[noun] not in ("NOUN", "PROPN"):
        return False
    if is_plural(p, noun):  # *lowers thefts, which [boosts] trade*: that they are lowered does
        return False
    above = p.heads[noun]
    entries = text.pack.causes.verbs.get(p.lemmas[above].lower(), ())
    return p.deps[noun] == "obj" and any(entry.sign == "-" and "object" in entry.effect for entry in entries)


def _thing_before(p: Parse, verb: int | None, pronoun: int) -> int | None:
    """What stands before a relative pronoun; of a clause, which it cannot take up, the object: *remt de vraag, [die] ...*."""
    if verb is None or p.upos[verb] != "VERB":
        return verb
    things = [c for c in children(p, verb, "obj", "obl", "obl:arg") if verb < c < pronoun and p.upos[c] == "NOUN"]
    return next((c for c in things if p.deps[c] == "obj"), things[-1] if things else None)


def _agrees(p: Parse, noun: int | None, verb: int) -> bool:
    """*Lowers fires, which [erode] trade*: a plural verb is about the noun, not about that they are lowered."""
    return noun is not None and is_plural(p, noun) and is_finite(p, verb) and "Number=Plur" in p.feats[verb]


def _is_a_thing(p: Parse, noun: int | None, verb: int) -> bool:
    """*Noise, [which] lowers rents, hurts trade*: the clause that it stands in has not told anything yet."""
    if noun is None or p.upos[noun] != "NOUN" or p.heads[verb] != noun or p.heads[noun] <= p.subtree(verb)[-1]:
        return False
    told = "Number=Sing" in p.feats[verb] or "Number=Plur" in p.feats[verb]
    return not told or is_plural(p, noun) == ("Number=Plur" in p.feats[verb])


def _is_object(p: Parse, pronoun: int) -> bool:
    """*The harm [which] a strike would cause*: of what somebody does, a pronoun takes up a thing and no clause."""
    return p.deps[pronoun] == "obj" and child(p, p.heads[pronoun], *SUBJECT) is not None


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


def _clause(text: Text, head: int, asking: tuple[int, ...]) -> Extent | None:
    p = text.parse
    extent = clause_extent(text, head, joined=True)
    if extent is None:
        return None
    if asking and extent[0] == asking[-1] and p.lower[asking[-1]] in text.pack.grammar.question_words:
        return trimmed(p, extent[0] + 1, extent[1])
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
