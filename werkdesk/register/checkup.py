"""Whether a register is sound: what an administrator runs each morning, and after every restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from sqlalchemy import Connection, text

from werkdesk.register.epochs import present_epoch
from werkdesk.register.profile import Profile
from werkdesk.register.schema import present_schema

_DENSE = text(
    "SELECT h.scope, h.seq - h.floor AS wanted, count(c.seq) AS there, coalesce(max(c.seq), h.floor) AS last,"
    " h.seq FROM head AS h LEFT JOIN change AS c ON c.scope = h.scope AND c.seq > h.floor"
    " GROUP BY h.scope, h.seq, h.floor"
)
_WAITING = text(
    "SELECT count(*) FILTER (WHERE outcome = 'quarantined') AS quarantined,"
    " count(*) FILTER (WHERE outcome = 'held') AS held,"
    " count(*) FILTER (WHERE outcome = 'held' AND received_at < now() - interval '24 hours') AS stale"
    " FROM mutation WHERE outcome IN ('held', 'quarantined')"
    " AND NOT EXISTS (SELECT 1 FROM record AS f WHERE f.type = 'afdoening' AND f.id = mutation.id"
    " AND NOT (f.body::jsonb ->> 'heropend')::boolean)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What was found. ``gaps``: scopes whose numbers are not dense. ``certificate_days``: left for the CA."""

    schema: str
    epoch: str
    scopes: int
    changes: int
    records: int
    mutations: int
    gaps: tuple[str, ...]
    quarantined: int
    held: int
    held_over_a_day: int
    open_conflicts: int
    certificate_days: int | None

    @property
    def sound(self) -> bool:
        """Nothing that calls for a technician; work for people (quarantine, conflicts) does not count."""
        return not self.gaps and (self.certificate_days is None or self.certificate_days > 0)


def check_register(connection: Connection, profile: Profile) -> Checkup:
    """Look at everything; changes nothing."""
    waiting = connection.execute(_WAITING).one()
    gaps = [row.scope for row in connection.execute(_DENSE) if row.wanted != row.there or row.last != row.seq]
    return Checkup(
        schema=present_schema(connection) or "",
        epoch=present_epoch(connection),
        scopes=_count(connection, "head"),
        changes=_count(connection, "change"),
        records=_count(connection, "record"),
        mutations=_count(connection, "mutation"),
        gaps=tuple(gaps),
        quarantined=waiting.quarantined,
        held=waiting.held,
        held_over_a_day=waiting.stale,
        open_conflicts=int(connection.execute(text("SELECT count(*) FROM conflict WHERE open")).scalar_one()),
        certificate_days=_days_left(profile),
    )


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())  # noqa: S608 - our names


def _days_left(profile: Profile) -> int | None:
    if not profile.ca.exists():
        return None
    certificate = x509.load_pem_x509_certificate(profile.ca.read_bytes())
    return (certificate.not_valid_after_utc - datetime.now(UTC)).days
