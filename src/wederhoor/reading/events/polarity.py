"""Whether an event is denied: by the clause itself, by what governs it, and by the attitude of the attribution it stands in."""

from __future__ import annotations

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.factuality import denials_around, is_all_but, is_left_undone
from wederhoor.reading.standing import denied_theme, standing_of
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, Polarity, Stance, stance_of
from wederhoor.syntax.clauses import RELATIVE, case_of, children
from wederhoor.syntax.polarity import is_denied, is_negation, is_none
from wederhoor.syntax.stretches import below

AGAINST: tuple[Stance, ...] = ("denies", "doubts", "opposes")
CORE = ("obj", "nsubj", "nsubj:pass")
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "obj", "nsubj:pass", "nsubj", "obl:arg", "obl", "nmod", "csubj")
"""Relations of what a verb or a noun of prevention keeps from happening."""
MARKS = ("mark", "advmod", "case")


def polarity_of(text: Text, draft: EventDraft) -> Polarity:
    """``-`` for what did or will not happen. Two negations make a plus."""
    heads = _heads(text, draft)
    # a ban is what its negation makes it
    negated = 0 if draft.denied and draft.real else sum(_negated(text, head, draft) for head in heads)
    prevented = _prevented(text, draft.node, own=draft.noun) or any(_prevented(text, h, own=True) for h in heads[1:])
    undone = prevented or any(is_left_undone(text, head) for head in heads)
    negated += undone or _is_said_not_to_be_so(text, draft)
    negated += sum(denials_around(text, head) for head in heads)
    holder = text.holder(draft.anchor)
    negated += holder is not None and holder.attitude != "doubt" and _stance(holder) in AGAINST
    return "-" if negated % 2 else "+"


def _heads(text: Text, draft: EventDraft) -> list[int]:
    """The word of an event, and the verb that says of an event noun that there is one."""
    if draft.noun and _is_come_to(text, draft.node):
        return [draft.node, text.parse.heads[draft.node]]
    carried = draft.host is not None and _is_carried(text, draft.node, draft.host)
    return [draft.node, draft.host] if draft.host is not None and carried else [draft.node]


def _is_come_to(text: Text, node: int) -> bool:
    """*Tot een staking is het nooit gekomen*."""
    p, case = text.parse, case_of(text.parse, node)
    came = text.pack.events.grammar.arising.get(p.lemmas[p.heads[node]])
    return case is not None and came is not None and p.lower[case] == came


def _stance(holder: Attribution) -> Stance:
    return stance_of(holder.attitude, holder.polarity, holder.certainty)


def _is_carried(text: Text, node: int, host: int) -> bool:
    """Whether a verb says of an event noun that it is: *voerde een aanval uit*; *leidde niet tot* leaves it as it was."""
    p = text.parse
    return p.deps[node] in CORE and not (p.deps[node] == "nsubj" and p.lemmas[host] in text.pack.causes.verbs)


def _is_said_not_to_be_so(text: Text, draft: EventDraft) -> bool:
    """*Het is niet waar dat de brug instortte*, *van een staking is geen sprake*."""
    if draft.noun:
        return denied_theme(text, draft.node) is not None
    return standing_of(text, draft.node)[0] in ("denied", "disbelieved")


def _negates(text: Text, word: int) -> bool:
    """Whether a word denies what it depends on: *niet*, but not *niet alleen*; *geen*; *zonder te*."""
    p, grammar = text.parse, text.pack.events.grammar
    without = p.deps[word] in MARKS and p.lower[word] in text.pack.closed.without
    return without or is_negation(p, word, text.pack, grammar.restricting)


def _negated(text: Text, head: int, draft: EventDraft) -> bool:
    p = text.parse
    for c in below(p, (head, *text.clause(head).auxiliaries)):
        if c in draft.used:
            if _of_none(text, c, draft):
                return True
            continue
        role = draft.noun and c < head == draft.node and _bears_on_role(text, c)
        if is_all_but(text, c):
            return False
        if _negates(text, c) and not role:
            return True
        bare = p.deps[c] == "obl" and case_of(p, c) is None  # by many a parse a phrase that is the object
        denied = is_denied if head == draft.node else is_none
        if (bare or p.deps[c] in CORE) and denied(p, c, text.pack):
            return True
    return False


def _bears_on_role(text: Text, negation: int) -> bool:
    """*Noch de staking noch de brand*, *niet de staking*: what is denied is what it did, and not that it was."""
    p = text.parse
    return p.deps[negation] in ("cc", "cc:preconj") or p.upos[negation + 1] == "DET"


def _of_none(text: Text, word: int, draft: EventDraft) -> bool:
    """*blokkeren [geen] wegen*: the object that makes the phrase an event is none, and the phrase itself has no such word."""
    p = text.parse
    own = draft.used.isdisjoint(children(p, word, "det"))
    return own and word != draft.node and p.deps[word] in CORE and is_none(p, word, text.pack)


def _prevented(text: Text, head: int, *, own: bool) -> bool:
    """Under a verb that keeps it from happening: *voorkomen dat*, *aan ontslag ontkomen*.

    ``own`` says whether the head may be that verb itself; the event of stopping somebody is not kept from happening.
    """
    p = text.parse
    if own and p.lemmas[head] in text.pack.events.grammar.prevention:
        return True
    above = p.heads[head]
    if above == head or p.deps[head] not in (*GOVERNED, RELATIVE):
        return False
    if p.deps[head] == "xcomp" and p.lemmas[above] in text.pack.events.grammar.ceasing:
        return False  # stopped firing: they did
    if p.upos[above] == "NOUN":
        return not {p.lemmas[above], p.lower[above]}.isdisjoint(text.pack.events.grammar.falsehoods)
    return p.lemmas[above] in text.pack.events.grammar.prevention
