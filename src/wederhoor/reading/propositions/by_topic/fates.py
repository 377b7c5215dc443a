"""Which fate a number in a sentence counts: those who died, were hurt or came, by a noun, a verb, a number or by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wederhoor.languages.topics import Fate
from wederhoor.reading.propositions.by_topic.occasions import verb_over
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import names_party
from wederhoor.syntax.numbers import Figure

PRESENT = "present"
PARTED = 3
"""Words before a number among which it may be said that it is a part: *onder wie vier soldaten*."""
NEAR = 3
"""Words behind a number among which what it counts stands."""


@dataclass(frozen=True, slots=True)
class FateTold:
    """A number with the fate that it counts, and whether the sentence says so or denies it."""

    figure: Figure
    fate: str
    yes: bool
    definite: bool = False
    """*De 40.000 betogers*: which another number may correct."""
    who: str = ""
    """Of whom, where it was not anybody: *drie [agenten]*."""
    loose: bool = False
    """Whether it is only its verb that tells that they came, which tells of much else: *kwamen met tweehonderd*."""
    bare: bool = False
    """Whether its sentence alone does not tell which fate it is."""


@dataclass(frozen=True, slots=True)
class NumberTold:
    """A number with what it counts, the words of the statement that it stands in, and those of its sentence."""

    figure: Figure
    noun: int | None
    inside: Sequence[int]
    words: Sequence[int]


def may_count(text: Text, figure: Figure) -> bool:
    """Whether a number may be one of all: no share, no hour, none that comes on top, and none of a part of them."""
    p, words = text.parse, text.pack.topics.file.words
    told = range(figure.first, figure.end)
    near = {p.lower[w] for w in (figure.first - 1, figure.end) if 0 <= w < len(p)}
    before = {p.lower[w] for w in range(max(0, figure.first - PARTED), figure.first)}
    timed = any(w in text.time_at for w in told)
    return not (figure.share or timed) and near.isdisjoint(words.adding) and before.isdisjoint(words.parting)


def fate_told(text: Text, figure: Figure, inside: Sequence[int], words: Sequence[int]) -> FateTold | None:
    """The fate that a number counts."""
    number = NumberTold(figure, counted_noun(text, figure, inside), inside, words)
    ways = (_by_noun, _by_verb, _by_number, _by_itself)
    return next((found for way in ways if (found := way(text, number)) is not None), None)


def counted_noun(text: Text, figure: Figure, inside: Sequence[int]) -> int | None:
    """The noun that a number counts, behind it: *negen [mensen]*, *fourteen of our [neighbors]*."""
    p = text.parse
    for word in range(figure.end, min(figure.end + NEAR, len(p))):
        if word not in inside or p.upos[word] in ("PUNCT", "CCONJ"):
            return None
        if _names_who(text, word):
            return word
        linking = p.upos[word] in ("ADJ", "DET", "PRON", "PROPN") or p.lower[word] in text.pack.closed.of
        if not linking:
            return word if p.upos[word] == "NOUN" else None
    return None


def _names_who(text: Text, word: int) -> bool:
    """Whether a word is one for anybody, or for whom something befell."""
    p, occasions = text.parse, text.pack.topics
    forms = (p.lemmas[word].lower(), p.lower[word])
    return any(form in occasions.file.words.anybody or fate_named(text, form) for form in forms)


def fate_named(text: Text, form: str) -> str | None:
    nouns = text.pack.topics.nouns
    found = head_in(form, nouns, text.pack.hooks)
    return None if found is None else nouns[found]


def is_person(text: Text, word: int) -> bool:
    p = text.parse
    return p.lower[word] in text.pack.topics.file.words.anybody or names_party(p.lemmas[word].lower(), text.pack)


def _by_noun(text: Text, n: NumberTold) -> FateTold | None:
    """*Negen doden*, *14 dodelijke slachtoffers*, *40.000 betogers*; of who came only where no more is said of them."""
    figure, noun, inside = n.figure, n.noun, n.inside
    if noun is None:
        return None
    p, file = text.parse, text.pack.topics.file
    between = {form for w in range(figure.end, noun) for form in (p.lower[w], p.lemmas[w].lower())}
    named = (
        name for name, one in file.fates.items() if not between.isdisjoint(one.adjectives) and is_person(text, noun)
    )
    form_of = (f for form in (p.lemmas[noun].lower(), p.lower[noun]) if (f := fate_named(text, form)))
    fate = next(form_of, next(named, None))
    verb = verb_over(text, noun, inside)
    if fate is None or not _tells_of(text, verb, inside, fate):
        return None
    yes = True if verb is None else polarity_of(text, verb)
    return None if yes is None else FateTold(figure, fate, yes, _is_definite(text, figure, noun), who_of(text, noun))


def who_of(text: Text, noun: int | None) -> str:
    """Of whom a number tells, where it is not anybody: *drie [agenten]*."""
    lemma = "" if noun is None else text.parse.lemmas[noun].lower()
    words = text.pack.topics.file.words
    anybody = noun is None or text.parse.lower[noun] in words.anybody or lemma in words.befallen
    return "" if anybody or fate_named(text, lemma) or _is_taken(text, noun or 0) else lemma


def _tells_of(text: Text, verb: int | None, inside: Collection[int], fate: str) -> bool:
    """Whether a verb says of those who came no more than that: *telde 200 betogers*, not *arresteerde 200 betogers*."""
    if verb is None:
        return True
    file, lemma = text.pack.topics.file, text.parse.lemmas[verb].lower()
    told = says(text, verb, file.fates[fate], inside)
    befell = fate != PRESENT and not _saves(text, verb)
    return told or befell or lemma in file.words.telling


def _saves(text: Text, verb: int) -> bool:
    return not text.pack.propositions.words.renouncing.isdisjoint({(text.parse.lemmas[verb].lower(), "")})


def _is_definite(text: Text, figure: Figure, noun: int) -> bool:
    p = text.parse
    return any(p.deps[c] == "det" and "Definite=Def" in p.feats[c] and c < figure.first for c in p.children[noun])


def _by_verb(text: Text, n: NumberTold) -> FateTold | None:
    """*Negen mensen kwamen om*, *kostte negen mensen het leven*, *14 victims did not survive*, *claimed nine lives*."""
    figure, noun, inside = n.figure, n.noun, n.inside
    if noun is not None and not (is_person(text, noun) or _is_taken(text, noun)):
        return None
    verb = _verb_of(text, figure, noun, inside)
    yes = None if verb is None else polarity_of(text, verb)
    if verb is None or yes is None:
        return None
    for name, fate in text.pack.topics.file.fates.items():
        if says(text, verb, fate, inside):
            definite = noun is not None and _is_definite(text, figure, noun)
            return FateTold(figure, name, yes, definite, who_of(text, noun), loose=name == PRESENT)
        if not yes and text.parse.lemmas[verb].lower() in fate.spared:
            return FateTold(figure, name, yes=True)
    return None


def _verb_of(text: Text, figure: Figure, noun: int | None, inside: Collection[int]) -> int | None:
    """The verb of what a number counts; of a number without a noun the one that it is the subject of: *3,000 took part*."""
    if noun is not None:
        return verb_over(text, noun, inside)
    p = text.parse
    verb = next((p.heads[w] for w in range(figure.first, figure.end) if p.deps[w] in SUBJECT), None)
    if verb is None and figure.first == min(inside) and figure.end in inside and p.upos[figure.end] == "VERB":
        verb = figure.end
    return verb if verb in inside else None


def _is_taken(text: Text, noun: int) -> bool:
    return any(text.parse.lemmas[noun].lower() in fate.taken for fate in text.pack.topics.file.fates.values())


def says(text: Text, verb: int, fate: Fate, inside: Collection[int]) -> bool:
    """Whether a verb with what stands below it tells of a fate."""
    p = text.parse
    forms = {p.lemmas[verb].lower(), p.stems[verb].lower(), p.lower[verb]}
    below = [c for c in p.children[verb] if c in inside]
    below += [g for c in below for g in p.children[c]]
    near = {form for c in (*below, verb + 1) if c in inside for form in (p.lemmas[c].lower(), p.lower[c])}
    by_state = any(
        p.deps[c] in ("xcomp", "compound:prt", "obl", "advmod", "obj", "amod", "acl") and p.lower[c] in fate.states
        for c in below
    )
    return bool(forms & (fate.verbs | fate.states)) or by_state or bool(forms & fate.takes and near & fate.taken)


def _by_number(text: Text, n: NumberTold) -> FateTold | None:
    """*Het dodental staat op negen*, *the number killed was 14*."""
    figure, noun, inside, words = n.figure, n.noun, n.inside, n.words
    if noun is not None and not is_person(text, noun):
        return None
    before = [w for w in words if w < figure.first]
    counter = next((w for w in reversed(before) if _numbers(text, w)), None)
    if counter is None or not _reaches(text, figure, counter):
        return None
    fate = _numbered(text, counter, figure.first)
    verb = verb_over(text, counter, inside)
    yes = True if verb is None else polarity_of(text, verb)
    return None if fate is None or yes is None else FateTold(figure, fate, yes)


def _numbers(text: Text, word: int) -> bool:
    lemma, occasions = text.parse.lemmas[word].lower(), text.pack.topics
    return lemma in occasions.numbers or lemma in occasions.file.words.numbers


def _numbered(text: Text, counter: int, end: int) -> str | None:
    """What a noun for a number counts: by itself, or by what stands behind it."""
    p, occasions = text.parse, text.pack.topics
    own = occasions.numbers.get(p.lemmas[counter].lower())
    if own is not None:
        return own
    for w in range(counter + 1, end):
        for form in (p.lemmas[w].lower(), p.lower[w]):
            fates = (n for n, one in occasions.file.fates.items() if form in one.states or form in one.verbs)
            found = fate_named(text, form) or next(fates, None)
            if found is not None:
                return found
    return None


def _reaches(text: Text, figure: Figure, counter: int) -> bool:
    """Whether a number is what a noun for a number comes to: not *steeg met vier*."""
    p, file = text.parse, text.pack.topics.file
    before = figure.first - 1
    if before >= 0 and p.upos[before] == "ADP" and p.lower[before] not in file.words.reaching:
        return False
    between = range(counter + 1, figure.first)
    return any(p.lemmas[w].lower() in file.words.telling or p.lower[w] in file.words.reaching for w in between)


def _by_itself(text: Text, n: NumberTold) -> FateTold | None:
    """*Waren met veertigduizend*, *there were 40,000 of us*, *a 15,000-strong march*: who came to a gathering."""
    figure, noun, inside = n.figure, n.noun, n.inside
    p, file = text.parse, text.pack.topics.file
    before, behind = figure.first - 1, min(figure.end, len(p) - 1)
    strong = any(p.lower[w] in file.words.strong for w in range(behind, min(behind + 2, len(p))))
    if strong:
        return FateTold(figure, PRESENT, yes=True, loose=True)
    if noun is not None and p.lower[noun] not in file.words.anybody:
        return None
    together = before >= 0 and p.lower[before] in file.words.together
    verb = verb_over(text, figure.first if noun is None else noun, inside)
    if verb is None or not (together or _is_telling(text, verb)):
        return None
    yes = polarity_of(text, verb)
    return None if yes is None else FateTold(figure, PRESENT, yes, loose=True)


def _is_telling(text: Text, verb: int) -> bool:
    """Whether a verb says that they were there: *waren er*, *there were*, *I counted*."""
    p, words = text.parse, text.pack.propositions.words
    there = any(p.lower[c] == words.there for c in p.children[verb])
    return there or p.lemmas[verb].lower() in words.counting - text.pack.closed.being
