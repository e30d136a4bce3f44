"""What the rules say of a placement, line by line; F1 on a line gives the reasons and the rules behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from werkdesk.domain.plaatsing import BLOCK, GEEN_VERDRINGING, SIGNAAL, VERDRINGING, Carrousel
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.kit.date_line import DatesCard, LegalDate
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.plaatsing.actions import Uitzicht
from werkdesk.ui.teksten import plaatsing as t

_USUAL = ("CAR-1", "CAR-2", "CAR-3", "CAR-5")
TOETS, CARROUSEL, PLAFOND = "plaatsing:toets", "plaatsing:carrousel", "plaatsing:plafond"


class Outlook(QWidget):
    """``asked(str)``: a line was asked to explain itself."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now: Uitzicht | None = None
        self.card = DatesCard(t.WAT_GELDT, t.LATER)
        self.card.asked.connect(self.asked)
        self.provisional = Label("", "label", tone=Tone.WARN, wrap=True)
        self.provisional.hide()
        Column(self, gap=8).put(self.card, self.provisional)

    def show_outlook(
        self, found: Uitzicht | None, einde_boven: bool = False, open_questions: int = 0
    ) -> None:
        """Show what was found; ``None`` while too little was typed."""
        self._now = found
        self.card.show_dates([] if found is None else _lines(found, einde_boven, open_questions))
        waits = found is not None and found.vooruitzicht.carrousel.voorlopig
        self.provisional.setText(t.voorlopig(found.weg_sinds) if waits and found is not None else "")
        self.provisional.setVisible(waits)

    def short(self) -> str:
        """The outcome in one line, for beside the button."""
        lines = [f"{one.title}: {one.when}" for one in self.card.dates if one.help_key != PLAFOND]
        waits = (t.UITKOMST_VOORLOPIG,) if not self.provisional.isHidden() else ()
        return " · ".join((*lines, *waits))

    def words(self) -> str:
        """All of it, for a test or a reader."""
        lines = [f"{one.title}: {one.when} {one.why}".strip() for one in self.card.dates]
        return "\n".join(filter(None, (*lines, self.provisional.text())))

    def explain(self, help_key: str) -> tuple[str, str] | None:
        """Title and text of one line."""
        if self._now is None:
            return None
        view = self._now.vooruitzicht
        if help_key == TOETS and view.toets is not None:
            return t.TOETS, "\n".join(view.toets.uitleg)
        if help_key == CARROUSEL:
            said = (t.redenen(view.carrousel), *view.carrousel.uitleg, self.provisional.text())
            return t.CARROUSEL, "\n".join(filter(None, said))
        if help_key == PLAFOND:
            return t.PLAFOND, "\n".join(view.plafond.uitleg)
        return None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        """The rules behind one line."""
        if self._now is None:
            return ()
        view = self._now.vooruitzicht
        if help_key == TOETS:
            return view.toets.regels if view.toets is not None else ()
        return {CARROUSEL: _behind(view.carrousel), PLAFOND: view.plafond.regels}.get(help_key, ())


def _behind(found: Carrousel) -> tuple[RegelVerwijzing, ...]:
    """The records that were hit; without a hit the ones that were closest to it: a dozen helps nobody."""
    hit = {rule for rule, _ in found.treffers}
    of_hits = tuple(one for one in found.regels if one.regel in hit or _family(one.regel) in hit)
    return of_hits or tuple(one for one in found.regels if one.regel in _USUAL)


def _family(rule: str) -> str:
    return rule.partition(".")[0]


def _lines(found: Uitzicht, above: bool, open_questions: int) -> list[LegalDate]:
    view = found.vooruitzicht
    lines = [_ceiling(found, above), _carousel(found)]
    if not view.onbetaald:
        return [*lines, LegalDate(t.TOETS, t.TOETS_NIET, "", TOETS)]
    if view.toets is None:
        words = t.TOETS_OPEN_EEN if open_questions == 1 else t.TOETS_OPEN.format(aantal=open_questions)
        return [*lines, LegalDate(t.TOETS, words, "", TOETS, Tone.WARN)]
    tone = {VERDRINGING: Tone.BAD, GEEN_VERDRINGING: Tone.GOOD}.get(view.toets.oordeel, Tone.WARN)
    bad = ", ".join((*view.toets.slecht, *view.toets.onbekend))
    return [*lines, LegalDate(t.TOETS, t.TOETSEN[view.toets.oordeel], bad, TOETS, tone)]


def _ceiling(found: Uitzicht, above: bool) -> LegalDate:
    first, *extended = found.vooruitzicht.plafond.laatste
    why = t.VERLENGD.format(datum=t.dag(extended[-1])) if extended else ""
    if any(one.zekerheid == "aanname" for one in found.vooruitzicht.plafond.regels):
        why = " · ".join(filter(None, (why, t.NIET_BEVESTIGD)))
    when = f"{t.dag(first)} · {t.BOVEN}" if above else t.dag(first)
    return LegalDate(t.PLAFOND, when, why, PLAFOND, Tone.BAD if above else Tone.ACCENT)


def _carousel(found: Uitzicht) -> LegalDate:
    seen = found.vooruitzicht.carrousel
    days = "" if seen.dagen is None else t.DAGEN.format(dagen=seen.dagen)
    tone = {BLOCK: Tone.BAD, SIGNAAL: Tone.WARN}.get(seen.oordeel, Tone.GOOD)
    return LegalDate(
        t.CARROUSEL, t.CARROUSELS.get(seen.oordeel, ""), t.redenen(seen) or days, CARROUSEL, tone
    )
