"""What a functional administrator does with rules: change, try, propose, and judge what a colleague proposed.

Nothing here decides who may: the register does, again, at every call.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

import msgspec

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.regels.rollen import STELT_REGELS_VAST, STELT_REGELS_VOOR
from werkdesk.domain.regels.vergelijken import Verschil
from werkdesk.errors import Refused
from werkdesk.messages import paths
from werkdesk.messages.rule_calls import (
    RulesDecide,
    RulesDecided,
    RuleSetLine,
    RulesList,
    RulesPropose,
    RulesProposed,
    RulesRequest,
    RulesShow,
    RulesWhole,
)
from werkdesk.usecases.ports import Clock, NewId, Wie
from werkdesk.usecases.regels.concept import (
    NieuweVersie,
    Plaats,
    RegelConcept,
    met_wijziging,
    zonder_wijziging,
)
from werkdesk.usecases.regels.proef import Proef, beproef
from werkdesk.usecases.regels.samenstellen import Samenstelling, stel_samen
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt
from werkdesk.usecases.regels.voorstellen import (
    Inzage,
    Voorstel,
    lees_gevallen,
    lees_inzage,
    lees_voorstel,
    lees_voorstellen,
)

M = TypeVar("M", bound=msgspec.Struct)


class RegelLijn(Protocol):
    """A line to the register for calls about rules.

    Raises ``Unavailable('register.*')``, and ``Refused`` with a code of ``rule_calls.STATUS``.
    """

    def rules(self, path: str, request: RulesRequest, kind: type[M]) -> M: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Loket:
    """Where to ask: opens a line, and names the desk that asks."""

    open: Callable[[], RegelLijn]
    desk_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorgelegd:
    """What came of proposing: a version, or cases that change and that its author has not seen."""

    voorstel: Voorstel | None
    anders: tuple[Verschil, ...] = ()


def mag_voorstellen(wie: Wie) -> bool:
    """Whether their role changes rules."""
    return bool(STELT_REGELS_VOOR & set(wie.rollen))


def mag_vaststellen(wie: Wie) -> bool:
    """Whether their role approves what a colleague proposed."""
    return bool(STELT_REGELS_VAST & set(wie.rollen))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelBeheer:
    """Bound to one member of staff.

    ``begin`` reads the cache (lane ``cache``); ``proef``, ``leg_voor`` and everything after it read files or
    ask the register (lane ``office``); the rest only computes.
    """

    wie: Wie
    clock: Clock
    new_id: NewId
    begin: Callable[[], Uitgangspunt]
    lees_bestand: Callable[[str], bytes]
    loket: Loket

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return kalenderdag(self.clock())

    def neem_op(
        self, uit: Uitgangspunt, concept: RegelConcept, nieuw: NieuweVersie, was: Plaats | None = None
    ) -> RegelConcept:
        """The concept with this change in it, when all of it together is a good table.

        Raises as ``samenstellen.stel_samen``.
        """
        made = met_wijziging(concept, nieuw, was)
        whole = stel_samen(uit, made.wijzigingen, self.today)
        others = zonder_wijziging(made, nieuw.plaats).wijzigingen
        before = stel_samen(uit, others, self.today).straks if others else uit.nu
        if whole.straks.vingerafdruk == before.vingerafdruk:
            raise Refused("regels.geen_wijziging", field="waarde")
        return self.vernieuwd(replace(made, bezig=None))

    def vernieuwd(self, concept: RegelConcept) -> RegelConcept:
        """The same concept under another id: it changed, so it is another proposal."""
        return replace(concept, id=str(self.new_id()))

    def samenstelling(self, uit: Uitgangspunt, concept: RegelConcept) -> Samenstelling:
        """The tables as they would become. Raises as ``samenstellen.stel_samen``."""
        return stel_samen(uit, concept.wijzigingen, self.today)

    def proef(self, uit: Uitgangspunt, concept: RegelConcept) -> Proef:
        """Try the concept on the administrator's own case file, if one was chosen.

        Raises as ``stel_samen``, ``lees_bestand`` and ``proef.beproef``.
        """
        made = self.samenstelling(uit, concept)
        content = self.lees_bestand(concept.gevallen) if concept.gevallen else None
        return beproef(concept.merk, made.nu, made.straks, uit.gemeenten, content)

    def leg_voor(self, uit: Uitgangspunt, concept: RegelConcept, proef: Proef) -> Voorgelegd:
        """Propose the concept as it was tried.

        Raises ``Refused('regels.proef')`` when it changed after the trial; as the register refuses.
        """
        if proef.van != concept.merk:
            raise Refused("regels.proef", field="proef")
        made = self.samenstelling(uit, concept)
        request = RulesPropose(
            **self._who(), id=UUID(concept.id), over=uit.nummer, tables=dict(made.tabellen),
            from_day=date.fromisoformat(concept.gaat_in) if concept.gaat_in else None,
            note=concept.toelichting.strip(), cases=proef.inhoud, accept=bool(proef.anders),
        )  # fmt: skip
        answer = self._ask(paths.RULES_PROPOSE, request, RulesProposed)
        line = None if answer.line is None else self._line(answer.line)
        return Voorgelegd(voorstel=line, anders=lees_gevallen(answer.changed))

    def voorstellen(self) -> tuple[Voorstel, ...]:
        """Every version that the register keeps, those that wait for you first."""
        answer = self._ask(paths.RULES_LIST, RulesRequest(**self._who()), RulesList)
        may = mag_vaststellen(self.wie)
        return lees_voorstellen(answer.sets, self.wie.medewerker, self.today, mag_vaststellen=may)

    def inzage(self, uit: Uitgangspunt, voorstel: Voorstel) -> Inzage:
        """One version whole, with what it changes."""
        request = RulesShow(**self._who(), number=voorstel.nummer)
        return lees_inzage(self._ask(paths.RULES_SHOW, request, RulesWhole), voorstel, uit.basis)

    def proef_op(self, uit: Uitgangspunt, inzage: Inzage, pad: str) -> Proef:
        """Try a colleague's proposal on a case file of one's own."""
        content = self.lees_bestand(pad)
        return beproef(str(inzage.voorstel.id), inzage.nu, inzage.straks, uit.gemeenten, content)

    def stel_vast(self, voorstel: Voorstel) -> Voorstel:
        """Approve; the desks hear of it by synchronising."""
        return self._decide(paths.RULES_APPROVE, voorstel, "")

    def wijs_af(self, voorstel: Voorstel, reden: str) -> Voorstel:
        """Reject or withdraw. Raises ``Refused('regels.reden', field='reden')`` without a reason."""
        why = reden.strip()
        if not why:
            raise Refused("regels.reden", field="reden")
        return self._decide(paths.RULES_WITHDRAW, voorstel, why)

    def _decide(self, path: str, voorstel: Voorstel, reason: str) -> Voorstel:
        request = RulesDecide(**self._who(), number=voorstel.nummer, id=voorstel.id, reason=reason)
        return self._line(self._ask(path, request, RulesDecided).line)

    def _line(self, one: RuleSetLine) -> Voorstel:
        may = mag_vaststellen(self.wie)
        return lees_voorstel(one, self.wie.medewerker, self.today, geldend=one.number, mag_vaststellen=may)

    def _who(self) -> dict[str, Any]:
        return {"desk_id": self.loket.desk_id, "user": self.wie.medewerker}

    def _ask(self, path: str, request: RulesRequest, kind: type[M]) -> M:
        with closing(self.loket.open()) as line:
            return line.rules(path, request, kind)
