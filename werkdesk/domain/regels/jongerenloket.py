"""What the youth desk needs on one card: search period, exceptions, evidence, two talks (Pw 41, 43; F51)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.regels.melding_termijnen import MeldingTermijnFeiten, zoektermijn_bij_melding
from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.werktijden import werktijden_van

_GRONDEN = "uitzondering."
_BEWIJZEN = "bewijs."
_VELD = "meldingsdatum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijsstuk:
    """One line of the evidence sheet; nothing of it is copied or kept."""

    code: str
    naam: str
    tekst: str
    gezien: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grond:
    """One ground for not having to wait. ``gekozen``: the klant called on it; ``bewijs``: what shows it.

    ``van_rechtswege``: with it the search period does not hold; otherwise the gemeente decides (lid 11).
    """

    code: str
    naam: str
    tekst: str
    bron: str
    vindplaats: str | None
    zekerheid: str
    gekozen: bool
    van_rechtswege: bool
    bewijs: tuple[Bewijsstuk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksvoorstel:
    """A talk to plan: ``coaching`` in the second week, ``aanvraag`` from the first day to apply."""

    soort: str
    datum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class JongereKaart:
    """The card. ``tot_en_met``: last day of the search period; ``None`` when the dates are not known yet.

    ``reden``: as ``Zoektermijn.reden``. ``schoolstukken``: ``bij_aanvraag``, ``voor_datum`` (then with
    ``schoolstukken_voor``), ``niet_nodig`` or ``onbekend``.
    """

    zoektermijn: Driewaardig
    reden: str
    meldingsdatum: date
    tot_en_met: date | None
    eerste_aanvraagdatum: date | None
    dagen_over: int | None
    schoolstukken: str
    schoolstukken_voor: date | None
    vervroeging_mogelijk: bool
    gronden: tuple[Grond, ...]
    bewijsblad: tuple[Bewijsstuk, ...]
    gesprekken: tuple[Gespreksvoorstel, ...]


def jongere_kaart(
    feiten: MeldingTermijnFeiten, regels: RegelSet, vandaag: date, gezien: Collection[str] = ()
) -> JongereKaart:
    """The card of a melding. ``gezien``: codes of evidence that was seen.

    Raises ``Refused('regel.geen_versie', field='meldingsdatum')``.
    """
    zoek = zoektermijn_bij_melding(feiten, regels)
    waits = zoek.zoektermijn is Driewaardig.JA
    first = zoek.eerste_aanvraagdatum
    return JongereKaart(
        zoektermijn=zoek.zoektermijn,
        reden=zoek.reden,
        meldingsdatum=feiten.meldingsdatum,
        tot_en_met=first - timedelta(days=1) if waits and first is not None else None,
        eerste_aanvraagdatum=first,
        dagen_over=max(0, (first - vandaag).days) if waits and first is not None else None,
        schoolstukken=zoek.schoolstukken,
        schoolstukken_voor=zoek.schoolstukken_voor,
        vervroeging_mogelijk=zoek.vervroeging_mogelijk,
        gronden=_grounds(feiten, regels, gezien),
        bewijsblad=_sheet(feiten, regels, gezien),
        gesprekken=_talks(feiten, regels, first) if waits else (),
    )


def bewijssoorten(regels: RegelSet) -> tuple[str, ...]:
    """Every kind of evidence that can be noted."""
    return tuple(id_.removeprefix(_BEWIJZEN) for id_ in regels.ids() if id_.startswith(_BEWIJZEN))


def _grounds(feiten: MeldingTermijnFeiten, regels: RegelSet, gezien: Collection[str]) -> tuple[Grond, ...]:
    day = feiten.meldingsdatum
    by_law = regels.geldig("zoektermijn.uitzonderingen", day, veld=_VELD, gemeente=feiten.gemeente).waarde
    found = (regels.vind(id_, day, feiten.gemeente) for id_ in regels.ids() if id_.startswith(_GRONDEN))
    grounds = [_ground(regel, by_law, feiten.uitzondering, regels, gezien) for regel in found if regel]
    order = {code: place for place, code in enumerate(by_law)}
    return tuple(sorted(grounds, key=lambda one: order.get(one.code, len(order))))


def _ground(
    regel: Regel, by_law: tuple[str, ...], chosen: str | None, regels: RegelSet, gezien: Collection[str]
) -> Grond:
    code = regel.id.removeprefix(_GRONDEN)
    return Grond(
        code=code,
        naam=regel.naam,
        tekst=regel.tekst,
        bron=regel.bron.tekst,
        vindplaats=regel.bron.vindplaats,
        zekerheid=regel.zekerheid.value,
        gekozen=chosen == code,
        van_rechtswege=code in by_law,
        bewijs=tuple(_piece(one, regels, gezien) for one in regel.waarde),
    )


def _sheet(feiten: MeldingTermijnFeiten, regels: RegelSet, gezien: Collection[str]) -> tuple[Bewijsstuk, ...]:
    asked = regels.geldig("jongere.bewijs", feiten.meldingsdatum, veld=_VELD, gemeente=feiten.gemeente)
    return tuple(_piece(code, regels, gezien) for code in asked.waarde)


def _piece(code: str, regels: RegelSet, gezien: Collection[str]) -> Bewijsstuk:
    """A kind without a record of its own is shown by its code: a table may be ahead of its words."""
    found = next(iter(regels.reeks(f"{_BEWIJZEN}{code}")), None)
    naam, tekst = (code, "") if found is None else (found.naam, found.tekst)
    return Bewijsstuk(code=code, naam=naam, tekst=tekst, gezien=code in gezien)


def _talks(
    feiten: MeldingTermijnFeiten, regels: RegelSet, first: date | None
) -> tuple[Gespreksvoorstel, ...]:
    hours = werktijden_van(regels, feiten.gemeente)
    day = feiten.meldingsdatum
    days = regels.geldig("jongere.coaching", day, veld=_VELD, gemeente=feiten.gemeente).waarde
    coaching = hours.eerste(day + timedelta(days=days))
    talks = []
    # Who turns 27 within days has no second week to look back on in that talk.
    if first is None or coaching < first:
        talks.append(Gespreksvoorstel(soort="coaching", datum=coaching))
    if first is not None:
        talks.append(Gespreksvoorstel(soort="aanvraag", datum=hours.eerste(first)))
    return tuple(talks)
