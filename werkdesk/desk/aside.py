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
from werkdesk.domain.inzage import Inzage
from werkdesk.errors import Unavailable
from werkdesk.storage.keyslots.slots import open_slot
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.inzage import BlikStand, InzageBoek
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Blobs, Concept, Concepten, Wie, Work
from werkdesk.usecases.regels.plank import RegelPlank
from werkdesk.workstation.vault.contract import Vault

if TYPE_CHECKING:
    from werkdesk.storage.keyslots.desk_keys import DeskKeys
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
            aside = _Aside(handles, _LooseLooks(profile, keys, clock, handles))
            near = neighbours(aside, clock, LazyPress(), _NoPrinter())
            yield DeskSession(bind(wie, near), identity)
        finally:
            handles.close()
    finally:
        keys.wipe()


class _Aside:
    """The looked-at cache as the use cases want it."""

    def __init__(self, handles: LookHandles, looks: InzageBoek) -> None:
        self.work: Work = handles.work
        self.overzichten: Overzichten = handles.overzichten
        self.blobs: Blobs = handles.blobs
        self.regelplank: RegelPlank = handles.rules
        self.concepten: Concepten = _NoConcepten()
        self.inzageboek = looks


class _LooseLooks:
    """What is seen beside the window is written down too; the window takes it over."""

    def __init__(self, profile: DeskProfile, keys: DeskKeys, clock: DeskClock, handles: LookHandles) -> None:
        self._folder, self._keys, self._clock, self._handles = profile.cache, keys, clock, handles

    def keep(self, wie: Wie, inzage: Inzage) -> None:
        heavy.write_loose_look(self._folder, self._keys, self._clock, wie, inzage)

    def stand(self) -> BlikStand:
        return heavy.look_stand(self._folder, self._handles.cache)


class _NoConcepten:
    def save(self, sleutel: str, velden: dict[str, str], medewerker: str) -> Changes:
        _busy()

    def read(self, sleutel: str) -> dict[str, str] | None:
        return None

    def drop(self, sleutel: str) -> Changes:
        _busy()

    def of(self, medewerker: str) -> tuple[Concept, ...]:
        return ()


class _NoPrinter:
    naam = ""

    def print_pdf(self, pdf: bytes, *, titel: str, exemplaren: int) -> str:
        _busy()


def _busy() -> NoReturn:
    raise Unavailable(_BUSY)
