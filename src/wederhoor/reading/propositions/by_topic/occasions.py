"""Of which occasion a sentence tells: what kind of disaster or gathering it was, in what or about what, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.reading.propositions.one_time import long_before
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, child
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.nouns import names_party, names_time, noun_kind
from wederhoor.syntax.number_words import rank_of
from wederhoor.syntax.stretches import any_form

NEAR = 4
"""Words behind a number among which stands for each of what it is."""
CLIMB = 5
"""Words above a number, or what it counts, among which the verb stands."""
VERBAL = ("VERB", "AUX")
JOINTS = "-’'"
SHORTEST = 3
"""Letters of a word that tells which occasion it was, at least."""
DISASTER, GATHERING = "disaster", "gathering"
"""The groups of kinds of occasion."""
NO_NOUNS = ("ADP", "DET", "PRON", "ADV", "AUX")
NO_PLACES = ("PER", "ORG")
NOMINAL = ("nmod", "obl", "nsubj", "obj")
BESIDE_TITLES = ("appos", "flat")
"""Relations of the name of somebody to what he is: *burgemeester Quint*."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A disaster or a gathering, by what tells it from others."""

    kind: str
    """*disaster/fire*."""
    about: tuple[str, ...]
    """What its noun says it was in or about: *silo*, *snelweg*."""
    beside: tuple[str, ...]
    """What else the sentence tells."""
    places: tuple[str, ...]
    which: tuple[str, ...]
    """Words that say which of several it was: *vorige*, *tweede*, *1987*."""
    times: tuple[tuple[str, str], ...]


def occasion_of(text: Text, words: Sequence[int], group: str) -> Occasion | None:
    """The occasion of a group that some words of a sentence tell of; None where they tell of none, or of several kinds."""
    found = {w: kind for w in words if (kind := kind_at(text, w)) and kind.split("/")[0] == group}
    kinds = {kind for kind in found.values() if "/" in kind} or {*found.values()}
    places = tuple(dict.fromkeys(names_among(text, words)))
    if len(kinds) != 1 or not places:
        return None
    return Occasion(
        kinds.pop(),
        tuple(sorted({word for w in found for word in _about(text, w)})),
        tuple(sorted({text.parse.lemmas[w].lower() for w in words if tells_which(text, w)})),
        places,
        tuple(sorted({word for w in found for word in which_beside(text, w)} | _old(text, words))),
        times_among(text, words),
    )


def plain_sentence(text: Text, inside: Sequence[int]) -> list[int]:
    """The words of the one sentence that some words stand in; none where these suppose, guess or ask, or are of several."""
    p = text.parse
    sentences = {p.sentence_of[w] for w in inside}
    words = [*range(*p.sentences[sentences.pop()])] if len(sentences) == 1 else []
    open_ones = text.pack.topics.file.words.supposing | text.pack.hedges.possible
    return [] if not words or any_form(p, inside, open_ones) or p.words[words[-1]] == "?" else words


def verb_over(text: Text, word: int, inside: Collection[int]) -> int | None:
    """The verb or the predicate that a word stands with, among some words; None where none is near above it."""
    p, here = text.parse, word
    for _ in range(CLIMB):
        if p.upos[here] in VERBAL or child(p, here, "cop") is not None:
            return here
        if p.heads[here] == here or p.heads[here] not in inside:
            return None
        here = p.heads[here]
    return None


def kind_at(text: Text, word: int) -> str:
    """The kind of the occasion that a word tells of; empty for another word."""
    p, occasions = text.parse, text.pack.topics
    forms = (p.lemmas[word].lower(), p.lower[word])
    verb = next((occasions.file.verbs[x] for x in forms if x in occasions.file.verbs), "")
    if verb and (p.upos[word] == "VERB" or (p.upos[word] == "NOUN" and not text.pack.grammar.subject_first)):
        return verb
    if _is_no_occasion(text, word):
        return ""
    noun = next((n for x in forms if (n := head_in(x, occasions.kinds, text.pack.hooks))), None)
    if noun is not None and (p.upos[word] != "VERB" or text.pack.grammar.subject_first):
        return occasions.kinds[noun]
    return GATHERING if _one_present(text, forms[0]) is not None and p.upos[word] == "NOUN" else ""


def _one_present(text: Text, lemma: str) -> str | None:
    """Of a noun for who takes part, *snelweg[betoger]*, that part."""
    present = text.pack.topics.file.fates.get("present")
    return head_in(lemma, present.nouns, text.pack.hooks) if present else None


