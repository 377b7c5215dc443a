"""The noun phrase that takes part in a proposition: its head, what narrows it down, and whom it means."""

from __future__ import annotations

import msgspec

from wederhoor.reading.propositions.same import OWNED
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import SPEAKER, SPEAKERS, Amount, Phrase, Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child, has_word, is_participle, is_plural
from wederhoor.syntax.compounds import last_part
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.numbers import Figure
from wederhoor.syntax.stretches import any_form

NOMINAL = ("NOUN", "PROPN", "ADJ", "VERB", "X", "NUM", "SYM")
COUNTING = ("nummod", "amod", "det")
NARROWING = ("amod", "nmod", "appos", "flat", "nummod", "nmod:poss", "obl", "compound")
ROUGHLY = 0.1
"""How far from a number that is about right the right one may lie, as a share of it."""
SHARE = "%"
"""Among modifiers: that a share of it is told, and no number."""
NEARLY = 0.4
"""How far below a number that is nearly reached the right one may lie, as a share of it: *bijna drie uur*."""
LEAST_ROUND = 20
"""A number from here may be rounded."""
ROUNDED = 0.04
"""How far from a number that may be rounded the right one may lie, as a share of it."""


def read_phrase(text: Text, head: int) -> Phrase | None:
    """The phrase around a head; None for a pronoun of which is not known whom it means."""
    p, closed = text.parse, text.pack.closed
    if _is_first_person(text, head):
        return Phrase(head=SPEAKERS if p.lower[head] in closed.we else SPEAKER, definite=True)
    actor = text.named_at.get(head) or next(
        (text.named_at[c] for c in p.children[head] if p.deps[c] in ("flat", "appos") and c in text.named_at), None
    )
    if p.upos[head] not in NOMINAL:
        return Phrase(head=_last(actor), actor=actor, definite=True) if actor else None
    named = p.upos[head] == "PROPN" or p.entity_of[head] >= 0
    name = [] if named or actor else _name_behind(text, head)
    if name:
        return _titled(text, head, name)
    return Phrase(
        head=_head(text, head),
        actor=actor,
        modifiers=tuple(sorted(_modifiers(text, head))),
        definite=named or _is_definite(text, head),
        named=named,
        some=_is_some(text, head),
        owned=has_word(p, head, closed.possessives, "nmod:poss", "det"),
    )


def _is_first_person(text: Text, head: int) -> bool:
    """*Wij*; not *the mine*."""
    p = text.parse
    pronoun = p.upos[head] not in ("NOUN", "PROPN") and not has_child(p, head, "det")
    return pronoun and p.lower[head] in text.pack.closed.first_person


def _titled(text: Text, head: int, name: list[int]) -> Phrase:
    """*Voorzitter Dirk Maas*: one by that name, who is a chairman."""
    p = text.parse
    whole = " ".join(p.words[w] for w in name)
    beside = _modifiers(text, head) - {p.lemmas[w].lower() for w in name} - {p.lower[w] for w in name}
    return Phrase(
        head=p.lower[name[-1]],
        actor=whole if len(name) > 1 else None,
        modifiers=tuple(sorted(beside)),
        definite=True,
        named=True,
        kinds=(_head(text, head),),
    )


def _name_behind(text: Text, head: int) -> list[int]:
    """*Voorzitter [Dirk Maas]*: the words of a person's name behind what he is."""
    p = text.parse
    if noun_kind(p.lemmas[head].lower(), text.pack) != "person" or p.upos[head] != "NOUN" or is_plural(p, head):
        return []
    names = [c for c in p.children[head] if c == head + 1 and p.deps[c] in ("appos", "flat") and p.upos[c] == "PROPN"]
    return sorted(
        {w for c in names for w in (c, *children(p, c, "flat"))}
        | {c for c in (children(p, head, "flat") if names else []) if p.upos[c] == "PROPN"}
    )


def _head(text: Text, head: int) -> str:
    """Its key; not that of what says the opposite: *sluiting*. A plural that the lemmatiser left one is cut."""
    p = text.parse
    key, turned = key_of(text, head)
    if turned:
        return p.lemmas[head].lower()
    part = next((c for c in p.children[head] if p.deps[c] == "compound" and p.upos[c] in ("NOUN", "VERB")), None)
    if part is not None and key in text.pack.propositions.words.general:
        return f"{p.lemmas[part].lower()} {key}"  # waiting time is no matter of every time
    cut = is_plural(p, head) and key == p.lower[head] and not has_word(p, head, text.pack.propositions.words.one)
    if cut and not key.endswith(tuple(text.pack.propositions.words.events)):  # klimaatmars
        ending = next(
            (e for e in text.pack.propositions.words.plurals if key.endswith(e) and len(key) > len(e) + 2), ""
        )
        return key.removesuffix(ending)
    return key.replace("-", "") if p.upos[head] == "NOUN" else key  # cao-voorstel


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _is_definite(text: Text, head: int) -> bool:
    p = text.parse
    return any(
        (p.deps[c] == "det" and "Definite=Def" in p.feats[c])
        or p.deps[c] == "nmod:poss"
        or p.lower[c] in text.pack.closed.demonstratives
        for c in p.children[head]
    )


