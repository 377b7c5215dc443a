"""Wederhoor as a component of a spaCy pipeline: ``nlp.add_pipe("wederhoor")``.

    nlp = spacy.load("nl_wederhoor_news")
    nlp.add_pipe("wederhoor", config={"date": "2031-03-12"})
    doc = nlp("De wethouder zegt dat de haven veilig is.")
    doc._.wederhoor                 # the Reading
    for span in doc.spans["wederhoor"]:
        span.label_, span.text, span._.attribution.speaker, span._.attribution.attitude

The spans are content, cue and source of every statement; their ``id_`` is that of the statement. Where a span does not end with
a token, the tokens that it covers whole stand for it: the Reading has its exact place. ``displacy.render(doc, style="span",
options={"spans_key": "wederhoor"})`` draws them. The Reading is kept as JSON in ``Doc.user_data``, so that a DocBin with
``store_user_data=True`` has it too.

The Reading is that of ``read_text``, which parses each paragraph by itself: the components before this one run again over a Doc
of several paragraphs. With ``by_paragraph`` false they do not; the Doc is read as it is, and who speaks is missed more often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading.actors.userfile import read_user_actors
from wederhoor.reading.places.countries import countries_of
from wederhoor.reading.reader import made_with, study_doc, study_document
from wederhoor.records import Attribution, Reading
from wederhoor.records.prepared import prepared
from wederhoor.syntax.pieces import PARAGRAPH
from wederhoor.syntax.pipeline import require_annotated

KEY: Final = "wederhoor"
"""Of the spans, and of the Reading in ``user_data``."""


class Before:
    """The components of a pipeline that stand before one of them."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._others = nlp.pipe_names[nlp.pipe_names.index(name) :]

    @property
    def meta(self) -> dict[str, Any]:
        """What the pipeline says of itself."""
        return self._nlp.meta

    def pipe(self, texts: Iterable[tuple[str, Any]], *, as_tuples: Literal[True]) -> Iterator[tuple[Doc, Any]]:
        """The Docs of texts, each with what came with it."""
        return self._nlp.pipe(texts, as_tuples=as_tuples, disable=self._others)


class WederhoorComponent:
    """Reads a Doc and puts the spans and the Reading on it. Raises W202 for a Doc that lacks what the readers read."""

    def __init__(
        self, nlp: Language, name: str, *, date: str | None, actors: str | None, spans_key: str, by_paragraph: bool
    ) -> None:
        self.name = name
        self._by_paragraph = by_paragraph
        self._nlp = nlp
        self._date = date
        self._spans_key = spans_key
        self._pack = load_pack(nlp.lang or "")
        self._known = () if actors is None else read_user_actors(Path(actors), countries_of(self._pack).usual)

    def __call__(self, doc: Doc) -> Doc:
        """Read the Doc. One without words is left as it is."""
        if not doc.text.strip():
            return doc
        pipeline = made_with(self._nlp.meta)
        require_annotated(doc, pipeline)
        document = load_text(doc.text, lang=self._nlp.lang, date=self._date)
        if self._by_paragraph and len(PARAGRAPH.findall(doc.text)) > 1:
            reading = study_document(document, Before(self._nlp, self.name), self._pack, self._known).reading
        else:
            reading = study_doc(document, doc, pipeline, self._pack, self._known).reading
        doc.user_data[KEY] = msgspec.json.encode(reading).decode()
        doc.spans[self._spans_key] = list(_spans(doc, reading))
        return doc


def _spans(doc: Doc, reading: Reading) -> Iterator[Span]:
    for statement in reading.attributions:
        for label, spans in (("content", statement.content), ("cue", statement.cue), ("source", statement.source)):
            for start, end in spans:
                span = doc.char_span(start, end, label=label, span_id=statement.id, alignment_mode="contract")
                if span is not None:
                    yield span


@lru_cache(maxsize=16)
def _decoded(data: str) -> Reading:
    return msgspec.json.decode(data, type=prepared(Reading))


def _reading(doc: Doc) -> Reading | None:
    """The Reading of a Doc that the component has read."""
    data = doc.user_data.get(KEY)
    return None if data is None else _decoded(data)


def _attribution(span: Span) -> Attribution | None:
    """The statement of a span that the component has set."""
    reading = _reading(span.doc)
    return None if reading is None else next((a for a in reading.attributions if a.id == span.id_), None)


Doc.set_extension(KEY, getter=_reading, force=True)
Span.set_extension("attribution", getter=_attribution, force=True)


@Language.factory(
    KEY,
    assigns=["doc._.wederhoor", "doc.spans"],
    requires=["token.pos", "token.morph", "token.lemma", "token.dep", "doc.ents", "doc.sents"],
    default_config={"date": None, "actors": None, "spans_key": KEY, "by_paragraph": True},
)
def make_component(
    nlp: Language, name: str, date: str | None, actors: str | None, spans_key: str, by_paragraph: bool
) -> WederhoorComponent:
    """Make the component for a pipeline. ``date`` is that of every Doc, ``actors`` a TOML file with actors of the user's own.

    Raises W203 where there is no language pack for the pipeline's language, W601 to W605 (the actors).
    """
    return WederhoorComponent(nlp, name, date=date, actors=actors, spans_key=spans_key, by_paragraph=by_paragraph)
