"""Whether an event happened, is planned, possible or demanded, and whether it is denied.

Polarity and modality come from the clause itself (auxiliaries, negation, purpose, condition), from what governs it, and from
the attitude of the attribution in whose content it stands.
"""

from __future__ import annotations

from wederhoor.reading.events.draft import Draft
from wederhoor.reading.events.scene import Scene
from wederhoor.reading.events.verbs import joined_lemma
from wederhoor.records import Attribution, EventCode, Modality, Polarity
from wederhoor.syntax.clauses import AUXILIARY, RELATIVE, auxiliaries, case_of, children, with_auxiliaries
from wederhoor.syntax.polarity import is_negation, is_none
from wederhoor.syntax.predicates import is_past, is_perfect

OPEN = ("ask", "doubt", "know")
"""Attitudes that leave open what they are about: not to know whether is no denial."""
SPOKEN: tuple[EventCode, ...] = ("ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
STEPS = 3
"""Steps up to what governs a clause."""
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "obj", "nsubj:pass", "nsubj", "obl:arg", "obl", "nmod", "csubj", "conj")
CORE = ("obj", "nsubj", "nsubj:pass")
COMPLEMENT = ("xcomp", "ccomp", "acl", "csubj")
MARKS = ("mark", "advmod", "case")


def polarity_of(scene: Scene, draft: Draft) -> Polarity:
    """``-`` for what did or will not happen. Two negations make a plus."""
    carried = draft.host is not None and scene.p.deps[draft.node] in CORE
    heads = [draft.node, draft.host] if draft.host is not None and carried else [draft.node]
    negated = sum(_negated(scene, head, draft) for head in heads)
    negated += _prevented(scene, draft.node, own=draft.noun) or (carried and _prevented(scene, heads[-1], own=True))
    holder = scene.holder(draft.anchor)
    negated += holder is not None and holder.polarity == "-" and holder.attitude not in OPEN
    return "-" if negated % 2 else "+"


def _negates(scene: Scene, word: int) -> bool:
    """Whether a word denies what it depends on: *niet*, but not *niet alleen*; *geen*; *zonder te*."""
    p, grammar = scene.p, scene.grammar
    without = p.deps[word] in MARKS and p.lower[word] in grammar.without
    return without or is_negation(p, word, scene.pack, grammar.restricting)


def _negated(scene: Scene, head: int, draft: Draft) -> bool:
    p = scene.p
    for c in p.children[head]:
        if c in draft.used:
            if _of_none(scene, c, draft):
                return True
            continue
        if _negates(scene, c):
            return True
        bare = p.deps[c] == "obl" and case_of(p, c) is None  # by many a parse a phrase that is the object
        if (bare or p.deps[c] in CORE) and is_none(p, c, scene.pack):
            return True
    return False


def _of_none(scene: Scene, word: int, draft: Draft) -> bool:
    """*blokkeren [geen] wegen*: the object that makes the phrase an event is none, and the phrase itself has no such word."""
    p = scene.p
    own = draft.used.isdisjoint(children(p, word, "det"))
    return own and word != draft.node and p.deps[word] in CORE and is_none(p, word, scene.pack)


def _prevented(scene: Scene, head: int, *, own: bool) -> bool:
    """Under a verb that keeps it from happening: *voorkomen dat*, *aan ontslag ontkomen*.

    ``own`` says whether the head may be that verb itself; the event of stopping somebody is not kept from happening.
    """
    p = scene.p
    if own and p.lemmas[head] in scene.grammar.prevention:
        return True
    above = p.heads[head]
    if above == head or p.deps[head] not in (*GOVERNED[:-1], RELATIVE):
        return False
    if p.upos[above] == "NOUN":
        return not {p.lemmas[above], p.lower[above]}.isdisjoint(scene.grammar.falsehoods)
    return p.lemmas[above] in scene.grammar.prevention


def modality_of(scene: Scene, draft: Draft, *, own: bool) -> Modality:
    """How real it is. ``own`` says that the holder of the attribution, or the author's subject, is the one who would do it."""
    carried = draft.host is not None and scene.p.lemmas[draft.host] in scene.grammar.carriers | scene.grammar.starters
    head = draft.host if draft.host is not None and carried else draft.node
    found = _adjectives(scene, draft) if draft.noun else None
    found = found or _of_clause(scene, head, own=own) or _governed(scene, draft.node, own=own)
    if found is None and _conditional(scene, head, spoken=draft.code in SPOKEN and not draft.noun):
        found = "possible"
    if found is None:
        found = _held(scene.holder(draft.anchor), _completed(scene, head), own=own)
    return found or "actual"


