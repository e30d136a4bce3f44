"""A rule value as a person types it, in the Dutch way: ``4``, ``1.419,46``, ``ja``, ``2, 6``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from werkdesk.domain.regels.eenheden import EENHEDEN

_GETAL = re.compile(r"[0-9]{1,6}")
_BEDRAG = re.compile(r"(?:€ *)?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})(?:,([0-9]{2}))?")
_DATUM = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_STAP = re.compile(r"([0-9]{1,6}) *(?:dagen|dag) *(?:à|a)? *(.+)")
_PASEN = re.compile(r"pasen *([+-]?) *([0-9]{1,3})?")
_DAG = re.compile(r"([0-9]{1,2})-([0-9]{1,2})(?: *\(zondag: *(-?[0-9]{1,2})\))?")
_JA_NEE = {"ja": True, "nee": False}
_DAGEN, _GEEN = "dagen", "geen"


def lees_waarde(eenheid: str, tekst: str) -> Any:
    """The value as a table holds it, from what was typed.

    Raises ``ValueError`` when the text is no value of this unit.
    """
    value = _LEES.get(eenheid, _whole)(tekst.strip())
    EENHEDEN[eenheid](value)
    return value


def toon_waarde(eenheid: str, waarde: Any) -> str:
    """The value of a record as :func:`lees_waarde` reads it."""
    return _TOON.get(eenheid, str)(waarde) or _GEEN


def _whole(text: str) -> int:
    if not _GETAL.fullmatch(text):
        raise ValueError("een heel getal")
    return int(text)


def _amount(text: str) -> str:
    found = _BEDRAG.fullmatch(text)
    if found is None:
        raise ValueError("een bedrag")
    return f"{found[1].replace('.', '')}.{found[2] or '00'}"


def _show_amount(cents: int) -> str:
    return f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02}"


def _yes_no(text: str) -> bool:
    if text.lower() not in _JA_NEE:
        raise ValueError("ja of nee")
    return _JA_NEE[text.lower()]


def _items(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",")] if text and text.lower() != _GEEN else []
    if not all(parts):
        raise ValueError("een lijst met komma's")
    return parts


def _day(text: str) -> date:
    found = _DATUM.fullmatch(text)
    if found is None:
        raise ValueError("een datum")
    return date(int(found[3]), int(found[2]), int(found[1]))


def _steps(text: str) -> list[dict[str, Any]]:
    steps = []
    for part in text.split(";"):
        found = _STAP.fullmatch(part.strip())
        if found is None:
            raise ValueError("14 dagen 23,00; 14 dagen 35,00")
        steps.append({"dagen": int(found[1]), "bedrag": _amount(found[2].strip())})
    return steps


def _holiday(text: str) -> dict[str, int]:
    easter = _PASEN.fullmatch(text.lower())
    if easter is not None:
        number = int(easter[2] or 0)
        return {"pasen": -number if easter[1] == "-" else number}
    fixed = _DAG.fullmatch(text.lower())
    if fixed is None:
        raise ValueError("27-4 of pasen + 1")
    day = {"maand": int(fixed[2]), "dag": int(fixed[1])}
    return day if fixed[3] is None else day | {"op_zondag": int(fixed[3])}


def _show_holiday(value: tuple[tuple[str, int], ...]) -> str:
    parts = dict(value)
    if "pasen" in parts:
        return f"pasen {'-' if parts['pasen'] < 0 else '+'} {abs(parts['pasen'])}"
    on_sunday = f" (zondag: {parts['op_zondag']})" if "op_zondag" in parts else ""
    return f"{parts['dag']}-{parts['maand']}{on_sunday}"


_LEES: dict[str, Callable[[str], Any]] = {
    "euro": _amount,
    "ja_nee": _yes_no,
    "tekst": str,
    "codes": _items,
    "maanden_reeks": lambda text: [_whole(item) for item in _items(text)],
    "datums": lambda text: [_day(item) for item in _items(text)],
    "tijden": _items,
    "tijdvakken": _items,
    "staffel": _steps,
    "feestdag": _holiday,
}

_TOON: dict[str, Callable[[Any], str]] = {
    "euro": _show_amount,
    "ja_nee": lambda value: "ja" if value else "nee",
    "codes": ", ".join,
    "maanden_reeks": lambda value: ", ".join(map(str, value)),
    "datums": lambda value: ", ".join(f"{day:%d-%m-%Y}" for day in value),
    "tijden": ", ".join,
    "tijdvakken": ", ".join,
    "staffel": lambda value: "; ".join(f"{days} {_DAGEN} {_show_amount(cents)}" for days, cents in value),
    "feestdag": _show_holiday,
}
