"""Reporting verbs in another sense, passives that do not look like one, subjects that the parser took for objects."""

from __future__ import annotations

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.antecedents import antecedent as meant_by
from wederhoor.reading.attributions.parentheses import begins_report, subject_behind
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import (
    SUBJECT,
    antecedent,
    children,
    has_word,
    is_finite,
    is_participle,
    is_plural,
    is_present_participle,
    noun_phrase,
)
from wederhoor.syntax.nouns import names_party, names_somebody, names_time, noun_kind
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.stretches import any_lemma

EMBEDDED = ("ccomp", "acl", "acl:relcl", "xcomp", "csubj", "obj", "iobj", "obl", "nmod", "nsubj")


def means_another(text: Text, predicate: int, entry: ReportingVerb, content: tuple[int, ...]) -> bool:
    """*voorziet de stad van water*, *denied them entry*; *erkent de eilandstaat*: whom one names by his name one does not say."""
    p = text.parse
    head = next(iter(tops_of(p, content)), content[0])
    if entry.from_words and p.lemmas[head].lower() not in text.pack.disputes.reports:
        return True
    somebody = names_somebody(p, head, text.pack)
    beside = [w for w in p.subtree(predicate) if somebody or w not in content]
    withheld = any(p.lemmas[w] in entry.other_sense_of for w in (head, *children(p, predicate, "obj")))
    if withheld or any(_is_of_another_sense(text, c, entry) for c in beside):
        return True
    return somebody and not entry.words and entry.attitude in ("say", "know") and _is_known(text, head)


def _is_of_another_sense(text: Text, word: int, entry: ReportingVerb) -> bool:
    """*voorziet van [water]*, *bevestigde een bord aan [de deur]*; *bevestigde het bericht aan [de krant]* is told to it."""
    told = entry.attitude == "say" and names_somebody(text.parse, word, text.pack)
    return has_word(text.parse, word, entry.other_sense_with, "case") and not told


def counts_another(text: Text, entry: ReportingVerb, content: tuple[int, ...]) -> bool:
    """*De index noteerde [een verlies] van twee punten*: what the subject has is not what it says that there is."""
    return any(text.parse.lemmas[w].lower() in entry.other_sense_of for w in tops_of(text.parse, content))


def _is_known(text: Text, head: int) -> bool:
    p = text.parse
    return p.upos[head] == "PROPN" or has_word(p, head, text.pack.closed.definite, "det")


def is_done(text: Text, verb: int) -> bool:
    """*is sneeuw voorspeld*: passive too, where the parser takes it for the perfect of who does it."""
    p = text.parse
    state = any_lemma(p, children(p, verb, "aux"), text.pack.closed.being)
    return state and is_participle(p, verb)


def undergoing(text: Text, verb: int) -> tuple[str, ...]:
    """The relations to a verb of what is said, which is the subject of the passive."""
    passive = text.clause(verb).passive or is_done(text, verb)
    return ("obj", *SUBJECT) if passive else ("obj", "nsubj:pass")


def means_body(text: Text, pronoun: int, verb: int) -> bool:
    """*The ministry kept silent. [It] denied that*: a body or a text, where nothing else can be meant: no *it was clear*."""
    p, pack = text.parse, text.pack
    subject = p.deps[pronoun] == "nsubj" and p.heads[pronoun] == verb and p.upos[verb] == "VERB"
    if not (pack.grammar.subject_first and subject and p.lower[pronoun] in pack.closed.it):
        return False
    found, _ = meant_by(text, pronoun, text.cast.before(pronoun), (), None)
    return found is not None and (found.kind == "text" or p.lemmas[verb] not in pack.grammar.evident)


def of_state(text: Text, predicate: int) -> int | None:
    """Who is sure, or confident: nobody in *it was clear that the firm had lied*, whose clause is what that tells of."""
    subject = text.clause(predicate).subject
    return None if subject is not None and text.parse.deps[subject] == "csubj" else subject


def first_noun(text: Text, predicate: int) -> int | None:
    """*[Medische diensten] hadden gewaarschuwd dat*: what stands before the verb is its subject where there is no other."""
    p = text.parse
    finite = next((w for w in text.clause(predicate).group if is_finite(p, w)), None)
    first = next((c for c in children(p, predicate, "obj") if p.upos[c] in ("NOUN", "PROPN", "NUM")), None)
    if finite is None or first is None or not names_somebody(p, first, text.pack):
        return None
    phrase = noun_phrase(p, first)
    return first if phrase[-1] == finite - 1 and phrase[0] == p.sentences[p.sentence_of[finite]][0] else None


def who_tells(text: Text, verb: int, predicate: int, subject: int | None, frame: str) -> int | None:
    """The subject, where the parse has another word for it: *Dat meldt [de dienst]*; *Twee mannen, zeggen [de buren]*."""
    p = text.parse
    if frame == "sentence" and subject == text.sentence(verb)[0]:
        things = (c for c in children(p, predicate, "obj") if c > verb)
        return next((c for c in things if names_somebody(p, c, text.pack)), subject)
    if frame == "paren":
        finite = next((w for w in text.clause(predicate).group if is_finite(p, w)), verb)
        behind = subject_behind(text, predicate, finite)
        return subject if behind is None else behind
    return subject


