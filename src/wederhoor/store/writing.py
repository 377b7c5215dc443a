"""Putting documents into a case. What the machine said before is replaced, what people said is laid over it again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Literal

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from wederhoor.records import Correction, Stale, Study
from wederhoor.store.blobs import encode_study
from wederhoor.store.collision_rows import collides_alike, follow_words, forget_rows
from wederhoor.store.columns import row_id
from wederhoor.store.conflict_judgments import judge_again
from wederhoor.store.involved import clear_involved, fill_involved, known_identities
from wederhoor.store.lexemes import forms_of
from wederhoor.store.log import corrections_of
from wederhoor.store.neighbours import add_terms, forget_terms
from wederhoor.store.overlay import judged_items, outcomes_of
from wederhoor.store.reading import KeptDocument, kept_document, stored
from wederhoor.store.review_queue import clear_queue, fill_queue
from wederhoor.store.rows import rows_of
from wederhoor.store.schema import (
    ITEM_TABLES,
    SEARCHED,
    UNKNOWN,
    actors,
    documents,
    forms,
    removed,
    speakers,
    spoken,
    stale,
    state,
    statements,
    studies,
)
from wederhoor.store.voices import speakers_in

Outcome = Literal["new", "replaced"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where a document came from and how it was read, by which it is known when it comes again.

    ``origin`` is a digest of the file's path, so that a case that is mailed tells no folder names; ``sha256`` is that of the
    file's bytes; ``read_with`` says the versions and the options.
    """

    origin: str | None = None
    sha256: str | None = None
    read_with: str | None = None
    publisher: str | None = None


def now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def put_study(db: Connection, study: Study, source: Source | None = None, *, at: str | None = None) -> Outcome:
    """Put one document into the case, in place of what the machine said of the document of that name before."""
    source = source or Source()
    doc = study.reading.doc
    found = db.execute(select(documents.c.id).where(documents.c.doc == doc)).scalar_one_or_none()
    fields = {
        "sha256": study.reading.sha256,
        "title": study.reading.title,
        "date": study.reading.date or UNKNOWN,
        "lang": study.reading.lang,
        "publisher": source.publisher,
        "made_by": msgspec.json.encode(study.reading.made_by).decode(),
        "imported_at": at or now(),
        "origin": source.origin,
        "source_sha256": source.sha256,
        "read_with": source.read_with,
        "characters": len(study.reading.text),
        "statements": 0,
        "events": 0,
        "forecasts": 0,
        "corrections": 0,
    }
    blob = encode_study(study)
    if found is None:
        document, before = _new(db, doc, fields), None
        db.execute(insert(studies), {"document_id": document, "study": blob})
    else:
        document, kept = found, kept_document(db, doc)
        before = kept.shown
        _count_forms(db, kept.study, -1)
        db.execute(update(documents).where(documents.c.id == document), fields)
        db.execute(update(studies).where(studies.c.document_id == document), {"study": blob})
    _count_forms(db, study, 1)
    _index(db, KeptDocument(document, study, tuple(corrections_of(db, doc))), before)
    return "new" if found is None else "replaced"


def index_again(db: Connection, doc: str) -> tuple[Stale, ...]:
    """Make the rows of a document again, whatever was changed; it is matched again where a correction matters to that.

    Gives those corrections that found nothing to correct.
    """
    kept = kept_document(db, doc)
    return _index(db, kept, kept.study)


def index_after(db: Connection, before: KeptDocument, entry: Correction) -> KeptDocument:
    """Make the rows of a document again after one more entry; gives the document as it is then."""
    after = before.followed_by(entry)
    _index(db, after, before.shown)
    return after


def describe_case(db: Connection, description: str) -> None:
    """Say what a case is about, in place of what was said; nothing takes that away."""
    db.execute(update(state).values(description=description.strip() or None))


def remove_document(db: Connection, doc: str) -> bool:
    """Take a document out of the case; False where there is none of that name. Corrections stay, should it come again."""
    found = db.execute(select(documents.c.id).where(documents.c.doc == doc)).scalar_one_or_none()
    if found is None:
        return False
    _count_forms(db, stored(db, doc), -1)
    _clear(db, found)
    forget_rows(db, found)
    forget_terms(db, found)
    db.execute(delete(spoken).where(spoken.c.document_id == found))
    db.execute(update(state).values(unjoined=1))
    db.execute(delete(studies).where(studies.c.document_id == found))
    db.execute(delete(documents).where(documents.c.id == found))
    db.execute(insert(removed), {"doc": doc, "document_id": found})
    judge_again(db, doc)
    return True


def _new(db: Connection, doc: str, fields: Mapping[str, object]) -> int:
    number = _number(db, doc)
    db.execute(insert(documents), {"id": number, "doc": doc, **fields})
    return number


