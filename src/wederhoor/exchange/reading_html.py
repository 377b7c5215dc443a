"""A Reading as one web page that stands on its own: the text as it is, every statement marked, a list by speaker.

The document is hostile input. All of it is escaped, and the page's own policy lets nothing run or load but the style
and the script that are printed in it, by their hash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

import msgspec
from markupsafe import Markup

from wederhoor.exchange.facts import Fact
from wederhoor.exchange.page import LANGUAGE, NOWHERE, asset, environment, source_hash
from wederhoor.exchange.parts import TextPart
from wederhoor.exchange.pieces import Piece, cut, paragraphs
from wederhoor.exchange.scene import stage
from wederhoor.exchange.scene_html import scene_panels
from wederhoor.exchange.visible import reorders
from wederhoor.exchange.voices import Arrangement, Voice, arrange, place, said
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.records import Attribution, Reading, Span, words_at
from wederhoor.records.stretches import Pieces

WIDE = "✕"
"""A sign of notes that is as wide as two figures."""
_SOUGHT = ' id="sought" tabindex="-1"'
SLOTS = 10
"""How many colours and underline patterns ``reading.css`` has; slot 0 is unnamed authority."""

# Written raw, HTML's parser would turn a carriage return into a line feed; the others no page can hold.
_UNWRITABLE = {**NOWHERE, 13: "&#13;"}
_UNWRITABLES = re.compile(f"[{re.escape(''.join(map(chr, _UNWRITABLE)))}]")


class Statement(msgspec.Struct, frozen=True):
    """A statement as the page's list shows it."""

    id: str
    number: int
    said: Pieces
    form: str
    place: str
    facts: tuple[Fact, ...]
    outer: Attribution | None
    inner: tuple[Attribution, ...]
    sign: str
    """What stands in the text behind the number of its speaker."""


class VoiceGroup(msgspec.Struct, frozen=True):
    """A speaker as the page's legend and list show him. ``slot`` is his colour, ``mark`` what stands in the text.

    ``count`` is how many statements he has in the whole text, of which ``statements`` are those that are listed.
    """

    number: int
    slot: int
    mark: str
    name: str | None
    count: int
    statements: tuple[Statement, ...]

    @property
    def listed(self) -> int:
        """How many of them are listed."""
        return len(self.statements)


def reading_page(reading: Reading) -> str:
    """The whole page. The text content of its ``article`` is the document's text, character by character.

    Only NUL and lone surrogates, which no HTML can hold, stand there as U+FFFD, so that all offsets still count.
    """
    style, script = asset("reading.css"), asset("reading.js")
    page = (
        environment()
        .get_template("reading.html.j2")
        .render(
            **reading_parts(reading, wording_for(reading.lang)),
            style=Markup(style),
            script=Markup(script),
            style_hash=source_hash(style),
            script_hash=source_hash(script),
        )
    )
    return writable(page)


def writable(page: str) -> str:
    """The page as HTML can hold it, with all offsets in the text as they were."""
    # nearly no page has any, and to look for them takes a hundredth of the time of translating them
    return page.translate(_UNWRITABLE) if _UNWRITABLES.search(page) else page


class Gloss(msgspec.Struct, frozen=True):
    """What a page says of a statement besides: a sign that stands in the text beside its speaker's, and facts in the list."""

    sign: str
    facts: tuple[Fact, ...]


Glosses = Mapping[str, Gloss]
"""By the id of a statement."""


def reading_parts(
    reading: Reading,
    wording: Wording,
    arrangement: Arrangement | None = None,
    notes: Glosses | None = None,
    sought: Span | None = None,
) -> dict[str, object]:
    """What the templates ``reading_legend`` and ``reading_lists`` show, for a page of one's own around them.

    ``arrangement`` is of this reading, with speakers in the order of their colours; ``sought`` are words that somebody looks for.
    """
    arrangement = arrangement or arrange(reading)
    whole = TextPart(1, (0, len(reading.text)), arrangement, stage(reading, arrangement, wording))
    return {
        **values_of_frame(reading, arrangement, wording),
        **values_of_part(reading, whole, wording, Context.of(arrangement, notes), sought=sought),
    }


