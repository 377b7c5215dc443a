"""A case as one report for an editor: its parts as blocks, which a page and a document of a word processor show alike."""