def _number(db: Connection, doc: str) -> int:
    """The number that a document of this name had before it was taken out, else one that none ever had."""
    before = db.execute(
        delete(removed).where(removed.c.doc == doc).returning(removed.c.document_id)
    ).scalar_one_or_none()
    if before is not None:
        return int(before)
    last = (db.execute(select(func.max(one))).scalar_one() for one in (documents.c.id, removed.c.document_id))
    return 1 + max(number or 0 for number in last)


def _index(db: Connection, kept: KeptDocument, before: Study | None) -> tuple[Stale, ...]:
    """Make the rows of a document; ``before`` is what was shown of it until now, None of one that is new."""
    document = kept.number
    shown, lost = kept.shown_with_stale
    was = known_identities(db, document) if before is not None else {}
    if before is not None:
        _clear(db, document)
    known = speakers_in(db, document, shown.reading)
    outcomes = outcomes_of(shown.reading, kept.standing)
    made = rows_of(shown, document, known, outcomes)
    for table, rows in made.items():
        if rows:
            db.execute(insert(table), rows)
    all_known = fill_involved(db, document, shown.reading, made[actors], was)
    fill_queue(db, document, shown, judged_items(shown.reading, kept.standing), known)
    _words(db, document, "add")
    _add_to_speakers(db, Counter(who for item in shown.reading.attributions if (who := known(item)) is not None))
    if lost:
        db.execute(
            insert(stale), [{"correction_id": s.correction, "document_id": document, "why": s.why} for s in lost]
        )
    counts = {layer: len(getattr(shown.reading, layer)) for layer in ("events", "forecasts")}
    numbers = {**counts, "statements": len(shown.reading.attributions), "corrections": len(kept.standing)}
    db.execute(update(documents).where(documents.c.id == document), numbers)
    alike = before is not None and collides_alike(before, shown)
    if not alike or not all_known:
        db.execute(update(state).values(unjoined=1))
    if not alike:
        _match_again(db, document, before, shown)
    return lost


def _match_again(db: Connection, document: int, before: Study | None, shown: Study) -> None:
    """Let a document wait to be matched; until then what is known of its conflicts follows its words."""
    forget_terms(db, document)
    add_terms(db, document, shown)
    if before is not None:
        follow_words(db, document, before, shown)
    db.execute(update(documents).where(documents.c.id == document).values(matched=0))
    judge_again(db, shown.reading.doc)


def _clear(db: Connection, document: int) -> None:
    """Take the rows of a document away."""
    first, end = row_id(document, 0), row_id(document + 1, 0)
    said = select(statements.c.speaker_id, func.count()).where(statements.c.id.between(first, end - 1))
    gone = db.execute(said.where(statements.c.speaker_id.is_not(None)).group_by(statements.c.speaker_id)).all()
    _add_to_speakers(db, {speaker: -count for speaker, count in gone})
    _words(db, document, "take")
    clear_queue(db, document)
    clear_involved(db, document)
    for table in ITEM_TABLES:
        db.execute(delete(table).where(table.c.id.between(first, end - 1)))
    db.execute(delete(stale).where(stale.c.document_id == document))


def _words(db: Connection, document: int, what: Literal["add", "take"]) -> None:
    """Bring the index of words of an SQLite case in step with the rows of a document; that of PostgreSQL is in the rows.

    By hand and not by triggers: in a case that was mailed, triggers may be somebody else's, and none are trusted.
    """
    if db.dialect.name != "sqlite":
        return
    for table in SEARCHED:
        index = f"{table.name}_words"
        columns, values = ("", "") if what == "add" else (f"{index}, ", "'delete', ")
        db.execute(
            text(
                f"INSERT INTO {index}({columns}rowid, lemmas) SELECT {values}id, lemmas FROM {table.name} "  # noqa: S608  # names of our own
                "WHERE id BETWEEN :first AND :last ORDER BY id"
            ),
            {"first": row_id(document, 0), "last": row_id(document + 1, 0) - 1},
        )


def _add_to_speakers(db: Connection, counts: Mapping[int, int]) -> None:
    if counts:
        more = update(speakers).where(speakers.c.id == bindparam("who"))
        more = more.values(statements=speakers.c.statements + bindparam("more"))
        db.execute(more, [{"who": who, "more": count} for who, count in sorted(counts.items())])


def _count_forms(db: Connection, study: Study, times: int) -> None:
    counted = sorted(forms_of(study.reading.text, study.words).items())
    if not counted:
        return
    made = postgresql.insert(forms) if db.dialect.name == "postgresql" else sqlite.insert(forms)
    added = made.on_conflict_do_update(
        index_elements=["form", "lemma"], set_={"times": forms.c.times + made.excluded.times}
    )
    rows = [{"form": form, "lemma": lemma, "times": times * count} for (form, lemma), count in counted]
    db.execute(added, rows)
    if times < 0:
        gone = delete(forms).where(forms.c.form == bindparam("f"), forms.c.lemma == bindparam("l"), forms.c.times <= 0)
        db.execute(gone, [{"f": form, "l": lemma} for (form, lemma), _ in counted])
