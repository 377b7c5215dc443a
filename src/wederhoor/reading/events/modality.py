"""Whether an event happened, is planned, possible or demanded.

That comes from the clause itself (auxiliaries, adverbs, purpose, condition), from what governs it, and from the attitude of the
attribution in whose content it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.frames import joined_lemma
from wederhoor.reading.factuality import is_settled, is_unreal
from wederhoor.reading.standing import standing_of
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, EventCode, Modality, is_left_open
from wederhoor.syntax.clauses import (
    AUXILIARY,
    VERBAL,
    case_of,
    children,
    has_infinitive_mark,
    has_word,
    is_finite,
    predicate_of,
)
from wederhoor.syntax.predicates import is_past, is_present
from wederhoor.syntax.stretches import any_form, any_lemma

SPOKEN: tuple[EventCode, ...] = ("ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
STEPS = 3
"""Steps up to what governs a clause."""
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "obj", "nsubj:pass", "nsubj", "obl:arg", "obl", "nmod", "csubj", "conj")
UNDERGOING = ("obj", "nsubj:pass", "obl:arg")
"""Relations of a noun that a verb has for its content."""
COMPLEMENT = ("xcomp", "ccomp", "acl", "csubj")
TOLD = ("say", "know", "deny")
"""Attitudes of reports whose infinitive is told as done: *zegt te hebben geschoten*."""
MARKS = ("mark", "advmod", "case")


def modality_of(text: Text, draft: EventDraft, *, own: bool) -> Modality:
    """How real it is. ``own`` says that the holder of the attribution, or the author's subject, is the one who would do it."""
    head = draft.host if draft.host is not None and _is_carried_out(text, draft) else draft.node
    found = _adjectives(text, draft) if draft.noun else _asked(text, head)
    found = found or _of_clause(text, head, own=own) or _governed(text, draft.node, own=own)
    if _is_unreal(text, draft) or (found != "demanded" and _is_unsettled(text, draft)):
        found = "possible"
    if found is None and _conditional(text, head, spoken=draft.code in SPOKEN and not draft.noun):
        found = "possible"
    if found is None:
        found = _held(text.holder(draft.anchor), _completed(text, head), own=own)
    return found or ("possible" if _is_unrealized(text, draft.node) else "actual")


def _is_carried_out(text: Text, draft: EventDraft) -> bool:
    """*Een aanval [uitvoeren]*, *een staking [beginnen]*: a verb that says no more than that there is one."""
    grammar = text.pack.events.grammar
    return draft.host is not None and text.parse.lemmas[draft.host] in grammar.carriers | grammar.starters


def _is_unreal(text: Text, draft: EventDraft) -> bool:
    return any(is_unreal(text, word) for word in {draft.node, predicate_of(text.parse, draft.node), draft.anchor})


def _is_unsettled(text: Text, draft: EventDraft) -> bool:
    """*Niet bewezen dat*, *ik heb nooit gezegd dat*; and a deed that is named where the clause around it is denied.

    What has a definite article is taken for granted: *wie zegt dat wij [de rellen] hebben bedacht*.
    """
    definite = has_word(text.parse, draft.node, text.pack.closed.definite, "det")
    given = draft.noun and definite and not _is_carried_out(text, draft)
    standing, _ = ("held", ()) if given else standing_of(text, draft.node)
    return standing in ("doubted", "open") or (draft.noun and standing != "held")


def _asked(text: Text, head: int) -> Modality | None:
    """*Of de wethouder aftreedt*, *wilde niet zeggen of zij aftreedt*: nobody says that it is so."""
    asked = has_word(text.parse, head, text.pack.causes.words.asking, "mark")
    return "possible" if asked and text.parse.deps[head] in ("advcl", "ccomp", "csubj") else None


def _adjectives(text: Text, draft: EventDraft) -> Modality | None:
    p, grammar = text.parse, text.pack.events.grammar
    adjectives = children(p, draft.node, "amod")
    if any_form(p, adjectives, grammar.possible_adjectives) or any_lemma(p, adjectives, grammar.possible_adjectives):
        return "possible"
    return "planned" if any_lemma(p, adjectives, grammar.planned_adjectives) else None


