"""Reading with the shipped pipeline: who says what, in which words. The sentences are plain; the names are invented.

Without the pipeline these tests fail: a reader that was not tried is not known to read.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wederhoor
from wederhoor.errors import WederhoorError
from wederhoor.exchange.grounding import check_grounded
from wederhoor.exchange.json import encode_line
from wederhoor.languages.pack import load_pack
from wederhoor.records import Attribution, Reading, Span
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

Read = Callable[[str], Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a Dutch text; the pipeline is loaded once."""
    wederhoor.read_text("De brug is dicht.", lang="nl")
    return lambda text: wederhoor.read_text(text, lang="nl")


def words(reading: Reading, spans: tuple[Span, ...]) -> list[str]:
    return [reading.text[start:end] for start, end in spans]


def said(reading: Reading, attribution: Attribution) -> str:
    """What is said, its segments joined by a bar."""
    return " | ".join(words(reading, attribution.content))


def only(reading: Reading) -> Attribution:
    assert len(reading.attributions) == 1, [said(reading, a) for a in reading.attributions]
    return reading.attributions[0]


def assert_grounded(reading: Reading, text: str) -> None:
    """Every span lies in the unchanged text, is not empty and has no white space at its edges; the ids count."""
    assert reading.text == text
    check_grounded(reading)
    assert [a.id for a in reading.attributions] == [f"A{n}" for n in range(1, len(reading.attributions) + 1)]
    spans = [e.span for e in reading.entities]
    for attribution in reading.attributions:
        for part in (attribution.content, attribution.cue, attribution.source):
            assert list(part) == sorted(part)
            assert all(a[1] <= b[0] for a, b in pairwise(part)), "segments overlap"
            spans += part
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


# Direct speech

SAID = "De dijk is sterk genoeg voor deze winter"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"“{SAID}”, zegt Anna Veldkamp.", "zegt"),
        (f"“{SAID},” zegt Anna Veldkamp.", "zegt"),
        (f"“{SAID}”, aldus Anna Veldkamp.", "aldus"),
        (f"Anna Veldkamp zegt: “{SAID}.”", "zegt"),
        (f"Anna Veldkamp zei gisteren: “{SAID}.”", "zei"),
        (f"Anna Veldkamp: “{SAID}.”", ""),
    ],
)
def test_direct_speech_with_its_cue_before_or_after(read: Read, text: str, cue: str) -> None:
    reading = read(text)
    attribution = only(reading)
    assert said(reading, attribution) == SAID
    assert words(reading, attribution.cue) == ([cue] if cue else [])
    assert words(reading, attribution.source) == ["Anna Veldkamp"]
    assert attribution.speaker == "Anna Veldkamp"
    assert attribution.form == "direct"
    assert (attribution.attitude, attribution.polarity, attribution.certainty) == ("say", "+", "certain")


@pytest.mark.parametrize("pair", ["“”", '""', "„”", "«»", "‘’", "''", (",,", "''")])
def test_direct_speech_in_marks_of_every_style(read: Read, pair: tuple[str, str]) -> None:
    reading = read(f"{pair[0]}{SAID}{pair[1]}, zegt Anna Veldkamp.")
    attribution = only(reading)
    assert said(reading, attribution) == SAID
    assert (attribution.form, attribution.speaker) == ("direct", "Anna Veldkamp")


@pytest.mark.parametrize(
    "text",
    [
        "“Wij wachten”, zegt Anna Veldkamp, “tot het water zakt.”",
        "“Wij wachten,” zegt Anna Veldkamp, “tot het water zakt.”",
        "“Wij wachten”, aldus Anna Veldkamp, “tot het water zakt.”",
        "‘Wij wachten’, zegt Anna Veldkamp, ‘tot het water zakt.’",
    ],
)
def test_an_interrupted_quotation_is_one_with_two_segments(read: Read, text: str) -> None:
    reading = read(text)
    attribution = only(reading)
    assert said(reading, attribution) == "Wij wachten | tot het water zakt"
    assert attribution.form == "direct"
    assert attribution.speaker == "Anna Veldkamp"


def test_the_next_run_of_marks_is_one_of_its_own(read: Read) -> None:
    reading = read("“De dijk houdt het”, zegt Anna Veldkamp. “Wij hebben alles gemeten. Er is geen gevaar.”")
    first, second = reading.attributions
    assert said(reading, first) == "De dijk houdt het"
    assert said(reading, second) == "Wij hebben alles gemeten. Er is geen gevaar"
    assert second.speaker == first.speaker == "Anna Veldkamp"
    assert second.parent is None
    assert second.cue == ()


