"""A cache with many fictitious persons, and what somebody types to find them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from uuid import UUID

import msgspec

from tests.fixtures.cache import NOW, new_cache
from werkdesk.domain.klant import Klant
from werkdesk.fictief.personen import make_people
from werkdesk.messages.codec import encode
from werkdesk.messages.wire import Change, Feed
from werkdesk.storage.cache import CacheHandles
from werkdesk.usecases.overzichten import KlantHit

SCOPE = "amstelland"
PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Meant:
    """A person somebody looks for, and what they type; every beginning of it is a keystroke."""

    klant: UUID
    kind: str
    text: str
    surname: str = ""

    def is_found(self, hit: KlantHit) -> bool:
        """Whether a hit is who was meant. Behind a bare mistyped surname any bearer of that name will do:
        common names have more than a list can hold.
        """
        if self.surname:
            return hit.naam.partition(",")[0].lower() == self.surname
        return hit.id == self.klant


def filled(folder: Path, count: int, seed: int = 7) -> tuple[CacheHandles, float]:
    """A cache with ``count`` persons through the ordinary road, and the CPU seconds it took to apply them."""
    cache = new_cache(folder)
    people = make_people(seed, count, NOW.date())
    spent, done = 0.0, 0
    while page := list(islice(people, PAGE)):
        feed = _feed(page, done)
        before = time.thread_time()
        cache.sync_store.apply_feeds([feed])
        spent += time.thread_time() - before
        done += len(page)
    cache.idle()
    return cache, spent


def _feed(page: list[Klant], start: int) -> Feed:
    changes = [
        Change(
            q=start + place, t="klant", id=klant.id, v=1, k="put", u=UUID(int=start + place),
            f=msgspec.Raw(encode(klant)),
        )
        for place, klant in enumerate(page, 1)
    ]  # fmt: skip
    return Feed(
        scope=SCOPE, from_seq=start, to_seq=start + len(page), tag="0" * 16, more=False, floor=0,
        changes=changes,
    )  # fmt: skip


def wanted(count: int, seed: int = 7, sample: int = 400) -> Iterator[Meant]:
    """Searches for a sample of the same people: by name, date, address, telephone and BSN, some mistyped."""
    dice = Random(seed + 1)
    step = max(1, count // sample)
    for klant in islice(make_people(seed, count, NOW.date()), 0, None, step):
        feiten = klant.feiten
        if feiten.naam is None:
            continue
        surname = " ".join(part for part in (feiten.naam.voorvoegsel, feiten.naam.geslachtsnaam) if part)
        yield Meant(klant.id, "achternaam", surname.lower())
        if feiten.naam.voornamen:
            yield Meant(klant.id, "voornaam", f"{feiten.naam.voornamen.split()[0]} {surname}".lower())
        if feiten.geboortedatum is not None and feiten.geboortedatum.complete:
            shown = feiten.geboortedatum.shown
            yield Meant(klant.id, "naam + datum", f"{surname} {shown}".lower())
            yield Meant(klant.id, "naam + jaar", f"{surname} {shown[-4:]}".lower())
            if len(feiten.naam.geslachtsnaam) >= 5:
                slip = mistyped(dice, feiten.naam.geslachtsnaam.lower())
                yield Meant(klant.id, "typefout", slip, feiten.naam.geslachtsnaam.lower())
                yield Meant(klant.id, "typefout + datum", f"{slip} {shown}")
        adres = feiten.adres
        if adres is not None and adres.postcode is not None and adres.huisnummer is not None:
            yield Meant(
                klant.id, "adres", f"{adres.postcode.lower()} {adres.huisnummer} {surname[:3].lower()}"
            )
        if feiten.telefoon is not None:
            yield Meant(klant.id, "telefoon", feiten.telefoon.shown)
        if feiten.bsn is not None:
            yield Meant(klant.id, "bsn", str(feiten.bsn))


def mistyped(dice: Random, word: str) -> str:
    """One random slip: a letter too many, too few, wrong, or two exchanged."""
    at = dice.randrange(1, len(word) - 1)
    letter = dice.choice("abcdefghijklmnopqrstuvwxyz")
    match dice.randrange(4):
        case 0:
            return word[:at] + letter + word[at:]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + letter + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def keystrokes(meant: Meant) -> Iterator[str]:
    """What stands in the box after each key."""
    for end in range(1, len(meant.text) + 1):
        if meant.text[end - 1] != " ":
            yield meant.text[:end]
