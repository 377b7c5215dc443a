"""Whether a report is made at all: not what somebody would say, should say, is asked to say, or says if.

A reporting verb commits its subject only where the clause around it is told as so (veridicality, Karttunen 1971; Saurí and
Pustejovsky 2009): *als de raad vindt dat*, *of de minister bereid is te*, *om te zeggen dat*, *moet beseffen dat* report nothing.
"""

from __future__ import annotations

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.unreported import is_unreported
from wederhoor.reading.attributions.unsaid import imagines, is_free_to, withholds
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import child_in, children, has_child, has_infinitive_mark, has_word, is_finite
from wederhoor.syntax.predicates import is_question, opens_clause, tells_past

CLAUSES = ("ccomp", "xcomp", "parataxis")
MINDED = ("know", "think", "judge", "fear", "hope", "doubt")
"""Attitudes of those of whom only they themselves can tell."""
SUPPOSED = ("advcl", "parataxis", "csubj", "ccomp")
"""Relations of a clause that its finite verb opens and that only supposes something."""


def is_asserted(text: Text, verb: int, predicate: int, entry: ReportingVerb, fixed: tuple[int, ...]) -> bool:
    """Whether the text says that somebody says, thinks or wants what this verb of reporting reports."""
    return is_told_as_done(text, verb, predicate, fixed) and not (
        withholds(text, verb, entry, fixed)
        or _is_foretold(text, verb, predicate, entry)
        or is_free_to(text, predicate, entry)
        or is_unreported(text, verb, predicate)
    )


def is_told_as_done(text: Text, verb: int, predicate: int, fixed: tuple[int, ...] = ()) -> bool:
    """Whether somebody does what a verb says; not *should retract it*, *if he rejects it*, *did he reject it?*."""
    return not (
        imagines(text, verb, fixed)
        or is_supposed(text, predicate)
        or _is_asked(text, predicate)
        or _is_aim(text, predicate)
        or _is_due(text, predicate, fixed)
    )


def is_supposed(text: Text, predicate: int) -> bool:
    """*als Bos zegt dat*, *Had Bos gezegd dat ..., dan*, *wil hij slagen, dan*, *zegt Bos dat ...?*: supposed, or asked about."""
    marked = _is_marked(text, predicate)
    if marked is not None:
        return marked
    return _would_have(text, predicate) or _is_turned(text, predicate) or _opens_supposing(text, predicate)


def _is_marked(text: Text, predicate: int) -> bool | None:
    """Whether a word that supposes opens the clause, or governs it: *if A says*, *stel dat A zegt*; None where there is none."""
    p, words = text.parse, text.pack.hedges.supposing or text.pack.closed.conditionals
    mark = child_in(p, predicate, words, "mark")
    if mark is not None:
        # *If the talks fail, she warned, there will be war*: her word stands in no condition
        return not text.pack.grammar.subject_first or p.words[mark:predicate].count(",") % 2 == 0
    return True if p.deps[predicate] == "ccomp" and p.lower[p.heads[predicate]] in words else None


def _is_turned(text: Text, predicate: int) -> bool:
    """*[Had] A said that ..., there would be*."""
    p, clause = text.parse, text.clause(predicate)
    first = clause.group[0]
    turned = clause.own_subject == first + 1 and p.lower[first] in text.pack.hedges.supposing
    return turned and first == text.sentence(predicate)[0]


def _opens_supposing(text: Text, predicate: int) -> bool:
    """*Zegt Bos dat ..., dan*, *wil hij slagen, dan*: the finite verb stands first in a clause that hangs on another."""
    p, clause = text.parse, text.clause(predicate)
    finite, subject = clause.finite, clause.own_subject
    if finite is None:
        return False
    if finite == next((w for w in range(*text.sentence(predicate)) if p.upos[w] != "PUNCT"), None):
        return is_question(p, predicate) or p.deps[predicate] in SUPPOSED or finite in text.supposed
    hangs = p.deps[predicate] == "advcl" or (p.deps[predicate] == "parataxis" and _tells_no_speech(text, predicate))
    behind = subject is not None and finite < subject and hangs and text.pack.grammar.verb_second
    return behind and opens_clause(p, finite) and not has_child(p, predicate, "mark")


def _tells_no_speech(text: Text, predicate: int) -> bool:
    """*Ze moeten afwisselen, [willen] ze op tijd zijn*: a verb with an infinitive, which does not follow what it reports."""
    entries = text.pack.verbs.get(text.parse.lemmas[predicate], ())
    return has_child(text.parse, predicate, "xcomp") and any("bare" in entry.frames for entry in entries)


