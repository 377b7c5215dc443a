"""What a language pack's ``times.toml`` says: the words for times, and the rules that put them together."""

from __future__ import annotations

import msgspec

Value = int | float | str


class TimeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a run of words becomes one item: what a ``pattern`` of classes and words gives, and by which ``make``.

    In a pattern a name in capitals is a class of words or of items made before, anything else stands for itself, and
    ``( ) | ? *`` mean what they do in regular expressions. ``after``, ``not_after``, ``before`` and ``not_before`` name
    what must or must not stand beside the run, with ``+`` two of them in a row. ``with`` are fixed values for ``make``.
    """

    gives: str
    make: str
    pattern: str
    after: str = ""
    not_after: str = ""
    before: str = ""
    not_before: str = ""
    fixed: dict[str, Value] = msgspec.field(default_factory=dict, name="with")


class TimeLevel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rules that are tried together, the longest run first; ``again``: until none fits any more."""

    name: str
    rules: tuple[TimeRule, ...]
    again: bool = False


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by their form (14-1-2022, '98, 2003/'04): a regular expression, and the class that it gives.

    Its groups are the fields of a calendar expression (year, month, day, hour, minute), ``value``, or ``from`` and ``to``.
    """

    gives: str
    pattern: str


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The end of a compound whose beginning is a number (zestien-jarige) or an ordinal (zestiende-eeuws), and its class."""

    endings: tuple[str, ...]
    gives: str
    value: Value
    ordinal: bool = False


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A year that begins on another day than the first of January (``begin``: month-day): of sport, of schools."""

    begin: str
    end: str


class Tenses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs (lemmas) by which a clause is past or future whatever the form of its finite verb."""

    perfect: frozenset[str]
    """Auxiliaries of the perfect: hebben, zijn."""
    being: frozenset[str]
    """Those of them that tell of a state as well: is gesloten."""
    would: frozenset[str]
    """In past tense of what was to come, or hearsay: zou."""
    planned: frozenset[str]
    """Participles of what is yet to be: gepland, verwacht."""


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """The words and rules for times of one language.

    Compared by identity, so that what is made of it can be kept.
    """

    words: dict[str, dict[str, Value]]
    """Class -> word or phrase -> value. A word may be in several classes."""
    lists: dict[str, tuple[str, ...]]
    """Class -> words without a value."""
    compounds: dict[str, tuple[str, str]]
    """Class -> the two classes of whose words its own are put together: maandag + avond."""
    shapes: tuple[Shape, ...]
    endings: tuple[Ending, ...]
    levels: tuple[TimeLevel, ...]
    final: tuple[str, ...]
    """Classes that are expressions of time, the likeliest first where an item has several."""
    triggers: frozenset[str]
    """Classes without which a sentence has no time."""
    parts_of_speech: dict[str, frozenset[str]]
    """Word -> the parts of speech (UPOS) in which it tells of time."""
    beside_verbs: frozenset[str]
    """Prepositions that bound a time only in a verb's phrase: de begroting voor 2030 is of that year, not before it."""
    openers: frozenset[str]
    """Words behind which a word has the capital of its sentence: 's Avonds."""
    also_names: frozenset[str]
    """Classes whose words are names, too, where they begin a sentence: Mei, Augustus."""
    never_names: frozenset[str]
    """Classes whose words are times though they look like names: Goede Vrijdag."""
    lower_case: frozenset[str]
    """Classes whose words are no times where they have a capital inside a sentence."""
    measures: frozenset[str]
    """Words that a number before them counts, so that it is no year."""
    pm: frozenset[str]
    """Parts of the day in which hours are counted from noon."""
    seasons: dict[str, str]
    """Season -> its first and last month: "06-08"."""
    terms: dict[str, Term]
    holidays: dict[str, str]
    """Name -> its first and last day: ``12-25``, ``easter+39``, ``tuesday#3 09``, with ``..`` between two."""
    tenses: Tenses
    beside_date: frozenset[str]
    """Words that may stand beside the date of a document on a line of its own: gepubliceerd, op, om, uur, door."""
    revised: frozenset[str]
    """Those of them that say that the date is a later version's: bijgewerkt."""
    bylines: frozenset[str]
    """Those that begin a line with nothing but who made the text: door."""
    hours: frozenset[str]
    """Words behind the hour and minutes of a clock: uur."""
    month_first: bool = False
    """A date may have its month before its day: October 7, 2024."""
