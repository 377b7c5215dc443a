"""Which language a text is in. The model of py3langid is loaded at the first text that is long enough to tell."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Final, Protocol

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records import Document
from wederhoor.records.prepared import prepared

# Below this, names and loan words outweigh the rest ("Water in was" could be three languages).
_FEWEST_LETTERS: Final = 40
# Of 3,757 Dutch sentences of 40 letters or more, 6 get another language with this probability or a higher one, all of
# them lists of names or foreign themselves; of 2,849 English ones, 2 % stay below it.
_SURE: Final = 0.8
# Of a short text the likelier of two languages is at least so likely, or there is no telling: "Bos wint" is English by .68.
_LIKELY: Final = 0.7
_SLICES: Final = 8
_SLICE_LENGTH: Final = 500


class Identified(msgspec.Struct, frozen=True):
    """A language by ISO 639-1 code; ``probability`` is None where the text was too short to tell."""

    code: str
    probability: float | None


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def identify_language(text: str, expected: Collection[str] = ()) -> Identified:
    """The language of ``text``. What is short, or not surely another language, is in the likeliest of those ``expected``.

    Without any that are expected it is the likeliest of all.
    """
    sample = _sample(text)
    short = sum(c.isalpha() for c in sample) < _FEWEST_LETTERS
    if short and len(expected) == 1:
        return Identified(next(iter(expected)), None)
    ranked = _identifier().rank(sample)
    best, probability = ranked[0]
    if expected and best not in expected and (short or probability < _SURE):
        known = [one for one in ranked if one[0] in expected]
        best, probability = known[0] if known else (min(expected), 0.0)
    return Identified(best, None if short else probability)


def language_of(text: str, expected: Collection[str], where: str) -> str:
    """The language of a text as ``identify_language`` says. Raises W116 where it is too short to tell those expected apart."""
    found = identify_language(text, expected)
    if found.probability is None and len(expected) > 1:
        shares = {code: share for code, share in _identifier().rank(_sample(text)) if code in expected}
        if shares.get(found.code, 0.0) < _LIKELY * sum(shares.values()):
            raise WederhoorError("W116", where=where, packs=", ".join(sorted(expected)))
    return found.code


def require_pack(document: Document, packs: Collection[str], where: str | None = None) -> None:
    """Raises W105 where the document is in a language that there is no pack for."""
    if document.lang in packs:
        return
    name = _names().get(document.lang)
    found = f"{name} ({document.lang})" if name else document.lang
    raise WederhoorError("W105", where=where or document.doc, found=found, packs=", ".join(sorted(packs)))


def _sample(text: str) -> str:
    """Slices from all over a long text: the start alone may be a foreign header, and the whole may be millions long."""
    if len(text) <= _SLICES * _SLICE_LENGTH:
        return text
    step = (len(text) - _SLICE_LENGTH) // (_SLICES - 1)
    return "\n".join(text[i * step : i * step + _SLICE_LENGTH] for i in range(_SLICES))


@cache
def _names() -> dict[str, str]:
    data = files("wederhoor.documents").joinpath("languages.toml").read_bytes()
    return msgspec.toml.decode(data, type=prepared(dict[str, str]))


@cache
def _identifier() -> _Identifier:
    # Importing it takes 0.1 s and its model 0.5 s, which a run with --lang can do without.
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if code in _names()])
    return identifier  # type: ignore[no-any-return]
