"""What the readers of causes ask of a word: a denial, a pronoun for what was said."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import trimmed
from wederhoor.reading.holders import Extent
from wederhoor.syntax.clauses import SUBJECT, is_plural
from wederhoor.syntax.parse import Parse


def points_back(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Dat*, *dit* by itself: what was said before."""
    return p.lower[word] in pack.causes.pointing and "PronType=Rel" not in p.feats[word] and not p.children[word]


def negated(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a denial stands right before: *niet omdat*, *niet door*; not *niet alleen omdat*."""
    return word > 0 and p.lower[word - 1] in pack.hedges.negations


def contrasted(p: Parse, cause: Extent, effect: Extent, pack: LanguagePack) -> bool:
    """*niet X door de storm, maar door de brand*: the first of the two causes is denied."""
    behind = cause[1] + (cause[1] < len(p) and p.words[cause[1]] == ",")
    if behind >= len(p) or p.lower[behind] not in pack.grammar.contrasts:
        return False
    goes_on = p.lower[behind + 1 : behind + 2] == p.lower[cause[0] - 1 : cause[0]]
    return goes_on and any(p.lower[w] in pack.hedges.negations for w in range(*effect))


def denied(p: Parse, verb: int, pack: LanguagePack) -> bool:
    """Whether a verb is denied, or one of its parts: *leidt niet tot*, *veroorzaakt geen schade*."""
    return negation_of(p, verb, pack) is not None


def negation_of(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """The word that denies a verb or one of its parts."""
    no = pack.hedges.negations
    for c in p.children[verb]:
        if p.lower[c] in no:
            return None if c + 1 < len(p) and p.lower[c + 1] in pack.causes.words.restrictions else c
        if p.deps[c] in ("obj", "obl", "obl:arg", "nsubj:pass", "advmod", *SUBJECT):
            within = (g for g in p.children[c] if p.deps[g] in ("det", "advmod") and p.lower[g] in no)
            found = next(within, None)
            if found is not None and not _is_want(p, verb, c, found, pack):
                return found
    return None


def _is_want(p: Parse, verb: int, thing: int, no: int, pack: LanguagePack) -> bool:
    """Whether a denial before a subject says that it is not there, and denies nothing of it.

    So before an act (*het niet naleven van de regels leidt tot ...*), before what is no single thing (*geen toezicht*), before
    several with a verb in the singular (*geen maatregelen betekent ...*). *Geen maatregel leidt tot ...* denies.
    """
    words = pack.causes.words
    if p.deps[thing] not in SUBJECT or thing > verb:
        return p.lemmas[verb] in words.equating and any(
            _is_want(p, verb, c, g, pack)
            for c in p.children[verb]
            if p.deps[c] in SUBJECT and c < verb
            for g in p.children[c]
            if p.lower[g] in pack.hedges.negations
        )
    if p.upos[thing] == "VERB":
        return no + 1 == thing
    several = is_plural(p, thing) and "Number=Sing" in p.feats[verb]
    return p.deps[no] == "det" and (several or p.lemmas[thing].lower() in words.uncounted)


def denies_thing(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Niet de storm* heeft het gedaan; not *niet ingrijpen*, nor *geen water*, which is the want of it."""
    behind = p.upos[word + 1] if word + 1 < len(p) else ""
    return p.lower[word] in pack.hedges.negations and p.upos[word] == "ADV" and behind in ("DET", "NOUN", "PROPN")


def is_gauged(p: Parse, noun: int, pack: LanguagePack) -> bool:
    """Whether a word before a noun tells that there is more or less of it: *minder bussen*, *dalende lonen*."""
    told = ("up", "down")
    return any(
        pack.causes.changes.get(p.lower[c], pack.causes.changes.get(p.lemmas[c].lower())) in told
        for c in p.children[noun]
        if c < noun and p.deps[c] in ("det", "amod", "advmod")
    )


def within_denial(p: Parse, side: Extent, no: int, pack: LanguagePack) -> Extent | None:
    """What of a side a denial reaches: not itself, nor what is put in its place: *niet tot [honger] maar tot oorlog*."""
    first = side[0] + (side[0] == no)
    end = next((w for w in range(first, side[1]) if p.lower[w] in pack.grammar.contrasts), side[1])
    return trimmed(p, first, end)
