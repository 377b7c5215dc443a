"""What the views call the holders of accounts and the speakers of quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.exchange.cases.quotes import AUTHOR, Quote
from wederhoor.exchange.cases.report import CaseReport, ShownAccount
from wederhoor.exchange.wording import Wording


class Names:
    """Accounts and quotes -> names. An author is the author of what his publisher is called, else of his document."""

    def __init__(self, report: CaseReport, wording: Wording) -> None:
        self.wording = wording
        self._publishers = {document.doc: document.publisher for document in report.documents}
        self._accounts: Mapping[str, ShownAccount] = {account.id: account for account in report.accounts}

    def author(self, doc: str) -> str:
        publisher = self._publishers.get(doc)
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


def where(quote: Quote, wording: Wording) -> str:
    """The document, the line and column, and the date."""
    parts = [quote.doc, f"{wording.line} {quote.place}"]
    return ", ".join(parts + ([wording.day(quote.date)] if quote.date else []))
