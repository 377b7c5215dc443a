"""What each statement is about: its terms, what it denies, how it judges, and whether it disputes another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import msgspec

from wederhoor.reading.answers import LONGEST_NAME, first_sentence
from wederhoor.reading.conflicts.appraisal import appraise, instigated, judged_by
from wederhoor.reading.conflicts.contents import Contents, quantities, read_contents
from wederhoor.reading.conflicts.denied import (
    bare_verbs,
    denied_terms,
    denied_words,
    is_own_deed,
    limits_of,
    of_claim,
)
from wederhoor.reading.conflicts.dismissals import concedes, dismisses
from wederhoor.reading.conflicts.disputes import BELIEVING, Dispute, dispute_of
from wederhoor.reading.conflicts.negated import held_of
from wederhoor.reading.conflicts.openings import announces, is_aside, is_question, says_no
from wederhoor.reading.conflicts.terms import terms_in, terms_of
from wederhoor.reading.focus import is_denied, put_forward
from wederhoor.reading.holders import words_in
from wederhoor.reading.standing import holds_in_a_case
from wederhoor.reading.text import Text
from wederhoor.records import (
    AUTHOR,
    Attribution,
    AuthorSide,
    ConflictSide,
    Gist,
    RuleGist,
    Span,
    Turn,
    is_left_open,
)
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child
from wederhoor.syntax.nouns import PARTIES
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.polarity import is_none, names_nobody
from wederhoor.syntax.stretches import any_form, any_lemma, in_sentence_of

MOST_BESIDE_NUMBER = 5
"""Words of a sentence that is little more than a number, at most."""
FEWEST_TERMS = 3
"""An author's sentence with fewer says too little to be set against another."""
PREDICATED = (*SUBJECT, "obj", "xcomp", "ccomp", "acl", "conj")
"""Relations of what is said in the first place, and of whom or what."""
STATING = ("say", "think", "know", "judge", "accuse", "deny", "doubt", "expect", "promise", "fear")
"""Attitudes in which the content is held to be so, or not so."""


ASKED: Final = Dispute(kind=None, pointing=False, contrast=False)
"""What a question of the author has against another's words: *Heeft de minister gelogen?* says neither."""


def find_gists(text: Text) -> tuple[Gist, ...]:
    """The gist of every attribution's content, and of every sentence that is all the author's own, in text order."""
    p, attributions, contents = text.parse, text.attributions, read_contents(text)
    statements: list[tuple[list[int], Attribution | None]] = [
        (words, a) for a in attributions if (words := _own(text, a))
    ]
    reported = {w for a in attributions for w in (*_words(p, a.content), *_words(p, a.cue))}
    own = (list(range(first, end)) for first, end in p.sentences)
    statements += [(words, None) for words in own if reported.isdisjoint(words)]
    statements.sort(key=lambda statement: (statement[0][0], -len(statement[0])))
    gists = [_gist(text, contents, attribution, words) for words, attribution in statements]
    kept = [
        g for g in gists if isinstance(g.side, str) or len(g.terms) >= FEWEST_TERMS or _denies(g) or g.turn.announcing
    ]
    return tuple(msgspec.structs.replace(gist, order=order) for order, gist in enumerate(kept))


def _denies(gist: Gist) -> bool:
    """*Dat is onzin*: short, and set against what was said right before."""
    return gist.pointing and gist.dispute == "denial"


def rule_gists(text: Text) -> tuple[RuleGist, ...]:
    """The terms of both sides of every condition."""
    return tuple(RuleGist(c.id, terms_in(text, c.antecedent), terms_in(text, c.consequent)) for c in text.conditions)


