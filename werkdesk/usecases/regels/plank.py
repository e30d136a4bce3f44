"""The shelf: rule sets as the register published them to this desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from werkdesk.messages.rule_set import Regelset


@dataclass(frozen=True, slots=True)
class Gepubliceerd:
    """One state of one version. ``rev``: revision of the record, higher is newer."""

    rev: int
    regelset: Regelset


@dataclass(frozen=True, slots=True)
class Plank:
    """Everything published, newest version first, its newest state first.

    ``sleutel``: the pinned public key of the register (hex), empty when this desk was never told one.
    """

    kantoor: str
    sleutel: str
    sets: tuple[Gepubliceerd, ...]


class RegelPlank(Protocol):
    """Reads the shelf. Raises ``Locked('cache.op_slot')`` while the desk is locked."""

    def stempel(self) -> tuple[int, int, str]:
        """Changes when a set or a key came by; cheap enough for every computation."""

    def lees(self) -> Plank: ...
