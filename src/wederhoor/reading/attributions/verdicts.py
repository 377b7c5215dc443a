"""Who calls a claim untrue whose words the sentence gives: *noemt de bewering dat ... onzin*, *noemt het een leugen dat ...*.

Read by the order of the words: a parse gives what stands behind the claim (*weg als onzin*) to the claim's own clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import reports_in
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, VERBAL, children, is_finite, noun_phrase, verb_group
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.stretches import without

BESIDE = ("DET", "ADJ", "ADV", "NUM", "PUNCT")
"""What may stand in a verdict before its word: *aantoonbaar*, *een klinkklare*."""
NEAR = 8
"""Words between a noun and its clause, or *het* and what it is called, at most."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What another said: ``begin`` is the first word of its noun phrase, or *het*; ``opening`` the *dat* of its clause."""

    begin: int
    opening: int
    end: int
    """Where the sentence ends, exclusive."""
    fronted: bool = False
    """Whether it is a clause by itself that opens the sentence: *Dat ..., noemt hij onzin*."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a claim is called: its words, the first of them as far as a marks or an article before it, and how it judges."""

    words: range
    denies: bool
    """Whether who calls a claim this denies it."""
    untruth: bool
    """Whether who calls a bare *dat* clause this denies it too."""
    negated: bool

    def denies_that(self, *, bare: bool) -> bool:
        """Whether who gives it denies what it is given on; ``bare``: a clause by itself, not *de bewering dat*."""
        return (self.untruth or (self.denies and not bare)) and not self.negated


def find_verdicts(text: Text) -> list[Draft]:
    """Drafts of denials of a claim that stands in the sentence, in text order."""
    p = text.parse
    drafts = []
    for first, end in p.sentences:
        claims = (*_claims(text, first, end), *_bare_claims(text, first, end), *_fronted_claims(text, first, end))
        for claim in claims:
            verbs = (w for w in range(first, end) if p.upos[w] in VERBAL and not claim.begin <= w < claim.opening)
            found = (_called(text, w, claim) for w in verbs)
            drafts += [draft for draft in [next((draft for draft in found if draft), None)] if draft]
    return drafts


def without_rivals(drafts: Sequence[Draft], verdicts: Sequence[Draft]) -> list[Draft]:
    """Without the drafts that a parse made of a verdict's words inside the claim: *verkocht ... als nepnieuws*."""
    anchor = {w: verdict.anchor for verdict in verdicts for w in verdict.cue}
    return [d for d in drafts if all(anchor.get(w, d.anchor) in (d.anchor, *d.content) for w in (*d.content, *d.cue))]


def _claims(text: Text, first: int, end: int) -> Iterator[_Claim]:
    """Nouns for what another said with the clause that says what: *de bewering van X dat ...*."""
    p = text.parse
    for noun in range(first, end):
        if p.upos[noun] == "NOUN" and p.lemmas[noun].lower() in text.pack.disputes.reports:
            opening = _clause_behind(text, noun, end)
            if opening is not None:
                yield _Claim(_article(p, noun, first), opening, end)


def _bare_claims(text: Text, first: int, end: int) -> Iterator[_Claim]:
    """*het een leugen dat ...*: *het*, what it is called, and the clause."""
    for word in range(first, end):
        opening = _clause_behind(text, word, end) if text.parse.lower[word] in text.pack.closed.it else None
        if opening is not None and any(_verdict_at(text, w, word) for w in range(word + 1, opening)):
            yield _Claim(word, opening, end)


def _fronted_claims(text: Text, first: int, end: int) -> Iterator[_Claim]:
    """*[Dat hij loog], noemt hij een leugen*: a clause that opens the sentence, before a comma and the verb of the other."""
    p = text.parse
    while first < end and p.upos[first] in ("PUNCT", "CCONJ"):
        first += 1
    opens = first < end and p.upos[first] == "SCONJ" and p.lower[first] in text.pack.grammar.complementizers
    if opens and any(p.words[w - 1] == "," and is_finite(p, w) for w in range(first + 2, end)):
        yield _Claim(first, first, end, fronted=True)


def _clause_behind(text: Text, word: int, end: int) -> int | None:
    """The conjunction of the clause behind a word, no finite verb between the two."""
    p = text.parse
    for here in range(word + 1, min(word + NEAR, end)):
        if p.lower[here] in text.pack.grammar.complementizers and p.upos[here] != "DET":
            return here
        if is_finite(p, here):
            return None
    return None


def _article(p: Parse, noun: int, first: int) -> int:
    while (
        noun > first
        and p.upos[noun - 1] in ("DET", "ADJ", "NUM")
        and (p.upos[noun - 1] == "DET" or p.upos[noun] != "DET")
    ):
        noun -= 1
    return noun


def _called(text: Text, verb: int, claim: _Claim) -> Draft | None:
    """The draft of a verb by which the claim is called something."""
    p = text.parse
    first = p.sentences[p.sentence_of[verb]][0]
    for word in range(first, claim.end):
        verdict = _verdict_at(text, word, claim.begin)
        verdict = _taken(text, verb, verdict) if verdict else None
        if verdict is None:
            continue
        bare = claim.begin < verdict.words.start < claim.opening
        stop = _clause_end(p, verb, claim, claim.end if bare else verdict.words.start)
        closed = bare or word < claim.begin or _closes(p, verb, verdict.words.stop, claim.end)
        if stop is None or not closed:
            continue
        said = range(claim.opening if bare else claim.begin, stop)
        plain = claim.fronted and not _is_charge(text, said)
        return _draft(text, verb, said, _dismissed(text, verb, verdict), bare=bare or plain)
    return None


