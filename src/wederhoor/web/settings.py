"""How the pages are served."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

import msgspec

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
PORT: Final = 8765


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Where the server listens, who may use it, and how much.

    ``token`` is what a browser has to show, None where everybody who reaches the port may use it. ``who`` signs the corrections
    that are made with it; ``people`` are those with a token each, by name, who sign their own. ``body_limit`` is in bytes,
    ``upload_limit`` that of texts which are put in; ``runs_a_minute`` counts runs of models.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    who: str = "reader"
    people: Mapping[str, str] = {}
    body_limit: int = 256_000
    upload_limit: int = 60_000_000
    runs_a_minute: int = 60
    run_seconds: float = 20.0
    shelf: str | None = None
    """The address of the shelf on which the case stands, None where it is served by itself."""
    warm: bool = False
    """Open the main pages once before the first reader comes."""
    csrf: str = msgspec.field(default_factory=lambda: secrets.token_urlsafe(24))
    """What every form of this server carries, so that no other page can send one."""

    secret: bytes = msgspec.field(default_factory=lambda: secrets.token_bytes(32))
    """What this server signs its cookies with; it is in no page."""

    @property
    def tokens(self) -> Mapping[str, str]:
        """Who may come in, each with the token; empty where all may."""
        return self.people or ({self.who: self.token} if self.token is not None else {})

    @property
    def local(self) -> bool:
        return self.host in LOOPBACK
