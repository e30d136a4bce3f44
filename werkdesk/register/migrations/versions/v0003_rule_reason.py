"""Why a version of the rules was rejected or withdrawn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0003_rule_reason"
down_revision: str | None = "v0002_rule_sets"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("rule_set", sa.Column("withdrawn_note", sa.Text(), nullable=False, server_default=""))
