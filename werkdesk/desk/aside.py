"""Reading at a desk whose window is open: the same use cases, none of which can write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from werkdesk.desk import heavy
from werkdesk.desk.actions import bind
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.papers import LazyPress
from werkdesk.desk.profile import DeskProfile, require_enrolled
from werkdesk.desk.session import DeskSession, neighbours, wie_of
from werkdesk.errors import Unavailable
from werkdesk.storage.keyslots.slots import open_slot
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Blobs, Concepten, Work
from werkdesk.usecases.regels.plank import RegelPlank
from werkdesk.workstation.vault.contract import Vault

if TYPE_CHECKING:
    from werkdesk.storage.look import LookHandles

_BUSY = "werkdesk.al_geopend"


@contextmanager
def looking(profile: DeskProfile, vault: Vault, user: str, pin: str) -> Iterator[DeskSession]:
    """A session that reads beside another process; every act says ``werkdesk.al_geopend``.

    Raises as ``Desk.sign_in``.
    """
    require_enrolled(profile)
    clock = DeskClock()
    name = user.strip().lower()
    keys = open_slot(profile.cache, vault, name, pin, now=clock())
    try:
        handles = heavy.open_look(profile.cache, keys, clock)
        try:
            identity = handles.identity()
            if identity is None:
                raise Unavailable("balie.niet_aangemeld")
            wie = wie_of(identity, heavy.find_colleague(handles.cache, profile.cache, keys, name))
            near = neighbours(_Aside(handles), clock, LazyPress(), _NoPrinter())
            yield DeskSession(bind(wie, near), identity)
        finally:
            handles.close()
    finally:
        keys.wipe()


class _Aside:
    """The looked-at cache as the use cases want it."""

    def __init__(self, handles: LookHandles) -> None:
        self.work: Work = handles.work
        self.overzichten: Overzichten = handles.overzichten
        self.blobs: Blobs = handles.blobs
        self.regelplank: RegelPlank = handles.rules
        self.concepten: Concepten = _NoConcepten()


class _NoConcepten:
    def save(self, sleutel: str, velden: dict[str, str], medewerker: str) -> Changes:
        _busy()

    def read(self, sleutel: str) -> dict[str, str] | None:
        return None

    def drop(self, sleutel: str) -> Changes:
        _busy()


class _NoPrinter:
    naam = ""

    def print_pdf(self, pdf: bytes, *, titel: str, exemplaren: int) -> str:
        _busy()


def _busy() -> NoReturn:
    raise Unavailable(_BUSY)
