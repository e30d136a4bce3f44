"""How ids, moments and days stand in the cache."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970, exact; sorts as time does, also when the clock goes back an hour."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment again, in Europe/Amsterdam."""
    return (_EPOCH + timedelta(microseconds=micros)).astimezone(AMSTERDAM)


def local_day(moment: datetime) -> str:
    """The calendar day of the counter, ``2026-11-21``."""
    return moment.astimezone(AMSTERDAM).date().isoformat()


class Id(TypeDecorator[UUID]):
    """A UUID as its 16 bytes: half the room of text, in every index."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        """To the database."""
        return None if value is None else value.bytes

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        """From the database."""
        return None if value is None else UUID(bytes=bytes(value))


class Moment(TypeDecorator[datetime]):
    """An aware moment as microseconds since 1970; comes back in Europe/Amsterdam."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """To the database."""
        return None if value is None else to_micros(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return None if value is None else from_micros(int(value))