def test_two_speakers_have_their_own_words(read: Read) -> None:
    reading = read("“De dijk houdt het”, zegt Anna Veldkamp. “De dijk breekt”, zegt Karel Brons.")
    assert [(said(reading, a), a.speaker) for a in reading.attributions] == [
        ("De dijk houdt het", "Anna Veldkamp"),
        ("De dijk breekt", "Karel Brons"),
    ]


# Indirect speech


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("De wethouder zegt dat de haven veilig is.", "dat de haven veilig is", "zegt", "De wethouder"),
        ("De wethouder vraagt of de haven veilig is.", "of de haven veilig is", "vraagt", "De wethouder"),
        ("De wethouder belooft de brug te herstellen.", "de brug te herstellen", "belooft", "De wethouder"),
        ("De wethouder belooft om de haven te openen.", "om de haven te openen", "belooft", "De wethouder"),
        ("De wethouder denkt: de brug blijft dicht.", "de brug blijft dicht", "denkt", "De wethouder"),
        ("De brug blijft dicht, zegt de wethouder.", "De brug blijft dicht", "zegt", "de wethouder"),
        ("De prijs stijgt volgend jaar, verwacht de bond.", "De prijs stijgt volgend jaar", "verwacht", "de bond"),
        ("De vakbond eist een onderzoek.", "een onderzoek", "eist", "De vakbond"),
    ],
)
def test_indirect_speech(read: Read, text: str, content: str, cue: str, source: str) -> None:
    reading = read(text)
    attribution = only(reading)
    assert said(reading, attribution) == content
    assert words(reading, attribution.cue) == [cue]
    assert words(reading, attribution.source) == [source]
    assert attribution.speaker == source[0].lower() + source[1:]
    assert attribution.form == "indirect"


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("Volgens Karel Brons is de haven veilig.", "is de haven veilig", ["Volgens"]),
        ("De haven is volgens Karel Brons veilig.", "De haven is | veilig", ["volgens"]),
        ("De haven is veilig, aldus Karel Brons.", "De haven is veilig", ["aldus"]),
        ("In de ogen van Karel Brons is de haven veilig.", "is de haven veilig", ["In de ogen van"]),
        ("Naar de mening van Karel Brons is de haven te klein.", "is de haven te klein", ["Naar de mening van"]),
    ],
)
def test_words_that_introduce_a_source(read: Read, text: str, content: str, cue: list[str]) -> None:
    reading = read(text)
    attribution = only(reading)
    assert said(reading, attribution) == content
    assert words(reading, attribution.cue) == cue
    assert words(reading, attribution.source) == ["Karel Brons"]
    assert attribution.speaker == "Karel Brons"


def test_a_possessive_is_a_source(read: Read) -> None:
    reading = read("Wethouder Karel Brons bezoekt de haven. In zijn ogen is de kade veilig.")
    attribution = only(reading)
    assert said(reading, attribution) == "is de kade veilig"
    assert words(reading, attribution.cue) == ["In", "ogen"]
    assert words(reading, attribution.source) == ["zijn"]
    assert attribution.speaker == "Karel Brons"


def test_naar_eigen_zeggen_is_the_subjects_word(read: Read) -> None:
    reading = read("Naar eigen zeggen heeft de schipper niets gezien.")
    attribution = only(reading)
    assert words(reading, attribution.cue) == ["Naar eigen zeggen"]
    assert attribution.speaker == "de schipper"


def test_a_source_takes_its_apposition_along(read: Read) -> None:
    reading = read("Piet Zand, directeur van de fabriek, zegt dat de fabriek sluit.")
    attribution = only(reading)
    assert words(reading, attribution.source) == ["Piet Zand, directeur van de fabriek"]
    assert attribution.speaker == "Piet Zand"


# Nobody's word


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("Naar verluidt sluit de haven volgend jaar.", "sluit de haven volgend jaar", "Naar verluidt"),
        ("Het gerucht gaat dat de haven sluit.", "dat de haven sluit", "Het gerucht gaat"),
    ],
)
def test_hearsay_has_no_speaker(read: Read, text: str, content: str, cue: str) -> None:
    reading = read(text)
    attribution = only(reading)
    assert said(reading, attribution) == content
    assert words(reading, attribution.cue) == [cue]
    assert attribution.source == ()
    assert attribution.speaker is None
    assert attribution.certainty == "unknown"


