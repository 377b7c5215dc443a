"""Where names begin and end: from words with capitals and the pipeline's guesses to whole names."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.names.capitals import NAMING, QUOTES, Capitals, is_capital
from wederhoor.reading.names.lexicon import is_compound, noun_type

Range = tuple[int, int]
LONGEST_LINK = 3
"""Words in lower case between two parts of a name."""
LONGEST_TITLE = 8
"""Words of a title in quotation marks or without a capital at its end."""


def find_names(c: Capitals) -> list[Range]:
    """The names of a document as (first word, end word), in text order."""
    found: list[Range] = []
    here, last = 0, len(c.p)
    while here < last:
        title = _quoted(c, here) or _title(c, here)
        if title:
            found.append((here, title))
            here = title
        elif c.named[here]:
            end = _whole(c, here)
            found.extend(_pieces(c, here, end))
            here = end
        else:
            here += 1
    families = _families(c, found)
    return [_with_article(c, name, families) for name in found]


def _quoted(c: Capitals, first: int) -> int | None:
    """The end of a name of the pipeline that stands in quotation marks for itself."""
    p = c.p
    if first == 0 or p.entity_of[first] < 0 or p.words[first - 1] not in QUOTES or not is_capital(p.words[first]):
        return None
    end = first + 1
    while end < len(p) and p.entity_of[end] == p.entity_of[first]:
        end += 1
    return end if end < len(p) and p.words[end] in QUOTES else None


def _title(c: Capitals, first: int) -> int | None:
    """The end of a title that begins here: in quotation marks behind *film* or *boek*, or with an article in capitals."""
    p = c.p
    if first == 0 or not p.words[first][0].isupper():
        return None
    if p.words[first - 1] in QUOTES and first > 1 and noun_type(c.lexicon, p.lemmas[first - 2].lower()) == "MISC":
        for end in range(first + 1, min(first + LONGEST_TITLE, len(p))):
            if p.words[end] in QUOTES:
                return end
            if p.words[end][0] in ".:!?;":
                break
    if first in c.opening or p.upos[first] != "DET" or p.lower[first] not in c.lexicon.people.name_particles:
        return None
    end = first + 1
    while end < len(p) and end < first + 4 and p.upos[end] in ("NOUN", "ADJ") and p.words[end].islower():
        end += 1
    alone = end == len(p) or p.upos[end] == "PUNCT"
    return end if alone and end > first + 1 and p.upos[end - 1] == "NOUN" else None


def _whole(c: Capitals, first: int) -> int:
    """The end of the run of name words that begins here."""
    end = c.blocks.get(first, first + 1)
    while end < len(c.p):
        further = _next_part(c, first, end)
        if further == end:
            break
        end = further
    return end


def _next_part(c: Capitals, first: int, end: int) -> int:
    """The end of the name with its next part, or ``end`` where there is none."""
    p = c.p
    if c.named[end]:
        if (end in c.opening and end not in c.loud) or p.words[end - 1] in QUOTES:
            return end
        return end if _parts(c, first, end) else c.blocks.get(end, end + 1)
    if p.words[end] == "&" and end + 1 < len(p) and p.words[end + 1][0].isupper():
        return end + 2
    if p.words[end][0].isdigit() and (
        p.entity_of[end] == p.entity_of[end - 1] >= 0 or p.words[end][-1].isalpha()
    ):
        return end + 1
    link = end
    particles = c.lexicon.people.name_particles
    while link < len(p) and link - end < LONGEST_LINK and not c.named[link] and p.lower[link] in particles:
        link += 1
    if link < len(p) and c.named[link] and (link not in c.opening or link in c.loud):
        if link > end and _links(c, first, end, link):
            return c.blocks.get(link, link + 1)
    if p.upos[end] == "CCONJ" and link == end and _is_pair(c, first, end):
        return end + 2
    return _inside_guess(c, first, end)


def _is_pair(c: Capitals, first: int, end: int) -> bool:
    """*de bond Chemie en Verf*: one organisation is announced and two words follow that stand nowhere else."""
    p = c.p
    before = first - 2 if first > 1 and p.upos[first - 1] == "ADP" else first - 1
    if before < 0 or "Number=Sing" not in p.feats[before] or noun_type(c.lexicon, p.lemmas[before].lower()) != "ORG":
        return False
    after = end + 1
    return after < len(p) and c.named[after] and c.is_firm(after) and c.times[p.lower[after]] == 1


def _inside_guess(c: Capitals, first: int, end: int) -> int:
    """The end of the pipeline's name that goes on here, if no verb stands in it and its last word has a capital."""
    p = c.p
    entity = p.entity_of[end]
    if entity < 0 or entity != p.entity_of[end - 1]:
        return end
    last = end
    announced = noun_type(c.lexicon, p.lemmas[first - 1].lower()) if first and p.upos[first - 1] == "NOUN" else None
    trusted = c.is_firm(first) and (c.lexicon.nouns.get(p.lower[first]) == "ORG" or announced in ("ORG", "MISC"))
    for i in range(end, len(p)):
        if p.entity_of[i] != entity or p.upos[i] in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ"):
            break
        if p.upos[i] == "CCONJ" and i + 1 < len(p) and c.times[p.lower[i + 1]] > 1:
            break
        if c.named[i] or p.upos[i] in NAMING or (trusted and p.upos[i] == "NOUN"):
            last = i + 1
    if any(c.lexicon.is_given(p.words[i]) and c.named[i] for i in range(end, last)):
        return end
    return last


