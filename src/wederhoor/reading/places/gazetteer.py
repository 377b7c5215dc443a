"""The towns of the world by name: GeoNames (CC BY 4.0), in one sorted table that is searched as it lies.

``models/places/make_gazetteer.py`` makes the table: towns from 5,000 inhabitants, in the Netherlands, Belgium, Luxembourg and
Suriname from 500, in the countries around them from 2,000; with their other names in Latin letters.
"""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

TABLE = "towns.tsv.gz"
LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
"""Letters that are none with an accent, as they are written without one."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town by its own name; ``country`` is ISO 3166-1 alpha-3, ``people`` the number of inhabitants, 0 where unknown."""

    name: str
    country: str
    lat: float
    lon: float
    people: int


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The table, and what was looked up in it."""

    table: bytes
    found: dict[str, tuple[Town, ...]] = field(default_factory=dict)

    def towns(self, key: str) -> tuple[Town, ...]:
        """The towns with the name of which ``key`` is the key, the largest first."""
        if key not in self.found:
            if len(self.found) > 50_000:
                self.found.clear()
            self.found[key] = self._search(key)
        return self.found[key]

    def _search(self, key: str) -> tuple[Town, ...]:
        """Halve the table until the line with ``key`` is left."""
        table, wanted = self.table, key.encode()
        low, high = 0, len(table)
        while low < high:
            start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = table.find(b"\n", start)
            here = table[start : table.find(b"\t", start)]
            if here == wanted:
                return tuple(_town(row) for row in table[start:end].decode().split("\t")[1:])
            if here < wanted:
                low = end + 1
            else:
                high = start
        return ()


def _town(row: str) -> Town:
    name, country, lat, lon, people = row.split("|")
    return Town(name, country, float(lat), float(lon), int(people))


@cache
def gazetteer() -> Gazetteer:
    """The table that is shipped; read once, when it is first asked for."""
    return Gazetteer(gzip.decompress(files("wederhoor.reading.places").joinpath(TABLE).read_bytes()))


def key_of(name: str) -> str:
    """The letters and digits of a name, in lower case without accents: *'s-Gravenhage* is *sgravenhage*."""
    if not name.isascii():
        name = unicodedata.normalize("NFD", name.translate(LETTERS))
    return "".join(sign for sign in name.lower() if sign.isalnum())
