"""Years and payments as a card, with totals while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.domain.waarden.bedrag import euro
from werkdesk.ui.dossier.date_fields import Clock
from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.kit.buttons import PlainButton
from werkdesk.ui.kit.card import Card, Separator
from werkdesk.ui.kit.field import Field
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Row
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.overeenkomst.payment import PaymentRow
from werkdesk.ui.screens.overeenkomst.payments import MOST_PAYMENTS
from werkdesk.ui.screens.overeenkomst.rows import Pile
from werkdesk.ui.screens.overeenkomst.year import YearRow
from werkdesk.ui.screens.overeenkomst.years import COSTS, MOST_YEARS, totals
from werkdesk.ui.teksten import overeenkomst as t

_LABELS = (t.LESGELD, t.EXAMEN, t.BOEKEN, t.REISKOSTEN, t.KINDEROPVANG)


class CostsCard(Card):
    """``changed()``: something was typed, a row came or went. ``reordered()``: Tab has another order."""

    changed = Signal()
    reordered = Signal()
    _grown = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(t.JAREN)
        self._clock = clock
        self.years: Pile[YearRow] = Pile(
            lambda number: YearRow(number, clock), PlainButton(t.JAAR_ERBIJ, icon="plus"),
            least=1, most=MOST_YEARS, changed=self._tell, fitted=self._fitted,
        )  # fmt: skip
        self.payments: Pile[PaymentRow] = Pile(
            lambda number: PaymentRow(number, clock), PlainButton(t.BETALING_ERBIJ, icon="plus"),
            least=0, most=MOST_PAYMENTS, changed=self._tell, fitted=self._fitted,
        )  # fmt: skip
        self.pane = FlowingScroll(gap=16, margins=(0, 0, 8, 8))
        self.pane.put(self.years.box, Row(gap=0).put(self.years.more, 1), Separator())
        self.pane.put(Label(t.BETALINGEN, "title"), Label(t.BETALINGEN_UITLEG, tone=Tone.NEUTRAL, wrap=True))
        self.pane.put(self.payments.box, Row(gap=0).put(self.payments.more, 1), 1)
        self.body.addWidget(self.pane, 1)
        # Queued: a row that was just added has no place yet when it gets the focus.
        self._grown.connect(self._show_focus, Qt.ConnectionType.QueuedConnection)
        self.total = Label("", "title")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.parts = Label("", "label", tone=Tone.NEUTRAL, wrap=True)
        self.put(self.parts, self.total)

    def names(self) -> dict[str, Field]:
        """Every field by the name that an error carries."""
        return self.years.names() | self.payments.names()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order in which they stand."""
        return [*self.years.stops(), *self.payments.stops()]

    def count(self) -> None:
        """What it costs: a kind at a time, and together."""
        found = totals(self.years.texts(), self._clock())
        parts = [
            f"{label} {euro(cents)}"
            for label, cents in zip(_LABELS, (found[name] for name in COSTS), strict=True)
            if cents
        ]
        self.parts.setText(" · ".join(parts))
        whole = found["samen"]
        self.total.setText(t.TOTAAL.format(bedrag=t.GEEN_BEDRAG if whole is None else euro(whole)))

    def _tell(self) -> None:
        self.changed.emit()

    def _fitted(self) -> None:
        if self.years.rows:
            self.setFocusProxy(self.years.rows[0].first())
        self.reordered.emit()
        self._grown.emit()

    @Slot()
    def _show_focus(self) -> None:
        """The field that has the focus, once its row has found its place."""
        focus = QApplication.focusWidget()
        inner = self.pane.widget()
        if focus is not None and inner is not None and self.pane.isAncestorOf(focus):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.pane.keep_in_sight(focus)
