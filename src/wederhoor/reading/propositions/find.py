"""The propositions of a document: those of every statement, and those of sentences that are all the author's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.answered import answered_questions
from wederhoor.reading.propositions.by_side.comings import read_comings
from wederhoor.reading.propositions.by_side.deaths import read_deaths
from wederhoor.reading.propositions.by_side.reasons import Side, reasons
from wederhoor.reading.propositions.by_side.sided import read_authors_sided, read_sided
from wederhoor.reading.propositions.by_topic.author_clauses import clause_before_contrast
from wederhoor.reading.propositions.by_topic.bare_quantities import bare_quantities
from wederhoor.reading.propositions.by_topic.contradicted import without_contradicted
from wederhoor.reading.propositions.by_topic.ownings import ownings
from wederhoor.reading.propositions.by_topic.quantities import quantities
from wederhoor.reading.propositions.by_topic.text_matter import TextMatter, read_matter
from wederhoor.reading.propositions.by_topic.tolls import counted_in_report, tolls
from wederhoor.reading.propositions.clauses import read_clause
from wederhoor.reading.propositions.modes import plans
from wederhoor.reading.propositions.nominal import read_nominal
from wederhoor.reading.propositions.roles import Predication, roles_of
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.standing import is_called_untrue, is_own_belief
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, AuthorSide, ConflictSide, Proposition
from wederhoor.syntax.clauses import SUBJECT, child, has_word, is_finite, is_participle, is_present_participle
from wederhoor.syntax.predicates import heads_clause, is_question
from wederhoor.syntax.stretches import any_form

SUBORDINATE = ("acl:relcl", "acl", "advcl")
DEEPEST = 3
"""Verbs above a predicate that belong to it, at most: *zou hebben willen verkopen*."""
REPORTING = ("parataxis", "conj", "ROOT")


def find_propositions(text: Text) -> tuple[Proposition, ...]:
    """The propositions of all statements, then of all sentences that are the author's own."""
    p, attributions = text.parse, text.attributions
    inner: dict[str, set[int]] = {}
    for a in attributions:
        if a.parent is not None and a.attitude != "want":
            inner.setdefault(a.parent, set()).update(w for span in (*a.content, *a.cue) for w in words_in(p, span))
    found: list[Proposition] = []
    matter = read_matter(text)
    sides: list[Side] = []
    reported: set[int] = set()
    for a in attributions:
        content = {w for span in a.content for w in words_in(p, span)}
        own = sorted(content - inner.get(a.id, set()))
        found += read_nominal(text, a, own)
        told = [*_of_words(text, a.id, own), *_of_report_denied(text, a, own)]
        found += [*told, *_by_topic(text, matter, a.id, told, own, counted_in_report(text, a, own))]
        found += read_sided(text, a.id, own, a)
        sides.append((a.id, own, a))
        reported |= content.union(*(words_in(p, span) for span in a.cue))
    for first, end in p.sentences:
        words = range(first, end)
        before = clause_before_contrast(text, words, reported)
        if before:
            found += tolls(text, matter, AuthorSide(p.span(before[0], before[-1] + 1)), before)
        if reported.isdisjoint(words) and not _has_lost_report(text, words):
            side = AuthorSide(p.span(first, end))
            told = [*_of_words(text, side, words)]
            found += [*told, *_by_topic(text, matter, side, told, words, words)]
            sides.append((side, words, None))
    found += read_authors_sided(text)
    found += answered_questions(text, _clause)
    return (*without_contradicted(found), *_by_sides(text, sides, found))


def _by_sides(text: Text, sides: Sequence[Side], found: Sequence[Proposition]) -> Iterator[Proposition]:
    """What each side says of what is to come, of what somebody died of, and of why something happened."""
    for side in sides:
        yield from read_comings(text, *side)
        yield from read_deaths(text, *side)
    yield from reasons(text, sides, found)


def _by_topic(
    text: Text,
    matter: TextMatter,
    side: ConflictSide,
    told: Sequence[Proposition],
    words: Sequence[int],
    counted: Sequence[int],
) -> Iterator[Proposition]:
    """What some words say of what is told by its topic; ``told`` is what their clauses say, ``counted`` has their numbers."""
    yield from ownings(text, side, told, words)
    yield from tolls(text, matter, side, counted)
    yield from quantities(text, side, counted)
    yield from bare_quantities(text, matter, side, counted)


