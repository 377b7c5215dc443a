"""Which words with capitals, and words between them, make one name."""

from __future__ import annotations

from wederhoor.reading.names.capitals import NAMING, QUOTES, Capitals
from wederhoor.reading.names.lexicon import noun_type

LONGEST_LINK = 3
"""Words in lower case between two parts of a name."""
LONGEST_NAME = 20
BREAKS = frozenset(("AUX", "PUNCT", "PRON", "SCONJ"))


def run_from(c: Capitals, first: int) -> int:
    """The end of the run of name words that begins here."""
    end = c.blocks.get(first, first + 1)
    while end < min(len(c.p), first + LONGEST_NAME):
        further = _next_part(c, first, end)
        if further == end:
            break
        end = further
    return end


def _next_part(c: Capitals, first: int, end: int) -> int:
    """The end of the name with its next part, or ``end`` where there is none."""
    p = c.p
    if c.named[end]:
        if (end in c.opening and end not in c.loud) or p.words[end - 1] in QUOTES or _parts(c, first, end):
            return end
        return c.blocks.get(end, end + 1)
    if p.words[end] == "&" and end + 1 < len(p) and p.words[end + 1][0].isupper():
        return end + 2
    if p.words[end][0].isdigit() and (c.is_guessed_one(end, end - 1) or _is_compound_number(p.words[end])):
        return end + 1
    link = end
    while link < len(p) and link - end < LONGEST_LINK and not c.named[link] and c.is_particle(link):
        link += 1
    reached = link < len(p) and c.named[link] and (link not in c.opening or link in c.loud)
    if reached and link > end:
        return c.blocks.get(link, link + 1) if _links(c, first, end, link) else end
    if p.upos[end] == "CCONJ" and _is_pair(c, first, end):
        return end + 2
    return _guessed_end(c, first, end)


def _is_compound_number(word: str) -> bool:
    """*RTL 4-studio*."""
    return "-" in word and word[-1].isalpha()


def _links(c: Capitals, first: int, end: int, link: int) -> bool:
    """Whether lower-case particles join two parts to one name: *Jeltje van Nieuwenhoven*, but not *Jansen van Ajax*."""
    p, names = c.p, c.lexicon.names
    if all(c.is_particle(i) for i in range(first, end)):
        return True
    if c.is_given(link) and link + 1 < len(p) and c.named[link + 1]:
        return False
    if all(c.is_given(i) for i in range(first, end)):
        plain = all(
            p.lower[i] in names.place_prepositions or p.lower[i] in names.actor_prepositions for i in range(end, link)
        )
        return not plain or c.is_guessed_one(link, end - 1)
    if not c.is_guessed_one(link, end - 1):
        return False
    role = end > 1 and (c.noun(end - 2) == "PER" or p.lower[end - 2] in c.lexicon.people.titles)
    if role and (c.lexicon.type_of(p.words[link]) in ("ORG", "LOC") or p.entities[p.entity_of[link]].type != "PER"):
        return False
    return end - first == 1 or not c.is_given(first)


def _is_pair(c: Capitals, first: int, end: int) -> bool:
    """*de bond Chemie en Verf*: one organisation is announced and two words follow that stand nowhere else."""
    p, after = c.p, end + 1
    before = first - 2 if first > 1 and p.upos[first - 1] == "ADP" else first - 1
    if before < 0 or "Number=Sing" not in p.feats[before] or noun_type(c.lexicon, p.lemmas[before].lower()) != "ORG":
        return False
    return after < len(p) and c.named[after] and c.is_firm(after) and c.times[p.lower[after]] == 1


def _guessed_end(c: Capitals, first: int, end: int) -> int:
    """The end of the pipeline's name that goes on here, if no verb stands in it and its last word makes a name."""
    p = c.p
    if not c.is_guessed_one(end, end - 1):
        return end
    last = end
    whole = c.is_guessed_one(first, end) and c.noun(first) in ("ORG", "MISC")
    announced = first > 0 and p.upos[first - 1] == "NOUN" and c.noun(first - 1) in ("ORG", "MISC")
    for i in range(end, min(len(p), first + LONGEST_NAME)):
        if p.entity_of[i] != p.entity_of[end] or p.upos[i] in BREAKS or "VerbForm=Fin" in p.feats[i]:
            break
        if p.upos[i] == "CCONJ" and i + 1 < len(p) and c.times[p.lower[i + 1]] > 1:
            break
        noun = p.upos[i] == "NOUN" and (whole or announced or p.lower[i] in c.lexicon.nouns)
        if c.named[i] or p.upos[i] in NAMING or noun:
            last = i + 1
    return end if any(c.named[i] and c.is_given(i) for i in range(end, last)) else last


def _parts(c: Capitals, first: int, end: int) -> bool:
    """Whether a new name begins at ``end`` though no word stands between the two."""
    p = c.p
    if c.blocks.get(first, 0) > end:
        return False
    apart = p.entity_of[end] >= 0 and p.entity_of[end - 1] >= 0 and not c.is_guessed_one(end, end - 1)
    if all(c.is_given(i) for i in range(first, end)):
        return apart and c.lexicon.type_of(p.words[end]) in ("ORG", "LOC", "MISC")
    if end - first == 1 and p.words[first] in c.lexicon.names.demonyms and not apart:
        return _splits(c, first)
    person = c.is_given(end) and end + 1 < len(p) and (c.named[end + 1] or c.is_particle(end + 1))
    return (person and _is_office(c, first)) or (apart and not c.is_given(end - 1))


def _splits(c: Capitals, demonym: int) -> bool:
    """*Nederlandse | Sesamstraat*, *Amerikaan | Kermit Love*, but *Amsterdams Historisch Museum*."""
    p, after = c.p, demonym + 1
    if not c.is_guessed_one(after, demonym) or c.is_given(after):
        return True
    if c.times[p.lower[after]] > c.pairs[p.lower[demonym], p.lower[after]]:
        return True
    last = after
    while last + 1 < min(len(p), demonym + LONGEST_NAME) and c.named[last + 1]:
        last += 1
    if noun_type(c.lexicon, p.lower[last]):
        return False
    person = last > after and p.entities[p.entity_of[after]].type == "PER"
    return person or p.words[demonym][:-1] in c.lexicon.names.demonyms


def _is_office(c: Capitals, first: int) -> bool:
    """*minister van Binnenlandse Zaken*: what comes next is who holds the office."""
    before = first - 1
    while before > 0 and c.is_particle(before):
        before -= 1
    if 0 <= before < first - 1 and c.noun(before) == "PER":
        return True
    return c.noun(first) == "PER" and c.is_particle(first + 1)
