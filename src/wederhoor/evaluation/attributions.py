"""Scores of attributions: who says, thinks or wants what.

Source, cue and content are those of PARC 3 (Pareti 2016) and PolNeAR (Newell, Margolin and Ruths 2018), scored over
tokens so that figures compare with work on these; see ``alignment`` for what a token is and which attributions match.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from wederhoor.evaluation.alignment import Alignment, Role, TokenisedAttribution, match
from wederhoor.evaluation.measures import PrecisionRecall, Share, precision_recall, share
from wederhoor.evaluation.names import plain

Judge = Callable[[TokenisedAttribution, TokenisedAttribution], bool]


class AttributionScores(msgspec.Struct, frozen=True, kw_only=True):
    """All scores of attributions, over all documents together (micro).

    - ``content``: gold and system attributions whose content tokens reach a Dice coefficient of 0.5, one-to-one;
      ``exact``: whose content tokens are the same.
    - ``source``: of the attributions matched by content, those whose source shares a token with the gold source, or
      where both are empty; a source is scored as written ("zij").
    - ``end_to_end``: precision, recall and F1 of "content matched and source right".
    - ``tokens_content``, ``tokens_cue``, ``tokens_source``: precision, recall and F1 of the tokens of that role in any
      attribution.
    - ``speaker``, ``form``, ``parent``: of the matched, those with the same resolved name (without case and a leading
      article), the same form, and the same nesting (none in both, or outer ones that are matched with each other).
    """

    documents: int
    tokens: int
    content: PrecisionRecall
    exact: PrecisionRecall
    source: Share
    end_to_end: PrecisionRecall
    tokens_content: PrecisionRecall
    tokens_cue: PrecisionRecall
    tokens_source: PrecisionRecall
    speaker: Share
    form: Share
    parent: Share


def score_attributions(alignments: Sequence[Alignment]) -> AttributionScores:
    gold = sum(len(a.gold) for a in alignments)
    system = sum(len(a.system) for a in alignments)
    matched = sum(len(a.pairs) for a in alignments)
    source = _count(alignments, source_right)
    return AttributionScores(
        documents=len(alignments),
        tokens=sum(a.size for a in alignments),
        content=precision_recall(matched, system, gold),
        exact=precision_recall(sum(len(match(a.gold, a.system, 1.0)) for a in alignments), system, gold),
        source=share(source, matched),
        end_to_end=precision_recall(source, system, gold),
        tokens_content=_token_score(alignments, "content"),
        tokens_cue=_token_score(alignments, "cue"),
        tokens_source=_token_score(alignments, "source"),
        speaker=share(_count(alignments, speaker_right), matched),
        form=share(_count(alignments, form_right), matched),
        parent=share(sum(_parents_right(a) for a in alignments), matched),
    )


def source_right(gold: TokenisedAttribution, system: TokenisedAttribution) -> bool:
    """The two sources share a token, or neither has one."""
    ours, theirs = system.tokens["source"], gold.tokens["source"]
    return not ours.isdisjoint(theirs) or not (ours or theirs)


def speaker_right(gold: TokenisedAttribution, system: TokenisedAttribution) -> bool:
    """The two names are equal without case and a leading article, or both are None."""
    true, said = gold.record.speaker, system.record.speaker
    return true == said if true is None or said is None else plain(true) == plain(said)


def form_right(gold: TokenisedAttribution, system: TokenisedAttribution) -> bool:
    return gold.record.form == system.record.form


def _count(alignments: Sequence[Alignment], right: Judge) -> int:
    return sum(right(gold, system) for a in alignments for gold, system in a.matched())


def _parents_right(alignment: Alignment) -> int:
    same = {(gold.record.id, system.record.id) for gold, system in alignment.matched()}
    parents = [(gold.record.parent, system.record.parent) for gold, system in alignment.matched()]
    return sum(pair == (None, None) or pair in same for pair in parents)


def _token_score(alignments: Sequence[Alignment], role: Role) -> PrecisionRecall:
    right = said = true = 0
    for alignment in alignments:
        gold = frozenset[int]().union(*(item.tokens[role] for item in alignment.gold))
        system = frozenset[int]().union(*(item.tokens[role] for item in alignment.system))
        right += len(gold & system)
        said += len(system)
        true += len(gold)
    return precision_recall(right, said, true)
