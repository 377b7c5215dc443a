"""Pages of invented news sites in twenty-two shapes, each in Dutch and in English: what of each is to be read, and what is not.

The phrases are those of trafilatura's own evaluation: words that belong to the article, and words of menus, comments and the
rest. The last six shapes were written after all mending, and first scored then.
"""
# ruff: noqa: E501  # markup stands as it would be sent

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Final

import msgspec


class Article(msgspec.Struct, frozen=True):
    """An invented article."""

    lang: str
    outlet: str
    title: str
    author: str
    date: str
    paragraphs: list[str]

    @property
    def address(self) -> str:
        site = "".join(self.outlet.lower().split())
        return f"https://{site}.example/{self.date.replace('-', '/')}/{'-'.join(self.title.lower().split()[:4])}"


class Page(msgspec.Struct, frozen=True):
    """A page with what is wanted of it. ``says`` are the fields of metadata that it gives.

    ``later``: of a shape that was first scored when nothing was mended any more.
    """

    name: str
    data: bytes
    article: Article
    wanted: list[str]
    unwanted: list[str]
    says: tuple[str, ...]
    later: bool


NL: Final = {
    "menu": ["Voorpagina", "Regio vandaag", "Sport en uitslagen", "Opinie van de week"],
    "cookie": "Wij en onze 214 partners gebruiken cookies om advertenties te tonen die bij u passen.",
    "letter": "Schrijf u in voor onze nieuwsbrief en mis niets meer uit de streek.",
    "more": "Lees ook: Lantaarnpaal krijgt eigen verjaardagsfeest",
    "related": ["Bakker vindt munt in roggebrood", "Kat redt brandweerman uit boom", "Zo bewaart u pompoenen tot mei"],
    "comment": ["Typisch weer dit gedoe, zet mij maar op de lijst.", "Helemaal mee eens buurman van nummer negen!"],
    "caption": "De plek zoals die er maandag bij lag. Foto: Archief Vogelvlucht",
    "share": "Deel dit bericht met uw vrienden",
    "foot": "Alle rechten voorbehouden. Overname alleen na schriftelijke toestemming.",
    "pay": "Verder lezen? Neem een abonnement vanaf 2 euro per week.",
    "live": ["10.42 uur: de vergadering is begonnen.", "11.15 uur: de eerste spreker is klaar."],
    "by": "Door",
    "advert": "Advertentie: matrassen met 40 procent korting",
}
EN: Final = {
    "menu": ["Front page", "Around the county", "Sport and results", "Opinion of the week"],
    "cookie": "We and our 214 partners use cookies to show advertising that suits you.",
    "letter": "Sign up for our newsletter and never miss a story from the coast.",
    "more": "Read also: Lamp post gets its own birthday party",
    "related": ["Baker finds coin in rye loaf", "Cat rescues fireman from tree", "How to keep pumpkins until May"],
    "comment": ["Typical, just put me on the list then.", "Couldn't agree more with my neighbour at number nine!"],
    "caption": "The spot as it looked on Monday. Photo: Bird's Eye Archive",
    "share": "Share this story with your friends",
    "foot": "All rights reserved. No reproduction without written permission.",
    "pay": "Want to read on? Subscribe from 2 pounds a week.",
    "live": ["10.42: the meeting has started.", "11.15: the first speaker has finished."],
    "by": "By",
    "advert": "Advertisement: mattresses at 40 per cent off",
}
ALL: Final = ("title", "date", "byline", "publisher")
Shape = Callable[[Article, dict[str, list[str] | str]], tuple[str, list[str], tuple[str, ...]]]
"""An article and the words of its language -> the page, what of it is not wanted, and which metadata it gives."""


def w(words: dict[str, list[str] | str], key: str) -> str:
    """One phrase."""
    found = words[key]
    return escape(found if isinstance(found, str) else found[0], quote=False)


