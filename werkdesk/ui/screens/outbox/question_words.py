"""A question in words: what is asked, the answers with their digits, and how it was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.plaatsing import Carrousel, Plaatsing
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import plaatsing as p
from werkdesk.ui.teksten import vragen as t
from werkdesk.ui.teksten.tijd import wanneer
from werkdesk.ui.teksten.waarden import in_woorden, veldnaam
from werkdesk.ui.teksten.woorden import handeling
from werkdesk.usecases.vraagrijen import AfgedaanRow, BotsingRow, FieldAct, Getypt, GeweigerdRow

LATER = "later"
DOSSIER = "dossier"
_ADDRESS = ("adres", "briefregels")


def question_of(row: BotsingRow | GeweigerdRow) -> str:
    """``Telefoon van Tesfay, Y.: wat klopt?``"""
    if isinstance(row, GeweigerdRow):
        words = t.GEWEIGERD if row.klant else t.GEWEIGERD_ZONDER
        what = handeling(row.soort)
        return words.format(wat=f"{what} {row.kenmerk}" if row.kenmerk else what, wie=row.klant)
    if is_placement(row):
        return p.VRAAG.format(wie=row.klant or t.IEMAND, werkgever=row.kenmerk)
    words = t.WAT_KLOPT_BIJ if row.kenmerk else t.WAT_KLOPT
    return words.format(veld=_veld(row), wie=row.klant or t.IEMAND, kenmerk=row.kenmerk)


def answers_to(row: BotsingRow, now: datetime) -> list[Option]:
    """The answers in the order of the digits: what was typed at this desk first, as a colleague would look.

    The last one is to ask first; a question that a newer program asked has no other.
    """
    if not row.gelezen:
        return [Option(LATER, t.LATER)]
    if is_placement(row):
        go_on, stop = Option(Keuze.NEMEN.value, p.DOORGAAN), Option(Keuze.HOUDEN.value, p.INTREKKEN)
        return [go_on, stop, Option(LATER, t.LATER)]
    keep = Option(
        Keuze.HOUDEN.value, _typed(row, row.telt, now, t.AFGESCHERMD_TELT),
        note=t.TELT_HIER if row.telt.hier else t.TELT, note_tone=Tone.GOOD,
    )  # fmt: skip
    take = Option(
        Keuze.NEMEN.value, _typed(row, row.anders, now, t.AFGESCHERMD_ANDERS),
        note=t.HIER if row.anders.hier else "", note_tone=Tone.ACCENT,
    )  # fmt: skip
    options = [take, keep] if row.anders.hier and not row.telt.hier else [keep, take]
    if row.tweede:
        both = t.BEIDE.format(telt=_whole(row, row.telt.waarde), anders=_whole(row, row.anders.waarde))
        options.append(Option(Keuze.BEIDE.value, both))
    return [*options, Option(LATER, t.LATER)]


def is_placement(row: BotsingRow | GeweigerdRow) -> bool:
    """Whether the register asks about a placement: not which value is right, but what has to be done."""
    return isinstance(row, BotsingRow) and row.record == Plaatsing.soort


def placement_words(row: BotsingRow) -> str:
    """What changed and what to do: ``Bij het vastleggen was de uitkomst: geen bezwaar. ...``"""
    first, now = row.anders.waarde, row.telt.waarde
    if not isinstance(first, Carrousel) or not isinstance(now, Carrousel):
        return ""
    return p.VRAAG_UITLEG.format(
        eerst=p.CARROUSELS.get(first.oordeel, first.oordeel), nu=p.CARROUSELS.get(now.oordeel, now.oordeel),
        redenen=p.redenen(now),
    )  # fmt: skip


def reason_label(row: BotsingRow | GeweigerdRow) -> str:
    """What the reason is asked for."""
    return p.REDEN if is_placement(row) else t.REDEN


def steps_for(row: GeweigerdRow) -> list[Option]:
    """What can be done about work that was refused, in the order of the digits."""
    steps = [Option(Keuze.OPNIEUW.value, t.OPNIEUW)] if row.opnieuw else []
    if row.klant_id is not None:
        steps.append(Option(DOSSIER, t.OPEN_DOSSIER))
    return [*steps, Option(Keuze.WEGGELEGD.value, t.WEGLEGGEN), Option(LATER, t.LATER)]


def typed_in(row: GeweigerdRow) -> str:
    """What was typed, field by field; empty for an act that sets no fields."""
    act = row.act
    if not isinstance(act, FieldAct):
        return ""
    if isinstance(act, g.IntakeBeantwoord):
        pairs: list[tuple[str, Any]] = [(act.vraag, act.wordt)]
    else:
        pairs = [(veld, getattr(act.wordt, veld, None)) for veld in act.velden]
    words = [f"{veldnaam(act.betreft, veld)} {_hidden(row.geheim, veld, value)}" for veld, value in pairs]
    return t.U_TYPTE.format(waarden=" · ".join(words))


def told_when_done(row: BotsingRow, keuze: Keuze) -> str:
    """What the notice says after an answer."""
    if is_placement(row):
        return t.VASTGELEGD.format(keuze=p.GEKOZEN[keuze.value])
    value = row.anders.waarde if keuze is Keuze.NEMEN else row.telt.waarde
    return t.VASTGELEGD.format(keuze=t.KEUZES[keuze].format(veld=_veld(row), waarde=_value(row, value)))


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered, as the table shows it."""

    id: UUID
    vraag: str
    gekozen: str
    anders: str
    door: str

    @property
    def zin(self) -> str:
        """All of it as one sentence."""
        return t.AFGEDAAN_ZIN.format(
            vraag=self.vraag, gekozen=self.gekozen, anders=self.anders, door=self.door
        )


