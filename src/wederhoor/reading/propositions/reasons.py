"""Why something happened, where no clause of cause tells it: *zijn vertrek staat los van de opvang*, *the source was the kitchen*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from wederhoor.reading.propositions.causal import CAUSE, HOW
from wederhoor.reading.propositions.cues import Worded, worded
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE
from wederhoor.reading.propositions.same import OWNED
from wederhoor.reading.propositions.statements import UNHELD, is_supposed
from wederhoor.reading.propositions.themes import named
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, ConflictSide, Phrase, Polarity, Proposition, Span
from wederhoor.syntax.clauses import SUBJECT, child, children
from wederhoor.syntax.compounds import last_part
from wederhoor.syntax.predicates import is_question
from wederhoor.syntax.stretches import any_form

NOUNS = ("NOUN", "PROPN")
BACK = 4
"""Sentences back to the harm of which a source is told, at most."""
Effect = tuple[Phrase, str]
"""What was made so, and the deed by which it was; no deed of a thing."""
Because = tuple[Phrase, Effect, Polarity]
"""What made it so, what was made so, and whether it did."""


Told = tuple[ConflictSide, Sequence[int], Attribution | None]
"""The words of a statement, or of an author, and whose they are."""


@dataclass(frozen=True, slots=True)
class Around:
    """The text with what its clauses say."""

    text: Text
    found: Sequence[Proposition]


def reasons(text: Text, sides: Iterable[Told], found: Sequence[Proposition]) -> Iterator[Proposition]:
    """What the statements and the author say of why something happened; ``found`` is what their clauses say."""
    around = Around(text, found)
    for side, words, by in sides:
        if words and (by is None or by.attitude not in UNHELD):
            yield from _read(around, side, words)


def _read(around: Around, side: ConflictSide, words: Sequence[int]) -> Iterator[Proposition]:
    text, p = around.text, around.text.parse
    for number in dict.fromkeys(p.sentence_of[w] for w in words):
        first, end = p.sentences[number]
        told = worded(text, [w for w in words if first <= w < end])
        if is_question(p, told.words[0]) or is_supposed(text, range(first, end)) or told.has(text.pack.sided.left_open):
            continue
        span = p.span(told.words[0], told.words[-1] + 1)
        for form in (_unlinked, _for_reasons, _source, _came_from):
            yield from (_proposition(side, span, one) for one in form(around, told))
    yield from (_proposition(side, p.span(words[0], words[-1] + 1), one) for one in _answered(text, words))


def _proposition(side: ConflictSide, span: Span, told: Because) -> Proposition:
    cause, (effect, how), polarity = told
    others = ((BECAUSE, cause), *(((HOW, Phrase(head=how)),) if how else ()))
    return Proposition(
        side=side, span=span, predicate=CAUSE, polarity=polarity, state=True, object=effect, others=others
    )


def _unlinked(around: Around, told: Worded) -> Iterator[Because]:
    """*Haar vertrek heeft niets met [de opvang] te maken*, *[the report] had nothing to do with her dismissal*."""
    text, p = around.text, around.text.parse
    used = told.sides(text.pack.sided.unlinked)[1]
    prepositions = {preposition for _, preposition in text.pack.propositions.words.linked}
    verbs = {top for w in used for top in (w, p.heads[w]) if p.upos[top] in ("VERB", "AUX", "ADJ")}
    subjects = [c for w in sorted(verbs) for c in children(p, w, *SUBJECT) if p.upos[c] in NOUNS and c in told.words]
    for one in subjects[:1] if used else ():
        near = {*told.words} - {*p.subtree(one)}
        behind = [w for w in sorted(near) if p.upos[w] in NOUNS and preposition_before(p, w) in prepositions]
        for other in behind[:1] if len(behind) == 1 else ():
            yield from _both_ways(around, one, other)


def _both_ways(around: Around, one: int, other: int) -> Iterator[Because]:
    for cause, of in ((one, other), (other, one)):
        phrase = read_phrase(around.text, cause)
        yield from ((phrase, effect, "-") for effect in _effects_of(around, of) if phrase is not None)


def _effects_of(around: Around, noun: int) -> Iterator[Effect]:
    """A thing; and what a noun says happened, and to whom: *het [vertrek] van de wethouder*."""
    text, p = around.text, around.text.parse
    phrase = read_phrase(text, noun)
    if phrase is not None and not any(m.startswith(OWNED) for m in phrase.modifiers):
        yield phrase, ""
    if p.lemmas[noun].lower() in text.pack.propositions.predicates.deeds:
        key = key_of(text, noun)[0]
        whose = (read_phrase(text, c) for c in p.children[noun] if _is_whose(text, c))
        who = next((one for one in whose if one is not None), None) or _only_one(around.found, key)
        yield from [(who, key)] if who is not None else []


def _is_whose(text: Text, word: int) -> bool:
    """*[Zijn] vertrek*, *het vertrek van [de wethouder]*, *[her] dismissal*."""
    p = text.parse
    return p.deps[word] == "nmod:poss" or preposition_before(p, word) == text.pack.propositions.words.of


def _only_one(found: Iterable[Proposition], key: str) -> Phrase | None:
    """To whom or what a deed happened, where the text tells it of one only."""
    told = [one for p in found if p.predicate == key and (one := p.object or p.subject) is not None]
    return told[0] if len({one.actor or one.head for one in told}) == 1 else None


def _deed_before(around: Around, word: int) -> Effect | None:
    """What the sentence before tells of somebody: *legde zijn functie neer. Hij deed dat om ...*."""
    text, p = around.text, around.text.parse
    number = p.sentence_of[word] - 1
    span = p.span(*p.sentences[number]) if number >= 0 else (0, 0)
    deeds = text.pack.propositions.predicates.deeds | text.pack.sided.file.leaving
    told = {
        (q.subject.actor, q.predicate): q.subject
        for q in around.found
        if q.subject is not None and q.subject.actor and q.predicate in deeds and span[0] <= q.span[0] and q.span[1] <= span[1]
    }
    return next(((who, key) for (_, key), who in told.items()), None) if len(told) == 1 else None


def _deed_in(text: Text, words: Iterable[int]) -> Effect | None:
    """The one deed of somebody who has a name that some words tell."""
    p, deeds = text.parse, text.pack.propositions.predicates.deeds
    found = dict[tuple[str, str], Effect]()
    for w in words:
        key = key_of(text, w)[0] if p.upos[w] == "VERB" else ""
        subject = child(p, w, "nsubj:pass", "nsubj") if key in deeds or key in text.pack.sided.file.leaving else None
        phrase = None if subject is None else read_phrase(text, subject)
        if phrase is not None and phrase.actor is not None:
            found[(key, phrase.actor)] = (phrase, key)
    return next(iter(found.values())) if len(found) == 1 else None


def _for_reasons(around: Around, told: Worded) -> Iterator[Because]:
    """*Vertrok om [gezondheids]redenen*, *deed dat om [persoonlijke] redenen*, *left for [health] reasons*."""
    text, p, file = around.text, around.text.parse, around.text.pack.sided.file
    for w in told.words:
        ending = last_part(p.lemmas[w].lower(), file.reasons, text.pack.hooks)
        if preposition_before(p, w) not in file.for_reasons or not (ending or p.lemmas[w].lower() in file.reasons):
            continue
        kinds = [p.lemmas[c].lower() for c in p.children[w] if p.deps[c] in ("amod", "compound")]
        first = p.lemmas[w].lower().removesuffix(ending).removesuffix("s") if ending else ""
        effect = _effect_over(around, w)
        if effect is not None and (first or kinds) and not _is_denied_at(text, w):
            yield named(first or kinds[0]), effect, "+"


def _is_denied_at(text: Text, word: int) -> bool:
    p = text.parse
    before = range(p.sentences[p.sentence_of[word]][0], word)
    return any(p.lower[w] in text.pack.propositions.words.denying for w in before)


def _effect_over(around: Around, word: int) -> Effect | None:
    """What the verb over a reason tells of somebody; of *doet dat* what the sentence before told."""
    text, p, file = around.text, around.text.parse, around.text.pack.sided.file
    verb = p.heads[word]
    subject = child(p, verb, "nsubj", "nsubj:pass")
    phrase = None if subject is None else read_phrase(text, subject)
    if p.lemmas[verb].lower() in file.doing_so:
        before = _deed_before(around, word)
        same = phrase is not None and before is not None and before[0].actor == phrase.actor
        return before if same else None
    return None if phrase is None or p.upos[verb] != "VERB" else (phrase, key_of(text, verb)[0])


def _source(around: Around, told: Worded) -> Iterator[Because]:
    """*De bron was [de keuken]*, *de bron zit in [de keuken]*, *[the kitchen] was the source of the outbreak*."""
    text, p = around.text, around.text.parse
    for w in told.words:
        effects = [*_effects_at(around, w)]
        cause = _told_as(text, w) if effects and _is_the_one(text, w) and not _is_denied_at(text, w) else None
        phrase = None if cause is None or cause not in told.words or p.upos[cause] not in NOUNS else _origin(text, cause)
        yield from ((phrase, effect, "+") for effect in effects if phrase is not None)


def _effects_at(around: Around, word: int) -> Iterator[Effect]:
    """What a noun for a source or a reason is one of."""
    text, p = around.text, around.text.parse
    file, words = text.pack.sided.file, text.pack.propositions.words
    lemma = p.lemmas[word].lower()
    if lemma in file.sources:
        harm = _harm_of(text, word)
        yield from [(harm, "")] if harm is not None else []
    elif lemma in file.reasons | words.causes_nouns:
        behind = [c for c in p.children[word] if preposition_before(p, c) in words.cause_of and p.upos[c] in NOUNS]
        yield from (effect for c in behind[:1] for effect in _effects_of(around, c))


def _is_the_one(text: Text, word: int) -> bool:
    phrase = read_phrase(text, word)
    return phrase is not None and phrase.definite and not phrase.some


def _told_as(text: Text, word: int) -> int | None:
    """What is said to be the source: the subject of it, its predicate, or where it is."""
    p, file = text.parse, text.pack.sided.file
    if child(p, word, "cop") is not None:
        return child(p, word, "nsubj")
    verb = p.heads[word]
    if p.deps[word] not in SUBJECT:
        return None
    if child(p, verb, "cop") is not None:
        return verb if p.upos[verb] in NOUNS else None
    behind = [c for c in p.children[verb] if p.upos[c] in NOUNS and preposition_before(p, c) in file.lying_in]
    return behind[0] if p.lemmas[verb].lower() in file.lying and len(behind) == 1 else None


def _harm_of(text: Text, source: int) -> Phrase | None:
    """The harm of which something is the source: told behind it, else the last one that the text told before."""
    p, file, words = text.parse, text.pack.sided.file, text.pack.propositions.words
    behind = next((c for c in p.children[source] if preposition_before(p, c) in words.cause_of), None)
    if behind is not None:
        lemma = p.lemmas[behind].lower()
        return named(file.harms[lemma]) if lemma in file.harms else None
    first = p.sentences[max(0, p.sentence_of[source] - BACK)][0]
    before = (p.lemmas[w].lower() for w in range(source - 1, first - 1, -1) if p.upos[w] == "NOUN")
    return next((named(file.harms[lemma]) for lemma in before if lemma in file.harms), None)


def _came_from(around: Around, told: Worded) -> Iterator[Because]:
    """*Het lood komt uit [de schouw]*, *the bacterium came from [the kitchen]*."""
    text, p, file = around.text, around.text.parse, around.text.pack.sided.file
    for verb in told.words:
        stems = p.lemmas[verb].lower() in file.stemming
        subject = _harm_in(text, child(p, verb, "nsubj")) if stems else None
        behind = [c for c in p.children[verb] if p.upos[c] == "NOUN" and preposition_before(p, c) in file.out_of]
        phrase = _origin(text, behind[0]) if subject is not None and len(behind) == 1 and behind[0] in told.words else None
        effect = None if subject is None else read_phrase(text, subject)
        if phrase is not None and subject is not None and effect is not None and effect.definite:
            denied = any(p.lower[c] in text.pack.propositions.words.denying for c in p.children[verb])
            yield phrase, (named(file.harms[p.lemmas[subject].lower()]), ""), "-" if denied else "+"


def _harm_in(text: Text, word: int | None) -> int | None:
    """*Het [lood]*, *vier vijfde van het [lood]*."""
    p = text.parse
    near = [] if word is None else [word, *(c for c in p.children[word] if _is_whose(text, c))]
    return next((w for w in near if p.lemmas[w].lower() in text.pack.sided.file.harms), None)


def _origin(text: Text, word: int) -> Phrase | None:
    """Where something came from, by the name that all nouns for it have: *de [schouw]*."""
    phrase = read_phrase(text, word)
    things = text.pack.sided.file.things
    return phrase and msgspec.structs.replace(phrase, head=things.get(phrase.head, phrase.head))


def _answered(text: Text, words: Sequence[int]) -> Iterator[Because]:
    """*Waarom hij opstapte? “De burgemeester [verbood] me te spreken.”*: the first sentence of a speech answers why."""
    p, file = text.parse, text.pack.sided.file
    number = p.sentence_of[words[0]] - 1
    asked = range(*p.sentences[number]) if number >= 0 and text.quoted[words[0]] else ()
    first = [w for w in words if p.sentence_of[w] == number + 1]
    top = next((w for w in first if p.heads[w] == w or p.heads[w] not in first), None)
    if not asked or p.words[asked[-1]] != "?" or top is None or _is_denied_at(text, top):
        return
    effect = _deed_in(text, asked) if p.lower[asked[0]] in file.why else None
    if effect is not None and p.upos[top] in ("VERB", "ADJ"):
        yield named(p.lemmas[top].lower()), effect, "+"
    harm = next((p.lemmas[w].lower() for w in asked if p.lemmas[w].lower() in file.harms), None)
    where = p.lower[asked[0]] in file.where and any_form(p, asked, file.whence)
    phrase = _origin(text, top) if where and harm and preposition_before(p, top) in file.out_of else None
    if phrase is not None and harm is not None:
        yield phrase, (named(file.harms[harm]), ""), "+"
