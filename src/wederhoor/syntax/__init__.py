"""Text -> words in sentences with their grammar, and what every reader asks of these. The only room that knows spaCy."""
