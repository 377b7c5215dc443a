"""What no table can say of English: clauses that a parse takes for another kind, by their punctuation and verb forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wederhoor.languages.hooks import Hooks

if TYPE_CHECKING:  # the room above this one
    from wederhoor.records.parse import Parse

RELATIVE = frozenset({"who", "whose", "which", "whom"})
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
NOMINAL = frozenset({"cop", "det", "case", "amod", "nummod", "nmod:poss"})
"""What a noun has and a verb has not."""
CLOSING = frozenset({".", "!", "?"})
LONGEST_IN_IE = 4
"""Letters of a plural in *ies* of which the singular may end in *ie* (*ties*), at most."""
FARTHEST = 40
"""Words between a subject and its verb, at most."""


class EnglishHooks(Hooks):
    """Each as ``Hooks`` says."""

    def singular(self, noun: str) -> str:
        """*fines* is *fine*, *ferries* is *ferry*, *boxes* is *box*."""
        if noun.endswith("ies") and len(noun) > LONGEST_IN_IE:
            return f"{noun[:-3]}y"
        if noun.endswith(("sses", "shes", "ches", "xes")):
            return noun[:-2]
        return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun

    def normalise(self, parse: Parse) -> Parse:
        """*Okafor, who denies it, said the bridge was safe*: Okafor is the subject of *said*, not of *denies* alone."""
        for verb in range(2, len(parse)):
            if parse.upos[verb] == "VERB" and parse.words[verb - 1] == "," and not _has_subject(parse, verb):
                _give_subject(parse, verb)
        for verb in range(2, len(parse)):
            if parse.upos[verb] == "VERB":
                _part_parenthesis(parse, verb)
        for name in range(2, len(parse)):
            if parse.upos[name] == "PROPN" and parse.deps[name] in SUBJECT and parse.words[name - 2] == ",":
                _give_role(parse, name)
        for start, end in parse.sentences:
            _make_finite(parse, start, end)
            _make_verb(parse, start, end)
        for start, end in parse.paragraphs:
            _join_headline(parse, start, end)
        return parse


def _part_parenthesis(p: Parse, verb: int) -> None:
    """*The mayor, Okafor said, was asleep*: of two subjects the one before the comma is that of what is said."""
    subjects = [c for c in p.children[verb] if p.deps[c] in (*SUBJECT, "obj")]
    said = next((c for c in p.children[verb] if p.deps[c] == "ccomp" and c > verb), None)
    if len(subjects) != 2 or said is None or _has_subject(p, said):
        return
    speaker = p.subtree(subjects[1])
    first, last = min(speaker[0], verb), max(speaker[-1], verb)
    if subjects[0] < first and last + 1 < len(p) and p.words[first - 1] == p.words[last + 1] == ",":
        _hang(p, subjects[0], said, "nsubj")
        p.deps[subjects[1]] = "nsubj"


def _make_finite(p: Parse, start: int, end: int) -> None:
    """*The company apologised.*: a sentence without another verb is no noun with a participle."""
    if p.words[end - 1] not in CLOSING or any("VerbForm=Fin" in p.feats[w] for w in range(start, end)):
        return
    noun = _root(p, start, end)
    if p.upos[noun] not in ("NOUN", "PROPN") or _has_subject(p, noun):
        return
    told = [w for w in p.children[noun] if w > noun and _told_as_past(p, w)]
    if len(told) == 1:
        _turn_round(p, noun, told[0])


def _root(p: Parse, start: int, end: int) -> int:
    """The first word of a stretch whose head is outside of it."""
    inside = range(start, end)
    return next((w for w in inside if p.heads[w] == w or p.heads[w] not in inside), start)


def _told_as_past(p: Parse, word: int) -> bool:
    """Whether a participle behind a noun may as well be a past tense: nobody is named who does it to the noun."""
    by = any(p.lower[c] == "by" for phrase in p.children[word] for c in p.children[phrase])
    return p.deps[word] == "acl" and "Tense=Past" in p.feats[word] and not by


def _make_verb(p: Parse, start: int, end: int) -> None:
    """*The company plans to build.*: a noun with a subject before it, and no verb in the sentence, is the verb."""
    root = _root(p, start, end)
    beside = {p.deps[c]: c for c in p.children[root]}
    if p.upos[root] != "NOUN" or not p.lower[root].endswith("s") or beside.keys() & NOMINAL:
        return
    if beside.get("nsubj", end) > root or any("VerbForm=Fin" in p.feats[w] for w in range(start, end)):
        return
    p.upos[root] = "VERB"
    p.feats[root] = "Mood=Ind|Tense=Pres|VerbForm=Fin"
    for c in p.children[root]:
        if p.deps[c] == "acl" and "VerbForm=Inf" in p.feats[c]:
            p.deps[c] = "xcomp"


def _join_headline(p: Parse, start: int, end: int) -> None:
    """*Mayor to resign*: the infinitive of a line is its predicate where no verb stands before it."""
    mark = next((w for w in range(start + 1, end - 1) if (p.lower[w], p.upos[w]) == ("to", "PART")), None)
    if mark is None or p.words[end - 1] in CLOSING:
        return
    verb = p.heads[mark]
    told = any(p.upos[w] in ("VERB", "AUX", "PUNCT", "SCONJ") for w in range(start, mark))
    if told or not mark < verb < end or _has_subject(p, verb) or p.sentence_of[verb] - p.sentence_of[start] > 1:
        return
    _join_sentences(p, start, verb)
    if p.heads[verb] != verb:
        p.children[p.heads[verb]].remove(verb)
        p.heads[verb], p.deps[verb] = verb, "ROOT"
    _below(p, _root(p, start, mark), verb)


def _join_sentences(p: Parse, first_word: int, last_word: int) -> None:
    """Make one sentence of two that follow each other."""
    first, second = p.sentence_of[first_word], p.sentence_of[last_word]
    if second == first:
        return
    p.sentences[first : second + 1] = [(p.sentences[first][0], p.sentences[second][1])]
    for w in range(len(p)):
        p.sentence_of[w] -= p.sentence_of[w] > first


def _below(p: Parse, noun: int, verb: int) -> None:
    """Hang a noun as the subject under a verb."""
    if p.heads[noun] != noun:
        p.children[p.heads[noun]].remove(noun)
    p.heads[noun], p.deps[noun] = verb, "nsubj"
    p.children[verb] = sorted([*p.children[verb], noun])


def _turn_round(p: Parse, noun: int, verb: int) -> None:
    """The verb as the head of its sentence, and the noun as its subject with what stands before it."""
    behind = [c for c in p.children[noun] if c > verb or p.deps[c] == "punct"]
    p.children[noun].remove(verb)
    p.heads[verb], p.deps[verb] = verb, p.deps[noun]
    p.feats[verb] = p.feats[verb].replace("VerbForm=Part", "VerbForm=Fin")
    for word in behind:
        p.children[noun].remove(word)
        p.heads[word] = verb
    p.heads[noun], p.deps[noun] = verb, "nsubj"
    p.children[verb] = sorted([*p.children[verb], noun, *behind])


def _has_subject(p: Parse, verb: int) -> bool:
    return any(p.deps[c] in SUBJECT for c in p.children[verb])


def _give_subject(p: Parse, verb: int) -> None:
    """Hang the subject of a clause before the verb under the verb, and that clause under it, where a relative opens it."""
    clauses = [c for c in p.children[verb] if c < verb and p.deps[c] in ("ccomp", "advcl", "parataxis")]
    for clause in clauses[-1:]:
        subject = next((c for c in p.children[clause] if p.deps[c] in SUBJECT and p.lower[c] not in RELATIVE), None)
        opening = _opening(p, verb) if subject is not None else None
        if subject is None or opening is None or not subject < opening <= clause + 1 or verb - subject > FARTHEST:
            continue
        _hang(p, subject, verb, "nsubj")
        _hang(p, clause, subject, "acl:relcl")


def _give_role(p: Parse, name: int) -> None:
    """*The water is safe, toxicologist Mira Lane said*: a bare noun between a comma and a subject is the name's."""
    noun = name - 1
    loose = p.deps[noun] in ("parataxis", "appos", "conj", "obj", "obl", "dep") and not p.children[noun]
    if p.upos[noun] == "NOUN" and loose and p.heads[noun] != noun:
        _hang(p, noun, name, "nmod:desc")


def _opening(p: Parse, verb: int) -> int | None:
    """The relative pronoun behind the comma before the one that stands right before the verb."""
    for word in range(verb - 2, max(verb - FARTHEST, 0), -1):
        if p.words[word] == ",":
            return word + 1 if p.lower[word + 1] in RELATIVE else None
    return None


def _hang(p: Parse, word: int, head: int, relation: str) -> None:
    p.children[p.heads[word]].remove(word)
    p.heads[word], p.deps[word] = head, relation
    p.children[head].append(word)
    p.children[head].sort()
