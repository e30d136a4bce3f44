"""The access log becomes a hash chain per office, written by one database function (security.md 6.8)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0006_access_chain"
down_revision: str | None = "v0005_placements"
branch_labels: str | None = None
depends_on: str | None = None

_FIELD = """
CREATE FUNCTION access_field(value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
AS $$
SELECT CASE WHEN value IS NULL THEN '-' ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value END
$$
"""
_APPEND = """
CREATE FUNCTION append_access(
    p_scope text, p_entry uuid, p_at timestamptz, p_actor text, p_acting_for text, p_role text, p_desk uuid,
    p_desk_number integer, p_visit uuid, p_action text, p_object_type text, p_object_id uuid, p_shown text,
    p_paper text, p_reason_code text, p_reason_text text, p_result text
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, {schema}, pg_temp
AS $$
DECLARE
    head {schema}.access_head;
    next_number bigint;
    now_received timestamptz := clock_timestamp();
    next_hash bytea;
BEGIN
    INSERT INTO {schema}.access_head (scope, number, hash, seal)
        VALUES (p_scope, 0, decode(repeat('00', 32), 'hex'), decode('', 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM {schema}.access_head WHERE scope = p_scope FOR UPDATE;
    next_number := head.number + 1;
    next_hash := sha256(head.hash || convert_to(concat_ws(',',
        {schema}.access_field(p_scope), {schema}.access_field(next_number::text),
        {schema}.access_field(p_entry::text),
        {schema}.access_field((extract(epoch from p_at) * 1000000)::bigint::text),
        {schema}.access_field((extract(epoch from now_received) * 1000000)::bigint::text),
        {schema}.access_field(p_actor), {schema}.access_field(p_acting_for), {schema}.access_field(p_role),
        {schema}.access_field(p_desk::text), {schema}.access_field(p_desk_number::text),
        {schema}.access_field(p_visit::text), {schema}.access_field(p_action),
        {schema}.access_field(p_object_type), {schema}.access_field(p_object_id::text),
        {schema}.access_field(p_shown), {schema}.access_field(p_paper),
        {schema}.access_field(p_reason_code), {schema}.access_field(p_reason_text),
        {schema}.access_field(p_result)
    ), 'UTF8'));
    INSERT INTO {schema}.access_log (
        scope, number, entry, at, received_at, actor, acting_for, role, desk, desk_number, visit, action,
        object_type, object_id, shown, paper, reason_code, reason_text, result, previous_hash, hash
    ) VALUES (
        p_scope, next_number, p_entry, p_at, now_received, p_actor, p_acting_for, p_role, p_desk,
        p_desk_number, p_visit, p_action, p_object_type, p_object_id, p_shown, p_paper, p_reason_code,
        p_reason_text, p_result, head.hash, next_hash
    );
    UPDATE {schema}.access_head SET number = next_number, hash = next_hash, seal = decode('', 'hex')
        WHERE scope = p_scope;
    RETURN next_number;
END $$
"""
_REFUSE = """
CREATE FUNCTION refuse_change_of_access_log() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN RAISE EXCEPTION 'access_log only grows'; END $$
"""
_GUARD = """
CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_access_log()
"""


def upgrade() -> None:
    """Nothing was ever written to the table of before: its new columns need no value for old rows."""
    for column in (
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("desk_number", sa.Integer()),
        sa.Column("visit", sa.Uuid()),
        sa.Column("paper", sa.Text(), nullable=False),
    ):
        op.add_column("access_log", column)
    op.create_unique_constraint(op.f("uq_access_log_scope_number"), "access_log", ["scope", "number"])
    op.create_unique_constraint(op.f("uq_access_log_entry"), "access_log", ["entry"])
    op.create_table(
        "access_head",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_access_head")),
    )
    op.create_table(
        "access_desk",
        sa.Column("desk", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["desk"], ["desk.id"], name=op.f("fk_access_desk_desk_desk")),
        sa.PrimaryKeyConstraint("desk", name=op.f("pk_access_desk")),
    )
    bind = op.get_bind()
    schema = bind.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    for statement in (_FIELD, _APPEND.replace("{schema}", schema), _REFUSE, _GUARD):
        bind.exec_driver_sql(statement)
    for signature in ("access_field(text)", "refuse_change_of_access_log()"):
        bind.exec_driver_sql(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC")
    bind.exec_driver_sql("REVOKE ALL ON FUNCTION append_access FROM PUBLIC")
    bind.exec_driver_sql("REVOKE ALL ON access_log, access_head FROM PUBLIC")