def many(words: dict[str, list[str] | str], key: str) -> list[str]:
    found = words[key]
    return [escape(one, quote=False) for one in ([found] if isinstance(found, str) else found)]


def p(article: Article) -> list[str]:
    return [escape(one, quote=False) for one in article.paragraphs]


def head(article: Article, *, json_ld: bool = False, og: bool = False, named: bool = False) -> str:
    told = [f"<title>{escape(article.title)} - {escape(article.outlet)}</title>", '<meta charset="utf-8">']
    if og:
        told += [
            f'<meta property="og:title" content="{escape(article.title)}">',
            f'<meta property="og:site_name" content="{escape(article.outlet)}">',
            f'<meta property="og:url" content="{article.address}"><meta property="og:type" content="article">',
            f'<meta property="article:published_time" content="{article.date}T09:30:00+02:00">',
        ]
    if named:
        told += [f'<meta name="author" content="{escape(article.author)}">']
    if json_ld:
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": f"{article.date}T06:00:00Z",
            "dateModified": "2032-01-05T10:00:00Z",
            "author": [{"@type": "Person", "name": article.author}],
            "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet},
            "mainEntityOfPage": article.address,
        }
        told.append(f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>')
    return f'<!doctype html><html lang="{article.lang}"><head>{"".join(told)}</head>'


def menu(words: dict[str, list[str] | str]) -> str:
    return (
        "<nav><ul>"
        + "".join(f'<li><a href="/{n}">{one}</a></li>' for n, one in enumerate(many(words, "menu")))
        + "</ul></nav>"
    )


def related(words: dict[str, list[str] | str], tag: str = "aside") -> str:
    links = "".join(f'<li><a href="/r{n}">{one}</a></li>' for n, one in enumerate(many(words, "related")))
    return f'<{tag} class="related"><h2>Meer / More</h2><ul>{links}</ul></{tag}>'


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{one}</p>\n" for one in texts)


def semantic(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """HTML as the standard has it, metadata as JSON-LD."""
    body = (
        f"<body><header>{menu(x)}</header><main><article><h1>{escape(a.title)}</h1>"
        f'<p class="byline">{w(x, "by")} {a.author} <time datetime="{a.date}">{a.date}</time></p>{paragraphs(p(a))}'
        f"</article>{related(x)}</main><footer>{w(x, 'foot')}</footer></body></html>"
    )
    return head(a, json_ld=True) + body, [*many(x, "menu"), *many(x, "related"), w(x, "foot")], ALL


def nested(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Boxes in boxes, whose names mean nothing; metadata for social media."""
    open_, close = '<div class="css-1x7">' * 9, "</div>" * 9
    body = (
        f"<body><div class='css-a9'>{menu(x)}</div>{open_}<h1>{escape(a.title)}</h1>"
        + "".join(f'<div class="css-8b"><div><p>{one}</p></div></div>' for one in p(a))
        + f"{close}<div class='css-zz'>{related(x, 'div')}<div>{w(x, 'foot')}</div></div></body></html>"
    )
    return head(a, og=True, named=True) + body, [*many(x, "menu"), *many(x, "related"), w(x, "foot")], ALL


def cookies(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """A wall of cookies before, and a letter to subscribe to amid the article."""
    texts = p(a)
    body = (
        f'<body><div id="cookie-consent" class="modal" role="dialog"><p>{w(x, "cookie")}</p><button>OK</button></div>'
        f'<article class="article"><h1>{escape(a.title)}</h1><div class="meta">{a.author} | {a.date}</div>'
        f'{paragraphs(texts[:2])}<div class="newsletter-signup"><p>{w(x, "letter")}</p><form><input name="email"></form></div>'
        f"{paragraphs(texts[2:])}</article></body></html>"
    )
    return head(a, og=True, json_ld=True) + body, [w(x, "cookie"), w(x, "letter")], ALL


def commented(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """What readers say below."""
    replies = "".join(
        f'<li class="comment"><div class="comment-author">Lezer{n}</div><div class="comment-content"><p>{one}</p></div></li>'
        for n, one in enumerate(many(x, "comment"))
    )
    body = (
        f'<body>{menu(x)}<div class="post"><h1 class="entry-title">{escape(a.title)}</h1>'
        f'<div class="entry-content">{paragraphs(p(a))}</div></div>'
        f'<div id="comments" class="comments-area"><h2>2</h2><ol class="comment-list">{replies}</ol></div></body></html>'
    )
    return head(a, og=True, named=True) + body, [*many(x, "comment"), *many(x, "menu")], ALL


def live(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """A live blog: entries with their times are its text, what is advertised between them is not."""
    entries = "".join(
        f'<article class="liveblog-entry"><time datetime="{a.date}T1{n}:00">1{n}:00</time><h3>Update {n + 1}</h3><p>{one}</p></article>'
        for n, one in enumerate(p(a))
    )
    body = (
        f'<body>{menu(x)}<main><h1>{escape(a.title)}</h1><div class="liveblog">{entries}</div>'
        f'<div class="advertisement">{w(x, "advert")}</div></main><footer><p>{w(x, "foot")}</p></footer></body></html>'
    )
    return head(a, json_ld=True) + body, [w(x, "advert"), w(x, "foot"), *many(x, "menu")], ALL


def amp(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """AMP."""
    told = head(a, json_ld=True).replace("<html", "<html amp")
    body = (
        f'<body><amp-sidebar id="menu" layout="nodisplay">{menu(x)}</amp-sidebar><article class="amp-article">'
        f'<header><h1 class="amp-title">{escape(a.title)}</h1></header><amp-img src="a.jpg" width="9" height="9"></amp-img>'
        f'<div class="amp-content">{paragraphs(p(a))}<amp-ad width="300" height="250" type="x"><div>{w(x, "advert")}</div></amp-ad>'
        f'</div></article><footer class="amp-footer"><p>{w(x, "foot")}</p></footer></body></html>'
    )
    return told + body, [w(x, "advert"), w(x, "foot"), *many(x, "menu")], ALL


def tables(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """A site of 2001: columns as a table, lines broken by hand."""
    links = "<br>".join(f'<a href="/{n}">{one}</a>' for n, one in enumerate(many(x, "menu")))
    text = "<br><br>\n".join(p(a))
    body = (
        f"<html><head><title>{escape(a.title)}</title></head><body bgcolor=white><table width=760><tr><td width=120>{links}</td>"
        f"<td><font size=5><b>{escape(a.title)}</b></font><br><font size=1>{a.author}, {a.date}</font><br><br>{text}</td>"
        f"<td width=120><font size=1>{w(x, 'advert')}</font></td></tr><tr><td colspan=3><font size=1>{w(x, 'foot')}</font></td></tr>"
        f"</table></body></html>"
    )
    return body, [*many(x, "menu"), w(x, "advert"), w(x, "foot")], ("title",)


def short(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """A short item on a page that is full of others."""
    others = "".join(
        f'<div class="teaser"><a href="/t{n}"><h3>{one}</h3></a></div>' for n, one in enumerate(many(x, "related") * 2)
    )
    body = (
        f'<body><header>{menu(x)}</header><section class="story"><h1>{escape(a.title)}</h1><p>{p(a)[0]}</p><p>{p(a)[4]}</p></section>'
        f'<section class="teasers">{others}</section><footer>{w(x, "foot")}</footer></body></html>'
    )
    return head(a, og=True, named=True) + body, [*many(x, "related"), *many(x, "menu"), w(x, "foot")], ALL


def also(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Links to other articles amid this one, and captions."""
    texts = p(a)
    body = (
        f'<body>{menu(x)}<article><h1>{escape(a.title)}</h1><figure><img src="a.jpg" alt=""><figcaption>{w(x, "caption")}</figcaption>'
        f'</figure>{paragraphs(texts[:2])}<p class="read-also"><a href="/l">{w(x, "more")}</a></p>{paragraphs(texts[2:])}'
        f'<div class="share"><p>{w(x, "share")}</p><a href="/f">f</a></div></article></body></html>'
    )
    return head(a, json_ld=True) + body, [w(x, "more"), w(x, "share"), *many(x, "menu")], ALL


def pay(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """The whole article in the page, below an offer to subscribe."""
    texts = p(a)
    body = (
        f'<body>{menu(x)}<article><h1>{escape(a.title)}</h1><p class="intro"><strong>{texts[0]}</strong></p>'
        f'<div class="paywall-banner"><p>{w(x, "pay")}</p><a href="/abo">OK</a></div><div class="paywalled">{paragraphs(texts[1:])}'
        f"</div></article><footer>{w(x, 'foot')}</footer></body></html>"
    )
    return head(a, og=True, json_ld=True) + body, [w(x, "pay"), w(x, "foot"), *many(x, "menu")], ALL


def micro(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """XHTML with microdata."""
    body = (
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{a.lang}"><head><title>{escape(a.title)}</title></head><body>{menu(x)}'
        f'<div itemscope="itemscope" itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{escape(a.title)}</h1>'
        f'<span itemprop="author">{a.author}</span> <span itemprop="datePublished" content="{a.date}">{a.date}</span>'
        f'<div itemprop="articleBody">{paragraphs(p(a))}</div></div>{related(x, "div")}</body></html>'
    )
    return body, [*many(x, "menu"), *many(x, "related")], ("title", "date", "byline")


def interview(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Questions in bold, a stretch set apart, headings between."""
    texts = p(a)
    asked = "".join(f"<h2>Vraag / Question {n + 1}</h2><p>{one}</p>" for n, one in enumerate(texts[1:4]))
    body = (
        f'<body>{menu(x)}<div class="content" role="main"><h1>{escape(a.title)}</h1><p class="lead">{texts[0]}</p>{asked}'
        f"<blockquote><p>{texts[4]}</p></blockquote></div><div class='sidebar'>{related(x, 'div')}"
        f"<div class='widget'>{w(x, 'letter')}</div></div></body></html>"
    )
    return head(a, og=True, named=True) + body, [*many(x, "related"), w(x, "letter"), *many(x, "menu")], ALL


def wire(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Wire copy, every paragraph a box without a paragraph in it."""
    text = "".join(f'<div class="article-paragraph">{one}</div>\n' for one in p(a))
    body = (
        f'<body><div id="nav">{menu(x)}</div><div id="article-body"><h1>{escape(a.title)}</h1><div class="date">{a.date}</div>{text}</div>'
        f"<div id='most-read'><ol>{''.join(f'<li>{one}</li>' for one in many(x, 'related'))}</ol></div></body></html>"
    )
    return head(a, og=True) + body, [*many(x, "related"), *many(x, "menu")], ("title", "date", "publisher")


def listed(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Lists and a table of facts in the article, tags and crumbs around it."""
    texts = p(a)
    crumbs = " &gt; ".join(f'<a href="/c{n}">{one}</a>' for n, one in enumerate(many(x, "menu")))
    body = (
        f'<body><div class="breadcrumb">{crumbs}</div><article><h1>{escape(a.title)}</h1><p>{texts[0]}</p><ul><li>{texts[1]}</li>'
        f"<li>{texts[2]}</li></ul><table><tr><td>{texts[3]}</td></tr></table><p>{texts[4]}</p>"
        f'<div class="tags"><a href="/t">{many(x, "related")[0]}</a></div></article><div class="footer">{w(x, "foot")}</div></body></html>'
    )
    return head(a, json_ld=True) + body, [*many(x, "menu"), many(x, "related")[0], w(x, "foot")], ALL


def embedded(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Scripts, frames and posts of others between paragraphs."""
    texts = p(a)
    body = (
        f'<body>{menu(x)}<main id="content"><h1>{escape(a.title)}</h1>{paragraphs(texts[:2])}<script>var ad="{w(x, "advert")}";</script>'
        f'<iframe src="https://video.example/1">{w(x, "share")}</iframe>{paragraphs(texts[2:])}<noscript><p>{w(x, "cookie")}</p></noscript>'
        f"<!-- {w(x, 'letter')} --></main></body></html>"
    )
    unwanted = [w(x, "advert"), w(x, "share"), w(x, "cookie"), w(x, "letter"), *many(x, "menu")]
    return head(a, og=True, named=True) + body, unwanted, ALL


def several(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """The beginnings of other articles below, as articles of their own."""
    others = "".join(
        f'<article class="teaser"><h2><a href="/o{n}">{one}</a></h2><p>{one}.</p></article>'
        for n, one in enumerate(many(x, "related"))
    )
    body = (
        f'<body>{menu(x)}<div class="column-main"><article class="article-full"><h1>{escape(a.title)}</h1>'
        f'<p class="author">{w(x, "by")} <a rel="author" href="/a">{a.author}</a></p>{paragraphs(p(a))}</article></div>'
        f'<div class="column-side"><section class="more-news">{others}</section></div></body></html>'
    )
    return head(a, og=True, named=True) + body, [*many(x, "related"), *many(x, "menu")], ALL


def graph(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """JSON-LD with a graph of several things, the author by name alone; a page in Windows' letters."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": a.outlet, "url": "https://x.example/"},
            {"@type": "BreadcrumbList", "itemListElement": []},
            {
                "@type": "NewsArticle",
                "headline": a.title,
                "datePublished": a.date,
                "dateCreated": a.date,
                "author": {"@type": "Person", "name": a.author},
                "publisher": {"@type": "Organization", "name": a.outlet},
            },
        ],
    }
    body = (
        f'<!doctype html><html lang="{a.lang}"><head><meta charset="utf-8"><title>{escape(a.title)} | {escape(a.outlet)}</title><script type="application/ld+json">{json.dumps(data)}</script></head>'
        f'<body><div id="app"><div id="header">{menu(x)}</div><div id="story"><div><h1>{escape(a.title)}</h1></div><div class="rich-text">{paragraphs(p(a))}</div></div>'
        f'<div class="ad-slot">{w(x, "advert")}</div><div id="footer"><div>{w(x, "foot")}</div></div></div></body></html>'
    )
    return body, [*many(x, "menu"), w(x, "advert"), w(x, "foot")], ALL


def visible_only(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """No metadata: author and day stand in the page alone."""
    year, month, day = a.date.split("-")
    body = (
        f'<!doctype html><html><head><title>{escape(a.title)}</title></head><body><div class="wrapper"><div class="sidebar-left">{menu(x)}</div><div class="main">'
        f'<h1>{escape(a.title)}</h1><div class="byline">{w(x, "by")} <span class="author">{a.author}</span>, <span class="date">{day}-{month}-{year}</span></div>{paragraphs(p(a))}</div>'
        f'<div class="sidebar-right"><h4>Top 3</h4>{"".join(f"<p><a href=/q{n}>{one}</a></p>" for n, one in enumerate(many(x, "related")))}</div></div></body></html>'
    )
    return body, [*many(x, "menu"), *many(x, "related")], ("title", "date", "byline")


def boxed(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """A box of context and a summary inside the article; what is most read between its paragraphs."""
    texts = p(a)
    body = (
        f'<body>{menu(x)}<article itemprop="articleBody"><header><h1>{escape(a.title)}</h1></header><p>{texts[0]}</p><p>{texts[1]}</p>'
        f'<aside class="related-inline"><h3>Top</h3><ul>{"".join(f"<li><a href=/z{n}>{one}</a></li>" for n, one in enumerate(many(x, "related")))}</ul></aside>'
        f'<p>{texts[2]}</p><div class="infobox"><p>{texts[3]}</p></div><p>{texts[4]}</p><section class="social-share">{w(x, "share")}</section></article></body></html>'
    )
    return head(a, og=True, named=True) + body, [*many(x, "menu"), *many(x, "related"), w(x, "share")], ALL


def discussion(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """More is said below than above, in boxes that are not called comments."""
    talk = "".join(
        f'<div class="reactie"><strong>Jan{n}</strong><p>{one}</p></div>'
        for n, one in enumerate(many(x, "comment") * 4)
    )
    body = f'<body>{menu(x)}<div class="artikel"><h1>{escape(a.title)}</h1>{paragraphs(p(a))}</div><div class="reacties" id="reacties"><h3>8</h3>{talk}</div><footer>{w(x, "foot")}</footer></body></html>'
    return head(a, json_ld=True) + body, [*many(x, "comment"), *many(x, "menu"), w(x, "foot")], ALL


def spans(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Paragraphs as spans with breaks, words in emphasis and links."""
    texts = [one.replace(" de ", " <em>de</em> ", 1).replace(" the ", ' <a href="/x">the</a> ', 1) for one in p(a)]
    text = "".join(f'<span class="par">{one}</span><br/>' for one in texts)
    body = f'<body>{menu(x)}<div class="articleText"><h1>{escape(a.title)}</h1>{text}</div><div class="newsletter">{w(x, "letter")}</div><div class="footer">{w(x, "foot")}</div></body></html>'
    return head(a, og=True, named=True) + body, [*many(x, "menu"), w(x, "letter"), w(x, "foot")], ALL


def gallery(a: Article, x: dict[str, list[str] | str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Pictures with words, an article in sections, a teaser of the next one, which is scrolled to."""
    texts = p(a)
    body = (
        f"<body>{menu(x)}<main><article><h1>{escape(a.title)}</h1><section><p>{texts[0]}</p><p>{texts[1]}</p></section><section><h2>II</h2><p>{texts[2]}</p><p>{texts[3]}</p></section>"
        f'<section><p>{texts[4]}</p></section></article><article class="next-article"><h1>{many(x, "related")[0]}</h1><p>{many(x, "related")[1]}</p></article></main><div role="contentinfo">{w(x, "foot")}</div></body></html>'
    )
    return (
        head(a, og=True, json_ld=True) + body,
        [*many(x, "menu"), many(x, "related")[0], many(x, "related")[1], w(x, "foot")],
        ALL,
    )


LATER: Final[tuple[Shape, ...]] = (graph, visible_only, boxed, discussion, spans, gallery)
"""Shapes that were first scored when nothing was mended any more."""
SHAPES: Final[tuple[Shape, ...]] = (
    semantic, nested, cookies, commented, live, amp, tables, short, also, pay, micro, interview, wire, listed, embedded, several,
    *LATER,
)  # fmt: skip


def articles() -> list[Article]:
    """The invented articles, first the Dutch ones."""
    told = tomllib.loads(Path(__file__).with_name("articles.toml").read_text(encoding="utf-8"))
    return msgspec.convert(told["article"], list[Article])


def pages() -> list[Page]:
    """Every shape in Dutch and in English, each of another article."""
    found = []
    all_of = articles()
    for at, shape in enumerate(SHAPES):
        for article in (all_of[at % 8], all_of[8 + at % 8]):
            html, unwanted, says = shape(article, NL if article.lang == "nl" else EN)
            wanted = article.paragraphs if shape is not short else [article.paragraphs[0], article.paragraphs[4]]
            name = f"{shape.__name__}-{article.lang}"
            found.append(
                Page(name, html.encode(), article, [*wanted], [_bare(one) for one in unwanted], says, shape in LATER)
            )
    return found


def _bare(words: str) -> str:
    return words.replace("&amp;", "&")
