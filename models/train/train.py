"""Train a pipeline from a corpus that corpus.py made.

    python train.py LANGUAGE CORPUS OUT

writes OUT/model-best and OUT/model-last. Runs on one core; matrix products go through NumPy, whose OpenBLAS is about three
times as fast on them as the BLIS that spaCy takes by default.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import spacy
from language import MODELS, languages, part
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=languages())
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    mender = part(arguments.language, "tokenizer").mend_tokenizer
    spacy.registry.callbacks.register("wederhoor.mend_tokenizer.v1", func=lambda: mender)
    set_current_ops(NumpyOps(use_blis=False))
    paths = {f"paths.{name}": str(arguments.corpus / f"{name}.spacy") for name in ("train", "dev")}
    paths["paths.vectors"] = str(arguments.corpus / "vectors")
    config = load_config(MODELS / arguments.language / "config.cfg", overrides=paths, interpolate=False)
    nlp = init_nlp(config)
    set_current_ops(NumpyOps(use_blis=False))
    arguments.out.mkdir(parents=True, exist_ok=True)
    train(nlp, arguments.out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
