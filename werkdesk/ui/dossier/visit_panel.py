"""A panel over a visit for one part of the dossier: identity, application, advance, youth, the end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.frame.overlay import Overlay
from werkdesk.usecases.overzichten import KlantDossier


class VisitPanel(Overlay):
    """``ask_about(dossier)`` opens it. ``dossier`` is what it is about; newer facts of it come in by
    ``show_dossier``. Ctrl+S and Ctrl+Enter go to ``save`` while it is open.
    """

    def __init__(self, host_widget: QWidget, title: str) -> None:
        super().__init__(host_widget, title)
        self.dossier: KlantDossier | None = None

    def fits(self, dossier: KlantDossier) -> bool:
        """Whether there is anything to do in it for this dossier."""
        return True

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
