"""What is said of an error, a doubt about a run or a conflict, in the language of the page.

Errors and notices are made in English, why statements collide in the language of the texts: some of them long before somebody
looks. So what is finished is known again by its pattern, and said in the other language with what fills it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from wederhoor.errors import TEMPLATES, Code
from wederhoor.languages.pack import available_languages, load_pack
from wederhoor.records.prepared import prepared

_NAMES = ("author", "unnamed", "about")
_BOX = re.compile(r"\\\{(\w+)\\\}")


class Messages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Messages of one language by code; phrases that fill them by their English words; why statements collide by reason."""

    codes: dict[Code, str]
    phrases: dict[str, str]
    whys: dict[str, str]


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


def why_in(lang: str, why: str) -> str:
    """Why two statements collide, as a pack's sentence, in the language of the page."""
    own = messages(lang).whys
    for code in available_languages() if own else ():
        made = _reasons(code)
        same = {made[name]: own[name] for name in ("author", "unnamed")}
        for reason in (one for one in own if one not in _NAMES):
            for about in (made["about"], ""):
                boxes = _filled(made[reason].replace("{about}", about), why)
                if boxes is not None:
                    told = own["about"].format(words=boxes["words"]) if about else ""
                    sides = {side: same.get(boxes[side], boxes[side]) for side in ("a", "b")}
                    return own[reason].format(**sides, about=told)
    return why


@cache
def _reasons(code: str) -> dict[str, str]:
    """The sentences of a language pack."""
    found: dict[str, str] = msgspec.structs.asdict(load_pack(code).disputes.why)
    return found


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
