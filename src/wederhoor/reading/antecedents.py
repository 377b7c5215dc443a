"""Whom a pronoun means: the candidate before it that is near, prominent, and of fitting kind, number and gender."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wederhoor.reading.cast import Candidate, describe
from wederhoor.reading.named_beside import named_beside
from wederhoor.reading.named_phrases import name_in
from wederhoor.reading.pronoun_forms import is_called_thing, number_and_kinds
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse, path_up
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    children,
    has_child,
    has_word,
    is_plural,
)
from wederhoor.syntax.nouns import brings_in

REACH = 8
"""Sentences back in which a pronoun or a role is looked up."""
BODIES = ("organisation", "group")
TEXTUAL = ("say", "judge", "expect")
"""What a text may be said to do."""
ONE_FOR_MANY = 1.5
"""What a body loses as the one that a plural means."""
OPENED = 1.5
"""What it adds that somebody new opens the paragraph."""
COUNTRY = 0.5
"""What a place loses besides, in a language that calls it *it*."""
NEXT_TO = 0.3
"""What it adds that one named is what the sentence right before is about."""
BREAK = 2.0
"""What it costs to stand in a paragraph before that of the pronoun, outside of quotations, or to be another of his family."""
DESCRIBED = 0.8
"""What it costs to stand in the noun phrase that the pronoun's own clause describes: *mannen van Bol, die volgens hem*."""
NEW_VOICE = 2.0
"""What it adds that the sentence before brought somebody in who spoke in it."""


def _fits_number(candidate: Candidate, *, plural: bool) -> bool:
    return candidate.plural == plural or (plural and candidate.kind in BODIES)


def _is_one_body(p: Parse, candidate: Candidate) -> bool:
    """*hun advocaat* behind *De politie hield drie mannen aan*: they are many before they are a body."""
    return candidate.kind in BODIES and not is_plural(p, candidate.word)


def antecedent(
    text: Text,
    holder: int,
    before: Iterable[Candidate],
    recent: Sequence[str],
    quoting: str | None,
    leaning: Callable[[Candidate], float] | None = None,
) -> tuple[Candidate | None, float]:
    """The one of the candidates ``before`` (nearest first) whom a pronoun most likely means, and its score; (None, -inf) if none.

    The likely one is near, prominent, spoke last, is whom the text is about, and is of fitting kind, number and gender.
    ``leaning`` is what a reader who knows more of the candidates adds to their scores, -inf to leave one out.
    """
    plural, kinds = number_and_kinds(text, holder)
    main = text.cast.protagonist(holder) if kinds == {"person"} else None
    pronoun = _Pronoun(holder, plural, kinds, quoting, recent[-1] if recent else None, main, named_beside(text, holder))
    best: Candidate | None = None
    best_score = float("-inf")
    for candidate in before if kinds else ():
        if _distance(text, pronoun, candidate) > REACH:
            break
        if not _may_be_meant(text, pronoun, candidate):
            continue
        score = _score(text, pronoun, candidate, first=best is None) + (leaning(candidate) if leaning else 0.0)
        if score > best_score:
            best, best_score = candidate, score
    return best, best_score


@dataclass(frozen=True, slots=True)
class _Pronoun:
    """A pronoun that is looked up: its word, what it can mean, and who speaks around it."""

    word: int
    plural: bool
    kinds: frozenset[str]
    quoting: str | None
    last: str | None
    """Who spoke last."""
    main: str | None
    """The person whom the text is about, where it can mean one."""
    beside: frozenset[str]
    """Those whom its own clause names behind it."""


def _distance(text: Text, pronoun: _Pronoun, candidate: Candidate) -> int:
    """Sentences from the one to the other."""
    return text.parse.sentence_of[pronoun.word] - text.parse.sentence_of[candidate.word]


def _name(text: Text, candidate: Candidate) -> str:
    return candidate.name or name_in(text, candidate.word) or describe(text.parse, candidate.word)


def _may_be_meant(text: Text, pronoun: _Pronoun, candidate: Candidate) -> bool:
    """Whether a candidate fits a pronoun in kind, gender and number, and is not the one who says it."""
    form, name = text.parse.lower[pronoun.word], _name(text, candidate)
    bodily = candidate.kind not in pronoun.kinds and _is_feminine(text, pronoun, candidate)
    bodily = bodily or _is_one(text, pronoun, candidate)
    if not (candidate.kind in pronoun.kinds or bodily) or name == pronoun.quoting or name in pronoun.beside:
        return False
    if _wrong_gender(text, candidate, name, form) or _cannot_speak(text, candidate, pronoun.word):
        return False
    if pronoun.plural and is_called_thing(text, pronoun.word):
        return False
    pointing = form in text.pack.closed.demonstratives
    one_body = bodily or (pointing and not is_plural(text.parse, candidate.word))
    return one_body or _fits_number(candidate, plural=pronoun.plural)


