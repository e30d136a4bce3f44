"""The fields of a form as text by name: what a draft keeps and brings back."""

from __future__ import annotations

from collections.abc import Mapping

from werkdesk.ui.kit.choices import TickList
from werkdesk.ui.kit.field import Field

FieldsByName = Mapping[str, Field | TickList]


def text_in(field: Field | TickList) -> str:
    """What stands in a field; ticks are their codes with commas between."""
    return ",".join(field.values()) if isinstance(field, TickList) else field.value()


def put_texts(fields: FieldsByName, texts: Mapping[str, str]) -> None:
    """Put text in the fields that differ, and nothing where no text is given; the cursor stays elsewhere."""
    for name, field in fields.items():
        text = texts.get(name, "")
        if text_in(field) == text:
            continue
        if isinstance(field, TickList):
            field.set_values([part for part in text.split(",") if part])
        else:
            field.set_value(text)
