"""Reporting verbs in another sense, passives that do not look like one, subjects that the parser took for objects."""

from __future__ import annotations

from wederhoor.languages.lexicon import ReportingVerb
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, children, has_word, is_finite, is_participle, noun_phrase
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.phrases import head_of
from wederhoor.syntax.stretches import any_lemma


def means_another(text: Text, predicate: int, entry: ReportingVerb, content: tuple[int, ...]) -> bool:
    """*voorziet de stad van water*; *erkent de eilandstaat*, *voert de bond aan*: whom one names by his name one does not say."""
    p = text.parse
    head = head_of(p, content[0], content[-1] + 1)
    somebody = names_somebody(p, head, text.pack)
    beside = [w for w in p.subtree(predicate) if somebody or w not in content]
    if any(has_word(p, c, entry.other_sense_with, "case") for c in beside):
        return True
    return somebody and not entry.words and entry.attitude in ("say", "know") and _is_known(text, head)


def _is_known(text: Text, head: int) -> bool:
    p = text.parse
    return p.upos[head] == "PROPN" or has_word(p, head, text.pack.closed.definite, "det")


def is_done(text: Text, verb: int) -> bool:
    """*is sneeuw voorspeld*: passive too, where the parser takes it for the perfect of who does it."""
    p = text.parse
    state = any_lemma(p, children(p, verb, "aux"), text.pack.closed.being)
    return state and is_participle(p, verb)


def undergoing(text: Text, verb: int) -> tuple[str, ...]:
    """The relations to a verb of what is said, which is the subject of the passive."""
    passive = text.clause(verb).passive or is_done(text, verb)
    return ("obj", *SUBJECT) if passive else ("obj", "nsubj:pass")


def first_noun(text: Text, predicate: int) -> int | None:
    """*[Medische diensten] hadden gewaarschuwd dat*: what stands before the verb is its subject where there is no other."""
    p = text.parse
    finite = next((w for w in text.clause(predicate).group if is_finite(p, w)), None)
    first = next((c for c in children(p, predicate, "obj") if p.upos[c] in ("NOUN", "PROPN")), None)
    if finite is None or first is None or not names_somebody(p, first, text.pack):
        return None
    phrase = noun_phrase(p, first)
    return first if phrase[-1] == finite - 1 and phrase[0] == p.sentences[p.sentence_of[finite]][0] else None
