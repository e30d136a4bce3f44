"""A person as lists show them and as the search finds them."""

from __future__ import annotations

import hashlib
from typing import Any

from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.messages.codec import encode
from werkdesk.storage.projection.names import address_line, first_names, sort_name
from werkdesk.storage.search.keys import first_name_key, surname_keys

NameRow = tuple[str, str, str, int, int]
"""Values in the order of the columns of ``zoeknaam``."""
_HASH_BYTES = 16


def bsn_hash(bsn: str, key: bytes) -> bytes:
    """Keyed hash by which a whole BSN is found. ``key``: 32 bytes, this cache's own (BLAKE2b, RFC 7693)."""
    return hashlib.blake2b(bsn.encode(), digest_size=_HASH_BYTES, key=key).digest()


def phone_key(telefoon: Telefoon | None) -> str | None:
    """Digits without the Dutch country code: ``612345678``; with it for foreign numbers."""
    return None if telefoon is None else telefoon.removeprefix("+31").lstrip("+")


def _shown(feiten: KlantFeiten) -> str:
    """Numbers as lists show them, as JSON: whoever calls needs no record for it."""
    return encode([one.shown for one in (feiten.telefoon, feiten.telefoon2) if one is not None]).decode()


def klant_row(n: int, klant: Klant, unsent: bool, search_key: bytes) -> tuple[Any, ...]:
    """Values in the order of the columns of ``klant``. ``n``: its short name."""
    feiten = klant.feiten
    adres = feiten.adres
    return (
        n, klant.id.bytes, sort_name(feiten.naam), first_names(feiten.naam),
        None if feiten.geboortedatum is None else str(feiten.geboortedatum), address_line(feiten),
        int(bool(feiten.geheim)),
        "" if feiten.bsn is None else feiten.bsn.masked,
        None if feiten.bsn is None else bsn_hash(feiten.bsn, search_key),
        None if adres is None or adres.postcode is None else str(adres.postcode),
        None if adres is None else adres.huisnummer,
        phone_key(feiten.telefoon), phone_key(feiten.telefoon2), _shown(feiten), feiten.taal,
        int(bool(feiten.tolk)), int(unsent),
    )  # fmt: skip


def name_rows(n: int, feiten: KlantFeiten) -> list[NameRow]:
    """One row per way the surname may be typed."""
    born = "" if feiten.geboortedatum is None else str(feiten.geboortedatum)
    year = int(born[:4] or 0)
    if feiten.naam is None:
        return [("", "", born, n, year)]
    first = first_name_key(feiten.naam)
    return [(key, first, born, n, year) for key in surname_keys(feiten.naam) or ("",)]
