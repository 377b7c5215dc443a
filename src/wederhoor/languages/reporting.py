"""What a pack says of words that report: verbs, nouns, sources, hearsay. The keys of each class are those of its file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from wederhoor.records import Attitude, Certainty, Polarity

Frame = Literal["clause", "inf", "bare", "object", "as", "prep", "quote", "paren", "count", "scene"]
"""How a reporting word takes its content.

clause   a finite complement: dat, of, a question word, or a main clause (zegt dat ..., vraagt of ..., denkt: ...)
inf      a te-infinitive, with or without om (belooft te komen)
bare     a bare infinitive (wil komen)
object   a noun phrase as object (eist opheldering, vreest een oorlog)
count    so many of what was counted (telde zes boten; with a preposition: kwam uit op zes), not of what the subject has
scene    what a text shows, as an object with what follows it (the poll shows her leading, records show three visits)
as       an object with what it is called or taken for (noemt hem een held, vindt het goed, ziet dat als een kans)
prep     a prepositional object with one of ``prepositions`` (waarschuwt voor, pleit voor, spreekt van)
quote    direct speech before, around or after it ("...", zegt X)
paren    a parenthesis beside indirect speech (het wordt erger, vreest X)
"""


class ReportingVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb by lemma (``aankondigen``: separable verbs joined), optionally with fixed ``words`` beside it.

    ``words`` are lower-case forms that must all depend on the verb: ["duidelijk"] with maken, ["te", "kennen"] with geven,
    ["ervan", "overtuigd"] with zijn. One verb may have several entries; the one with most words that fits is taken.
    """

    lemma: str
    attitude: Attitude
    frames: frozenset[Frame]
    words: tuple[str, ...] = ()
    prepositions: frozenset[str] = frozenset()
    reflexive: bool = False
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    experiencer: bool = False
    """The source is the object and the content the subject (het stoort hem dat ..., het verbaast mij)."""
    source_prepositions: frozenset[str] = frozenset()
    """The source is a phrase with one of these (uit het rapport blijkt dat, in de brief staat dat, A hoort van B dat)."""
    unnamed: bool = False
    """It reports on nobody's word too, in the passive or without such a phrase: er wordt regen verwacht, er staat dat."""
    verdict: bool = False
    """Of a judgment: its clause is what is held to be so, as of a belief (vindt dat), and not what is taken for granted and felt
    about (is blij dat), which a negation leaves as it is."""
    other_sense_with: frozenset[str] = frozenset()
    """With a phrase of one of these prepositions it is no report: voorziet de stad van water."""
    from_words: bool = False
    """It is one only of somebody's words: distanced himself from the claim, not from the attack."""
    other_sense_of: frozenset[str] = frozenset()
    """With one of these nouns for its object it is no report: denied access."""
    example: str = ""
    """A sentence that is read by this row, for who looks it up; a test and ``wederhoor lexicon check`` read it."""


def reports_in(entries: Iterable[ReportingVerb], *frames: Frame) -> bool:
    """Whether a verb, of which these are the ``entries``, reports in one of these frames without a fixed word beside it."""
    return any(not entry.words and not entry.frames.isdisjoint(frames) for entry in entries)


class ReportingNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that holds a report: de bewering dat ..., het verwijt van X dat ..., zijn vrees voor ..."""

    lemma: str
    attitude: Attitude
    frames: frozenset[Frame]
    prepositions: frozenset[str] = frozenset()
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    unnamed: bool = False
    """Reports on nobody's word too: het gerucht dat, berichten dat."""
    source_prepositions: frozenset[str] = frozenset()
    """With these comes where it stands, which says it: publicaties in de krant over fraude."""
    example: str = ""


class SourceMarker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that introduce a source: volgens X, aldus X, in de ogen van X, naar de mening van X.

    ``before`` stands before the source; ``possessive`` is the same with a possessive in the place of article and source
    (in zijn ogen), "*" standing for the possessive.
    """

    before: tuple[str, ...]
    attitude: Attitude = "say"
    possessive: tuple[str, ...] = ()
    certainty: Certainty = "certain"
    after: tuple[str, ...] = ()
    """Words that close the phrase behind the source: als het aan X ligt."""
    closing: bool = False
    """Stands only after what is said, behind a comma: ..., zo X."""
    trailing: bool = False
    """What stands behind its source tells of the report: aldus X gisteren in een interview."""
    own: bool = False
    """The subject of the clause is the source: naar eigen zeggen."""
    example: str = ""


class Hearsay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that report on unnamed authority: naar verluidt, zogenaamd, het gerucht gaat."""

    words: tuple[str, ...]
    attitude: Attitude = "say"
    polarity: Polarity = "+"
    certainty: Certainty = "unknown"
    example: str = ""
