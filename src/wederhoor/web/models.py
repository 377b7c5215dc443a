"""What a speaker says leads to what, as a model that can be run: each edge with the words that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace
from sqlalchemy import Connection

from wederhoor.exchange.models.draft import LONGEST_NAME, clean_name
from wederhoor.records import (
    Account,
    AccountModel,
    Case,
    Edge,
    Ground,
    LinkStance,
    Model,
    Ref,
    Sign,
    UnheldLink,
    Variable,
    with_gaps,
)
from wederhoor.running.account_models import account_models
from wederhoor.running.claims import HELD, Claims
from wederhoor.store.joins import merged_variables
from wederhoor.store.pages import list_causal, list_statements
from wederhoor.store.reading import shown_several
from wederhoor.store.row_types import CausalRow, SpeakerRow, StatementRow

MOST = 400
"""Claims that one model is made of, and statements that are looked through for links that their words deny."""
DOCUMENTS = 60
"""Documents that they may come from, those with causal claims first."""


def speaker_models(db: Connection, speakers: Sequence[SpeakerRow]) -> list[Model]:
    """The models of what some speakers say leads to what, with variables that they share; one without a claim is empty.

    Where no claim has factors, as in a case of an older version, the words of cause and effect are the variables.
    """
    claims = {speaker.id: list_causal(db, speaker=speaker.id, limit=MOST).rows for speaker in speakers}
    said = {speaker.id: list_statements(db, speaker=speaker.id, limit=MOST).rows for speaker in speakers}
    rows = (row for of in (claims, said) for found in of.values() for row in found)
    docs = [*dict.fromkeys(row.doc for row in rows)][:DOCUMENTS]
    accounts = [_account(speaker, said[speaker.id], claims[speaker.id], docs) for speaker in speakers]
    case = Case(documents=(), actors=(), accounts=tuple(accounts), conflicts=(), issues=(), rules=())
    merges, studies = merged_variables(db), [*shown_several(db, docs)]
    found = account_models(accounts, case, studies, merges=merges)
    stances = Claims(studies).stances()
    merged = {clean_name(one).casefold(): clean_name(names[0]) for names in merges for one in names}
    return [
        one.model if one.model.variables else model_of(claims[speaker.id], speaker.name, merged, stances)
        for one, speaker in zip(found, speakers, strict=True)
    ]


def told_to_reader(one: AccountModel, names: Mapping[str, str]) -> AccountModel:
    """A model with other names for some that have a part in it: the authors of texts, in the reader's language."""

    def renamed(words: str) -> str:
        for name, other in names.items():
            words = words.replace(name, other)
        return words

    model = replace(
        one.model,
        name=renamed(one.model.name),
        edges=tuple(replace(edge, grounds=_spoken_by(edge.grounds, names)) for edge in one.model.edges),
        unheld=tuple(replace(link, grounds=_spoken_by(link.grounds, names)) for link in one.model.unheld),
    )
    return replace(one, model=model, notices=tuple(map(renamed, one.notices)))


def _spoken_by(grounds: Sequence[Ground], names: Mapping[str, str]) -> tuple[Ground, ...]:
    return tuple(replace(one, speaker=names.get(one.speaker or "", one.speaker)) for one in grounds)


def _account(
    speaker: SpeakerRow, said: Sequence[StatementRow], claims: Sequence[CausalRow], docs: Collection[str]
) -> Account:
    """What a speaker says in some documents."""
    statements, causal = (tuple(Ref(row.doc, row.item) for row in rows if row.doc in docs) for rows in (said, claims))
    return Account(id=str(speaker.id), holder=speaker.name, statements=statements, causal=causal)


def model_of(
    rows: Iterable[CausalRow], name: str, merged: Mapping[str, str], stances: Mapping[Ref, LinkStance]
) -> Model:
    """A model of causal claims; one of which no stance is known is nobody's."""
    names: dict[str, str] = {}
    signs: dict[tuple[str, str], Sign] = {}
    grounds: dict[tuple[str, str], list[Ground]] = {}
    unheld: list[UnheldLink] = []

    def variable(words: str) -> str:
        own = clean_name(words)[:LONGEST_NAME]
        return names.setdefault(own.casefold(), merged.get(own.casefold(), own.lower()))

    for row in rows:
        link = (variable(row.cause), variable(row.effect))
        stance = stances.get(Ref(row.doc, row.item), "uncommitted")
        spans, quote = ((row.start, row.end),), with_gaps((row.cause, row.effect))
        ground = Ground(quote=quote, source=row.doc, spans=spans, date=row.date, claim=row.item, speaker=row.speaker)
        if stance not in HELD:
            unheld.append(UnheldLink(cause=link[0], effect=link[1], sign=row.sign, stance=stance, grounds=(ground,)))
            continue
        signs[link] = row.sign if signs.get(link, row.sign) == row.sign else "0"
        grounds.setdefault(link, []).append(ground)
    links = [*signs, *((link.cause, link.effect) for link in unheld)]
    return Model(
        name=name,
        variables=tuple(Variable(name=one) for one in dict.fromkeys(end for link in links for end in link)),
        edges=tuple(Edge(cause=c, effect=e, sign=s, grounds=tuple(grounds[c, e])) for (c, e), s in signs.items()),
        unheld=tuple(unheld),
    )