def _is_feminine(text: Text, pronoun: _Pronoun, candidate: Candidate) -> bool:
    """*De regering zwijgt. Zij ...*."""
    she = not pronoun.plural and text.parse.lower[pronoun.word] in text.pack.closed.she
    return she and _feminine(text.parse, candidate, _distance(text, pronoun, candidate))


def _is_one(text: Text, pronoun: _Pronoun, candidate: Candidate) -> bool:
    """*The council met. [It] ...*: a group by a noun in the singular, in a language that speaks so of it."""
    it = text.pack.grammar.subject_first and text.parse.lower[pronoun.word] in text.pack.closed.it
    return it and candidate.kind == "group" and candidate.name is None and not is_plural(text.parse, candidate.word)


def _score(text: Text, pronoun: _Pronoun, candidate: Candidate, *, first: bool) -> float:
    """How likely a candidate is meant that may be; ``first`` where no nearer one may be."""
    form, name, distance = text.parse.lower[pronoun.word], _name(text, candidate), _distance(text, pronoun, candidate)
    pointing = form in text.pack.closed.demonstratives
    score = (
        1.2 * candidate.subject
        + 0.8 * (name in (text.cast.women if form in text.pack.closed.she else text.cast.men))
        + _newness(text, pronoun, candidate, distance)
        + (1.3 if candidate.name else 0.6) * (name == pronoun.last and not pointing)
        + (0.8 + 1.2 * (candidate.name == pronoun.main)) * (candidate.name is not None)
        + NEXT_TO * (distance == 1 and _is_topic(text.parse, candidate) and not pointing)
        - distance
    )
    score -= ONE_FOR_MANY * (pronoun.plural and _is_one_body(text.parse, candidate))
    score -= COUNTRY * (pronoun.plural and candidate.place and not candidate.pair and text.pack.grammar.subject_first)
    score -= BREAK * (not text.quoted[pronoun.word] and _is_before_the_break(text.parse, candidate, pronoun.word))
    score -= BREAK * _is_family(candidate.name, pronoun.main)
    score -= 2.5 * (candidate.quoted and not text.quoted[pronoun.word])
    score -= BREAK * (pointing and _is_told_of_another(text.parse, candidate.word))
    score -= DESCRIBED * _is_described_there(text.parse, candidate.word, pronoun.word)
    return score + (1.0 * first - 1.5 * candidate.subject) * pointing


def _is_told_of_another(p: Parse, word: int) -> bool:
    """*de heer Bosman, voorzitter van [de bond]*: what stands in an apposition only tells who another is."""
    here = word
    while p.deps[here] == "nmod" and p.heads[here] != here:
        here = p.heads[here]
    return here != word and p.deps[here] == "appos"


def _is_described_there(p: Parse, word: int, pronoun: int) -> bool:
    """Whether a marked source stands in a relative clause of the noun phrase that a word is in."""
    if p.deps[pronoun] not in ("obl", "obl:arg", "nmod"):
        return False
    clause = next((w for w in path_up(pronoun, p.heads) if p.deps[w] == RELATIVE), None)
    return clause is not None and p.heads[clause] <= word < p.subtree(clause)[0]


def _is_family(name: str | None, main: str | None) -> bool:
    """*Bos senior* where the text is about Wim Bos: another of one family name."""
    if name is None or main is None or name == main or " " not in main:
        return False
    return main.rsplit(maxsplit=1)[-1] in name.split()[:-1]


def _is_before_the_break(p: Parse, candidate: Candidate, word: int) -> bool:
    return p.paragraph_of(candidate.word) != p.paragraph_of(word)


def _is_topic(p: Parse, candidate: Candidate) -> bool:
    """Whether one named is what a sentence is about, and not told of as another's: *haar zus Anke*."""
    return candidate.name is not None and candidate.subject == 1 and not has_child(p, candidate.word, "nmod:poss")


def _newness(text: Text, pronoun: _Pronoun, candidate: Candidate, distance: int) -> float:
    """What it adds to be brought in by the sentence before, and to speak in it or to open the paragraph with it."""
    if distance > 1 or not _is_new(text, candidate):
        return 0.0
    p = text.parse
    opens = p.sentences[p.sentence_of[candidate.word]][0] == p.paragraphs[p.paragraph_of(pronoun.word)][0]
    voice = distance == 1 and (_name(text, candidate) == pronoun.last or _is_alone_there(text, candidate))
    return NEW_VOICE * voice + OPENED * opens


