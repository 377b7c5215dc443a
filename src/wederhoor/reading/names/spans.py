"""Where names begin and end: from words with capitals and the pipeline's guesses to whole names."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.names.capitals import QUOTES, Capitals, is_capital, is_guessed_one, is_pronoun
from wederhoor.reading.names.lexicon import is_compound, noun_type
from wederhoor.reading.names.no_names import is_hyphen
from wederhoor.reading.names.runs import run_from
from wederhoor.records.parse import Parse
from wederhoor.syntax.compounds import SHORTEST_HEAD

Range = tuple[int, int]
LONGEST_TITLE = 8
"""Words of a title in quotation marks."""
LONGEST_HALF = 4
"""Words of a title that only begins with a capital."""


def find_names(p: Parse, c: Capitals) -> list[Range]:
    """The names of a document as (first word, end word), in text order."""
    found: list[Range] = []
    here, last = 0, len(p)
    while here < last:
        title = _quoted(p, here) or _title(p, c, here)
        if title:
            found.append((here, title))
            here = title
        elif c.named[here]:
            end = run_from(p, c, here)
            found.extend(_pieces(p, c, here, end))
            here = end
        else:
            here += 1
    families = _families(p, c, found)
    return [_with_article(p, c, name, families) for name in found]


def _quoted(p: Parse, first: int) -> int | None:
    """The end of a name of the pipeline that stands in quotation marks for itself."""
    if first == 0 or p.entity_of[first] < 0 or p.words[first - 1] not in QUOTES or not is_capital(p.words[first]):
        return None
    end = first + 1
    while end < len(p) and p.entity_of[end] == p.entity_of[first]:
        end += 1
    return end if end < len(p) and p.words[end] in QUOTES else None


def _title(p: Parse, c: Capitals, first: int) -> int | None:
    """The end of a title that begins here: in quotation marks behind *film* or *boek*, or from its first word only."""
    if first == 0 or not p.words[first][0].isupper():
        return None
    if p.words[first - 1] in QUOTES and first > 1 and noun_type(c.lexicon, p.lemmas[first - 2].lower()) == "MISC":
        for end in range(first + 1, min(first + LONGEST_TITLE, len(p))):
            if p.words[end] in QUOTES:
                return end
            if p.words[end][0] in ".:!?;":
                break
    return None if first in c.opening or p.lower[first] in c.lexicon.names.demonyms else _half_title(p, c, first)


def _half_title(p: Parse, c: Capitals, first: int) -> int | None:
    """The end of *De zoutmeter* and, behind *partij*, of *Democratische keuze van Kazachstan*."""
    article = p.upos[first] == "DET" and c.is_particle(p, first)
    announced = p.upos[first] == "ADJ" and p.upos[first - 1] == "NOUN" and c.noun(p, first - 1) in ("ORG", "MISC")
    if not (article or announced):
        return None
    end = _behind_small_nouns(p, first + 1, min(len(p), first + LONGEST_HALF))
    if end == first + 1 or p.upos[end - 1] != "NOUN":
        return None
    if announced and end + 1 < len(p) and c.is_particle(p, end) and c.named[end + 1]:
        return end + 2
    return end if announced or end == len(p) or p.upos[end] == "PUNCT" else None


def _behind_small_nouns(p: Parse, word: int, last: int) -> int:
    """The first word from here that is no noun or adjective in lower case; ``last`` at most."""
    while word < last and p.upos[word] in ("NOUN", "ADJ") and p.words[word].islower():
        word += 1
    return word


def _pieces(p: Parse, c: Capitals, first: int, end: int) -> Iterator[Range]:
    """A run without its titles and roles; a compound role with a name in it is a name of its own."""
    title = _title_inside(p, c, first, end)
    if title is not None:
        yield from _before_title(p, c, first, title)
        first = title + 1
    while end - first > 1 and first not in c.blocks and any(c.named[first + 1 : end]):
        kept = _is_compound_role(p, c, first)
        if not (kept or _is_address(p, c, first)):
            break
        if kept:
            yield first, first + 1
        first += 1
        while first < end - 1 and not c.named[first]:
            first += 1
    office = _office(p, c, first, end)
    if office is not None:
        yield first, office
        yield office + 1, end
    elif end - first > 1 or _stands_alone(p, c, first):
        yield first, end


def _before_title(p: Parse, c: Capitals, first: int, title: int) -> Iterator[Range]:
    """What a title is of, without the titles before it: *[New York] Attorney General Ann Lee*."""
    end = next(w for w in range(title, first - 1, -1) if w == first or c.noun(p, w - 1) != "PER")
    if end > first:
        yield from _pieces(p, c, first, end)


def _title_inside(p: Parse, c: Capitals, first: int, end: int) -> int | None:
    """*Dutch [President] Jan Bos*, *Supreme Court [Justice] Ann Lee*: a title between what one is of and his own name."""
    of = c.end_from(first)
    if of == first + 1 and c.is_given(p, first):
        return None
    titles = (w for w in range(end - 3, of - 1, -1) if c.noun(p, w) == "PER" and not c.is_given(p, w))
    return next((w for w in titles if c.is_given(p, w + 1) or _is_somebody_s(p, c, first, w, end)), None)


def _is_somebody_s(p: Parse, c: Capitals, first: int, title: int, end: int) -> bool:
    """*Connecticut Governor [Ned Lee]*: two words no list has, behind the title of a place or body, or in a person's name."""
    lexicon, last = c.lexicon, end - 1
    of = (
        lexicon.type_of(" ".join(p.words[first:title])) or lexicon.tails.get(p.lower[title - 1]) or c.noun(p, title - 1)
    )
    named = of in ("LOC", "MISC", "ORG") or (p.entity_of[last] >= 0 and p.entities[p.entity_of[last]].type == "PER")
    known = lexicon.type_of(p.words[last]) or lexicon.tails.get(p.lower[last]) or c.noun(p, last)
    return end - title == 3 and all(c.named[title + 1 : end]) and named and known in (None, "PER")


