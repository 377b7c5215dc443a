"""What may come or is meant, by words that say less than *will*: *could spread*, *would meet in May*, *plans to build*."""

from __future__ import annotations

from wederhoor.languages.forecasts import Planning
from wederhoor.reading.forecasts.draft import Signal
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children, has_child, has_infinitive_mark
from wederhoor.syntax.predicates import has_form_of_infinitive
from wederhoor.syntax.stretches import any_form, any_lemma

CLOSING = frozenset(".!?")


def open_signal(text: Text, word: int, ahead: frozenset[int]) -> Signal | None:
    """*Would* with a time to come (``ahead``), and what *could* or *may* come about; not *would have closed*, *may be seen*."""
    p, words = text.parse, text.pack.forecasts
    head, form = p.heads[word], p.lower[word]
    if p.deps[word] != "aux" or form not in words.backshift | words.possible or not _may_be_so(text, head, word):
        return None
    told = {
        w for c in children(p, head, "ccomp") for w in p.subtree(c)
    }  # *would not say that it will close [next year]*
    timed = not ahead.isdisjoint(w for w in p.subtree(head) if w not in told)
    if form in words.backshift:
        return Signal(head, word, rule="would, with a time to come") if timed else None
    outcome = p.stems[head] in text.pack.conditions.words.outcomes | text.pack.causes.verbs.keys()
    denied = bool(text.clause(head).negations)
    return Signal(head, word, rule="what may come") if (timed or outcome) and not denied else None


def _may_be_so(text: Text, head: int, word: int) -> bool:
    """Whether a clause is neither imagined nor past, and said of no reader: *you may enter*."""
    p = text.parse
    group = [head, *(c for c in children(p, head, "aux", "aux:pass", "cop") if c != word)]
    unreal = any_lemma(p, group, text.pack.hedges.irrealis | text.pack.closed.perfect)
    subject = text.clause(head).subject
    addressed = subject is not None and p.lower[subject] in text.pack.closed.second_person
    return not unreal and not addressed and any(has_form_of_infinitive(p, w) for w in group)


def planned_by_noun(text: Text, noun: int) -> Signal | None:
    """*The plan to close the pool*, *announced plans to build*; not *no plans to*."""
    p, words = text.parse, text.pack.forecasts
    if (
        p.upos[noun] != "NOUN"
        or p.lemmas[noun] not in words.plan_nouns
        or any_form(p, p.children[noun], text.pack.closed.negations)
    ):
        return None
    meant = (c for c in children(p, noun, "acl", "xcomp") if c > noun and _has_mark(text, c))
    head = next(meant, None)
    return None if head is None else Signal(head, noun, plan=True, rule="noun with an infinitive")


def is_to_be(text: Text, word: int, entry: Planning) -> bool:
    """Whether the mark of an infinitive that is all of an entry stands behind the verb: *is to close*; not *the aim is to*."""
    p, marks = text.parse, text.pack.grammar.infinitive_marks
    if not entry.words or not marks.issuperset(entry.words):
        return True
    behind = next((w for w in range(word + 1, len(p)) if p.upos[w] != "ADV"), word)
    subject = text.clause(word).subject
    aim = (
        subject is None or p.lemmas[subject].lower() in text.pack.forecasts.aims or p.upos[subject] in ("PRON", "VERB")
    )
    marked = p.lower[behind] in marks and p.upos[behind] == "PART"
    return marked and (not aim or (subject is not None and p.lower[subject] in text.pack.closed.they))


def is_headline(text: Text, word: int) -> bool:
    """*Mayor to resign*: the predicate of a line without a verb of its own and without a full stop."""
    p = text.parse
    start, end = text.sentence(word)
    whole = p.heads[word] == word and p.words[end - 1] not in CLOSING and has_child(p, word, "nsubj", "nsubj:pass")
    return whole and _has_mark(text, word) and not any("VerbForm=Fin" in p.feats[w] for w in range(start, word))


def _has_mark(text: Text, word: int) -> bool:
    return any(
        has_infinitive_mark(text.parse, c, text.pack) for c in (word, *children(text.parse, word, "aux:pass", "cop"))
    )
