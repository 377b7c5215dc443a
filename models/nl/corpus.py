"""Make the training corpus: paragraphs of treebank and annotated sentences with varied quotation marks.

    python corpus.py SHARED OUT [--passes N]

writes OUT/train.spacy and OUT/dev.spacy (spaCy DocBins). Same input, same bytes.
"""

from __future__ import annotations

import argparse
import copy
import gzip
import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import quotes
import spacy
from spacy.tokens import Doc, DocBin, Span
from treebank import IN_PARAGRAPH, MISSING_ENTITY, Sentence, Token, by_paragraph, read_treebank

HERE = Path(__file__).parent
ALONE = {
    "eans", "qa", "wpspel", "ntv-suite", "qtleap1a", "qtleap1q", "g_suite", "h_suite", "i_suite", "j_suite",
    "leuven_yellow_pages", "lot_test_suite1", "cgn_exs", "LassySample250", "LassySample500", "medfail", "extra", "raw",
}  # fmt: skip
"""Sources whose sentences do not follow one another in a text."""
PARAGRAPH_LENGTHS = [1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8]


def load_entities(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Key of a sentence -> its entities as (first token, end token, type)."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            key, _, rest = line.rstrip("\n").partition("\t")
            spans = [s.split(":") for s in rest.split()]
            found[key] = [(int(a), int(b), kind) for a, b, kind in spans]
    return found


def mark_entities(sentence: Sentence, entities: list[tuple[int, int, str]]) -> None:
    for token in sentence.tokens:
        token.entity = "O"
    for start, end, kind in entities:
        for i in range(start, end):
            sentence.tokens[i].entity = ("B-" if i == start else "I-") + kind


def raw_sentences(path: Path, wanted: dict[str, list[tuple[int, int, str]]]) -> Iterator[Sentence]:
    """The annotated lines of raw-dutch, with blanks put where a newspaper would have them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            key = f"raw:{number}"
            if key in wanted:
                forms = line.split()
                tokens = [Token(f, "", "", "", "", i, "", True) for i, f in enumerate(forms)]
                _close_up(tokens)
                yield Sentence(key, "raw", tokens, parsed=False)


def _close_up(tokens: list[Token]) -> None:
    opened = {'"': False, "'": False}
    for i, token in enumerate(tokens):
        previous = tokens[i - 1] if i else None
        if token.form in opened:
            closes = opened[token.form]
            opened[token.form] = not closes
            if not closes:
                token.space_after = False
            elif previous:
                previous.space_after = False
        elif re.fullmatch(r"[.,;:?!)\]»%]|\.\.\.", token.form) and previous:
            previous.space_after = False
        elif token.form in ("(", "[", "«"):
            token.space_after = False


def strip_particles(sentence: Sentence) -> None:
    """Lemma of a separated verb without its particle: the reader joins the two again by the tree."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head]
        if token.dep == "compound:prt" and verb.lemma.startswith(token.form.lower()):
            verb.lemma = verb.lemma.removeprefix(token.form.lower()) or verb.lemma


class NameSwapper:
    """Puts names from the name lists in the place of annotated ones of the same type and length."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[tuple[str, int], list[list[str]]] = {}
        for kind, stem in (("PER", "per"), ("LOC", "geo"), ("ORG", "org")):
            with gzip.open(folder / f"{stem}.txt.gz", "rt", encoding="utf-8") as lines:
                for line in lines:
                    parts = line.split()
                    if 1 <= len(parts) <= 3 and all(p[0].isupper() and p.isalpha() for p in parts):
                        self.names.setdefault((kind, len(parts)), []).append(parts)

    def swap(self, sentence: Sentence, rng: random.Random, share: float) -> None:
        for start, end, kind in list(entity_spans(sentence)):
            pool = self.names.get((kind, end - start))
            if pool and rng.random() < share and all(t.form[0].isupper() for t in sentence.tokens[start:end]):
                for token, form in zip(sentence.tokens[start:end], rng.choice(pool), strict=True):
                    token.lemma = form if token.lemma else ""
                    token.form = form


def entity_spans(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for key, group in groupby(enumerate(_entity_numbers(sentence)), key=lambda pair: pair[1]):
        indices = [i for i, _ in group]
        if key is not None:
            yield indices[0], indices[-1] + 1, sentence.tokens[indices[0]].entity[2:]


def _entity_numbers(sentence: Sentence) -> Iterator[int | None]:
    number = 0
    for token in sentence.tokens:
        number += token.entity.startswith("B")
        yield number if token.entity[0] in "BI" else None


def paragraphs(sentences: list[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    for source, group in groupby(sentences, key=lambda s: s.source):
        members = list(group)
        if IN_PARAGRAPH.match(members[0].key) and source not in ALONE:
            yield from by_paragraph(members)
            continue
        while members:
            length = 1 if source in ALONE else rng.choice(PARAGRAPH_LENGTHS)
            yield members[:length]
            del members[:length]


def augment(paragraph: list[Sentence], rng: random.Random) -> None:
    """Vary the marks that are there, then put some around runs of sentences and around phrases."""
    style = rng.choice(quotes.SPEECH_STYLES)
    if rng.random() < 0.7:
        spaced = rng.random() < 0.1
        for sentence in paragraph:
            quotes.vary_marks(sentence, style, spaced)
    running_text = all(s.parsed and s.tokens[-1].form in ".?!" and len(s.tokens) > 3 for s in paragraph)
    unquoted = not any(t.form in quotes.OPENING | quotes.CLOSING for s in paragraph for t in s.tokens)
    if running_text and unquoted and rng.random() < 0.25:
        first = rng.randrange(len(paragraph))
        last = rng.randrange(first, len(paragraph))
        quotes.wrap_run(paragraph[first : last + 1], style)
        if rng.random() < 0.6:
            quotes.add_report(paragraph[last], rng, comma_first=rng.random() < 0.5)
    for sentence in paragraph:
        if sentence.parsed and rng.random() < 0.06:
            quotes.scare_quote(sentence, rng)


def to_doc(paragraph: list[Sentence], vocab: spacy.Vocab) -> Doc:
    """One Doc a paragraph, with what is annotated and nothing else."""
    tokens = [t for s in paragraph for t in s.tokens]
    for sentence in paragraph[:-1]:
        sentence.tokens[-1].space_after = True
    words, spaces = [t.form for t in tokens], [t.space_after for t in tokens]
    if all(s.parsed for s in paragraph):
        offsets = [o for s, o in zip(paragraph, _offsets(paragraph), strict=True) for _ in s.tokens]
        doc = Doc(
            vocab, words, spaces,
            lemmas=[t.lemma for t in tokens],
            pos=[t.upos for t in tokens],
            tags=[t.xpos for t in tokens],
            morphs=[t.feats for t in tokens],
            heads=[t.head + o for t, o in zip(tokens, offsets, strict=True)],
            deps=["ROOT" if t.dep == "root" else t.dep for t in tokens],
        )  # fmt: skip
    else:
        doc = Doc(vocab, words, spaces)
    _set_entities(doc, paragraph)
    return doc


def _set_entities(doc: Doc, paragraph: list[Sentence]) -> None:
    entities, missing = [], []
    for sentence, offset in zip(paragraph, _offsets(paragraph), strict=True):
        entities += [Span(doc, a + offset, b + offset, kind) for a, b, kind in entity_spans(sentence)]
        missing += [
            Span(doc, i + offset, i + offset + 1) for i, t in enumerate(sentence.tokens) if t.entity == MISSING_ENTITY
        ]
    doc.set_ents(entities, missing=missing, default="outside")


def _offsets(paragraph: list[Sentence]) -> list[int]:
    offsets, total = [], 0
    for sentence in paragraph:
        offsets.append(total)
        total += len(sentence.tokens)
    return offsets


def build(shared: Path, out: Path, passes: int) -> None:
    entities_file = HERE / "entities.tsv.gz"
    entities = load_entities(entities_file) if entities_file.exists() else {}
    sentences = list(read_treebank(shared / "data/ud-dutch/train.conllu.gz"))
    sentences += raw_sentences(shared / "data/raw-dutch/sentences.txt.gz", entities)
    for sentence in sentences:
        key = sentence.key if sentence.key.startswith("raw:") else f"ud:{sentence.key}"
        if key in entities:
            mark_entities(sentence, entities[key])
        strip_particles(sentence)
    swapper = NameSwapper(shared / "data/names-dutch")
    vocab = spacy.blank("nl").vocab
    train = DocBin()
    for number in range(passes):
        rng = random.Random(number)
        copies = copy.deepcopy(sentences)
        for paragraph in paragraphs(copies, rng):
            if number:
                for sentence in paragraph:
                    swapper.swap(sentence, rng, share=0.4)
            augment(paragraph, rng)
            train.add(to_doc(paragraph, vocab))
    train.to_disk(out / "train.spacy")
    dev = DocBin()
    for paragraph in by_paragraph(read_treebank(shared / "data/ud-dutch/dev.conllu.gz")):
        for sentence in paragraph:
            strip_particles(sentence)
        dev.add(to_doc(paragraph, vocab))
    dev.to_disk(out / "dev.spacy")
    print(f"{len(train)} training and {len(dev)} development paragraphs in {out}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    build(arguments.shared, arguments.out, arguments.passes)
