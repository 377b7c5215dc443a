"""Score a pipeline from raw text in real paragraphs, as the CoNLL 2018 shared task does, and time it.

    python score.py MODEL SHARED [--split dev,test-alpino,test-lassysmall]

F1 over words found by character offsets, punctuation included, relations with subtypes. LEMMA is compared without
underscores, a separated verb with its particle joined.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from treebank import Sentence, by_paragraph, read_treebank

from wederhoor.languages.pack import load_pack
from wederhoor.syntax.parse import Parse, parse
from wederhoor.syntax.pipeline import load_pipeline

PACK = load_pack("nl")
Row = tuple[str, ...]


def gold_words(
    paragraph: list[Sentence],
) -> tuple[str, list[tuple[tuple[int, int], Row, tuple[int, int] | None]], set[tuple[int, int]]]:
    """Text, words as (span, (upos, xpos-free feats, lemma, dep), span of the head), and the sentences' spans."""
    text, words, sentences = "", [], set()
    for sentence in paragraph:
        text += " " * bool(text)
        begin, spans = len(text), []
        for i, token in enumerate(sentence.tokens):
            spans.append((len(text), len(text) + len(token.form)))
            text += token.form + " " * (token.space_after and i < len(sentence.tokens) - 1)
        sentences.add((begin, spans[-1][1]))
        for token, span in zip(sentence.tokens, spans, strict=True):
            head = None if spans[token.head] == span else spans[token.head]
            words.append((span, (token.upos, token.feats, token.lemma, "root" if head is None else token.dep), head))
    return text, words, sentences


def system_words(p: Parse) -> dict[tuple[int, int], tuple[Row, tuple[int, int] | None]]:
    spans = list(zip(p.starts, p.ends, strict=True))
    out = {}
    for i, span in enumerate(spans):
        head = None if p.heads[i] == i else spans[p.heads[i]]
        out[span] = ((p.upos[i], p.feats[i], p.lemmas[i], p.deps[i].replace("ROOT", "root")), head)
    return out


def score(nlp, path: Path) -> dict[str, float]:
    right = dict.fromkeys(("tokens", "upos", "feats", "lemma", "uas", "las", "sentences"), 0)
    n_gold = n_system = s_gold = s_system = 0
    for paragraph in by_paragraph(read_treebank(path)):
        text, gold, sentences = gold_words(paragraph)
        p = parse(nlp, text, PACK.replace(verb_forms={}))
        system = system_words(p)
        n_gold, n_system = n_gold + len(gold), n_system + len(system)
        found = {p.span(a, b) for a, b in p.sentences}
        s_gold, s_system = s_gold + len(sentences), s_system + len(found)
        right["sentences"] += len(found & sentences)
        for span, (upos, feats, lemma, dep), head in gold:
            if span not in system:
                continue
            (upos2, feats2, lemma2, dep2), head2 = system[span]
            right["tokens"] += 1
            right["upos"] += upos == upos2
            right["feats"] += feats == feats2
            right["lemma"] += lemma == lemma2
            right["uas"] += head == head2
            right["las"] += head == head2 and dep == dep2
    out = {k: 200 * v / (n_gold + n_system) for k, v in right.items()}
    out["sentences"] = 200 * right["sentences"] / (s_gold + s_system)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--split", default="dev,test-alpino,test-lassysmall")
    arguments = parser.parse_args()
    started = time.perf_counter()
    nlp = load_pipeline(arguments.model, PACK.about.probe)
    print(f"loaded in {time.perf_counter() - started:.2f} s")
    for split in arguments.split.split(","):
        path = arguments.shared / f"data/ud-dutch/{split}.conllu.gz"
        print(f"{split:16}", "  ".join(f"{k} {v:.2f}" for k, v in score(nlp, path).items()))
    texts = [
        gold_words(p)[0]
        for p in by_paragraph(read_treebank(arguments.shared / "data/ud-dutch/test-lassysmall.conllu.gz"))
    ]
    words = sum(len(t.split()) for t in texts)
    speeds = []
    for _ in range(3):
        started = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        speeds.append(words / (time.perf_counter() - started))
    print(f"{np.median(speeds):.0f} words a second (median of 3, {words} words, texts of a paragraph)")


if __name__ == "__main__":
    main()
