"""What alembic runs. The connection always comes from the program; there is no alembic.ini."""

from __future__ import annotations

from alembic import context

from werkdesk.register.inzage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
