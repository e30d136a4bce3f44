"""A placement as typed: text in every field, read by a function of its own. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.plaatsing import PlaatsingFeiten, Werkgever
from werkdesk.domain.waarden.kvk import KvkNummer, Vestigingsnummer
from werkdesk.domain.waarden.tekst import composed, has_hidden_characters
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.dates import read_day

Texts = Mapping[str, str]
Reader = Callable[[str, datetime], Any]
LONGEST, MOST_HOURS = 200, 60


def _line(field: str) -> Reader:
    def read(text: str, _: datetime) -> str:
        clean = composed(text)
        if len(clean) > LONGEST:
            raise Refused("tekst.te_lang", field=field, hoogstens=LONGEST)
        if has_hidden_characters(clean):
            raise Refused("tekst.tekens", field=field)
        return clean

    return read


def _hours(text: str, _: datetime) -> int:
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_HOURS:
        raise Refused("uren.aantal", field="uren", hoogstens=MOST_HOURS)
    return int(text)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "kvk": lambda text, _: KvkNummer(text, field="kvk"),
        "naam": _line("naam"),
        "vestiging": lambda text, _: Vestigingsnummer(text, field="vestiging"),
        "concern": lambda text, _: KvkNummer(text, field="concern"),
        "instrument": lambda text, _: text,
        "functie": _line("functie"),
        "begin": lambda text, now: read_day(text, now.date(), "begin"),
        "einde": lambda text, now: read_day(text, now.date(), "einde"),
        "uren": _hours,
        "overeenkomst": _line("overeenkomst"),
    }
)
TICKS = ("betaald", "intentie", "verlenging")
NEEDED = ("kvk", "naam", "instrument", "functie", "begin", "einde", "uren")
FIELDS = (*READERS, "afgesproken")


def read(field: str, text: str, now: datetime) -> Any:
    """The value of one field, ``None`` when nothing stands there. Raises ``Refused`` with the field."""
    bare = text.strip()
    return READERS[field](bare, now) if bare else None


def problems(texts: Texts, now: datetime) -> dict[str, WerkdeskError]:
    """Every field that cannot be kept as it stands, in the order of the form."""
    found: dict[str, WerkdeskError] = {}
    for field in READERS:
        try:
            value = read(field, texts.get(field, ""), now)
        except WerkdeskError as error:
            found[field] = error
            continue
        if value is None and field in NEEDED:
            missing = "datum.ontbreekt" if field in ("begin", "einde") else "veld.ontbreekt"
            found[field] = Refused(missing, field=field)
    if not found and read("einde", texts["einde"], now) < read("begin", texts["begin"], now):
        found["einde"] = Refused("volgorde.ongeldig", field="einde")
    return found


def facts(texts: Texts, now: datetime) -> PlaatsingFeiten | None:
    """What is agreed, or ``None`` while something is missing or wrong."""
    if problems(texts, now):
        return None
    value = {field: read(field, texts.get(field, ""), now) for field in READERS}
    ticked = texts.get("afgesproken", "").split(",")
    employer = Werkgever(
        kvk=value.pop("kvk"),
        naam=value.pop("naam"),
        vestiging=value.pop("vestiging"),
        concern=value.pop("concern"),
    )
    return PlaatsingFeiten(
        werkgever=employer,
        **value,
        betaald="betaald" in ticked,
        intentie="intentie" in ticked,
        verlenging="verlenging" in ticked,
    )
