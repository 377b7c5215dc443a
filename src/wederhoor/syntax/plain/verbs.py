"""What a verb of a plain clause is called, by its form and the particle that belongs to it."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.syntax.plain.trees import Kind
from wederhoor.syntax.plain.words import PlainWords

FINITE = {
    "base": "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
    "third": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "past": "Mood=Ind|Tense=Past|VerbForm=Fin",
}
"""Features by the form of a verb that has no auxiliary."""
INFINITIVE, PARTICIPLE = "VerbForm=Inf", "Tense=Past|VerbForm=Part"
PASSIVE, GOING_ON = "Tense=Past|VerbForm=Part|Voice=Pass", "Tense=Pres|VerbForm=Part"


def verb_kind(words: PlainWords, verb: int, kind: Kind, feats: str) -> Kind:
    """The kind of a verb with the features of its form; those of the parser stay where it has the same form."""
    own = words.p.feats[verb]
    same = words.p.upos[verb] == "VERB" and all(part in own for part in feats.split("|") if part.startswith("VerbForm"))
    return replace(kind, feats=own if same and "Voice" not in feats else feats)
