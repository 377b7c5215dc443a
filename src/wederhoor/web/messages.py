"""What is said of an error, a doubt about a run or a conflict, in the language of the page.

Errors and notices are made in English, some of them long before somebody looks. So what is finished is known again by its
pattern, and said in the other language with what fills it. Why statements collide is kept as data and worded here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from wederhoor.errors import TEMPLATES, Code
from wederhoor.languages.conflicts import Reasons
from wederhoor.languages.pack import load_pack
from wederhoor.reading.propositions.causal import CAUSE
from wederhoor.records import Stance
from wederhoor.records.prepared import prepared
from wederhoor.store.row_types import CollisionRow, ConflictRow

_AGAINST: Final[tuple[Stance, ...]] = ("denies", "doubts")
_BOX = re.compile(r"\\\{(\w+)\\\}")


class Messages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Messages of one language by code; phrases that fill them by their English words; why statements collide.

    Where it has no ``whys``, those of the language's pack are said.
    """

    codes: dict[Code, str]
    phrases: dict[str, str]
    whys: Reasons | None = None


@cache
def messages(lang: str) -> Messages:
    """The messages of a language of the pages."""
    source = files("wederhoor.web").joinpath(f"messages.{lang}.toml")
    return msgspec.toml.decode(source.read_bytes(), type=prepared(Messages))


def message_in(lang: str, said: str, code: Code | None = None) -> str:
    """A message, or a notice without the code in front of it; what is not known in that language stays as it is."""
    if code is None:
        front, _, rest = said.partition(": ")
        known = next((one for one in TEMPLATES if one == front), None)
        return said if known is None else message_in(lang, rest, known)
    pattern = messages(lang).codes.get(code)
    boxes = _filled(TEMPLATES[code], said)
    if pattern is None or boxes is None:
        return said
    return pattern.format_map({name: _phrase(value, lang) for name, value in boxes.items()})


def why_in(lang: str, row: ConflictRow | CollisionRow) -> str:
    """Why two statements collide, in the language of the page; as it was told where an earlier version found it."""
    if row.reason is None:
        return row.why
    reasons = messages(lang).whys or load_pack(lang).disputes.why
    reason, turned = row.reason, False
    if reason in ("denial", "doubt"):
        against = [stance in _AGAINST for stance in (row.a_stance, row.b_stance)]
        # who denies may stand first; where both do by their stances, or neither, it is not said of one of them
        reason, turned = (reason, against[0]) if sum(against) == 1 else ("opposite", False)
    sides = ((row.a, row.a_speaker), (row.b, row.b_speaker))[:: -1 if turned else 1]
    # that one thing makes another so is what claims of causes have in common; no text says it in that word
    terms = [term for term in row.terms if term != CAUSE]
    a, b = (reasons.author if side is None else speaker or reasons.unnamed for side, speaker in sides)
    return reasons.told(reason, a, b, terms)


def _phrase(value: str, lang: str) -> str:
    for english, own in messages(lang).phrases.items():
        boxes = _filled(english, value)
        if boxes is not None:
            return own.format_map(boxes)
    return value


def _filled(pattern: str, said: str) -> Mapping[str, str] | None:
    found = _compiled(pattern).fullmatch(said)
    return None if found is None else found.groupdict()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    seen: set[str] = set()

    def group(box: re.Match[str]) -> str:
        name = box[1]
        if name in seen:
            return f"(?P={name})"
        seen.add(name)
        return f"(?P<{name}>.*?)"

    return re.compile(_BOX.sub(group, re.escape(pattern)), re.DOTALL)
