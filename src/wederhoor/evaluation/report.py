"""Scores for people (tables) and for programs (JSON)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wederhoor.evaluation.actors import ActorScores
from wederhoor.evaluation.attributions import AttributionScores
from wederhoor.evaluation.calibration import Calibration
from wederhoor.evaluation.claims import ClaimScores
from wederhoor.evaluation.commitment import CommitmentScores
from wederhoor.evaluation.entities import EntityScores
from wederhoor.evaluation.events import EventScores
from wederhoor.evaluation.measures import PrecisionRecall, Ratios, Share
from wederhoor.evaluation.misses import Miss, rank
from wederhoor.evaluation.rules import RuleScore
from wederhoor.evaluation.scores import Scores
from wederhoor.records import Layer

MOST_OFFSETS = 4
"""How many spans of a side a list of misses says the offsets of."""


def scores_table(scores: Scores) -> RenderableType:
    """All scores, as rich tables."""
    tables = [_attributions(scores.attributions)]
    if scores.commitment is not None:
        tables.append(_commitment(scores.commitment))
    if scores.entities is not None:
        tables.append(_entities(scores.entities))
    if scores.actors is not None:
        tables.append(_actors(scores.actors))
    if scores.events is not None:
        tables.append(_events(scores.events))
    if scores.claims is not None:
        tables.append(_claims(scores.claims))
    if scores.calibration is not None:
        tables.append(_calibration(scores.calibration))
    return Group(*tables)


def misses_list(misses: Sequence[Miss]) -> RenderableType:
    """Misses by layer and kind, the largest group first: where each is, gold's word ≠ the reading's, the text around it.

    The text has gold's spans in [ ] and the reading's in { }, and so have the offsets before it.
    """
    # Text, because in a plain string rich takes our [ ] for its markup
    lines = [Text(f"{len(misses)} misses", style="bold")]
    groups: dict[tuple[Layer, str], list[Miss]] = {}
    for miss in misses:
        groups.setdefault((miss.layer, miss.kind), []).append(miss)
    order = sorted(groups, key=lambda name: (rank(name[0]), -len(groups[name]), name))
    for (layer, kind), group in ((name, groups[name]) for name in order):
        lines.append(Text(f"\n{layer}: {kind} ({len(group)})", style="bold"))
        for miss in group:
            values = "" if miss.expected == miss.found else f"  {miss.expected or '-'} ≠ {miss.found or '-'}"
            rule = f"  by {miss.rule}" if miss.rule else ""
            lines.append(Text(f"  {miss.doc} {_offsets(miss)}").append(values, style="bold").append(rule, style="dim"))
            lines.append(Text(f"    {miss.context}"))
    return Group(*lines)


def rules_table(scores: Sequence[RuleScore]) -> RenderableType:
    """What each rule found, and how much of that gold has too."""
    table = Table(title="Rules", title_justify="left", title_style="bold")
    table.add_column("layer")
    table.add_column("rule")
    for name in ("found", "right", "precision"):
        table.add_column(name, justify="right")
    for before, score in zip((None, *scores), scores, strict=False):
        if before is not None and before.layer != score.layer:
            table.add_section()
        table.add_row(score.layer, score.rule, str(score.found), str(score.right), f"{score.precision:.3f}")
    return table


def scores_json(scores: Scores, misses: Sequence[Miss] | None = None, rules: Sequence[RuleScore] | None = None) -> str:
    """Scores, and misses and rules where asked for, as one JSON object with the field names of the records."""
    record = msgspec.to_builtins(scores)
    if rules is not None:
        record["rules"] = [{**msgspec.to_builtins(score), "precision": score.precision} for score in rules]
    if misses is not None:
        record["misses"] = msgspec.to_builtins(misses)
    return msgspec.json.format(msgspec.json.encode(record), indent=1).decode("utf-8")


def _attributions(scores: AttributionScores) -> Table:
    table = _ratios(f"Attributions: {scores.documents} documents, {scores.tokens} tokens")
    _row(table, "content (Dice)", scores.content)
    _row(table, "content (exact)", scores.exact)
    _row(table, "end to end", scores.end_to_end)
    _row(table, "tokens: content", scores.tokens_content)
    _row(table, "tokens: cue", scores.tokens_cue)
    _row(table, "tokens: source", scores.tokens_source)
    table.add_section()
    _share_row(table, "source right, of the matched", scores.source)
    _share_row(table, "speaker right", scores.speaker)
    _share_row(table, "form right", scores.form)
    _share_row(table, "parent right", scores.parent)
    return table


def _commitment(scores: CommitmentScores) -> Table:
    table = _ratios(f"Commitment: {scores.documents} documents")
    _share_row(table, "attitude right, of the matched", scores.attitude)
    _share_row(table, "polarity right", scores.polarity)
    _share_row(table, "certainty right", scores.certainty)
    return table


def _entities(scores: EntityScores) -> Table:
    table = _ratios(f"Entities: {scores.documents} documents")
    _row(table, "span and type", scores.exact)
    _row(table, "span alone", scores.spans)
    return table


def _actors(scores: ActorScores) -> Table:
    table = _ratios(f"Actors: {scores.documents} documents, {scores.gold} gold and {scores.system} read")
    _row(table, "B-cubed", scores.b_cubed)
    _row(table, "CEAF-e", scores.ceaf_e)
    table.add_row("average of the two", "", "", f"{scores.average:.3f}")
    table.add_section()
    _share_row(table, "name, kind, country, of gold", scores.name_kind_country)
    _share_row(table, "name right, of the paired", scores.name)
    _share_row(table, "kind right", scores.kind)
    _share_row(table, "country right", scores.country)
    _share_row(table, "sector right", scores.sector)
    return table


def _events(scores: EventScores) -> Table:
    table = _ratios(f"Events: {scores.documents} documents")
    _row(table, "trigger and code", scores.trigger_code)
    _row(table, "trigger alone", scores.trigger)
    table.add_section()
    _share_row(table, "agents right, of the matched", scores.agents)
    _share_row(table, "patients right", scores.patients)
    _share_row(table, "agents and patients right", scores.agents_patients)
    _share_row(table, "numbers right", scores.numbers)
    _share_row(table, "polarity right", scores.polarity)
    _share_row(table, "holder kind right", scores.holder_kind)
    _share_row(table, "modality right", scores.modality)
    _share_row(table, "mode right", scores.mode)
    _share_row(table, "place right", scores.place)
    _share_row(table, "time right", scores.time)
    _share_row(table, "same event right", scores.same_as)
    return table


def _claims(scores: ClaimScores) -> Table:
    table = _ratios(f"Claims: {scores.documents} documents")
    for name in scores.__struct_fields__:
        value = getattr(scores, name)
        if isinstance(value, PrecisionRecall):
            table.add_section()
            _row(table, name, value)
        elif isinstance(value, Share):
            _share_row(table, f"  {name.partition('_')[2]} right, of these", value)
    return table


def _calibration(scores: Calibration) -> Table:
    table = Table(
        title=f"Confidence in attributions: {scores.judged} judged, {scores.wrong} wrong", title_justify="left"
    )
    table.add_column("")
    table.add_column("", justify="right")
    table.add_row("mean confidence", f"{scores.mean:.3f}")
    table.add_row("Brier (of one figure for all)", f"{scores.brier:.3f} ({scores.brier_constant:.3f})")
    table.add_row("calibration error", f"{scores.gap:.3f}")
    table.add_row("errors in the first 10, 20, 30 %", " ".join(f"{share:.3f}" for share in scores.found))
    table.add_row(
        "right in the first 20 %, in the rest", f"{scores.precision_doubtful:.3f} {scores.precision_rest:.3f}"
    )
    return table


def _ratios(title: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name in ("P", "R", "F1", "right", "system", "gold"):
        table.add_column(name, justify="right")
    return table


def _row(table: Table, name: str, score: PrecisionRecall | Ratios) -> None:
    ratios = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
    counts = (score.right, score.system, score.gold) if isinstance(score, PrecisionRecall) else ()
    table.add_row(name, *ratios, *map(str, counts))


def _share_row(table: Table, name: str, score: Share) -> None:
    table.add_row(name, "", "", f"{score.accuracy:.3f}", str(score.right), str(score.judged), "")


def _offsets(miss: Miss) -> str:
    shown = [f"[{start}-{end}]" for start, end in miss.gold[:MOST_OFFSETS]]
    shown += [f"{{{start}-{end}}}" for start, end in miss.system[:MOST_OFFSETS]]
    more = max(0, len(miss.gold) - MOST_OFFSETS) + max(0, len(miss.system) - MOST_OFFSETS)
    return " ".join([*shown, f"and {more} more"] if more else shown)