def _of_report_denied(text: Text, a: Attribution, words: Sequence[int]) -> Iterator[Proposition]:
    """*Noemt [het bericht dat de bank failliet is] onwaar*: what the report says."""
    p, inside = text.parse, {*words}
    for word in words if a.attitude == "deny" else ():
        noun = p.heads[word]
        of_report = (
            p.deps[word] in ("acl", "ccomp") and noun in inside and p.lemmas[noun].lower() in text.pack.disputes.reports
        )
        first = of_report and p.heads[noun] not in inside
        if first and has_word(p, word, text.pack.grammar.complementizers, "mark") and not is_question(p, word):
            yield from read_clause(text, a.id, roles_of(text, word, ()), inside)


def _has_lost_report(text: Text, words: Sequence[int]) -> bool:
    """Whether an author's sentence is a report that was not read: *zegt een reiziger*; whose word it is, is not known."""
    p = text.parse
    if any_form(p, words, text.pack.propositions.words.sources):
        return True
    return any(
        p.lemmas[w] in text.pack.verbs
        and p.upos[w] == "VERB"
        and (p.deps[w] in ("parataxis", "conj") or p.upos[w - 1] == "PUNCT")
        for w in words[1:]
    )


def _of_words(text: Text, side: ConflictSide, words: Sequence[int]) -> Iterator[Proposition]:
    inside = set(words)
    for word in words:
        clause = _clause(text, word, inside)
        if clause is not None and not is_question(text.parse, word):
            yield from read_clause(text, side, clause, inside)


def _clause(text: Text, word: int, inside: set[int]) -> Predication | None:
    """The clause that a word is the predicate of; None for what heads none or only helps another."""
    p = text.parse
    for read in (_called, _ruled, _cleft, _awaited, _told_of, _planned):
        clause = read(text, word, inside)
        if clause is not None:
            return clause
    above = p.heads[word]
    helped = above in inside and _belongs(text, word, above)
    if not (helped or heads_clause(p, word)) or _is_of_another(text, word, inside, helped=helped) or _helps(text, word):
        return None
    if any(
        p.deps[c] == "ccomp" and has_word(p, c, text.pack.grammar.complementizers, "mark") for c in p.children[word]
    ):
        return None  # wist dat de brug dicht was: what he knew is told by a clause, which is no role
    return roles_of(text, word, _above(text, word, inside))


def _is_of_another(text: Text, word: int, inside: set[int], *, helped: bool) -> bool:
    """Whether a clause is subordinate, asks whether it is so, or is what somebody thinks or says whose report was not read."""
    p = text.parse
    if has_word(p, word, text.pack.causes.words.asking, "mark") or is_called_untrue(text, word, inside):
        return True  # vraagt of het zo is
    if p.stems[word].lower() in text.pack.propositions.words.calling and _calls_so(text, word):
        return True
    below = p.heads[word] in inside  # what the parser hangs on the verb of saying is the report itself
    if below and not helped and _is_bidden(text, word):
        return True
    if below and p.deps[word] == "ccomp" and not helped:
        return not is_own_belief(text, word)
    return below and p.deps[word] in SUBORDINATE


def _calls_so(text: Text, word: int) -> bool:
    """*Vindt het ontslag [terecht]*, which the parser may take for a particle; not *vindt plaats*, *called off*."""
    p = text.parse
    part = child(p, word, "compound:prt")
    return part is not None and p.upos[part] not in ("ADP", "NOUN")


def _is_bidden(text: Text, word: int) -> bool:
    """*Gaf opdracht [de brug te sluiten]*: what somebody is told to do, which is not told as done."""
    p, above = text.parse, text.parse.heads[word]
    marked = text.clause(word).infinitive or has_word(p, word, text.pack.grammar.infinitive_marks, "mark")
    return marked and p.deps[word] in ("xcomp", "advcl", "ccomp") and child(p, above, "obj") not in (None, word)


