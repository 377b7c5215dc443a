"""What no report is: a refusal to say it, what somebody only might say, what is said in a condition, what nobody says."""

from __future__ import annotations

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.factuality import is_instead
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import VERBAL, children, has_word, is_finite
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_negation

LEFT_UNDONE = ("xcomp", "advcl", "obl", "ccomp", "acl")


def refuses(text: Text, content: tuple[int, ...]) -> bool:
    """*wilde niet op vragen ingaan*: a refusal on the spot is no statement."""
    p = text.parse
    negated = any(is_negation(p, w, text.pack) for w in content)
    return negated and any(p.lemmas[w] in text.pack.hedges.refusals for w in content)


def only_mentions(text: Text, entry: ReportingVerb, content: tuple[int, ...]) -> bool:
    """*talked about [the claim that ...]*: what somebody else claims is a topic of his and no word of his."""
    p = text.parse
    clause = any(p.lower[w] in text.pack.grammar.complementizers and p.upos[w] == "SCONJ" for w in content)
    return entry.attitude == "say" and entry.certainty == "unknown" and clause


def keeps_off(text: Text, predicate: int, entry: ReportingVerb, case: tuple[int, ...]) -> bool:
    """*Daar spreekt hij niet meer over*: who does not speak of something has said nothing of it."""
    topic = any(text.parse.lower[w] in text.pack.grammar.topics for w in case)
    return topic and entry.attitude == "say" and not entry.words and bool(text.clause(predicate).negations)


def imagines(text: Text, verb: int, fixed: tuple[int, ...]) -> bool:
    """*zou moeten beloven*, *might argue that*: what the author would have somebody say, or thinks that he could, is no report.

    An auxiliary of the expression itself imagines nothing: *would like to*.
    """
    p, pack = text.parse, text.pack
    group = text.clause(verb).group
    if p.deps[verb] == "conj" and len(group) == 1 and text.clause(verb).own_subject is None and not is_finite(p, verb):
        group = text.clause(p.heads[verb]).group  # would go against it and contradict it
    if any(p.lower[w] in pack.hedges.unreal and p.deps[w] == "aux" for w in group if w not in fixed):
        return True
    modal = pack.closed.necessity | pack.closed.possibility
    return any(p.lower[w] in pack.closed.hearsay for w in group) and any(p.lemmas[w] in modal for w in group)


def is_free_to(text: Text, predicate: int, entry: ReportingVerb) -> bool:
    """*The prosecution [can] seek to run these together*: who may want something has not said that he does."""
    p, clause = text.parse, text.clause(predicate)
    may = any(p.lemmas[w] in text.pack.closed.possibility for w in clause.auxiliaries)
    return may and entry.attitude == "want" and "inf" in entry.frames and not clause.negations


def withholds(text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]) -> bool:
    """*weigert te bevestigen dat*, *wilde niet zeggen of*, *zonder te zeggen dat*, *stopped short of saying*: nothing is said."""
    p = text.parse
    if has_word(p, verb, text.pack.closed.without) or _is_left_open(text, verb) or is_instead(text, verb):
        return True
    if any(_is_left_undone(text, w) for w in (verb, *fixed)) or _is_withheld_above(text, verb):
        return True
    if entry.attitude == "think" and _is_astonished(text, verb):
        return True
    return entry.attitude == "say" and (is_negated_with(text, verb) or _is_silent(text, verb))


def _is_astonished(text: Text, verb: int) -> bool:
    """*Can hardly believe that the light was out*, *kan niet geloven dat*: it may be so all the same."""
    p, clause = text.parse, text.clause(verb)
    return bool(clause.negations) and any(p.lemmas[w] in text.pack.closed.possibility for w in clause.auxiliaries)


def _above(p: Parse, verb: int) -> int:
    """The verb that this one is said with: *weigert te zeggen*, *wilde zeggen*; itself where there is none."""
    return p.heads[verb] if p.deps[verb] == "xcomp" else next(iter(children(p, verb, "aux")), verb)


def _is_withheld_above(text: Text, verb: int) -> bool:
    """*weigert te zeggen*, *has yet to say*."""
    p, hedges = text.parse, text.pack.hedges
    above = _above(p, verb)
    if p.deps[verb] == "xcomp" and p.lemmas[above] in hedges.withholding:
        return True
    return above != verb and has_word(p, above, hedges.pending, "advmod")


def _is_silent(text: Text, verb: int) -> bool:
    """*wilde niet zeggen*: the verb above, denied, leaves nothing said."""
    p = text.parse
    above = _above(p, verb)
    perfect = p.deps[above] == "aux" and p.lemmas[above] in text.pack.closed.perfect  # has never said
    if above == verb or perfect or p.lemmas[above] not in text.pack.hedges.silent:
        return False
    beside = (*p.children[verb], *p.children[above])
    return any(p.deps[w] == "advmod" and is_negation(p, w, text.pack) for w in beside)


def _is_left_open(text: Text, verb: int) -> bool:
    """*[neither] confirmed [nor] denied*."""
    p = text.parse
    joined = (verb, p.heads[verb]) if p.deps[verb] == "conj" else (verb,)
    return any(has_word(p, w, text.pack.hedges.neither) for w in joined)


def _is_left_undone(text: Text, verb: int) -> bool:
    """*stopped short [of saying]*, *refrained [from saying]*, *came close [to saying]*, *far [from saying]*."""
    p, pack = text.parse, text.pack
    if p.deps[verb] not in LEFT_UNDONE:
        return False
    marks = (pack.grammar.source_prepositions - pack.closed.by) | pack.grammar.infinitive_marks
    above = p.heads[verb]
    near = {p.lemmas[above], *(p.lemmas[c] for c in children(p, above, "advmod", "xcomp"))}
    return bool(near & pack.hedges.withholding) and has_word(p, verb, marks, "mark", "case")


def is_negated_with(text: Text, verb: int) -> bool:
    """*did not come out and [say]*: the second infinitive under an auxiliary that is denied."""
    p = text.parse
    if p.deps[verb] != "conj" or p.upos[verb] not in VERBAL or any(is_finite(p, w) for w in text.clause(verb).group):
        return False
    first = text.clause(p.heads[verb])
    joined = bool(first.auxiliaries) and not has_word(p, verb, text.pack.grammar.contrasts, "cc")
    return joined and bool(first.negations) and text.clause(verb).own_subject is None


def is_what_was_said(text: Text, predicate: int, content: tuple[int, ...]) -> bool:
    """*Contrary to what she [told] MPs, it leaks*: a clause that *what* opens has its matter, and the main one is not that."""
    p = text.parse
    opening = p.subtree(predicate)[0]
    opened = any(p.lower[w] in text.pack.grammar.question_words for w in (opening - 1, opening) if w >= 0)
    first = next((w for w in content if p.upos[w] != "PUNCT"), predicate)
    return opened and first > predicate and p.words[first - 1] == "," and p.heads[predicate] != predicate


def is_done_by_somebody(text: Text, predicate: int) -> bool:
    """*Hij kan gaan en staan waar hij wil*: of a verb that says where something is written, somebody who is there."""
    subject = text.clause(predicate).subject
    return subject is not None and names_somebody(text.parse, subject, text.pack)
