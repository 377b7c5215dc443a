"""What is opposed of what is told by its topic: numbers of an occasion, quantities of a thing, what those of a name have."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.by_topic.ownings import NAMES, OWNED, ownings_differ
from wederhoor.reading.propositions.by_topic.quantities import QUANTITY, quantities_differ
from wederhoor.reading.propositions.by_topic.same_occasion import tolls_differ
from wederhoor.reading.propositions.by_topic.tolls import TOLL
from wederhoor.records import Proposition

BY_TOPIC = frozenset({TOLL, QUANTITY, OWNED})
"""Predicates that readers write in every language, of what is found by its topic and not by its roles."""
FIGURE, DENIED = "figure", "denied"
"""Two numbers; what the one says and the other denies."""


def opposed_by_topic(a: Proposition, b: Proposition, pack: LanguagePack) -> tuple[str, tuple[str, ...]] | None:
    """How two propositions of one such predicate are opposed, and what joins them; None where they are not."""
    thing = a.object if a.amount is None else a.amount.of
    if a.predicate == OWNED:
        differ, places = DENIED if ownings_differ(a, b) else "", _names(a, b)
    elif a.predicate == QUANTITY:
        differ, places = quantities_differ(a, b), _names(a, b)
    else:
        differ, places = tolls_differ(a, b), tuple(place.title() for place in a.places if place in b.places)
    if not differ or thing is None:
        return None
    return differ, (pack.propositions.words.plural.get(thing.head, thing.head), *places)


def _names(a: Proposition, b: Proposition) -> tuple[str, ...]:
    told = {*dict(b.others)[NAMES].modifiers}
    return tuple(name.title() for name in dict(a.others)[NAMES].modifiers if name in told)
