"""Parts of a person's name (BRP limits; domain facts 3.1.4)."""

from __future__ import annotations

import unicodedata
from typing import Self

from werkdesk.domain.waarden.tekst import composed, has_hidden_characters
from werkdesk.errors import Refused


class Naam(str):
    """Given names or a surname: NFC text of 1 to 200 characters, with every diacritic kept.

    Text that looks like markup is a name like any other. Refused: ``naam.ontbreekt`` (nothing left),
    ``naam.te_lang``, ``naam.tekens`` (control, direction or invisible characters).
    """

    __slots__ = ()
    LONGEST = 200

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        clean = composed(text)
        if not clean:
            raise Refused("naam.ontbreekt", field=field)
        if len(clean) > cls.LONGEST:
            raise Refused("naam.te_lang", field=field, hoogstens=cls.LONGEST)
        if has_hidden_characters(clean):
            raise Refused("naam.tekens", field=field)
        return super().__new__(cls, clean)

    @classmethod
    def entered(cls, text: str, *, field: str | None = None) -> Self:
        """A name as it enters the office: also in Latin script, as identity documents and the BRP write it.

        Besides what every name refuses: ``naam.schrift`` (letters of another script, or pictures). Names that
        are kept already stay readable whatever their script.
        """
        if not all(_latin(character) for character in text):
            raise Refused("naam.schrift", field=field)
        return cls(text, field=field)


def _latin(character: str) -> bool:
    """Whether it is no letter of another script, no picture and no sign without a meaning."""
    if character < "\u0100":  # with the degree sign, which stands in names of the BRP
        return True
    match unicodedata.category(character):
        case "Lu" | "Ll" | "Lt" | "Lo":
            return "LATIN" in unicodedata.name(character, "")
        case "So" | "Sk" | "Sm":
            return False
    return True


class Voorvoegsel(str):
    """Surname prefix, stored apart: letters, spaces and apostrophes, at most 10 characters.

    It need not stand in the national table. Refused: ``voorvoegsel.ontbreekt``, ``voorvoegsel.te_lang``,
    ``voorvoegsel.tekens``.
    """

    __slots__ = ()
    LONGEST = 10

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        clean = composed(text)
        if not clean:
            raise Refused("voorvoegsel.ontbreekt", field=field)
        if len(clean) > cls.LONGEST:
            raise Refused("voorvoegsel.te_lang", field=field, hoogstens=cls.LONGEST)
        if not all(character in " '’" or unicodedata.category(character)[0] in "LM" for character in clean):
            raise Refused("voorvoegsel.tekens", field=field)
        return super().__new__(cls, clean)
