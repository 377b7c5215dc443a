"""Who is one over a whole corpus: actors of many texts joined by their names, where nothing speaks against it.

What mentions of a name in ten thousand texts say of it comes down to a few different things: name, kind, country, sector, roles.
These are compared, and only those that share a whole name or a family name, a block at a time. Who has no full name is joined
with nobody: of all that a corpus calls *Visser* no one can say who it is. For the same reason two of one name whom texts give
different offices or countries are two, and a name of which nothing is known is either of them only where there is one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, Final

import duckdb
import msgspec

from wederhoor.cases.fits import Standing, standing_of
from wederhoor.languages.pack import LanguagePack, load_pack
from wederhoor.reading.actors.names import folded
from wederhoor.reading.actors.same import contradicts, name_words, same_actor
from wederhoor.records import Actor, Role

AT_ONCE: Final = 5_000
LARGEST: Final = 1_000
"""Different things that are said of one shared name, at most: of what more have, equal names alone are joined."""
COMPARED: Final = 4
"""Of those who are one already, the first few with whom another is compared."""

_SAID: Final = """
    CREATE OR REPLACE TABLE said AS
    SELECT row_number() OVER (ORDER BY count(*) DESC, key) - 1 AS n, key, count(DISTINCT doc) AS documents,
        min(lang) AS lang, min(name) AS name, min(kind) AS kind, min(country) AS country, min(sector) AS sector,
        min(aliases) AS aliases, min(roles) AS roles
    FROM told GROUP BY key
"""
_TOLD: Final = """
    CREATE OR REPLACE VIEW told AS
    SELECT doc, id, lang, name, kind, country, sector, aliases, roles,
        md5(to_json([lang, name, kind, country, sector, aliases::VARCHAR, roles::VARCHAR])::VARCHAR) AS key
    FROM actors JOIN documents USING (doc)
"""
_PEOPLE: Final = """
    CREATE OR REPLACE TABLE people_found AS
    SELECT 'P' || row_number() OVER (ORDER BY sum(documents) DESC, root) AS person, root,
        arg_max(name, documents * 1000 + length(name)) AS name, min(kind) AS kind,
        arg_max(country, documents) AS country, arg_max(sector, documents) AS sector
    FROM (SELECT * FROM grouped JOIN said USING (n) ORDER BY n) GROUP BY root
"""
_MEMBERS: Final = """
    SELECT person, doc, id AS actor FROM people_found JOIN grouped USING (root) JOIN said USING (n) JOIN told USING (key)
"""
PEOPLE: Final = f"""
    SELECT person, name, kind, country, sector, count(DISTINCT doc) AS documents, count(*) AS actors
    FROM people_found JOIN ({_MEMBERS}) USING (person) GROUP BY ALL ORDER BY documents DESC, name, person
"""  # noqa: S608  # queries of our own
"""Who there is, those first who are in most documents."""
MEMBERS: Final = f"{_MEMBERS} ORDER BY doc, length(id), id"
"""Which actor of which document is who of these."""


class ToldActor(msgspec.Struct, frozen=True):
    """What is said of an actor in one or many texts. ``number`` is small where there are many of them."""

    number: int
    actor: Actor
    documents: int


def find_people(db: duckdb.DuckDBPyConnection) -> None:
    """Find who is one over the corpus. What came of it, ``PEOPLE`` and ``MEMBERS`` ask.

    In memory are a number for every different thing that is said of somebody, and one block.
    """
    db.execute(_TOLD)
    db.execute(_SAID)
    db.execute("CREATE OR REPLACE TABLE blocks (block VARCHAR, n BIGINT)")
    for some in _batches(db, "SELECT * FROM said ORDER BY n", "lang"):
        _insert(
            db, "blocks", [(block, one.number) for lang, one in some for block in _blocks(one.actor, load_pack(lang))]
        )
    of: dict[int, int] = {}
    listed = _batches(db, "SELECT block, said.* FROM blocks JOIN said USING (n) ORDER BY block, n", "block")
    for block, members in itertools.groupby(itertools.chain.from_iterable(listed), key=lambda row: row[0]):
        for group in _joined([one for _, one in members], load_pack(block.partition(" ")[0])):
            _unite(of, group)
    db.execute("CREATE OR REPLACE TABLE grouped (root BIGINT, n BIGINT)")
    _insert(db, "grouped", sorted((_root(of, number), number) for number in of))
    db.execute(_PEOPLE)


def _insert(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[str | int, int]]) -> None:
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        db.execute(f"INSERT INTO {table} SELECT unnest(?), unnest(?)", columns)  # tables of our own


def _batches(db: duckdb.DuckDBPyConnection, query: str, by: str) -> Iterator[list[tuple[str, ToldActor]]]:
    """Rows of ``said``, each with its column ``by``; of a connection of their own, since others ask meanwhile."""
    for batch in db.cursor().sql(query).to_arrow_reader(AT_ONCE):
        yield [(row[by], _said(row)) for row in batch.to_pylist()]


def _said(row: dict[str, Any]) -> ToldActor:
    roles = tuple(Role(**role) for role in row["roles"])
    actor = Actor(
        id="", name=row["name"], kind=row["kind"], mentions=(), aliases=tuple(row["aliases"]), roles=roles,
        country=row["country"], sector=row["sector"],
    )  # fmt: skip
    return ToldActor(row["n"], actor, row["documents"])


def _blocks(actor: Actor, pack: LanguagePack) -> list[str]:
    """What somebody shares with all whom he may be one with; nothing for who has no full name."""
    if standing_of(actor, pack) is not Standing.FULL or not same_actor(actor, actor, pack):
        return []
    if actor.kind == "person":
        shared = {name_words(actor.name, pack)[-1]}
    elif actor.kind == "state" and actor.country:
        shared = {actor.country}
    else:
        shared = {folded(name) for name in (actor.name, *actor.aliases) if len(name) > 1}
    return sorted(f"{pack.code} {actor.kind} {one}" for one in shared)


def _joined(members: Sequence[ToldActor], pack: LanguagePack) -> Iterator[list[int]]:
    """Those of a block who are one, each with the only group whom he fits; who tells more comes first."""
    groups: list[list[ToldActor]] = []
    telling = sorted(members, key=lambda one: (-_told(one.actor), one.number))
    for one in telling:
        near = groups if len(members) <= LARGEST else [g for g in groups if g[0].actor.name == one.actor.name]
        fitting = [group for group in near if _fits(one.actor, [other.actor for other in group[:COMPARED]], pack)]
        if len(fitting) == 1:
            fitting[0].append(one)
        else:
            groups.append([one])
    return ([one.number for one in group] for group in groups)


def _told(actor: Actor) -> int:
    return sum(value is not None for value in (actor.country, actor.sector)) + bool(actor.roles)


def _fits(one: Actor, others: Sequence[Actor], pack: LanguagePack) -> bool:
    if any(_apart(one, other) or contradicts(one, other, pack) for other in others):
        return False
    return any(same_actor(one, other, pack) for other in others)


def _apart(one: Actor, other: Actor) -> bool:
    """Whether two of one name are of different countries or sectors, which in one case would be one all the same."""
    if one.kind != "person":
        return False
    pairs = ((one.country, other.country), (one.sector, other.sector))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _unite(of: dict[int, int], group: Sequence[int]) -> None:
    """Put numbers together, each under the smallest; a body with several names stands in several blocks."""
    roots = {_root(of, number) for number in group}
    for root in roots:
        of[root] = min(roots)


def _root(of: dict[int, int], number: int) -> int:
    above = of.setdefault(number, number)
    while above != of[above]:
        of[number] = above = of[of[above]]
    return above
