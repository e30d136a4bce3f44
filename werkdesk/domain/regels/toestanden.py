"""States of a case and its two parallel regions, and every step between them (domain facts 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Toestand(StrEnum):
    """Where a case stands: one case per melding and household. The last two groups run beside the case."""

    BEZOEK = "bezoek"
    AFGEHANDELD = "afgehandeld"
    GEMELD = "gemeld"
    ZOEKTERMIJN = "zoektermijn"
    AANVRAAG_MOGELIJK = "aanvraag_mogelijk"
    AANVRAAG_ONTVANGEN = "aanvraag_ontvangen"
    AANVULLEN = "aanvullen"
    TOEGEKEND = "besloten_toegekend"
    AFGEWEZEN = "besloten_afgewezen"
    BUITEN_BEHANDELING = "buiten_behandeling"
    INGETROKKEN = "ingetrokken"
    DIRECT_AAN_WERK = "direct_aan_werk"
    PLAN = "plan"
    TRAJECT = "traject"
    UITSTROOM = "uitstroom"
    TERUGKEER = "terugkeer"

    VOORSCHOT_GEPLAND = "voorschot.gepland"
    VOORSCHOT_VERLEEND = "voorschot.verleend"
    VOORSCHOT_GEEN = "voorschot.geen"
    VOORSCHOT_VERREKEND = "voorschot.verrekend"

    BEZWAAR_MOGELIJK = "bezwaar.mogelijk"
    BEZWAAR_ONTVANGEN = "bezwaar.ontvangen"


class Rol(StrEnum):
    """Who takes a step (domain facts 2.1)."""

    BALIE = "balie"
    KM_WERK = "km_w"
    KM_INKOMEN = "km_i"
    JONGERENLOKET = "jl"
    MANDAATHOUDER = "mh"
    SYSTEEM = "sys"


T, R = Toestand, Rol
VOOR_BESLUIT = frozenset(
    {T.GEMELD, T.ZOEKTERMIJN, T.AANVRAAG_MOGELIJK, T.AANVRAAG_ONTVANGEN, T.AANVULLEN},
)
VOOR_AANVRAAG = frozenset({T.GEMELD, T.ZOEKTERMIJN, T.AANVRAAG_MOGELIJK})
HERSTELBAAR = frozenset({T.INGETROKKEN, T.DIRECT_AAN_WERK, T.AFGEHANDELD})
"""Ends that may be taken back; a besluit may not, that is for bezwaar or a new besluit."""
BESLOTEN = frozenset({T.TOEGEKEND, T.AFGEWEZEN, T.BUITEN_BEHANDELING})
WACHT_OP_BESLUIT = frozenset({T.AANVRAAG_ONTVANGEN, T.AANVULLEN})
"""There is an application and no decision yet: only then an advance is owed (Pw 52 lid 1)."""
NA_TOEKENNING = frozenset({T.TOEGEKEND, T.PLAN, T.TRAJECT, T.UITSTROOM})
"""There is bijstand from which an advance can be set off (Pw 52 lid 4)."""


@dataclass(frozen=True, slots=True)
class Overgang:
    """One row of the table: ``eis`` names the guard that must hold; ``None`` in ``van`` is "no case yet"."""

    id: str
    gebeurtenis: str
    van: frozenset[Toestand | None]
    naar: Toestand
    rollen: frozenset[Rol]
    bron: str
    eis: str | None = None


def _step(
    id_: str,
    gebeurtenis: str,
    van: Toestand | frozenset[Toestand] | None,
    naar: Toestand,
    rollen: tuple[Rol, ...],
    bron: str,
    eis: str | None = None,
) -> Overgang:
    froms: frozenset[Toestand | None] = frozenset(van) if isinstance(van, frozenset) else frozenset({van})
    return Overgang(id_, gebeurtenis, froms, naar, frozenset(rollen), bron, eis)


_DESK = (R.BALIE, R.KM_WERK, R.KM_INKOMEN, R.JONGERENLOKET)
_DECIDES = (R.MANDAATHOUDER,)

OVERGANGEN = (
    _step("T1", "bezoek_geregistreerd", None, T.BEZOEK, _DESK, "domein 2.2"),
    _step("T2", "beantwoord", T.BEZOEK, T.AFGEHANDELD, _DESK, "domein 2.2"),
    _step("T2", "verwezen", T.BEZOEK, T.AFGEHANDELD, _DESK, "Awb 2:3", "reden"),
    _step("T3", "gemeld_aan_balie", T.BEZOEK, T.GEMELD, _DESK, "Pw 44"),
    _step("T4", "gemeld_op_afstand", None, T.GEMELD, (*_DESK, R.SYSTEEM), "Pw 44"),
    _step(
        "T5",
        "zoektermijn_gestart",
        T.GEMELD,
        T.ZOEKTERMIJN,
        (R.JONGERENLOKET, R.SYSTEEM),
        "Pw 41 lid 4",
        "jong",
    ),
    _step(
        "T6",
        "aanvraag_mogelijk",
        T.GEMELD,
        T.AANVRAAG_MOGELIJK,
        (*_DESK, R.SYSTEEM),
        "Pw 41 lid 12",
        "niet_jong",
    ),
    # An age or an exception that is not known: a person decides, and it is noted (domain facts 3.1.7).
    _step(
        "T5",
        "zoektermijn_besloten",
        T.GEMELD,
        T.ZOEKTERMIJN,
        (R.JONGERENLOKET,),
        "Pw 41 lid 4",
        "mens_beslist",
    ),
    _step(
        "T6",
        "aanvraag_besloten",
        T.GEMELD,
        T.AANVRAAG_MOGELIJK,
        (R.JONGERENLOKET,),
        "Pw 41 lid 4, 12",
        "mens_beslist",
    ),
    _step(
        "T7",
        "zoektermijn_voorbij",
        T.ZOEKTERMIJN,
        T.AANVRAAG_MOGELIJK,
        (R.JONGERENLOKET, R.SYSTEEM),
        "Pw 41 lid 4, 11",
        "zoektermijn_klaar",
    ),
    _step(
        "T9",
        "werk_gevonden",
        VOOR_BESLUIT,
        T.DIRECT_AAN_WERK,
        (R.KM_WERK, R.JONGERENLOKET),
        "domein 2.2",
        "vrije_keuze",
    ),
    _step("T9", "aanvraag_ingetrokken", VOOR_BESLUIT, T.INGETROKKEN, _DESK, "domein 2.2", "schriftelijk"),
    # Without an application there is nothing to withdraw in writing; that the klant wants it is enough.
    _step("T9", "melding_ingetrokken", VOOR_AANVRAAG, T.INGETROKKEN, _DESK, "domein 2.2", "eigen_wens"),
    _step("T2", "melding_verwezen", VOOR_AANVRAAG, T.AFGEHANDELD, _DESK, "Awb 2:3", "reden"),
    _step("T2", "melding_vervallen", VOOR_AANVRAAG, T.AFGEHANDELD, _DESK, "domein 6 N1", "reden"),
    # Opening again keeps the old meldingsdatum, from which bijstand may start: later than the day itself it
    # is for who may judge that (Pw 44 lid 1).
    _step("T3", "heropend", HERSTELBAAR, T.GEMELD, _DESK, "Pw 44 lid 1", "zelfde_dag"),
    _step("T3", "alsnog_heropend", HERSTELBAAR, T.GEMELD, _DESK[1:], "Pw 44 lid 1", "reden"),
    _step(
        "T10",
        "aanvraag_ontvangen",
        T.AANVRAAG_MOGELIJK,
        T.AANVRAAG_ONTVANGEN,
        (*_DESK, R.SYSTEEM),
        "Awb 4:1, 4:2",
        "ondertekend",
    ),
    _step(
        "T11",
        "stukken_gevraagd",
        T.AANVRAAG_ONTVANGEN,
        T.AANVULLEN,
        (R.KM_INKOMEN,),
        "Awb 4:5, 4:15",
        "hersteltermijn",
    ),
    _step("T12", "aangevuld", T.AANVULLEN, T.AANVRAAG_ONTVANGEN, (*_DESK, R.SYSTEEM), "Awb 4:15 lid 1"),
    _step(
        "T13",
        "niet_aangevuld",
        T.AANVULLEN,
        T.BUITEN_BEHANDELING,
        _DECIDES,
        "Awb 4:5 lid 4",
        "hersteltermijn_voorbij",
    ),
    _step("T14", "toegekend", T.AANVRAAG_ONTVANGEN, T.TOEGEKEND, _DECIDES, "Awb 4:13"),
    _step("T14", "afgewezen", T.AANVRAAG_ONTVANGEN, T.AFGEWEZEN, _DECIDES, "Awb 4:13", "reden"),
    _step("T18", "plan_vastgesteld", T.TOEGEKEND, T.PLAN, (R.KM_WERK, R.JONGERENLOKET), "Pw 44 lid 4"),
    _step(
        "T19", "traject_gestart", T.PLAN, T.TRAJECT, (R.KM_WERK,), "Pw 10 lid 4", "besluit_en_handtekeningen"
    ),
    _step("T20", "traject_verlengd", T.TRAJECT, T.TRAJECT, (R.KM_WERK,), "domein 5.1, 5.5", "nieuwe_toets"),
    _step(
        "T21",
        "uitgestroomd",
        frozenset({T.PLAN, T.TRAJECT}),
        T.UITSTROOM,
        (R.KM_INKOMEN,),
        "domein 2.2",
        "reden",
    ),
    _step("T22", "opnieuw_gemeld", T.UITSTROOM, T.TERUGKEER, _DESK, "Pw 43a"),
    _step(
        "T15",
        "voorschot_gepland",
        None,
        T.VOORSCHOT_GEPLAND,
        (R.SYSTEEM, R.KM_INKOMEN),
        "Pw 52 lid 1",
        "wacht_op_besluit",
    ),
    _step(
        "T15",
        "voorschot_verleend",
        frozenset({T.VOORSCHOT_GEPLAND, T.VOORSCHOT_VERLEEND}),
        T.VOORSCHOT_VERLEEND,
        (R.KM_INKOMEN, R.MANDAATHOUDER),
        "Pw 52 lid 1, 2",
        "wacht_op_besluit",
    ),
    _step(
        "T16",
        "voorschot_geweigerd",
        T.VOORSCHOT_GEPLAND,
        T.VOORSCHOT_GEEN,
        (R.KM_INKOMEN, R.MANDAATHOUDER),
        "Pw 52 lid 1 onder a, b",
        "reden",
    ),
    _step(
        "T17",
        "voorschot_verrekend",
        T.VOORSCHOT_VERLEEND,
        T.VOORSCHOT_VERREKEND,
        (R.KM_INKOMEN,),
        "Pw 52 lid 4",
        "na_toekenning",
    ),
    _step("T23", "besluit_bekendgemaakt", None, T.BEZWAAR_MOGELIJK, (*_DECIDES, R.SYSTEEM), "Awb 3:40, 3:41"),
    _step("T23", "bezwaar_ontvangen", T.BEZWAAR_MOGELIJK, T.BEZWAAR_ONTVANGEN, _DESK, "Awb 6:7, 6:8"),
)
"""Every step. T8, the short intake, changes no state and stands in the log of the case alone."""
