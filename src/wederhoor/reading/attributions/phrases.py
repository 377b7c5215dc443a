"""What a reporting verb takes as a phrase: an object and what it is called, a prepositional object, an object, *dat*."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.relatives import taken_up
from wederhoor.reading.attributions.senses import undergoing
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    antecedent,
    child,
    child_in,
    children,
    has_child,
    has_word,
    is_gerund,
    is_participle,
    is_present_participle,
    noun_phrase,
)
from wederhoor.syntax.nouns import names_somebody, names_time, noun_kind
from wederhoor.syntax.stretches import any_finite, below, related, trees

BESIDE = ("cc", "punct", "mark", "conj", "parataxis", "aux", "aux:pass", "compound:prt", "expl:pv", "obl:agent")
BEHIND_OBJECT = ("obl", "obl:arg", "nmod", "advcl")


def pronoun_object(text: Text, verb: int, fixed: tuple[int, ...] = ()) -> tuple[int, ...] | None:
    """*gelooft dat*, *ontkent dit*, *lieten dat weten*: a pronoun that stands for what was said before."""
    p = text.parse
    first = p.sentences[p.sentence_of[verb]][0]
    for c in (*p.children[verb], *(c for c in below(p, fixed) if c > verb)):
        placed = p.deps[c] == "obj" or (c > verb and p.deps[c] in ("mark", "nsubj", "ccomp", "det"))
        bare = placed and not p.children[c] and p.upos[c + 1 : c + 2] != ["NOUN"] and p.deps[verb] != RELATIVE
        if p.lower[c] in text.pack.closed.pointing and c != first and bare and not _opens(p, verb, c):
            return (c,)
    return None


def _opens(p: Parse, verb: int, word: int) -> bool:
    """*suggereerde [dat] Roos had gelogen*: the conjunction of a clause, whatever the parser took it for."""
    return p.upos[word] == "SCONJ" and p.deps[verb] == "ccomp" and p.subtree(verb)[0] == word


def called(text: Text, verb: int, entry: ReportingVerb) -> tuple[int, ...] | None:
    """An object and what it is called: all that depends on the verb but its subject, its links and clauses beside it."""
    p, clause = text.parse, text.clause(verb)
    subject = clause.own_subject
    strayed = related(p, below(p, children(p, verb, "aux")), "obj", "iobj", "xcomp")
    rest = [c for c in (*p.children[verb], *strayed) if c != subject and (p.deps[c] not in BESIDE or _is_state(p, c))]
    named = related(p, rest, "obj", "iobj", "ccomp", "csubj", "expl", *SUBJECT)
    value = [c for c in rest if _is_what_it_is_called(text, c, named, entry)]
    if clause.passive and subject is not None:
        named, rest = [subject], [*rest, subject]
    if not _judges(text, named, value, entry):
        return None
    return tuple(sorted({*trees(p, rest), *(w for c in named[:1] for w in taken_up(text, c))}))


def _is_state(p: Parse, word: int) -> bool:
    """*vindt het [in orde]*: a preposition and a noun that a parse has for a particle."""
    return p.deps[word] == "compound:prt" and any(p.upos[c] == "NOUN" for c in children(p, word, "fixed"))


def _acts(text: Text, word: int) -> bool:
    """*zag het boek [een succes worden]*: what is seen to happen is not what a thing is called."""
    p = text.parse
    bare = p.upos[word] in ("VERB", "AUX") and p.lower[word] == p.lemmas[word] and not has_child(p, word, "det")
    return bare or text.clause(word).infinitive or is_gerund(p, word)


def _tells_when_or_why(text: Text, word: int) -> bool:
    """*verkoopt het huis, [omdat het te groot is]*: a finite clause beside the verb is not what a thing is called."""
    p = text.parse
    return has_child(p, word, "mark") and any_finite(p, (word, *p.children[word]))


def _is_what_it_is_called(text: Text, word: int, named: Sequence[int], entry: ReportingVerb) -> bool:
    """A predicate, a quality behind the object, or a phrase with *als*."""
    p = text.parse
    if _tells_when_or_why(text, word):
        return False
    opened = _opens_with(p, word, entry.prepositions | text.pack.grammar.role_marks)
    if entry.prepositions and not opened:
        return False  # *beoordeelde de kans [verkeerd]*: with these verbs it must be *als*
    match p.deps[word]:
        case "compound:prt":
            return bool(named)
        case "xcomp":
            return not has_child(p, word, "case") and not _acts(text, word)
        case "obl" | "obl:arg" | "ccomp":
            return opened
        case "advmod" | "nmod" | "amod":
            return _is_quality_of(p, word, named)
        case "advcl":
            doing = is_present_participle(p, word) and text.pack.grammar.subject_first
            return opened or (_is_quality_of(p, word, named) and not (doing or _is_set_off(p, word)))
        case _:
            return False


def _is_quality_of(p: Parse, word: int, named: Sequence[int]) -> bool:
    return bool(named) and word > named[0] and _is_quality(p, word)


def _judges(text: Text, named: Sequence[int], value: Sequence[int], entry: ReportingVerb) -> bool:
    """Whether there is something and what it is called, as two phrases, as a clause without a verb, or fused into one."""
    if value:
        return bool(named) or bool(related(text.parse, below(text.parse, value), "obj", "nsubj"))
    return not entry.prepositions and (len(named) > 1 or (bool(named) and _fused(text, named[0])))


def _is_quality(p: Parse, word: int) -> bool:
    return p.upos[word] == "ADJ" or is_participle(p, word)


def _fused(text: Text, thing: int) -> bool:
    """Whether the parser made one noun phrase of two: *noemt [dat rapport een gelegenheidsstuk]*, *vindt [dat onzin]*."""
    p = text.parse
    for c in p.children[thing]:
        if p.deps[c] == "det" and p.lower[c] in text.pack.closed.pointing and "Gender=Neut" not in p.feats[thing]:
            return True
        own = children(p, c, "det")
        bare = p.upos[c] == "NOUN" and not has_child(p, c, "case")
        if c == thing + 1 and (p.deps[c] == "appos" or (p.deps[c] == "nmod" and bare)):
            return True
        if c > thing and p.deps[c] in ("nmod", "appos", "flat", "amod") and own and not has_child(p, c, "case"):
            return True
    return False


def _opens_with(p: Parse, head: int, words: frozenset[str]) -> bool:
    return has_word(p, head, words, "case", "mark")


def prepositional(
    text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """What a preposition of the entry introduces, beside the verb, its fixed words or its object behind it."""
    p = text.parse
    if found := _there(text, verb, entry, fixed):
        return found
    inside = [c for c in _inside(p, verb) if not _is_of_thing(text, c)]
    places = [c for c in (*p.children[verb], *below(p, fixed), *inside) if c not in fixed and not _is_aside(text, c)]
    able = related(p, places, "obl", "obl:arg", "nmod", "obj", "advcl", "ccomp", "xcomp", "acl")
    for c in _own_first(p, able):
        case = child_in(p, c, entry.prepositions, "case", "mark")
        opens = c < verb and case == text.sentence(verb)[0]
        if case is not None and not (opens and not (entry.polarity == "-" or _is_impersonal(text, verb))):
            return tuple(w for w in p.subtree(c) if w != case), (case,)
    return None


def _own_first(p: Parse, places: Sequence[int]) -> list[int]:
    """*ging met algemene stemmen akkoord [met het plan]*: what a verb asks for before what only tells how."""
    last = max((w for w in places if p.deps[w] == "obl:arg"), default=-1)
    return sorted(places, key=lambda c: p.deps[c] == "obl" and c < last)


def _inside(p: Parse, verb: int) -> list[int]:
    """What a parse has below the phrases behind a verb."""
    return related(p, below(p, (c for c in children(p, verb, "obl", "obj") if c > verb)), "nmod", "acl")


def _is_of_thing(text: Text, word: int) -> bool:
    """*approved the blasts [of last autumn]*, *one [of the men]*: of the thing itself; *accused the firm [of lying]* is said."""
    p, thing = text.parse, text.parse.heads[word]
    some = p.upos[thing] in ("NUM", "DET", "PRON") and p.upos[word] != "VERB" and text.pack.grammar.subject_first
    return has_word(p, word, text.pack.closed.of, "case") and (some or not names_somebody(p, thing, text.pack))


def _is_aside(text: Text, word: int) -> bool:
    """*called off the search [on Tuesday]*, *spoke to Martin Smith [of PBS]*."""
    return names_time(text.parse, word, text.pack) or _belongs_to_name(text.parse, word)


def _belongs_to_name(p: Parse, word: int) -> bool:
    above = p.heads[word]
    return p.deps[word] == "nmod" and p.upos[above] == "PROPN" and p.entity_of[above] >= 0 and p.entity_of[word] >= 0


def _is_impersonal(text: Text, verb: int) -> bool:
    """*Op een strenge winter wordt gerekend*: a passive without a subject, whose preposition may open the sentence."""
    return text.clause(verb).passive and text.clause(verb).own_subject is None


def _there(
    text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """*voelt [daar] niets voor*: an adverb that stands for a thing, and its preposition apart; *is [daartoe] bereid*: in one."""
    p, grammar = text.parse, text.pack.grammar
    beside = [c for c in below(p, (verb, *fixed)) if not p.children[c] and p.upos[c] != "PUNCT"]
    place = next((c for c in beside if p.lower[c] in grammar.stranding), None)
    after = _preposition_apart(text, verb, entry, [c for c in beside if c not in fixed])
    if place is not None and after is not None and place < after:
        return (place,), (after,)
    joined = next((c for c in beside if _stands_for_thing(text, p.lower[c], entry)), None)
    return None if joined is None else ((joined,), ())


def _preposition_apart(text: Text, verb: int, entry: ReportingVerb, beside: Sequence[int]) -> int | None:
    """Beside the verb, or before a mark wherever it hangs: *gelooft daar niets [van]: de brug is veilig*."""
    p = text.parse
    ends = (w for w in range(verb, text.sentence(verb)[1] - 1) if p.upos[w + 1] == "PUNCT")
    return next((w for w in (*beside, *ends) if _is_stranded(text, p.lower[w], entry)), None)


def _is_stranded(text: Text, form: str, entry: ReportingVerb) -> bool:
    """Whether a form is a preposition of the entry as it stands apart from its noun: *mee* for *met*."""
    return text.pack.grammar.stranded_prepositions.get(form, form) in entry.prepositions


def _stands_for_thing(text: Text, form: str, entry: ReportingVerb) -> bool:
    """*daartoe*: an adverb that ends in a preposition of the entry."""
    start = next((w for w in text.pack.grammar.stranding if form.startswith(w)), None)
    known = start is not None and form in text.pack.grammar.pronominal
    return known and _is_stranded(text, form.removeprefix(start or ""), entry)


def _is_bare_noun(p: Parse, word: int) -> bool:
    cased = has_child(p, word, "case", "mark", "cop")
    return p.deps[word] in ("nsubj", "xcomp") and p.upos[word] in ("NOUN", "PROPN") and not cased


def plain_object(text: Text, verb: int, fixed: tuple[int, ...]) -> tuple[int, ...] | None:
    p = text.parse
    target = object_of(text, verb, fixed)
    if target is None or "Reflex=Yes" in p.feats[target]:
        return None
    head = antecedent(p, target, text.pack)
    if head is not None:
        return (*noun_phrase(p, head), target)
    if p.upos[target] == "PRON" and not p.children[target] and p.lower[target] not in text.pack.closed.pointing:
        return None
    return tuple(sorted({*p.subtree(target), *_said_of_it(text, verb, target, fixed)}))


def _said_of_it(text: Text, verb: int, target: int, fixed: tuple[int, ...]) -> set[int]:
    """*Praised the firm [for its speed]*, *was praised [for its speed]*: what the parser hangs on the verb, not on its object."""
    p, grammar = text.parse, text.pack.grammar
    words = grammar.belonging | {word for word, nouns in grammar.partaking.items() if p.lemmas[target] in nouns}
    last = max(verb, target)
    behind = [c for c in p.children[verb] if c > last and c not in fixed and not _is_set_off(p, c)]
    told = [c for c in behind if p.deps[c] in BEHIND_OBJECT and has_word(p, c, words, "case", "mark")]
    return trees(p, [*told, *(c for c in behind if _is_state_of(text, c, target))])


def _is_state_of(text: Text, word: int, target: int) -> bool:
    """*Want the mill [closed]*: what is to become of the object, right behind it."""
    p = text.parse
    state = p.deps[word] == "xcomp" and text.pack.grammar.strict_control and not _acts(text, word)
    return state and p.subtree(word)[0] == p.subtree(target)[-1] + 1


def _is_set_off(p: Parse, word: int) -> bool:
    first = p.subtree(word)[0]
    return p.words[first] == "," or p.words[first - 1] == ","


def scene(text: Text, verb: int) -> tuple[int, ...] | None:
    """*The poll shows [Hale leading by ten points]*, *records show [three visits]*: what a text shows; not what somebody does."""
    p, subject = text.parse, text.clause(verb).subject
    if subject is None or text.clause(verb).passive or noun_kind(p.lemmas[subject].lower(), text.pack) != "text":
        return None
    behind = [c for c in p.children[verb] if c > verb and p.deps[c] not in (*BESIDE, *SUBJECT)]
    if not related(p, behind, "obj", "ccomp", "xcomp") or any(text.clause(c).infinitive for c in behind):
        return None
    return tuple(sorted(trees(p, [c for c in behind if not _is_set_off(p, c)])))


def object_of(text: Text, verb: int, fixed: tuple[int, ...]) -> int | None:
    """The object; the parser sometimes takes it for a second subject or for a predicate."""
    p = text.parse
    places = [c for c in p.children[verb] if c not in fixed]
    subject = child(p, verb, *SUBJECT)
    likely = (c for c in places if c > verb and c != subject and _is_bare_noun(p, c))
    return next(iter([*related(p, places, *undergoing(text, verb)), *likely]), None)
