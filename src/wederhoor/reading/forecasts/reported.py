"""What sources expect, fear, promise or announce: the contents of their reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import opened, says_something, trimmed
from wederhoor.reading.conditions.draft import Rule
from wederhoor.reading.eventive_nouns import is_event
from wederhoor.reading.forecasts.clauses import without_rules
from wederhoor.reading.forecasts.draft import Outlook
from wederhoor.reading.holders import Extent, Holders, words_of
from wederhoor.records import Attribution
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.predicates import heads_clause, is_past, is_question, tells_past, top_of

EXPECTING = ("expect", "fear")


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a cue says of its content. ``named``: the lexicon of forecasts has its verb."""

    plan: bool
    named: bool
    past: bool
    warns: bool = False


def find_reported(
    p: Parse,
    attributions: Sequence[Attribution],
    holders: Holders,
    told: Sequence[Outlook],
    rules: Mapping[int, Sequence[Rule]],
    pack: LanguagePack,
) -> list[Outlook]:
    """The contents that are expected or planned, but for those in which a clause is ``told`` as a forecast already."""
    taken = {w for o in told for w in range(*o.extent)}
    outlooks = []
    for number, attribution in enumerate(attributions):
        cue = _cue(p, attribution, pack)
        extent = _content(p, holders.contents[number], rules, pack) if cue is not None else None
        if cue is None or extent is None or any(w in taken for w in range(*extent)):
            continue
        head = top_of(p, range(*extent))
        if head is not None and not is_question(p, head) and _lies_ahead(p, extent, head, cue, pack):
            outlooks.append(Outlook(extent, head, head, cue.plan, number, "content of a report"))
    return outlooks


def _cue(p: Parse, attribution: Attribution, pack: LanguagePack) -> _Cue | None:
    """None where the cue tells of no future. One in the past tense does only for plans."""
    words = pack.forecasts
    cue = [w for span in attribution.cue for w in range(*words_of(p, span))]
    particles = [p.lower[w] for w in cue if p.upos[w] not in ("VERB", "AUX")]
    lemmas = {p.lemmas[w] for w in cue} | {particle + p.stems[w] for w in cue for particle in particles}
    if not cue:
        return None
    if lemmas & words.excluding:
        denied = any(is_negation(p, c, pack) for w in cue for c in (w, *p.children[w]))
        return _Cue(plan=False, named=True, past=False) if denied else None
    past = is_past(p, cue)
    if attribution.polarity == "-" and attribution.attitude not in EXPECTING:
        return None
    if lemmas & words.announcing or attribution.attitude == "promise":
        return _Cue(plan=True, named=bool(lemmas & words.announcing), past=past)
    expected = attribution.attitude in EXPECTING or lemmas & words.expecting
    if lemmas & words.warning and attribution.form == "indirect":
        return _Cue(plan=False, named=False, past=past, warns=True)
    unreal = any(p.lower[w] in pack.hedges.hearsay_auxiliaries for w in cue)  # zou hebben verwacht
    return _Cue(plan=False, named=bool(lemmas & words.expecting), past=past) if expected and not unreal else None


def _content(
    p: Parse, parts: Sequence[Extent], rules: Mapping[int, Sequence[Rule]], pack: LanguagePack
) -> Extent | None:
    """The content as one stretch, if it stands in one sentence, without its links and conditions."""
    first, end = parts[0][0], parts[-1][1]
    if len(parts) > 2 or p.sentence_of[first] != p.sentence_of[end - 1]:
        return None
    extent = opened(p, (first, end), pack.grammar.subordinators)
    if extent is not None and p.lower[extent[0]] in pack.grammar.conditionals and p.deps[extent[0]] == "aux":
        extent = trimmed(p, extent[0] + 1, extent[1])  # mocht het water stijgen, zoals X verwacht
    extent = without_rules(p, extent, rules)
    return extent if extent is not None and says_something(p, extent) else None


def _lies_ahead(p: Parse, extent: Extent, head: int, cue: _Cue, pack: LanguagePack) -> bool:
    """Not what was: no past tense, no demand; a noun phrase only of an event that a verb of the lexicon reports."""
    words, group = pack.forecasts, [head, *p.children[head]]
    if any(p.stems[w] in words.demanding and p.upos[w] in ("VERB", "AUX") for w in group):
        return False
    if any(tells_past(p, w) and p.stems[w] not in words.auxiliaries for w in group):
        return False
    if p.lower[extent[0]] in words.questions:
        return False
    if cue.warns and (p.upos[head] != "VERB" or p.stems[head] in pack.conditions.words.states):
        return False
    if heads_clause(p, head):
        return cue.plan or not cue.past or any("Tense=Pres" in p.feats[w] for w in group)
    events = (w for w in range(*extent) if p.upos[w] == "NOUN" and is_event(p, w, pack))
    return cue.named and not cue.past and any(events)
