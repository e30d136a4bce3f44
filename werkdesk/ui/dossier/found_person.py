"""A found person in words, the same in the search and among the look-alikes."""

from __future__ import annotations

from werkdesk.domain.datums import is_brp_datum
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.ui.teksten import persoon
from werkdesk.ui.teksten import zoeken as t
from werkdesk.usecases.overzichten import KlantHit

UNKNOWN = "00000000"


def who(found: KlantHit) -> str:
    """``Vermeulen, A. (Anna)``: with the first names, since twins share surname, initial and birth date."""
    name = found.naam or persoon.NAAM_ONBEKEND
    return f"{name} ({found.voornamen})" if found.voornamen else name


def facts(found: KlantHit) -> tuple[str, ...]:
    """Birth date and address, each only when there is something to say; a secret address is only named."""
    address = persoon.GEHEIM if found.geheim else found.adres
    return tuple(part for part in (born(found.geboren), address) if part)


def born(brp: str) -> str:
    """``12-03-1985`` for a BRP date; unknown parts stay 00, and no date at all says so."""
    if not brp or brp == UNKNOWN:
        return t.GEBOREN_ONBEKEND
    return GeboorteDatum(brp).shown if is_brp_datum(brp) else brp
