"""One model of several accounts: who holds each link, who denies it, who gives it another sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run_here

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.exchange.models import edge_list, graphml, kumu, parse_model
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import AccountModel
from wederhoor.running import find_loops
from wederhoor.running.account_models import account_models
from wederhoor.running.merged_models import merged_model

TEXT = """Burgemeester Anna Visser zegt dat de uitkoop van boeren tot banenverlies leidt. Meer patrouilles leiden tot minder \
stakingen, zegt Visser. Stakingen leiden tot armoede, zegt Visser.

Boer Tom Haak ontkent dat de uitkoop van boeren tot banenverlies leidt. Meer patrouilles leiden tot meer stakingen, zegt Haak. \
Armoede leidt tot stakingen, zegt Haak. Stakingen leiden tot armoede, zegt Haak.
"""


@pytest.fixture(scope="module")
def merged() -> AccountModel:
    study = open_student("nl")(load_text(TEXT, doc="krant", lang="nl"))
    case = build_case([study], load_pack("nl"))
    return merged_model(account_models(case.accounts, case, [study]))


def test_a_link_that_two_hold_has_the_words_of_both(merged: AccountModel) -> None:
    [edge] = [edge for edge in merged.model.edges if (edge.cause, edge.effect) == ("stakingen", "armoede")]
    assert edge.sign == "+"
    assert {ground.speaker for ground in edge.grounds} == {"Anna Visser", "Tom Haak"}


def test_two_signs_are_none_and_each_has_its_holder(merged: AccountModel) -> None:
    [edge] = [edge for edge in merged.model.edges if edge.cause == "patrouilles"]
    assert edge.sign == "0"
    assert {(ground.speaker, ground.sign) for ground in edge.grounds} == {("Anna Visser", "-"), ("Tom Haak", "+")}
    assert any("W565" in line and "Anna Visser" in line and "Tom Haak" in line for line in merged.notices)


def test_what_somebody_denies_never_runs_whoever_holds_it(merged: AccountModel) -> None:
    assert not any(edge.effect == "banenverlies" for edge in merged.model.edges)
    apart = [link for link in merged.model.unheld if link.effect == "banenverlies"]
    assert {(link.stance, ground.speaker) for link in apart for ground in link.grounds} == {
        ("asserts", "Anna Visser"),
        ("denies", "Tom Haak"),
    }
    assert any("W564" in line for line in merged.notices)


def test_a_loop_of_what_two_say_is_found(merged: AccountModel) -> None:
    [loop] = find_loops(merged.model).loops
    assert {link.cause for link in loop.edges} == {"stakingen", "armoede"}


@pytest.mark.parametrize("write", [edge_list.write_edge_list, graphml.write_graphml])
def test_it_is_written_and_read_as_other_models_are(merged: AccountModel, write: object) -> None:
    assert callable(write)
    suffix = "csv" if write is edge_list.write_edge_list else "graphml"
    again = parse_model(write(merged.model).encode(), f"model.{suffix}")
    assert {(e.cause, e.effect, e.sign) for e in again.edges} == {
        (e.cause, e.effect, e.sign) for e in merged.model.edges
    }
    assert len(again.unheld) == len(merged.model.unheld)
    assert "banenverlies" in kumu.write_kumu(merged.model)


def test_by_the_command(tmp_path: Path) -> None:
    (tmp_path / "krant.txt").write_text(TEXT, encoding="utf-8")
    found = run_here("model", tmp_path / "krant.txt", "--lang", "nl", "--merged")
    shown = found.stdout.decode()
    assert "Tom Haak + Anna Visser" in shown
    assert "W564" in found.stderr.decode()
    assert run_here("loops", tmp_path / "krant.txt", "--lang", "nl", "--merged").returncode == 0
