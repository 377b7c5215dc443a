"""Links by verbs that the parser has for a participle."""

from __future__ import annotations

from wederhoor.languages.causes import CausalVerb
from wederhoor.reading.argument_spans import phrase_extent, trimmed
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.eventive_nouns import is_event, may_cause
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, child, has_child


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
