"""Scores of actors: whether the mentions of one actor, and no others, are brought together, and what is said of it.

B-cubed (Bagga and Baldwin 1998) and CEAF with the entity-based similarity phi 4 (Luo 2005) over mentions. A mention counts
as the end of its last word, so that its extent ("president Tesk", "Tesk") does not decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from wederhoor.evaluation.assignment import assign
from wederhoor.evaluation.gold import GoldActor, GoldDocument
from wederhoor.evaluation.measures import Ratios, Share, ratios, share
from wederhoor.evaluation.names import plain
from wederhoor.evaluation.tokens import TOKEN
from wederhoor.records import Span

Judge = Callable[[GoldActor, GoldActor], bool]


class KeyedActor(msgspec.Struct, frozen=True):
    """An actor with the keys of its mentions: where the last word of each ends. A key belongs to the first actor that has it."""

    actor: GoldActor
    keys: set[int]


class ActorAlignment(msgspec.Struct, frozen=True, kw_only=True):
    """The actors of one document and the pairs (gold number, system number) of CEAF's best assignment."""

    doc: str
    text: str
    gold: tuple[KeyedActor, ...]
    system: tuple[KeyedActor, ...]
    pairs: tuple[tuple[int, int], ...]

    def matched(self) -> Iterator[tuple[GoldActor, GoldActor]]:
        for i, j in self.pairs:
            yield self.gold[i].actor, self.system[j].actor


class ActorScores(msgspec.Struct, frozen=True, kw_only=True):
    """Micro scores over all documents; ``gold`` and ``system`` are numbers of actors with a mention of their own.

    - ``b_cubed``, ``ceaf_e``: the two measures of clusters; ``average``: the mean of their F1.
    - ``name_kind_country``: of the gold actors, those whose counterpart has the same name (without case and article), kind
      and country.
    - ``name``, ``kind``, ``country``, ``sector``: of the gold actors that have a counterpart, those with the same.
    """

    documents: int
    gold: int
    system: int
    b_cubed: Ratios
    ceaf_e: Ratios
    average: float
    name_kind_country: Share
    name: Share
    kind: Share
    country: Share
    sector: Share


def align_actors(gold: GoldDocument, system: GoldDocument | None) -> ActorAlignment:
    """Pair the actors of a reading, in the terms of gold, with those of gold; no reading is one without actors."""
    ours = _clusters(gold.actors or (), gold.text)
    theirs = _clusters((system.actors or ()) if system else (), gold.text)
    similar = [[_phi(a.keys, b.keys) for b in theirs] for a in ours]
    return ActorAlignment(doc=gold.doc, text=gold.text, gold=ours, system=theirs, pairs=assign(similar))


def score_actors(alignments: Sequence[ActorAlignment]) -> ActorScores:
    gold = sum(len(a.gold) for a in alignments)
    system = sum(len(a.system) for a in alignments)
    matched = sum(len(a.pairs) for a in alignments)
    similar = 0.0
    for a in alignments:
        for i, j in a.pairs:  # one by one: a sum of sums would round otherwise than the reference
            similar += _phi(a.gold[i].keys, a.system[j].keys)
    b_cubed = _b_cubed(alignments)
    ceaf_e = ratios(similar / system if system else 0.0, similar / gold if gold else 0.0)

    def judged(*judges: Judge) -> int:
        return sum(all(judge(*pair) for judge in judges) for a in alignments for pair in a.matched())

    return ActorScores(
        documents=len(alignments),
        gold=gold,
        system=system,
        b_cubed=b_cubed,
        ceaf_e=ceaf_e,
        average=(b_cubed.f1 + ceaf_e.f1) / 2,
        name_kind_country=share(judged(name_right, kind_right, country_right), gold),
        name=share(judged(name_right), matched),
        kind=share(judged(kind_right), matched),
        country=share(judged(country_right), matched),
        sector=share(judged(sector_right), matched),
    )


def mention_key(text: str, mention: Span) -> int:
    """Where the mention's last word ends, the mention's own end where it has no word."""
    ends = [word.end() for word in TOKEN.finditer(text, *mention)]
    return ends[-1] if ends else mention[1]


def name_right(gold: GoldActor, system: GoldActor) -> bool:
    return plain(gold.name) == plain(system.name)


def kind_right(gold: GoldActor, system: GoldActor) -> bool:
    return gold.kind == system.kind


def country_right(gold: GoldActor, system: GoldActor) -> bool:
    return gold.country == system.country


def sector_right(gold: GoldActor, system: GoldActor) -> bool:
    return gold.sector == system.sector


def _clusters(actors: Sequence[GoldActor], text: str) -> tuple[KeyedActor, ...]:
    seen: set[int] = set()
    clusters = []
    for actor in actors:
        keys = {mention_key(text, mention) for mention in actor.mentions} - seen
        seen |= keys
        if keys:
            clusters.append(KeyedActor(actor, keys))
    return tuple(clusters)


def _phi(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def _b_cubed(alignments: Sequence[ActorAlignment]) -> Ratios:
    precision = recall = 0.0
    gold = system = 0
    for a in alignments:
        gold_of = {key: cluster.keys for cluster in a.gold for key in cluster.keys}
        system_of = {key: cluster.keys for cluster in a.system for key in cluster.keys}
        precision += _shares(system_of, gold_of)
        recall += _shares(gold_of, system_of)
        gold += len(gold_of)
        system += len(system_of)
    return ratios(precision / system if system else 0.0, recall / gold if gold else 0.0)


def _shares(of: dict[int, set[int]], others: dict[int, set[int]]) -> float:
    """For each mention, the share of its cluster that is also with it on the other side, summed."""
    return sum(len(keys & others.get(key, set())) / len(keys) for key, keys in of.items())
