"""Rule records as the text of a table, the way back from :mod:`lezen`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from werkdesk.domain.regels.bron import Bron
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel


def schrijf_tabel(regels: Iterable[Regel], *, tabel: str, versie: date, toelichting: str = "") -> str:
    """TOML that ``lezen.load_tables`` reads into these records again.

    ``versie``: day of the table. Each key stands on a line of its own, so that the line of a refusal names
    the field (:func:`veld_op_regel`).
    """
    head = [f"tabel = {_text(tabel)}", f"versie = {versie.isoformat()}"]
    if toelichting:
        head.append(f"toelichting = {_text(toelichting)}")
    return "\n".join([*head, *(line for regel in regels for line in _record(regel)), ""])


def veld_op_regel(tekst: str, regelnummer: int) -> str:
    """The field on this line of a table that was written here; empty at the head of a record."""
    lines = tekst.split("\n")
    if not 1 <= regelnummer <= len(lines):
        return ""
    name, found, _ = lines[regelnummer - 1].partition(" = ")
    return name if found else ""


def rauwe_waarde(eenheid: str, waarde: Any) -> Any:
    """The value as a table holds it: the way back from ``eenheden.EENHEDEN``."""
    return _RAUW.get(eenheid, lambda value: value)(waarde)


def _amount(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


_RAUW: dict[str, Callable[[Any], Any]] = {
    "euro": _amount,
    "codes": list,
    "maanden_reeks": list,
    "datums": list,
    "tijden": list,
    "tijdvakken": list,
    "staffel": lambda steps: [{"dagen": days, "bedrag": _amount(cents)} for days, cents in steps],
    "feestdag": dict,
}


def _record(regel: Regel) -> list[str]:
    pairs: list[tuple[str, Any]] = [
        ("id", regel.id),
        ("naam", regel.naam),
        ("waarde", rauwe_waarde(regel.eenheid, regel.waarde)),
        ("eenheid", regel.eenheid),
        ("geldig_vanaf", regel.geldig_vanaf),
        ("geldig_tot", regel.geldig_tot),
        ("gemeente", None if regel.gemeente == ALLE_GEMEENTEN else regel.gemeente),
        ("peildatum", regel.peildatum),
        ("bron", _bron(regel.bron)),
        ("zekerheid", regel.zekerheid.value),
        ("vastgesteld_door", regel.vastgesteld_door),
        ("atw", regel.atw or None),
        ("tekst", regel.tekst or None),
    ]
    return ["", "[[regel]]", *(f"{name} = {_toml(value)}" for name, value in pairs if value is not None)]


def _bron(bron: Bron) -> dict[str, Any]:
    parts = {
        "wet": bron.wet, "artikel": bron.artikel, "lid": bron.lid, "onderdeel": bron.onderdeel,
        "versie": bron.versie,
    }  # fmt: skip
    return {name: value for name, value in parts.items() if value is not None}


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return _text(str(value))


def _text(value: str) -> str:
    # Escapes of JSON are escapes of TOML; DEL is the one character that TOML wants escaped besides.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
