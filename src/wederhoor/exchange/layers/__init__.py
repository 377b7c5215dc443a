"""Every layer of a reading as a flat table: what its rows are, how they are made, and what its columns are."""

from __future__ import annotations

from wederhoor.exchange.layers.columns import Column, columns_of
from wederhoor.exchange.layers.rows import LAYER_TABLES, layer_rows, table_of

__all__ = ["LAYER_TABLES", "Column", "columns_of", "layer_rows", "table_of"]
