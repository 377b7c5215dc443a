"""The typed records that flow through the house. They import nothing of the other rooms."""

from wederhoor.records.document import Document
from wederhoor.records.reading import (
    FORMAT,
    Attitude,
    Attribution,
    Certainty,
    Entity,
    EntityType,
    Form,
    Polarity,
    Reading,
)
from wederhoor.records.spans import Span, covers, overlap

__all__ = [
    "FORMAT",
    "Attitude",
    "Attribution",
    "Certainty",
    "Document",
    "Entity",
    "EntityType",
    "Form",
    "Polarity",
    "Reading",
    "Span",
    "covers",
    "overlap",
]
