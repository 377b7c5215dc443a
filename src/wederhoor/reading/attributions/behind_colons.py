"""What somebody says behind a colon: *X is stellig: [de brug is veilig]*, *X bestrijdt die uitleg: [de brug is veilig]*.

Read by the order of the words, for a parse hangs the second clause where it likes. Of what stands before the colon it is told how
somebody speaks, or that he denies something; what follows is then his own account.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.parentheses import has_finite
from wederhoor.reading.headings import headline_end
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, is_finite, noun_phrase
from wederhoor.syntax.nouns import names_party, names_somebody
from wederhoor.syntax.stretches import any_form

NAMING: Final = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
MOST_STANDING: Final = 2
"""Words of a content that is a pronoun, or what one is called: *noemt [dat onzin]*."""
LONGEST: Final = 5
"""Words before the colon of a headline that name who speaks, at most."""


def find_behind_colons(text: Text, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of accounts behind a colon, in text order; ``drafts`` are the reports without quotations that were found."""
    reporting = {w for draft in drafts for w in draft.cue}
    found = []
    for left, right in _parted(text):
        ways = (
            _instead(text, drafts, left, right),
            _in_that_manner(text, left, right),
            _in_headline(text, left, right),
        )
        draft = next((way for way in ways if way is not None), None)
        if draft is not None and reporting.isdisjoint(right):
            found.append(draft)
    return found


def _parted(text: Text) -> Iterator[tuple[range, range]]:
    """What stands before and behind a colon in a sentence, where that is a clause and nobody else's: no quotation, no *zou*."""
    p = text.parse
    for first, stop in p.sentences:
        end = stop - (p.upos[stop - 1] == "PUNCT")
        for colon in (w for w in range(first + 1, end - 1) if p.words[w] == ":"):
            right = range(colon + 1, end)
            hearsay = any_form(p, right, text.pack.closed.hearsay)
            if has_finite(p, right) and not hearsay and not any(text.quoted[w] for w in (colon, *right)):
                yield range(first, colon), right


def _instead(text: Text, drafts: Sequence[Draft], left: range, right: range) -> Draft | None:
    """*X bestrijdt dat: ...*: what the source says in place of what he denies, or of what a pronoun stands for."""
    p, pointing = text.parse, text.pack.closed.pointing
    # of two before the colon the last one speaks behind it
    for draft in sorted(drafts, key=lambda draft: draft.anchor, reverse=True):
        own = draft.holder is not None and draft.anchor in left and draft.content[-1] in left
        stands_for = len(draft.content) <= MOST_STANDING and any(p.lower[w] in pointing for w in draft.content)
        if own and (draft.attitude == "deny" or stands_for):
            return Draft(tuple(right), (), draft.source, draft.holder, anchor=right[0], rule="account behind a colon")
    return None


def _in_that_manner(text: Text, left: range, right: range) -> Draft | None:
    """*X is stellig: ...*: the subject of a verb and the word beside it that tell how somebody speaks."""
    p, manner = text.parse, left[-1]
    verb = next((w for w in reversed(left) if is_finite(p, w) and _speaks_so(text, w, manner)), None)
    subject = None if verb is None else _who_speaks_so(text, left, verb, manner)
    if verb is None or subject is None:
        return None
    source = tuple(w for w in noun_phrase(p, subject) if w in left)
    return Draft(tuple(right), (verb, manner), source, subject, anchor=verb, rule="manner before a colon")


def _in_headline(text: Text, left: range, right: range) -> Draft | None:
    """*Schippers: [waterschap wist van scheuren]*: in a headline somebody before a colon says what is behind it."""
    p, pack = text.parse, text.pack
    named = all(p.upos[w] in NAMING for w in left) and _is_party(text, left[-1])
    asks = p.lower[right[0]] in pack.grammar.question_words or p.words[min(right.stop, len(p) - 1)] == "?"
    if left.stop > headline_end(p) or len(left) > LONGEST or asks or not named:
        return None
    return Draft(tuple(right), (), tuple(left), left[-1], anchor=right[0], rule="headline before a colon")


def _is_party(text: Text, word: int) -> bool:
    """A person's name, a noun for people or a body; not *Delfmeer*, *Analyse*, or a firm that the headline may be about."""
    p = text.parse
    if p.entity_of[word] >= 0:
        return text.type_at(word) == "PER"
    return names_party(p.lemmas[word].lower(), text.pack)


def _who_speaks_so(text: Text, left: range, verb: int, manner: int) -> int | None:
    """The subject of the manner or of its verb; where a parse has none, the only one who may be."""
    p = text.parse
    able = [w for w in left if p.deps[w] in SUBJECT and names_somebody(p, w, text.pack)]
    own = [w for w in able if p.heads[w] in (manner, verb)]
    main = [w for w in able if p.deps[p.heads[w]] != RELATIVE]
    return own[-1] if own else main[0] if len(main) == 1 else None


def _speaks_so(text: Text, verb: int, manner: int) -> bool:
    entries = text.pack.verbs.get(text.parse.lemmas[verb], ())
    return any("clause" in e.frames and e.words == (text.parse.lower[manner],) for e in entries)
