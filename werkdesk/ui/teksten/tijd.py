"""Moments and lengths as staff read them: 24-hour clock, ``dd-mm-jjjj``, weekday in two letters."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from werkdesk.domain.datums import lange_datum

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def wacht(since: datetime, now: datetime) -> str:
    """A wait as ``12:40`` (minutes, seconds), from an hour on as ``1:02:40``; never negative."""
    seconds = max(0, int((now - since).total_seconds()))
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def klok(moment: datetime) -> str:
    """``10:11``."""
    return f"{moment:%H:%M}"


def datum(day: date) -> str:
    """``za 21-11-2026``."""
    return f"{_DAGEN[day.weekday()]} {day:%d-%m-%Y}"


def dag_maand_jaar(day: date) -> str:
    """``1 juli 2026``."""
    return lange_datum(day)


def wanneer(moment: datetime, now: datetime) -> str:
    """A past moment: ``10:11`` today, ``gisteren 16:40``, else ``19-11 16:40`` or with its year."""
    day, today = moment.date(), now.date()
    if day == today:
        return klok(moment)
    if day == today - timedelta(days=1):
        return f"gisteren {klok(moment)}"
    return f"{moment:%d-%m}" + (f"-{moment.year}" if day.year != today.year else "") + f" {klok(moment)}"


def nog(day: date, today: date) -> str:
    """How far away a day is: ``vandaag``, ``morgen``, ``over 5 dagen``, ``3 dagen te laat``."""
    left = (day - today).days
    if left == 0:
        return "vandaag"
    if left == 1:
        return "morgen"
    if left > 1:
        return f"over {left} dagen"
    return "1 dag te laat" if left == -1 else f"{-left} dagen te laat"


def nog_kort(left: int) -> str:
    """How far away a day is where there is little room: ``over 9 d``, ``5 d te laat``."""
    if left == 0:
        return "vandaag"
    if left == 1:
        return "morgen"
    return f"over {left} d" if left > 1 else f"{-left} d te laat"


def dag_kort(day: date, today: date) -> str:
    """``19-11``, with the year when it is another: where there is little room."""
    return f"{day:%d-%m}" if day.year == today.year else f"{day:%d-%m-%y}"
