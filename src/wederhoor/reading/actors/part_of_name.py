"""Whether somebody has no more of a name than a part of another's: *Visser*, *A. Visser*, *Corvane*, *Waterdienst*."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.names import folded
from wederhoor.reading.actors.same import is_initial, is_named, name_words, support
from wederhoor.records import Actor
from wederhoor.syntax.nouns import noun_kind


def has_part_of_name(short: Actor, full: Actor, pack: LanguagePack) -> bool:
    """Whether one has no more of a name than the last of the other's, or what a reader may take for a person or a body.

    *Visser* for *Anna Visser*, *A. Visser*, and *Visser* taken for a body of which nothing else is known; *Corvane* for *Corvane
    Energy*.
    """
    if not is_named(short) or not is_named(full) or "group" in (short.kind, full.kind):
        return False
    if short.kind == full.kind == "person":
        return _has_part_of_persons_name(short, full, pack)
    if full.kind == "organisation" and (_is_firm(short.name, full.name, pack) or _is_body_of(short, full, pack)):
        return short.kind == full.kind or not support(short, pack)
    if short.kind == full.kind or support(short, pack):
        return False
    if " " in short.name:  # *Balling Anna Visser*, taken for a body
        return full.kind == "person" and " " in full.name and short.name.endswith(f" {full.name}")
    last = name_words(full.name, pack)[-1] if full.kind == "person" else folded(full.name)
    return folded(short.name) == last


def _has_part_of_persons_name(short: Actor, full: Actor, pack: LanguagePack) -> bool:
    """The family name, with an initial or without; of kin the first name."""
    one, other = (name_words(actor.name, pack) for actor in (short, full))
    if len(one) == 1 and len(other) > 1 and one[0] == other[0]:
        return _is_kin(short, other[-1], pack)
    return one[-1] == other[-1] and (len(one) == 1 or is_initial(one[0], other[0]))


def _is_firm(short: str, full: str, pack: LanguagePack) -> bool:
    """*Corvane* for *Corvane Energy*, but not *Dalmersveen* for *Dalmersveen Zegt Nee*."""
    firm, *rest = full.split()
    firms = pack.actors.words.firms
    return bool(rest) and short == firm and short not in pack.names.places and all(w.casefold() in firms for w in rest)


def _is_body_of(short: Actor, full: Actor, pack: LanguagePack) -> bool:
    """*Waterdienst* for *Waterdienst Noord*, *Waarnemersmissie* for *Waarnemersmissie Grensland*: whose body it is left out."""
    noun, *rest = full.name.split()
    if not rest or short.name != noun or noun_kind(noun.casefold(), pack) != "organisation":
        return False
    return all(noun_kind(word.casefold(), pack) != "person" for word in rest)  # *House Majority Leader Tom*


def _is_kin(actor: Actor, family: str, pack: LanguagePack) -> bool:
    """Whether somebody who goes by a first name is told to be of a family: *Yvonne*, *Oakley's mother*."""
    words = {word for role in actor.roles for word in f"{role.title} {role.of or ''}".split()}
    endings = ("", *pack.actors.words.genitives)
    return any(folded(word.removesuffix(ending)) == family for word in words for ending in endings)
