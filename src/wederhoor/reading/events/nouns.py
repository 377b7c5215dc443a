"""Events that a noun tells of: *de aanval van X op Y*, *zijn arrestatie*, *een staking uitroepen*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wederhoor.languages.closed import ClosedClasses
from wederhoor.languages.events import EventWords, Kind, NounGroup, VerbGroup
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.events.company import CARRIED, Company, company_of
from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import asks, fits, forms_of, is_time, lexical_kinds
from wederhoor.reading.events.noun_parties import partner_of, place_both, place_doer, place_owner, standing_at
from wederhoor.reading.text import Text
from wederhoor.records import EventCode
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_child, has_word, is_finite, is_plural

SHORTEST_HEAD = 4
"""Letters of the last part of a compound, at least."""
SHORTEST_FIRST = 3
"""Letters of what stands before it, at least."""
UNDERGOING: tuple[Kind, ...] = ("actor", "plural", "territory", "building", "vehicle", "thing")
"""Kinds of what something can be done to."""
LEFT_OUT = ("flat", "compound:prt", "fixed", "compound")
"""What may stand between the parts of a compound."""


GIVEN = ("SUPPORT", "AID")
"""What is aid where it is stopped: *de steun aan het leger opschorten*."""


@dataclass(frozen=True, slots=True)
class NounEvent:
    """What the lexicon has for a noun: its groups, its entry, the words that name it, the first part of a compound."""

    groups: tuple[NounGroup, ...]
    lemma: str
    trigger: tuple[int, int]
    first_part: str = ""


def find_nouns(text: Text, verbs: list[EventDraft]) -> Iterator[EventDraft]:
    """A draft for every event noun that is no word of the ``verbs`` and tells of an instance."""
    p = text.parse
    taken = {w for draft in verbs for w in (*draft.used, *range(*draft.trigger))}
    told = {draft.stem: draft.code for draft in verbs}
    stopped = {draft.node for draft in verbs if draft.code == "SANCTION"}
    for word in range(len(p)):
        free = word not in taken and p.deps[word] not in LEFT_OUT and _nounlike(p, word)
        found = _found(text, word) if free else None
        draft = _first_draft(text, word, found, told) if found is not None else None
        if found is None or draft is None:
            continue
        if draft.host in stopped and draft.code in GIVEN:
            draft.code, draft.real = "AID", True  # what is stopped goes on
        told[found.lemma] = draft.code
        yield draft


def _first_draft(text: Text, word: int, found: NounEvent, told: Mapping[str, EventCode]) -> EventDraft | None:
    """The draft of the first group that fits, that of the code by which it was told before being the first."""
    company = company_of(text, word, found.first_part)
    before = told.get(found.lemma) or told.get(_verb_of(found.lemma, text)) or _told_in_a_compound(found, told)
    groups = sorted(found.groups, key=lambda g: g.code != before)
    drafts = (_draft(text, word, g, company, found, known=g.code == before) for g in groups)
    return next((d for d in drafts if d is not None), None)


def _told_in_a_compound(found: NounEvent, told: Mapping[str, EventCode]) -> EventCode | None:
    """The code by which a noun of several meanings was told as the end of another: *airstrike*, then *the strike*."""
    if len(found.groups) == 1:
        return None
    return next((code for stem, code in reversed([*told.items()]) if stem.endswith(found.lemma)), None)


def _nounlike(p: Parse, word: int) -> bool:
    """A noun, or an adjective or participle that stands as one: *elf doden*."""
    if p.upos[word] in ("NOUN", "PROPN", "X"):
        return True
    stands = p.upos[word] in ("ADJ", "VERB") and p.deps[word] in CARRIED and not is_finite(p, word)
    return stands and has_child(p, word, "det", "nummod", "amod")


def _verb_of(noun: str, text: Text) -> str:
    """The verb that a noun is made of: sluiting, sluiten."""
    ending, verbal = text.pack.events.grammar.noun_ending
    return noun.removesuffix(ending) + verbal if noun.endswith(ending) else ""


def _root(noun: str, text: Text) -> str:
    """The verb of the lexicon that a noun is made of, else the noun: what a verb and its noun have in common."""
    verb = _verb_of(noun, text)
    return verb if verb in text.pack.events.verbs else noun


def _found(text: Text, word: int) -> NounEvent | None:
    """The groups of a noun, alone, in a phrase, as head of a compound, or of the verb whose infinitive it is."""
    p, words = text.parse, text.pack.events
    forms = forms_of(text, word)
    for form in forms:
        for phrase in words.noun_phrases.get(form, ()):
            first, end = word - len(phrase.before), word + 1 + len(phrase.after)
            around = (*p.lower[max(0, first) : word], *p.lower[word + 1 : end])
            if around == (*phrase.before, *phrase.after):
                return NounEvent((phrase.group,), " ".join((*phrase.before, form, *phrase.after)), (first, end))
    for form in forms:
        if form in words.nouns:
            return NounEvent(words.nouns[form], form, (word, word + 1))
        compound = _compound(form, words) if _may_be_compound(p, word) else None
        if compound:
            groups, first_part = compound
            return NounEvent(groups, form, (word, word + 1), first_part)
    verb = _as_noun(text, word)
    if verb in words.verbs and has_child(p, word, "det", "nmod"):
        groups = tuple(
            _nominal(e.group, text.pack.closed) for e in words.verbs[verb] if not e.words and not e.reflexive
        )
        return NounEvent(groups, verb, (word, word + 1))
    return None


def _as_noun(text: Text, word: int) -> str:
    """The verb that a word is as a noun, "" for none: *het oppakken*, *the jailing*."""
    p, grammar = text.parse, text.pack.events.grammar
    if grammar.verbal_noun:
        return text.pack.verb_forms.get(p.lower[word], "") if p.lower[word].endswith(grammar.verbal_noun) else ""
    return p.lower[word] if p.lower[word] == p.lemmas[word] or has_word(p, word, grammar.neuter) else ""


def _nominal(group: VerbGroup, closed: ClosedClasses) -> NounGroup:
    """The group of a verb as that of its infinitive: *het oppakken van betogers door de politie*."""
    of, by = tuple(sorted(closed.of)), tuple(sorted(closed.by))
    done_to = "object" in group.patient
    return NounGroup(
        code=group.code, nouns=(), mode=group.mode, agent=by if done_to else (*of, *by), patient=of if done_to else (),
        own="patient" if done_to else "agent", owner=group.object if done_to else group.subject, weak=True, counts=group.counts,
    )  # fmt: skip


def _may_be_compound(p: Parse, word: int) -> bool:
    """A name without a hyphen is none, whatever it ends in."""
    return "-" in p.words[word] or (p.upos[word] != "PROPN" and p.entity_of[word] < 0)


def _compound(form: str, words: EventWords) -> tuple[tuple[NounGroup, ...], str] | None:
    for cut in range(SHORTEST_FIRST, len(form) - SHORTEST_HEAD + 1):
        groups = words.heads.get(form[cut:])
        if groups:
            fitting = tuple(g for g in groups if form not in g.but)
            return (fitting, form[:cut].rstrip("-")) if fitting else None
    return None


def _draft(
    text: Text, word: int, group: NounGroup, company: Company, found: NounEvent, *, known: bool
) -> EventDraft | None:
    """``known``: the text has told of it before or tells of it by a verb (trad op, het optreden)."""
    if not (known or _owned(text, group, company) or _alone(text, word, group, company)) or not _instance(
        text, word, group, company, known=known
    ):
        return None
    speaks = group.text and has_word(text.parse, word, text.pack.events.grammar.as_text, "case")
    if speaks or not _done_to_fitting(text, group, company):
        return None
    draft = EventDraft(
        code=group.code, mode=group.mode, trigger=found.trigger, anchor=word, node=word, noun=True, counts=group.counts,
        rule="noun in a compound" if found.first_part else "noun", natural=group.natural, together=group.together,
        definite=has_word(text.parse, word, text.pack.events.grammar.definite),
        used=frozenset(range(*found.trigger)), host=company.verb, stem=_root(found.lemma, text),
    )  # fmt: skip
    _fill(text, draft, group, company)
    return draft


def _owned(text: Text, group: NounGroup, company: Company) -> bool:
    """Whether what takes part by *van*, as possessor or in the compound is of a kind that the group asks for."""
    if not group.owner:
        return True
    part = company.first_part
    for form in (part, *_unlinked(part, text.pack)):
        if form and not lexical_kinds(form, text).isdisjoint(group.owner):
            return True
    if company.nation and not {"name", "state", "army"}.isdisjoint(group.owner):
        return True
    owners = [company.prepositions[s] for s in (*group.agent, *group.patient) if s in company.prepositions]
    owners += [w for w in (company.owner, company.doer, company.noun) if w is not None]
    return any(fits(text, w, group.owner) for w in owners)


def _done_to_fitting(text: Text, group: NounGroup, company: Company) -> bool:
    """Whether those behind its prepositions are such as it can be done to: *de strijd tegen armoede* is no violence."""
    done_to = [company.prepositions[s] for s in group.patient if s in company.prepositions]
    return not group.whom or all(fits(text, w, group.whom) for w in done_to)


def _unlinked(part: str, pack: LanguagePack) -> Iterator[str]:
    """A first part of a compound without a hyphen or what links it to the last: *kiezers-*, *kiezer*."""
    bare = part.rstrip("-")
    yield from (bare.removesuffix(link) for link in ("", *pack.grammar.linking_sounds) if bare.endswith(link))


def _alone(text: Text, word: int, group: NounGroup, company: Company) -> bool:
    """*de sluiting*: a noun that the text takes for known, with nobody beside it who could speak against it."""
    if not group.alone or company.first_part or company.nation:
        return False
    if company.prepositions or company.owner is not None or company.doer is not None:
        return False
    return has_word(text.parse, word, text.pack.events.grammar.definite)


def _instance(text: Text, word: int, group: NounGroup, company: Company, *, known: bool) -> bool:
    """Whether the noun names something that happened or may: with an article or company, and not a mere kind of thing."""
    p = text.parse
    if _is_kind(text, word) or _is_other(text, word, group, company):
        return False
    if group.count_needed:
        return any(c in text.figure_at for c in (*p.children[word], word))
    taking_part = _has_company(p, group, company)
    if group.weak:
        return taking_part or (known and has_word(p, word, text.pack.events.grammar.definite))
    described = has_child(p, word, "det", "amod", "nummod", "nmod:poss", "acl:relcl")
    return group.bare or described or taking_part or known or is_plural(p, word)


def _is_other(text: Text, word: int, group: NounGroup, company: Company) -> bool:
    """A predicate (*is een ramp voor het dorp*), a time (*March*), a text."""
    predicate = group.code == "DISASTER" and has_child(text.parse, word, "cop")
    return predicate or _is_in_time(text, word) or (group.code == "AGREE" and _is_text(text, word, company))


def _is_in_time(text: Text, word: int) -> bool:
    """*in [March] of last year*: part of a time that the text states."""
    times = text.times_in.get(text.parse.sentence_of[word], ())
    return text.parse.upos[word] == "PROPN" and any(first <= word < end for (first, end), _ in times)


def _is_text(text: Text, word: int, company: Company) -> bool:
    """*The deal covers 300 stores*: an agreement that nobody reaches here, and of no parties, is a text."""
    grammar = text.pack.events.grammar
    reached = (
        company.verb is not None
        and text.parse.lemmas[company.verb] in grammar.carriers | grammar.starters | grammar.light
    )
    return fits(text, word, ("agreement",)) and not reached and company.prepositions.keys().isdisjoint(grammar.with_)


def _is_kind(text: Text, word: int) -> bool:
    """*een soort aanval*, *elke aanval*: words that make a noun one of a kind of thing."""
    p, generic = text.parse, text.pack.events.grammar.generic
    before = (w for w in (word - 1, word - 2) if w >= 0 and p.lower[w] in generic)
    return has_word(p, word, generic) or any(p.deps[w] != "mark" or p.heads[w] == word for w in before)


def _has_company(p: Parse, group: NounGroup, company: Company) -> bool:
    """Whether somebody is told to take part, or a place by its name."""
    at = company.prepositions
    if company.nation or not {company.owner, company.doer, company.noun} <= {None}:
        return True
    return any(s in at for s in (*group.agent, *group.patient)) or any(
        p.entity_of[at[s]] >= 0 for s in group.where if s in at
    )


def _fill(text: Text, draft: EventDraft, group: NounGroup, company: Company) -> None:
    """Put the participants where the group says; *van* is the done-to where *door* names the doer."""
    agents = [w for w in standing_at(company, group.agent) if not fits(text, w, ("thing",))]
    patients = [w for w in standing_at(company, group.patient) if w not in agents and not is_time(text, w)]
    if not place_both(text, agents, patients, group, company):
        place_owner(agents, patients, group, company)
    if company.doer is not None:
        place_doer(company.doer, agents, patients, group, company)
    draft.agents = [*partner_of(text, company, agents), *agents] if group.together else agents[:1]
    undergoes = asks(group.owner) or not patients or fits(text, patients[0], UNDERGOING)
    draft.patients = patients[:1] if undergoes else []
    draft.counted = [draft.anchor, *standing_at(company, sorted(text.pack.closed.of))]
