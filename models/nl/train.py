"""Train the Dutch pipeline from a corpus that corpus.py made.

    python train.py CORPUS OUT

writes OUT/model-best and OUT/model-last. Runs on one core; matrix products go through NumPy, whose OpenBLAS is about three
times as fast on them as the BLIS that spaCy takes by default.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops
from tokenizer import mend_tokenizer

HERE = Path(__file__).parent


@spacy.registry.callbacks("wederhoor.mend_tokenizer.v1")
def make_mender():
    return mend_tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    paths = {f"paths.{name}": str(arguments.corpus / f"{name}.spacy") for name in ("train", "dev")}
    paths["paths.vectors"] = str(arguments.corpus / "vectors")
    config = load_config(HERE / "config.cfg", overrides=paths, interpolate=False)
    nlp = init_nlp(config)
    set_current_ops(NumpyOps(use_blis=False))
    arguments.out.mkdir(parents=True, exist_ok=True)
    train(nlp, arguments.out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