def _adjectives(scene: Scene, draft: Draft) -> Modality | None:
    p, grammar = scene.p, scene.grammar
    lemmas = {p.lemmas[c].lower() for c in children(p, draft.node, "amod")}
    if lemmas & grammar.possible_adjectives:
        return "possible"
    return "planned" if lemmas & grammar.planned_adjectives else None


def _of_clause(scene: Scene, head: int, *, own: bool) -> Modality | None:
    """What the clause's own auxiliaries, mark and adverbs say."""
    p, grammar = scene.p, scene.grammar
    group = auxiliaries(p, head)
    marks = {p.lower[c] for c in children(p, head, *MARKS)}
    finite = any("VerbForm=Fin" in p.feats[w] for w in (head, *group))
    if not finite and marks & grammar.purpose and p.deps[head] == "advcl":
        return "planned"
    forms = {p.lower[c] for c in group}
    lemmas = {p.lemmas[c] for c in group}
    if forms & grammar.hearsay:
        return None if lemmas & scene.pack.grammar.perfect else "possible"
    if lemmas & grammar.duty:
        return "demanded"
    if lemmas & grammar.intent:
        return "planned"
    if lemmas & grammar.possible:
        return "possible"
    if lemmas & grammar.future or _soon(scene, head):
        return "planned" if own else "possible"
    joined = p.deps[head] == "conj" and not group and not finite and p.heads[head] != head
    return _of_clause(scene, p.heads[head], own=own) if joined else None


def _soon(scene: Scene, head: int) -> bool:
    """A present tense with an adverb of the time to come."""
    p = scene.p
    if "Tense=Pres" not in p.feats[head]:
        return False
    near = (g for c in p.children[head] for g in (c, *p.children[c]))
    return any(p.lower[w] in scene.grammar.soon or p.lemmas[w] in scene.grammar.soon for w in near)


def _governed(scene: Scene, node: int, *, own: bool) -> Modality | None:
    """What the words above say: *eist dat*, *overweegt te*, *wil een onderzoek*."""
    p, grammar = scene.p, scene.grammar
    here = node
    for step in range(STEPS):
        above = p.heads[here]
        relation = p.deps[here]
        if above == here or relation not in (GOVERNED if step == 0 else COMPLEMENT):
            return None
        lemma = joined_lemma(scene, above)
        complement = relation in COMPLEMENT or relation in ("obj", "nsubj:pass", "obl:arg")
        if complement and lemma in grammar.demanding:
            return "planned" if own and lemma in grammar.intent else "demanded"
        if complement and lemma in grammar.doubtful:
            return "possible"
        if complement and lemma in grammar.intent:
            return "planned"
        if relation in COMPLEMENT or relation in ("obj", "nsubj:pass", "nsubj"):
            found = _of_clause(scene, above, own=own)
            if found is not None and p.upos[above] in ("VERB", "AUX"):
                return found
        here = above
    return None


def _conditional(scene: Scene, head: int, *, spoken: bool) -> bool:
    """In a condition, or hanging on one. *als* and *wanneer* with a past tense tell a time.

    What is ``spoken`` is so whatever its content hangs on: *dreigt te staken als ...*.
    """
    p, grammar = scene.p, scene.grammar
    below = () if spoken else children(p, head, "advcl")
    for clause in (head, *below):
        words = children(p, clause, *MARKS, *AUXILIARY)
        opening = {p.lower[c] for c in words} & grammar.conditional
        past = is_past(p, (clause, *words))
        finite = any("VerbForm=Fin" in p.feats[w] for w in (clause, *words))  # als hoofdcoach is no condition
        if opening - grammar.ambiguous_conditional or (opening and finite and not past):
            return True
    return False


def _completed(scene: Scene, head: int) -> bool:
    """Whether a clause is told as past: a past tense or a perfect."""
    p = scene.p
    return is_perfect(p, head, scene.pack) or is_past(p, with_auxiliaries(p, head))


def _held(holder: Attribution | None, completed: bool, *, own: bool) -> Modality | None:  # noqa: FBT001
    """What the attitude of the attribution says of what has not been told as past."""
    if holder is None or completed:
        return None
    if holder.attitude == "want":
        return "planned" if own else "demanded"
    if holder.attitude == "promise":
        return "planned"
    return "possible" if holder.attitude in ("fear", "hope", "expect", "doubt", "ask") else None
