"""Reports that a noun holds (the claim that ..., his fear of ...), and sources that a marker introduces (according to X)."""

from __future__ import annotations

from wederhoor.languages.lexicon import ReportingNoun, SourceMarker
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import (
    RELATIVE,
    child,
    is_finite,
    names_somebody,
    noun_phrase,
    subject_of,
    without,
)
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.markers import marker_at, noun_after
from wederhoor.reading.parse import Parse

FROM = {"van", "bij", "door"}


def find_nominal(p: Parse, pack: LanguagePack) -> list[Draft]:
    """Drafts of what nouns report: only where a clause or prepositional phrase states it and somebody holds it."""
    drafts = []
    for noun, lemma in enumerate(p.lemmas):
        if p.upos[noun] == "NOUN" and lemma in pack.nouns:
            draft = _nominal(p, noun, pack.nouns[lemma], pack)
            if draft:
                drafts.append(draft)
    return drafts


def _nominal(p: Parse, noun: int, entry: ReportingNoun, pack: LanguagePack) -> Draft | None:
    found = _noun_content(p, noun, entry)
    if found is None:
        return None
    content, extra = found
    holder, source = _noun_source(p, noun, pack)
    if holder is None and entry.unnamed and not extra:
        return Draft(tuple(content), (noun,), attitude=entry.attitude, certainty="unknown", unnamed=True, anchor=noun)
    if holder is None or p.lower[holder] in pack.people.first_person | pack.people.second_person:
        return None
    return Draft(
        without(content, source), (noun, *extra), source, holder,
        attitude=entry.attitude, polarity=entry.polarity, certainty=entry.certainty, anchor=noun,
    )  # fmt: skip


def _noun_content(p: Parse, noun: int, entry: ReportingNoun) -> tuple[list[int], tuple[int, ...]] | None:
    places = [noun, *([p.heads[noun]] if p.deps[noun] in ("obj", "nsubj", "nsubj:pass") else [])]
    for place in places:
        for c in p.children[place]:
            if c < noun or p.deps[c] not in ("acl", "ccomp", "xcomp", "csubj", "advcl"):
                continue
            marks = {p.lower[g] for g in p.children[c] if p.deps[g] == "mark"}
            finite = any(is_finite(p, w) for w in (c, *p.children[c]))
            if "clause" in entry.frames and finite and marks & {"dat", "of"}:
                return p.subtree(c), ()
            if "inf" in entry.frames and not finite and marks & {"te", "om"} and place == noun:
                return p.subtree(c), ()
    for c in p.children[noun]:
        case = next((g for g in p.children[c] if p.deps[g] == "case" and p.lower[g] in entry.prepositions), None)
        if "prep" in entry.frames and p.deps[c] in ("nmod", "obl", "obl:arg") and case is not None:
            return [w for w in p.subtree(c) if w != case], (case,)
    return None


def _noun_source(p: Parse, noun: int, pack: LanguagePack) -> tuple[int | None, tuple[int, ...]]:
    owner = child(p, noun, "nmod:poss")
    if owner is not None:
        return owner, tuple(noun_phrase(p, owner))
    for c in p.children[noun]:
        if p.deps[c] == "nmod" and any(p.lower[g] in FROM for g in p.children[c] if p.deps[g] == "case"):
            if names_somebody(p, c, pack):
                return c, tuple(noun_phrase(p, c))
    if p.deps[noun] in ("obj", "obl", "obl:arg"):
        subject = subject_of(p, p.heads[noun], pack)
        if subject is not None and names_somebody(p, subject, pack):
            return subject, tuple(noun_phrase(p, subject, relative=True))
    return None, ()


def find_marked(p: Parse, pack: LanguagePack) -> list[Draft]:
    """Drafts of the clauses that ``volgens X``, ``aldus X``, ``in de ogen van X`` and their like ascribe to X."""
    drafts = []
    firsts = {m.before[0] for m in pack.markers} | {m.possessive[0] for m in pack.markers if m.possessive}
    for word, form in enumerate(p.lower):
        if form in firsts:
            draft = _marked(p, word, pack)
            if draft:
                drafts.append(draft)
    return drafts


