"""What the keys of keeping do in a visit: of the panel that lies on top, else of the page."""

from __future__ import annotations

from collections.abc import Callable

from werkdesk.ui.dossier.parts import VisitParts
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.finish import FinishPanel

Saver = tuple[Callable[[], None], Callable[[], None]]
"""Keep; keep and go on."""


def saver_of(page: str, parts: VisitParts, panel: VisitPanel | None, finishing: FinishPanel) -> Saver | None:
    """Both keys, or ``None`` where there is nothing to keep."""
    if not finishing.isHidden():
        return finishing.save, finishing.save
    if panel is not None:
        return panel.save, panel.save
    by_page: dict[str, Saver] = {
        pages.WORK: (parts.melding.save, parts.melding.save_and_next),
        pages.PERSON: (parts.person.save, parts.person.save),
        pages.AGREEMENT: (parts.agreement.save, parts.agreement.save),
    }
    return by_page.get(page)
