"""Learn subword vectors (floret: Boyd and Warmerdam 2022) from raw sentences and the treebank's words.

    python vectors.py LANGUAGE SHARED OUT

writes OUT/vectors, a spaCy vocabulary. One thread, so that the same input gives the same vectors.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import floret
import spacy
from language import languages, part
from spacy.training.initialize import convert_vectors
from treebank import read_treebank

SETTINGS = {
    "model": "skipgram",
    "mode": "floret",
    "hashCount": 2,
    "bucket": 20000,
    "minn": 3,
    "maxn": 6,
    "minCount": 3,
    "dim": 100,
    "epoch": 12,
    "lr": 0.05,
    "ws": 4,
    "neg": 8,
    "thread": 1,
}


def learn(code: str, shared: Path, out: Path) -> None:
    sources = part(code, "sources")
    with tempfile.TemporaryDirectory() as folder:
        text, table = Path(folder, "text"), Path(folder, "table.floret")
        with text.open("w", encoding="utf-8") as lines:
            lines.writelines(line.lower() for line in sources.raw_text(shared))
            for sentence in read_treebank(shared / sources.TREEBANK / "train.conllu.gz"):
                lines.write(" ".join(t.form.lower() for t in sentence.tokens) + "\n")
        model = floret.train_unsupervised(str(text), **SETTINGS)
        model.save_floret_vectors(str(table))
        nlp = spacy.blank(code)
        convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret", attr="NORM")
        nlp.to_disk(out / "vectors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=languages())
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    learn(arguments.language, arguments.shared, arguments.out)
