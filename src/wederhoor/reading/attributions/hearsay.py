"""Reports on somebody's authority that the sentence does not name: naar verluidt, het gerucht gaat, zou(den)."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.reporting import Hearsay
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.marked_sources import marker_at
from wederhoor.reading.attributions.markers import host_clause
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, children, has_child, has_word, is_participle, predicate_of
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.stretches import any_finite, any_form, any_lemma, below, related, trees, without


def find_hearsay(text: Text) -> list[Draft]:
    """Drafts of hearsay in text order; that of *zou* has as speaker the one reported just before, if any."""
    return [draft for word in range(len(text.parse)) if (draft := _at(text, word))]


def _at(text: Text, word: int) -> Draft | None:
    p, pack = text.parse, text.pack
    found = next((d for h in pack.hearsay.get(p.lower[word], ()) if (d := _phrase(text, word, h))), None)
    if found or text.quoted[word]:
        return found
    if p.lower[word] in pack.closed.hearsay:
        return _would(text, word)
    return _raised(text, word) if p.lemmas[word] in pack.grammar.raising else None


def _raised(text: Text, verb: int) -> Draft | None:
    """*The mayor is said to have left*: a passive without a doer, whose subject is that of an infinitive below it."""
    p, clause = text.parse, text.clause(verb)
    below = next((c for c in children(p, verb, "xcomp") if text.clause(c).infinitive), None)
    if below is None or clause.subject is None or not clause.passive or clause.agent is not None:
        return None
    entry = next((e for e in text.pack.verbs.get(p.lemmas[verb], ()) if not e.words), None)
    if entry is None or p.lower[clause.subject] in text.pack.closed.first_person | text.pack.closed.second_person:
        return None
    cue = tuple(w for w in clause.group if w < below and w not in p.subtree(below))
    content = without({*p.subtree(clause.subject), *p.subtree(below)}, cue)
    certainty = "unknown" if entry.certainty == "certain" else entry.certainty
    return Draft(
        content, cue, attitude=entry.attitude, polarity=entry.polarity, certainty=certainty, anchor=verb, rule="hearsay, passive",
    )  # fmt: skip


def _phrase(text: Text, word: int, hearsay: Hearsay) -> Draft | None:
    p = text.parse
    end = word + len(hearsay.words)
    if tuple(p.lower[word:end]) != hearsay.words or p.deps[word] == "amod":
        return None
    cue = tuple(range(word, end))
    clause = next((c for c in range(end, min(end + 3, len(p))) if p.deps[c] == "mark" and p.heads[c] > c), None)
    if clause is not None and p.upos[clause] == "SCONJ":
        content = tuple(w for w in p.subtree(p.heads[clause]) if w >= clause)
    else:
        top = _top(p, cue)
        content = (
            host_clause(text, p.heads[top], list(cue)) if p.heads[top] not in cue else without(p.subtree(top), cue)
        )
    if not any(p.upos[w] != "PUNCT" for w in content):
        return None
    return Draft(
        content, cue, attitude=hearsay.attitude, polarity=hearsay.polarity, certainty=hearsay.certainty, anchor=word,
        rule="hearsay",
    )  # fmt: skip


def _top(p: Parse, words: Sequence[int]) -> int:
    return next((w for w in words if p.heads[w] not in words), words[0])


def _would(text: Text, word: int) -> Draft | None:
    """*zou* that reports: with a perfect or a state, in a statement of a third person, without a condition."""
    p = text.parse
    verb = predicate_of(p, word)
    subject = text.clause(verb).subject
    if subject is None or p.lower[subject] in text.pack.closed.first_person | text.pack.closed.second_person:
        return None
    group = [verb, *children(p, verb, *AUXILIARY, "xcomp")]
    if _supposes(text, word) or _has_source(text, word) or _is_unreal(text, verb, group):
        return None
    if _tells_what_came(text, verb, group) or _supposes_else(text, verb, subject):
        return None
    sure = _is_sure(text, word, group, subject)
    content = _said_by(p, word, verb, subject)
    if not content:
        return None
    return Draft(
        content, (word,), certainty="unknown", follows=True, tentative=not sure, anchor=word, rule="hearsay by zou",
    )  # fmt: skip


def _is_sure(text: Text, word: int, group: Sequence[int], subject: int) -> bool:
    """Whether *zou* reports by itself: of what is over (*zou zijn gezakt*), or of a state (*zou in het bestuur zitten*)."""
    p, verb = text.parse, group[0]
    over = (w for w in group[1:] if w != word and not has_word(p, verb, (p.lower[w],), "cop"))
    if is_participle(p, verb) and any_lemma(p, over, text.pack.closed.perfect):
        return True
    state = p.lemmas[verb] in text.pack.conditions.words.states or p.upos[verb] == "NOUN"
    return state and names_somebody(p, subject, text.pack)


def _supposes_else(text: Text, verb: int, subject: int) -> bool:
    """*Dan zou*, *zonder hem zou*, *het zou onjuist zijn*: what would be otherwise, and what it would be like."""
    p, pack = text.parse, text.pack
    words = {p.lower[w] for c in p.children[verb] for w in (c, *p.children[c]) if w != subject}
    if words & (pack.hedges.otherwise | pack.closed.without):
        return True
    return (
        has_child(p, verb, "cop") and p.lower[subject] in pack.closed.it | pack.closed.expletives | pack.closed.pointing
    )


def _tells_what_came(text: Text, verb: int, group: Sequence[int]) -> bool:
    """The future of the past: *zou later minister worden*, *zou beroemd worden en werd vaak nagespeeld*.

    A word for later says so; so does a second half in the simple past about the same subject, behind what becomes or happens.
    """
    p = text.parse
    if any_form(p, (*p.children[verb], *below(p, group)), text.pack.hedges.came_later):
        return True
    told = (w for c in children(p, verb, "conj") for w in text.clause(c).verbs if p.upos[w - 1] == "CCONJ")
    past = any("Tense=Past" in p.feats[w] and p.lower[w] not in text.pack.closed.hearsay for w in told)
    return past and not any_lemma(p, group, text.pack.closed.perfect)


def _opens_condition(text: Text, word: int) -> bool:
    """*als het regent* and not *net als de buren*: a comparison is no condition."""
    p = text.parse
    if p.lower[word] not in text.pack.closed.conditionals:
        return False
    head = p.heads[word]
    compared = p.lower[word] in text.pack.grammar.role_marks and p.deps[word] in ("mark", "case")
    return not compared or any_finite(p, (head, *p.children[head]))


def _supposes(text: Text, word: int) -> bool:
    """Whether the sentence asks, or says what would be if."""
    p, (start, end) = text.parse, text.sentence(word)
    return any(_opens_condition(text, w) for w in range(start, end)) or p.words[end - 1] == "?"


def _has_source(text: Text, word: int) -> bool:
    """*volgens X zou ...*."""
    p = text.parse
    return any(marker_at(p, w, m) for w in range(*text.sentence(word)) for m in text.pack.markers.get(p.lower[w], ()))


def _is_unreal(text: Text, verb: int, group: Sequence[int]) -> bool:
    """*zou graag willen*, and what a conjunction makes part of another clause."""
    p = text.parse
    return any_lemma(p, (*group, *p.children[verb]), text.pack.hedges.irrealis) or has_child(p, verb, "mark")


def _said_by(p: Parse, word: int, verb: int, subject: int) -> tuple[int, ...]:
    """The clause of *zou* without it, without what is joined to it, and without the clause before a colon."""
    start = p.sentences[p.sentence_of[word]][0]
    colon = max((w for w in range(start, word) if p.words[w] == ":"), default=start - 1)
    gone = trees(p, related(p, p.children[verb], "cc", "conj", "parataxis", "punct"))
    return without({*p.subtree(verb), *p.subtree(subject)}, gone, [word, *range(start, colon + 1)])
