"""What a whole text is about: the occasion that it tells of, which its bare figures are of, and the names that it is full of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_topic.occasions import (
    DISASTER,
    GATHERING,
    NO_NOUNS,
    Occasion,
    kind_at,
    times_among,
    which_among,
    which_beside,
)
from wederhoor.reading.propositions.by_topic.same_occasion import WHEN, kinds_meet, text_names
from wederhoor.reading.text import Text
from wederhoor.records import Phrase

LEAD = 4
"""Sentences at the beginning, headlines among them, of which each tells what a text is about."""
OFTEN = 2
"""Sentences further on that name what a text is about, at least."""
MANY = 3
"""Sentences that name what a text is about although it names something else, at least, where none does so at its beginning."""
LONGEST = 500
"""Sentences of a text that may be about one matter, at most; a book is about many."""
SHORTEST = 4
"""Letters of a name that tells what a text is about, at least."""


@dataclass(frozen=True, slots=True)
class TextMatter:
    """What a text is about."""

    names: Phrase
    """The words of its names, as ``text_names`` puts them."""
    kinds: dict[str, str | None]
    """The kind of the one occasion of each group, empty where none is named; None where there may be several."""
    interviewed: str
    """The last name of who answers, in lower case; empty where several do or none."""


AskedMatter = Callable[[], TextMatter]
"""What a text is about, made when it is first asked for: most texts have no bare figure."""


def read_matter(text: Text) -> TextMatter:
    """What a text is about."""
    if len(text.parse.sentences) > LONGEST:
        return TextMatter(text_names((), ()), {DISASTER: None, GATHERING: None}, "")
    named = _names(text)
    chief = [name for name, at in named.items() if len(at) >= OFTEN or min(at) < LEAD]
    kinds = {group: _kind_of(text, group) for group in (DISASTER, GATHERING)}
    return TextMatter(text_names(chief, named), kinds, _interviewed(text))


def _interviewed(text: Text) -> str:
    """The last name of the one who speaks in all answers."""
    p = text.parse
    told = ((a.speaker, words_in(p, a.content[0])) for a in text.attributions if a.parent is None)
    who = {
        speaker.split()[-1].lower()
        for speaker, words in told
        if speaker and words and p.paragraph_of(words[0]) in text.answers
    }
    return who.pop() if len(who) == 1 else ""


def when_told(text: Text, words: Iterable[int]) -> list[tuple[str, Phrase]]:
    """The times among some words whose days are not known: *op 8 oktober* in a text without a date."""
    p = text.parse
    timed = (w for w in words if w in text.time_at and w not in text.told_time_at)
    told = sorted({p.lower[w] for w in timed if p.upos[w] in ("NOUN", "PROPN", "NUM", "ADV")})
    return [(WHEN, Phrase(head=WHEN, modifiers=tuple(told)))] if told else []


def occasion_near(text: Text, matter: TextMatter, words: Sequence[int], group: str) -> Occasion | None:
    """The occasion of the text, for a figure in a sentence that tells of no other one; nor does the sentence before."""
    chief = matter.kinds[group]
    before = sentence_before(text, words)
    if chief is None or which_among(text, words) or which_among(text, before) or is_elsewhere(text, words):
        return None
    own = next((kinds for few in (words, *context_of(text, words)) if (kinds := _kinds(text, few, group))), set[str]())
    if len(own) > 1 or not all(kinds_meet(kind, chief) for kind in own if chief):
        return None
    times = times_among(text, words)
    return Occasion(chief or next(iter(own), ""), (), (), (), (), times)


def context_of(text: Text, words: Sequence[int]) -> list[range]:
    """The sentence before some words, and the question that they belong to the answer of."""
    p = text.parse
    before, paragraph = sentence_before(text, words), p.paragraph_of(words[0])
    if paragraph not in text.answers:
        return [before]
    asked = range(*p.sentences[p.sentence_of[p.paragraphs[paragraph][0] - 1]])
    return [before] if before == asked else [before, asked]


def gathers(text: Text, words: Sequence[int]) -> bool:
    """Whether some words tell of a gathering, or of those who come to one."""
    return bool(_kinds(text, words, GATHERING))


def sentence_before(text: Text, words: Sequence[int]) -> range:
    """The words of the sentence before some."""
    p = text.parse
    number = p.sentence_of[words[0]] - 1
    return range(*p.sentences[number]) if number >= 0 else range(0)


def is_elsewhere(text: Text, words: Sequence[int]) -> bool:
    """*In Den Haag waren het er 700*: whether a sentence names a place, so that it says itself where it was."""
    p = text.parse
    placed = (w for w in words if text.type_at(w) == "LOC" or w in text.place_name_at)
    return any(p.upos[w] == "PROPN" and text.type_at(w) != "ORG" for w in placed)


def _kind_of(text: Text, group: str) -> str | None:
    """The kind of the one occasion of a group that a text is about; empty where it names none; None where there may be two."""
    sentences = [range(*ends) for ends in text.parse.sentences]
    told = [(number, kinds) for number, words in enumerate(sentences) if (kinds := _kinds(text, words, group))]
    named = [sentences[number] for number, _ in told]
    if any(_tells_of_several(text, words, group) for words in named) or _are_apart(text, named):
        return None
    often = Counter[str]()
    for number, kinds in told:
        often.update(dict.fromkeys(kinds, OFTEN if number < LEAD else 1))
    return _chief_kind(often)


def _chief_kind(often: Counter[str]) -> str | None:
    """The kind that is named often; None where another is named too, unless it is far more often."""
    narrow = {kind for kind in often if not any(other.startswith(f"{kind}/") for other in often)}
    if len(narrow) > 1:
        kind, count = often.most_common(1)[0]
        return kind if count > MANY and often.total() - count < OFTEN else None
    return next((kind for kind in narrow if often.total() >= OFTEN), "")


def _kinds(text: Text, words: Sequence[int], group: str) -> set[str]:
    """The kinds of occasion of a group that some words name."""
    found = {kind_at(text, w) for w in words if text.parse.upos[w] not in NO_NOUNS}
    kinds = {kind for kind in found if kind.split("/")[0] == group}
    return {kind for kind in kinds if not any(other.startswith(f"{kind}/") for other in kinds)}


def _tells_of_several(text: Text, words: Sequence[int], group: str) -> bool:
    """*Een tweede brand*, *the previous march*, *de brand van 1987*: whether a sentence says which of several it means."""
    named = [w for w in words if kind_at(text, w).split("/")[0] == group]
    return any([*which_beside(text, w)] for w in named)


def _are_apart(text: Text, sentences: Sequence[range]) -> bool:
    """Whether two sentences that name an occasion name places that are not the same."""
    named = ([text.place_name_at[w] for w in words if w in text.place_name_at] for words in sentences)
    places = [{part.lower() for name in names for part in name.split()} for names in named]
    told = [one for one in places if one]
    return any(one.isdisjoint(other) for n, one in enumerate(told) for other in told[:n])


def _names(text: Text) -> dict[str, set[int]]:
    """The words of all names, each with the sentences that it stands in."""
    p = text.parse
    where: dict[str, set[int]] = {}
    for w in range(len(p)):
        named = (p.upos[w] == "PROPN" or p.entity_of[w] >= 0) and p.words[w][:1].isupper()
        if named and len(p.words[w]) >= SHORTEST and w not in text.time_at and w not in text.number_at:
            where.setdefault(p.lower[w], set()).add(p.sentence_of[w])
    return where