def test_zou_is_hearsay(read: Read) -> None:
    reading = read("De schipper zou de boot hebben gestolen.")
    attribution = only(reading)
    assert said(reading, attribution) == "De schipper | de boot hebben gestolen"
    assert words(reading, attribution.cue) == ["zou"]
    assert attribution.speaker is None
    assert attribution.certainty == "unknown"


def test_zou_carries_on_the_report_before_it(read: Read) -> None:
    reading = read("De fabriek is failliet, meldt de krant. De directeur zou de machines hebben verkocht.")
    first, second = reading.attributions
    assert first.speaker == second.speaker == "de krant"
    assert words(reading, second.cue) == ["zou"]


def test_zou_with_a_source_is_on_that_word(read: Read) -> None:
    reading = read("Volgens de politie zou de schipper de boot hebben gestolen.")
    attribution = only(reading)
    assert attribution.speaker == "de politie"
    assert words(reading, attribution.source) == ["de politie"]
    assert "politie" not in said(reading, attribution)


@pytest.mark.parametrize("text", ["Als het regent, zou de haven dicht zijn.", "Zou de haven dicht zijn?"])
def test_zou_that_only_imagines_is_no_report(read: Read, text: str) -> None:
    assert read(text).attributions == ()


# Reports in reports


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("De wethouder zegt dat de vissers vrezen dat de haven sluit.", "de wethouder", "de vissers"),
        ("Volgens de wethouder denken de vissers dat de haven sluit.", "de wethouder", "de vissers"),
        ("“De vissers zeggen dat de haven sluit”, vertelt Anna Veldkamp.", "Anna Veldkamp", "de vissers"),
    ],
)
def test_a_source_inside_a_report_has_that_as_parent(read: Read, text: str, outer: str, inner: str) -> None:
    reading = read(text)
    first, second = reading.attributions
    assert (first.speaker, first.parent) == (outer, None)
    assert (second.speaker, second.parent) == (inner, first.id)
    assert said(reading, second) == "dat de haven sluit"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Veldkamp zegt dat zij hoopt dat de haven open blijft.",
        "De minister zegt dat hij denkt dat de prijzen dalen.",
        "“Ik denk dat de haven open blijft”, zegt Anna Veldkamp.",
        "“Wij vinden dat de haven open moet blijven”, zegt Anna Veldkamp.",
    ],
)
def test_what_a_speaker_says_of_himself_is_not_nested(read: Read, text: str) -> None:
    only(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "De directeur zou geld hebben gestolen, naar verluidt, en hij ontkent dat.",
        "Naar verluidt zou de directeur geld hebben gestolen.",
        "De haven, aldus de wethouder, zou volgens de krant dicht zijn, zegt de bond.",
    ],
)
def test_nothing_is_its_own_ancestor(read: Read, text: str) -> None:
    check_grounded(read(text))


# No reports


@pytest.mark.parametrize(
    "text",
    [
        "De stad kreeg een ‘groene golf’ langs de haven.",
        "De zogenoemde ‘groene golf’ begint in maart.",
        "Het boek “De lange winter” ligt in de winkel.",
        "De “sterke man” van de haven kwam te laat.",
    ],
)
def test_scare_quotes_and_titles_are_nobodys_words(read: Read, text: str) -> None:
    assert read(text).attributions == ()


@pytest.mark.parametrize(
    "text", ["Gisteren was de haven dicht.", "De wethouder loopt langs de haven en eet een appel."]
)
def test_plain_facts_are_no_report(read: Read, text: str) -> None:
    assert read(text).attributions == ()


def test_what_the_author_thinks_is_no_report(read: Read) -> None:
    assert read("Ik denk dat de haven sluit.").attributions == ()


# Who the speaker is


