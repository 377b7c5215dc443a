"""What is said to go together is no cause: a link of its own kind, shown and written, that never runs."""

from __future__ import annotations

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.exchange.models.dot import write_dot
from wederhoor.exchange.models.edge_list import write_edge_list
from wederhoor.exchange.models.loading import parse_model
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Model, Study
from wederhoor.running.account_models import account_models
from wederhoor.running.choosing import arguing
from wederhoor.running.loops import find_loops

Pair = tuple[str, str]


def study(text: str, lang: str) -> Study:
    return open_student(lang)(load_text(text, doc="x", lang=lang))


def model(text: str, lang: str = "nl") -> Model:
    read = study(text, lang)
    case = build_case([read], load_pack(lang))
    [found] = account_models(arguing(case), case, [read])
    return found.model


@pytest.mark.parametrize(
    ("lang", "text", "pair"),
    [
        ("nl", "De armoede gaat samen met de droogte.", ("De armoede", "de droogte")),
        ("nl", "De hitte hangt samen met de droogte.", ("De hitte", "de droogte")),
        ("nl", "Meer handel gaat gepaard met meer lawaai.", ("Meer handel", "meer lawaai")),
        ("nl", "Volgens Jan Smit loopt de huur gelijk op met de armoede.", ("de huur", "de armoede")),
        ("nl", "De armoede gaat hand in hand met de criminaliteit.", ("De armoede", "de criminaliteit")),
        ("nl", "Een stijging van de huur correleert met onrust.", ("Een stijging van de huur", "onrust")),
        ("en", "Obesity is associated with poverty.", ("Obesity", "poverty")),
        ("en", "Higher rents correlate with lower trust.", ("Higher rents", "lower trust")),
        ("en", "The rise in crime went hand in hand with a fall in trust.", ("The rise in crime", "a fall in trust")),
    ],
)
def test_what_goes_together_is_read_apart_from_causes(lang: str, text: str, pair: Pair) -> None:
    read = study(text, lang)
    assert [(text[slice(*c.cause)], text[slice(*c.effect)]) for c in read.reading.correlations] == [pair]
    assert read.reading.causal == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "De hitte hangt niet samen met de droogte."),
        ("nl", "Smit ontkent dat de hitte samenhangt met de droogte."),
        ("nl", "De minister gaat samen met de premier naar Lunteren."),
        ("nl", "Anna ging hand in hand met Piet naar school."),
        ("en", "The minister is associated with the firm."),
        ("en", "Obesity is not associated with poverty."),
    ],
)
def test_who_walks_together_or_denies_it_is_no_link(lang: str, text: str) -> None:
    assert study(text, lang).reading.correlations == ()


def test_a_correlation_belongs_to_whose_word_it_is() -> None:
    read = study("De wind draait. “De hitte hangt samen met de droogte,” zegt Jan Smit.", "nl")
    [said] = read.reading.correlations
    case = build_case([read], load_pack("nl"))
    assert {account.holder: [ref.id for ref in account.correlations] for account in case.accounts}["Jan Smit"] == [
        said.id
    ]


def test_a_correlation_is_listed_and_written_and_never_runs() -> None:
    drawn = model(
        "Meer regen leidt tot meer gras. Meer gras gaat samen met meer regen. Meer gras leidt tot meer koeien."
    )
    assert [(e.cause, e.effect) for e in drawn.edges] == [("regen", "gras"), ("gras", "koeien")]
    assert [(u.cause, u.effect, u.sign, u.stance) for u in drawn.unheld] == [("gras", "regen", "+", "correlates")]
    assert find_loops(drawn).loops == ()
    assert 'correlates: x+" color="#8a8f98" fontcolor="#50555d" style="dashed"' in write_dot(drawn)
    again = parse_model(write_edge_list(drawn).encode(), "model.csv")
    assert [(u.cause, u.effect, u.sign, u.stance) for u in again.unheld] == [("gras", "regen", "+", "correlates")]


def test_the_sign_is_that_of_both_directions() -> None:
    [link] = model(
        "De stijging van de huur correleert met een daling van de onrust. Meer huur leidt tot meer zorg."
    ).unheld
    assert (link.cause, link.effect, link.sign) == ("huur", "onrust", "-")
