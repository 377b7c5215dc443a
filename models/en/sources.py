"""What the English pipeline is made of."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from names import NamePool, close_up, entity_spans
from treebank import MISSING_ENTITY, Sentence, Token, read_treebank

TREEBANK = "data/english-ud"
SPLITS = ["dev", "test-pud", "test-gum", "test-ewt"]
TIMED = "test-pud"
PROBE = "John says that the minister wrote him a letter yesterday."
NAMES = "data/english-names"
ALONE = {"btc", "re3d"}
"""Sources whose sentences do not follow one another in a text."""
ANNOTATED = ("uner-ewt", "gum")
"""Files of names in the sentences of the treebank."""
UNPARSED = ("wikigold", "re3d", "btc")
"""Files of names in sentences of their own."""
COMPOUNDS_ARE_ONE_WORD = False
PARTICLES: tuple[str, ...] = ()
"""Beginnings of verbs that come apart, so that their forms in one word stand in no main clause."""
ARTICLES: dict[str, Token] = {}
"""Features of a noun -> its article, in plain statements; English ones are bare, which is what is hard in them."""
META = {
    "name": "wederhoor_news",
    "description": "English news: tagger, morphology, lemmas, Universal Dependencies, sentences, names (PER, ORG, LOC, MISC)",
    "author": "The Wederhoor project",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {
            "name": "GUM, the genres that may be passed on",
            "license": "CC BY 4.0, texts CC BY, CC BY-SA or public domain",
        },
        {"name": "Universal NER on EWT", "license": "CC BY-SA 4.0"},
        {"name": "wikigold", "license": "CC BY 4.0"},
        {"name": "re3d without BBC Online", "license": "Open Government Licence 3.0 and others, by source"},
        {"name": "Broad Twitter Corpus", "license": "CC BY 4.0"},
        {"name": "Causal News Corpus V2 (words for the vectors)", "license": "CC0 1.0"},
        {"name": "English Wikinews 2019-2020 (words for the vectors)", "license": "CC BY 2.5"},
    ],
}
CLITICS = {"'s", "n't", "'re", "'ll", "'ve", "'d", "'m", "’s", "n’t", "’re", "’ll", "’ve", "’d", "’m"}
CURRENCY = {"$", "£", "€"}


def training(shared: Path) -> list[Sentence]:
    """The sentences to train on, with the names that are annotated in them."""
    sentences = list(read_treebank(shared / TREEBANK / "train.conllu.gz"))
    tags = {key: found for name in ANNOTATED for key, found in _tagged(shared, f"train-{name}")}
    for sentence in sentences:
        _give_tags(sentence, tags.get(sentence.key, []))
    return sentences + [s for name in UNPARSED for s in _unparsed(shared, name)]


def development(shared: Path) -> Iterable[Sentence]:
    """The names of GUM only: those of EWT's development set lack a type."""
    tags = dict(_tagged(shared, "dev-gum"))
    for sentence in read_treebank(shared / TREEBANK / "dev.conllu.gz"):
        _give_tags(sentence, tags.get(sentence.key, []))
        yield sentence


def named(shared: Path, name: str) -> Iterator[Sentence]:
    """The sentences of a file of names in the sentences of the treebank, as *test-gum*, to score names on."""
    split, _, source = name.partition("-")
    treebank = "dev" if split == "dev" else f"test-{source.removeprefix('uner-')}"
    tags = dict(_tagged(shared, name))
    for sentence in read_treebank(shared / TREEBANK / f"{treebank}.conllu.gz"):
        if sentence.key in tags:
            _give_tags(sentence, tags[sentence.key])
            yield sentence


def names_to_swap(_: Path, sentences: list[Sentence]) -> NamePool:
    """The annotated names of up to three words, by type and number of words; none of tweets."""
    names: NamePool = {}
    for sentence in sentences:
        for start, end, kind in entity_spans(sentence):
            parts = [t.form for t in sentence.tokens[start:end]]
            fits = end - start <= 3 and all(p[0].isupper() and p.isalpha() for p in parts)
            if fits and sentence.source != "btc" and kind != "MISC":
                names.setdefault((kind, end - start), []).append(parts)
    return names


def raw_text(shared: Path) -> Iterator[str]:
    """Lines of words for the vectors, besides those of the treebank."""
    for name in UNPARSED:
        for _, words in _tagged(shared, f"train-{name}"):
            yield " ".join(form for form, _ in words) + "\n"
    with gzip.open(shared / "data/english-causes/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"] + "\n"
    nlp = spacy.blank("en")
    for path in sorted((shared / "data/english-news").glob("2*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line:
                yield " ".join(t.text for t in nlp.make_doc(line)) + "\n"


def _tagged(shared: Path, name: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Sentence id -> its words and their tags."""
    key, words = "", []
    with gzip.open(shared / NAMES / f"{name}.conll.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id = "):
                key = line.removeprefix("# sent_id = ").strip()
            elif "\t" in line:
                form, tag = line.rstrip("\n").split("\t")
                words.append((form, tag))
            elif words:
                yield key, words
                words = []
    if words:
        yield key, words


def _give_tags(sentence: Sentence, words: list[tuple[str, str]]) -> None:
    if [form for form, _ in words] == [t.form for t in sentence.tokens]:
        for token, (_, tag) in zip(sentence.tokens, words, strict=True):
            token.entity = tag


def _unparsed(shared: Path, source: str) -> Iterator[Sentence]:
    for key, words in _tagged(shared, f"train-{source}"):
        tokens = [Token(form, "", "", "", "", i, "", True, tag) for i, (form, tag) in enumerate(words)]
        _doubt_capitals(tokens, source)
        close_up(tokens)
        _close_up_english(tokens)
        yield Sentence(key, source, tokens, parsed=False)


def _doubt_capitals(tokens: list[Token], source: str) -> None:
    """Tweets were not marked for MISC: a capital inside one may be such a name."""
    if source == "btc":
        for token in tokens[1:]:
            if token.entity == "O" and token.form[0].isupper():
                token.entity = MISSING_ENTITY


def _close_up_english(tokens: list[Token]) -> None:
    for i, token in enumerate(tokens):
        previous = tokens[i - 1] if i else None
        if previous and (token.form in CLITICS or (token.form == "-" and previous.form.isalnum())):
            previous.space_after = False
        if token.form in CURRENCY or (token.form == "-" and previous and not previous.space_after):
            token.space_after = False
