"""What leads to what: cause, effect, sign and holder, as one clause or two say it (Causal News Corpus, Tan et al. 2022)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wederhoor.reading.argument_spans import span_of
from wederhoor.reading.causes.change import change_of
from wederhoor.reading.causes.conditional import causal_rules
from wederhoor.reading.causes.connectives import find_connected
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.nouns import find_nominal
from wederhoor.reading.causes.verbs import find_verbal
from wederhoor.reading.holders import NOBODY, Extent, Holders
from wederhoor.reading.standing import Standing, standing_of
from wederhoor.reading.text import Text
from wederhoor.records import CausalClaim, DeniedClaim
from wederhoor.syntax.clauses import RELATIVE, is_finite
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.predicates import is_past, is_question, top_of

Found = tuple[tuple[CausalClaim, ...], tuple[DeniedClaim, ...], tuple[CausalClaim, ...]]


def find_causes(text: Text) -> Found:
    """All causal claims of a document in text order, C1, C2, ...; those that their own words deny or doubt, N1, ...

    And what is said to go together, R1, R2, ..., what is named first as the cause; who denies that says nothing of causes.
    """
    verbal, together = _apart(find_verbal(text))
    told = [*verbal, *find_nominal(text)]
    named = [link for link in told if not link.denied]
    taken = {w for link in (*told, *together) for w in link.marker}
    connected = find_connected(text, taken)
    ruled = causal_rules(text, text.rules, named)
    links = _whole(text, _cut_chains(text, [*named, *connected, *ruled]))
    claims: list[CausalClaim] = []
    denied: list[DeniedClaim] = []
    for link in _once([*links, *(link for link in told if link.denied)]):
        how, words = _standing(text, link)
        found: list[CausalClaim] = []
        if how == "held" and not link.denied:
            found = _claim(text, link, f"C{len(claims) + 1}")
            claims += found
        elif how in ("denied", "disbelieved", "doubted") if not link.denied else how == "held":
            found = _claim(text, replace(link, marker=(*words, *link.marker)), f"N{len(denied) + 1}")
            denied += [DeniedClaim(claim=one, doubted=how in ("disbelieved", "doubted")) for one in found]
        text.found_by.update({one.id: link.rule for one in found})
    return tuple(claims), tuple(denied), tuple(_correlations(text, together))


def _whole(text: Text, links: Iterable[Link]) -> list[Link]:
    """Each link once, without those that join two statements."""
    return _once(link for link in links if not _is_torn(text, link))


def _apart(links: Sequence[Link]) -> tuple[list[Link], list[Link]]:
    """Causes and effects, and what only goes together."""
    return [link for link in links if not link.correlates], [link for link in links if link.correlates]


def _correlations(text: Text, links: Sequence[Link]) -> Iterator[CausalClaim]:
    held = (link for link in _once(links) if _are_things(text, link) and _standing(text, link)[0] == "held")
    for number, link in enumerate(held, start=1):
        for claim in _claim(text, link, f"R{number}"):
            text.found_by[claim.id] = link.rule
            yield claim


def _are_things(text: Text, link: Link) -> bool:
    """Whether neither side is somebody: *de minister is verbonden met de firma* says of nothing that it rises with another."""
    p = text.parse
    heads = [top_of(p, range(*side)) for side in (link.cause, link.effect)]
    return not link.denied and not any(head is None or _is_somebody(text, head) for head in heads)


def _is_somebody(text: Text, word: int) -> bool:
    p = text.parse
    number = p.entity_of[word]
    if number >= 0:
        return p.entities[number].type in ("PER", "ORG")
    return noun_kind(p.lemmas[word].lower(), text.pack) in ("person", "group")


def _standing(text: Text, link: Link) -> tuple[Standing, tuple[int, ...]]:
    """How the words above the effect, or above the marker, let a link stand, and those words."""
    if _is_asked(text, link.marker[0]) or _in_a_case(text, link):
        return "open", ()
    tops = (top_of(text.parse, side) for side in (range(*link.effect), link.marker))
    for how, words in (standing_of(text, top) for top in tops if top is not None):
        if how != "held" and not (words and set(words) <= set(link.marker)):  # lies at the root of
            return how, words
    return "held", ()


def _is_asked(text: Text, word: int) -> bool:
    """*Did the tax cost them the seat?*, in a sentence that its verb opens."""
    p = text.parse
    first, end = p.sentences[p.sentence_of[word]]
    opening = next((w for w in range(first, end) if p.upos[w] != "PUNCT"), first)
    return is_finite(p, opening) and is_question(p, word)


def _in_a_case(text: Text, link: Link) -> bool:
    """*If the fog caused the crash, then ...*: both sides stand in one condition, so that nobody says that it did.

    What holds whenever the condition does is another matter: *if the road is closed by snow, take the train*.
    """
    words = {*range(*link.cause), *range(*link.effect), *link.marker}
    supposed = (rule.antecedent for rule in text.rules if rule.kind == "if" and not rule.time)
    past = is_past(text.parse, words)
    return past and any(words <= {*range(*antecedent)} for antecedent in supposed)


def _cut_chains(text: Text, links: Sequence[Link]) -> list[Link]:
    """Where a relative clause of one side is a link of its own, the side ends before it: *leidt tot [onrust] die ...*."""
    causes: dict[int, list[Link]] = {}
    for link in links:
        causes.setdefault(link.cause[0], []).append(link)

    def cut(extent: Extent, marker: tuple[int, ...]) -> Extent:
        for other in causes.get(extent[0], ()):
            inside = other.cause[1] < extent[1] and other.marker[0] < extent[1] and other.marker != marker
            if inside and other.effect[0] > other.cause[0] and _describes(text, other):
                return other.cause
        return extent

    return [replace(link, cause=cut(link.cause, link.marker), effect=cut(link.effect, link.marker)) for link in links]


def _describes(text: Text, link: Link) -> bool:
    """Whether what names a link stands in a clause or a phrase at a noun, not in the clause that a side is."""
    p = text.parse
    return not link.rule.startswith("verb") or any(
        p.deps[w] in (RELATIVE, "acl", "amod", "nmod", "case") for w in link.marker
    )


def _is_torn(text: Text, link: Link) -> bool:
    """Whether one side stands in one statement and the other in another, so that nobody says that they are joined."""
    sides = [text.holders.around(side) for side in (link.cause, link.effect)]
    apart = NOBODY not in sides and text.holders.around(link.effect, link.cause) == NOBODY
    return apart and not link.back


def _once(links: Iterable[Link]) -> list[Link]:
    """In text order, of links with the same two sides the first."""
    seen: set[tuple[Extent, Extent]] = set()
    kept = []
    for link in links:
        if (link.cause, link.effect) not in seen:
            seen.add((link.cause, link.effect))
            kept.append(link)
    return sorted(kept, key=lambda link: (min(link.cause[0], link.effect[0]), link.marker[0], link.effect))


def _claim(text: Text, link: Link, name: str) -> list[CausalClaim]:
    """None where a side has no words."""
    p = text.parse
    cause, effect = span_of(p, link.cause), span_of(p, link.effect)
    if cause is None or effect is None:
        return []
    claim = CausalClaim(
        id=name,
        cause=cause,
        effect=effect,
        sign=link.sign,
        marker=span_of(p, (min(link.marker), max(link.marker) + 1)),
        holder=text.holders.name(_holder(text, link)),
        cause_change=change_of(text, link.cause),
        effect_change=link.change or change_of(text, link.effect),
    )
    return [claim]


def _holder(text: Text, link: Link) -> int:
    """Whose word the link is: both sides and the marker stand in it; what was said before may stand outside."""
    p = text.parse
    marker = (link.marker[0], link.marker[0] + 1)
    if link.back:
        near = link.effect if abs(link.effect[0] - marker[0]) < abs(link.cause[0] - marker[0]) else link.cause
        found = text.holders.around(marker, near)
        same = found == NOBODY and p.sentence_of[link.cause[0]] == p.sentence_of[link.effect[0]]
        return text.holders.around(link.cause) if same else found
    found = text.holders.around(link.effect, link.cause)
    if found == NOBODY:
        found = text.holders.around(marker, link.effect)
    return _blaming(link, text.holders) if found == NOBODY else found


def _blaming(link: Link, holders: Holders) -> int:
    """The report whose cue is the marker: *X [wijt] de daling aan de crisis*."""
    numbers = (holders.cues.get(word, NOBODY) for word in link.marker)
    sides = (link.cause[0], link.effect[0])
    return next((n for n in numbers if n != NOBODY and any(holders.holds(n, side) for side in sides)), NOBODY)
