"""The typed records that flow through the house. They import nothing of the other rooms."""

from wederhoor.records.claims import (
    AuthorSide,
    CausalClaim,
    Change,
    Condition,
    Conflict,
    ConflictKind,
    ConflictSide,
    Forecast,
    Sign,
)
from wederhoor.records.document import Document
from wederhoor.records.reading import FORMAT, Reading
from wederhoor.records.spans import Span, covers, overlap
from wederhoor.records.statements import Attitude, Attribution, Certainty, Entity, EntityType, Form, Polarity
from wederhoor.records.world import (
    Actor,
    ActorKind,
    Counted,
    Event,
    EventCode,
    Holder,
    Modality,
    Number,
    Place,
    Role,
    Sector,
    Time,
)

__all__ = [
    "FORMAT",
    "Actor",
    "ActorKind",
    "Attitude",
    "Attribution",
    "AuthorSide",
    "CausalClaim",
    "Certainty",
    "Change",
    "Condition",
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "Counted",
    "Document",
    "Entity",
    "EntityType",
    "Event",
    "EventCode",
    "Forecast",
    "Form",
    "Holder",
    "Modality",
    "Number",
    "Place",
    "Polarity",
    "Reading",
    "Role",
    "Sector",
    "Sign",
    "Span",
    "Time",
    "covers",
    "overlap",
]
