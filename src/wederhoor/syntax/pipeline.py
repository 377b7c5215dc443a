"""Load the spaCy pipeline of a language, and refuse one that lacks what the readers read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from spacy.language import Language

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
def load_pipeline(name: str, probe: str) -> Language:
    """Load an installed spaCy pipeline or one from a folder and try it on ``probe``, a sentence of its language.

    Raises WederhoorError W201 where there is none of that name and W202 where it lacks what the readers need.
    """
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    before = get_current_ops()
    # NumPy's own BLAS multiplies the small matrices of this model about three times as fast as thinc's default
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp = spacy.load(Path(name) if Path(name).is_dir() else name)
    except (OSError, ValueError, ImportError, AttributeError) as error:  # AttributeError: a package that is no pipeline
        raise WederhoorError("W201", pipeline=name, how=f"python -m pip install {name}") from error
    finally:
        set_current_ops(before)
    _check(nlp, name, probe)
    return nlp


def _check(nlp: Language, name: str, probe: str) -> None:
    doc = nlp(probe)
    missing = [what for annotation, what in NEEDS.items() if not doc.has_annotation(annotation)]
    if not missing and "parser" in nlp.pipe_names:
        relations = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
        if not relations >= UD_RELATIONS:
            missing.append("Universal Dependencies relations (" + ", ".join(sorted(UD_RELATIONS - relations)) + ")")
    if not any(component in nlp.pipe_names for component in ("ner", "entity_ruler", "span_ruler")):
        missing.append("named entities")
    if missing:
        raise WederhoorError(
            "W202", pipeline=name, missing=", ".join(missing), component="attributions",
            remedy="Choose one with a tagger, morphologizer, lemmatizer, parser and ner on Universal Dependencies",
        )  # fmt: skip
