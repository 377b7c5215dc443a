"""How sure a source is of what it says: polarity and certainty of the commitment (FactBank: Saurí and Pustejovsky 2009).

The reporting word sets both; a negation beside it turns the polarity, and hedges in what is said lower the certainty.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.factuality import phrases_of_none
from wederhoor.reading.text import Text
from wederhoor.records import Certainty, Polarity
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import VERBAL, has_child, is_finite
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.polarity import negations_of

SURE: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


def commitment(text: Text, draft: Draft) -> tuple[Polarity, Certainty]:
    """Polarity and certainty of one report, given those of its reporting word."""
    polarity, certainty, content = draft.polarity, draft.certainty, draft.content
    if _negated(text, draft.cue, content) != _not_so(text, draft.anchor):
        if draft.attitude == "think" and polarity == "-":
            certainty = max(certainty, "possible", key=SURE.index)  # what nobody excludes he does not hold to be so
        polarity = "+" if polarity == "-" else "-"
    rumoured = any(_is_rumoured(text, w) for w in draft.cue)
    nobody = draft.holder is not None and text.parse.lower[draft.holder] in text.pack.closed.negations
    if nobody or rumoured or (polarity == "-" and draft.given) or _leaves_open(text, draft):
        certainty = "unknown"  # who is not glad of it has not denied it; *niemand gelooft dat* is nobody's denial
    return polarity, max(certainty, _hedged(text, content), key=SURE.index)


def _leaves_open(text: Text, draft: Draft) -> bool:
    """*bepaalt [of] het doorgaat*, *maakt bekend [of] zij komt*: that it is so is not said, nor that it is not."""
    p, first = text.parse, draft.content[0] if draft.content else -1
    asking = text.pack.causes.words.asking - text.pack.closed.conditionals  # *If the talks fail, she warned, ...*
    opens = first >= 0 and p.upos[first] == "SCONJ" and p.lower[first] in asking
    return opens and draft.attitude in ("say", "know", "think") and not draft.quotations


def _is_rumoured(text: Text, verb: int) -> bool:
    """*Zou hebben gezegd dat*: that he said so is what others say."""
    p, closed, group = text.parse, text.pack.closed, text.clause(verb).auxiliaries
    hearsay = any(p.lower[w] in closed.hearsay for w in group)
    return hearsay and any(p.lemmas[w] in closed.perfect for w in group)


def _negated(text: Text, cue: Sequence[int], content: Sequence[int]) -> bool:
    """*gelooft niet dat*: a negation that depends on the reporting verb and is neither a part of it nor of the content."""
    p = text.parse
    inside = {*cue, *content}
    last = max(content, default=-1)
    return any(
        c not in inside and not (c > last > max(cue))  # *klinkt het dat het er elf zijn, niet meer*
        for verb in cue
        if p.upos[verb] in ("VERB", "AUX", "ADJ") or p.lower[verb] in text.pack.hedges.agreeing
        for c in (*text.clause(verb).negations, *_negated_adverbs(text, verb), *phrases_of_none(text, verb))
    )


def _negated_adverbs(text: Text, verb: int) -> Iterable[int]:
    """*no [longer] believes*: an adverb before the verb that a negation hangs on."""
    p = text.parse
    return (c for c in p.children[verb] if c < verb and p.deps[c] == "advmod" and negations_of(p, c, text.pack))


def _not_so(text: Text, verb: int) -> bool:
    """*Het is onjuist dat X heeft gezegd dat*, *het is niet waar, niet zo dat*: who tells of the report says there was none."""
    p = text.parse
    predicate = p.heads[verb]
    if p.deps[verb] not in ("csubj", "ccomp", "acl", "advcl") or predicate == verb or predicate > verb:
        return False
    forms = {p.lower[predicate], p.lemmas[predicate].lower()}
    negated = bool(text.clause(predicate).negations)
    untrue = bool(forms & text.pack.disputes.untruth) and has_child(p, predicate, "cop")
    so = bool(forms & (text.pack.disputes.affirming | text.pack.causes.words.affirmed))
    return untrue != negated and (untrue or so)


def _hedged(text: Text, content: Sequence[int]) -> Certainty:
    """The certainty that the words of the content's only sentence leave: *misschien*, *waarschijnlijk*, a question."""
    p = text.parse
    if not content or p.sentence_of[content[0]] != p.sentence_of[content[-1]]:
        return "certain"
    if p.words[content[-1]] == "?" or _asks(text, content):
        return "unknown"
    heads = set(tops_of(p, content))
    near = [w for w in content if w in heads or p.heads[w] in heads]
    hedges = text.pack.hedges
    if _hedges(p, near, hedges.possible, hedges.modals_possible, ("AUX",)):
        return "possible"
    return "probable" if _hedges(p, near, hedges.probable, hedges.modals_probable, VERBAL) else "certain"


def _asks(text: Text, content: Sequence[int]) -> bool:
    """*[Waarom is dat niet toegestaan], aldus Bos*: an adverb that asks opens it, and a finite verb; not *[Wat telt] is geld*."""
    p, first = text.parse, content[0]
    opens = first == p.sentences[p.sentence_of[first]][0] and content[1:2] == (first + 1,)
    asks = opens and p.upos[first] == "ADV" and p.lower[first] in text.pack.grammar.question_words
    return asks and is_finite(p, first + 1) and text.pack.grammar.verb_second


def _hedges(p: Parse, near: Iterable[int], words: Container[str], modals: Container[str], parts: Sequence[str]) -> bool:
    """Whether one of the words is among ``words``, or a verb of one of the ``parts`` of speech among ``modals``."""
    return any(p.lower[w] in words or (p.lemmas[w] in modals and p.upos[w] in parts) for w in near)
