"""Document -> Reading: the parse, then one reader after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wederhoor import __version__
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors import find_actors
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.attributions.find import find_attributions, quotations_of_words
from wederhoor.reading.cast import read_cast
from wederhoor.reading.names import agree_names
from wederhoor.reading.parse import parse
from wederhoor.reading.quotations import quotations_of
from wederhoor.records import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language


def read_document(document: Document, nlp: Language, pack: LanguagePack, known: Sequence[UserActor] = ()) -> Reading:
    """Read one document; ``known`` are the user's own actors. Same document, pipeline, actors and version: same reading."""
    parsed = agree_names(parse(nlp, document.text, pack.verb_forms), pack)
    quotations = quotations_of(document.text, pack.grammar.clitics, pack.people.first_person)
    quoted = quotations_of_words(parsed, quotations)
    cast = read_cast(parsed, [bool(numbers) for numbers in quoted], pack)
    attributions = find_attributions(cast, quotations, quoted)
    actors, attributions = find_actors(cast, attributions, known)
    return Reading(
        doc=document.doc,
        lang=document.lang,
        date=document.date,
        title=document.title,
        text=document.text,
        sha256=document.sha256,
        made_by={"wederhoor": __version__, "pipeline": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"},
        attributions=attributions,
        entities=tuple(parsed.entities),
        actors=actors,
    )
