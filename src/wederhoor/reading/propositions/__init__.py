"""What statements put forward, in normal form: the same matter has the same form, however it is told."""

from wederhoor.reading.propositions.common import common_terms
from wederhoor.reading.propositions.find import find_propositions
from wederhoor.reading.propositions.held import Held, Parties, held_propositions, roles_by_name
from wederhoor.reading.propositions.meetings import (
    Meetings,
    Opposed,
    of_two_holders,
    oppositions,
    statements_opposed,
)
from wederhoor.reading.propositions.opponents import NoOpponents, no_opponents
from wederhoor.reading.propositions.questions import same_answer, same_question

__all__ = [
    "Held",
    "Meetings",
    "NoOpponents",
    "Opposed",
    "Parties",
    "common_terms",
    "find_propositions",
    "held_propositions",
    "no_opponents",
    "of_two_holders",
    "oppositions",
    "roles_by_name",
    "same_answer",
    "same_question",
    "statements_opposed",
]