def _gist(text: Text, contents: Contents, attribution: Attribution | None, words: Sequence[int]) -> Gist:
    p, pack = text.parse, text.pack
    denied = attribution is not None and _is_denied(text, attribution)
    words, negated = held_of(text, words, denied=denied)
    dispute = _dispute(text, attribution, words, negated)
    whole, words = words, put_forward(text, words, denied=denied)
    negated -= {*whole} - {*words}
    judgment, verdicts = appraise(text, words, negated)
    side: ConflictSide = attribution.id if attribution else AuthorSide(p.span(words[0], words[-1] + 1))
    holder = attribution.id if attribution else None
    return Gist(
        side=side,
        speaker=_speaker(text, attribution) if attribution else AUTHOR,
        paragraph=p.paragraph_of(words[0]),
        sentence=p.sentence_of[words[0]],
        order=0,
        terms=terms_of(text, words),
        denied=terms_of(text, negated),
        turning=not denied and any_lemma(p, words, pack.propositions.words.turning),
        judgment=judgment,
        verdict=bool(verdicts),
        judged=terms_of(text, judged_by(text, verdicts)),
        stating=_states(text, attribution, words),
        # what is said ill of another's words disputes them: *noemde die opmerking beneden peil*
        dispute=dispute.kind
        or ("disagreement" if judgment == "-" and _judges_words(text, attribution, dispute, words) else None),
        disputed=_disputed(text, words, dispute.at) if dispute.kind else (),
        bare=bare_verbs(text, words),
        denying=denied_terms(text, words, denied=denied),
        limits=limits_of(text, words, negated, denied=denied),
        lying=terms_of(text, _liars(text, dispute.at)),
        insisting=dispute.insisting,
        instigated=terms_of(text, instigated(text, words)),
        personal=any_form(p, words, pack.closed.first_person),
        own=_is_of_speaker(text, attribution, words, denied=denied),
        supposed=holds_in_a_case(text, words),
        pointing=dispute.pointing,
        of_claim=bool(_denied_first(text, dispute, words)),
        of_number=dispute.pointing and any_lemma(p, words, pack.disputes.numbers),
        contrast=dispute.contrast,
        opposing=dispute.opposing,
        turn=_turn(text, attribution, words),
        parent=attribution.parent if attribution else None,
        quantities=quantities(text, words),
        # those of the author cannot be told apart by sentence, and he is set against nobody by them
        deeds=tuple(contents.deeds.get(holder, ())) if holder else (),
        explanations=tuple(contents.explanations.get(holder, ())) if holder else (),
    )


def _beside(p: Parse, words: Sequence[int], at: int) -> list[int]:
    """The words without the clauses joined to that of ``at``: *dat daar geen sprake van is [en dat iedereen thuis is]*."""
    joined = (w for w in words if p.deps[w] == "conj" and has_child(p, w, "mark"))
    other = {c for w in joined if at not in (below := {*p.subtree(w)}) for c in below}
    return [w for w in words if w not in other]


def _disputed(text: Text, words: Sequence[int], at: int | None) -> tuple[str, ...]:
    """The terms of what a statement disputes in the first place: what is said there, and of whom or what.

    ``at`` is the word of its own that disputes, where it is one: then what stands in its sentence.
    Who they are is left out where it says more of them: that they were held is no answer to that they were killed.
    """
    p = text.parse
    inside = denied_words(text, words) or words if at is None else _beside(p, in_sentence_of(p, words, at), at)
    core = {w for w in _core(text, inside, at) if w != at and not _tells_no_matter(text, w)}
    what = {w for w in core if text.pack.noun_kinds.get(p.lemmas[w].lower()) not in PARTIES}
    return terms_of(text, sorted(what or core))


def _core(text: Text, inside: Sequence[int], at: int | None) -> set[int]:
    """What is said in the first place, and of whom or what; of *geen spoor van gif* the gif too."""
    p = text.parse
    tops = {*tops_of(p, inside)}
    core = {w for w in inside if w in tops or p.deps[w] in PREDICATED or p.heads[w] == at}
    none = [w for w in core if is_none(p, w, text.pack)]
    return core | {c for w in none for c in (*children(p, w, "nmod"), *children(p, p.heads[w], "obl"))}


def _tells_no_matter(text: Text, word: int) -> bool:
    """*[Allegations] about the bank*, *no [sign] of it*: what a statement is called, or whether it is so."""
    forms = {text.parse.lemmas[word].lower(), text.parse.lower[word]}
    disputes = text.pack.disputes
    return not forms.isdisjoint(disputes.reports | disputes.affirming | disputes.untrue | disputes.false)


def _liars(text: Text, at: int | None) -> list[int]:
    """Whose word is called false, where it is somebody by name: *[Hale] is lying*; *they* may be any of those who said it."""
    p = text.parse
    if at is None or {p.lemmas[at].lower(), p.lower[at]}.isdisjoint(text.pack.disputes.lying):
        return []
    return [w for w in children(p, at, *SUBJECT) if p.upos[w] == "PROPN"]


def _is_denied(text: Text, attribution: Attribution) -> bool:
    """Whether the holder does not think so; nor does anybody where nobody does."""
    return is_denied(text, attribution.id) or _believed_by_nobody(text, attribution)


def _believed_by_nobody(text: Text, attribution: Attribution) -> bool:
    """*Niemand gelooft dat*; that nobody says so leaves it open."""
    believing = attribution.attitude in BELIEVING and attribution.polarity == "-"
    return believing and names_nobody(attribution.speaker, text.pack)


def _dispute(text: Text, attribution: Attribution | None, words: Sequence[int], negated: Collection[int]) -> Dispute:
    asked = attribution is None and is_question(text, words)
    return ASKED if asked else dispute_of(text, attribution, words, negated)


