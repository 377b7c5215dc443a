"""Which drafts tell of no instance of their act: said of anybody, asked, judged in one's own voice, or a figure of speech."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import fits, kinds_of
from wederhoor.reading.text import Text
from wederhoor.records import EventCode
from wederhoor.syntax.clauses import child, has_child, has_word
from wederhoor.syntax.predicates import tells_past
from wederhoor.syntax.stretches import any_form

HUMAN: tuple[EventCode, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE",
)  # fmt: skip
"""What only people do."""
SPOKEN: tuple[EventCode, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT",
)  # fmt: skip
"""What happens at home too, where it is no event."""
GENERIC: tuple[EventCode, ...] = (*SPOKEN, "SANCTION", "ECONOMIC")
"""What is told of anybody as a rule or a habit: *wie dat doet, wordt gestraft*."""
JUDGING: tuple[EventCode, ...] = ("ACCUSE", "SUPPORT")
FIGURATIVE: tuple[EventCode, ...] = ("ASSAULT",)
"""What is said of words and games too."""
BODILY = (
    "actor", "territory", "building", "vehicle", "venue", "plant", "street", "border", "ship", "aircraft", "weapon", "house",
    "zone", "goods", "misc", "pronoun", "it",
)  # fmt: skip
"""Kinds that violence can be done to."""
ARMED = frozenset(
    {"army", "police", "weapon", "bomb", "victims", "dead", "wounded", "rioters", "refugees", "prisoners"}
)
"""Kinds of those without whom violence is a figure of speech."""
BY_FORCE: tuple[EventCode, ...] = ("DEATHS", "MOBILIZE", "ASSAULT", "COERCE")


def told_as_instances(text: Text, drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts without those that tell of no instance."""
    violent = _tells_of_violence(text, drafts)
    return [d for d in drafts if not _is_none(text, d) and (violent or not _is_figure(d))]


def _is_none(text: Text, draft: EventDraft) -> bool:
    return (
        _said_of_anybody(text, draft)
        or _at_home(text, draft)
        or _own_judgement(text, draft)
        or _is_asked(text, draft)
        or _is_verdict(text, draft)
        or _done_by_thing(text, draft)
        or _against_idea(text, draft)
        or _as_a_rule(text, draft)
    )


def _said_of_anybody(text: Text, draft: EventDraft) -> bool:
    """*wie dat doet, wordt veroordeeld*, *je weigert dan*: whoever it may be."""
    generic = text.pack.events.grammar.anybody
    return draft.code in GENERIC and any(text.parse.lower[w] in generic for w in (*draft.agents, *draft.patients))


def _at_home(text: Text, draft: EventDraft) -> bool:
    """*mijn vrouw accepteerde niet dat*: what passes between kin is no public act."""
    p = text.parse
    if draft.code not in SPOKEN:
        return False
    return any(
        p.lemmas[w].lower() in text.pack.actors.words.kin and has_word(p, w, text.pack.closed.first_person, "nmod:poss")
        for w in draft.agents
    )


def _own_judgement(text: Text, draft: EventDraft) -> bool:
    """*ik steun hem*: who praises or blames in his own voice only comments."""
    p = text.parse
    own = draft.code in JUDGING and not draft.noun
    return own and any_form(p, draft.agents, text.pack.events.grammar.myself)


def _is_asked(text: Text, draft: EventDraft) -> bool:
    """The main verb of a question that can be answered by yes or no."""
    p = text.parse
    if draft.noun or p.deps[draft.node] != "ROOT":
        return False
    start, end = text.sentence(draft.anchor)
    asks = any(p.words[w] == "?" for w in range(max(start, end - 2), end))
    return asks and not any(p.lower[w] in text.pack.events.grammar.asking for w in range(start, draft.anchor))


def _is_verdict(text: Text, draft: EventDraft) -> bool:
    """*dit is een aanslag op de vrijheid*: a noun that judges something."""
    p = text.parse
    copula = child(p, draft.anchor, "cop") if draft.noun else None
    if copula is None or tells_past(p, copula):
        return False
    return has_child(p, draft.anchor, "det", "nummod") and has_child(p, draft.anchor, "nsubj")


def _done_by_thing(text: Text, draft: EventDraft) -> bool:
    """*overweldigd door de bestellingen*, *de film weigert partij te kiezen*: a doer that is known to be none."""
    if draft.code not in HUMAN or draft.noun:
        return False
    things = (fits(text, w, ("abstract", "event", "language", "!actor")) for w in draft.agents)
    return bool(draft.agents) and all(things)


def _against_idea(text: Text, draft: EventDraft) -> bool:
    """*vechten tegen armoede*, *het voorstel aanvallen*: violence is done to bodies and things that can be touched."""
    if draft.code not in FIGURATIVE or draft.mode is not None or draft.noun or not draft.patients:
        return False
    return not any(fits(text, w, BODILY) for w in draft.patients)


def _as_a_rule(text: Text, draft: EventDraft) -> bool:
    """*fietsen worden vaak gestolen*: what is done now by nobody named to nobody in particular."""
    clause = text.clause(draft.node)
    if draft.noun or draft.agents or draft.real or not draft.patients or not clause.passive:
        return False
    simple = not clause.perfect and not clause.past and len(clause.auxiliaries) == 1
    return simple and not any(_in_particular(text, w) for w in draft.patients)


def _in_particular(text: Text, word: int) -> bool:
    """A name, a pronoun, a noun with an article, a possessive or a number."""
    p = text.parse
    if p.upos[word] != "NOUN" or p.entity_of[word] >= 0 or word in text.mentions or word in text.figure_at:
        return True
    return has_child(p, word, "det", "nmod:poss", "nummod")


def _is_figure(draft: EventDraft) -> bool:
    return draft.code in FIGURATIVE and draft.noun


def _tells_of_violence(text: Text, drafts: Sequence[EventDraft]) -> bool:
    """Whether the document tells of force by other words than such nouns."""
    if any(d.code in BY_FORCE and not _is_figure(d) and not d.natural for d in drafts):
        return True
    p = text.parse
    return any(not kinds_of(text, w).isdisjoint(ARMED) for w in range(len(p)) if p.upos[w] == "NOUN")