def answered_line(row: AfgedaanRow, now: datetime) -> Answered:
    """Words for one answer, with the value that was not chosen and who typed it."""
    by = t.DOOR.format(wie=row.medewerker, balie=row.balie, wanneer=wanneer(row.moment, now))
    asked = row.vraag
    if isinstance(asked, GeweigerdRow):
        chosen = t.KEUZES.get(row.keuze, row.keuze.value)
        if row.reden:
            chosen = t.MET_REDEN.format(gekozen=chosen, reden=row.reden)
        return Answered(row.id, question_of(asked), chosen, typed_in(asked), by)
    if is_placement(asked):
        chosen = p.GEKOZEN.get(row.keuze.value, row.keuze.value)
        if row.reden:
            chosen = t.MET_REDEN.format(gekozen=chosen, reden=row.reden)
        return Answered(row.id, question_of(asked), chosen, placement_words(asked), by)
    title = f"{_veld(asked)} van {asked.klant or t.IEMAND}"
    if row.keuze is Keuze.BEIDE:
        both = f"{_value(asked, asked.telt.waarde)} en {_value(asked, asked.anders.waarde)}"
        return Answered(row.id, title, both, t.ALLEBEI, by)
    chosen_one, other = (asked.anders, asked.telt) if row.keuze is Keuze.NEMEN else (asked.telt, asked.anders)
    return Answered(row.id, title, _value(asked, chosen_one.waarde), _typed(asked, other, now, ""), by)


def _veld(row: BotsingRow) -> str:
    return veldnaam(row.record, row.veld)


def _value(row: BotsingRow, value: Any) -> str:
    return _hidden(row.geheim, row.veld, value)


def _whole(row: BotsingRow, value: Any) -> str:
    """In a longer sentence a number may not be broken off at the end of a line."""
    return _value(row, value).replace(" ", "\u00a0")


def _hidden(geheim: bool, veld: str, value: Any) -> str:
    return t.GEHEIM if geheim and veld in _ADDRESS else in_woorden(veld, value)


def _typed(row: BotsingRow, typed: Getypt, now: datetime, hidden: str) -> str:
    value = hidden if hidden and row.geheim and row.veld in _ADDRESS else _value(row, typed.waarde)
    if typed.medewerker is None:
        return value
    when = wanneer(typed.moment, now) if typed.moment is not None else ""
    words = t.DOOR if typed.balie is not None else t.DOOR_WIE
    by = words.format(wie=typed.medewerker, balie=typed.balie, wanneer=when)
    return t.GETYPT.format(waarde=value, door=by)
