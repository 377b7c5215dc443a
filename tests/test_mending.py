"""What the parser got wrong is put right once, for all readers."""

from __future__ import annotations

import pytest

import wederhoor
from wederhoor.languages.pack import load_pack
from wederhoor.records.parse import Parse
from wederhoor.syntax.mend import mended
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline


def tree(text: str) -> Parse:
    pack = load_pack("nl")
    return mended(parse(load_pipeline(pack.about.pipeline, pack.about.probe), text, pack), pack)


@pytest.mark.parametrize(
    ("text", "verb", "particle", "lemma"),
    [
        ("De bewoners en de bond riepen de gemeente op in te grijpen.", "riepen", "op", "oproepen"),
        ("Het is een strop, deze maand raakten zij vier netten kwijt aan het wrak.", "raakten", "kwijt", "kwijtraken"),
    ],
)
def test_a_particle_stands_with_its_verb(text: str, verb: str, particle: str, lemma: str) -> None:
    p = tree(text)
    at = p.words.index(verb)
    assert (p.lemmas[at], p.heads[p.words.index(particle)]) == (lemma, at)


@pytest.mark.parametrize(
    "text", ["De folder staat in de kast.", "Hij zei na afloop de hele nacht te kunnen verantwoorden."]
)
def test_a_preposition_is_no_particle(text: str) -> None:
    p = tree(text)
    assert all(lemma == stem for lemma, stem in zip(p.lemmas, p.stems, strict=True))


@pytest.mark.parametrize("denies", ["bestrijdt dat", "wuift dat weg", "spreekt dat tegen"])
def test_what_is_denied_was_said_before_and_the_quotation_says_why(denies: str) -> None:
    text = f"De raad vreest dat de brug instort. Wethouder Jan Bos {denies}: “Over tien jaar staat die brug er nog.”"
    found = [a for a in wederhoor.read_text(text, lang="nl").attributions if a.speaker == "Jan Bos"]
    told = [(a.attitude, a.polarity, text[slice(*a.content[0])]) for a in found]
    assert told == [("deny", "-", "dat"), ("say", "+", "Over tien jaar staat die brug er nog")]