def _is_some(text: Text, head: int) -> bool:
    p, words = text.parse, text.pack.propositions.words
    parts = {p.lower[c] for c in p.children[head] if p.deps[c] in COUNTING} & words.some
    return (
        bool(parts)
        or p.lemmas[head].lower() in words.parts
        or any(c in text.number_at for c in p.children[head] if c < head)
    )


def _modifiers(text: Text, head: int) -> set[str]:
    """Adjectives, names, ordinals and the nouns behind *van*; no articles and no number of how many."""
    p = text.parse
    found, reasons = set(), reasons_behind(text, head)
    for c in p.children[head]:
        if c in reasons:
            continue
        counted = c in text.number_at and c < head
        if p.deps[c] not in NARROWING or counted or p.upos[c] in ("PRON", "DET", "ADP", "ADV") or c in text.time_at:
            continue
        if p.lower[c] in text.pack.propositions.words.opening:
            continue
        found.add(_modifier(text, c))
        found |= {p.lemmas[g].lower() for g in p.children[c] if p.deps[g] in ("flat", "appos", "nummod")}
    found |= _owners(text, head) | _told_by(text, head) | purposes_of(text, head, ("acl",))
    behind = head + 1
    if behind < len(p) and p.upos[behind] == "NUM" and p.heads[behind] == head:  # loods 1
        found.add(p.lower[behind])
    return found


def reasons_behind(text: Text, head: int) -> list[int]:
    """*De vissen [door gif]*: of a noun for a thing, which nobody does, what stands behind it as a reason of its clause."""
    p, words = text.parse, text.pack.propositions.words
    if p.upos[head] != "NOUN" or p.heads[head] == head or p.upos[p.heads[head]] != "VERB" or p.heads[head] > head:
        return []
    if _is_for_deed(text, head) or p.deps[head] not in SUBJECT:
        return []
    return [c for c in children(p, head, "nmod") if preposition_before(p, c) in words.because]


def _is_for_deed(text: Text, noun: int) -> bool:
    """Whether a noun is one for what somebody does: *de aanval door*."""
    lemma, deeds = text.parse.lemmas[noun].lower(), text.pack.propositions.predicates.deeds
    return lemma in deeds or last_part(lemma, deeds, text.pack.hooks) is not None


def _modifier(text: Text, word: int) -> str:
    """Its key where it is a noun for a deed or a participle, which say the same as a verb; else its lemma."""
    p, (key, turned) = text.parse, key_of(text, word)
    named_deed = p.deps[word] == "nmod" and p.upos[word] == "NOUN" and not turned
    keyed = named_deed or (p.deps[word] == "amod" and is_participle(p, word))
    return key if keyed else p.lemmas[word].lower()


def _told_by(text: Text, head: int) -> set[str]:
    """*Bewijs [dat de ambassade betrokken was]*: what it says, and of whom."""
    p, found = text.parse, set[str]()
    for c in children(p, head, "acl"):
        if has_word(p, c, text.pack.grammar.complementizers, "mark") and children(p, c, *SUBJECT):
            found |= {
                key_of(text, c)[0],
                *(p.lemmas[s].lower() for s in children(p, c, *SUBJECT) if p.upos[s] == "NOUN"),
            }
    return found


def purposes_of(text: Text, head: int, relations: tuple[str, ...]) -> set[str]:
    """*A plan for evacuating patients*, *een draaiboek [voor] rampen*: what it is for, by what is joined to it so."""
    p, purpose = text.parse, text.pack.topics.file.owning.purpose
    behind = (c for c in children(p, head, *relations) if c > head)
    told = [c for c in behind if any(p.lower[g] in purpose for g in children(p, c, "mark", "case"))]
    return {key_of(text, w)[0] for c in told for w in p.subtree(c) if p.upos[w] in ("NOUN", "VERB")}


def _owners(text: Text, head: int) -> set[str]:
    """*Zijn* huis, *her* shop: whose it is, where the text does not tell who that is."""
    p, closed = text.parse, text.pack.closed
    pronouns = (c for c in children(p, head, "nmod:poss") if p.upos[c] == "PRON" and c not in text.named_at)
    return {f"{OWNED}{p.lower[c]}" for c in pronouns if p.lower[c] in closed.he | closed.she}


