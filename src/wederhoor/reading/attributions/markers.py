"""Sources that a marker introduces (*volgens X*, *aldus X*, *in zijn ogen*), and the clause that it ascribes to them."""

from __future__ import annotations

from wederhoor.languages.reporting import SourceMarker
from wederhoor.reading.attributions.called_in_asides import called_in_aside
from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.attributions.marked_sources import gives_reason, marker_at, noun_after, source_words
from wederhoor.reading.attributions.several_sources import behind_opening, between_voices, of_its_part
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, RELATIVE, SUBJECT, child, children, is_finite, noun_phrase
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.stretches import stands_at, without

NOMINAL = ("NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM")
FARTHEST_GENITIVE = 8
"""Words from the beginning of an owner to the mark of his genitive, at most."""


def find_marked(text: Text) -> list[Draft]:
    """Drafts of the clauses that ``volgens X``, ``aldus X``, ``in de ogen van X`` and their like ascribe to X."""
    found = (_marked(text, word) for word, form in enumerate(text.parse.lower) if form in text.pack.markers)
    return [draft for draft in found if draft]


def _marked(text: Text, word: int) -> Draft | None:
    p = text.parse
    if _is_rumour(text, word):
        return None
    for marker in text.pack.markers[p.lower[word]]:
        draft = None
        if marker_at(p, word, marker):
            draft = _own_report(text, word, marker) if marker.own else _introduced(text, word, marker)
        elif marker.possessive and _fits(p, word, marker.possessive):
            owner = word + marker.possessive.index("*")
            phrase = list(range(word, word + len(marker.possessive)))
            draft = _with_host(text, phrase, (owner,), owner, marker)
        elif marker.possessive and (owned := _owned(p, word, marker.possessive)):
            phrase, source, owner = owned
            draft = _with_host(text, phrase, source, owner, marker)
        if draft:
            return draft
    return None


def _is_rumour(text: Text, word: int) -> bool:
    """*volgens geruchten*: nobody's word; *according to reports* is that of a text."""
    p, pack = text.parse, text.pack
    ends = [word + len(h.words) for h in pack.hearsay.get(p.lower[word], ()) if stands_at(p, word, h.words)]
    return any(noun_kind(p.lemmas[end - 1].lower(), pack) != "text" for end in ends)


def _introduced(text: Text, word: int, marker: SourceMarker) -> Draft | None:
    """The marker's words, the source behind them, and for some a word that closes the phrase (*als het aan X ligt*)."""
    p = text.parse
    begin = word + len(marker.before)
    if _stands_alone(text, word, begin):
        rest = range(begin + 1, p.sentences[p.sentence_of[word]][1])
        content = tuple(w for w in rest if p.upos[w] != "PUNCT" or w + 1 < rest.stop)
        cue = tuple(range(word, begin))
        return Draft(content, cue, (begin,), begin, attitude=marker.attitude, anchor=word, rule="marker alone")
    holder = noun_after(p, begin - 1)
    if holder is None:
        return None
    holder, source = _without_subject(text, holder, source_words(text, word, begin, holder))
    phrase = [*range(word, begin), *source]
    end = phrase[-1] + 1
    if tuple(p.lower[end : end + len(marker.after)]) != marker.after:
        return None
    return _with_host(text, [*phrase, *range(end, end + len(marker.after))], source, holder, marker)


