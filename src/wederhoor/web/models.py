"""What a speaker says leads to what, as a model that can be run: each edge with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from wederhoor.exchange.models.draft import LONGEST_NAME, clean_name
from wederhoor.records import Account, Case, Edge, Ground, Model, Ref, Sign, Variable
from wederhoor.running.account_models import account_models
from wederhoor.store.joins import merged_variables
from wederhoor.store.listed import CausalRow, SpeakerRow
from wederhoor.store.lists import list_causal
from wederhoor.store.reading import shown_several

MOST = 400
"""Claims that one model is made of."""
DOCUMENTS = 60
"""Documents that they may come from."""


def speaker_models(db: Connection, speakers: Sequence[SpeakerRow]) -> list[Model]:
    """The models of what some speakers say leads to what, with variables that they share; one without a claim is empty.

    Where no claim has factors, as in a case of an older version, the words of cause and effect are the variables.
    """
    claims = {speaker.id: list_causal(db, speaker=speaker.id, limit=MOST).rows for speaker in speakers}
    docs = [*dict.fromkeys(row.doc for rows in claims.values() for row in rows)][:DOCUMENTS]
    accounts = tuple(
        Account(
            id=str(speaker.id),
            holder=speaker.name,
            causal=tuple(Ref(row.doc, row.item) for row in claims[speaker.id] if row.doc in docs),
        )
        for speaker in speakers
    )
    case = Case(documents=(), actors=(), accounts=accounts, conflicts=(), issues=(), rules=())
    merges = merged_variables(db)
    found = account_models(accounts, case, [*shown_several(db, docs)], merges=merges)
    merged = {clean_name(one).casefold(): clean_name(names[0]) for names in merges for one in names}
    return [
        one.model if one.model.edges else model_of(claims[speaker.id], speaker.name, merged)
        for one, speaker in zip(found, speakers, strict=True)
    ]


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
