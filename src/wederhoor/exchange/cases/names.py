"""What the views call the holders of accounts and the speakers of quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownAccount
from wederhoor.exchange.cases.tables import ForecastLine
from wederhoor.exchange.wording import Wording
from wederhoor.records import AUTHOR

OPEN: Final = frozenset({"doubt", "ask", "want", "hope", "fear"})
"""Attitudes that by themselves say how sure their holder is."""
ROOM: Final = 70
"""Characters of a title that are shown where it only says which document is meant."""


class HolderNames:
    """Accounts and quotes -> names. An author is the author of what his publisher is called, else of his document.

    ``titles`` are those of documents that are to be called by them.
    """

    def __init__(self, report: CaseReport, wording: Wording, titles: Mapping[str, str] = MappingProxyType({})) -> None:
        self.wording = wording
        self._titles = titles
        self._publishers = {document.doc: document.publisher for document in report.documents}
        self._accounts: Mapping[str, ShownAccount] = {account.id: account for account in report.accounts}

    def author(self, doc: str) -> str:
        publisher, doc = self._publishers.get(doc), self._titles.get(doc, doc)
        return self.wording.cases.author.format(doc=f"{publisher}, {doc}" if publisher else doc)

    def account(self, name: str | None) -> str:
        """The holder of an account, by its id; None is unnamed authority."""
        if name is None:
            return self.wording.unnamed
        account = self._accounts[name]
        return account.holder if account.author_of is None else self.author(account.author_of)

    def accounts(self, names: Sequence[str]) -> str:
        return ", ".join(map(self.account, names))

    def speaker(self, quote: Quote) -> str:
        if quote.holder_id == AUTHOR:
            return self.author(quote.doc)
        return quote.holder or self.wording.unnamed


def held(quote: Quote | ForecastLine, wording: Wording) -> tuple[str, ...]:
    """How the speaker stands to the words, with the verb and what is not certain of it, and by whose word; none for an author."""
    if quote.stance is None:
        return ()
    opening, closing = wording.quotes
    stance = wording.cases.stances[quote.stance] + (f" ({opening}{quote.verb}{closing})" if quote.verb else "")
    by = [wording.cases.by_way_of.format(name=name or wording.unnamed) for name in quote.by_way_of]
    return (stance, *_commitment(quote, wording), *by)


def _commitment(quote: Quote | ForecastLine, wording: Wording) -> Iterator[str]:
    """What the verb alone does not tell: *denkt niet dat*, *misschien*."""
    if quote.attitude in OPEN or quote.stance == "uncommitted":
        return
    if quote.polarity == "-" and quote.attitude != "deny":
        yield wording.polarities["-"]
    if quote.certainty in ("probable", "possible"):
        yield wording.certainties[quote.certainty]


def short_titles(report: CaseReport) -> dict[str, str]:
    """By the names of the documents of a case their titles, for readers; one without has only its name."""
    return {document.doc: short_title(document.title) for document in report.documents if document.title}


def short_title(title: str) -> str:
    """A title, cut before a word where it is very long."""
    return title if len(title) <= ROOM else f"{title[:ROOM].rsplit(maxsplit=1)[0]} …"


def where(quote: Quote, wording: Wording, titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """The document, the line and column, and the date; by its title where ``titles`` has one."""
    doc, copies = titles.get(quote.doc, quote.doc), [titles.get(one, one) for one in quote.also_in]
    parts = [doc, f"{wording.line} {quote.place}", *([wording.day(quote.date)] if quote.date else [])]
    also = [wording.cases.also_in.format(docs=", ".join(copies))] if copies else []
    return ", ".join([*parts, *also])
