"""Who is who, what happened when, and where: the page's lists beside that of the statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from wederhoor.exchange.facts import Entry, Fact, Panel, Section, TextLink
from wederhoor.exchange.phrases import how_many, named, roles, unusual, what, when, where, who
from wederhoor.exchange.scene import Happening, Player, Scene, Spot
from wederhoor.exchange.voices import Voice, place
from wederhoor.exchange.wording import Wording
from wederhoor.records import Reading

Sign = Callable[[Voice], tuple[int, str]]
"""The colour and the mark of a voice in the page."""


def scene_panels(
    reading: Reading, scene: Scene, wording: Wording, sign: Sign, whole: Mapping[str, int] | None = None
) -> tuple[Panel, ...]:
    """A list for each of the layers that has something in it; of a part of a text ``whole`` is how much all of it has."""
    words = wording.scene
    cast = Section(None, tuple(_player(reading, player, wording, sign) for player in scene.cast))
    told, reported = (
        _timeline(title, [_happening(reading, scene, h, wording, sign) for h in happenings], wording)
        for title, happenings in ((words.told, scene.told), (words.reported, scene.reported))
    )
    countries = tuple(
        Section(wording.country(country), tuple(_spot(reading, spot, wording) for spot in spots))
        for country, spots in scene.countries
    )
    panels: tuple[Panel, ...] = (
        Panel(id="cast", title=words.cast, layer="actors", sections=(cast,)),
        Panel(id="timeline", title=words.timeline, layer="events", sections=(told, reported)),
        Panel(id="places", title=words.places, layer="places", sections=countries),
    )
    if whole is not None:
        panels = tuple(msgspec.structs.replace(panel, whole=whole[panel.id]) for panel in panels)
    return tuple(panel for panel in panels if panel.count)


def panel_counts(scene: Scene) -> dict[str, int]:
    """How many entries the lists of a scene have, by the names of the lists."""
    spots = sum(len(spots) for _, spots in scene.countries)
    return {"cast": len(scene.cast), "timeline": len(scene.told) + len(scene.reported), "places": spots}


def _player(reading: Reading, player: Player, wording: Wording, sign: Sign) -> Entry:
    actor, words = player.actor, wording.scene
    slot, mark = sign(player.voice) if player.voice else (None, None)
    facts = (
        ("kind", words.kind, words.kinds[actor.kind]),
        ("role", words.role, roles(actor)),
        ("country", words.country, wording.country(actor.country) if actor.country else ""),
        ("sector", words.sector, words.sectors[actor.sector] if actor.sector else ""),
        ("alias", words.alias, ", ".join(actor.aliases)),
        ("count", words.mentions, wording.count(player.total or len(player.mentions), words.mention)),
    )
    return Entry(
        ids=(actor.id,),
        title=actor.name,
        links=tuple(
            TextLink(f"actor-{actor.id}-{number}", place(reading.text, start))
            for number, (start, _) in enumerate(player.mentions, start=player.first)
        ),
        label=words.mentions,
        elsewhere=player.elsewhere,
        slot=slot,
        mark=mark,
        facts=tuple(Fact(key, label, value, plain=key == "alias") for key, label, value in facts if value),
    )


def _timeline(title: str, entries: list[tuple[bool, Entry]], wording: Wording) -> Section:
    """What has a day, and apart from it what has none. Where nothing has a day, the order needs no note."""
    dated = tuple(entry for has_day, entry in entries if has_day)
    undated = tuple(entry for has_day, entry in entries if not has_day)
    if not dated:
        return Section(title, undated)
    return Section(title, dated, wording.scene.undated if undated else None, undated)


def _happening(
    reading: Reading, scene: Scene, happening: Happening, wording: Wording, sign: Sign
) -> tuple[bool, Entry]:
    """The entry, and whether it has a day."""
    event, time = happening.first, happening.time
    slot, mark = sign(happening.voice) if happening.voice else (None, None)
    entry = Entry(
        ids=tuple(telling.id for telling in happening.tellings),
        title=": ".join(part for part in (what(event, wording), who(scene, event)) if part),
        links=tuple(
            TextLink(
                f"event-{telling.id}",
                place(reading.text, telling.trigger[0]),
                reading.text[telling.span[0] : telling.span[1]],
            )
            for telling in happening.tellings
        ),
        label=wording.line,
        elsewhere=happening.elsewhere,
        when=when(reading, happening, wording),
        slot=slot,
        mark=mark,
        facts=tuple(_event_facts(reading, scene, happening, wording)),
    )
    return time is not None and (time.start or time.end) is not None, entry


def _event_facts(reading: Reading, scene: Scene, happening: Happening, wording: Wording) -> Iterator[Fact]:
    event, words = happening.first, wording.scene
    if happening.voice is not None:
        yield Fact("holder", words.holder, happening.voice.speaker or wording.unnamed, plain=False)
    if state := unusual(event, wording):
        yield Fact("modality", words.modality, state, plain=False)
    if spot := where(scene, happening):
        yield Fact("where", words.place, spot, plain=False)
    if happening.time is not None:
        start, end = happening.time.span
        yield Fact("time", words.time, reading.text[start:end], plain=True, exact=True)
    for number in (number for telling in happening.tellings for number in telling.numbers):
        start, end = number.span
        is_told = number.what != "other" and bool(count := how_many(number, wording))
        if is_told:
            yield Fact("number", words.numbers, count, plain=False)
        yield Fact("counted", words.as_written, reading.text[start:end], plain=is_told, exact=True)
    for key, label, ids in (("agents", words.agents, event.agents), ("patients", words.patients, event.patients)):
        if ids:
            yield Fact(key, label, named(scene, ids), plain=True)


def _spot(reading: Reading, spot: Spot, wording: Wording) -> Entry:
    at = spot.place
    mentions = wording.count(spot.total or len(spot.mentions), wording.scene.mention)
    facts = [Fact("count", wording.scene.mentions, mentions, plain=False)]
    if at.lat is not None and at.lon is not None:
        facts.append(Fact("coordinates", wording.scene.coordinates, f"{at.lat:.4f}, {at.lon:.4f}", plain=False))
    if at.alternatives:
        facts.append(Fact("alternatives", wording.scene.alternatives, ", ".join(at.alternatives), plain=True))
    return Entry(
        ids=tuple(mention.id for mention in spot.mentions),
        title=at.name,
        links=tuple(TextLink(f"place-{mention.id}", place(reading.text, mention.span[0])) for mention in spot.mentions),
        label=wording.scene.mentions,
        elsewhere=spot.elsewhere,
        facts=tuple(facts),
    )