def _of_clause(text: Text, head: int, *, own: bool) -> Modality | None:
    """What the clause's own auxiliaries, mark and adverbs say."""
    p = text.parse
    group = text.clause(head).auxiliaries
    finite = any(_is_finite(text, w) for w in (head, *group))
    if not finite and (_is_purpose(text, head) or _heads_news(text, head)):
        return "planned"
    if any_form(p, group, text.pack.closed.hearsay):
        return None if any_lemma(p, group, text.pack.closed.perfect) else "possible"
    if (found := _by_auxiliaries(text, group) or _hedged(text, head) or _ahead(text, head, own=own)) is not None:
        return found
    joined = p.deps[head] == "conj" and not group and not finite and p.heads[head] != head
    return _of_clause(text, p.heads[head], own=own) if joined else None


def _ahead(text: Text, head: int, *, own: bool) -> Modality | None:
    """*Will sign*, *signs tomorrow*."""
    future = any_lemma(text.parse, text.clause(head).auxiliaries, text.pack.events.grammar.future)
    return ("planned" if own else "possible") if future or _soon(text, head) else None


def _is_purpose(text: Text, head: int) -> bool:
    """*om de brug te sluiten*, *to close the bridge*."""
    p = text.parse
    return p.deps[head] == "advcl" and has_word(p, head, text.pack.events.grammar.purpose, *MARKS)


def _is_finite(text: Text, word: int) -> bool:
    """Whether a word is a finite verb; what *to* stands before is none, whatever the tagger calls it."""
    return is_finite(text.parse, word) and not has_infinitive_mark(text.parse, word, text.pack)


def _heads_news(text: Text, head: int) -> bool:
    """*Ministry to deport students*, *plan kabinet om ...*: an infinitive in a sentence without a finite verb announces."""
    marked = has_infinitive_mark(text.parse, head, text.pack) and not text.clause(head).perfect
    return marked and not any(_is_finite(text, w) for w in range(*text.sentence(head)))


def _hedged(text: Text, head: int) -> Modality | None:
    """*Perhaps*, *mogelijk*."""
    p = text.parse
    return "possible" if any_form(p, children(p, head, "advmod"), text.pack.hedges.possible) else None


def _by_auxiliaries(text: Text, group: Sequence[int]) -> Modality | None:
    """What the auxiliaries say by their lemmas: *moet*, *wil*, *kan*."""
    p, grammar = text.parse, text.pack.events.grammar
    if any_lemma(p, group, grammar.duty):
        finite = [w for w in group if is_finite(p, w)]
        concluded = any_lemma(p, finite, grammar.concluding) and any_lemma(p, group, text.pack.closed.perfect)
        return "possible" if concluded else "demanded"
    if any_lemma(p, group, grammar.intent):
        return "planned"
    return "possible" if any_lemma(p, group, grammar.possible) else None


def _soon(text: Text, head: int) -> bool:
    """A present tense with an adverb of the time to come."""
    p, clause = text.parse, text.clause(head)
    if clause.perfect or not any(is_present(p, w) for w in (head, *clause.auxiliaries)):
        return False
    near = (g for c in p.children[head] for g in (c, *p.children[c]))
    return any(
        p.lower[w] in text.pack.events.grammar.soon or p.lemmas[w] in text.pack.events.grammar.soon for w in near
    )


def _governed(text: Text, node: int, *, own: bool) -> Modality | None:
    """What the words above say: *eist dat*, *overweegt te*, *wil een onderzoek*."""
    p = text.parse
    here = node
    for step in range(STEPS):
        above, relation = p.heads[here], p.deps[here]
        if above == here or relation not in (GOVERNED if step == 0 else COMPLEMENT):
            return None
        found = (
            _by_governor(text, joined_lemma(text, above), own=own) if relation in (*COMPLEMENT, *UNDERGOING) else None
        )
        if relation != "ccomp" and joined_lemma(text, above) in text.pack.events.grammar.announcing:
            found = "planned"
        if found is None and p.upos[above] in VERBAL and relation in (*COMPLEMENT, "obj", "nsubj:pass", "nsubj"):
            found = _of_clause(text, above, own=own)
        if found is not None:
            return found
        here = above
    return None


