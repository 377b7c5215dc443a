"""Where the words of one source that a marker introduces end beside those of another.

*Door de boycot volgens A, door de oogst volgens B*; *volgens A te diep en volgens B te vies*.
"""

from __future__ import annotations

from wederhoor.reading.attributions.marked_sources import marker_at, noun_after
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite, noun_phrase


def between_voices(text: Text, content: tuple[int, ...], phrase: list[int]) -> tuple[int, ...]:
    """*Volgens A te diep en [volgens B te vies]*: what stands on this side of a conjunction and the phrase of another source."""
    p, (first, end) = text.parse, text.sentence(phrase[0])
    apart = {","} if _is_marker(text, first) else set[str]()  # *Volgens A komt het door X[, volgens] B door Y*
    others = [
        w
        for w in range(first, end - 1)
        if _is_marker(text, w + 1) and (_joins(p, w) or p.words[w] in apart or _opens_another(text, w))
    ]
    start = max((w for w in others if w < phrase[0]), default=first - 1)
    stop = min((w for w in others if w > phrase[-1]), default=end)
    opened = any(p.lower[w] in text.pack.markers for w in range(first, max(start, first)))
    least = max(start if opened else first - 1, _end_of_voice_before(text, first, phrase))
    return tuple(w for w in content if least < w < min(stop, _end_of_this_voice(text, first, phrase)))


def _opens_another(text: Text, comma: int) -> bool:
    """*Is volgens A veilig[, volgens B] gevaarlijk*: a source and what is said without a verb, up to the end of the sentence."""
    p, first = text.parse, text.sentence(comma)[0]
    here = [m for m in text.pack.markers.get(p.lower[comma + 1], ()) if marker_at(p, comma + 1, m)]
    source = noun_after(p, comma + len(here[0].before)) if p.words[comma] == "," and here else None
    if source is None or not any(_is_marker(text, w) for w in range(first, comma)):
        return False
    rest = range(max(noun_phrase(p, source)) + 1, text.sentence(comma)[1])
    told = [w for w in rest if p.upos[w] != "PUNCT"]
    return bool(told) and told[0] == rest[0] and not any(p.upos[w] in ("VERB", "AUX") for w in rest)


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


def of_its_part(text: Text, content: tuple[int, ...], phrase: list[int]) -> tuple[int, ...]:
    """*The toll is high, according to A; 20 died, according to B*: to or from a semicolon beyond which another is named."""
    p = text.parse
    marks = [w for w in range(*text.sentence(phrase[0])) if p.words[w] == ";"]
    last = max((w for w in marks if w < phrase[0]), default=-1)
    next_ = min((w for w in marks if w > phrase[-1]), default=len(p))
    named = [w for w in content if _is_marker(text, w)]
    first = last + 1 if min(named, default=last) < last else 0
    end = next_ if max(named, default=next_) > next_ else len(p)
    return tuple(w for w in content if first <= w < end)


def behind_opening(text: Text, content: tuple[int, ...], phrase: list[int]) -> tuple[int, ...]:
    """*According to a memo posted by A, [it was off]*: not what still tells of the source before the comma."""
    p, (first, end) = text.parse, text.sentence(phrase[0])
    comma = next((w for w in range(phrase[-1] + 1, end) if p.words[w] == ","), end)
    rest = range(comma + 1, end - (p.upos[end - 1] == "PUNCT"))
    before = phrase[0] == first and content and content[-1] < comma and text.pack.grammar.subject_first
    return tuple(rest) if before and any(is_finite(p, w) for w in rest) else content
