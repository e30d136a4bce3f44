"""How a klant and an intake change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.intake import VRAGEN, Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.toepassen.uitkomst import Botsing, merge_fields
from werkdesk.errors import Refused

_QUESTIONS = {vraag.code: vraag for vraag in VRAGEN}


def apply_klant(stand: Klant | None, act: g.KlantGebeurtenis) -> tuple[Klant, tuple[Botsing, ...]]:
    """The klant after the act. Raises ``Refused('klant.onbekend')`` or ``('klant.bestaat')``."""
    if isinstance(act, g.KlantIngeschreven):
        if stand is not None:
            raise Refused("klant.bestaat")
        return Klant(id=act.id, feiten=act.feiten, sinds=act.moment), ()
    if stand is None:
        raise Refused("klant.onbekend")
    match act:
        case g.KlantGewijzigd():
            facts, clashes = merge_fields(stand.feiten, act.velden, act.was, act.wordt)
            return replace(stand, feiten=facts), clashes
        case g.IdentiteitGezien():
            return replace(stand, controles=(*stand.controles, act.controle), niet_vastgesteld=None), ()
        case g.IdentiteitNietVastgesteld():
            return replace(stand, niet_vastgesteld=act.waarom), ()
        case _ as never:
            assert_never(never)


def apply_intake(stand: Intake | None, act: g.IntakeGebeurtenis) -> tuple[Intake, tuple[Botsing, ...]]:
    """The intake after an answer. Raises ``Refused('vraag.onbekend')`` or ``('antwoord.onbekend')``."""
    vraag = _QUESTIONS.get(act.vraag)
    if vraag is None:
        raise Refused("vraag.onbekend")
    if not set(act.wordt.keuzes) <= set(vraag.opties):
        raise Refused("antwoord.onbekend", field=act.vraag)
    now = stand or Intake(id=act.id)
    present = now.antwoorden.get(act.vraag)
    if present not in (act.was, act.wordt):
        return now, (Botsing(act.vraag, act.was, present, act.wordt),)
    return replace(now, antwoorden={**now.antwoorden, act.vraag: act.wordt}), ()
