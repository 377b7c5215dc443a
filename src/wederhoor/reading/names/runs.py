"""Which words with capitals, and words between them, make one name."""

from __future__ import annotations

from wederhoor.reading.names.capitals import NAMING, QUOTES, Capitals, are_guessed_apart, is_guessed_one
from wederhoor.reading.names.lexicon import noun_type
from wederhoor.reading.names.no_names import is_hyphen, is_of_currency
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite

LONGEST_LINK = 3
"""Words in lower case between two parts of a name."""
LONGEST_NAME = 20
"""Words of a name, at most: a title or a list may have capitals without end."""
LONGEST_FORM = 4
"""Letters of a legal form that stands behind a comma: *Inc.*, *GmbH*, but not *Group*."""
BREAKS = frozenset(("AUX", "PUNCT", "PRON", "SCONJ"))


def run_from(p: Parse, c: Capitals, first: int) -> int:
    """The end of the run of name words that begins here."""
    end = c.end_from(first)
    while end < min(len(p), first + LONGEST_NAME):
        further = _next_part(p, c, first, end)
        if further == end:
            break
        end = further
    return end


def _next_part(p: Parse, c: Capitals, first: int, end: int) -> int:
    """The end of the name with its next part, or ``end`` where there is none."""
    if c.named[end]:
        apart = c.begins_sentence(end) or p.words[end - 1] in QUOTES or _parts(p, c, first, end)
        return end if apart else c.end_from(end)
    signs = _signs_at(p, end) or _form_behind_comma(p, c, end)
    if signs:
        return end + signs
    link = _behind_particles(p, c, end)
    if link > end and c.goes_on(p, link):
        return c.end_from(link) if _links(p, c, first, end, link) else end
    if p.upos[end] == "CCONJ" and _is_pair(p, c, first, end):
        return end + 2
    return _guessed_end(p, c, first, end)


def _signs_at(p: Parse, end: int) -> int:
    """How many words go on with a name by a sign or a number: two of *& Zonen* and *Coca[-Cola]*, one of *RTL [4]*."""
    if end + 1 < len(p) and p.words[end + 1][0].isupper() and (p.words[end] == "&" or is_hyphen(p, end)):
        return 2
    return p.words[end][0].isdigit() and (is_guessed_one(p, end, end - 1) or _is_compound_number(p.words[end]))


def _form_behind_comma(p: Parse, c: Capitals, end: int) -> int:
    """How many words of *Ralden[, Inc.]* go on with a name: two or none."""
    if p.words[end] != "," or end + 1 == len(p) or not p.words[end + 1][0].isupper():
        return 0
    form = p.lower[end + 1]
    return 2 * (len(form.rstrip(".")) <= LONGEST_FORM and form in c.lexicon.names.legal_forms)


def _behind_particles(p: Parse, c: Capitals, word: int) -> int:
    """The first word from here that is no particle between two parts of a name."""
    last = min(len(p), word + LONGEST_LINK)
    while word < last and not c.named[word] and (c.is_particle(p, word) or is_hyphen(p, word)):
        word += 1
    return word


def _is_compound_number(word: str) -> bool:
    """*RTL 4-studio*."""
    return "-" in word and word[-1].isalpha()


def _links(p: Parse, c: Capitals, first: int, end: int, link: int) -> bool:
    """Whether lower-case particles join two parts to one name: *Jeltje van Nieuwenhoven*, but not *Jansen van Ajax*."""
    if all(c.is_particle(p, i) for i in range(first, end)):
        return True
    if _is_another(p, c, first, end, link):
        return False
    if is_hyphen(p, link - 1) or _is_body_for(p, c, end):
        return True
    guessed = is_guessed_one(p, link, end - 1)
    if c.are_given(p, first, end):
        return guessed or not _may_be_prepositions(p, c, end, link)
    if not guessed or (_has_role(p, c, end) and _is_no_person(p, c, link)):
        return False
    return end - first == 1 or not c.is_given(p, first)


def _is_another(p: Parse, c: Capitals, first: int, end: int, link: int) -> bool:
    """Whether what stands behind particles is another one: a given name with more behind it, or a body behind a whole name."""
    given = c.is_given(p, link) and link + 1 < len(p) and c.named[link + 1]
    return given or (end - first > 1 and _stands_alone(p, c, link))


def _stands_alone(p: Parse, c: Capitals, word: int) -> bool:
    """*Sip Bos van [Venwater]*: whether the text has a name without the particle elsewhere, which no family name is."""
    alike = (i for i, form in enumerate(p.lower) if i not in (0, word) and form == p.lower[word] and c.is_firm(p, i))
    return any(not (c.is_particle(p, i - 1) or c.named[i - 1] or p.words[i - 1] == "-") for i in alike)


