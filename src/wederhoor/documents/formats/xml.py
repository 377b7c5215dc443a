"""XML without its traps (defusedxml), and days as files write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from wederhoor.documents.formats.extract import unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DAY: Final = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
"""The day at the beginning of a moment in ISO 8601, with hyphens or without."""


def parse_xml(data: bytes, where: str, kind: str) -> Element:
    """The root of an XML file. Raises W114 where it is not well-formed, or brings entities or a document type to be loaded."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(data)
    except DefusedXmlException:
        why = "it defines entities, which can fill any memory or fetch other files"
        raise unreadable(where, kind, why, "Save it without a document type and read that") from None
    except (ParseError, ValueError, LookupError) as error:  # ValueError and LookupError: an encoding that there is not
        raise unreadable(where, kind, f"its XML is broken ({error})", "Save it anew and read that") from None
    return root


def day_in(moment: str | None) -> str | None:
    """The day of a moment in ISO 8601, None where there is none."""
    found = _DAY.match(moment or "")
    if not found:
        return None
    try:
        return dt.date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def local(tag: object) -> str:
    """The name of an element without its namespace."""
    return str(tag).rpartition("}")[2]