def _states(text: Text, attribution: Attribution | None, words: Sequence[int]) -> bool:
    """Whether a source is said to hold its content so, or not so; the author holds what he does not ask."""
    if attribution is None:
        return not is_question(text, words)
    if attribution.attitude not in STATING or attribution.speaker in text.pack.people.indefinite:
        return False
    if _only_judges(text, attribution, words):
        return False
    asked = text.parse.lower[words[0]] in text.pack.grammar.question_words
    by_nobody = attribution.attitude == "expect" and attribution.speaker is None
    if attribution.polarity == "-" and (asked or by_nobody):
        return False  # has not decided which of them; are not expected to find it
    return _believed_by_nobody(text, attribution) or not is_left_open(attribution)


def _only_judges(text: Text, attribution: Attribution, words: Sequence[int]) -> bool:
    """*Dislike [the concept]*, *praised [Harmsen]*: what is judged is named, and nothing is said of it."""
    p = text.parse
    tops = tops_of(p, words)
    verdicts = text.pack.propositions.words.verdicts
    praising = any(p.lemmas[w].lower() in verdicts for w in _words(p, attribution.cue))
    return (
        praising
        and attribution.form != "direct"
        and len(tops) == 1
        and not any(p.upos[w] in ("VERB", "AUX") for w in words)
    )


def _turn(text: Text, attribution: Attribution | None, words: Sequence[int]) -> Turn:
    p = text.parse
    answering = attribution is not None and attribution.parent is None and _answers(p, words, text.answers)
    return Turn(
        answering=answering,
        prompting=p.paragraph_of(words[0]) + 1 in text.answers,
        negative=says_no(text, words),
        opens_with_number=_opens_with_number(text, words),
        asking=is_question(text, words),
        dismissing=answering and dismisses(text, words),
        conceding=answering and concedes(text, words),
        announcing=attribution is None and announces(text, words),
        aside=attribution is not None and is_aside(p, attribution),
    )


def _denied_first(text: Text, dispute: Dispute, words: Sequence[int]) -> list[int]:
    """What of a statement is denied in the first place, or claimed; empty where that is all of it."""
    return denied_words(text, words) if dispute.kind and dispute.at is None else of_claim(text, words)


def _is_of_speaker(text: Text, attribution: Attribution | None, words: Sequence[int], *, denied: bool) -> bool:
    """*The campaign says that [it] raised 15 million*, *[I] have never voted*; not *[I] deny that it is safe*.

    And *denied [taking the cash]*.
    """
    if denied and attribution is not None and is_own_deed(text, attribution, words):
        return True
    p = text.parse
    tops = (top for top in tops_of(p, words) if p.lemmas[top] not in text.pack.verbs)
    subjects = [c for top in tops for c in children(p, top, *SUBJECT) if p.upos[c] == "PRON"]
    own = None if attribution is None else attribution.actor
    meant = own is not None and any(text.actor_ids_at.get(c) == own for c in subjects)
    return meant or any(p.lower[c] in text.pack.closed.first_person for c in subjects)


def _answers(p: Parse, words: Sequence[int], answers: Collection[int]) -> bool:
    """Whether a statement opens an answer of an interview, behind no more than a name and a mark."""
    number = p.paragraph_of(words[0])
    return number in answers and words[0] - p.paragraphs[number][0] <= LONGEST_NAME


def _opens_with_number(text: Text, words: Sequence[int]) -> bool:
    """*Elf.*, *Het was 57.*: a first sentence that is little more than a number."""
    first = first_sentence(text.parse, words)
    return len(first) <= MOST_BESIDE_NUMBER and any(f.first in first for f in text.figures)


def _speaker(text: Text, attribution: Attribution) -> str | None:
    """The actor's name where he is known: one actor under two names is one speaker."""
    actor = text.actor_by_id.get(attribution.actor or "")
    return attribution.speaker if actor is None else actor.name


def _judges_words(text: Text, attribution: Attribution | None, dispute: Dispute, words: Sequence[int]) -> bool:
    """Whether what is judged are another's words; *noemt het een sombere dag*, *“that is sad”*: a thing."""
    p = text.parse
    if attribution is None or attribution.attitude != "judge":
        return False
    judged = (p.heads[w] for w in words if p.deps[w] == "amod")
    of_thing = any(p.lemmas[noun].lower() not in text.pack.disputes.reports for noun in judged)
    return dispute.pointing and not dispute.weakly and not of_thing


def _own(text: Text, attribution: Attribution) -> list[int]:
    """The words of a statement that are its holder's own; all of them where another's are all that it says."""
    words, number = _words(text.parse, attribution.content), text.holders.ids.index(attribution.id)
    return [w for w in words if text.holders.innermost[w] == number] or words


def _words(p: Parse, spans: Iterable[Span]) -> list[int]:
    return [word for span in spans for word in words_in(p, span)]
