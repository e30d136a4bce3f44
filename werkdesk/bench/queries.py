"""What people type in the search box, made from people who are really there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum

_NAMELESS = frozenset({"datum", "postcode_huisnummer", "telefoon", "bsn"})
_LEAST_TYPO = 5  # letters a surname must have before a slip in it can be guessed
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Question:
    """``text``: what stands in the box at the end. ``klant``: who was meant; ``achternaam``: the surname that
    was asked for, or empty.

    ``is_exact``: the text says enough that this very person must be found, not only somebody so called.
    """

    soort: str
    text: str
    klant: UUID
    achternaam: str
    is_exact: bool


@dataclass(frozen=True, slots=True)
class _Facts:
    """One person as somebody at a counter would say it."""

    surname: str
    prefix: str
    first: str
    born: str  # dd-mm-jjjj, empty when not known in full
    address: str
    phone: str
    bsn: str


def make_questions(
    seed: int, people: Sequence[Klant], meldingen: Sequence[Melding], per_kind: int
) -> list[Question]:
    """``per_kind`` questions of every kind, in an order that mixes the kinds; the same for the same seed."""
    dice = Random(seed)  # noqa: S311 - the same questions every time, no secrets
    questions: list[Question] = []
    for kind, (say, is_exact) in _KINDS.items():
        questions += _some(dice, kind, say, is_exact, people, per_kind)
    for melding in dice.sample(list(meldingen), min(per_kind, len(meldingen))):
        questions.append(Question("kenmerk", str(melding.kenmerk), melding.klant, "", True))
    dice.shuffle(questions)
    return questions


def keystrokes(text: str) -> Iterator[str]:
    """What stands in the box after each key; a space alone asks nothing new."""
    return (text[:end] for end in range(1, len(text) + 1) if text[end - 1] != " ")


def _some(
    dice: Random, kind: str, say: _Say, is_exact: bool, people: Sequence[Klant], count: int
) -> Iterator[Question]:
    made = 0
    for klant in dice.sample(list(people), len(people)):
        facts = _facts(klant)
        text = say(facts, dice) if facts is not None else ""
        if made < count and text and facts is not None:
            made += 1
            name = "" if kind in _NAMELESS else facts.surname
            yield Question(kind, text, klant.id, name, is_exact)


def _facts(klant: Klant) -> _Facts | None:
    feiten = klant.feiten
    if feiten.naam is None:
        return None
    adres, born = feiten.adres, feiten.geboortedatum
    has_number = adres is not None and adres.postcode is not None and adres.huisnummer is not None
    return _Facts(
        surname=str(feiten.naam.geslachtsnaam),
        prefix=str(feiten.naam.voorvoegsel or ""),
        first=str(feiten.naam.voornamen or "").split(" ")[0],
        born=_shown(born),
        address=f"{adres.postcode} {adres.huisnummer}" if has_number and adres is not None else "",
        phone=str(feiten.telefoon or "").replace("+31", "0"),
        bsn=str(feiten.bsn or ""),
    )


def _shown(born: GeboorteDatum | None) -> str:
    if born is None or not born.complete:
        return ""
    return f"{born[6:]}-{born[4:6]}-{born[:4]}"


def _typo(word: str, dice: Random) -> str:
    """One slip of the finger: a letter left out, doubled, replaced or swapped with its neighbour."""
    if len(word) < _LEAST_TYPO:
        return ""
    at = dice.randrange(1, len(word) - 1)
    letter = dice.choice(_ALPHABET)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    slip = dice.choice(slips)
    return slip if slip != word else ""


def _name(facts: _Facts, _: Random) -> str:
    return facts.surname.lower()


def _prefixed(facts: _Facts, _: Random) -> str:
    return f"{facts.prefix} {facts.surname}".lower() if facts.prefix else ""


def _plain(facts: _Facts, _: Random) -> str:
    folded = vouw(facts.surname)
    return folded if folded != facts.surname.lower() else ""


def _mistyped(facts: _Facts, dice: Random) -> str:
    return _typo(facts.surname.lower(), dice)


def _name_year(facts: _Facts, _: Random) -> str:
    return f"{facts.surname.lower()} {facts.born[-4:]}" if facts.born else ""


def _name_date(facts: _Facts, _: Random) -> str:
    return f"{facts.surname.lower()} {facts.born}" if facts.born else ""


def _mistyped_date(facts: _Facts, dice: Random) -> str:
    slip = _mistyped(facts, dice)
    return f"{slip} {facts.born}" if slip and facts.born else ""


def _first_last(facts: _Facts, _: Random) -> str:
    return " ".join(part for part in (facts.first, facts.prefix, facts.surname) if part).lower()


_Say = Callable[[_Facts, Random], str]
_KINDS: Mapping[str, tuple[_Say, bool]] = {
    "achternaam": (_name, False),
    "voorvoegsel_achternaam": (_prefixed, False),
    "zonder_accenten": (_plain, False),
    "typefout": (_mistyped, False),
    "voornaam_achternaam": (_first_last, False),
    "achternaam_jaar": (_name_year, False),
    "achternaam_datum": (_name_date, True),
    "typefout_datum": (_mistyped_date, True),
    "datum": (lambda facts, _: facts.born, False),
    "postcode_huisnummer": (lambda facts, _: facts.address, False),
    "telefoon": (lambda facts, _: facts.phone, True),
    "bsn": (lambda facts, _: facts.bsn, True),
}
