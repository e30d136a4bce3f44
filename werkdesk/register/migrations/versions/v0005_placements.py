"""Placements are found by the KVK number of their employer, over all offices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0005_placements"
down_revision: str | None = "v0004_who_typed"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the column and its index; no record of before has an employer."""
    op.add_column("record", sa.Column("kvk", sa.Text()))
    op.create_index("ix_record_kvk", "record", ["kvk"], postgresql_where=sa.text("kvk IS NOT NULL"))