@pytest.mark.parametrize(
    ("introduction", "mention", "speaker"),
    [
        ("Anna Veldkamp bezocht de haven.", "Veldkamp", "Anna Veldkamp"),
        ("Tom de Wit bezocht de haven.", "De Wit", "Tom de Wit"),
        ("Minister Karel Brons bezocht de haven.", "De minister", "Karel Brons"),
        ("Burgemeester Anna Veldkamp bezocht de haven.", "De burgemeester", "Anna Veldkamp"),
        ("Karel Brons bezocht de haven.", "Hij", "Karel Brons"),
        ("Anna Veldkamp bezocht de haven.", "Zij", "Anna Veldkamp"),
        ("Anna Veldkamp bezocht de haven.", "Ze", "Anna Veldkamp"),
    ],
)
def test_a_part_of_a_name_a_role_and_a_pronoun_are_looked_up(
    read: Read, introduction: str, mention: str, speaker: str
) -> None:
    reading = read(f"{introduction} {mention} zegt dat de kade veilig is.")
    attribution = only(reading)
    assert words(reading, attribution.source) == [mention]
    assert attribution.speaker == speaker


def test_a_plural_pronoun_is_many(read: Read) -> None:
    assert only(read("De vissers bezochten de haven. Ze zeggen dat de kade veilig is.")).speaker == "de vissers"


def test_he_and_she_are_told_apart(read: Read) -> None:
    introduction = "Burgemeester Anna Veldkamp sprak met wethouder Karel Brons."
    assert only(read(f"{introduction} Hij zegt dat de kade veilig is.")).speaker == "Karel Brons"
    assert only(read(f"{introduction} Zij zegt dat de kade veilig is.")).speaker == "Anna Veldkamp"


def test_who_is_named_later_in_full_has_that_name_before_too(read: Read) -> None:
    reading = read("Veldkamp zegt dat de kade veilig is. Morgen bezoekt Anna Veldkamp de haven.")
    assert reading.attributions[0].speaker == "Anna Veldkamp"


def test_who_has_no_name_is_called_as_in_the_text(read: Read) -> None:
    assert only(read("Een visser uit het dorp zegt dat de kade veilig is.")).speaker == "een visser uit het dorp"


# Attitude, polarity, certainty, form


@pytest.mark.parametrize(
    ("report", "attitude", "polarity", "certainty"),
    [
        ("zegt dat de haven sluit", "say", "+", "certain"),
        ("vreest dat de haven sluit", "fear", "+", "possible"),
        ("is bang dat de haven sluit", "fear", "+", "possible"),
        ("hoopt dat de haven sluit", "hope", "+", "possible"),
        ("ontkent dat de haven sluit", "deny", "-", "certain"),
        ("ontkent niet zozeer dat de haven sluit", "deny", "-", "certain"),
        ("ontkent niet alleen dat de haven sluit", "deny", "-", "certain"),
        ("betwijfelt of de haven sluit", "doubt", "-", "possible"),
        ("denkt dat de haven sluit", "think", "+", "probable"),
        ("denkt niet dat de haven sluit", "think", "-", "probable"),
        ("is ervan overtuigd dat de haven sluit", "think", "+", "certain"),
        ("weet dat de haven sluit", "know", "+", "certain"),
        ("verwacht dat de haven sluit", "expect", "+", "probable"),
        ("wil dat de haven sluit", "want", "+", "unknown"),
        ("vraagt of de haven sluit", "ask", "+", "unknown"),
        ("belooft dat de haven sluit", "promise", "+", "certain"),
        ("zegt dat de haven misschien sluit", "say", "+", "possible"),
        ("zegt dat de haven waarschijnlijk sluit", "say", "+", "probable"),
        ("noemt de haven een gevaar", "judge", "+", "certain"),
        ("beschuldigt de schipper van diefstal", "accuse", "+", "certain"),
    ],
)
def test_attitude_polarity_and_certainty(read: Read, report: str, attitude: str, polarity: str, certainty: str) -> None:
    attribution = only(read(f"De wethouder {report}."))
    assert (attribution.attitude, attribution.polarity, attribution.certainty) == (attitude, polarity, certainty)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Volgens de bond stijgt de prijs.", "certain"),
        ("Naar de verwachting van de bond stijgt de prijs.", "probable"),
        ("Als het aan de vissers ligt, blijft de haven open.", "unknown"),
    ],
)
def test_a_word_that_introduces_a_source_tells_how_sure_it_is(read: Read, text: str, certainty: str) -> None:
    assert only(read(text)).certainty == certainty


