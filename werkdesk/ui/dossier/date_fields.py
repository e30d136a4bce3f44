"""Date fields of the kit with the product's reading of dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from werkdesk.ui.dossier.dates import read_day, read_last_day
from werkdesk.ui.kit.text_field import DateField, DateRead
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.texts import explain

Clock = Callable[[], datetime]
Reader = Callable[[str, date, str], date]


def day_field(
    label: str,
    clock: Clock,
    name: str,
    *,
    reader: Reader = read_day,
    remark: str = "",
    hint: str = "",
    help_key: str = "",
    placeholder: str = "",
    foot: bool = False,
) -> DateField:
    """A field that completes ``30-10`` to ``vr 30-10-2026`` when it is left; empty is allowed."""

    def read(text: str) -> DateRead | None:
        if not text.strip():
            return None
        day = reader(text, clock().date(), name)
        return DateRead(datum(day), "", day)

    return DateField(
        label, read=read, explain=explain, remark=remark, hint=hint, help_key=help_key,
        placeholder=placeholder, foot=foot,
    )  # fmt: skip


def last_day_field(label: str, clock: Clock, name: str, *, hint: str = "", help_key: str = "") -> DateField:
    """A last day of validity: ``03-2031`` becomes the last day of that month, visibly."""
    return day_field(label, clock, name, reader=read_last_day, hint=hint, help_key=help_key, foot=True)
