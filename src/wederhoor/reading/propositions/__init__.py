"""What statements put forward, in normal form: the same matter has the same form, however it is told."""

from wederhoor.reading.propositions.find import find_propositions
from wederhoor.reading.propositions.held import Held, Opposed, held_propositions, oppositions

__all__ = ["Held", "Opposed", "find_propositions", "held_propositions", "oppositions"]