@pytest.mark.parametrize(
    "dateline", ["OOSTERMEER - ", "DEN HAAG (ANP) – ", "DEN HAAG (ANP) ", "SLUIS, 3 mei - ", "BRUSSEL/GENT — "]
)
def test_a_dateline_is_nobodys_name(read: Read, dateline: str) -> None:
    text = f"{dateline}De wethouder zegt dat de haven sluit."
    attribution = only(read(text))
    assert attribution.speaker == "de wethouder"
    assert [text[slice(*span)] for span in attribution.source] == ["De wethouder"]


def test_no_source_holds_what_it_says(read: Read) -> None:
    attribution = only(read("Daarin schrijft een medewerker dat de filters ‘structureel uit’ stonden."))
    assert attribution.speaker == "een medewerker"
    assert not {*range(*attribution.source[0])} & {*range(*attribution.content[0])}


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "attitude", "polarity"),
    [
        ("De minister wijst de beschuldiging van de hand.", "de minister", ["wijst", "van de hand"], "deny", "-"),
        ("De klacht werd door de bond van de hand gewezen.", "de bond", ["werd", "van de hand gewezen"], "deny", "-"),
        ("De bond stelt in abrede dat de haven sluit.", "de bond", ["stelt in abrede"], "deny", "-"),
        ("De bond stelt niet in abrede dat de haven sluit.", "de bond", ["stelt", "in abrede"], "deny", "+"),
        ("De bond heeft er geen vertrouwen in dat het lukt.", "de bond", ["heeft er geen vertrouwen in"], "think", "-"),
        ("De bond gelooft niets van de cijfers.", "de bond", ["gelooft niets van"], "think", "-"),
    ],
)
def test_idioms_keep_their_words_and_their_polarity(
    read: Read, text: str, speaker: str, cue: list[str], attitude: str, polarity: str
) -> None:
    attribution = only(read(text))
    assert attribution.speaker == speaker
    assert [text[slice(*span)] for span in attribution.cue] == cue
    assert (attribution.attitude, attribution.polarity) == (attitude, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "De minister weigert te bevestigen dat er doden zijn.",
        "De gemeente las de aantijging dat zij geld heeft verduisterd.",
        "De woordvoerder wilde niet ingaan op de vraag of de haven sluit.",
    ],
)
def test_who_answers_or_refuses_does_not_say_it(read: Read, text: str) -> None:
    assert not read(text).attributions


def test_a_negation_in_what_is_said_is_the_speakers(read: Read) -> None:
    assert only(read("De wethouder zegt dat de haven niet sluit.")).polarity == "+"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“De haven blijft nog jaren open”, zegt de wethouder.", "direct"),
        ("De wethouder zegt dat de haven open blijft.", "indirect"),
        ("De wethouder zei dat de haven “een groot gevaar” vormt voor de stad.", "mixed"),
        ("De wethouder noemt de haven “een gevaar”.", "mixed"),
    ],
)
def test_form(read: Read, text: str, form: str) -> None:
    assert only(read(text)).form == form


@pytest.mark.parametrize(
    "text",
    [
        "De wethouder noemt de haven “een gevaar”.",
        "De wethouder sprak van een “groot gevaar voor de stad”.",
        "De wethouder zegt dat de haven “een groot gevaar voor de stad” is.",
    ],
)
def test_a_mark_that_opens_in_the_content_closes_there(read: Read, text: str) -> None:
    reading = read(text)
    content = said(reading, only(reading))
    assert content.count("“") == content.count("”")


# The reading as a whole

ARTICLE = (
    "De haven van Oosterwaal\n\n"
    "Burgemeester Anna Veldkamp zegt dat de haven open blijft. “Wij hebben alles gemeten”, zegt zij. “Er is geen "
    "gevaar.”\n\n"
    "Wethouder Karel Brons vreest dat de kade instort. Volgens hem is het hout te oud.\n\n"
    "De vissers ontkennen dat zij de kade hebben beschadigd. Naar verluidt komt er een onderzoek.\n"
)
OTHERS = [
    "“De fabriek sluit”, zegt Piet Zand, directeur van Staal Oost. Veldkamp gelooft dat niet.",
    "Hij zegt dat Brons gelijk heeft. Zij denkt dat Veldkamp gelijk heeft.",
    "“Nee.”\n– Ja.\n– Nee.",
]