def amount_of(text: Text, head: int) -> Amount | None:
    """How many of a phrase there are: *zes boten*, *40 miljoen euro*, *2 procent*, *alle bewoners*."""
    p = text.parse
    lasting = text.pack.propositions.words.long.get(p.lower[head])
    if lasting is not None:
        return Amount(of=Phrase(head=lasting[0]), low=lasting[1], high=None, words=p.span(head, head + 1))
    if head in text.time_at:  # 15 maart, 2009
        return None
    if head in text.number_at:
        counted = _counted(text, head)
        phrase = read_phrase(text, head if counted is None else counted)
        return None if phrase is None else _roughly(text, text.number_at[head], phrase)
    number = next(
        (c for c in p.children[head] if c in text.number_at and c not in text.time_at and _counts(p, c, head)), None
    )
    phrase = read_phrase(text, head)
    if phrase is None:
        return None
    return _without_number(text, head, phrase) if number is None else _roughly(text, text.number_at[number], phrase)


def _counts(p: Parse, number: int, head: int) -> bool:
    """Whether a number says how many; the parser may have it for the first part of a compound: *twelve people*."""
    first = p.deps[number] == "compound" and p.upos[number] == "NUM" and number < head
    return first or p.deps[number] in COUNTING


def _without_number(text: Text, head: int, phrase: Phrase) -> Amount | None:
    """*Alle leden*, *een uur*."""
    p, words, every = text.parse, text.pack.propositions.words, _every(text, head)
    if every is not None:
        return Amount(of=as_share(phrase), low=1.0, high=1.0, words=p.span(every, every + 1))
    single = p.lemmas[head].lower() in words.units and has_word(p, head, words.one)
    return _scaled(text, phrase, 1.0, 1.0, p.span(head, head + 1)) if single else None


def _every(text: Text, head: int) -> int | None:
    """*[Alle] leden*: the word for every one of many; not *bijna alle leden*."""
    p, words = text.parse, text.pack.propositions.words
    plain = p.lemmas[head].lower() not in words.units
    found = next((c for c in p.children[head] if p.lower[c] in words.every and p.deps[c] in COUNTING), None)
    if found is None or not plain or not is_plural(p, head):
        return None
    before = (p.lower[found - 1],) if found else ()
    return None if before in text.pack.numbers.most or {*before} & words.opening else found


def duration_of(text: Text, head: int) -> Amount | None:
    """How long something lasts, in hours: *tien jaar*; None for what is no time that is counted."""
    words = text.pack.propositions.words
    unit = words.scales.get(text.parse.lemmas[head].lower())
    return None if unit is None or unit[0] != words.hours else amount_of(text, head)


def _counted(text: Text, head: int) -> int | None:
    """What a number that is a noun counts: *40 miljoen euro*, *honderden vissen*, *een derde van de bewoners*."""
    p = text.parse
    return next(
        (c for c in p.children[head] if c > head and p.upos[c] in NOMINAL and p.deps[c] in ("nmod", "appos", "fixed")),
        None,
    )


def _roughly(text: Text, figure: Figure, of: Phrase) -> Amount:
    """The amount with room for what is rounded or called about right."""
    low, high = bounds_of(text, figure)
    first = min([figure.first, *_called_about(text, figure)]) if figure.low == figure.high else figure.first
    return _scaled(text, as_share(of) if figure.share else of, low, high, text.parse.span(first, figure.end))


def bounds_of(text: Text, figure: Figure, least: float = 0.0) -> tuple[float | None, float | None]:
    """The bounds of a number, with room for what is rounded or called about right: ``least`` to either side at least."""
    low, high, first = figure.low, figure.high, figure.first
    if low is not None and low == high:
        share = ROUGHLY if _called_about(text, figure) else ROUNDED if low >= LEAST_ROUND else 0.0
        room = max(low * share, least)
        return low - room, low + room
    opening = text.pack.propositions.words.opening
    if low is None and high is not None and any_form(text.parse, range(max(0, first - 1), first + 1), opening):
        return high * (1 - NEARLY), high  # bijna twee jaar
    return low, high


def _called_about(text: Text, figure: Figure) -> list[int]:
    """*[Zo'n] tweehonderd*."""
    before = range(max(0, figure.first - 2), figure.first)
    return [w for w in before if text.parse.lower[w] in text.pack.propositions.words.opening]


def as_share(of: Phrase) -> Phrase:
    """What a share is counted of: half of the members is no number of members."""
    return of if SHARE in of.modifiers else msgspec.structs.replace(of, modifiers=(SHARE, *of.modifiers))


def _scaled(text: Text, of: Phrase, low: float | None, high: float | None, words: Span) -> Amount:
    """In one unit of its kind: hours, metres, kilos."""
    unit = text.pack.propositions.words.scales.get(of.head)
    if unit is not None:
        of = msgspec.structs.replace(of, head=unit[0])
        low, high = (None if bound is None else bound * unit[1] for bound in (low, high))
    of = msgspec.structs.replace(of, head=text.pack.propositions.words.counted.get(of.head, of.head))
    return Amount(of=of, low=low, high=high, words=words)
