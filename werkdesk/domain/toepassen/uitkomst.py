"""What applying an act gives: the new state, and the fields on which two people disagree."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from werkdesk.errors import Refused

Feiten = TypeVar("Feiten")


@dataclass(frozen=True, slots=True)
class Botsing:
    """One field that somebody else changed meanwhile. Nothing is dropped: all three values stay.

    ``basis``: what the desk saw; ``register``: what stands there now; ``balie``: what the desk wants.
    """

    veld: str
    basis: Any
    register: Any
    balie: Any


def merge_fields(
    now: Feiten, velden: tuple[str, ...], was: Feiten, wordt: Feiten
) -> tuple[Feiten, tuple[Botsing, ...]]:
    """Three-way merge per field: a field that nobody else touched is set, another becomes a botsing.

    Raises ``Refused('veld.onbekend')`` when an act names a field that does not exist.
    """
    names = {f.name for f in fields(now)}  # type: ignore[arg-type]
    changes: dict[str, Any] = {}
    clashes: list[Botsing] = []
    for veld in velden:
        if veld not in names:
            raise Refused("veld.onbekend")
        present, base, wanted = getattr(now, veld), getattr(was, veld), getattr(wordt, veld)
        if present == wanted:
            continue
        if present == base:
            changes[veld] = wanted
        else:
            clashes.append(Botsing(veld, base, present, wanted))
    return replace(now, **changes), tuple(clashes)  # type: ignore[type-var]