def test_an_article(read: Read) -> None:
    reading = read(ARTICLE)
    assert_grounded(reading, ARTICLE)
    assert [(said(reading, a), a.speaker, a.form) for a in reading.attributions] == [
        ("dat de haven open blijft", "Anna Veldkamp", "indirect"),
        ("Wij hebben alles gemeten", "Anna Veldkamp", "direct"),
        ("Er is geen gevaar", "Anna Veldkamp", "direct"),
        ("dat de kade instort", "Karel Brons", "indirect"),
        ("is het hout te oud", "Karel Brons", "indirect"),
        ("dat zij de kade hebben beschadigd", "de vissers", "indirect"),
        ("komt er een onderzoek", None, "indirect"),
    ]


def test_ids_count_in_the_order_of_the_text(read: Read) -> None:
    reading = read(ARTICLE)
    assert [a.id for a in reading.attributions] == [f"A{n}" for n in range(1, len(reading.attributions) + 1)]
    starts = [a.content[0][0] for a in reading.attributions]
    assert starts == sorted(starts)


def test_names_are_entities(read: Read) -> None:
    reading = read(ARTICLE)
    found = {(reading.text[slice(*e.span)], e.type) for e in reading.entities}
    assert {("Anna Veldkamp", "PER"), ("Karel Brons", "PER")} <= found
    spans = [e.span for e in reading.entities]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_the_same_text_gives_the_same_bytes(read: Read) -> None:
    first = encode_line(read(ARTICLE))
    assert encode_line(read(ARTICLE)) == first
    for text in OTHERS:
        read(text)
    assert encode_line(read(ARTICLE)) == first


