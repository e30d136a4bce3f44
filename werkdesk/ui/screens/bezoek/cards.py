"""Cards at the side that open a panel: where the case stands, the young person, the advance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.errors import WerkdeskError
from werkdesk.ui.dossier.parts import Part
from werkdesk.ui.kit.buttons import OutlineButton
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek.meter import meter_lines
from werkdesk.ui.teksten import aanvraag, intake, jongeren, sluiten, voorschot
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.ui.teksten.woorden import MELDING_STATUS
from werkdesk.ui.texts import explain
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.spoedhulp import Spoedhulp

Line = tuple[str, str, Tone | None]
"""Words, role and tone of a label."""


class CommandCard(Part):
    """A few lines, and buttons that run a command of the table of keys. ``asked(str)``: that command."""

    asked = Signal(str)

    def __init__(self, title: str, buttons: Sequence[tuple[str, str]], cap: Callable[[str], str]) -> None:
        super().__init__()
        self.card = Card(title, gap=4)
        self._lines = Column(gap=4)
        self._shown: tuple[Line, ...] = ()
        self.buttons: dict[str, OutlineButton] = {}
        rows = Column(gap=6, margins=(0, 6, 0, 0))
        for command, words in buttons:
            button = OutlineButton(words, cap(command))
            button.clicked.connect(lambda _=False, name=command: self.asked.emit(name))
            self.buttons[command] = button
            rows.put(Row(gap=0).put(button, 1))
        self.card.put(self._lines, rows)
        Column(self).put(self.card)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; nothing changes when they are the same. Without any the card is not there."""
        if tuple(lines) != self._shown:
            self._shown = tuple(lines)
            clear(self._lines)
            self._lines.put(*(Label(words, role, tone=tone, wrap=True) for words, role, tone in lines))
        self.setVisible(bool(lines))

    def words(self) -> str:
        """All of it, for a test or a reader."""
        return "\n".join(words for words, _, _ in self._shown)

    def begin(self) -> None:
        first = next(iter(self.buttons.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class CaseCard(CommandCard):
    """Where the newest melding stands; to the application, and to its end or the way back."""

    def __init__(self, cap: Callable[[str], str]) -> None:
        buttons = [("melding.aanvraag", aanvraag.KNOP), ("melding.sluiten", sluiten.SLUITEN)]
        super().__init__(t.ZAAK, buttons, cap)

    def show_dossier(self, dossier: KlantDossier) -> None:
        melding = dossier.open_melding or next(iter(dossier.meldingen), None)
        applied = melding is not None and melding.feiten.aanvraagdatum is not None
        is_open = melding is not None and melding.is_open
        self.buttons["melding.aanvraag"].setText(aanvraag.KNOP_WIJZIGEN if applied else aanvraag.KNOP)
        self.buttons["melding.aanvraag"].setVisible(is_open)
        self.buttons["melding.sluiten"].setText(sluiten.SLUITEN if is_open else sluiten.HEROPENEN)
        self.show_lines(case_lines(melding) if melding is not None else ())


def case_lines(melding: Melding) -> tuple[Line, ...]:
    """Kenmerk and state; for one that is closed how it ended and when."""
    end = melding.sluiting
    state = MELDING_STATUS[melding.status]
    if end is not None:
        state = t.GESLOTEN_OP.format(datum=datum(end.moment.date()), afloop=sluiten.KORT[end.afloop])
    lines: list[Line] = [(str(melding.kenmerk), "strong", None), (state[0].upper() + state[1:], "body", None)]
    applied = melding.feiten.aanvraagdatum
    if applied is not None and end is None:
        lines.append((t.AANGEVRAAGD.format(datum=datum(applied)), "body", Tone.NEUTRAL))
    return tuple(lines)


class UrgentCard(CommandCard):
    """What cannot wait until tomorrow, and whom to call for it today."""

    def __init__(self, cap: Callable[[str], str]) -> None:
        super().__init__(t.SPOED_TITEL, [("controles", t.SPOED_VOORSCHOT)], cap)
        self.setProperty("helpKey", "intake.spoed")
        self._need: str | None = None
        self._offers: tuple[Spoedhulp, ...] = ()
        self._trouble = ""

    def show_need(self, need: str | None) -> None:
        """The code of the answer, or ``None``: then the card is not there."""
        if need != self._need:
            self._need, self._offers = need, ()
        self._show()

    def show_offers(self, need: str, offers: tuple[Spoedhulp, ...]) -> None:
        """What was found for this need; nothing when it is another one by now."""
        if need == self._need:
            self._offers, self._trouble = offers, ""
            self._show()

    def show_trouble(self, error: WerkdeskError) -> None:
        """The list could not be read; the need itself stays in sight."""
        self._trouble = explain(error)
        self._show()

    def _show(self) -> None:
        if self._need is None:
            self.show_lines(())
            return
        lines: list[Line] = [(intake.OPTIES["spoed"].get(self._need, self._need), "strong", Tone.BAD)]
        for one in self._offers:
            lines.append((t.SPOED_HULP.format(naam=one.naam, telefoon=one.telefoon), "strong", None))
            lines.append((f"{one.doe} {one.tijden}".strip(), "body", Tone.NEUTRAL))
        if self._trouble:
            lines.append((self._trouble, "body", Tone.BAD))
        if any(one.voorbeeld for one in self._offers):
            lines.append((t.SPOED_VOORBEELD, "label", Tone.WARN))
        lines.append((t.SPOED_UITLEG, "body", Tone.NEUTRAL))
        self.show_lines(lines)


class YouthCard(CommandCard):
    """May this young person apply, and what is still to show."""

    def __init__(self, cap: Callable[[str], str]) -> None:
        super().__init__(t.JONGERE, [("melding.jongere", jongeren.KAART_KNOP)], cap)

    def show_row(self, row: JongereRow | None) -> None:
        """Show it; nobody who is 27 or older has one."""
        if row is None:
            self.show_lines(())
            return
        kaart = row.kaart
        unsure = kaart.zoektermijn is Driewaardig.ONBEKEND
        why = jongeren.reden(kaart)
        self.show_lines(
            [
                (jongeren.stand(kaart), "strong", Tone.WARN if unsure else None),
                *([(why, "body", Tone.NEUTRAL)] if why else []),
            ]
        )


class AdvanceCard(CommandCard):
    """The meter of the advance (F10); hidden until ``show_meter`` got one."""

    def __init__(self, cap: Callable[[str], str]) -> None:
        super().__init__(voorschot.TITEL, [("controles", voorschot.BEKIJK)], cap)

    def show_meter(self, meter: Voorschotmeter | None) -> None:
        """Show how far the advance is; ``None`` hides the card."""
        lines = meter_lines(meter) if meter is not None else ()
        first: list[Line] = [(words, "strong", None) for words in lines[:1]]
        self.show_lines([*first, *((words, "body", Tone.NEUTRAL) for words in lines[1:])])