def _office(p: Parse, c: Capitals, first: int, end: int) -> int | None:
    """*minister Van Aalst [van] Volksgezondheid*: the word between a person, behind a role, and the body that he is of."""
    if first == 0 or c.noun(p, first - 1) != "PER":
        return None
    places = (w for w in range(first + 1, end - 1) if c.is_particle(p, w))
    return next((w for w in places if _is_office(p, c, first, w, end)), None)


def _is_office(p: Parse, c: Capitals, first: int, particle: int, end: int) -> bool:
    """Whether a body stands behind a particle in a name, or what an office is about; *minister Karin van Zorg* keeps her name."""
    if c.lexicon.types.get(" ".join(p.words[particle + 1 : end])) == "ORG":
        return True
    named = particle > first + 1 or not c.is_given(p, first)
    named = named and p.lower[particle] in c.lexicon.people.about
    behind = range(particle + 1, end)
    full = len(behind) > 1 and particle == first + 1 and all(is_capital(p.words[w]) for w in behind)
    return named and (full or p.lower[particle + 1] in c.lexicon.people.portfolios)


def _is_address(p: Parse, c: Capitals, first: int) -> bool:
    """Whether the first word of a run is no part of the name: a title, a role, a label, a word that begins the sentence."""
    lexicon, low = c.lexicon, p.lower[first]
    if low in lexicon.people.name_particles or lexicon.is_given(p.words[first]):
        return False
    if low in lexicon.names.no_names and not (c.noun(p, first) == "PER" and c.is_given(p, first + 1)):
        return first in c.opening or p.entity_of[first] < 0
    if len(p.words[first + 1]) == 1 or (p.words[first].isupper() and lexicon.type_of(p.words[first]) == "ORG"):
        return False  # ING Nederland, not ing. Nederland
    kind = c.noun(p, first)
    return low in lexicon.people.titles or kind == "PER" or (kind is not None and _is_label(p, c, first, low))


def _is_compound_role(p: Parse, c: Capitals, word: int) -> bool:
    """*VVD-minister*, *Eerste-Kamervoorzitter*, *Parool-bijlage*: a name and a noun in one word."""
    form = p.words[word]
    parts = form.split("-")
    if len(parts) == 1 or c.lexicon.is_given(form) or form in c.lexicon.types:
        return False
    if word not in c.opening:
        joined = p.entity_of[word] == p.entity_of[word + 1] >= 0
        return c.noun(p, word) is not None or (parts[-1].islower() and len(parts[-1]) >= SHORTEST_HEAD and not joined)
    return c.noun(p, word) is not None and (sum(part[:1].isupper() for part in parts) > 1 or form[:2].isupper())


