"""Words that the parser has for another kind of word than they are: nouns for verbs, adverbs for nouns, ordinals for names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import reports_in
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.clauses import children, has_child
from wederhoor.syntax.inversion import SETTING_OFF
from wederhoor.syntax.nouns import names_party, noun_kind

NOMINAL = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "appos", "ROOT")
"""Relations of who takes part."""
CLAUSAL = ("aux", "aux:pass", "cop", "mark", "case", "nsubj", "nsubj:pass")
PARTICIPLE = "VerbForm=Part"


def mend_words(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these as what they are."""
    for mend in MENDS:
        p = mend(p, pack)
    return p


def _openings(p: Parse) -> Iterator[int]:
    """The first word of each sentence, without the marks and the empty lines before it."""
    for start, end in p.sentences:
        yield next((w for w in range(start, end) if p.upos[w] != "PUNCT" and p.words[w].strip()), start)


def _capital_pronouns(p: Parse, _: LanguagePack) -> Parse:
    """The parse with *[WHO] said so* as a name: a relative pronoun in capitals where the words beside it are in small letters."""
    named = {w for w, form in enumerate(p.words) if p.upos[w] == "PRON" and _is_acronym(p, w, form)}
    if not named:
        return p
    lemmas = [p.words[w] if w in named else lemma for w, lemma in enumerate(p.lemmas)]
    return replace(p, upos=["PROPN" if w in named else pos for w, pos in enumerate(p.upos)], lemmas=lemmas)


def _is_acronym(p: Parse, word: int, form: str) -> bool:
    relative = "PronType=Rel" in p.feats[word] or "PronType=Int" in p.feats[word]
    behind = p.words[word + 1] if word + 1 < len(p) else ""
    return relative and len(form) > 1 and form.isupper() and behind.islower()


def _lemmas(p: Parse, _: LanguagePack) -> Parse:
    """The parse with the lemma of the first word of a sentence in lower case, unless it is a name."""
    capital = [word for word in _openings(p) if p.lemmas[word][:1].isupper() and _is_common(p, word)]
    if not capital:
        return p
    lemmas, stems = [*p.lemmas], [*p.stems]
    for word in capital:
        lemmas[word], stems[word] = lemmas[word].lower(), stems[word].lower()
    return replace(p, lemmas=lemmas, stems=stems)


def _is_common(p: Parse, word: int) -> bool:
    """Whether a word is no name by its tag, nor by a lemma that is its form."""
    return p.upos[word] not in ("PROPN", "X") and (p.upos[word] != "NOUN" or p.lemmas[word] != p.words[word])


