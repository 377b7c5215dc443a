"""Names: those of one document made to agree, where each begins and ends and what it is a name of.

The pipeline decides on every name by its neighbourhood alone. Here all occurrences of a name in the document speak together,
with the lists of the language pack and the nouns that stand beside it.
"""

from wederhoor.reading.names.agreement import agree_names

__all__ = ["agree_names"]
