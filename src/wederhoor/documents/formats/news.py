"""News as agencies and sites send it: RSS and Atom (feedparser), NewsML-G2 and ninjs (IPTC), and pages of old papers (ALTO)."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Unpack

import msgspec

from wederhoor.documents.formats.extract import AboutText, Extract, Limits, Texts, in_paragraphs, one_line, unreadable
from wederhoor.documents.formats.html import paragraphs_of
from wederhoor.documents.formats.xml import day_in, local, parse_xml
from wederhoor.errors import WederhoorError
from wederhoor.records.prepared import prepared

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_EMPTY: Final = "Read the article itself"


def read_feed(data: bytes, where: str, limits: Limits) -> Texts:
    """The entries of a feed in order: their headline and as much of the article as the feed has."""
    import feedparser  # type: ignore[import-untyped]

    parse_xml(data, where, "a feed")  # refuses entities, which feedparser would only pass over
    feed: Any = feedparser.parse(data)
    outlet = one_line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries[: limits.texts], 1):
        bodies = [part.get("value", "") for part in entry.get("content", [])] or [entry.get("summary", "")]
        lines = [line for body in bodies for line in paragraphs_of(body)] if any(bodies) else []
        # not by get: of an entry that only has the one, feedparser gives the other with a warning that this will end
        moment = next((entry[name] for name in ("published_parsed", "updated_parsed") if dict.get(entry, name)), None)
        date = time.strftime("%Y-%m-%d", moment) if moment else None
        yield _article(
            lines, f"{where}, entry {number}", "feed", part=str(number), title=entry.get("title"), publisher=outlet,
            byline=one_line(entry.get("author")), url=one_line(entry.get("link")), date=date,
        )  # fmt: skip


def read_newsml(data: bytes, where: str, limits: Limits) -> Texts:
    """The news items of a NewsML-G2 message in order; text in NITF or XHTML, or as it stands."""
    root = parse_xml(data, where, "NewsML-G2")
    items = [e for e in root.iter() if local(e.tag) == "newsItem"]
    for number, item in enumerate(items[: limits.texts], 1):
        body = next((e for e in item.iter() if local(e.tag) in ("inlineXML", "inlineData")), None)
        lines = [] if body is None else list(_blocks(body))
        created = _words(item, "firstCreated") or _words(item, "versionCreated") or _words(item, "contentCreated")
        yield _article(
            lines, f"{where}, item {number}", "newsml", part=str(number) if len(items) > 1 else None,
            title=_words(item, "headline"), byline=_words(item, "by"), publisher=_name(item, "infoSource"),
            date=day_in(created), lang=_language(item),
        )  # fmt: skip


def _blocks(body: Element) -> Iterator[str]:
    """The paragraphs of a body: its elements that are named p or begin with h and a number, else all its words."""
    paragraphs = [
        e for e in body.iter() if local(e.tag) == "p" or (local(e.tag)[:1] == "h" and local(e.tag)[1:].isdecimal())
    ]
    if paragraphs:
        yield from ("".join(e.itertext()) for e in paragraphs)
    else:
        yield from paragraphs_of("".join(body.itertext()))


def _words(item: Element, name: str) -> str | None:
    return next((one_line("".join(e.itertext())) for e in item.iter() if local(e.tag) == name), None)


def _name(item: Element, of: str) -> str | None:
    found = next((e for e in item.iter() if local(e.tag) == of), None)
    return None if found is None else (_words(found, "name") or found.get("literal"))


def _language(item: Element) -> str | None:
    tag = next((e.get("tag", "") for e in item.iter() if local(e.tag) == "language"), "")
    return tag.partition("-")[0].lower() or None


def read_ninjs(data: bytes, where: str, limits: Limits) -> Texts:
    """The items of ninjs (versions 1 to 3), one object or a list of them."""
    decoded = msgspec.json.decode(data, type=prepared(Any))
    items = decoded if isinstance(decoded, list) else [decoded]
    for number, item in enumerate(items[: limits.texts], 1):
        at = where if len(items) == 1 else f"{where}, item {number}"
        yield _article(
            _bodies(item), at, "ninjs", part=str(number) if len(items) > 1 else None,
            title=item.get("headline") or _value(item.get("headlines")), byline=_string(item.get("byline")),
            publisher=_string(item.get("copyrightholder")), url=_address(item),
            date=day_in(item.get("firstcreated") or item.get("versioncreated") or item.get("versionCreated")),
            lang=str(item.get("language") or "").partition("-")[0].lower() or None,
        )  # fmt: skip


def _bodies(item: Mapping[str, Any]) -> list[str]:
    plain = item.get("body_text") or item.get("bodytext")
    marked = item.get("body_xhtml") or item.get("body_html") or item.get("bodyxhtml") or _value(item.get("bodies"))
    if isinstance(marked, str) and marked:
        return list(paragraphs_of(marked))
    return plain.split("\n") if isinstance(plain, str) else []


def _string(value: object) -> str | None:
    return one_line(value) if isinstance(value, str) else None


def _value(several: object) -> str | None:
    """The first of ninjs' lists of texts by role."""
    if not isinstance(several, list):
        return None
    return next((str(one["value"]) for one in several if isinstance(one, dict) and one.get("value")), None)


def _address(item: Mapping[str, Any]) -> str | None:
    uri = item.get("uri")
    return uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else None


def is_ninjs(item: object) -> bool:
    """Whether an object has a body or headline by ninjs' names."""
    names = {"body_text", "body_xhtml", "body_html", "bodytext", "bodies", "headlines"}
    return isinstance(item, dict) and (bool(names & item.keys()) or {"uri", "headline"} <= item.keys())


def read_alto(data: bytes, where: str, limits: Limits) -> Texts:  # noqa: ARG001  # one page, as large as its file
    """The blocks of a recognised page (ALTO), words that were broken over two lines whole."""
    root = parse_xml(data, where, "ALTO")
    lines = [" ".join(_words_of_block(block)) for block in root.iter() if local(block.tag) == "TextBlock"]
    yield _article(lines, where, "alto")


def _words_of_block(block: Element) -> Iterator[str]:
    for word in block.iter():
        if local(word.tag) != "String":
            continue
        part = word.get("SUBS_TYPE")
        if part == "HypPart2":
            continue
        whole = word.get("SUBS_CONTENT") if part == "HypPart1" else None
        yield whole or word.get("CONTENT") or ""


def _article(
    lines: list[str], where: str, kind: str, title: object = None, **about: Unpack[AboutText]
) -> Extract | WederhoorError:
    headline = one_line(title) if isinstance(title, str) else None
    text, starts = in_paragraphs(lines, headline)
    if not text:
        return unreadable(where, "news", "it has no words", _EMPTY)
    return Extract(text=text, kind=kind, starts=starts, title=headline, **about)
