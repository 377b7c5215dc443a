"""Bare things that a parser never saw, read as things that it knows: *meer [snorfteling] leidt tot minder [werkloosheid]*.

A statistical parser guesses the kind of a word by its letters, and a strange noun in a short sentence easily becomes its verb.
In a stretch of words about bare things, whose verb is one of change or of cause, every thing is put in by a noun of the same
number and gender that the parser knows well, and the sentence is parsed again so. The tree is of the sentence, the words are the
text's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.clauses import SUBJECT, has_child, is_finite
from wederhoor.syntax.plain.lexicon import plain_lexicon

LONGEST = 40
NAMING = ("NOUN", "PROPN", "X")
GUESSED = ("VERB", "ADJ", "ADV", "INTJ")
"""What a parser has a strange noun for, where what stands before it shows that it is one."""
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "obl:agent", "nmod")
"""What an adjective is not to a verb or a noun."""
FUNCTION = ("PUNCT", "ADP", "SCONJ", "CCONJ", "DET", "ADV", "PART")
Again = Callable[[Sequence[str]], Sequence[Parse]]
"""Parses texts, each by itself."""


def with_stand_ins(p: Parse, pack: LanguagePack, again: Again) -> Parse:
    """The parse with the trees that its plain sentences have when others stand in for their things."""
    if not pack.grammar.stand_ins:
        return p
    things = _Things(p, pack)
    found = {number: others for number in range(len(p.sentences)) if (others := things.of_sentence(number))}
    runs = list(_runs(p, found))
    columns = _Columns(p)
    for run, other in zip(runs, again([_text(p, run, found) for run in runs]) if runs else (), strict=True):
        columns.take(run, found, other, things)
    return columns.parse() if runs else p


def _runs(p: Parse, found: Mapping[int, Mapping[int, str]]) -> Iterator[range]:
    """Sentences of one paragraph in a row that are parsed again, with the one before them, which they may go on from."""
    first = None
    for number in range(len(p.sentences) + 1):
        if number in found and first is None:
            first = number
        ends = number not in found or _opens_paragraph(p, number)
        if first is not None and ends and number > first:
            yield range(first - (not _opens_paragraph(p, first)), number)
            first = number if number in found else None


def _opens_paragraph(p: Parse, number: int) -> bool:
    if number in (0, len(p.sentences)):
        return True
    start = p.sentences[number][0]
    return p.paragraph_of(start) != p.paragraph_of(start - 1)


@cache
def _kept(pack: LanguagePack) -> frozenset[str]:
    """Nouns that say how things hang together, and stay as they are: *gevolg*, *toename*, *effect*; nouns of people too."""
    causes, words = pack.causes, pack.variables
    fixed = {w for found in causes.verbs.values() for entry in found for w in entry.words}
    joined = {w for found in causes.connectives.values() for entry in found for w in entry.words}
    return frozenset(
        {*fixed, *joined, *causes.nouns, *words.nouns, *words.degrees, *words.adjectives, *pack.noun_kinds}
    )


@dataclass(frozen=True, slots=True)
class _Things:
    """Which words of a parse are bare things, and what can stand in for each."""

    p: Parse
    pack: LanguagePack
    plural: dict[str, bool] = field(init=False)
    neuter: frozenset[str] = field(init=False)
    named: frozenset[str] = field(init=False)
    """Forms that stand behind an article somewhere, as nouns."""

    def __post_init__(self) -> None:
        p = self.p
        numbers: dict[str, Counter[bool]] = {}
        for word, upos in enumerate(p.upos):
            if upos == "NOUN" and "Number=" in p.feats[word]:
                numbers.setdefault(p.lower[word], Counter())["Number=Plur" in p.feats[word]] += 1
        object.__setattr__(self, "plural", {form: counts[True] > counts[False] for form, counts in numbers.items()})
        article = self.pack.grammar.stand_ins["neuter"][0]
        named = {p.lower[w] for w in range(1, len(p)) if p.upos[w] == "NOUN" and self._opens_thing(w - 1)}
        object.__setattr__(self, "named", frozenset(named))
        neuter = {p.lower[w + 1] for w in range(len(p) - 1) if p.lower[w] == article}
        object.__setattr__(self, "neuter", frozenset(neuter))

    def of_sentence(self, number: int) -> dict[int, str]:
        """What stands in for which word; empty for a sentence that stays as it is."""
        first, end = self.p.sentences[number]
        if not 2 < end - first <= LONGEST:
            return {}
        found = [w for a, b in self._stretches(first, end) for w in self._of_stretch(a, b)]
        return self._chosen(found) if self._is_doubtful(number, found) else {}

    def _is_doubtful(self, number: int, found: Sequence[int]) -> bool:
        """Whether a sentence has a thing that is no noun, or no part of a clause, or has no verb on top."""
        p = self.p
        first, end = p.sentences[number]
        if not all(self._is_sure(w) for w in found):
            return True
        if found and p.upos[first] == "DET" and p.lower[first] in self.pack.grammar.complementizers:
            return True  # [Dat] vraag daalt, leidt tot minder aanbod
        tops = [w for w in range(first, end) if p.heads[w] == w]
        told = {c for w in tops for c in (w, *p.children[w]) if is_finite(p, c)}
        return bool(found) and (not told or any(not self._has_subject(w) for w in range(first, end)))

    def _is_sure(self, word: int) -> bool:
        """Whether a thing is a noun in small letters that is part of a clause."""
        p = self.p
        small = p.lemmas[word] == p.lemmas[word].lower()
        return p.upos[word] == "NOUN" and small and p.deps[word] in (*ARGUMENTS, "conj")

    def _has_subject(self, verb: int) -> bool:
        """Whether a word is no finite verb of change or of cause without a subject."""
        p = self.p
        told = p.upos[verb] == "VERB" and is_finite(p, verb) and self._drives(verb)
        return not told or has_child(p, verb, *SUBJECT) or p.deps[verb] == "conj"

    def _stretches(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The words between marks other than commas."""
        p = self.p
        for word in range(first, end + 1):
            if word == end or (p.upos[word] == "PUNCT" and p.words[word] != ","):
                if word - first > 1:
                    yield first, word
                first = word + 1

    def _of_stretch(self, first: int, end: int) -> list[int]:
        p = self.p
        inside = range(first, end)
        if any(p.upos[w] in ("NUM", "SYM") or (w > first and p.words[w] != p.lower[w]) for w in inside):
            return []
        if not any(self._drives(w) for w in inside):
            return []
        things = [w for w in inside if self._is_thing(w, first)]
        return things if all(w in things or self._is_plain(w) for w in inside) else []

    def _drives(self, word: int) -> bool:
        """Whether a word is a verb or a noun of change or of cause."""
        pack = self.pack
        lemma = self._verb_lemma(word)
        noun = self.p.lower[word] in pack.causes.nouns or self.p.lower[word] in pack.causes.correlatives
        return noun or lemma in pack.causes.verbs or lemma in pack.variables.subject_verbs

    def _verb_lemma(self, word: int) -> str:
        p = self.p
        return p.lemmas[word] if p.upos[word] in ("VERB", "AUX") else self.pack.verb_forms.get(p.lower[word], "")

    def _is_plain(self, word: int) -> bool:
        """Whether a word of a plain sentence is no thing and yet known: nobody, and no verb of another kind."""
        p, form = self.p, self.p.lower[word]
        lexicon = plain_lexicon(self.pack)
        if form in self.pack.noun_kinds or p.lemmas[word] in self.pack.noun_kinds:
            return False
        if p.upos[word] in ("VERB", "AUX"):
            base = self.pack.verb_forms.get(form, p.lemmas[word])
            return p.upos[word] == "AUX" or self._drives(word) or base in lexicon.verbs
        if p.upos[word] == "PRON":
            closed = self.pack.closed
            known = closed.relative | closed.pointing | closed.expletives | self.pack.causes.relatives
            return form in known or self._turns(word)
        return (
            p.upos[word] in FUNCTION
            or form in _kept(self.pack)
            or p.lemmas[word] in _kept(self.pack)
            or self._drives(word)
        )

    def _turns(self, word: int) -> bool:
        """*Op [zijn] beurt*."""
        return tuple(self.p.lower[word - 1 : word + 2]) in self.pack.grammar.turns

    def _is_thing(self, word: int, first: int) -> bool:
        p, form = self.p, self.p.lower[word]
        if not form.replace("-", "").isalpha() or form in plain_lexicon(self.pack).closed or form in _kept(self.pack):
            return False
        if p.lemmas[word] in _kept(self.pack):
            return False
        told = word > first and self._opens_thing(word - 1)
        if p.upos[word] in NAMING:
            return told or not self._is_verb(word)
        return form not in self.pack.verb_forms and self._is_guessed(word, first, told=told)

    def _is_verb(self, word: int) -> bool:
        """Whether a word that the parser has for a noun may be a verb that this is about."""
        lemma = self.pack.verb_forms.get(self.p.lower[word])
        changes = self.pack.variables.subject_verbs
        return lemma is not None and (
            self.p.upos[word] != "NOUN" or lemma in changes or lemma in self.pack.causes.verbs
        )

    def _is_guessed(self, word: int, first: int, *, told: bool) -> bool:
        """Whether a word that the parser has for none stands where a noun does: behind its article, or before a verb."""
        p = self.p
        opens = word == first and word + 1 < len(p) and p.lower[word + 1] in self.pack.verb_forms
        told = told or (word > first and p.deps[word - 1] == "amod" and p.heads[word - 1] == word)
        placed = told or opens or p.lower[word] in self.named or p.deps[word] in (*ARGUMENTS, "xcomp")
        return placed and p.upos[word] in GUESSED and not self._is_before_noun(word)

    def _opens_thing(self, word: int) -> bool:
        form = self.p.lower[word]
        lexicon = plain_lexicon(self.pack)
        closed = self.pack.closed
        return form not in closed.pointing and (form in lexicon.articles | closed.definite or form in lexicon.gauges)

    def _is_before_noun(self, word: int) -> bool:
        """*[economische] groei*."""
        return word + 1 < len(self.p) and self.p.upos[word + 1] in ("NOUN", "PROPN") and self.p.deps[word] == "amod"

    def _chosen(self, words: Sequence[int]) -> dict[int, str]:
        p, found, used = self.p, dict[int, str](), dict[str, str]()
        for word in words:
            form = p.lower[word]
            kind = "plural" if self._is_plural(word) else "neuter" if form in self.neuter else "common"
            others = self.pack.grammar.stand_ins[kind][kind == "neuter" :]
            left = [other for other in others if other not in used.values()] or others
            noun = used.setdefault(form, left[0])
            found[word] = noun if p.words[word] == form else noun[0].upper() + noun[1:]
        return found

    def _is_plural(self, word: int) -> bool:
        form = self.p.lower[word]
        if form in self.neuter:
            return False
        return self.plural.get(form, form.endswith(("en", "s")))

    def lemma(self, word: int) -> str:
        """The lemma that the parser has of a form as a noun, the form where it has none."""
        p, form = self.p, self.p.lower[word]
        lemmas = Counter(p.lemmas[w].lower() for w in range(len(p)) if p.lower[w] == form and p.upos[w] == "NOUN")
        return lemmas.most_common(1)[0][0] if lemmas else form


