"""Check-digit arithmetic and number plans of well-kept libraries, loaded at first use.

Measured on the development machine: python-stdnum costs about 30 ms to import and phonenumbers about 40 ms,
which would be paid before the first frame; the domain is imported by every program. A desk calls
:func:`load_libraries` beside the thread of its screens, so that the first number typed waits for none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, cast


@cache
def bsn_checksum() -> Callable[[str], int]:
    """Eleven test of python-stdnum: nine digits in, 0 out when they pass (also RSIN)."""
    return cast("Callable[[str], int]", import_module("stdnum.nl.bsn").checksum)


@cache
def mod_97_checksum() -> Callable[[str], int]:
    """ISO 7064 mod 97-10 of python-stdnum: digits and capitals in, 1 out when they pass."""
    return cast("Callable[[str], int]", import_module("stdnum.iso7064.mod_97_10").checksum)


@cache
def phonenumbers() -> Any:
    """The module ``phonenumbers``: number plans of the world, used to show foreign numbers."""
    return import_module("phonenumbers")


def load_libraries() -> None:
    """Import them all now: for a thread that nobody waits for."""
    for library in (bsn_checksum, mod_97_checksum, phonenumbers):
        library()
