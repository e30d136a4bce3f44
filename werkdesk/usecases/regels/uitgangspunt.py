"""What a change of rules starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from werkdesk.domain.regels.regelset import RegelSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgangspunt:
    """The newest tables that were published to this desk, also when their first day is still to come.

    ``nummer``: their version, 0 for the program's own. ``tabellen``: the office's own tables, by file name.
    ``namen``: sign-in name → name of a colleague.
    """

    nummer: int
    tabellen: Mapping[str, str]
    basis: RegelSet
    nu: RegelSet
    gemeenten: tuple[str, ...] = ()
    namen: Mapping[str, str] = field(default_factory=dict)
