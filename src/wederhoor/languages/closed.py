"""The closed classes of a language by what they do, each once: ``closed.toml``."""

from __future__ import annotations

from functools import cached_property

import msgspec


class ClosedClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Forms in lower case; auxiliaries, modals and nouns by lemma. An empty class switches off what asks it.

    Any other table takes one in by "@" and its name, with what it has besides: ``duty = ["@necessity", "hoeven"]``.
    """

    negations: frozenset[str]
    """niet, geen, niemand; not, no, nobody."""
    without: frozenset[str]
    """Conjunctions of what does not happen: zonder te zeggen dat."""
    only: frozenset[str]
    """Adverbs that leave out all else: alleen als, niet alleen; only."""
    articles: frozenset[str]
    definite: frozenset[str]
    """Articles and demonstratives with which a noun takes somebody or something up again: de, het, deze; the, this."""
    demonstratives: frozenset[str]
    """deze, die, laatstgenoemde: the last one named."""
    pointing: frozenset[str]
    """dat, dit: first in a sentence they can stand for the sentence before."""
    i: frozenset[str]
    """The first person singular in every case, and its possessives; so with all pronouns."""
    we: frozenset[str]
    second_person: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    it: frozenset[str]
    they: frozenset[str]
    possessives: frozenset[str]
    """Pronouns of possession that stand before a noun."""
    reflexives: frozenset[str]
    reciprocals: frozenset[str]
    """elkaar; each other."""
    relative: frozenset[str]
    """Pronouns that open a relative clause."""
    expletives: frozenset[str]
    """What stands in the place of a subject that comes later: er; there."""
    perfect: frozenset[str]
    """Auxiliaries that make the perfect with a participle: hebben, zijn; have."""
    being: frozenset[str]
    """Those that with a participle tell of a state, or of what was done to somebody: is gesloten."""
    future: frozenset[str]
    """zullen; will."""
    hearsay: frozenset[str]
    """Forms of auxiliaries that report what others say: zou, zouden."""
    possibility: frozenset[str]
    """Modals: kunnen, mogen; can, may."""
    necessity: frozenset[str]
    """Modals: moeten, dienen; must, should."""
    conditionals: frozenset[str]
    """Words that open a condition: als, indien, mocht, tenzij; if. Their clauses report nothing."""
    of: frozenset[str]
    """Prepositions of the possessor: van; of."""
    by: frozenset[str]
    """Those of the doer in a passive: door; by."""
    with_: frozenset[str] = msgspec.field(name="with")
    """Those of company: met; with."""
    against: frozenset[str]
    towards: frozenset[str]
    """Those of who is spoken to: tegenover; towards."""
    to: frozenset[str]
    """The same, which a role takes too: aan (hoogleraar aan); to (adviser to)."""
    conjunctions: frozenset[str]
    """Between the last two of a list, as a word or a sign: en, &; and."""
    time_nouns: frozenset[str]
    """Nouns that every reader takes for one of time: dag, week, januari."""
    excess: frozenset[str] = frozenset()
    """What stands before an amount that is too large or too small: too many."""
    alternatives: frozenset[str] = frozenset()
    """What stands between two things of which one is enough: of."""
    others: frozenset[str] = frozenset()
    """Those of the rest: ander; other."""
    both: frozenset[str] = frozenset()
    """What stands before the first of two things: both, either."""
    via: frozenset[str] = frozenset()
    """Prepositions of what stands between a cause and its effect: leidt via minder vraag tot."""
    supposed: frozenset[str] = frozenset()
    """Forms of auxiliaries of what would be so if something were not: would."""
    all_but: frozenset[str] = frozenset()
    """Words behind one for nobody that leave somebody out: niemand anders dan, no one but."""
    factive: frozenset[str] = frozenset()
    """Conjunctions whose clause is told as so: nadat, omdat, hoewel."""
    emotive: frozenset[str] = frozenset()
    """Adjectives of what somebody feels about what is so: blij dat, sorry that."""
    letting: frozenset[str] = frozenset()
    """Forms that open a wish of what another is to do: laat, let."""
    achieving: frozenset[str] = frozenset()
    """Verbs and adjectives whose infinitive is done, and not done where they are denied: durven, slagen, manage."""
    realizing: frozenset[str] = frozenset()
    """Verbs and adjectives whose infinitive or gerund is done: beginnen te, dwingen te, right to. Lemmas."""
    brink: frozenset[str] = frozenset()
    """Nouns of what is about to be done: op het punt, on the verge."""
    hindering: frozenset[str] = frozenset()
    """Verbs that keep somebody from a deed: prevented them from firing."""
    keeping_from: frozenset[str] = frozenset()
    """Those that do so by a preposition only (grammar.kept_from): kept them from firing."""
    failing: frozenset[str] = frozenset()
    """Verbs whose infinitive is not done: weigeren, vergeten, nalaten. Lemmas."""
    otherwise: frozenset[str] = frozenset()
    """Adverbs of what would have been if it were not as it is: anders."""
    nearly: frozenset[str] = frozenset()
    """Adverbs of what did not quite happen: bijna."""

    @cached_property
    def first_person(self) -> frozenset[str]:
        """One or many."""
        return self.i | self.we
