"""The turns of a transcript: lines that begin with who speaks and a colon (*De voorzitter: ...*, *Mevrouw Bos (Groen): ...*)."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.records import Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite
from wederhoor.syntax.nouns import noun_kind

FEWEST = 2
"""Turns in a transcript, at least."""
LONGEST_LABEL = 12
"""Words before the colon, at most."""
FEWEST_FOR_MORE = 3
"""Turns from which on a paragraph between two of them goes on with the one before."""


def _tells(p: Parse, first: int, end: int) -> bool:
    return any(is_finite(p, word) for word in range(first, end))


def turns_of(text: Text) -> list[Span]:
    """What is said in the turns of a transcript, without who says it; nothing where the text is none.

    A paragraph without a speaker between two turns goes on with the one before; what follows the last turn may be anybody's.
    """
    return _labelled_answers(text) or _spoken_turns(text)


def _spoken_turns(text: Text) -> list[Span]:
    """The turns behind their speakers."""
    p = text.parse
    begins: dict[int, int] = {}
    alone: set[int] = set()
    for number, (first, end) in enumerate(p.paragraphs):
        begin = _speech_begins(text, first, end)
        if begin == end and number + 1 < len(p.paragraphs):
            alone.add(number)
            begins[number + 1] = end
        elif begin is not None and begin < end:
            begins[number] = begin
    telling = [n for n, begin in begins.items() if _tells(p, begin, p.paragraphs[n][1])]
    if len(telling) < FEWEST or 2 * len(telling) < len(begins):
        return []
    between = set(range(min(begins), max(begins))) - alone - set(begins)
    if len(begins) >= FEWEST_FOR_MORE and (alone or len(between) < len(begins)):
        begins |= {number: p.paragraphs[number][0] for number in between}
    return [p.span(begins[n], p.paragraphs[n][1]) for n in sorted(begins)]


def _labelled_answers(text: Text) -> list[Span]:
    """*Q: ...* and *A: ...*: what is said behind the label of an answer; nobody answers in any other paragraph."""
    p, grammar = text.parse, text.pack.grammar
    asked, answers = False, []
    for first, end in p.paragraphs:
        label, colon = p.lower[first].removesuffix(":"), p.words[first].endswith(":")
        begin = first + 1 if colon else first + 2
        if begin >= end or not (colon or p.words[first + 1] == ":"):
            continue
        asked = asked or label in grammar.question_labels
        answers += [p.span(begin, end)] if label in grammar.answer_labels else []
    return answers if asked else []


def _speech_begins(text: Text, first: int, end: int) -> int | None:
    """The first word behind the speaker and the colon that open a paragraph; quoted speech has its own marks.

    A tokeniser may join the colon with a bracket: *Mevrouw Bos (Groen): ...*.
    """
    p = text.parse
    colon = next((w for w in range(first, min(first + LONGEST_LABEL, end)) if p.words[w].endswith(":")), None)
    if colon is None or (colon + 1 < end and not p.words[colon + 1][:1].isalnum()):
        return None
    label = range(first, colon)
    plain = bool(label) and p.words[first][:1].isupper() and not any(_ends(text, w) for w in label)
    return colon + 1 if plain and _is_person(text, label) else None


def _ends(text: Text, word: int) -> bool:
    """Whether a word makes a sentence of a label; a parse may take *vragensteller* for a verb."""
    p = text.parse
    verb = is_finite(p, word) and noun_kind(p.lower[word], text.pack) is None
    return verb or p.words[word] in {".", "!", "?", ";"}


def _is_person(text: Text, label: range) -> bool:
    """Whether a label is somebody: by name, by title, or by a noun that opens it, behind its article or number."""
    p = text.parse
    if any(p.entity_of[w] >= 0 and p.entities[p.entity_of[w]].type == "PER" for w in label):
        return True
    opening = label[0] + (p.upos[label[0]] in ("DET", "ADJ", "NUM"))
    nouns = [p.lower[w] for w in {label[0], opening} & {*label}]
    return any(noun in text.pack.people.titles or noun_kind(noun, text.pack) == "person" for noun in nouns)
