"""Learn subword vectors (floret: Boyd and Warmerdam 2022) from raw sentences, the treebank's words and the name lists.

A name stands in a line of its own between two signs of its type, so that names of one type get like vectors.

    python vectors.py SHARED OUT

writes OUT/vectors, a spaCy vocabulary. One thread, so that the same input gives the same vectors.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from pathlib import Path

import floret
import spacy
from spacy.training.initialize import convert_vectors
from treebank import read_treebank

NAMES = {"per": "persoonsnaam", "geo": "plaatsnaam", "org": "organisatienaam", "misc": "werknaam"}
SETTINGS = {
    "model": "skipgram",
    "mode": "floret",
    "hashCount": 2,
    "bucket": 40000,
    "minn": 3,
    "maxn": 6,
    "minCount": 2,
    "dim": 100,
    "epoch": 10,
    "lr": 0.05,
    "ws": 4,
    "neg": 8,
    "thread": 1,
}


def learn(shared: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text, table = Path(folder, "text"), Path(folder, "table.floret")
        with text.open("w", encoding="utf-8") as lines:
            with gzip.open(shared / "data/raw-dutch/sentences.txt.gz", "rt", encoding="utf-8") as raw:
                lines.writelines(line.lower() for line in raw)
            for sentence in read_treebank(shared / "data/ud-dutch/train.conllu.gz"):
                lines.write(" ".join(t.form.lower() for t in sentence.tokens) + "\n")
            for stem, sign in NAMES.items():
                with gzip.open(shared / f"data/names-dutch/{stem}.txt.gz", "rt", encoding="utf-8") as names:
                    lines.writelines(f"{sign} {name.strip().lower()} {sign}\n" for name in names)
        model = floret.train_unsupervised(str(text), **SETTINGS)
        model.save_floret_vectors(str(table))
        nlp = spacy.blank("nl")
        convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret", attr="NORM")
        nlp.to_disk(out / "vectors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    learn(arguments.shared, arguments.out)