def _parts(c: Capitals, first: int, end: int) -> bool:
    """Whether a new name begins at ``end`` though no word stands between the two."""
    p, lexicon = c.p, c.lexicon
    if first in c.blocks and c.blocks[first] > end:
        return False
    words = p.words[first:end]
    apart = p.entity_of[end] >= 0 and p.entity_of[end - 1] >= 0 and p.entity_of[end] != p.entity_of[end - 1]
    if all(lexicon.is_given(w) for w in words):
        return False
    if end - first == 1 and words[0] in lexicon.names.demonyms and not apart:
        return _splits(c, first)
    starts_person = lexicon.is_given(p.words[end]) and end + 1 < len(p) and (c.named[end + 1] or p.lower[end + 1] in lexicon.people.name_particles)
    if starts_person and _is_office(c, first, end):
        return True
    return apart and not lexicon.is_given(p.words[end - 1])


def _splits(c: Capitals, demonym: int) -> bool:
    """*Nederlandse | Sesamstraat*, *Amerikaan | Kermit Love*, but *Amsterdams Historisch Museum*, *Nederlandse Spoorwegen*."""
    p, lexicon, after = c.p, c.lexicon, demonym + 1
    if p.entity_of[after] != p.entity_of[demonym] or lexicon.is_given(p.words[after]):
        return True
    if c.times[p.lower[after]] > c.pairs[p.lower[demonym], p.lower[after]]:
        return True
    last = after
    while last + 1 < len(p) and c.named[last + 1]:
        last += 1
    if noun_type(lexicon, p.lower[last]):
        return False
    return last > after or p.words[demonym][:-1] in lexicon.names.demonyms


def _is_office(c: Capitals, first: int, end: int) -> bool:
    """*minister van Binnenlandse Zaken*: what comes next is who holds the office."""
    p = c.p
    before = first - 1
    while before > 0 and p.lower[before] in c.lexicon.people.name_particles:
        before -= 1
    office = before >= 0 and before < first - 1 and noun_type(c.lexicon, p.lower[before]) == "PER"
    return office or (noun_type(c.lexicon, p.lower[first]) == "PER" and p.lower[first + 1] in c.lexicon.people.name_particles)


def _links(c: Capitals, first: int, end: int, link: int) -> bool:
    """Whether lower-case particles join two parts to one name: *Jeltje van Nieuwenhoven*, but not *Jansen van Ajax*."""
    p, lexicon = c.p, c.lexicon
    words = p.words[first:end]
    if all(low in lexicon.people.name_particles for low in p.lower[first:end]):
        return True
    after = link + 1 < len(p) and c.named[link + 1]
    if all(lexicon.is_given(w) for w in words):
        names = lexicon.names
        plain = all(p.lower[i] in names.place_prepositions or p.lower[i] in names.actor_prepositions for i in range(end, link))
        return not plain or p.entity_of[link] == p.entity_of[end - 1] >= 0
    if p.entity_of[link] < 0 or p.entity_of[link] != p.entity_of[end - 1]:
        return False
    if lexicon.is_given(p.words[link]) and after:
        return False
    held = lexicon.type_of(p.words[link]) in ("ORG", "LOC") and end - first == 1
    if held and first and (noun_type(lexicon, p.lower[first - 1]) == "PER" or p.lower[first - 1] in lexicon.people.titles):
        return False
    return not (len(words) > 1 and lexicon.is_given(words[0]))


