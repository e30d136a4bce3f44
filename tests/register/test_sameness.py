"""The same person and the same import line twice: both stay, linked, and nothing counts double."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, fictitious, fictitious_bsn, written_in
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.melding import MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.messages.wire import Outcome, PushResult
from werkdesk.register.database import in_transaction
from werkdesk.register.listing import list_kind

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


def kinds(result: PushResult) -> list[str]:
    return [outcome.outcome for outcome in result.outcomes]


def held_at(register: TestRegister, kind: str) -> list[dict[str, Any]]:
    return in_transaction(register.engine, lambda c: list(list_kind(c, kind, None)))


def test_a_second_person_with_the_same_bsn_is_kept_and_linked(
    new_desk: NewDesk, register: TestRegister
) -> None:
    one, two = new_desk(), new_desk()
    bsn = fictitious_bsn(1)
    first, second = written_in(fictitious("Fictief", bsn=bsn)), written_in(fictitious("Fictief", bsn=bsn))
    assert kinds(one.push(first)) == ["applied"]
    (outcome,) = two.push(second).outcomes
    assert (outcome.outcome, outcome.canonical) == ("duplicate", first.id)
    feeds = one.pull()
    linked = [change for feed in feeds for change in feed.changes if change.k == "alias"]
    assert [(change.id, change.c) for change in linked] == [(second.id, first.id)]
    assert set(one.of_type("klant")) == {first.id, second.id}
    assert [(line["van"], line["naar"]) for line in held_at(register, "verwijzingen")] == [
        (str(second.id), str(first.id))
    ]


def test_two_persons_with_one_bsn_in_one_push_are_linked_too(new_desk: NewDesk) -> None:
    desk = new_desk()
    bsn = fictitious_bsn(2)
    result = desk.push(written_in(fictitious(bsn=bsn)), written_in(fictitious(bsn=bsn)))
    assert kinds(result) == ["applied", "duplicate"]


def test_a_bsn_that_was_a_mistake_is_free_again(new_desk: NewDesk) -> None:
    desk = new_desk()
    wrong, right = fictitious_bsn(3), fictitious_bsn(4)
    klant = written_in(fictitious(bsn=wrong))
    corrected = g.KlantGewijzigd(
        id=klant.id, velden=("bsn",), was=KlantFeiten(bsn=wrong), wordt=KlantFeiten(bsn=right)
    )
    desk.push(klant, corrected)
    assert kinds(desk.push(written_in(fictitious(bsn=wrong)))) == ["applied"]
    assert kinds(desk.push(written_in(fictitious(bsn=right)))) == ["duplicate"]


def test_the_bsn_stands_nowhere_in_the_register_but_in_bodies(
    new_desk: NewDesk, register: TestRegister
) -> None:
    bsn = fictitious_bsn(5)
    new_desk().push(written_in(fictitious(bsn=bsn)))
    with register.engine.connect() as connection:
        columns = connection.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        ).all()
        found = {
            (table, column)
            for table, column in columns
            if connection.exec_driver_sql(
                f'SELECT 1 FROM "{table}" WHERE "{column}"::text LIKE \'%%{bsn}%%\''  # noqa: S608
            ).first()
        }
    assert found == {("change", "body"), ("record", "body"), ("mutation", "body")}


def test_an_import_line_that_is_sent_again_by_another_desk_stays_one_melding(
    new_desk: NewDesk, register: TestRegister
) -> None:
    one, two = new_desk(), new_desk()

    def line(desk: DeskClient) -> tuple[list[Outcome], UUID]:
        klant = written_in()
        melding = desk.melding(klant.id, externe_ref="mail-1")
        return desk.push(klant, melding, together=True).outcomes, melding.id

    first, melding = line(one)
    again, other = line(two)
    assert [outcome.outcome for outcome in first] == ["applied", "applied"]
    assert [outcome.outcome for outcome in again] == ["duplicate", "duplicate"]
    assert again[1].canonical == melding
    assert [entry["externe_ref"] for entry in held_at(register, "meldingen")] == ["mail-1"]
    assert len(held_at(register, "klanten")) == 1
    # Whatever is still said of the second name lands on the first.
    changed = g.MeldingGewijzigd(
        id=other, velden=("kinderen",), was=MeldingFeiten(), wordt=MeldingFeiten(kinderen=2)
    )
    assert kinds(two.push(changed, base_rev=1)) == ["applied"]
    (entry,) = held_at(register, "meldingen")
    assert (entry["id"], entry["feiten"]["kinderen"]) == (str(melding), 2)


def test_a_reference_twice_in_one_push_is_one_melding(new_desk: NewDesk) -> None:
    desk = new_desk()
    klant = written_in()
    result = desk.push(klant, desk.melding(klant.id, "mail-2"), desk.melding(klant.id, "mail-2"))
    assert kinds(result) == ["applied", "applied", "duplicate"]
