"""Document -> Reading: the parse, then one reader after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wederhoor import __version__
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions import find_attributions
from wederhoor.reading.names import agree_names
from wederhoor.reading.parse import parse
from wederhoor.reading.quotations import quotations_of
from wederhoor.reading.times import date_of, find_times
from wederhoor.records import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language


def read_document(document: Document, nlp: Language, pack: LanguagePack) -> Reading:
    """Read one document. Same document, pipeline and version: same reading."""
    parsed = agree_names(parse(nlp, document.text, pack.verb_forms), pack)
    date = document.date or date_of(parsed, pack)
    quotations = quotations_of(document.text, pack.grammar.clitics, pack.people.first_person)
    return Reading(
        doc=document.doc,
        lang=document.lang,
        date=date,
        title=document.title,
        text=document.text,
        sha256=document.sha256,
        made_by={"wederhoor": __version__, "pipeline": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"},
        attributions=find_attributions(parsed, quotations, pack),
        entities=tuple(parsed.entities),
        times=find_times(parsed, pack, date),
    )
