"""The issues of a case as a database of Discourse Network Analyzer 3 (Leifeld; SQLite, tables as its Sql.java makes them).

Each quote of an account that maintains or denies the claim of an issue is a *DNA Statement*: person, organization, concept (the
claim) and agreement (yes if he maintains it, no if he denies it), and beside these the position and stance. Who only doubts,
asks, hopes or fears agrees nor disagrees, and DNA has no third answer: he is left out. Offsets count in UTF-16 units of the
text with line ends of one character, as Java counts.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final

import msgspec

from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownIssue
from wederhoor.exchange.standards.speakers import Speaker, Speakers
from wederhoor.records import MAINTAINED, Reading

VERSION: Final = "3.0.11"
"""Of the program whose scheme this is."""
PASSWORD: Final = "wederhoor"  # noqa: S105  # DNA asks for one; the file keeps nothing from anyone
"""Of the coder *Admin*, whom DNA asks for when the file is opened."""
_LONGEST: Final = 190
"""Characters of a name of anything (the tables check it)."""
_ROUNDS: Final = 100_000
_VARIABLES: Final = (
    (1, "person", "short text"),
    (2, "organization", "short text"),
    (3, "concept", "short text"),
    (4, "agreement", "boolean"),
    (5, "position", "short text"),
    (6, "stance", "short text"),
    (7, "quote", "long text"),
)
_PERMISSIONS: Final = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
    "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
    "ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip
_COLOUR: Final = (
    "Red INTEGER NOT NULL DEFAULT {0}, Green INTEGER NOT NULL DEFAULT {1}, Blue INTEGER NOT NULL DEFAULT {2}"
)
_GONE: Final = "ON DELETE CASCADE"
_DATA: Final = (
    "ID INTEGER PRIMARY KEY NOT NULL, "
    f"StatementId INTEGER NOT NULL REFERENCES STATEMENTS(ID) {_GONE}, "
    f"VariableId INTEGER NOT NULL REFERENCES VARIABLES(ID) {_GONE}, {{}}, UNIQUE (StatementId, VariableId)"
)
_TABLES: Final = {
    "SETTINGS": "Property TEXT PRIMARY KEY NOT NULL, Value TEXT",
    "CODERS": "ID INTEGER PRIMARY KEY NOT NULL, Name TEXT NOT NULL UNIQUE, "
    + _COLOUR.format(0, 0, 0)
    + ", Refresh INTEGER NOT NULL DEFAULT 0, FontSize INTEGER NOT NULL DEFAULT 14, Password TEXT NOT NULL, "
    "PopupWidth INTEGER NOT NULL DEFAULT 300, ColorByCoder INTEGER NOT NULL DEFAULT 0, "
    "PopupDecoration INTEGER NOT NULL DEFAULT 0, PopupAutoComplete INTEGER NOT NULL DEFAULT 1, "
    + ", ".join(f"Permission{name} INTEGER NOT NULL DEFAULT 1" for name in _PERMISSIONS),
    "DOCUMENTS": "ID INTEGER PRIMARY KEY NOT NULL, Title TEXT NOT NULL, Text TEXT NOT NULL, "
    f"Coder INTEGER REFERENCES CODERS(ID) {_GONE}, Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', "
    "Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL",
    "STATEMENTTYPES": "ID INTEGER PRIMARY KEY NOT NULL, Label TEXT NOT NULL UNIQUE, " + _COLOUR.format(239, 208, 51),
    "VARIABLES": "ID INTEGER PRIMARY KEY NOT NULL, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text', "
    f"StatementTypeId INTEGER REFERENCES STATEMENTTYPES(ID) {_GONE}, UNIQUE (Variable, StatementTypeId)",
    "VARIABLELINKS": "ID INTEGER PRIMARY KEY NOT NULL, SourceVariableId INTEGER NOT NULL, TargetVariableId INTEGER NOT NULL",
    "REGEXES": "Label TEXT PRIMARY KEY NOT NULL, " + _COLOUR.format(0, 0, 0),
    "CODERRELATIONS": "ID INTEGER PRIMARY KEY NOT NULL, Coder INTEGER NOT NULL, OtherCoder INTEGER NOT NULL, "
    + ", ".join(
        f"{name} INTEGER NOT NULL DEFAULT 1"
        for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
    ),
    "STATEMENTS": "ID INTEGER PRIMARY KEY NOT NULL, "
    f"StatementTypeId INTEGER REFERENCES STATEMENTTYPES(ID) {_GONE}, DocumentId INTEGER REFERENCES DOCUMENTS(ID) {_GONE}, "
    f"Start INTEGER NOT NULL, Stop INTEGER NOT NULL, Coder INTEGER REFERENCES CODERS(ID) {_GONE}, CHECK (Start < Stop)",
    "DATABOOLEAN": _DATA.format("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _DATA.format("Value INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": f"ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL REFERENCES VARIABLES(ID) {_GONE}, "
    f"Value TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Value) <= {_LONGEST}), Red INTEGER, Green INTEGER, Blue INTEGER, "
    f"ChildOf INTEGER REFERENCES ENTITIES(ID) {_GONE}, UNIQUE (VariableId, Value)",
    "DATASHORTTEXT": _DATA.format(f"Entity INTEGER NOT NULL REFERENCES ENTITIES(ID) {_GONE}"),
    "DATALONGTEXT": _DATA.format("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": "ID INTEGER PRIMARY KEY NOT NULL, "
    f"VariableId INTEGER NOT NULL REFERENCES VARIABLES(ID) {_GONE}, AttributeVariable TEXT NOT NULL, "
    "UNIQUE (VariableId, AttributeVariable)",
    "ATTRIBUTEVALUES": f"ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL REFERENCES ENTITIES(ID) {_GONE}, "
    f"AttributeVariableId INTEGER NOT NULL REFERENCES ATTRIBUTEVARIABLES(ID) {_GONE}, "
    "AttributeValue TEXT NOT NULL DEFAULT '', UNIQUE (EntityId, AttributeVariableId)",
}


class DnaStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A quote by which an account says yes or no to the claim of an issue."""

    quote: Quote
    speaker: Speaker
    concept: str
    agrees: bool
    position: str


