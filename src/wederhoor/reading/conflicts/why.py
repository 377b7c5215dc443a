"""Why two statements collide, in words of the text's language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.records import Gist

MOST_WORDS = 5


def because(a: Gist, b: Gist, reason: str, shared: Sequence[str], pack: LanguagePack) -> str:
    """One sentence with both holders and the words that join their statements."""
    return why(_holder(a, pack), _holder(b, pack), reason, shared, pack)


def why(a: str, b: str, reason: str, shared: Sequence[str], pack: LanguagePack) -> str:
    """The same with what the holders are called."""
    reasons = pack.disputes.why
    sentence: str = msgspec.structs.asdict(reasons)[reason]
    words = ", ".join(term.removeprefix("@") for term in shared[:MOST_WORDS])
    return sentence.format(a=a, b=b, about=reasons.about.format(words=words) if words else "")


def _holder(gist: Gist, pack: LanguagePack) -> str:
    if not isinstance(gist.side, str):
        return pack.disputes.why.author
    return gist.speaker or pack.disputes.why.unnamed
