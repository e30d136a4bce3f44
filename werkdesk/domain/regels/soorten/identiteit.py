"""Identity check by document, day and process (Pw 17 lid 3; domain facts 3.3; rule cases 4.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkdesk.domain.regels.invoer import Invoer, datum, ja_nee, keuze, land
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg

WID = ("WID-1", "WID-2", "WID-3", "WID-4")
_soort = keuze((*WID, "EID", "geen"))
_proces = keuze(("melding", "besluit"))
_vorm = keuze(("origineel", "kopie", "foto_op_telefoon"))
_niveau = keuze(("laag", "substantieel", "hoog"))
_VELD = "controledatum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """What was seen at the desk; a field is ``None`` when it does not belong to the kind of document.

    ``soort``: ``WID-1`` … ``WID-4``, ``EID`` or ``geen``. ``nationaliteit``: the holder has that of the
    issuing state (WID-3). ``inwoner``: lives in the Netherlands (foreign WID-4).
    """

    soort: str
    op: date
    geldig_tot: date | None = None
    origineel: bool | None = None
    gelijkenis: bool | None = None
    land: str | None = None
    nationaliteit: bool | None = None
    inwoner: bool | None = None
    met_foto: bool | None = None
    niveau: str | None = None


def redenen_tegen(rekenaar: TermijnRekenaar, controle: Controle, uitleg: Uitleg) -> list[str]:
    """Why identity is not established, all reasons in the fixed order; an empty list when it is.

    Raises ``Refused('regel.geen_versie', field='controledatum')``.
    """
    if controle.soort == "geen":
        rekenaar.regel("wid.melding_zonder", controle.op, uitleg, veld=_VELD)
        return ["geen_document"]
    admitted = rekenaar.regel(f"wid.{controle.soort}", controle.op, uitleg, veld=_VELD)
    uitleg.zeg(admitted.tekst)
    checks = {
        "soort_niet_toegelaten_op_datum": not admitted.waarde,
        "verlopen": controle.geldig_tot is not None and controle.geldig_tot < controle.op,
        "geen_origineel": controle.origineel is False,
        "gelijkenis_niet_akkoord": controle.gelijkenis is False,
        "land_niet_toegelaten": _wrong(rekenaar, "wid.landen", controle.land, controle.op, uitleg),
        "nationaliteit_anders": controle.nationaliteit is False,
        "geen_inwoner": controle.inwoner is False,
        "geen_foto": controle.met_foto is False,
        "niveau_te_laag": _wrong(rekenaar, "wid.niveaus", controle.niveau, controle.op, uitleg),
    }
    return [reason for reason, against in checks.items() if against]


def _wrong(rekenaar: TermijnRekenaar, id_: str, value: str | None, day: date, uitleg: Uitleg) -> bool:
    return value is not None and value not in rekenaar.regel(id_, day, uitleg, veld=_VELD).waarde


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``identiteit``."""
    soort = invoer.lees("documentsoort", _soort)
    proces = invoer.lees("proces", _proces)
    controle = _lees_controle(invoer, soort, invoer.lees(_VELD, datum))
    uitleg = Uitleg()
    reasons = redenen_tegen(rekenaar, controle, uitleg)
    further = not reasons
    if reasons and proces == "melding":
        regel = rekenaar.regel("wid.melding_zonder", controle.op, uitleg, veld=_VELD)
        further = regel.waarde
        uitleg.zeg(regel.tekst)
    return Antwoord({"vastgesteld": not reasons, "redenen": reasons, "mag_verder": further}, uitleg)


def _lees_controle(invoer: Invoer, soort: str, day: date) -> Controle:
    if soort == "geen":
        return Controle(soort=soort, op=day)
    if soort == "EID":
        return Controle(soort=soort, op=day, niveau=invoer.lees("niveau", _niveau))
    country = invoer.lees("land", land) if soort in ("WID-3", "WID-4") else None
    licence = soort == "WID-4"
    return Controle(
        soort=soort,
        op=day,
        geldig_tot=invoer.lees("geldig_tot", datum),
        origineel=invoer.lees("vorm", _vorm) == "origineel",
        gelijkenis=invoer.lees("gelijkenis_akkoord", ja_nee),
        land=country,
        nationaliteit=invoer.lees("houder_heeft_nationaliteit", ja_nee) if soort == "WID-3" else None,
        met_foto=invoer.lees("met_foto", ja_nee) if licence else None,
        inwoner=invoer.lees("inwoner", ja_nee) if licence and country != "NL" else None,
    )
