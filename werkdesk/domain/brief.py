"""What a letter says, as a frozen value: everything that influences its bytes is inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Rij = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondertekenaar:
    """Who signs. ``namens`` only where a mandate asks for it ("namens het college van ...")."""

    naam: str
    functie: str
    namens: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefGegevens:
    """What one letter or agreement says. The same value gives the same bytes.

    ``soort``: the code of the template (``L01``, ``L02``, ``OPL``). ``gemeente``: four digits, chooses the
    house style. ``datum``: the date of the letter. ``adresregels``: name, street line, postcode line,
    country; empty for an agreement. ``aanhef``: "Geachte mevrouw Voorbeeld", empty for an agreement.
    ``velden``, ``rijen`` and ``voorwaarden``: the names that the templates know; rows are keyed by their
    plural (``termijnen``). Values are plain text: nothing in them is ever read as markup. ``uitreiken``:
    handed over at the desk instead of posted, so the address may be absent.
    """

    soort: str
    gemeente: str
    datum: date
    kenmerk: str
    ondertekenaar: Ondertekenaar
    adresregels: tuple[str, ...] = ()
    aanhef: str = ""
    velden: Mapping[str, str] = field(default_factory=dict)
    rijen: Mapping[str, tuple[Rij, ...]] = field(default_factory=dict)
    voorwaarden: frozenset[str] = frozenset()
    uitreiken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaakteBrief:
    """A letter as PDF/A-2a and PDF/UA-1. ``sha256`` is that of ``pdf``, in hexadecimals.

    ``sjabloon`` names template, version and a digest of every text that took part: ``L01 2026-1 3f9a1c22``.
    """

    pdf: bytes
    sha256: str
    bladzijden: int
    sjabloon: str
    onderwerp: str
