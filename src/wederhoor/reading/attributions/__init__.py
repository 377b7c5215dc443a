"""Who says what: sources, cues and contents (attribution relations, as in PARC 3 and PolNeAR)."""
