"""The house style of one gemeente: names, addresses, colours, and where the window of its envelopes is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from werkdesk.errors import Refused
from werkdesk.letters.characters import clean
from werkdesk.letters.contrast import READABLE, colour_of, contrast
from werkdesk.letters.tagging.content import Colour

_PAPER = (1.0, 1.0, 1.0)


class Side(StrEnum):
    """On which side of the envelope the window is."""

    LEFT = "links"
    RIGHT = "rechts"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """Checked on reading: every text can be printed and every text colour is readable on white paper.

    ``example``: the addresses and numbers are examples that the gemeente still has to confirm.
    ``preprinted``: the paper in the tray has the letterhead already, so the wordmark is not drawn.
    """

    code: str
    name: str
    example: bool
    window: Side
    accent: Colour
    ink: Colour
    soft: Colour
    line: Colour
    sender_line: str
    team: str
    phone: str
    hours: str
    visit: tuple[str, ...]
    post: tuple[str, ...]
    website: str
    by_law: str
    on_behalf: str
    preprinted: bool = False

    def own_fields(self) -> Mapping[str, str]:
        """The values of the ``gemeente.*`` fields of a template."""
        return {
            "gemeente.naam": self.name,
            "gemeente.team": self.team,
            "gemeente.telefoon": self.phone.replace(" ", "\N{NO-BREAK SPACE}"),
            "gemeente.tijden": self.hours,
            "gemeente.bezoekadres": ", ".join(self.visit),
            "gemeente.postadres": ", ".join(self.post),
            "gemeente.website": self.website,
            "gemeente.verordening": self.by_law,
        }


def read_house_style(text: str) -> HouseStyle:
    """Read a house style file (TOML).

    Raises ``Refused('huisstijl.ongeldig')`` for a file that is not TOML or lacks a key (in ``field``), and
    ``Refused('huisstijl.contrast')`` for a text colour below 4.5 to 1 on white (WCAG 2.2, 1.4.3).
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise Refused("huisstijl.ongeldig") from None
    return HouseStyle(
        code=_text(table, "code"),
        name=_text(table, "naam"),
        example=bool(table.get("voorbeeld", True)),
        window=_side(table),
        accent=_text_colour(table, "kleuren.accent"),
        ink=_text_colour(table, "kleuren.tekst"),
        soft=_text_colour(table, "kleuren.zacht"),
        line=_colour(table, "kleuren.lijn"),
        sender_line=_text(table, "afzender.regel"),
        team=_text(table, "contact.team"),
        phone=_text(table, "contact.telefoon"),
        hours=_text(table, "contact.tijden"),
        visit=_lines(table, "contact.bezoekadres"),
        post=_lines(table, "contact.postadres"),
        website=_text(table, "contact.website"),
        by_law=_text(table, "tekst.verordening"),
        on_behalf=_text(table, "tekst.namens"),
        preprinted=_yes(table, "papier.voorbedrukt"),
    )


def _find(table: Mapping[str, Any], path: str) -> Any:
    found: Any = table
    for part in path.split("."):
        if not isinstance(found, Mapping) or part not in found:
            raise Refused("huisstijl.ongeldig", field=path)
        found = found[part]
    return found


def _text(table: Mapping[str, Any], path: str) -> str:
    found = _find(table, path)
    if not isinstance(found, str) or not found.strip():
        raise Refused("huisstijl.ongeldig", field=path)
    return clean(found, path)


def _yes(table: Mapping[str, Any], path: str) -> bool:
    """True or false; a house style without the key is from before it: false."""
    section, key = path.split(".")
    found = table.get(section, {})
    value = found.get(key, False) if isinstance(found, Mapping) else None
    if not isinstance(value, bool):
        raise Refused("huisstijl.ongeldig", field=path)
    return value


def _lines(table: Mapping[str, Any], path: str) -> tuple[str, ...]:
    found = _find(table, path)
    if not isinstance(found, list) or not found or not all(isinstance(line, str) for line in found):
        raise Refused("huisstijl.ongeldig", field=path)
    return tuple(clean(line, path) for line in found)


def _side(table: Mapping[str, Any]) -> Side:
    found = _text(table, "venster.kant")
    if found not in set(Side):
        raise Refused("huisstijl.ongeldig", field="venster.kant")
    return Side(found)


def _colour(table: Mapping[str, Any], path: str) -> Colour:
    try:
        return colour_of(_text(table, path))
    except ValueError:
        raise Refused("huisstijl.ongeldig", field=path) from None


def _text_colour(table: Mapping[str, Any], path: str) -> Colour:
    colour = _colour(table, path)
    if contrast(colour, _PAPER) < READABLE:
        raise Refused("huisstijl.contrast", field=path)
    return colour
