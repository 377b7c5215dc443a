"""Whether a statement disputes what another said: by its report (*ontkent*), by its words (*onzin*), by its doubt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import words_in
from wederhoor.records import Attribution
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_child, has_word

Kind = Literal["denial", "doubt", "disagreement", "disbelief"]
BELIEVING = ("think", "judge", "expect")
MOST_POINTING = 7
"""Words of a statement that says no more than that the other is wrong: *daar is niets van waar*."""
MOST_DISMISSIVE = 3
"""Words of a statement that only waves away: *zwaar overdreven*."""
OPENING = 3
"""Words at the beginning of a sentence among which a word of contrast stands."""


RELATIVE = ("acl:relcl", "acl")
PREDICATES = ("ROOT", "root", "xcomp", "obl", "parataxis")


@dataclass(frozen=True, slots=True)
class Dispute:
    """How a statement stands to others; see ``Gist``."""

    kind: Kind | None
    pointing: bool
    contrast: bool
    insisting: bool = False


def dispute_of(
    p: Parse, attribution: Attribution | None, words: Sequence[int], negated: Collection[int], pack: LanguagePack
) -> Dispute:
    """What the statement of ``words`` has against another. ``attribution`` is None for the author's own."""
    first = [w for w in words if p.sentence_of[w] == p.sentence_of[words[0]]]
    pointing = _points(p, first, pack) or _replies(p, attribution, pack)
    kind = _by_words(p, words, negated, pack)
    cue = [w for span in attribution.cue for w in words_in(p, span)] if attribution else []
    if attribution is not None:
        kind = _by_report(p, attribution, cue, words, pack) or kind
    insisting = any(p.lemmas[w] in pack.disputes.insisting for w in cue)
    return Dispute(kind, pointing, _contrasts(p, attribution, words, pack), insisting)


def _by_report(
    p: Parse, attribution: Attribution, cue: Sequence[int], words: Sequence[int], pack: LanguagePack
) -> Kind | None:
    """From the cue: denies, doubts, asks whether, tells what it does not believe."""
    said = {p.lower[word] for word in cue}
    if said & pack.disputes.disbelieved:
        return "disbelief"
    if attribution.attitude == "doubt" or _asks_whether(p, attribution, words, pack):
        return "doubt"
    denied = attribution.polarity == "-"
    if said & (pack.hedges.agreeing | pack.hedges.disagreeing):
        return "disagreement" if denied else None
    if attribution.attitude == "deny":
        return "denial"
    if _says_otherwise(p, cue, words, pack):
        return "disagreement"
    return "denial" if denied and attribution.attitude in BELIEVING else None


def _asks_whether(p: Parse, attribution: Attribution, words: Sequence[int], pack: LanguagePack) -> bool:
    """*vraagt zich af of dat zo is*."""
    asks = attribution.attitude == "ask" and p.lower[words[0]] in pack.grammar.complementizers
    return asks and any(p.lower[w] in pack.disputes.doubting for w in words)


def _says_otherwise(p: Parse, cue: Sequence[int], words: Sequence[int], pack: LanguagePack) -> bool:
    """*denkt daar anders over*, *bestrijdt dat*."""
    short = words if len(words) <= MOST_POINTING else ()
    if any(p.lower[word] in pack.disputes.otherwise for word in (*cue, *short)):
        return True
    return any(p.lemmas[word] in pack.disputes.disputing for word in cue)


def _by_words(p: Parse, words: Sequence[int], negated: Collection[int], pack: LanguagePack) -> Kind | None:
    """From the statement itself: *een sprookje dat*, *onjuist*, *klopt niet*, *niemand gelooft dat*."""
    disputes = pack.disputes
    for word in words:
        forms = {p.lemmas[word].lower(), p.lower[word]}
        called = not forms.isdisjoint(disputes.untrue | disputes.false) and _is_predicate(p, word, pack)
        called = called or not forms.isdisjoint(disputes.lying)
        affirmed = not forms.isdisjoint(disputes.affirming)
        told_besides = p.deps[word] in RELATIVE  # een koers die in jaren niet meer was gezien
        if (affirmed and word in negated and not told_besides) or (called and word not in negated):
            return "denial"
    return "denial" if _knows_nothing(p, words, pack) else None


