"""What the parser got wrong is put right once, for all readers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wederhoor
from wederhoor.languages.pack import load_pack
from wederhoor.reading.reader import MENDS
from wederhoor.records.parse import Parse, children_of, hung
from wederhoor.syntax.mend_verb_groups import mend_verb_groups
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline


def test_a_text_that_breaks_off_behind_a_conjunction_is_read() -> None:
    assert wederhoor.read_text("en als", lang="nl").attributions == ()


def tree(text: str) -> Parse:
    pack = load_pack("nl")
    return mend_verb_groups(parse(load_pipeline(pack.about.pipeline, pack.about.probe), text, pack), pack)


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


def test_what_may_not_be_made_is_no_doer() -> None:
    text = "De gidsen kregen wel toestemming in Delfmeer aan wal te gaan, maar mochten geen beelden en foto's maken van de haven."
    p = tree(text)
    for mend in MENDS:
        p = mend(p, load_pack("nl"))
    assert [p.deps[p.words.index(word)] for word in ("beelden", "foto's")] == ["obj", "conj"]


WORDS = {
    "en": """
        as when if because so and but that which who the a less more fewer lower falling rising prices rents demand rain claims
        rises rise falls fall makes cause causes leads lead to of in on boosts limits owing due result may would said says he it
        Fisher Okafor was were is has have denied rejected sold forcing leave sharply second witness Friday as nonsense by
        , ; . : “ ”
    """,
    "nl": """
        als wanneer omdat dus en maar dat die wie de het een minder meer hogere tweede getuige buren dan niet langer van volgens
        stijgt daalt leidt tot zegt zei noemt ontkent wil kan heeft is was wordt geen sprake orde aan uit vrije onzin claim dat
        Bos Visser Lomar mannen prijzen vraag regen wierp verre zich op weg wuift beweert ministerie gesloten gezegd hij zij
        , ; . : “ ”
    """,
}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), lang=st.sampled_from(sorted(WORDS)))
def test_a_mended_parse_is_a_tree(data: st.DataObject, lang: str) -> None:
    pack = load_pack(lang)
    words = data.draw(st.lists(st.sampled_from(WORDS[lang].split()), min_size=1, max_size=24))
    p = parse(load_pipeline(pack.about.pipeline, pack.about.probe), " ".join(words), pack)
    for mend in MENDS:
        p = mend(p, pack)
        for word in range(len(p)):
            here, steps = word, 0
            while p.heads[here] != here:
                here, steps = p.heads[here], steps + 1
                assert steps <= len(p), (mend.__name__, p.text)
        assert p.children == children_of(p.heads), (mend.__name__, p.text)


GROWN = tree("De bewoners en de bond riepen de gemeente op in te grijpen.")


@given(st.dictionaries(st.integers(0, len(GROWN) - 1), st.integers(0, len(GROWN) - 1), max_size=6))
def test_wherever_words_are_hung_every_way_up_ends(moved: dict[int, int]) -> None:
    p = hung(GROWN, {word: (head, "dep") for word, head in moved.items()})
    assert p.children == children_of(p.heads)
    assert all(_ends(word, p.heads) for word in range(len(p)))


def _ends(word: int, heads: list[int]) -> bool:
    for _ in heads:
        if heads[word] == word:
            return True
        word = heads[word]
    return False