def _marked(p: Parse, word: int, pack: LanguagePack) -> Draft | None:
    for marker in pack.markers:
        size = len(marker.before)
        if marker_at(p, word, marker):
            holder = noun_after(p, word + size - 1)
            if holder is None and not marker.own:
                continue
            if holder is None or marker.own:
                return _own_report(p, word, marker, pack)
            source = tuple(w for w in noun_phrase(p, holder, relative=True) if w >= word + size)
            phrase = [*range(word, word + size), *source]
            if marker.after:
                end = phrase[-1] + 1
                if tuple(p.lower[end : end + len(marker.after)]) != marker.after:
                    continue
                phrase += range(end, end + len(marker.after))
            return _with_host(p, phrase, tuple(range(word, word + size)), source, holder, marker.attitude, pack)
        size = len(marker.possessive)
        if size and _fits(p, word, marker.possessive, pack):
            owner = word + marker.possessive.index("*")
            cue = tuple(w for w in range(word, word + size) if w != owner)
            return _with_host(p, list(range(word, word + size)), cue, (owner,), owner, marker.attitude, pack)
    return None


def _own_report(p: Parse, word: int, marker: SourceMarker, pack: LanguagePack) -> Draft | None:
    """*naar eigen zeggen*: the subject of the clause says it of itself."""
    cue = tuple(range(word, word + len(marker.before)))
    top = next((w for w in cue if p.heads[w] not in cue), word)
    host = p.heads[top]
    subject = subject_of(p, host, pack)
    content = host_clause(p, host, list(cue))
    if subject is None or not content:
        return None
    return Draft(content, cue, tuple(noun_phrase(p, subject)), subject, attitude=marker.attitude, anchor=word)


def _fits(p: Parse, word: int, pattern: tuple[str, ...], pack: LanguagePack) -> bool:
    if word + len(pattern) > len(p):
        return False
    return all(
        "Poss=Yes" in p.feats[word + i] if part == "*" else p.lower[word + i] == part for i, part in enumerate(pattern)
    )


def _with_host(
    p: Parse,
    phrase: list[int],
    cue: tuple[int, ...],
    source: tuple[int, ...],
    holder: int,
    attitude: str,
    pack: LanguagePack,
) -> Draft | None:
    if p.lower[holder] in pack.people.first_person | pack.people.second_person:
        return None
    inside = set(phrase)
    top = holder if holder in inside else phrase[-1]
    while p.heads[top] in inside and p.heads[top] != top:
        top = p.heads[top]
    host = p.heads[top]
    if host == top:
        host = _other_root(p, top)
    if host is None:
        return None
    content = host_clause(p, host, phrase)
    return Draft(content, cue, source, holder, attitude=attitude, anchor=phrase[0]) if content else None  # type: ignore[arg-type]


def _other_root(p: Parse, top: int) -> int | None:
    return next((c for c in p.children[top] if p.deps[c] in ("parataxis", "ccomp", "conj")), None)


def host_clause(p: Parse, host: int, phrase: list[int]) -> tuple[int, ...]:
    """The clause that the phrase stands in, with the antecedent of a relative clause, without the phrase."""
    while (
        p.upos[host] in ("NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM")
        and not _has_finite(p, host)
        and p.heads[host] != host
    ):
        if p.deps[host] in ("amod", "advmod", "nmod") and p.upos[host] == "ADJ" and phrase[-1] < host:
            return without(p.subtree(p.heads[host]), phrase, _leading(p, p.heads[host], phrase))
        host = p.heads[host]
    while p.deps[host] == "xcomp" and p.heads[host] != host:
        host = p.heads[host]
    words = p.subtree(host)
    if p.deps[host] == RELATIVE:
        words = sorted({*noun_phrase(p, p.heads[host]), *words})
    if p.deps[host] in ("advcl", "ccomp", "conj"):
        words = [w for w in words if not (p.deps[w] in ("mark", "cc") and p.heads[w] == host)]
    return without(words, phrase)


def _leading(p: Parse, noun: int, phrase: list[int]) -> list[int]:
    """Article and preposition that stand before the phrase: *de [in zijn ogen] veel te tolerante jaren*."""
    return [w for w in p.subtree(noun) if w < phrase[0]]


def _has_finite(p: Parse, word: int) -> bool:
    return any(is_finite(p, w) for w in (word, *p.children[word]))
