"""The reporting parenthesis beside indirect speech: *Het wordt erger, vreest X*, *Later, zei hij, bleek dat*, *zoals X zegt*."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.attributions.speech_cues import is_quotation_mark
from wederhoor.reading.attributions.unreported import is_measured
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse, path_up
from wederhoor.syntax.clauses import (
    AUXILIARY,
    RELATIVE,
    SUBJECT,
    children,
    has_word,
    is_finite,
    is_plural,
    is_present_participle,
    noun_phrase,
)
from wederhoor.syntax.nouns import names_somebody, names_time
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.stretches import any_form, without

SET_OFF = {",", "-", "–", "—", "?", "!", "...", "…"}
GOING_ON = {",", "-", "–", "—"}
"""Signs behind a parenthesis after which its sentence goes on."""
FARTHEST = 6
"""Words from the verb of a parenthesis to its subject, at most."""
STOPS = {",", ".", ":", ";", "?", "!", "-", "–", "—", "…", "..."}


def likened(text: Text, verb: int) -> tuple[int, ...] | None:
    """*zoals X verwacht*, *naar hij zegt*: the clause that it is joined to."""
    p = text.parse
    host = p.heads[verb]
    joined = has_word(p, verb, text.pack.grammar.manner, "mark", "advmod", "case")
    if not joined or verb == host or p.deps[verb] not in ("advcl", "parataxis", "acl", RELATIVE):
        return None
    if text.pack.grammar.subject_first and (is_present_participle(p, verb) or _has_a_matter(text, verb)):
        return None  # *was quoted as [saying] it was dead*
    if _only_goes_on(text, verb) or is_measured(text, host) or _is_put_right(text, verb, host):
        return None
    return _named_before(text, verb) or without(p.subtree(host), p.subtree(verb)) or None


def _is_put_right(text: Text, verb: int, host: int) -> bool:
    """*Ze waren niet dronken, zoals de krant [meldde], maar moe*: what is denied before and set right behind is what it said."""
    p = text.parse
    comma = next((w for w in range(verb + 1, text.sentence(verb)[1] - 1) if p.words[w] == ","), verb)
    return p.lower[comma + 1] in text.pack.grammar.contrasts and bool(text.clause(host).negations)


def _only_goes_on(text: Text, verb: int) -> bool:
    """*He left as the inquiry [continued]*: of a verb that takes no clause, which says something beside quoted words alone."""
    entries = text.pack.verbs.get(text.parse.lemmas[verb], ())
    return bool(entries) and not any(e.frames - {"quote", "paren"} for e in entries)


def _has_a_matter(text: Text, verb: int) -> bool:
    """*As Crane [remarked on] the plan, she forgot it*: a verb with what it is about beside it."""
    p = text.parse
    words = {word for e in text.pack.verbs.get(p.lemmas[verb], ()) for word in e.prepositions if not e.words}
    matters = (c for c in children(p, verb, "obl") if c > verb and not names_time(p, c, text.pack))
    return any(has_word(p, c, words, "case") for c in matters)


def _named_before(text: Text, verb: int) -> tuple[int, ...]:
    """*trekt '[losse handjes]', zoals X dat noemt*: of a verb that gives a name, the name, which stands right before."""
    p = text.parse
    first = p.subtree(verb)[0]
    names_it = any_form(p, children(p, verb, "obj"), text.pack.closed.pointing | text.pack.closed.it)
    if not names_it or not any("as" in e.frames for e in text.pack.verbs.get(p.lemmas[verb], ())):
        return ()
    end = first if p.upos[first] == "PUNCT" else first - 1
    while end > 0 and p.upos[end - 1] == "PUNCT":
        end -= 1
    start = end
    while start > 0 and text.quoted[start - 1] and p.upos[start - 1] != "PUNCT":
        start -= 1
    return tuple(range(start, end))


def inserted(text: Text, verb: int) -> tuple[int, ...] | None:
    """The verb stands first behind a comma, its subject follows, and neither a clause nor an object comes after."""
    p = text.parse
    place = _parenthesis(text, verb)
    if place is None or _has_its_own(text, verb) or _is_undergone(text, verb):
        return None
    before, finite, close = place
    start, end = text.sentence(verb)
    while close < end and p.words[close] not in STOPS:
        close += 1
    left = own_clause(text, start, before, verb)
    right = _goes_on(text, left, close, end)
    if not right and _is_but_a_clause(text, left, subject_behind(text, verb, finite)):
        return None
    manner = range(before + 1, finite)
    words = tuple(w for w in (*left, *right) if w not in manner and not (w == end - 1 and p.upos[w] == "PUNCT"))
    return words or None


def _is_but_a_clause(text: Text, left: range, subject: int | None) -> bool:
    """*Toen hij kwam, twijfelde zij*; *wie hem opvolgt, weet [het verschil] niet*: no more than a clause before."""
    p, pack = text.parse, text.pack
    if left and p.lower[left[0]] in pack.grammar.question_words:
        return subject is None or not names_somebody(p, subject, pack)
    gives_reason = bool(left) and p.lower[left[0]] in pack.propositions.words.because
    return is_subordinate(p, left) and not gives_reason


def _has_its_own(text: Text, verb: int) -> bool:
    """*Als dat waar was, zou X [dat] hebben gezegd*: a verb with an object that points is no parenthesis."""
    p, closed = text.parse, text.pack.closed
    return any_form(p, children(p, verb, "obj"), closed.pointing | closed.it)


def _is_undergone(text: Text, verb: int) -> bool:
    """*In die sectoren, die sterk zijn, wordt groei verwacht*: of a passive without a doer the subject is what is said."""
    clause = text.clause(verb)
    return clause.passive and clause.agent is None and clause.own_subject is not None


def documented(text: Text, verb: int, places: frozenset[str]) -> tuple[int, ...] | None:
    """*De lonen stegen, [zo] staat in het jaarboek*: a verb without a subject behind the clause that a document says."""
    p, finite = text.parse, text.clause(verb).finite
    subject = text.clause(verb).own_subject
    if finite is None or (subject is not None and p.lower[subject] not in text.pack.grammar.manner):
        return None
    start, end = text.sentence(verb)
    before = finite - 1
    while before > start and p.lower[before] in text.pack.grammar.manner:
        before -= 1
    near = range(finite + 1, min(finite + FARTHEST, end))
    document = any(p.lower[w] in places and p.deps[w] == "case" for w in near)
    if before <= start or p.words[before] not in SET_OFF or not document:
        return None
    clause = own_clause(text, start, before, verb)
    return tuple(clause) if has_finite(p, clause) else None


def _parenthesis(text: Text, verb: int) -> tuple[int, int, int] | None:
    """The comma before a parenthesis, its finite verb and the end of its subject; None where it is none."""
    p = text.parse
    finite = next((w for w in text.clause(verb).group if is_finite(p, w)), None)
    subject = None if finite is None else subject_behind(text, verb, finite)
    if finite is None or subject is None or subject > finite + FARTHEST:
        return None
    start, end = text.sentence(verb)
    before = finite - 1
    while before > start and p.lower[before] in text.pack.grammar.manner:
        before -= 1
    if before <= start or p.words[before] not in SET_OFF:
        return None
    close = max(noun_phrase(p, subject, relative=True)) + 1
    if begins_report(text, close, end):
        return None
    closed = close < end and p.words[before] == p.words[close] == ","
    return (before, finite, close) if closed or not _tells_more(p, verb, finite, subject) else None


def _tells_more(p: Parse, verb: int, finite: int, subject: int) -> bool:
    """Whether something that is told stands behind the verb: not *laat haar kabinet weten*, *vertelde hij me*."""
    told = (c for c in children(p, verb, "obj", "ccomp", "xcomp") if c > finite and c != subject)
    return any(p.children[c] or not (p.deps[c] == "xcomp" or "Person=" in p.feats[c]) for c in told)


def subject_behind(text: Text, verb: int, finite: int) -> int | None:
    """The subject of an inverted verb, for which the parse may have the words before it: *Twee mannen, zeggen [de buren]*."""
    p = text.parse
    found = next((c for c in children(p, verb, *SUBJECT) if c > finite), None)
    if found is not None:
        return found
    near = (c for c in children(p, verb, "obj", "appos") if finite < c <= finite + FARTHEST)
    alike = (c for c in near if p.upos[c] != "PRON" and names_somebody(p, c, text.pack) and agree(p, c, finite))
    return None if children(p, verb, *SUBJECT) else next(alike, None)


def agree(p: Parse, noun: int, finite: int) -> bool:
    """Whether a noun and a finite verb are both plural, or neither."""
    return is_plural(p, noun) == ("Number=Plur" in p.feats[finite])


def begins_report(text: Text, close: int, end: int) -> bool:
    """*The mayor, who was there, said officers [had] fired*: what follows the verb is the subject of what is said."""
    p = text.parse
    solid = next(
        (w for w in range(close, end) if not is_quotation_mark(p.words[w])), end
    )  # *someone says Hale “has a very ...”*
    return text.pack.grammar.subject_first and solid < end and is_finite(p, solid)


def _goes_on(text: Text, left: range, close: int, end: int) -> range:
    """What of the sentence behind a parenthesis goes on with the clause before it."""
    p = text.parse
    right = range(close + 1, end)
    if close >= end or not right:
        return range(0)
    if p.words[close] == ":":  # *Er viel weinig te kiezen, zegt ze: [de wet laat geen ruimte]*
        return right if has_finite(p, right) and not any(text.quoted[w] for w in (*left, *right)) else range(0)
    goes_on = p.words[close] in GOING_ON and not _describes(text, left, right[0]) and not _is_authors(text, left, right)
    return right if goes_on and _may_go_on(p, left, right) else range(0)


def _may_go_on(p: Parse, left: range, right: range) -> bool:
    """Whether what stands behind a clause has a verb of its own, or is what the clause still wants."""
    return has_finite(p, right) or not has_finite(p, left) or _is_open(p, left, right)


def _is_open(p: Parse, left: range, right: range) -> bool:
    """Whether a clause still wants its other verb, or its predicate: *In de zaal heeft hij, zegt hij, [niets gezien]*."""
    helps = any(p.upos[w] == "AUX" for w in left) and not any(p.upos[w] == "VERB" for w in left)
    rest = helps and any(p.upos[w] == "VERB" and not is_finite(p, w) for w in right)
    return rest or is_finite(p, left[-1]) or any(p.heads[w] in right for w in left if p.deps[w] in (*AUXILIARY, "cop"))


def _describes(text: Text, left: range, word: int) -> bool:
    """*..., said Patel, [who] was there*; *..., weet ze van haar neef, [die] er dient*: a relative clause about the source."""
    p = text.parse
    if p.upos[word] != "PRON" or "PronType=Rel" not in p.feats[word]:
        return False
    if text.pack.grammar.subject_first:
        return p.deps[word] in SUBJECT
    clause = next((w for w in path_up(word, p.heads) if p.deps[w] == RELATIVE), None)
    return has_finite(p, left) and (clause is None or p.heads[clause] not in left)


def _is_authors(text: Text, left: range, right: range) -> bool:
    """*Dat ‘sluiten we niet uit’, schrijft zij, [en elf kinderen gaan naar school]*: the author goes on behind quoted words."""
    p = text.parse
    last = next((w for w in reversed(left) if p.upos[w] != "PUNCT"), None)
    joined = p.upos[right[0]] == "CCONJ" and has_finite(p, right)
    return joined and last is not None and text.quoted[last] and not any(text.quoted[w] for w in right)


def fronted_clause(text: Text, verb: int) -> tuple[int, ...] | None:
    """*Dat zij komen, juicht hij toe*: a clause that opens the sentence, before the comma and the verb."""
    p = text.parse
    start = p.sentences[p.sentence_of[verb]][0]
    while start < verb and p.upos[start] in ("PUNCT", "CCONJ"):
        start += 1
    if (
        start >= verb - 2
        or p.words[verb - 1] != ","
        or p.lower[start] not in text.pack.grammar.complementizers
        or p.upos[start] != "SCONJ"
    ):
        return None
    return tuple(range(start, verb - 1))


def own_clause(text: Text, start: int, end: int, verb: int) -> range:
    """What stands before the parenthesis; of two clauses that *maar* joins only the second: the first is the author's."""
    p = text.parse
    for word in range(end - 1, start, -1):
        joins = (
            p.deps[word] == "cc" and p.lower[word] in text.pack.grammar.contrasts and is_clause_head(p, p.heads[word])
        )
        if joins and p.heads[word] != verb and p.deps[p.heads[word]] == "conj":
            return range(word + 1, end)
    start = max([start, *(w + 1 for w in range(start, end) if p.words[w] in {":", ";"})])
    while start < end and p.upos[start] == "PUNCT":
        start += 1
    return range(start + _only_joins(text, start), end)


def _only_joins(text: Text, word: int) -> bool:
    """*And*, *en*; not *[Nor] had there been one, he insists*, which denies it."""
    return text.parse.upos[word] == "CCONJ" and not is_negation(text.parse, word, text.pack)


def is_clause_head(p: Parse, word: int) -> bool:
    return any(is_finite(p, w) for w in (word, *p.children[word]))


def has_finite(p: Parse, words: Sequence[int]) -> bool:
    return any(is_finite(p, w) for w in words)


def is_subordinate(p: Parse, words: range) -> bool:
    """Whether the words are only a clause that opens with a conjunction: *Toen hij kwam, twijfelde zij*."""
    if not words or not (p.upos[words[0]] == "SCONJ" or _likens(p, words)):
        return False
    return sum(is_finite(p, w) for w in words) <= sum(p.upos[w] == "SCONJ" for w in words)


def _likens(p: Parse, words: range) -> bool:
    """*Anders [dan hij beweert]*: a word and a clause that it opens right behind it."""
    return (
        len(words) > 1
        and p.upos[words[0]] in ("ADV", "ADJ")
        and p.upos[words[1]] == "SCONJ"
        and p.deps[words[1]] == "mark"
    )