def _text(p: Parse, run: range, found: Mapping[int, Mapping[int, str]]) -> str:
    """The text of the sentences with what stands in for their things."""
    first, end = p.sentences[run.start][0], p.sentences[run.stop - 1][1]
    others = {word: other for number in run for word, other in found.get(number, {}).items()}
    gaps = [p.text[p.ends[w] : p.starts[w + 1]] for w in range(first, end - 1)]
    return "".join(others.get(w, p.words[w]) + gap for w, gap in zip(range(first, end), [*gaps, ""], strict=True))


class _Columns:
    """The columns of a parse while others are put in."""

    def __init__(self, p: Parse) -> None:
        self.p = p
        self.heads, self.deps, self.upos = [*p.heads], [*p.deps], [*p.upos]
        self.feats, self.lemmas, self.stems = [*p.feats], [*p.lemmas], [*p.stems]
        self.none: set[int] = set()
        """Entities that are none: what stands in for a word is no name."""

    def take(self, run: range, found: Mapping[int, Mapping[int, str]], other: Parse, things: _Things) -> None:
        """Take the trees of sentences from the other parse, where that has a sentence of the same words."""
        before, end = self.p.sentences[run.start][0], self.p.sentences[run.stop - 1][1]
        if len(other) != end - before:
            return
        bounds = {(first + before, stop + before) for first, stop in other.sentences}
        for number in run:
            if number in found and self.p.sentences[number] in bounds:
                for word in range(*self.p.sentences[number]):
                    self._put(word, word - before, other, things.lemma(word) if word in found[number] else None)

    def _put(self, word: int, there: int, other: Parse, lemma: str | None) -> None:
        """A word as the other parse has it; ``lemma`` of one for which another stood in."""
        self.heads[word], self.deps[word] = word - there + other.heads[there], other.deps[there]
        self.upos[word], self.feats[word] = other.upos[there], other.feats[there]
        self.lemmas[word], self.stems[word] = lemma or other.lemmas[there], lemma or other.stems[there]
        if lemma is not None and self.p.entity_of[word] >= 0:
            self.none.add(self.p.entity_of[word])

    def parse(self) -> Parse:
        left = [n for n in range(len(self.p.entities)) if n not in self.none]
        places = {old: new for new, old in enumerate(left)}
        return replace(
            self.p, heads=self.heads, deps=self.deps, upos=self.upos, feats=self.feats, lemmas=self.lemmas, stems=self.stems,
            children=children_of(self.heads), entities=[self.p.entities[n] for n in left],
            entity_of=[places.get(n, -1) for n in self.p.entity_of],
        )  # fmt: skip
