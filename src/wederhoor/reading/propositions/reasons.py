"""Why something happened, where no clause of cause tells it: *zijn vertrek staat los van de opvang*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wederhoor.reading.propositions.causal import CAUSE, HOW
from wederhoor.reading.propositions.cues import Worded, denials, worded
from wederhoor.reading.propositions.further_reasons import also_told, drivers
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


Found = Sequence[Proposition]
"""What the clauses of the text say."""
Side = tuple[ConflictSide, Sequence[int], Attribution | None]
"""The words of a statement, or of an author, and whose they are."""


def reasons(text: Text, sides: Iterable[Side], found: Found) -> Iterator[Proposition]:
    """What the statements and the author say of why something happened; ``found`` is what their clauses say."""
    for side, words, by in sides:
        if words and (by is None or by.attitude not in UNHELD):
            yield from _read(text, found, side, words)
            yield from also_told(text, side, words, by, found)


def _read(text: Text, found: Found, side: ConflictSide, words: Sequence[int]) -> Iterator[Proposition]:
    p = text.parse
    for number in dict.fromkeys(p.sentence_of[w] for w in words):
        first, end = p.sentences[number]
        told = worded(text, [w for w in words if first <= w < end])
        if is_question(p, told.words[0]) or is_supposed(text, range(first, end)) or told.has(text.pack.sided.left_open):
            continue
        span = p.span(told.words[0], told.words[-1] + 1)
        for form in (_unlinked, _for_reasons, _source, _came_from, _driven):
            yield from (_proposition(side, span, one) for one in form(text, found, told))
    yield from (_proposition(side, p.span(words[0], words[-1] + 1), one) for one in _answered(text, words))


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
        yield from ((phrase, effect, "-") for effect in _effects_of(text, found, of) if phrase is not None)


def _effects_of(text: Text, found: Found, noun: int) -> Iterator[Effect]:
    """A thing; and what a noun says happened, and to whom: *het [vertrek] van de wethouder*."""
    p = text.parse
    phrase = read_phrase(text, noun)
    if phrase is not None and not any(m.startswith(OWNED) for m in phrase.modifiers):
        yield phrase, ""
    if p.lemmas[noun].lower() in text.pack.propositions.predicates.deeds:
        key = key_of(text, noun)[0]
        whose = (read_phrase(text, c) for c in p.children[noun] if _is_whose(text, c))
        who = next((one for one in whose if one is not None), None) or _only_one(found, key)
        yield from [(who, key)] if who is not None else []


def _is_whose(text: Text, word: int) -> bool:
    """*[Zijn] vertrek*, *het vertrek van [de wethouder]*, *[her] dismissal*."""
    p = text.parse
    return p.deps[word] == "nmod:poss" or preposition_before(p, word) == text.pack.propositions.words.of


def _only_one(found: Iterable[Proposition], key: str) -> Phrase | None:
    """To whom or what a deed happened, where the text tells it of one only."""
    told = [one for p in found if p.predicate == key and (one := p.object or p.subject) is not None]
    return told[0] if len({one.actor or one.head for one in told}) == 1 else None


def _deed_before(text: Text, found: Found, word: int) -> Effect | None:
    """What the sentence before tells of somebody: *legde zijn functie neer. Hij deed dat om ...*."""
    p = text.parse
    number = p.sentence_of[word] - 1
    span = p.span(*p.sentences[number]) if number >= 0 else (0, 0)
    deeds = text.pack.propositions.predicates.deeds | text.pack.sided.file.leaving
    told = {
        (q.subject.actor, q.predicate): q.subject
        for q in found
        if q.subject is not None
        and q.subject.actor
        and q.predicate in deeds
        and span[0] <= q.span[0]
        and q.span[1] <= span[1]
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


def _for_reasons(text: Text, found: Found, told: Worded) -> Iterator[Because]:
    """*Vertrok om [gezondheids]redenen*, *deed dat om [persoonlijke] redenen*, *left for [health] reasons*."""
    p, file = text.parse, text.pack.sided.file
    for w in told.words:
        ending = last_part(p.lemmas[w].lower(), file.reasons, text.pack.hooks)
        if preposition_before(p, w) not in file.for_reasons or not (ending or p.lemmas[w].lower() in file.reasons):
            continue
        kinds = [p.lemmas[c].lower() for c in p.children[w] if p.deps[c] in ("amod", "compound")]
        first = p.lemmas[w].lower().removesuffix(ending).removesuffix("s") if ending else ""
        effect = _effect_over(text, found, w)
        if effect is not None and (first or kinds) and not _is_denied_at(text, w):
            yield named(first or kinds[0]), effect, "+"


def _is_denied_at(text: Text, word: int) -> bool:
    p = text.parse
    before = range(p.sentences[p.sentence_of[word]][0], word)
    return any(p.lower[w] in text.pack.propositions.words.denying for w in before)


def _effect_over(text: Text, found: Found, word: int) -> Effect | None:
    """What the verb over a reason tells of somebody; of *doet dat* what the sentence before told."""
    p, file = text.parse, text.pack.sided.file
    verb = p.heads[word]
    subject = child(p, verb, "nsubj", "nsubj:pass")
    phrase = None if subject is None else read_phrase(text, subject)
    if p.lemmas[verb].lower() in file.doing_so:
        before = _deed_before(text, found, word)
        same = phrase is not None and before is not None and before[0].actor == phrase.actor
        return before if same else None
    return None if phrase is None or p.upos[verb] != "VERB" else (phrase, key_of(text, verb)[0])


def _source(text: Text, found: Found, told: Worded) -> Iterator[Because]:
    """*De bron was [de keuken]*, *de bron zit in [de keuken]*, *[the kitchen] was the source of the outbreak*."""
    p = text.parse
    for w in told.words:
        effects = [*_effects_at(text, found, w)]
        cause = _told_as(text, w) if effects and _is_the_one(text, w) and not _is_denied_at(text, w) else None
        phrase = (
            None if cause is None or cause not in told.words or p.upos[cause] not in NOUNS else _origin(text, cause)
        )
        yield from ((phrase, effect, "+") for effect in effects if phrase is not None)


def _effects_at(text: Text, found: Found, word: int) -> Iterator[Effect]:
    """What a noun for a source or a reason is one of."""
    p = text.parse
    file, words = text.pack.sided.file, text.pack.propositions.words
    lemma = p.lemmas[word].lower()
    if lemma in file.sources:
        harm = _harm_of(text, word)
        yield from [(harm, "")] if harm is not None else []
    elif lemma in file.reasons | words.causes_nouns:
        behind = [c for c in p.children[word] if preposition_before(p, c) in words.cause_of and p.upos[c] in NOUNS]
        yield from (effect for c in behind[:1] for effect in _effects_of(text, found, c))


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


def _came_from(text: Text, _: Found, told: Worded) -> Iterator[Because]:
    """*Het lood komt uit [de schouw]*, *the bacterium came from [the kitchen]*."""
    p, file = text.parse, text.pack.sided.file
    for verb in (w for w in told.words if p.lemmas[w].lower() in file.stemming):
        subject = _harm_in(text, child(p, verb, "nsubj"))
        behind = [c for c in p.children[verb] if p.upos[c] == "NOUN" and preposition_before(p, c) in file.out_of]
        if subject is None or len(behind) != 1 or behind[0] not in told.words:
            continue
        phrase, harm = _origin(text, behind[0]), read_phrase(text, subject)
        if phrase is not None and harm is not None and harm.definite:
            denied = any_form(p, p.children[verb], text.pack.propositions.words.denying)
            yield phrase, (named(file.harms[p.lemmas[subject].lower()]), ""), "-" if denied else "+"


def _driven(text: Text, _: Found, told: Worded) -> Iterator[Because]:
    yield from ((cause, (effect, ""), "+") for cause, effect in drivers(text, told))


def _harm_in(text: Text, word: int | None) -> int | None:
    """*Het [lood]*, *vier vijfde van het [lood]*."""
    p = text.parse
    near = [] if word is None else [word, *(c for c in p.children[word] if _is_whose(text, c))]
    return next((w for w in near if p.lemmas[w].lower() in text.pack.sided.file.harms), None)


def _origin(text: Text, word: int) -> Phrase | None:
    """Where something came from, by the name that all nouns for it have: *de [schouw]*."""
    phrase = read_phrase(text, word)
    things = text.pack.sided.file.things
    if phrase is None:
        return None
    beside = tuple(sorted(things.get(m, m) for m in phrase.modifiers))
    return msgspec.structs.replace(phrase, head=things.get(phrase.head, phrase.head), modifiers=beside)


def _answered(text: Text, words: Sequence[int]) -> Iterator[Because]:
    """*Waarom hij opstapte? “De burgemeester [verbood] me te spreken.”*: the first sentence of a speech answers why."""
    p, file = text.parse, text.pack.sided.file
    number = p.sentence_of[words[0]] - 1
    asked = range(*p.sentences[number]) if number >= 0 and text.quoted[words[0]] else range(0)
    first = [w for w in words if p.sentence_of[w] == number + 1]
    top = next((w for w in first if p.heads[w] not in first or p.heads[w] == w), None)
    if not asked or p.words[asked[-1]] != "?" or top is None or _is_denied_at(text, top):
        return
    if p.lower[asked[0]] in file.why:
        yield from _why(text, asked, top)
    elif p.lower[asked[0]] in file.where and any_form(p, asked, file.whence):
        yield from _whence(text, asked, top)


def _why(text: Text, asked: Iterable[int], top: int) -> Iterator[Because]:
    effect = _deed_in(text, asked)
    if effect is not None and text.parse.upos[top] in ("VERB", "ADJ"):
        yield named(text.parse.lemmas[top].lower()), effect, "+"


def _whence(text: Text, asked: Iterable[int], top: int) -> Iterator[Because]:
    """*Waar kwam de bacterie vandaan? “Uit [de keuken].”*."""
    p, file = text.parse, text.pack.sided.file
    harm = next((p.lemmas[w].lower() for w in asked if p.lemmas[w].lower() in file.harms), None)
    phrase = _origin(text, top) if harm and preposition_before(p, top) in file.out_of else None
    if phrase is not None and harm is not None:
        yield phrase, (named(file.harms[harm]), ""), "+"