def _pieces(c: Capitals, first: int, end: int) -> Iterator[Range]:
    """A run without its titles and roles; a compound role with a name in it is a name of its own."""
    p, lexicon = c.p, c.lexicon
    while end - first > 1 and first not in c.blocks:
        low = p.lower[first]
        kind = noun_type(lexicon, low) or noun_type(lexicon, p.lemmas[first].lower())
        given = lexicon.is_given(p.words[first])
        role = low in lexicon.people.titles or (kind == "PER" and not given)
        plain = low in lexicon.names.no_names and not (c.is_firm(first) and low in lexicon.people.name_particles)
        label = kind is not None and _is_label(c, first, low)
        compound = first not in c.opening and kind is not None and "-" in low and p.words[first].rpartition("-")[2].islower()
        if not (role or plain or label or compound) or not any(c.named[first + 1 : end]):
            break
        if compound or (role and "-" in p.words[first] and _holds_name(c, first)):
            yield first, first + 1
        first += 1
        while first < end - 1 and not c.named[first]:
            first += 1
    if end - first > 1 or _stands_alone(c, first):
        yield first, end


def _is_label(c: Capitals, first: int, low: str) -> bool:
    """Whether a noun with a sentence's capital only tells what follows: *Persbureau Finvoor*, not *Stichting Vivent*."""
    p, after = c.p, first + 1
    if first not in c.opening or low in c.firm or not c.named[after]:
        return False
    if low not in c.lexicon.nouns or is_compound(c.lexicon, low) or p.entity_of[first] != p.entity_of[after] or p.lower[after] in c.lexicon.people.name_particles:
        return True
    return c.times[p.lower[after]] > 1


def _holds_name(c: Capitals, word: int) -> bool:
    """*VVD-minister*, *Eerste-Kamervoorzitter*: a capital that is not the sentence's, or one more."""
    return word not in c.opening or sum(part[:1].isupper() for part in c.p.words[word].split("-")) > 1 or c.p.words[word][:2].isupper()


def _stands_alone(c: Capitals, word: int) -> bool:
    """Whether one word makes a name."""
    p, lexicon, low = c.p, c.lexicon, c.p.lower[word]
    if word in c.blocks:
        return True
    if low in lexicon.people.name_particles or low in lexicon.people.titles or low in lexicon.names.no_names:
        return False
    if low in lexicon.pronouns or not any(ch.isalpha() for ch in low):
        return False
    if lexicon.type_of(p.words[word], capitals=word in c.loud):
        return True
    if p.upos[word] == "PROPN" or p.entity_of[word] >= 0:
        return lexicon.nouns.get(low) is None or low not in c.lowered
    return low not in c.lowered and lexicon.nouns.get(low) is None


def _families(c: Capitals, names: list[Range]) -> set[tuple[str, str]]:
    """(particle, family name) of the persons whom the document names in full with one particle: (*de*, *jonge*)."""
    p = c.p
    found = set()
    for first, end in names:
        if end - first > 2 and p.lower[end - 2] in c.lexicon.people.name_particles and c.named[first]:
            found.add((p.lower[end - 2], p.lower[end - 1]))
    return found


def _with_article(c: Capitals, name: Range, families: set[tuple[str, str]]) -> Range:
    """*De Jonge* and *Het Parool* where they begin a sentence: with their first word if the document has it elsewhere."""
    p = c.p
    first, end = name
    before = first - 1
    if before < 0 or p.lower[before] not in c.lexicon.people.name_particles:
        return name
    if before not in c.opening:
        entity = p.entity_of[before]
        part = entity == p.entity_of[first] >= 0 and entity != p.entity_of[before - 1] and (p.entities[entity].type == "PER" or not p.words[before][0].isalpha())
        return (before, end) if part and p.words[before].islower() else name
    if (p.lower[before], p.lower[end - 1]) in families and end - first == 1:
        return before, end
    text = p.text[p.starts[before] : p.ends[end - 1]]
    if text in c.lexicon.types or (p.lower[before], p.lower[first]) in c.pairs:
        return before, end
    guessed = p.entity_of[before] == p.entity_of[first] >= 0
    return (before, end) if guessed and p.words[first] not in c.lexicon.types and c.times[p.lower[first]] == 1 else name
