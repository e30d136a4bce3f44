"""What a letter says, as a frozen value: everything that influences its bytes is inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefGegevens:
    """The data of one letter.

    ``soort``: code of the template (L01, L02, OPL). ``gemeente``: four digits; letterhead, signatory and
    contact follow from it. ``adresregels``: at most six lines for the window, empty when the letter is handed
    over. ``aanhef``: the salutation of the BRP rules, without comma. ``velden``: one text per field of the
    template; ``rijen``: rows of the template's repetitions; ``voorwaarden``: the conditions that hold.
    """

    soort: str
    gemeente: str
    datum: date
    kenmerk: str
    adresregels: tuple[str, ...]
    aanhef: str
    velden: Mapping[str, str] = field(default_factory=dict)
    rijen: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    voorwaarden: frozenset[str] = frozenset()
    ondertekenaar: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaakteBrief:
    """The finished paper: PDF bytes, their hash, number of pages and version of the template."""

    pdf: bytes
    sha256: str
    bladzijden: int
    sjabloon: str
