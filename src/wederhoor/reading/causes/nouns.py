"""Links by nouns: de oorzaak van X is Y, X is het gevolg van Y, met X als gevolg, de reden: X."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.causes import CausalNoun
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import clause_extent, opened, phrase_extent, says_something, trimmed
from wederhoor.reading.causes.before import said_before, sentence_before
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.matching import denied_by, is_plain_no, negation_of, points_back, role_mark
from wederhoor.reading.eventive_nouns import may_cause
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, child, child_in, children, has_child, has_word
from wederhoor.syntax.predicates import heads_clause, predicate_above, top_of


def find_nominal(text: Text) -> list[Link]:
    """Links that nouns name, in text order of the nouns."""
    p = text.parse
    links = []
    for word, lemma in enumerate(p.lemmas):
        entry = text.pack.causes.nouns.get(lemma)
        if entry is None or p.upos[word] != "NOUN" or p.deps[word] == "fixed" or _is_possible(text, word):
            continue
        no = negation_of(text, word)
        ways = {
            "noun: predicate": _predicate, "noun: subject": _subject, "noun: first": _first,
            "noun: role": _role, "noun: seen as": _seen_as,
            "noun: before colon": _before_colon, "noun: without verb": _without_verb,
        }  # fmt: skip
        for rule, way in ways.items():
            link = way(text, word, entry)
            if link is not None and (no is None or rule == "noun: predicate"):
                links.append(denied_by(text, replace(link, rule=rule), _denial(text, link) if no is None else no))
                break
    return links


def _denial(text: Text, link: Link) -> int | None:
    """*The reason is [not] the row*, also where the parse hangs the denial on the copula."""
    before = (side[0] - 1 for side in (link.cause, link.effect))
    return next((w for w in before if w >= 0 and w - 1 in link.marker and is_plain_no(text, w)), None)


def _is_possible(text: Text, noun: int) -> bool:
    """*The [possible] cause of the fire*: nobody says that it is."""
    p = text.parse
    return any(p.lemmas[c].lower() in text.pack.hedges.possible for c in children(p, noun, "amod"))


def _link(
    entry: CausalNoun, named: Extent | None, other: Extent | None, marker: tuple[int, ...], *, back: bool = False
) -> Link | None:
    """``named`` is what the noun is said of: the cause where the noun is one for cause."""
    if named is None or other is None or (named[0] < other[1] and other[0] < named[1]):
        return None
    cause, effect = (named, other) if entry.side == "cause" else (other, named)
    return Link(cause, effect, tuple(sorted(marker)), entry.sign, back=back)


def _of(text: Text, noun: int, entry: CausalNoun) -> tuple[Extent, int] | None:
    """What the noun's preposition or clause names, and the preposition."""
    p = text.parse
    for c in sorted(p.children[noun], key=lambda c: p.deps[c] != "acl"):  # reden voor hem [om te gaan]
        case = child_in(p, c, entry.prepositions, "case", "mark")
        if case is None or c < noun or p.lower[c] in text.pack.grammar.question_words:
            continue  # as a result of which
        extent = clause_extent(text, c) if heads_clause(p, c) else phrase_extent(p, c, case + 1)
        if extent is not None and says_something(p, extent):
            found = opened(p, (max(extent[0], case + 1), extent[1]), text.pack.grammar.complementizers)
            if found is not None:
                return found, case
    return None


