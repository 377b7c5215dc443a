"""The normal form of what a clause says where its predicate is no plain verb: causes, deeds that are named, fixed phrases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from wederhoor.languages.propositions import Fixed
from wederhoor.reading.propositions.causal import CAUSE, caused, denies_reason
from wederhoor.reading.propositions.consequences import consequences, fated
from wederhoor.reading.propositions.deeds import deed, deeds_of
from wederhoor.reading.propositions.existence import EXISTS, says_absent, that_is_there
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.postures import kept, postured
from wederhoor.reading.propositions.qualified import able, of_kind, renounced, there_again
from wederhoor.reading.propositions.roles import NOUNS, Predication, obliques, phrase_of
from wederhoor.reading.propositions.said import SaidClause, Told, head_behind
from wederhoor.reading.propositions.words import is_adjective, key_of, preposition_before, verb_of
from wederhoor.reading.text import Text
from wederhoor.records import Mode, Phrase
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import child, children, has_word, is_participle
from wederhoor.syntax.stretches import below

WAYS = ("advmod", "xcomp", "compound:prt", "obl")
"""Relations of what says which way: *gaat [omhoog]*, *gaat [open]*, *moet [weg]*."""
WITHIN = ("fixed", "nmod")
"""Relations below a role of what may be a fixed phrase with the verb: *heeft de brug [in handen]*."""


def _below(p: Parse, clause: Predication) -> list[int]:
    """The words right below the predicate and the verbs above it."""
    return below(p, (clause.head, *clause.above))


def said_by(text: Text, clause: Predication, beside: Sequence[int], mode: Mode, *, yes: bool) -> Iterator[SaidClause]:
    """What a clause says, in normal form, and what follows; nothing where it says it of nothing that is known."""
    told = Told(clause, yes, text.parse.lemmas[clause.head].lower(), obliques(text, clause, beside), mode)
    forms: tuple[Callable[[Text, Told], SaidClause | None], ...] = (
        caused,
        _done,
        kept,
        _occurs,
        _fixed,
        able,
        renounced,
        there_again,
        _there,
        _owned,
        of_kind,
        _modal,
        postured,
        _plain,
    )
    found = next((said for form in forms if (said := form(text, told)) is not None), None)
    found = found and _needed_for(text, found)
    if found is not None and (found.predicate == CAUSE or not denies_reason(text, told)):
        yield found
        if told.mode == "present" and (_still(text, clause) or _is_refused(text, clause)):
            yield replace(found, mode="past")  # zit nog vast, weigert te gaan: so it was until now
        yield from deeds_of(text, told, found)
        yield from consequences(text, told, found)
    yield from fated(text, told)


def _needed_for(text: Text, found: SaidClause) -> SaidClause:
    """*[Voor de stichting] is een vergunning nodig*: she needs one."""
    predicate, preposition = text.pack.propositions.words.needing
    who = dict(found.others).get(preposition) if found.predicate == predicate else None
    if who is None or (found.subject is not None and found.object is not None):
        return found
    others = tuple(pair for pair in found.others if pair[0] != preposition)
    one = found.subject is None and text.pack.grammar.subject_first
    return replace(found, subject=who, others=others) if one else replace(found, object=who, others=others)


def _still(text: Text, clause: Predication) -> bool:
    """Whether a clause says that it is so or not so until now: *nog altijd*, *nog niet*."""
    p, words = text.parse, text.pack.propositions.words
    near = _below(p, clause)
    near = [*near, *(g for c in near if p.upos[c] == "ADV" for g in p.children[c])]
    return any(p.lower[c] in words.still and c not in text.number_at for c in near)


def _is_refused(text: Text, clause: Predication) -> bool:
    """*Weigert de cijfers te geven*: they have not been given."""
    p, words = text.parse, text.pack.propositions.words
    return any(p.lemmas[verb].lower() in words.refusing - words.forbidding for verb in clause.above)


def _plain(text: Text, told: Told) -> SaidClause | None:
    p, clause = text.parse, told.clause
    telling = _telling(text, clause.head)
    key, turned = _key(text, telling)
    verb = verb_of(text, telling)
    subject, thing = phrase_of(text, clause.subject), phrase_of(text, clause.object)
    if not (subject or thing or told.others or _is_deed(text, clause.head, key)):
        return None
    if told.lemma in text.pack.propositions.predicates.bare and not _keeps(told, subject, thing):
        key, turned = told.lemma, False
    stative = told.lemma.endswith(text.pack.propositions.words.stative_endings) or is_adjective(text, clause.head)
    state = stative or (p.upos[clause.head] in NOUNS and not verb)
    return SaidClause(key, told.yes ^ turned, subject, thing, told.others, state=state, worded=turned)


def _keeps(told: Told, subject: Phrase | None, thing: Phrase | None) -> bool:
    """*De reder houdt de boot*: he does not sell it; not *houdt verkiezingen*, *wordt gehouden*."""
    return subject is not None and thing is not None and thing.definite and not told.others


def _is_deed(text: Text, head: int, key: str) -> bool:
    """Whether a clause without anybody in it tells of a deed: *er is niet gestaakt*."""
    p, propositions = text.parse, text.pack.propositions
    participle = is_participle(p, head) and child(p, head, "cop") is None
    if participle and text.clause(head).passive and has_word(p, head, {propositions.words.there}, "advmod", "expl"):
        return True  # er werd niet geschoten
    return (participle or bool(verb_of(text, head))) and key in propositions.deeds - propositions.two_sided


def _key(text: Text, telling: int) -> tuple[str, bool]:
    """That of the predicate, of the verb of a participle, or of a noun that judges: *is een bevrijding*."""
    p, (key, turned), verb = text.parse, key_of(text, telling), verb_of(text, telling)
    lemma = p.lemmas[telling].lower()
    if verb and key == lemma:
        return text.pack.propositions.keys.get(verb, (verb, False))
    return (lemma, False) if p.upos[telling] == "NOUN" and _is_verdict(text, lemma, key) else (key, turned)


def _is_verdict(text: Text, lemma: str, key: str) -> bool:
    """*Is een bevrijding*: a noun that judges, though it is also that of a deed."""
    stance = text.pack.stance
    return key not in text.pack.propositions.two_sided and (lemma in stance.praise or lemma in stance.blame)


def _occurs(text: Text, told: Told) -> SaidClause | None:
    """*Verkoop van de kerk is niet aan de orde*, *nieuwe rellen zijn uitgesloten*: that it will be, or not."""
    p, clause, words = text.parse, told.clause, text.pack.propositions.words
    theme = clause.subject if clause.subject is not None else clause.object
    if theme is None or p.upos[theme] != "NOUN":
        return None
    forms = _occurring_forms(text, clause.head)
    named = p.lemmas[theme].lower() in text.pack.propositions.predicates.deeds
    if not forms & (words.occurring | words.not_occurring) or not _is_told_to_occur(text, told, theme, forms):
        return None
    no = not forms.isdisjoint(words.not_occurring)
    yes, mode = told.yes ^ no, "future" if no else told.mode
    told = replace(told, others=tuple((role, other) for role, other in told.others if (role, other.head) not in forms))
    if named:
        return replace(deed(text, told, theme, yes=yes, subject=None), mode=mode)
    thing = phrase_of(text, theme)
    if thing is None:
        return None
    return SaidClause(f"{EXISTS} {thing.head}", yes, None, thing, told.others, state=True, mode=mode)


def _is_told_to_occur(text: Text, told: Told, theme: int, forms: Collection[tuple[str, str]]) -> bool:
    """Whether it is no verb that says of a thing what it does: *de overname gaat door*, not *de trein gaat door*."""
    words, head = text.pack.propositions.words, told.clause.head
    by_phrase = any(
        preposition for preposition, form in forms if (preposition, form) in words.occurring | words.not_occurring
    )
    if by_phrase or text.parse.upos[head] != "VERB":
        return True
    named = text.parse.lemmas[theme].lower() in text.pack.propositions.predicates.deeds
    return named or (not words.not_occurring.isdisjoint(forms) and _is_excluded(text, told.clause, theme))


def _is_excluded(text: Text, clause: Predication, noun: int) -> bool:
    """*[Nieuwe rellen] zijn uitgesloten*; not *de ploeg is uitgesloten*."""
    phrase = read_phrase(text, noun) if clause.subject is None else None
    return phrase is not None and not (phrase.definite or phrase.named)


def _occurring_forms(text: Text, head: int) -> set[tuple[str, str]]:
    """What may say that something will be: the predicate, or behind a bare copula its phrase, each with its preposition."""
    p = text.parse
    heads = [head, *(children(p, head, "obl", "obl:arg") if p.upos[head] == "AUX" else ())]
    return {(preposition_before(p, w), form) for w in heads for form in (p.lemmas[w].lower(), p.lower[w])}


def _telling(text: Text, head: int) -> int:
    """The word that says what is so: of *gaan omhoog*, *moet weg* the second."""
    p, words = text.parse, text.pack.propositions.words
    whole, stem = p.lemmas[head].lower(), p.stems[head].lower()
    if whole in text.pack.propositions.keys or (stem not in words.going and whole not in words.modes):
        return head
    return next((c for c in p.children[head] if p.deps[c] in WAYS and p.lower[c] in words.ways), head)


def _there(text: Text, told: Told) -> SaidClause | None:
    """*Er ligt een vergunning*; of a deed, that it was done: *er is geen controle geweest*."""
    theme = that_is_there(text, told.clause)
    if theme is None:
        return None
    lemma = text.parse.lemmas[theme].lower()
    named, opposite = key_of(text, theme)
    yes = told.yes ^ says_absent(text, told.clause.head)
    return SaidClause(
        f"{EXISTS} {lemma if opposite else named}", yes, None, phrase_of(text, theme), told.others, state=True
    )


def _owned(text: Text, told: Told) -> SaidClause | None:
    """*De winkel heeft een brandtrap*, *beschikt over*; of a deed, that one did it: *heeft een aanslag gepleegd*."""
    words, lemma = text.pack.propositions.words, told.lemma
    subject, thing = phrase_of(text, told.clause.subject), phrase_of(text, told.clause.object)
    noun = told.clause.object
    deeds = text.pack.propositions.predicates
    if noun is not None and lemma in deeds.doing and text.parse.lemmas[noun].lower() in deeds.deeds:
        return deed(text, told, noun, yes=told.yes, subject=subject)
    if noun is not None and thing is not None and _is_brought_about(text, lemma, noun):
        return SaidClause(f"{EXISTS} {thing.head}", told.yes, None, thing, told.others, state=True)
    owned = [phrase for prep, phrase in told.others if (lemma, prep) in words.having_with]
    lacking = subject is not None and lemma in words.absent
    owned = [thing] if thing is not None and _has(text, told) else owned
    if not owned:
        return None
    others = tuple((prep, phrase) for prep, phrase in told.others if (lemma, prep) not in words.having_with)
    return SaidClause(f"{EXISTS} {owned[0].head}", told.yes ^ lacking, subject, owned[0], others, state=True)


def _is_brought_about(text: Text, verb: str, noun: int) -> bool:
    """*Sloot een akkoord*, *houdt verkiezingen*: it is there by that."""
    propositions, lemma = text.pack.propositions, text.parse.lemmas[noun].lower()
    held = verb in propositions.predicates.doing and lemma in propositions.words.events
    return held or (verb, lemma) in propositions.predicates.brought_about


def _has(text: Text, told: Told) -> bool:
    """Whether a verb says that its subject has its object, or lacks it: *the home lacks an alarm*."""
    words = text.pack.propositions.words
    return told.lemma in words.having or (told.clause.subject is not None and told.lemma in words.absent)


def _done(text: Text, told: Told) -> SaidClause | None:
    """*De aanslag is het werk van X*, *het bevel kwam van X*: X did it."""
    p, words, noun = text.parse, text.pack.propositions.words, told.clause.subject
    if noun is None or p.lemmas[noun].lower() not in text.pack.propositions.predicates.deeds:
        return None
    is_work = told.lemma in words.works and child(p, told.clause.head, "cop") is not None
    before = (
        [words.of] if is_work else [preposition for lemma, preposition in sorted(words.issuing) if lemma == told.lemma]
    )
    doer = head_behind(text, before, (told.clause.head, noun)) if before else None
    if doer is None:
        return None
    said = deed(text, told, noun, yes=told.yes, subject=phrase_of(text, doer))
    own = phrase_of(text, noun)
    thing = own if said.object is not None and said.object == phrase_of(text, doer) else said.object
    others = tuple(pair for pair in said.others if pair[0] not in before)
    return replace(said, object=thing, others=others, mode="past")


def _fixed(text: Text, told: Told) -> SaidClause | None:
    """*In brand steken*, *een einde maken aan*, *is te koop*: one predicate."""
    p, clause = text.parse, told.clause
    for entry, word in _fixed_here(text, told):
        thing = clause.object if clause.object != word else None
        if entry.thing:
            within = p.heads[word] in children(p, clause.head, "case")  # in strijd met de wet
            sided = word == clause.head and not entry.word and child(p, word, "cop") is not None
            within = within or sided  # tegen de begroting
            thing = clause.head if within else head_behind(text, (entry.thing,), (clause.head, word))
        own = read_phrase(text, word)
        subject, found = phrase_of(text, clause.subject), phrase_of(text, thing)
        used = {phrase for phrase in (own, found) if phrase is not None}
        others = tuple(pair for pair in told.others if pair[1] not in used)
        if subject is None and found is None:
            return None
        if entry.undergone:
            subject, found = found, subject
        return SaidClause(
            entry.says, told.yes ^ entry.turned, subject, found, others, state=entry.state, worded=entry.turned
        )
    return None


def _fixed_here(text: Text, told: Told) -> Iterator[tuple[Fixed, int]]:
    """The phrases that a clause may be, with the word of each: below its verb, or what a copula joins."""
    p, clause, fixed = text.parse, told.clause, text.pack.propositions.fixed
    verbs = dict.fromkeys((p.stems[clause.head].lower(), told.lemma))
    near = [*_below(p, clause), *(c for w in _below(p, clause) for c in p.children[w] if p.deps[c] in WITHIN)]
    for verb in verbs:
        entries = fixed.get(verb, ())
        yield from ((entry, clause.head) for entry in entries if not entry.word and _has_thing(text, clause, entry))
        yield from _entries(p, entries, near)
    copula = child(p, clause.head, "cop")
    if copula is not None:
        yield from _sided(text, clause.head, fixed.get(p.lemmas[copula].lower(), ()))
        marks = children(p, clause.head, "case")
        joined = [clause.head, *children(p, clause.head, "fixed"), *(g for c in marks for g in children(p, c, "fixed"))]
        with_preposition = [entry for entry in fixed.get(p.lemmas[copula].lower(), ()) if entry.before]
        yield from _entries(p, with_preposition, joined)


def _sided(text: Text, head: int, entries: Sequence[Fixed]) -> Iterator[tuple[Fixed, int]]:
    """*Is tegen de begroting*, *is voorstander van de begroting*."""
    p = text.parse
    before = preposition_before(p, head)
    yield from ((entry, head) for entry in entries if not entry.word and before and entry.thing == before)
    yield from (
        (entry, head)
        for entry in entries
        if entry.word == p.lemmas[head].lower()
        and entry.thing
        and head_behind(text, (entry.thing,), (head,)) is not None
    )


def _has_thing(text: Text, clause: Predication, entry: Fixed) -> bool:
    return head_behind(text, (entry.thing,), (clause.head,)) is not None


def _entries(p: Parse, entries: Sequence[Fixed], words: Sequence[int]) -> Iterator[tuple[Fixed, int]]:
    return ((entry, word) for entry in entries for word in words if _is_word_of(p, entry, word))


def _is_word_of(p: Parse, entry: Fixed, word: int) -> bool:
    if p.lemmas[word].lower() != entry.word:
        return False
    before = preposition_before(p, word) or (p.lower[p.heads[word]] if p.deps[word] == "fixed" else "")
    return entry.before in ("", before)


def _modal(text: Text, told: Told) -> SaidClause | None:
    """*Honden moeten aan de lijn*: what must be so is where they are."""
    clause = told.clause
    modal = text.parse.stems[clause.head].lower() in text.pack.propositions.words.modes
    if not modal or _telling(text, clause.head) != clause.head or not told.others or clause.object is not None:
        return None
    subject = phrase_of(text, clause.subject)
    return None if subject is None else SaidClause("be there", told.yes, subject, None, told.others, state=True)
