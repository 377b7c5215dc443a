"""What a search asks for, in lemmas, without the pipeline: the case's own words say which form has which lemma.

``word`` in any of its forms, ``word*`` for a beginning, ``"some words"`` for a phrase; all of them must be there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from wederhoor.errors import WederhoorError
from wederhoor.store.joins import batched
from wederhoor.store.lexemes import lexemes
from wederhoor.store.schema import forms

LEAST_SHARE: Final = 0.1
"""Of the times that a form occurs, those with a lemma, for a search of the form to look for the lemma too."""
BEGINNING: Final = 3
"""Letters that a beginning has at least: half of all words begin with the same few pairs. A shorter one is taken for a word."""
TERM: Final = re.compile(r'"([^"]*)"|(\S+)')


class SearchTerm(msgspec.Struct, frozen=True):
    """One thing to look for: words in a row, each by any of its lemmas; ``begins``: the last is the beginning of a word."""

    words: tuple[tuple[str, ...], ...]
    begins: bool = False


def read_query(db: Connection, query: str) -> list[SearchTerm]:
    """What a query looks for. Raises W811."""
    found = [(lexemes(phrase or word), bool(word) and word.endswith("*")) for phrase, word in TERM.findall(query)]
    asked = [(words, begins and len(words[-1]) >= BEGINNING) for words, begins in found if words]
    if not asked:
        raise WederhoorError("W811", given=query or "The query")
    known = lemmas_of(db, {word for words, _ in asked for word in words})
    return [
        SearchTerm(tuple((w,) if begins and w is words[-1] else known[w] for w in words), begins)
        for words, begins in asked
    ]


def lemmas_of(db: Connection, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For every word itself and the lemmas that it is a form of, by the case's own words, else by the list of verbs."""
    sought = sorted(set(words))
    times: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for few in batched(sought):
        for form, lemma, count in db.execute(select(forms).where(forms.c.form.in_(few)).order_by(forms.c.lemma)):
            times[form][lemma] = count
    listed = _listed_verbs([word for word in sought if word not in times])
    found = {}
    for word in sought:
        least = LEAST_SHARE * sum(times[word].values()) if word in times else 0
        lemmas = [lemma for lemma, count in times[word].items() if count >= least] if word in times else []
        found[word] = tuple(dict.fromkeys((word, *lemmas, *listed.get(word, ()))))
    return found


def _listed_verbs(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The infinitives of forms that the case does not have, from the language packs."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for verbs in _verb_forms() if words else ():
        for word in words:
            if word in verbs:
                found[word] = (*found[word], *lexemes(verbs[word]))
    return found


@cache
def _verb_forms() -> tuple[Mapping[str, str], ...]:
    """Form -> infinitive in every language that is there; loading them takes a tenth of a second."""
    from wederhoor.languages.pack import available_languages, load_pack  # noqa: PLC0415

    return tuple(load_pack(lang).verb_forms for lang in available_languages())
