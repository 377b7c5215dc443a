"""What each holder maintains: statements, events, causes, rules, forecasts, and the conflicts that he is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from wederhoor.cases.holders import UNNAMED, AccountHolders, Key
from wederhoor.records import AUTHOR, Account, CaseActor, CaseConflict, Reading, Ref

LAYERS = ("events", "causal", "correlations", "conditions", "forecasts")


def find_accounts(
    readings: Sequence[Reading],
    holders: AccountHolders,
    conflicts: Sequence[CaseConflict],
    coalitions: Mapping[Key, str],
    names: Mapping[Key, str],
) -> tuple[Account, ...]:
    """One account for every holder that says something: the speakers by how much they say, then the authors.

    A coalition's is one account under the name that the user gave it. Unnamed authority has none: it is nobody's word.
    """
    items: defaultdict[Key, defaultdict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        for attribution in reading.attributions:
            items[holders.key(reading.doc, attribution.id)]["statements"].append(Ref(reading.doc, attribution.id))
        for layer in LAYERS:
            for item in getattr(reading, layer):
                items[holders.key(reading.doc, item.holder)][layer].append(Ref(reading.doc, item.id))
    for conflict in conflicts:
        for side in (conflict.a, conflict.b):
            items[holders.key(side.doc, side.side if isinstance(side.side, str) else AUTHOR)]["conflicts"].append(
                Ref(side.doc, conflict.id)
            )
    joined: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in items:
        if key[0] != UNNAMED:
            joined["coalition", coalitions[key]].append(key) if key in coalitions else joined[key].append(key)
    ordered = sorted(joined, key=lambda key: (key[0] == "author", -sum(_size(items[k]) for k in joined[key]), key))
    return tuple(_account(f"H{number}", key, joined[key], items, names) for number, key in enumerate(ordered, start=1))


def holder_names(readings: Sequence[Reading], actors: Sequence[CaseActor], holders: AccountHolders) -> dict[Key, str]:
    """What each holder that has an account is called; an author by his document."""
    by_actor = {("actor", actor.id): actor.name for actor in actors}
    found: dict[Key, str] = {}
    for reading in readings:
        found["author", reading.doc] = reading.doc
        for attribution in reading.attributions:
            key = holders.key(reading.doc, attribution.id)
            if key[0] != UNNAMED:
                found.setdefault(key, by_actor.get(key) or attribution.speaker or "")
    return found


def _account(
    number: str,
    key: Key,
    members: Sequence[Key],
    items: Mapping[Key, Mapping[str, list[Ref]]],
    names: Mapping[Key, str],
) -> Account:
    def gathered(layer: str) -> tuple[Ref, ...]:
        return tuple(ref for member in members for ref in items[member].get(layer, ()))

    return Account(
        id=number,
        holder=key[1] if key[0] == "coalition" else names[key],
        author_of=key[1] if key[0] == "author" else None,
        actors=tuple(member[1] for member in members if member[0] == "actor"),
        statements=gathered("statements"),
        events=gathered("events"),
        causal=gathered("causal"),
        correlations=gathered("correlations"),
        conditions=gathered("conditions"),
        forecasts=gathered("forecasts"),
        conflicts=tuple(dict.fromkeys(ref.id for ref in gathered("conflicts"))),
    )


def _size(layers: Mapping[str, list[Ref]]) -> int:
    return sum(len(refs) for refs in layers.values())
