"""Is this text a valid BSN, postcode, telephone number and so on (rule cases 4.1)."""

from __future__ import annotations

from typing import Any

from werkdesk.domain.regels.invoer import Invoer, keuze, tekst
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.iban import Iban
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused

_TYPEN: dict[
    str, type[Bsn] | type[Postcode] | type[Telefoon] | type[Iban] | type[KvkNummer] | type[Email]
] = {
    "bsn": Bsn,
    "postcode": Postcode,
    "telefoon": Telefoon,
    "iban": Iban,
    "kvk": KvkNummer,
    "email": Email,
}
_type = keuze(_TYPEN)


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``waarde``; text that is no valid value is an outcome, not a defect."""
    soort = invoer.lees("type", _type)
    text = invoer.lees("tekst", tekst)
    uitleg = Uitleg()
    regel = rekenaar.vast(f"waarde.{soort}", uitleg)
    uitleg.zeg(regel.tekst)
    try:
        value = _TYPEN[soort](text)
    except Refused as refused:
        uitleg.zeg(f"Deze tekst voldoet niet ({refused.code}).")
        return Antwoord(_uitkomst(None, None, None), uitleg)
    warning = value.warning if isinstance(value, Postcode) and value[4:] in regel.waarde else None
    return Antwoord(_uitkomst(str(value), _weergave(value, text), warning), uitleg)


def _weergave(value: str, typed: str) -> str:
    if isinstance(value, Postcode | Iban):
        return value.shown
    return typed if isinstance(value, Telefoon) else str(value)


def _uitkomst(stored: str | None, shown: str | None, warning: str | None) -> dict[str, Any]:
    return {
        "geldig": stored is not None,
        "genormaliseerd": stored,
        "weergave": shown,
        "waarschuwing": warning,
    }
