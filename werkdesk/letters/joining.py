"""Keep on one line what belongs together: a date, an amount, a postcode."""

from __future__ import annotations

import re

from werkdesk.domain.datums import MAANDEN

_GAP = "\N{NO-BREAK SPACE}"
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MAANDEN)}) (\d{{4}})\b")
_AMOUNT = re.compile(r"€ (?=\d)")
_POSTCODE = re.compile(r"\b([1-9]\d{3}) ([A-Z]{2})\b")


def join_units(text: str) -> str:
    """The same text with spaces that do not break inside dates, amounts and postcodes."""
    text = _DATE.sub(rf"\1{_GAP}\2{_GAP}\3", text)
    text = _AMOUNT.sub(f"€{_GAP}", text)
    return _POSTCODE.sub(rf"\1{_GAP}\2", text)
