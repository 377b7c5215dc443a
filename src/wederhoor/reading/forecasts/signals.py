"""The words by which a clause is about the future: zal, gaat, wil, dreigt te, is van plan, er komt; a time to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.languages.forecasts import Planning
from wederhoor.reading.forecasts.backshift import backshifted
from wederhoor.reading.forecasts.dated import acts, is_habit, is_own, taken_up, timed
from wederhoor.reading.forecasts.draft import Signal
from wederhoor.reading.forecasts.foretold import foretold_clauses
from wederhoor.reading.forecasts.open import is_headline, is_to_be, open_signal, planned_by_noun
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    SUBJECT,
    child,
    children,
    has_child,
    has_infinitive_mark,
    has_word,
    is_finite,
    is_participle,
    is_plural,
    predicate_of,
)
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.phrases import fixed_words, words_near
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.predicates import finite_of, has_form_of_infinitive, tells_past

INFINITIVES = ("xcomp", "ccomp", "advcl")


def find_signals(text: Text, to_come: Sequence[Extent]) -> list[Signal]:
    """Signals in text order, one per clause; ``to_come`` has the words of times that lie ahead."""
    p = text.parse
    found: dict[int, Signal] = {}
    words = text.pack.forecasts
    ahead = frozenset(first for first, _ in to_come)
    planning = _by_lemma(words.planning)
    verbs = _verbs(text) | planning.keys()
    for word, stem in enumerate(p.stems):
        verbal = p.upos[word] in ("VERB", "AUX")
        plain = _headline(text, word) if verbal else planned_by_noun(text, word)
        if plain is not None:
            found.setdefault(plain.head, plain)
        if verbal and not verbs.isdisjoint((stem, p.lemmas[word])):
            signal = _verbal(text, word, planning) or _told(text, word) or open_signal(text, word, ahead)
            if signal is not None:
                found.setdefault(signal.head, signal)
    for signal in filter(None, (timed(text, first) for first, _ in to_come)):
        found.setdefault(signal.head, signal)
    for head, word, plan in foretold_clauses(text):
        found.setdefault(head, Signal(head, word, plan, "foretold"))
    for signal in list(taken_up(text, found)):
        found.setdefault(signal.head, signal)
    return [found[head] for head in sorted(found)]


def _by_lemma(entries: Sequence[Planning]) -> dict[str, list[Planning]]:
    planning: dict[str, list[Planning]] = {}
    for entry in entries:
        planning.setdefault(entry.lemma, []).append(entry)
    return planning


def _verbs(text: Text) -> frozenset[str]:
    """The verbs that may be a signal without words of their own."""
    words = text.pack.forecasts
    looming = words.looming | words.coming | words.impending
    return text.pack.closed.future | words.going | words.willing | looming | words.backshift | words.possible


def _headline(text: Text, word: int) -> Signal | None:
    if not text.pack.forecasts.headlines or not is_headline(text, word):
        return None
    return Signal(word, word, plan=acts(text, word), rule="headline")


def _verbal(text: Text, word: int, planning: Mapping[str, Sequence[Planning]]) -> Signal | None:
    """The signal that a finite verb in the present tense is."""
    p = text.parse
    if p.deps[word] == "xcomp":
        return None
    head = predicate_of(p, word)
    entry = _planning_entry(text, word, head, planning)
    if entry is not None:
        refused = entry.plan and (text.clause(word).negations or text.clause(head).negations)
        return None if refused else Signal(head, word, entry.plan, "planning verb")
    if not is_finite(p, word) or tells_past(p, word):
        return None
    if p.stems[word] in text.pack.closed.future:
        general = _is_addressed(text, head) or _is_perfect(p, head, word, text.pack.closed.perfect)
        return None if general else Signal(head, word, is_own(text, head), "will")
    opens = word <= text.sentence(word)[0] + 1 and p.upos[text.sentence(word)[0]] != "ADV"
    if opens and text.clause(head).subject is None:
        return None  # ga niet
    return _by_stem(text, head, word)


def _planning_entry(text: Text, word: int, head: int, planning: Mapping[str, Sequence[Planning]]) -> Planning | None:
    """The entry of planning whose words stand with a verb in the present tense; *is verloren gegaan* is done."""
    p = text.parse
    for entry in (*planning.get(p.lemmas[word], ()), *planning.get(p.stems[word], ())):
        done = not entry.plan and is_participle(p, word)
        if not done and _has_words(p, word, entry) and _is_present(p, head) and is_to_be(text, word, entry):
            return entry
    return None


def _by_stem(text: Text, head: int, word: int) -> Signal | None:
    """What *gaan*, *willen*, *dreigen*, *komen* and their like tell of the future."""
    words, stem = text.pack.forecasts, text.parse.stems[word]
    deed = _infinitive(text, head, word) if stem in words.going and not _is_addressed(text, head) else None
    if deed is not None:
        return Signal(head, word, acts(text, head), "going to") if _is_once(text, head, deed) else None
    if stem in words.willing:
        planned = _is_plan(text, head, word) and not is_habit(text, head)
        return Signal(head, word, plan=True, rule="wants to") if planned else None
    return Signal(head, word, rule="looming verb") if _looms(text, head, word) else None


def _is_once(text: Text, head: int, deed: int) -> bool:
    """Whether what is going to be done is done once, and is no beginning: *gaat huilen*."""
    begins = text.parse.lemmas[deed] in text.pack.forecasts.ingressive
    return not begins and not is_habit(text, head) and not is_habit(text, deed)


def _looms(text: Text, head: int, word: int) -> bool:
    """*dreigt te*, *er komt*, *dreigt*: verbs that say of a thing that it will be there."""
    words, stem = text.pack.forecasts, text.parse.stems[word]
    if stem in words.looming and _has_te(text, head):
        return True
    if text.parse.lemmas[word] != stem:
        return False
    return (stem in words.coming and _comes_about(text, head)) or (stem in words.impending and _impends(text, head))


def _told(text: Text, word: int) -> Signal | None:
    found = backshifted(text, word)
    return Signal(found[0], word, found[1], "would, in a report") if found else None


def _is_addressed(text: Text, head: int) -> bool:
    """*Je zult er maar staan*: anybody."""
    p = text.parse
    subject = text.clause(head).subject
    return subject is not None and p.lower[subject] in text.pack.closed.second_person


def _is_perfect(p: Parse, head: int, word: int, perfect: frozenset[str]) -> bool:
    """*zal hebben gezegd*: a guess about what was."""
    infinitives = (c for c in children(p, head, "aux", "cop") if c != word and has_form_of_infinitive(p, c))
    others = [c for c in infinitives if p.stems[c] in perfect]
    return bool(others) and is_participle(p, head) and any(p.deps[c] == "aux" for c in others)


def _infinitive(text: Text, head: int, word: int) -> int | None:
    """The bare infinitive that belongs to the verb: below it, or above it where the parser makes it an auxiliary."""
    p = text.parse
    if head != word and has_form_of_infinitive(p, head):
        return head
    endings = text.pack.forecasts.infinitive_endings
    for c in p.children[word]:
        bare = not has_child(p, c, "mark", "det", "case", "amod")
        if p.deps[c] in INFINITIVES and p.upos[c] in ("VERB", "AUX") and bare and not is_participle(p, c):
            return c
        unknown = p.upos[c] == "NOUN" and p.deps[c] in ("xcomp", "nsubj") and p.lower[c].endswith(endings)
        if unknown and c > word and bare and p.lemmas[c] + endings[0] == p.lower[c]:
            return c
    return None


def _is_plan(text: Text, head: int, word: int) -> bool:
    """Whether what is willed lies in the power of who wills it, and is willed without a doubt."""
    p = text.parse
    words = text.pack.forecasts
    deed = _infinitive(text, head, word)
    subject = text.clause(word).subject
    if subject is None:
        return False
    if any(p.lower[w] in words.eager or is_negation(p, w, text.pack) for w in _around(p, head, word, deed)):
        return False
    who = p.lower[subject]
    known = names_somebody(p, subject, text.pack) or (who in text.pack.closed.first_person and is_plural(p, word))
    if not known or who in text.pack.closed.second_person:
        return False
    if deed is None:
        return any(c > word for c in children(p, word, "obl", "obl:arg")) and not has_child(p, word, "obj")
    refused = text.pack.hedges.refusals | words.powerless
    return p.lemmas[deed] not in refused and p.stems[deed] not in refused


def _around(p: Parse, head: int, word: int, deed: int | None) -> list[int]:
    near = {*p.children[head], *p.children[word], *(p.children[deed] if deed is not None else ())}
    near |= {g for c in near if p.deps[c] == "conj" for g in p.children[c]}  # bevestigen noch ontkennen
    return sorted({*near, *(g for c in near if p.deps[c] in ("obj", "nsubj") for g in p.children[c])})


def _has_te(text: Text, head: int) -> bool:
    p = text.parse
    if any(c > head and has_infinitive_mark(p, c, text.pack) for c in children(p, head, "xcomp", "ccomp", "advcl")):
        return True
    return has_infinitive_mark(p, head, text.pack)


def _is_present(p: Parse, head: int) -> bool:
    finite = finite_of(p, head)
    return finite is not None and not tells_past(p, finite)


def _has_words(p: Parse, word: int, entry: Planning) -> bool:
    """Whether the entry's fixed words stand there, none of them the subject: *is voornemens te*, not *zijn voornemens zijn*."""
    found = fixed_words(entry.words, words_near(p, word))
    return found is not None and not any(p.deps[w] in SUBJECT for w in found)


def _comes_about(text: Text, head: int) -> bool:
    """*Er komt een brug*: an expletive, an indefinite subject and nothing that tells a way or an origin."""
    p = text.parse
    subject = child(p, head, "nsubj")
    if subject is None or subject < head or not has_word(p, head, text.pack.closed.expletives):
        return False
    named = [p.lower[c] for c in children(p, subject, "det", "nmod:poss")]
    away = is_habit(text, head) or has_child(p, head, "obl:arg", "compound:prt", "xcomp", "ccomp")
    return not away and not set(named) & text.pack.closed.definite and p.upos[subject] == "NOUN"


def _impends(text: Text, head: int) -> bool:
    """*In het zuiden dreigt een tekort*: a thing for its subject, and nothing that is done or threatened with."""
    p = text.parse
    things = children(p, head, "nsubj", "obj")  # an inverted subject may look like an object
    cases = (p.lower[g] for c in p.children[head] for g in p.children[c] if p.deps[g] == "case")
    alone = len(things) == 1 and not has_child(p, head, "xcomp", "ccomp", "compound:prt")
    thing = alone and p.upos[things[0]] == "NOUN" and not names_somebody(p, things[0], text.pack)
    return thing and text.pack.closed.with_.isdisjoint(cases)
