"""What no table can say of English: a relative clause between a subject and its verb, of which a parse makes the main clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wederhoor.languages.hooks import Hooks

if TYPE_CHECKING:  # the room above this one
    from wederhoor.records.parse import Parse

RELATIVE = frozenset({"who", "whose", "which", "whom"})
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
FARTHEST = 40
"""Words between a subject and its verb, at most."""


class EnglishHooks(Hooks):
    """Each as ``Hooks`` says."""

    def normalise(self, parse: Parse) -> Parse:
        """*Okafor, who denies it, said the bridge was safe*: Okafor is the subject of *said*, not of *denies* alone."""
        for verb in range(2, len(parse)):
            if parse.upos[verb] == "VERB" and parse.words[verb - 1] == "," and not _has_subject(parse, verb):
                _give_subject(parse, verb)
        return parse


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
