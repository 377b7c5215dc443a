"""The variables of one side of a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wederhoor.languages.variables import Way
from wederhoor.reading.argument_spans import SOLID
from wederhoor.reading.causes.before import sentence_before
from wederhoor.reading.causes.comparisons import compares
from wederhoor.reading.variables.clauses import read_clause
from wederhoor.reading.variables.draft import VariableDraft
from wederhoor.reading.variables.events import words_as_they_stand
from wederhoor.reading.variables.modifiers import is_lack, is_nominal, is_worse, modifiers
from wederhoor.reading.variables.naming import extent_of, phrase_words
from wederhoor.reading.variables.phrases import DEEPEST, read_phrase
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.reading.variables.states import read_state
from wederhoor.syntax.clauses import child, preposition_of
from wederhoor.syntax.predicates import heads_clause, top_of


def read_side(s: VariableScope) -> list[VariableDraft]:
    """The variables: what no rule can name is named by its words.

    None for a bare amount, and where only *it happens* is said.
    """
    p = s.p
    top = top_of(p, range(*s.extent))
    found: list[VariableDraft] = []
    if top is not None:
        found = (
            _said_before(s, top) or _compared(s) or (read_clause(s, top) if _is_clause(s, top) else read_phrase(s, top))
        )
    told = [draft for draft in _once(found) if draft.lemma not in s.pack.variables.empty.units]
    if told or found or _says_only_that(s):  # an amount is nothing that rises or falls
        return told
    return [words_as_they_stand(s)]


def _says_only_that(s: VariableScope) -> bool:
    """*gebeurt*: a clause that says of something told elsewhere that it is so, and of nothing else."""
    p, verbs = s.p, s.pack.variables.verbs
    solid = [w for w in range(*s.extent) if s.holds(w) and p.upos[w] in SOLID]
    return len(solid) == 1 and s.lemma(solid[0]) in verbs.happening


def _is_clause(s: VariableScope, top: int) -> bool:
    """Whether the side is a clause; an infinitive with an article is a noun."""
    p = s.p
    if (not heads_clause(p, top) and p.upos[top] not in ("ADJ", "VERB", "AUX")) or _is_behind_preposition(s, top):
        return False
    copula = child(p, top, "cop")
    if p.upos[top] in ("NOUN", "PROPN") and copula is not None and not s.holds(copula):
        return False  # is due to [more noise]
    nominal = any(p.deps[c] in ("det", "nmod:poss") or _is_quality(s, c, top) for c in s.below(top))
    return not nominal or (p.upos[top] == "ADJ" and s.child(top, "cop") is not None)


def _is_behind_preposition(s: VariableScope, top: int) -> bool:
    """A word in the form of a past behind a preposition, alone or with *meer*, *minder*: *leidt tot (minder) [drukte]*."""
    p = s.p
    tied = preposition_of(p, top) is not None
    alone = s.extent[1] - s.extent[0] == 1 and not p.lower[top].endswith(s.pack.variables.naming.infinitive)
    return tied and p.upos[top] == "VERB" and (alone or is_nominal(s, top))


def _is_quality(s: VariableScope, word: int, top: int) -> bool:
    """*afnemend* before what the parser has for a verb."""
    p = s.p
    return p.deps[word] == "amod" and p.upos[word] in ("ADJ", "VERB") and word + 1 == top


def _said_before(s: VariableScope, top: int) -> list[VariableDraft]:
    """What *deze ontwikkeling* stands for: the variables of the sentence before."""
    p = s.p
    if p.lemmas[top].lower() not in s.pack.variables.anaphors.shells or p.upos[top] != "NOUN" or s.depth >= DEEPEST:
        return []
    around = modifiers(s, top)
    if around.pointed is None or around.parts:
        return []
    extent = sentence_before(s.text, top)
    if extent is None:
        return []
    by = extent_of(phrase_words(s, top))
    return [replace(draft, by=by) for draft in read_side(s.elsewhere(extent))]


def _compared(s: VariableScope) -> list[VariableDraft]:
    """*hoe harder ze duwen*: what the clause tells, the way of the comparative."""
    p = s.p
    end = s.extent[1]
    gauge = _comparative(s)
    if gauge is None:
        return []
    behind = _behind(s, gauge, end)
    if not behind:
        return []
    noun = _compared_noun(s, behind)
    verb = _last_verb(s, behind, noun)
    way = _way_of_gauge(s, gauge)
    if noun is not None and is_worse(s, gauge):
        return list(read_phrase(replace(s, extent=(gauge + 1, end)), noun, 1)) if is_lack(s, noun) else []
    if noun is not None and _only_counts(s, verb):
        if way is None:
            return list(read_state(s, gauge, noun, 1))
        return read_phrase(replace(s, extent=(gauge + 1, end)), noun, way)
    if verb is None:
        return []
    inner = replace(s, extent=(gauge if p.upos[gauge + 1] == "NOUN" else gauge + 1, end))
    return read_clause(inner, verb, (way or 1) if inner.extent[0] > gauge else 1)


def _behind(s: VariableScope, gauge: int, end: int) -> list[int]:
    """The words behind a comparative, without a copula that only ties them to it: *des te hoger [is] de huur*."""
    behind = [w for w in range(gauge + 1, end) if s.p.upos[w] != "PUNCT"]
    ties = len(behind) > 1 and s.lemma(behind[0]) in s.pack.variables.verbs.copulas
    return behind[1:] if ties else behind


def _way_of_gauge(s: VariableScope, gauge: int) -> Way | None:
    """Up or down as the lexicon has the comparative; None where it does not have it."""
    words = s.pack.variables
    tables = (words.adverbs, words.degrees, words.adjectives)
    forms = (s.p.lower[gauge], s.p.lemmas[gauge].lower())
    return next((table[form] for form in forms for table in tables if form in table), None)


def _comparative(s: VariableScope) -> int | None:
    """The comparative behind *hoe* or *des te*, with which a side opens."""
    p, causes = s.p, s.pack.causes
    first, end = s.extent
    if p.lower[first] not in causes.correlatives | causes.correlated:
        return None
    gauge = first + 1 + (first + 1 < end and p.lower[first + 1] == s.pack.variables.naming.to)
    return gauge if gauge < end and compares(p, gauge, s.pack) else None


def _last_verb(s: VariableScope, behind: Sequence[int], noun: int | None) -> int | None:
    return next((w for w in reversed(behind) if s.p.upos[w] in ("VERB", "AUX") and w != noun), None)


def _compared_noun(s: VariableScope, behind: Sequence[int]) -> int | None:
    """What a comparative says something of: the noun right behind it or its article; a word alone is one, whatever its tag."""
    p = s.p
    if len(behind) == 1:
        return behind[0]
    first = behind[0]
    if p.deps[first] == "det" and p.heads[first] in behind:
        return p.heads[first]
    if p.deps[first] == "compound" and p.heads[first] in behind:
        return p.heads[first]  # *the fewer [barge complaints]*
    return next(
        (w for w in behind[:2] if p.upos[w] in ("NOUN", "PROPN") and p.deps[first] in ("amod", p.deps[w])), None
    )


def _only_counts(s: VariableScope, verb: int | None) -> bool:
    """Whether the clause says no more than that there is more or less: *hoe meer bussen er komen*, *hoe hoger de huur is*."""
    verbs = s.pack.variables.verbs
    counting = (verbs.copulas | verbs.light) - s.pack.variables.subject_verbs.keys()
    return verb is None or s.lemma(verb) in counting


def _once(drafts: list[VariableDraft]) -> Iterator[VariableDraft]:
    seen = set()
    for draft in drafts:
        if (draft.key, draft.parts) not in seen:
            seen.add((draft.key, draft.parts))
            yield draft
