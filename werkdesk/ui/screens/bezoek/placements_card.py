"""The placements of a klant, at the side of a visit."""

from __future__ import annotations

from collections.abc import Callable

from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek.cards import CommandCard, Line
from werkdesk.ui.teksten import plaatsing as t
from werkdesk.usecases.overzichten import KlantDossier

MOST = 4


class PlacementsCard(CommandCard):
    """The last placements with where they stand; to a new one, and to what comes after."""

    def __init__(self, cap: Callable[[str], str]) -> None:
        buttons = [("plaatsing.nieuw", t.KNOP), ("plaatsing.vervolg", t.VERVOLG_KNOP)]
        super().__init__(t.KAART, buttons, cap)
        self.setProperty("helpKey", "plaatsing")

    def show_dossier(self, dossier: KlantDossier) -> None:
        open_ones = any(one.telt and one.einde is None for one in dossier.plaatsingen)
        self.buttons["plaatsing.vervolg"].setVisible(open_ones)
        self.show_lines([line for one in dossier.plaatsingen[:MOST] for line in _lines(one)])


def _lines(one: Plaatsing) -> tuple[Line, ...]:
    tone = Tone.WARN if one.te_beslissen or one.voorlopig else Tone.NEUTRAL
    return (t.regel(one), "strong", None), (t.periode(one), "label", tone)
