"""The rules of this desk at work: chosen once a day and whenever something came by, asked at every date."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from werkdesk.domain.brief import BriefGegevens
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.voorschot import Voorschotzaak
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.vertellen import tell
from werkdesk.usecases.ports import Clock
from werkdesk.usecases.regels.kiezen import Keuze, Regelkeuze, RegelStand
from werkdesk.usecases.regels.plank import RegelPlank
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt
from werkdesk.usecases.regels.uitleg import RegelUitleg, TermijnUitleg, leg_uit, toon_regel
from werkdesk.usecases.rekenaar import compute_terms, not_computed


class Rekenkamer:
    """May be asked from any thread. ``basis``: the tables of the program, read at the first question."""

    def __init__(self, plank: RegelPlank, clock: Clock, basis: Callable[[], RegelSet]) -> None:
        self._plank, self._clock, self._basis = plank, clock, basis
        self._guard = threading.Lock()
        self._chooser: Regelkeuze | None = None
        self._known: tuple[object, Keuze] | None = None

    def keuze(self) -> Keuze:
        """The set that counts today, also when it is too old to compute with."""
        today = kalenderdag(self._clock())
        with self._guard:
            mark = (self._plank.stempel(), today)
            if self._known is None or self._known[0] != mark:
                self._known = mark, self._choice().kies(self._plank.lees(), today)
            return self._known[1]

    def stand(self) -> RegelStand:
        """What this desk computes with, and what it refused."""
        return self.keuze().stand

    def geldend(self) -> RegelSet:
        """The set that counts, also when it is too old to compute with: for reading."""
        return self.keuze().regels

    def regels(self) -> RegelSet:
        """The set to compute with. Raises ``Refused('regels.te_oud')``."""
        found = self.keuze()
        if found.stand.te_oud:
            raise Refused("regels.te_oud", versie=found.stand.versie)
        return found.regels

    def rekenaar(
        self,
        klant: Klant,
        feiten: MeldingFeiten,
        moment: datetime,
        voorschot: Voorschotzaak | None = None,
    ) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
        """Fulfils ``usecases.meldingen.Rekenaar``. Rules that are too old never stop a melding."""
        found = self.keuze()
        if found.stand.te_oud:
            return not_computed()
        return compute_terms(klant, feiten, moment, voorschot, regels=found.regels)

    def verteller(self, feiten: BriefFeiten) -> BriefGegevens:
        """Fulfils ``usecases.papieren.Verteller``. A date is explained by the rules it was computed with."""
        name = feiten.termijn.regelset if feiten.termijn is not None else None
        return tell(feiten, self.keuze().regels, self._zoek(name) if name else None)

    def leg_uit(self, termijn: Termijn) -> TermijnUitleg:
        """Why a stored date is what it is: F1 on a date."""
        return leg_uit(termijn, self.keuze().regels, self._zoek)

    def lijst(self, zoek: str = "") -> tuple[RegelUitleg, ...]:
        """Every record whose id, name, sentence or source holds ``zoek``, in order of id."""
        wanted, found = vouw(zoek), self.keuze()
        with self._guard:
            shipped = {id(regel) for regel in self._choice().basis.regels}
        return tuple(
            _shown(regel, None if id(regel) in shipped else found.stand.vastgesteld_door)
            for regel in found.regels.regels
            if wanted in vouw(f"{regel.id} {regel.naam} {regel.tekst} {regel.bron.tekst}")
        )

    def uitgangspunt(self, gemeenten: tuple[str, ...], namen: Mapping[str, str]) -> Uitgangspunt:
        """What a functional administrator starts from: the newest tables that were published here."""
        with self._guard:
            chooser = self._choice()
            nummer, tabellen, whole = chooser.nieuwste(self._plank.lees())
        return Uitgangspunt(
            nummer=nummer, tabellen=tabellen, basis=chooser.basis, nu=whole, gemeenten=gemeenten, namen=namen
        )

    def _zoek(self, kenmerk: str) -> RegelSet | None:
        with self._guard:
            return self._choice().zoek(self._plank.lees(), kenmerk)

    def _choice(self) -> Regelkeuze:
        if self._chooser is None:
            self._chooser = Regelkeuze(self._basis())
        return self._chooser


def _shown(regel: Regel, approved_by: str | None) -> RegelUitleg:
    """A record of an office was signed off with the version it came in."""
    shown = toon_regel(regel)
    return shown if shown.vastgesteld_door else replace(shown, vastgesteld_door=approved_by)
