"""What a reporting verb reports: the clause, infinitive or phrase that is its complement, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.asides import set_in
from wederhoor.reading.attributions.counted import counted_object
from wederhoor.reading.attributions.marked_sources import marker_at
from wederhoor.reading.attributions.openings import (
    breaks_off,
    first_of,
    is_aside,
    is_called,
    is_outside,
    is_question,
    only_likens,
    only_opens,
    opened_by_article,
    runs_out_of,
    tells_what_for,
    tells_what_of,
)
from wederhoor.reading.attributions.parentheses import documented, fronted_clause, inserted, likened
from wederhoor.reading.attributions.phrases import called, plain_object, prepositional, pronoun_object, scene
from wederhoor.reading.attributions.pointing_back import Complement, news_before
from wederhoor.reading.attributions.relatives import is_relative
from wederhoor.reading.attributions.that_clauses import that_clause
from wederhoor.reading.attributions.unmarked import quoted_name, stands_apart, unmarked, with_beginning
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    VERBAL,
    child,
    children,
    has_child,
    has_word,
    is_finite,
    is_gerund,
)
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_none
from wederhoor.syntax.stretches import below, trees, without

FINITE = ("ccomp", "csubj", "advcl", "acl", RELATIVE, "parataxis")
INFINITE = ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl")
LINKS = ("cc", "punct", "mark")


def complement(
    text: Text, verb: int, predicate: int, entry: ReportingVerb, fixed: tuple[int, ...]
) -> Complement | None:
    """What the verb reports by the first frame of its entry that the parse bears out, the most certain first."""
    frames = entry.frames
    modal = "bare" in frames and has_child(text.parse, predicate, "xcomp")  # *Of hij opstapt, wilde hij niet zeggen*
    places = _places(text, verb, predicate, fixed, modal=modal)
    found = (
        _framed("paren", frames, lambda: _parenthesis(text, verb, predicate, entry))
        or _framed("clause", frames, lambda: None if modal else fronted_clause(text, predicate))
        or _clausal(text, verb, predicate, places, frames)
        or _framed("bare", frames, lambda: _bare(text, verb, predicate))
        or _framed("clause", frames, lambda: unmarked(text, verb))
        or _phrasal(text, predicate, entry, fixed)
        or _clausal(text, verb, predicate, set(_misplaced(text, predicate)), frames)
        or _framed("clause", frames, lambda: that_clause(text, predicate))
        or _framed("count", frames, lambda: counted_object(text, predicate, entry, fixed))
        or _framed("scene", frames, lambda: scene(text, predicate))
        or _framed("object", frames, lambda: None if _points_back(text, verb) else plain_object(text, predicate, fixed))
    )
    return _from_the_cue(text, predicate, fixed, found)


def _from_the_cue(text: Text, predicate: int, fixed: tuple[int, ...], found: Complement | None) -> Complement | None:
    """*is van plan [zijn aandeel] te verkopen*: what stands between the last word of the expression and its infinitive."""
    if found is None or found[0] != "inf":
        return found
    p, (frame, content, extra) = text.parse, found
    cue = [w for w in (*fixed, *children(p, predicate, "compound:prt")) if w < content[-1]]
    last = max(cue, default=content[0] - 1)
    content = tuple(w for w in content if w > last)  # without the preposition of *van plan*
    between = range(last + 1, content[0])
    closed = any(p.upos[w] in ("PUNCT", "SCONJ") or is_finite(p, w) for w in between)
    return found if closed else (frame, (*between, *content), extra)


def _places(text: Text, verb: int, predicate: int, fixed: tuple[int, ...], *, modal: bool) -> set[int]:
    """Where what is reported may begin: of a verb in a quotation inside it, of a modal behind it."""
    places = _beside(text, predicate, fixed) - {verb, *fixed}
    return {c for c in places if not (modal and c < verb) and text.quoted[verb] <= text.quoted[c]}


def _framed(frame: str, frames: frozenset[str], read: Callable[[], tuple[int, ...] | None]) -> Complement | None:
    """What is read in a frame, where the entry has it."""
    found = read() if frame in frames else None
    return (frame, found, ()) if found else None


def _phrasal(text: Text, predicate: int, entry: ReportingVerb, fixed: tuple[int, ...]) -> Complement | None:
    """A judgment of an object, a pronoun for what was said, a prepositional object."""
    if "as" in entry.frames and (found := called(text, predicate, entry)):
        return "as", found, _as_words(text, predicate, found)
    if "as" in entry.frames and not entry.prepositions and (found := quoted_name(text, predicate)):
        return "as", found, ()
    if entry.frames & {"object", "clause"} and (found := pronoun_object(text, predicate, fixed)):
        return news_before(text, predicate) or ("object", found, ())
    pair = prepositional(text, predicate, entry, fixed) if "prep" in entry.frames else None
    return ("prep", *pair) if pair and not _is_to_whom(text, entry, pair[0]) else None


def _is_to_whom(text: Text, entry: ReportingVerb, words: Sequence[int]) -> bool:
    """*die [aan Bos] wordt toegeschreven*: whose a thing is thought to be, of a verb whose object is the thing."""
    thought = entry.attitude == "think" and "object" in entry.frames
    return thought and any(text.name_at(w) for w in words)


def _as_words(text: Text, predicate: int, content: tuple[int, ...]) -> tuple[int, ...]:
    """*beschouwt het [als] een kans*: the word goes with the verb."""
    p = text.parse
    marks = (w for w in content if p.lower[w] in text.pack.grammar.role_marks and p.deps[w] in ("case", "mark"))
    return tuple(w for w in marks if p.heads[p.heads[w]] == predicate)


def _parenthesis(text: Text, verb: int, predicate: int, entry: ReportingVerb) -> tuple[int, ...] | None:
    found = likened(text, verb)
    if not found and entry.source_prepositions:
        found = documented(text, verb, entry.source_prepositions)
    if found or that_clause(text, predicate) is not None:
        return found
    found = inserted(text, verb) or (set_in(text, verb) if text.pack.grammar.subject_first else None)
    return found if found and all(text.quoted[w] >= text.quoted[verb] for w in found) else None


def _clausal(text: Text, verb: int, predicate: int, places: set[int], frames: frozenset[str]) -> Complement | None:
    for c in _in_order(text, verb, places):
        if "clause" in frames and (words := _clause_words(text, verb, c)):
            return "clause", words, ()
        if "inf" in frames and _is_infinitive_of(text, verb, c):
            return "inf", _infinitive_words(text, predicate, c), ()
    return None


def _in_order(text: Text, verb: int, places: set[int]) -> list[int]:
    """The places in text order, those last that only open the sentence, or stand before the verb and another behind it."""
    told = any(_is_told_behind(text, c, verb) for c in places)
    return sorted(places, key=lambda c: (c < verb and not text.quoted[c] and (told or only_opens(text, c)), c))


def _clause_words(text: Text, verb: int, clause: int) -> tuple[int, ...]:
    """The words of a clause that a verb reports; none where it does not."""
    p, relation = text.parse, text.parse.deps[clause]
    if relation in FINITE and not is_aside(text, clause, verb) and _reports(text, clause, verb, relation):
        return with_beginning(text, verb, clause)
    opened = clause > verb and relation in ("xcomp", "ccomp") and opened_by_article(text, clause)
    return tuple(p.subtree(clause)) if opened else ()


def _is_infinitive_of(text: Text, verb: int, clause: int) -> bool:
    """Whether an infinitive or a gerund is what a verb reports."""
    p, relation = text.parse, text.parse.deps[clause]
    if relation not in INFINITE or is_outside(p, verb, clause) or is_called(text, verb, clause):
        return False
    if relation == "advcl" and clause < verb and tells_what_for(text, clause):
        return False
    return text.clause(clause).infinitive or (relation != "advcl" and is_gerund(p, clause))


def _is_told_behind(text: Text, clause: int, verb: int) -> bool:
    """*Minutes before they met, A claimed [it was his]*: a clause with a subject of its own, in a language that needs one."""
    p = text.parse
    behind = text.pack.grammar.strict_control and clause > verb and p.deps[clause] == "ccomp"
    subject = text.clause(clause).own_subject
    told = subject is not None and "PronType=Rel" not in p.feats[subject]
    return behind and told and text.clause(clause).finite is not None


def _points_back(text: Text, verb: int) -> bool:
    p = text.parse
    first = p.sentences[p.sentence_of[verb]][0]
    return p.lower[first] in text.pack.closed.pointing and p.deps[first] == "obj" and p.heads[first] == verb


def _misplaced(text: Text, verb: int) -> list[int]:
    """*that* clauses behind the verb which the parser hung under a noun beside it: *vertelde aan de krant dat ...*."""
    p = text.parse
    return [
        g
        for c in p.children[verb]
        if p.upos[c] in ("NOUN", "PROPN", "PRON", "ADV", "ADJ") and not _has_own_clause(text, c)
        for g in p.children[c]
        if g > verb and g > c and p.deps[g] in ("acl", RELATIVE, "ccomp", "csubj") and _conjunction(text, g)
        if not is_relative(text, g)
    ]


def _has_own_clause(text: Text, noun: int) -> bool:
    """Whether a clause behind a noun is the noun's: *scoffed at the idea that*, *no evidence that*; not *told the paper that*."""
    p, pack = text.parse, text.pack
    if p.lemmas[noun] in pack.nouns or is_none(p, noun, pack):
        return True
    addressed = p.upos[noun] != "NOUN" or names_somebody(p, noun, pack) or p.lemmas[noun] in pack.closed.time_nouns
    return pack.grammar.strict_control and not addressed