class Context(msgspec.Struct, frozen=True):
    """What a part of a text is shown with, of the whole text.

    ``numbers`` are those of the statements and ``by_id`` these, by their ids; ``counts`` how many each voice has, by its number;
    ``lists`` how many entries the lists have, None where the part is all of the text.
    """

    numbers: dict[str, int]
    by_id: dict[str, Attribution]
    counts: dict[int, int]
    notes: Glosses
    lists: Mapping[str, int] | None = None

    @classmethod
    def of(
        cls, arrangement: Arrangement, notes: Glosses | None = None, lists: Mapping[str, int] | None = None
    ) -> Context:
        """The context of a whole text."""
        return cls(
            numbers={a.id: n for n, a in enumerate(arrangement.in_order, start=1)},
            by_id={a.id: a for a in arrangement.in_order},
            counts={voice.number: len(voice.statements) for voice in arrangement.voices},
            notes=notes or {},
            lists=lists,
        )


def values_of_frame(reading: Reading, arrangement: Arrangement, wording: Wording) -> dict[str, object]:
    """What is shown of the whole text, whichever part of it is there."""
    return {
        "reading": reading,
        "wording": wording,
        "legend": [
            VoiceGroup(voice.number, _slot(voice), _mark(voice), voice.speaker, len(voice.statements), ())
            for voice in arrangement.voices
        ],
        "total": len(arrangement.in_order),
        "named": sum(voice.speaker is not None for voice in arrangement.voices),
        "day": reading.date and wording.day(reading.date),
        "language": reading.lang if LANGUAGE.fullmatch(reading.lang) else wording.code,
        "reordered": reorders(reading.text),
        "correcting": None,
        "part": None,
        "voice": None,
        "spoken": None,
        "leads": lambda _: "",
    }


def values_of_part(
    reading: Reading, part: TextPart, wording: Wording, context: Context, *, sought: Span | None = None
) -> dict[str, object]:
    """What is shown of one part of the text: its words, and the lists of what is in them."""
    return {
        "article": _article(reading.text, part, context.notes, sought),
        "groups": voice_groups(reading, part.arrangement, wording, context),
        "panels": scene_panels(reading, part.scene, wording, lambda voice: (_slot(voice), _mark(voice)), context.lists),
    }


def voice_groups(reading: Reading, arrangement: Arrangement, wording: Wording, context: Context) -> list[VoiceGroup]:
    """The statements of an arrangement by speaker, as the list shows them."""
    return [_group(reading, arrangement, voice, wording, context) for voice in arrangement.voices]


def _article(text: str, part: TextPart, notes: Glosses, sought: Span | None) -> Markup:
    begin, close = part.span
    edges = [(begin + start, begin + end) for start, end in paragraphs(text[begin:close])]
    starts, ends = {s for s, _ in edges}, {e for _, e in edges}
    voice_of = part.arrangement.voice_of()
    parts: list[str] = []
    found = [max(begin, min(at, close)) for at in sought or ()]
    begun = False
    for piece in cut(text, part.arrangement, starts | ends | {*found}, part.scene, part.span):
        if piece.start in starts:
            parts.append('<p dir="auto">')
        html = _marked(text, piece, voice_of, notes)
        if found and found[0] <= piece.start < found[1]:
            html = f'<span class="sought"{"" if begun else _SOUGHT}>{html}</span>'
            begun = True
        parts.append(html)
        if piece.end in ends:
            parts.append("</p>")
    return Markup("".join(parts))


