"""What staff were allowed since when, and what each desk could know of that when it wrote an act."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "v0007_rights"
down_revision: str | None = "v0006_access_chain"
branch_labels: str | None = None
depends_on: str | None = None

_NOW = sa.text("now()")
# Whoever left may have unsent work at a desk that has not heard so: they were here once.
_WERE_HERE = """
INSERT INTO staff_change (scope, staff, user_name, roles, active)
SELECT scope, id, user_name, roles, true FROM staff WHERE NOT active ORDER BY created_at
"""
_ARE_HERE = """
INSERT INTO staff_change (scope, staff, user_name, roles, active)
SELECT scope, id, user_name, roles, active FROM staff ORDER BY created_at
"""


def upgrade() -> None:
    """Make the tables; the staff of today are their first lines."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "staff_change",
        sa.Column("number", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("staff", sa.Uuid(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("roles", postgresql.JSONB(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("at", moment, server_default=_NOW, nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_staff_change_staff")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_staff_change")),
    )
    op.create_index("ix_staff_change_scope_user_name", "staff_change", ["scope", "user_name"])
    op.create_index("ix_staff_change_scope_number", "staff_change", ["scope", "number"])
    op.create_table(
        "desk_heard",
        sa.Column("desk", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("since", moment, server_default=_NOW, nullable=False),
        sa.Column("at", moment, nullable=True),
        sa.Column("mseq", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=True),
        sa.Column("least", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["desk"], ["desk.id"], name=op.f("fk_desk_heard_desk")),
        sa.PrimaryKeyConstraint("desk", "number", name=op.f("pk_desk_heard")),
    )
    op.add_column("desk", sa.Column("heard", sa.BigInteger(), server_default="0", nullable=False))
    op.execute(_WERE_HERE)
    op.execute(_ARE_HERE)
