"""Load the spaCy pipeline of a language, and refuse one that lacks what the readers read."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NEEDS = {
    "POS": "parts of speech (UPOS)",
    "MORPH": "morphological features",
    "LEMMA": "lemmas",
    "DEP": "dependency relations",
    "SENT_START": "sentences",
}
"""What every reader reads of a word, by spaCy's name for the annotation."""
UD_RELATIONS = {"nsubj", "obj", "ccomp", "xcomp", "obl", "advcl"}


@cache
def load_pipeline(name: str, probe: str, wheel: str | None = None) -> Language:
    """Load an installed spaCy pipeline or one from a folder and try it on ``probe``, a sentence of its language.

    ``wheel`` is the file that installs it, for the message that says how.
    Raises WederhoorError W201 where there is none of that name and W202 where it lacks what the readers need.
    """
    spacy = _import_spacy()
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    # ours come with all that their tokenizer knows: what spaCy knows of the language is not put in first, to be written over
    spacy.registry.tokenizers("wederhoor.Empty.v1", func=_empty_tokenizer)
    config = {"nlp.tokenizer": {"@tokenizers": "wederhoor.Empty.v1"}} if wheel else {}
    before = get_current_ops()
    # NumPy's own BLAS multiplies the small matrices of this model about three times as fast as thinc's default
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp: Language = spacy.load(Path(name) if Path(name).is_dir() else name, config=config)
    except (OSError, ValueError, ImportError, AttributeError) as error:  # AttributeError: a package that is no pipeline
        raise WederhoorError("W201", pipeline=name, how=_remedy(wheel)) from error
    finally:
        set_current_ops(before)
    _check(nlp, name, probe)
    return nlp


def _empty_tokenizer() -> Callable[[Language], object]:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    return lambda nlp: Tokenizer(nlp.vocab)


def _import_spacy() -> ModuleType:
    """Import spaCy without its command line, which it imports for one function and which takes a third of the time.

    ``spacy.info`` and ``spacy.cli`` are there when somebody asks for them.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    shell, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")

    def info(*args: object, **kwargs: object) -> object:
        return importlib.import_module("spacy.cli.info").info(*args, **kwargs)

    vars(module)["info"] = info
    sys.modules |= {shell.__name__: shell, module.__name__: module}
    try:
        spacy = importlib.import_module("spacy")
    finally:
        del sys.modules[shell.__name__], sys.modules[module.__name__]
    return spacy


def _remedy(wheel: str | None) -> str:
    """What to do about a pipeline that is not there. It comes as a file, never by a name that anybody could register."""
    if wheel is None:
        return "Give the name of an installed spaCy pipeline or the folder of one, or leave --pipeline away for the shipped one"
    return f"It comes with the source of Wederhoor; there, do: python -m pip install {wheel}"


def require_annotated(doc: Doc, name: str) -> None:
    """Refuse a Doc that lacks what the readers read of a word. Raises W202, which names the pipeline ``name``."""
    missing = _lacking(doc)
    if missing:
        raise _lacks(name, missing)


def _lacking(doc: Doc) -> list[str]:
    return [what for annotation, what in NEEDS.items() if not doc.has_annotation(annotation)]


def _lacks(name: str, missing: list[str]) -> WederhoorError:
    return WederhoorError(
        "W202", pipeline=name, missing=", ".join(missing), component="attributions",
        remedy="Choose one with a tagger, morphologizer, lemmatizer, parser and ner on Universal Dependencies",
    )  # fmt: skip


def _check(nlp: Language, name: str, probe: str) -> None:
    missing = _lacking(nlp(probe))
    if not missing and "parser" in nlp.pipe_names:
        relations = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
        if not relations >= UD_RELATIONS:
            missing.append("Universal Dependencies relations (" + ", ".join(sorted(UD_RELATIONS - relations)) + ")")
    if not any(component in nlp.pipe_names for component in ("ner", "entity_ruler", "span_ruler")):
        missing.append("named entities")
    if missing:
        raise _lacks(name, missing)
