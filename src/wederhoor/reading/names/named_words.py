"""Whether a word with a capital is a name, or part of one, or only begins a sentence."""

from __future__ import annotations

from wederhoor.reading.names.capitals import (
    NAMING,
    QUOTES,
    Capitals,
    capitals_in,
    is_capital,
    is_free,
    is_guessed,
    is_pronoun,
)
from wederhoor.reading.names.no_names import behind_role, is_of_currency
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_child, is_finite

CLOSED = frozenset(("VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "INTJ", "PRON", "NUM"))
LONGEST_ACRONYM = 6
"""Letters of a word in capitals that may be one; longer ones are shouted."""


def mark_names(p: Parse, c: Capitals) -> None:
    """Mark the words that are names or parts of names."""
    capitals = capitals_in(p)
    for i in capitals:
        if p.lower[i] not in c.lexicon.names.capitalised:
            c.named[i] = _is_named_opening(p, c, i) if i in c.opening else _is_named(p, c, i)
    for first, end in c.blocks.items():
        c.named[first:end] = [True] * (end - first)
    for i in capitals:
        for word in range(i, behind_role(p, c.lexicon, i)):
            c.named[word] = False


def _is_named(p: Parse, c: Capitals, i: int) -> bool:
    """A capital inside a sentence makes a name, except words of address and the like."""
    low, guessed = p.lower[i], is_guessed(p, i)
    follows = i + 1 < len(p) and c.is_firm(p, i + 1)
    if c.is_particle(p, i) and not (guessed and c.is_given(p, i)):
        return _begins_name(p, c, i)
    if is_pronoun(p, c, i):
        return len(low) > 1 and follows and not c.named[i - 1]
    if is_of_currency(p, i):
        return False
    alone = not follows and not (c.named[i - 1] and len(low) > 1)
    if alone and not guessed and _is_written_so(p, c, i):
        return False
    return _has_form_of_name(p, c, i)


def _has_form_of_name(p: Parse, c: Capitals, i: int) -> bool:
    """A capital at its beginning, or behind a hyphen, but no *e-mail*; of what the pipeline guesses any form."""
    low = p.lower[i]
    if low[1:2] == "-" and low not in c.lexicon.folded:
        return False
    return is_guessed(p, i) or is_capital(p.words[i]) or (low[0].isalpha() and "-" in low)


def _is_written_so(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a capital has another reason than a name: a shout, a letter, a unit, an abbreviation, a quotation."""
    word = p.words[i]
    if word.isupper() and (p.upos[i - 1] == "NUM" or not 1 < len(p.lower[i]) <= LONGEST_ACRONYM):
        return True
    abbreviation = word[-1] == "." and not c.is_given(p, i)
    quoted = p.words[i - 1] in QUOTES and p.upos[i] != "PROPN"
    return abbreviation or quoted or p.upos[i] in CLOSED


def _begins_name(p: Parse, c: Capitals, particle: int) -> bool:
    """Whether an article or a particle with a capital is the first word of a name: *De Jonge*, *Van den Born*."""
    names = c.lexicon.names
    if not is_capital(p.words[particle]) or (
        p.lower[particle] in names.place_prepositions and p.entity_of[particle] < 0
    ):
        return False
    following = particle + 1
    while following < len(p) and p.words[following].islower() and c.is_particle(p, following):
        following += 1
    return following < len(p) and c.is_firm(p, following) and p.words[following] not in names.demonyms


def _is_named_opening(p: Parse, c: Capitals, i: int) -> bool:
    """A word that begins a sentence is a name if it is one elsewhere, or if the lists or the pipeline know it for one."""
    if not is_free(p, c, i):
        return False
    low, tagged, voted = p.lower[i], p.upos[i] in NAMING, is_guessed(p, i)
    backed, follows = tagged or voted, _name_follows(p, c, i)
    if (low in c.firm and (backed or low not in c.lowered)) or _is_family_name(p, c, i):
        return True
    if low in c.lowered:
        return follows and tagged
    if _is_listed(p, c, i, likely=backed or follows) or _shows_name(p, c, i):
        return True
    if follows:
        return backed
    return _is_agreed_on(p, c, i) or _stands_for_name(p, c, i)


def _is_family_name(p: Parse, c: Capitals, i: int) -> bool:
    """*Mayor Ann [Orde] Resigns*: a word that no list has, behind a given name in a headline."""
    given = i in c.titled and i - 1 in c.titled and c.named[i - 1] and c.is_given(p, i - 1)
    return given and p.lower[i] not in c.lowered and not _is_known_word(p, c, i)


def _is_known_word(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word is in a list of words that name nothing."""
    lexicon, low = c.lexicon, p.lower[i]
    return low in lexicon.things or low in lexicon.nouns or low in lexicon.names.no_names


def _stands_for_name(p: Parse, c: Capitals, i: int) -> bool:
    """A word that the document has a longer name with, or that acts as only a name can."""
    led = p.lower[i] in c.leading and not c.noun(p, i)
    return led or _acts_bare(p, c, i) or _is_bare_subject(p, c, i)


def _is_agreed_on(p: Parse, c: Capitals, i: int) -> bool:
    """Whether tagger and recogniser both have a name for what no list has as a noun."""
    shown = i not in c.loud and i not in c.titled
    return shown and p.upos[i] in NAMING and is_guessed(p, i) and not c.noun(p, i)


def _is_bare_subject(p: Parse, c: Capitals, i: int) -> bool:
    """*[Sjaarda] wil niet reageren*: the bare subject right before its verb, that neither tagger nor lists have for a noun."""
    verb = p.heads[i]
    if p.deps[i] != "nsubj" or verb != i + 1 or p.children[i] or not is_finite(p, verb) or c.noun(p, i):
        return False
    says = p.lemmas[verb] in c.lexicon.speaking
    if says and _says_what_no_word_can(p, i):
        return True
    acts = p.lemmas[verb] in c.lexicon.acting or c.times[p.lower[i]] > 1
    return acts and _is_unknown(p, c, i) and (p.upos[i] == "PROPN" or _is_as_noun(p, c, i, says=says))


def _is_as_noun(p: Parse, c: Capitals, i: int, *, says: bool) -> bool:
    """Whether a noun by its tag has itself for its lemma, in a language whose nouns have no endings to tell them by."""
    alike = p.lemmas[i] == p.words[i] or (says and p.lemmas[i] == p.lower[i])
    return p.upos[i] == "NOUN" and not c.lexicon.thing_endings and alike


def _says_what_no_word_can(p: Parse, i: int) -> bool:
    """*[Verschoren] zegt dat*: an infinitive by its form, or a plural of which the verb tells what one says."""
    verb = p.heads[i]
    unfit = p.upos[i] == "VERB" or ("Number=Plur" in p.feats[i] and "Number=Sing" in p.feats[verb])
    return unfit and p.words[i].istitle() and has_child(p, verb, "ccomp")


def _acts_bare(p: Parse, c: Capitals, i: int) -> bool:
    """*[Sarvia] withdrew*: in a language whose nouns have an article for one, an unknown word without it that does something."""
    lexicon, low = c.lexicon, p.lower[i]
    if not lexicon.thing_endings or p.upos[i] != "NOUN" or p.deps[i] != "nsubj" or p.children[i]:
        return False
    acts = p.heads[i] > i and p.lemmas[p.heads[i]] in lexicon.acting
    return acts and _is_unknown(p, c, i) and not low.endswith(lexicon.thing_endings) and low not in c.lowered


def _is_unknown(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word with a capital, by its tag no plural, is in no list of words that name nothing."""
    capital = p.words[i].istitle() and i not in c.loud and i not in c.titled
    return capital and not _is_known_word(p, c, i) and "Number=Plur" not in p.feats[i]


def _name_follows(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a word with a capital of its own stands behind a word, particles between it and a given name left out."""
    following = i + 1
    while c.is_given(p, i) and following < len(p) - 1 and c.is_particle(p, following):
        following += 1
    return following < len(p) and c.is_firm(p, following) and not is_pronoun(p, c, following)


def _is_listed(p: Parse, c: Capitals, i: int, *, likely: bool) -> bool:
    """Whether the lists have a word for a name; for a given name, something else is to make it ``likely`` too."""
    return bool(c.lexicon.type_of(p.words[i], capitals=i in c.loud)) or (likely and c.is_given(p, i))


def _shows_name(p: Parse, c: Capitals, i: int) -> bool:
    """Whether a dateline, a capital further on in the word or a firm's legal form behind it makes a name of it."""
    if i in c.datelines or (i not in c.loud and any(sign.isupper() for sign in p.words[i][2:])):
        return True
    following = i + 1
    return following < len(p) and c.is_firm(p, following) and p.lower[following] in c.lexicon.names.legal_forms
