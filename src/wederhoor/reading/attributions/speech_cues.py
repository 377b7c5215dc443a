"""What introduces or closes a quotation: ``zegt X``, ``aldus X``, ``X: “``, before or behind it in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.markers import marker_at, noun_after
from wederhoor.reading.attributions.phrases import pronoun_object
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attitude
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, antecedent, children, is_finite, noun_phrase
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.quotations import Quotation
from wederhoor.syntax.stretches import any_finite, is_named

QUOTATION_MARKS = set("\"'“”„‘’«»‚`´")
ENDINGS = {",", "?", "!", "…", "...", "."}
"""What a quotation ends in before its cue."""
OPEN_ENDINGS = ENDINGS - {"."}
"""The same where what follows may be a sentence of its own."""
STOPS = {".", ":", ";", "?", "!"}
LONGEST_SOURCE = 25
"""Words from the beginning of a source to its verb, at most."""
LONGEST_LABEL = 5
"""Words of a name in capitals before speech, at most."""
LABEL_SIGNS = {".", "-", "'", "’"}
LONGEST_CUE = 60
"""Words between a quotation and what cues it, at most."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What introduces or closes a quotation: cue words, the source's head (or None) and the words of the source."""

    words: tuple[int, ...]
    holder: int | None
    source: tuple[int, ...]
    attitude: Attitude = "say"


def before_mark(p: Parse, first: int) -> int:
    """The word before the opening mark of a quotation whose first word is ``first``."""
    here = first - 1
    while here >= 0 and is_quotation_mark(p.words[here]):
        here -= 1
    return here


def label_before(p: Parse, first: int) -> range:
    """The name in capitals that opens a paragraph right before its speech, as in printed interviews: *VISSER «Nee.»*."""
    last = before_mark(p, first)
    begin = p.paragraphs[p.paragraph_of(first)][0]
    words = range(begin, last + 1)
    marked = last + 1 < first and len(words) <= LONGEST_LABEL
    capitals = marked and all(p.words[w].isupper() or p.words[w] in LABEL_SIGNS for w in words)
    return words if capitals and any(len(p.words[w]) > 1 for w in words) else range(0)


def is_quotation_mark(word: str) -> bool:
    return set(word) <= QUOTATION_MARKS or word in (",,", "''")


def same_paragraph(p: Parse, a: int, b: int) -> bool:
    return not any(sign in "\n\r" for sign in p.text[p.ends[a] : p.starts[b]])


def cue_after(text: Text, quotation: Quotation) -> Cue | None:
    """``...,” zegt X``, ``...,” aldus X`` and, where the language has it, ``...,” X said``."""
    p = text.parse
    here = bisect_left(p.starts, quotation.outer[1])
    inner = words_in(p, quotation.inner)
    if not inner:
        return None
    last = p.words[inner[-1]]
    comma = False
    while here < len(p) and p.words[here] in {",", "-", "–", "—"}:
        comma = True
        here += 1
    if here >= len(p) or not same_paragraph(p, inner[-1], here):
        return None
    found = _marker_cue(text, here) if p.words[here][:1].islower() else None
    orders = text.pack.grammar.cue_orders
    if not found and "verb-subject" in orders:
        found = _inverted_cue(text, here, certain=comma or last in ENDINGS)
    if not found and "subject-verb" in orders and (comma or last in OPEN_ENDINGS):
        found = _subject_cue(text, here)
    return found


def _subject_cue(text: Text, here: int) -> Cue | None:
    """``...,” Smith said``: a reporting verb whose subject begins right behind the quotation, with nothing else to report."""
    p = text.parse
    for verb in range(here + 1, min(here + LONGEST_SOURCE, len(p))):
        if p.words[verb] in STOPS or not same_paragraph(p, here, verb):
            return None
        entry = _quoting(text, verb)
        subject = text.clause(verb).subject if entry else None
        if entry and subject is not None and here <= subject < verb:
            source = [w for w in noun_phrase(p, subject, relative=True) if here <= w < verb]
            words = [w for w in text.clause(verb).group if w not in source and w >= here]
            found = Cue(tuple(words), subject, tuple(source), entry.attitude)
            return found if source[:1] == [here] and not _reports_more(text, verb) else None
    return None


