"""How a klant, a melding and an intake change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bewijs import Bewijs
from werkdesk.domain.intake import VRAGEN, Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.toepassen.op_voorschot import apply_voorschot
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


def apply_melding(stand: Melding | None, act: g.MeldingGebeurtenis) -> tuple[Melding, tuple[Botsing, ...]]:
    """The melding after the act.

    Raises ``Refused``: ``melding.onbekend``, ``melding.bestaat``, and as :func:`apply_voorschot`.
    """
    if isinstance(act, g.MeldingGedaan):
        if stand is not None:
            raise Refused("melding.bestaat")
        return Melding(
            id=act.id, kenmerk=act.kenmerk, klant=act.klant, moment=act.moment, feiten=act.feiten,
            status=act.status, medewerker=act.medewerker, balie=act.balie, bezoek=act.bezoek,
            ontbreekt=act.ontbreekt, termijnen=act.termijnen, externe_ref=act.externe_ref,
        ), ()  # fmt: skip
    if stand is None:
        raise Refused("melding.onbekend")
    match act:
        case g.MeldingGewijzigd():
            facts, clashes = merge_fields(stand.feiten, act.velden, act.was, act.wordt)
            return replace(stand, feiten=facts, ontbreekt=act.ontbreekt), clashes
        case g.TermijnenHerrekend():
            return replace(stand, termijnen=act.termijnen, status=act.status), ()
        case g.BelpogingGedaan():
            calls = sorted({*stand.belpogingen, act.poging}, key=lambda call: (call.moment, call.medewerker))
            return replace(stand, belpogingen=tuple(calls)), ()
        case g.BewijsGezien():
            return replace(stand, bewijzen=_with_evidence(stand.bewijzen, act.bewijs)), ()
        case g.VoorschotVoorgesteld() | g.VoorschotBesloten():
            return replace(stand, voorschot=apply_voorschot(stand.voorschot, act)), ()
        case _ as never:
            assert_never(never)


def _with_evidence(seen: tuple[Bewijs, ...], new: Bewijs) -> tuple[Bewijs, ...]:
    """Each kind once, with the first time it was seen: the order of two desks does not matter."""
    first: dict[str, Bewijs] = {}
    for one in sorted((*seen, new), key=lambda one: (one.moment, one.medewerker)):
        first.setdefault(one.code, one)
    return tuple(first.values())


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
