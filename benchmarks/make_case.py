"""A case of any size, of words that mean nothing, straight into the store without the reader: for measuring, not for reading.

    python benchmarks/make_case.py CASE [--documents 10000] [--statements 20] [--corrections 0] [--seed 1]

CASE is a file or the address of a PostgreSQL database. Words and speakers are as unevenly frequent as in newspapers (Zipf);
every word has two forms and a lemma, so that a search has lemmas to find. Half of the events are told by others and have a day,
causes and effects have names that claims share, so that timelines and models have something to show. ``--corrections`` are
judgments of statements, one in ten of them all of one document.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from collections import defaultdict
from itertools import accumulate, pairwise

from sqlalchemy import insert, select, update

from wederhoor.records import (
    Actor,
    Attribution,
    CausalClaim,
    ClaimFactors,
    Conflict,
    Correction,
    Document,
    Event,
    Factor,
    Forecast,
    Gist,
    Reading,
    Study,
    Time,
    Words,
)
from wederhoor.store import Store, open_store, put_study, shown
from wederhoor.store.joins import batched
from wederhoor.store.log import append
from wederhoor.store.overlay import anchor_of
from wederhoor.store.schema import collisions, documents, statements
from wederhoor.store.writing import index_again, now

SYLLABLES = ["ba", "de", "fi", "gor", "haal", "jo", "kam", "li", "mer", "noe", "pas", "rui", "sta", "tij", "vo", "wes"]
VOCABULARY = 30_000
SPEAKERS = 3_000
SENTENCES = 30
WORDS = 18
VARIABLES = 150
A_TRANSACTION = 200
ATTITUDES = ("say", "say", "say", "say", "think", "want", "fear", "deny", "accuse", "promise", "expect")
DOUBTS = ("far", "noun", "extent", "rivals", "cue")
CODES = ("CONSULT", "ASSAULT", "PROTEST", "AID", "DEATHS", "REJECT", "COERCE", "AGREE")


class Maker:
    """Draws documents; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.lemmas = [self._word(n) for n in range(VOCABULARY)]
        self._frequent = list(accumulate(1 / (n + 2) for n in range(VOCABULARY)))
        self.speakers = [f"{self._word(n).title()} {self._word(n * 7 + 3).title()}" for n in range(SPEAKERS)]
        self._loud = list(accumulate(1 / (n + 5) for n in range(SPEAKERS)))

    def _word(self, number: int) -> str:
        """A frequent word is a short one, as in any language."""
        found, left = "", number
        while left or not found:
            left, part = divmod(left, len(SYLLABLES))
            found += SYLLABLES[part]
        return found

    def study(self, number: int, statements: int) -> Study:
        """A document of 540 words."""
        draw = self._random
        text, starts, ends, lemmas, spans = "", [], [], [], []
        for _ in range(SENTENCES):
            begin = len(text)
            for lemma in draw.choices(self.lemmas, cum_weights=self._frequent, k=WORDS):
                starts.append(len(text))
                text += lemma + draw.choice(("", "", "den", "t"))
                ends.append(len(text))
                lemmas.append(lemma)
                text += " "
            text = f"{text[:-1]}. "
            spans.append((begin, len(text) - 1))
        words = Words(starts=tuple(starts), ends=tuple(ends), lemmas=tuple(lemmas), sentences=tuple(spans))
        date = (dt.date(2015, 1, 1) + dt.timedelta(days=number % 4_000)).isoformat()
        reading = self._reading(f"text-{number:06}", text, date, words, statements)
        gists = tuple(
            Gist(side=a.id, speaker=a.speaker, paragraph=n, order=n, terms=tuple(lemmas[18 * n : 18 * n + 6]))
            for n, a in enumerate(reading.attributions)
        )
        factors = tuple(
            ClaimFactors(claim=claim.id, cause=(self._factor(claim.cause),), effect=(self._factor(claim.effect),))
            for claim in reading.causal
        )
        return Study(reading=reading, gists=gists, words=words, factors=factors)

    def _factor(self, span: tuple[int, int]) -> Factor:
        """A variable that other claims name too, going up or down."""
        [name] = self._random.choices(self.lemmas[:VARIABLES], cum_weights=self._frequent[:VARIABLES])
        return Factor(name=name, span=span, change=self._random.choice(("up", "up", "down")), lemma=name, key=name)

    def _reading(self, doc: str, text: str, date: str, words: Words, statements: int) -> Reading:
        draw, spans = self._random, words.sentences
        names = draw.choices(self.speakers, cum_weights=self._loud, k=6)
        places = [(words.starts[18 * (n % SENTENCES) + 4], spans[n % SENTENCES][1] - 1) for n in range(statements)]
        attributions = tuple(
            Attribution(
                id=f"A{n + 1}", content=(place,), cue=((place[0] - 2, place[0] - 1),), source=(),
                speaker=draw.choice((*names, None)),
                form=draw.choice(("indirect", "indirect", "direct", "mixed")), attitude=draw.choice(ATTITUDES),
                parent=f"A{n}" if n % 7 == 6 else None,
                confidence=round(draw.random(), 2), doubts=tuple(draw.sample(DOUBTS, draw.randint(0, 2))),
            )
            for n, place in enumerate(places)
        )  # fmt: skip
        return Reading(
            doc=doc, lang="nl", date=date, title=text[:60], text=text, sha256=Document(doc=doc, text=text).sha256,
            made_by={"wederhoor": "benchmark", "pipeline": "none"}, attributions=attributions,
            actors=tuple(
                Actor(id=f"E{n + 1}", name=name, kind="person", mentions=(spans[n],))
                for n, name in enumerate(dict.fromkeys(names))
            ),
            events=tuple(
                Event(
                    id=f"V{n + 1}", code=draw.choice(CODES), trigger=spans[n], span=spans[n], agents=("E1",),
                    holder=f"A{n + 1}" if n % 2 else "author", time=n // 2,
                )
                for n in range(8)
            ),
            times=tuple(
                Time(span=spans[n], type="date", value=day, start=day, end=day)
                for n, day in enumerate(_days_before(date, draw))
            ),
            causal=tuple(
                CausalClaim(
                    id=f"C{n + 1}", cause=spans[n], effect=spans[n + 1], sign="+", holder=f"A{n + 1}", confidence=0.8
                )
                for n in range(2)
            ),
            forecasts=tuple(
                Forecast(id=f"F{n + 1}", span=spans[n], holder=f"A{n + 1}", until=date if n else None) for n in range(2)
            ),
            conflicts=(Conflict(id="X1", a="A1", b="A2", kind="denial", why="drawn"),),
        )  # fmt: skip


