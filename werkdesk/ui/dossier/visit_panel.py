"""A panel over a visit for one part of the dossier: identity, application, advance, youth, the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.half_gone import half_gone
from werkdesk.ui.kit.look import look
from werkdesk.usecases.overzichten import KlantDossier

LEAST = 320
"""Height at 100 % under which a panel rather covers the identity card than be this low."""


class VisitPanel(Overlay):
    """``ask_about(dossier)`` opens it. ``dossier`` is what it is about; newer facts of it come in by
    ``show_dossier``. Ctrl+S and Ctrl+Enter go to ``save`` while it is open. It is as high as what is in it,
    and leaves the identity card in sight where there is room.
    """

    def __init__(self, host_widget: QWidget, title: str) -> None:
        super().__init__(host_widget, title)
        self.dossier: KlantDossier | None = None
        inner = self.page.widget()
        if inner is not None:
            inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it grew or shrank: facts were read, an answer asks for more."""
        if half_gone(self):
            return False
        inside = watched is self.page.widget() and event.type() == QEvent.Type.LayoutRequest
        if inside and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        self.page.updateGeometry()  # or the panel would go on with the height of what was in it before
        super().place()
        if self._anchor is None or not self._anchor.isVisible():
            return
        gap = look().px(8)
        top = self._anchor.mapTo(self._host, QPoint(0, self._anchor.height())).y() + gap
        room = self._host.height() - top - gap
        if self.y() < top and room >= look().px(LEAST):
            self.setGeometry(self.x(), top, self.width(), room)

    def fits(self, dossier: KlantDossier) -> bool:
        """Whether there is anything to do in it for this dossier."""
        return True

    def hang_under(self, anchor: QWidget) -> None:
        """Leave this widget in sight: who it is about."""
        self._anchor = anchor

    def ask_about(self, dossier: KlantDossier) -> None:
        """Open it for this klant."""
        self.dossier = dossier
        self.ask()

    def show_dossier(self, dossier: KlantDossier) -> None:
        """Newer facts of the same klant, while it is open; what is being typed stays."""
        self.dossier = dossier

    def save(self) -> None:
        """Do what its main button does."""

    def flush(self) -> None:
        """Write drafts now."""

    def explain(self, help_key: str) -> tuple[str, str] | None:
        """Title and text for F1 on something that only this panel can explain."""
        return None

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        """The rules on which what :meth:`explain` told rests."""
        return ()
