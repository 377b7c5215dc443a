"""Wederhoor in a spaCy pipeline: spans, the Reading on the Doc, what displaCy draws and a DocBin keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import wederhoor
from wederhoor.exchange.grounding import check_grounded

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "De wethouder zegt dat de haven veilig is. “Dat is onzin”, vindt veerman Job Tuinstra."
SEVERAL = Path(__file__).parents[1] / "examples" / "zandwinning.txt"
DAY = "2031-03-12"


@pytest.fixture(scope="module")
def nlp() -> Language:
    import spacy

    made = spacy.load("nl_wederhoor_news")
    made.add_pipe("wederhoor", config={"date": DAY})
    return made


def test_spans_say_who_says_what_and_how(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = [
        (span.label_, span.text, span.id_, span._.attribution.speaker, span._.attribution.attitude)
        for span in doc.spans["wederhoor"]
    ]
    assert found == [
        ("content", "dat de haven veilig is", "A1", "de wethouder", "say"),
        ("cue", "zegt", "A1", "de wethouder", "say"),
        ("source", "De wethouder", "A1", "de wethouder", "say"),
        ("content", "Dat is onzin", "A2", "Job Tuinstra", "judge"),
        ("cue", "vindt", "A2", "Job Tuinstra", "judge"),
        ("source", "veerman Job Tuinstra", "A2", "Job Tuinstra", "judge"),
    ]


@pytest.mark.parametrize("text", [TEXT, SEVERAL.read_text("utf-8")], ids=["one paragraph", "several"])
def test_the_reading_is_that_of_read_text(nlp: Language, text: str) -> None:
    assert nlp(text)._.wederhoor == wederhoor.read_text(text, lang="nl", date=DAY)


@pytest.mark.parametrize(
    "text", [TEXT, "Zegt  Ilse\tAarden\u200b dat het  regent?\n\n  Ja,  zegt ze. ", "Ja.\n\n\nNee.\r\n"]
)
def test_a_doc_as_it_is_gives_a_reading_that_stands_on_its_text(nlp: Language, text: str) -> None:
    made = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        made = component(made) if name != "wederhoor" else made
    from wederhoor.spacy import make_component

    as_it_is = make_component(nlp, "wederhoor", DAY, None, "said", by_paragraph=False)
    reading = as_it_is(made)._.wederhoor
    check_grounded(reading)
    assert reading.text == text
    if text == TEXT:
        assert reading == wederhoor.read_text(text, lang="nl", date=DAY)
        assert [span.label_ for span in made.spans["said"]].count("content") == 2


def test_words_of_another_paragraph_are_no_part_of_a_statement_as_it_is() -> None:
    import spacy

    text = SEVERAL.read_text("utf-8")
    plain = spacy.load("nl_wederhoor_news")
    plain.add_pipe("wederhoor", config={"by_paragraph": False})
    reading = plain(text)._.wederhoor
    check_grounded(reading)
    assert reading.attributions
    assert not [a for a in reading.attributions if any("\n" in text[start:end] for start, end in a.content)]


def test_displacy_draws_the_statements(nlp: Language) -> None:
    from spacy import displacy

    drawn = displacy.render(nlp(TEXT), style="span", options={"spans_key": "wederhoor"}, jupyter=False)
    assert drawn.count("content") == drawn.count("source") == 2


def test_a_docbin_keeps_reading_and_spans(nlp: Language) -> None:
    from spacy.tokens import DocBin

    doc = nlp(TEXT)
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    [again] = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert again._.wederhoor == doc._.wederhoor
    told = [(span.label_, span.text, span._.attribution) for span in again.spans["wederhoor"]]
    assert told == [(span.label_, span.text, span._.attribution) for span in doc.spans["wederhoor"]]


def test_many_docs_are_read_one_by_one(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "", "Ilse Aarden zegt dat het regent."]))
    assert [len(doc._.wederhoor.attributions) if doc._.wederhoor else None for doc in docs] == [2, None, 1]


def test_spacy_finds_no_problem_in_the_pipeline(nlp: Language) -> None:
    told = nlp.analyze_pipes()
    assert told is not None
    assert told["problems"]["wederhoor"] == []


def test_a_pipeline_that_lacks_what_is_read_is_refused() -> None:
    import spacy

    blank = spacy.blank("nl")
    blank.add_pipe("wederhoor")
    with pytest.raises(wederhoor.WederhoorError, match="W202"):
        blank("De wethouder zegt dat de haven veilig is.")


def test_a_language_without_a_pack_is_refused() -> None:
    import spacy

    with pytest.raises(wederhoor.WederhoorError, match="W203"):
        spacy.blank("fi").add_pipe("wederhoor")


def test_a_doc_that_was_not_read_has_no_reading(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.wederhoor is None


def test_actors_of_the_users_own_are_known(tmp_path: Path) -> None:
    import spacy

    (tmp_path / "mine.toml").write_text('[[actor]]\nname = "Haven Vooruit"\nkind = "organisation"\n')
    made = spacy.load("nl_wederhoor_news")
    made.add_pipe("wederhoor", config={"actors": str(tmp_path / "mine.toml")})
    actors = made("Haven Vooruit zegt dat de kade te laag is.")._.wederhoor.actors
    assert "Haven Vooruit" in [actor.name for actor in actors if actor.kind == "organisation"]