def _quoting(text: Text, verb: int) -> ReportingVerb | None:
    """The entry of a verb that takes direct speech without fixed words beside it."""
    if text.parse.upos[verb] not in ("VERB", "AUX"):
        return None
    entries = text.pack.verbs.get(text.parse.lemmas[verb], ())
    return next((e for e in entries if "quote" in e.frames and not e.words), None)


def _reports_more(text: Text, verb: int) -> bool:
    """Whether a clause behind a verb is what it reports: *“...” Smith said he would stay*. Not the rest of the quotation."""
    p = text.parse
    if verb + 1 < len(p) and p.words[verb + 1] == ",":
        return False  # *“Only you,” Smith said, would go there*
    return any(c > verb and not text.quoted[c] for c in children(p, verb, "ccomp"))


def _inverted_cue(text: Text, here: int, *, certain: bool) -> Cue | None:
    """``...,” zegt X``: the verb comes first, then its subject."""
    p = text.parse
    if p.words[here][:1].isupper():
        return None
    verb = here
    while verb < len(p) and p.lower[verb] in text.pack.grammar.manner:
        verb += 1
    if verb >= len(p) or p.upos[verb] not in ("VERB", "AUX") or not (is_finite(p, verb) or p.upos[verb] == "VERB"):
        return None
    return _verb_cue(text, here, verb, certain=certain)


def _verb_cue(text: Text, first: int, verb: int, *, certain: bool) -> Cue | None:
    p = text.parse
    main = p.heads[verb] if p.deps[verb] in ("aux", "aux:pass") and p.heads[verb] > verb else verb
    entry = next((e for e in text.pack.verbs.get(p.lemmas[main], ()) if e.frames & {"quote", "paren"}), None)
    if entry is None and not certain:
        return None
    subject = _subject_after(text, main, verb)
    if subject is None:
        return None
    source = noun_phrase(p, subject, relative=True)
    source = [w for w in source if w > verb] or [subject]
    words = sorted({*range(first, verb), *text.clause(main).group, verb} - set(source))
    words = [w for w in words if first <= w < first + LONGEST_CUE]
    return Cue(tuple(words), subject, tuple(source), entry.attitude if entry else "say")


def _subject_after(text: Text, main: int, verb: int) -> int | None:
    """The subject of an inverted verb; where the parser found none, the first noun phrase after the verb."""
    p = text.parse
    subject = text.clause(main).agent if text.clause(main).passive else None
    subject = subject if subject is not None else text.clause(main).subject
    if subject is not None and verb < subject < verb + LONGEST_CUE and p.sentence_of[subject] == p.sentence_of[verb]:
        return subject
    for word in range(verb + 1, min(verb + 5, len(p))):
        if p.words[word] in {".", ",", ":", ";", "?", "!"}:
            break
        if p.upos[word] in ("PROPN", "NOUN", "PRON"):
            head = word
            while (
                p.heads[head] > verb and p.heads[head] < word + 6 and p.upos[p.heads[head]] in ("PROPN", "NOUN", "PRON")
            ):
                if p.heads[head] == head:
                    break
                head = p.heads[head]
            return head
    return None


def _marker_cue(text: Text, here: int) -> Cue | None:
    p = text.parse
    for marker in text.pack.markers.get(p.lower[here], ()):
        size = len(marker.before)
        if not marker_at(p, here, marker):
            continue
        head = noun_after(p, here + size - 1)
        if head is None:
            return None
        source = [w for w in noun_phrase(p, head, relative=True) if w >= here + size]
        return Cue(tuple(range(here, here + size)), head, tuple(source), marker.attitude)
    return None


def cue_before(text: Text, quotation: Quotation) -> Cue | None:
    """``X zegt: “...``, ``X: “...`` and ``X «...``: what stands before the colon in the same sentence, or a name in capitals."""
    inner = words_in(text.parse, quotation.inner)
    label = label_before(text.parse, inner[0]) if inner else range(0)
    return _name_before(text, label) if label else _before_colon(text, quotation)


