"""Links by verbs that the parser has for a participle or a noun."""

from __future__ import annotations

from wederhoor.languages.causes import CausalVerb
from wederhoor.reading.argument_spans import phrase_extent, trimmed
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.eventive_nouns import is_event, may_cause
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, child, has_child, is_finite, is_plural


def verb_taken_for_participle(text: Text, verb: int, entry: CausalVerb) -> Link | None:
    """*Een daling veroorzaakt armoede*: by the parse a noun with a participle and a subject, and no verb besides."""
    p = text.parse
    noun = p.heads[verb]
    subject = child(p, verb, "nsubj")
    subject = child(p, noun, "nsubj") if subject is None else subject
    plain = not entry.words and entry.cause == ("subject",) and entry.effect == ("object",)
    if not plain or subject is None or not _is_only_verb(p, verb, noun, subject) or not may_cause(text, subject):
        return None
    cause, effect = phrase_extent(p, subject), trimmed(p, verb + 1, noun + 1)
    if cause is None or effect is None or cause[1] > verb or (entry.weak and not is_event(text, subject)):
        return None
    return Link(cause, effect, (verb,), entry.sign, entry.change, rule="verb taken for a participle")


def _is_only_verb(p: Parse, verb: int, noun: int, subject: int) -> bool:
    """Whether a participle stands between a subject and the noun that it hangs on, which is the whole sentence."""
    if p.deps[verb] not in ("acl", "amod") or p.deps[noun] != "ROOT" or has_child(p, noun, *AUXILIARY):
        return False
    return subject <= verb < noun


def verb_taken_for_noun(text: Text, word: int) -> list[Link]:
    """*Hogere lonen [zorgen] voor hogere prijzen*: the plural of a verb that is a noun too, in a sentence without a verb.

    Right behind the noun that opens the sentence, and before the preposition of the effect, which is all that follows.
    """
    p = text.parse
    first, end = p.sentences[p.sentence_of[word]]
    while end > first and p.upos[end - 1] == "PUNCT":
        end -= 1
    behind = trimmed(p, word + 2, end)
    if behind is None or not _stands_for_verb(p, word, (first, end)):
        return []
    entry = next(
        (e for e in text.pack.causes.verbs[p.lower[word]] if p.lower[word + 1] in e.effect and not e.words), None
    )
    if entry is None:
        return []
    return [Link((first, word), behind, (word, word + 1), entry.sign, entry.change, rule="verb taken for a noun")]


def _stands_for_verb(p: Parse, word: int, sentence: Extent) -> bool:
    """Whether a sentence without a verb is a plural noun with its words, this one, and a phrase that ends in a noun."""
    first, end = sentence
    subject = word - 1
    if subject < first or any(is_finite(p, w) for w in range(first, end)):
        return False
    plural = p.upos[subject] == "NOUN" and is_plural(p, subject)
    return plural and p.upos[end - 1] == "NOUN" and p.subtree(subject)[0] == first