def dna(report: CaseReport, readings: Sequence[Reading], made_by: str) -> bytes:
    """The database; the same case gives the same bytes from the same version of SQLite. ``made_by`` stands in each document."""
    taken = list(taken_positions(report, readings))
    with closing(sqlite3.connect(":memory:")) as db:
        for name, columns in _TABLES.items():
            db.execute(f"CREATE TABLE {name} ({columns})")
        _write_frame(db)
        for number, reading in enumerate(readings, start=1):
            _write_document(db, number, reading, made_by)
        _write_statements(db, taken, {reading.doc: (n, reading) for n, reading in enumerate(readings, start=1)})
        db.commit()
        return db.serialize()


def taken_positions(report: CaseReport, readings: Sequence[Reading]) -> Iterator[DnaStatement]:
    """The quotes that maintain or deny the claim of an issue, issue by issue, each once."""
    speakers = Speakers(readings)
    for issue in report.issues:
        positions = _positions(issue)
        for cell in issue.cells:
            if cell.stance not in MAINTAINED and cell.stance != "denies":
                continue
            for quote in dict.fromkeys(cell.quotes):
                yield DnaStatement(
                    quote=quote,
                    speaker=speakers.of(quote),
                    concept=issue.concept,
                    agrees=cell.stance != "denies",
                    position=positions.get((quote.doc, quote.holder_id, cell.account), ""),
                )


def _positions(issue: ShownIssue) -> dict[tuple[str, str, str | None], str]:
    """The words of the positions, by document, statement and account."""
    return {
        (holding.quote.doc, holding.quote.holder_id, holding.account): holding.quote.full
        for position in issue.positions
        for holding in position.held
    }