def _before_colon(text: Text, quotation: Quotation) -> Cue | None:
    p = text.parse
    inner = words_in(p, quotation.inner)
    colon = before_mark(p, inner[0]) if inner else -1
    # the mark's last sign, for a tokeniser may join it with a bracket: *Jansen (51): “*
    laid_out = quotation.outer == quotation.inner  # a turn may stand below its speaker
    if colon < 0 or not (laid_out or same_paragraph(p, colon, inner[0])) or p.words[colon][-1] not in ":,":
        return None
    first = colon
    while (
        first > 0
        and same_paragraph(p, first - 1, colon)
        and p.words[first - 1] not in {".", "!", "?", "…"}
        and colon - first < LONGEST_CUE
    ):
        first -= 1
    while first < colon and is_quotation_mark(p.words[first]):
        first += 1
    before = range(first, colon)
    found = _verb_before(text, before, only_reporting=p.words[colon] == ",")
    if found or p.words[colon] == ",":
        return found
    return _name_before(text, before)


def _verb_before(text: Text, before: range, *, only_reporting: bool) -> Cue | None:
    """The last reporting verb before the colon with a subject there, else the last verb of somebody."""
    p = text.parse
    verbs = [w for w in reversed(before) if p.upos[w] in ("VERB", "AUX") and p.deps[w] not in AUXILIARY]
    found = next((cue for verb in verbs if (cue := _reporting_before(text, verb, before)) is not None), None)
    if found is not None or only_reporting:
        return found
    return next((cue for verb in verbs if (cue := _doer_before(text, verb, before)) is not None), None)


def _reporting_before(text: Text, verb: int, before: range) -> Cue | None:
    """*X zegt: “*; what *X weerspreekt dat: “* denies was said before, and the quotation is what he says of it."""
    entries = text.pack.verbs.get(text.parse.lemmas[verb], ())
    entry = next((e for e in entries if "quote" in e.frames and not e.words), None)
    source = _source_before(text, verb, before) if entry is not None else None
    if entry is None or source is None:
        return None
    if entry.attitude == "deny" and pronoun_object(text, verb) is not None:
        return Cue((), *source)
    return Cue(tuple(w for w in text.clause(verb).group if w in before), *source, entry.attitude)


def _doer_before(text: Text, verb: int, before: range) -> Cue | None:
    """*X haalt zijn schouders op: “*."""
    source = _source_before(text, verb, before)
    return Cue((), *source) if source is not None and names_somebody(text.parse, source[0], text.pack) else None


def _source_before(text: Text, verb: int, before: range) -> tuple[int, tuple[int, ...]] | None:
    """The subject of a verb with its phrase, where that stands there too."""
    p, subject = text.parse, text.clause(verb).subject
    if subject is None or subject not in before:
        return None
    head = antecedent(p, subject, text.pack)
    head = subject if head is None else head
    return head, tuple(w for w in noun_phrase(p, head, relative=head == subject) if w in before)


def _name_before(text: Text, before: range) -> Cue | None:
    """``Jan Jansen, wethouder: “...``, ``Jansen (51): “...``: a phrase without a verb."""
    p = text.parse
    head = _likely_speaker(text, before) if before and not any_finite(p, before) else None
    if head is None:
        return None
    if before[0] in children(p, head, "case"):  # *Tegen X: “*: the one spoken to
        return Cue(tuple(before), None, ())
    return Cue((), head, tuple(w for w in before if p.words[w] != ":"))


def _likely_speaker(text: Text, words: range) -> int | None:
    """A person's name, else the head of the phrase, else any noun in it that can say something."""
    p = text.parse
    people = [w for w in words if is_named(p, w, "PER")]
    tops = [w for w in words if p.upos[w] in ("PROPN", "NOUN", "PRON", "ADJ") and p.heads[w] not in words]
    nouns = [w for w in words if p.upos[w] in ("PROPN", "NOUN") and not children(p, w, "case")]
    return next((w for w in (*people[:1], *tops, *nouns) if names_somebody(p, w, text.pack)), None)
