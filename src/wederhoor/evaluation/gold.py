"""Gold: texts with the attributions and entities that annotators found in them.

A gold file is one JSON object a document, with the keys of a reading; layers that are not scored here are passed over.
A file of an entities folder holds ``doc`` and ``entities``, offsets into the text of the gold file of the same ``doc``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records import Attribution, Entity, Span


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated text. ``entities`` is None where nobody annotated them, which is not the same as none found.

    ``has_commitment`` is whether its attributions say attitude, polarity and certainty; old gold does not.
    """

    doc: str
    text: str
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...] | None = None
    has_commitment: bool = False


class EntitiesFile(msgspec.Struct, frozen=True, kw_only=True):
    """The entities of one text that stands elsewhere."""

    doc: str
    entities: tuple[Entity, ...]


Record = TypeVar("Record", GoldDocument, EntitiesFile)


def load_gold(paths: Iterable[Path], entities: Path | None = None) -> tuple[GoldDocument, ...]:
    """Read gold files and folders of them, in the order given (a folder's by name).

    ``entities`` is a folder of entities files; where it has one of a gold document, that replaces the document's own.
    Raises W104 for a file that cannot be read, W301 for one that is not gold, with the key and offsets that are wrong.
    """
    documents: dict[str, GoldDocument] = {}
    for file in _files(paths):
        document = _decode(file, GoldDocument)
        document = msgspec.structs.replace(document, has_commitment=_says_commitment(file))
        if document.doc in documents:
            raise _invalid(file, "doc", f"document {document.doc!r} is there twice")
        _check_attributions(file, document)
        _check_spans(file, _entity_spans(document.entities or ()), document.text)
        documents[document.doc] = document
    return tuple(documents.values()) if entities is None else _completed(documents, entities)


def checksum(gold: Iterable[GoldDocument]) -> str:
    """The SHA-256 of all that is scored of the gold, whatever the order of its documents and the layout of its files.

    The fields are named one by one, so that a record with a new field leaves the checksum of old gold as it was.
    """
    scored = [
        [
            document.doc,
            document.text,
            [[a.id, a.content, a.cue, a.source, a.speaker, a.form, a.parent] for a in document.attributions],
            None if document.entities is None else [[e.span, e.type] for e in document.entities],
        ]
        for document in sorted(gold, key=lambda document: document.doc)
    ]
    return hashlib.sha256(json.dumps(scored, separators=(",", ":")).encode("ascii")).hexdigest()


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
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except OSError as error:
        raise WederhoorError("W104", where=file, why=error.strerror or str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        what, _, key = str(error).partition(" - at `$")
        raise _invalid(file, key.strip(".`"), what) from error


def _says_commitment(file: Path) -> bool:
    record = msgspec.json.decode(file.read_bytes())
    return all({"attitude", "polarity", "certainty"} <= item.keys() for item in record["attributions"])


def _completed(documents: dict[str, GoldDocument], folder: Path) -> tuple[GoldDocument, ...]:
    if not folder.is_dir():
        raise _invalid(folder, "", "not a folder of entities files")
    found: dict[str, tuple[Entity, ...]] = {}
    for file in _files([folder]):
        layer = _decode(file, EntitiesFile)
        if layer.doc in found:
            raise _invalid(file, "doc", f"document {layer.doc!r} is there twice")
        if layer.doc in documents:
            _check_spans(file, _entity_spans(layer.entities), documents[layer.doc].text)
        found[layer.doc] = layer.entities
    if not found.keys() & documents.keys():
        # without this, a wrong folder would look like gold whose entities nobody annotated
        raise _invalid(folder, "doc", "no file of any of the gold documents")
    return tuple(
        msgspec.structs.replace(document, entities=found.get(name, document.entities))
        for name, document in documents.items()
    )


def _check_attributions(file: Path, document: GoldDocument) -> None:
    ids = {attribution.id for attribution in document.attributions}
    seen: set[str] = set()
    for number, attribution in enumerate(document.attributions):
        key = f"attributions[{number}]"
        if attribution.id in seen:
            raise _invalid(file, f"{key}.id", f"{attribution.id!r} is there twice")
        seen.add(attribution.id)
        if attribution.parent is not None and attribution.parent not in ids - {attribution.id}:
            raise _invalid(file, f"{key}.parent", f"{attribution.parent!r} is no other attribution of this document")
        _check_spans(file, _attribution_spans(key, attribution), document.text)


def _attribution_spans(key: str, attribution: Attribution) -> Iterator[tuple[str, Span]]:
    parts = (("content", attribution.content), ("cue", attribution.cue), ("source", attribution.source))
    for role, spans in parts:
        for number, span in enumerate(spans):
            yield f"{key}.{role}[{number}]", span


def _entity_spans(entities: Iterable[Entity]) -> Iterator[tuple[str, Span]]:
    for number, entity in enumerate(entities):
        yield f"entities[{number}].span", entity.span


def _check_spans(file: Path, spans: Iterable[tuple[str, Span]], text: str) -> None:
    for key, (start, end) in spans:
        if not 0 <= start < end <= len(text):
            raise _invalid(file, key, f"[{start}, {end}] is no span of a text of {len(text)} code points")


def _invalid(file: Path, key: str, why: str) -> WederhoorError:
    return WederhoorError("W301", where=file, why=f"{key}: {why}" if key else why)
