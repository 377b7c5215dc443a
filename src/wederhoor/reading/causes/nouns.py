"""Links by nouns: de oorzaak van X is Y, X is het gevolg van Y, met X als gevolg, de reden: X."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.causes import CausalNoun
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import clause_extent, opened, phrase_extent, says_something, trimmed
from wederhoor.reading.causes.before import said_before, sentence_before
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.matching import denied, points_back
from wederhoor.reading.eventive_nouns import may_cause
from wederhoor.reading.holders import Extent, Holders
from wederhoor.syntax.clauses import SUBJECT, child
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.predicates import heads_clause, predicate_above, top_of


def find_nominal(p: Parse, holders: Holders, pack: LanguagePack) -> list[Link]:
    """Links that nouns name, in text order of the nouns."""
    links = []
    for word, lemma in enumerate(p.lemmas):
        entry = pack.causes.nouns.get(lemma)
        if entry is None or p.upos[word] != "NOUN" or denied(p, word, pack) or p.deps[word] == "fixed":
            continue
        ways = {
            "noun: predicate": _predicate, "noun: subject": _subject, "noun: role": _role, "noun: seen as": _seen_as,
            "noun: beside": _beside, "noun: before colon": _before_colon,
        }  # fmt: skip
        for rule, way in ways.items():
            link = way(p, word, entry, holders, pack)
            if link is not None:
                links.append(replace(link, rule=rule))
                break
    return links


def _link(
    entry: CausalNoun, named: Extent | None, other: Extent | None, marker: tuple[int, ...], *, back: bool = False
) -> Link | None:
    """``named`` is what the noun is said of: the cause where the noun is one for cause."""
    if named is None or other is None or (named[0] < other[1] and other[0] < named[1]):
        return None
    cause, effect = (named, other) if entry.side == "cause" else (other, named)
    return Link(cause, effect, tuple(sorted(marker)), entry.sign, back=back)


def _of(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> tuple[Extent, int] | None:
    """What the noun's preposition or clause names, and the preposition."""
    for c in p.children[noun]:
        case = next(
            (g for g in p.children[c] if p.deps[g] in ("case", "mark") and p.lower[g] in entry.prepositions), None
        )
        if case is None or c < noun:
            continue
        extent = clause_extent(p, c, holders) if heads_clause(p, c) else phrase_extent(p, c, case + 1)
        if extent is not None and says_something(p, extent):
            found = opened(p, (max(extent[0], case + 1), extent[1]), pack.grammar.complementizers)
            if found is not None:
                return found, case
    return None


