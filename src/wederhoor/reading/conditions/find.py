"""Where a text says if, only if or unless: als ..., dan; stijgt het water, dan; alleen bij gevaar; tenzij."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.conditions import Conditional
from wederhoor.reading.argument_spans import (
    clause_extent,
    head_of_phrase,
    opened,
    phrase_extent,
    says_something,
    trimmed,
    with_rest,
)
from wederhoor.reading.conditions.inverted import verb_behind, verb_first
from wederhoor.reading.conditions.joined import BESIDE, joined
from wederhoor.reading.conditions.whether import asks_whether, is_whole, would_lack
from wederhoor.reading.eventive_nouns import is_event
from wederhoor.reading.holders import Extent
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, is_participle
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.predicates import (
    MARKS_OF_SPEECH,
    finite_of,
    heads_clause,
    opens_clause,
    predicate_above,
    tells_past,
)

PHRASAL = ("obl", "obl:arg", "advcl", "nmod", "fixed")


def find_rules(text: Text) -> tuple[Rule, ...]:
    """All conditions of a document in text order."""
    p = text.parse
    rules: list[Rule] = []
    by_word = text.pack.conditions.by_word
    past = 0
    for word, form in enumerate(p.lower):
        if word < past or form not in by_word:
            continue
        for entry in by_word[form]:
            end = word + len(entry.words)
            if tuple(p.lower[word:end]) != entry.words or p.sentence_of[end - 1] != p.sentence_of[word]:
                continue
            rule = _by_word(text, entry, (word, end))
            if rule is not None:
                rules.append(rule)
                past = end
                break
    rules += [*verb_first(text), *verb_behind(text)]
    return tuple(sorted(rules, key=lambda r: (min(r.antecedent[0], r.consequent[0]), r.antecedent)))


def _by_word(text: Text, entry: Conditional, marker: Extent) -> Rule | None:
    p = text.parse
    if (entry.opening and not opens_clause(p, marker[0])) or _is_aside(text, marker):
        return None
    found = (_clause if entry.frame == "clause" else _phrase)(text, entry, marker)
    if found is None or (entry.timeless and _tells_what_was(text, found)):
        return None
    if entry.time:
        found = replace(found, time=True)
    restrictor = _restrictor(text, found)
    if restrictor is None:
        return None if entry.restricted or not asks_whether(text, found, entry) else found
    if found.kind == "unless":
        return found
    return replace(
        found,
        kind="only-if",
        marker=tuple(sorted({restrictor, *found.marker})),
        consequent=_without_restrictor(p, found.consequent, restrictor),
    )


def _is_aside(text: Text, marker: Extent) -> bool:
    """*als het goed is*: said by the way, no condition."""
    p, asides = text.parse, text.pack.conditions.words.asides
    return any(tuple(p.lower[marker[0] : marker[0] + len(aside)]) == aside for aside in asides)


def _tells_what_was(text: Text, rule: Rule) -> bool:
    return _is_past(text, rule.above) or (rule.clausal and _is_past(text, rule.head))


def _restrictor(text: Text, rule: Rule) -> int | None:
    """*alleen*, *pas*: right before the marker, or beside the predicate of the consequent."""
    p = text.parse
    words = text.pack.conditions.words.restrictors
    before = rule.marker[0] - 1
    if before >= 0 and p.lower[before] in words:
        return before
    beside = [c for c in children(p, rule.above, "advmod", "amod") if p.lower[c] in words]
    return next((c for c in beside if c < rule.marker[0] and not p.children[c]), None)


def _without_restrictor(p: Parse, consequent: Extent, restrictor: int) -> Extent:
    first, end = consequent
    if restrictor == first:
        return trimmed(p, first + 1, end) or consequent
    if restrictor == end - 1:
        return trimmed(p, first, end - 1) or consequent
    return consequent


def _is_past(text: Text, head: int) -> bool:
    """Past or perfect: *stortte in*, *zijn omgekomen*."""
    p = text.parse
    finite = text.clause(head).finite
    if finite is None:
        return False
    return text.clause(head).perfect or tells_past(p, finite)


def _clause(text: Text, entry: Conditional, marker: Extent) -> Rule | None:
    p = text.parse
    head = p.heads[marker[1] - 1]
    if head < marker[1]:
        head = p.heads[marker[0]]
    head = _clause_above(p, head, marker[1])
    if (
        head < marker[1]
        or (p.deps[head] not in BESIDE and child(p, head, "cop") is None)
        or p.deps[marker[1] - 1] not in ("mark", "advmod", "fixed", "case")
    ):
        return None
    finite = text.clause(head).finite
    if (
        (finite is None and not _has_what_is_said(text, head, marker))
        or _next_solid(p, marker[1]) == finite
        or p.stems[head] in text.pack.conditions.words.viewpoints
        or (entry.temporal != "never" and not is_whole(text, head, marker))
    ):
        return None
    if p.deps[head] == "ccomp" and _is_what_is_asked(p, entry, marker, head):
        return None
    return joined(text, entry.kind, marker, head)


def _is_what_is_asked(p: Parse, entry: Conditional, marker: Extent, head: int) -> bool:
    """*Asked if it will last*; not *"If it lasts," she warned*."""
    return entry.timeless or (entry.asking and p.heads[head] < marker[0])


def _has_what_is_said(text: Text, head: int, marker: Extent) -> bool:
    """A subject; or *if [convicted], he faces ten years*: a participle, where a language leaves out what goes with it."""
    p = text.parse
    if has_child(p, head, *SUBJECT):
        return True
    return text.pack.grammar.subject_first and head == marker[1] and p.upos[head] == "VERB" and is_participle(p, head)


def _clause_above(p: Parse, word: int, first: int) -> int:
    """The predicate of the clause, where a parse hangs its marker on a noun in it: *als het [peil] boven de dijk stijgt*.

    The finite verb stands behind all that it has there, or it is a main clause: *als voorzitter sluit hij de zaal*.
    """
    head = p.heads[word]
    if child(p, word, "cop") is not None:
        return word
    if word < first or p.upos[word] not in ("NOUN", "PROPN", "PRON") or head <= word or p.deps[word] in BESIDE[:4]:
        return word
    finite = finite_of(p, head)
    subject = child(p, head, *SUBJECT)
    if finite is None or finite < word or not heads_clause(p, head):
        return word
    definite = has_child(p, word, "det")
    return head if (subject < finite if subject is not None else definite) else word


def _next_solid(p: Parse, word: int) -> int:
    while word + 1 < len(p) and p.upos[word] == "PUNCT":
        word += 1
    return word


def _phrase(text: Text, entry: Conditional, marker: Extent) -> Rule | None:
    p = text.parse
    head = head_of_phrase(p, marker)
    if head is None or not _hangs_on(p, head, marker) or _is_of_noun(text, head, marker):
        return None
    if not _is_of_what_may_come(text, entry, marker, head):
        return None
    antecedent = phrase_extent(p, head, marker[1])
    antecedent = with_rest(text, _closed_marks(p, antecedent), head) if antecedent else None
    above = predicate_above(p, p.heads[head])
    if antecedent is None or not heads_clause(p, above) or not says_something(p, antecedent):
        return None
    whole = clause_extent(text, above, range(marker[0], antecedent[1]))
    consequent = opened(p, whole, text.pack.grammar.complementizers)
    if consequent is None or not says_something(p, consequent):
        return None
    rule = Rule(antecedent, consequent, entry.kind, tuple(range(*marker)), head, above, clausal=False, rule="phrase")
    return None if entry.lacking and not would_lack(text, rule) else rule


def _hangs_on(p: Parse, head: int, marker: Extent) -> bool:
    """Whether a marker is the preposition of a phrase and not the particle of a verb."""
    if p.heads[marker[1] - 1] not in (head, marker[0]) or p.deps[head] not in PHRASAL:
        return False
    return p.deps[marker[0]] != "compound:prt" or marker[1] - marker[0] > 1


def _is_of_noun(text: Text, head: int, marker: Extent) -> bool:
    """Whether a phrase only describes a noun; behind *alleen* it does more."""
    p, above = text.parse, text.parse.heads[head]
    restricted = marker[0] > 0 and p.lower[marker[0] - 1] in text.pack.conditions.words.restrictors
    inside = p.deps[head] == "nmod" and p.upos[above] == "NOUN" and above not in range(*marker)
    return inside and not restricted


def _is_of_what_may_come(text: Text, entry: Conditional, marker: Extent, head: int) -> bool:
    if entry.event and not _may_come_about(text, head):
        return False
    return not entry.contingent or _may_befall(text, entry, marker, head)


def _may_come_about(text: Text, head: int) -> bool:
    """Whether a noun is one of an event, and not of one that was told before."""
    p = text.parse
    return p.upos[head] == "NOUN" and is_event(text, head) and not _is_definite(text, head)


def _may_befall(text: Text, entry: Conditional, marker: Extent, head: int) -> bool:
    """*Bij brand*, *bij stroomuitval*, not *bij de training*; behind *alleen* any event may."""
    p, words = text.parse, text.pack.conditions.words
    if not entry.restricted and marker[0] > 0 and p.lower[marker[0] - 1] in words.restrictors:
        return True
    return head_in(p.lemmas[head].lower(), words.contingencies, text.pack.hooks, head=3) is not None


def _closed_marks(p: Parse, extent: Extent) -> Extent:
    """With the mark of quotation that closes what the extent opens."""
    end = extent[1]
    return (extent[0], end + 1) if end < len(p) and p.words[end] in MARKS_OF_SPEECH else extent


def _is_definite(text: Text, head: int) -> bool:
    p = text.parse
    return any(
        p.deps[c] == "nmod:poss" or (p.deps[c] == "det" and p.lower[c] in text.pack.closed.definite)
        for c in p.children[head]
    )
