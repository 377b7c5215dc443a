"""A case that lasts: studies and what people say of them, in a file of SQLite or a database of PostgreSQL.

``open_store`` opens a case; what is done with it are functions over the Connection of a transaction:

    with open_store("case.db", create=True) as store:
        with store.writing() as db:
            put_study(db, study)
        with store.reading() as db:
            page = list_statements(db, newest=True)
"""

from wederhoor.store.choosing import choose_documents, one_speaker
from wederhoor.store.conflict_judgments import anchor_collision, anchor_sides, judgments, rejected_pairs
from wederhoor.store.connect import is_address, is_case
from wederhoor.store.corrections import anchor_item, anchor_words, correct, find_words, layer_of, other_words, undo
from wederhoor.store.corrections_of_issues import OF_ISSUES, anchor_side, issue_corrections
from wederhoor.store.descriptions import as_described, description_payload, to_read_again
from wederhoor.store.joins import Join, coalitions, list_joins, lost_joins, merged_variables, names_of_speaker
from wederhoor.store.keyset import PAGE
from wederhoor.store.listings import document_row
from wederhoor.store.log import corrections_of, stale_corrections, whole_log
from wederhoor.store.match import match_documents, waiting_documents
from wederhoor.store.naming import Known, find_known, name_for
from wederhoor.store.opening import Store, open_store
from wederhoor.store.pages import (
    find_speakers,
    list_causal,
    list_collisions,
    list_conflicts,
    list_documents,
    list_events,
    list_forecasts,
    list_speakers,
    list_statements,
    summary,
)
from wederhoor.store.partings import parting_of, standing_partings
from wederhoor.store.reading import document_names, shown, shown_studies, shown_with_stale, stored
from wederhoor.store.review_queue import list_queue
from wederhoor.store.search import search_sentences, search_statements
from wederhoor.store.writing import Source, put_study, remove_document

__all__ = [
    "OF_ISSUES",
    "PAGE",
    "Join",
    "Known",
    "Source",
    "Store",
    "anchor_collision",
    "anchor_item",
    "anchor_side",
    "anchor_sides",
    "anchor_words",
    "as_described",
    "choose_documents",
    "coalitions",
    "correct",
    "corrections_of",
    "description_payload",
    "document_names",
    "document_row",
    "find_known",
    "find_speakers",
    "find_words",
    "is_address",
    "is_case",
    "issue_corrections",
    "judgments",
    "layer_of",
    "list_causal",
    "list_collisions",
    "list_conflicts",
    "list_documents",
    "list_events",
    "list_forecasts",
    "list_joins",
    "list_queue",
    "list_speakers",
    "list_statements",
    "lost_joins",
    "match_documents",
    "merged_variables",
    "name_for",
    "names_of_speaker",
    "one_speaker",
    "open_store",
    "other_words",
    "parting_of",
    "put_study",
    "rejected_pairs",
    "remove_document",
    "search_sentences",
    "search_statements",
    "shown",
    "shown_studies",
    "shown_with_stale",
    "stale_corrections",
    "standing_partings",
    "stored",
    "summary",
    "to_read_again",
    "undo",
    "waiting_documents",
    "whole_log",
]
