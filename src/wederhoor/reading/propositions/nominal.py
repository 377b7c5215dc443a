"""What a statement says that is no more than a noun phrase: *spreekt van twaalf doden*, *spreekt van een eerlijk proces*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.counts import MEASURES, with_rate
from wederhoor.reading.propositions.deeds import by_noun
from wederhoor.reading.propositions.existence import EXISTS
from wederhoor.reading.propositions.phrases import amount_of, read_phrase
from wederhoor.reading.propositions.words import is_keyed, key_of, place_at, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import SPEAKER, Amount, Attribution, Mode, Phrase, Proposition, Span
from wederhoor.syntax.clauses import child, is_participle
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.predicates import heads_clause, top_of

PLACED = ("obl", "advmod", "obj", "nmod")
SENTENCES_BACK = 2
"""Sentences back in which a number by itself finds what it counts."""
PARTS = 2
"""Stretches of what is called and what it is called."""
NOUNS = ("NOUN", "PROPN", "ADJ", "NUM")


def read_nominal(text: Text, a: Attribution, words: Sequence[int]) -> Iterator[Proposition]:
    """How many, how it is called, and what is denied or announced; nothing where the words hold a clause."""
    p, side = text.parse, a.id
    head = top_of(p, words)
    if head is not None:
        yield from _not_considered(text, a, head, p.span(words[0], words[-1] + 1))
        yield from _called_so(text, a, words)
    clausal = any(heads_clause(p, w) for w in words)
    if head is None or clausal or p.upos[head] not in NOUNS:
        return
    span = p.span(words[0], words[-1] + 1)
    yield from _named(text, a, head, span)
    yield from _judged(text, a, head, span)
    amount = _of_what(text, head, amount_of(text, head) or _numbered(text, head, words))
    if amount is not None:
        yield _measured(text, a, span, amount)
    phrase = read_phrase(text, head)
    for c in p.children[head]:
        if phrase is None or p.deps[c] != "amod" or not _says_how(text, c):
            continue
        predicate, turned = key_of(text, c)
        others = tuple(m for m in phrase.modifiers if m != p.lemmas[c].lower())
        thing = msgspec.structs.replace(phrase, modifiers=others, definite=True, some=False)
        yield Proposition(
            side=side, span=span, predicate=predicate, polarity="-" if turned else "+", state=True, object=thing
        )


def _not_considered(text: Text, a: Attribution, head: int, span: Span) -> Iterator[Proposition]:
    """*Denkt niet aan [verhuizen]*: he will not."""
    p, words = text.parse, text.pack.propositions.words
    verb = next((w for cue in a.cue for w in words_in(p, cue) if p.upos[w] == "VERB"), None)
    verbal = p.upos[head] == "VERB" and not is_participle(p, head) and not p.children[head]
    if verb is None or not (verbal or p.lemmas[head].lower() in text.pack.propositions.predicates.deeds):
        return
    denied = any(p.lower[c] in words.denying for c in p.children[verb])
    if denied and (p.lemmas[verb].lower(), preposition_before(p, head)) in words.considering:
        key, turned = key_of(text, head)
        yield Proposition(
            side=a.id,
            span=span,
            predicate=key,
            polarity="+" if turned else "-",
            mode="intended",
            subject=Phrase(head=SPEAKER, definite=True),
        )


def _called_so(text: Text, a: Attribution, words: Sequence[int]) -> Iterator[Proposition]:
    """*Doet [de opname] af als [nep]*: it is fake."""
    p = text.parse
    if a.attitude != "judge" or len(a.content) != PARTS:
        return
    first, last = ([w for w in words_in(p, span) if w in words] for span in a.content)
    thing = top_of(p, first)
    how = last[0] if len(last) == 1 and is_keyed(text, last[0]) else None
    phrase = None if thing is None or p.upos[thing] not in NOUNS else read_phrase(text, thing)
    if how is None or phrase is None:
        return
    key, turned = key_of(text, how)
    span = p.span(words[0], words[-1] + 1)
    yield Proposition(side=a.id, span=span, predicate=key, polarity="-" if turned else "+", state=True, subject=phrase)


def _says_how(text: Text, word: int) -> bool:
    """*Een [eerlijk] proces*, *een [geslaagde] missie*; no number."""
    p = text.parse
    return word not in text.number_at and (p.upos[word] == "ADJ" or (is_participle(p, word) and is_keyed(text, word)))


def _measured(text: Text, a: Attribution, span: Span, amount: Amount) -> Proposition:
    """That there are so many, where and when the words around it say: *telde [in Kolkstad] 200 betogers*."""
    p = text.parse
    verb = next((w for cue in a.cue for w in words_in(p, cue) if p.upos[w] == "VERB"), None)
    near = [] if verb is None else [w for c in p.children[verb] if p.deps[c] in PLACED for w in p.subtree(c)]
    estimated = _estimated(text, verb, amount)
    worth = estimated is None or estimated.head in text.pack.propositions.words.attributes
    found = Proposition(
        side=a.id,
        span=span,
        predicate=MEASURES if worth else text.pack.propositions.words.costs,
        mode="past" if estimated is None else "present",
        subject=estimated,
        amount=amount,
        times=tuple(sorted({text.told_time_at[w] for w in near if w in text.told_time_at})),
        places=tuple(sorted({place for w in near if (place := place_at(text, w))})),
    )
    return with_rate(text, found)


def _estimated(text: Text, verb: int | None, amount: Amount) -> Phrase | None:
    """*Raamt [de bouw] op 3 miljoen euro*: what it will cost."""
    words = text.pack.propositions.words
    money = words.money | text.pack.numbers.currency
    if verb is None or amount.of.head not in money or text.parse.lemmas[verb].lower() not in words.estimating:
        return None
    p, thing = text.parse, child(text.parse, verb, "obj", "nsubj:pass")
    if thing is None or thing in text.number_at:
        return None
    if words.costs in (p.lower[thing], p.lemmas[thing].lower()):  # the cost of the bridge
        thing = next((c for c in p.children[thing] if preposition_before(p, c) == words.of), thing)
    return read_phrase(text, thing)


def _judged(text: Text, a: Attribution, head: int, span: Span) -> Iterator[Proposition]:
    """*Prijst het optreden*: that it is good; *hekelt het plan*: that it is bad."""
    p, words = text.parse, text.pack.propositions
    cue = (p.lemmas[w].lower() for part in a.cue for w in words_in(p, part) if p.upos[w] == "VERB")
    verdict = next((words.words.verdicts[verb] for verb in cue if verb in words.words.verdicts), None)
    phrase = read_phrase(text, head)
    if verdict is None or phrase is None or a.attitude not in ("judge", "accuse") or names_somebody(p, head, text.pack):
        return  # who is criticised is praised for something else
    predicate, turned = words.keys.get(verdict, (verdict, False))
    yield Proposition(
        side=a.id,
        span=span,
        predicate=predicate,
        polarity="-" if turned else "+",
        state=True,
        object=phrase,
        worded=turned,
    )


def _named(text: Text, a: Attribution, head: int, span: Span) -> Iterator[Proposition]:
    """*Ontkent de ruzie*: that there is one; *kondigt een staking aan*: that it will be."""
    p = text.parse
    announced = any(
        p.lemmas[w].lower() in text.pack.propositions.words.announcing for cue in a.cue for w in words_in(p, cue)
    )
    phrase = read_phrase(text, head)
    if phrase is None or p.upos[head] != "NOUN" or not (announced or a.attitude in ("deny", "accuse")):
        return
    if p.lemmas[head].lower() in text.pack.disputes.reports:
        return  # *bestrijdt die uitleg*: not that there is one
    mode: Mode = "future" if announced else "past"
    doer, thing, rest = by_noun(text, head)
    key, turned = key_of(text, head)
    named = p.lemmas[head].lower() if turned else key
    yield Proposition(
        side=a.id, span=span, predicate=f"{EXISTS} {named}", mode=mode, state=True, object=phrase, others=rest
    )
    if p.lemmas[head].lower() in text.pack.propositions.predicates.deeds:
        doer = doer or _accused(text, a) or (Phrase(head=SPEAKER, definite=True) if announced else None)
        yield Proposition(
            side=a.id,
            span=span,
            predicate=key,
            polarity="-" if turned else "+",
            mode=mode,
            subject=doer,
            object=thing,
            others=rest,
        )


def _of_what(text: Text, head: int, amount: Amount | None) -> Amount | None:
    """A number by itself counts what the sentence before counted: *hield het op negen*."""
    p = text.parse
    if amount is None or head not in text.number_at or amount.of.head not in (p.lemmas[head].lower(), p.lower[head]):
        return amount
    number = max(0, p.sentence_of[head] - SENTENCES_BACK)
    for word in range(head - 1, p.sentences[number][0] - 1, -1):
        of = _counted_at(text, word)
        if of is not None:
            return msgspec.structs.replace(amount, of=of)
    return amount


def _counted_at(text: Text, word: int) -> Phrase | None:
    """What is counted at a word: *elf [doden]*, *[dodental]*."""
    p, words = text.parse, text.pack.propositions.words
    named = words.numbers.get(p.lemmas[word].lower())
    if named:
        return Phrase(head=named)
    counts = p.upos[word] in ("NOUN", "ADJ") and any(
        c in text.number_at and c not in text.time_at for c in p.children[word]
    )
    amount = amount_of(text, word) if counts else None
    return None if amount is None or amount.of.head in words.units else amount.of


def _numbered(text: Text, head: int, words: Sequence[int]) -> Amount | None:
    """*Schat het aantal bezoekers op vijfduizend*."""
    p = text.parse
    named = text.pack.propositions.words.numbers.get(p.lemmas[head].lower())
    number = next((w for w in words if w in text.number_at and preposition_before(p, w)), None)
    if named is None or number is None:
        return None
    counted = next((c for c in p.children[head] if c > head and p.upos[c] in NOUNS), None)
    of = Phrase(head=named) if named else read_phrase(text, counted) if counted is not None else None
    amount = amount_of(text, number)
    return None if of is None or amount is None else msgspec.structs.replace(amount, of=of)


def _accused(text: Text, a: Attribution) -> Phrase | None:
    """*Beschuldigt [een werknemer] van brandstichting*."""
    p = text.parse
    verb = next((w for cue in a.cue for w in words_in(p, cue) if p.upos[w] == "VERB"), None)
    thing = None if verb is None or a.attitude != "accuse" else child(p, verb, "obj", "iobj")
    return None if thing is None else read_phrase(text, thing)
