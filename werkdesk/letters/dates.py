"""Dates as a letter writes them."""

from __future__ import annotations

from datetime import date

from werkdesk.domain.datums import MAANDEN


def in_words(day: date) -> str:
    """``27 november 2026``, with spaces that do not break: a date stays on one line."""
    return f"{day.day}\N{NO-BREAK SPACE}{MAANDEN[day.month - 1]}\N{NO-BREAK SPACE}{day.year}"
