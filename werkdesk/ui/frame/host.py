"""What a screen may ask of the frame. The other half of the seam."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from werkdesk.domain.bezoek import Bezoek
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.notice import Notice


def _nothing(_: Bezoek) -> None:
    """A frame without a reception."""


def _no_number(_: UUID) -> None:
    """A frame without a reception."""


def _no_keys(_: QWidget, __: Callable[[], bool]) -> None:
    """A frame in which every place is there at once."""


def _nothing_held() -> None:
    """A frame in which no key ever waits."""


def _no_paper(_: UUID, __: str, ___: UUID) -> None:
    """A frame without dossiers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Callables of the frame, for the UI thread only.

    ``notify``: a line in the status line, with undo if it has an action. ``go``: to a place by name
    (``"hal"``). ``open``: show a visit or dossier; one that is open already is shown again. ``close``: this
    place is done; the frame shows the hall and then calls ``closing()``. ``search``: go to the search box;
    the text, when given, is searched. ``explain``: show a page of the handleiding in the help panel, by key.
    ``tell(title, text)``: show this text there instead (``# `` heading, ``- `` point). ``open_klant``: what a
    search hit does. ``start_paper(klant, code, melding)``: go to their dossier with this paper in front.
    ``take_up``: this visit is at our desk again, because its end was taken back. ``let_go``: this visit is
    not at our desk any more; F8 calls the next. ``hold_keys(where, busy)``: what is typed for ``where`` waits
    while ``busy()``; ``drop_keys``: what was waited for does not come.
    """

    notify: Callable[[Notice], None]
    go: Callable[[str], None]
    open: Callable[[Opening], None]
    open_klant: Callable[[UUID], None]
    close: Callable[[PlaceScreen], None]
    search: Callable[[str], None]
    explain: Callable[[str], None]
    tell: Callable[[str, str], None]
    take_up: Callable[[Bezoek], None] = _nothing
    let_go: Callable[[UUID], None] = _no_number
    start_paper: Callable[[UUID, str, UUID], None] = _no_paper
    hold_keys: Callable[[QWidget, Callable[[], bool]], None] = _no_keys
    drop_keys: Callable[[], None] = _nothing_held
