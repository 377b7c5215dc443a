"""Why two statements collide, in words of the text's language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.records import Gist

MOST_WORDS = 5


def because(a: Gist, b: Gist, reason: str, shared: Sequence[str], pack: LanguagePack) -> str:
    """One sentence with both holders and the words that join their statements."""
    why = pack.disputes.why
    sentence: str = msgspec.structs.asdict(why)[reason]
    words = ", ".join(term.removeprefix("@") for term in shared[:MOST_WORDS])
    return sentence.format(a=_holder(a, pack), b=_holder(b, pack), about=why.about.format(words=words) if words else "")


def _holder(gist: Gist, pack: LanguagePack) -> str:
    if not isinstance(gist.side, str):
        return pack.disputes.why.author
    return gist.speaker or pack.disputes.why.unnamed
