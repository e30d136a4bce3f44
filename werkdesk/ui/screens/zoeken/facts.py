"""What a search already says about a person, so that nothing is typed twice: text in, text out."""

from __future__ import annotations

import re
from datetime import date

from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.datum import months_to_digits
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.ui.frame.opening import TypedFacts

LONGEST = 200
_HAS_DIGIT = re.compile(r"[0-9]")
_TICKET = re.compile(r"[a-z][0-9]{3}|[a-z][0-9]{1,4}-[0-9]{3,}", re.IGNORECASE)
_DATE = re.compile(r"(?<![0-9-])[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?![0-9])")
_ADDRESS = re.compile(r"(?<!\S)([1-9][0-9]{3}) ?([A-Za-z]{2})(?![A-Za-z])(?:\s+([0-9]{1,5}))?(?!\S)")
_NUMBER = re.compile(r"(?<!\S)\+?[0-9][0-9 .()-]{7,}(?!\S)")
_SMALL = frozenset(
    (
        "van",
        "de",
        "den",
        "der",
        "het",
        "ten",
        "ter",
        "te",
        "in",
        "op",
        "aan",
        "bij",
        "el",
        "al",
        "da",
        "do",
        "von",
    )
)


def read_facts(text: str, today: date) -> TypedFacts:
    """Read a query as facts: birth date, postcode and number, telephone or BSN; what is left is the name.

    Never raises. ``12-03-1985 jan`` gives a date and "Jan"; ``1181ab 12 elh`` a postcode, a number and "Elh".
    """
    rest = months_to_digits(" ".join(text[:LONGEST].split()))
    born, rest = _born(rest, today)
    postcode, house, rest = _address(rest)
    phone, bsn, rest = _number(rest)
    return TypedFacts(
        tekst=text.strip(),
        geslachtsnaam=_name(rest),
        geboortedatum=born,
        postcode=postcode,
        huisnummer=house,
        telefoon=phone,
        bsn=bsn,
    )


def is_ticket(text: str) -> bool:
    """Whether this is the number on a ticket, such as ``A915``."""
    return _TICKET.fullmatch(text.strip()) is not None


def _born(text: str, today: date) -> tuple[str, str]:
    found = _DATE.search(text)
    if found is None:
        return "", text
    try:
        born = GeboorteDatum.parse(re.sub(r"[/.]", "-", found[0]), today)
    except Refused:
        return "", text
    return born.shown, _without(text, found)


def _address(text: str) -> tuple[str, str, str]:
    found = _ADDRESS.search(text)
    if found is None or (found[3] is None and found[2].lower() in _SMALL):
        return "", "", text  # "1985 de vries" is a year and a name
    return f"{found[1]} {found[2].upper()}", found[3] or "", _without(text, found)


def _number(text: str) -> tuple[str, str, str]:
    """A telephone number or a BSN. Nine digits that begin with a zero may be either: a number wins."""
    found = _NUMBER.search(text)
    if found is None:
        return "", "", text
    typed = found[0].strip()
    try:
        if len(re.sub(r"[^0-9]", "", typed)) != 9:
            return Telefoon(typed).shown, "", _without(text, found)
        return "", str(Bsn(typed)), _without(text, found)
    except Refused:
        return "", "", _without(text, found)


def _name(text: str) -> str:
    """Words with a capital where staff typed none: ``van den berg`` becomes ``van den Berg``."""
    words = [word for word in re.split(r"[\s,]+", text) if word and not _HAS_DIGIT.search(word)]
    return " ".join(_capital(word) for word in words)


def _capital(word: str) -> str:
    if word != word.lower() or word in _SMALL:
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
