"""What the readers of causes ask of a word: a denial, a pronoun for what was said."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.reading.argument_spans import trimmed
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, is_plural
from wederhoor.syntax.polarity import denies_unless
from wederhoor.syntax.stretches import stands_at


def points_back(text: Text, word: int) -> bool:
    """*Dat*, *dit* by itself: what was said before."""
    p = text.parse
    return p.lower[word] in text.pack.closed.pointing and "PronType=Rel" not in p.feats[word] and not p.children[word]


def negation_before(text: Text, word: int) -> int | None:
    """A denial right before: *niet omdat*, *niet door*, *niet zozeer door*; not *niet alleen omdat*."""
    p = text.parse
    weighing = text.pack.hedges.additive - text.pack.causes.words.restrictions
    before = word - 1 - (word > 1 and p.lower[word - 1] in weighing)
    if before >= 0 and p.lower[before] in text.pack.closed.negations:
        return before
    return next(
        (word - len(instead) for instead in text.pack.hedges.instead if stands_at(p, word - len(instead), instead)),
        None,
    )


def of_one_reason(text: Text, extent: Extent) -> Extent:
    """*[It closes] not because people left but because it leaks*: a side without another reason, given or denied."""
    p = text.parse
    for w in range(extent[0] + 1, extent[1]):
        apart = is_plain_no(text, w) or p.lower[w] in text.pack.grammar.contrasts
        instead = any(stands_at(p, w, words) for words in text.pack.hedges.instead)
        if instead or (apart and _opens_reason(text, w + 1)):
            return trimmed(p, extent[0], w) or extent
    return extent


def is_plain_no(text: Text, word: int) -> bool:
    """*Niet*, *never*; not *niemand*, *geen*."""
    return text.parse.lower[word] in text.pack.closed.negations and text.parse.upos[word] in ("ADV", "PART")


def _opens_reason(text: Text, word: int) -> bool:
    p = text.parse
    entries = text.pack.causes.connectives.get(p.lower[word], ()) if word < len(p) else ()
    return p.deps[word] in ("case", "mark") and any(e.side == "cause" and stands_at(p, word, e.words) for e in entries)


def denied_by(text: Text, link: Link, no: int | None) -> Link:
    """The link with sides of one reason each; denied where a word is given that denies its marker, and without that word."""
    p = text.parse
    link = replace(link, cause=of_one_reason(text, link.cause), effect=of_one_reason(text, link.effect))
    no = _first_denial(text, link.cause) if no is None else no
    if no is None:
        return link
    cause, effect = (_without(p, side, no) for side in (link.cause, link.effect))
    marker = tuple(sorted({no, *link.marker}))
    return replace(link, cause=cause or link.cause, effect=effect or link.effect, marker=marker, denied=True)


def _first_denial(text: Text, cause: Extent) -> int | None:
    """*The cause was [not] arson*; *[not] enough rain* is a cause."""
    p, first = text.parse, cause[0]
    named = first + 1 < cause[1] and p.upos[first + 1] in ("DET", "NOUN", "PROPN", "ADP")
    return (
        first if named and p.lower[first] in text.pack.closed.negations and p.upos[first] in ("ADV", "PART") else None
    )


def _without(p: Parse, side: Extent, no: int) -> Extent | None:
    if no == side[0]:
        return trimmed(p, no + 1, side[1])
    return trimmed(p, side[0], no) if side[0] < no < side[1] else side


def may_deny(text: Text, effect: Extent, marker: Extent, no: int | None) -> bool:
    """*The mill did not close because of the tax*: by that it stayed open, or by something else it closed.

    A comma tells, a word of ability does (*could not come because of the snow*), and so do languages in which the denial stands
    before what it is of.
    """
    p, modes = text.parse, text.pack.propositions.words.modes
    if no is not None or not text.pack.grammar.subject_first or effect[1] != marker[0]:
        return False
    plain = [
        w
        for w in range(*effect)
        if p.lower[w] in text.pack.closed.negations and p.deps[w] == "advmod" and denies(text, w)
    ]
    return any(not any(modes.get(p.lemmas[c]) == "" for c in children(p, p.heads[w], "aux")) for w in plain)


def contrasted(text: Text, cause: Extent, effect: Extent) -> bool:
    """*niet X door de storm, maar door de brand*: the first of the two causes is denied."""
    p = text.parse
    behind = cause[1] + (cause[1] < len(p) and p.words[cause[1]] == ",")
    if behind >= len(p) or p.lower[behind] not in text.pack.grammar.contrasts:
        return False
    goes_on = p.lower[behind + 1 : behind + 2] == p.lower[cause[0] - 1 : cause[0]]
    return goes_on and any(denies(text, w) for w in range(*effect))


def denies(text: Text, word: int) -> bool:
    """Whether a word is a denial. *Niet alleen door X* is none; *niet zozeer door X* is one: it is told of something else."""
    return denies_unless(text.parse, word, text.pack, text.pack.causes.words.restrictions)


def names_role(text: Text, thing: int) -> bool:
    """*Met [X] als gevolg*, *met [X] tot gevolg*: whether what stands behind a thing says that it is the effect."""
    p, behind = text.parse, text.parse.subtree(thing)[-1] + 1
    marks = text.pack.grammar.role_marks | text.pack.causes.words.becoming
    if behind + 1 < len(p) and p.lower[behind] in marks and p.lemmas[behind + 1] in text.pack.causes.nouns:
        return True
    return any(
        text.parse.lemmas[c] in text.pack.causes.nouns and role_mark(text, c)
        for below in (thing, *children(text.parse, thing, "nmod"))
        for c in text.parse.children[below]
    )


def role_mark(text: Text, noun: int) -> int | None:
    """*Als*, *tot* before what something is or becomes."""
    p = text.parse
    marks = text.pack.grammar.role_marks | text.pack.causes.words.becoming
    return next((c for c in p.children[noun] if p.lower[c] in marks and c < noun), None)


def denied(text: Text, verb: int) -> bool:
    """Whether a verb is denied, or one of its parts: *leidt niet tot*, *veroorzaakt geen schade*."""
    return negation_of(text, verb) is not None


def negation_of(text: Text, verb: int) -> int | None:
    """The word that denies a verb or one of its parts."""
    p = text.parse
    no = text.pack.closed.negations
    for c in p.children[verb]:
        if p.lower[c] in no:
            return c if denies(text, c) else None
        if p.deps[c] in ("obj", "obl", "obl:arg", "nsubj:pass", "advmod", *SUBJECT):
            within = (
                g for g in p.children[c] if p.deps[g] in ("det", "advmod", "amod", "cc:preconj") and p.lower[g] in no
            )
            found = next(within, None)
            if found is not None and not _is_want(text, verb, c, found):
                return found
    return None


def _is_want(text: Text, verb: int, thing: int, no: int) -> bool:
    """Whether a denial before a subject says that it is not there, and denies nothing of it.

    So before an act (*het niet naleven van de regels leidt tot ...*), before what is no single thing (*geen toezicht*), before
    several with a verb in the singular (*geen maatregelen betekent ...*). *Geen maatregel leidt tot ...* denies.
    """
    p = text.parse
    words = text.pack.causes.words
    if p.deps[thing] not in SUBJECT or thing > verb:
        return p.lemmas[verb] in words.equating and any(
            _is_want(text, verb, c, g)
            for c in p.children[verb]
            if p.deps[c] in SUBJECT and c < verb
            for g in p.children[c]
            if p.lower[g] in text.pack.closed.negations
        )
    if p.upos[thing] == "VERB":
        return no + 1 == thing
    several = is_plural(p, thing) and "Number=Sing" in p.feats[verb]
    return p.deps[no] == "det" and (several or p.lemmas[thing].lower() in words.uncounted)


def denies_thing(text: Text, word: int) -> bool:
    """*Niet de storm* heeft het gedaan; not *niet ingrijpen*, nor *geen water*, which is the want of it."""
    p = text.parse
    behind = p.upos[word + 1] if word + 1 < len(p) else ""
    return denies(text, word) and p.upos[word] == "ADV" and behind in ("DET", "NOUN", "PROPN")


def within_denial(text: Text, side: Extent, no: int) -> Extent | None:
    """What of a side a denial reaches: not itself, nor what is put in its place: *niet tot [honger] maar tot oorlog*."""
    p = text.parse
    first = side[0] + (side[0] == no)
    end = next((w for w in range(first, side[1]) if p.lower[w] in text.pack.grammar.contrasts), side[1])
    return trimmed(p, first, end)
