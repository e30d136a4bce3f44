"""The terms of a training agreement, field by field: what may stand there and what it is worth. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.domain.waarden.tekst import composed, has_hidden_characters
from werkdesk.errors import Refused
from werkdesk.ui.dossier.dates import read_day

Texts = Mapping[str, str]
Reader = Callable[[str, datetime], Any]
LONGEST_LINE, LONGEST_PROOF = 200, 600
MOST_HOURS = 60
ANDERS = "anders"
"""The choice that somebody else pays; who that is stands in ``betaalt_anders``."""


def line(field: str, longest: int = LONGEST_LINE) -> Reader:
    """One line of visible text. Raises ``Refused``: ``tekst.te_lang``, ``tekst.tekens``."""

    def read(text: str, _: datetime) -> str:
        clean = composed(text)
        if len(clean) > longest:
            raise Refused("tekst.te_lang", field=field, hoogstens=longest)
        if has_hidden_characters(clean):
            raise Refused("tekst.tekens", field=field)
        return clean

    return read


def _day(field: str) -> Reader:
    return lambda text, now: read_day(text, now.date(), field)


def _hours(field: str) -> Reader:
    def read(text: str, _: datetime) -> int:
        if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_HOURS:
            raise Refused("uren.aantal", field=field, hoogstens=MOST_HOURS)
        return int(text)

    return read


def _kvk(field: str) -> Reader:
    return lambda text, _: KvkNummer(text, field=field)


def _yes(text: str, _: datetime) -> bool:
    return text == "ja"


_LINES = (
    "opleiding", "niveau", "leerweg", "crebo", "opleider", "opleider_plaats", "doel", "dagen",
    "opleider_adres", "opleider_tekent", "gemeente_tekent", "klant_vertegenwoordiger", "besluitnummer",
    "begeleider", "begeleider_telefoon", "begeleider_opleider", "betaalt", "betaalt_anders",
    "voorgaande_bekostiging", "werkgever", "werkgever_adres", "werkgever_tekent", "taken", "niet_alleen",
    "verzekering", "verdringing",
)  # fmt: skip
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        **{name: line(name) for name in _LINES},
        "vraag_arbeidsmarkt": line("vraag_arbeidsmarkt", LONGEST_PROOF),
        "opleider_kvk": _kvk("opleider_kvk"),
        "werkgever_kvk": _kvk("werkgever_kvk"),
        "begin": _day("begin"),
        "einde": _day("einde"),
        "uren_per_week": _hours("uren_per_week"),
        "begeleiding_uren": _hours("begeleiding_uren"),
        "uitkering_loopt": _yes,
        "doorbetalen": _yes,
    }
)
FIELDS = tuple(READERS)
NEEDED = ("opleiding", "opleider", "begin", "einde")
DAYS = ("begin", "einde")
EMPLOYER = (
    "werkgever_adres", "werkgever_kvk", "werkgever_tekent", "taken", "niet_alleen", "verzekering",
    "verdringing",
)  # fmt: skip
"""What says nothing without the name of an employer."""


def read(field: str, text: str, now: datetime) -> Any:
    """The value of one field of the terms, ``None`` when nothing stands there."""
    bare = text.strip()
    return READERS[field](bare, now) if bare else None
