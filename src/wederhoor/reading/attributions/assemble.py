"""From drafts to attributions: chosen, with speaker, form and commitment, nested, and numbered in text order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wederhoor.reading.attributions.choice import ContentIndex, choose
from wederhoor.reading.attributions.denied_sources import without_denied_sources
from wederhoor.reading.attributions.draft import Draft, Report, segments
from wederhoor.reading.attributions.set_apart import is_set_apart
from wederhoor.reading.attributions.voices import name_speakers
from wederhoor.reading.commitment import commitment
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, Form
from wederhoor.records.parse import Parse


def assemble(text: Text, direct: Sequence[Draft], indirect: Sequence[Draft]) -> tuple[Attribution, ...]:
    """One attribution for each report that stands. What a speaker says of himself stays in the outermost report."""
    p = text.parse
    chosen = choose(p, direct, indirect, text.pack.grammar.contrasts)
    told = without_denied_sources(text, chosen)
    drafts = [draft for draft in told if segments(p, draft.content)]  # a mark alone says nothing
    reports = name_speakers(drafts, text)
    parents = _out_of_denials(text, reports, _nest(reports))
    reports = [_as_denied(p, r, reports[n]) if (n := parents[i]) is not None else r for i, r in enumerate(reports)]
    kept = [i for i in range(len(reports)) if not _is_own_parent(i, parents, reports)]
    ids = {i: f"A{n}" for n, i in enumerate(kept, 1)}
    text.found_by.update({ids[i]: reports[i].draft.rule for i in kept})
    return tuple(_attribution(text, reports[i], ids[i], _first_kept(parents, i, ids)) for i in kept)


def _attribution(text: Text, report: Report, name: str, parent: str | None) -> Attribution:
    p, draft = text.parse, report.draft
    polarity, certainty = commitment(text, draft)
    return Attribution(
        id=name,
        content=segments(p, draft.content),
        cue=segments(p, draft.cue),
        source=segments(p, draft.source),
        speaker=report.speaker,
        form=_form(text, draft),
        parent=parent,
        attitude=draft.attitude,
        polarity=polarity,
        certainty=certainty,
    )


def _as_denied(p: Parse, report: Report, parent: Report) -> Report:
    """*A ontkent dat B heeft gezegd dat ...*: on A's word B did not say so."""
    outer, inner = parent.draft, report.draft
    top = p.heads[inner.anchor]
    denied = outer.attitude == "deny" and outer.polarity == "-" and top not in outer.content and top in outer.cue
    denied = denied and p.upos[inner.anchor] != "NOUN"  # *rejects A's claim that*: A does claim it
    if not denied or inner.polarity == "-" or parent.speaker == report.speaker:
        return report
    return Report(replace(inner, polarity="-"), report.speaker)


def _nest(reports: Sequence[Report]) -> list[int | None]:
    """For every report the smallest other one whose content holds its cue, or its content where it has no cue."""
    index = ContentIndex(r.draft for r in reports)
    parents: list[int | None] = []
    for i, report in enumerate(reports):
        draft = report.draft
        key = draft.cue or draft.content
        around = [j for j in index.holding(key) if j != i and _may_hold(reports[j].draft, draft, len(key))]
        parents.append(min(around, key=lambda j: (len(reports[j].draft.content), j)) if around else None)
    return _without_circles(parents, reports)


def _out_of_denials(text: Text, reports: Sequence[Report], parents: Sequence[int | None]) -> list[int | None]:
    """What an aside in a denial reports is the writer's: its parent is that of the outermost such denial, if any."""
    found: list[int | None] = []
    for report, parent in zip(reports, parents, strict=True):
        kept, outer = parent, parent
        while outer is not None:
            if is_set_apart(text, report.draft, reports[outer].draft):
                kept = parents[outer]
            outer = parents[outer]
        found.append(kept)
    return found


def _without_circles(parents: list[int | None], reports: Sequence[Report]) -> list[int | None]:
    """Where each of two reports holds the other's cue (*zou ..., naar verluidt*), the larger one is the outer."""
    for first in range(len(parents)):
        chain = [first]
        while (parent := parents[chain[-1]]) is not None and parent not in chain:
            chain.append(parent)
        if parent is not None:
            circle = chain[chain.index(parent) :]
            parents[max(circle, key=lambda j: (len(reports[j].draft.content), -j))] = None
    return parents


def _may_hold(outer: Draft, inner: Draft, key: int) -> bool:
    """Whether a draft whose content holds the other's key can be its parent: not a part of it, nor clause around speech."""
    if inner.quotations and not inner.cue and not outer.quotations:
        return False
    larger = len(outer.content) > len(inner.content) or not set(inner.content) >= set(outer.content)
    return len(outer.content) > key and larger


def _is_own_parent(i: int, parents: Sequence[int | None], reports: Sequence[Report]) -> bool:
    """Whether a report stands in one of the same speaker."""
    parent, seen = parents[i], {i}
    while parent is not None and parent not in seen:
        if reports[parent].speaker is not None and reports[parent].speaker == reports[i].speaker:
            return True
        seen.add(parent)
        parent = parents[parent]
    return False


def _first_kept(parents: Sequence[int | None], i: int, ids: dict[int, str]) -> str | None:
    parent, seen = parents[i], {i}
    while parent is not None and parent not in ids and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return ids.get(parent) if parent is not None else None


def _form(text: Text, draft: Draft) -> Form:
    """Direct where all words are quoted, indirect where none are; marks that hold the cue too are another's."""
    if draft.quotations:
        return "direct"
    p, quoted = text.parse, text.quotations_at
    outer = {number for w in draft.cue for number in quoted[w]}
    solid = [w for w in draft.content if p.upos[w] != "PUNCT"]
    inside = sum(bool(set(quoted[w]) - outer) for w in solid)
    if not inside:
        return "indirect"
    return "direct" if inside == len(solid) else "mixed"
