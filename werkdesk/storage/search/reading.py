"""Reads what is typed in the search box: dates, years, postcodes, numbers and names, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from werkdesk.domain.kenmerk import Kenmerk
from werkdesk.domain.waarden.datum import months_to_digits
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused
from werkdesk.storage.search.keys import words

LONGEST = 200
_LEAST_COUNTER = 4  # digits of the counter in a kenmerk; more only when it grew
_KENMERK = re.compile(r"([MBO])-?([1-9][0-9]{0,3})-([0-9]{1,8})(?:-?([A-Z]))?(?:/.*)?")
_BARE = re.compile(r"([MBO])([1-9][0-9]{4,11})([A-Z])?")
_TICKET = re.compile(r"[A-Z][0-9]{3,6}|[A-Z][0-9]{1,4}-[0-9]{3,}")
_PHONE = re.compile(r"(?:\+|00?)[0-9 ().-]*|[0-9 -]+")
# A year that begins with 19 or 20 is still being typed.
_DATE = re.compile(
    r"(?<![0-9-])([0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|(?!19|20)[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?![0-9])"
)
_HALF_DATE = re.compile(r"(?<![0-9-])[0-9]{1,2}[-/.](?:[0-9]{1,2}(?:[-/.][0-9]{0,3})?)?(?![0-9])")
_COMPACT = re.compile(r"(?<![0-9])[0-9]{8}(?![0-9])")
_POSTCODE = re.compile(r"(?<![^\s])([1-9][0-9]{3})\s?([a-z]{2})(?![a-z])")
_HALF_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([a-z])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMBER = re.compile(r"(?<![^\s])([0-9]{1,5})([a-z]?)(?![^\s])")


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, by kind; what is absent is empty.

    ``datums``: possible birth dates, yyyymmdd with zeros for unknown parts. ``postcode``: whole or its
    beginning. ``cijfers``: beginning of a telephone number, without the zero or country code in front;
    ``bsn``: nine digits. ``kenmerken``: beginnings of the numbers that may be meant. ``namen``: folded words.
    ``achternaam_eerst``: a comma said so.
    """

    namen: tuple[str, ...] = ()
    datums: tuple[str, ...] = ()
    jaar: int | None = None
    postcode: str = ""
    huisnummer: int | None = None
    cijfers: str = ""
    bsn: str = ""
    kenmerken: tuple[str, ...] = ()
    ticket: str = ""
    achternaam_eerst: bool = False

    def __bool__(self) -> bool:
        return self != Query()


def read_query(text: str, today: date) -> Query:
    """Read the search box. Never raises: what is no date, number or postcode is a name."""
    typed = months_to_digits(" ".join(text[:LONGEST].split()).lower())
    if (number := _KENMERK.fullmatch(typed.upper())) is not None:
        return Query(kenmerken=(_kenmerk(number),))
    if (bare := _BARE.fullmatch(typed.upper())) is not None:
        return Query(kenmerken=_without_hyphens(bare))
    ticket = typed.upper() if _TICKET.fullmatch(typed.upper()) else ""
    if ticket:
        return Query(ticket=ticket)
    if (half := _HALF_POSTCODE.fullmatch(typed)) is not None:
        return Query(postcode=(half[1] + half[2]).upper())
    if typed and _PHONE.fullmatch(typed) and not _DATE.search(typed):
        return _digits(typed, today)
    return _mixed(typed, today)


def _kenmerk(found: re.Match[str]) -> str:
    """The beginning of every number that fits: the check letter need not be known."""
    kind, desk, counter, letter = found.groups()
    return f"{kind}-{desk}-{int(counter):04d}-{letter or ''}"


def _without_hyphens(found: re.Match[str]) -> tuple[str, ...]:
    """Every desk and counter that these digits may be; the check letter, when it is there, says which."""
    kind, digits, letter = found.groups()
    split = ((digits[:place], digits[place:]) for place in range(1, 5))
    meant = [
        f"{kind}-{desk}-{counter}-{letter or ''}"
        for desk, counter in split
        if len(counter) == _LEAST_COUNTER or (len(counter) > _LEAST_COUNTER and counter[0] != "0")
    ]
    return tuple(one for one in meant if _is_kenmerk(one)) or tuple(meant)


def _is_kenmerk(text: str) -> bool:
    try:
        Kenmerk(text)
    except Refused:
        return False
    return True


def _digits(typed: str, today: date) -> Query:
    digits = re.sub(r"[^0-9]", "", typed)
    if len(digits) == 8 and (dates := _dates(digits, today)):
        return Query(datums=dates)
    if _HALF_DATE.fullmatch(typed) and "-" in typed:
        return Query()
    if len(digits) == 4 and digits == typed and _YEAR.fullmatch(digits):
        return Query(jaar=int(digits))
    if typed[0] not in "+0" and len(digits) <= 4:
        return Query(postcode=digits) if len(digits) >= 2 and digits == typed else Query()
    short = re.fullmatch(r"([1-9][0-9]{3}) ([0-9]{1,5})", typed)
    if short is not None:
        return Query(postcode=short[1], huisnummer=int(short[2]))
    return Query(cijfers=_national(typed, digits), bsn=digits if len(digits) == 9 else "")


def _national(typed: str, digits: str) -> str:
    """Telephone digits without what every Dutch number may begin with."""
    if typed.startswith("+"):
        return digits.removeprefix("31")
    if digits.startswith("00"):
        return digits[2:].removeprefix("31")
    return digits.removeprefix("0")


def _mixed(typed: str, today: date) -> Query:
    rest = typed
    dates: tuple[str, ...] = ()
    found = _DATE.search(rest) or _COMPACT.search(rest)
    if found is not None and (dates := _dates(found[0], today)):
        rest = _without(rest, found)
    else:
        rest = _HALF_DATE.sub(" ", rest)
    postcode, house, rest = _address(rest)
    year: int | None = None
    if not dates and not postcode and (found := _YEAR.search(rest)) is not None:
        year, rest = int(found[0]), _without(rest, found)
    names = tuple(word for word in words(rest) if not word.isdigit())
    return Query(
        namen=names, datums=dates, jaar=year, postcode=postcode, huisnummer=house,
        achternaam_eerst="," in rest.rstrip(" ,") and len(names) > 1,
    )  # fmt: skip


def _address(rest: str) -> tuple[str, int | None, str]:
    """Postcode and the number behind it. After a name, ``1985 de`` is a year and a prefix."""
    found = _POSTCODE.search(rest)
    if found is None or (rest[: found.start()].strip() and _YEAR.fullmatch(found[1])):
        return "", None, rest
    postcode = (found[1] + found[2]).upper()
    before, behind = rest[: found.start()], rest[found.end() :]
    number = _NUMBER.search(behind)
    if number is None:
        return postcode, None, f"{before} {behind}"
    return postcode, int(number[1]), f"{before} {_without(behind, number)}"


def _dates(text: str, today: date) -> tuple[str, ...]:
    """The date that was meant, and when the year has two digits the same day a century earlier."""
    try:
        born = GeboorteDatum.parse(text.replace("/", "-").replace(".", "-"), today)
    except Refused:
        return ()
    if re.search(r"[-/.][0-9]{2}$", text) and len(text) <= 8:
        return str(born), f"{int(born[:4]) - 100:04d}{born[4:]}"
    return (str(born),)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
