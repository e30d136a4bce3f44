"""Titles of nobility and predicates (BRP table 38) and the forms of address that go with them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Titel:
    """One code of the table.

    ``man`` and ``vrouw``: the word for each sex; ``vrouw`` is ``None`` for ridder, which has no female form.
    ``rang``: ``hoogwelgeboren``, ``hooggeboren`` or ``hoogheid``. ``predicaat``: stands before the initials,
    a title after them. ``hoffelijkheid``: the wife of the bearer may use it with his name.
    """

    man: str
    vrouw: str | None
    rang: str
    predicaat: bool = False
    hoffelijkheid: bool = False
    code_is_vrouw: bool = False

    @property
    def hoogheid(self) -> bool:
        """Prince or princess: the form of address does not depend on sex."""
        return self.rang == "hoogheid"

    def vorm(self, geslacht: str) -> str | None:
        """The word in a name line; ``None`` when there is none for this sex."""
        return {"M": self.man, "V": self.vrouw}.get(geslacht)

    def vorm_volledig(self, geslacht: str) -> str:
        """The word in the full name, where the registered one stays when there is none for this sex."""
        registered = (self.vrouw if self.code_is_vrouw else self.man) or self.man
        return self.vorm(geslacht) or registered

    def aanhef(self, geslacht: str) -> str:
        """``Hoogwelgeboren heer``, ``Hooggeboren vrouwe``, ``Hoogheid``."""
        return self.rang.capitalize() + ("" if self.hoogheid else f" {_HEER[geslacht]}")

    def aanspreekvorm(self, geslacht: str) -> str:
        """``De hoogwelgeboren heer``, ``De hooggeboren vrouwe``, ``De hoogheid``."""
        return f"De {self.rang}" + ("" if self.hoogheid else f" {_HEER[geslacht]}")


_HEER = {"M": "heer", "V": "vrouwe"}

TITELS = {
    "B": Titel("baron", "barones", "hoogwelgeboren", hoffelijkheid=True),
    "BS": Titel("baron", "barones", "hoogwelgeboren", code_is_vrouw=True),
    "G": Titel("graaf", "gravin", "hooggeboren", hoffelijkheid=True),
    "GI": Titel("graaf", "gravin", "hooggeboren", code_is_vrouw=True),
    "H": Titel("hertog", "hertogin", "hoogwelgeboren", hoffelijkheid=True),
    "HI": Titel("hertog", "hertogin", "hoogwelgeboren", code_is_vrouw=True),
    "JH": Titel("jonkheer", "jonkvrouw", "hoogwelgeboren", predicaat=True),
    "JV": Titel("jonkheer", "jonkvrouw", "hoogwelgeboren", predicaat=True, code_is_vrouw=True),
    "M": Titel("markies", "markiezin", "hoogwelgeboren", hoffelijkheid=True),
    "MI": Titel("markies", "markiezin", "hoogwelgeboren", code_is_vrouw=True),
    "P": Titel("prins", "prinses", "hoogheid", hoffelijkheid=True),
    "PS": Titel("prins", "prinses", "hoogheid", code_is_vrouw=True),
    "R": Titel("ridder", None, "hoogwelgeboren"),
}
"""Code → title; academic titles are no part of it and are left out of letters."""
