"""The hall: numbers, calls, parking and endings."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from uuid import UUID

import pytest

from tests.fakes import FakeClock, FakeDesk
from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus, Uitkomst
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Topic


def test_a_ticket_carries_letter_desk_and_counter(at: SimpleNamespace, desk: FakeDesk) -> None:
    first = at.ticket(BezoekReden.BIJSTAND)
    second = at.ticket(BezoekReden.JONGERE)
    assert (first.nummer, second.nummer) == ("A301", "J302")
    assert Topic.BEZOEK in first.changes.topics
    assert desk.get(Bezoek, first.bezoek).status is BezoekStatus.WACHT


def test_the_counter_starts_anew_each_day(at: SimpleNamespace, clock: FakeClock) -> None:
    at.ticket(BezoekReden.BIJSTAND)
    clock.forward(days=1)
    assert at.ticket(BezoekReden.BIJSTAND).nummer == "A301"


def test_a_number_is_not_given_twice_when_the_first_was_not_saved(
    at: SimpleNamespace, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("tests.fakes.FakeCache.commit", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            at.ticket(BezoekReden.BIJSTAND)
    assert desk.acts == []
    assert at.ticket(BezoekReden.BIJSTAND).nummer == "A302"


def test_who_waits_longest_is_called_first(at: SimpleNamespace, clock: FakeClock, desk: FakeDesk) -> None:
    first = at.ticket(BezoekReden.BIJSTAND)
    clock.forward(minutes=1)
    at.ticket(BezoekReden.BIJSTAND)
    called = at.call_next()
    assert called.bezoek.id == first.bezoek
    assert called.bezoek.status is BezoekStatus.AAN_BALIE
    assert called.bezoek.balie == 3
    assert desk.get(Bezoek, first.bezoek).oproepen == 1


def test_priority_goes_before_waiting(at: SimpleNamespace, clock: FakeClock) -> None:
    at.ticket(BezoekReden.BIJSTAND)
    clock.forward(minutes=5)
    urgent = at.ticket(BezoekReden.BIJSTAND, voorrang="spoed")
    assert at.call_next().bezoek.id == urgent.bezoek


def test_calling_with_nobody_waiting_changes_nothing(at: SimpleNamespace, desk: FakeDesk) -> None:
    called = at.call_next()
    assert called.bezoek is None
    assert not called.changes
    assert desk.acts == []


def test_recalling_counts_and_keeps_the_first_moment(at: SimpleNamespace, clock: FakeClock) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    moment = at.call(ticket.bezoek).bezoek.geroepen
    clock.forward(minutes=1)
    again = at.call(ticket.bezoek).bezoek
    assert (again.oproepen, again.geroepen) == (2, moment)


def test_a_parked_visitor_can_be_resumed_at_any_desk(at: SimpleNamespace, desk: FakeDesk) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    at.call(ticket.bezoek)
    at.park(ticket.bezoek, "  haalt paspoort uit de auto  ")
    assert desk.get(Bezoek, ticket.bezoek).notitie == "haalt paspoort uit de auto"
    assert at.resume(ticket.bezoek).bezoek.status is BezoekStatus.AAN_BALIE


def test_a_note_is_kept_to_300_characters(at: SimpleNamespace, desk: FakeDesk) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    at.park(ticket.bezoek, "x" * 10_000)
    assert len(desk.get(Bezoek, ticket.bezoek).notitie or "") == 300


def test_who_did_not_come_can_still_be_helped(at: SimpleNamespace, desk: FakeDesk) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    at.no_show(ticket.bezoek)
    assert desk.get(Bezoek, ticket.bezoek).status is BezoekStatus.NIET_VERSCHENEN
    assert at.resume(ticket.bezoek).bezoek.klaar is None


def test_finishing_and_taking_it_back(at: SimpleNamespace, desk: FakeDesk) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    at.call(ticket.bezoek)
    at.finish(ticket.bezoek, Uitkomst.MELDING)
    assert desk.get(Bezoek, ticket.bezoek).status is BezoekStatus.AFGEROND
    at.reopen(ticket.bezoek)
    back = desk.get(Bezoek, ticket.bezoek)
    assert (back.status, back.uitkomst, back.klaar) == (BezoekStatus.AAN_BALIE, None, None)


def test_a_visit_ends_once(at: SimpleNamespace) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    at.finish(ticket.bezoek, Uitkomst.INFORMATIE)
    with pytest.raises(Refused, match=r"bezoek\.al_klaar"):
        at.finish(ticket.bezoek, Uitkomst.INFORMATIE)


def test_a_visitor_of_another_desk_is_not_ours_to_end(at: SimpleNamespace, desk: FakeDesk) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    at.call(ticket.bezoek)
    there = replace(desk.get(Bezoek, ticket.bezoek), balie=1, ook_geroepen=(3,))
    desk.stands["bezoek", ticket.bezoek] = there
    done = len(desk.acts)
    for action in (
        lambda: at.finish(ticket.bezoek, Uitkomst.INFORMATIE),
        lambda: at.no_show(ticket.bezoek),
        lambda: at.park(ticket.bezoek, "x"),
        lambda: at.choose(ticket.bezoek, UUID(int=5)),
    ):
        with pytest.raises(Refused, match=r"bezoek\.elders"):
            action()  # type: ignore[no-untyped-call]
    assert len(desk.acts) == done
    assert desk.get(Bezoek, ticket.bezoek) == there


def test_a_referral_needs_a_place(at: SimpleNamespace, desk: FakeDesk) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    with pytest.raises(Refused) as refused:
        at.finish(ticket.bezoek, Uitkomst.DOORVERWEZEN, "   ")
    assert (refused.value.code, refused.value.field) == ("verwijzing.ontbreekt", "verwezen_naar")
    at.finish(ticket.bezoek, Uitkomst.DOORVERWEZEN, "UWV")
    assert desk.get(Bezoek, ticket.bezoek).verwezen_naar == "UWV"


def test_an_unknown_visit_is_refused_everywhere(at: SimpleNamespace, desk: FakeDesk) -> None:
    nobody = UUID(int=99)
    for action in (
        lambda: at.call(nobody),
        lambda: at.no_show(nobody),
        lambda: at.park(nobody, "x"),
        lambda: at.resume(nobody),
        lambda: at.choose(nobody, nobody),
        lambda: at.finish(nobody, Uitkomst.MELDING),
        lambda: at.reopen(nobody),
    ):
        with pytest.raises(Refused, match=r"bezoek\.onbekend"):
            action()  # type: ignore[no-untyped-call]
    assert desk.acts == []


def test_the_visitor_gets_a_name(at: SimpleNamespace, desk: FakeDesk, feiten: object) -> None:
    ticket = at.ticket(BezoekReden.BIJSTAND)
    klant = at.klant(feiten).klant
    at.choose(ticket.bezoek, klant)
    assert desk.get(Bezoek, ticket.bezoek).klant == klant
