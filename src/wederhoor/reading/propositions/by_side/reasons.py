"""Why something happened, where no clause of cause tells it: *zijn vertrek staat los van de opvang*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wederhoor.reading.propositions.by_side.cues import Worded, denials
from wederhoor.reading.propositions.by_side.effects import (
    NOUNS,
    Because,
    Effect,
    Found,
    deed_before,
    deed_in,
    effects_of,
    is_denied_at,
)
from wederhoor.reading.propositions.by_side.further_reasons import also_told, drivers
from wederhoor.reading.propositions.by_side.sources import came_from, source, whence
from wederhoor.reading.propositions.by_side.statements import HeldWords
from wederhoor.reading.propositions.by_side.themes import named
from wederhoor.reading.propositions.causal import CAUSE, HOW
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import ConflictSide, Phrase, Proposition, Span
from wederhoor.syntax.clauses import SUBJECT, child, children
from wederhoor.syntax.compounds import last_part
from wederhoor.syntax.stretches import any_form


def reasons(text: Text, sides: Iterable[HeldWords], found: Found) -> Iterator[Proposition]:
    """What the statements and the author say of why something happened; ``found`` is what their clauses say."""
    for one in sides:
        yield from _read(text, found, one)
        yield from also_told(text, one, found)


def _read(text: Text, found: Found, one: HeldWords) -> Iterator[Proposition]:
    p = text.parse
    for told in one.sentences:
        if any_form(p, told.words, text.pack.propositions.words.besides):
            continue  # it came of that too
        span = p.span(told.words[0], told.words[-1] + 1)
        for form in (_unlinked, _for_reasons, source, came_from, _driven):
            yield from (_proposition(one.side, span, because) for because in form(text, found, told))
    span = p.span(one.words[0], one.words[-1] + 1)
    yield from (_proposition(one.side, span, because) for because in _answered(text, one.words))


def _proposition(side: ConflictSide, span: Span, told: Because) -> Proposition:
    cause, (effect, how), polarity = told
    others = ((BECAUSE, cause), *(((HOW, Phrase(head=how)),) if how else ()))
    return Proposition(
        side=side, span=span, predicate=CAUSE, polarity=polarity, state=True, object=effect, others=others
    )


def _unlinked(text: Text, found: Found, told: Worded) -> Iterator[Because]:
    """*Haar vertrek heeft niets met [de opvang] te maken*, *[the report] had nothing to do with her dismissal*."""
    used = told.sides(text.pack.sided.unlinked)[1]
    if not used or any(words.isdisjoint(used) for words in denials(text, told)):
        return
    for one in _subjects(text, told, used)[:1]:
        behind = _behind(text, {*told.words} - {*text.parse.subtree(one)})
        for other in behind if len(behind) == 1 else ():
            yield from _both_ways(text, found, one, other)


def _subjects(text: Text, told: Worded, used: Iterable[int]) -> list[int]:
    """The nouns that are subjects of the verbs of some words."""
    p = text.parse
    verbs = {top for w in used for top in (w, p.heads[w]) if p.upos[top] in ("VERB", "AUX", "ADJ")}
    return [c for w in sorted(verbs) for c in children(p, w, *SUBJECT) if p.upos[c] in NOUNS and c in told.words]


def _behind(text: Text, words: Iterable[int]) -> list[int]:
    """The nouns behind the prepositions of what something is linked with."""
    p, prepositions = text.parse, {preposition for _, preposition in text.pack.propositions.words.linked}
    found = [w for w in sorted(words) if p.upos[w] in NOUNS and preposition_before(p, w) in prepositions]
    return [w for w in found if p.heads[w] not in found]


def _both_ways(text: Text, found: Found, one: int, other: int) -> Iterator[Because]:
    for cause, of in ((one, other), (other, one)):
        phrase = read_phrase(text, cause)
        yield from ((phrase, effect, "-") for effect in effects_of(text, found, of) if phrase is not None)


def _for_reasons(text: Text, found: Found, told: Worded) -> Iterator[Because]:
    """*Vertrok om [gezondheids]redenen*, *deed dat om [persoonlijke] redenen*, *left for [health] reasons*."""
    p, file = text.parse, text.pack.sided.file
    for w in told.words:
        kinds = _kinds_of_reason(text, w) if p.upos[w] in NOUNS and preposition_before(p, w) in file.for_reasons else []
        effect = _effect_over(text, found, w) if kinds and file.vague.isdisjoint(kinds) else None
        if effect is not None and not is_denied_at(text, w):
            yield named(kinds[0]), effect, "+"


def _kinds_of_reason(text: Text, word: int) -> list[str]:
    """*[Gezondheids]redenen*, *[health] reasons*; nothing of what is no reason."""
    p, reasons = text.parse, text.pack.sided.file.reasons
    lemma = p.lemmas[word].lower()
    ending = last_part(lemma, reasons, text.pack.hooks)
    if not ending and lemma not in reasons:
        return []
    first = lemma.removesuffix(ending).removesuffix("s") if ending else ""
    beside = [p.lemmas[c].lower() for c in p.children[word] if p.deps[c] in ("amod", "compound")]
    return [first, *beside] if first else beside


def _effect_over(text: Text, found: Found, word: int) -> Effect | None:
    """What the verb over a reason tells of somebody; of *doet dat* what the sentence before told."""
    p, file = text.parse, text.pack.sided.file
    verb = p.heads[word]
    subject = child(p, verb, "nsubj", "nsubj:pass")
    phrase = None if subject is None else read_phrase(text, subject)
    if p.lemmas[verb].lower() in file.doing_so:
        before = deed_before(text, found, word)
        same = phrase is not None and before is not None and before[0].actor == phrase.actor
        return before if same else None
    return None if phrase is None or p.upos[verb] != "VERB" else (phrase, key_of(text, verb)[0])


def _driven(text: Text, _: Found, told: Worded) -> Iterator[Because]:
    yield from ((cause, (effect, ""), "+") for cause, effect in drivers(text, told))


def _answered(text: Text, words: Sequence[int]) -> Iterator[Because]:
    """*Waarom hij opstapte? “De burgemeester [verbood] me te spreken.”*: the first sentence of a speech answers why."""
    p, file = text.parse, text.pack.sided.file
    number = p.sentence_of[words[0]] - 1
    asked = range(*p.sentences[number]) if number >= 0 and text.quoted[words[0]] else range(0)
    first = [w for w in words if p.sentence_of[w] == number + 1]
    top = next((w for w in first if p.heads[w] not in first or p.heads[w] == w), None)
    if not asked or p.words[asked[-1]] != "?" or top is None or is_denied_at(text, top):
        return
    if p.lower[asked[0]] in file.why:
        yield from _why(text, asked, top)
    elif p.lower[asked[0]] in file.where and any_form(p, asked, file.whence):
        yield from whence(text, asked, top)


def _why(text: Text, asked: Iterable[int], top: int) -> Iterator[Because]:
    effect = deed_in(text, asked)
    if effect is not None and text.parse.upos[top] == "VERB":
        yield named(text.parse.lemmas[top].lower()), effect, "+"
