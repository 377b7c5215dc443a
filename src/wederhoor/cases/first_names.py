"""Who goes by a first name, or by a half of a name, in a text, and has a whole one in another."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.same import is_first_name, is_named, name_words
from wederhoor.records import Actor, Reading


def has_first_name(actor: Actor, full: Actor, reading: Reading, pack: LanguagePack) -> bool:
    """*Ronnie*, of whom his text ``reading`` says no more, for *Ronnie Blom*: its readers know whom it brings in so.

    Of somebody's kin no more is told either, where that one bears the name: *zijn dochter Clarisse*, in a text on *Dukuru*.
    """
    if not is_first_name(actor, full, pack):
        return False
    family = name_words(full.name, pack)[-1]
    others = (one for one in reading.actors if one.kind == "person" and one is not actor)
    kin = any(name_words(one.name, pack)[-1] == family for one in others)
    return not actor.roles or (kin and all(_is_of_kin(role.title, pack) for role in actor.roles))


def is_other_half(actor: Actor, there: Sequence[Actor], full: Actor, pack: LanguagePack) -> bool:
    """*Berend* in a quotation and *Kloosterziel* in the same text, of one who has both names elsewhere.

    ``there`` are those of the text who are ``full`` already, each by one word.
    """
    names = (actor, *there)
    halves = [is_first_name(one, full, pack) for one in names]
    return halves[0] not in halves[1:] and all(is_named(one) and " " not in one.name for one in names)


def _is_of_kin(title: str, pack: LanguagePack) -> bool:
    """*zijn dochter*."""
    words = title.casefold().split()
    return words[-1] in pack.actors.words.kin and words[0] in pack.actors.words.possessives
