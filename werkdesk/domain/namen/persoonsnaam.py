"""The name of a person in its parts, and the partner whose name they may use (BRP; domain facts 3.1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkdesk.domain.namen.titels import TITELS, Titel

ONBEKEND = "."


def known(text: str | None) -> str | None:
    """A part of a name with single spaces; ``None`` when it is absent, empty or the ``.`` for unknown."""
    if text is None:
        return None
    clean = " ".join(text.split())
    return None if clean in ("", ONBEKEND) else clean


def met_hoofdletter(text: str) -> str:
    """First letter as a capital; text that begins with an apostrophe stays as it is."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class NaamPartner:
    """A relation, current or ended. Dates are BRP dates; ``ontbinding`` is ``None`` while it lasts."""

    voorvoegsel: str | None = None
    geslachtsnaam: str | None = None
    titel: str | None = None
    aangaan: str | None = None
    ontbinding: str | None = None

    @property
    def achternaam(self) -> str | None:
        """Prefix and surname; ``None`` when the surname is unknown."""
        return _achternaam(self.voorvoegsel, self.geslachtsnaam)


@dataclass(frozen=True, slots=True, kw_only=True)
class NaamPersoon:
    """A person's own name.

    ``geslacht``: M, V, O. ``naamgebruik``: E own, P partner, V partner-own, N own-partner. ``titel``: code of
    table 38.
    """

    geslacht: str = "O"
    voornamen: str | None = None
    voorvoegsel: str | None = None
    geslachtsnaam: str | None = None
    naamgebruik: str = "E"
    titel: str | None = None

    @property
    def achternaam(self) -> str | None:
        """Own prefix and surname; ``None`` when the surname is unknown."""
        return _achternaam(self.voorvoegsel, self.geslachtsnaam)


def _achternaam(voorvoegsel: str | None, geslachtsnaam: str | None) -> str | None:
    surname = known(geslachtsnaam)
    prefix = known(voorvoegsel)
    return f"{prefix} {surname}" if surname and prefix else surname


def kies_partner(partners: Sequence[NaamPartner]) -> NaamPartner | None:
    """The oldest current relation; without one, the relation that ended last; ``None`` without any.

    An unknown start is older than any other, unknown parts of a date count as zeros.
    """
    current = [partner for partner in partners if partner.ontbinding is None]
    if current:
        return min(current, key=lambda partner: partner.aangaan or "00000000")
    return max(partners, key=lambda partner: partner.ontbinding or "", default=None)


@dataclass(frozen=True, slots=True)
class Naamgebruik:
    """Whose names are used in a letter and which titles go with them.

    ``gebruik`` is E when there is no partner or the partner's name is unknown. ``hoffelijk`` is the title
    that a woman bears by courtesy when she uses her husband's name; ``eigen`` is her or his own title or
    predicate. ``eigen_begroet`` and ``hoffelijk_begroet`` decide the salutation, which needs no name.
    """

    persoon: NaamPersoon
    partner: NaamPartner | None
    gebruik: str
    eigen: Titel | None
    hoffelijk: Titel | None
    eigen_begroet: Titel | None
    hoffelijk_begroet: Titel | None

    @property
    def bekend(self) -> bool:
        """Whether the names that this use needs are known."""
        return self.gebruik == "P" or self.persoon.achternaam is not None


def bepaal_naamgebruik(persoon: NaamPersoon, partners: Sequence[NaamPartner]) -> Naamgebruik:
    """Apply the rules on name use, ex-partners, titles and predicates of the BRP specification."""
    partner = kies_partner(partners)
    gebruik = persoon.naamgebruik if partner is not None and partner.achternaam is not None else "E"
    own_title = TITELS.get(persoon.titel or "")
    own = own_title if own_title is not None and _bears(persoon, own_title, gebruik, partners) else None
    courtesy = None
    if persoon.geslacht == "V" and persoon.naamgebruik != "E" and partner is not None:
        found = TITELS.get(partner.titel or "")
        courtesy = found if found is not None and found.hoffelijkheid else None
    return Naamgebruik(
        persoon=persoon,
        partner=partner,
        gebruik=gebruik,
        eigen=own if own is not None and own.vorm(persoon.geslacht) else None,
        hoffelijk=courtesy if gebruik != "E" else None,
        eigen_begroet=own,
        hoffelijk_begroet=courtesy,
    )


def _bears(persoon: NaamPersoon, titel: Titel, gebruik: str, partners: Sequence[NaamPartner]) -> bool:
    """Whether the own title shows: the own name is used, and a woman's predicate ends with a partner's name.

    A woman loses her predicate while she has a partner, and when she uses the name of an ex-partner.
    """
    if gebruik == "P":
        return False
    if persoon.geslacht == "O":
        return titel.hoogheid
    if persoon.geslacht == "V" and titel.predicaat:
        return gebruik == "E" and all(partner.ontbinding is not None for partner in partners)
    return True
