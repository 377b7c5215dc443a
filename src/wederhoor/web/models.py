"""What a speaker says leads to what, as a model that can be run: each edge with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from wederhoor.exchange.models.draft import LONGEST_NAME, clean_name
from wederhoor.records import Edge, Ground, Model, Sign, Variable
from wederhoor.store.joins import joins
from wederhoor.store.listed import CausalRow
from wederhoor.store.lists import list_causal

MOST = 400
"""Claims that one model is made of."""


def account_model(db: Connection, speaker: int, name: str) -> Model:
    """The model of a speaker's account: a variable for each cause and effect, those that a person merged as one.

    Claims on one link that differ in sign leave it open (``0``). A model without a claim has no variables.
    """
    merged = {
        clean_name(member).casefold(): clean_name(join.name)
        for join in joins(db, "merge-variables")
        for member in (*join.members, join.name)
    }
    return model_of(list_causal(db, speaker=speaker, limit=MOST).rows, name, merged)


def model_of(rows: Iterable[CausalRow], name: str, merged: dict[str, str]) -> Model:
    """A model of causal claims."""
    names: dict[str, str] = {}
    signs: dict[tuple[str, str], Sign] = {}
    grounds: dict[tuple[str, str], list[Ground]] = {}

    def variable(words: str) -> str:
        own = clean_name(words)[:LONGEST_NAME]
        return names.setdefault(own.casefold(), merged.get(own.casefold(), own.lower()))

    for row in rows:
        link = (variable(row.cause), variable(row.effect))
        signs[link] = row.sign if signs.get(link, row.sign) == row.sign else "0"
        quote = f"{row.cause} … {row.effect}"
        grounds.setdefault(link, []).append(
            Ground(quote=quote, source=row.doc, spans=((row.start, row.end),), date=row.date, claim=row.item)
        )
    return Model(
        name=name,
        variables=tuple(Variable(name=one) for one in dict.fromkeys(end for link in signs for end in link)),
        edges=tuple(Edge(cause=c, effect=e, sign=s, grounds=tuple(grounds[c, e])) for (c, e), s in signs.items()),
    )