def _predicate(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> Link | None:
    """*X is de oorzaak van Y*."""
    copula = child(p, noun, "cop")
    of = _of(p, noun, entry, holders, pack)
    if copula is None or of is None:
        return None
    subject = child(p, noun, *SUBJECT)
    if subject is None:
        return None
    named, back = _thing(p, subject, noun, holders, pack)
    return _link(entry, named, of[0], (copula, noun, of[1]), back=back)


def _thing(p: Parse, word: int, verb: int, holders: Holders, pack: LanguagePack) -> tuple[Extent | None, bool]:
    if points_back(p, word, pack):
        return said_before(p, word, verb, holders, pack), True
    if heads_clause(p, word):
        extent = opened(p, clause_extent(p, word, holders), pack.grammar.complementizers)
        return extent, False
    return (phrase_extent(p, word), False) if may_cause(p, word, pack) else (None, False)


def _subject(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> Link | None:
    """*De oorzaak van Y is X*, *het gevolg is dat X*: without a phrase the other side is what was said before."""
    above = p.heads[noun]
    if p.deps[noun] not in SUBJECT or above <= noun:
        return None
    copula = child(p, above, "cop")
    verb = above if p.upos[above] in ("AUX", "VERB") and p.stems[above] in _copulas(copula, pack) else copula
    if verb is None:
        return None
    named = _complement(p, above, verb, holders, pack)
    of = _of(p, noun, entry, holders, pack)
    if of is not None:
        return _link(entry, named, of[0], (noun, of[1], verb))
    if not entry.alone or any(p.deps[c] in ("nmod", "acl", "acl:relcl") for c in p.children[noun]):
        return None
    before = said_before(p, p.subtree(noun)[0], above, holders, pack)
    return _link(entry, named, before, (noun, verb), back=True)


def _copulas(copula: int | None, pack: LanguagePack) -> frozenset[str]:
    return frozenset() if copula is not None else pack.causes.copulas


def _complement(p: Parse, above: int, verb: int, holders: Holders, pack: LanguagePack) -> Extent | None:
    """What the subject is said to be: a noun phrase or a *dat* clause behind the copula."""
    below = [g for c in p.children[above] if c > verb for g in p.children[c]]
    for c in (*p.children[above], *below):
        marks = [p.lower[g] for g in p.children[c] if p.deps[g] == "mark"]
        loose = p.words[p.subtree(c)[0] - 1] == ","  # a relative clause that the parser took for what is said
        if c > verb and marks and marks[0] in pack.grammar.complementizers and c != above and not loose:
            return opened(p, clause_extent(p, c, holders, joined=True), pack.grammar.complementizers)
    if above > verb:
        extent = phrase_extent(p, above, verb + 1)
        return extent if extent is not None and says_something(p, extent) else None
    return None


def _role(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> Link | None:
    """*..., met X als gevolg*."""
    mark = next((c for c in p.children[noun] if p.lower[c] in pack.grammar.role_marks and c < noun), None)
    thing = p.heads[noun]
    if mark is None or thing >= mark or p.upos[thing] not in ("NOUN", "PROPN", "VERB"):
        return None
    case = next(
        (c for c in p.children[thing] if p.deps[c] in ("case", "mark") and p.lower[c] in pack.causes.company), None
    )
    if case is None:
        return None
    named = trimmed(p, case + 1, mark)
    above = predicate_above(p, p.heads[thing])
    other = opened(p, clause_extent(p, above, holders, p.subtree(thing)), pack.grammar.complementizers)
    return _link(entry, named, other, (case, mark, noun))


def _seen_as(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> Link | None:
    """*Ziet X als gevolg van Y*, *X geldt als oorzaak van Y*: the object, else the subject, is what the noun is said of."""
    mark = next((c for c in p.children[noun] if p.lower[c] in pack.grammar.role_marks and c < noun), None)
    of = _of(p, noun, entry, holders, pack)
    above = p.heads[noun]
    if mark is None or of is None or p.upos[above] not in ("VERB", "AUX") or p.deps[noun] == "conj":
        return None
    thing = child(p, above, "obj") or child(p, above, *SUBJECT)
    if thing is None or not may_cause(p, thing, pack):
        return None
    return _link(entry, phrase_extent(p, thing), of[0], (mark, noun, of[1]))


def _beside(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> Link | None:
    """*..., een gevolg van X*: behind a comma the noun takes up what was said."""
    first = p.subtree(noun)[0]
    of = _of(p, noun, entry, holders, pack)
    if of is None or p.deps[noun] not in ("appos", "parataxis") or p.upos[first - 1] != "PUNCT":
        return None
    above = predicate_above(p, p.heads[noun])
    other = opened(p, clause_extent(p, above, holders, p.subtree(noun)), pack.grammar.complementizers)
    return _link(entry, other, of[0], (noun, of[1]))


def _before_colon(p: Parse, noun: int, entry: CausalNoun, holders: Holders, pack: LanguagePack) -> Link | None:
    """*Het gevolg: X*: the noun alone before a colon at the beginning of a sentence."""
    first, end = p.sentences[p.sentence_of[noun]]
    if not entry.alone or noun + 2 >= end or p.words[noun + 1] != ":" or noun > first + 3:
        return None
    top = top_of(p, range(noun + 2, end))
    if top is None:
        return None
    inside = clause_extent(p, top, holders, joined=True) if heads_clause(p, top) else phrase_extent(p, top)
    named = trimmed(p, max(inside[0], noun + 2), inside[1]) if inside else None
    of = _of(p, noun, entry, holders, pack)
    other = of[0] if of else sentence_before(p, noun, holders, pack)
    return _link(entry, named, other, (noun,), back=True)
