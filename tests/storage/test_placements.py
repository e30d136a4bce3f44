"""Placements as a desk finds them: of one person and at one employer, also after everything is made anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from tests.fixtures.cache import WIE, again, new_cache
from tests.fixtures.plaatsingen import ANDER_BEDRIJF, BEDRIJF, decided, placed
from tests.storage.acts import enrolled, facts, save
from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.plaatsing import Plaatsingskeuze
from werkdesk.errors import Refused
from werkdesk.storage.cache import CacheHandles

MANAGER = replace(WIE, medewerker="f.balie", rollen=("klantmanager",))


def keep(cache: CacheHandles, *acts: Gebeurtenis) -> None:
    """One unit of work of somebody who places people."""
    with cache.work(MANAGER) as unit:
        unit.record(*acts)
        unit.commit()


def found(cache: CacheHandles, *, klant: UUID | None = None, kvk: str | None = None) -> list[UUID]:
    return [one.id for one in cache.overzichten.plaatsingen(klant=klant, kvk=kvk)]


def test_placements_are_found_by_person_and_by_employer_and_survive_a_rebuild(cache_folder: Path) -> None:
    cache = new_cache(cache_folder)
    one, two = enrolled(facts("Eerste")), enrolled(facts("Tweede"))
    save(cache, one, two)
    here = placed(one.id)
    later = placed(two.id, begin=date(2027, 3, 1), einde=date(2027, 4, 30))
    elsewhere = placed(one.id, kvk=ANDER_BEDRIJF, begin=date(2026, 9, 1), einde=date(2026, 9, 30))
    keep(cache, here, later, elsewhere)
    keep(cache, decided(later.id, Plaatsingskeuze.INTREKKEN))
    for _ in range(2):
        assert found(cache, klant=one.id) == [elsewhere.id, here.id]
        assert found(cache, kvk=BEDRIJF) == [here.id, later.id]
        assert found(cache, klant=one.id, kvk=BEDRIJF) == [elsewhere.id, here.id, later.id]
        assert found(cache) == []
        dossier = cache.overzichten.dossier(one.id)
        assert dossier is not None
        assert [place.id for place in dossier.plaatsingen] == [here.id, elsewhere.id]
        assert dossier.onverzonden
        cache.rebuild()
    rows = [row for row in cache.overzichten.outbox() if row.soort == "PlaatsingVastgelegd"]
    assert {row.kenmerk for row in rows} == {"Fictief Depot B.V."}
    assert {row.klant for row in rows} == {"Eerste", "Tweede"}
    cache.close()
    reopened = again(cache_folder)
    (withdrawn,) = (one for one in reopened.overzichten.plaatsingen(kvk=BEDRIJF) if not one.telt)
    assert withdrawn.id == later.id
    reopened.close()


def test_who_only_helps_at_the_counter_does_not_place(cache: CacheHandles) -> None:
    person = enrolled(facts("Eerste"))
    save(cache, person)
    with pytest.raises(Refused, match=r"recht\.rol"):
        save(cache, placed(person.id, medewerker=WIE.medewerker))
