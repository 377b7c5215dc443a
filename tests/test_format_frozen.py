"""The reading format does not change by accident: what is frozen stays readable, and what is new is told.

A reader ignores keys that it does not know. So under one number of the format fields may be added that need not be there; a field
that goes, changes its type, must be there, or takes values that it did not take before raises the number.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from wederhoor.records import FORMAT
from wederhoor.records.schema import schema_json

FROZEN = Path(__file__).parent / "data" / f"{FORMAT.replace('/', '-')}.schema.json"
"""The schema of this number of the format. ``python tests/test_format_frozen.py`` freezes it again, which may be
done until the first release has it; after that a new number is a new file."""
CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"


def bare(part: Any) -> Any:
    """A schema without what is said of it in words."""
    if isinstance(part, dict):
        return {name: bare(value) for name, value in part.items() if name not in ("description", "title")}
    return [bare(value) for value in part] if isinstance(part, list) else part


def current() -> dict[str, Any]:
    found: dict[str, Any] = bare(json.loads(schema_json()))
    return found


def digest() -> str:
    return hashlib.sha256(json.dumps(current(), sort_keys=True).encode()).hexdigest()[:12]


def broken(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """What a reader of the old schema cannot read in the new one, or a reader of the new one in old readings."""
    found = []
    for name, was in old["$defs"].items():
        now = new["$defs"].get(name)
        if now is None:
            found.append(f"{name} is gone")
            continue
        known, given = was.get("properties", {}), now.get("properties", {})
        found += [f"{name}.{field} is gone or of another type" for field in known if given.get(field) != known[field]]
        found += [f"{name}.{field} may be missing" for field in {*was.get("required", ())} - {*now.get("required", ())}]
        found += [f"{name}.{field} must be there" for field in {*now.get("required", ())} - {*was.get("required", ())}]
    return sorted(found)


def test_what_was_frozen_can_still_be_read() -> None:
    old = bare(json.loads(FROZEN.read_text(encoding="utf-8")))
    assert not broken(old, current()), (
        "raise the number in records.FORMAT, and freeze the new schema beside the old one"
    )


def test_a_field_that_goes_changes_or_must_be_there_breaks_the_format() -> None:
    old: dict[str, Any] = {
        "$defs": {"A": {"properties": {"x": {"type": "string"}, "y": {"enum": ["a"]}}, "required": ["x"]}}
    }
    added = {"$defs": {"A": {"properties": {**old["$defs"]["A"]["properties"], "z": {}}, "required": ["x"]}, "B": {}}}
    assert broken(old, old) == broken(old, added) == []
    taken: dict[str, Any] = {"$defs": {"A": {"properties": {"y": {"enum": ["a", "b"]}, "z": {}}, "required": ["z"]}}}
    assert broken(old, taken) == [
        "A.x is gone or of another type", "A.x may be missing", "A.y is gone or of another type", "A.z must be there",
    ]  # fmt: skip
    assert broken(old, {"$defs": {}}) == ["A is gone"]


def test_every_change_of_the_format_is_told_in_the_changelog() -> None:
    told = re.findall(rf"`{re.escape(FORMAT)}`, schema ([0-9a-f]{{12}}): \S", CHANGELOG.read_text(encoding="utf-8"))
    assert digest() in told, f"say what changed in CHANGELOG.md: - `{FORMAT}`, schema {digest()}: ..."


if __name__ == "__main__":
    FROZEN.write_text(json.dumps(current(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
