"""Where a marker of a source begins, whom it introduces, and where the words of one source end beside those of another.

*Door de boycot volgens A, door de oogst volgens B*; *volgens A te diep en volgens B te vies*.
"""

from __future__ import annotations

from wederhoor.languages.reporting import SourceMarker
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import noun_phrase


def between_voices(text: Text, content: tuple[int, ...], phrase: list[int]) -> tuple[int, ...]:
    """*Volgens A te diep en [volgens B te vies]*: what stands on this side of a conjunction and the phrase of another source."""
    p, (first, end) = text.parse, text.sentence(phrase[0])
    apart = {","} if _is_marker(text, first) else set[str]()  # *Volgens A komt het door X[, volgens] B door Y*
    others = [w for w in range(first, end - 1) if (_joins(p, w) or p.words[w] in apart) and _is_marker(text, w + 1)]
    start = max((w for w in others if w < phrase[0]), default=first - 1)
    stop = min((w for w in others if w > phrase[-1]), default=end)
    opened = any(p.lower[w] in text.pack.markers for w in range(first, max(start, first)))
    least = max(start if opened else first - 1, _end_of_voice_before(text, first, phrase))
    return tuple(w for w in content if least < w < min(stop, _end_of_this_voice(text, first, phrase)))


def _joins(p: Parse, word: int) -> bool:
    return p.upos[word] == "CCONJ" or p.words[word] == ";"


def _is_marker(text: Text, word: int) -> bool:
    """Whether the words of a marker begin here."""
    return any(marker_at(text.parse, word, m) for m in text.pack.markers.get(text.parse.lower[word], ()))


def _end_of_this_voice(text: Text, first: int, phrase: list[int]) -> int:
    """*Door de boycot volgens A[,] door de oogst volgens B*: the comma behind the source, where another one follows."""
    end, comma = text.sentence(first)[1], phrase[-1] + 1
    another = phrase[0] > first and any(_is_marker(text, w) for w in range(comma, end))
    return comma if another and text.parse.words[comma] == "," else end


def _end_of_voice_before(text: Text, first: int, phrase: list[int]) -> int:
    """*Door de boycot volgens A[,] door de oogst volgens B*: the comma behind the source of what stands before."""
    p = text.parse
    marker = next((w for w in range(first + 1, phrase[0]) if _is_marker(text, w)), None)
    source = None if marker is None else noun_after(p, marker)
    comma = first if source is None else max(noun_phrase(p, source)) + 1
    return comma if comma < phrase[0] and p.words[comma] == "," else first - 1


def marker_at(p: Parse, word: int, marker: SourceMarker) -> bool:
    """Whether the words of a marker begin at ``word`` and something follows; a closing one stands behind a comma."""
    end = word + len(marker.before)
    if end >= len(p) or tuple(p.lower[word:end]) != marker.before:
        return False
    return not marker.closing or (word > 0 and p.upos[word - 1] == "PUNCT" and p.words[end][:1].isupper())


def noun_after(p: Parse, word: int) -> int | None:
    """The head of the noun phrase that begins right after ``word``."""
    if p.deps[word] in ("case", "fixed", "mark", "advmod") and p.heads[word] > word and p.upos[p.heads[word]] in (
        "NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X",
    ):  # fmt: skip
        return p.heads[word]
    for here in range(word + 1, min(word + 8, len(p))):
        if p.upos[here] in ("NOUN", "PROPN", "PRON"):
            head = here
            while (
                word < p.heads[head] < here + 8 and p.heads[head] != head and p.upos[p.heads[head]] in ("NOUN", "PROPN")
            ):
                head = p.heads[head]
            return head
        if p.upos[here] in ("PUNCT", "VERB"):
            return None
    return None
