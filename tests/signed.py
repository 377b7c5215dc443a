"""Generated texts of signed sentences over invented nouns, with their edges, and how many of these a reader takes from them.

What the sentences are is in ``signed_dutch.py`` and ``signed_english.py``. A text is one link, a loop of two to eight, or up to
five loops that share variables; some have a speaker, some a sentence that is no cause.

    python tests/signed_dutch.py building 100 --list
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from wederhoor.cases import build_case
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Document
from wederhoor.running.account_models import account_models
from wederhoor.running.choosing import arguing

LARGEST_LOOP: Final = 8
MOST_LOOPS: Final = 5
SHARE_OF_CHAINS: Final = 0.4
SHARE_OF_KNOTS: Final = 0.2

Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun without article; ``many`` is a plural."""

    form: str
    many: bool = False

    def verb(self, one: str, several: str) -> str:
        return several if self.many else one


N = TypeVar("N", bound=Noun)
Pair = tuple[N, N, bool]


@dataclass(frozen=True, slots=True)
class Sentences(Generic[N]):
    """Of what a set of texts is put together: nouns, who speaks, ways to say that one thing drives another, and asides."""

    nouns: tuple[N, ...]
    speakers: tuple[str, ...]
    shapes: tuple[Callable[[N, N, bool, random.Random], str], ...]
    asides: tuple[Callable[[N, N], str], ...]
    chains: tuple[Callable[[N, N, N, bool, bool, random.Random], str], ...] = ()
    """Ways to say two links in one go, of which the second begins where the first ends."""
    knots: tuple[Callable[[N, N, N, random.Random], tuple[str, tuple[Pair[N], ...]]], ...] = ()
    """Sentences that say two links with one cause, one effect, or back and forth."""


@dataclass(frozen=True, slots=True)
class Generated(Generic[N]):
    """The sets of a language by name, and how a line is given to somebody: its second way is for one sentence only."""

    lang: str
    sets: Mapping[str, Sentences[N]]
    quoted: tuple[str, str, str]
    seed: str = ""
    """What the seeds of its texts begin with."""
    unread: frozenset[str] = frozenset({"blind"})
    """The sets whose misses nobody looks at."""

    def texts(self, name: str, number: int) -> list[Text]:
        """The first texts of a set, always the same."""
        return [_text(self.sets[name], self.quoted, random.Random(f"{self.seed}{name} {n}")) for n in range(number)]


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its edges: cause, effect and sign, by the nouns' forms."""

    text: str
    edges: frozenset[Edge]
    shapes: tuple[str, ...]


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _text(given: Sentences[N], quoted: Sequence[str], rng: random.Random) -> Text:
    nouns = rng.sample(given.nouns, len(given.nouns))
    used: Sequence[Pair[N]]
    if given.knots and rng.random() < SHARE_OF_KNOTS:
        knot = rng.choice(given.knots)
        line, used = knot(nouns[0], nouns[1], nouns[2], rng)
        told = [(line, knot.__name__)]
    else:
        used = [(nouns[a], nouns[b], rng.random() < 0.5) for a, b in _some_pairs(rng)]
        told = list(_said(given, used, rng))
    said = [line for line, _ in told]
    lines = [said[n] for n in rng.sample(range(len(said)), len(said))]
    if rng.random() < 0.3:
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(given.asides)(nouns[-1], nouns[-2]))
    speaker = rng.choice(given.speakers) if rng.random() < 0.4 else None
    edges = frozenset((x.form, y.form, "+" if plus else "-") for x, y, plus in used)
    return Text(" ".join(_told(lines, speaker, quoted, rng)), edges, tuple(name for _, name in told))


def _said(given: Sentences[N], used: Sequence[tuple[N, N, bool]], rng: random.Random) -> Iterator[tuple[str, str]]:
    """What says the links, and by which shape: one after the other, or two that follow on each other at once."""
    left = list(zip([rng.choice(given.shapes) for _ in used], used, strict=True))
    while left:
        shape, (x, y, plus) = left.pop(0)
        if given.chains and left and left[0][1][0] == y and left[0][1][1] != x and rng.random() < SHARE_OF_CHAINS:
            _, (_, z, then) = left.pop(0)
            chain = rng.choice(given.chains)
            yield chain(x, y, z, plus, then, rng), chain.__name__
        else:
            yield shape(x, y, plus, rng), shape.__name__


def _told(lines: Sequence[str], speaker: str | None, quoted: Sequence[str], rng: random.Random) -> Iterator[str]:
    for line in lines:
        how = rng.randrange(len(quoted)) if speaker else -1
        if how < 0 or (how == 1 and ". " in line):
            yield f"{line}."
        else:
            yield quoted[how].format(line=line, speaker=speaker)


def _some_pairs(rng: random.Random) -> list[tuple[int, int]]:
    """A single link, a loop, or loops that share a variable each with one before."""
    kind = rng.random()
    if kind < 0.4:
        return [(0, 1)]
    if kind < 0.8:
        size = rng.randint(2, LARGEST_LOOP)
        return [(n, (n + 1) % size) for n in range(size)]
    pairs: list[tuple[int, int]] = []
    count = 1
    for _ in range(rng.randint(2, MOST_LOOPS)):
        fresh = list(range(count, count + rng.randint(1, 2)))
        count += len(fresh)
        ring = [rng.randrange(fresh[0]), *fresh]
        pairs += [(ring[n], ring[(n + 1) % len(ring)]) for n in range(len(ring))]
    return list(dict.fromkeys(pairs))


@dataclass(slots=True)
class Score:
    """Counts over texts; a found edge is right whatever its sign, ``signed`` of those have the right sign."""

    texts: int = 0
    exact: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0
    signed: int = 0

    def line(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        wrong = self.right - self.signed
        return (
            f"exact {self.exact}/{self.texts} = {self.exact / self.texts:.3f}  precision {precision:.3f}  recall {recall:.3f}  "
            f"wrong signs {wrong} of {self.right}"
        )


class Reader:
    """Reads a text to the edges of all its accounts."""

    def __init__(self, lang: str) -> None:
        self._student = open_student(lang)
        self._pack = load_pack(lang)

    def edges(self, text: str) -> frozenset[Edge]:
        study = self._student(Document(doc="x", text=text, date="2031-03-12"))
        case = build_case([study], self._pack)
        models = account_models(arguing(case), case, [study])
        return frozenset((e.cause, e.effect, e.sign) for one in models for e in one.model.edges)


def score(generated: Generated[N], name: str, number: int, *, report: Callable[[str], None] | None = None) -> Score:
    """The score of the first texts of a set; ``report`` is told every text that is not exact."""
    reader, total = Reader(generated.lang), Score()
    for text in generated.texts(name, number):
        found = reader.edges(text.text)
        pairs, gold = {edge[:2]: edge[2] for edge in found}, {edge[:2]: edge[2] for edge in text.edges}
        right = pairs.keys() & gold.keys()
        total.texts += 1
        total.exact += found == text.edges
        total.gold += len(gold)
        total.found += len(pairs)
        total.right += len(right)
        total.signed += sum(pairs[pair] == gold[pair] for pair in right)
        if report is not None and found != text.edges:
            report(f"{text.text}\n   missed {sorted(text.edges - found)}\n   wrong {sorted(found - text.edges)}")
    return total


def main(generated: Generated[N]) -> None:
    """Print the score of the set and the number of texts that the command line names."""
    name, number = sys.argv[1], int(sys.argv[2])
    if "--list" in sys.argv and name in generated.unread:
        raise SystemExit("The misses of this set are not looked at.")
    print(score(generated, name, number, report=print if "--list" in sys.argv else None).line())
