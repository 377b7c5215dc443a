"""What closes a quotation: ``zegt X``, ``aldus X``, behind it or between its parts, and what the cues on either side share."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.marked_sources import marker_at, noun_after
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attitude
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children, is_finite, noun_phrase
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.quotations import Quotation
from wederhoor.syntax.stretches import is_named

QUOTATION_MARKS = set("\"'“”„‘’«»‚`´")
ENDINGS = {",", "?", "!", "…", "...", "."}
"""What a quotation ends in before its cue."""
OPEN_ENDINGS = ENDINGS - {"."}
"""The same where what follows may be a sentence of its own."""
STOPS = {".", ":", ";", "?", "!"}
LONGEST_SOURCE = 25
"""Words from the beginning of a source to its verb, at most."""
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


def is_quotation_mark(word: str) -> bool:
    return set(word) <= QUOTATION_MARKS or word in (",,", "''")


def same_paragraph(p: Parse, a: int, b: int) -> bool:
    return not any(sign in "\n\r" for sign in p.text[p.ends[a] : p.starts[b]])


def cue_after(text: Text, quotation: Quotation) -> Cue | None:
    """``...,” zegt X``, ``...,” aldus X`` and, where the language has it, ``...,” X said``."""
    p = text.parse
    inner = words_in(p, quotation.inner)
    if not inner:
        return None
    last = p.words[inner[-1]]
    here, comma = _behind_marks(text, quotation)
    if here >= len(p) or not same_paragraph(p, inner[-1], here):
        return None
    sums_up = _sums_up(text, here)
    found = _marker_cue(text, here) if sums_up or p.words[here][:1].islower() else None
    orders = text.pack.grammar.cue_orders
    if not found and "verb-subject" in orders:
        found = _inverted_cue(text, here, certain=comma or sums_up or last in ENDINGS)
    if not found and "subject-verb" in orders and (comma or last in OPEN_ENDINGS):
        found = _subject_cue(text, here)
    return found


def _behind_marks(text: Text, quotation: Quotation) -> tuple[int, bool]:
    """The first word behind a quotation and its comma, or its full stop before *Aldus*, and whether there was a comma."""
    p = text.parse
    first = here = bisect_left(p.starts, quotation.outer[1])
    while here < len(p) and p.words[here] in {",", "-", "–", "—"}:
        here += 1
    stop = here + 1 < len(p) and p.words[here] == "." and _sums_up(text, here + 1)
    return here + stop, here > first


def _sums_up(text: Text, word: int) -> bool:
    """*“...” [Aldus] de voorzitter*, *[Aldus] zei Bos*: a marker that only ever stands behind what is said."""
    return any(marker.trailing for marker in text.pack.markers.get(text.parse.lower[word], ()))


def _subject_cue(text: Text, here: int) -> Cue | None:
    """``...,” Smith said``: a reporting verb whose subject begins right behind the quotation, with nothing else to report."""
    p = text.parse
    for verb in range(here + 1, min(here + LONGEST_SOURCE, len(p))):
        if p.words[verb] in STOPS or not same_paragraph(p, here, verb):
            return None
        entry = _quoting(text, verb)
        if entry is None:
            continue
        subject = text.clause(verb).subject
        if subject is not None and here <= subject < verb:
            return _said_by(text, here, verb, subject, entry)
        if (subject is None or subject < here) and (name := _name_at(p, here, verb)):
            return Cue((verb,), name[0], name, entry.attitude)
    return None


def _said_by(text: Text, here: int, verb: int, subject: int, entry: ReportingVerb) -> Cue | None:
    """The cue of a verb and its subject, where that begins right behind the quotation."""
    source = [w for w in noun_phrase(text.parse, subject, relative=True) if here <= w < verb]
    if source[:1] != [here] or _reports_more(text, verb):
        return None
    words = [w for w in text.clause(verb).group if w not in source and w >= here]
    return Cue(tuple(words), subject, tuple(source), entry.attitude)


def _name_at(p: Parse, here: int, verb: int) -> tuple[int, ...]:
    """*“...,” [Robert Dace], attorney for those who sued, said*: a person's name right behind a quotation, with a comma."""
    words = tuple(w for w in range(here, verb) if p.entity_of[w] == p.entity_of[here])
    told = is_named(p, here, "PER") and words[-1] + 1 < verb and p.words[words[-1] + 1] == "," == p.words[verb - 1]
    return words if told else ()


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
    if p.words[here][:1].isupper() and not _sums_up(text, here):
        return None
    verb = here
    while verb < len(p) and p.lower[verb] in text.pack.grammar.manner:
        verb += 1
    if verb >= len(p) or p.upos[verb] not in ("VERB", "AUX") or not (is_finite(p, verb) or p.upos[verb] == "VERB"):
        return None
    if text.pack.grammar.subject_first and not is_finite(p, verb):
        return None  # *“...,” adding that they knew*
    return _verb_cue(text, here, verb, certain=certain)


def _verb_cue(text: Text, first: int, verb: int, *, certain: bool) -> Cue | None:
    p = text.parse
    main = p.heads[verb] if p.deps[verb] in ("aux", "aux:pass") and p.heads[verb] > verb else verb
    entry = next((e for e in text.pack.verbs.get(p.lemmas[main], ()) if e.frames & {"quote", "paren"}), None)
    if entry is None and not certain:
        return None
    subject, source = _who_is_told(text, main, verb)
    if subject is None:
        return None
    words = sorted({*range(first, verb), *text.clause(main).group, verb} - set(source))
    words = [w for w in words if first <= w < first + LONGEST_CUE]
    return Cue(tuple(words), subject, tuple(source), entry.attitude if entry else "say")


def _who_is_told(text: Text, main: int, verb: int) -> tuple[int | None, list[int]]:
    """Who stands behind the verb as the one who speaks, with all that belongs to him."""
    p, subject = text.parse, _subject_after(text, main, verb)
    if subject is None:
        return None, []
    source = [w for w in noun_phrase(p, subject, relative=True) if w > verb] or [subject]
    is_it = p.lemmas[verb] in text.pack.closed.being and p.deps[verb] not in ("aux", "aux:pass")
    return _whose_words(text, subject, source) if is_it else (subject, source)


def _whose_words(text: Text, noun: int, source: list[int]) -> tuple[int | None, list[int]]:
    """*“...”, was de reactie van [Bos]*, *was [zijn] antwoord*; *was de garantie* does not say whose."""
    p, pack = text.parse, text.pack
    if names_somebody(p, noun, pack) and p.lemmas[noun].lower() not in pack.disputes.reports:
        return noun, source
    owner = next((c for c in children(p, noun, "nmod:poss", "nmod") if c > noun or p.deps[c] == "nmod:poss"), None)
    known = owner is not None and (p.deps[owner] == "nmod:poss" or names_somebody(p, owner, pack))
    return (owner, noun_phrase(p, owner)) if known and owner is not None else (None, [])


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
