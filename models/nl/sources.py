"""What the Dutch pipeline is made of."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from names import NamePool, close_up, load_entities, mark_entities
from treebank import Sentence, Token, read_treebank

TREEBANK = "data/ud-dutch"
SPLITS = ["dev", "test-alpino", "test-lassysmall"]
TIMED = "test-lassysmall"
PROBE = "Jan zegt dat de minister gisteren een brief aan hem heeft geschreven."
ALONE = {
    "eans", "qa", "wpspel", "ntv-suite", "qtleap1a", "qtleap1q", "g_suite", "h_suite", "i_suite", "j_suite",
    "leuven_yellow_pages", "lot_test_suite1", "cgn_exs", "LassySample250", "LassySample500", "medfail", "extra", "raw",
}  # fmt: skip
"""Sources whose sentences do not follow one another in a text."""
COMPOUNDS_ARE_ONE_WORD = True
PARTICLES: tuple[str, ...] = tuple(
    "aan af bij door in mee na om op over terug toe tussen uit voor weg rond samen tegen vast neer los".split()
)
"""Beginnings of verbs that come apart, so that their forms in one word stand in no main clause."""
DE = Token("de", "de", "DET", "LID|bep|stan|rest", "Definite=Def", 0, "det", True)
HET = Token("het", "het", "DET", "LID|bep|stan|evon", "Definite=Def", 0, "det", True)
ARTICLES = {"Gender=Com|Number=Sing": DE, "Number=Plur": DE, "Gender=Neut|Number=Sing": HET}
"""Features of a noun -> its article, in plain statements."""
META = {
    "name": "wederhoor_news",
    "description": "Dutch news: tagger, morphology, lemmas, Universal Dependencies, sentences, names (PER, ORG, LOC, MISC)",
    "author": "The Wederhoor project",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD Dutch Alpino and LassySmall", "license": "CC BY-SA 4.0"},
        {"name": "Alpino treebanks, sentences and name lists", "license": "LGPL-2.1 or later"},
    ],
}
RAW = "data/raw-dutch/sentences.txt.gz"
ENTITIES = Path(__file__).parent / "entities.tsv.gz"


def training(shared: Path) -> list[Sentence]:
    """The sentences to train on, with the names that are annotated in them."""
    entities = load_entities(ENTITIES) if ENTITIES.exists() else {}
    sentences = list(read_treebank(shared / TREEBANK / "train.conllu.gz"))
    sentences += _raw_sentences(shared / RAW, entities)
    for sentence in sentences:
        key = sentence.key if sentence.key.startswith("raw:") else f"ud:{sentence.key}"
        if key in entities:
            mark_entities(sentence, entities[key])
        _strip_particles(sentence)
    return sentences


def development(shared: Path) -> Iterable[Sentence]:
    for sentence in read_treebank(shared / TREEBANK / "dev.conllu.gz"):
        _strip_particles(sentence)
        yield sentence


def names_to_swap(shared: Path, _: list[Sentence]) -> NamePool:
    """Names of up to three words from the name lists, by type and number of words."""
    names: NamePool = {}
    for kind, stem in (("PER", "per"), ("LOC", "geo"), ("ORG", "org")):
        with gzip.open(shared / "data/names-dutch" / f"{stem}.txt.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                parts = line.split()
                if 1 <= len(parts) <= 3 and all(p[0].isupper() and p.isalpha() for p in parts):
                    names.setdefault((kind, len(parts)), []).append(parts)
    return names


def raw_text(shared: Path) -> Iterator[str]:
    """Lines of words for the vectors, besides those of the treebank."""
    with gzip.open(shared / RAW, "rt", encoding="utf-8") as lines:
        yield from lines


def _raw_sentences(path: Path, wanted: dict[str, list[tuple[int, int, str]]]) -> Iterator[Sentence]:
    """The annotated lines of raw-dutch, with blanks put where a newspaper would have them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            key = f"raw:{number}"
            if key in wanted:
                forms = line.split()
                tokens = [Token(f, "", "", "", "", i, "", True) for i, f in enumerate(forms)]
                close_up(tokens)
                yield Sentence(key, "raw", tokens, parsed=False)


def _strip_particles(sentence: Sentence) -> None:
    """Lemma of a separated verb without its particle: the reader joins the two again by the tree."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head]
        if token.dep == "compound:prt" and verb.lemma.startswith(token.form.lower()):
            verb.lemma = verb.lemma.removeprefix(token.form.lower()) or verb.lemma
