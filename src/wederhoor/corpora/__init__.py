"""Corpora that outgrow one memory: read by partitions into Parquet tables, asked with SQL, and taken into cases by parts."""
