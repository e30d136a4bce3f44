"""What the frame shows of the place we are at: rail, top bar and window title."""

from __future__ import annotations

from dataclasses import dataclass

from werkdesk.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Words only. ``rail`` and ``count`` stand in the rail ("Bezoek A314", "06:12").

    ``window``: what comes before "Werkdesk" in the window title, for a client "Naam – geb. – dossier".
    ``chips`` and ``remark`` stand in the top bar beside the search box ("Bijstand", "wachtte 07:20").
    ``action``: name of the command on the button at the right of the top bar, such as ``"bezoek.afronden"``;
    empty for none.
    """

    rail: str
    count: str = ""
    window: str = ""
    chips: tuple[tuple[str, Tone], ...] = ()
    remark: str = ""
    action: str = ""
