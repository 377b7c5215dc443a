"""Vary and insert quotation marks, so that the pipeline learns news text from a treebank with few of them.

Everything here changes the sentences it is given and draws from the random generator that it is given.
"""

from __future__ import annotations

import random

from treebank import MISSING_ENTITY, Sentence, Token

DOUBLE = [('"', '"'), ("“", "”"), ("„", "”"), ("„", "“"), (",,", "''"), ("''", "''"), ("«", "»"), ("”", "”")]
SINGLE = [("'", "'"), ("‘", "’")]
SPEECH_STYLES = DOUBLE[:2] * 4 + DOUBLE + SINGLE * 2
SCARE_STYLES = SINGLE * 4 + DOUBLE[:3]
OPENING = {opening for opening, _ in DOUBLE + SINGLE} | {"``", "`"}
CLOSING = {closing for _, closing in DOUBLE + SINGLE} | {"´"}
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
ROLES = ["woordvoerder", "minister", "directeur", "voorzitter", "burgemeester", "hoogleraar", "advocaat", "premier"]


def quote_mark(form: str, head: int, *, space_after: bool, entity: str) -> Token:
    return Token(form, form, "PUNCT", "LET", "", head, "punct", space_after, entity)


def vary_marks(sentence: Sentence, style: tuple[str, str], spaced: bool) -> None:
    """Give the sentence's double quotation marks another style; ``spaced`` leaves a blank inside them."""
    opened = False
    for i, token in enumerate(sentence.tokens):
        if token.form not in ('"', "“", "”", "„"):
            continue
        before = sentence.tokens[i - 1] if i else None
        closes = opened or (before is not None and not before.space_after) or (token.space_after and i > 0)
        token.form = token.lemma = style[closes]
        if spaced and closes and before is not None:
            before.space_after = True
        elif spaced and not closes:
            token.space_after = True
        opened = not closes


def wrap_run(run: list[Sentence], style: tuple[str, str]) -> None:
    """Put one pair of quotation marks around a run of whole sentences."""
    first, last = run[0], run[-1]
    first.insert(0, quote_mark(style[0], first.root, space_after=False, entity=_blank(first)))
    end = last.tokens[-1]
    end.space_after = False
    last.insert(len(last.tokens), quote_mark(style[1], last.root, space_after=True, entity=_blank(last)))


def add_report(sentence: Sentence, rng: random.Random, comma_first: bool) -> None:
    """Turn a wrapped sentence's end ``.”`` into ``,” zegt Jan Jansen.`` (or ``”, zegt``)."""
    stop, mark = sentence.tokens[-2:]
    if stop.form != ".":
        return
    stop.form = stop.lemma = ","
    root = sentence.root
    entity = _blank(sentence)
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


def scare_quote(sentence: Sentence, rng: random.Random) -> None:
    """Put marks around one short noun phrase, as in: een ‘internationale dreiging’."""
    candidates = [s for i in range(len(sentence.tokens)) if (s := _subtree(sentence, i))]
    if not candidates:
        return
    start, end, head = rng.choice(candidates)
    opening, closing = rng.choice(SCARE_STYLES)
    entity = _blank(sentence)
    last = sentence.tokens[end - 1]
    spaced, last.space_after = last.space_after, False
    sentence.insert(end, quote_mark(closing, head, space_after=spaced, entity=entity))
    sentence.insert(start, quote_mark(opening, head, space_after=False, entity=entity))


def _subtree(sentence: Sentence, head: int) -> tuple[int, int, int] | None:
    token = sentence.tokens[head]
    if token.upos not in ("NOUN", "ADJ", "PROPN") or token.dep in ("flat", "fixed", "root"):
        return None
    inside = {head}
    grown = True
    while grown:
        more = {i for i, t in enumerate(sentence.tokens) if t.head in inside} - inside
        grown = bool(more)
        inside |= more
    inside = {i for i in inside if sentence.tokens[i].upos not in ("ADP", "DET") or i > head}
    start, end = min(inside), max(inside) + 1
    if end - start > 4 or len(inside) != end - start:
        return None
    if any(sentence.tokens[i].upos == "PUNCT" for i in inside) or sentence.tokens[start].entity.startswith("I"):
        return None
    return start, end, head


def _blank(sentence: Sentence) -> str:
    annotated = any(t.entity != MISSING_ENTITY for t in sentence.tokens)
    return "O" if annotated else MISSING_ENTITY
