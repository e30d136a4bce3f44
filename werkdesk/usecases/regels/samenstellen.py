"""From typed changes to whole tables: checked by the loader itself, its refusals brought to their field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

from werkdesk.domain.regels.bron import Bron
from werkdesk.domain.regels.catalogus import parameter
from werkdesk.domain.regels.eenheden import EENHEDEN
from werkdesk.domain.regels.invoegen import voeg_in
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel, Zekerheid
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.schrijven import schrijf_tabel, veld_op_regel
from werkdesk.domain.regels.vergelijken import Wijziging, wijzigingen
from werkdesk.domain.regels.waarde_tekst import lees_waarde, toon_waarde
from werkdesk.errors import Refused
from werkdesk.usecases.regels.concept import NieuweVersie
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt

BESTAND = "venster.toml"
"""Where changes made in the window are kept; tables that an office wrote by hand stay as they are."""
_LANGSTE = 600
_VELDEN = {
    "geldig_vanaf": "vanaf", "geldig_tot": "tot", "waarde": "waarde", "eenheid": "eenheid", "bron": "wet",
    "zekerheid": "zekerheid", "tekst": "tekst", "gemeente": "gemeente",
}  # fmt: skip
_PERIODEN = {"regels.periode": "tot", "regels.overlap": "tot", "regels.gat": "vanaf"}

Reeks = tuple[str, str]
"""Id of a rule and its gemeente."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenstelling:
    """The office's tables as they would become, and the whole set over the program's own."""

    tabellen: Mapping[str, str]
    nu: RegelSet
    straks: RegelSet

    @property
    def anders(self) -> tuple[Wijziging, ...]:
        """Records that differ."""
        return wijzigingen(self.nu, self.straks)


def stel_samen(uit: Uitgangspunt, nieuw: Iterable[NieuweVersie], today: date) -> Samenstelling:
    """Put the changes in the office's own tables.

    Raises ``Refused`` with the field of :class:`NieuweVersie`: as :func:`bouw_regel`, and ``regels.gat``,
    ``regels.overlap``, ``regels.periode``; without a field ``regels.geen_wijziging``.
    """
    series: dict[Reeks, tuple[Regel, ...]] = {}
    for one in nieuw:
        regel = bouw_regel(one, uit)
        place = regel.id, regel.gemeente
        before = series.get(place) or _reeks(uit.nu, place)
        series[place] = voeg_in(before, regel)
    tabellen = _tabellen(uit, series, today)
    whole = _lees(tabellen, uit.basis)
    made = Samenstelling(tabellen=tabellen, nu=uit.nu, straks=whole)
    if not made.anders:
        raise Refused("regels.geen_wijziging")
    return made


def bouw_regel(nieuw: NieuweVersie, uit: Uitgangspunt) -> Regel:
    """The record that was typed.

    Raises ``Refused`` with the field: ``regels.onbekend``, ``regels.waarde``, ``regels.waarde_ver``,
    ``regels.eenheid``, ``datum.ontbreekt``, ``datum.vorm``, ``regels.periode``, ``regels.gemeente``,
    ``regels.een_voor_alle``, ``regels.bron``, ``regels.zekerheid``, ``regels.veld``, ``tekst.te_lang``.
    """
    known = parameter(nieuw.regel)
    like = _voorbeeld(uit.nu, nieuw)
    if known is None or like is None:
        raise Refused("regels.onbekend", field="regel")
    if nieuw.eenheid not in known.eenheden:
        raise Refused("regels.eenheid", field="eenheid")
    if nieuw.gemeente and nieuw.gemeente not in uit.gemeenten:
        raise Refused("regels.gemeente", field="gemeente")
    if nieuw.gemeente and not known.peildatums:
        raise Refused("regels.een_voor_alle", field="gemeente")
    vanaf = _dag(nieuw.vanaf, "vanaf")
    if vanaf is None:
        raise Refused("datum.ontbreekt", field="vanaf")
    tot = _dag(nieuw.tot, "tot")
    if tot is not None and tot < vanaf:
        raise Refused("regels.periode", field="tot")
    return replace(
        like,
        gemeente=nieuw.gemeente or ALLE_GEMEENTEN,
        waarde=_aannemelijk(_waarde(nieuw), like, nieuw.eenheid),
        eenheid=nieuw.eenheid,
        geldig_vanaf=vanaf,
        geldig_tot=tot,
        bron=_bron(nieuw, like.bron),
        zekerheid=_zekerheid(nieuw),
        vastgesteld_door=None,
        tekst=_tekst(nieuw.tekst, "tekst"),
    )


