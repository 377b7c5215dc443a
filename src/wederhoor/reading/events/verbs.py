"""Events that a verb tells of, alone or with the words of its phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wederhoor.languages.events import EventVerb, VerbGroup
from wederhoor.reading.events.arguments import Arguments
from wederhoor.reading.events.clause import arguments_of
from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.frames import RUN, holds, joined_lemma
from wederhoor.reading.events.kinds import asks, fits, is_time
from wederhoor.reading.events.phrases import beside
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, SUBJECT, child, children, has_child, is_participle, preposition_of
from wederhoor.syntax.stretches import any_form, below, related

VERBAL = ("VERB", "AUX", "ADJ")
LEFT_OUT = ("amod", "aux", "aux:pass")
"""Relations of attributive participles and auxiliaries: no events of their own."""

RULES = "verb", "verb with words"
"""Of entries without and with fixed words."""


def find_verbs(text: Text) -> Iterator[EventDraft]:
    """A draft for every verb that has an entry whose conditions hold; the entry with most words and conditions first."""
    p = text.parse
    for verb in range(len(p)):
        if p.deps[verb] in LEFT_OUT or not _verbal(text, verb) or _attributive(p, verb) or _describes(text, verb):
            continue
        entries = _entries(text, verb)
        if not entries:
            continue
        clause = arguments_of(text, verb)
        for lemma, entry in entries:
            draft = _draft(text, clause, entry, lemma)
            if draft is not None:
                yield draft
                break


def _verbal(text: Text, word: int) -> bool:
    """A verb, or a known form of one that the tagger took for a noun although it has a subject: *dat zich schaarde achter*."""
    p = text.parse
    if p.upos[word] in VERBAL:
        return True
    return p.upos[word] == "NOUN" and p.lower[word] in text.pack.verb_forms and _has_subject(p, word)


def _has_subject(p: Parse, word: int) -> bool:
    """Whether a word has a subject or opens a clause, and no copula and article, as a noun would."""
    return has_child(p, word, "nsubj", "nsubj:pass", "mark") and not has_child(p, word, "cop", "det", "case")


def _attributive(p: Parse, verb: int) -> bool:
    """A participle before a noun or as one: *de omgekomen broer*, *de verdachte*."""
    if not is_participle(p, verb):
        return False
    alone = not has_child(p, verb, *AUXILIARY, "nsubj", "nsubj:pass")
    return alone and ((p.deps[verb] == "acl" and not _tells_more(p, verb)) or has_child(p, verb, "det"))


def _tells_more(p: Parse, verb: int) -> bool:
    """*the men arrested by the police*, *the goods seized in May*: behind its noun, with what a clause says besides."""
    behind = children(p, verb, "obl:agent", "obl", "obl:arg", "advcl")
    return p.heads[verb] < verb and any(c > verb for c in behind)


def _describes(text: Text, verb: int) -> bool:
    """*een overweldigend succes*, *aanvallend spelen*: a participle that only says how something is."""
    p = text.parse
    return any(p.lower[verb] == p.lemmas[verb] + ending for ending in text.pack.events.grammar.describing)


def _entries(text: Text, verb: int) -> list[tuple[str, EventVerb]]:
    """The entries of a verb's lemma, and those of its stem that have words beside it."""
    p, lexicon = text.parse, text.pack.events.verbs
    lemma, stem = joined_lemma(text, verb), p.stems[verb]
    if p.upos[verb] in ("ADJ", "NOUN"):
        lemma = stem = _participle(text, verb)
    found = [(lemma, e) for e in lexicon.get(lemma, ())]
    other = text.pack.events.grammar.homographs.get(p.lower[verb])
    if other is not None:
        found = [*((other, e) for e in lexicon.get(other, ()) if e.words), *found]
    if stem != lemma:
        found += [(stem, e) for e in lexicon.get(stem, ()) if e.words]
        found.sort(key=lambda pair: -len(pair[1].words))
    return found


def _participle(text: Text, word: int) -> str:
    """The verb of a participle that is taken for an adjective: *is gesloten*."""
    p = text.parse
    predicate = _has_subject(p, word) or has_child(p, word, "cop", "aux:pass", "aux")
    return text.pack.verb_forms.get(p.lower[word], "") if predicate else ""


