"""The parameters that the program knows: a table can neither forget one nor invent one."""

from __future__ import annotations

from dataclasses import dataclass

_TERMIJN = frozenset({"dagen", "weken", "maanden", "jaren"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """Units in which a value may be given, and the dates of a case that may select the record.

    No ``peildatums``: the table has no periods and exactly one record stands for every case.
    """

    eenheden: frozenset[str]
    peildatums: frozenset[str] = frozenset()


def _parameter(unit: str, *peildatums: str) -> Parameter:
    units = _TERMIJN if unit == "termijn" else frozenset({unit})
    return Parameter(units, frozenset(peildatums))


PARAMETERS: dict[str, Parameter] = {
    # Terms; the start fact is also what selects the record.
    "D01": _parameter("termijn", "meldingsdatum"),
    "D02": _parameter("termijn", "meldingsdatum"),
    "D03": _parameter("termijn", "meldingsdatum"),
    "D04": _parameter("termijn", "aanvraagdatum"),
    "D05": _parameter("termijn", "aanvraagdatum"),
    "D06": _parameter("termijn", "ontvangstdatum"),
    "D07": _parameter("termijn", "ontvangstdatum"),
    "D08": _parameter("termijn", "verzonden_op"),
    "D09": _parameter("termijn", "vanaf"),
    "D10": _parameter("termijn", "bekendgemaakt_op"),
    "D11": _parameter("staffel"),
    "D12": _parameter("termijn", "aanvraagdatum"),
    "D13": _parameter("termijn", "loonwaarde_vastgesteld_op"),
    "D14": _parameter("termijn", "verzuim_op"),
    "D15.effect": _parameter("termijn", "begin"),
    "D15.stop": _parameter("termijn", "begin"),
    "D16": _parameter("termijn", "begin"),
    "D17": _parameter("termijn", "einde_uitkering"),
    "D18": _parameter("termijn", "besluit_op"),
    "D19": _parameter("uren"),
    "PW41-6": _parameter("termijn", "ww_einde"),
    "PW44-5": _parameter("termijn", "meldingsdatum"),
    # Arithmetic of terms.
    "atw.artikel_1": _parameter("ja_nee"),
    "atw.korte_termijn": _parameter("dagen"),
    "atw.gewone_dagen": _parameter("aantal"),
    "atw.grens_dagen": _parameter("dagen"),
    "atw.grens_weken": _parameter("weken"),
    "atw.grens_maanden": _parameter("maanden"),
    "atw.aangewezen_dagen": _parameter("datums"),
    "termijn.telling": _parameter("ja_nee"),
    "termijn.maanden": _parameter("ja_nee"),
    "termijn.opschorting_aftrek": _parameter("dagen"),
    "termijn.streefdatum": _parameter("ja_nee"),
    # Melding and zoektermijn.
    "melding.dag": _parameter("tekst"),
    "zoektermijn.leeftijd": _parameter("leeftijd", "meldingsdatum"),
    "zoektermijn.uitzonderingen": _parameter("codes", "meldingsdatum"),
    "zoektermijn.pro_vso": _parameter("maanden", "meldingsdatum"),
    "zoektermijn.vervroeging": _parameter("codes", "meldingsdatum"),
    "zoektermijn.verjaardag": _parameter("ja_nee", "meldingsdatum"),
    "leeftijd.brp": _parameter("ja_nee"),
    # Money.
    "voorschot.percentage_minimum": _parameter("procent", "aanvraagdatum"),
    "voorschot.weigeringsgronden": _parameter("codes", "aanvraagdatum"),
    "norm.alleenstaand_21": _parameter("euro", "aanvraagdatum"),
    "norm.gehuwd_21": _parameter("euro", "aanvraagdatum"),
    "norm.alleenstaand_18_20": _parameter("euro", "aanvraagdatum"),
    "norm.toeslag_zonder_ouders": _parameter("euro", "aanvraagdatum"),
    "voorschot.feiten": _parameter("codes", "aanvraagdatum"),
    "voorschot.lening": _parameter("ja_nee", "aanvraagdatum"),
    # Working hours of the counter, which are not the calendar of the Atw.
    "werktijd.maandag": _parameter("tijdvakken", "datum"),
    "werktijd.dinsdag": _parameter("tijdvakken", "datum"),
    "werktijd.woensdag": _parameter("tijdvakken", "datum"),
    "werktijd.donderdag": _parameter("tijdvakken", "datum"),
    "werktijd.vrijdag": _parameter("tijdvakken", "datum"),
    "werktijd.zaterdag": _parameter("tijdvakken", "datum"),
    "werktijd.zondag": _parameter("tijdvakken", "datum"),
    "werktijd.feestdagen": _parameter("codes", "datum"),
    "werktijd.gesloten": _parameter("datums", "datum"),
    "werktijd.dagdelen": _parameter("tijden", "datum"),
    # Calling back after a melding.
    "bellen.norm": _parameter("dagen", "meldingsdatum"),
    "bellen.pogingen": _parameter("aantal", "meldingsdatum"),
    "bellen.dagdelen": _parameter("aantal", "meldingsdatum"),
    "bellen.brief": _parameter("tekst", "meldingsdatum"),
    # Youth desk.
    "jongere.bewijs": _parameter("codes", "meldingsdatum"),
    "jongere.coaching": _parameter("dagen", "meldingsdatum"),
    # Identity.
    "wid.WID-1": _parameter("ja_nee", "controledatum"),
    "wid.WID-2": _parameter("ja_nee", "controledatum"),
    "wid.WID-3": _parameter("ja_nee", "controledatum"),
    "wid.WID-4": _parameter("ja_nee", "controledatum"),
    "wid.EID": _parameter("ja_nee", "controledatum"),
    "wid.landen": _parameter("codes", "controledatum"),
    "wid.niveaus": _parameter("codes", "controledatum"),
    "wid.melding_zonder": _parameter("ja_nee", "controledatum"),
    # Values, names, addresses, merging.
    "waarde.bsn": _parameter("ja_nee"),
    "waarde.postcode": _parameter("codes"),
    "waarde.telefoon": _parameter("ja_nee"),
    "waarde.iban": _parameter("ja_nee"),
    "waarde.kvk": _parameter("ja_nee"),
    "waarde.email": _parameter("ja_nee"),
    "naam.brp": _parameter("ja_nee"),
    "naam.lijst": _parameter("ja_nee"),
    "adres.brp": _parameter("ja_nee"),
    "samenvoegen.bsn": _parameter("ja_nee"),
    "samenvoegen.naam_en_geboortedatum": _parameter("ja_nee"),
    # Instruments.
    "plaatsing.proefplaats": _parameter("maanden_reeks", "begin"),
    "plaatsing.participatieplaats": _parameter("maanden_reeks", "begin"),
    "plaatsing.WEP": _parameter("maanden_reeks", "begin"),
    "plaatsing.leerwerkstage": _parameter("maanden_reeks", "begin"),
    "plaatsing.LKS_forfaitair": _parameter("maanden_reeks", "begin"),
    # Carousel.
    "carrousel.onbetaald": _parameter("codes", "begin"),
    "carrousel.eigen_regime": _parameter("codes", "begin"),
    "carrousel.belofte_dagen": _parameter("dagen", "begin"),
    "carrousel.belofte_contract": _parameter("maanden", "begin"),
    "CAR-1": _parameter("codes", "begin"),
    "CAR-2": _parameter("maanden", "begin"),
    "CAR-3": _parameter("dagen", "begin"),
    "CAR-3.signaal": _parameter("dagen", "begin"),
    "CAR-3.blokkade": _parameter("dagen", "begin"),
    "CAR-4a": _parameter("ja_nee", "begin"),
    "CAR-4b": _parameter("dagen", "begin"),
    "CAR-4b.aantal": _parameter("aantal", "begin"),
    "CAR-4b.nagekomen": _parameter("procent", "begin"),
    "CAR-5": _parameter("dagen", "begin"),
    "CAR-6": _parameter("dagen", "begin"),
    # Displacement test.
    "verdringing.slecht_bij_ja": _parameter("codes", "datum_toets"),
    "verdringing.slecht_bij_nee": _parameter("codes", "datum_toets"),
    "verdringing.geldigheid": _parameter("termijn", "datum_toets"),
    # Letters.
    "brief.alle": _parameter("codes"),
    "brief.besluit": _parameter("codes"),
    # The tables themselves.
    "regels.houdbaar": _parameter("dagen"),
}
"""Every parameter must have at least one record."""

FAMILIES: dict[str, Parameter] = {
    "feestdag.": _parameter("feestdag", "jaar"),
    "bewaring.": _parameter("termijn", "einde"),
    "reden.": _parameter("codes", "datum"),
    "uitzondering.": _parameter("codes", "meldingsdatum"),
    "bewijs.": _parameter("ja_nee"),
    "inzage.reden.": _parameter("aantal", "datum"),
}
"""Ids that a table may add to freely, by their beginning."""


def parameter(id_: str) -> Parameter | None:
    """What is known about the parameter ``id_``; ``None`` when it is a typing error."""
    if found := PARAMETERS.get(id_):
        return found
    return next((known for prefix, known in FAMILIES.items() if id_.startswith(prefix)), None)
