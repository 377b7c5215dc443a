"""Models as files of other tools, one module per format: written all of them, read back CSV and GraphML."""

from wederhoor.exchange.models.loading import alike, parse_model, read_model

__all__ = ["alike", "parse_model", "read_model"]