def _days_before(date: str, draw: random.Random) -> list[str]:
    """Four days up to that of the document."""
    day = dt.date.fromisoformat(date)
    return [(day - dt.timedelta(days=draw.randrange(60))).isoformat() for _ in range(4)]


def make_collisions(store: Store) -> None:
    """A conflict between each document and the next: words that mean nothing collide with nothing, so they are put in."""
    s = statements.c
    first = select(s.document_id, s.item, s.start, s.end, s.quote, s.speaker_id).where(s.item == "A1").order_by(s.id)
    with store.writing() as db:
        found = db.execute(first).all()
        rows = [
            {
                "kind": "denial", "why": "drawn",
                "a_document_id": a.document_id, "a": a.item, "a_start": a.start, "a_end": a.end, "a_quote": a.quote,
                "a_speaker_id": a.speaker_id,
                "b_document_id": b.document_id, "b": b.item, "b_start": b.start, "b_end": b.end, "b_quote": b.quote,
                "b_speaker_id": b.speaker_id,
            }
            for a, b in pairwise(found)
        ]  # fmt: skip
        db.execute(insert(collisions), rows)
        db.execute(update(documents).values(matched=1))


def make_corrections(store: Store, count: int, documents: int) -> None:
    """Judgments of statements, a tenth of them of the first document, the others spread over all."""
    by_document: defaultdict[str, list[int]] = defaultdict(list)
    for number in range(count):
        by_document[f"text-{0 if number % 10 == 0 else number * 7 % documents:06}"].append(number)
    for docs in batched(sorted(by_document)):
        with store.writing() as db:
            for doc in docs:
                reading = shown(db, doc).reading
                for number in by_document[doc]:
                    target = anchor_of(reading, "attributions", reading.attributions[number % 15])
                    append(db, Correction(id=0, at=now(), who="benchmark", kind="confirm", target=target), doc)
                index_again(db, doc)  # once for all of the document; people wait for each


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--statements", type=int, default=20)
    parser.add_argument("--corrections", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    maker, started, spent = Maker(given.seed), time.perf_counter(), 0.0
    with open_store(given.case, create=True) as store:
        for first in range(0, given.documents, A_TRANSACTION):
            studies = [
                maker.study(n, given.statements) for n in range(first, min(first + A_TRANSACTION, given.documents))
            ]
            begun = time.perf_counter()
            with store.writing() as db:
                for study in studies:
                    put_study(db, study)
            spent += time.perf_counter() - begun
        make_corrections(store, given.corrections, given.documents)
        make_collisions(store)
        store.tidy()
    print(f"{given.documents} documents in {time.perf_counter() - started:.0f} s, {spent:.0f} s of which in the store")


if __name__ == "__main__":
    main()
