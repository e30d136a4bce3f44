"""The form of a new version beside what holds now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.regel import Regel
from werkdesk.ui.dossier.beside import Beside
from werkdesk.ui.dossier.date_fields import Clock
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.leesvlak import ReadingPane
from werkdesk.ui.screens.regels.versie_form import HELP, VersionForm
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.ui.teksten.regels import artikel, dag
from werkdesk.usecases.regels.concept import NieuweVersie, Plaats
from werkdesk.usecases.regels.uitleg import RegelUitleg, toon_regel

LEAST = 520


class VersionPage(QWidget):
    """``form`` and the periods of the rule that hold now, newest first."""

    def __init__(self, clock: Clock, gemeenten: tuple[str, ...], save_key: str) -> None:
        super().__init__()
        self.naam = ""
        self.setProperty("helpKey", HELP)
        self.form = VersionForm(clock, gemeenten, save_key)
        self.now = Card(t.NU_GELDT)
        self._periods = ReadingPane(t.NU_GELDT, gap=12)
        self.now.put(self._periods)
        beside = Beside(self.form, self.now, shares=(3, 2), flow=self._flow, least=LEAST)
        Column(self).put(beside)

    def show_version(
        self, naam: str, start: NieuweVersie, series: Sequence[Regel], was: Plaats | None
    ) -> None:
        """Fill the form and show the periods."""
        self.naam = naam
        self.form.show_version(naam, start, was)
        clear(self._periods.body)
        newest = sorted(series, key=lambda one: (one.gemeente, one.geldig_vanaf), reverse=True)
        self._periods.put(*(_period(toon_regel(one)) for one in newest), 1)

    def _flow(self, flowing: bool) -> None:
        self.form.reading.set_flowing(flowing)
        self._periods.set_flowing(flowing)


def _period(regel: RegelUitleg) -> QWidget:
    holder = QWidget()
    Column(holder, gap=0).put(
        Label(regel.waarde, "strong", wrap=True),
        Label(f"{dag(regel.versie)} – {dag(regel.geldig_tot)}", wrap=True),
        Label(f"{t.gemeente(regel.gemeente or '')} · {artikel(regel.bron)}", tone=Tone.NEUTRAL, wrap=True),
    )
    return holder
