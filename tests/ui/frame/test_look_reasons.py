"""A dossier that is opened from a list carries the list as its reason; one that was searched for does not."""

from __future__ import annotations

from uuid import UUID

from driving import Driver

from werkdesk.ui.look_reasons import REASON_OF_PLACE


def test_a_list_is_the_reason_and_a_search_is_not(at_work: Driver) -> None:
    work, places = at_work.work, at_work.desk.places
    for number, (name, reason) in enumerate(REASON_OF_PLACE.items(), 1):
        work.frame.go(name)
        assert at_work.here == name
        work.host.open_klant(UUID(int=number))
        assert (places[-1].klant, places[-1].opening.reden) == (UUID(int=number), reason)
    work.frame.go("bellen")
    work.search.opened.emit(UUID(int=99))
    assert (places[-1].klant, places[-1].opening.reden) == (UUID(int=99), "")
    work.frame.go("hal")
    work.host.open_klant(UUID(int=100))
    assert places[-1].opening.reden == ""


def test_a_letter_that_a_list_proposes_opens_with_its_reason(at_work: Driver) -> None:
    at_work.work.frame.go("termijnen")
    at_work.work.host.start_paper(UUID(int=7), "L02", UUID(int=8))
    assert at_work.desk.places[-1].opening.reden == REASON_OF_PLACE["termijnen"]