def _without_subject(text: Text, holder: int, source: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """*According to his wife, Anna, [Bruno] died of it*: the name right before a verb without a subject is no apposition."""
    p, verb = text.parse, source[-1] + 1
    comma = next((n for n in range(len(source) - 1, 0, -1) if p.words[source[n]] == ","), 0)
    bare = verb < len(p) and is_finite(p, verb) and text.clause(verb).own_subject is None
    if not (text.pack.grammar.subject_first and comma and bare and p.upos[source[-1]] == "PROPN"):
        return holder, source
    kept = source[:comma]
    return next((w for w in kept if text.type_at(w) == "PER"), holder), kept


def _stands_alone(text: Text, word: int, begin: int) -> bool:
    """*Volgens haar bedragen de kosten*: whether a parse took the pronoun for a possessive and the verb for its noun.

    The marker opens the sentence, so a finite verb comes next; the parse has none.
    """
    p = text.parse
    first, end = p.sentences[p.sentence_of[word]]
    pronoun = (
        begin < end and "Poss=Yes" in p.feats[begin] and p.lower[begin] in text.pack.closed.she | text.pack.closed.they
    )
    return pronoun and word == first and begin + 2 < end and not any(is_finite(p, w) for w in range(first, end))


def _own_report(text: Text, word: int, marker: SourceMarker) -> Draft | None:
    """*naar eigen zeggen*: the subject of the clause says it of itself."""
    p = text.parse
    cue = tuple(range(word, word + len(marker.before)))
    top = next((w for w in cue if p.heads[w] not in cue), word)
    host = p.heads[top]
    subject = text.clause(host).subject
    content = host_clause(text, host, list(cue))
    if subject is None or not content or p.lower[subject] in text.pack.closed.it:
        return None
    source = tuple(noun_phrase(p, subject))
    return Draft(content, cue, source, subject, attitude=marker.attitude, anchor=word, rule="marker of the subject")


def _fits(p: Parse, word: int, pattern: tuple[str, ...]) -> bool:
    """Whether a possessive pattern begins at ``word``; its "*" stands for the possessive."""
    if word + len(pattern) > len(p):
        return False
    return all(
        "Poss=Yes" in p.feats[word + i] if part == "*" else p.lower[word + i] == part for i, part in enumerate(pattern)
    )


def _owned(p: Parse, word: int, pattern: tuple[str, ...]) -> tuple[list[int], tuple[int, ...], int] | None:
    """*in [the mayor's] view*: the words of a possessive pattern with a genitive in the place of "*", the source, its head."""
    star = pattern.index("*")
    first, rest = word + star, pattern[star + 1 :]
    if tuple(p.lower[word:first]) != pattern[:star]:
        return None
    for mark in range(first + 1, min(first + FARTHEST_GENITIVE, len(p) - len(rest))):
        genitive = p.upos[mark] == "PART" and p.deps[mark] == "case" and p.deps[p.heads[mark]] == "nmod:poss"
        if genitive and tuple(p.lower[mark + 1 : mark + 1 + len(rest)]) == rest:
            return list(range(word, mark + 1 + len(rest))), tuple(range(first, mark)), p.heads[mark]
    return None


def _behind(p: Parse, phrase: list[int]) -> range:
    """The words behind a phrase and its comma up to the end of its sentence, for a verb right before its opening comma."""
    end = p.sentences[p.sentence_of[phrase[0]]][1]
    parted = p.upos[phrase[0] - 2] == "AUX" and phrase[-1] + 1 < end and p.words[phrase[-1] + 1] == ","
    return range(phrase[-1] + 2, end - (p.upos[end - 1] == "PUNCT")) if parted else range(0)


def _top_of(p: Parse, phrase: list[int], holder: int) -> int:
    """The word of a phrase that the others hang on, from the holder up."""
    inside = set(phrase)
    top = holder if holder in inside else phrase[-1]
    while p.heads[top] in inside and p.heads[top] != top:
        top = p.heads[top]
    return top


def _with_host(
    text: Text, phrase: list[int], source: tuple[int, ...], holder: int, marker: SourceMarker
) -> Draft | None:
    """The report of the clause around a phrase, whose words other than the source are the cue."""
    p = text.parse
    nobody = source and p.lower[source[0]] in text.pack.closed.negations  # *volgens geen van beiden*
    nobody = nobody or _is_manner(text, holder)
    if nobody or p.lower[holder] in text.pack.closed.first_person | text.pack.closed.second_person:
        return None
    top = _top_of(p, phrase, holder)
    cue = tuple(w for w in phrase if w not in source and p.upos[w] not in ("PUNCT", "PART"))
    if denied := _denied_beside(text, top, phrase):
        rule = "marker, denying"
        return Draft(denied, cue, source, holder, attitude="deny", polarity="-", anchor=phrase[0], rule=rule)
    content = _marked_content(text, top, phrase, marker)
    if not content:
        return None
    return Draft(
        content, cue, source, holder,
        attitude=marker.attitude, certainty=marker.certainty, anchor=phrase[0], rule="marker",
    )  # fmt: skip


def _is_manner(text: Text, holder: int) -> bool:
    """*volgens afspraak*, *volgens schema*: without an article that is how something goes, and nobody who says so."""
    p, pack = text.parse, text.pack
    return p.lower[holder - 1] in pack.markers and p.lemmas[holder].lower() in pack.grammar.as_planned


def _marked_content(text: Text, top: int, phrase: list[int], marker: SourceMarker) -> tuple[int, ...]:
    """The words that a phrase ascribes to its source."""
    p = text.parse
    if told := called_in_aside(text, phrase):
        return told
    host = p.heads[top] if p.heads[top] != top else _other_root(p, top)
    content = host_clause(text, host, phrase) if host is not None else ()
    content = _behind_colon(p, content, phrase)
    if content and content[-1] == phrase[0] - 2:  # a verb, and what follows the phrase between commas
        content = without({*content, *_behind(p, phrase)}, phrase)
    if marker.trailing and content and content[0] < phrase[0]:
        content = without(content, _up_to_comma(p, phrase[-1] + 1))
    content = behind_opening(text, of_its_part(text, content, phrase), phrase)
    return between_voices(text, (*content, *_reason_behind(text, content, phrase)), phrase)


def _behind_colon(p: Parse, content: tuple[int, ...], phrase: list[int]) -> tuple[int, ...]:
    """*Bos is boos: volgens hem [is het dicht]*, *Bos is boos: [het is] volgens hem [dicht]*: what the colon opens, no more."""
    colon = next((w for w in range(phrase[0] - 1, content[0] if content else phrase[0], -1) if p.words[w] == ":"), None)
    if colon is None or not any(w > colon for w in content):
        return content
    return tuple(w for w in content if w > colon)


def _reason_behind(text: Text, content: tuple[int, ...], phrase: list[int]) -> range:
    """*Dat hoefde niet, aldus Bos, [omdat er niets was]*: a clause of reason or condition that a source's comma parts off."""
    p, first = text.parse, phrase[-1] + 2
    end = text.sentence(phrase[0])[1]
    parted = first < end and p.words[phrase[0] - 1] == "," and gives_reason(text, first)
    if not parted or not content or content[-1] > phrase[0]:
        return range(0)
    return range(first, end - (p.upos[end - 1] == "PUNCT"))


def _denied_beside(text: Text, top: int, phrase: list[int]) -> tuple[int, ...]:
    """*Volgens X is de kade veilig, maar volgens Y niet*: of Y the clause before, which he denies."""
    p, contrast = text.parse, phrase[0] - 1
    if p.deps[top] != "conj" or p.lower[contrast] not in text.pack.grammar.contrasts or not _only_denies(text, phrase):
        return ()
    host = p.heads[top]
    marked = {w for c in p.children[host] if p.lower[p.subtree(c)[0]] in text.pack.markers for w in p.subtree(c)}
    before = [w for w in p.subtree(host) if w < contrast and w not in marked]
    while before and p.upos[before[-1]] == "PUNCT":
        before.pop()
    return tuple(before)


def _only_denies(text: Text, phrase: list[int]) -> bool:
    """Whether nothing follows a phrase in its sentence but that it is not so."""
    p, end = text.parse, phrase[-1] + 1
    rest = [w for w in range(end, text.sentence(end - 1)[1]) if p.upos[w] != "PUNCT"]
    return len(rest) == 1 and p.lower[rest[0]] in text.pack.closed.negations


def _up_to_comma(p: Parse, first: int) -> range:
    end = p.sentences[p.sentence_of[first - 1]][1]
    return range(first, next((w for w in range(first, end) if p.upos[w] == "PUNCT"), end))


def _other_root(p: Parse, top: int) -> int | None:
    return child(p, top, "parataxis", "ccomp", "conj")


def host_clause(text: Text, host: int, phrase: list[int]) -> tuple[int, ...]:
    """The clause that the phrase stands in, with the antecedent of a relative clause, without the phrase."""
    p = text.parse
    while p.upos[host] in NOMINAL and not _closes(p, host) and p.heads[host] != host:
        if _is_behind_phrase(p, host, phrase):
            noun = p.subtree(p.heads[host])
            return without(noun, phrase, [w for w in noun if w < phrase[0]])
        host = p.heads[host]
    while p.deps[host] in ("xcomp", *AUXILIARY) and p.heads[host] != host:
        host = p.heads[host]
    words = p.subtree(host)
    if p.deps[host] == RELATIVE:
        words = sorted({*noun_phrase(p, p.heads[host]), *words})
    links = children(p, host, "mark", "cc") if p.deps[host] in ("advcl", "ccomp", "conj") else ()
    opening = [w for w in links if not is_negation(p, w, text.pack)]
    return without(words, phrase, opening, _another_clause(text, host, phrase))


def _another_clause(text: Text, host: int, phrase: list[int]) -> range:
    """*Volgens X is de kade veilig; Y ontkent dat*: a clause behind a semicolon with a subject of its own is not X's.

    Nor is one that gives the word to another: *maar volgens Y niet*.
    """
    p = text.parse
    for c in p.children[host]:
        if p.deps[c] in ("parataxis", "conj") and c > phrase[-1] and child(p, c, *SUBJECT) is not None:
            clause = p.subtree(c)
            first = clause[0] if p.upos[clause[0]] == "PUNCT" else clause[0] - 1
            if p.words[first] == ";":
                return range(first, clause[-1] + 1)
        if p.deps[c] == "conj" and c > phrase[-1] and (contrast := _other_voice(text, c)) is not None:
            return range(contrast - (p.upos[contrast - 1] == "PUNCT"), p.subtree(c)[-1] + 1)
    return range(0)


def _other_voice(text: Text, joined: int) -> int | None:
    """The conjunction of *maar volgens Y niet*, which gives the word to somebody else."""
    p = text.parse
    words = p.subtree(joined)
    at = next((w for w in words if p.upos[w] != "PUNCT"), joined)
    opens = p.lower[at] in text.pack.grammar.contrasts and at + 1 < len(p) and p.lower[at + 1] in text.pack.markers
    return at if opens else None


def _is_behind_phrase(p: Parse, host: int, phrase: list[int]) -> bool:
    """*het [volgens X] gevaarlijke middel*: an adjective of a noun behind the phrase."""
    return p.upos[host] == "ADJ" and p.deps[host] in ("amod", "advmod", "nmod") and phrase[-1] < host


def _closes(p: Parse, host: int) -> bool:
    """Whether a word is a clause's: it has a verb, or tells of a noun before it (*die volgens X geld [achterhield]*)."""
    relative = p.deps[host] == RELATIVE and p.words[p.subtree(host)[0]] == ","
    return relative or _has_finite(p, host)


def _has_finite(p: Parse, word: int) -> bool:
    return any(is_finite(p, w) for w in (word, *p.children[word]))
