"""Make the training corpus: paragraphs of treebank and annotated sentences with varied quotation marks.

    python corpus.py LANGUAGE SHARED OUT [--passes N]

writes OUT/train.spacy and OUT/dev.spacy (spaCy DocBins). Same input, same bytes.
"""

from __future__ import annotations

import argparse
import copy
import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from types import ModuleType

import plain
import spacy
from language import MODELS, languages, part
from names import entity_spans, swap_names
from spacy.tokens import Doc, DocBin, Span
from treebank import MISSING_ENTITY, Sentence, Token, by_paragraph, in_paragraph, read_treebank

PARAGRAPH_LENGTHS = [1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8]
PLAIN_STATEMENTS = 4000
"""Sentences of plain.py in each pass."""
SHARE_REPORTED = 0.4
"""How many of them somebody reports, without quotation marks: *..., said director Smeed*."""
HIDDEN = "\0"
"""In the place of a closing quotation mark, while a report is put behind it."""


def paragraphs(sentences: list[Sentence], rng: random.Random, alone: set[str]) -> Iterator[list[Sentence]]:
    """``alone``: the sources whose sentences do not follow one another in a text."""
    for source, group in groupby(sentences, key=lambda s: s.source):
        members = list(group)
        if in_paragraph(members[0]) and source not in alone:
            yield from by_paragraph(members)
            continue
        while members:
            length = 1 if source in alone else rng.choice(PARAGRAPH_LENGTHS)
            yield members[:length]
            del members[:length]


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


def _report(sentence: Sentence, quotes: ModuleType, rng: random.Random) -> None:
    """Put who says it behind a statement that is not quoted."""
    end = len(sentence.tokens)
    sentence.tokens[-1].space_after = False
    sentence.insert(end, Token(HIDDEN, HIDDEN, "PUNCT", "", "", sentence.root, "punct", True))
    quotes.add_report(sentence, rng, comma_first=True)
    hidden = next(i for i, token in enumerate(sentence.tokens) if token.form == HIDDEN)
    del sentence.tokens[hidden]
    sentence.tokens[hidden - 1].space_after = True
    for token in sentence.tokens:
        token.head -= token.head > hidden


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


def build(code: str, shared: Path, out: Path, passes: int) -> None:
    sources, quotes = part(code, "sources"), part(code, "quotes")
    sentences = sources.training(shared)
    names = sources.names_to_swap(shared, sentences)
    patterns = list(read_treebank(MODELS / code / "plain.conllu"))
    words = plain.words_of(
        sentences,
        one_word=sources.COMPOUNDS_ARE_ONE_WORD,
        particles=sources.PARTICLES,
        articles=sources.ARTICLES,
    )
    vocab = spacy.blank(code).vocab
    train = DocBin()
    for number in range(passes):
        rng = random.Random(number)
        copies = copy.deepcopy(sentences)
        for sentence in plain.made(patterns, words, PLAIN_STATEMENTS, rng):
            if rng.random() < SHARE_REPORTED:
                _report(sentence, quotes, rng)
            copies.append(sentence)
        for paragraph in paragraphs(copies, rng, sources.ALONE):
            if number:
                for sentence in paragraph:
                    swap_names(sentence, names, rng, share=0.4)
            quotes.augment(paragraph, rng)
            train.add(to_doc(paragraph, vocab))
    train.to_disk(out / "train.spacy")
    dev = DocBin()
    for paragraph in by_paragraph(sources.development(shared)):
        dev.add(to_doc(paragraph, vocab))
    dev.to_disk(out / "dev.spacy")
    print(f"{len(train)} training and {len(dev)} development paragraphs in {out}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=languages())
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    build(arguments.language, arguments.shared, arguments.out, arguments.passes)
