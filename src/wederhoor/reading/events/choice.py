"""Which drafts stay: one event a trigger, no matches, nothing that a promise or a refusal has swallowed."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.instances import told_as_instances
from wederhoor.reading.text import Text
from wederhoor.records import EventCode

SWALLOWING: tuple[EventCode, ...] = ("AGREE", "CONCEDE", "REJECT")
NOT_SWALLOWED: tuple[EventCode, ...] = ("ECONOMIC", *SWALLOWING)
REFUSED: tuple[EventCode, ...] = ("AGREE", "CONCEDE")
"""What a refusal swallows: *weigert zich te verontschuldigen*."""
CORE = ("obj", "nsubj", "nsubj:pass", "obl:arg")
COMPLEMENT = ("xcomp", "ccomp", "obj", "obl:arg", "nsubj:pass", "csubj")
STEPS = 2
"""Steps up from an event to the act that it is only the content of: what is promised or refused."""
IN_MATCHES: tuple[EventCode, ...] = ("ASSAULT", "MOBILIZE")
VIOLENT: tuple[EventCode, ...] = ("ASSAULT", "DISASTER", "DEATHS")
"""In a text without these a death is a natural one."""
SPORTY = 0.15
"""Share of a document's sentences with words of sport from which on it is about sport."""


def chosen(text: Text, drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts that stay, in text order."""
    drafts = told_as_instances(text, drafts)
    drafts = _without_natural_deaths(drafts)
    acts = {d.anchor: d for d in drafts}
    matches = _sentences_about_sport(text)
    kept: list[EventDraft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (d.trigger, d.noun)):
        if draft.anchor in taken or taken.intersection(range(*draft.trigger)):
            continue
        carried = draft.noun and draft.host is not None and text.parse.deps[draft.anchor] in CORE
        if carried and _told_by(acts.get(draft.host or 0), draft):
            continue
        if _of_a_match(text, draft, matches) or _swallowed(text, draft, acts):
            continue
        taken.update(range(*draft.trigger))
        kept.append(draft)
    return kept


def _without_natural_deaths(drafts: Sequence[EventDraft]) -> Sequence[EventDraft]:
    """The drafts without deaths that no violence and no disaster of the text has caused."""
    violent = any(d.code in VIOLENT and not d.natural for d in drafts)
    return drafts if violent else [d for d in drafts if not d.natural]


def _told_by(verb: EventDraft | None, noun: EventDraft) -> bool:
    """Whether the verb that a noun stands with tells of the same: *bijstand verlenen*, *een verdrag tekenen*."""
    return verb is not None and noun.code in (verb.code, "AGREE")


def _sentences_about_sport(text: Text) -> frozenset[int]:
    """The sentences with a word of sport and their neighbours; all where the document is about sport."""
    p, sport = text.parse, text.pack.events.grammar.sport
    found = {p.sentence_of[w] for w in range(len(p)) if p.upos[w] == "NOUN" and p.lemmas[w].lower() in sport}
    if len(found) > SPORTY * len(p.sentences):
        return frozenset(range(len(p.sentences)))
    return frozenset(found)


def _of_a_match(text: Text, draft: EventDraft, matches: frozenset[int]) -> bool:
    about_sport = text.parse.sentence_of[draft.anchor] in matches
    return about_sport and (draft.sport or draft.code in IN_MATCHES)


def _swallowed(text: Text, draft: EventDraft, acts: dict[int, EventDraft]) -> bool:
    """What is promised, conceded or refused is no event beside that, unless it is an economic measure."""
    if draft.code in NOT_SWALLOWED and draft.code not in REFUSED:
        return False
    p = text.parse
    node = draft.node
    for _ in range(STEPS):
        above = p.heads[node]
        if above == node or p.deps[node] not in COMPLEMENT:
            return False
        act = acts.get(above)
        if act is not None:
            holder = text.holder(draft.anchor)
            denied = holder is not None and holder.attitude == "deny"
            swallows = act.code in SWALLOWING and (draft.code not in REFUSED or act.code == "REJECT")
            return swallows and act is not draft and not denied
        node = above
    return False
