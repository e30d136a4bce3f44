"""A training agreement as typed: terms, a row per year, a row per payment. Amounts are whole cents. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from werkdesk.domain.papier import OpleidingsVoorwaarden
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.screens.overeenkomst import payments as p
from werkdesk.ui.screens.overeenkomst import years as y
from werkdesk.ui.screens.overeenkomst.fields import ANDERS, DAYS, EMPLOYER, FIELDS, NEEDED, Texts, read


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that stands in the form, as text."""

    terms: Texts
    years: Sequence[Texts] = ()
    payments: Sequence[Texts] = ()


def problems(typed: Typed, now: datetime) -> dict[str, WerkdeskError]:
    """Every field that cannot be kept as it stands, in the order of the form."""
    found = _terms_problems(typed.terms, now)
    for number, year in enumerate(typed.years):
        if not y.is_blank(year):
            found |= y.year_problems(number, year, now)
    for number, payment in enumerate(typed.payments):
        if not p.is_blank(payment):
            found |= p.payment_problems(number, payment, now)
    return found or _together(typed, now)


def _terms_problems(texts: Texts, now: datetime) -> dict[str, WerkdeskError]:
    found: dict[str, WerkdeskError] = {}
    needed = {*NEEDED, *(("betaalt_anders",) if texts.get("betaalt", "") == ANDERS else ())}
    if any(texts.get(name, "").strip() for name in EMPLOYER):
        needed.add("werkgever")
    for field in FIELDS:
        try:
            value = read(field, texts.get(field, ""), now)
        except WerkdeskError as error:
            found[field] = error
            continue
        if value is None and field in needed:
            found[field] = Refused("datum.ontbreekt" if field in DAYS else "veld.ontbreekt", field=field)
        elif value is None and field == "vraag_arbeidsmarkt":
            found[field] = Refused("overeenkomst.vraag", field=field)
    return found


def _together(typed: Typed, now: datetime) -> dict[str, WerkdeskError]:
    """What is only wrong together: the end before the begin, a step outside the term."""
    begin, end = read("begin", typed.terms["begin"], now), read("einde", typed.terms["einde"], now)
    if end <= begin:
        return {"einde": Refused("overeenkomst.einde", field="einde")}
    found: dict[str, WerkdeskError] = {}
    for number, year in enumerate(typed.years):
        if not y.is_blank(year):
            for field, day in y.year_days(number, year, now).items():
                if not begin <= day <= end:
                    found[field] = Refused("overeenkomst.mijlpaal", field=field)
    return found


def terms(typed: Typed, now: datetime) -> OpleidingsVoorwaarden:
    """The terms as the use case takes them. Raises the first problem."""
    for error in problems(typed, now).values():
        raise error
    value = {field: read(field, typed.terms.get(field, ""), now) for field in FIELDS}
    other = value.pop("betaalt_anders")
    value["betaalt"] = other if value["betaalt"] == ANDERS else value["betaalt"] or "gemeente"
    return OpleidingsVoorwaarden(
        **value, mijlpalen=y.stones(typed.years, now), betalingen=p.payments(typed.payments, now)
    )


def as_draft(typed: Typed) -> dict[str, str]:
    """Everything typed, flat."""
    flat = {field: typed.terms.get(field, "") for field in FIELDS if typed.terms.get(field, "")}
    for number, year in enumerate(typed.years):
        flat |= {y.year_field(number, name): year[name] for name in y.YEAR_FIELDS if year.get(name)}
    for number, payment in enumerate(typed.payments):
        flat |= {p.pay_field(number, name): payment[name] for name in p.PAY_FIELDS if payment.get(name)}
    return {**flat, "_jaren": str(len(typed.years)), "_betalingen": str(len(typed.payments))}


def from_draft(draft: Texts) -> Typed:
    """The other way round; nonsense in a draft gives empty fields, never a failure."""
    years = max(1, min(y.MOST_YEARS, _count(draft, "_jaren", 1)))
    return Typed(
        {field: draft.get(field, "") for field in FIELDS},
        _rows(draft, years, y.YEAR_FIELDS, y.year_field),
        _rows(draft, min(p.MOST_PAYMENTS, _count(draft, "_betalingen", 0)), p.PAY_FIELDS, p.pay_field),
    )


def _count(draft: Texts, name: str, default: int) -> int:
    text = draft.get(name, "")
    return int(text) if re.fullmatch("[0-9]", text) else default


def _rows(
    draft: Texts, count: int, names: Sequence[str], field: Callable[[int, str], str]
) -> list[dict[str, str]]:
    return [{name: draft.get(field(number, name), "") for name in names} for number in range(count)]