def _is_no_occasion(text: Text, word: int) -> bool:
    """A number, a word that is no noun, and what says what somebody is: *[fire] chief*."""
    p = text.parse
    of_somebody = p.deps[word] == "compound" and names_party(p.lemmas[p.heads[word]].lower(), text.pack)
    return of_somebody or word in text.number_at or p.upos[word] in NO_NOUNS


def _about(text: Text, word: int) -> Iterator[str]:
    """*[Silo]-explosie*, *the [grain silo] blast*, *de betoging tegen de [snelweg]*."""
    p, occasions = text.parse, text.pack.topics
    lemma = p.lemmas[word].lower()
    last = head_in(lemma, occasions.kinds, text.pack.hooks) or _one_present(text, lemma)
    first = lemma.removesuffix(last).rstrip(JOINTS) if last else ""
    if len(first) >= SHORTEST:
        yield first
    yield from (p.lemmas[w].lower() for w in (*_left(text, word), *_right(text, word)) if tells_which(text, w))


def _left(text: Text, word: int) -> Iterator[int]:
    """The words right before an occasion, up to a name or an article; of a verb those of its subject."""
    p = text.parse
    here = word - 1
    while here >= 0 and p.upos[here] in ("NOUN", "ADJ", "VERB", "PROPN") and p.sentence_of[here] == p.sentence_of[word]:
        if p.upos[here] != "PROPN":
            yield here
        here -= 1


def _right(text: Text, word: int) -> Iterator[int]:
    """The words of the phrases right behind an occasion."""
    p, behind = text.parse, text.pack.topics.file.words.behind
    end = p.sentences[p.sentence_of[word]][1]
    here = word + 1
    while here < end and (p.lower[here] in behind or p.upos[here] in ("DET", "ADJ", "NOUN", "PROPN", "X", "PART")):
        if p.lower[here] not in behind:
            yield here
        here += 1


def tells_which(text: Text, word: int) -> bool:
    """Whether a word tells which occasion it was: a noun for a thing, of a thing that not every occasion has."""
    p, occasions = text.parse, text.pack.topics
    lemma = p.lemmas[word].lower()
    if p.upos[word] not in ("NOUN", "ADJ", "VERB") or len(lemma) < SHORTEST or word in text.number_at:
        return False
    if p.upos[word] == "VERB" and not _is_noun_by_place(text, word):
        return False
    general = {*occasions.file.words.idle, *occasions.nouns, *occasions.numbers, *text.pack.propositions.words.general}
    if lemma in general or word in text.time_at or names_time(p, word, text.pack):
        return False
    return not kind_at(text, word) and not names_party(lemma, text.pack) and p.entity_of[word] < 0


def _is_noun_by_place(text: Text, word: int) -> bool:
    """*The [pensions] march*, *in de [graansilo]*: a noun that the parser has for a verb."""
    p = text.parse
    behind = word + 1
    if word and p.upos[word - 1] == "DET" and p.deps[word] in NOMINAL:
        return True
    return behind < len(p) and p.upos[behind] == "NOUN" and bool(kind_at(text, behind))


def names_among(text: Text, words: Sequence[int], *, anybody: bool = False, titled: bool = False) -> Iterator[str]:
    """The names among some words, in lower case; those of who may speak only where ``anybody`` is asked for.

    Who stands beside what he is, *burgemeester Quint*, only where ``titled`` is.
    """
    p = text.parse
    last = -1
    for word in words:
        if word <= last:
            continue
        run = [word]
        while run[-1] + 1 in words and _is_name(text, run[-1] + 1):
            run.append(run[-1] + 1)
        if not _is_name(text, word):
            yield from _within(text, word)
            continue
        last = run[-1]
        if _may_be_place(text, run) or (anybody and (titled or not _is_titled(text, run[0]))):
            yield " ".join(p.lower[w] for w in run)


def _within(text: Text, word: int) -> Iterator[str]:
    """The name in an adjective or a compound: *Wolderveense*, *de [Chemora]-fabriek*."""
    p = text.parse
    capital = p.words[word][:1].isupper() and word != p.sentences[p.sentence_of[word]][0]
    first, joint, _ = p.lower[word].partition("-")
    if capital and joint and len(first) >= SHORTEST and p.upos[word] == "NOUN":
        yield first
    elif capital and p.upos[word] == "ADJ":
        yield p.lower[word]


