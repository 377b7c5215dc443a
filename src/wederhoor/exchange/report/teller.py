"""What all parts of a report ask of a case: the words around it, who somebody is, and how sure a statement is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.exchange import local
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.exchange.cases.names import HolderNames, held, short_titles, where
from wederhoor.exchange.cases.quotes import Quote, Quotes
from wederhoor.exchange.cases.report import CaseReport
from wederhoor.exchange.report.blocks import Line, ReportQuote, ReportRun, report_words
from wederhoor.exchange.standards.speakers import Speakers
from wederhoor.exchange.wording import wording_for
from wederhoor.records import AUTHOR, MAINTAINED, AccountModel, Case
from wederhoor.records.stretches import bracketed


class Teller:
    """A case with the words of one language. Raises UngroundedReadingError as ``case_report`` does."""

    def __init__(
        self,
        case: Case,
        publishers: Mapping[str, str | None],
        models: Sequence[AccountModel],
        lang: str | None = None,
        report: CaseReport | None = None,
    ) -> None:
        """``lang`` is the language of what the report says itself: that of the texts where it is left out.

        With ``report``, what views show of the case, ``case`` has to have no more than the documents that are to be told of.
        """
        self.case = case
        self.models = models
        self.report = report or case_report(case, publishers)
        self.readings = {reading.doc: reading for reading in case.documents}
        self.quotes = Quotes(case)
        self.wording = wording_for(lang or self.report.lang)
        self.words = report_words(lang or self.report.lang)
        self.titles = short_titles(self.report)
        self.names = HolderNames(self.report, self.wording, self.titles)
        self._publishers = publishers
        self._speakers = Speakers(case.documents)
        self._sure = {(doc, a.id): a.confidence for doc, reading in self.readings.items() for a in reading.attributions}

    def outlet(self, doc: str) -> str | None:
        """The paper or site of a document."""
        return self._publishers.get(doc) or self.readings[doc].publisher

    def confidence(self, quote: Quote) -> float | None:
        """How sure the reading is of a statement; None for an author's words, and where it was not rated."""
        return self._sure.get((quote.doc, quote.holder_id))

    def said(self, quote: Quote, label: str = "", account: str | None = None) -> ReportQuote:
        """Some words with who says them, in what, where and when, how he stands to them, and how sure that is."""
        beside = [part for part in (self.outlet(quote.doc), where(quote, self.wording, self.titles)) if part]
        facts = [", ".join(beside), *held(quote, self.wording), *self._sureness(quote)]
        return ReportQuote(
            label=label,
            who=self._who(quote, account),
            words=pieces(quote),
            facts=tuple(ReportRun(fact, "soft") for fact in facts),
            stance=quote.stance if quote.stance not in MAINTAINED else None,
        )

    def _who(self, quote: Quote, account: str | None) -> Line:
        name = self.names.account(account) if account else self.names.speaker(quote)
        line = [ReportRun(name, "strong")]
        speaker = self._speakers.of(quote)
        what = [part for part in (speaker.role, speaker.body if speaker.person else None) if part and part not in name]
        if what and quote.holder_id != AUTHOR:
            line.append(ReportRun(", ".join(what), "soft"))
        return tuple(line)

    def _sureness(self, quote: Quote) -> list[str]:
        if quote.holder_id == AUTHOR:
            return []
        share = self.confidence(quote)
        if share is None:
            return [self.words.no_rating]
        return [self.words.rating.format(share=local.percent(share, self.wording.code))]


def in_full(quote: Quote) -> ReportRun:
    """The words of a quote with what interrupts them in brackets, as one."""
    return ReportRun(bracketed(quote.pieces()), "said")


def pieces(quote: Quote) -> Line:
    """The words of a quote with what interrupts them."""
    return tuple(ReportRun(text, "said" if own else "gap") for text, own in quote.pieces())
