"""The application as typed: text in every field, read by a function of its own. No Qt.

The same dictionary of texts is the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten
from werkdesk.domain.regels.soorten.voorschot import NORMSOORTEN
from werkdesk.domain.waarden.bedrag import euro, parse_bedrag
from werkdesk.domain.waarden.iban import Iban
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.dates import read_day
from werkdesk.ui.teksten.tijd import datum
from werkdesk.usecases.aanvragen import Aanvraag

JA = "ja"
Texts = Mapping[str, str]
Reader = Callable[[str, datetime], Any]


def _day(field: str) -> Reader:
    return lambda text, now: read_day(text, now.date(), field)


def _kanaal(text: str, _: datetime) -> Kanaal:
    try:
        return Kanaal(text)
    except ValueError:
        raise Refused("keuze.onbekend", field="aanvraagkanaal") from None


def _norm(text: str, _: datetime) -> str:
    if text not in NORMSOORTEN:
        raise Refused("keuze.onbekend", field="normsoort")
    return text


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "aanvraagdatum": _day("aanvraagdatum"),
        "aanvraagkanaal": _kanaal,
        "aanvraag_ontvangen_op": _day("aanvraag_ontvangen_op"),
        "aanvraag_ondertekend": lambda text, _: text == JA,
        "aanvraag_vervroegd": lambda text, _: text == JA,
        "normsoort": _norm,
        "inkomen": lambda text, _: parse_bedrag(text, field="inkomen"),
        "iban": lambda text, _: Iban(text, field="iban"),
    }
)
"""Fact of the melding -> how its text is read. Empty text is never read: it is "not known"."""

FIELDS = tuple(READERS)


def read(field: str, text: str, now: datetime) -> Any:
    """The value of one field, ``None`` when nothing stands there. Raises ``Refused`` with the field."""
    bare = text.strip()
    return READERS[field](bare, now) if bare else None


def problems(texts: Texts, now: datetime) -> dict[str, WerkdeskError]:
    """Every field that cannot be kept as it stands, in the order of the form."""
    found: dict[str, WerkdeskError] = {}
    for field in FIELDS:
        try:
            read(field, texts.get(field, ""), now)
        except WerkdeskError as error:
            found[field] = error
    return found


def texts_of(feiten: MeldingFeiten) -> dict[str, str]:
    """An application as it stands in the dossier."""
    return {
        "aanvraagdatum": _shown(feiten.aanvraagdatum),
        "aanvraagkanaal": feiten.aanvraagkanaal or "",
        "aanvraag_ontvangen_op": _shown(feiten.aanvraag_ontvangen_op),
        "aanvraag_ondertekend": JA if feiten.aanvraag_ondertekend else "",
        "aanvraag_vervroegd": JA if feiten.aanvraag_vervroegd else "",
        "normsoort": feiten.normsoort or "",
        "inkomen": "" if feiten.inkomen is None else euro(feiten.inkomen),
        "iban": feiten.iban.shown if feiten.iban is not None else "",
    }


def proposed(melding: Melding, today: date, household: str = "") -> dict[str, str]:
    """What the form begins with: without an application, one that is handed in at the counter today.

    ``household``: code of the norm that the intake suggests; what was chosen before wins.
    """
    texts = texts_of(melding.feiten)
    texts["normsoort"] = texts["normsoort"] or household
    if melding.feiten.aanvraagdatum is None:
        texts |= {"aanvraagdatum": datum(today), "aanvraagkanaal": Kanaal.BALIE.value}
    return texts


def command(texts: Texts, was: Texts, now: datetime) -> Aanvraag | None:
    """What differs from what stands in the dossier (``was``); ``None`` when nothing does.

    Raises the first ``Refused`` of the form.
    """
    for error in problems(texts, now).values():
        raise error
    value = {field: read(field, texts.get(field, ""), now) for field in FIELDS}
    before = {field: read(field, was.get(field, ""), now) for field in FIELDS}
    changed = tuple(field for field in FIELDS if value[field] != before[field])
    return Aanvraag(**value, velden=changed) if changed else None


def _shown(day: date | None) -> str:
    return "" if day is None else datum(day)
