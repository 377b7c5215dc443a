"""What introduces a quotation: ``X zegt: “``, ``Jansen (51): “``, a name in capitals; on the line above it too."""

from __future__ import annotations

from wederhoor.reading.attributions.phrases import pronoun_object
from wederhoor.reading.attributions.senses import who_goes_on
from wederhoor.reading.attributions.speech_cues import (
    LONGEST_CUE,
    Cue,
    before_mark,
    is_quotation_mark,
    same_paragraph,
)
from wederhoor.reading.holders import words_in
from wederhoor.reading.own_texts import made_by
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, antecedent, children, noun_phrase
from wederhoor.syntax.nouns import names_somebody, noun_kind
from wederhoor.syntax.quotations import Quotation
from wederhoor.syntax.stretches import any_finite, is_named

LONGEST_LABEL = 5
"""Words of a name in capitals before speech, at most."""
LABEL_SIGNS = {".", "-", "'", "’"}
TELLING = frozenset(("NOUN", "PROPN", "PRON", "VERB"))
"""Of an introduction: words that tell of somebody or something."""


def label_before(p: Parse, first: int) -> range:
    """The name in capitals that opens a paragraph right before its speech, as in printed interviews: *VISSER «Nee.»*."""
    last = before_mark(p, first)
    begin = p.paragraphs[p.paragraph_of(first)][0]
    words = range(begin, last + 1)
    marked = last + 1 < first and len(words) <= LONGEST_LABEL
    capitals = marked and all(p.words[w].isupper() or p.words[w] in LABEL_SIGNS for w in words)
    return words if capitals and any(len(p.words[w]) > 1 for w in words) else range(0)


def cue_before(text: Text, quotation: Quotation) -> Cue | None:
    """``X zegt: “...``, ``X: “...`` and ``X «...``: what stands before the colon in the same sentence, or a name in capitals."""
    inner = words_in(text.parse, quotation.inner)
    label = label_before(text.parse, inner[0]) if inner else range(0)
    return _name_before(text, label) if label else _before_colon(text, quotation)


def _before_colon(text: Text, quotation: Quotation) -> Cue | None:
    p = text.parse
    inner = words_in(p, quotation.inner)
    colon = before_mark(p, inner[0]) if inner else -1
    if colon < 0 or p.words[colon][-1] not in ":,":
        return None
    comma = p.words[colon] == ","
    if comma and not same_paragraph(p, colon, inner[0]):
        return None  # behind a colon it may stand on a line of its own
    before = _sentence_before(p, colon)
    found = (None if comma else _maker_before(text, before)) or _verb_before(text, before, only_reporting=comma)
    if found or comma:
        return found
    return _name_before(text, before) or _named_at_colon(text, before)


def _maker_before(text: Text, before: range) -> Cue | None:
    """*The channel showed a statement from [the king]: “*: who is told to have made the text that ends at the colon."""
    p = text.parse
    shown = [w for w in before if p.deps[w] == "obj" and p.subtree(w)[-1] in (before[-1], before.stop)]
    maker = next((m for w in shown if (m := made_by(text, w)) is not None), None)
    if maker is None or maker not in before:
        return None
    return Cue((), maker, tuple(w for w in noun_phrase(p, maker) if w in before))


def introduction(text: Text, quotation: Quotation) -> range:
    """The words before a colon that introduces a quotation, on the line above it too; none where they tell nothing: *But:*."""
    p = text.parse
    inner = words_in(p, quotation.inner)
    colon = before_mark(p, inner[0]) if inner else -1
    # the mark's last sign, for a tokeniser may join it with a bracket: *Jansen (51): “*
    words = _sentence_before(p, colon) if colon >= 0 and p.words[colon][-1] == ":" else range(0)
    if len(words) == 1 and p.lower[words[0]] in text.pack.grammar.answer_labels:
        return range(0)  # A: “No.”
    return words if any(p.upos[w] in TELLING for w in words) else range(0)


def first_question(text: Text) -> int | None:
    """The first word of the first paragraph that opens with *Q:*; None where no question is marked so."""
    p, labels = text.parse, text.pack.grammar.question_labels
    opened = (first for first, end in p.paragraphs if labels and end - first > 1)
    return next(
        (w for w in opened if p.lower[w].removesuffix(":") in labels and ":" in p.words[w] + p.words[w + 1]), None
    )


