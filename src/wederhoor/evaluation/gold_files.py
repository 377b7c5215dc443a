"""Gold files: reading them, and refusing what is wrong in them with the key where it stands.

A gold file is one JSON object a document, with the keys of a reading. Layers may stand beside it, in a folder of files
for the same documents: entities with actors, events, and claims (causal, conditions, forecasts, conflicts).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.evaluation.gold import (
    GoldActor,
    GoldCausal,
    GoldCondition,
    GoldConflict,
    GoldDocument,
    GoldEvent,
    GoldForecast,
)
from wederhoor.evaluation.gold_spans import broken_references, stated_spans
from wederhoor.evaluation.gold_terms import in_gold_terms
from wederhoor.records import FORMAT, Entity, Reading
from wederhoor.records.prepared import prepared


class LayerFile(msgspec.Struct, frozen=True, kw_only=True):
    """Layers of one text that stands elsewhere; ``text_sha256`` is that of the text in UTF-8."""

    doc: str
    text_sha256: str | None = None


class EntitiesFile(LayerFile, frozen=True, kw_only=True):
    """The names in a text, and who is who."""

    entities: tuple[Entity, ...]
    actors: tuple[GoldActor, ...] | None = None


class EventsFile(LayerFile, frozen=True, kw_only=True):
    """Who did what to whom."""

    events: tuple[GoldEvent, ...]


class ClaimsFile(LayerFile, frozen=True, kw_only=True):
    """What is claimed in a text; at least one of the layers."""

    causal: tuple[GoldCausal, ...] | None = None
    conditions: tuple[GoldCondition, ...] | None = None
    forecasts: tuple[GoldForecast, ...] | None = None
    conflicts: tuple[GoldConflict, ...] | None = None

    def __post_init__(self) -> None:
        if all(layer is None for layer in (self.causal, self.conditions, self.forecasts, self.conflicts)):
            raise ValueError("Object has none of the fields `causal`, `conditions`, `forecasts`, `conflicts`")


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """What tells a saved reading, which is gold for another reading, from gold that annotators made."""

    format: str | None = None
    attributions: tuple[dict[str, msgspec.Raw], ...] = ()

    def says_commitment(self) -> bool:
        return all({"attitude", "polarity", "certainty"} <= item.keys() for item in self.attributions)


Record = TypeVar("Record", bound=msgspec.Struct)


def load_gold(
    paths: Iterable[Path],
    entities: Path | None = None,
    *,
    events: Path | None = None,
    claims: Path | None = None,
) -> tuple[GoldDocument, ...]:
    """Read gold files and folders of them, in the order given (a folder's by name).

    ``entities``, ``events`` and ``claims`` are folders of layers; where one has a file of a gold document, the layers in it
    replace the document's own. Raises W104 for a file that cannot be read, W301 for one that is not gold, with the key
    and offsets that are wrong.
    """
    documents: dict[str, GoldDocument] = {}
    for file in _files(paths):
        document = _document(file)
        if document.doc in documents:
            raise _invalid(file, "doc", f"document {document.doc!r} is there twice")
        _check(file, document)
        documents[document.doc] = document
    folders: tuple[tuple[Path | None, type[LayerFile]], ...]
    folders = ((entities, EntitiesFile), (events, EventsFile), (claims, ClaimsFile))
    for folder, kind in folders:
        if folder is not None:
            documents = _completed(documents, folder, kind)
    return tuple(documents.values())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob("*.json"))
        if not found:
            raise _invalid(path, "", "no .json file in this folder")
        yield from found


def _decode(file: Path, kind: type[Record]) -> Record:
    try:
        return msgspec.json.decode(file.read_bytes(), type=prepared(kind))
    except OSError as error:
        raise WederhoorError("W104", where=file, why=error.strerror or str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        what, _, key = str(error).partition(" - at `$")
        raise _invalid(file, key.strip(".`"), what) from error


def _document(file: Path) -> GoldDocument:
    marks = _decode(file, Marks)
    if marks.format == FORMAT:
        return in_gold_terms(_decode(file, Reading))
    return msgspec.structs.replace(_decode(file, GoldDocument), has_commitment=marks.says_commitment())


def _completed(documents: dict[str, GoldDocument], folder: Path, kind: type[LayerFile]) -> dict[str, GoldDocument]:
    """The documents with the layers of a folder."""
    if not folder.is_dir():
        raise _invalid(folder, "", f"not a folder of {kind.__name__.removesuffix('File').lower()} files")
    found: set[str] = set()
    completed = dict(documents)
    for file in _files([folder]):
        layers = _decode(file, kind)
        if layers.doc in found:
            raise _invalid(file, "doc", f"document {layers.doc!r} is there twice")
        found.add(layers.doc)
        if layers.doc in documents:
            completed[layers.doc] = _with_layers(file, completed[layers.doc], layers)
    if not found & documents.keys():
        # without this, a wrong folder would look like gold whose layers nobody annotated
        raise _invalid(folder, "doc", "no file of any of the gold documents")
    return completed


def _with_layers(file: Path, document: GoldDocument, layers: LayerFile) -> GoldDocument:
    sha256 = layers.text_sha256
    if sha256 is not None and sha256 != hashlib.sha256(document.text.encode("utf-8")).hexdigest():
        raise _invalid(file, "text_sha256", f"it is of another text than that of the gold document {document.doc!r}")
    given = {name: getattr(layers, name) for name in layers.__struct_fields__ if name not in ("doc", "text_sha256")}
    given = {name: layer for name, layer in given.items() if layer is not None}
    # alone, so that a message names the file that is wrong
    _check(file, GoldDocument(doc=document.doc, text=document.text, attributions=document.attributions, **given))
    return msgspec.structs.replace(document, **given)


def _check(file: Path, document: GoldDocument) -> None:
    for key, why in broken_references(document):
        raise _invalid(file, key, why)
    length = len(document.text)
    for key, (start, end) in stated_spans(document):
        if not 0 <= start < end <= length:
            raise _invalid(file, key, f"[{start}, {end}] is no span of a text of {length} code points")


def _invalid(file: Path, key: str, why: str) -> WederhoorError:
    return WederhoorError("W301", where=file, why=f"{key}: {why}" if key else why)
