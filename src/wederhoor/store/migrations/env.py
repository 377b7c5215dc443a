"""Run by Alembic, inside the transaction that ``store.opening`` has begun."""

from __future__ import annotations

from alembic import context

from wederhoor.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