def _would_have(text: Text, verb: int) -> bool:
    """*Als dat waar was, zou Bos het hebben gezegd*: what hangs on a condition was not said."""
    p, closed = text.parse, text.pack.closed
    would = any(p.lower[w] in closed.hearsay for w in text.clause(verb).auxiliaries)
    return would and any(
        has_word(p, c, closed.conditionals, "mark") and text.clause(c).finite is not None
        for c in children(p, verb, "advcl")
    )


def _is_asked(text: Text, predicate: int) -> bool:
    """*vraagt of de minister bereid is te*, *Meent de raad dat ...?*."""
    p, finite = text.parse, text.clause(predicate).finite
    if has_word(p, predicate, text.pack.causes.words.asking, "mark"):
        return True
    if finite is None or not is_question(p, predicate):
        return False
    first = next((w for w in range(*text.sentence(predicate)) if p.upos[w] not in ("PUNCT", "CCONJ")), finite)
    asks = first == finite or p.lower[first] in text.pack.grammar.question_words
    return asks and p.heads[predicate] == predicate and text.quoted[first] == text.quoted[finite]


def asks_you(text: Text, predicate: int, subject: int) -> bool:
    """*What [do you think] will come of it?*: the one spoken to is asked, and has not said it."""
    p = text.parse
    end = text.sentence(subject)[1] - 1
    return text.clause(predicate).group[0] < subject and any(p.words[w] == "?" for w in range(subject, end + 1))


def _is_aim(text: Text, predicate: int) -> bool:
    """*om te melden dat*, *het recht te vinden dat*, *riep de raad op te erkennen dat*: an aim, or what another should say."""
    p, pack = text.parse, text.pack
    if not text.clause(predicate).infinitive:
        return False
    above = p.heads[predicate]
    if p.deps[predicate] == "acl":
        return True
    if p.deps[predicate] == "advcl":
        # *is getypeerd door te zeggen dat*
        means = text.clause(above).passive and has_word(p, predicate, pack.closed.by, "mark")
        return means or has_word(p, predicate, pack.grammar.infinitive_marks & pack.grammar.subordinators, "mark")
    if p.deps[predicate] != "xcomp":
        return False
    return p.lemmas[above] in pack.closed.necessity or (
        p.lemmas[above] in pack.grammar.object_control and has_child(p, above, "obj", "iobj")
    )


def _is_due(text: Text, predicate: int, fixed: tuple[int, ...]) -> bool:
    """*moet beseffen dat*, *men kan zeggen dat*: duty is no report, nor what anybody may say; *moet toegeven dat* is one."""
    p, pack = text.parse, text.pack
    clause = text.clause(predicate)
    if has_infinitive_mark(p, predicate, pack) and any(p.lemmas[w] in pack.closed.perfect for w in clause.auxiliaries):
        return True  # *heeft het recht te vinden*
    modal = _modal(text, predicate)
    if modal is None or modal in fixed:
        return False
    subject = clause.subject
    if subject is None or p.lower[subject] in pack.people.indefinite | pack.closed.second_person:
        return True
    admits = any(p.lemmas[w] in pack.hedges.admitting for w in (predicate, *fixed))
    return not admits and _is_duty(text, predicate, modal)


def _is_foretold(text: Text, verb: int, predicate: int, entry: ReportingVerb) -> bool:
    """*Dan zal Nederland weten dat*, *zal graag bereid zijn te*: what somebody will think or want is another's guess."""
    p, pack = text.parse, text.pack
    held = entry.attitude in MINDED or (entry.attitude == "want" and ("bare" in entry.frames or verb != predicate))
    beside = {*text.clause(predicate).group, *text.clause(verb).group}
    future = (w for w in beside if p.lemmas[w] in pack.closed.future and p.lower[w] not in pack.closed.hearsay)
    return held and any(is_finite(p, w) and w != verb for w in future)


def _modal(text: Text, predicate: int) -> int | None:
    """The auxiliary of duty or possibility of a predicate, or the *have* of *have to* above it."""
    p, pack = text.parse, text.pack
    above = p.heads[predicate]
    has_to = p.deps[predicate] == "xcomp" and p.lemmas[above] in pack.propositions.words.needless
    modal = pack.closed.necessity | pack.closed.possibility
    return next((w for w in text.clause(predicate).auxiliaries if p.lemmas[w] in modal), above if has_to else None)


def _is_duty(text: Text, predicate: int, modal: int) -> bool:
    """*Moet zeggen dat*, *moest de besmetting melden*; *moest zeggen dat* tells that he did."""
    p, pack = text.parse, text.pack
    if p.lemmas[modal] not in pack.closed.necessity | pack.propositions.words.needless:
        return False
    present = is_finite(p, modal) and not tells_past(p, modal)
    return present or (has_child(p, predicate, "obj") and not has_child(p, predicate, *CLAUSES))
