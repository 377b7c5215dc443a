"""A corpus of any size, of invented articles as the reader reads them: for measuring speed, memory and joins, not quality.

    python benchmarks/make_corpus.py FILE.jsonl [--articles 10000] [--words 500] [--copies 0.1] [--seed 1]

Sentences are patterns of a reporter's Dutch filled with invented names, offices, places and matters, with numbers and days: there
are statements, denials, causes, forecasts and events in them. One in ten articles is a copy of an earlier one, as wire copy is:
cut at the end, under another outlet. The same seed gives the same bytes; one article at a time is in memory.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
from collections import deque
from pathlib import Path

FIRST = [
    "Ilse",
    "Jurre",
    "Nele",
    "Hedda",
    "Tjeerd",
    "Marit",
    "Sven",
    "Fenna",
    "Bram",
    "Lotte",
    "Wiebe",
    "Noor",
    "Gijs",
    "Tess",
]
LAST_1 = [
    "Aar",
    "Bol",
    "Dijk",
    "Eik",
    "Haver",
    "Kolk",
    "Linde",
    "Moer",
    "Noord",
    "Ooster",
    "Rietveld",
    "Sluis",
    "Veen",
    "Zand",
]
LAST_2 = ["den", "mans", "stra", "ink", "horst", "kamp", "beek", "man", "huis", "boom"]
PLACE_1 = ["Ooster", "Wester", "Noorder", "Zuider", "Lange", "Nieuwe", "Oude", "Hoge", "Blauwe", "Grote"]
PLACE_2 = ["waal", "meer", "dam", "veen", "horn", "wijk", "hout", "zand", "burg", "kerke"]
OFFICES = [
    "burgemeester",
    "wethouder",
    "minister",
    "directeur",
    "woordvoerder",
    "voorzitter",
    "inspecteur",
    "hoogleraar",
]
BODIES = ["de gemeente", "de inspectie", "de bond", "het waterschap", "de politie", "de provincie", "het ziekenhuis"]
MATTERS = ["de brug", "de zandwinning", "de dijk", "de haven", "het spoor", "de school", "de fabriek", "de woningbouw"]
TROUBLES = ["overlast", "schade", "vertraging", "uitstoot", "verzakkingen", "werkloosheid", "onrust", "wateroverlast"]
PATTERNS = [
    "{Office} {name} zegt dat {matter} volgend jaar {opens}.",
    "“{Matter} leidt tot {trouble},” zegt {name} van {body}.",
    "Volgens {name} is {matter} al maanden {state}.",
    "{Name} ontkent dat {body} iets van {trouble} wist.",
    "{Body} heeft in {place} {number} mensen ondervraagd over {matter}.",
    "Door {trouble} neemt de kritiek op {matter} toe, schrijft {body} in een rapport.",
    "In {place} vielen {day} {number} gewonden toen demonstranten {matter} bezetten.",
    "“Wij verwachten dat {trouble} in {year} met {number} procent stijgt,” aldus {office} {name}.",
    "Als {body} niet ingrijpt, neemt {trouble} verder toe, waarschuwt {name}.",
    "{Name} noemt het plan voor {matter} onzin.",
    "De bewoners van {place} vrezen {trouble}.",
    "{Body} eist dat {office} {name} {matter} stillegt.",
    "Het onderzoek naar {matter} kostte {number} miljoen euro en duurde tot {day}.",
    "Niemand weet hoe lang het duurt, maar in {place} is het stil.",
]
STATES = ["dicht", "onveilig", "te duur", "klaar", "omstreden"]
OPENS = ["opengaat", "dichtgaat", "wordt hersteld", "wordt gesloopt"]
OUTLETS = ["De Waalbode", "Noorderkrant", "Het Ochtendnieuws", "Streekblad", "De Haven"]
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"]


class Maker:
    """Draws articles; the same seed gives the same ones."""

    def __init__(self, seed: int, words: int, copies: float) -> None:
        self._draw, self._words, self._copies = random.Random(seed), words, copies
        self._last: deque[str] = deque(maxlen=50)

    def article(self, number: int) -> dict[str, str]:
        """The next article."""
        draw = self._draw
        copied = bool(self._last) and draw.random() < self._copies
        text = self._cut(draw.choice(self._last)) if copied else self._text()
        if not copied:
            self._last.append(text)
        date = dt.date(2031, 1, 1) + dt.timedelta(days=number % 700)
        title = text.partition(".")[0][:70]
        return {
            "id": f"a{number}",
            "title": title,
            "date": date.isoformat(),
            "outlet": draw.choice(OUTLETS),
            "text": text,
        }

    def _cut(self, text: str) -> str:
        paragraphs = text.split("\n\n")
        return "\n\n".join(paragraphs[: max(1, len(paragraphs) - self._draw.randint(0, 2))])

    def _text(self) -> str:
        draw = self._draw
        people = [f"{draw.choice(FIRST)} {draw.choice(LAST_1)}{draw.choice(LAST_2)}" for _ in range(4)]
        about = draw.sample(MATTERS, 2)
        paragraphs, count = [], 0
        while count < self._words:
            paragraph = " ".join(self._sentence(people, about) for _ in range(draw.randint(3, 6)))
            paragraphs.append(paragraph)
            count += len(paragraph.split())
        return "\n\n".join(paragraphs)

    def _sentence(self, people: list[str], about: list[str]) -> str:
        draw = self._draw
        said = {
            "name": draw.choice(people), "office": draw.choice(OFFICES), "body": draw.choice(BODIES),
            "matter": draw.choice(about), "trouble": draw.choice(TROUBLES), "state": draw.choice(STATES),
            "opens": draw.choice(OPENS), "place": draw.choice(PLACE_1) + draw.choice(PLACE_2),
            "number": str(draw.randint(2, 90)), "year": str(draw.randint(2032, 2039)),
            "day": f"{draw.randint(1, 28)} {draw.choice(MONTHS)}",
        }  # fmt: skip
        said |= {key.title(): value[0].upper() + value[1:] for key, value in said.items()}
        return draw.choice(PATTERNS).format_map(said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--copies", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    maker = Maker(given.seed, given.words, given.copies)
    with given.file.open("w", encoding="utf-8") as file:
        for number in range(given.articles):
            file.write(json.dumps(maker.article(number), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
