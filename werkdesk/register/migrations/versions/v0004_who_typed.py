"""Who typed the value that counts in a conflict, at which desk and when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0004_who_typed"
down_revision: str | None = "v0003_rule_reason"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the columns; conflicts of before do not know."""
    op.add_column("conflict", sa.Column("register_actor", sa.Text()))
    op.add_column("conflict", sa.Column("register_at", sa.Text()))
    op.add_column("conflict", sa.Column("register_desk", sa.Uuid()))
