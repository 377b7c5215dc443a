"""Document -> Reading, and what its statements are about: the parse, then one reader after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

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
from wederhoor.reading.datelines import Heads, date_of_name, read_heads
from wederhoor.reading.events import find_events
from wederhoor.reading.forecasts import find_forecasts
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.names import agree_names
from wederhoor.reading.places import find_places
from wederhoor.reading.propositions import (
    find_propositions,
    held,
    of_two_holders,
    oppositions,
    statements_opposed,
)
from wederhoor.reading.times import find_times
from wederhoor.reading.transcript_turns import turns_of
from wederhoor.reading.variables import find_factors
from wederhoor.reading.words import words_of
from wederhoor.records import Actor, Attribution, Document, Reading, Study
from wederhoor.syntax.inversion import mend_inversions
from wederhoor.syntax.parse import Parse, Parser, parse, parse_doc
from wederhoor.syntax.quotations import quotations_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


Follow = Callable[[float], None]
"""Is told the share of a text that is read, 0 to 1."""
PARSING = 0.6
"""The pipeline's share of the time."""


def _nobody(share: float) -> None:
    """Follow nothing."""


def study_document(
    document: Document, nlp: Parser, pack: LanguagePack, known: Sequence[UserActor] = (), follow: Follow | None = None
) -> Study:
    """Read one document; ``known`` are the user's own actors. Same document, pipeline, actors and version: same reading.

    ``follow`` is told what share of the work is done.
    """
    told = follow or _nobody
    heads = read_heads(document.text, pack)
    columns = parse(nlp, document.text, pack.verb_forms, heads, lambda share: told(PARSING * share))
    return _study(document, columns, heads, made_with(nlp.meta), pack, known, told)


def study_doc(
    document: Document,
    doc: Doc,
    pipeline: str,
    pack: LanguagePack,
    known: Sequence[UserActor] = (),
) -> Study:
    """As ``study_document``, of a Doc of the document's text as it is; ``pipeline`` is the name and version of what made it."""
    heads = read_heads(document.text, pack)
    parsed = parse_doc(doc, pack.verb_forms, heads)
    return _study(document, parsed, heads, pipeline, pack, known, _nobody)


def made_with(meta: Mapping[str, Any]) -> str:
    """A pipeline by its name and version, from what it says of itself."""
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _study(
    document: Document,
    columns: Parse,
    heads: Heads,
    pipeline: str,
    pack: LanguagePack,
    known: Sequence[UserActor],
    told: Follow,
) -> Study:
    parsed = agree_names(mend_inversions(columns, pack.speaking, pack.propositions.words.calling), pack)
    told(PARSING)
    date = document.date or heads.date or date_of_name(document.doc, pack) or document.fallback_date
    found_by: FoundBy = {}
    cast, actors, attributions = who_says_what(parsed, pack, known, found_by=found_by)
    told(0.75)
    causal, denied = find_causes(parsed, attributions, pack, found_by)
    conditions = find_conditions(parsed, attributions, pack, actors, found_by)
    times = find_times(parsed, pack, date)
    places = find_places(parsed, pack)
    events = find_events(parsed, actors, attributions, times, places, pack, found_by)
    told(0.85)
    propositions = find_propositions(parsed, attributions, actors, times, places, pack)
    held_here = held(document.doc, attributions, propositions)
    opposed = statements_opposed(oppositions(held_here, lambda a, b: a.side != b.side and of_two_holders(a, b), pack))
    gists = find_gists(parsed, attributions, actors, events, causal, pack)
    reading = msgspec.structs.replace(
        _blank(document, pipeline),
        date=date,
        title=document.title or heads.title,
        attributions=rate_statements(cast, attributions, actors),
        entities=tuple(parsed.entities),
        actors=actors,
        events=events,
        causal=causal,
        conditions=conditions,
        forecasts=find_forecasts(parsed, attributions, times, conditions, pack, date, found_by),
        conflicts=find_conflicts(gists, opposed, pack, found_by),
        times=times,
        places=places,
    )
    told(0.95)
    return Study(
        reading=rate_kinds(reading, pack.confidence),
        gists=gists,
        propositions=propositions,
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
    quotations = quotations_of(parsed.text, pack.grammar.clitics, pack.people.first_person, turns_of(parsed, pack))
    quoted = quotations_of_words(parsed, quotations)
    cast = read_cast(parsed, [bool(numbers) for numbers in quoted], pack)
    return cast, *find_actors(cast, find_attributions(cast, quotations, quoted, found_by), known)


def _blank(document: Document, pipeline: str) -> Reading:
    """The reading of a document in which nothing is found yet: what it is of, and by what it is made."""
    return Reading(
        doc=document.doc,
        lang=document.lang,
        date=document.date,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        text=document.text,
        sha256=document.sha256,
        made_by={"wederhoor": __version__, "pipeline": pipeline},
    )
