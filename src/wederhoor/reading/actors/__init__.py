"""Who is who: names, roles, nouns and pronouns of a document joined to actors."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.actors.gather import gather
from wederhoor.reading.actors.portraits import portray
from wederhoor.reading.cast import Cast
from wederhoor.records import Actor, Attribution


def find_actors(cast: Cast, attributions: Sequence[Attribution]) -> tuple[tuple[Actor, ...], tuple[Attribution, ...]]:
    """The actors of a document, and its attributions with the ids of the actors who speak there."""
    return portray(gather(cast, attributions), attributions)
