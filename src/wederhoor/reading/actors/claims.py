"""Where the names that the user gave stand in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wederhoor.reading.actors.userfile import UserActor
from wederhoor.records.parse import Parse


@dataclass(frozen=True, slots=True)
class UserClaims:
    """``at``: first word of a name -> its end word and the actor; ``names``: name or alias -> the actor."""

    at: dict[int, tuple[int, UserActor]] = field(default_factory=dict)
    names: dict[str, UserActor] = field(default_factory=dict)


def find_claims(p: Parse, actors: Sequence[UserActor]) -> UserClaims:
    """All places of the users' names, the longest name at each; a name within a longer proper name is none."""
    names = {name: actor for actor in actors for name in (actor.name, *actor.aliases)}
    by_first: dict[str, list[tuple[list[str], UserActor]]] = {}
    for name, actor in names.items():
        words = _words(name)
        by_first.setdefault(words[0].lower(), []).append((words, actor))
    for found in by_first.values():
        found.sort(key=lambda pair: -len(pair[0]))
    at: dict[int, tuple[int, UserActor]] = {}
    until = 0
    for word, form in enumerate(p.lower if by_first else ()):
        for words, actor in by_first.get(form, ()) if word >= until else ():
            end = _end(p, word, words)
            if end is not None:
                at[word] = (end, actor)
                until = end
                break
    return UserClaims(at, names)


def _words(name: str) -> list[str]:
    """A name as the pipeline cuts it into words, near enough: signs by themselves, but not within a word."""
    return name.replace("(", "( ").replace(")", " )").replace(",", " ,").split()


def _end(p: Parse, word: int, words: Sequence[str]) -> int | None:
    """The end of a name that begins at a word; an alias in lower case may begin a sentence."""
    end = word + len(words)
    here = p.words[word:end]
    if here != words and [p.lower[word], *here[1:]] != words:
        return None
    cut = [n for n in (p.entity_of[word], p.entity_of[end - 1]) if n >= 0]
    first, last = p.entity_of[word - 1] if word else -1, p.entity_of[end] if end < len(p) else -1
    return None if first in cut or last in cut else end
