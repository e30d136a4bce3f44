"""A clock that stands still at the date of the letter."""

from __future__ import annotations

from datetime import date


class LetterClock:
    """Answers ReportLab's questions about time. Same letter, same bytes: now() must not be in them."""

    dhh = 0
    dmm = 0

    def __init__(self, day: date) -> None:
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)  # the name ReportLab asks for
