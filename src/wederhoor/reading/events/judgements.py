"""Praise and blame: SUPPORT and ACCUSE where what is reported judges somebody, and reports that are acts by themselves.

*X vindt dat Y faalt* is an accusation of Y at *vindt*; behind a neutral word the judging words themselves are the trigger. A
direct quotation behind a neutral word judges nobody: there the quotation speaks for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.reading.attributions.clauses import SUBJECT, child, is_finite
from wederhoor.reading.events.draft import Draft
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.events.parties import mention_at
from wederhoor.reading.events.scene import Scene, words_of
from wederhoor.records import Attribution, EventCode

CODES: dict[bool, EventCode] = {True: "SUPPORT", False: "ACCUSE"}
BY_ATTITUDE: dict[str, EventCode] = {"accuse": "ACCUSE", "deny": "REJECT"}
DISAPPROVE, ALLEGE = "disapprove", "allege"
THREATENED: tuple[EventCode, ...] = ("PROTEST", "ASSAULT", "SANCTION", "COERCE")
NAMED = ("obj", "xcomp", "ccomp", "obl", "obl:arg", "advcl")
BESIDE = ("advmod", "xcomp")
FAR = 60
"""Words back in which the one who is accused is looked for."""
ROLES = (*SUBJECT, "obj", "iobj", "obl:agent")


def find_judgements(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts for the attributions that judge, accuse, deny or announce a protest, where no verb of the cue has one yet."""
    taken = {d.anchor for d in drafts}
    by_anchor = sorted(drafts, key=lambda d: d.anchor)
    for number, a in enumerate(scene.attributions):
        cue = [w for span in a.cue for w in range(*words_of(scene.p, span))]
        if not any(w in taken for w in cue):
            draft = _of(scene, number, a, cue, by_anchor)
            if draft is not None:
                yield draft


def _of(scene: Scene, number: int, a: Attribution, cue: list[int], drafts: Sequence[Draft]) -> Draft | None:
    p, judging = scene.p, scene.words.judging
    content = [w for span in a.content for w in range(*words_of(p, span))]
    verb = next((w for upos in ("VERB", "NOUN", "AUX") for w in cue if p.upos[w] == upos), None)
    lemmas = {form for w in cue for form in (p.lemmas[w], p.stems[w])}
    if verb is not None and lemmas & judging.naming and (charge := _charge(scene, content)) is not None:
        draft = _draft(scene, number, a, "ACCUSE", ALLEGE, _run(cue, verb))
        draft.patients = [charge] if fits(scene, charge, ("actor",)) else _before(scene, number, verb)
        return draft
    if verb is not None and lemmas & judging.displeasure:
        return _about(scene, number, _draft(scene, number, a, "ACCUSE", DISAPPROVE, (verb, verb + 1)), content)
    if verb is not None and lemmas & judging.announcing:
        return _announced(scene, number, a, verb, content, drafts)
    if a.form == "direct" and not lemmas & judging.verbs:
        return None
    if verb is not None and a.attitude in BY_ATTITUDE:
        code = BY_ATTITUDE[a.attitude]
        return _about(scene, number, _draft(scene, number, a, code, _mode(code), _run(cue, verb)), content)
    judged = verb is not None and bool(lemmas & judging.verbs)
    word = _judging_word(scene, content, verb if judged else None)
    if word is None:
        return None
    denied = judged and bool({scene.p.lemmas[word].lower(), scene.p.lower[word]} & judging.denials)
    code: EventCode = "REJECT" if denied else CODES[_is_praise(scene, word)]
    trigger = _run(cue, verb) if judged and verb is not None else (word, word + 1)
    draft = _about(scene, number, _draft(scene, number, a, code, _mode(code), trigger), content)
    if judged and verb is not None and not draft.patients:
        draft.patients = [c for c in scene.p.children[verb] if scene.p.deps[c] == "obj" and c != word][:1]
    return draft if draft.patients or judged else None


def _mode(code: EventCode) -> str | None:
    return DISAPPROVE if code == "ACCUSE" else None


def _draft(
    scene: Scene, number: int, a: Attribution, code: EventCode, mode: str | None, trigger: tuple[int, int]
) -> Draft:
    anchor = trigger[0]
    draft = Draft(code, mode, trigger, anchor, anchor, stem=code)
    actor = scene.speaker_of.get(number)
    if actor is not None:
        draft.named = (actor.id,)
    elif a.speaker:
        draft.named = (a.speaker,)
    return draft


