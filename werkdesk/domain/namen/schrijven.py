"""A name as letters write it: salutation, name line, running text, full name (BRP specification)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkdesk.domain.namen.persoonsnaam import (
    Naamgebruik,
    NaamPartner,
    NaamPersoon,
    bepaal_naamgebruik,
    known,
    met_hoofdletter,
)
from werkdesk.domain.namen.titels import TITELS, Titel
from werkdesk.domain.namen.voorletters import voorletters

_NA = {"M": "heer", "V": "mevrouw"}


@dataclass(frozen=True, slots=True)
class Aanschrijfwijze:
    """The name line of an envelope, and the form of address that nobility has on a line of its own."""

    naam: str
    aanspreekvorm: str | None


@dataclass(frozen=True, slots=True)
class _Deel:
    """One surname with its prefix, and the title or predicate that stands before it."""

    naam: str
    titel: Titel | None

    def tekst(self, geslacht: str) -> str:
        word = self.titel.vorm(geslacht) if self.titel else None
        return f"{word} {self.naam}" if word else self.naam


def aanhef(persoon: NaamPersoon, partners: Sequence[NaamPartner] = ()) -> str | None:
    """``Geachte heer Van Puffelen``; ``None`` when the name it needs is unknown.

    Nobility is greeted without a name: ``Hoogwelgeboren heer``.
    """
    use = bepaal_naamgebruik(persoon, partners)
    noble = use.hoffelijk_begroet or use.eigen_begroet
    if noble is not None:
        return noble.aanhef(persoon.geslacht)
    if not use.bekend:
        return None
    if persoon.geslacht in _NA:
        return f"Geachte {_NA[persoon.geslacht]} {met_hoofdletter(_samen(use, persoon.geslacht))}"
    return f"Geachte {_naamregel(use)}"


def aanschrijfwijze(persoon: NaamPersoon, partners: Sequence[NaamPartner] = ()) -> Aanschrijfwijze | None:
    """Name line and form of address; ``None`` when the name it needs is unknown."""
    use = bepaal_naamgebruik(persoon, partners)
    if not use.bekend:
        return None
    titel = use.hoffelijk or use.eigen or (use.eigen_begroet if persoon.geslacht == "O" else None)
    return Aanschrijfwijze(_naamregel(use), titel.aanspreekvorm(persoon.geslacht) if titel else None)


def lopende_tekst(persoon: NaamPersoon, partners: Sequence[NaamPartner] = ()) -> str | None:
    """``de heer Van Puffelen``, ``mevrouw Jansen``, ``barones van den Aedel``, or the name line for sex O."""
    use = bepaal_naamgebruik(persoon, partners)
    if not use.bekend:
        return None
    if persoon.geslacht not in _NA:
        return _naamregel(use)
    text = _samen(use, persoon.geslacht)
    if _delen(use)[0].titel is not None:
        return text
    return f"{'de heer' if persoon.geslacht == 'M' else 'mevrouw'} {met_hoofdletter(text)}"


def volledige_naam(persoon: NaamPersoon) -> str | None:
    """Given names, prefix and surname, with a predicate in front and a title before the prefix."""
    titel = TITELS.get(persoon.titel or "")
    word = titel.vorm_volledig(persoon.geslacht) if titel else None
    parts = [
        word if titel and titel.predicaat else None,
        known(persoon.voornamen),
        word if titel and not titel.predicaat else None,
        known(persoon.voorvoegsel),
        known(persoon.geslachtsnaam),
    ]
    return " ".join(part for part in parts if part) or None


def _delen(use: Naamgebruik) -> tuple[_Deel, ...]:
    """The one or two surnames in their order; the caller made sure that they are known."""
    own = _Deel(use.persoon.achternaam or "", use.eigen)
    other = _Deel(use.partner.achternaam or "", use.hoffelijk) if use.partner is not None else own
    return {"E": (own,), "P": (other,), "V": (other, own), "N": (own, other)}[use.gebruik]


def _samen(use: Naamgebruik, geslacht: str) -> str:
    return "-".join(deel.tekst(geslacht) for deel in _delen(use))


def _naamregel(use: Naamgebruik) -> str:
    """Initials and surnames; a predicate of the first surname goes to the very front with a capital."""
    geslacht = use.persoon.geslacht
    initials = voorletters(use.persoon.voornamen)
    first, *rest = _delen(use)
    predicate = first.titel.vorm(geslacht) if first.titel and first.titel.predicaat else None
    surnames = "-".join(
        [first.naam if predicate else first.tekst(geslacht), *(d.tekst(geslacht) for d in rest)]
    )
    if predicate:
        return met_hoofdletter(" ".join(part for part in (predicate, initials, surnames) if part))
    return f"{initials} {surnames}" if initials else met_hoofdletter(surnames)
