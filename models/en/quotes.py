"""English quotation marks, apostrophes and sentences that report, put into the treebank's text.

Everything here changes the sentences it is given and draws from the random generator that it is given.
"""

from __future__ import annotations

import random

from marks import Labels, blank, scare_quote, vary_marks, wrap_run
from treebank import MISSING_ENTITY, Sentence, Token

STRAIGHT, CURLY, SINGLE, CURLY_SINGLE = ('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’")
SPEECH_STYLES = [STRAIGHT] * 8 + [CURLY] * 8 + [CURLY_SINGLE] * 4 + [SINGLE] * 2 + [("''", "''"), ("``", "''")]
SCARE_STYLES = [STRAIGHT, CURLY, CURLY_SINGLE, SINGLE]
ANY_MARK = {mark for style in SPEECH_STYLES for mark in style} | {"„", "«", "»"}
LABELS = Labels(("``", "''"), {"“": '"', "”": '"', "‘": "'", "’": "'"})
APOSTROPHES = {"'s", "n't", "'re", "'ll", "'ve", "'d", "'m", "'em", "'"}

PAST, PRESENT = (
    "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
    "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
)
REPORTING = [("said", "say", "VBD")] * 10 + [
    ("says", "say", "VBZ"), ("says", "say", "VBZ"), ("added", "add", "VBD"), ("added", "add", "VBD"), ("wrote", "write", "VBD"),
    ("explained", "explain", "VBD"), ("warned", "warn", "VBD"), ("argued", "argue", "VBD"), ("insisted", "insist", "VBD"),
    ("noted", "note", "VBD"), ("claimed", "claim", "VBD"), ("replied", "reply", "VBD"), ("continued", "continue", "VBD"),
    ("recalled", "recall", "VBD"), ("tweeted", "tweet", "VBD"), ("concluded", "conclude", "VBD"),
]  # fmt: skip
TOLD = [("reporters", "reporter", "NOUN", "NNS", "Number=Plur"), ("AFP", "AFP", "PROPN", "NNP", "Number=Sing")]
FIRST = (
    "John Anna Mehmet Fatima Peter Sophie Omar Ingrid Mark Yelena Kwame Lucy Wei Nadia Raj Mariam Viktor Emily Carlos Aisha "
    "Ahmed Grace Tomasz Yuki Sean Priya Abdul Claire Kofi Susan Hassan Joan"
).split()
LAST = (
    "Fielding Öztürk Johnson Dorman Bakari Holt Meyer Kowalski Brandt Haddad Petrov Whitaker Clark O'Neill Nguyen Garcia Patel "
    "Zhang McBride al-Masri Okafor Silva Tanaka Hughes Sorensen Rahman Diallo Kim Novak Ramirez"
).split()
PERSONS = [("he", "Gender=Masc"), ("she", "Gender=Fem"), ("they", "")]
TITLES = (
    "President Minister Senator Governor Mayor Judge Professor Dr. Mr. Ms. Mrs. Gen. Sen. Rep. Col. Chancellor".split()
)
ROLES = (
    "spokesman spokeswoman spokesperson director chairman lawyer resident professor analyst activist minister "
    "teacher mayor councillor engineer doctor nurse shopkeeper farmer economist researcher historian judge "
    "prosecutor officer general colonel critic owner driver worker official student neighbour witness biologist "
    "candidate senator ombudsman auditor inspector editor"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SINGULAR = "Number=Sing"


def augment(paragraph: list[Sentence], rng: random.Random) -> None:
    """Vary marks and apostrophes, then put marks around runs of sentences and around phrases."""
    style = rng.choice(SPEECH_STYLES)
    if rng.random() < 0.7:
        for sentence in paragraph:
            vary_marks(sentence, style, False, LABELS)
    running_text = all(s.parsed and s.tokens[-1].form in ".?!" and len(s.tokens) > 3 for s in paragraph)
    unquoted = not any(t.form in ANY_MARK for s in paragraph for t in s.tokens)
    if running_text and unquoted and rng.random() < 0.3:
        _quote(paragraph, style, rng)
    for sentence in paragraph:
        if sentence.parsed and rng.random() < 0.05:
            scare_quote(sentence, rng, SCARE_STYLES, LABELS)
    if rng.random() < (0.85 if style in (CURLY, CURLY_SINGLE) else 0.1):
        for sentence in paragraph:
            _curl_apostrophes(sentence)


def _curl_apostrophes(sentence: Sentence) -> None:
    for token in sentence.tokens:
        if token.form.lower() in APOSTROPHES and token.upos != "PUNCT":
            token.form = token.form.replace("'", "’")


def _quote(paragraph: list[Sentence], style: tuple[str, str], rng: random.Random) -> None:
    """Mark a run as speech: with a report behind it, behind its first sentence, before it or none."""
    first = rng.randrange(len(paragraph))
    last = rng.randrange(first, len(paragraph))
    run = paragraph[first : last + 1]
    comma_first = rng.random() < (0.5 if style in (SINGLE, CURLY_SINGLE) else 0.93)
    way = rng.random()
    if way < 0.3 and len(run) > 1:
        wrap_run(run[:1], style, LABELS)
        add_report(run[0], rng, comma_first)
        wrap_run(run[1:], style, LABELS)
        return
    wrap_run(run, style, LABELS)
    if way < 0.75:
        add_report(run[-1], rng, comma_first)
    elif way < 0.88:
        lead_in(run[0], rng)


def add_report(sentence: Sentence, rng: random.Random, comma_first: bool) -> None:
    """Turn a wrapped sentence's end ``.”`` into ``,” said John Johnson.`` (or ``”, he said.``)."""
    stop, mark = sentence.tokens[-2:]
    if stop.form == ".":
        stop.form = stop.lemma = stop.xpos = ","
        if not comma_first:
            sentence.tokens[-2:] = [mark, stop]
    elif stop.form not in "?!":
        return
    sentence.tokens[-2].space_after = False
    sentence.tokens[-1].space_after = True
    old, here, entity = sentence.root, len(sentence.tokens), blank(sentence)
    if rng.random() < 0.08:
        sentence.tokens += [
            Token("according", "accord", "VERB", "VBG", "Tense=Pres|VerbForm=Part", here + 2, "case", True, entity),
            Token("to", "to", "ADP", "IN", "", here, "fixed", True, entity),
        ]
        sentence.tokens += _person(here + 2, old, "obl", entity, rng)
        main = old
    else:
        main = _append_verb(sentence, old, entity, rng)
    if sentence.tokens[-1].form == ",":
        del sentence.tokens[-1]
    sentence.tokens[-1].space_after = False
    sentence.tokens.append(Token(".", ".", "PUNCT", ".", "", main, "punct", True, entity))


def _append_verb(sentence: Sentence, old: int, entity: str, rng: random.Random) -> int:
    """Put the reporting verb and who says it behind the words; the verb becomes the root, its index comes back."""
    told = rng.random() < 0.12
    form, lemma, xpos = ("told", "tell", "VBD") if told else rng.choice(REPORTING)
    here = len(sentence.tokens)
    verb = Token(form, lemma, "VERB", xpos, PRESENT if xpos == "VBZ" else PAST, here, "root", True, entity)
    if not told and rng.random() < 0.45:
        main = here
        who = _person(here + 1, main, "nsubj", entity, rng, pronouns=False)
        added = [verb, *who]
    else:
        who = _person(here, -1, "nsubj", entity, rng)
        main = here + len(who)
        added = [*who, verb]
        who[_head_of(who)].head = main
    verb.head = main
    sentence.tokens[old].head, sentence.tokens[old].dep = main, "ccomp"
    sentence.tokens += added
    if told:
        form, lemma, upos, xpos, feats = rng.choice(TOLD)
        tag = "B-ORG" if upos == "PROPN" and entity != MISSING_ENTITY else entity
        sentence.tokens.append(Token(form, lemma, upos, xpos, feats, main, "iobj", True, tag))
    _append_circumstance(sentence, main, entity, rng)
    return main


def _head_of(words: list[Token]) -> int:
    """Place in ``words`` of the one whose head is not yet known."""
    return next(i for i, t in enumerate(words) if t.head == -1)


def _append_circumstance(sentence: Sentence, main: int, entity: str, rng: random.Random) -> None:
    here, kind = len(sentence.tokens), rng.random()
    day = rng.choice(DAYS)
    if kind < 0.1:
        sentence.tokens.append(Token(day, day, "PROPN", "NNP", SINGULAR, main, "obl:unmarked", True, entity))
    elif kind < 0.2:
        sentence.tokens += [
            Token("on", "on", "ADP", "IN", "", here + 1, "case", True, entity),
            Token(day, day, "PROPN", "NNP", SINGULAR, main, "obl", True, entity),
        ]
    elif kind < 0.28:
        noun = rng.choice(["statement", "interview", "letter", "speech"])
        sentence.tokens += [
            Token("in", "in", "ADP", "IN", "", here + 2, "case", True, entity),
            Token(
                "an" if noun == "interview" else "a",
                "a",
                "DET",
                "DT",
                "Definite=Ind|PronType=Art",
                here + 2,
                "det",
                True,
                entity,
            ),
            Token(noun, noun, "NOUN", "NN", SINGULAR, main, "obl", True, entity),
        ]


def _person(here: int, head: int, dep: str, entity: str, rng: random.Random, *, pronouns: bool = True) -> list[Token]:
    """The words for a person that begin at index ``here``: *she*, *Anna Holt*, *Judge Holt*, *the lawyer*, *Holt, a lawyer,*."""
    kind = rng.random()
    if kind < 0.3 and pronouns and dep == "nsubj":
        form, gender = rng.choice(PERSONS)
        number = "Plur" if form == "they" else "Sing"
        feats = "|".join(f for f in ("Case=Nom", gender, f"Number={number}", "Person=3", "PronType=Prs") if f)
        return [Token(form, form, "PRON", "PRP", feats, head, dep, True, entity)]
    tags = ("B-PER", "I-PER") if entity != MISSING_ENTITY else (entity, entity)
    first, last, role = rng.choice(FIRST), rng.choice(LAST).replace("-", ""), rng.choice(ROLES)
    if kind < 0.5:
        return [Token(last, last, "PROPN", "NNP", SINGULAR, head, dep, True, tags[0])]
    if kind < 0.6:
        title = rng.choice(TITLES)
        return [
            Token(title, title, "PROPN", "NNP", SINGULAR, here + 1, "nmod:desc", True, entity),
            Token(last, last, "PROPN", "NNP", SINGULAR, head, dep, True, tags[0]),
        ]
    if kind < 0.67:
        return [
            Token("the", "the", "DET", "DT", "Definite=Def|PronType=Art", here + 1, "det", True, entity),
            Token(role, role, "NOUN", "NN", SINGULAR, head, dep, True, entity),
        ]
    if kind < 0.71:
        return [
            Token(role, role, "NOUN", "NN", SINGULAR, here + 1, "nmod:desc", True, entity),
            Token(last, last, "PROPN", "NNP", SINGULAR, head, dep, True, tags[0]),
        ]
    if kind < 0.77:
        return [
            Token(role, role, "NOUN", "NN", SINGULAR, here + 1, "nmod:desc", True, entity),
            Token(first, first, "PROPN", "NNP", SINGULAR, head, dep, True, tags[0]),
            Token(last, last, "PROPN", "NNP", SINGULAR, here + 1, "flat", True, tags[1]),
        ]
    name = [
        Token(first, first, "PROPN", "NNP", SINGULAR, head, dep, True, tags[0]),
        Token(last, last, "PROPN", "NNP", SINGULAR, here, "flat", True, tags[1]),
    ]
    if kind < 0.88:
        return name
    name[1].space_after = False
    return [
        *name,
        Token(",", ",", "PUNCT", ",", "", here + 4, "punct", True, entity),
        _article(role, here + 4, entity),
        Token(role, role, "NOUN", "NN", SINGULAR, here, "appos", False, entity),
        Token(",", ",", "PUNCT", ",", "", here + 4, "punct", True, entity),
    ]


def _article(noun: str, head: int, entity: str) -> Token:
    form = "an" if noun[0] in "aeiou" else "a"
    return Token(form, "a", "DET", "DT", "Definite=Ind|PronType=Art", head, "det", True, entity)


def lead_in(sentence: Sentence, rng: random.Random) -> None:
    """Put ``John Johnson said, “`` (or with a colon) before a wrapped sentence."""
    old, entity = sentence.root, blank(sentence)
    form, lemma, xpos = rng.choice(REPORTING)
    who = _person(0, -1, "nsubj", entity, rng)
    head = _head_of(who)
    size = len(who) + 2
    for token in sentence.tokens:
        token.head += size
    main = len(who)
    who[head].head = main
    who[0].form = who[0].form[0].upper() + who[0].form[1:]
    verb = Token(form, lemma, "VERB", xpos, PRESENT if xpos == "VBZ" else PAST, main, "root", False, entity)
    mark = rng.choice([",", ":"])
    comma = Token(mark, mark, "PUNCT", mark, "", old + size, "punct", True, entity)
    sentence.tokens[:0] = [*who, verb, comma]
    sentence.tokens[old + size].head, sentence.tokens[old + size].dep = main, "ccomp"