def _is_label(p: Parse, c: Capitals, first: int, low: str) -> bool:
    """Whether a noun with a sentence's capital only tells what follows: *Persbureau Finvoor*, not *Stichting Vivent*."""
    after = first + 1
    if first not in c.opening or low in c.firm or not c.named[after]:
        return False
    if (
        low not in c.lexicon.nouns
        or is_compound(c.lexicon, low)
        or p.entity_of[first] != p.entity_of[after]
        or p.lower[after] in c.lexicon.people.name_particles
    ):
        return True
    return c.times[p.lower[after]] > 1


def _stands_alone(p: Parse, c: Capitals, word: int) -> bool:
    """Whether one word makes a name."""
    lexicon, low = c.lexicon, p.lower[word]
    if word in c.blocks:
        return True
    if low in lexicon.people.titles or is_pronoun(p, c, word):
        return False
    if low in lexicon.names.no_names or c.is_particle(p, word):
        if word > 0 and p.upos[word - 1] == "ADP":
            return c.is_given(p, word)  # *met Pasen*
        return (word not in c.opening or c.is_given(p, word)) and p.entity_of[word] >= 0 and p.upos[word] == "PROPN"
    if low[-1] == "-":
        return p.entity_of[word] >= 0
    if lexicon.type_of(p.words[word], capitals=word in c.loud):
        return True
    return _may_name(p, c, word)


def _may_name(p: Parse, c: Capitals, word: int) -> bool:
    """Whether a word that no list has as a name may be one, by its tag and by how the document writes it."""
    low = p.lower[word]
    noun, small = c.lexicon.nouns.get(low) is not None, low in c.lowered
    if p.upos[word] == "PROPN" or p.entity_of[word] >= 0:
        return not (noun and small)
    return not small and (not noun or _is_family(c, low))


def _is_family(c: Capitals, low: str) -> bool:
    """*Harm Visser ... Visser*: whether the document has a word for a family name, behind a given one."""
    return any(family == low and c.lexicon.is_given(given.capitalize()) for given, family in c.pairs)


def _families(p: Parse, c: Capitals, names: list[Range]) -> set[tuple[str, str]]:
    """(particle, family name) of the persons whom the document names in full with one particle: (*de*, *jonge*)."""
    found = set()
    for first, end in names:
        if end - first > 2 and p.lower[end - 2] in c.lexicon.people.name_particles and c.named[first]:
            found.add((p.lower[end - 2], p.lower[end - 1]))
    return found


def _with_article(p: Parse, c: Capitals, name: Range, families: set[tuple[str, str]]) -> Range:
    """*De Jonge* and *Het Parool* where they begin a sentence: with their first word if the document has it elsewhere."""
    first, end = name
    before = first - 1
    if before > 0 and is_hyphen(p, before) and c.is_particle(p, before - 1):
        return before - 1, end
    if before < 0 or not c.is_particle(p, before):
        return name
    if before not in c.opening:
        return _with_particles(p, c, name)
    text = p.text[p.starts[before] : p.ends[end - 1]]
    pair = p.lower[before], p.lower[first]
    if text in c.lexicon.types or pair in c.pairs or (pair in families and end - first == 1):
        return before, end
    once = c.times[p.lower[first]] == 1 and p.words[first] not in c.lexicon.types
    return (before, end) if once and is_guessed_one(p, before, first) else name


def _with_particles(p: Parse, c: Capitals, name: Range) -> Range:
    """*van Zadelhoff*, *'t Gooi*, *Van den Born*: with the particles that the pipeline has in the name."""
    first, end = name
    before = first - 1
    while before >= 0 and c.is_particle(p, before) and is_guessed_one(p, before, first):
        before -= 1
    if before == first - 1 or (before >= 0 and is_guessed_one(p, before, first)):
        return name
    person = p.entities[p.entity_of[first]].type == "PER"
    return (before + 1, end) if person or not p.words[before + 1][0].isalpha() else name
