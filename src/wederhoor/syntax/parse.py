"""From text to words with their lemma, part of speech and head: the one place that touches spaCy's Docs.

Everything after this reads plain columns, so that any pipeline with Universal Dependencies labels will do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self

from wederhoor.languages.pack import LanguagePack
from wederhoor.records import Entity, EntityType
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.pieces import Heads, flattened_pieces, pieces_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BACKWARDS = 2**63
"""spaCy gives a head to the left as an unsigned number: what is this large counts back from 2**64."""
PARTICLES = {"ADP", "ADV", "ADJ", "NOUN", "X"}
"""Parts of speech of separated particles: *op* roepen, *vast* stellen, *plaats* vinden."""
COLUMNS: list[int | str] = ["HEAD", "DEP", "POS", "LEMMA", "MORPH", "SENT_START"]
"""By name: spaCy, which takes a second to load, comes with the pipeline and not with this module."""
ENTITY_TYPES: dict[str, EntityType] = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "MISC": "MISC", "NORP": "MISC",
    "EVENT": "MISC", "LANGUAGE": "MISC", "LAW": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC",
}  # fmt: skip
"""Entity labels of CoNLL-2002 and OntoNotes pipelines; labels that are not here (dates, numbers) are no names."""


class Parser(Protocol):
    """What parses pieces of text: a spaCy pipeline, or some of its components. ``meta`` is what it says of itself."""

    @property
    def meta(self) -> dict[str, Any]: ...

    def pipe(self, texts: Iterable[tuple[str, Any]], *, as_tuples: Literal[True]) -> Iterator[tuple[Doc, Any]]: ...


@dataclass(slots=True)
class _Builder:
    """Collects the columns while Docs come in."""

    text: str
    pack: LanguagePack
    verbs: frozenset[str]
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    entity_of: list[int] = field(default_factory=list)
    paragraph: int = -1
    """The number of the last paragraph that has words."""
    names: dict[int, str] = field(default_factory=dict)
    """Labels by the numbers that spaCy has for them."""

    @classmethod
    def of(cls, text: str, pack: LanguagePack) -> Self:
        return cls(text, pack, frozenset(pack.verb_forms.values()))

    def add_piece(self, doc: Doc, number: int, places: Sequence[int]) -> None:
        """Append a piece of the paragraph of this number."""
        before = len(self.words)
        self.add(doc, places)
        if len(self.words) == before:
            return
        if number == self.paragraph:
            self.paragraphs[-1] = (self.paragraphs[-1][0], len(self.words))
        else:
            self.paragraphs.append((before, len(self.words)))
        self.paragraph = number

    def add(self, doc: Doc, places: Sequence[int]) -> None:
        """Append the words of one piece of text; ``places`` has for every character of the Doc its offset in the document."""
        first, names, relations = len(self.words), self.names, self.pack.about.relations
        lookup = doc.vocab.strings
        for token, row in zip(doc, doc.to_array(COLUMNS).tolist(), strict=True):
            head, dep, pos, lemma, morph, starts = row
            for key in (dep, pos, lemma, morph):
                if key not in names:
                    names[key] = lookup[key].strip("_") if key else ""
            here = len(self.words)
            if starts == 1 or here == first:
                self.sentence_starts.append(here)
            start, end = token.idx, token.idx + len(token.text)
            self.starts.append(places[start])
            self.ends.append(places[end - 1] + 1)
            self.words.append(token.text)
            self.lemmas.append(self._lemma(token.text, names[lemma], names[pos]))
            self.upos.append(names[pos])
            self.feats.append(names[morph])
            self.deps.append(relations.get(names[dep], names[dep]))
            self.heads.append(here + (head if head < BACKWARDS else head - 2 * BACKWARDS))
            self.sentence_of.append(len(self.sentence_starts) - 1)
            self.entity_of.append(-1)
        for span in doc.ents:
            kind = ENTITY_TYPES.get(span.label_)
            if kind:
                for words in self._apart(kind, range(first + span.start, first + span.end)):
                    self._add_entity(kind, words)

    def _apart(self, kind: EntityType, words: range) -> Iterator[list[int]]:
        """The names in what the recogniser has for one: no person has a conjunction in the name (*Lomar en Vardesië*)."""
        between = [w for w in words[1:-1] if kind == "PER" and self.upos[w] == "CCONJ"]
        for before, after in pairwise([words.start - 1, *between, words.stop]):
            yield [*range(before + 1, after)]

    def _lemma(self, form: str, lemma: str, pos: str) -> str:
        lemma = lemma.replace("_", "") or form
        if pos == "VERB" and lemma not in self.verbs:
            return self.pack.verb_forms.get(form.lower(), lemma)
        return lemma

    def _add_entity(self, kind: EntityType, words: list[int]) -> None:
        for word in words:
            self.entity_of[word] = len(self.entities)
        self.entities.append(Entity((self.starts[words[0]], self.ends[words[-1]]), kind))

    def finish(self, places: set[int]) -> Parse:
        """The columns; ``places`` are where the places of datelines begin in the text."""
        children = children_of(self.heads)
        stems = list(self.lemmas)
        self._join_particles()
        ends = [*self.sentence_starts[1:], len(self.words)]
        return Parse(
            text=self.text, starts=self.starts, ends=self.ends, words=self.words,
            lower=[w.lower() for w in self.words], lemmas=self.lemmas, stems=stems, upos=self.upos,
            feats=self.feats, heads=self.heads, deps=self.deps, sentence_of=self.sentence_of,
            sentences=list(zip(self.sentence_starts, ends, strict=True)), paragraphs=self.paragraphs,
            entities=self.entities, entity_of=self.entity_of, children=children,
            datelines=frozenset(word for word, start in enumerate(self.starts) if start in places),
        )  # fmt: skip

    def _join_particles(self) -> None:
        """Give a separated verb its whole lemma: *riep ... op* is oproepen."""
        for word, dep in enumerate(self.deps):
            if dep == "compound:prt" and self.upos[word] in PARTICLES:
                verb = self.heads[word]
                joined = self.pack.hooks.joined(self.lemmas[verb], self.words[word].lower())
                if not self._opens_phrase(word, joined):
                    self.lemmas[verb] = joined

    def _opens_phrase(self, word: int, joined: str) -> bool:
        """*Vindt het [in] orde*: a preposition with its noun is no particle, except in *om het leven komen*."""
        fixed = word + 1 < len(self.words) and self.heads[word + 1] == word and self.deps[word + 1] == "fixed"
        return fixed and joined not in self.verbs


def parse(
    nlp: Parser,
    text: str,
    pack: LanguagePack,
    heads: Heads | None = None,
    follow: Callable[[float], None] | None = None,
) -> Parse:
    """Run the pipeline over every paragraph of ``text`` by itself and put the words together.

    The verb forms of the pack mend the lemmas of verbs that the pipeline does not know. The lines of ``heads`` are left
    out, and of a dateline nothing but the place goes to the pipeline, by itself, and the sign at its end.
    ``follow`` is told what share of the text is parsed, 0 to 1.
    """
    places: set[int] = set()
    pieces = list(pieces_of(text, heads, places))
    builder = _Builder.of(text, pack)
    for doc, (number, signs) in nlp.pipe(flattened_pieces(text, pieces), as_tuples=True):
        builder.add_piece(doc, number, signs)
        if follow and builder.ends:
            follow(builder.ends[-1] / len(text))
    return pack.hooks.normalise(builder.finish(places))


def parse_doc(doc: Doc, pack: LanguagePack, heads: Heads | None = None) -> Parse:
    """The same of a Doc that a pipeline has parsed as a whole: its paragraphs were not parsed each by itself.

    A word whose head stands in another paragraph, or in what is left out, is a root.
    """
    places: set[int] = set()
    builder = _Builder.of(doc.text, pack)
    starts = [token.idx for token in doc]
    for number, start, end in pieces_of(doc.text, heads, places):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if words := [token for token in doc[first:last] if not token.is_space]:
            builder.add_piece(_cut_out(doc, words), number, _signs(words))
    return pack.hooks.normalise(builder.finish(places))


def _cut_out(doc: Doc, words: Sequence[Token]) -> Doc:
    """Some words of a Doc as a Doc, a blank behind each."""
    at = {token.i: number for number, token in enumerate(words)}
    heads = [at.get(token.head.i, number) for number, token in enumerate(words)]
    return type(doc)(
        doc.vocab,
        words=[token.text for token in words],
        pos=[token.pos_ for token in words],
        lemmas=[token.lemma_ for token in words],
        morphs=[str(token.morph) for token in words],
        heads=heads,
        deps=["ROOT" if head == number else words[number].dep_ for number, head in enumerate(heads)],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in words],
    )


def _signs(words: Sequence[Token]) -> list[int]:
    """Where each character of such a Doc stands in the text."""
    return [place for token in words for place in range(token.idx, token.idx + len(token) + 1)]
