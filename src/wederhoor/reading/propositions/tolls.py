"""How many died, were hurt or came on an occasion, however a sentence tells it: *kostte negen mensen het leven*, *dodental 9*."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.languages.topics import Fate
from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.modes import polarity_of
from wederhoor.reading.propositions.occasions import Occasion, occasion_of, plain_sentence, verb_over
from wederhoor.reading.propositions.phrases import bounds_of
from wederhoor.reading.text import Text
from wederhoor.records import Amount, Attribution, ConflictSide, Phrase, Proposition
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import names_party
from wederhoor.syntax.numbers import Figure
from wederhoor.syntax.stretches import any_form

TOLL = "toll"
"""The predicate: so many of one fate on an occasion."""
PRESENT = "present"
OCCASION, BESIDE, WHICH = "occasion", "beside", "which"
"""The roles of an occasion, of what else the sentence tells, and of which of several it was."""
GROUPS = {PRESENT: "gathering"}
DISASTER = "disaster"
NEAR = 3
"""Words behind a number among which what it counts stands."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number with the fate that it counts, and whether the sentence says so or denies it."""

    figure: Figure
    fate: str
    yes: bool
    definite: bool = False
    """*De 40.000 betogers*: which another number may correct."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with what it counts, the words of the statement that it stands in, and those of its sentence."""

    figure: Figure
    noun: int | None
    inside: Sequence[int]
    words: Sequence[int]


def tolls(text: Text, side: ConflictSide, inside: Sequence[int]) -> Iterator[Proposition]:
    """What some words of one sentence say of how many died or came; nothing where they say it of more than one number."""
    words = plain_sentence(text, inside)
    if any_form(text.parse, words, text.pack.propositions.words.succeeding):
        return  # had risen to nine: others may have counted before
    figures = {f.first: f for w in inside if (f := text.number_at.get(w)) is not None and _may_count(text, f)}
    found = [one for f in figures.values() if words and (one := _told(text, f, inside, words)) is not None]
    told = [one for one in found if not (one.definite and len(found) > 1)]
    for one in told:
        alone = [(other.fate, other.yes) for other in told].count((one.fate, one.yes)) == 1
        occasion = occasion_of(text, words, GROUPS.get(one.fate, DISASTER)) if alone else None
        if occasion is not None:
            yield _proposition(text, side, one, occasion)


def counted_in_report(text: Text, a: Attribution, own: Sequence[int]) -> list[int]:
    """The words of a statement; of a verb of counting whose number the statement lacks those of the sentence."""
    p = text.parse
    cue = [w for span in a.cue for w in words_in(p, span) if p.upos[w] == "VERB"]
    counting = text.pack.propositions.words.counting | text.pack.propositions.words.estimating
    counts = any(p.lemmas[w].lower() in counting for w in cue)
    if not counts or any(w in text.number_at for w in own):
        return [*own]
    first, end = p.sentences[p.sentence_of[cue[0]]]
    return [*range(first, end)] if not text.quoted[cue[0]] else [*own]


def _may_count(text: Text, figure: Figure) -> bool:
    told = range(figure.first, figure.end)
    return not figure.share and not any(w in text.time_at for w in told)


def _told(text: Text, figure: Figure, inside: Sequence[int], words: Sequence[int]) -> _Told | None:
    """The fate that a number counts."""
    number = _Number(figure, _counted(text, figure, inside), inside, words)
    ways = (_by_noun, _by_verb, _by_number, _by_itself)
    return next((found for way in ways if (found := way(text, number)) is not None), None)


def _counted(text: Text, figure: Figure, inside: Sequence[int]) -> int | None:
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
    return any(form in occasions.file.words.anybody or _fate_named(text, form) for form in forms)


def _fate_named(text: Text, form: str) -> str | None:
    nouns = text.pack.topics.nouns
    found = head_in(form, nouns, text.pack.hooks)
    return None if found is None else nouns[found]


def _is_person(text: Text, word: int) -> bool:
    p = text.parse
    return p.lower[word] in text.pack.topics.file.words.anybody or names_party(p.lemmas[word].lower(), text.pack)


def _by_noun(text: Text, n: _Number) -> _Told | None:
    """*Negen doden*, *14 dodelijke slachtoffers*, *40.000 betogers*; of who came only where no more is said of them."""
    figure, noun, inside = n.figure, n.noun, n.inside
    if noun is None:
        return None
    p, file = text.parse, text.pack.topics.file
    between = {form for w in range(figure.end, noun) for form in (p.lower[w], p.lemmas[w].lower())}
    named = (
        name for name, one in file.fates.items() if not between.isdisjoint(one.adjectives) and _is_person(text, noun)
    )
    form_of = (f for form in (p.lemmas[noun].lower(), p.lower[noun]) if (f := _fate_named(text, form)))
    fate = next(form_of, next(named, None))
    verb = verb_over(text, noun, inside)
    if fate is None or not _tells_of(text, verb, inside, fate):
        return None
    yes = True if verb is None else polarity_of(text, verb)
    return None if yes is None else _Told(figure, fate, yes, _is_definite(text, figure, noun))


def _tells_of(text: Text, verb: int | None, inside: Collection[int], fate: str) -> bool:
    """Whether a verb says of those who came no more than that: *telde 200 betogers*, not *arresteerde 200 betogers*."""
    if verb is None:
        return True
    file, lemma = text.pack.topics.file, text.parse.lemmas[verb].lower()
    told = _says(text, verb, file.fates[fate], inside)
    befell = fate != PRESENT and not _saves(text, verb)
    return told or befell or lemma in file.words.telling


