"""What is still missing from a melding. Nothing of it ever blocks saving (domain figures F3, F4)."""

from __future__ import annotations

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten
from werkdesk.domain.persoon import AdresFunctie


def gaps(klant: Klant, feiten: MeldingFeiten) -> tuple[str, ...]:
    """Codes of what is missing, in the order in which a colleague would ask for it.

    A klant without a fixed address is complete in that respect: "geen" is an answer (Pw 41 lid 2).
    """
    known = klant.feiten
    no_address = known.adres is None or (
        known.adres.functie is not AdresFunctie.GEEN
        and not (known.adres.straat or known.adres.locatie or known.adres.buitenland)
    )
    checks = (
        ("geboortedatum", known.geboortedatum is None),
        ("adres", no_address and not known.briefregels),
        ("gemeente", feiten.gemeente is None),
        ("telefoon", known.telefoon is None),
        ("bsn", known.bsn is None and known.geen_bsn_reden is None),
        ("identiteit", klant.niveau < 2),
        ("reden", feiten.reden is None),
        ("partner", bool(feiten.heeft_partner) and feiten.partner is None),
        ("uitleg", len(feiten.uitleg) < 4),
        ("bevestiging", feiten.bevestiging is None),
    )
    return tuple(code for code, missing in checks if missing)
