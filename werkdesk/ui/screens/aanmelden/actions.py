"""Everything the sign-in needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldActions:
    """All but the last run on lane ``cache``.

    ``prepare``: load what is heavy, once, after the first frame was shown. ``sign_in(name, pin)``: check the
    PIN and open the cache; returns the session. Raises ``Locked('pin.*')``, ``Locked('slot.ontbreekt')``,
    ``Unavailable('cache.*')``. ``where``: the quiet line below, such as "Balie 3 · raadhuis Amstelveen".
    ``page``: title and text that F1 shows; on lane ``office``.
    """

    prepare: Callable[[], None]
    sign_in: Callable[[str, str], Any]
    where: Callable[[], str]
    page: Callable[[], tuple[str, str]] | None = None
