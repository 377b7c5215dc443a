"""Document -> Reading, and what its statements are about: the parse, then one reader after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from wederhoor import __version__
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors import find_actors
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.attributions.find import find_attributions, quotations_of_words
from wederhoor.reading.cast import Cast, read_cast
from wederhoor.reading.causes import find_causes
from wederhoor.reading.conditions import find_conditions
from wederhoor.reading.confidence import rate_kinds, rate_statements
from wederhoor.reading.conflicts import find_conflicts, find_gists, rule_gists
from wederhoor.reading.events import find_events
from wederhoor.reading.forecasts import find_forecasts
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.names import agree_names
from wederhoor.reading.places import find_places
from wederhoor.reading.times import date_of, find_times
from wederhoor.reading.variables import find_factors
from wederhoor.reading.words import words_of
from wederhoor.records import Actor, Attribution, Document, Reading, Study
from wederhoor.syntax.parse import Parse, parse
from wederhoor.syntax.quotations import quotations_of

if TYPE_CHECKING:
    from spacy.language import Language


def study_document(document: Document, nlp: Language, pack: LanguagePack, known: Sequence[UserActor] = ()) -> Study:
    """Read one document; ``known`` are the user's own actors. Same document, pipeline, actors and version: same reading."""
    parsed = agree_names(parse(nlp, document.text, pack.verb_forms), pack)
    date = document.date or date_of(parsed, pack)
    found_by: FoundBy = {}
    cast, actors, attributions = who_says_what(parsed, pack, known, found_by=found_by)
    causal, denied = find_causes(parsed, attributions, pack, found_by)
    conditions = find_conditions(parsed, attributions, pack, actors, found_by)
    times = find_times(parsed, pack, date)
    places = find_places(parsed, pack)
    events = find_events(parsed, actors, attributions, times, places, pack, found_by)
    gists = find_gists(parsed, attributions, actors, events, causal, pack)
    reading = msgspec.structs.replace(
        _blank(document, nlp),
        date=date,
        attributions=rate_statements(cast, attributions, actors),
        entities=tuple(parsed.entities),
        actors=actors,
        events=events,
        causal=causal,
        conditions=conditions,
        forecasts=find_forecasts(parsed, attributions, times, conditions, pack, date, found_by),
        conflicts=find_conflicts(gists, pack, found_by),
        times=times,
        places=places,
    )
    return Study(
        reading=rate_kinds(reading, pack.confidence),
        gists=gists,
        rules=rule_gists(parsed, conditions, actors, pack),
        words=words_of(parsed),
        denied=denied,
        factors=find_factors(parsed, causal, attributions, actors, pack)
        + find_factors(parsed, [one.claim for one in denied], attributions, actors, pack),
        found_by=found_by,
    )


def who_says_what(
    parsed: Parse, pack: LanguagePack, known: Sequence[UserActor] = (), *, found_by: FoundBy
) -> tuple[Cast, tuple[Actor, ...], tuple[Attribution, ...]]:
    """Who appears, as which actors, and what they say in quotations and reports; ``found_by`` gets the rule of each."""
    quotations = quotations_of(parsed.text, pack.grammar.clitics, pack.people.first_person)
    quoted = quotations_of_words(parsed, quotations)
    cast = read_cast(parsed, [bool(numbers) for numbers in quoted], pack)
    return cast, *find_actors(cast, find_attributions(cast, quotations, quoted, found_by), known)


def _blank(document: Document, nlp: Language) -> Reading:
    """The reading of a document in which nothing is found yet: what it is of, and by what it is made."""
    return Reading(
        doc=document.doc,
        lang=document.lang,
        date=document.date,
        title=document.title,
        text=document.text,
        sha256=document.sha256,
        made_by={"wederhoor": __version__, "pipeline": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"},
    )
