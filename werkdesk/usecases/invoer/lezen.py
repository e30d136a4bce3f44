"""From the object of a line to a melding and a person, as checked values (domain facts 3.4).

The fields, with the other spellings that are understood; every one may be absent but a name:

``naam`` (whole, or an object of its parts), ``geslachtsnaam`` (``achternaam``), ``voorvoegsel``,
``voornamen``, ``geslacht`` M/V/O, ``geboortedatum`` (any form staff may type, unknown parts 00);
``adres`` (one text, or an object of its parts), ``straat`` (``straatnaam``), ``huisnummer``, ``huisletter``,
``toevoeging`` (``huisnummertoevoeging``), ``postcode``, ``woonplaats`` (``plaats``), ``locatie``,
``land``, ``adresfunctie`` W/B/geen; ``telefoon``, ``email`` (``e_mail``), ``bsn``, ``geen_bsn_reden``,
``taal``, ``tolk``;
``kanaal``, ``gemeente`` (code or name), ``moment`` (ISO 8601) or ``meldingsdatum`` with ``tijd``, ``reden``,
``laatste_werkdag``, ``partner`` (object, or a name) and ``heeft_partner``, ``kinderen``, ``uitzondering``,
``ww_eindigt`` (``ww_loopt_af_op``), ``eerder_afgewezen_op``, ``eerdere_melding_op``,
``uitkering_beeindigd_op``, ``uitleg`` (list), ``bevestiging``, ``toelichting``, ``externe_ref``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from werkdesk.domain.melding import (
    Bevestiging,
    Kanaal,
    MeldingFeiten,
    MeldingReden,
    Partner,
    Uitleg,
    Uitzondering,
)
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.plausibel import check_day
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.errors import Refused
from werkdesk.usecases.invoer.persoon import read_birth, read_name, read_person
from werkdesk.usecases.invoer.velden import Velden

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?")
LONGEST_REF = 64
LONGEST_TEXT = 1_000
GEMEENTEN: Mapping[str, str] = {"amstelveen": "0362", "aalsmeer": "0358"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoer:
    """One line, read. ``moment`` is ``None`` when the line does not say: then it is now."""

    persoon: KlantFeiten
    melding: MeldingFeiten
    moment: datetime | None = None
    externe_ref: str | None = None


def read_invoer(values: Mapping[str, Any], now: datetime) -> Invoer:
    """Read a line. Raises ``Refused`` with the field that is wrong; nothing else ever comes out."""
    velden = Velden(values)
    persoon = read_person(velden, now.date())
    melding = _melding(velden, now.date())
    moment = _moment(velden, now)
    ref = velden.text("externe_ref", longest=10_000)
    if ref is not None and len(ref) > LONGEST_REF:
        raise Refused("ref.te_lang", field="externe_ref")
    velden.finish()
    return Invoer(persoon=persoon, melding=melding, moment=moment, externe_ref=ref)


def _melding(velden: Velden, today: date) -> MeldingFeiten:
    partner = _partner(velden, today)
    heeft_partner = velden.yes_no("heeft_partner")
    return MeldingFeiten(
        kanaal=velden.code(Kanaal, "kanaal"),
        gemeente=_gemeente(velden),
        reden=velden.code(MeldingReden, "reden"),
        laatste_werkdag=_day(velden, today, "laatste_werkdag"),
        heeft_partner=True if partner is not None and heeft_partner is None else heeft_partner,
        partner=partner,
        kinderen=velden.number("kinderen", "kinderen_ten_laste", least=0, most=20),
        uitzondering=velden.code(Uitzondering, "uitzondering", "uitzondering_zoektermijn"),
        ww_eindigt=_day(velden, today, "ww_eindigt", "ww_loopt_af_op"),
        eerder_afgewezen_op=_day(velden, today, "eerder_afgewezen_op"),
        eerdere_melding_op=_day(velden, today, "eerdere_melding_op"),
        uitkering_beeindigd_op=_day(velden, today, "uitkering_beeindigd_op"),
        uitleg=_told(velden),
        bevestiging=velden.code(Bevestiging, "bevestiging"),
        toelichting=velden.text("toelichting", "opmerking", longest=LONGEST_TEXT),
    )


def _day(velden: Velden, today: date, veld: str, *others: str) -> date | None:
    day = velden.day(today, veld, *others)
    return None if day is None else check_day(veld, day, today)


def _gemeente(velden: Velden) -> str | None:
    typed = velden.digits("gemeente")
    if typed is None:
        return None
    plain = typed.strip().lower()
    code = GEMEENTEN.get(plain, plain.zfill(4) if plain.isascii() and plain.isdigit() else "")
    if code not in GEMEENTEN.values():
        raise Refused("gemeente.onbekend", field="gemeente")
    return code


def _told(velden: Velden) -> tuple[Uitleg, ...]:
    told = {one.strip().lower() for one in velden.texts("uitleg")}
    known = tuple(member for member in Uitleg if member.value in told)
    if len(known) != len(told):
        raise Refused("keuze.onbekend", field="uitleg")
    return known


def _partner(velden: Velden, today: date) -> Partner | None:
    parts = velden.object("partner")
    if parts is None:
        name = velden.text("partner")
        parts = {"naam": name} if name is not None else None
    if parts is None:
        return None
    inner = Velden(parts, "partner")
    partner = Partner(
        naam=read_name(inner), geboortedatum=read_birth(inner, today), bsn=inner.checked(Bsn, "bsn")
    )
    inner.finish()
    return partner


def _moment(velden: Velden, now: datetime) -> datetime | None:
    typed = velden.text("moment", longest=40)
    day = velden.day(now.date(), "meldingsdatum")
    clock = velden.text("tijd", longest=10)
    if typed is not None and day is not None:
        raise Refused("veld.dubbel", field="moment")
    if typed is not None:
        return _iso_moment(typed, now)
    if day is None:
        if clock is not None:
            raise Refused("datum.ontbreekt", field="meldingsdatum")
        return None
    # Only the day was told: its first moment, so that today is never in the future.
    hour = time() if clock is None else _clock_time(clock)
    return datetime.combine(day, hour, tzinfo=now.tzinfo)


def _clock_time(typed: str) -> time:
    found = _CLOCK.fullmatch(typed)
    try:
        if found is None:
            raise ValueError
        return time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        raise Refused("moment.vorm", field="tijd") from None


def _iso_moment(typed: str, now: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(typed)
        local = moment.replace(tzinfo=now.tzinfo) if moment.tzinfo is None else moment
        return local.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        raise Refused("moment.vorm", field="moment") from None
