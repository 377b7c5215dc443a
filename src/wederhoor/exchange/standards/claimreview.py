"""The issues of a case as drafts of ClaimReview (schema.org, JSON-LD) for a fact-check: all but the verdict.

Each issue is a ClaimReview whose ``itemReviewed`` is its claim, by those who maintain it and in the texts that print it. **There
is no rating, author, address or date of the review: these are the person's who checks the claim.** Validators refuse it without
them, and ``creativeWorkStatus`` says so: a draft cannot pass for a verdict. What others say to the claim is ``citation``: each
quotation with whose it is and how he stands to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownIssue
from wederhoor.exchange.standards.speakers import Speaker, Speakers
from wederhoor.records import MAINTAINED, Reading

CONTEXT: Final = "https://schema.org"
STATUS: Final = (
    "Draft without a rating: reviewRating, author, url and datePublished are for the person who checks the claim."
)
Json = dict[str, Any]


def claim_reviews(report: CaseReport, readings: Sequence[Reading]) -> Json:
    """One draft for each issue, in the order of the case."""
    speakers = Speakers(readings)
    texts = {reading.doc: reading for reading in readings}
    return {"@context": CONTEXT, "@graph": [_review(issue, speakers, texts) for issue in report.issues]}


def _review(issue: ShownIssue, speakers: Speakers, texts: dict[str, Reading]) -> Json:
    maintained = [quote for cell in issue.cells if cell.stance in MAINTAINED for quote in cell.quotes]
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": STATUS,
        "inLanguage": texts[issue.claim.doc].lang,
        "claimReviewed": issue.concept,
        "itemReviewed": _claim(issue.claim, maintained, speakers, texts),
        "citation": [
            _quotation(quote, cell.stance, speakers.of(quote), texts[quote.doc])
            for cell in issue.spoken()
            for quote in dict.fromkeys(cell.quotes)
        ],
    }


def _claim(claim: Quote, maintained: Sequence[Quote], speakers: Speakers, texts: dict[str, Reading]) -> Json:
    """The claim by those who maintain it: nobody is the author of what he denies or only asks."""
    docs = dict.fromkeys([claim.doc, *(quote.doc for quote in maintained)])
    dated = sorted((texts[doc].date or "9999", at, doc) for at, doc in enumerate(docs))
    authors = list({str(one): one for quote in maintained if (one := _party(speakers.of(quote)))}.values())
    told: Json = {
        "@type": "Claim",
        "text": claim.full,
        "author": authors,
        "datePublished": texts[dated[0][2]].date,
        "firstAppearance": _work(texts[dated[0][2]]),
        "appearance": [_work(texts[doc]) for _, _, doc in dated],
    }
    return _without_empty(told)


def _quotation(quote: Quote, stance: str, speaker: Speaker, reading: Reading) -> Json:
    """A quotation is by its holder only where he maintains it; one that he denies, doubts or asks mentions him."""
    told: Json = {
        "@type": "Quotation",
        "name": f"{speaker.name or '?'}: {quote.stance or 'writes'}",
        "text": quote.full,
        "description": f"To the claim: {stance}.",
        "creator" if quote.stance in MAINTAINED or quote.stance is None else "mentions": _party(speaker),
        "datePublished": reading.date,
        "isPartOf": _work(reading),
    }
    return _without_empty(told)


def _party(speaker: Speaker) -> Json | None:
    """A person with his function and body, or a body; None for unnamed authority."""
    if speaker.person is None:
        return None if speaker.body is None else {"@type": "Organization", "name": speaker.body}
    person: Json = {"@type": "Person", "name": speaker.person, "jobTitle": speaker.role}
    if speaker.body:
        person["affiliation"] = {"@type": "Organization", "name": speaker.body}
    return _without_empty(person)


def _work(reading: Reading) -> Json:
    publisher: Iterable[tuple[str, Json]] = (
        [("publisher", {"@type": "Organization", "name": reading.publisher})] if reading.publisher else []
    )
    told: Json = {
        "@type": "NewsArticle",
        "identifier": f"urn:sha256:{reading.sha256}",
        "url": reading.url,
        "headline": reading.title or reading.doc,
        "datePublished": reading.date,
        **dict(publisher),
    }
    return _without_empty(told)


def _without_empty(told: Json) -> Json:
    return {name: value for name, value in told.items() if value}
