"""What was to come when it was said: *zou vertrekken*, *would close*, in a report in the past tense."""

from __future__ import annotations

from wederhoor.reading.holders import NOBODY, words_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children
from wederhoor.syntax.predicates import has_form_of_infinitive
from wederhoor.syntax.stretches import any_lemma


def backshifted(text: Text, word: int) -> tuple[int, bool] | None:
    """*Zou vertrekken* in a report: what was said to be going to happen, not what is only imagined or is so.

    The head of the clause that the auxiliary ``word`` stands in, and whether it tells of a plan.
    """
    p = text.parse
    if p.lower[word] in text.pack.forecasts.backshift and p.deps[word] == "aux":
        return _would(text, word)
    if p.lower[word] not in text.pack.closed.hearsay or p.deps[word] != "aux":
        return None
    head = p.heads[word]
    group = [c for c in children(p, head, "aux", "cop") if c != word]
    unreal = any_lemma(p, group, text.pack.hedges.irrealis | text.pack.hedges.perfect)
    if not _is_told(text, head) or unreal or _is_state(text, head) or not has_form_of_infinitive(p, head):
        return None
    return head, False


def _would(text: Text, word: int) -> tuple[int, bool] | None:
    """*said it [would] close*, *promised that it would be closed*; not *would have closed*, *would like*."""
    p = text.parse
    head = p.heads[word]
    group = [head, *(c for c in children(p, head, "aux", "aux:pass", "cop") if c != word)]
    unreal = any_lemma(p, group, text.pack.hedges.irrealis | text.pack.closed.perfect)
    infinite = any(has_form_of_infinitive(p, w) for w in group)
    if not _is_told(text, head) or unreal or _is_state(text, head) or not infinite:
        return None
    report = text.attributions[text.holders.innermost[head]]
    cue = [w for span in report.cue for w in range(*words_of(p, span))]
    plan = report.attitude == "promise" or any_lemma(p, cue, text.pack.forecasts.announcing)
    return head, plan


def _is_told(text: Text, head: int) -> bool:
    """Whether a clause stands in a report in the past tense that states it."""
    number = text.holders.innermost[head]
    return number != NOBODY and text.holders.past[number] and not text.holders.wanting[number]


def _is_state(text: Text, head: int) -> bool:
    p = text.parse
    return p.upos[head] != "VERB" or p.stems[head] in text.pack.conditions.words.states | text.pack.hedges.irrealis