def _called(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Noemt het plan dom*; *vindt het ontslag terecht*, which the parser may take for one verb."""
    p, above = text.parse, text.parse.heads[word]
    judging = p.upos[word] in ("ADJ", "NOUN") or is_present_participle(p, word)
    if p.stems[above].lower() not in text.pack.propositions.words.calling or not judging:
        return None
    thing = next((c for c in p.children[above] if p.deps[c] == "obj" and c != word), None)
    if thing is None and p.deps[word] == "xcomp" and child(p, word, "det") is not None:
        thing = child(p, word, "compound")  # called the protest irresponsible, in one phrase
    if thing is None or thing not in inside or not _names(text, word, above, thing):
        return None
    return Predication(word, (), thing, None)


def _names(text: Text, word: int, above: int, thing: int) -> bool:
    """Whether a word says what a thing is called; the parser may have it for an adverb or a second object."""
    deps = text.parse.deps
    behind = deps[word] == "advmod" and word > above
    second = deps[word] == "obj" and above < thing < word
    return behind or second or deps[word] in ("xcomp", "compound:prt")


def _cleft(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Het was de koster die de kelk stal*: who did it is told first."""
    p, who = text.parse, text.parse.heads[word]
    if p.deps[word] not in ("acl:relcl", "acl") or who not in inside or child(p, who, "cop") is None:
        return None
    subject = child(p, who, *SUBJECT)
    if subject is None or p.lower[subject] not in text.pack.propositions.words.cleft:
        return None
    found = roles_of(text, word, ())
    own = [w for w in found.core if p.upos[w] != "PRON"]
    return Predication(word, (), who, own[0] if own else None)


def _ruled(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Het dragen van een helm is verplicht*: what is done is the predicate."""
    p, words = text.parse, text.pack.propositions.words
    ruled = child(p, word, *SUBJECT) if p.lemmas[word].lower() in words.duties else None
    if ruled is None or ruled not in inside or p.upos[ruled] != "VERB":
        return None
    below = child(p, ruled, "obj", "nmod")
    placed = below is not None and preposition_before(p, below) not in ("", words.of)
    return Predication(ruled, (word,), None, None if placed else below)


def _told_of(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Gaat uit van [tachtig banen die verdwijnen]*: of a statement that is no more than a noun, what its clause says of it."""
    p, noun = text.parse, text.parse.heads[word]
    if p.deps[word] != "acl:relcl" or noun not in inside or p.upos[noun] != "NOUN" or p.heads[noun] in inside:
        return None
    found = roles_of(text, word, ())
    subject, thing = (
        noun if role is not None and p.lower[role] in text.pack.closed.relative else role
        for role in (found.subject, found.object)
    )
    return replace(found, subject=subject, object=thing) if noun in (subject, thing) else None


def _awaited(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Expects [jobs to be lost]*: what the verb of the report has for its object does it, or suffers it."""
    p, verb = text.parse, text.parse.heads[word]
    marked = has_word(p, word, text.pack.grammar.infinitive_marks, "mark")
    if (
        not marked
        or p.deps[word] not in ("xcomp", "advcl", "acl")
        or verb in inside
        or p.lemmas[verb] not in text.pack.verbs
    ):
        return None
    thing = child(p, verb, "obj", "nsubj:pass")
    if thing is None or thing not in inside or thing > word:
        return None
    found = roles_of(text, word, ())
    if text.clause(word).passive:
        return replace(found, object=found.object if found.object is not None else thing)
    return replace(found, subject=found.subject if found.subject is not None else thing)


def _planned(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Has no plans [to cut jobs]*: what who has the plan will do, or not."""
    p, plan = text.parse, text.parse.heads[word]
    of_plan = p.deps[plan] == "obj" and p.lemmas[plan].lower() in text.pack.propositions.words.plans
    if not of_plan or p.deps[word] not in ("acl", "xcomp", "advcl"):
        return None
    verb = p.heads[plan]
    had = verb in inside and p.lemmas[verb].lower() in text.pack.propositions.words.having
    if not (had and (has_word(p, word, text.pack.grammar.infinitive_marks, "mark") or text.clause(word).infinitive)):
        return None
    found = roles_of(text, word, (verb,))
    return None if found.object == plan or found.subject is None else found


def _helps(text: Text, word: int) -> bool:
    """Whether a verb only says how the one below it is meant: *wil ... sluiten*, *gaat ... open*."""
    p = text.parse
    return any(_belongs(text, c, word) for c in p.children[word])


def _belongs(text: Text, word: int, above: int) -> bool:
    p, words = text.parse, text.pack.propositions.words
    lemma = p.lemmas[above].lower()
    if p.deps[word] not in ("xcomp", "ccomp", "csubj", "advcl"):
        return False
    helping = (
        lemma in words.modes
        or lemma in words.needless
        or (lemma in words.going and not is_participle(p, word))
        or lemma in words.refusing
        or lemma in words.duties
    )
    planning = plans(text, word) or any(
        p.lower[c] in words.plans or p.lower[c] in text.pack.closed.of for c in p.children[above]
    )
    infinite = not is_finite(p, word)
    if lemma in words.making and infinite:
        return True
    return infinite and (helping or (planning and _is_being(text, above)))


def _is_being(text: Text, word: int) -> bool:
    """*Is*, and *van* of *is van plan*, which the parser may have for the predicate."""
    p = text.parse
    return p.lemmas[word].lower() in text.pack.closed.being or child(p, word, "cop") is not None


def _above(text: Text, word: int, inside: set[int]) -> tuple[int, ...]:
    """The verbs above a predicate that belong to its clause, the nearest first."""
    p = text.parse
    found: list[int] = []
    here = word
    while len(found) < DEEPEST and p.heads[here] in inside and _belongs(text, here, p.heads[here]):
        here = p.heads[here]
        found.append(here)
    return tuple(found)
