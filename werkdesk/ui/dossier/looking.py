"""What opening a dossier needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from werkdesk.domain.inzage import InzageReden
from werkdesk.domain.regels.inzage import RedenKeuze
from werkdesk.usecases.inzage import Kijkreden
from werkdesk.usecases.overzichten import KlantDossier


class OpenDossier(Protocol):
    """``usecases.inzage.Inzien.open``."""

    def __call__(self, klant: UUID, why: Kijkreden, *, asked: bool = False) -> KlantDossier | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LookActions:
    """On lane ``cache``, except ``given``.

    ``reasons()``: what can be answered. ``given(klant)``: the reason of this session, from memory.
    ``open(klant, why)``: writes the look, then reads. ``note_form(klant)``: the form with a whole BSN opens.
    ``show_bsn(klant)``, ``show_address(klant)``: what is held down to be seen; each is a look.
    """

    reasons: Callable[[], tuple[RedenKeuze, ...]]
    given: Callable[[UUID], InzageReden | None]
    open: OpenDossier
    note_form: Callable[[UUID], None]
    show_bsn: Callable[[UUID], str]
    show_address: Callable[[UUID], str]
