"""The application: its day, who signed it, and what its advance needs (Pw 41, 43, 52; Awb 4:1, 4:2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from werkdesk.domain.datums import Driewaardig, kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten
from werkdesk.domain.regels.melding_termijnen import MeldingTermijnFeiten, zoektermijn_bij_melding
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.soorten.voorschot import NORMSOORTEN
from werkdesk.domain.regels.toestanden import Rol, Toestand
from werkdesk.domain.regels.zaakverloop import ZaakFeiten, zet_stap
from werkdesk.domain.waarden.datum import korte_datum
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.iban import Iban
from werkdesk.errors import Refused
from werkdesk.usecases.meldingen import MeldingSaved, Rekenaar, committed, open_melding, record_facts
from werkdesk.usecases.ports import Clock, Wie, Work
from werkdesk.usecases.rekenaar import term_facts
from werkdesk.usecases.rollen import step_roles
from werkdesk.usecases.terugbellen import Geldend

VELDEN = (
    "aanvraagdatum", "aanvraagkanaal", "aanvraag_ontvangen_op", "aanvraag_ondertekend", "aanvraag_vervroegd",
    "normsoort", "inkomen", "iban",
)  # fmt: skip
"""Facts of a melding that the application brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """An application as the form gives it; ``None`` is "not known yet". ``inkomen``: whole cents a month.

    ``velden``: the facts that were typed, names out of :data:`VELDEN`; the others stay what they are.
    """

    aanvraagdatum: date | None = None
    aanvraagkanaal: Kanaal | None = None
    aanvraag_ontvangen_op: date | None = None
    aanvraag_ondertekend: bool | None = None
    aanvraag_vervroegd: bool | None = None
    normsoort: str | None = None
    inkomen: int | None = None
    iban: Iban | None = None
    velden: tuple[str, ...] = VELDEN


def record_application(
    rid: UUID, aanvraag: Aanvraag, *, wie: Wie, work: Work, clock: Clock, rekenaar: Rekenaar, geldend: Geldend
) -> MeldingSaved:
    """Note an application, or set facts of one. The dates that waited for it are computed at once.

    Raises ``Refused``: as ``record_facts``, and with a field: ``aanvraag.toekomst``,
    ``aanvraag.voor_melding``, ``aanvraag.ontvangst``, ``aanvraag.handtekening``, ``aanvraag.zoektermijn``
    (detail ``vanaf``), ``aanvraag.leeftijd``, ``aanvraag.vervroegen``, ``aanvraag.voorschot``,
    ``keuze.onbekend``.
    """
    with work(wie) as cache:
        melding = open_melding(cache, rid)
        klant = cache.get(Klant, melding.klant)
        if klant is None:
            raise Refused("klant.onbekend")
        wordt = replace(melding.feiten, **{veld: getattr(aanvraag, veld) for veld in aanvraag.velden})
        _check_facts(melding, wordt, kalenderdag(clock()))
        if wordt.aanvraagdatum is None:
            if melding.voorschot is not None:
                raise Refused("aanvraag.voorschot", field="aanvraagdatum")
        elif _is_another(melding.feiten, wordt):
            _check_step(melding, klant, wordt, geldend(), step_roles(wie.rollen))
        record_facts(cache, rid, wordt, aanvraag.velden, rekenaar)
        return committed(cache, rid)


def _check_facts(melding: Melding, wordt: MeldingFeiten, today: date) -> None:
    applied, received = wordt.aanvraagdatum, wordt.aanvraag_ontvangen_op
    if applied is not None and applied > today:
        raise Refused("aanvraag.toekomst", field="aanvraagdatum")
    if applied is not None and applied < melding.meldingsdatum:
        raise Refused("aanvraag.voor_melding", field="aanvraagdatum")
    if received is not None and received > today:
        raise Refused("aanvraag.toekomst", field="aanvraag_ontvangen_op")
    if received is not None and (applied is None or received < applied):
        raise Refused("aanvraag.ontvangst", field="aanvraag_ontvangen_op")
    if wordt.normsoort is not None and wordt.normsoort not in NORMSOORTEN:
        raise Refused("keuze.onbekend", field="normsoort")


def _is_another(was: MeldingFeiten, wordt: MeldingFeiten) -> bool:
    names = ("aanvraagdatum", "aanvraag_ondertekend", "aanvraag_vervroegd")
    return any(getattr(was, name) != getattr(wordt, name) for name in names)


def _check_step(
    melding: Melding, klant: Klant, wordt: MeldingFeiten, regels: RegelSet, roles: tuple[Rol, ...]
) -> None:
    """The two steps from a melding to an application: one may apply, and it is signed (T7, T10)."""
    applied = wordt.aanvraagdatum
    assert applied is not None  # noqa: S101 - asked by the only caller
    early = bool(wordt.aanvraag_vervroegd)
    if early and Rol.JONGERENLOKET not in roles:
        raise Refused("aanvraag.vervroegen", field="aanvraag_vervroegd")
    facts = ZaakFeiten(
        vandaag=applied,
        eerste_aanvraagdatum=first_day(melding, klant, regels),
        vervroegd=early,
        ondertekend=bool(wordt.aanvraag_ondertekend),
    )
    try:
        zet_stap(Toestand.ZOEKTERMIJN, "zoektermijn_voorbij", Rol.SYSTEEM, facts)
    except Refused:
        if facts.eerste_aanvraagdatum is None:
            raise Refused("aanvraag.leeftijd", field="aanvraagdatum") from None
        day = korte_datum(facts.eerste_aanvraagdatum)
        raise Refused("aanvraag.zoektermijn", field="aanvraagdatum", vanaf=day) from None
    try:
        zet_stap(Toestand.AANVRAAG_MOGELIJK, "aanvraag_ontvangen", Rol.SYSTEEM, facts)
    except Refused:
        raise Refused("aanvraag.handtekening", field="aanvraag_ondertekend") from None


def first_day(melding: Melding, klant: Klant, regels: RegelSet) -> date | None:
    """The first day on which this klant may apply, as it was stored with the case, else by the rules now.

    Where the age or an exception is not known, it is the day that holds for everybody under 27 (Pw 41 lid 4):
    from then on nobody has to wait. ``None`` when no rule covers the day of the melding.
    """
    stored = next((one for one in melding.termijnen if one.code == "D01"), None)
    if stored is not None and stored.uiterste_datum is not None:
        return stored.uiterste_datum
    facts = term_facts(klant, melding.feiten, melding.meldingsdatum)
    try:
        found = zoektermijn_bij_melding(facts, regels)
        if found.zoektermijn is not Driewaardig.ONBEKEND and found.eerste_aanvraagdatum is not None:
            return found.eerste_aanvraagdatum
        return zoektermijn_bij_melding(_longest(facts), regels).eerste_aanvraagdatum
    except Refused:
        return None


def _longest(facts: MeldingTermijnFeiten) -> MeldingTermijnFeiten:
    """The same melding by somebody who surely has to wait: born this year, alone, without exception."""
    born = GeboorteDatum(f"{facts.meldingsdatum.year}0101")
    return replace(facts, geboortedatum=born, heeft_partner=False, uitzondering="geen")