def test_what_was_read_before_changes_nothing(read: Read) -> None:
    forth = [encode_line(read(text)) for text in [*OTHERS, ARTICLE]]
    back = [encode_line(read(text)) for text in [ARTICLE, *reversed(OTHERS)]]
    assert forth == back[::-1]


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_gives_the_same_bytes(read: Read, tmp_path: Path, seed: str) -> None:
    """Sets of strings are in another order under another hash seed."""
    file = tmp_path / "text.txt"
    file.write_text(ARTICLE, encoding="utf-8", newline="")
    command = [sys.executable, "-c", "from wederhoor.cli import run; run()", "read", str(file), "--format", "jsonl"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([*command, "--lang", "nl"], capture_output=True, check=True, env=environment)
    assert done.stdout == encode_line(read(ARTICLE))


def test_a_reading_says_what_made_it(read: Read) -> None:
    reading = read(ARTICLE)
    assert reading.made_by["wederhoor"] == wederhoor.__version__
    assert reading.made_by["pipeline"].startswith("nl_")
    assert (reading.lang, reading.date, reading.doc) == ("nl", None, "text")


def test_a_path_is_a_path_and_a_text_is_a_text(tmp_path: Path) -> None:
    file = tmp_path / "haven.txt"
    file.write_text(ARTICLE, encoding="utf-8", newline="")
    for source in (file, str(file)):
        reading = wederhoor.read_file(source, date="2031-03-12")
        assert (reading.doc, reading.date, reading.text) == ("haven", "2031-03-12", ARTICLE)
    with pytest.raises(wederhoor.WederhoorError) as caught:
        wederhoor.read_file(tmp_path / "haveb.txt")
    assert caught.value.code == "W104"
    assert wederhoor.read_text(str(file), lang="nl").text == str(file)
    assert not hasattr(wederhoor, "read")


def test_what_is_known_beside_a_text_is_kept_with_the_reading(tmp_path: Path) -> None:
    known = {"title": "De haven", "publisher": "Ommelbode", "url": "https://ommelbode.example/1", "doc": "1"}
    file = tmp_path / "haven.txt"
    file.write_text(ARTICLE, encoding="utf-8", newline="")
    for reading in (wederhoor.read_text(ARTICLE, **known), wederhoor.read_file(file, **known)):
        assert known == {name: getattr(reading, name) for name in known}


@pytest.mark.parametrize(
    ("code", "text", "option"),
    [
        ("W101", "", None),
        ("W101", " \n\t", None),
        ("W103", "a\ud800", None),
        (
            "W105",
            "Der Bürgermeister sagt, dass der Hafen der Stadt bis zum Ende des nächsten Jahres offen bleibt.",
            None,
        ),
        ("W107", ARTICLE, ("date", "gisteren")),
        ("W201", ARTICLE, ("pipeline", "nl_bestaat_niet")),
        ("W201", ARTICLE, ("pipeline", "pytest")),
        ("W203", ARTICLE, ("lang", "xx")),
    ],
)
def test_what_cannot_be_read_is_refused(code: str, text: str, option: tuple[str, str] | None) -> None:
    with pytest.raises(WederhoorError) as caught:
        wederhoor.read_text(text, **dict([option] if option else []))
    assert caught.value.code == code


# Spans of any text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\r", "\u2028", "\x85"], ids=ascii)
def test_line_ends_of_any_kind_stay_and_are_counted(read: Read, end: str) -> None:
    text = ARTICLE.replace("\n", end)
    reading = read(text)
    assert_grounded(reading, text)
    expected = read(ARTICLE)
    assert [(said(reading, a), a.speaker) for a in reading.attributions] == [
        (said(expected, a), a.speaker) for a in expected.attributions
    ]


@pytest.mark.parametrize("before", ["\ufeff", "🎉", "👩‍👩‍👧‍👦", "\u200f", "e\u0301", "\n\n", "\t", "𝔄"], ids=ascii)
def test_spans_count_code_points(read: Read, before: str) -> None:
    text = f"{before}\n“{SAID}”, zegt Anna Veldkamp."
    reading = read(text)
    assert_grounded(reading, text)
    assert said(reading, only(reading)) == SAID


@pytest.mark.parametrize("sign", ["\ufeff", "\u200b", "\u200f", "\u2060", "\u00ad"], ids=ascii)
def test_an_invisible_character_before_the_mark_hides_nothing(read: Read, sign: str) -> None:
    reading = read(f"{sign}“{SAID}”, zegt Anna Veldkamp.")
    assert said(reading, only(reading)) == SAID


SIGNS = [
    *"“”„\"«»‘’'‚`.,:;?!…–-() \n",
    "\r\n",
    "\u200f",
    "\u202b",
    "\u00ad",
    "\ufeff",
    "🎉",
    "👩\u200d👧",
    "e\u0301",
    "\x00",
]
WORDS = ["zegt ", "Anna ", "Veldkamp ", "dat ", "de brug ", "hij ", "volgens ", "aldus ", "zou ", "is ", "dicht "]


@pytest.mark.parametrize("blanks", [" ", "  ", "   ", "\t", " \u00a0"], ids=ascii)
def test_blanks_between_sentences_do_not_join_them(blanks: str) -> None:
    """A sentence may begin, for the pipeline, with the white space before it."""
    pack = load_pack("nl")
    parsed = parse(
        load_pipeline(pack.about.pipeline, pack.about.probe), f"De brug is dicht.{blanks}De haven is open.", pack
    )
    assert [parsed.words[first] for first, _ in parsed.sentences] == ["De", "De"]


ANY = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(SIGNS + WORDS), max_size=40).map("".join))
SENTENCES = [
    "“De brug blijft dicht”, zegt burgemeester Anna Veldkamp van Oosterwaal, “en dat blijft zo.”",
    "Volgens wethouder Karel Brons, die de haven bezocht, is de kade veilig; de vissers vrezen dat zij moeten gaan.",
    "De minister zegt dat de boeren denken dat de prijzen dalen, maar in haar ogen is dat ‘onzin’.",
    "De directeur zou geld hebben gestolen, naar verluidt, en hij ontkent dat hij de sleutel had.",
]
LITTLE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(text=ANY)
@LITTLE
def test_any_text_has_sound_spans(read: Read, text: str) -> None:
    try:
        reading = read(text)
    except WederhoorError as error:
        assert error.code in {"W101", "W103"}
        return
    assert_grounded(reading, text)


@pytest.mark.slow
@given(
    sentence=st.sampled_from(SENTENCES),
    marks=st.lists(st.tuples(st.integers(0, 120), st.sampled_from([*"“”„\"«»‘’'‚`", ",,", "''", "\n"])), max_size=8),
)
@LITTLE
def test_marks_dropped_into_a_sentence_leave_sound_spans(
    read: Read, sentence: str, marks: list[tuple[int, str]]
) -> None:
    text = sentence
    for place, mark in marks:
        text = text[:place] + mark + text[place:]
    assert_grounded(read(text), text)


@pytest.mark.slow
@given(sentence=st.sampled_from(SENTENCES), start=st.integers(0, 100), end=st.integers(0, 120))
@LITTLE
def test_a_sentence_cut_anywhere_has_sound_spans(read: Read, sentence: str, start: int, end: int) -> None:
    text = f"a{sentence[start : start + end]}"
    assert_grounded(read(text), text)