def _draft(text: Text, clause: Arguments, entry: EventVerb, lemma: str) -> EventDraft | None:
    p, group = text.parse, entry.group
    words = beside(text, clause.verb, clause.node, entry.words) if entry.words else []
    if words is None or (entry.reflexive and not clause.reflexive) or _has_own_meaning(clause, entry):
        return None
    if words:
        clause = _without(text, clause, words)
    if "subject" in group.patient and clause.passive and clause.subject is None:
        # the perfect of verbs like omkomen looks like a passive
        clause = replace(clause, subject=clause.object, object=None, passive=False)
    fitting = next((c for c in (clause, *_other_readings(text, clause)) if holds(text, c, group)), None)
    if fitting is None:
        return None
    clause = fitting
    used = frozenset((*words, clause.verb, *_together(text, clause, group)))
    trigger = _trigger(text, clause, entry, words, lemma)
    draft = EventDraft(
        code=group.code, mode=group.mode, trigger=trigger, anchor=clause.verb, node=clause.node, counts=group.counts,
        rule=RULES[bool(words)], used=used, stem=_stem(text, clause, entry, lemma),
        sport=group.sport, natural=group.natural, post=group.post,
        denied=any_form(p, words, text.pack.closed.negations),
    )  # fmt: skip
    _fill(text, draft, clause, group)
    if group.doerless and not draft.agents:
        draft.code, draft.mode = group.doerless, None
    return draft


def _stem(text: Text, clause: Arguments, entry: EventVerb, lemma: str) -> str:
    """The word that a later mention takes up: of a light verb its object."""
    carried = _carried(clause, entry.group)
    if carried is not None:
        return text.parse.lemmas[carried].lower()
    return " ".join((*entry.words, lemma))


def _carried(clause: Arguments, group: VerbGroup) -> int | None:
    """The noun that a light verb carries: its object, of a verb of happening its subject (*er vielen drie [doden]*)."""
    if not group.light:
        return None
    return clause.subject if group.patient == ("subject",) else clause.object


def _together(text: Text, clause: Arguments, group: VerbGroup) -> list[int]:
    """What is joined to the noun of a light verb is of the same event: *vielen doden en gewonden*."""
    carried = _carried(clause, group)
    return [] if carried is None else children(text.parse, carried, "conj")


def _has_own_meaning(clause: Arguments, entry: EventVerb) -> bool:
    """*zich aantrekken*, *zich verkopen*: with a reflexive a bare verb that acts on others is another verb."""
    acts = "object" in entry.group.patient or asks(entry.group.object)
    return clause.reflexive and not entry.reflexive and not entry.words and acts


def _other_readings(text: Text, clause: Arguments) -> Iterator[Arguments]:
    """What else a clause without object may say: *is de mast omgezaagd* by somebody, *liet het werk stilleggen* by others."""
    p = text.parse
    if clause.object is not None or clause.passive:
        return
    node = clause.node
    above = p.heads[node]
    if p.deps[node] == "xcomp" and p.lemmas[above] in text.pack.events.grammar.causative:
        yield replace(clause, subject=child(p, above, *SUBJECT), object=child(p, above, "obj"))
    elif clause.subject is not None and is_participle(p, node):
        helpers = [p.lemmas[c] for c in children(p, node, "aux", "cop")]
        if helpers and all(lemma in text.pack.closed.being for lemma in helpers):
            doer = next((w for prep, w in clause.prepositions.items() if prep in text.pack.closed.by), None)
            yield replace(clause, subject=doer, object=clause.subject, passive=True)


def _without(text: Text, clause: Arguments, words: list[int]) -> Arguments:
    """The clause without the words of the phrase, and with the prepositions that hang on these: een bezoek [aan X] brengen."""
    p = text.parse
    inside = set(words)
    preps = {prep: w for prep, w in clause.prepositions.items() if w not in inside}
    for c in related(p, below(p, words), "nmod", "obl"):
        case = preposition_of(p, c)
        if case is not None and c not in inside:
            preps.setdefault(p.lower[case], c)
    object_ = clause.object
    if object_ in inside:
        hosts = (clause.node, *(w for w in words if p.upos[w] == "VERB"))  # liet [de kinderen] gaan
        object_ = next((c for c in related(p, below(p, hosts), "obj") if c not in inside), None)
    subject = None if clause.subject in inside else clause.subject
    return replace(clause, subject=subject, object=object_, prepositions=preps)