def _sentence_before(p: Parse, colon: int) -> range:
    """The words from the last full stop, or the beginning of the paragraph, to a colon."""
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
    return range(first, colon)


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
    if entry is None:
        return None
    source = _minded_before(text, verb, before) if entry.experiencer else _source_before(text, verb, before)
    source = source or _name_next_to(text, verb, before)
    if source is None or _is_within(text, verb, source[0], before):
        return None
    told = entry.attitude == "deny" and pronoun_object(text, verb) is not None
    if told or any(w in before for w in children(text.parse, verb, "ccomp")):  # *eist dat hij gaat: “Hij moet weg.”*
        return Cue((), *source)
    return Cue(tuple(w for w in text.clause(verb).group if w in before), *source, entry.attitude)


def _is_within(text: Text, verb: int, head: int, before: range) -> bool:
    """*Dace said the rate [suggested] a pattern: “*: what a thing suggests stands in what somebody says, who goes on."""
    p, above = text.parse, text.parse.heads[verb]
    within = p.deps[verb] == "ccomp" and above in before and p.lemmas[above] in text.pack.verbs
    return within and p.lemmas[verb] in text.pack.grammar.evident and not _may_speak(text, head)


def _doer_before(text: Text, verb: int, before: range) -> Cue | None:
    """*X haalt zijn schouders op: “*."""
    source = _source_before(text, verb, before)
    return Cue((), *source) if source is not None and _may_speak(text, source[0]) else None


def _may_speak(text: Text, head: int) -> bool:
    """Whether a noun phrase is somebody who speaks by what he does; a document, *the figures*, only says."""
    p = text.parse
    kinds = {noun_kind(form, text.pack) for form in (p.lemmas[head].lower(), p.lower[head])}
    return names_somebody(p, head, text.pack) and ("text" not in kinds or p.entity_of[head] >= 0)


def _source_before(text: Text, verb: int, before: range) -> tuple[int, tuple[int, ...]] | None:
    """The subject of a verb with its phrase, where that stands there too."""
    p, subject = text.parse, who_goes_on(text, verb, text.clause(verb).subject)
    if subject is None or subject not in before:
        return None
    head = antecedent(p, subject, text.pack)
    head = subject if head is None else head
    return head, tuple(w for w in noun_phrase(p, head, relative=head == subject) if w in before)


def _minded_before(text: Text, verb: int, before: range) -> tuple[int, tuple[int, ...]] | None:
    """*De cijfers verbazen [peiler Bos]: “*: whom it befalls with his phrase, where that stands there."""
    p = text.parse
    befallen = next(
        (c for c in children(p, verb, "obj", "iobj") if c in before and names_somebody(p, c, text.pack)), None
    )
    return None if befallen is None else (befallen, tuple(w for w in noun_phrase(p, befallen) if w in before))


def _name_next_to(text: Text, verb: int, before: range) -> tuple[int, tuple[int, ...]] | None:
    """*Her adviser, [Jake Sulman], said: “*: a person's name that ends right before a verb without a subject."""
    p = text.parse
    last = verb - 1 - (p.words[verb - 1] == ",")
    if last not in before or not is_named(p, last, "PER"):
        return None
    words = tuple(w for w in before if p.entity_of[w] == p.entity_of[last])
    return words[0], words


def _name_before(text: Text, before: range) -> Cue | None:
    """``Jan Jansen, wethouder: “...``, ``Jansen (51): “...``: a phrase without a verb."""
    p = text.parse
    head = _likely_speaker(text, before) if before and not any_finite(p, before) else None
    if head is None:
        return None
    if before[0] in children(p, head, "case"):  # *Tegen X: “*: the one spoken to; *From the report: “* is another's
        return None if p.lower[before[0]] in text.pack.grammar.source_prepositions else Cue(tuple(before), None, ())
    return Cue((), head, tuple(w for w in before if p.words[w] != ":"))


def _named_at_colon(text: Text, before: range) -> Cue | None:
    """*The surge does not surprise pollster Shay: “*: the person named last, to whom something that is nobody does something."""
    p = text.parse
    name = before[-1] if before and is_named(p, before[-1], "PER") else None
    if name is None:
        return None
    head = next(w for w in before if p.entity_of[w] == p.entity_of[name])
    spoken_to = children(p, p.heads[head] if p.deps[head] in ("flat", "compound") else head, "case")
    return None if spoken_to else Cue((), head, tuple(w for w in before if p.entity_of[w] == p.entity_of[name]))


def _likely_speaker(text: Text, words: range) -> int | None:
    """A person's name, else the head of the phrase, else any noun in it that can say something."""
    p = text.parse
    people = [w for w in words if is_named(p, w, "PER")]
    tops = [w for w in words if p.upos[w] in ("PROPN", "NOUN", "PRON", "ADJ") and p.heads[w] not in words]
    nouns = [w for w in words if p.upos[w] in ("PROPN", "NOUN") and not children(p, w, "case")]
    return next((w for w in (*people[:1], *tops, *nouns) if names_somebody(p, w, text.pack)), None)
