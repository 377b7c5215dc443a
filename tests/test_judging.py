"""What people say of conflicts between two documents holds on to the words of both, whatever is read or matched next."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection

from wederhoor.cases import build_case
from wederhoor.errors import WederhoorError
from wederhoor.languages.pack import load_pack
from wederhoor.records import AuthorSide, Document, SideRef, Stale, Study
from wederhoor.store import (
    Store,
    anchor_collision,
    anchor_sides,
    correct,
    judgments,
    list_collisions,
    match_documents,
    open_store,
    put_study,
    rejected_pairs,
    remove_document,
    shown,
    shown_studies,
    stale_corrections,
    undo,
    whole_log,
)
from wederhoor.store.row_types import CollisionRow

Studies = dict[str, Study]


def fill(store: Store, studies: Studies) -> None:
    with store.writing() as db:
        for study in studies.values():
            put_study(db, study)
    match_documents(store)


def first(db: Connection) -> CollisionRow:
    return list_collisions(db).rows[0]


def sides(rows: tuple[CollisionRow, ...]) -> set[frozenset[tuple[str, str]]]:
    return {frozenset([(row.a_doc, row.a_quote), (row.b_doc, row.b_quote)]) for row in rows}


def moved(study: Study, before: str) -> Study:
    """The same study of a text with something in front of it."""
    by = len(before)

    def shifted(value: object) -> object:
        if isinstance(value, list | tuple) and len(value) == 2 and all(type(part) is int for part in value):
            return [part + by for part in value]
        if isinstance(value, list | tuple):
            return [shifted(part) for part in value]
        return {name: shifted(part) for name, part in value.items()} if isinstance(value, dict) else value

    text = before + study.reading.text
    fields = shifted(msgspec.to_builtins(msgspec.structs.replace(study, words=type(study.words)())))
    made = msgspec.convert(fields, Study)
    sha256 = Document(doc="x", text=text).sha256
    return msgspec.structs.replace(made, reading=msgspec.structs.replace(made.reading, text=text, sha256=sha256))


def without(study: Study, item: str) -> Study:
    """A study in which the machine does not find that statement."""
    reading = study.reading
    kept = tuple(a for a in reading.attributions if a.id != item)
    conflicts = tuple(c for c in reading.conflicts if item not in (c.a, c.b))
    return msgspec.structs.replace(
        study,
        reading=msgspec.structs.replace(reading, attributions=kept, conflicts=conflicts, events=(), forecasts=(), causal=()),
        gists=tuple(gist for gist in study.gists if gist.side != item),
    )  # fmt: skip


def test_a_rejected_conflict_is_left_out_until_that_is_undone(place: str, read_by_pipeline: Studies) -> None:
    with open_store(place, create=True) as store:
        fill(store, read_by_pipeline)
        with store.writing() as db:
            before = list_collisions(db).rows
            made = correct(db, "anna", "reject", anchor_collision(db, before[0].id))
            assert sides(list_collisions(db).rows) == sides(before[1:])
            (out,) = list_collisions(db, verdict="reject").rows
            assert (out.verdict, out.judged, out.a_quote) == ("reject", made.id, before[0].a_quote)
            assert list_collisions(db, verdict="confirm").rows == ()
            undo(db, "anna", made.id)
            assert list_collisions(db).rows == before
            undo(db, "anna", 2)  # the undoing of the undoing
            assert sides(list_collisions(db).rows) == sides(before[1:])
            correct(db, "bram", "confirm", anchor_collision(db, before[0].id))  # the later word counts
            assert first(db).verdict == "confirm"


@pytest.mark.parametrize("again", ["haven", "kade"])
@pytest.mark.parametrize("kind", ["confirm", "reject"])
def test_a_judgment_outlives_another_reading_of_either_document(
    place: str, read_by_pipeline: Studies, again: str, kind: str
) -> None:
    with open_store(place, create=True) as store:
        fill(store, read_by_pipeline)
        with store.writing() as db:
            row = first(db)
            correct(db, "anna", kind, anchor_collision(db, row.id))  # type: ignore[arg-type]
            put_study(db, moved(read_by_pipeline[again], "Vooraf gaat een zin. "))
            kept = list_collisions(db, verdict=kind).rows  # type: ignore[arg-type]
            assert sides(kept) == sides((row,))  # while they wait to be matched
            assert [one.id for one in kept] == [row.id]
            assert stale_corrections(db) == []
        match_documents(store)
        with store.reading() as db:
            (found,) = list_collisions(db, verdict=kind).rows  # type: ignore[arg-type]
            assert sides((found,)) == sides((row,))
            assert found.judged == 1
            assert stale_corrections(db) == []
            text = shown(db, found.a_doc).reading.text
            assert text[found.a_start : found.a_end] == found.a_quote


def test_a_judgment_that_finds_nothing_is_shown_and_comes_back(place: str, read_by_pipeline: Studies) -> None:
    with open_store(place, create=True) as store:
        fill(store, read_by_pipeline)
        with store.writing() as db:
            row = first(db)
            correct(db, "anna", "reject", anchor_collision(db, row.id))
            kade = read_by_pipeline["kade"]
            other = msgspec.structs.replace(kade.reading, text="x" * len(kade.reading.text), sha256="0" * 64)
            put_study(db, msgspec.structs.replace(kade, reading=other))
            assert stale_corrections(db) == [Stale(1, "words-gone")]
            item = row.b if row.b_doc == "kade" else row.a
            assert item
            put_study(db, without(kade, item))
            assert stale_corrections(db) == [Stale(1, "item-gone")]
            remove_document(db, "kade")
            assert stale_corrections(db) == []  # it waits
            put_study(db, kade)
        match_documents(store)
        with store.writing() as db:
            assert stale_corrections(db) == []
            assert sides(list_collisions(db, verdict="reject").rows) == sides((row,))
            # what the machine does not find any more stays as it was judged, as long as both have said it
            gists = tuple(msgspec.structs.replace(g, terms=(), dispute=None, pointing=False) for g in kade.gists)
            put_study(db, msgspec.structs.replace(kade, gists=gists))
        match_documents(store)
        with store.writing() as db:
            assert stale_corrections(db) == []
            assert sides(list_collisions(db, verdict="reject").rows) == sides((row,))
            remove_document(db, "kade")
            put_study(db, msgspec.structs.replace(kade, gists=gists))
        match_documents(store)
        with store.writing() as db:
            assert stale_corrections(db) == [Stale(1, "item-gone")]
            undo(db, "anna", 1)
            assert stale_corrections(db) == []


def test_a_rejected_conflict_is_in_no_account_and_no_issue(place: str, read_by_pipeline: Studies) -> None:
    with open_store(place, create=True) as store:
        fill(store, read_by_pipeline)
        with store.writing() as db:
            studies = [study for study, _ in shown_studies(db)]
            pack = load_pack("nl")
            before = build_case(studies, pack)
            across = [c for c in before.conflicts if c.a.doc != c.b.doc]
            correct(db, "anna", "reject", anchor_sides(db, across[0].a, across[0].b))
            after = build_case(studies, pack, (), rejected_pairs(db))
        pairs = {frozenset((c.a, c.b)) for c in before.conflicts} - {frozenset((across[0].a, across[0].b))}
        assert {frozenset((c.a, c.b)) for c in after.conflicts} == pairs
        known = {c.id for c in after.conflicts}
        assert all({*account.conflicts} <= known for account in after.accounts)
        assert all({*issue.conflicts} <= known for issue in after.issues)
        assert sum(len(a.conflicts) for a in after.accounts) < sum(len(a.conflicts) for a in before.accounts)


def test_what_is_no_conflict_between_documents_is_refused(place: str, read_by_pipeline: Studies) -> None:
    with open_store(place, create=True) as store:
        fill(store, read_by_pipeline)
        with store.writing() as db:
            before = sides(list_collisions(db).rows)
            one = SideRef("haven", "A1")
            for other, code in (
                (SideRef("haven", "A2"), "W809"),
                (SideRef("kade", "A99"), "W808"),
                (SideRef("nergens", "A1"), "W808"),
                (SideRef("kade", AuthorSide((5, 99_999))), "W808"),
            ):
                with pytest.raises(WederhoorError, match=code):
                    anchor_sides(db, one, other)
            with pytest.raises(WederhoorError, match="W808"):
                anchor_collision(db, 999)
            target = anchor_collision(db, first(db).id)
            with pytest.raises(WederhoorError, match="W809"):
                correct(db, "anna", "set", target, {"field": "kind", "value": "figure"})
            agreed = anchor_sides(db, SideRef("haven", "A2"), SideRef("kade", "A1"))
            with pytest.raises(WederhoorError, match="W809"):
                correct(db, "anna", "reject", agreed)
            assert sides(list_collisions(db).rows) == before
            assert whole_log(db) == []


def test_the_log_of_judgments_gives_the_same_case_again(place: str, tmp_path: Path, read_by_pipeline: Studies) -> None:
    with open_store(place, create=True) as store, open_store(tmp_path / "other.db", create=True) as other:
        fill(store, read_by_pipeline)
        fill(other, dict(reversed(read_by_pipeline.items())))
        with store.writing() as db, other.writing() as copy:
            correct(db, "anna", "reject", anchor_collision(db, first(db).id))
            for entry in whole_log(db):
                correct(copy, entry.who, entry.kind, entry.target, entry.payload, at=entry.at)
            assert whole_log(copy) == whole_log(db)
            assert sides(list_collisions(copy, verdict="reject").rows) == sides(
                list_collisions(db, verdict="reject").rows
            )
            assert len(judgments(copy, "haven", "kade")) == len(judgments(copy, "kade")) == 1