def _knows_nothing(p: Parse, words: Sequence[int], pack: LanguagePack) -> bool:
    """*Weet van niets*, *wist van geen afspraak*."""
    said = [p.lower[w] for w in words]
    knows = any(p.lemmas[w] in pack.disputes.knowing for w in words)
    return knows and any(pair in pack.disputes.of_nothing for pair in pairwise(said))


def _is_predicate(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*dat is onzin*, *noemt het onzin*, *noemt dat onzin* in one phrase, or the word by itself."""
    if p.deps[word] in PREDICATES or has_child(p, word, "cop"):
        return True
    return p.deps[word] == "obj" and has_word(p, word, pack.closed.pointing, "det")


def _points(p: Parse, words: Sequence[int], pack: LanguagePack) -> bool:
    """Whether the statement is little more than a pronoun for the other's, or a noun for it: *dat klopt niet*, *die uitleg*."""
    plain = [w for w in words if p.upos[w] != "PUNCT"]
    if len(plain) > MOST_POINTING:
        return False
    if _means_statement(p, plain, pack) or _names_report(p, plain, pack):
        return True
    return len(plain) <= MOST_DISMISSIVE and (_knows_nothing(p, plain, pack) or _calls_untrue(p, plain, pack))


def _means_statement(p: Parse, words: Sequence[int], pack: LanguagePack) -> bool:
    """Whether a pronoun stands for what another said: *dat*, *daar ... van*; *het* only where no more is told."""
    pronouns = [w for w in words if _is_pointer(p, w, words, pack)]
    weak = all(p.deps[w] in ("obj", "nsubj") and "PronType=Prs" in p.feats[w] for w in pronouns)
    return bool(pronouns) and not (weak and _tells_more(p, words, pack))


def _is_pointer(p: Parse, word: int, words: Sequence[int], pack: LanguagePack) -> bool:
    disputes = pack.disputes
    if p.lower[word] not in disputes.pointing or p.deps[word] in ("det", "mark"):
        return False
    return p.lower[word] not in pack.closed.expletives or any(
        p.lower[w] in disputes.behind_there for w in words if w > word
    )


def _names_report(p: Parse, words: Sequence[int], pack: LanguagePack) -> bool:
    """*die uitleg*."""
    demonstratives = pack.closed.demonstratives | pack.closed.pointing
    return any(has_word(p, w, demonstratives) for w in words if p.lemmas[w].lower() in pack.disputes.reports)


def _calls_untrue(p: Parse, words: Sequence[int], pack: LanguagePack) -> bool:
    """*onzin*."""
    return any(p.lemmas[w].lower() in pack.disputes.untrue | pack.disputes.false for w in words)


def _tells_more(p: Parse, words: Sequence[int], pack: LanguagePack) -> bool:
    """Whether a clause with a pronoun says something of its own: *dat ze het niet halen*, not *dat het niet klopt*."""
    d = pack.disputes
    disputing = d.untrue | d.false | d.lying | d.affirming | d.knowing | d.reports | d.otherwise | d.disputing
    verbs = [w for w in words if p.upos[w] == "VERB" and not {p.lemmas[w].lower(), p.lower[w], p.stems[w]} & disputing]
    return bool(verbs) and any(p.deps[w] == "mark" for w in words)


def _replies(p: Parse, attribution: Attribution | None, pack: LanguagePack) -> bool:
    """Whether the cue answers the one who spoke before: *sputtert tegen*."""
    spans = attribution.cue if attribution else ()
    return any(p.lemmas[w] in pack.disputes.replying for span in spans for w in words_in(p, span))


def _contrasts(p: Parse, attribution: Attribution | None, words: Sequence[int], pack: LanguagePack) -> bool:
    """A word of contrast opens the sentence or the statement, or stands beside the cue."""
    first, end = p.sentences[p.sentence_of[words[0]]]
    inside = set(words)
    beside = [w for w in range(first, end) if w not in inside] if attribution else []
    opening = [*words[:1], *range(first, min(first + OPENING, end))]
    return any(p.lower[w] in pack.disputes.contrast and p.deps[w] != "case" for w in [*opening, *beside])
