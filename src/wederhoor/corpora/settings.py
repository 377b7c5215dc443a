"""What a user says of all texts of a corpus, and the versions on which a reading depends besides."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.documents import LIMIT_MB
from wederhoor.languages.pack import available_languages, load_pack
from wederhoor.languages.tables import Folder
from wederhoor.version import VERSION

LIBRARIES: Final = ("numpy", "pyarrow", "spacy", "thinc")
"""What else can change a byte of the tables."""
DIGITS: Final = 12


class ReadingOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a user says of all texts. ``actors`` and ``lexicon`` are the bytes of his files: they go where the work goes."""

    date: str | None = None
    lang: str | None = None
    pipeline: str | None = None
    max_mb: int = LIMIT_MB
    actors: bytes | None = None
    lexicon: bytes | None = None


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """``reading`` is what a partition is kept by: of other versions or options it is another. ``libraries`` go with them."""

    reading: dict[str, str]
    libraries: dict[str, str]

    def told(self) -> str:
        """Program, packs and pipelines in one line, for the metadata of tables."""
        return "; ".join(f"{name} {version}" for name, version in self.reading.items() if name != "options")

    def key(self) -> str:
        """One string that differs where the reading may."""
        return msgspec.json.encode(self.reading).decode()

    def differing(self, other: Versions) -> list[str]:
        """What differs in another."""
        ours, theirs = self.reading | self.libraries, other.reading | other.libraries
        return [f"{name} is {theirs.get(name)} and not {ours[name]}" for name in ours if ours[name] != theirs.get(name)]


@cache
def versions_of(settings: ReadingOptions) -> Versions:
    """The versions that this process reads with. The program and each pack have a digest of their files beside the version."""
    reading = {"wederhoor": f"{VERSION} {_digest(files('wederhoor'), ('.py', '.toml', '.gz'))}"}
    for lang in [settings.lang] if settings.lang else available_languages():
        pack = load_pack(lang)
        if isinstance(pack.tables, Folder):
            reading[f"pack {lang}"] = _digest(pack.tables.place, (".toml", ".py"))
        pipeline = settings.pipeline or pack.about.pipeline
        reading[pipeline] = pipeline_version(pipeline)
    reading["options"] = hashlib.sha256(msgspec.json.encode(settings)).hexdigest()[:DIGITS]
    libraries = {name: importlib.metadata.version(name) for name in LIBRARIES}
    return Versions(reading=reading, libraries={**libraries, "python": f"{sys.version_info[0]}.{sys.version_info[1]}"})


def pipeline_version(pipeline: str) -> str:
    """The version of a pipeline, without loading it; of one in a folder a digest of what it says of itself."""
    try:
        return importlib.metadata.version(pipeline)
    except (importlib.metadata.PackageNotFoundError, ValueError):
        return str(file_digest(Path(pipeline) / "meta.json"))


def file_digest(path: Path) -> str | None:
    """SHA-256 of a file's bytes; None if it cannot be read, which reading it then says."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _digest(place: Traversable, suffixes: tuple[str, ...]) -> str:
    """A digest of the files of a package, with their names."""
    found = hashlib.sha256()
    todo = [("", place)]
    while todo:
        name, one = todo.pop()
        if one.is_dir():
            todo += sorted((f"{name}/{part.name}", part) for part in one.iterdir() if part.name != "__pycache__")
        elif name.endswith(suffixes):
            data = one.read_bytes()
            found.update(f"{name} {len(data)} ".encode())
            found.update(data)
    return found.hexdigest()[:DIGITS]
