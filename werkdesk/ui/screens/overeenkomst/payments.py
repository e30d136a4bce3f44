"""Who pays what, to whom and when, as typed. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from werkdesk.domain.papier import Betaling
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.screens.overeenkomst.fields import Texts, line

MOST_PAYMENTS = 8
PAY_FIELDS = ("wat", "wie", "aan", "wanneer")
NEEDED = ("wat", "wie")


def pay_field(number: int, name: str) -> str:
    """Name of a field of a payment, from 0: ``betalingen[0].wie``."""
    return f"betalingen[{number}].{name}"


def read_payment(number: int, name: str, text: str, now: datetime) -> str | None:
    """The words of one field, ``None`` when nothing stands there."""
    bare = text.strip()
    read = line(pay_field(number, name))
    return str(read(bare, now)) if bare else None


def is_blank(payment: Texts) -> bool:
    """A row nobody typed in."""
    return not any(payment.get(name, "").strip() for name in PAY_FIELDS)


def payment_problems(number: int, payment: Texts, now: datetime) -> dict[str, WerkdeskError]:
    """Every field of a payment that cannot be kept as it stands."""
    found: dict[str, WerkdeskError] = {}
    for name in PAY_FIELDS:
        field = pay_field(number, name)
        try:
            if read_payment(number, name, payment.get(name, ""), now) is None and name in NEEDED:
                found[field] = Refused("veld.ontbreekt", field=field)
        except WerkdeskError as error:
            found[field] = error
    return found


def payments(rows: Sequence[Texts], now: datetime) -> tuple[Betaling, ...]:
    """The payments in order; rows nobody typed in are passed over."""
    made = []
    for number, row in enumerate(rows):
        if not is_blank(row):
            value = {name: read_payment(number, name, row.get(name, ""), now) for name in PAY_FIELDS}
            made.append(
                Betaling(
                    wat=value["wat"] or "", wie=value["wie"] or "", aan=value["aan"], wanneer=value["wanneer"]
                )
            )
    return tuple(made)
