"""Households of fictitious people: the same seed always gives the same people."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import Adres, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.fictief.adressen import Plaats, make_address, make_place
from werkdesk.fictief.bsn import test_bsns
from werkdesk.fictief.namen import VERDELING, Herkomst

_ORIGINS = [herkomst for herkomst, weight in VERDELING for _ in range(weight)]


def make_people(seed: int, count: int, today: date, *, taken: Collection[Bsn] = ()) -> Iterator[Klant]:
    """``count`` people in households (singles, couples, families), in a fixed order for a seed.

    ``taken``: numbers that somebody outside this set has already.
    """
    dice = Random(seed)
    numbers = (number for number in test_bsns(dice) if number not in taken)
    made = 0
    while made < count:
        for klant in _household(dice, numbers, today):
            if made == count:
                return
            made += 1
            yield klant


def _household(dice: Random, numbers: Iterator[Bsn], today: date) -> Iterator[Klant]:
    herkomst = dice.choice(_ORIGINS)
    plaats = make_place(dice)
    adres = make_address(dice, plaats)
    first = _adult(dice, herkomst, today)
    kind = dice.random()
    if kind < 0.5:
        yield _klant(dice, numbers, first, plaats, adres, herkomst, today)
        return
    second = _partner(dice, first, dice.choice(_ORIGINS), today)
    yield _klant(dice, numbers, first, plaats, adres, herkomst, today)
    yield _klant(dice, numbers, second, plaats, adres, herkomst, today)
    if kind > 0.7:
        for _ in range(dice.randint(1, 3)):
            yield _klant(dice, numbers, _child(dice, first, herkomst, today), plaats, adres, herkomst, today)


def _adult(dice: Random, herkomst: Herkomst, today: date) -> KlantFeiten:
    sex = Geslacht.VROUW if dice.random() < 0.5 else Geslacht.MAN
    prefix, surname = herkomst.surname(dice)
    given = dice.choice(herkomst.vrouwen if sex is Geslacht.VROUW else herkomst.mannen)
    if given and dice.random() < 0.4:
        given += " " + dice.choice(herkomst.vrouwen if sex is Geslacht.VROUW else herkomst.mannen)
    return KlantFeiten(
        naam=PersoonsNaam(
            geslachtsnaam=Naam(surname),
            voorvoegsel=Voorvoegsel(prefix) if prefix else None,
            voornamen=Naam(given) if given else None,
        ),
        geslacht=Geslacht.ONBEKEND if dice.random() < 0.01 else sex,
        geboortedatum=_born(dice, today, 18, 70),
    )


def _partner(dice: Random, first: KlantFeiten, herkomst: Herkomst, today: date) -> KlantFeiten:
    other = _adult(dice, herkomst, today)
    if other.naam is None or first.naam is None:
        return other
    use = dice.choice(
        (Naamgebruik.EIGEN, Naamgebruik.EIGEN, Naamgebruik.PARTNER_EIGEN, Naamgebruik.EIGEN_PARTNER)
    )
    return replace(
        other,
        naam=replace(
            other.naam,
            naamgebruik=use,
            partner_geslachtsnaam=first.naam.geslachtsnaam,
            partner_voorvoegsel=first.naam.voorvoegsel,
        ),
    )


def _child(dice: Random, parent: KlantFeiten, herkomst: Herkomst, today: date) -> KlantFeiten:
    child = _adult(dice, herkomst, today)
    if child.naam is not None and parent.naam is not None:
        name = replace(
            child.naam, geslachtsnaam=parent.naam.geslachtsnaam, voorvoegsel=parent.naam.voorvoegsel
        )
        return replace(child, naam=name, geboortedatum=_born(dice, today, 16, 26))
    return child


def _born(dice: Random, today: date, youngest: int, oldest: int) -> GeboorteDatum:
    day = today - timedelta(days=dice.randint(youngest * 365 + 5, oldest * 365))
    kind = dice.random()
    if kind < 0.01:
        return GeboorteDatum(f"{day:%Y}0000")
    if kind < 0.015:
        return GeboorteDatum(f"{day:%Y%m}00")
    return GeboorteDatum(f"{day:%Y%m%d}")


def _klant(
    dice: Random,
    numbers: Iterator[Bsn],
    feiten: KlantFeiten,
    plaats: Plaats,
    adres: Adres,
    herkomst: Herkomst,
    today: date,
) -> Klant:
    bsn = next(numbers, None) if dice.random() > 0.03 else None
    since = datetime(today.year, today.month, today.day, 9, tzinfo=UTC) - timedelta(
        days=dice.randint(30, 2500)
    )
    return Klant(
        id=UUID(int=dice.getrandbits(128), version=4),
        sinds=since,
        feiten=replace(
            feiten,
            adres=adres,
            gemeente=plaats.gemeente,
            telefoon=Telefoon(f"06{dice.randint(10_000_000, 59_999_999)}") if dice.random() < 0.85 else None,
            email=Email(f"klant{dice.randint(1, 999_999)}@voorbeeld.nl") if dice.random() < 0.5 else None,
            bsn=bsn,
            geen_bsn_reden=None if bsn else "nog niet ingeschreven",
            taal=herkomst.taal,
            tolk=herkomst.taal != "nl" and dice.random() < 0.3,
            geheim=dice.random() < 0.02,
        ),
        bsn_gecontroleerd=bsn is not None and dice.random() < 0.5,
    )
