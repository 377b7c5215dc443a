"""Whether who states something says that it is so: *het is niet waar dat de storm schade veroorzaakt* says the contrary.

Of what a report says it is so or not (*ontkent dat*), the report's own attitude tells; here only the words inside it count.
What a speaker says of himself stands in no report of its own: *ik denk niet dat*, *zij zegt dat zij nooit heeft beweerd dat*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal

from wederhoor.languages.reporting import Frame, ReportingVerb
from wederhoor.reading.attributions.entries import entries_of, takes_for_granted
from wederhoor.reading.factuality import is_unreal
from wederhoor.reading.holders import NOBODY
from wederhoor.reading.text import Text
from wederhoor.records import Stance, stance_of
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, child, children, has_word
from wederhoor.syntax.polarity import denies_unless
from wederhoor.syntax.predicates import heads_clause

Standing = Literal["held", "denied", "disbelieved", "doubted", "open"]
"""disbelieved: probably not so: *ik denk niet dat*; doubted: not shown to be so; open: told of another, wished or asked."""
CARRYING: Final = ("conj", "xcomp", "csubj", "ccomp", "nmod", "appos", "obj", "obl", "obl:arg", "nsubj:pass", *SUBJECT)
"""What stands or falls with the clause above it; a relative clause or one of reason does not."""
REPORTED: Final = ("ccomp", "xcomp")
FACTIVE: Final = ("know", "judge")
"""Attitudes of another to what is taken for granted: *de minister moet weten dat*, *vond het niet terecht dat*."""
BELIEVING: Final = ("say", "think", "know", "judge")
STANDINGS: Final[Mapping[Stance, Standing]] = {
    "denies": "denied",
    "doubts": "disbelieved",
    "asks": "open",
    "wants": "open",
    "opposes": "open",
    "hopes": "open",
    "uncommitted": "open",
}
"""What one's own stance makes of one's words, where it does not leave them as they were."""
TURNED: Final[frozenset[Standing]] = frozenset({"denied", "disbelieved"})
THEMES: Final = ("nmod", "obl", "obl:arg")
"""What a noun or a predicate is about."""


def standing_of(text: Text, predicate: int) -> tuple[Standing, tuple[int, ...]]:
    """How the words above a predicate, or the head of a phrase, let stand what it says, within one report, and those words."""
    p, here = text.parse, predicate
    whose = text.holders.innermost[here]
    for _ in p.sentences[p.sentence_of[here]]:
        above = p.heads[here]
        if above == here or text.holders.innermost[above] != whose or p.sentence_of[above] != p.sentence_of[here]:
            break
        found, words = _judged(text, here, above)
        if found != "held":
            return found, words
        if p.deps[here] not in CARRYING and not _is_content(text, here):
            break
        here = above
    return "held", ()


def _judged(text: Text, clause: int, above: int) -> tuple[Standing, tuple[int, ...]]:
    """How the word above a clause, or above the head of a phrase, lets stand what that says, and the words that do."""
    if _is_imagined(text, clause, above):
        return "open", (above,)
    if text.parse.deps[clause] in REPORTED and (found := _of_report(text, clause, above)) is not None:
        return found, _with_negations(text, above, clause)
    if _is_content(text, clause):
        return _of_predicate(text, clause, above)
    if (beside := denied_theme(text, clause)) is not None:
        return "denied", (beside, *_negations(text, beside))
    return "held", ()


def _is_imagined(text: Text, clause: int, above: int) -> bool:
    """*Suppose [that the tariffs did that]*."""
    p = text.parse
    asked = p.deps[clause] in REPORTED and p.lemmas[above].lower() in text.pack.causes.words.imagining
    alone = clause > above and text.clause(above).subject is None
    return asked and alone and not has_word(p, above, text.pack.grammar.infinitive_marks, "mark")


def _is_content(text: Text, clause: int) -> bool:
    """Whether a clause is what the word above it is about: *waar dat ...*, *sprake van dat ...*, *no chance it ...*."""
    p, above = text.parse, text.parse.heads[clause]
    bare = p.deps[clause] in ("acl", RELATIVE) and p.lemmas[above].lower() in text.pack.causes.words.affirmed
    subject = child(p, clause, *SUBJECT) if bare else None
    told = subject is not None and subject > above and "PronType=Rel" not in p.feats[subject]
    asked = {p.lemmas[above].lower(), p.lower[above]} & text.pack.causes.words.uncertain
    opening = text.pack.grammar.complementizers | (text.pack.causes.words.asking if asked else frozenset())
    return told or has_word(p, clause, opening, "mark")


def _of_predicate(text: Text, clause: int, above: int) -> tuple[Standing, tuple[int, ...]]:
    """What the predicate of a content clause, or a noun beside it, says of the clause."""
    p = text.parse
    beside = [c for c in children(p, above, "nsubj", "obj", "xcomp", "obl:arg") if c != clause]
    told = [p.heads[above]] if p.deps[above] in SUBJECT else []  # the idea that ... is nonsense
    for word in (above, *beside, *told):
        found = _said_of(text, word)
        if found != "held":
            return ("open" if _is_anothers(p, word) else found), _with_negations(text, word, clause)
    asked = has_word(p, clause, text.pack.causes.words.asking, "mark")
    return ("open", ()) if asked else ("held", ())


def _with_negations(text: Text, word: int, clause: int) -> tuple[int, ...]:
    return tuple(sorted(w for w in (word, *_negations(text, word)) if w != clause))


def _of_report(text: Text, content: int, verb: int) -> Standing | None:
    """What it makes of a clause that somebody is said to say, think or want it, or not to; None where it is as it was.

    *Ik denk niet dat*, *zij heeft nooit gezegd dat* of the speaker himself; of another what was read as no report of his:
    *geen van ons zei dat*, *als hij zegt dat*. What is known or felt stays so when it is not: *ik vind het niet erg dat*; what
    somebody never heard or saw may be so or not.
    """
    clause, infinitive = text.clause(verb), text.parse.deps[content] == "xcomp"
    entry, fixed = _report(text, content, verb)
    if clause.subject is None or entry is None:
        return None
    negated = not set(clause.negations) <= set(fixed)
    if not _is_speaker(text, clause.subject, verb):
        unsensed = negated and text.parse.lemmas[verb].lower() in text.pack.causes.words.sensed
        as_it_was = infinitive or (entry.attitude in FACTIVE and not unsensed)
        return None if as_it_was else "open"
    polarity = entry.polarity
    if negated:
        if takes_for_granted(text, verb, entry):
            return None
        polarity = "+" if polarity == "-" else "-"
    elif infinitive:
        return None  # *wij willen stoppen* is a plan
    found = STANDINGS.get(stance_of(entry.attitude, polarity, entry.certainty))
    return "doubted" if found == "disbelieved" and entry.attitude == "doubt" else found


def _report(text: Text, content: int, verb: int) -> tuple[ReportingVerb | None, tuple[int, ...]]:
    """The row of the lexicon by which somebody is said to say a clause, with its fixed words."""
    if text.clause(verb).passive:
        return None, ()
    frame: Frame = "inf" if text.parse.deps[content] == "xcomp" else "clause"
    read = ((e, fixed) for word in text.clause(verb).verbs for e, fixed in entries_of(text, word) if frame in e.frames)
    entry, fixed = next(read, (None, ()))
    named = entry is None or entry.source_prepositions or entry.experiencer
    return (None, ()) if named else (entry, fixed)


def is_own_belief(text: Text, clause: int) -> bool:
    """Whether a clause is what the speaker says that he says, thinks or knows, or does not: *ik denk dat [de brug veilig is]*."""
    verb, subject = text.parse.heads[clause], text.clause(text.parse.heads[clause]).subject
    if text.parse.deps[clause] != "ccomp" or subject is None or text.holders.innermost[verb] == NOBODY:
        return False
    entry, _ = _report(text, clause, verb)
    believed = entry is not None and (entry.attitude in BELIEVING or entry.verdict)
    return believed and _is_speaker(text, subject, verb)


def _is_speaker(text: Text, subject: int, verb: int) -> bool:
    """Whether the subject of a verb is who tells us: *ik*, in his indirect speech *hij*, himself: *Bos zegt te denken dat*."""
    p, closed, whose = text.parse, text.pack.closed, text.holders.innermost
    if p.lower[subject] in closed.first_person:
        return True
    if whose[verb] == NOBODY or text.quoted[verb]:
        return False
    return whose[subject] != whose[verb] or (p.upos[subject] == "PRON" and p.lower[subject] not in closed.negations)


def denied_theme(text: Text, head: int) -> int | None:
    """*Van [schade] door de storm is geen sprake*: the word that says of a phrase that there is no such thing."""
    p, above = text.parse, text.parse.heads[head]
    if p.deps[head] not in THEMES or above == head:
        return None
    return next((word for word in (above, *children(p, above, *SUBJECT)) if _said_of(text, word) == "denied"), None)


def _said_of(text: Text, word: int) -> Standing:
    p = text.parse
    words, disputes = text.pack.causes.words, text.pack.disputes
    forms = {p.lemmas[word].lower(), p.lower[word], *_compounds(p, word)}
    if _negations(text, word):
        return "denied" if forms & words.affirmed else "doubted" if forms & words.proved else "held"
    if forms & (words.denying | disputes.untruth):
        return "denied"
    return "doubted" if forms & (words.uncertain | disputes.untrue | text.pack.hedges.possible) else "held"


def _compounds(p: Parse, word: int) -> list[str]:
    """*A fairy tale*, in two words."""
    return [f"{p.lower[c]} {p.lower[word]}" for c in children(p, word, "compound", "amod")]


def _negations(text: Text, word: int) -> tuple[int, ...]:
    """The negations of a predicate: its own, and those of the verb that it is the subject or the object of."""
    p = text.parse
    beside = p.children[p.heads[word]] if p.deps[word] in ("obj", "nsubj") else ()
    near = (*p.children[word], *(c for c in beside if p.deps[c] == "advmod"))
    return tuple(c for c in near if denies_unless(p, c, text.pack, text.pack.causes.words.restrictions))


def _is_anothers(p: Parse, word: int) -> bool:
    """Whether somebody is named whose view it is: *Kuiper noemt het onzin dat ...*, where that was not read as a report."""
    verb = p.heads[word] if p.deps[word] in ("obj", "xcomp", "obl:arg") else word
    subject = child(p, verb, *SUBJECT)
    return subject is not None and subject != word and p.upos[subject] in ("PROPN", "NOUN", "PRON") and verb != word


def is_called_untrue(text: Text, word: int, inside: Collection[int]) -> bool:
    """*[Dat de molen weg is], noemt Bos bangmakerij*: what a word beside a clause, below the verb of the report, waves away."""
    p = text.parse
    if p.heads[word] in inside or not has_word(p, word, text.pack.grammar.complementizers, "mark"):
        return False
    beside = [c for c in p.children[p.heads[word]] if c != word and c in inside]
    untrue = text.pack.disputes.untrue | text.pack.disputes.false
    return any(not untrue.isdisjoint((p.lower[w], p.lemmas[w].lower())) for w in beside)


def holds_in_a_case(text: Text, words: Sequence[int]) -> bool:
    """Whether a clause of the statement is asked, holds in a case only or was never so: *als het regent*, *had zij gebeld*."""
    p = text.parse
    marks = text.pack.closed.conditionals | text.pack.causes.words.asking
    if any(p.lower[w] in marks and p.deps[w] == "mark" and heads_clause(p, p.heads[w]) for w in words):
        return True
    return any(heads_clause(p, w) and is_unreal(text, w) for w in words)