def _voorbeeld(regels: RegelSet, nieuw: NieuweVersie) -> Regel | None:
    """The newest record of the rule there: its name, peildatum and kind of days stay as they are."""
    found = regels.reeks(nieuw.regel)
    own = [one for one in found if one.gemeente == (nieuw.gemeente or ALLE_GEMEENTEN)]
    return next(reversed(own or found), None)


def _waarde(nieuw: NieuweVersie) -> object:
    try:
        return EENHEDEN[nieuw.eenheid](lees_waarde(nieuw.eenheid, nieuw.waarde))
    except (ValueError, OverflowError):
        raise Refused("regels.waarde", field="waarde") from None


def _aannemelijk(waarde: object, like: Regel, eenheid: str) -> object:
    """A number ten times the one before is a slip of the finger; 0 may be a term that was abolished."""
    before = like.waarde
    if type(waarde) is int and type(before) is int and eenheid == like.eenheid and waarde > 10 * before > 0:
        raise Refused("regels.waarde_ver", field="waarde", nu=toon_waarde(like.eenheid, before))
    return waarde


def _zekerheid(nieuw: NieuweVersie) -> Zekerheid:
    try:
        return Zekerheid(nieuw.zekerheid)
    except ValueError:
        raise Refused("regels.zekerheid", field="zekerheid") from None


def _bron(nieuw: NieuweVersie, was: Bron) -> Bron:
    parts = {name: _tekst(getattr(nieuw, name), name) for name in ("wet", "artikel", "lid", "onderdeel")}
    if not parts["wet"]:
        raise Refused("regels.bron", field="wet")
    made = Bron(**{name: value or None for name, value in parts.items()})  # type: ignore[arg-type]
    # The day of the text that was read belongs to this very place in the law.
    return was if replace(was, versie=None) == made else made


def _tekst(text: str, field_: str) -> str:
    clean = " ".join(text.split())
    if len(clean) > _LANGSTE:
        raise Refused("tekst.te_lang", field=field_, hoogstens=_LANGSTE)
    if not clean.isprintable():
        raise Refused("regels.veld", field=field_)
    return clean


def _dag(text: str, field_: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("datum.vorm", field=field_) from None


def _reeks(regels: RegelSet, place: Reeks) -> tuple[Regel, ...]:
    return tuple(one for one in regels.reeks(place[0]) if one.gemeente == place[1])


def _tabellen(uit: Uitgangspunt, series: Mapping[Reeks, tuple[Regel, ...]], today: date) -> dict[str, str]:
    """The office's files: untouched ones word for word, the changed series together in the window's own."""
    shipped = {id(regel) for regel in uit.basis.regels}
    own = [regel for regel in uit.nu.regels if id(regel) not in shipped]
    made: dict[str, str] = {}
    for name, text in uit.tabellen.items():
        mine = [one for one in own if one.bestand == name]
        if all((one.id, one.gemeente) not in series for one in mine):
            made[name] = text
            continue
        head = tomllib.loads(text)
        made[name] = schrijf_tabel(
            [one for one in mine if (one.id, one.gemeente) not in series],
            tabel=str(head.get("tabel", name)),
            versie=head["versie"],
            toelichting=str(head.get("toelichting", "")),
        )
    kept = [one for one in own if one.bestand == BESTAND and (one.id, one.gemeente) not in series]
    changed = [regel for one in series.values() for regel in one]
    whole = sorted([*kept, *changed], key=lambda one: (one.id, one.gemeente, one.geldig_vanaf))
    newest = max(today, date.fromisoformat(uit.nu.versie))
    made[BESTAND] = schrijf_tabel(whole, tabel="venster", versie=newest)
    return made


def _lees(tabellen: Mapping[str, str], basis: RegelSet) -> RegelSet:
    try:
        return load_tables({name: text.encode() for name, text in tabellen.items()}, basis)
    except Refused as refused:
        _at_field(refused, tabellen)


def _at_field(refused: Refused, tabellen: Mapping[str, str]) -> NoReturn:
    """The loader names a line of the table we wrote; staff see the field it came from."""
    text = tabellen.get(str(refused.details.get("bestand", "")), "")
    name = veld_op_regel(text, int(refused.details.get("regelnummer", 0)))
    where = _PERIODEN.get(refused.code) or _VELDEN.get(name, "waarde")
    raise Refused(refused.code, field=where, **refused.details) from None
