"""One-line forms of a person for lists, by the rules of ``domain.namen``."""

from __future__ import annotations

from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.namen.adresregels import adresregels
from werkdesk.domain.namen.klantadres import als_brp
from werkdesk.domain.namen.lijst import lijstnaam
from werkdesk.domain.namen.persoonsnaam import NaamPersoon, known
from werkdesk.domain.persoon import AdresFunctie, KlantFeiten, PersoonsNaam


def sort_name(naam: PersoonsNaam | None) -> str:
    """The form in which lists are sorted: ``Berg, J.P. van der``; empty when the surname is not known."""
    if naam is None:
        return ""
    person = NaamPersoon(
        voornamen=naam.voornamen, voorvoegsel=naam.voorvoegsel, geslachtsnaam=naam.geslachtsnaam
    )
    return lijstnaam(person) or ""


def first_names(naam: PersoonsNaam | None) -> str:
    """All first names; empty when they are not known. They tell two people with the same initials apart."""
    return "" if naam is None else known(naam.voornamen) or ""


def address_line(feiten: KlantFeiten) -> str:
    """The address lines of the BRP on one line, ``Dorpsstraat 12 a, 1181 AB AMSTELVEEN``; may be empty.

    Lists stand open on the screen: an address that may not be read there does not even reach their table.
    """
    if not may_show_address(feiten, AdresPlek.SCHERM):
        return ""
    if feiten.adres is None:
        return ", ".join(feiten.briefregels)
    if feiten.adres.functie is AdresFunctie.GEEN:
        return ""
    lines = adresregels(als_brp(feiten.adres, feiten.gemeente))
    parts = (lines.regel1, lines.regel2, lines.regel3, feiten.adres.land if lines.toon_land else None)
    return ", ".join(" ".join(part.split()) for part in parts if part)
