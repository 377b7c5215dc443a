"""Train a pipeline from a corpus that corpus.py made.

    python train.py LANGUAGE CORPUS OUT [--from PIPELINE --steps N --rate R]

writes OUT/model-best and OUT/model-last. ``--from`` goes on with a pipeline that is there, so that what it reads changes no more
than it must. Runs on one core; matrix products go through NumPy, whose OpenBLAS is about three
times as fast on them as the BLIS that spaCy takes by default.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import spacy
from language import MODELS, languages, part
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops


def _know_lemmas_again(nlp: Language) -> None:
    """A loaded lemmatizer takes every tree for its first label, which unteaches it: spaCy 3.8 does not read them back."""
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    assert isinstance(lemmatizer, EditTreeLemmatizer)
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=languages())
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="start", help="name or folder of a pipeline to go on with")
    parser.add_argument("--steps", type=int, default=2500, help="with --from: how many")
    parser.add_argument("--rate", type=float, default=0.0003, help="with --from: learning rate at its highest")
    arguments = parser.parse_args()
    mender = part(arguments.language, "tokenizer").mend_tokenizer
    spacy.registry.callbacks.register("wederhoor.mend_tokenizer.v1", func=lambda: mender)
    set_current_ops(NumpyOps(use_blis=False))
    paths = {f"paths.{name}": str(arguments.corpus / f"{name}.spacy") for name in ("train", "dev")}
    folder = MODELS / arguments.language
    if arguments.start:
        nlp = spacy.load(arguments.start)
        _know_lemmas_again(nlp)
        changed = paths | {
            "training.max_steps": arguments.steps,
            "training.optimizer.learn_rate.initial_rate": arguments.rate,
            "training.batcher.size.start": 1000,
        }
        nlp.config = nlp.config.from_str(nlp.config.to_str(), overrides=changed, interpolate=False)
    else:
        paths["paths.vectors"] = str(arguments.corpus / "vectors")
        nlp = init_nlp(load_config(folder / "config.cfg", overrides=paths, interpolate=False))
    set_current_ops(NumpyOps(use_blis=False))
    arguments.out.mkdir(parents=True, exist_ok=True)
    train(nlp, arguments.out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
