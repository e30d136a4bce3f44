"""One door for every act: the record before it, the record after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.toepassen.op_afdoening import apply_afdoening
from werkdesk.domain.toepassen.op_bezoek import apply_bezoek
from werkdesk.domain.toepassen.op_dossier import apply_intake, apply_klant
from werkdesk.domain.toepassen.op_melding import apply_melding
from werkdesk.domain.toepassen.op_papier import apply_brief, apply_overeenkomst
from werkdesk.domain.toepassen.op_plaatsing import apply_plaatsing
from werkdesk.domain.toepassen.uitkomst import Botsing
from werkdesk.errors import Refused

Stand = Bezoek | Klant | Melding | Intake | Brief | Overeenkomst | Afdoening | Plaatsing
STAND_TYPES: tuple[type[Stand], ...] = (
    Bezoek, Klant, Melding, Intake, Brief, Overeenkomst, Afdoening, Plaatsing,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toegepast:
    """The record after the act, and what two people disagree on."""

    stand: Stand
    botsingen: tuple[Botsing, ...] = ()


def apply(stand: Stand | None, act: g.Gebeurtenis) -> Toegepast:
    """Apply one act to the record it concerns (``None`` when it does not exist yet).

    Pure: no clock, no chance, no file. Raises ``Refused`` when a rule says no, and
    ``Refused('gebeurtenis.ander_soort')`` when the record is of another kind than the act.
    """
    if stand is not None and stand.soort != act.betreft:
        raise Refused("gebeurtenis.ander_soort")
    if isinstance(act, g.BezoekGebeurtenis):
        return Toegepast(apply_bezoek(cast("Bezoek | None", stand), act))
    if isinstance(act, g.KlantGebeurtenis):
        return Toegepast(*apply_klant(cast("Klant | None", stand), act))
    if isinstance(act, g.MeldingGebeurtenis):
        return Toegepast(*apply_melding(cast("Melding | None", stand), act))
    if isinstance(act, g.IntakeGebeurtenis):
        return Toegepast(*apply_intake(cast("Intake | None", stand), act))
    if isinstance(act, g.BriefGebeurtenis):
        return Toegepast(apply_brief(cast("Brief | None", stand), act))
    if isinstance(act, g.AfdoeningGebeurtenis):
        return Toegepast(apply_afdoening(cast("Afdoening | None", stand), act))
    if isinstance(act, g.PlaatsingGebeurtenis):
        return Toegepast(apply_plaatsing(cast("Plaatsing | None", stand), act))
    return Toegepast(apply_overeenkomst(cast("Overeenkomst | None", stand), act))
