"""Reading the facts of a rule case: every defect has a code and the path of the smallest wrong part.

Codes: ``veld.ontbreekt``, ``veld.ongeldig``; ``volgorde.ongeldig`` is raised by the kinds themselves.
``null`` counts as absent, and fields that a kind does not ask for are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any, TypeVar

from werkdesk.domain.datums import is_brp_datum, parse_iso_datum
from werkdesk.errors import Refused

T = TypeVar("T")
D = TypeVar("D")

_UUR, _ZESTIG = "(?:[01][0-9]|2[0-3])", "[0-5][0-9]"
# Written out: what the library accepts (60 minutes in an offset, 24:00 as midnight) differs by its version.
_MOMENT = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_UUR}:{_ZESTIG}:{_ZESTIG}(?:Z|[+-]{_UUR}:{_ZESTIG})"
)
_BEDRAG = re.compile(r"[0-9]{1,1000}\.[0-9]{2}")
_KVK = re.compile(r"[0-9]{8}")
_LAND = re.compile(r"[A-Z]{2}")


class Invoer:
    """The fields of one JSON object, and where it stands inside ``invoer``."""

    __slots__ = ("_fields", "_path")

    def __init__(self, fields: dict[str, Any], path: str = "") -> None:
        self._fields = fields
        self._path = path

    def veld(self, name: str) -> str:
        """Path of a field of this object: ``historie[1].contract.begin``."""
        return f"{self._path}.{name}" if self._path else name

    def lees(self, name: str, als: Callable[[Any], T]) -> T:
        """A required field as ``als`` reads it (``ValueError`` from there is ``veld.ongeldig``)."""
        value = self._fields.get(name)
        if value is None:
            raise Refused("veld.ontbreekt", field=self.veld(name))
        try:
            return als(value)
        except (ValueError, OverflowError):
            raise Refused("veld.ongeldig", field=self.veld(name)) from None

    def lees_of(self, name: str, als: Callable[[Any], T], standaard: D) -> T | D:
        """An optional field; ``standaard`` when it is absent."""
        return standaard if self._fields.get(name) is None else self.lees(name, als)

    def deel(self, name: str) -> Invoer:
        """A required object."""
        return Invoer(self.lees(name, object_), self.veld(name))

    def deel_of_niets(self, name: str) -> Invoer | None:
        """An optional object."""
        return None if self._fields.get(name) is None else self.deel(name)

    def delen(self, name: str, *, aantal: tuple[int, int] | None = None) -> list[Invoer]:
        """A required list of objects; ``aantal``: fewest and most."""
        items = self.lees(name, lijst)
        if aantal is not None and not aantal[0] <= len(items) <= aantal[1]:
            raise Refused("veld.ongeldig", field=self.veld(name))
        parts = []
        for place, item in enumerate(items):
            path = f"{self.veld(name)}[{place}]"
            if not isinstance(item, dict):
                raise Refused("veld.ongeldig", field=path)
            parts.append(Invoer(item, path))
        return parts

    def delen_of_geen(self, name: str) -> list[Invoer]:
        """An optional list of objects; empty when it is absent."""
        return [] if self._fields.get(name) is None else self.delen(name)

    def waarden(self, name: str, als: Callable[[Any], T]) -> list[T]:
        """A required list of single values."""
        values = []
        for place, item in enumerate(self.lees(name, lijst)):
            try:
                values.append(als(item))
            except (ValueError, OverflowError):
                raise Refused("veld.ongeldig", field=f"{self.veld(name)}[{place}]") from None
        return values

    def waarden_of_geen(self, name: str, als: Callable[[Any], T]) -> list[T]:
        """An optional list of single values; empty when it is absent."""
        return [] if self._fields.get(name) is None else self.waarden(name, als)


def tekst(value: Any) -> str:
    """Text, perhaps empty."""
    if not isinstance(value, str):
        raise ValueError("tekst")
    return value


def object_(value: Any) -> dict[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise ValueError("object")
    return value


def lijst(value: Any) -> list[Any]:
    """A JSON list."""
    if not isinstance(value, list):
        raise ValueError("lijst")
    return value


def datum(value: Any) -> date:
    """``jjjj-mm-dd``, an existing day."""
    return parse_iso_datum(tekst(value))


def brp_datum(value: Any) -> str:
    """Eight digits ``yyyymmdd``, unknown parts zeros."""
    if not is_brp_datum(tekst(value)):
        raise ValueError("brp_datum")
    return str(value)


def moment(value: Any) -> datetime:
    """``jjjj-mm-ddTuu:mm:ss`` with ``Z`` or an offset."""
    if not _MOMENT.fullmatch(tekst(value)):
        raise ValueError("moment")
    return datetime.fromisoformat(value)


def bedrag(value: Any) -> int:
    """``"1419.46"`` in whole cents."""
    if not _BEDRAG.fullmatch(tekst(value)):
        raise ValueError("bedrag")
    return int(value.replace(".", ""))


def telling(fewest: int) -> Callable[[Any], int]:
    """A whole JSON number of at least ``fewest``."""

    def als(value: Any) -> int:
        if type(value) is not int or value < fewest:
            raise ValueError("telling")
        return value

    return als


def ja_nee(value: Any) -> bool:
    """``true`` or ``false``."""
    if type(value) is not bool:
        raise ValueError("ja_nee")
    return value


def keuze(options: Collection[str]) -> Callable[[Any], str]:
    """One of the listed texts."""

    def als(value: Any) -> str:
        if not isinstance(value, str) or value not in options:
            raise ValueError("keuze")
        return value

    return als


def kvk(value: Any) -> str:
    """Eight digits and nothing else."""
    if not _KVK.fullmatch(tekst(value)):
        raise ValueError("kvk")
    return str(value)


def land(value: Any) -> str:
    """Two capitals (ISO 3166-1)."""
    if not _LAND.fullmatch(tekst(value)):
        raise ValueError("land")
    return str(value)
