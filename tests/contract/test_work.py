"""The fake desk of the use-case tests and the real cache keep the same promises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.fakes import WIE, FakeClock, FakeConcepten, FakeDesk, FakeIds, fake_rekenaar
from tests.fixtures.cache import clock_at, new_cache
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Afdoening, Keuze
from werkdesk.domain.bezoek import Bezoek, BezoekReden
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.usecases import inloop, klanten, meldingen
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.ports import Blobs, Concepten, Work

NAAM = PersoonsNaam(geslachtsnaam=Naam("Verzonnen"))


@dataclass
class Kept:
    """What a test may use of either."""

    work: Work
    concepten: Concepten
    blobs: Blobs


@pytest.fixture(params=["fake", "real"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    if request.param == "fake":
        desk = FakeDesk()
        yield Kept(desk.work, FakeConcepten(desk), desk)
        return
    handles = new_cache(tmp_path / "balie", clock=clock_at(FakeClock()()))
    try:
        yield Kept(handles.work, handles.concepten, handles.blobs)
    finally:
        handles.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def new_klant(number: int = 1) -> g.KlantIngeschreven:
    return g.KlantIngeschreven(id=UUID(int=number), feiten=KlantFeiten(naam=NAAM), moment=FakeClock()())


def test_what_is_recorded_is_seen_in_the_same_unit_and_after_it(kept: Kept) -> None:
    with kept.work(WIE) as cache:
        assert cache.get(Klant, UUID(int=1)) is None
        cache.record(new_klant())
        assert cache.get(Klant, UUID(int=1)) is not None
        changes = cache.commit()
    assert Topic.KLANT | Topic.OUTBOX in changes.topics
    assert UUID(int=1) in changes.ids
    with kept.work(WIE) as cache:
        found = cache.get(Klant, UUID(int=1))
    assert found is not None
    assert found.feiten.naam == NAAM


def test_leaving_without_commit_keeps_nothing(kept: Kept) -> None:
    with kept.work(WIE) as cache:
        cache.record(new_klant())
        cache.keep_blob(hashlib.sha256(b"x").hexdigest(), b"x")
    with kept.work(WIE) as cache:
        assert cache.get(Klant, UUID(int=1)) is None
    assert kept.blobs.read_blob(hashlib.sha256(b"x").hexdigest()) is None


def test_an_exception_in_the_middle_keeps_nothing(kept: Kept) -> None:
    def break_off() -> None:
        with kept.work(WIE) as cache:
            cache.record(new_klant())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    with kept.work(WIE) as cache:
        assert cache.get(Klant, UUID(int=1)) is None


def test_a_refused_act_can_be_followed_by_nothing_kept(kept: Kept) -> None:
    with pytest.raises(Refused, match=r"klant\.bestaat"), kept.work(WIE) as cache:
        cache.record(new_klant(), new_klant())
    with kept.work(WIE) as cache:
        assert cache.get(Klant, UUID(int=1)) is None


def test_a_record_of_another_kind_under_the_same_id_is_not_seen(kept: Kept) -> None:
    with kept.work(WIE) as cache:
        cache.record(new_klant())
        cache.commit()
    with kept.work(WIE) as cache:
        assert cache.get(Bezoek, UUID(int=1)) is None
        assert cache.get(Melding, UUID(int=1)) is None


def test_counters_rise_by_one_and_are_apart(kept: Kept) -> None:
    given = []
    for _ in range(3):
        with kept.work(WIE) as cache:
            given.append(cache.next_teller("kenmerk.M"))
            cache.record(new_klant(len(given)))
            cache.commit()
    assert given == [1, 2, 3]
    with kept.work(WIE) as cache:
        assert cache.next_teller("kenmerk.O") == 1


def test_a_number_of_a_unit_that_was_not_kept_is_not_given_again(kept: Kept) -> None:
    with kept.work(WIE) as cache:
        first = cache.next_teller("kenmerk.M")
    with kept.work(WIE) as cache:
        assert cache.next_teller("kenmerk.M") > first


def test_a_draft_goes_in_the_commit_that_replaces_it_and_not_before(kept: Kept) -> None:
    kept.concepten.save("melding:1", {"reden": "anders"}, "t.verzonnen")
    with kept.work(WIE) as cache:
        cache.drop_concept("melding:1")
    assert kept.concepten.read("melding:1") == {"reden": "anders"}
    with kept.work(WIE) as cache:
        cache.record(new_klant())
        cache.drop_concept("melding:1")
        changes = cache.commit()
    assert Topic.CONCEPT in changes.topics
    assert kept.concepten.read("melding:1") is None


def test_the_last_draft_under_a_key_counts(kept: Kept) -> None:
    assert kept.concepten.read("x") is None
    kept.concepten.save("x", {"a": "1"}, "t.verzonnen")
    kept.concepten.save("x", {"a": "2", "b": "é\u200b<b>"}, "t.verzonnen")
    assert kept.concepten.read("x") == {"a": "2", "b": "é\u200b<b>"}
    kept.concepten.drop("x")
    kept.concepten.drop("x")
    assert kept.concepten.read("x") is None


def test_a_commit_of_nothing_changes_nothing(kept: Kept) -> None:
    with kept.work(WIE) as cache:
        assert not cache.commit()


def test_a_day_at_the_desk_gives_the_same_records_on_both(kept: Kept, clock: FakeClock) -> None:
    """The use cases themselves, on the fake and on the real thing."""
    new_id = FakeIds(1_000)
    at: dict[str, Any] = {"wie": WIE, "work": kept.work, "clock": clock}
    ticket = inloop.give_ticket(BezoekReden.BIJSTAND, **at, new_id=new_id)
    inloop.call(ticket.bezoek, **at)
    saved = klanten.record_klant(KlantFeiten(naam=NAAM), None, ticket.bezoek, **at, new_id=new_id)
    klanten.change_klant(
        saved.klant,
        replace(KlantFeiten(naam=NAAM), telefoon=Telefoon("0612345678")),
        ("telefoon",),
        wie=WIE,
        work=kept.work,
    )
    melding = meldingen.record_melding(
        NewMelding(klant=saved.klant, feiten=MeldingFeiten(gemeente="0362"), bezoek=ticket.bezoek),
        **at, new_id=new_id, rekenaar=fake_rekenaar,
    ).melding  # fmt: skip
    with kept.work(WIE) as cache:
        klant, bezoek = cache.get(Klant, saved.klant), cache.get(Bezoek, ticket.bezoek)
        again = cache.get(Melding, melding.id)
    assert klant is not None
    assert klant.feiten.telefoon == "+31612345678"
    assert bezoek is not None
    assert (bezoek.nummer, bezoek.klant, bezoek.oproepen) == ("A301", saved.klant, 1)
    assert again == melding
    assert melding.kenmerk.startswith("M-3-0001-")


def test_a_question_is_answered_once_and_can_be_asked_again(kept: Kept, clock: FakeClock) -> None:
    name = UUID(int=900)

    def acted(*acts: g.Gebeurtenis) -> Afdoening:
        with kept.work(WIE) as cache:
            cache.record(*acts)
            assert Topic.AANDACHT in cache.commit().topics
        with kept.work(WIE) as cache:
            found = cache.get(Afdoening, name)
        assert found is not None
        return found

    def answered(keuze: Keuze) -> g.VraagAfgedaan:
        return g.VraagAfgedaan(id=name, keuze=keuze, medewerker=WIE.medewerker, balie=3, moment=clock())

    again = g.VraagHeropend(id=name, medewerker=WIE.medewerker, balie=3, moment=clock())
    with pytest.raises(Refused, match=r"afdoening\.onbekend"), kept.work(WIE) as cache:
        cache.record(again)
    assert acted(answered(Keuze.HOUDEN)).keuze is Keuze.HOUDEN
    assert acted(answered(Keuze.NEMEN)).keuze is Keuze.HOUDEN
    assert acted(again).heropend
    assert acted(answered(Keuze.NEMEN)).keuze is Keuze.NEMEN


def test_the_drafts_of_one_colleague_are_found_and_those_of_another_are_not(kept: Kept) -> None:
    kept.concepten.save("klant:nieuw:los:a", {"geslachtsnaam": "Stroomuitval"}, "t.verzonnen")
    kept.concepten.save("klant:nieuw:los:b", {"geslachtsnaam": "Bedacht"}, "c.ollega")
    (one,) = kept.concepten.of("t.verzonnen")
    assert (one.sleutel, one.velden) == ("klant:nieuw:los:a", {"geslachtsnaam": "Stroomuitval"})
    assert one.moment.tzinfo is not None
    assert kept.concepten.of("niemand") == ()