def _conjunction(text: Text, clause: int) -> bool:
    return has_word(text.parse, clause, text.pack.grammar.subordinators, "mark")


def _under(p: Parse, fixed: tuple[int, ...]) -> list[int]:
    return below(p, fixed)


def _beside(text: Text, predicate: int, fixed: tuple[int, ...]) -> set[int]:
    """Where what is reported may hang: under the verb or the words of its expression, and not of another noun."""
    p = text.parse
    below = (*p.children[predicate], *_under(p, fixed))
    return {c for c in below if not _is_of_object(text, c, predicate, fixed)}


def _is_of_object(text: Text, clause: int, predicate: int, fixed: tuple[int, ...]) -> bool:
    """*De gemeente las de aantijging dat ...*: the clause is that of the noun, though the parser hung it under the verb."""
    p = text.parse
    first = first_of(p, clause)
    before = first - 1
    if before < 0 or before in fixed or p.lower[first] not in text.pack.grammar.complementizers:
        return False
    return p.heads[before] == predicate and p.deps[before] == "obj" and p.lemmas[before] in text.pack.nouns


def _reports(text: Text, clause: int, verb: int, relation: str) -> bool:
    """Where a clause may come before subject and verb, it has a subject: not *[Asked about it], the mayor said no*."""
    p = text.parse
    before = clause < verb and text.pack.grammar.subject_first
    whole = not before or has_child(p, clause, *SUBJECT, "expl")
    if relation != "parataxis" and _tells_of_a_thing(text, clause):
        return False
    if clause < verb and (only_likens(text, clause) or runs_out_of(text, clause, verb) or breaks_off(text, clause)):
        return False
    if before and any(p.words[w] == "." for w in range(clause, verb)):
        return False  # a sentence that ended: *“It is ours.” The judge ruled that*
    if text.pack.grammar.subject_first and stands_apart(text, clause, verb):
        return False
    return whole and _is_clause(text, clause, verb, relation)


