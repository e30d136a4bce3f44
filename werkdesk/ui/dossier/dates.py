"""Days and moments as staff type them and as fields show them: ``vr 30-10-2026``, ``za 21-11-2026 10:09``.

No Qt: forms use it too. A weekday in front is what the field itself wrote, so it is read past.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time

from werkdesk.domain.waarden.datum import parse_datum
from werkdesk.errors import Refused
from werkdesk.ui.teksten.tijd import datum

_WEEKDAY = re.compile(r"(?:ma|di|wo|do|vr|za|zo)\s+", re.IGNORECASE)
_MONTH = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{4})")
_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
LONGEST = 60


def read_day(text: str, today: date, field: str) -> date:
    """A day. Raises ``Refused`` as ``parse_datum`` does, with the field."""
    if len(text) > LONGEST:
        raise Refused("datum.vorm", field=field)
    return parse_datum(_bare(text), today, field=field)


def read_last_day(text: str, today: date, field: str) -> date:
    """A last day of validity; ``03-2031`` is the last day of that month, as documents mean it."""
    if len(text) > LONGEST:
        raise Refused("datum.vorm", field=field)
    bare = _bare(text)
    if month := _MONTH.fullmatch(bare):
        number, year = int(month[1]), int(month[2])
        if not 1 <= number <= 12 or year < 1:
            raise Refused("datum.bestaat_niet", field=field)
        return date(year, number, monthrange(year, number)[1])
    return parse_datum(bare, today, field=field)


def read_moment(text: str, now: datetime, field: str) -> datetime:
    """A day with or without a time; without one it is the start of that day, in the zone of ``now``.

    Raises ``Refused``: as ``parse_datum``, and ``tijd.vorm``, ``moment.toekomst``.
    """
    if len(text) > LONGEST:
        raise Refused("datum.vorm", field=field)
    words = _bare(text).split()
    clock = time(0, 0)
    if len(words) > 1 and (":" in words[-1] or _CLOCK.fullmatch(words[-1])):
        clock = _read_clock(words.pop(), field)
    day = parse_datum(" ".join(words), now.date(), field=field)
    moment = datetime.combine(day, clock, tzinfo=now.tzinfo)
    if moment > now:
        raise Refused("moment.toekomst", field=field)
    return moment


def shown_moment(moment: datetime) -> str:
    """``za 21-11-2026 10:09``."""
    return f"{datum(moment.date())} {moment:%H:%M}"


def _read_clock(text: str, field: str) -> time:
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise Refused("tijd.vorm", field=field)
    return time(int(found[1]), int(found[2]))


def _bare(text: str) -> str:
    return _WEEKDAY.sub("", " ".join(text.split()), count=1)