def _is_body_for(p: Parse, c: Capitals, end: int) -> bool:
    """*Federale Dienst [voor de] Financiële Markten*: a body and, behind a preposition of purpose, what it is for."""
    return p.lower[end] in c.lexicon.purposes and p.lower[end - 1] in c.lexicon.names.organisation_nouns


def _may_be_prepositions(p: Parse, c: Capitals, first: int, end: int) -> bool:
    names = c.lexicon.names
    return all(p.lower[i] in names.place_prepositions | names.actor_prepositions for i in range(first, end))


def _has_role(p: Parse, c: Capitals, end: int) -> bool:
    """Whether a role or a title stands before a name of one word that ends here."""
    return end > 1 and (c.noun(p, end - 2) == "PER" or p.lower[end - 2] in c.lexicon.people.titles)


def _is_no_person(p: Parse, c: Capitals, word: int) -> bool:
    """Whether the lists or the pipeline take a word of a name for something else than a person's."""
    return c.lexicon.type_of(p.words[word]) in ("ORG", "LOC") or p.entities[p.entity_of[word]].type != "PER"


def _is_pair(p: Parse, c: Capitals, first: int, end: int) -> bool:
    """*de bond Chemie en Verf*: one organisation is announced and two words follow that stand nowhere else."""
    after = end + 1
    before = first - 2 if first > 1 and p.upos[first - 1] == "ADP" else first - 1
    if before < 0 or "Number=Sing" not in p.feats[before] or noun_type(c.lexicon, p.lemmas[before].lower()) != "ORG":
        return False
    return after < len(p) and c.named[after] and c.is_firm(p, after) and c.times[p.lower[after]] == 1


def _guessed_end(p: Parse, c: Capitals, first: int, end: int) -> int:
    """The end of the pipeline's name that goes on here, if no verb stands in it and its last word makes a name."""
    if not is_guessed_one(p, end, end - 1) or end in c.titled:
        return end
    whole = is_guessed_one(p, first, end) and c.noun(p, first) in ("ORG", "MISC")
    announced = first > 0 and p.upos[first - 1] == "NOUN" and c.noun(p, first - 1) in ("ORG", "MISC")
    last = end
    for i in range(end, min(len(p), first + LONGEST_NAME)):
        if not is_guessed_one(p, i, end) or _breaks(p, c, i):
            break
        if _may_end(p, c, i, any_noun=whole or announced):
            last = i + 1
    return end if any(c.named[i] and c.is_given(p, i) for i in range(end, last)) else last


def _breaks(p: Parse, c: Capitals, i: int) -> bool:
    """Whether no name goes over a word: a mark, a verb, a conjunction before a name that the text has elsewhere too."""
    if p.upos[i] in BREAKS or is_finite(p, i) or is_of_currency(p, i):
        return True
    return p.upos[i] == "CCONJ" and i + 1 < len(p) and c.times[p.lower[i + 1]] > 1


def _may_end(p: Parse, c: Capitals, i: int, *, any_noun: bool) -> bool:
    noun = p.upos[i] == "NOUN" and (any_noun or p.lower[i] in c.lexicon.nouns)
    return noun or c.named[i] or p.upos[i] in NAMING


def _parts(p: Parse, c: Capitals, first: int, end: int) -> bool:
    """Whether a new name begins at ``end`` though no word stands between the two."""
    if c.blocks.get(first, 0) > end:
        return False
    apart = are_guessed_apart(p, end - 1, end)
    if c.are_given(p, first, end):
        return apart and c.lexicon.type_of(p.words[end]) in ("ORG", "LOC", "MISC")
    if end - first == 1 and p.words[first] in c.lexicon.names.demonyms and not apart:
        return _splits(p, c, first)
    if apart and not c.is_given(p, end - 1):
        return True
    return c.begins_person(p, end) and _is_office(p, c, first)


def _splits(p: Parse, c: Capitals, demonym: int) -> bool:
    """*Nederlandse | Sesamstraat*, *Amerikaan | Kermit Love*, but *Amsterdams Historisch Museum*."""
    after = demonym + 1
    if not is_guessed_one(p, after, demonym) or c.is_given(p, after):
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


def _is_office(p: Parse, c: Capitals, first: int) -> bool:
    """*minister van Binnenlandse Zaken*: what comes next is who holds the office."""
    before = first - 1
    while before > 0 and c.is_particle(p, before):
        before -= 1
    if 0 <= before < first - 1 and c.noun(p, before) == "PER":
        return True
    return c.noun(p, first) == "PER" and c.is_particle(p, first + 1)
