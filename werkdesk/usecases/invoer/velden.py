"""One field of an imported line at a time: its kind checked, its length limited, its code in the refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from werkdesk.domain.waarden.datum import parse_datum
from werkdesk.domain.waarden.tekst import composed, has_hidden_characters
from werkdesk.errors import Refused

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Velden:
    """The fields of one object. Each is taken once; what is left at the end nobody knows.

    ``plek``: name of the object itself inside a line (``partner``), or empty. An absent field, ``null`` and
    text without a character are all "not known".
    """

    def __init__(self, values: Mapping[str, Any], plek: str = "") -> None:
        self._left = dict(values)
        self._plek = plek

    def name(self, veld: str) -> str:
        """The field as a refusal names it: ``partner.bsn``."""
        return f"{self._plek}.{veld}" if self._plek else veld

    def take(self, veld: str, *others: str) -> Any:
        """The value under its name or one of its other spellings.

        Raises ``Refused('veld.dubbel')`` when two spellings are both filled.
        """
        found = [
            value for one in (veld, *others) if (value := _filled(self._left.pop(one, None))) is not None
        ]
        if len(found) > 1:
            raise Refused("veld.dubbel", field=self.name(veld))
        return found[0] if found else None

    def object(self, veld: str) -> Mapping[str, Any] | None:
        """A field that is itself an object; a text or number under that name stays where it is."""
        if not isinstance(self._left.get(veld), Mapping):
            return None
        value: Mapping[str, Any] = self._left.pop(veld)
        return value

    def text(self, veld: str, *others: str, longest: int = 200) -> str | None:
        """Ordinary text in one line. Raises ``veld.soort``, ``tekst.te_lang``, ``tekst.tekens``."""
        value = self.take(veld, *others)
        if value is None:
            return None
        if not isinstance(value, str):
            raise Refused("veld.soort", field=self.name(veld))
        clean = composed(value)
        if len(clean) > longest:
            raise Refused("tekst.te_lang", field=self.name(veld), hoogstens=longest)
        if has_hidden_characters(clean):
            raise Refused("tekst.tekens", field=self.name(veld))
        return clean or None

    def digits(self, veld: str, *others: str) -> str | None:
        """Text of digits that other programs like to write as a number."""
        value = self.take(veld, *others)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            raise Refused("veld.soort", field=self.name(veld))
        return value

    def checked(self, kind: Callable[..., T], veld: str, *others: str) -> T | None:
        """A value that checks itself (``Naam``, ``Bsn``...)."""
        value = self.digits(veld, *others)
        return None if value is None else kind(value.strip(), field=self.name(veld))

    def written(self, kind: Callable[..., T], veld: str, *others: str) -> T | None:
        """A value that is never a number (``Naam``). Raises ``veld.soort`` besides what the value refuses."""
        value = self.take(veld, *others)
        if value is None:
            return None
        if not isinstance(value, str):
            raise Refused("veld.soort", field=self.name(veld))
        return kind(value.strip(), field=self.name(veld))

    def code(self, kind: type[E], veld: str, *others: str) -> E | None:
        """One of a closed list; capitals, spaces and hyphens do not matter. Raises ``keuze.onbekend``."""
        typed = self.text(veld, *others, longest=60)
        if typed is None:
            return None
        plain = _plain(typed)
        for member in kind:
            if plain in (_plain(member.value), _plain(member.name)):
                return member
        raise Refused("keuze.onbekend", field=self.name(veld))

    def number(self, veld: str, *others: str, least: int, most: int) -> int | None:
        """A whole number between two bounds. Raises ``getal.vorm``, ``getal.buiten_bereik``."""
        typed = self.digits(veld, *others)
        if typed is None:
            return None
        plain = typed.strip()
        if not (plain.isascii() and plain.isdigit() and len(plain) < 10):
            raise Refused("getal.vorm", field=self.name(veld))
        if not least <= int(plain) <= most:
            raise Refused("getal.buiten_bereik", field=self.name(veld), minstens=least, hoogstens=most)
        return int(plain)

    def yes_no(self, veld: str, *others: str) -> bool | None:
        """``true``/``false`` or ``ja``/``nee``. Raises ``keuze.onbekend``."""
        value = self.take(veld, *others)
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str) and (word := value.strip().lower()) in ("ja", "nee"):
            return word == "ja"
        raise Refused("keuze.onbekend", field=self.name(veld))

    def day(self, today: date, veld: str, *others: str) -> date | None:
        """A date as :func:`parse_datum` reads it. Raises ``datum.*``."""
        typed = self.text(veld, *others, longest=30)
        return None if typed is None else parse_datum(typed, today, field=self.name(veld))

    def texts(self, veld: str) -> tuple[str, ...]:
        """A list of short texts, or one. Raises ``veld.soort``."""
        value = self.take(veld)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or len(items) > 20 or not all(isinstance(one, str) for one in items):
            raise Refused("veld.soort", field=self.name(veld))
        return tuple(items)

    def finish(self) -> None:
        """Raise ``Refused('veld.onbekend')`` when somebody wrote a field that we do not know."""
        unknown = next((name for name, value in self._left.items() if _filled(value) is not None), None)
        if unknown is not None:
            printable = unknown.isascii() and unknown.isidentifier() and len(unknown) <= 40
            raise Refused("veld.onbekend", field=self.name(unknown if printable else "?"))


def _filled(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _plain(text: str) -> str:
    return text.lower().replace("-", "").replace("_", "").replace(" ", "").replace(".", "")
