"""What can be done today for somebody who cannot wait: a list of the gemeente, read from its own file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace

import msgspec

from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoedhulp:
    """One offer. ``spoed``: for which answers of the intake; ``doe``: what staff do, as a sentence.

    ``voorbeeld``: the gemeente has not confirmed it yet.
    """

    spoed: tuple[str, ...]
    naam: str
    doe: str
    telefoon: str
    tijden: str = ""
    voorbeeld: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    code: str
    voorbeeld: bool
    hulp: tuple[Spoedhulp, ...]


def read_spoedhulp(text: str) -> tuple[Spoedhulp, ...]:
    """The offers of one file (TOML). Raises ``Refused('spoedhulp.ongeldig')`` for one that cannot be read."""
    try:
        found = msgspec.convert(tomllib.loads(text), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError):
        raise Refused("spoedhulp.ongeldig") from None
    return tuple(replace(one, voorbeeld=found.voorbeeld) for one in found.hulp)


def offers_for(offers: tuple[Spoedhulp, ...], nood: str) -> tuple[Spoedhulp, ...]:
    """What fits this answer, in the order of the file."""
    return tuple(one for one in offers if nood in one.spoed)
