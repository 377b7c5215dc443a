"""What sources expect, fear, promise or announce: the contents of their reports."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import is_finite
from wederhoor.reading.extents import heads_clause, opened, says_something, top_of, trimmed
from wederhoor.reading.forecasts.clauses import is_question
from wederhoor.reading.forecasts.draft import Outlook
from wederhoor.reading.happenings import is_event
from wederhoor.reading.holders import Extent, Holders, words_of
from wederhoor.reading.parse import Parse
from wederhoor.records import Attribution

EXPECTING = ("expect", "fear", "promise")


def find_reported(
    p: Parse, attributions: Sequence[Attribution], holders: Holders, told: Sequence[Outlook], pack: LanguagePack
) -> list[Outlook]:
    """The contents that are expected or planned, but for those in which a clause is ``told`` as a forecast already."""
    taken = {w for o in told for w in range(*o.extent)}
    outlooks = []
    for number, attribution in enumerate(attributions):
        kind = _kind(p, attribution, pack)
        if kind is None or len(attribution.content) != 1 or attribution.polarity == "-":
            continue
        extent = _behind_modal(p, opened(p, holders.contents[number][0], pack.grammar.subordinators), pack)
        if extent is None or not says_something(p, extent) or any(w in taken for w in range(*extent)):
            continue
        head = top_of(p, range(*extent))
        if (
            head is not None
            and not is_question(p, head)
            and _lies_ahead(p, extent, head, pack, past=_is_past(p, attribution), named=_is_named(p, attribution, pack))
        ):
            outlooks.append(Outlook(extent, head, head, kind == "plan", number))
    return outlooks


def _behind_modal(p: Parse, extent: Extent | None, pack: LanguagePack) -> Extent | None:
    """*[Mocht] het water stijgen, zoals X verwacht*: without the modal of a condition."""
    if extent is not None and p.lower[extent[0]] in pack.grammar.conditionals and p.deps[extent[0]] == "aux":
        return trimmed(p, extent[0] + 1, extent[1])
    return extent


def _kind(p: Parse, attribution: Attribution, pack: LanguagePack) -> str | None:
    """``plan`` or ``expectation`` by the cue; a cue in the past tense holds for plans only."""
    words = pack.forecasts
    cue = [w for span in attribution.cue for w in range(*words_of(p, span))]
    lemmas = {p.lemmas[w] for w in cue}
    if lemmas & words.announcing or attribution.attitude == "promise":
        return "plan"
    if (
        _is_past(p, attribution)
        or not cue
        or not (attribution.attitude in ("expect", "fear") or lemmas & words.expecting)
    ):
        return None
    return "expectation"


def _is_past(p: Parse, attribution: Attribution) -> bool:
    return any(
        "Tense=Past" in p.feats[w] and is_finite(p, w) for span in attribution.cue for w in range(*words_of(p, span))
    )


def _is_named(p: Parse, attribution: Attribution, pack: LanguagePack) -> bool:
    verbs = pack.forecasts.announcing | pack.forecasts.expecting
    return any(p.lemmas[w] in verbs for span in attribution.cue for w in range(*words_of(p, span)))


def _lies_ahead(p: Parse, extent: Extent, head: int, pack: LanguagePack, *, past: bool, named: bool) -> bool:
    """Not what was: no past tense, no demand; a noun phrase only of an event that a verb of the lexicon reports."""
    words = range(*extent)
    if any(
        p.stems[w] in pack.forecasts.demanding and p.upos[w] in ("VERB", "AUX")
        for w in words
        if w == head or p.heads[w] == head
    ):
        return False
    if any(
        "Tense=Past" in p.feats[w] and p.stems[w] not in pack.forecasts.auxiliaries
        for w in words
        if w == head or p.heads[w] == head
    ):
        return False
    return heads_clause(p, head) or (
        named and not past and any(p.upos[w] == "NOUN" and is_event(p, w, pack) for w in words)
    )
