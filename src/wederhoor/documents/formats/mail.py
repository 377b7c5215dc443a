"""E-mail: one message (RFC 5322) or a mailbox of them. What a reply quotes is another's and is left out."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import Final

import msgspec

from wederhoor.documents.decoding import decode
from wederhoor.documents.formats.extract import Extract, Limits, Texts, in_paragraphs, one_line, unreadable
from wederhoor.documents.formats.html import paragraphs_of
from wederhoor.errors import WederhoorError

_KIND: Final = "an e-mail"
_ENVELOPE: Final = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\r\n]*\r?\n")
_ESCAPED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_BLANK: Final = re.compile(r"\n[ \t]*\n")
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)
"""The line before a signature (RFC 3676, section 4.3)."""


def read_mail(data: bytes, where: str, limits: Limits) -> Texts:  # noqa: ARG001  # as large as its file
    """The text of a message without what it quotes, its signature and its attachments; subject, sender and day."""
    yield _message(data, where)


def read_mailbox(data: bytes, where: str, limits: Limits) -> Texts:
    """The messages of a mailbox (mbox) in order."""
    places = list(_ENVELOPE.finditer(data))
    for number, place in enumerate(places[: limits.texts], 1):
        end = places[number].start() if number < len(places) else len(data)
        at = f"{where}, message {number}"
        try:
            found = _message(_ESCAPED.sub(rb"\1", data[place.end() : end]), at)
        except WederhoorError as error:
            yield error
            continue
        yield msgspec.structs.replace(found, kind="mbox", part=str(number))


def _message(data: bytes, where: str) -> Extract:
    try:
        message = message_from_bytes(data, policy=policy.default)
        lines = _lines(message)
        title, sender, date = message["subject"], message["from"], message["date"]
        day = date.datetime.date().isoformat() if date is not None and date.datetime is not None else None
        byline = parseaddr(str(sender))[0] if sender else None
    except Exception as error:  # noqa: BLE001  # the header of a hostile mail fails in as many ways as its fields can
        why = f"it is broken ({type(error).__name__})"
        raise unreadable(where, _KIND, why, "Save its text as a file and read that") from None
    text, starts = in_paragraphs(lines)
    if message.is_multipart() != (message.get_content_maintype() == "multipart"):
        raise unreadable(
            where, _KIND, "the parts that it says it has are not there", "Save its text as a file and read that"
        )
    if not text:
        raise unreadable(where, _KIND, "it has no text of its own", "Save what is attached to it and read that")
    return Extract(
        text=text, kind="eml", starts=starts, title=one_line(str(title)) if title else None, date=day,
        byline=one_line(byline),
    )  # fmt: skip


def _lines(message: EmailMessage) -> list[str]:
    body = message.get_body(("plain", "html"))
    if body is None:
        return []
    content = _content(body)
    if body.get_content_subtype() == "html":
        return list(paragraphs_of(_without_quoted(content)))
    own = "\n".join(line for line in _SIGNATURE.split(content)[0].splitlines() if not line.startswith(">"))
    return _BLANK.split(own)


def _content(body: MIMEPart) -> str:
    """The words of a part, by the encoding that it says it has, or that fits where there is none of that name for texts."""
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):
        data = body.get_payload(decode=True)
        return decode(data if isinstance(data, bytes) else b"", _KIND)


_QUOTED: Final = re.compile(r"<(/?)blockquote\b", re.IGNORECASE)


def _without_quoted(html: str) -> str:
    """A page without what stands in ``blockquote``, to the end of the page where that does not end before."""
    before, *pieces = _QUOTED.split(html)
    kept, depth = [before], 0
    for mark, piece in zip(pieces[::2], pieces[1::2], strict=True):
        depth = max(depth - 1, 0) if mark else depth + 1
        kept += [" ", piece.partition(">")[2]] if depth == 0 else []
    return "".join(kept)
