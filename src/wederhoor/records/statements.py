"""Who says what, and the names in a text."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.spans import Span

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
Doubt = Literal[
    "unnamed",
    "hearsay",
    "pronoun",
    "far",
    "rivals",
    "noun",
    "name",
    "actor",
    "carried",
    "extent",
    "cue",
    "mixed",
    "nested",
    "kind",
]
"""Why a finding may be wrong. ``kind``: for no more than that findings of its kind are wrong so often."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A report of what a source says, thinks or wants (source, cue, content as in PARC 3 and PolNeAR).

    ``content`` is in text order, without the quotation marks around it; ``cue`` and ``source`` may be empty. ``speaker`` is the
    fullest name that the document gives for the source, None for unnamed authority, and ``actor`` the id of the actor it is.
    ``parent`` is the id of the attribution whose content this one stands in. ``polarity`` and ``certainty`` are the source's
    commitment to the content (FactBank). ``confidence`` is the share of statements like it that are right, by the gold: content
    found and speaker right; ``doubts`` say what speaks against it, the most serious first. None: not rated.
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
    actor: str | None = None
    confidence: float | None = None
    doubts: tuple[Doubt, ...] = ()


class Entity(msgspec.Struct, frozen=True):
    """A proper name, typed by the conventions of CoNLL-2002."""

    span: Span
    type: EntityType