def _is_alone_there(text: Text, candidate: Candidate) -> bool:
    """*A spokesman came to the hall. [He] also said*: whether a sentence tells of nobody else, by a name or a pronoun."""
    p, closed = text.parse, text.pack.closed
    third = closed.he | closed.she | closed.they
    words = [w for w in range(*text.sentence(candidate.word)) if w != candidate.word]
    named = any(text.type_at(w) == "PER" or p.lower[w] in third for w in words)
    return not named and not any(c.word in words and c.kind == "person" for c in text.cast.before(words[-1] + 1))


def _is_new(text: Text, candidate: Candidate) -> bool:
    """Whether a sentence brought somebody in as its subject: *Een andere buurvrouw vindt ...*, and not the one named."""
    p, word = text.parse, candidate.word
    new = brings_in(p, word, text.pack) or any("Definite=Ind" in p.feats[c] for c in p.children[word])
    return new and candidate.name is None and candidate.kind == "person" and candidate.subject == 1


def _cannot_speak(text: Text, candidate: Candidate, holder: int) -> bool:
    """A place where something is; somebody without a name in another's words."""
    if candidate.place and not candidate.subject and (candidate.kind != "person" or candidate.pair):
        return True
    if (candidate.kind == "text" and _is_of_somebody(text, holder)) or _is_told_of_there(text, candidate, holder):
        return True
    return candidate.quoted and not text.quoted[holder] and candidate.name is None


def _is_told_of_there(text: Text, candidate: Candidate, pronoun: int) -> bool:
    """*They said [the men] had taken it*: who is named by his noun in what somebody says is not who says it (principle C).

    Unless the sentences are about him: *The dockers walked out. They said the dockers had no choice*.
    """
    p, verb = text.parse, text.parse.heads[pronoun]
    if not text.pack.grammar.subject_first or p.deps[pronoun] not in SUBJECT:
        return False
    if candidate.name is not None or candidate.subject:
        return False
    said = (w for c in children(p, verb, "ccomp") for w in p.subtree(c) if not text.quoted[w])
    same = (w for w in said if p.upos[w] == "NOUN" and p.lemmas[w] == p.lemmas[candidate.word])
    return any(has_word(p, w, text.pack.closed.definite, "det") for w in same)


def _is_of_somebody(text: Text, pronoun: int) -> bool:
    """Whether a pronoun is the subject of what a text cannot do: deny, accuse, want, fear, hope; in a language that tells so."""
    p, verb = text.parse, text.parse.heads[pronoun]
    entries = text.pack.verbs.get(p.lemmas[verb], ()) if p.deps[pronoun] == "nsubj" else ()
    felt = bool(entries) and all(entry.attitude not in TEXTUAL for entry in entries)
    return text.pack.grammar.subject_first and p.lower[pronoun] in text.pack.closed.it and felt


def _feminine(p: Parse, candidate: Candidate, distance: int) -> bool:
    """*De regering zwijgt. Zij ...*: a body by a noun that is no neuter, subject of the sentence before or of this one."""
    body = candidate.kind in ("organisation", "group") and candidate.name is None and not is_plural(p, candidate.word)
    return body and distance <= 1 and candidate.subject == 1 and "Gender=Com" in p.feats[candidate.word]


def _wrong_gender(text: Text, candidate: Candidate, name: str, word: str) -> bool:
    people, closed = text.pack.people, text.pack.closed
    lemma = text.parse.lemmas[candidate.word].lower()
    woman = name in text.cast.women or lemma in people.women
    man = name in text.cast.men or lemma in people.men
    if word in closed.she and word not in closed.they:
        return man
    if word in closed.she:
        return man and not candidate.plural
    return word in closed.he and woman


def one_of_unknown_sex(text: Text, holder: int) -> str | None:
    """*A witness saw it. [They] said ...*: where a plural means nobody, the one person close by of whom no sex is told.

    In a language that speaks so of one person.
    """
    p, people = text.parse, text.pack.people
    if not text.pack.grammar.subject_first or p.lower[holder] not in text.pack.closed.they:
        return None
    close = []
    for candidate in text.cast.before(holder):
        if p.sentence_of[holder] - p.sentence_of[candidate.word] > 1:
            break
        if candidate.kind == "person" and not (candidate.plural or candidate.quoted):
            close.append(candidate)
    told = {_name(text, c) for c in close}
    sexed = text.cast.women | text.cast.men
    known = any(p.lemmas[c.word].lower() in people.women | people.men for c in close)
    return told.pop() if len(told) == 1 and not known and not told & sexed else None