def _is_name(text: Text, word: int) -> bool:
    p = text.parse
    named = p.upos[word] == "PROPN" and p.words[word][:1].isupper()
    return named and word not in text.number_at and word not in text.time_at and not names_time(p, word, text.pack)


def _may_be_place(text: Text, run: Sequence[int]) -> bool:
    """Whether a name may say where it was: *in [Harlow Bend]*, *the [Harlow Bend] mayor*; not who speaks."""
    p, first, behind = text.parse, run[0], run[-1] + 1
    if any(w in text.place_name_at for w in run):
        return True
    places = text.pack.topics.file.words.behind | text.pack.propositions.words.at
    if _is_titled(text, first):
        return False
    if first and p.lower[first - 1] in places:
        return True
    if text.pack.grammar.subject_first and behind < len(p) and p.upos[behind] == "NOUN":
        return True
    alone = len(run) == 1 and p.deps[first] in SUBJECT and not p.children[first]
    return alone or {text.type_at(w) for w in run}.isdisjoint(NO_PLACES)


def _is_titled(text: Text, word: int) -> bool:
    """*Burgemeester [Quint]*: whether a name stands beside what somebody is."""
    p = text.parse
    beside = p.deps[word] in BESIDE_TITLES and p.upos[p.heads[word]] != "PROPN"
    return beside and noun_kind(p.lemmas[p.heads[word]].lower(), text.pack) == "person"


def which_beside(text: Text, word: int) -> Iterator[str]:
    """*De [eerste] betoging*, *last year's march*."""
    p = text.parse
    beside = {*p.children[word], *range(max(0, word - 3), word)}
    for c in sorted(beside):
        form = p.lower[c]
        ranked = rank_of(form, text.pack.numbers) is not None and p.heads[c] == word
        if (ranked or form in text.pack.topics.file.words.which) and c not in text.time_at:
            yield form


def times_among(text: Text, words: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """The times that some words tell of what has been."""
    found = {text.told_time_at[w] for w in words if w in text.told_time_at and not _is_to_come(text, w)}
    return tuple(sorted(found))


def hours_among(text: Text, words: Sequence[int]) -> set[str]:
    """The hours that some words tell, in minutes of the day."""
    times = (text.time_at[w] for w in words if w in text.time_at)
    return {str(minutes) for time in times if (minutes := minutes_of(time.value)) is not None}


def minutes_of(value: str) -> float | None:
    """The minutes of a day of an hour of TIMEX3: ``XXXX-XX-XXT22:40``."""
    _, _, clock = value.partition("T")
    hours, _, minutes = clock.partition(":")
    return float(int(hours) * 60 + int(minutes)) if hours.isdigit() and minutes.isdigit() else None


def which_among(text: Text, words: Sequence[int]) -> set[str]:
    """The words that say which of several is meant: *vorige*, what was only asked, and the year of what was long ago."""
    return _old(text, words) | says_which(text, words)


def says_which(text: Text, words: Sequence[int]) -> set[str]:
    """The words that say which of several is meant, but for times: *vorige*, *eiste*."""
    p, known = text.parse, text.pack.topics.file.words
    forms = {p.lower[w] for w in words if p.lower[w] in known.which and w not in text.time_at}
    return forms | {p.lemmas[w].lower() for w in words if p.lemmas[w].lower() in known.asking}


def rate_of(text: Text, first: int, end: int) -> set[str]:
    """*16 euro per [uur]*, *$2 million a [day]*: for each of what a number is; ``first`` and ``end`` are its words."""
    p, known = text.parse, text.pack.topics.file.words
    behind = range(end, min(text.sentence(first)[1], end + NEAR) - 1)
    each = [w + 1 for w in behind if p.lower[w] in known.each and w + 1 not in text.number_at]
    lemmas = {p.lemmas[w].lower() for w in each}
    return lemmas & (known.sharers | text.pack.propositions.words.scales.keys())


def _is_to_come(text: Text, word: int) -> bool:
    """Whether a time lies behind the document: of what has happened it is the same day of another week."""
    return text.date is not None and text.told_time_at[word][0] > text.date


def _old(text: Text, words: Sequence[int]) -> set[str]:
    """The year of an occasion long ago: *in 1987*."""
    if text.date is None:
        return set()
    since = long_before(text.date)
    return {end[:4] for w in words if w in text.told_time_at for _, end in [text.told_time_at[w]] if end < since}
