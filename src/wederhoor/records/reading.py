"""The reading format: what Wederhoor says about one document, as it stands in JSON."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.spans import Span

FORMAT = "wederhoor.reading/1"
"""Name and major version of the reading format. A change that an old reader cannot read raises the number."""

Form = Literal["direct", "indirect", "mixed"]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
EntityType = Literal["PER", "ORG", "LOC", "MISC"]
Attitude = Literal[
    "say",
    "think",
    "know",
    "want",
    "fear",
    "hope",
    "doubt",
    "ask",
    "deny",
    "accuse",
    "promise",
    "expect",
    "judge",
]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A report of what a source says, thinks or wants (source, cue, content as in PARC 3 and PolNeAR).

    ``content`` is in text order, without the quotation marks around it; ``cue`` and ``source`` may be empty. ``speaker`` is the
    fullest name that the document gives for the source, None for unnamed authority. ``parent`` is the id of the attribution
    whose content this one stands in. ``polarity`` and ``certainty`` are the source's commitment to the content (FactBank).
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    form: Form
    parent: str | None = None
    attitude: Attitude = "say"
    polarity: Polarity = "+"
    certainty: Certainty = "certain"


class Entity(msgspec.Struct, frozen=True):
    """A proper name, typed by the conventions of CoNLL-2002."""

    span: Span
    type: EntityType


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one document. ``made_by`` names the versions of this program and of the pipeline."""

    format: str = FORMAT
    doc: str
    lang: str
    date: str | None
    title: str | None
    text: str
    sha256: str
    made_by: dict[str, str]
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
