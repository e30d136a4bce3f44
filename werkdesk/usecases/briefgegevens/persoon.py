"""How a letter names and addresses a person: the rules of ``domain.namen`` on the facts of a klant."""

from __future__ import annotations

from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.namen.adresregels import adresregels
from werkdesk.domain.namen.klantadres import als_brp
from werkdesk.domain.namen.persoonsnaam import NaamPartner, NaamPersoon
from werkdesk.domain.namen.schrijven import aanhef, aanschrijfwijze
from werkdesk.domain.persoon import AdresFunctie, KlantFeiten, PersoonsNaam

NAMELOOS = "Geachte heer, mevrouw"
"""When the name that a salutation needs is not known."""


def salutation(feiten: KlantFeiten) -> str:
    """``Geachte mevrouw Van Puffelen``, without a comma; never empty."""
    if feiten.naam is None:
        return NAMELOOS
    return aanhef(_person(feiten, feiten.naam), _partners(feiten.naam)) or NAMELOOS


def envelope_name(feiten: KlantFeiten) -> tuple[str, ...]:
    """The name on the envelope: one line, two for nobility; empty when the name is not known."""
    if feiten.naam is None:
        return ()
    written = aanschrijfwijze(_person(feiten, feiten.naam), _partners(feiten.naam))
    if written is None:
        return ()
    return tuple(line for line in (written.aanspreekvorm, written.naam) if line)


def street_lines(feiten: KlantFeiten, plek: AdresPlek) -> tuple[str, ...]:
    """The lines under the name, country in capitals; empty when it is not known or may not be read there."""
    if not may_show_address(feiten, plek):
        return ()
    if feiten.adres is None:
        return feiten.briefregels
    if feiten.adres.functie is AdresFunctie.GEEN:
        return ()
    lines = adresregels(als_brp(feiten.adres, feiten.gemeente))
    country = (feiten.adres.land or "").upper() if lines.toon_land else None
    return tuple(line for line in (lines.regel1, lines.regel2, lines.regel3, country) if line)


def address_block(feiten: KlantFeiten) -> tuple[str, ...]:
    """Name and address for the window; empty when either is missing."""
    name, street = envelope_name(feiten), street_lines(feiten, AdresPlek.ENVELOP)
    return (*name, *street) if name and street else ()


def _person(feiten: KlantFeiten, naam: PersoonsNaam) -> NaamPersoon:
    return NaamPersoon(
        geslacht=feiten.geslacht.value if feiten.geslacht is not None else "O",
        voornamen=naam.voornamen,
        voorvoegsel=naam.voorvoegsel,
        geslachtsnaam=naam.geslachtsnaam,
        naamgebruik=naam.naamgebruik.value,
        titel=naam.titel,
    )


def _partners(naam: PersoonsNaam) -> tuple[NaamPartner, ...]:
    if naam.partner_geslachtsnaam is None and naam.partner_titel is None:
        return ()
    return (
        NaamPartner(
            voorvoegsel=naam.partner_voorvoegsel,
            geslachtsnaam=naam.partner_geslachtsnaam,
            titel=naam.partner_titel,
        ),
    )