def _is_unrealized(text: Text, node: int) -> bool:
    """*Allowed [to arrest] him*, *accused of [arresting] him*, *het bevel om [te schieten]*: nothing says that it is done.

    An infinitive, or a gerund behind a preposition, tells of a deed only below what says so: *managed to*, *began to*, *dwong
    hem te*, *says to have* (implicative verbs: Karttunen 1971).
    """
    p, grammar = text.parse, text.pack.events.grammar
    above, case = p.heads[node], case_of(p, node)
    if case is not None and grammar.open_with.get(p.lemmas[above]) == p.lower[case]:
        return True
    if text.holders.innermost[node] != text.holders.innermost[above] or p.lemmas[above] in grammar.prevention:
        return False  # accused them of firing: the one who accuses says that they did
    return _is_infinitive(text, node) and not is_settled(text, node) and not _reports_deeds(text, above)


def _is_infinitive(text: Text, node: int) -> bool:
    """Whether a verb is told with *to* or *te*, or as a gerund behind a preposition that leaves it open: *accused of firing*."""
    p = text.parse
    if p.upos[node] not in VERBAL or text.clause(node).finite is not None:
        return False
    if p.deps[node] in COMPLEMENT and (has_infinitive_mark(p, node, text.pack) or text.clause(node).infinitive):
        return True
    return p.deps[node] in (*COMPLEMENT, "advcl") and has_word(p, node, text.pack.events.grammar.leaving_open, *MARKS)


def _reports_deeds(text: Text, verb: int) -> bool:
    """*Says to have fired*: what somebody says of himself in an infinitive; not *was told to fire*."""
    entries = text.pack.verbs.get(text.parse.lemmas[verb], ())
    reported = any(entry.attitude in TOLD and "inf" in entry.frames and not entry.words for entry in entries)
    return reported and not text.clause(verb).passive


def _by_governor(text: Text, lemma: str, *, own: bool) -> Modality | None:
    """What a verb or noun says of the content that it has."""
    grammar = text.pack.events.grammar
    if lemma in grammar.demanding:
        return "planned" if own and lemma in grammar.intent else "demanded"
    if lemma in grammar.doubtful:
        return "possible"
    return "planned" if lemma in grammar.intent else None


def _conditional(text: Text, head: int, *, spoken: bool) -> bool:
    """In a condition, or hanging on one. *wanneer* with a past tense tells a time, *als* without a verb a role.

    What is ``spoken`` is so whatever its content hangs on: *dreigt te staken als ...*; not *steunt het alleen als ...*.
    """
    p, grammar = text.parse, text.pack.events.grammar
    below = () if spoken and not any_form(p, children(p, head, "advmod"), grammar.only) else children(p, head, "advcl")
    for clause in (head, *below):
        words = children(p, clause, *MARKS, *AUXILIARY)
        opening = {p.lower[c] for c in words} & grammar.conditional
        finite = [w for w in (clause, *words) if is_finite(p, w)]
        if opening - grammar.ambiguous_conditional:
            return True
        if finite and (opening - grammar.temporal or (opening and not is_past(p, finite))):
            return True
    return False


def _completed(text: Text, head: int) -> bool:
    """Whether a clause is told as past: a past tense or a perfect."""
    return text.clause(head).perfect or text.clause(head).past


def _held(holder: Attribution | None, completed: bool, *, own: bool) -> Modality | None:  # noqa: FBT001
    """What the attitude of the attribution says of what has not been told as past."""
    if holder is not None and is_left_open(holder):
        return "possible"
    if holder is None or completed:
        return None
    if holder.attitude == "want":
        return "planned" if own else "demanded"
    if holder.attitude == "promise":
        return "planned"
    return "possible" if holder.attitude in ("fear", "hope", "expect", "doubt", "ask") else None
