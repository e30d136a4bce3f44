"""What a PDF says about itself: once in the information dictionary, once in XMP, always the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """``made`` is the date of the letter.

    A letter made twice must give the same bytes, so no clock is read.
    """

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    made: date
    creator: str = "Werkdesk"
    producer: str = "Werkdesk, ReportLab"