def _fill(text: Text, draft: EventDraft, clause: Arguments, group: VerbGroup) -> None:
    """Put the participants where the group says."""
    draft.agents = _doers(text, clause.all_at(group.agent), acting=group.light or fits(text, clause.object, ("actor",)))
    patients = [w for w in clause.all_at(group.patient) if w not in draft.agents and not is_time(text, w)]
    if group.together:
        others = _with_whom(text, clause, object_=not patients and "object" not in group.patient)
        draft.agents += [w for w in others if w not in draft.agents]
    core = clause.all_at(("object", "subject"))
    both = {"subject", "object"} <= {*group.patient}
    draft.patients = [w for w in patients if w in core] if both else patients[:1]
    if group.code == "REQUEST":
        draft.about = clause.object
        draft.patients = draft.patients or _asked(text, clause)
    draft.each_other, draft.passive = clause.each_other, clause.passive
    draft.counted = _counted(text, clause, group)


def _counted(text: Text, clause: Arguments, group: VerbGroup) -> list[int]:
    """The heads whose number may count: the amount first, then object and subject, then what a light verb's object is of."""
    amount = () if group.amount is None else (group.amount,)
    of = children(text.parse, clause.object, "nmod") if group.light and clause.object is not None else []
    return [*clause.all_at((*amount, "object", "subject")), *of]


def _made_by(text: Text, word: int) -> int:
    """*[Chahed] signed a decree that bars*: what a text does whoever makes it does; else the word itself."""
    p = text.parse
    above = p.heads[word]
    makes = p.deps[word] == "obj" and p.lemmas[above] in text.pack.events.grammar.carriers
    maker = (
        text.clause(above).subject
        if makes and fits(text, word, ("text",)) and not fits(text, word, ("actor",))
        else None
    )
    return maker if maker is not None and fits(text, maker, ("actor",)) else word


def _doers(text: Text, words: Sequence[int], *, acting: bool) -> list[int]:
    """Those who can do something: no things, and of plants those that are named or act on something: *ontsloeg de lassers*."""
    words = [_made_by(text, w) for w in words]
    able = [w for w in words if not fits(text, w, ("thing",)) or (acting and fits(text, w, RUN))]
    return [w for w in able if acting or text.parse.entity_of[w] >= 0 or not fits(text, w, ("plant",))]


def _with_whom(text: Text, clause: Arguments, *, object_: bool) -> list[int]:
    """Those who do it together with the subject: behind *met*, or as the object of a verb that has no other use for it."""
    with_ = text.pack.events.grammar.with_
    others = [w for prep, w in clause.prepositions.items() if prep in with_]
    return [*others, clause.object] if object_ and clause.object is not None and not clause.each_other else others


def _asked(text: Text, clause: Arguments) -> list[int]:
    """Who should do what is asked: *eist dat [de gemeente] ingrijpt*."""
    p = text.parse
    contents = children(p, clause.node, "ccomp")
    subjects = (s for c in contents for s in p.children[c] if p.deps[s] == "nsubj")
    return [s for s in subjects if p.upos[s] in ("NOUN", "PROPN") and fits(text, s, ("actor",))][:1]


def _trigger(text: Text, clause: Arguments, entry: EventVerb, words: list[int], lemma: str) -> tuple[int, int]:
    """The smallest words that name it: the verb with a particle before it, the phrase beside a light verb."""
    p = text.parse
    carried = _carried(clause, entry.group)
    if carried is not None:
        return carried, carried + 1
    start = end = clause.verb
    if words:
        denial = (
            all(p.lower[w] in text.pack.closed.negations for w in words)
            or p.lower[words[0]] in text.pack.closed.reciprocals
        )
        light = not denial and (lemma in text.pack.events.grammar.light or p.deps[clause.verb] == "cop")
        every = sorted(words if light else (*words, clause.verb))
        if every[-1] - every[0] <= len(every) + 1 and not _verb_between(p, every):
            return every[0], every[-1] + 1
        if light:
            return words[0], words[-1] + 1
    particle = [c for c in children(p, clause.verb, "compound:prt") if 0 < clause.verb - c <= 2]
    return min([start, *particle]), end + 1


def _verb_between(p: Parse, words: list[int]) -> bool:
    return any(p.upos[w] in ("VERB", "AUX") and w not in words for w in range(words[0], words[-1]))
