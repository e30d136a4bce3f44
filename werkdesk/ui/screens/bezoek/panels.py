"""The panels over a visit: one at a time, each by its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.overlay import Overlay
from werkdesk.usecases.overzichten import KlantDossier


class Panels:
    """``panels``: command -> what it opens. ``others``: overlays of the visit itself, never open beside one.

    ``changed()``: another one is open, or none.
    """

    def __init__(
        self,
        panels: Mapping[str, VisitPanel],
        anchor: QWidget,
        others: tuple[Overlay, ...],
        changed: Callable[[], None],
    ) -> None:
        self.by_command = dict(panels)
        self._others, self._changed = others, changed
        for panel in self.by_command.values():
            panel.hang_under(anchor)
            panel.closed.connect(changed)

    @property
    def shown(self) -> VisitPanel | None:
        """The panel that is open."""
        return next((one for one in self.by_command.values() if not one.isHidden()), None)

    def commands(self, dossier: KlantDossier) -> dict[str, Callable[[], None]]:
        """What can be opened for this dossier."""
        fitting = (name for name, panel in self.by_command.items() if panel.fits(dossier))
        return {name: partial(self.open, name, dossier) for name in fitting}

    def open(self, name: str, dossier: KlantDossier) -> None:
        """Open this panel; what was open goes first, so that the focus comes back to the work."""
        wanted = self.by_command[name]
        if self.shown is not wanted:
            self.close()
        wanted.ask_about(dossier)
        self._changed()

    def close(self) -> bool:
        """Close what is open; ``False`` when nothing was."""
        overlays: tuple[Overlay, ...] = (*self._others, *self.by_command.values())
        return any([one.close_overlay() for one in overlays])  # a list: all of them close

    def show_dossier(self, dossier: KlantDossier) -> None:
        """Newer facts for the panel that is open."""
        shown = self.shown
        if shown is not None:
            shown.show_dossier(dossier)

    def flush(self) -> None:
        """Drafts are written now."""
        for panel in self.by_command.values():
            panel.flush()