def _is_charge(text: Text, said: range) -> bool:
    """*Dat [hij] de brief vervalste*, *dat de school [zou] sluiten*: of the speaker himself, or hearsay, and no bare fact."""
    p, closed = text.parse, text.pack.closed
    own = any(p.lower[w] in closed.he | closed.she and p.deps[w] in SUBJECT for w in said)
    return own or any(p.lower[w] in closed.hearsay for w in said)


def _dismissed(text: Text, verb: int, verdict: _Verdict) -> _Verdict:
    """*doet dat af als ...*: a verb that by itself says that there is nothing in it, whatever it calls it."""
    p, dismissing = text.parse, text.pack.disputes.dismissing
    if not {p.lemmas[verb], p.stems[verb], p.lower[verdict.words.start] + p.stems[verb]} & dismissing:
        return verdict
    return replace(verdict, denies=True, untruth=True)


def _verdict_at(text: Text, word: int, least: int) -> _Verdict | None:
    """The verdict whose last phrase begins at ``word``, back to its article or *als*, but not beyond ``least``."""
    p = text.parse
    disputes = text.pack.disputes
    phrase = next((f for f in disputes.refuting_phrases if tuple(p.lower[word : word + len(f)]) == f), ())
    forms = {p.lemmas[word].lower(), p.lower[word]}
    if not phrase and not forms & (disputes.untrue | disputes.false):
        return None
    begin = word
    beside = text.pack.grammar.role_marks | disputes.false
    while begin - 1 > least and (p.upos[begin - 1] in BESIDE or p.lower[begin - 1] in beside):
        begin -= 1
    words = range(begin, word + max(1, len(phrase)))
    lesser = not phrase and bool(forms & disputes.lesser)
    untruth = bool(phrase) or bool(forms & disputes.untruth)
    negated = any(is_negation(p, w, text.pack) for w in range(begin, word))
    return _Verdict(words, not lesser, untruth, negated)


def _taken(text: Text, verb: int, verdict: _Verdict) -> _Verdict | None:
    """The verdict where a verb calls things so, with the verb's particle that stands before it: *doet ... [af] als onzin*."""
    p = text.parse
    words = verdict.words
    for begin in (words.start, words.start - 1):
        if _calls(p.lower[begin] + p.stems[verb], text.pack):
            return replace(verdict, words=range(begin, words.stop))
    return verdict if _calls(p.lemmas[verb], text.pack) or _calls(p.stems[verb], text.pack) else None


def _calls(lemma: str, pack: LanguagePack) -> bool:
    return reports_in(pack.verbs.get(lemma, ()), "as")


def _clause_end(p: Parse, verb: int, claim: _Claim, stop: int) -> int | None:
    """Where the claim's clause ends: before the verb of the sentence behind it, else at ``stop``; None where it has no verb."""
    group = verb_group(p, verb)
    for word in range(claim.opening + 1, claim.end):
        if p.upos[word - 1] == "PUNCT" and word in group and is_finite(p, word):
            stop = min(stop, word) if stop > claim.opening else word
    if stop <= claim.opening:
        stop = claim.end
    while stop > claim.opening and p.upos[stop - 1] == "PUNCT":
        stop -= 1
    clause = [w for w in range(claim.opening, stop) if w not in group]
    return stop if any(is_finite(p, w) for w in clause) else None


def _closes(p: Parse, verb: int, end: int, last: int) -> bool:
    """Whether nothing but the verb stands between the end of a verdict and the next mark or the end of the sentence."""
    group = verb_group(p, verb)
    while end < last and (end in group or (p.upos[end] in VERBAL and p.heads[end] in group)):
        end += 1
    return end >= last or p.upos[end] in ("PUNCT", "CCONJ")


def _source(text: Text, verb: int, said: range) -> int | None:
    """Who gives the verdict."""
    p = text.parse
    subject = text.clause(verb).agent if text.clause(verb).passive else text.clause(verb).subject
    if subject in said:
        subject = next((c for c in children(p, verb, "nsubj") if c not in said), None)
    return subject if subject is not None and subject not in said and names_somebody(p, subject, text.pack) else None


def _draft(text: Text, verb: int, said: range, verdict: _Verdict, *, bare: bool) -> Draft | None:
    """A denial of what is said, or, for a lesser verdict, a judgment that holds the verdict's words."""
    p = text.parse
    subject = _source(text, verb, said)
    if subject is None:
        return None
    source = without(noun_phrase(p, subject), said, verdict.words)
    group = {*text.clause(verb).group} - {*said}
    group |= {w for w in verdict.words if p.lower[w] + p.stems[verb] in text.pack.verbs}
    words = {w for w in verdict.words if p.upos[w] != "PUNCT" and w not in said}
    if verdict.denies_that(bare=bare):
        cue = tuple(sorted(group | words))
        return Draft(tuple(said), cue, source, subject, attitude="deny", polarity="-", anchor=verb, rule="verdict")
    before = range(said.start - NEAR, said.start) if bare else ()
    pronoun = {w for w in before if p.lower[w] in text.pack.closed.it and w > verb}
    content = tuple(sorted({*said, *words, *pronoun} - group - {*source}))
    return Draft(content, tuple(sorted(group)), source, subject, attitude="judge", anchor=verb, rule="verdict")
