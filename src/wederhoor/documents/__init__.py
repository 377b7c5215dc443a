"""From bytes to Document: loading texts, walking folders, telling the language. Imports only records and errors."""

from wederhoor.documents.folders import (
    SUFFIXES,
    TextFile,
    existing,
    files_below,
    find_texts,
    load_file,
    unique_names,
    with_rows,
)
from wederhoor.documents.language import Identified, identify_language, require_pack
from wederhoor.documents.load import (
    LIMIT_MB,
    KnownOfText,
    Source,
    checked_day,
    document_of,
    documents_in,
    load_document,
    load_documents,
    load_text,
    sha256_of,
)
from wederhoor.documents.tables import NAMES as TABLE_NAMES
from wederhoor.documents.tables import Row, Table, table_of

__all__ = [
    "LIMIT_MB",
    "SUFFIXES",
    "TABLE_NAMES",
    "Identified",
    "KnownOfText",
    "Row",
    "Source",
    "Table",
    "TextFile",
    "checked_day",
    "document_of",
    "documents_in",
    "existing",
    "files_below",
    "find_texts",
    "identify_language",
    "load_document",
    "load_documents",
    "load_file",
    "load_text",
    "require_pack",
    "sha256_of",
    "table_of",
    "unique_names",
    "with_rows",
]
