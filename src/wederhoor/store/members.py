"""Who was invited to a case, and what each may do there.

Of a token its digest is kept, twice over: the digest of a token is what stands for it in a browser's cookie, and nobody who reads
the file of a case is to be able to make that cookie.
"""

from __future__ import annotations

import hashlib
from typing import Final, Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, insert, select

from wederhoor.errors import WederhoorError
from wederhoor.store.schema import members
from wederhoor.store.writing import now

Role = Literal["read", "correct", "own"]
"""To read; to correct as well, and put texts in; to invite others, and take texts out, too."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)


class CaseMember(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who was invited, by whom and when (UTC, ISO 8601)."""

    name: str
    role: Role
    invited_by: str
    at: str


def token_digest(token: str) -> str:
    """What stands for a token in a cookie."""
    return hashlib.sha256(token.encode()).hexdigest()


def kept_digest(cookie: str) -> str:
    """What a case keeps of that."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def invite(db: Connection, name: str, role: Role, token: str, by: str) -> CaseMember:
    """Let somebody in by a token. Who had one before gets this in place of it, and this role. Raises W809 without a name."""
    called = " ".join(name.split())
    if not called:
        raise WederhoorError("W809", why="the invitation has no name", remedy="Say whom it is for.")
    made = CaseMember(name=called, role=role, invited_by=by, at=now())
    db.execute(delete(members).where(members.c.name == called))
    row = {**msgspec.structs.asdict(made), "token_sha256": kept_digest(token_digest(token))}
    db.execute(insert(members), row)
    return made


def turn_out(db: Connection, name: str) -> bool:
    """Let somebody in no more; False where nobody of that name was invited. What he said stays, under his name."""
    return bool(db.execute(delete(members).where(members.c.name == name)).rowcount)


def members_by_digest(db: Connection) -> dict[str, CaseMember]:
    """Everybody who was invited, by the kept digest of his token, in the order of their names."""
    rows = db.execute(select(members).order_by(members.c.name))
    return {
        row.token_sha256: CaseMember(name=row.name, role=row.role, invited_by=row.invited_by, at=row.at) for row in rows
    }