def _write_frame(db: sqlite3.Connection) -> None:
    """What every database of DNA has: its version, a coder, a type of statement with its variables."""
    db.executemany("INSERT INTO SETTINGS VALUES (?, ?)", [("version", VERSION), ("date", "2024-01-01")])
    db.execute("INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, 'Admin', 255, 255, ?)", (_digest(),))
    db.execute("INSERT INTO STATEMENTTYPES (ID, Label) VALUES (1, 'DNA Statement')")
    db.executemany("INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", _VARIABLES)
    names = [(variable, name) for variable, _, kind in _VARIABLES if kind == "short text" for name in ("Type", "Alias")]
    db.executemany("INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)", names)


def _write_document(db: sqlite3.Connection, number: int, reading: Reading, made_by: str) -> None:
    day = dt.datetime.fromisoformat(reading.date or "1970-01-01").replace(tzinfo=dt.UTC)
    about = "" if reading.date else "No date is known. "
    db.execute(
        "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Notes, Date) VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
        (
            number, _short(reading.title or reading.doc), _lines(reading.text), _short(reading.byline or ""),
            _short(reading.publisher or ""), f"{about}{reading.doc}; SHA-256 {reading.sha256}; {made_by}",
            int(day.timestamp()),
        ),
    )  # fmt: skip


class _Entities:
    """The values of variables, each written once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[tuple[int, str], int] = {}

    def number(self, variable: int, value: str, kind: str = "", alias: str = "") -> int:
        """The number of a value; ``kind`` and ``alias`` are its attributes, of whoever comes first."""
        key = variable, _short(value)
        if key not in self._known:
            number = self._known[key] = len(self._known) + 1
            self._db.execute(
                "INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (?, ?, ?, 0, 0, 0)",
                (number, *key),
            )
            self._db.execute(
                "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) "
                "SELECT ?, ID, CASE AttributeVariable WHEN 'Type' THEN ? ELSE ? END FROM ATTRIBUTEVARIABLES "
                "WHERE VariableId = ?",
                (number, _short(kind), _short(alias), variable),
            )
        return self._known[key]


def _write_statements(
    db: sqlite3.Connection, taken: Sequence[DnaStatement], documents: dict[str, tuple[int, Reading]]
) -> None:
    entity = _Entities(db).number
    for number, one in enumerate(taken, start=1):
        document, reading = documents[one.quote.doc]
        actor = one.speaker.actor
        start, end = (_java(reading.text, at) for at in (one.quote.spans[0][0], one.quote.spans[-1][1]))
        db.execute("INSERT INTO STATEMENTS VALUES (?, 1, ?, ?, ?, 1)", (number, document, start, end))
        kind = (actor and (actor.sector or actor.kind)) or ""
        alias = ", ".join(actor.aliases) if actor else ""
        is_body = one.speaker.person is None
        words = (
            (1, entity(1, one.speaker.person or "", "" if is_body else kind, "" if is_body else alias)),
            (2, entity(2, one.speaker.body or "", kind if is_body else "", alias if is_body else "")),
            (3, entity(3, one.concept)),
            (5, entity(5, one.position)),
            (6, entity(6, one.quote.stance or "asserts")),
        )
        for variable, value in words:
            db.execute(
                "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (number, variable, value),
            )
        db.execute("INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, 4, ?)", (number, one.agrees))
        db.execute(
            "INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, 7, ?)", (number, one.quote.words)
        )


def _short(words: str) -> str:
    """Words on one line, no longer than a name may be."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _lines(text: str) -> str:
    """A text with line ends of one character, as an editor of Java keeps it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _java(text: str, offset: int) -> int:
    """An offset in code points of a text as one in UTF-16 units of its lines."""
    return len(_lines(text[:offset]).encode("utf-16-le", "surrogatepass")) // 2


def _digest() -> str:
    """The password as Jasypt's StrongPasswordEncryptor keeps it: salt and 100,000 rounds of SHA-256, in Base64."""
    salt = hashlib.sha256(PASSWORD.encode()).digest()[:16]
    digest = hashlib.sha256(salt + PASSWORD.encode()).digest()
    for _ in range(_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()
