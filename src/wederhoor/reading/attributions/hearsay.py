"""Reports on somebody's authority that the sentence does not name: naar verluidt, het gerucht gaat, zou(den)."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.lexicon import Hearsay
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.markers import host_clause, marker_at
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import AUXILIARY, children, has_child, is_finite, predicate_of, with_auxiliaries, without
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.parse import Parse


def find_hearsay(text: Text) -> list[Draft]:
    """Drafts of hearsay in text order; that of *zou* has as speaker the one reported just before, if any."""
    p = text.parse
    drafts = []
    for word, form in enumerate(p.lower):
        draft = next((d for h in text.pack.hearsay.get(form, ()) if (d := _phrase(p, word, h))), None)
        if draft is None and form in text.pack.closed.hearsay and not text.quoted[word]:
            draft = _would(text, word)
        if draft:
            drafts.append(draft)
    return drafts


def _phrase(p: Parse, word: int, hearsay: Hearsay) -> Draft | None:
    end = word + len(hearsay.words)
    if tuple(p.lower[word:end]) != hearsay.words or p.deps[word] == "amod":
        return None
    cue = tuple(range(word, end))
    clause = next((c for c in range(end, min(end + 3, len(p))) if p.deps[c] == "mark" and p.heads[c] > c), None)
    if clause is not None and p.upos[clause] == "SCONJ":
        content = tuple(w for w in p.subtree(p.heads[clause]) if w >= clause)
    else:
        top = _top(p, cue)
        content = host_clause(p, p.heads[top], list(cue)) if p.heads[top] not in cue else without(p.subtree(top), cue)
    if not any(p.upos[w] != "PUNCT" for w in content):
        return None
    return Draft(
        content, cue, attitude=hearsay.attitude, polarity=hearsay.polarity, certainty=hearsay.certainty, anchor=word,
        rule="hearsay",
    )  # fmt: skip


def _top(p: Parse, words: Sequence[int]) -> int:
    return next((w for w in words if p.heads[w] not in words), words[0])


def _opens_condition(text: Text, word: int) -> bool:
    """*als* of *als het regent* and not of *net als de buren*: a comparison is no condition."""
    p = text.parse
    if p.lower[word] not in text.pack.closed.conditionals:
        return False
    compared = p.lower[word] in text.pack.grammar.role_marks and p.deps[word] in ("mark", "case")
    head = p.heads[word]
    return not (compared and not any(is_finite(p, w) for w in (head, *p.children[head])))


def _tells_what_came(text: Text, verb: int, group: Sequence[int]) -> bool:
    """The future of the past: *zou later minister worden*, *zou beroemd worden en werd vaak nagespeeld*.

    A word for later says so; so does a second half in the simple past about the same subject, behind what becomes or happens.
    """
    p = text.parse
    if any(
        p.lower[w] in text.pack.hedges.came_later
        for w in (*p.children[verb], *(c for g in group for c in p.children[g]))
    ):
        return True
    becomes = p.lemmas[verb] not in text.pack.closed.perfect and not any(
        p.lemmas[g] in text.pack.closed.perfect for g in group
    )
    told = (w for c in children(p, verb, "conj") for w in with_auxiliaries(p, c) if p.upos[w - 1] == "CCONJ")
    return becomes and any("Tense=Past" in p.feats[w] and p.lower[w] not in text.pack.closed.hearsay for w in told)


def _imagines(text: Text, verb: int, group: Sequence[int]) -> bool:
    """*zou moeten*, *zou graag*, *of hij zou komen*: advice, a wish, a clause that another word opens."""
    p = text.parse
    return has_child(p, verb, "mark") or any(
        p.lemmas[w] in text.pack.hedges.irrealis for w in (*group, *p.children[verb])
    )


def _is_sure(text: Text, word: int, group: Sequence[int], subject: int) -> bool:
    """Whether *zou* reports by itself: with a perfect, or with a state of somebody (*zou in het bestuur zitten*)."""
    p = text.parse
    verb = group[0]
    if any(p.lemmas[w] in text.pack.hedges.perfect for w in group if w != word or not is_finite(p, w)):
        return True
    state = p.lemmas[verb] in text.pack.conditions.words.states and not has_child(p, verb, "cop")
    return state and names_somebody(p, subject, text.pack)


def _would(text: Text, word: int) -> Draft | None:
    """*zou* that reports: with a perfect or a state, in a statement of a third person, without a condition."""
    p = text.parse
    verb = predicate_of(p, word)
    start, end = p.sentences[p.sentence_of[word]]
    if any(_opens_condition(text, w) for w in range(start, end)) or p.words[end - 1] == "?":
        return None
    if any(marker_at(p, w, m) for w in range(start, end) for m in text.pack.markers.get(p.lower[w], ())):
        return None  # the source stands there: *volgens X zou ...*
    subject = text.clause(verb).subject
    if subject is None or p.lower[subject] in text.pack.closed.first_person | text.pack.closed.second_person:
        return None
    group = [verb, *children(p, verb, *AUXILIARY, "xcomp")]
    if _imagines(text, verb, group) or _tells_what_came(text, verb, group):
        return None
    gone = [w for c in p.children[verb] if p.deps[c] in ("cc", "conj", "parataxis", "punct") for w in p.subtree(c)]
    # before a colon stands another clause
    colon = max((w for w in range(start, word) if p.words[w] == ":"), default=start - 1)
    content = without({*p.subtree(verb), *p.subtree(subject)}, gone, [word, *range(start, colon + 1)])
    if not content:
        return None
    sure = _is_sure(text, word, group, subject)
    return Draft(
        content, (word,), certainty="unknown", follows=True, tentative=not sure, anchor=word, rule="hearsay by zou"
    )