def _tells_of_a_thing(text: Text, clause: int) -> bool:
    """Whether a clause only tells of the thing before its comma, or of what something is said."""
    return is_relative(text, clause) or tells_what_of(text, clause)


def _is_clause(text: Text, clause: int, verb: int, relation: str) -> bool:
    p = text.parse
    marks = [p.lower[c] for c in children(p, clause, "mark")]
    opening = set(marks) & (text.pack.grammar.subordinators - text.pack.grammar.infinitive_marks)
    finite = any(is_finite(p, w) for w in (clause, *p.children[clause]))
    if not finite and (not opening or set(marks) & text.pack.grammar.infinitive_marks):
        return False
    if relation in ("advcl", "acl", "csubj", RELATIVE):
        asks = clause > verb and relation == "advcl" and is_question(text, clause, verb)
        return asks or (bool(opening) and not set(marks) & text.pack.closed.conditionals)
    if relation == "parataxis":
        return clause > verb and p.words[first_of(p, clause) - 1] == ":" and pronoun_object(text, verb) is None
    return bool(opening) or not marks


def _infinitive_words(text: Text, verb: int, head: int) -> tuple[int, ...]:
    """The infinitive with what the parser left beside the verb (*niet*, *daartoe*) and with a second one that *maar* joins."""
    p = text.parse
    words = set(p.subtree(head))
    for c in p.children[verb]:
        cc = child(p, c, "cc")
        if c > head and p.deps[c] == "conj" and cc is not None and cc > head and text.clause(c).infinitive:
            words |= set(p.subtree(c))
    first = min(words)
    for c in sorted(p.children[verb], reverse=True):
        part = p.subtree(c)
        thing = p.deps[c] == "obj" and p.upos[c] == "NOUN" and not names_somebody(p, c, text.pack)
        belongs = (
            thing or p.deps[c] == "obl:arg" or p.lower[c] in text.pack.closed.negations | text.pack.grammar.pronominal
        )
        if c > verb and belongs and part[-1] == first - 1:
            words |= set(part)
            first = part[0]
    return tuple(sorted(words))


