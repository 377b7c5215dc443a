"""Dutch quotation marks and sentences that report, put into the treebank's text.

Everything here changes the sentences it is given and draws from the random generator that it is given.
"""

from __future__ import annotations

import random

from marks import Labels, blank, scare_quote, vary_marks, wrap_run
from treebank import MISSING_ENTITY, Sentence, Token

DOUBLE = [('"', '"'), ("“", "”"), ("„", "”"), ("„", "“"), (",,", "''"), ("''", "''"), ("«", "»"), ("”", "”")]
SINGLE = [("'", "'"), ("‘", "’")]
SPEECH_STYLES = DOUBLE[:2] * 4 + DOUBLE + SINGLE * 2
SCARE_STYLES = SINGLE * 4 + DOUBLE[:3]
OPENING = {opening for opening, _ in DOUBLE + SINGLE} | {"``", "`"}
CLOSING = {closing for _, closing in DOUBLE + SINGLE} | {"´"}
LABELS = Labels(("LET", "LET"))
REPORTING = [
    ("zegt", "zeggen", "Pres"),
    ("zei", "zeggen", "Past"),
    ("vindt", "vinden", "Pres"),
    ("stelt", "stellen", "Pres"),
    ("verklaarde", "verklaren", "Past"),
    ("vertelt", "vertellen", "Pres"),
    ("meent", "menen", "Pres"),
    ("schrijft", "schrijven", "Pres"),
    ("denkt", "denken", "Pres"),
    ("antwoordde", "antwoorden", "Past"),
    ("verwacht", "verwachten", "Pres"),
    ("vreest", "vrezen", "Pres"),
    ("aldus", "aldus", ""),
    ("aldus", "aldus", ""),
]
FIRST = (
    "Jan Anna Mehmet Fatima Pieter Sophie Omar Ingrid Joost Yelena Kwame Loes Bram Nadia Ruud Mariam Viktor Els".split()
)
LAST = (
    "Veldkamp Öztürk Jansen Dorsman Bakari Holtrop Meijer Kowalski Brandsma Haddad Petrov Vermeer Kloos Dekker".split()
)
PERSONS = [("hij", "hij"), ("ze", "ze"), ("zij", "zij")]
ROLES = (
    "woordvoerder minister directeur voorzitter burgemeester hoogleraar advocaat premier wethouder raadslid econoom "
    "bioloog arts huisarts winkelier bewoner omwonende boer ingenieur onderzoeker historicus rechter officier "
    "generaal kolonel topman topvrouw topambtenaar vakbondsman kamerlid gedeputeerde korpschef ombudsman "
    "schoolleider verpleegkundige chauffeur makelaar eigenaar getuige buurman"
).split()


def augment(paragraph: list[Sentence], rng: random.Random) -> None:
    """Vary the marks that are there, then put some around runs of sentences and around phrases."""
    style = rng.choice(SPEECH_STYLES)
    if rng.random() < 0.7:
        spaced = rng.random() < 0.1
        for sentence in paragraph:
            vary_marks(sentence, style, spaced, LABELS)
    running_text = all(s.parsed and s.tokens[-1].form in ".?!" and len(s.tokens) > 3 for s in paragraph)
    unquoted = not any(t.form in OPENING | CLOSING for s in paragraph for t in s.tokens)
    if running_text and unquoted and rng.random() < 0.25:
        first = rng.randrange(len(paragraph))
        last = rng.randrange(first, len(paragraph))
        wrap_run(paragraph[first : last + 1], style, LABELS)
        if rng.random() < 0.6:
            add_report(paragraph[last], rng, comma_first=rng.random() < 0.5)
    for sentence in paragraph:
        if sentence.parsed and rng.random() < 0.06:
            scare_quote(sentence, rng, SCARE_STYLES, LABELS)


def add_report(sentence: Sentence, rng: random.Random, comma_first: bool) -> None:
    """Turn a wrapped sentence's end ``.”`` into ``,” zegt Jan Jansen.`` (or ``”, zegt``)."""
    stop, mark = sentence.tokens[-2:]
    if stop.form != ".":
        return
    stop.form = stop.lemma = ","
    root = sentence.root
    entity = blank(sentence)
    if not comma_first:
        sentence.tokens[-2:] = [mark, stop]
    sentence.tokens[-2].space_after = False
    sentence.tokens[-1].space_after = True
    verb, lemma, tense = rng.choice(REPORTING)
    position = len(sentence.tokens)
    if tense:
        xpos = "WW|pv|tgw|met-t" if tense == "Pres" else "WW|pv|verl|ev"
        feats = f"Number=Sing|Tense={tense}|VerbForm=Fin"
        sentence.tokens.append(Token(verb, lemma, "VERB", xpos, feats, root, "parataxis", True, entity))
        _append_person(sentence, rng, position, "nsubj", entity)
    else:
        sentence.tokens.append(Token(verb, lemma, "ADP", "VZ|init", "", position + 1, "case", True, entity))
        _append_person(sentence, rng, root, "parataxis", entity)
    sentence.tokens[-1].space_after = False
    sentence.tokens.append(Token(".", ".", "PUNCT", "LET", "", root, "punct", True, entity))


def _append_person(sentence: Sentence, rng: random.Random, head: int, dep: str, entity: str) -> None:
    here = len(sentence.tokens)
    annotated = entity != MISSING_ENTITY
    kind = rng.random()
    if kind < 0.15 and dep == "nsubj":
        form, lemma = rng.choice(PERSONS)
        feats = "Case=Nom|Person=3|PronType=Prs"
        xpos = "VNW|pers|pron|nomin|vol|3|ev|masc"
        sentence.tokens.append(Token(form, lemma, "PRON", xpos, feats, head, dep, True, entity))
        return
    tags = ("B-PER", "I-PER") if annotated else (entity, entity)
    if kind < 0.4:
        role = rng.choice(ROLES)
        sentence.tokens.append(
            Token(role, role, "NOUN", "N|soort|ev|basis|zijd|stan", "Gender=Com|Number=Sing", head, dep, True, entity)
        )
        name = rng.choice(LAST)
        xpos = "N|eigen|ev|basis|zijd|stan"
        sentence.tokens.append(Token(name, name, "PROPN", xpos, "Gender=Com|Number=Sing", here, "appos", True, tags[0]))
        return
    first, last = rng.choice(FIRST), rng.choice(LAST)
    sentence.tokens.append(Token(first, first, "PROPN", "SPEC|deeleigen", "", head, dep, True, tags[0]))
    sentence.tokens.append(Token(last, last, "PROPN", "SPEC|deeleigen", "", here, "flat", True, tags[1]))