def _run(cue: list[int], verb: int) -> tuple[int, int]:
    """The verb of a cue with what stands right behind it: *sprak van*."""
    end = verb + 1
    while end in cue:
        end += 1
    return verb, end


def _charge(scene: Scene, content: list[int]) -> int | None:
    """A noun in what is said that charges somebody."""
    p, charges = scene.p, scene.words.judging.charges
    return next((w for w in content if p.upos[w] == "NOUN" and (p.lemmas[w].lower() in charges or p.lower[w] in charges)), None)


def _judging_word(scene: Scene, content: list[int], verb: int | None) -> int | None:
    """The word that judges: the predicate of the main clause of what is said, or how it is done.

    Beside a reporting ``verb`` that judges (noemt hem een held) it is what hangs on that verb.
    """
    p, judging = scene.p, scene.words.judging
    inside = set(content)
    tops = [w for w in content if p.heads[w] not in inside or p.heads[w] == w]
    around = () if verb is None else (*tops, *p.children[verb])
    named = [w for w in around if p.deps[w] in NAMED]
    predicates = [w for w in tops if p.deps[w] not in ROLES or child(p, w, "cop") is not None]
    beside = [c for w in predicates for c in p.children[w] if p.deps[c] in BESIDE]
    for word in (*predicates, *beside, *named):
        forms = {p.lower[word]} if "Degree=Cmp" in p.feats[word] else {p.lemmas[word].lower(), p.lower[word]}
        if p.upos[word] == "ADJ" and any(p.lower[c] in judging.excess for c in p.children[word]):
            return word
        if forms & judging.blame or (forms & judging.praise and p.deps[word] != "advmod"):
            return word
    return None


def _is_praise(scene: Scene, word: int) -> bool:
    """Whether the word praises; a negation beside it turns it round."""
    p, judging = scene.p, scene.words.judging
    excess = any(p.lower[c] in judging.excess for c in p.children[word])
    good = not excess and bool({p.lemmas[word].lower(), p.lower[word]} & judging.praise)
    beside = (*p.children[word], *p.children[p.heads[word]])
    negated = any(p.lower[c] in scene.grammar.negations | scene.grammar.negative_determiners for c in beside)
    return good != negated


def _about(scene: Scene, number: int, draft: Draft, content: list[int]) -> Draft:
    """The one who is judged: the first subject or object in what is said that is somebody else than the speaker."""
    p = scene.p
    speaker = scene.speaker_of.get(number)
    for word in content:
        if p.deps[word] not in (*ROLES, "nmod", "nmod:poss", "obl:arg") or is_finite(p, word):
            continue
        mention = mention_at(scene, word)
        if mention is not None and mention.actor is not speaker:
            draft.patients = [word]
            return draft
    for word in content:
        if p.deps[word] in ROLES and p.upos[word] in ("NOUN", "PROPN") and fits(scene, word, ("actor",)):
            draft.patients = [word]
            return draft
    draft.patients = _before(scene, number, content[0]) if content else []
    return draft


def _before(scene: Scene, number: int, verb: int) -> list[int]:
    """The last one before a verb who is a subject and not the speaker: whom an accusation without a name means."""
    p = scene.p
    speaker = scene.speaker_of.get(number)
    for word in range(verb - 1, max(-1, verb - FAR), -1):
        if p.deps[word] in SUBJECT and (mention := mention_at(scene, word)) is not None and mention.actor is not speaker:
            return [word]
    return []


def _announced(
    scene: Scene, number: int, a: Attribution, verb: int, content: list[int], drafts: Sequence[Draft]
) -> Draft | None:
    """An announcement of a protest or worse is a threat."""
    inside = set(content)
    threat = next((d for d in drafts if d.anchor in inside and d.code in THREATENED), None)
    if threat is None:
        return None
    mode = "restrict" if threat.code == "PROTEST" else "violence" if threat.code == "ASSAULT" else None
    draft = _draft(scene, number, a, "THREATEN", mode, (verb, verb + 1))
    draft.patients = list(threat.patients)
    return draft
