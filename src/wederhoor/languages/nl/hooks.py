"""What Dutch does that no table can say: separable verbs, compounds of one word, the spelling of stems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from wederhoor.languages.hooks import Hooks, VerbShape

UNPARTED = ("be", "ge", "ver", "ont", "her", "er", "onder", "over", "door", "voor", "om", "mis", "weer")
"""Openings of verbs whose participle has no *ge*."""
LEAST_BARE = 3
"""Letters of a verb without its ending from which an adjective is made."""
VOWELS = "aeiouyáéíóúäëïöüèêj"


class DutchHooks(Hooks):
    """Each as ``Hooks`` says."""

    def joined(self, verb: str, particle: str) -> str:
        """*riep ... op* is *oproepen*; the pipeline may have joined them already."""
        return verb if verb.startswith(particle) else particle + verb

    def phrase(self, words: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The verb comes last: *in brand steken*."""
        return tuple(words[:-1]), words[-1]

    def cuts(self, word: str) -> Iterable[int]:
        """Anywhere before the last two letters but within *ch*: *persbureau*, *kiezersbedrog*, and no *houder* in *schouder*."""
        return [cut for cut in range(1, len(word) - 1) if word[cut - 1 : cut + 1] != "ch"]

    def able(self, verb: str) -> str:
        """*Drinken*, *drinkbaar*; *betalen*, *betaalbaar*; *redden*, *redbaar*."""
        bare = verb.removesuffix("en")
        if bare == verb or len(bare) < LEAST_BARE:
            return ""
        if bare[-1] == bare[-2]:
            return f"{bare[:-1]}baar"
        single = bare[-1] not in VOWELS and bare[-2] in "aeou" and bare[-3] not in VOWELS
        long = single and not bare.endswith(("er", "el", "en"))
        return f"{bare[:-1]}{bare[-2]}{bare[-1]}baar" if long else f"{bare}baar"

    def stem(self, word: str) -> str:
        """The first part of a compound and the forms of its noun meet: *huizen*, *huis*; *lonen*, *loon*."""
        return _stem(word)

    def verb_shapes(self, form: str, lemma: str) -> frozenset[VerbShape]:
        """*Dalen*: a plural, the infinitive; *daalden*: a plural; *gedaald*: a participle; *versterkt*: that or a singular."""
        if form == lemma:
            return frozenset({"plural", "infinitive"})
        marked = (
            n for n in range(len(lemma)) if lemma.startswith(form[:n]) and form[n : n + 2] == "ge" != lemma[n : n + 2]
        )
        if any(marked):
            return frozenset({"participle"})
        bare = lemma.startswith(UNPARTED)
        if form.endswith("en"):
            return frozenset({"plural", "participle"} if bare else {"plural"})
        if bare and form.endswith("d"):
            return frozenset({"participle"})
        return frozenset({"singular", "participle"} if bare and form.endswith("t") else {"singular"})


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    found = word.lower()
    if len(found) > 4:
        for ending in ("en", "e", "s"):
            if found.endswith(ending) and (ending != "s" or found[-2] not in VOWELS):
                found = found[: -len(ending)]
                break
    found = found.replace("aa", "a").replace("ee", "e").replace("oo", "o").replace("uu", "u")
    if len(found) > 2 and found[-1] == found[-2] and found.isalpha():
        found = found[:-1]
    return found[:-1] + {"z": "s", "v": "f"}.get(found[-1], found[-1]) if found else found
