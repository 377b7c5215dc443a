"""Score a pipeline from raw text in real paragraphs, as the CoNLL 2018 shared task does, and time it.

    python score.py LANGUAGE MODEL SHARED [--split dev,...] [--names test-gum,...]

F1 over words found by character offsets, punctuation included, relations with subtypes. LEMMA is compared without
underscores, a separated verb with its particle joined. --names scores the names of files of the language that have them: whole
names with their type, those of types that the file lacks and those on words of which it says nothing left out.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from language import languages, part
from names import entity_spans
from treebank import MISSING_ENTITY, Sentence, by_paragraph, read_treebank

from wederhoor.languages.pack import LanguagePack, available_languages, load_pack
from wederhoor.languages.tables import Folder
from wederhoor.records.parse import Parse
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

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


def plain_pack(code: str) -> LanguagePack:
    """The pack of a language, or one without tables where there is none yet, that mends no lemma of the pipeline."""
    pack = load_pack(code) if code in available_languages() else LanguagePack(code, Folder(Path(__file__).parent))
    return pack.replace(verb_forms={})


def system_words(p: Parse) -> dict[tuple[int, int], tuple[Row, tuple[int, int] | None]]:
    spans = list(zip(p.starts, p.ends, strict=True))
    out = {}
    for i, span in enumerate(spans):
        head = None if p.heads[i] == i else spans[p.heads[i]]
        lemma = p.stems[i] if " " in p.lemmas[i] else p.lemmas[i]  # take down
        out[span] = ((p.upos[i], p.feats[i], lemma, p.deps[i].replace("ROOT", "root")), head)
    return out


def _moved(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return None if span is None else (span[0] + by, span[1] + by)


def score(nlp, path: Path, pack: LanguagePack) -> dict[str, float]:
    right = dict.fromkeys(("tokens", "upos", "feats", "lemma", "uas", "las", "sentences"), 0)
    n_gold = s_gold = 0
    paragraphs = [gold_words(paragraph) for paragraph in by_paragraph(read_treebank(path))]
    p = parse(nlp, "\n".join(text for text, _, _ in paragraphs), pack)
    system = system_words(p)
    found = {p.span(a, b) for a, b in p.sentences}
    n_system, s_system = len(system), len(found)
    begin = 0
    for text, words, sentences in paragraphs:
        gold = [(_moved(span, begin), row, _moved(head, begin)) for span, row, head in words]
        n_gold, s_gold = n_gold + len(gold), s_gold + len(sentences)
        right["sentences"] += len(found & {_moved(span, begin) for span in sentences})
        begin += len(text) + 1
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


def score_names(nlp, sentences: list[Sentence]) -> dict[str, float]:
    types = {kind for s in sentences for _, _, kind in entity_spans(s)}
    right = found = wanted = 0
    texts = [gold_words([sentence]) for sentence in sentences]
    for sentence, (_, words, _), doc in zip(sentences, texts, nlp.pipe(t for t, _, _ in texts), strict=True):
        spans = [span for span, _, _ in words]
        gold = {(spans[a][0], spans[b - 1][1], kind) for a, b, kind in entity_spans(sentence)}
        unknown = [s for s, t in zip(spans, sentence.tokens, strict=True) if t.entity == MISSING_ENTITY]
        system = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in types}
        system = {e for e in system if e in gold or not any(a < e[1] and e[0] < b for a, b in unknown)}
        right, found, wanted = right + len(gold & system), found + len(system), wanted + len(gold)
    return {"precision": right / found, "recall": right / wanted, "f1": 2 * right / (found + wanted)}


def time_reading(nlp, texts: list[str]) -> None:
    words = sum(len(t.split()) for t in texts)
    speeds = []
    for _ in range(3):
        started = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        speeds.append(words / (time.process_time() - started))
    print(
        f"{np.median(speeds):.0f} words a second of processor time (median of 3, {words} words, texts of a paragraph)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=languages())
    parser.add_argument("model")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--split", help="files of the treebank, with commas between; without it all that are scored")
    parser.add_argument("--names", default="", help="files of names, with commas between")
    arguments = parser.parse_args()
    sources = part(arguments.language, "sources")
    folder = arguments.shared / sources.TREEBANK
    started = time.perf_counter()
    nlp = load_pipeline(arguments.model, sources.PROBE)
    print(f"loaded in {time.perf_counter() - started:.2f} s")
    pack = plain_pack(arguments.language)
    splits = sources.SPLITS if arguments.split is None else [s for s in arguments.split.split(",") if s]
    for split in splits:
        print(
            f"{split:16}", "  ".join(f"{k} {v:.2f}" for k, v in score(nlp, folder / f"{split}.conllu.gz", pack).items())
        )
    for name in filter(None, arguments.names.split(",")):
        figures = score_names(nlp, list(sources.named(arguments.shared, name)))
        print(f"names {name:16}", "  ".join(f"{k} {v:.3f}" for k, v in figures.items()))
    time_reading(nlp, [gold_words(p)[0] for p in by_paragraph(read_treebank(folder / f"{sources.TIMED}.conllu.gz"))])


if __name__ == "__main__":
    main()
