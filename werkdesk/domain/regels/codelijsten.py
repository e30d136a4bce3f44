"""Codes and names that a value may hold: a typing error in one would switch a rule off without a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

_INSTRUMENT = ("proefplaats", "WEP", "leerwerkstage", "participatieplaats", "LKS", "scholing")
_GROND = ("pro_vso", "lks_doelgroep", "medische_urenbeperking", "andere_omstandigheden")
_VRAAG = ("V1", "V2", "V3", "V4", "V5", "V6", "Z1", "Z2", "Z3", "Z4", "Z5")

CODES: Mapping[str, tuple[str, ...]] = {
    "zoektermijn.uitzonderingen": _GROND,
    "zoektermijn.vervroeging": _GROND,
    "voorschot.weigeringsgronden": ("gegevens_verwijtbaar_niet_verstrekt", "duidelijk_geen_recht"),
    "voorschot.feiten": ("aanvraag", "identiteit", "woonplaats", "leefvorm", "inkomen", "rekening", "bsn"),
    "wid.niveaus": ("laag", "substantieel", "hoog"),
    "carrousel.onbetaald": _INSTRUMENT,
    "carrousel.eigen_regime": _INSTRUMENT,
    "CAR-1": _INSTRUMENT,
    "verdringing.slecht_bij_ja": _VRAAG,
    "verdringing.slecht_bij_nee": _VRAAG,
}
"""Parameters whose codes are words of the program: a table chooses among them."""

_VORMEN: Mapping[str, tuple[re.Pattern[str], str]] = {
    "wid.landen": (re.compile(r"[A-Z]{2}"), "landcodes van twee hoofdletters"),
    "waarde.postcode": (re.compile(r"[A-Z]{2}"), "twee hoofdletters"),
    "brief.alle": (re.compile(r"L[0-9]{2}"), "brieven als L01"),
    "brief.besluit": (re.compile(r"L[0-9]{2}"), "brieven als L01"),
    "bellen.brief": (re.compile(r"L[0-9]{2}"), "een brief als L01"),
}
"""Parameters whose codes have a form."""

_VERWIJZINGEN: Mapping[str, str] = {
    "jongere.bewijs": "bewijs.",
    "uitzondering.": "bewijs.",
    "werktijd.feestdagen": "feestdag.",
}
"""Parameters, or the beginning of their ids, whose codes name records that begin so."""


def check_codes(id_: str, value: Any) -> None:
    """Refuse a value that names what does not exist: ``ValueError`` with what is expected, in Dutch."""
    parts = value if isinstance(value, tuple) else (value,)
    if id_ in CODES and (wrong := [part for part in parts if part not in CODES[id_]]):
        raise ValueError(f"codes uit {', '.join(CODES[id_])}; {wrong[0]} is er geen")
    if id_ in _VORMEN:
        pattern, expected = _VORMEN[id_]
        if wrong := [part for part in parts if not pattern.fullmatch(part)]:
            raise ValueError(f"{expected}; {wrong[0]} is dat niet")
    if id_ == "melding.dag" and not _is_zone(value):
        raise ValueError('een tijdzone als "Europe/Amsterdam"')


def missing_reference(id_: str, value: Any, ids: Collection[str]) -> str | None:
    """Id of a record that ``value`` names and that is not among ``ids``; ``None`` when all are there."""
    prefix = _VERWIJZINGEN.get(id_) or _VERWIJZINGEN.get(f"{id_.partition('.')[0]}.")
    if prefix is None:
        return None
    return next((f"{prefix}{code}" for code in value if f"{prefix}{code}" not in ids), None)


@cache
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True