def who_goes_on(text: Text, verb: int, subject: int | None) -> int | None:
    """*She described how it fell, [saying]*: of a participle behind a comma whom it is about; *quoted [Marsh] as saying*."""
    p = text.parse
    if subject is None or not is_present_participle(p, verb):
        return subject
    if text.pack.grammar.subject_first and has_word(p, verb, text.pack.grammar.manner):
        quoted = (c for c in children(p, p.heads[verb], "obj") if c < verb and names_somebody(p, c, text.pack))
        return next(quoted, subject)
    apart = p.words[verb - 1] == "," and p.deps[verb] in ("advcl", "acl")
    other = apart and (_is_thing(text, subject) or _is_spoken_of(text, subject))
    return _main_subject(text, verb, subject) if other else subject


def _is_spoken_of(text: Text, subject: int) -> bool:
    """*Condemned [the act], citing the move*: a text of which somebody speaks; *published [a report], saying* is the text's."""
    p = text.parse
    said = p.deps[subject] == "obj" and p.lemmas[p.heads[subject]] in text.pack.verbs
    return said and noun_kind(p.lemmas[subject].lower(), text.pack) == "text"


def _is_thing(text: Text, subject: int) -> bool:
    """Whether a word names nobody who speaks: *how [the wall] fell*, *an [order] delaying the vote*."""
    p = text.parse
    somebody = names_party(p.lemmas[subject].lower(), text.pack) or text.name_at(subject) is not None
    return not somebody and p.upos[subject] != "PRON"


def _main_subject(text: Text, verb: int, subject: int) -> int:
    """The subject of the clause that a participle's clause hangs on, where it may speak."""
    p, here = text.parse, text.parse.heads[verb]
    while p.heads[here] != here and (p.deps[here] in EMBEDDED or here == subject):
        here = p.heads[here]
    noun = p.upos[here] in ("NOUN", "PROPN") and here != subject and here < verb
    main = here if noun else text.clause(here).own_subject
    return main if main is not None and names_somebody(p, main, text.pack) else subject


def whom_meant(text: Text, pronoun: int) -> int | None:
    """Whom a relative pronoun means: behind *de lezing van de eigenaar, die zei dat* the owner."""
    p, pack = text.parse, text.pack
    head = antecedent(p, pronoun, pack)
    if head is not None and _is_of_another_gender(text, pronoun, head):
        head = text.clause(p.heads[head]).own_subject  # *een professor uit [een doosje], die zegt*
        head = None if head is None or _is_of_another_gender(text, pronoun, head) else head
    if head is None or p.lemmas[head].lower() not in pack.disputes.reports:
        return head
    owners = [c for c in children(p, head, "nmod", "nmod:poss") if c > head and names_somebody(p, c, pack)]
    return owners[-1] if owners else head


def _is_of_another_gender(text: Text, pronoun: int, noun: int) -> bool:
    """Whether *die* stands by a neuter noun in the singular that is nobody, in a language that tells them apart."""
    p, grammar = text.parse, text.pack.grammar
    common = p.lower[pronoun] in text.pack.closed.demonstratives - grammar.complementizers
    neuter = "Gender=Neut" in p.feats[noun] and "Number=Sing" in p.feats[noun] and p.upos[noun] == "NOUN"
    return grammar.verb_second and common and neuter and noun_kind(p.lemmas[noun].lower(), text.pack) is None


def is_bare_thing(text: Text, subject: int) -> bool:
    """*Bedrijf toont toestel, kondigt [update] aan*: a noun in the singular without an article, for nobody who speaks.

    In a language whose verb stands second, so that what follows it may be its object.
    """
    p = text.parse
    bare = p.upos[subject] == "NOUN" and not is_plural(p, subject) and not p.children[subject]
    return bare and text.pack.grammar.verb_second and not names_somebody(p, subject, text.pack)


def noun_behind(text: Text, predicate: int, subject: int) -> int:
    """*Dat vertelden [buren]*: beside a plural verb *dat* is no subject, but the noun right behind the verb."""
    p, finite = text.parse, text.clause(predicate).finite
    if finite is None or not is_plural(p, finite) or p.sentences[p.sentence_of[finite]][0] != subject:
        return subject
    behind = (c for c in p.children[predicate] if c > finite and p.upos[c] in ("NOUN", "PROPN"))
    return next((c for c in behind if noun_phrase(p, c)[0] == finite + 1), subject)


def is_nobody(text: Text, verb: int, holder: int) -> bool:
    """A day; and *someone says [Hale] “has no idea”*: a name behind a verb of saying that is the subject of what is said."""
    p, phrase = text.parse, noun_phrase(text.parse, holder)
    behind = (
        is_finite(p, verb) and phrase[0] == verb + 1 and begins_report(text, phrase[-1] + 1, text.sentence(verb)[1])
    )
    return behind or names_time(p, holder, text.pack)