def _predicate(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*X is de oorzaak van Y*."""
    p = text.parse
    copula = _copula(text, noun)
    of = _of(text, noun, entry)
    if copula is None or of is None:
        return None
    subject = child(p, copula if p.heads[noun] == copula else noun, *SUBJECT)
    if subject is None:
        return None
    named, back = _thing(text, subject, noun)
    return _link(entry, named, of[0], (copula, noun, of[1]), back=back)


def _copula(text: Text, noun: int) -> int | None:
    """What joins a noun to what it is said of; a verb that is one has it for an object: *[vormt] een belemmering*."""
    p = text.parse
    above = p.heads[noun]
    formed = p.deps[noun] == "obj" and p.upos[above] in ("VERB", "AUX") and p.lemmas[above] in text.pack.causes.copulas
    return above if formed else child(p, noun, "cop")


def _first(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*Het gevolg is [minder vraag]*, where a parse has what stands behind the copula for its subject."""
    p = text.parse
    copula, thing = child(p, noun, "cop"), child(p, noun, *SUBJECT)
    if not entry.alone or copula is None or thing is None or not noun < copula < thing:
        return None
    if has_child(p, noun, "nmod", "acl", "acl:relcl", "amod") or p.upos[thing] != "NOUN":
        return None
    before = said_before(text, p.subtree(noun)[0], noun)
    return _link(entry, phrase_extent(p, thing), before, (noun, copula), back=True)


def _thing(text: Text, word: int, verb: int) -> tuple[Extent | None, bool]:
    p = text.parse
    if points_back(text, word):
        return said_before(text, word, verb), True
    if heads_clause(p, word):
        extent = opened(p, clause_extent(text, word), text.pack.grammar.complementizers)
        return extent, False
    return (phrase_extent(p, word), False) if may_cause(text, word) else (None, False)


def _subject(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*De oorzaak van Y is X*, *het gevolg is dat X*: without a phrase the other side is what was said before."""
    p = text.parse
    one = p.heads[noun] if p.deps[noun] == "nmod" and p.upos[p.heads[noun]] in ("NUM", "PRON", "DET") else noun
    above = p.heads[one]  # [een] van de gevolgen is ...
    if p.deps[one] not in SUBJECT or above <= noun:
        return None
    copula = child(p, above, "cop")
    verb = above if p.upos[above] in ("AUX", "VERB") and p.stems[above] in _copulas(copula, text.pack) else copula
    if verb is None or _is_quality(text, above):
        return None
    named = _complement(text, above, verb)
    of = _of(text, noun, entry)
    if of is not None:
        return _link(entry, named, of[0], (noun, of[1], verb))
    if not entry.alone or has_child(p, noun, "nmod", "acl", "acl:relcl"):
        return None
    before = said_before(text, p.subtree(noun)[0], above)
    return _link(entry, named, before, (noun, verb), back=True)


def _is_quality(text: Text, above: int) -> bool:
    """*The consequences were severe*, in a language that tells an adjective from a participle."""
    return text.pack.grammar.subject_first and text.parse.upos[above] == "ADJ"


def _copulas(copula: int | None, pack: LanguagePack) -> frozenset[str]:
    return frozenset() if copula is not None else pack.causes.copulas


def _complement(text: Text, above: int, verb: int) -> Extent | None:
    """What the subject is said to be: a noun phrase or a *dat* clause behind the copula."""
    p = text.parse
    below = [g for c in p.children[above] if c > verb for g in p.children[c]]
    for c in (*p.children[above], *below):
        marks = [p.lower[g] for g in p.children[c] if p.deps[g] == "mark"]
        loose = p.words[p.subtree(c)[0] - 1] == ","  # a relative clause that the parser took for what is said
        if c > verb and marks and marks[0] in text.pack.grammar.complementizers and c != above and not loose:
            return opened(p, clause_extent(text, c, joined=True), text.pack.grammar.complementizers)
    if (said := _said_above(text, above, verb)) is not None:
        return said
    if above > verb:
        return _saying(text, phrase_extent(p, above, verb + 1))
    return _beside_copula(text, verb) if above == verb else None


def _said_above(text: Text, above: int, verb: int) -> Extent | None:
    """*The reason is that [the board stopped paying]*, where a parse has that for what the reason is."""
    p = text.parse
    mark = child_in(p, above, text.pack.grammar.complementizers, "mark")
    extent = clause_extent(text, above, joined=True) if mark is not None and verb < mark < above else None
    return trimmed(p, max(extent[0], mark + 1), extent[1]) if extent is not None and mark is not None else None


def _saying(text: Text, extent: Extent | None) -> Extent | None:
    return extent if extent is not None and says_something(text.parse, extent) else None


def _beside_copula(text: Text, verb: int) -> Extent | None:
    """*Het gevolg is [meer drukte]*, where a parse has the copula for the verb and that for its object."""
    p = text.parse
    thing = next((c for c in children(p, verb, "obj", "xcomp") if c > verb and p.upos[c] == "NOUN"), None)
    return phrase_extent(p, thing) if thing is not None else None


def _role(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*..., met X als gevolg*."""
    p = text.parse
    mark = role_mark(text, noun)
    thing = _in_role(text, noun, mark, entry)
    if mark is None or thing >= mark or p.upos[thing] not in ("NOUN", "PROPN", "VERB"):
        return None
    case = child_in(p, thing, text.pack.closed.with_, "case", "mark")
    if case is None:
        return None
    named = trimmed(p, case + 1, mark)
    above = predicate_above(p, p.heads[thing])
    gone = {*p.subtree(thing), *p.subtree(noun)}
    other = opened(p, clause_extent(text, above, gone), text.pack.grammar.complementizers)
    return _link(entry, named, other, (case, mark, noun))


def _in_role(text: Text, noun: int, mark: int | None, entry: CausalNoun) -> int:
    """What the noun says the role of, also where a parse hung it on a part of that, or on the verb."""
    p = text.parse
    thing = p.heads[noun]
    if mark is None or entry.side != "effect":
        return thing
    while p.deps[thing] == "nmod" and not has_word(p, thing, text.pack.closed.with_, "case", "mark"):
        thing = p.heads[thing]  # with a rise [in rents as a result]
    before = children(p, thing, "obl") if p.upos[thing] == "VERB" else []
    return next((c for c in before if p.subtree(c)[-1] + 1 == mark), thing)


def _seen_as(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*Ziet X als gevolg van Y*, *X geldt als oorzaak van Y*: the object, else the subject, is what the noun is said of."""
    p = text.parse
    mark = next((c for c in p.children[noun] if p.lower[c] in text.pack.grammar.role_marks and c < noun), None)
    of = _of(text, noun, entry)
    above = p.heads[noun]
    if mark is None or of is None or p.upos[above] not in ("VERB", "AUX") or p.deps[noun] == "conj":
        return None
    if _is_connective(text, mark, of[1] + 1) and (noun < above or p.lemmas[above] not in text.pack.verbs):
        return None  # harvests fall as a result of less rain; not: saw the fire as a result of the drought
    thing = child(p, above, "obj") or child(p, above, *SUBJECT)
    if thing is None or not may_cause(text, thing):
        return None
    return _link(entry, phrase_extent(p, thing), of[0], (mark, noun, of[1]))


def _is_connective(text: Text, first: int, end: int) -> bool:
    words = tuple(text.parse.lower[first:end])
    return any(entry.words == words for entry in text.pack.causes.connectives.get(words[0], ()))


def _without_verb(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*De sluis is kapot. Reden voor de bond om [te klagen]*: the noun heads a sentence, with what is done for it."""
    p = text.parse
    of = _of(text, noun, entry)
    first = p.sentences[p.sentence_of[noun]][0]
    alone = p.heads[noun] == noun and noun <= first + 1 and not has_child(p, noun, "cop", *SUBJECT)
    if of is None or not entry.alone or not alone or p.deps[p.heads[of[1]]] != "acl":
        return None
    return _link(entry, sentence_before(text, noun), of[0], (noun, of[1]), back=True)


def _before_colon(text: Text, noun: int, entry: CausalNoun) -> Link | None:
    """*Het gevolg: X*: the noun alone before a colon at the beginning of a sentence."""
    p = text.parse
    first, end = p.sentences[p.sentence_of[noun]]
    of = _of(text, noun, entry)
    colon = noun + 1 if of is None else of[0][1]
    if not entry.alone or colon + 1 >= end or p.words[colon] != ":" or noun > first + 3:
        return None
    top = top_of(p, range(colon + 1, end))
    if top is None:
        return None
    inside = clause_extent(text, top, joined=True) if heads_clause(p, top) else phrase_extent(p, top)
    named = trimmed(p, max(inside[0], colon + 1), inside[1]) if inside else None
    other = of[0] if of else sentence_before(text, noun)
    return _link(entry, named, other, (noun,), back=True)
