"""Links by connectives: omdat, waardoor, want, daarom, vanwege, zo groot dat."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.causes import Connective
from wederhoor.reading.argument_spans import clause_extent, opened, says_something, trimmed
from wederhoor.reading.causes.before import said_before
from wederhoor.reading.causes.change import change_of
from wederhoor.reading.causes.comparisons import correlated, degree_links
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.grounds import gives_ground
from wederhoor.reading.causes.matching import denied_by, may_deny, negation_before
from wederhoor.reading.causes.other_side import gives_reason, side_above
from wederhoor.reading.causes.phrases import phrase_links
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, VERBAL, child, children, is_finite, is_participle
from wederhoor.syntax.predicates import finite_of, opens_clause, predicate_above


def find_connected(text: Text, taken: set[int]) -> list[Link]:
    """Links by connectives in text order, except those whose words are ``taken`` by a verb or a noun."""
    p = text.parse
    links: list[Link] = []
    connectives = text.pack.causes.connectives
    past = 0
    for word, form in enumerate(p.lower):
        if word < past or form not in connectives or word in taken:
            continue
        for entry in connectives[form]:
            end = word + len(entry.words)
            here = tuple(p.lower[word:end]) == entry.words and p.sentence_of[end - 1] == p.sentence_of[word]
            if here and not (entry.frame == "adverb" and p.deps[end - 1] == "det"):  # dankzij dat geld
                found = list(_links(text, entry, (word, end)))
                if found or len(entry.words) > 1:
                    links += found
                    past = end
                    break
    return [*links, *correlated(text)]


def _links(text: Text, entry: Connective, marker: Extent) -> Iterator[Link]:
    if entry.frame in ("main", "adverb") and entry.side == "effect" and (bare := _amounts(text, entry, marker)):
        yield bare
        return
    if entry.opening and entry.frame != "clause" and not opens_clause(text.parse, marker[0]):
        return
    match entry.frame:
        case "clause":
            yield from _clause_links(text, entry, marker)
        case "main":
            yield from _main_links(text, entry, marker)
        case "adverb":
            yield from _adverb_links(text, entry, marker)
        case "degree":
            yield from degree_links(text, marker)
        case "phrase":
            yield from phrase_links(text, entry, marker)


def _pair(entry: Connective, opened_side: Extent, other: Extent, marker: Extent, *, back: bool = False) -> Link:
    cause, effect = (opened_side, other) if entry.side == "cause" else (other, opened_side)
    return Link(cause, effect, tuple(range(*marker)), back=back, rule=f"connective: {entry.frame}")


def _amounts(text: Text, entry: Connective, marker: Extent) -> Link | None:
    """*Minder regen, dus meer honger*: two amounts in a sentence without a verb."""
    p, gauging = text.parse, text.pack.variables.adverb_kinds.gauging
    first, end = text.sentence(marker[0])
    if marker[1] >= end or p.lower[marker[1]] not in gauging or any(p.upos[w] in VERBAL for w in range(first, end)):
        return None
    start = next((w for w in range(marker[0] - 1, first - 1, -1) if p.lower[w] in gauging), None)
    stop = next((w for w in range(marker[1], end) if p.upos[w] == "PUNCT"), end)
    other = trimmed(p, start, marker[0]) if start is not None else None
    tight = start is not None and (start == first or p.upos[start - 1] == "PUNCT")
    return _pair(entry, (marker[1], stop), other, marker, back=True) if other is not None and tight else None


# omdat, zodat


def _clause_links(text: Text, entry: Connective, marker: Extent) -> Iterator[Link]:
    p = text.parse
    if entry.linking and (p.deps[marker[0]] != "mark" or p.upos[marker[0]] != "SCONJ"):
        return
    head = _head_behind(p, entry, marker)
    if head is None:
        return
    other, back = side_above(text, head, marker)
    no = negation_before(text, marker[0])
    if other is None or may_deny(text, other, marker, no):
        return
    grounded = entry.stating and gives_ground(text, head, marker)
    for extent in _clauses(text, head, marker, split=entry.side == "effect"):
        if grounded or not _has_to_change(text, entry, marker) or _both_change(text, extent, other):
            yield denied_by(text, _pair(entry, extent, other, marker, back=back), no)


def _has_to_change(text: Text, entry: Connective, marker: Extent) -> bool:
    """Whether a word opens a cause between changes alone: *as*; *nu* within a sentence, *X daalt nu Y stijgt*."""
    return entry.changing or (entry.opening and not opens_clause(text.parse, marker[0]))


def _both_change(text: Text, one: Extent, other: Extent) -> bool:
    return change_of(text, one) is not None and change_of(text, other) is not None


def _head_behind(p: Parse, entry: Connective, marker: Extent) -> int | None:
    """The predicate of the clause that a subordinator opens; None where the word is none there."""
    head = _predicate_behind(p, marker)
    return None if head is not None and entry.opening and not _is_subordinate(p, head, marker) else head


def _predicate_behind(p: Parse, marker: Extent) -> int | None:
    head = p.heads[marker[1] - 1]
    if head >= marker[1]:
        return predicate_above(p, head) if p.deps[head] in ("nsubj", "obj", "det", "amod") else head
    first = p.heads[marker[0]]
    if first >= marker[1]:
        return first
    for w in range(marker[1], p.sentences[p.sentence_of[marker[0]]][1]):
        if is_finite(p, w):
            return p.heads[w] if p.deps[w] in ("aux", "aux:pass", "cop") and p.heads[w] >= marker[1] else w
    return None


def _is_subordinate(p: Parse, head: int, marker: Extent) -> bool:
    """Of *nu* and *daar*: a subordinator for the parser, and the verb not right behind it."""
    taken = p.deps[marker[0]] == "mark" and p.upos[marker[0]] == "SCONJ"
    finite = finite_of(p, head)
    subject = child(p, head, *SUBJECT)
    # or by its order: *nu de prijs stijgt*
    last = finite is not None and subject is not None and marker[0] < subject < finite and p.deps[head] == "advcl"
    return (taken or last) and not is_finite(p, marker[1]) and head > marker[1]


def _clauses(text: Text, head: int, marker: Extent, *, split: bool) -> Iterator[Extent]:
    """The clause behind the marker; with ``split`` each of the clauses with a subject of their own that *en* joins."""
    p = text.parse
    extent = clause_extent(text, head, joined=True)
    whole = trimmed(p, max(extent[0], marker[1]), extent[1]) if extent else None
    if whole is None:
        return
    for part in _parts(p, whole) if split else (whole,):
        if says_something(p, part):
            yield part


def _parts(p: Parse, whole: Extent) -> list[Extent]:
    """The clauses that *en* joins: a finite verb ends the one, the other has a subject and a finite verb."""
    parts = []
    first, end = whole
    for w in range(first + 1, end - 1):
        if p.upos[w] == "CCONJ" and any(p.upos[v] in VERBAL for v in range(max(first, w - 2), w)):
            behind = range(w + 1, end)
            if any(p.deps[v] in SUBJECT for v in behind) and any(p.upos[v] in VERBAL for v in behind):
                parts.append((first, w))
                first = w + 1
    return [t for part in (*parts, (first, end)) if (t := trimmed(p, *part)) is not None]


# want, dus


def _main_links(text: Text, entry: Connective, marker: Extent) -> Iterator[Link]:
    p = text.parse
    head = p.heads[marker[0]]
    if head < marker[1]:
        head = next((w for w in range(marker[1], p.sentences[p.sentence_of[marker[0]]][1]) if is_finite(p, w)), -1)
        if head < 0:
            return
        head = predicate_above(p, head)
    extent = clause_extent(text, head, fronted=True)
    own = trimmed(p, max(extent[0], marker[1]), extent[1]) if extent else None
    other = said_before(text, marker[0], head)
    if own is None or other is None or _concludes(text, other):
        return
    if says_something(p, own) and _says_so(p, own, marker):
        yield _pair(entry, own, other, marker, back=True)


def _concludes(text: Text, other: Extent) -> bool:
    """*[Hij moet al vertrokken zijn], want zijn fiets is weg*: by that somebody knows it, and it came about otherwise."""
    p, modes, perfect = text.parse, text.pack.propositions.words.modes, text.pack.closed.perfect
    heads = [p.heads[w] for w in range(*other) if p.deps[w] == "aux" and modes.get(p.lemmas[w].lower()) == "must"]
    done = (h for h in heads if is_participle(p, h))
    return any(p.lemmas[c] in perfect for h in done for c in children(p, h, "aux", "aux:pass"))


def _says_so(p: Parse, own: Extent, marker: Extent) -> bool:
    """Not *het zenden, dus het zenden zonder vergunning*: inside a sentence a clause follows, no other name of the thing."""
    return marker[0] == p.sentences[p.sentence_of[marker[0]]][0] or any(is_finite(p, w) for w in range(*own))


# daarom, namelijk


def _adverb_links(text: Text, entry: Connective, marker: Extent) -> Iterator[Link]:
    p = text.parse
    if _specifies(p, entry, marker):
        return
    above = p.heads[marker[0]]
    while marker[0] <= above < marker[1] and p.heads[above] != above:
        above = p.heads[above]
    head = _whole_clause(p, predicate_above(p, above))
    if any(c > marker[0] and gives_reason(text, c) for c in children(p, head, "advcl")):
        return  # daarom ..., omdat: points forward
    gone = () if _parts_subject(text, head, marker) else range(*marker)
    own = opened(p, clause_extent(text, head, gone), text.pack.grammar.complementizers)
    other = said_before(text, own[0] if own and own[0] < marker[0] else marker[0], head)
    no = negation_before(text, marker[0])
    if own is not None and other is not None and says_something(p, own) and no is None:
        yield _pair(entry, own, other, marker, back=True)


def _parts_subject(text: Text, head: int, marker: Extent) -> bool:
    """*Trade [therefore] falls*: between a subject and its verb, so that neither says anything without the other."""
    p = text.parse
    subject = child(p, head, *SUBJECT)
    right = subject is not None and p.subtree(subject)[-1] + 1 == marker[0]
    return right and marker[1] in (head, finite_of(p, head)) and text.pack.grammar.subject_first


def _specifies(p: Parse, entry: Connective, marker: Extent) -> bool:
    """*namelijk* before what it specifies; *de grootste partij en daardoor de machtigste*."""
    before = marker[0] - 1
    if entry.side == "cause" and p.words[before] in {",", "(", "-", "–"}:
        return True
    return "CCONJ" in (p.upos[before], p.upos[marker[0]]) and not _clause_behind(p, marker)


def _clause_behind(p: Parse, marker: Extent) -> bool:
    """Whether a finite verb or a participle follows the marker in its sentence."""
    behind = range(marker[1], p.sentences[p.sentence_of[marker[0]]][1])
    return any(p.upos[w] in VERBAL and not p.deps[w].startswith("amod") for w in behind)


def _whole_clause(p: Parse, head: int) -> int:
    """The predicate with the finite verb, where the adverb hangs under its infinitive or its predicative."""
    while p.deps[head] == "xcomp" and p.heads[head] != head:
        head = p.heads[head]
    return head
