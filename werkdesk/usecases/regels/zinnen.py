"""Whether the sentence for the client still names a value that is not the value any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from werkdesk.usecases.regels.proef import RegelVerschil
from werkdesk.usecases.regels.uitleg import RegelUitleg

_WORDS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip
_UNITS = MappingProxyType(
    {
        "uren": r"\w*(?:uren|uur)",
        "dagen": r"\w*(?:dagen|dag)",
        "weken": r"\w*(?:weken|week)",
        "maanden": r"\w*(?:maanden|maand)",
        "jaren": r"\w*(?:jaren|jaar)",
        "procent": r"(?:procent|%)",
    }
)


def old_value_in(tekst: str, waarde: str) -> str:
    """The words in ``tekst`` that name ``waarde`` (``4 weken``): ``vier weken``. Empty when none do."""
    found = re.match(r"([0-9][0-9.,]*)(?:\s+(\w+))?$", waarde.strip())
    if found is None:
        return ""
    number, unit = found[1], found[2] or ""
    words = [re.escape(number)]
    if number.isdigit() and int(number) < len(_WORDS):
        words.append(_WORDS[int(number)])
    if number == "1":
        words.append("een")
    behind = rf"\s+{_UNITS[unit]}\b" if unit in _UNITS else r"(?![0-9.,]*[0-9])"
    named = re.search(rf"(?<![0-9.,\w])(?:{'|'.join(words)}){behind}", tekst, re.IGNORECASE)
    return named[0] if named is not None else ""


def stale_words(one: RegelVerschil, changed: Sequence[RegelVerschil]) -> tuple[str, str] | None:
    """What the sentence of this record names still and the value that holds; ``None`` when it is right.

    The value before is that of the record itself, or of the same rule in the period that ends for it.
    """
    if one.straks is None:
        return None
    now = one.straks
    for before in _before(one, changed):
        named = old_value_in(now.tekst, before.waarde) if before.waarde != now.waarde else ""
        if named and not old_value_in(now.tekst, now.waarde):
            return named, now.waarde
    return None


def _before(one: RegelVerschil, changed: Sequence[RegelVerschil]) -> tuple[RegelUitleg, ...]:
    if one.nu is not None:
        return (one.nu,)
    same = (other for other in changed if other.nu is not None)
    return tuple(
        other.nu
        for other in same
        if other.nu is not None
        and (other.nu.regel, other.nu.gemeente) == (one.regel.regel, one.regel.gemeente)
    )
