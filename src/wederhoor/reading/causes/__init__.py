"""What leads to what: cause, effect, sign and holder, as one clause or two say it (Causal News Corpus, Tan et al. 2022)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import span_of
from wederhoor.reading.causes.change import change_of
from wederhoor.reading.causes.conditional import causal_rules
from wederhoor.reading.causes.connectives import find_connected
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.nouns import find_nominal
from wederhoor.reading.causes.standing import standing
from wederhoor.reading.causes.verbs import find_verbal
from wederhoor.reading.conditions.find import find_rules
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.holders import NOBODY, Extent, Holders, read_holders
from wederhoor.records import Attribution, CausalClaim, DeniedClaim
from wederhoor.syntax.parse import Parse


def find_causes(
    p: Parse, attributions: Sequence[Attribution], pack: LanguagePack, found_by: FoundBy
) -> tuple[tuple[CausalClaim, ...], tuple[DeniedClaim, ...]]:
    """All causal claims of a document in text order, C1, C2, ...; and those that their own words deny or doubt, N1, ...

    ``found_by`` gets the rule of each.
    """
    holders = read_holders(p, attributions)
    verbal = find_verbal(p, holders, pack)
    named = [*(link for link in verbal if not link.denied), *find_nominal(p, holders, pack)]
    taken = {w for link in named for w in link.marker}
    connected = find_connected(p, holders, taken, pack)
    ruled = causal_rules(p, find_rules(p, holders, pack), named, pack)
    links = _once(_cut_chains([*named, *connected, *ruled]))
    claims: list[CausalClaim] = []
    denied: list[DeniedClaim] = []
    for link in _once([*links, *(link for link in verbal if link.denied)]):
        how, words = standing(p, link, holders, pack)
        found: list[CausalClaim] = []
        if how == "held" and not link.denied:
            found = _claim(p, link, f"C{len(claims) + 1}", holders, pack)
            claims += found
        elif how in ("denied", "doubted") if not link.denied else how == "held":
            found = _claim(p, replace(link, marker=(*words, *link.marker)), f"N{len(denied) + 1}", holders, pack)
            denied += [DeniedClaim(claim=one, doubted=how == "doubted") for one in found]
        found_by.update({one.id: link.rule for one in found})
    return tuple(claims), tuple(denied)


def _cut_chains(links: Sequence[Link]) -> list[Link]:
    """Where a relative clause of one side is a link of its own, the side ends before it: *leidt tot [onrust] die ...*."""
    causes: dict[int, list[Link]] = {}
    for link in links:
        causes.setdefault(link.cause[0], []).append(link)

    def cut(extent: Extent, marker: tuple[int, ...]) -> Extent:
        for other in causes.get(extent[0], ()):
            inside = other.cause[1] < extent[1] and other.marker[0] < extent[1] and other.marker != marker
            if inside and other.effect[0] > other.cause[0]:
                return other.cause
        return extent

    return [replace(link, cause=cut(link.cause, link.marker), effect=cut(link.effect, link.marker)) for link in links]


def _once(links: Sequence[Link]) -> list[Link]:
    """In text order, of links with the same two sides the first."""
    seen: set[tuple[Extent, Extent]] = set()
    kept = []
    for link in links:
        if (link.cause, link.effect) not in seen:
            seen.add((link.cause, link.effect))
            kept.append(link)
    return sorted(kept, key=lambda link: (min(link.cause[0], link.effect[0]), link.marker[0], link.effect))


def _claim(p: Parse, link: Link, name: str, holders: Holders, pack: LanguagePack) -> list[CausalClaim]:
    """None where a side has no words."""
    cause, effect = span_of(p, link.cause), span_of(p, link.effect)
    if cause is None or effect is None:
        return []
    claim = CausalClaim(
        id=name,
        cause=cause,
        effect=effect,
        sign=link.sign,
        marker=span_of(p, (min(link.marker), max(link.marker) + 1)),
        holder=holders.name(_holder(p, link, holders)),
        cause_change=change_of(p, link.cause, pack),
        effect_change=link.change or change_of(p, link.effect, pack),
    )
    return [claim]


def _holder(p: Parse, link: Link, holders: Holders) -> int:
    """Whose word the link is: both sides and the marker stand in it; what was said before may stand outside."""
    marker = (link.marker[0], link.marker[0] + 1)
    if link.back:
        near = link.effect if abs(link.effect[0] - marker[0]) < abs(link.cause[0] - marker[0]) else link.cause
        found = holders.around(marker, near)
        same = found == NOBODY and p.sentence_of[link.cause[0]] == p.sentence_of[link.effect[0]]
        return holders.around(link.cause) if same else found
    found = holders.around(link.effect, link.cause)
    if found == NOBODY:
        found = holders.around(marker, link.effect)
    return _blaming(link, holders) if found == NOBODY else found


def _blaming(link: Link, holders: Holders) -> int:
    """The report whose cue is the marker: *X [wijt] de daling aan de crisis*."""
    numbers = (holders.cues.get(word, NOBODY) for word in link.marker)
    sides = (link.cause[0], link.effect[0])
    return next((n for n in numbers if n != NOBODY and any(holders.holds(n, side) for side in sides)), NOBODY)