def _bare(text: Text, verb: int, predicate: int) -> tuple[int, ...] | None:
    """``wil ... komen``: in the treebank the infinitive is the head and the modal its auxiliary, or the other way round."""
    p, closed = text.parse, text.pack.closed
    top = p.heads[verb] if p.deps[verb] == "aux" else predicate
    if top == predicate and not any(p.upos[c] in VERBAL and c > top for c in children(p, top, "xcomp")):
        return None
    subject = text.clause(top).subject
    gone = trees(p, [c for c in p.children[top] if _stands_beside(text, c)] + ([] if subject is None else [subject]))
    gone |= {c for c in p.children[top] if p.lower[c] in closed.hearsay}
    gone |= trees(p, _marked_below(text, top))
    gone |= {w for w in range(text.sentence(verb)[0], verb) if p.lower[w] in text.pack.grammar.linkers}
    return without(p.subtree(top), gone, [verb]) or None


def _stands_beside(text: Text, word: int) -> bool:
    """Whether a word joins its clause to another, or heads another."""
    p = text.parse
    beside = p.deps[word] in (*LINKS, "advcl", "parataxis", "conj")
    return beside or p.lower[word] in text.pack.grammar.linkers or _is_on_the_word_of(text, word)


def _marked_below(text: Text, top: int) -> list[int]:
    """What a source's marker introduces beside the infinitives of a verb."""
    return [c for c in below(text.parse, children(text.parse, top, "xcomp")) if _is_on_the_word_of(text, c)]


def _is_on_the_word_of(text: Text, word: int) -> bool:
    """*[Volgens een woordvoerster] wil hij komen*: who says it of him is no part of what he wants."""
    p = text.parse
    first = p.subtree(word)[0] if p.deps[word] in ("obl", "nmod") else word
    return any(marker_at(p, first, marker) for marker in text.pack.markers.get(p.lower[first], ()))