def test_a_pronoun_behind_volgens_is_no_possessive_where_the_verb_comes_next() -> None:
    text = "Voorzitter Joke van Elsen is boos. Volgens haar bedragen de kosten hooguit 400.000 euro."
    [found] = wederhoor.read_text(text, lang="nl").attributions
    assert (found.speaker, [text[slice(*s)] for s in found.content]) == (
        "Joke van Elsen",
        ["bedragen de kosten hooguit 400.000 euro"],
    )
    text = "Joke van Elsen is boos. Volgens haar moeder is de baan te duur."
    [found] = wederhoor.read_text(text, lang="nl").attributions
    assert [text[slice(*s)] for s in found.source] == ["haar moeder"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Advocaat Mark Wiersma vroeg om uitstel. De raadsman zei dat er haast is.", "Mark Wiersma"),
        ("Minister Ilse Roor kwam te laat. De bewindsvrouw zei dat er haast is.", "Ilse Roor"),
        ("Ria Koster sprak met de directie. Die liet weten dat er haast is.", "de directie"),
        ("De recherche wil niets kwijt. Zij denkt dat de brand is aangestoken.", "de recherche"),
        ("Ria Koster zwijgt al jaren. “Mijn vader zei dat er haast was,” vertelt Koster.", "de vader van Ria Koster"),
        ("Mark Wiersma heeft twijfels: de raad zou te laat zijn ingelicht.", "Mark Wiersma"),
        ("Oppositieleider Sharon verwierp het plan. Hij zei dat er haast was.", "Sharon"),
        ("Minister Van Aalst van Volksgezondheid lachte. Hij zei dat er haast was.", "Van Aalst"),
        (
            "Ria Koster las een brief waarin een agent schreef dat er haast was. “Toen ben ik gaan zitten.”",
            "Ria Koster",
        ),
        (
            "Ria Koster schrijft. Ria Koster zwemt. Haar zus Anke Koster rijdt paard. Ze zei dat er haast was.",
            "Ria Koster",
        ),
    ],
)
def test_who_is_meant(read: Read, text: str, speaker: str) -> None:
    assert read(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Burgemeester Vlier noemt het plan onverantwoord.", [("het plan onverantwoord", "judge")]),
        ("President Morav noemt het kanaal diefstal.", [("het kanaal diefstal", "judge")]),
        ("De minister vindt dat onzin.", [("dat onzin", "judge")]),
        ("De organisatie vreest dat bewijs verloren gaat.", [("dat bewijs verloren gaat", "fear")]),
        ("De vereniging voelt daar niets voor.", [("daar", "want")]),
        ("Het bedrijf is daartoe bereid.", [("daartoe", "want")]),
        (
            "Uit onderzoek van de provincie blijkt dat nog eens driehonderd banen verdwijnen als de werf dichtgaat.",
            [("dat nog eens driehonderd banen verdwijnen als de werf dichtgaat", "say")],
        ),
        ("Er zijn berichten dat een mast is omgevallen.", [("dat een mast is omgevallen", "say")]),
        (
            "Volgens Jansen is dat onzin, maar De Vries denkt daar anders over.",
            [("is dat onzin", "say"), ("daar", "think")],
        ),
        (
            "Ouders bestrijden dat: de school haalde juist hoge scores.",
            [("dat", "deny"), ("de school haalde juist hoge scores", "say")],
        ),
        ("Wij gaan door, aldus een strijdbare Jansen gisteren in een interview.", [("Wij gaan door", "say")]),
        ("De minister wilde niet zeggen of hij opstapt.", []),
        ("Of hij opstapt, wilde de minister niet zeggen.", []),
    ],
)
def test_what_is_reported(read: Read, text: str, reports: list[tuple[str, str]]) -> None:
    found = [(" ".join(text[slice(*s)] for s in a.content), a.attitude) for a in read(text).attributions]
    assert found == reports


def test_a_parenthesis_between_commas_takes_both_sides(read: Read) -> None:
    text = "De warmte van gebouwen is, stelt zij, onvoldoende uitgesloten als verklaring."
    [found] = read(text).attributions
    assert [text[slice(*s)] for s in found.content] == [
        "De warmte van gebouwen is",
        "onvoldoende uitgesloten als verklaring",
    ]