def _marked(text: str, piece: Piece, voice_of: dict[str, Voice], notes: Glosses) -> str:
    html = _staged(escape(text[piece.start : piece.end]), piece)
    for role, names in (("source", piece.source), ("cue", piece.cue)):
        if names:
            html = f'<span class="{role}" data-of="{escape(" ".join(names))}">{html}</span>'
    if not piece.content:
        return html
    attributes = [f'data-ids="{escape(" ".join(piece.content))}"']
    *outer, top = (_slot(voice_of[name]) for name in piece.content)
    attributes.append(f'data-slot="{top}"')
    if outer:
        attributes.append(f'data-outer="{outer[-1]}"')
    if piece.begins:
        label = " ".join(_mark(voice_of[name]) + _sign(notes, name) for name in piece.begins)
        begins = escape(" ".join(piece.begins))
        attributes.append(
            f'data-begins="{begins}" data-label="{label}" data-size="{min(len(label) + label.count(WIDE), 6)}"'
        )
        attributes.append(f'id="at-{escape(piece.begins[-1])}" tabindex="-1"')
    html = f"<mark {' '.join(attributes)}>{html}</mark>"
    for name in reversed(piece.begins[:-1]):
        html = f'<span id="at-{escape(name)}" tabindex="-1">{html}</span>'
    return html


def _staged(html: str, piece: Piece) -> str:
    """The words with what they are a mention of, and with the anchors that begin there."""
    layers = {"actors": piece.actors, "events": piece.events, "triggers": piece.triggers, "places": piece.places}
    attributes = [f'data-{layer}="{escape(" ".join(names))}"' for layer, names in layers.items() if names]
    for anchor in piece.anchors:  # an element has one id; those that begin at one place lie around each other
        attributes += [f'class="anchor" id="{escape(anchor)}" tabindex="-1"']
        html, attributes = f"<span {' '.join(attributes)}>{html}</span>", []
    return f"<span {' '.join(attributes)}>{html}</span>" if attributes else html


def _sign(notes: Glosses, name: str) -> str:
    return notes[name].sign if name in notes else ""


def _group(reading: Reading, arrangement: Arrangement, voice: Voice, wording: Wording, context: Context) -> VoiceGroup:
    notes, by_id = context.notes, context.by_id
    statements = tuple(
        Statement(
            id=a.id,
            number=context.numbers[a.id],
            said=said(reading.text, a),
            form=a.form,
            place=place(reading.text, a.content[0][0]),
            facts=(*_facts(reading, a, wording), *(notes[a.id].facts if a.id in notes else ())),
            outer=by_id[a.parent] if a.parent is not None else None,
            inner=arrangement.within.get(a.id, ()),
            sign=_sign(notes, a.id),
        )
        for a in voice.statements
    )
    count = context.counts[voice.number]
    return VoiceGroup(voice.number, _slot(voice), _mark(voice), voice.speaker, count, statements)


def _facts(reading: Reading, a: Attribution, wording: Wording) -> tuple[Fact, ...]:
    labels = wording.labels
    source, cue = words_at(reading.text, a.source), words_at(reading.text, a.cue)
    none = wording.page.none_said
    return (
        Fact("speaker", labels.speaker, a.speaker or wording.unnamed, plain=True),
        Fact("form", labels.form, wording.forms[a.form], plain=False),
        Fact("cue", labels.cue, cue or none, not cue, bool(cue)),
        Fact("source", labels.source, source or none, source in ("", a.speaker), bool(source)),
        Fact("attitude", labels.attitude, wording.attitudes[a.attitude], a.attitude == "say"),
        Fact("polarity", labels.polarity, wording.polarities[a.polarity], a.polarity == "+"),
        Fact("certainty", labels.certainty, wording.certainties[a.certainty], a.certainty == "certain"),
    )


def _slot(voice: Voice) -> int:
    return 0 if voice.speaker is None else (voice.number - 1) % SLOTS + 1


def _mark(voice: Voice) -> str:
    return "?" if voice.speaker is None else str(voice.number)