def _ordinals(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *[Tweede] getuige: ...* as what tells this witness from another, and no name."""
    told = [word for word in _openings(p) if word + 1 < len(p) and _is_ordinal(p, word, pack)]
    if not told:
        return p
    upos, heads, deps = [*p.upos], [*p.heads], [*p.deps]
    for word in told:
        upos[word], heads[word], deps[word] = "ADJ", word + 1, "amod"
    return replace(p, upos=upos, heads=heads, deps=deps, children=children_of(heads))


def _is_ordinal(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word is an ordinal right before the noun that it counts, whatever the parser has it for."""
    noun = p.upos[word + 1] == "NOUN" and p.words[word + 1].islower()
    tagged = p.upos[word] in ("PROPN", "ADJ") and not p.children[word]
    return noun and tagged and p.lower[word] in pack.numbers.ordinals


def _nouns_behind_adjectives(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *uit vrije [wil]* as the noun that it is: no verb stands right behind an adjective with an ending."""
    for word in range(2, len(p)) if pack.grammar.verb_second else ():
        below = next((c for c in children(p, word, "xcomp", "ccomp") if c > word), None)
        if _is_noun_behind_adjective(p, word) and (below is not None or p.heads[word] != word):
            p = _as_noun(p, word, below)
    return p


def _as_noun(p: Parse, word: int, below: int | None) -> Parse:
    """The noun below the verb that it was taken for a part of, or for the verb of: what hung on it hangs on that."""
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    heads, deps = [*p.heads], [*p.deps]
    verb = p.heads[word] if below is None else below
    if below is not None:
        heads[verb], deps[verb] = (verb if p.heads[word] == word else p.heads[word]), p.deps[word]
    for child in p.children[word]:
        heads[child] = heads[child] if child == verb else verb
    for other, head, relation in ((word - 2, word, "case"), (word - 1, word, "amod"), (word, verb, "obl")):
        heads[other], deps[other] = head, relation
    upos[word], feats[word] = "NOUN", "Number=Sing"
    lemmas[word] = stems[word] = p.lower[word]
    return replace(
        p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, heads=heads, deps=deps, children=children_of(heads)
    )


def _is_noun_behind_adjective(p: Parse, word: int) -> bool:
    if p.upos[word] not in ("VERB", "AUX") or PARTICIPLE in p.feats[word] or p.upos[word - 1] != "ADJ":
        return False
    inflected = p.lower[word - 1] != p.lemmas[word - 1] and "Degree=Pos" in p.feats[word - 1]
    return p.upos[word - 2] == "ADP" and inflected


def _claims(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *rejected [claims] that* as the noun that it is: a verb has an object of its own only with a mark."""
    claims = [w for w, dep in enumerate(p.deps) if dep == "obj" and _is_claim(p, w, pack)]
    if not claims:
        return p
    said = [c for word in claims for c in children(p, word, "ccomp")]
    upos = ["NOUN" if word in claims else pos for word, pos in enumerate(p.upos)]
    feats = ["" if word in claims else of for word, of in enumerate(p.feats)]
    return replace(p, upos=upos, feats=feats, deps=["acl" if w in said else dep for w, dep in enumerate(p.deps)])


def _is_claim(p: Parse, word: int, pack: LanguagePack) -> bool:
    verb = p.upos[word] == "VERB" and p.heads[word] == word - 1
    return verb and p.lemmas[word] in pack.nouns and not has_child(p, word, *CLAUSAL, "obj")


def _adverbs(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *decline [sharply]* as the adverb that it is, where the parser has a noun that it never saw."""
    words = pack.propositions.words
    manner = {
        word
        for word, dep in enumerate(p.deps)
        if dep == "obj" and p.upos[word] == "NOUN" and p.heads[word] == word - 1 and not p.children[word]
        and p.lower[word].endswith(words.adverb_endings) and p.words[word] not in words.no_adverbs
    }  # fmt: skip
    if not manner:
        return p
    upos = ["ADV" if word in manner else pos for word, pos in enumerate(p.upos)]
    return replace(p, upos=upos, deps=["advmod" if word in manner else dep for word, dep in enumerate(p.deps)])


def _presents(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *Het is veilig, [benadrukt] Bos* as a present: a participle of the same form wants an auxiliary."""
    told = [word for word in range(1, len(p) - 1) if pack.grammar.verb_second and _is_present(p, word, pack)]
    if not told:
        return p
    feats = [*p.feats]
    for word in told:
        feats[word] = "Number=Sing|Tense=Pres|VerbForm=Fin"
    return replace(p, feats=feats)


def _is_present(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a participle by its tag stands behind a comma, before who says it, with no auxiliary beside it."""
    before, behind = p.words[word - 1], p.upos[word + 1]
    if PARTICIPLE not in p.feats[word] or before not in SETTING_OFF or behind not in ("DET", "NOUN", "PROPN", "PRON"):
        return False
    says = reports_in(pack.verbs.get(p.lemmas[word], ()), "paren")
    return says and not has_child(p, word, "aux", "aux:pass", "cop", "case")


def _states(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *is volgens haar [gelijk] gebleven* as a state: the parser has it for a noun of hers."""
    told = [word for word in range(2, len(p) - 1) if _is_state(p, word, pack)]
    if not told:
        return p
    upos, feats, heads, deps = [*p.upos], [*p.feats], [*p.heads], [*p.deps]
    for word in told:
        upos[word], deps[word] = "ADJ", "xcomp"
        upos[word - 1], feats[word - 1], heads[word - 1], deps[word - 1] = "PRON", "Person=3", word + 1, "obl"
        heads[word - 2] = word - 1
    return replace(p, upos=upos, feats=feats, heads=heads, deps=deps, children=children_of(heads))


def _is_state(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a noun between *volgens haar* and what one is or stays is nobody and nothing that says a thing."""
    if p.upos[word] != "NOUN" or p.heads[word] != word + 1:
        return False
    hers = p.lower[word - 1] in pack.closed.she and "Poss=Yes" in p.feats[word - 1] and p.heads[word - 1] == word
    source = any(marker.before == (p.lower[word - 2],) for marker in pack.markers.get(p.lower[word - 2], ()))
    stays = p.lemmas[word + 1] in pack.variables.verbs.copulas
    return hers and source and stays and noun_kind(p.lemmas[word].lower(), pack) is None


def _numbers_of_their_own(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *volgens de organisatie [zeshonderd]* as what they say, and no part of who says it."""
    told = [w for w in range(1, len(p) - 1) if p.upos[w] == "NUM" and _is_of_its_own(p, w, pack)]
    if not told:
        return p
    heads, deps = [*p.heads], [*p.deps]
    for word in told:
        above = p.heads[p.heads[word]]
        heads[word], deps[word] = above, "orphan"
    return replace(p, heads=heads, deps=deps, children=children_of(heads))


def _is_of_its_own(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a number without a preposition stands behind a noun for somebody, with nothing behind it."""
    who = p.heads[word]
    if has_child(p, word, "case"):
        return False
    first, last = p.subtree(word)[0], p.subtree(word)[-1]
    behind = who == first - 1 and p.upos[who] == "NOUN" and p.deps[word] in ("appos", "nmod", "nummod", "conj")
    ends = last + 1 < len(p) and p.upos[last + 1] == "PUNCT" and p.heads[who] != who
    return behind and ends and names_party(p.lemmas[who].lower(), pack)


def _counted_people(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with *zeven [gewonden]*, *three [injured]* as nouns: an adjective that a number counts, and no noun behind it."""
    found = {w: lemma for w in range(len(p)) if (lemma := _as_people(p, w, pack)) is not None}
    if not found:
        return p
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    for word, lemma in found.items():
        upos[word], feats[word], lemmas[word], stems[word] = "NOUN", "Number=Plur", lemma, lemma
    return replace(p, upos=upos, feats=feats, lemmas=lemmas, stems=stems)


def _as_people(p: Parse, word: int, pack: LanguagePack) -> str | None:
    """The lemma of such a noun; None of any other word."""
    adjective = p.upos[word] == "ADJ" or (p.upos[word] == "VERB" and PARTICIPLE in p.feats[word])
    if (
        not adjective
        or p.deps[word] not in NOMINAL
        or not any(p.deps[c] == "nummod" and c < word for c in p.children[word])
    ):
        return None
    form = p.lower[word]
    endings = pack.grammar.people_endings.items()
    return next((form.removesuffix(end) + lemma for end, lemma in endings if form.endswith(end)), None)


MENDS = (
    _capital_pronouns,
    _lemmas,
    _ordinals,
    _nouns_behind_adjectives,
    _claims,
    _adverbs,
    _presents,
    _states,
    _numbers_of_their_own,
    _counted_people,
)