def _saves(text: Text, verb: int) -> bool:
    return not text.pack.propositions.words.renouncing.isdisjoint({(text.parse.lemmas[verb].lower(), "")})


def _is_definite(text: Text, figure: Figure, noun: int) -> bool:
    p = text.parse
    return any(p.deps[c] == "det" and "Definite=Def" in p.feats[c] and c < figure.first for c in p.children[noun])


def _by_verb(text: Text, n: _Number) -> _Told | None:
    """*Negen mensen kwamen om*, *kostte negen mensen het leven*, *14 victims did not survive*, *claimed nine lives*."""
    figure, noun, inside = n.figure, n.noun, n.inside
    if noun is None or not (_is_person(text, noun) or _is_taken(text, noun)):
        return None
    verb = verb_over(text, noun, inside)
    if verb is None:
        return None
    yes = polarity_of(text, verb)
    if yes is None:
        return None
    for name, fate in text.pack.topics.file.fates.items():
        if _says(text, verb, fate, inside):
            return _Told(figure, name, yes, _is_definite(text, figure, noun))
        if not yes and text.parse.lemmas[verb].lower() in fate.spared:
            return _Told(figure, name, yes=True)
    return None


def _is_taken(text: Text, noun: int) -> bool:
    return any(text.parse.lemmas[noun].lower() in fate.taken for fate in text.pack.topics.file.fates.values())


def _says(text: Text, verb: int, fate: Fate, inside: Collection[int]) -> bool:
    """Whether a verb with what stands below it tells of a fate."""
    p = text.parse
    forms = {p.lemmas[verb].lower(), p.stems[verb].lower(), p.lower[verb]}
    below = [c for c in p.children[verb] if c in inside]
    below += [g for c in below for g in p.children[c]]
    near = {form for c in below for form in (p.lemmas[c].lower(), p.lower[c])}
    by_state = any(
        p.deps[c] in ("xcomp", "compound:prt", "obl", "advmod", "obj", "amod", "acl") and p.lower[c] in fate.states
        for c in below
    )
    return bool(forms & (fate.verbs | fate.states)) or by_state or bool(forms & fate.takes and near & fate.taken)


def _by_number(text: Text, n: _Number) -> _Told | None:
    """*Het dodental staat op negen*, *the number killed was 14*."""
    figure, noun, inside, words = n.figure, n.noun, n.inside, n.words
    if noun is not None and not _is_person(text, noun):
        return None
    before = [w for w in words if w < figure.first]
    counter = next((w for w in reversed(before) if _numbers(text, w)), None)
    if counter is None or not _reaches(text, figure, counter):
        return None
    fate = _numbered(text, counter, figure.first)
    verb = verb_over(text, counter, inside)
    yes = True if verb is None else polarity_of(text, verb)
    return None if fate is None or yes is None else _Told(figure, fate, yes)


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
            found = _fate_named(text, form) or next(fates, None)
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


def _by_itself(text: Text, n: _Number) -> _Told | None:
    """*Waren met veertigduizend*, *there were 40,000 of us*, *a 15,000-strong march*: who came to a gathering."""
    figure, noun, inside = n.figure, n.noun, n.inside
    p, file = text.parse, text.pack.topics.file
    before, behind = figure.first - 1, min(figure.end, len(p) - 1)
    strong = any(p.lower[w] in file.words.strong for w in range(behind, min(behind + 2, len(p))))
    if strong:
        return _Told(figure, PRESENT, yes=True)
    if noun is not None and p.lower[noun] not in file.words.anybody:
        return None
    together = before >= 0 and p.lower[before] in file.words.together
    verb = verb_over(text, figure.first if noun is None else noun, inside)
    if verb is None or not (together or _is_telling(text, verb)):
        return None
    yes = polarity_of(text, verb)
    return None if yes is None else _Told(figure, PRESENT, yes)


def _is_telling(text: Text, verb: int) -> bool:
    """Whether a verb says that they were there: *waren er*, *there were*, *I counted*."""
    p, words = text.parse, text.pack.propositions.words
    there = any(p.lower[c] == words.there for c in p.children[verb])
    return there or p.lemmas[verb].lower() in words.counting - text.pack.closed.being


def _proposition(text: Text, side: ConflictSide, one: _Told, occasion: Occasion) -> Proposition:
    p, names = text.parse, text.pack.topics.file.words.names
    low, high = bounds_of(text, one.figure)
    span = p.span(one.figure.first, one.figure.end)
    others = [(OCCASION, Phrase(head=occasion.kind, modifiers=occasion.about, definite=True))]
    if occasion.beside:
        others.append((BESIDE, Phrase(head=BESIDE, modifiers=occasion.beside)))
    if occasion.which:
        others.append((WHICH, Phrase(head=WHICH, modifiers=occasion.which)))
    return Proposition(
        side=side, span=span, predicate=TOLL, polarity="+" if one.yes else "-", mode="past", others=tuple(others),
        amount=Amount(of=Phrase(head=names.get(one.fate, one.fate)), low=low, high=high, words=span),
        times=occasion.times, places=occasion.places,
    )  # fmt: skip
