"""Make the installable package of a trained pipeline.

    python package.py MODEL [--version 1.0.0]

writes dist/nl_wederhoor_news-VERSION-py3-none-any.whl beside this file.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import spacy
from spacy.cli.package import package

HERE = Path(__file__).parent
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--version", default="1.0.0")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    nlp.meta.update(META, version=arguments.version)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        nlp.to_disk(made / "model", exclude=["user_data"])
        package(made / "model", made, create_wheel=True, create_sdist=False, force=True)
        wheel = next(made.rglob("*.whl"))
        (HERE / "dist").mkdir(exist_ok=True)
        shutil.copy(wheel, HERE / "dist" / wheel.name)
        print(HERE / "dist" / wheel.name, f"{wheel.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
