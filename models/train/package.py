"""Make the installable package of a trained pipeline.

    python package.py LANGUAGE MODEL [--version 1.0.0]

writes LANGUAGE/dist/LANGUAGE_wederhoor_news-VERSION-py3-none-any.whl beside this folder.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import spacy
from language import MODELS, languages, part
from spacy.cli.package import package


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=languages())
    parser.add_argument("model", type=Path)
    parser.add_argument("--version", default="1.0.0")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    nlp.meta.update(part(arguments.language, "sources").META, version=arguments.version)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        nlp.to_disk(made / "model", exclude=["user_data"])
        package(made / "model", made, create_wheel=True, create_sdist=False, force=True)
        wheel = next(made.rglob("*.whl"))
        dist = MODELS / arguments.language / "dist"
        dist.mkdir(exist_ok=True)
        shutil.copy(wheel, dist / wheel.name)
        print(dist / wheel.name, f"{wheel.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
