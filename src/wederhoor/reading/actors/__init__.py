"""Who is who: names, roles, nouns and pronouns of a document joined to actors."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.actors.build import build_actors
from wederhoor.reading.actors.gather import gather_clusters
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.text import Text
from wederhoor.records import Actor, Attribution


def find_actors(
    text: Text, attributions: Sequence[Attribution], known: Sequence[UserActor] = ()
) -> tuple[tuple[Actor, ...], tuple[Attribution, ...], tuple[Actor, ...]]:
    """The actors of a document, its attributions with the ids of the actors who speak there, and the bystanders.

    ``known`` are the user's own actors, which win. Actors are people, bodies, states and groups, each kind in text order;
    their ids P1, P2, ... are in the order of their first mentions. Bystanders, B1, B2, ..., are those of whom the text alone
    does not tell enough, and another of the same case may.
    """
    return build_actors(text, gather_clusters(text, attributions, known), attributions)
