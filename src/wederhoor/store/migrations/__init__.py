"""Alembic's scripts: how the tables of a case come to be, and from one revision to the next. Part of the package."""
