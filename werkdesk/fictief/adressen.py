"""Addresses in two gemeenten. Street names are made up; postcodes lie in the ranges of the two towns."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from werkdesk.domain.persoon import Adres, AdresFunctie
from werkdesk.domain.waarden.postcode import Postcode


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words(
    "Linden Kastanje Beuken Vlier Wilgen Meidoorn Rozen Tulpen Iris Lelie Dahlia Seringen Anjer Ooievaar Reiger "
    "Zwaluw Merel Lijster Koekoek Molen Sluis Turf Veen Riet Polder Ring Kade Haven Boterbloem Klaver Zonnedauw"
)
_LAST = _words("laan straat hof plein weg dreef pad kade gaarde singel burg wetering")
_LETTERS = "ABCDEFGHJKLMNPRTVWXZ"


@dataclass(frozen=True, slots=True)
class Plaats:
    """A town: municipality code (BRP table 33), name and its four-digit postcodes."""

    gemeente: str
    naam: str
    cijfers: tuple[int, ...]


AMSTELVEEN = Plaats("0362", "Amstelveen", (1181, 1182, 1183, 1184, 1185, 1186, 1187, 1188, 1189))
AALSMEER = Plaats("0358", "Aalsmeer", (1431, 1432, 1433))


def make_place(dice: Random) -> Plaats:
    """Three out of four live in the larger town."""
    return AMSTELVEEN if dice.random() < 0.75 else AALSMEER


def make_address(dice: Random, plaats: Plaats) -> Adres:
    """An address with, now and then, a house letter, an addition, a houseboat or no fixed place at all."""
    kind = dice.random()
    if kind < 0.02:
        return Adres(functie=AdresFunctie.GEEN)
    code = Postcode(f"{dice.choice(plaats.cijfers)}{dice.choice(_LETTERS)}{dice.choice('ABCEGHJKLMNPRTVWX')}")
    if kind < 0.03:
        return Adres(
            locatie=f"Woonboot tegenover Kade {dice.randint(1, 60)}", postcode=code, woonplaats=plaats.naam
        )
    return Adres(
        functie=AdresFunctie.BRIEFADRES if kind < 0.05 else AdresFunctie.WOONADRES,
        straat=dice.choice(_FIRST) + dice.choice(_LAST),
        huisnummer=min(dice.randint(1, 40) * dice.randint(1, 9), 320),
        huisletter=dice.choice("ABCD") if dice.random() < 0.08 else None,
        toevoeging=dice.choice(("hs", "1", "2", "IV", "3 h")) if dice.random() < 0.06 else None,
        postcode=code,
        woonplaats=plaats.naam,
    )
