"""Whether a statement is little more than a word for what another said: *dat klopt niet*, *die uitleg*, *onzin*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child, has_word, is_finite
from wederhoor.syntax.stretches import any_lemma

MOST_POINTING = 7
"""Words of a statement that says no more than that the other is wrong: *daar is niets van waar*."""
MOST_DISMISSIVE = 3
"""Words of a statement that only waves away: *zwaar overdreven*."""
RELATIVE = ("acl:relcl", "acl")


def points(text: Text, words: Sequence[int]) -> bool:
    """Whether the statement is little more than a pronoun for the other's, or a noun for it: *dat klopt niet*, *die uitleg*."""
    plain = [w for w in words if text.parse.upos[w] != "PUNCT"]
    if len(plain) > MOST_POINTING:
        return False
    if _means_statement(text, plain) or names_report(text, plain):
        return True
    return len(plain) <= MOST_DISMISSIVE and (of_nothing(text, plain) is not None or _calls_untrue(text, plain))


def _means_statement(text: Text, words: Sequence[int]) -> bool:
    """Whether a pronoun stands for what another said: *dat*, *daar ... van*; *het* only where no more is told."""
    p = text.parse
    pronouns = [w for w in words if _is_pointer(text, w, words)]
    if not pronouns or not all("PronType=Prs" in p.feats[w] for w in pronouns):
        return bool(pronouns)
    if _means_thing(p, pronouns, words):
        return False
    return not (all(p.deps[w] in ("obj", "nsubj") for w in pronouns) and _tells_more(text, words))


def _means_thing(p: Parse, pronouns: Sequence[int], words: Sequence[int]) -> bool:
    """*The comment and fallout from [it]*, *[it] found no evidence*."""
    behind_noun = any(p.upos[w] == "NOUN" and w < pronouns[0] for w in words)
    return behind_noun or any(p.deps[w] == "nsubj" and has_child(p, p.heads[w], "obj") for w in pronouns)


def _is_pointer(text: Text, word: int, words: Sequence[int]) -> bool:
    p, pack = text.parse, text.pack
    disputes = pack.disputes
    opens_clause = word == words[0] and p.lower[word] in pack.grammar.complementizers and is_finite(p, words[-1])
    if p.lower[word] not in disputes.pointing or p.deps[word] in ("det", "mark") or opens_clause:
        return False
    if _is_relative_of_thing(text, word):
        return False
    return p.lower[word] not in text.pack.closed.expletives or any(
        p.lower[w] in disputes.behind_there for w in words if w > word
    )


def _is_relative_of_thing(text: Text, word: int) -> bool:
    """*Made statements [that] hurt him*, *a stance [that] he disowned*; not *a claim [that] he disputes*."""
    p = text.parse
    clause = next((w for w in (word, p.heads[word]) if p.deps[w] in RELATIVE), None)
    if clause is None or "PronType=Rel" not in p.feats[word]:
        return False
    return p.lemmas[p.heads[clause]].lower() not in text.pack.disputes.reports


def names_report(text: Text, words: Sequence[int]) -> bool:
    """*die uitleg*."""
    p, pack = text.parse, text.pack
    demonstratives = pack.closed.demonstratives | pack.closed.pointing
    return any(has_word(p, w, demonstratives) for w in words if p.lemmas[w].lower() in pack.disputes.reports)


def _tells_more(text: Text, words: Sequence[int]) -> bool:
    """Whether a clause with a pronoun says something of its own: *dat ze het niet halen*, not *dat het niet klopt*."""
    p = text.parse
    d = text.pack.disputes
    disputing = d.untrue | d.false | d.lying | d.affirming | d.knowing | d.reports | d.otherwise | d.disputing
    verbs = [w for w in words if p.upos[w] == "VERB" and not {p.lemmas[w].lower(), p.lower[w], p.stems[w]} & disputing]
    return bool(verbs) and any(p.deps[w] == "mark" for w in words)


def _calls_untrue(text: Text, words: Sequence[int]) -> bool:
    """*onzin*."""
    return any(text.parse.lemmas[w].lower() in text.pack.disputes.untrue | text.pack.disputes.false for w in words)


def of_nothing(text: Text, words: Sequence[int]) -> int | None:
    """The verb of *weet van niets*, *wist van geen afspraak*; not of *wie van niets wist*."""
    p = text.parse
    said = [p.lower[w] for w in words]
    if not any(pair in text.pack.disputes.of_nothing for pair in pairwise(said)):
        return None
    knowing = (w for w in words if any_lemma(p, [w], text.pack.disputes.knowing))
    return next(
        (w for w in knowing if not any(p.lower[s] in text.pack.closed.relative for s in children(p, w, *SUBJECT))), None
    )
