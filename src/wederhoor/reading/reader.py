"""Document -> Reading, and what its statements are about: the parse, then one reader after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors import find_actors
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.answers import answer_paragraphs
from wederhoor.reading.appearances import read_cast
from wederhoor.reading.attributions.find import find_attributions
from wederhoor.reading.causes import find_causes
from wederhoor.reading.conditions import find_conditions
from wederhoor.reading.conditions.find import find_rules
from wederhoor.reading.confidence import rate_kinds, rate_statements
from wederhoor.reading.conflicts import find_conflicts, find_gists, rule_gists
from wederhoor.reading.datelines import DatedLines, date_of_name, read_heads
from wederhoor.reading.events import find_events
from wederhoor.reading.forecasts import find_forecasts
from wederhoor.reading.names import agree_names
from wederhoor.reading.places import find_places
from wederhoor.reading.propositions import (
    Parties,
    find_propositions,
    held_propositions,
    no_opponents,
    of_two_holders,
    oppositions,
    roles_by_name,
    statements_opposed,
)
from wederhoor.reading.text import Text
from wederhoor.reading.times import find_times
from wederhoor.reading.transcript_turns import turns_of
from wederhoor.reading.variables import find_factors
from wederhoor.reading.words import searched_words
from wederhoor.records import Document, Reading, Study
from wederhoor.records.parse import Parse
from wederhoor.syntax.inversion import mend_inversions
from wederhoor.syntax.lost_predicates import with_lost_predicates
from wederhoor.syntax.lost_verbs import with_lost_verbs
from wederhoor.syntax.mend_bare_phrases import mend_bare_phrases
from wederhoor.syntax.mend_clauses import mend_clauses
from wederhoor.syntax.mend_contents import mend_contents
from wederhoor.syntax.mend_contrasts import mend_contrasts
from wederhoor.syntax.mend_counted import mend_counted
from wederhoor.syntax.mend_headlines import mend_headlines
from wederhoor.syntax.mend_joined import mend_joined
from wederhoor.syntax.mend_nouns import mend_nouns
from wederhoor.syntax.mend_predicates import mend_predicates, mend_speakers
from wederhoor.syntax.mend_relatives import mend_relatives
from wederhoor.syntax.mend_reports import mend_reports
from wederhoor.syntax.mend_subjects import mend_subjects
from wederhoor.syntax.mend_turned import mend_turned
from wederhoor.syntax.mend_verb_groups import mend_verb_groups
from wederhoor.syntax.mend_words import mend_words
from wederhoor.syntax.parse import Parser, parse, parse_doc
from wederhoor.syntax.plain import mend_plain
from wederhoor.syntax.quotations import quotations_of
from wederhoor.version import VERSION

if TYPE_CHECKING:
    from spacy.tokens import Doc


Follow = Callable[[float], None]
"""Is told the share of a text that is read, 0 to 1."""
PARSING = 0.6
"""The pipeline's share of the time."""
MENDS: tuple[Callable[[Parse, LanguagePack], Parse], ...] = (
    mend_words,
    mend_counted,
    mend_turned,
    mend_plain,
    mend_predicates,
    mend_speakers,
    with_lost_verbs,
    with_lost_predicates,
    mend_bare_phrases,
    mend_headlines,
    mend_nouns,
    mend_inversions,
    agree_names,
    mend_joined,
    mend_subjects,
    mend_verb_groups,
    mend_relatives,
    mend_clauses,
    mend_contents,
    mend_reports,
    mend_contrasts,
)
"""What puts a parse right, once for all readers, each behind those before it."""


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
    columns = parse(nlp, document.text, pack, heads, lambda share: told(PARSING * share))
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
    parsed = parse_doc(doc, pack, heads)
    return _study(document, parsed, heads, pipeline, pack, known, _nobody)


def made_with(meta: Mapping[str, Any]) -> str:
    """A pipeline by its name and version, from what it says of itself."""
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _study(
    document: Document,
    columns: Parse,
    heads: DatedLines,
    pipeline: str,
    pack: LanguagePack,
    known: Sequence[UserActor],
    told: Follow,
) -> Study:
    parsed = columns
    for mend in MENDS:
        parsed = mend(parsed, pack)
    told(PARSING)
    date = document.date or heads.date or date_of_name(document.doc, pack) or document.fallback_date
    text = Text(parsed, pack, date)
    who_says_what(text, known)
    told(0.75)
    text.rules = find_rules(text)
    text.causal, text.denied, text.correlated = find_causes(text)
    text.conditions = find_conditions(text)
    text.times, text.places = find_times(text), find_places(text)
    text.events = find_events(text)
    told(0.85)
    propositions = find_propositions(text)
    gists = find_gists(text)
    known_here = Parties(str, roles_by_name(text.actors))
    held_here = held_propositions(document.doc, text.attributions, propositions, known_here)
    opposed = statements_opposed(oppositions(held_here, lambda a, b: a.side != b.side and of_two_holders(a, b), pack))
    agreeing = no_opponents(document.doc, text.attributions, propositions, known_here, pack)
    reading = msgspec.structs.replace(
        _blank(document, pipeline, text.pack),
        date=date,
        title=document.title or heads.title,
        attributions=rate_statements(text),
        entities=tuple(parsed.entities),
        actors=text.actors,
        events=text.events,
        causal=text.causal,
        correlations=text.correlated,
        conditions=text.conditions,
        forecasts=find_forecasts(text),
        conflicts=find_conflicts(gists, opposed, pack, text.found_by, agreeing),
        times=text.times,
        places=text.places,
    )
    told(0.95)
    return Study(
        reading=rate_kinds(reading, pack.confidence),
        gists=gists,
        propositions=propositions,
        rules=rule_gists(text),
        words=searched_words(parsed),
        denied=text.denied,
        factors=find_factors(text, text.causal)
        + find_factors(text, [one.claim for one in text.denied])
        + find_factors(text, text.correlated),
        bystanders=text.bystanders,
        found_by=text.found_by,
    )


def who_says_what(text: Text, known: Sequence[UserActor] = ()) -> None:
    """Find what is said in quotations and reports, and as which actors those appear who say it."""
    p, pack = text.parse, text.pack
    text.quotations = tuple(quotations_of(p.text, pack.grammar.clitics, pack.closed.first_person, turns_of(text)))
    text.answers = answer_paragraphs(text)
    text.cast = read_cast(text)
    text.actors, text.attributions, text.bystanders = find_actors(text, find_attributions(text), known)


def _blank(document: Document, pipeline: str, pack: LanguagePack) -> Reading:
    """The reading of a document in which nothing is found yet: what it is of, and by what it is made."""
    return Reading(
        doc=document.doc,
        lang=document.lang or pack.code,
        date=document.date,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        byline=document.byline,
        original=document.original,
        text=document.text,
        sha256=document.sha256,
        made_by={
            "wederhoor": VERSION,
            "pipeline": pipeline,
            **({"lexicon": pack.lexicon} if pack.lexicon else {}),
        },
    )
